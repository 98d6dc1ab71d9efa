"""Adding: whatever somebody saved or named becomes a record that the check accepts, and nothing is written over."""

import argparse
import json
import re
import sys
from dataclasses import replace
from threading import Event

import pytest
import yaml

from conftest import edit, files_below
from diwan.adding import items
from diwan.adding.add import AddingWish, add
from diwan.adding.desk import open_desk
from diwan.adding.facts import facts_of
from diwan.adding.fetching import Fetcher
from diwan.adding.hydrate import HydratingWish, hydrate
from diwan.adding.themes import ProposedTheme, propose_themes
from diwan.adding.words import line_of, slug_of
from diwan.cli.add import run
from diwan.corpus.yamlfile import parse_yaml, split_front_matter
from diwan.documents.convert import read_apart, read_document
from diwan.documents.formats import FORMATS, suffix_of
from diwan.files import sha256_of
from diwan.library.concepts import Concept, ConceptKey, ConceptKind
from diwan.library.mentions import MentionFinder, names_by_form
from diwan.model.block import BlockKind
from diwan.model.concept import Names
from diwan.project import Project
from localserver import running_server

ARTICLE = """The Harbour Post

A patrol that meets nobody

By Rim Example
4 May 2021

The two harbour towns agreed in spring that a joint patrol would sail through the whole winter, and nobody objected.

The joint patrol has met nobody in seven weeks, say its captains, who keep a log of lights and of answered signals.

Those who doubt it ask what becomes of a promise when the storm is on one side of the bay only, as it was in March.
"""


def record_of(project, name):
    """Return the front matter of a record as plain text values."""
    text = (project / f"corpus/articles/{name}.md").read_text(encoding="utf-8")
    return parse_yaml(split_front_matter(text)[0], name).value.data


def snapshot(project):
    """Return every file of a project with its bytes, without what the program remembers for itself."""
    names = ((path.relative_to(project).as_posix(), path) for path in files_below(project))
    return {name: path.read_bytes() for name, path in names if not name.startswith(".diwan/")}


def added(output):
    """Return the ids that the program said it added."""
    return re.findall(r"^corpus/articles/(\S+)\.md$", output, re.MULTILINE)


@pytest.fixture
def saved(tmp_path):
    """A saved article."""
    path = tmp_path / "saved page.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.fixture
def local():
    """A fetcher that may ask this machine alone, and does not wait."""
    return Fetcher(is_allowed=lambda address: address.is_loopback, sleep=lambda _: None)


def test_a_saved_article_becomes_a_record_with_the_basis_of_every_fact(saved, project, diwan):
    """Facts, outlet by name, themes by mentions, the source beside it; the check only reminds of what is open."""
    code, output = diwan("add", str(saved))
    assert code == 0, output
    (name,) = added(output)
    record = record_of(project, name)
    assert record["title"] == {"en": "A patrol that meets nobody"}
    assert record["authors"] == [{"name": "Rim Example"}]
    assert record["date"] == "2021-05-04"
    assert record["themes"] == ["joint-patrol"]
    assert record["basis"]["language"] == "inferred: from the text itself"
    assert record["access"] == "record"
    source = project / f"corpus/sources/{name}.txt"
    assert source.read_bytes() == saved.read_bytes()
    assert record["source"] == {"sha256": sha256_of(source), "media_type": "text/plain"}
    assert set(record["undecided"]) >= {"kind", "themes", "summary"}
    code, output = diwan("check")
    assert (code, re.findall(r"\[([a-z-]+)\]$", output, re.MULTILINE)) == (0, ["record-undecided"])


def test_a_dry_run_shows_the_same_and_writes_nothing(saved, project, diwan):
    """What would be added is what is added."""
    before = snapshot(project)
    _, would = diwan("add", "--dry-run", str(saved))
    assert snapshot(project) == before
    _, does = diwan("add", str(saved))
    assert added(would) == added(does) != []


def test_nothing_is_added_to_a_list_of_outlets_that_cannot_be_read(saved, project, diwan):
    """None of its outlets would be known, and each would be added once more; what is wrong is told with its line."""
    path = project / "corpus/outlets.yml"
    path.write_text(path.read_text(encoding="utf-8") + "- id: [\n", encoding="utf-8")
    before = snapshot(project)
    code, output = diwan("add", str(saved))
    assert (code, added(output), snapshot(project)) == (1, [], before), output
    assert re.search(r"^corpus/outlets\.yml:\d+: error:", output, re.MULTILINE), output


def test_of_a_record_that_cannot_be_read_it_is_said_that_nothing_is_compared_with_it(saved, project, diwan):
    """The same file is added once more, since nobody can know that it is its source; the same of a theme."""
    _, output = diwan("add", str(saved))
    (name,) = added(output)
    assert "[corpus-unread]" not in output
    edit(project / f"corpus/articles/{name}.md", "kind: news", "kind: newz")
    edit(project / "corpus/themes/joint-patrol.md", "id: joint-patrol", "id: [")
    code, output = diwan("add", str(saved))
    assert (code, added(output), output.count("[corpus-unread]")) == (0, [f"{name}-2"], 2), output
    assert (
        f"corpus/articles/{name}.md: warning: this file cannot be read: what is added is not compared"
        in output
    )


def test_nothing_is_ever_written_over(saved, project, diwan):
    """The same file is known; another of the same name gets another; what is in the way stays."""
    _, output = diwan("add", str(saved))
    (name,) = added(output)
    before = snapshot(project)
    code, output = diwan("add", str(saved))
    assert (code, "[source-known]" in output, snapshot(project)) == (0, True, before)
    saved.write_text(ARTICLE.replace("seven weeks", "eight weeks"), encoding="utf-8")
    _, output = diwan("add", str(saved))
    assert added(output) == [f"{name}-2"]
    assert snapshot(project).items() >= before.items()
    (project / f"corpus/sources/{name}-3.txt").write_text("mine", encoding="utf-8")
    saved.write_text(ARTICLE.replace("seven weeks", "nine weeks"), encoding="utf-8")
    before = snapshot(project)
    code, output = diwan("add", str(saved))
    assert (code, "[file-in-the-way]" in output, snapshot(project)) == (1, True, before)
    assert f"corpus/sources/{name}-3.txt: error: it is there already" in output


def test_versions_of_a_text_are_named_by_passages_address_or_title(saved, diwan):
    """A changed copy is near the first; a file that a list has attached is near what stands at the address of the list."""
    _, output = diwan("add", str(saved))
    (name,) = added(output)
    saved.write_text(ARTICLE.replace("seven weeks", "eight weeks"), encoding="utf-8")
    _, output = diwan("add", str(saved))
    assert f"near      {name}  [100% of its passages are the same or nearly]" in output
    listed = saved.with_name("list.json")
    saved.with_name("other.txt").write_text("Nobody has met the patrol.\n", encoding="utf-8")
    listed.write_text(
        json.dumps(
            [
                {
                    "type": "article-newspaper",
                    "title": "Anything",
                    "URL": "http://www.harbour.example/patrol/#top",
                    "attachments": [{"path": "other.txt"}],
                }
            ]
        )
    )
    _, output = diwan("add", str(listed))
    assert "near      harbour-2021-patrol  [the same address]" in output


def test_outlets_are_told_by_host_and_name_and_added_once_where_they_are_new(saved, project, diwan):
    """A host at which a record stands is that record's outlet; a new one is one entry, whoever needs it."""
    listed = saved.with_name("list.ris")
    listed.write_text(
        "TY  - NEWS\nTI  - One\nUR  - https://harbour.example/one\nER  - \n"
        "TY  - NEWS\nTI  - Two\nT2  - Harbour Post\nER  - \n"
        "TY  - NEWS\nTI  - Three\nT2  - The New Quay\nUR  - https://quay.example/3\nER  - \n"
        "TY  - NEWS\nTI  - Four\nT2  - The New Quay\nER  - \n"
        "TY  - NEWS\nTI  - Five\nER  - \n",
        encoding="utf-8",
    )
    _, output = diwan("add", str(listed))
    outlets = [record_of(project, name)["outlet"] for name in added(output)]
    assert outlets == ["harbour-post", "harbour-post", "new-quay", "new-quay", "unknown-outlet"]
    entries = yaml.safe_load((project / "corpus/outlets.yml").read_text(encoding="utf-8"))
    assert [entry["id"] for entry in entries][2:] == ["new-quay", "unknown-outlet"]
    assert entries[-1]["name"] == {"en": "Unknown outlet", "ar": "منبر غير معروف"}
    assert diwan("check")[0] == 0


LISTS = {
    "list.json": json.dumps(
        [{"type": "article-newspaper", "title": "A listed patrol", "author": [{"family": "Example", "given": "Rim"},
          {"literal": "The Harbour Desk"}], "container-title": "The Harbour Post", "language": "en",
          "issued": {"date-parts": [["2021", 5, 4]]}, "URL": "https://else.example/listed", "abstract": "Not ours."}]
    ),
    "list.ris": "TY  - NEWS\nTI  - A listed patrol\nAU  - Example, Rim\nAU  - The Harbour Desk\nT2  - The Harbour Post\n"
    "DA  - 2021/05/04/\nLA  - en\nAB  - Not ours.\nUR  - https://else.example/listed\nER  - \n",
    "list.bib": "@article{one,\n title = {A {Listed} patrol},\n author = {Example, Rim and {The Harbour Desk}},\n"
    " journal = {The Harbour Post},\n year = {2021},\n month = may,\n date = {2021-05-04},\n language = {en},\n"
    " abstract = {Not ours.},\n url = {https://else.example/listed},\n}\n",
}  # fmt: skip


@pytest.mark.parametrize(
    ("what", "begun"),
    [
        (["https://example.org/2021/patrol"], "readers.singlefile"),
        (["page.htm"], "readers.html"),
        (["study.PDF"], "readers.pdf"),
        (["page.txt"], None),
        (["folder"], None),
        (["one.html", "other.html"], None),
    ],
)
def test_what_reads_a_single_source_is_begun_before_the_rest_is_loaded(what, begun, project, monkeypatch):
    """A page waits for one process to load what it needs, not for two, one after the other."""
    asked = []
    monkeypatch.setattr("diwan.documents.confined.begin", lambda known: asked.append(known.module))
    monkeypatch.setitem(sys.modules, "diwan.adding.add", None)  # whoever loads it fails
    with pytest.raises(ImportError):
        run(Project(project), argparse.Namespace(what=what))
    assert asked == ([f"diwan.documents.{begun}"] if begun else [])


def test_while_a_long_source_is_read_what_tells_languages_apart_is_loaded(saved, project, monkeypatch):
    """Nobody waits for it later; while a short one is read nothing is loaded that it may not need."""
    loaded = Event()
    monkeypatch.setattr("diwan.adding.add.get_ready", loaded.set)
    monkeypatch.setattr("diwan.adding.add._LONG", 60)
    wish = AddingWish(arguments=[str(saved)], dry_run=True)
    assert add(Project(project), wish).value
    assert not loaded.is_set()

    def slowly(path):
        assert loaded.wait(60)
        return read_apart(path)

    monkeypatch.setattr("diwan.adding.add._LONG", 0.01)
    monkeypatch.setattr("diwan.adding.sources.read_apart", slowly)
    assert add(Project(project), wish).value


def test_what_a_build_remembers_of_the_corpus_is_not_read_again(project, monkeypatch):
    """The desk is the same, and no record or list is parsed for it."""
    (project / ".diwan").mkdir()
    first = open_desk(Project(project)).value
    monkeypatch.setattr("diwan.corpus.articlefiles.parse_yaml", None)
    monkeypatch.setattr("diwan.corpus.vocabularies.load_list", None)
    again = open_desk(Project(project)).value
    assert (again.records, again.taken, again.known) == (first.records, first.taken, first.known)
    assert again.records


def test_themes_are_counted_by_passages_and_named_within_one(saved):
    """A name that stands twice in a passage counts once, and one that two passages share between them is none."""
    names = {"en": Names(label="Joint patrol")}
    finder = MentionFinder(names_by_form([Concept(ConceptKey(ConceptKind.THEME, "joint-patrol"), names)]))
    document = read_document(saved).value

    def proposed(*texts):
        blocks = tuple(replace(document.kept[-1], text=text) for text in texts)
        return propose_themes(finder, "A title", replace(document, blocks=blocks), "en")

    twice = "Joint patrol met joint patrol."
    assert proposed("Boats.", twice, "No joint", "patrol", "A joint patrol") == [
        ProposedTheme("joint-patrol", 2)
    ]
    assert proposed("Boats.", twice, "No joint", "patrol") == []


def test_what_the_first_passage_names_is_a_theme_though_no_other_does(saved):
    """An article begins with its subject; the title before it is no passage of its text."""
    names = {"en": Names(label="Joint patrol")}
    finder = MentionFinder(names_by_form([Concept(ConceptKey(ConceptKind.THEME, "joint-patrol"), names)]))
    document = read_document(saved).value
    title = next(block for block in document.kept if block.kind is BlockKind.TITLE)
    blocks = (
        title,
        *(replace(document.kept[-1], text=text) for text in ("The joint patrol sails.", "Boats.")),
    )
    assert propose_themes(finder, "A title", replace(document, blocks=blocks), "en") == [
        ProposedTheme("joint-patrol", 1)
    ]


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("Northport: “The Harbour Post”", "harbour-post"),
        ("Harbour Post - Rim Example", "harbour-post"),
        ("Harbour Post", "harbour-post"),
        ("My Old Harbour Post: Rim Example", "unknown-outlet"),
    ],
)
def test_an_outlet_of_the_corpus_is_told_by_its_name_beside_the_title(line, outlet, saved, project, diwan):
    """Papers name themselves between title and text; a part of a line is the whole name or none."""
    saved.write_text(
        ARTICLE.replace("A patrol that meets nobody\n", f"A patrol that meets nobody\n\n{line}\n", 1)
    )
    _, output = diwan("add", str(saved))
    (name,) = added(output)
    record = record_of(project, name)
    assert record["outlet"] == outlet
    assert record["title"] == {"en": "A patrol that meets nobody"}
    if outlet != "unknown-outlet":
        assert record["basis"]["outlet"] == "inferred: its name stands between title and text"


@pytest.mark.parametrize(
    "form", ["{address}\n\n{article}", "{article}\n{address}\n", "{article}\nSource: {address}\n"]
)
def test_an_outlet_of_the_corpus_is_told_by_the_address_in_a_text(form, saved, project, diwan):
    """Who saved it wrote where it stood: the record has the address, and the outlet of its host."""
    outlets = project / "corpus/outlets.yml"
    told = outlets.read_text(encoding="utf-8").replace(
        "kind: newspaper\n", "kind: newspaper\n  url: https://harbour.example/\n", 1
    )
    outlets.write_text(told, encoding="utf-8")
    address = "https://www.harbour.example/bay/2021/a-patrol-that-meets-nobody"
    saved.write_text(form.format(address=address, article=ARTICLE.split("\n", 2)[2]))
    _, output = diwan("add", str(saved))
    (name,) = added(output)
    record = record_of(project, name)
    assert (record["url"], record["outlet"]) == (address, "harbour-post")
    assert record["basis"]["outlet"] == "url: the address of the page"


@pytest.mark.parametrize("name", LISTS)
def test_lists_from_zotero_give_records_that_say_where_the_facts_are_from(name, tmp_path, project, diwan):
    """CSL-JSON, RIS and BibTeX say the same; abstracts stay with those who wrote them."""
    path = tmp_path / name
    path.write_text(LISTS[name], encoding="utf-8")
    code, output = diwan("add", str(path))
    assert code == 0, output
    (ident,) = added(output)
    record = record_of(project, ident)
    assert record["title"]["en"].lower() == "a listed patrol"
    assert [author["name"] for author in record["authors"]] == ["Rim Example", "The Harbour Desk"]
    assert (record["outlet"], record["date"], record["url"]) == (
        "harbour-post",
        "2021-05-04",
        "https://else.example/listed",
    )
    assert record["basis"]["title"] == "inferred: from the list of references it came in"
    assert "Not ours" not in (project / f"corpus/articles/{ident}.md").read_text(encoding="utf-8")
    assert diwan("check")[0] == 0


def test_a_file_that_a_list_has_attached_is_its_source(saved, project, diwan):
    """The attachment is read, and states what the list does not."""
    listed = saved.with_name("list.bib")
    listed.write_text(
        f"@article{{one,\n title = {{Another title}},\n file = {{Text:{saved.name}:text/plain}},\n}}\n"
    )
    _, output = diwan("add", str(listed))
    assert record_of(project, added(output)[0])["title"] == {"en": "A patrol that meets nobody"}


@pytest.mark.parametrize("text", ["", "{}", "[]", "nothing of the kind", "[1, 2]"])
@pytest.mark.parametrize("suffix", [".json", ".ris", ".bib"])
def test_what_is_no_list_is_said_to_be_none(text, suffix, tmp_path, diwan):
    """No list, one problem, no record."""
    path = tmp_path / f"list{suffix}"
    path.write_text(text, encoding="utf-8")
    code, output = diwan("add", str(path))
    assert (code, output.count("[references-unreadable]"), added(output)) == (1, 1, [])


def test_a_broken_reference_is_told_and_the_others_are_added(tmp_path, diwan):
    """Nothing of a list is left out in silence, and the parser of others says nothing by itself."""
    path = tmp_path / "list.bib"
    path.write_text(
        "@article{one, title = {Boats at night}}\n\n@misc{two,\n title = {No end\n", encoding="utf-8"
    )
    code, output = diwan("add", str(path))
    assert (code, len(added(output)), output.count("No end")) == (1, 1, 0)
    assert re.search(
        rf"{re.escape(str(path))}:3: error: the reference that begins here is left out: \w", output
    )


def test_a_list_in_a_folder_is_to_be_named_itself(saved, tmp_path, diwan):
    """What it has attached lies beside it and would be added without its facts."""
    path = tmp_path / "export" / "list.bib"
    path.parent.mkdir()
    saved.rename(path.with_name("page.txt"))
    path.write_text("@article{one, title = {Boats at night}}\n", encoding="utf-8")
    code, output = diwan("add", "--dry-run", str(path.parent))
    assert (code, output.count("[references-unreadable]"), len(added(output))) == (0, 1, 1)
    assert f"mend: name the list itself: {path}" in output


def test_a_list_of_addresses_in_a_folder_is_no_article(saved, tmp_path, diwan):
    """Nobody is asked for pages because a folder was named, and addresses are no text."""
    folder = tmp_path / "export"
    folder.mkdir()
    saved.rename(folder / "page.txt")
    (folder / "addresses.txt").write_text(
        "https://quay.invalid/1\nhttps://quay.invalid/2\n", encoding="utf-8"
    )
    code, output = diwan("add", "--dry-run", str(folder))
    assert (code, len(added(output))) == (0, 1), output
    assert f"mend: name the list itself: {folder / 'addresses.txt'}" in output


@pytest.mark.parametrize(
    ("text", "is_list"),
    [('[{"type": "book", "title": "Boats"}]', 1), ('[{"note": "ask Anna"}]', 0), ("{}", 0), ("[1", 0)],
)
def test_json_of_another_kind_in_a_folder_is_called_no_list(text, is_list, saved, tmp_path, diwan):
    """Of `.json` only what lists references is said to be a list; the rest is no source either, and said to be none."""
    path = tmp_path / "export" / "notes.json"
    path.parent.mkdir()
    saved.rename(path.with_name("page.txt"))
    path.write_text(text, encoding="utf-8")
    _, output = diwan("add", "--dry-run", str(path.parent))
    assert output.count("[references-unreadable]") == is_list
    assert output.count("[source-format-unknown]") == 1 - is_list
    assert len(added(output)) == 1


def test_a_text_of_addresses_stands_for_them(project, tmp_path, local):
    """Each page is added, and no article is made of the list."""
    path = tmp_path / "pages.txt"
    with running_server() as server:
        server.answers["/one"] = (200, {}, ARTICLE.encode())
        path.write_text(f"# To be read\n1. <{server.url}/one>,\n\n- {server.url}/two\n", encoding="utf-8")
        outcome = add(Project(project), AddingWish(arguments=[str(path)], fetcher=local))
    assert [proposal.facts.title.value for proposal in outcome.value] == ["A patrol that meets nobody"]
    assert [problem.where.path for problem in outcome.problems] == [f"{server.url}/two"]


@pytest.mark.parametrize(
    ("text", "urls"),
    [
        (
            "www.quay.example/a\nhttps://quay.example/b_(boat)\n",
            ["https://www.quay.example/a", "https://quay.example/b_(boat)"],
        ),
        ("参见https://quay.example/a", []),
        ("Title: A boat\nURL: https://quay.example/a\n", []),
        ("# Only a note\n", []),
    ],
)
def test_only_a_text_of_nothing_but_addresses_is_a_list_of_them(text, urls, tmp_path):
    """Whatever else has words is an article, and none of them is passed over."""
    path = tmp_path / "pages.txt"
    path.write_text(text, encoding="utf-8")
    found = items.items_of([str(path)]).value
    assert [item.url for item in found] == (urls or [""])
    assert [item.path for item in found] == ([None] * len(urls) or [path])


def test_a_text_too_large_to_be_a_source_is_not_read_for_addresses(tmp_path, monkeypatch):
    """It is left for the reader, who refuses it by its size."""
    monkeypatch.setattr(items, "LARGEST", 40)
    for name, count in (("few", 1), ("many", 2)):
        (tmp_path / f"{name}.txt").write_text(
            "https://a.example/one-of-the-pages\n" * count, encoding="utf-8"
        )
    few, many = items.items_of([str(tmp_path / "few.txt"), str(tmp_path / "many.txt")]).value
    assert (few.path, few.url) == (None, "https://a.example/one-of-the-pages")
    assert (many.path, many.url) == (tmp_path / "many.txt", "")


def test_a_page_is_added_from_its_address(project, local):
    """The page is fetched, its address kept, its date read from the address where the page says none."""
    with running_server() as server:
        server.answers["/2021/06/07/patrol"] = (200, {}, ARTICLE.replace("4 May 2021\n", "").encode())
        url = f"{server.url}/2021/06/07/patrol"
        outcome = add(Project(project), AddingWish(arguments=[url], fetcher=local))
        missing = add(Project(project), AddingWish(arguments=[f"{server.url}/nothing"], fetcher=local))
    assert outcome.problems == ()
    record = record_of(project, outcome.value[0].id)
    assert (record["url"], record["date"], record["basis"]["date"]) == (
        url,
        "2021-06-07",
        "url: the date in the address",
    )
    assert ([problem.code for problem in missing.problems], missing.value) == (["fetch-failed"], [])


def test_many_files_are_added_in_one_run_with_progress(tmp_path, project):
    """A folder with good and bad files: the good ones are added, the bad ones named."""
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(30):
        (folder / f"{number:02}.txt").write_text(
            ARTICLE.replace("patrol", f"patrol{number}"), encoding="utf-8"
        )
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n")
    (folder / "empty.txt").write_bytes(b"")
    told = []
    outcome = add(
        Project(project), AddingWish(arguments=[str(folder)], progress=lambda *step: told.append(step))
    )
    assert len(outcome.value) == 30
    assert sorted(problem.code for problem in outcome.problems) == ["source-empty", "source-format-unknown"]
    assert told[-1] == (32, 32)


HOSTILE = [
    "no", "2024-01-01", "- list", "{a: b}", "&anchor *alias", "!!python/object/apply:os.system ['true']", "key: value # x",
    '"quoted" \\ back', "---", "\u202etxet desrever", "a\u0000b\u001bc\u0085d\u2028e", "<script>alert(1)</script>", "| block",
    "'", "%YAML 1.2", "\ufeffbom", "[brackets]", "x" * 5000, "`", "@at", "\U000e0041tag",
]  # fmt: skip


@pytest.mark.parametrize("payload", HOSTILE)
def test_whatever_a_list_says_the_record_is_one_and_says_it_as_text(payload, tmp_path, project, diwan):
    """Title, author, outlet, date, language and address of a list become text, and never YAML, path or control."""
    listed = tmp_path / "list.json"
    entry = {
        "title": payload, "author": [{"literal": payload}], "container-title": payload, "language": payload,
        "issued": {"raw": payload}, "URL": f"https://a.example/{payload}", "type": payload,
    }  # fmt: skip
    listed.write_text(json.dumps([entry]), encoding="utf-8")
    code, output = diwan("add", str(listed))
    assert code == 0, output
    (name,) = added(output)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name)
    assert diwan("check")[0] == 0
    shown = line_of(payload)
    if shown:
        assert record_of(project, name)["authors"] in ([{"name": shown.strip(" -–—|,:")}], [])


@pytest.mark.parametrize(
    "text", ["../../etc/passwd", "/etc", "con", "a\0b", "x" * 300, "ÄÖ ß", "قارب", "", ".", "A" * 79 + " b"]
)
def test_ids_are_short_plain_words_whatever_they_are_made_of(text):
    """No path, no control, no capital, at most so many characters."""
    slug = slug_of(text, 48)
    assert len(slug) <= 48
    assert re.fullmatch(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", slug)


def test_a_source_is_found_by_its_checksum_whatever_its_name(project, tmp_path, diwan):
    """The file that a record names comes back to its place."""
    source = project / "corpus/sources/patrol.txt"
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    source.rename(folder / "download (3).txt")
    (folder / "other.txt").write_text("Another text that nobody wants.", encoding="utf-8")
    code, output = diwan("hydrate", str(folder))
    assert code == 0, output
    assert "harbour-2021-patrol: " in output
    # The note and the article from Marsa have no source.
    assert "1 source kept of 2 looked at, 2 records still without one\n" in output
    assert "the others were left alone: `diwan add` makes records" in output
    assert (project / "corpus/sources/harbour-2021-patrol.txt").exists()
    assert diwan("check", "--strict")[0] == 0


def test_a_source_is_found_at_the_address_of_its_record_if_the_page_says_the_headline(project, local):
    """The record gets the checksum of the page; a page that says something else is not kept."""
    record = project / "corpus/articles/undated-note.md"
    text = ARTICLE.replace("A patrol that meets nobody", "A patrol of boats").encode()
    with running_server() as server:
        edit(record, "url: unknown", f"url: {server.url}/note")
        edit(record, '"[Untitled note on the bay]"', "A patrol of boats")
        edit(record, "title: unknown", "title: stated")
        server.answers["/note"] = (
            200,
            {},
            b"A page that stands where another stood, about tulips and their price in spring.",
        )
        outcome = hydrate(Project(project), HydratingWish(arguments=[f"{server.url}/note"], fetcher=local))
        assert ([problem.code for problem in outcome.problems], outcome.value.found) == (["page-differs"], [])
        server.answers["/note"] = (200, {}, text)
        pages = project / "pages.txt"
        pages.write_text(f"# Found again\n{server.url}/note\n", encoding="utf-8")
        outcome = hydrate(Project(project), HydratingWish(arguments=[str(pages)], fetcher=local))
    assert [found.article for found in outcome.value.found] == ["undated-note"]
    source = project / "corpus/sources/undated-note.txt"
    assert source.read_bytes() == text
    assert record_of(project, "undated-note")["source"]["sha256"] == sha256_of(source)


def test_hydrating_all_records_asks_each_address_once(project, local):
    """With --fetch, records that lack a source and have an address are asked, and no others."""
    with running_server() as server:
        edit(project / "corpus/articles/undated-note.md", "url: unknown", f"url: {server.url}/note")
        edit(
            project / "corpus/articles/marsa-2022-dawriya.md",
            "https://marsa.example/1",
            f"{server.url}/marsa",
        )
        hydrate(Project(project), HydratingWish(fetch=True, fetcher=local))
        assert sorted(path for path, _ in server.asked) == ["/marsa", "/note", "/robots.txt"]


OPENING = f"{ARTICLE}\n38% of this article remain. Subscribe to continue reading.\n"


def test_of_an_opening_the_record_says_that_no_more_was_read(saved, project, diwan):
    """It says so in its field, among what is left to decide and in a line with the reason; the program says what to do."""
    saved.write_text(OPENING, encoding="utf-8")
    code, output = diwan("add", str(saved))
    assert code == 0, output
    (name,) = added(output)
    record = record_of(project, name)
    assert (record["read"], "read" in record["undecided"]) == ("opening", True)
    text = (project / f"corpus/articles/{name}.md").read_text(encoding="utf-8")
    reason = "the source is only the opening (line 14: “38% of this article remain. Subscribe to continue reading.”)"
    assert f"\n# Read: {reason}" in text
    assert f"\n  read      opening: {reason}" in output
    assert "`diwan hydrate --replace ID FILE` puts it in its place; or leave `read: opening`" in output
    code, output = diwan("check")
    assert (code, re.findall(r"\[([a-z-]+)\]$", output, re.MULTILINE)) == (0, ["record-undecided"])


def test_of_a_text_that_may_be_an_opening_somebody_is_asked_to_look(tmp_path, project, diwan):
    """A page that is not free may have been saved whole: the record proposes so."""
    page = tmp_path / "page.html"
    text = "".join(f"<p>{line}</p>" for line in ARTICLE.split("\n\n")[2:])
    data = '{"@type": "NewsArticle", "headline": "A patrol that meets nobody", "isAccessibleForFree": false}'
    script = f'<script type="application/ld+json">{data}</script>'
    page.write_text(
        f"<html><head>{script}</head><body><article>{text}</article></body></html>", encoding="utf-8"
    )
    _, output = diwan("add", str(page))
    (name,) = added(output)
    record = record_of(project, name)
    assert (record["read"], "read" in record["undecided"]) == ("full", True)
    assert "\n  read      full: the source may be only the opening (line " in output
    assert "--replace" not in output


def test_the_words_of_a_notice_stay_in_their_line_of_the_record(saved, project, diwan):
    """What a page writes there is data: it ends no comment and begins no field."""
    saved.write_text(
        f"{ARTICLE}\n38% of this article remain.\u2028access: full\u0085rights: NoC-US \u202e#\n",
        encoding="utf-8",
    )
    _, output = diwan("add", str(saved))
    (name,) = added(output)
    record = record_of(project, name)
    assert (record["read"], record["access"], record["rights"]) == ("opening", "record", "CNE")


def test_whoever_looked_at_a_text_that_seems_cut_short_is_not_asked_again(saved, project, diwan):
    """A correction of the block at which it seems to end, kept or dropped for a reason, takes the flag away."""
    saved.write_text(OPENING, encoding="utf-8")
    _, output = diwan("add", str(saved))
    (name,) = added(output)
    edit(project / f"corpus/articles/{name}.md", "read: opening", "read: full")
    _, output = diwan("check")
    assert set(re.findall(r"\[([a-z-]+)\]$", output, re.MULTILINE)) == {
        "record-undecided",
        "source-truncated",
    }
    _, shown = diwan("show", name)
    (block,) = re.findall(r"^(14@\w+) +- notice +rest-behind-paywall", shown, re.MULTILINE)
    assert "flag      line 14: The text is only an opening" in shown
    correction = project / f"corpus/corrections/{name}.yml"
    correction.parent.mkdir(exist_ok=True)
    correction.write_text(
        f"- block: {block}\n  drop: yes\n  reason: Read whole in print.\n", encoding="utf-8"
    )
    _, output = diwan("check")
    assert re.findall(r"\[([a-z-]+)\]$", output, re.MULTILINE) == ["record-undecided"]


@pytest.mark.parametrize(
    ("language", "date", "expected"),
    [
        ("fa", "1400-02-14", "2021-05-04"),
        ("ar", "1445-09-14", "2024-03-24~"),
        ("fa", "1400", "unknown"),
        ("en", "1400-02-14", "unknown"),
        ("fa", "2021-05-04", "2021-05-04"),
    ],
)
def test_the_year_of_a_list_may_be_one_of_another_calendar(language, date, expected):
    """Reference managers keep the day as the paper prints it; no newspaper is of the year 1400 of ours."""
    facts = facts_of(None, "unknown", {"title": "One", "language": language, "date": date}, "one")
    assert facts.date.value == expected


def test_files_of_one_type_are_kept_under_one_suffix():
    """A document tells of which type its file is, so that nobody looks into the file again to name its copy."""
    assert all(suffix_of(known.media_type) == known.suffixes[0] for known in FORMATS)


def test_a_page_is_kept_as_a_page_whatever_it_is_named(tmp_path, project, diwan):
    """What a file is tells under which suffix it is kept, not what a stranger named it."""
    page = tmp_path / "saved.txt"
    page.write_text("<!doctype html><html><body><h1>A title</h1><p>Some words of a page.</p></body></html>")
    before = {*(project / "corpus/sources").iterdir()}
    diwan("add", str(page))
    assert [path.suffix for path in {*(project / "corpus/sources").iterdir()} - before] == [".html"]


def test_letters_of_their_own_are_written_with_the_nearest_ones_in_an_id():
    """Accents are left out; ə, ł, đ, ð, þ, æ and œ are no letters with accents."""
    assert (
        slug_of("Birgə patrul, Łódź, Đakovo, Ísafjörður, Þór, Ærø, cœur", 60)
        == "birge-patrul-lodz-dakovo-isafjordur-thor-aero-coeur"
    )
