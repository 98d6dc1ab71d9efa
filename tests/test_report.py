"""The conversion report: on the page and in the terminal, in figures for everybody, with words on one's own machine."""

import json
import re
import shutil

import pytest

from conftest import ROOT, edit
from diwan.documents.convert import read_document
from diwan.documents.flags import FLAGS
from diwan.files import sha256_of
from diwan.model.block import BlockKind
from diwan.pages.interface import strings
from sitecheck import read_site


def report_on(project, site="site"):
    """Return the visible words of the article's page."""
    page = read_site(project / site)["articles/harbour-2021-patrol/"]
    return " ".join(" ".join(page.text).split())


def closed(project):
    """Let nothing of the article's words out."""
    edit(project / "corpus/articles/harbour-2021-patrol.md", "access: full", "access: record")


def test_the_page_says_how_the_source_was_read_without_its_words(project, diwan):
    """Format, encoding, reader, checksum, share kept, each block set aside with its rule; no word of the blocks."""
    closed(project)
    assert diwan("build")[0] == 0
    said = report_on(project)
    for fact in (
        "text/plain",
        "utf-8",
        "plain text 1, lingua 2",
        "SHA-256 f67f658a",
        "83.6%",
        "Links and appeals",
    ):
        assert fact in said
    assert "It introduces itself as a link to other articles or an appeal." in said
    assert "Follow us" not in said


def test_of_an_article_no_problem_of_another_with_a_like_name_is_shown(project, diwan):
    """An id may begin as another does."""
    folder = project / "corpus/articles"
    text = (folder / "harbour-2021-patrol.md").read_text(encoding="utf-8")
    other = text.replace("harbour-2021-patrol", "harbour-2021-patrol-2").replace("title:", "titel:", 1)
    (folder / "harbour-2021-patrol-2.md").write_text(other, encoding="utf-8")
    edit(folder / "harbour-2021-patrol.md", "access: full", "access: full\nundecided: [kind]")
    _, output = diwan("show", "harbour-2021-patrol")
    assert "harbour-2021-patrol.md" in output
    assert "harbour-2021-patrol-2" not in output


def test_of_an_article_that_cannot_be_read_it_is_said_why(project, diwan):
    """It is not said to be none, nor another one to be meant; nor is that said where there is no corpus."""
    record = project / "corpus/articles/harbour-2021-patrol.md"
    edit(record, "title:", "titel:")
    code, output = diwan("show", "harbour-2021-patrol")
    assert (code, "[key-unknown]" in output, "there is no article" in output) == (1, True, False)
    shutil.rmtree(project / "corpus")
    code, output = diwan("show", "harbour-2021-patrol")
    assert (code, "[corpus-missing]" in output, "there is no article" in output) == (1, True, False)


def test_the_table_names_the_address_and_the_languages_of_a_source(tmp_path, diwan):
    """Where a source states its address, and of blocks that are in another language than the rest."""
    first, second = (
        "The boats of three towns sail together every night, and no captain has met anybody there. " * 3,
        (
            "تبحر قوارب المدن الثلاث معا كل ليلة، ولم يلتق أي قبطان بأحد هناك حتى الآن كما يقول أهل الميناء. "
            * 2
        ),
    )
    (tmp_path / "page.txt").write_text(
        f"Boats of the bay\n\n{first}\n\n{second}\n\n{first}\n\nSource: https://quay.example/1\n",
        encoding="utf-8",
    )
    _, output = diwan("document", str(tmp_path / "page.txt"))
    assert "address   https://quay.example/1  [address-line]" in output
    assert [line.split()[2:4] for line in output.splitlines() if " paragraph" in line][1] == [
        "paragraph",
        "ar",
    ]


@pytest.mark.parametrize("name", ["english-web-page", "arabic-web-page"])
def test_of_a_web_page_all_programs_that_had_a_say_are_named(name):
    """Who wants the same document again needs the same versions; a language that the page states was not told by any."""
    path = next((ROOT / "tests/golden/documents" / name).glob("source.*"))
    document = read_document(path).value
    said = document.provenance.reader
    for program in ("HTML 1", "lxml", "trafilatura", "htmldate"):
        assert program in said
    assert ("lingua" in said) == (document.found["language"] == "text")


@pytest.mark.parametrize("kind", BlockKind)
def test_every_kind_of_block_has_a_name_in_the_report(kind):
    """A kind without words in both languages of the site would keep it from being built."""
    assert all(strings()[f"block.{kind}"][language] for language in ("en", "ar"))


@pytest.mark.parametrize(("page", "place"), [("docs/contribute.md", 0), ("docs/ar/contribute.md", 1)])
def test_every_flag_stands_in_the_table_with_what_raises_it_and_what_to_do(page, place):
    """In its own sentence, which pages and the terminal show; every flag, in the same order, and no other."""
    rows = re.findall(
        r"^\| `([\w-]+)` ([^|]+) \| [^|]+\. \| [^|]+\. \|$", (ROOT / page).read_text("utf-8"), re.MULTILINE
    )
    assert rows == [(name, said[place]) for name, said in FLAGS.items()]


def test_the_verb_document_gives_the_flags_to_other_programs(tmp_path, diwan):
    """Name, line and what raised it, the line 0 where a flag is about the whole text."""
    saved = tmp_path / "page.txt"
    saved.write_text(
        "A patrol of boats\n\nNobody was met.\n\n38% of this article remain.\n", encoding="utf-8"
    )
    flags = json.loads(diwan("document", str(saved), "--json")[1])["flags"]
    assert flags == [
        {"kind": "truncated", "line": 5, "detail": "“38% of this article remain.”"},
        {"kind": "undated", "line": 0, "detail": ""},
    ]


def test_the_private_page_shows_the_words_too(project, diwan):
    """Whoever has the source sees what was set aside."""
    closed(project)
    assert diwan("build", "--edition", "private")[0] == 0
    assert "Follow us on every channel" in report_on(project, "site-private")


def test_a_page_says_in_both_languages_that_a_paywall_cut_its_text_short(project, diwan):
    """Above the text that only the opening was read, in the report why; the words of the notice on one's own machine alone."""
    source = project / "corpus/sources/patrol.txt"
    former = sha256_of(source)
    notice = "38% of this article remain."
    edit(source, "Read also: The price of lamps", notice)
    record = project / "corpus/articles/harbour-2021-patrol.md"
    edit(record, former, sha256_of(source))
    edit(record, "read: full", "read: opening")
    for edition, site, quoted in (("public", "site", False), ("private", "site-private", True)):
        assert diwan("build", "--edition", edition)[0] == 0
        pages = read_site(project / site)
        for root, texts in (("", ("Only the opening of the article was read", FLAGS["truncated"][0])),
                            ("ar/", ("لم يُقرأ من المقال إلا مطلعه", FLAGS["truncated"][1]))):  # fmt: skip
            said = " ".join(" ".join(pages[f"{root}articles/harbour-2021-patrol/"].text).split())
            assert all(text in said for text in texts)
            assert (notice in said) is quoted
    assert FLAGS["truncated"][0] in diwan("show", "harbour-2021-patrol")[1]


def test_without_the_source_the_released_figures_are_shown(project, diwan):
    """`diwan release` keeps the figures; a clone without sources builds the same page and shows them."""
    closed(project)
    assert diwan("release")[0] == 0
    released = project / "corpus/ledger/reports/harbour-2021-patrol.json"
    figures = json.loads(released.read_text(encoding="utf-8"))
    assert (figures["words_kept"], len(figures["set_aside"])) == (107, 4)
    assert "Follow" not in released.read_text(encoding="utf-8")
    assert diwan("build")[0] == 0
    with_source = report_on(project)
    (project / "corpus/sources/patrol.txt").unlink()
    assert diwan("build")[0] == 0
    assert report_on(project) == with_source
    code, output = diwan("show", "harbour-2021-patrol")
    assert (code, "107 kept (83.6%), 21 set aside" in output) == (0, True)


def test_a_released_report_on_another_file_is_not_shown(project, diwan):
    """Figures of a source that the record no longer names say nothing about the one it names."""
    closed(project)
    diwan("release")
    record = project / "corpus/articles/harbour-2021-patrol.md"
    edit(record, "sha256: f67f658a", "sha256: 00000000")
    (project / "corpus/sources/patrol.txt").unlink()
    diwan("build")
    assert "83.6%" not in report_on(project)


def test_a_withdrawn_article_has_no_report(project, diwan):
    """Nothing is said of its source."""
    edit(
        project / "corpus/articles/harbour-2021-patrol.md", "access: full",
        "access: withdrawn\nwithdrawn: {date: 2026-01-02, why: {en: At the wish of its author.}}",
    )  # fmt: skip
    diwan("build")
    assert "83.6%" not in report_on(project)
