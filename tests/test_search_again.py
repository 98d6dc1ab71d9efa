"""An index made again after edits: the same bytes as one made from nothing, and only what changed is worked out."""

import errno
import random
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import MINIMAL, copy_project, edit, files_below
from diwan.build import Wish, judge
from diwan.edition import Edition
from diwan.memory import Memory
from diwan.project import EditionKind, Project
from diwan.search import (
    bundle,
    clitics,
    editions,
    entries,
    marking,
    matter,
    postings,
    renewal,
    shown,
    streams,
    tables,
    vocabulary,
)
from diwan.search.bundle import Indexer
from diwan.search.clitics import HABITS, Clitics

#: Words of several languages, with forms that belong together, and one of another script.
WORDS = [
    "patrol",
    "patrols",
    "patrolling",
    "harbour",
    "navy",
    "naval",
    "الأمن",
    "أمن",
    "وأمن",
    "بالأمن",
    "وزير",
    "الوزير",
    "دورية",
    "دوريات",
    "北约",
    "2024",
    "NATO",
]


class Desk:
    """A project in which somebody edits, and the index that is made again after each edit."""

    def __init__(self, root: Path) -> None:
        self.project = Project(copy_project(root / "project", MINIMAL))
        self.memory = Memory()
        self.indexer = Indexer(self.memory)
        self.sites = (root / "one", root / "two")
        self.times = 0

    def edition(self) -> Edition:
        """Return the edition as it is now."""
        found = judge(self.project, Wish(edition=EditionKind.PRIVATE), self.memory)
        assert found.value, list(found.problems)
        return found.value

    def again(self) -> dict[str, bytes]:
        """Return the files of the index, made with everything that is remembered."""
        self.times += 1
        new, old = self.sites[self.times % 2], self.sites[(self.times + 1) % 2]
        standing = contents(old)
        self.indexer.write(self.edition(), new, old)
        # Readers may still be at the one before.
        assert contents(old) == standing
        return contents(new)

    def in_another_process(self) -> dict[str, bytes]:
        """Return the files of the index, made by one that knows what others left on disk and nothing else."""
        root, self.times = self.project.root, self.times + 1
        memory = Memory(root / "words.sqlite", lasting=False)
        standing = root / f"site-{self.times - 1}"
        Indexer(memory, root / "kept").write(
            self.edition(), root / f"site-{self.times}", standing if standing.is_dir() else None
        )
        memory.keep()
        return contents(root / f"site-{self.times}")

    def anew(self, site: Path) -> dict[str, bytes]:
        """Return the files of the index, made from nothing."""
        Indexer(Memory()).write(self.edition(), site)
        return contents(site)

    def edit(self, chance: random.Random, *, kind: str) -> None:
        """Change words of an article or a name of a concept, add an article, or take one away."""
        folder = self.project.corpus / "articles"
        note = (folder / "undated-note.md").read_text(encoding="utf-8")
        added = sorted(folder.glob("added-*.md"))
        said = " ".join(chance.choices(WORDS, k=chance.randint(1, 9)))
        if kind == "add":
            name = f"added-{chance.randint(0, 99)}"
            text = note.replace("id: undated-note", f"id: {name}") + f"\n{said}\n"
            (folder / f"{name}.md").write_text(text, encoding="utf-8")
        elif kind == "tidy":
            # Somebody deletes what looks like rubbish: a file of one of the two last indexes.
            files = [path for site in self.sites for path in files_below(site)]
            chance.choice(files).unlink()
        elif kind == "remove" and added:
            chance.choice(added).unlink()
        elif kind == "rename":
            # A name may come to stand in texts, no longer stand there, or be part of another.
            entities = self.project.corpus / "entities.yml"
            place = f"- id: southport\n  type: place\n  names: {{en: {{label: {said.split()[0]} {chance.randint(0, 9)}"
            variants = f", variants: [{', '.join({*said.split()} - {'2024'}) or 'Southport'}]}}}}\n"
            before, _, _ = entities.read_text(encoding="utf-8").partition("- id: southport\n")
            entities.write_text(before + place + variants, encoding="utf-8")
        else:
            path = chance.choice([*added, folder / "undated-note.md"])
            path.write_text(path.read_text(encoding="utf-8") + f"\n{said}\n", encoding="utf-8")


def contents(site: Path) -> dict[str, bytes]:
    """Return every file of an index by its name; nothing where there is none."""
    if not site.is_dir():
        return {}
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in files_below(site)}


@given(
    st.lists(st.sampled_from(["add", "remove", "change", "rename", "tidy"]), min_size=1, max_size=6),
    st.integers(0, 999),
)
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_an_index_made_again_is_the_one_made_from_nothing(tmp_path_factory, kinds, seed):
    """Whatever was added, changed and taken away before: the bytes of every file are the same."""
    desk, chance = Desk(tmp_path_factory.mktemp("desk")), random.Random(seed)
    desk.again()
    for number, kind in enumerate(kinds):
        desk.edit(chance, kind=kind)
        assert desk.again() == desk.anew(desk.project.root / f"anew-{number}")


@given(
    st.lists(st.sampled_from(["add", "remove", "change", "rename"]), min_size=1, max_size=4),
    st.integers(0, 999),
    st.sampled_from([0, 16]),
)
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_an_index_renewed_from_what_was_put_away_is_the_one_made_from_nothing(
    tmp_path_factory, kinds, seed, few
):
    """One process after the other, whether each puts away what it knows or only those in which much changed."""
    desk, chance = Desk(tmp_path_factory.mktemp("desk")), random.Random(seed)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bundle, "FEW", few)
        patch.setattr(renewal, "FEW", 1)
        desk.in_another_process()
        for number, kind in enumerate(kinds):
            desk.edit(chance, kind=kind)
            assert desk.in_another_process() == desk.anew(desk.project.root / f"anew-{number}")


#: An event, told of in one article.
EVENT = """- id: 2021-patrols-begin
  date: 2021-05-01
  title: {en: The patrols begin}
  text: {en: Two boats leave.}
  sources: [harbour-2021-patrol#en2@1b3ab1c0ee91ac43]
"""
NOTE, PATROL = "articles/undated-note.md", "articles/harbour-2021-patrol.md"


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (PATROL, "date: 2021-05-04", "date: 2019-05-04"),
        (NOTE, "kind: news", "kind: opinion"),
        (NOTE, "themes: [joint-patrol]\n", "themes: []\nundecided: [themes]\n"),
        (NOTE, "outlet: harbour-post", "outlet: sawt-al-marsa"),
        (NOTE, "read: full", "read: opening"),
        (NOTE, "url: unknown", "url: unknown\nauthors:\n- {name: Southport, entity: southport}"),
        (NOTE, "read: full", "read: full\nnotes:\n- It names Northport."),
        (NOTE, "read: full", "read: full\nvariant_of: {article: harbour-2021-patrol, how: edited}"),
        (NOTE, "on Southport", "on Northport"),
        (PATROL, "value: supportive", "value: critical"),
        ("codebook.yml", "{en: The patrol,", "{en: A patrol,"),
        ("codebook.yml", "{en: critical,", "{en: against it,"),
        ("outlets.yml", "country: GB", "country: FR"),
        ("outlets.yml", "The Harbour Post", "The Harbour Times"),
        ("entities.yml", "label: Northport", "label: Northern Port"),
        (
            "entities.yml",
            "type: place\n  names: {en: {label: South",
            "type: state\n  names: {en: {label: South",
        ),
        ("events.yml", "The patrols begin", "The patrols start"),
        ("events.yml", "harbour-2021-patrol#en2@1b3ab1c0ee91ac43", "marsa-2022-dawriya#en1@13559bc3dce2394e"),
    ],
)
def test_tables_are_made_again_where_anything_they_are_made_of_changes(tmp_path, file, old, new):
    """An edit of a record or a vocabulary gives what it gives from nothing."""
    desk = Desk(tmp_path)
    (desk.project.corpus / "events.yml").write_text(EVENT, encoding="utf-8")
    before = desk.in_another_process()
    edit(desk.project.corpus / file, old, new)
    after = desk.in_another_process()
    assert after == desk.anew(tmp_path / "anew")
    assert after != before


@pytest.mark.parametrize("process", ["again", "in_another_process"])
def test_a_vocabulary_is_not_made_again_where_no_form_comes_or_goes(tmp_path, monkeypatch, process):
    """Words that are known change how often each stands in the corpus: only chunks in which that shows are made."""
    monkeypatch.setattr(entries, "STRINGS_MAX", 20)
    desk = Desk(tmp_path)
    again = getattr(desk, process)
    again()
    edit(desk.project.corpus / NOTE, "nothing more.", f"nothing more:{40 * ' boats'}.")
    made, chunks = [], []
    real, real_chunk = vocabulary.VocabularyMaker._new, entries._chunk
    with monkeypatch.context() as patch:
        patch.setattr(vocabulary.VocabularyMaker, "_new", lambda *given: made.append(given) or real(*given))
        patch.setattr(entries, "_chunk", lambda *given: chunks.append(given) or real_chunk(*given))
        found = again()
    assert (made, len(chunks)) == ([], 1)
    assert found == desk.anew(tmp_path / "anew")


def test_what_other_articles_show_and_tables_are_not_made_again(tmp_path, monkeypatch):
    """After an edit of a digest that names nobody, the file of its article is made and no other; tables are remembered."""
    monkeypatch.setattr(matter, "BATCH", 1)
    desk = Desk(tmp_path)
    desk.in_another_process()
    made, tabled = [], []
    real, real_columns = shown.prefixed, tables.columns_of
    monkeypatch.setattr(shown, "prefixed", lambda *given: made.append(given) or real(*given))
    monkeypatch.setattr(tables, "columns_of", lambda *given: tabled.append(given) or real_columns(*given))
    edit(desk.project.corpus / NOTE, "nothing more", "nothing less")
    desk.in_another_process()
    # Once for its checksum, once to be written.
    assert (len(made), len(set(made)), tabled) == (2, 1, [])


def test_files_that_cannot_be_linked_are_copied(tmp_path, monkeypatch):
    """A disk that knows no links costs the copying alone: what is shown of articles that did not change is not made again."""
    monkeypatch.setattr(matter, "BATCH", 1)
    desk = Desk(tmp_path)
    desk.in_another_process()
    edit(desk.project.corpus / NOTE, "nothing more", "nothing less")
    made, real = [], shown.prefixed
    with monkeypatch.context() as patch:
        patch.setattr(shown, "prefixed", lambda *given: made.append(given) or real(*given))
        patch.setattr(editions.os, "link", _no_link)
        found = desk.in_another_process()
    assert found == desk.anew(tmp_path / "anew")
    assert len(set(made)) == 1


def _no_link(*_: object) -> None:
    raise OSError(errno.EPERM, "no links here")


@pytest.mark.parametrize("lost", ["index", "editions", "words.sqlite", "site"])
def test_an_index_is_made_from_nothing_where_what_was_put_away_is_lost(tmp_path, monkeypatch, lost):
    """A file that is cut short is as good as none."""
    monkeypatch.setattr(bundle, "FEW", 0)
    desk = Desk(tmp_path)
    desk.in_another_process()
    desk.edit(random.Random(1), kind="change")
    if lost == "site":
        shutil.rmtree(desk.project.root / "site-1")
    else:
        path = next(desk.project.root.rglob(lost))
        path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    assert desk.in_another_process() == desk.anew(tmp_path / "anew")


def test_what_cannot_be_renewed_is_put_away_again(tmp_path, monkeypatch):
    """Where words were forgotten one index is made from nothing, and not each that follows."""
    monkeypatch.setattr(bundle, "FEW", 0)
    monkeypatch.setattr(renewal, "FEW", 1)
    desk, chance, renewing = Desk(tmp_path), random.Random(1), []
    real = renewal.Renewer.recall

    def recall(renewer, known):
        real(renewer, known)
        renewing.append(renewer.vocabulary is not None)

    monkeypatch.setattr(renewal.Renewer, "recall", recall)
    desk.in_another_process()
    monkeypatch.setattr(bundle, "FEW", 16)
    (desk.project.root / "words.sqlite").unlink()
    for _ in range(2):
        desk.edit(chance, kind="change")
        desk.in_another_process()
    assert renewing == [False, False, True]


@pytest.mark.parametrize("batch", [1, 64])
def test_an_index_renewed_from_what_was_put_away_works_out_what_changed(tmp_path, monkeypatch, batch):
    """Words and mentions of other articles are on disk, of its batch as well, and records of classes are taken over."""
    monkeypatch.setattr(matter, "BATCH", batch)
    monkeypatch.setattr(bundle, "FEW", 0)
    monkeypatch.setattr(renewal, "FEW", 1)
    desk = Desk(tmp_path)
    desk.in_another_process()
    read, made, searched = [], [], []
    real, real_postings, real_searched = matter.parts_of_article, renewal.make_postings, marking.searched_in
    monkeypatch.setattr(
        marking, "searched_in", lambda fragment: searched.append(fragment) or real_searched(fragment)
    )
    monkeypatch.setattr(
        matter, "parts_of_article", lambda *given: read.append(given[1].article.id) or real(*given)
    )
    monkeypatch.setattr(
        renewal, "make_postings", lambda *given: made.append(len(given)) or real_postings(*given)
    )
    desk.edit(random.Random(1), kind="change")
    desk.in_another_process()
    assert (read, len(searched)) == (["undated-note"], 1)
    # Of chosen classes each time: those of the article before and now, and those that differ.
    assert made == [3, 3, 3]


def test_only_the_article_that_changed_is_read_again(tmp_path, monkeypatch):
    """Its words are found anew and its fragment is written; the fragments of all others are the very same files."""
    desk = Desk(tmp_path)
    desk.again()
    read = []
    real = matter.parts_of_article
    monkeypatch.setattr(
        matter, "parts_of_article", lambda *given: read.append(given[1].article.id) or real(*given)
    )
    desk.edit(random.Random(1), kind="change")
    desk.again()
    assert read == ["undated-note"]
    old, new = ({path.stat().st_ino for path in site.rglob("article/*.bin")} for site in desk.sites)
    assert (len(old), len(new), len(old & new)) == (3, 3, 2)


@pytest.mark.parametrize("edition", list(EditionKind))
def test_what_one_edition_remembers_does_not_enter_another(tmp_path, edition):
    """The same indexer, asked for the other edition in between, writes what it would have written at first."""
    desk = Desk(tmp_path)
    editions = {kind: judge(desk.project, Wish(edition=kind), desk.memory).value for kind in EditionKind}
    found = []
    for number, kind in enumerate((edition, *EditionKind, edition)):
        desk.indexer.write(editions[kind], tmp_path / f"site-{number}")
        found.append(contents(tmp_path / f"site-{number}"))
    assert found[0] == found[-1]


def test_classes_worked_out_in_small_ranges_are_the_same(tmp_path, monkeypatch):
    """How many words are worked out at a time, and by how many processes, bears on no byte."""
    desk = Desk(tmp_path)
    whole = desk.anew(tmp_path / "whole")
    monkeypatch.setattr(postings, "RANGE_WORDS", 20)
    monkeypatch.setattr(streams, "_WORDS_TOGETHER", 7)
    monkeypatch.setattr(matter, "BATCH", 1)
    for workers in ("1", "2"):
        monkeypatch.setenv("DIWAN_WORKERS", workers)
        assert desk.anew(tmp_path / f"by-{workers}") == whole


@given(
    st.lists(
        st.dictionaries(
            st.builds(
                "".join,
                st.tuples(
                    st.sampled_from(["", "و", "ال", "وال", "ب", "لل"]),
                    st.text("امنبحر", min_size=2, max_size=4),
                    st.sampled_from(["", "ه", "ات", "ها", "ي"]),
                ),
            ),
            st.integers(1, 4),
            max_size=30,
        ),
        min_size=2,
        max_size=5,
    ),
    st.booleans(),
)
def test_arabic_read_again_is_read_as_at_first(states, few):
    """Forms come, go, and become more frequent: every reading is that of somebody who sees the last state alone."""
    again = Clitics(HABITS["ar"])
    # Where more than a few changed, all are read anew: both ways must be right.
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(clitics, "_FEW", 20 if few else 0.01)
        told = {}
        for forms in states:
            changed = again.read(forms)
            anew = Clitics(HABITS["ar"])
            anew.read(forms)
            told = {form: again.readings(form) if form in changed else told[form] for form in forms}
            assert told == {form: anew.readings(form) for form in forms}


@pytest.mark.parametrize("few", [1, 50])
def test_postings_are_taken_over_where_words_are_what_they_were(tmp_path, monkeypatch, few):
    """An edit of one article, with new words, other places and a word less, gives what all of them give from nothing."""
    monkeypatch.setattr(renewal, "FEW", few)
    desk = Desk(tmp_path)
    desk.again()
    note = desk.project.corpus / "articles/undated-note.md"
    text = note.read_text(encoding="utf-8")
    for number, changed in enumerate(
        (
            text + "\nدورية harbour zzqx patrols.\n",
            text.replace("A short note", "Zzqw: a note"),
            text.replace("Southport", "harbour", 1),
            text,
        )
    ):
        assert number == 3 or changed != text
        note.write_text(changed, encoding="utf-8")
        assert desk.again() == desk.anew(tmp_path / f"anew-{number}")


def test_a_process_that_makes_one_index_holds_little_and_makes_the_same(tmp_path):
    """What a build lets go on its way it reads again from disk, or works out again where it cannot be written."""
    desk = Desk(tmp_path)
    edition, wanted = desk.edition(), desk.anew(tmp_path / "wanted")
    for name, file in (("first", "memory"), ("second", "memory"), ("unwritten", "no/such/folder")):
        memory = Memory(tmp_path / file, lasting=False)
        Indexer(memory).write(edition, tmp_path / name)
        assert contents(tmp_path / name) == wanted, name
