"""What has not changed costs nothing, and what was remembered is never wrong."""

import os
import random
import re
import shutil
import sqlite3
import subprocess
import sys
import weakref
from contextlib import closing
from functools import cached_property

import pytest

from conftest import ROOT, copy_project, edit, files_below
from diwan import build as building
from diwan import memory as memory_module
from diwan import press, publish
from diwan.build import Wish, build
from diwan.cli import build as build_verb
from diwan.documents import convert
from diwan.files import mark_of, sha256_of
from diwan.memory import Memory
from diwan.model.correction import block_name
from diwan.model.pointer import sha256_of_text
from diwan.pages import entities, figures, generate, lists
from diwan.pages.sight import Sights
from diwan.problems import Location, Outcome, Problem
from diwan.project import Project


def tree(folder):
    """Return every file below a folder by name."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files_below(folder)}


def marks(folder):
    """Return inode and time of every file below a folder by name: what differs was written."""
    found = {path.relative_to(folder).as_posix(): path.stat() for path in files_below(folder)}
    return {name: (stat.st_ino, stat.st_mtime_ns) for name, stat in found.items()}


#: What the small project has none of.
FURTHER = {
    "articles/undated-note.ar.md": "ملاحظة قصيرة.\n",
    "events.yml": """- id: 2021-patrols-begin
  date: 2021-05-01
  title: {en: The patrols begin, ar: بدء الدوريات}
  text: {en: Two boats leave at dusk., ar: يغادر قاربان عند الغسق.}
  actors: [northport]
  themes: [joint-patrol]
  sources: [harbour-2021-patrol#en2@1b3ab1c0ee91ac43]
""",
    "claims.yml": """- id: calmer-nights
  statement: {en: Nights are calmer., ar: الليالي أهدأ.}
  themes: [joint-patrol]
  voices:
  - {who: The report, how: asserts, at: harbour-2021-patrol#en2@1b3ab1c0ee91ac43}
""",
}


@pytest.fixture
def built(tmp_path):
    """A small project with a theme of its own, built."""
    project = copy_project(tmp_path / "project")
    shutil.copytree(ROOT / "scripts/diwan/theme", project / "theme")
    config = (project / "mkdocs.yml").read_text(encoding="utf-8")
    config = config.replace(str(ROOT / "scripts/diwan/theme"), "theme")
    (project / "mkdocs.yml").write_text(config, encoding="utf-8")
    for name, text in FURTHER.items():
        (project / "corpus" / name).write_text(text, encoding="utf-8")
    assert not build(Project(project), Wish()).problems
    return project


def remove(folder, pattern):
    """Remove files."""
    for path in folder.glob(pattern):
        path.unlink()


def hide(path, old, new):
    """Change a file so that its size and its time stay what they were."""
    stat = path.stat()
    edit(path, old, new)
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert path.stat().st_size == stat.st_size


def correct_heading(project):
    """Say that the heading of the source is a paragraph."""
    named = block_name(9, "Calmer nights")
    text = f"- block: {named}\n  kind: paragraph\n  reason: It is plain to see.\n"
    (project / "corpus/corrections").mkdir()
    (project / "corpus/corrections/harbour-2021-patrol.yml").write_text(text, encoding="utf-8")


def add_article(project):
    """Add an article that is like another."""
    text = (project / HARBOUR).read_text(encoding="utf-8").replace("harbour-2021-patrol", "a-patrol")
    (project / "corpus/articles/a-patrol.md").write_text(text, encoding="utf-8")


#: The second passage of the source of that record.
SECOND = (
    "Since the boats went out on the first of May there has been not a single theft, the harbour master said, "
    "and the fishermen have begun to leave their lamps outside again."
)
RECORD, HARBOUR = "corpus/articles/undated-note.md", "corpus/articles/harbour-2021-patrol.md"
PAGE = "docs/articles/undated-note.md"
#: Edits in groups. Those of a group are made one after the other with a build after each, and none of them has pages made
#: anew that would have hidden what a former one missed.
EDITS = {
    "records": {
        "a record": lambda p: edit(p / RECORD, "short note", "long note"),
        "a word of the same length at the same time": lambda p: hide(p / HARBOUR, "names two towns", "names few towns"),
        "a summary": lambda p: edit(p / RECORD, "A note without a date.", "A note of no date."),
        "an answer": lambda p: edit(p / HARBOUR, "value: supportive", "value: critical"),
        "a date": lambda p: edit(p / HARBOUR, "date: 2021-05-04", "date: 2020-05-04"),
        "a title that other pages list": lambda p: edit(p / RECORD, "on the bay]", "on a bay]"),
        "a digest in another language that goes": lambda p: remove(p / "corpus/articles", "*.ar.md"),
        "a correction": correct_heading,
        "a theme that an article leaves": lambda p: edit(p / RECORD, "themes: [joint-patrol]", "themes: []\nundecided: [themes]"),
        "a note that links": lambda p: edit(p / "corpus/articles/marsa-2022-dawriya.md", "Only the", "Beside [it](article:harbour-2021-patrol#en1), only the"),
        "a right": lambda p: edit(p / HARBOUR, "access: full", "access: record"),
        "a page that somebody changed": lambda p: edit(p / "docs/articles/undated-note.md", "long note", "wrong note"),
        "an article that comes": add_article,
        "open data that somebody changed": lambda p: edit(p / "site/data/articles/undated-note.ris", "TY", "XX"),
        "an article that goes": lambda p: remove(p / "corpus/articles", "undated-note*"),
    },
    "what is told of articles": {
        "an essay": lambda p: edit(p / "corpus/themes/joint-patrol.md", "credited with calm", "credited with quiet"),
        "an event": lambda p: edit(p / "corpus/events.yml", "Two boats leave", "Three boats leave"),
        "a claim": lambda p: edit(p / "corpus/claims.yml", "Nights are calmer", "Nights are quieter"),
        "the day of an event": lambda p: edit(p / "corpus/events.yml", "date: 2021-05-01", "date: 2021-05-02"),
    },
    "what only pages of many articles show": {
        "a name that goes": lambda p: edit(p / RECORD, "note on Southport", "note on the sea"),
        "a name in another passage": lambda p: edit(p / HARBOUR, "agreement names two towns", "agreement names Southport"),
        "a reason": lambda p: edit(p / HARBOUR, "report credits the patrol", "report thanks the patrol"),
        "where a text first stood": lambda p: edit(p / RECORD, "outlet: harbour-post", "outlet: harbour-post\norigin: {outlet: sawt-al-marsa}"),
        "what an essay points at": lambda p: edit(p / "corpus/themes/joint-patrol.md", "patrol#en2", "patrol#en1"),
        "a version of another text": lambda p: edit(p / RECORD, "kind: news", "kind: news\nvariant_of: {article: harbour-2021-patrol, how: shortened}"),
        "evidence in the text": lambda p: edit(p / HARBOUR, "en2@1b3ab1c0ee91ac43", f"p2@{sha256_of_text(SECOND)[:16]}"),
        "an event told in the text": lambda p: edit(p / "corpus/events.yml", "en2@1b3ab1c0ee91ac43", f"p2@{sha256_of_text(SECOND)[:16]}"),
        "a claim made in the text": lambda p: edit(p / "corpus/claims.yml", "en2@1b3ab1c0ee91ac43", f"p2@{sha256_of_text(SECOND)[:16]}"),
        "a codebook by which an answer was given": lambda p: edit(p / HARBOUR, 'codebook: "1.0"', 'codebook: "1.1"'),
        "evidence that nobody may see": lambda p: edit(p / HARBOUR, "access: full", "access: record"),
    },
    "names": {
        "a person or place": lambda p: edit(p / "corpus/entities.yml", "Northport", "Northhaven"),
        "a theme": lambda p: edit(p / "corpus/themes/joint-patrol.md", "label: Joint patrol", "label: Joint watch"),
        "an outlet": lambda p: edit(p / "corpus/outlets.yml", "Harbour Post", "Harbour Mail"),
        "an event": lambda p: edit(p / "corpus/events.yml", "The patrols begin", "The patrols start"),
        "the codebook": lambda p: edit(p / "corpus/codebook.yml", "label: {en: ", "label: {en: New "),
    },
    "the frame": {
        "a hand-written page": lambda p: edit(p / "docs/about.md", "title: ", "title: New "),
        "a style": lambda p: (p / "theme/assets/diwan.css").write_text("body {}", encoding="utf-8"),
        "a template": lambda p: edit(p / "theme/article.html", '<div class="dw-article">', '<div class="dw-article x">'),
        "the name of the site": lambda p: edit(p / "mkdocs.yml", "site_name: ", "site_name: New "),
    },
}  # fmt: skip


def assert_built_from_nothing(built, anew):
    """Say where a project that was built again and again differs from one built once."""
    shutil.copytree(built, anew, ignore=shutil.ignore_patterns(".diwan", "site"))
    assert build(Project(anew), Wish()).value
    assert tree(built / "site") == tree(anew / "site")
    assert tree(built / "docs") == tree(anew / "docs")


@pytest.mark.parametrize("group", EDITS)
def test_a_site_built_after_a_change_is_the_site_built_from_nothing(group, built, tmp_path):
    """Whatever changes, nothing of the former runs shows through."""
    for what, change in EDITS[group].items():
        change(built)
        assert build(Project(built), Wish()).value, what
    assert_built_from_nothing(built, tmp_path / "anew")


def test_a_second_build_touches_no_file(built):
    """Neither the site, nor the pages it is made of, nor what is remembered."""
    before = marks(built)
    build(Project(built), Wish())
    assert marks(built) == before


def test_a_change_writes_only_the_pages_that_show_it(built):
    """A digest stands on the article's own pages; every other page of the site is the very same file."""
    before = marks(built / "site")
    path = built / "corpus/articles/undated-note.md"
    path.write_text(path.read_text(encoding="utf-8") + "\nOne more thought.\n", encoding="utf-8")
    build(Project(built), Wish())
    after = marks(built / "site")
    written = {name for name, mark in after.items() if before.get(name) != mark}
    assert {name for name in written if name.endswith(".html")} == {
        "articles/undated-note/index.html",
        "ar/articles/undated-note/index.html",
    }


def test_pages_that_were_noted_and_never_shown_are_made_again_and_no_others(built, monkeypatch):
    """Pages are noted while the index is made: a run may be cut off before readers see them."""
    before = marks(built / "site")
    edit(built / RECORD, "nothing more.", "nothing else.")
    monkeypatch.setattr(building, "show", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        build(Project(built), Wish())
    assert marks(built / "site") == before
    monkeypatch.undo()
    assert build(Project(built), Wish()).value
    after = marks(built / "site")
    written = {name for name, mark in after.items() if before.get(name) != mark and name.endswith(".html")}
    assert written == {"articles/undated-note/index.html", "ar/articles/undated-note/index.html"}
    assert "nothing else." in (built / "site/articles/undated-note/index.html").read_text(encoding="utf-8")


def test_only_pages_that_see_a_change_are_made(built, monkeypatch):
    """A digest is seen by its own two pages; of other articles, lists and entities not even the Markdown is made."""
    monkeypatch.setenv("DIWAN_WORKERS", "1")  # pages made in other processes would not be counted
    made = []
    for room, name in ((lists, "_page"), (entities, "_entity_page")):
        monkeypatch.setattr(room, name, lambda *_: made.append("a page that did not see it"))
    real = generate.article_page
    monkeypatch.setattr(
        generate, "article_page", lambda desk, one: made.append(one.article.id) or real(desk, one)
    )
    path = built / "corpus/articles/undated-note.md"
    path.write_text(path.read_text(encoding="utf-8") + "\nOne more thought.\n", encoding="utf-8")
    build(Project(built), Wish())
    assert made == ["undated-note", "undated-note"]


def test_where_few_pages_are_in_doubt_no_process_begins_for_them(built, monkeypatch):
    """At a glance most pages stand: the others are looked at, and written, where that was seen."""
    monkeypatch.setattr(press, "joined_shards", lambda *_: pytest.fail("other processes for few pages"))
    monkeypatch.setattr(
        press, "make_ready", lambda *_: pytest.fail("made ready for processes that never begin")
    )
    # So small a project has more lists than pages of articles.
    monkeypatch.setattr(press, "FEW", 1)
    edit(built / RECORD, "nothing more.", "nothing else.")
    assert build(Project(built), Wish()).value
    assert "nothing else." in (built / "site/articles/undated-note/index.html").read_text(encoding="utf-8")


def test_what_a_page_sees_is_looked_at_only_where_its_article_or_what_others_show_changed(built, monkeypatch):
    """Other pages show a title, so that all are looked at; a digest stands on its article's own pages, and none else is."""
    monkeypatch.setenv("DIWAN_WORKERS", "1")  # what other processes look at would not be seen
    looked, real = [], Sights._of
    monkeypatch.setattr(Sights, "_of", lambda sights, ident: looked.append(ident) or real(sights, ident))
    for old, new, expected in (
        ("nothing more.", "nothing else.", {"undated-note"}),
        ("on the bay]", "on a bay]", {"undated-note", "harbour-2021-patrol", "marsa-2022-dawriya"}),
        ("nothing else.", "nothing more.", {"undated-note"}),
    ):
        looked.clear()
        edit(built / RECORD, old, new)
        assert build(Project(built), Wish()).value
        assert set(looked) == expected, new


def test_pages_of_many_articles_stand_at_a_glance_unless_something_changed_that_they_show(built, monkeypatch):
    """Not one of them is looked at for a word of a digest; all are for a name, a fact, a reason, an essay, an event, a claim."""
    monkeypatch.setenv("DIWAN_WORKERS", "1")  # what other processes look at would not be seen
    looked, real = set(), press.Press.write
    monkeypatch.setattr(
        press.Press, "write", lambda one, makers: looked.update(m.path for m in makers) or real(one, makers)
    )
    names = ("index", "articles/index", "lists/title/index", "themes/joint-patrol", "outlets/harbour-post")
    names += ("events", "claims", "method", "agreement")
    many = {f"{name}.md" for name in (*names, "entities/southport", "explore/network", "explore/texts/index")}
    many |= {f"ar/{path}" for path in many}
    for path, old, new, is_shown in (
        (RECORD, "nothing more.", "nothing else.\n\nAnother passage.", False),
        (RECORD, "note on Southport", "note on the sea", True),
        (RECORD, "A note without a date.", "A note of no date.", True),
        (HARBOUR, "report credits the patrol", "report thanks the patrol", True),
        ("corpus/themes/joint-patrol.md", "credited with calm", "credited with quiet", True),
        ("corpus/events.yml", "The patrols begin", "The patrols start", True),
        ("corpus/claims.yml", "Nights are calmer", "Nights are quieter", True),
        (RECORD, "nothing else.", "nothing more.", False),
    ):
        looked.clear()
        edit(built / path, old, new)
        assert build(Project(built), Wish()).value
        assert looked & many == (many if is_shown else set()), new


def test_what_pages_of_many_articles_show_is_worked_out_once(built, monkeypatch):
    """What is told in every language alike, and what plots show of one; an edit of a digest plots nothing."""
    worked, real = [], Sights._told
    monkeypatch.setattr(Sights, "_told", lambda sights: worked.append("told") or real(sights))
    plotted = Sights.plotted.func
    counted = cached_property(lambda sights: worked.append("plotted") or plotted(sights))
    counted.__set_name__(Sights, "plotted")
    monkeypatch.setattr(Sights, "plotted", counted)
    edit(built / RECORD, "nothing more.", "nothing else.")
    assert build(Project(built), Wish()).value
    assert sorted(worked) == ["plotted", "plotted", "told"]


def test_plots_are_planned_again_only_where_something_changed_that_they_show(built, monkeypatch):
    """They show neither digests nor summaries, but when an article is of and how it is coded."""
    planned, real = [], figures.draw
    monkeypatch.setattr(figures, "draw", lambda *given: planned.append(given) or real(*given))
    for path, old, new, is_shown in (
        (RECORD, "nothing more.", "nothing else.", False),
        (RECORD, "A note without a date.", "A note of no date.", False),
        (HARBOUR, "date: 2021-05-04", "date: 2020-05-04", True),
        (HARBOUR, "value: supportive", "value: critical", True),
        ("corpus/events.yml", "The patrols begin", "The patrols start", True),
        (HARBOUR, "value: critical", "value: supportive", True),
    ):
        planned.clear()
        edit(built / path, old, new)
        assert build(Project(built), Wish()).value
        assert bool(planned) is is_shown, new


def test_a_page_that_somebody_changed_in_the_site_is_mended(built):
    """The site is what the corpus says, whoever wrote into it."""
    page = built / "site/articles/undated-note/index.html"
    whole = page.read_bytes()
    page.write_bytes(whole + b"scribble")
    (built / "site/stray.html").write_text("stray", encoding="utf-8")
    build(Project(built), Wish())
    assert page.read_bytes() == whole
    assert not (built / "site/stray.html").exists()


@pytest.mark.parametrize("gone", ["the place", "the page", "the file"])
def test_a_link_that_leads_nowhere_any_more_is_found_on_a_page_that_stands(gone, built):
    """A page is not made again because something it leads to is gone; what it leads to is looked at all the same."""
    one, two, file = (built / "docs" / name for name in ("one.md", "two.md", "three.txt"))
    one.write_text('# One\n\n<a href="../two/#place">a</a> <a href="../three.txt">b</a>\n', encoding="utf-8")
    two.write_text("# Two\n\n## Place\n", encoding="utf-8")
    file.write_text("three", encoding="utf-8")
    assert build(Project(built), Wish()).value
    if gone == "the place":
        edit(two, "## Place", "## Another")
    else:
        (two if gone == "the page" else file).unlink()
    outcome = build(Project(built), Wish())
    assert outcome.value is None
    assert {problem.where.path for problem in outcome.problems} == {"site/one/index.html"}


def test_links_are_judged_on_pages_that_were_made(built, monkeypatch):
    """Where nothing is gone that others lead to; and on those that no notes are kept of."""
    judged = []
    real = publish.check_links
    monkeypatch.setattr(publish, "check_links", lambda *given: judged.extend(given[2]) or real(*given))
    path = built / "corpus/articles/undated-note.md"
    path.write_text(path.read_text(encoding="utf-8") + "\nOne more thought.\n", encoding="utf-8")
    assert build(Project(built), Wish()).value
    named = "articles/undated-note/index.html"
    assert sorted(judged) == ["404.html", f"ar/{named}", named]


def test_a_damaged_memory_is_forgotten(built):
    """It holds nothing that cannot be worked out again."""
    whole = tree(built / "site")
    for damaged in (b"no database", (built / ".diwan/memory.sqlite").read_bytes()[:5000]):
        (built / ".diwan/memory.sqlite").write_bytes(damaged)
        assert not build(Project(built), Wish()).problems
        assert tree(built / "site") == whole


def test_what_is_remembered_is_not_made_again(tmp_path):
    """The same content is worked out once, however many ask and in later processes; only what is new is asked for."""
    asked = []

    def shout(words):
        return lambda places: [asked.append(words[place]) or words[place].upper() for place in places]

    memory = Memory(tmp_path / "memory.sqlite")
    assert memory.of_contents("shout", ["a", "b"], shout(["a", "b"])) == ["A", "B"]
    memory.keep()
    later = Memory(tmp_path / "memory.sqlite")
    assert later.of_contents("shout", ["b", "c"], shout(["b", "c"])) == ["B", "C"]
    assert later.of_contents("shout", ["d", "c", "d"], shout(["d", "c", "d"])) == ["D", "C", "D"]
    assert later.of_contents("whisper", ["a"], lambda _: ["…"]) == ["…"]
    assert asked == ["a", "b", "c", "d"]


def test_files_that_are_the_same_are_not_read_again_for_their_checksums(tmp_path, monkeypatch):
    """Not by a later run either; one that somebody wrote is, even where its size is what it was, or its name no text."""
    paths = [tmp_path / f"{number}.txt" for number in range(200)]
    if sys.platform == "linux":
        # Other systems take no such name.
        paths.append(tmp_path / os.fsdecode(b"\xff.txt"))
    for path in paths:
        path.write_text(path.stem[:1], encoding="utf-8", errors="surrogateescape")
    read = []
    monkeypatch.setattr(memory_module, "sha256_of", lambda path: read.append(path) or sha256_of(path))

    def run():
        """Return how many files a process reads to know their checksums, which must be right."""
        read.clear()
        memory = Memory(tmp_path / "memory.sqlite", lasting=False)
        assert memory.checksums("source", paths) == [sha256_of(path) for path in paths]
        memory.keep()
        return len(read)

    assert [run(), run()] == [len(paths), 0]
    paths[7].write_text("8", encoding="utf-8")
    assert [run(), run()] == [1, 0]


def test_files_that_were_seen_are_not_looked_at_again(tmp_path):
    """Their marks are what a build saw when it began; a file that it did not see is looked at."""
    seen, file = tmp_path / "seen.txt", tmp_path / "memory.sqlite"
    seen.write_text("seen", encoding="utf-8")
    mark = mark_of(seen.stat())
    first = Memory(file, lasting=False, seen={str(seen): mark})
    (checksum,) = first.checksums("source", [seen])
    first.keep()
    seen.unlink()
    other = tmp_path / "other.txt"
    other.write_text("other", encoding="utf-8")
    again = Memory(file, lasting=False, seen={str(seen): mark})
    assert again.checksums("source", [seen, other]) == [checksum, sha256_of(other)]


def test_files_that_are_being_written_are_read_each_time(tmp_path, monkeypatch):
    """Their times do not tell yet whether they are what was read."""
    monkeypatch.setattr(memory_module, "are_settled", lambda _: False)
    file = tmp_path / "a.txt"
    memory = Memory()
    for content in "ab":
        file.write_text(content, encoding="utf-8")
        os.utime(file, ns=(0, 0))
        assert memory.checksums("source", [file]) == [sha256_of(file)]


def test_of_neighbours_those_are_made_again_that_changed(tmp_path):
    """They are remembered in groups, of which one may come, go or change; and what cannot be read is made again."""
    made, file = [], tmp_path / "memory.sqlite"

    def shout(words):
        """Return the words in capitals, as another process would that begins with what is on disk."""
        made.clear()
        memory = Memory(file, lasting=False)
        found = memory.of_neighbours(
            "shout",
            [word[:3] for word in words],
            words,
            lambda places: [made.append(words[place]) or words[place].upper() for place in places],
        )
        memory.keep()
        assert found == [word.upper() for word in words]
        return list(made)

    words = [f"{number:03}" for number in range(300)]
    assert shout(words) == words
    assert shout(words) == []
    assert shout([*words[:7], "007 changed", *words[8:]]) == ["007 changed"]
    assert shout([*words[:7], *words[8:]]) == []
    assert shout(words) == ["007"]
    with closing(sqlite3.connect(file)) as database, database:
        database.execute("UPDATE memory SET value = substr(value, 1, 9)")
    assert shout(words) == words
    assert shout(words) == []


@pytest.mark.parametrize("lasting", [False, True])
def test_of_neighbours_one_that_is_passing_is_made_again_each_time(lasting, tmp_path):
    """What lies with the moment is not remembered: neither by this process nor by a later one."""

    def asked(memory):
        """Return what the memory has made anew."""
        made = []
        memory.of_neighbours(
            "try", ["a", "b"], ["a", "b"], lambda all_: made.extend(all_) or [len(made)] * 2, bool
        )
        memory.keep()
        return made

    first = Memory(tmp_path / "memory.sqlite", lasting=lasting)
    assert [asked(first), asked(first), asked(Memory(tmp_path / "memory.sqlite", lasting=lasting))] == [
        [0, 1]
    ] * 3


def test_a_memory_that_does_not_last_works_nothing_out_twice_and_holds_nothing(tmp_path):
    """A build that ends with its process asks for each content once, and lets go of what only a next one could use."""
    asked = []

    class Value:
        """Something whose end can be seen."""

    def make(places):
        asked.extend(places)
        return [Value() for _ in places]

    memory = Memory(tmp_path / "memory.sqlite", lasting=False)
    (first,) = memory.of_contents("value", ["a"], make)
    (second,) = memory.of_contents("value", ["a"], make)
    assert first is second
    assert asked == [0]
    seen = weakref.ref(memory.of_inputs("value", "a", (), Value))
    assert seen() is None


def test_a_site_that_stands_is_not_judged_again(built, monkeypatch):
    """Where nothing changed, a look at the entries of files is all that is done, and what was said is said again."""
    (built / "corpus/sources").mkdir(exist_ok=True)
    (built / "corpus/sources/stray.txt").write_text("Nobody's text.", encoding="utf-8")
    first = build(Project(built), Wish())
    assert [problem.code for problem in first.problems] == ["source-unmatched"]
    monkeypatch.setattr(building, "judge", lambda *_: pytest.fail("the corpus was read"))
    assert build(Project(built), Wish()) == first


def test_a_large_site_is_looked_at_in_a_process_of_its_own_to_the_same_end(diwan, project, monkeypatch):
    """What makes sites is loaded meanwhile; what stands is told as ever, and what changed is made."""
    monkeypatch.setattr(build_verb, "_LARGE", 0)
    forks = []
    real = build_verb.beside
    monkeypatch.setattr(build_verb, "beside", lambda work: forks.append(1) or real(work))
    assert diwan("build")[0] == 0
    monkeypatch.setattr(building, "build_on", lambda *_: pytest.fail("a site that stands was made again"))
    assert diwan("build") == (0, "the site is ready in site/\n0 errors, 0 warnings\n")
    monkeypatch.undo()
    edit(project / "corpus/entities.yml", "label: Northport", "label: Northhaven")
    monkeypatch.setattr(build_verb, "_LARGE", 0)
    assert diwan("build")[0] == 0
    assert forks == [1]
    assert "Northhaven" in (project / "site/entities/northport/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", [RECORD, PAGE, "docs/articles/harbour-2021-patrol.md"])
def test_what_somebody_changes_while_a_build_is_at_work_is_seen_by_the_next(path, built, monkeypatch):
    """A record that was read already, a page that was just written, one that stood: the next build puts all right."""

    def change(*given):
        (built / path).write_text(
            (built / path).read_text(encoding="utf-8") + "\nA word in between.\n", "utf-8"
        )
        return write(*given)

    write = publish.write_sitemap
    monkeypatch.setattr(publish, "write_sitemap", change)
    edit(built / RECORD, "nothing more.", "nothing else.")
    assert build(Project(built), Wish()).value
    monkeypatch.undo()
    assert build(Project(built), Wish()).value
    said = (built / path).read_text(encoding="utf-8") + (
        built / "site/articles/undated-note/index.html"
    ).read_text("utf-8")
    assert said.count("A word in between.") == (2 if path == RECORD else 0)
    assert "nothing else." in said


@pytest.mark.parametrize("what", ["the edition's name", "a source that comes", "a template that comes"])
def test_a_site_does_not_stand_on_other_ground(what, built, monkeypatch):
    """The environment counts, and so does a file that was not there."""
    seen = []
    real = building.judge
    monkeypatch.setattr(building, "judge", lambda *given: seen.append(1) or real(*given))
    build(Project(built), Wish())
    assert not seen
    if what == "the edition's name":
        monkeypatch.setenv("DIWAN_EDITION", "another")
    elif what == "a source that comes":
        (built / "corpus/sources").mkdir(exist_ok=True)
        (built / "corpus/sources/stray.txt").write_text("Nobody's text.", encoding="utf-8")
    else:
        (built / "theme/partials/more.html").write_text("more", encoding="utf-8")
    build(Project(built), Wish())
    assert seen


#: Sequences of edits, and edits in each; DIWAN_REBUILDS asks for more sequences (100 take an hour).
REBUILDS = int(os.environ.get("DIWAN_REBUILDS", "2"))
EDITS_TOGETHER = 5


@pytest.mark.parametrize("seed", range(REBUILDS))
def test_after_any_sequence_of_edits_the_site_is_the_site_built_from_nothing(seed, built, tmp_path):
    """Edits in any order, builds between them now and then, in one process as `diwan serve` has it."""
    chance, memory = random.Random(seed), Memory(built / ".diwan/memory.sqlite")  # no secret
    edits = [change for group in EDITS.values() for _, change in sorted(group.items())]
    for change in chance.sample(edits, EDITS_TOGETHER):
        try:
            change(built)
        except (AssertionError, FileNotFoundError):
            continue  # a former edit took away what this one changes
        if chance.random() < 0.5:  # every other time
            assert build(Project(built), Wish(memory=memory)).value
    assert build(Project(built), Wish(memory=memory)).value
    assert_built_from_nothing(built, tmp_path / "anew")


def test_a_reader_that_only_waited_is_asked_again_by_the_next_build(tmp_path, monkeypatch):
    """On a machine too busy to read a source nothing is remembered of it, neither the failure nor that the site stands."""
    monkeypatch.setenv("DIWAN_WORKERS", "1")
    project = copy_project(tmp_path / "project")
    page = "<html><body><article><p>The towns of the bay agree on a patrol.</p></article></body></html>"
    source = project / "corpus/sources/patrol.html"
    source.write_text(page, encoding="utf-8")
    source.with_suffix(".txt").unlink()
    edit(project / HARBOUR, "access: full", "access: record")
    edit(project / HARBOUR, "media_type: text/plain", "media_type: text/html")
    record = (project / HARBOUR).read_text(encoding="utf-8")
    (former,) = re.findall(r"sha256: (\w+)", record)
    edit(project / HARBOUR, former, sha256_of(source))
    waited = Problem("source-stalled", Location(path="patrol.html"), "it did not end", "build again")
    with monkeypatch.context() as busy:
        busy.setattr(convert, "read_confined", lambda *_: Outcome(None, (waited,)))
        said = build(Project(project), Wish()).problems
    assert [problem.code for problem in said] == ["source-stalled"]
    assert not build(Project(project), Wish()).problems


def test_a_build_that_reads_no_source_loads_nothing_that_reads_them():
    """Nor what makes the index, which another process does: both wait until they are wanted, or every edit waits for them."""
    command = [sys.executable, "-c", "import sys, diwan.build; print(*sys.modules)"]
    loaded = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    assert "diwan.library.survey" in loaded
    readers = {
        "diwan.documents.convert",
        "diwan.documents.lines.rules",
        "diwan.documents.names.dates",
        "lxml.etree",
    }
    assert not {*readers, "diwan.search.bundle"}.intersection(loaded)
