"""What a later run reads, judges and lays out again: what somebody changed, to the same end as a first run."""

import pickle

import pytest

from conftest import copy_project, edit
from diwan.build import Wish, build
from diwan.corpus import check, vocabularies
from diwan.library.survey import survey
from diwan.links import Ends
from diwan.memory import Memory
from diwan.pages import generate
from diwan.press import SPARSE, Printed, note_pages, standing_pages
from diwan.project import Project

RECORD = "corpus/articles/undated-note.md"


def surveyed(folder):
    """Return what a process of its own finds in a project: the survey, and what is wrong."""
    project = Project(folder)
    project.work.mkdir(exist_ok=True)
    memory = Memory(project.memory, lasting=False)
    found = survey(project.corpus, [project.corpus / "sources"], memory)
    memory.keep()
    return found


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (RECORD, "themes: [joint-patrol]", "themes: [joint-patrols]"),
        ("corpus/outlets.yml", "- id: harbour-post", "- id: harbour-posts"),
        ("corpus/codebook.yml", "- id: supportive", "- id: in-favour"),
    ],
)
def test_what_is_wrong_is_told_again_and_no_longer_once_it_is_mended(path, old, new, tmp_path):
    """Records that did not change are remembered as they were judged: with what they name, which may have changed."""
    project = copy_project(tmp_path)
    well = surveyed(project).problems
    edit(project / path, old, new)
    broken = surveyed(project).problems
    assert broken != well
    assert surveyed(project).problems == broken == surveyed(copy_of(project, tmp_path)).problems
    edit(project / path, new, old)
    assert surveyed(project).problems == well


def copy_of(project, folder):
    """Return a copy of a project that remembers nothing."""
    other = copy_project(folder / "other")
    for name in (RECORD, "corpus/outlets.yml", "corpus/codebook.yml"):
        (other / name).write_bytes((project / name).read_bytes())
    return other


def test_records_and_lists_that_did_not_change_are_not_judged_again(tmp_path, monkeypatch):
    """A list is read again by itself."""
    project = copy_project(tmp_path)
    first = surveyed(project)
    read, real = [], vocabularies.parse_yaml
    monkeypatch.setattr(
        vocabularies, "parse_yaml", lambda text, name, **more: read.append(name) or real(text, name, **more)
    )
    monkeypatch.setattr(check, "_record_problems", lambda *_: pytest.fail("a record was judged again"))
    again = surveyed(project)
    assert again.value.corpus.entities == first.value.corpus.entities
    assert not [name for name in read if name.endswith(".yml")]
    # Records name the ids of a list alone.
    edit(project / "corpus/outlets.yml", "country: ", "country:  ")
    assert surveyed(project).value.corpus.outlets.keys() == first.value.corpus.outlets.keys()
    assert [name for name in read if name.endswith(".yml")] == ["corpus/outlets.yml"]


def test_a_value_of_the_corpus_comes_back_as_it_was(tmp_path):
    """From disk or another process: equal, of the same kind, frozen, and still telling what somebody gave."""
    corpus = surveyed(copy_project(tmp_path)).value.corpus
    values = [corpus.codebook.value, *(file.record for file in corpus.articles.values())]
    for value in values:
        back = pickle.loads(pickle.dumps(value))  # noqa: S301  # made here
        assert back == value
        assert (repr(back), back.model_fields_set) == (repr(value), value.model_fields_set)
        assert back.model_dump_json() == value.model_dump_json()
        with pytest.raises(ValueError, match="frozen"):
            back.id = "another"


def test_pages_of_many_articles_are_laid_out_only_where_one_of_them_may_change(tmp_path, monkeypatch):
    """Lists show no digest; a title they show."""
    project = copy_project(tmp_path)
    assert build(Project(project), Wish()).value
    laid_out, real = [], generate._OTHERS["articles"]
    monkeypatch.setitem(generate._OTHERS, "articles", lambda one: laid_out.append("lists") or real(one))
    for old, new, expected in (
        ("nothing more.", "nothing else.", []),
        ("A note without a date.", "A note of no date.", ["lists", "lists"]),
    ):
        laid_out.clear()
        edit(project / RECORD, old, new)
        assert build(Project(project), Wish()).value
        assert laid_out == expected


def test_of_a_few_pages_that_are_others_a_second_note_tells(tmp_path):
    """It is read over the first, grows, and goes once many pages are others; of a page never shown the first still tells."""
    notes, site = tmp_path / "pages", {f"{number}/index.html": (1, 1, number) for number in range(4 * SPARSE)}
    pages = {name: Printed("made", Ends((), ("top",)), standing=True) for name in site}
    note_pages(notes, pages, site)
    first = notes.stat().st_ino

    def change(names, key):
        """Note a build that made these pages anew; return what the next one reads."""
        former = standing_pages(notes, site)
        made = {name: Printed(key, Ends(("../",), ())) for name in names}
        site.update({name: (2, len(key), site[name][2]) for name in names})
        pages.update({name: page._replace(standing=True) for name, page in made.items()})
        note_pages(notes, {**former, **made}, site, former)
        return standing_pages(notes, site)

    before = dict(site)
    assert change(["1/index.html"], "anew") == pages
    assert change(["2/index.html"], "anew again") == pages
    assert notes.stat().st_ino == first
    assert {page.key for page in standing_pages(notes, before).values()} == {"made"}
    assert change(list(site)[:SPARSE], "all of these") == pages
    assert notes.stat().st_ino != first
    assert [path.name for path in tmp_path.iterdir()] == ["pages"]
