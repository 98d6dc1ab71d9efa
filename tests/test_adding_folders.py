"""Folders, lists and addresses as people have them: what is meant is added, and the rest is told in a line."""

import json
import plistlib
import re

import pytest

from diwan.adding.items import items_of
from test_adding import ARTICLE, added, record_of

PAGE = """<html lang="en"><head><title>{title}</title>
<meta property="og:site_name" content="{outlet}"><meta name="author" content="{author}">
<link rel="canonical" href="{url}"></head><body><h1>{title}</h1>
<p>The two harbour towns agreed in spring that a joint patrol would sail through the whole winter, and nobody objected.</p>
<p>The joint patrol has met nobody in seven weeks, say its captains, who keep a log of lights and of answered signals.</p>
<p>Those who doubt it ask what becomes of a promise when the storm is on one side of the bay only, as it was in March.</p>
</body></html>"""


def page(
    title="A patrol that meets nobody",
    outlet="The Quay Post",
    author="Rim Example",
    url="https://quay.example/a",
):
    """Return a page as somebody may have saved it."""
    return PAGE.format(title=title, outlet=outlet, author=author, url=url)


@pytest.mark.parametrize("beside", ["_files", "-Dateien", "_fichiers", ".files", "_файлы"])
def test_what_a_browser_saved_beside_a_page_is_left_out_and_counted(beside, tmp_path, diwan):
    """Pictures, styles and frames of a page are no articles; what file managers note is not even spoken of."""
    folder = tmp_path / "saved"
    frames = folder / f"A patrol, seen{beside}" / "inner"
    frames.mkdir(parents=True)
    (folder / "A patrol, seen.html").write_text(page(), encoding="utf-8")
    (frames / "frame.html").write_text(page(title="An advertisement"), encoding="utf-8")
    (frames.parent / "boat.jpg").write_bytes(b"\xff\xd8\xff\xe0")
    (folder / "Thumbs.db").write_bytes(b"\xd0\xcf\x11\xe0")
    code, output = diwan("add", "--dry-run", str(folder))
    assert (code, len(added(output)), output.count("warning:")) == (0, 1, 1), output
    assert "2 files that browsers saved beside pages are left out" in output


def test_a_folder_that_is_named_after_no_page_is_read(tmp_path, diwan):
    """Only beside a page of its name a folder is that page's."""
    folder = tmp_path / "saved" / "summer_files"
    folder.mkdir(parents=True)
    (folder / "one.txt").write_text(ARTICLE, encoding="utf-8")
    (folder.parent / "winter.html").write_text(page(), encoding="utf-8")
    _, output = diwan("add", "--dry-run", str(folder.parent))
    assert len(added(output)) == 2, output


@pytest.mark.parametrize(
    ("name", "data", "mend"),
    [
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", r"\.docx"),
        ("cutting.jpg", b"\xff\xd8\xff\xe0", "OCR"),
        ("all.zip", b"PK\x03\x04\x14\x00", "unpack"),
        ("letter.msg", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", r"Outlook.*\.html"),
        ("page.webarchive", b"bplist00", r"Safari.*\.html"),
        ("crawl.wacz", b"PK\x03\x04\x14\x00", r"save each article.*\.html"),
        ("crawl", b"WARC/1.0\r\nWARC-Type: response\r\n", r"save each article.*\.html"),
        ("book.mobi", b"\x00", "EPUB"),
        ("list.enw", b"%0 Journal Article\n%T Boats", "Zotero.*RIS"),
        ("list.nbib", b"PMID- 1\nTI  - Boats", "Zotero.*RIS"),
        ("list.csv", b"boats,lights\n3,4", "columns.*title"),
        ("list.xlsx", b"PK\x03\x04\x14\x00", "CSV.*title"),
        ("text.pages", b"PK\x03\x04\x14\x00", r"\.docx"),
        ("link.url", b"[InternetShortcut]\nURL=mailto:a@quay.example", "browser"),
        ("study.docx", b"no such thing", "save it again"),
    ],
)
def test_of_a_format_that_is_not_read_it_is_said_how_to_get_one_that_is(name, data, mend, tmp_path, diwan):
    """The way is another for an old document, a picture and an archive."""
    (tmp_path / name).write_bytes(data)
    code, output = diwan("add", str(tmp_path / name))
    assert code == 1
    assert re.search(f"mend: .*{mend}", output), output


@pytest.mark.parametrize(
    "shown",
    [
        "quay.example.org/2024/a-patrol",
        "localhost:8765/a.html",
        "127.0.0.1/a",
        "quay.example:80/",
        "مرفأ.عمان/خبر",
    ],
)
def test_an_address_without_its_beginning_is_said_to_be_one(shown, diwan):
    """Browsers show addresses without `https://`, and people copy what they see."""
    code, output = diwan("add", shown)
    assert code == 1
    assert f"mend: write https://{shown}" in output


def test_a_file_of_another_kind_than_its_name_is_said_to_be_so_in_a_sentence(tmp_path, diwan):
    """Nobody has to take the sentence apart."""
    (tmp_path / "study.docx").write_bytes(b"no such thing")
    _, output = diwan("add", str(tmp_path / "study.docx"))
    assert (
        "it is named like Word (DOCX) and does not begin like that: it is broken, or something else" in output
    )


URL = "https://quay.example/2024/a-patrol"
SHORTCUTS = {
    "a.url": f"[InternetShortcut]\r\nURL={URL}\r\nIconIndex=0\r\n".encode(),
    "b.URL": f"[InternetShortcut]\nURL={URL}\n".encode("utf-16"),
    "c.webloc": plistlib.dumps({"URL": URL}),
    "d.webloc": plistlib.dumps({"URL": URL}, fmt=plistlib.FMT_BINARY),
    "e.desktop": f"[Desktop Entry]\nType=Link\nURL={URL}\n".encode(),
}


@pytest.mark.parametrize("name", SHORTCUTS)
def test_a_file_that_holds_an_address_stands_for_it(name, tmp_path):
    """As systems make them where somebody draws a page out of a browser, alone or in a folder."""
    (tmp_path / name).write_bytes(SHORTCUTS[name])
    for argument in (tmp_path / name, tmp_path):
        (item,) = items_of([str(argument)]).value
        assert (item.url, item.path) == (URL, None)


@pytest.mark.parametrize(
    "data",
    [b"", b"bplist00", b"<plist>", b"\xff\xfe\x00", plistlib.dumps(["URL"]), b"URL=file:///etc/passwd"],
)
@pytest.mark.parametrize("suffix", [".url", ".webloc"])
def test_a_file_that_holds_no_address_is_read_as_a_file(suffix, data, tmp_path):
    """Whoever reads it says that it is none; nothing breaks."""
    (tmp_path / f"link{suffix}").write_bytes(data)
    (item,) = items_of([str(tmp_path / f"link{suffix}")]).value
    assert (item.url, item.path) == ("", tmp_path / f"link{suffix}")


def test_an_empty_folder_is_said_to_be_one(tmp_path, diwan):
    """Nothing was added, and it is said why."""
    (tmp_path / "empty").mkdir()
    code, output = diwan("add", str(tmp_path / "empty"))
    assert (code, output.count("[nothing-to-add]")) == (1, 1)
    assert f"{tmp_path / 'empty'}: error: there is nothing in this folder" in output


@pytest.mark.parametrize("author", ["The Quay Post", "quay post", "quay.example"])
def test_an_outlet_is_no_author(author, tmp_path, project, diwan):
    """Where a page names nobody but its outlet the record has no author, and says why."""
    (tmp_path / "page.html").write_text(page(author=author), encoding="utf-8")
    _, output = diwan("add", str(tmp_path / "page.html"))
    record = record_of(project, added(output)[0])
    assert (record["authors"], record["basis"]["authors"]) == ([], "unknown: only the outlet is named")
    assert diwan("check")[0] == 0


@pytest.mark.parametrize(
    ("title", "url", "ends"),
    [
        (
            "دورية لا تلتقي أحداً منذ 7 أسابيع و3 أيام",
            "https://quay.example/sea/patrol-meets-nobody",
            "-patrol-meets-nobody",
        ),
        (
            "دورية لا تلتقي أحداً منذ 7 أسابيع",
            "https://quay.example/AST1F4445T1FUTIL02SM.html",
            r"-joint-patrol|-(ar|en)-[0-9a-f]{6}",
        ),
        ("Patrouille 7", "https://quay.example/article.asp", "-patrouille-7"),
    ],
)
def test_an_id_is_made_of_words_that_tell_something(title, url, ends, tmp_path, diwan):
    """Neither numbers alone nor the name of the program that shows the page tell one article from another."""
    (tmp_path / "page.html").write_text(page(title=title, url=url), encoding="utf-8")
    _, output = diwan("add", "--dry-run", str(tmp_path / "page.html"))
    assert re.search(rf"(?:{ends})$", added(output)[0]), output


def test_an_id_has_whole_words_however_long_the_name_of_the_outlet(tmp_path, diwan):
    """What is cut off is cut between words."""
    outlet = "Quarterly Gazette of Harbours and Navigable Estuaries"
    (tmp_path / "page.html").write_text(page(outlet=outlet), encoding="utf-8")
    _, output = diwan("add", "--dry-run", str(tmp_path / "page.html"))
    known = {
        "quarterly",
        "gazette",
        "harbours",
        "navigable",
        "estuaries",
        "nd",
        "patrol",
        "that",
        "meets",
        "nobody",
    }
    assert set(added(output)[0].split("-")) <= known


def test_outlets_whose_names_have_no_latin_letters_are_told_apart(tmp_path, project, diwan):
    """Each has an entry of its own, and one with a few Latin letters is not named by them alone."""
    names = ["港口新闻", "码头日报", "灯塔周刊", "波止場ニュースDIGITAL"]
    entries = [
        {"type": "webpage", "title": f"Patrol number {name}", "container-title": name, "language": "zh"}
        for name in names
    ]
    (tmp_path / "list.json").write_text(json.dumps(entries), encoding="utf-8")
    _, output = diwan("add", str(tmp_path / "list.json"))
    outlets = [record_of(project, name)["outlet"] for name in added(output)]
    assert outlets == ["outlet-zh", "outlet-zh-2", "outlet-zh-3", "outlet-zh-4"]
    text = (project / "corpus/outlets.yml").read_text(encoding="utf-8")
    assert all(name in text for name in names)


@pytest.mark.parametrize(
    ("written", "language"),
    [
        ("french", "fr"),
        ("ngerman", "de"),
        ("en-US", "en"),
        ("pt_BR", "pt"),
        ("العربية", "ar"),
        ("Turkish", "tr"),
        ("Latin-1", "und"),
    ],
)
def test_languages_of_lists_are_understood_as_tags_and_as_names(written, language, tmp_path, project, diwan):
    """BibTeX has names, Zotero what the page said, with a country that texts do not have."""
    entry = {"type": "webpage", "title": "Boats at night", "language": written}
    (tmp_path / "list.json").write_text(json.dumps([entry]), encoding="utf-8")
    _, output = diwan("add", str(tmp_path / "list.json"))
    assert record_of(project, added(output)[0])["language"] == language


def test_a_title_of_a_list_is_given_without_its_markup(tmp_path, project, diwan):
    """CSL-JSON marks letters of another kind; what only looks like a mark stays."""
    entry = {
        "type": "webpage",
        "title": "The <i>Quay</i> and H<sub>2</sub>O where a < b > c",
        "language": "en",
    }
    (tmp_path / "list.json").write_text(json.dumps([entry]), encoding="utf-8")
    _, output = diwan("add", str(tmp_path / "list.json"))
    assert record_of(project, added(output)[0])["title"] == {"en": "The Quay and H2O where a < b > c"}


@pytest.mark.parametrize(
    ("path", "kind"), [("article/view/17", "news"), ("views/17", "opinion"), ("opinion/17", "opinion")]
)
def test_the_address_of_a_program_that_shows_pages_is_no_sign_of_an_opinion(
    path, kind, tmp_path, project, diwan
):
    """`view` is what the program does, `views` are what a section holds."""
    (tmp_path / "page.html").write_text(page(url=f"https://quay.example/{path}"), encoding="utf-8")
    _, output = diwan("add", str(tmp_path / "page.html"))
    assert record_of(project, added(output)[0])["kind"] == kind


def test_of_many_versions_three_are_named_and_the_others_counted(tmp_path, diwan):
    """The nearest lead to the rest; whoever adds is told what comes next, once."""
    for number in range(6):
        (tmp_path / f"{number}.txt").write_text(edit_of(number), encoding="utf-8")
    _, output = diwan("add", *(str(path) for path in sorted(tmp_path.glob("*.txt"))))
    last = output[output.rindex("corpus/articles/") :]
    assert re.findall(r"^  near +(\S+).*$", last, re.MULTILINE)[3:] == ["and"], last
    assert "and 2 other articles" in last
    assert output.count("diwan check") == 1


def edit_of(number):
    """Return the article in one of several versions."""
    return ARTICLE.replace("seven weeks", f"{number + 7} weeks")
