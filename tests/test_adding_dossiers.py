"""Adding dossiers: `diwan add` makes a record of each article of a file of a press archive."""

import json
import re

import pytest

import presspapers as made
from diwan.files import sha256_of
from presspapers import Paper
from test_adding import added, record_of, snapshot

OTHERS = (
    "The ferry to the island was taken off the timetable in spring, and nobody on the quay could say who had decided it.",
    "Two schools on the island now begin at ten, because the teachers come with the mail boat and it waits for the tide.",
)


@pytest.fixture
def papers():
    """Articles of an archive, of which the last is a copy of the first."""
    return [Paper(1), Paper(2, title="The ferry that stopped", text=OTHERS), Paper(3, text=Paper(1).text[:2])]


@pytest.fixture
def exported(tmp_path, papers):
    """A file that an archive handed out."""
    path = tmp_path / "Files (3).DOCX"
    path.write_bytes(made.docx(*made.uni(papers)))
    return path


def test_each_article_of_a_file_becomes_a_record_with_a_source_of_its_own(exported, papers, project, diwan):
    """Facts with the archive as their basis, the file and the number noted, rights closed; the check accepts all."""
    code, output = diwan("add", str(exported))
    assert code == 0, output
    names = added(output)
    assert [record_of(project, name)["title"] for name in names] == [
        {"en": paper.headline} for paper in papers
    ]
    for number, name in enumerate(names, start=1):
        record = record_of(project, name)
        assert record["authors"] == [{"name": "Rim Example"}, {"name": "Omar Sample"}]
        assert (record["date"], record["language"], record["access"]) == ("2023-03-03", "en", "record")
        basis = record["basis"]
        assert {basis[fact] for fact in ("title", "authors", "date", "language")} == {
            "stated: by the press archive"
        }
        # The corpus knows the outlet by its name, which stands there with a place behind it.
        assert record["outlet"] == "harbour-post"
        source = project / f"corpus/sources/{name}.cutting"
        assert record["source"] == {
            "sha256": sha256_of(source),
            "media_type": "application/vnd.diwan.cutting+json",
        }
        text = (project / f"corpus/articles/{name}.md").read_text(encoding="utf-8")
        place = f"article {number}/3, SHA-256 {sha256_of(exported)}"
        assert f"# Cut out of Files (3).DOCX: {place}\n" in text
        assert f"# Rights, as the archive states them: {papers[0].rights}\n" in text
    assert "[dossier-rest]" in output
    code, output = diwan("check")
    assert (code, "source" in output) == (0, False)


def test_the_document_of_a_record_is_the_one_that_was_shown(exported, project, diwan):
    """A cutting is read again like any source, and its report says from where it comes."""
    _, output = diwan("add", str(exported))
    name = added(output)[1]
    code, shown = diwan("show", name)
    assert code == 0
    assert "cut from  2/3, SHA-256 " in shown
    assert "read by   cutting 1 of Nexis, Word (DOCX)" in shown
    _, output = diwan("document", "--json", str(project / f"corpus/sources/{name}.cutting"))
    document = json.loads(output)
    assert document["title"] == "The ferry that stopped"
    assert [
        block["text"]
        for block in document["blocks"]
        if block["rule"] == "archive" and block["kind"] == "paragraph"
    ] == [*OTHERS]


def test_versions_within_a_file_and_in_the_corpus_are_named(exported, diwan):
    """An article is compared with those added before it."""
    _, output = diwan("add", str(exported))
    first, _, copy = added(output)
    assert (
        f"near      {first}  [100% of its passages are the same or nearly]"
        in output.partition(f"{copy}.md")[2]
    )


def test_a_dry_run_of_a_file_writes_nothing_and_shows_the_same(exported, project, diwan):
    """What would be added is what is added."""
    before = snapshot(project)
    _, would = diwan("add", "--dry-run", str(exported))
    assert snapshot(project) == before
    _, does = diwan("add", str(exported))
    assert added(would) == added(does)
    assert len(added(does)) == 3


def test_a_file_that_was_added_is_known_whatever_it_is_called(exported, project, diwan):
    """Nothing is written again; of a file with other articles these are added."""
    diwan("add", str(exported))
    before = snapshot(project)
    renamed = exported.rename(exported.with_name("export.docx"))
    code, output = diwan("add", str(renamed))
    assert (code, output.count("[source-known]"), snapshot(project)) == (0, 3, before)


def test_what_may_be_an_article_of_its_own_is_noted_in_the_record_that_has_it(
    papers, tmp_path, project, diwan
):
    """Without its day nobody knows where it begins; who looks at the record later has not seen what was told."""
    papers[1].day = ""
    (tmp_path / "file.docx").write_bytes(made.docx(*made.uni(papers)))
    _, output = diwan("add", str(tmp_path / "file.docx"))
    first, last = added(output)
    texts = [(project / f"corpus/articles/{name}.md").read_text(encoding="utf-8") for name in (first, last)]
    assert re.search(
        r"^# Its lines \d+ to \d+ \(“The ferry that stopped”\) end like an article", texts[0], re.MULTILINE
    )
    assert "end like an article" not in texts[1]


def test_what_is_in_the_way_of_one_article_does_not_stop_the_others(exported, project, diwan):
    """A file with the name of one of them stays; that article is told, and the others are added."""
    _, output = diwan("add", "--dry-run", str(exported))
    first, second, third = added(output)
    (project / f"corpus/sources/{second}.cutting").write_text("mine", encoding="utf-8")
    code, output = diwan("add", str(exported))
    assert (code, added(output), output.count("[file-in-the-way]")) == (1, [first, third], 1)
    assert (project / f"corpus/sources/{second}.cutting").read_text(encoding="utf-8") == "mine"


def test_a_file_among_the_sources_is_known_by_its_cuttings(exported, project, diwan):
    """The cuttings are written beside it, and the check does not ask whose it is."""
    kept = project / "corpus/sources/papers.docx"
    kept.write_bytes(exported.read_bytes())
    _, output = diwan("check")
    assert "[source-unmatched]" in output
    _, output = diwan("add", str(kept))
    assert len(added(output)) == 3
    _, output = diwan("check")
    assert "[source-unmatched]" not in output


def test_files_of_archives_stand_among_others_in_a_folder(exported, tmp_path, diwan):
    """Each is taken apart where its turn comes; progress counts the articles."""
    folder = tmp_path / "saved"
    folder.mkdir()
    exported.rename(folder / "b.docx")
    (folder / "a.txt").write_text(
        "\n\n".join(["The Harbour Post", "A patrol", "By Rim Example", "4 May 2021", *OTHERS])
    )
    (folder / "c.html").write_bytes(made.page([Paper(7)]))
    code, output = diwan("add", str(folder))
    assert code == 0
    assert len(added(output)) == 5
    assert "5 of 5" in output


def test_what_a_list_says_of_a_file_with_one_article_is_said_of_it(tmp_path, project, diwan):
    """An entry of a list with the file attached knows the address, which no archive states."""
    (tmp_path / "one.docx").write_bytes(made.docx(*made.uni([Paper(1)])))
    listed = tmp_path / "list.bib"
    listed.write_text(
        "@article{a, title = {A light in harbour 1}, url = {https://harbour.example/light}, file = {one.docx}}",
        encoding="utf-8",
    )
    _, output = diwan("add", str(listed))
    (name,) = added(output)
    assert record_of(project, name)["url"] == "https://harbour.example/light"


def test_hydrate_takes_a_file_apart_for_the_cuttings_that_records_want(exported, project, diwan):
    """Whoever has the records and the file has the sources: the same bytes, whatever the file is called."""
    _, output = diwan("add", str(exported))
    sources = [project / f"corpus/sources/{name}.cutting" for name in added(output)]
    kept = [source.read_bytes() for source in sources]
    for source in sources[1:]:
        source.unlink()
    renamed = exported.rename(exported.with_name("export.docx"))
    code, output = diwan("hydrate", str(renamed))
    assert (code, "2 sources kept" in output) == (0, True), output
    assert [source.read_bytes() for source in sources] == kept


def test_a_file_that_is_only_looked_at_is_shown_as_one_and_said_to_hold_several(exported, diwan):
    """`diwan document` shows what a reader makes of a file; what it is for an archive is said beside it."""
    code, output = diwan("document", str(exported))
    assert code == 0
    assert "3 articles of a press archive, shown as one: `diwan add` takes the file apart" in output
