"""Filling: a source that is found for a record says what the record did not know, and nothing is written over."""

import json
import re

import pytest

from conftest import edit
from diwan.adding.fetching import Fetcher
from diwan.adding.hydrate import HydratingWish, hydrate
from diwan.project import Project
from localserver import running_server
from test_adding import added, record_of
from test_adding_folders import page

WALL = "<p>38% of this article remain. Subscribe to continue reading.</p></body>"


@pytest.fixture
def hydrated(tmp_path, project, diwan):
    """How to add a reference, change its record, and find its page; returns the record and what was told."""

    def run(entry, html, changes=(), **wish):
        with running_server() as server:
            entry = {"type": "webpage", "URL": f"{server.url}/2/patrol", **entry}
            (tmp_path / "list.json").write_text(json.dumps([entry]), encoding="utf-8")
            _, output = diwan("add", str(tmp_path / "list.json"))
            (name,) = added(output)
            for old, new in changes:
                edit(project / f"corpus/articles/{name}.md", old, new)
            server.answers["/2/patrol"] = (200, {}, html.encode())
            fetcher = Fetcher(is_allowed=lambda address: address.is_loopback, sleep=lambda _: None)
            outcome = hydrate(Project(project), HydratingWish(fetch=True, fetcher=fetcher, **wish))
        assert [found.article for found in outcome.value.found] == [name], outcome.problems
        assert diwan("check")[0] == 0
        return record_of(project, name), "\n".join(outcome.value.found[0].told)

    return run


DATED = page().replace("<h1>", '<meta property="article:published_time" content="2021-05-04T10:00:00Z"><h1>')


def test_a_record_from_a_list_learns_from_its_source_what_it_did_not_know(hydrated):
    """Language, day, authors, themes and how much was read, each with its basis; the list's title is now stated."""
    record, told = hydrated({"title": "A patrol that meets nobody"}, DATED)
    assert record["title"] == {"en": "A patrol that meets nobody"}
    assert (record["language"], record["date"], record["read"]) == ("en", "2021-05-04", "full")
    assert (record["authors"], record["themes"]) == ([{"name": "Rim Example"}], ["joint-patrol"])
    assert record["basis"]["title"].startswith("stated")
    assert record["basis"]["date"].startswith("stated: in the data of the page")
    assert record["basis"]["language"] == "inferred: from the text itself"
    assert set(record["undecided"]) == {"kind", "themes", "summary", "outlet"}
    assert "source" in record
    for line in ("date: 2021-05-04 [stated", "language: en [", "authors: Rim Example [", "joint-patrol 2"):
        assert line in told


def test_a_language_told_by_a_title_gives_way_to_that_of_the_text(hydrated):
    """A title is short; what it was filed under goes with it."""
    title = "Die Boote fahren jede Nacht in die Bucht hinaus"
    record, told = hydrated({"title": title}, DATED.replace("A patrol that meets nobody", title))
    assert (record["language"], record["basis"]["language"]) == ("en", "inferred: from the text itself")
    assert record["title"] == {"en": title}
    assert "language" not in record["undecided"]
    assert "language: en [" in told


def test_what_a_list_says_otherwise_stays_and_is_told(hydrated, project):
    """Nobody knows whether somebody has corrected it."""
    entry = {
        "title": "A patrol meets nobody at sea",
        "author": [{"literal": "Ana Other"}],
        "issued": {"raw": "2021-05-03"},
    }
    record, told = hydrated(entry, DATED)
    assert list(record["title"].values()) == ["A patrol meets nobody at sea"]
    assert (record["authors"], record["date"]) == ([{"name": "Ana Other"}], "2021-05-03")
    assert (
        record["basis"]["title"]
        == record["basis"]["date"]
        == "inferred: from the list of references it came in"
    )
    assert "the source has the title “A patrol that meets nobody”" in told
    assert "the source has date 2021-05-04" in told
    assert "the source has authors Rim Example" in told
    (text,) = [
        p.read_text(encoding="utf-8") for p in (project / "corpus/articles").glob("*-2021-patrol-meets*.md")
    ]
    assert "\n# From the source: the source has date 2021-05-04" in text


def test_a_day_that_a_list_gives_to_the_month_is_completed(hydrated):
    """It is the same day, and more is known of it."""
    record, _ = hydrated(
        {"title": "A patrol that meets nobody", "issued": {"date-parts": [[2021, 5]]}}, DATED
    )
    assert (record["date"], record["basis"]["date"].partition(":")[0]) == ("2021-05-04", "stated")


def test_what_somebody_has_decided_is_not_written_over(hydrated):
    """In a record in which nothing is left to decide only the source is written; the rest is told."""
    entry = {"title": "A patrol that meets nobody", "language": "fr"}
    done = "undecided:\n- kind\n- themes\n- summary\n- outlet\n- date\n"
    record, told = hydrated(entry, DATED, [(done, ""), ("themes: []", "themes: [joint-patrol]")])
    assert (record["date"], record["language"], record["authors"]) == ("unknown", "fr", [])
    assert record["read"] == "opening"
    assert "source" in record
    assert "the source has date 2021-05-04" in told


def test_a_note_behind_a_field_keeps_the_record_as_it_is(hydrated):
    """The source is written, and what could not be written is told to be done by hand."""
    record, told = hydrated(
        {"title": "A patrol that meets nobody"},
        DATED,
        [("date: unknown\nlanguage", "date: unknown  # ask Rim\nlanguage")],
    )
    assert (record["date"], record["basis"]["language"]) == (
        "unknown",
        "inferred: from the title in the list of references",
    )
    assert "source" in record
    assert "not written, by hand: date: 2021-05-04" in told


def test_of_an_opening_that_was_found_the_record_says_so(hydrated):
    """No more was read than before, and somebody is asked to get the rest."""
    record, told = hydrated({"title": "A patrol that meets nobody"}, DATED.replace("</body>", WALL))
    assert (record["read"], "read" in record["undecided"]) == ("opening", True)
    assert "the source is only the opening" in told


def test_a_dry_run_tells_what_would_be_filled(hydrated):
    """And writes nothing."""
    record, told = hydrated({"title": "A patrol that meets nobody"}, DATED, dry_run=True)
    assert (record["date"], "source" in record) == ("unknown", False)
    assert "date: 2021-05-04" in told


def test_the_page_of_a_record_without_a_text_is_said_to_be_its(tmp_path, project, diwan):
    """Who lists references first and saves their pages then gets no second record of each, but the way to the first."""
    entry = {"type": "webpage", "title": "A patrol that meets nobody", "URL": "https://quay.example/2/patrol"}
    (tmp_path / "list.json").write_text(json.dumps([entry]), encoding="utf-8")
    _, output = diwan("add", str(tmp_path / "list.json"))
    (name,) = added(output)
    assert re.search(r"^  text +none yet$", output, re.MULTILINE)
    assert "1 reference came without a text" in output
    _, output = diwan("add", str(tmp_path / "list.json"))
    assert "`diwan hydrate https://quay.example/2/patrol` gives it the page" in output
    saved = tmp_path / "the page.html"
    saved.write_text(
        page(title="Another matter", url=entry["URL"]).replace("patrol", "lamp"), encoding="utf-8"
    )
    assert len(added(diwan("add", "--dry-run", str(saved))[1])) == 1
    saved.write_text(page(url=entry["URL"]), encoding="utf-8")
    code, output = diwan("add", str(saved))
    assert (code, added(output), output.count("[source-known]")) == (0, [], 1), output
    assert f"recorded already: {name}" in output
    assert f"`diwan hydrate '{saved}'` gives it the file that it has now" in output
    assert diwan("hydrate", str(saved))[0] == 0
    assert record_of(project, name)["read"] == "full"


def test_a_file_whose_record_is_there_without_it_is_said_to_be_put_back(tmp_path, project, diwan):
    """Who has a project without its sources and adds one of them is not told that nothing is to be done."""
    saved = tmp_path / "my page.html"
    saved.write_text(page(), encoding="utf-8")
    (name,) = added(diwan("add", str(saved))[1])
    assert "mend: nothing is to be done\n" in diwan("add", str(saved))[1]
    (project / f"corpus/sources/{name}.html").unlink()
    assert f"mend: `diwan hydrate '{saved}'` puts it into corpus/sources/\n" in diwan("add", str(saved))[1]
    assert diwan("hydrate", str(saved))[0] == 0
    assert "mend: nothing is to be done\n" in diwan("add", str(saved))[1]


def test_a_page_saved_another_time_is_said_not_to_be_the_file_that_its_record_names(tmp_path, project, diwan):
    """Who has a project without its sources, which are never handed on with it, learns why a page that they saved is not taken."""
    saved = tmp_path / "page.html"
    saved.write_text(page(url="https://quay.example/2/patrol"), encoding="utf-8")
    (name,) = added(diwan("add", str(saved))[1])
    source = project / f"corpus/sources/{name}.html"
    source.unlink()
    saved.write_text(
        page(url="https://quay.example/2/patrol").replace("</body>", "<p>9 views</p></body>"),
        encoding="utf-8",
    )
    code, output = diwan("hydrate", str(saved))
    assert (code, source.exists()) == (0, False)
    assert f"this is the page of '{name}', but not the file that its record names" in output
    record = project / f"corpus/articles/{name}.md"
    lines = record.read_text(encoding="utf-8")
    record.write_text(re.sub(r"source:\n  sha256: .*\n  media_type: .*\n", "", lines), encoding="utf-8")
    code, output = diwan("hydrate", str(saved))
    assert (code, source.exists()) == (0, True), output


@pytest.mark.parametrize("by", ["address", "title"])
def test_a_list_that_was_exported_again_with_its_files_gives_them_to_its_records(
    by, tmp_path, project, diwan
):
    """Nothing is recorded twice: `diwan add` says how, and `diwan hydrate` takes the list."""
    entry = {"type": "webpage", "title": "A patrol that meets nobody", "attachments": [{"path": "page.html"}]}
    entry |= (
        {"URL": "https://quay.example/2/patrol"} if by == "address" else {"container-title": "The Quay Post"}
    )
    path = tmp_path / "list.json"
    path.write_text(json.dumps([entry]), encoding="utf-8")
    _, output = diwan("add", str(path))
    (name,) = added(output)
    assert "[attachment-missing]" in output
    (tmp_path / "page.html").write_text(
        page(url="https://quay.example/2/patrol" if by == "address" else ""), encoding="utf-8"
    )
    code, output = diwan("add", str(path))
    assert (code, added(output), output.count("[source-known]")) == (0, [], 1), output
    assert f"`diwan hydrate {path}` gives it the file that it has now" in output
    code, output = diwan("hydrate", str(path))
    assert (code, f"{name}: {tmp_path / 'page.html'} (by" in output) == (0, True), output
    record = record_of(project, name)
    assert (record["read"], record["authors"]) == ("full", [{"name": "Rim Example"}])
    assert (project / f"corpus/sources/{name}.html").exists()
    assert "[source-known]" in diwan("add", str(path))[1]
    assert diwan("check")[0] == 0


def test_in_a_folder_lists_and_what_browsers_save_beside_pages_are_no_sources(tmp_path, diwan):
    """A list is to be named itself, and of what lies in `page_files/` nothing is said but its number."""
    folder = tmp_path / "saved"
    (folder / "page_files").mkdir(parents=True)
    (folder / "page.html").write_text(page(), encoding="utf-8")
    (folder / "page_files/style.css").write_text("p {}", encoding="utf-8")
    (folder / "list.ris").write_text("TY  - NEWS\nTI  - Boats\nER  - \n", encoding="utf-8")
    (folder / "link.url").write_text("[InternetShortcut]\nURL=https://quay.invalid/1\n", encoding="utf-8")
    code, output = diwan("hydrate", str(folder))
    assert (code, output.count("warning:")) == (0, 2), output
    assert f"name the list itself: {folder / 'list.ris'}" in output
