"""What has not changed costs nothing, and what was remembered is never wrong."""

import shutil

import pytest

from conftest import ROOT, copy_project, edit, files_below
from diwan.build import Wish, build
from diwan.memory import Memory
from diwan.project import Project


def tree(folder):
    """Return every file below a folder by name."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files_below(folder)}


def marks(folder):
    """Return inode and time of every file below a folder by name: what differs was written."""
    found = {path.relative_to(folder).as_posix(): path.stat() for path in files_below(folder)}
    return {name: (stat.st_ino, stat.st_mtime_ns) for name, stat in found.items()}


@pytest.fixture
def built(tmp_path):
    """A small project with a theme of its own, built."""
    project = copy_project(tmp_path / "project")
    shutil.copytree(ROOT / "scripts/diwan/theme", project / "theme")
    config = (project / "mkdocs.yml").read_text(encoding="utf-8")
    config = config.replace(str(ROOT / "scripts/diwan/theme"), "theme")
    (project / "mkdocs.yml").write_text(config, encoding="utf-8")
    (project / "corpus/articles/undated-note.ar.md").write_text("ملاحظة قصيرة.\n", encoding="utf-8")
    assert not build(Project(project), Wish()).problems
    return project


def remove(folder, pattern):
    """Remove files."""
    for path in folder.glob(pattern):
        path.unlink()


EDITS = {
    "a record": lambda p: edit(p / "corpus/articles/undated-note.md", "short note", "long note"),
    "an article that goes": lambda p: remove(p / "corpus/articles", "undated-note*"),
    "a digest in another language that goes": lambda p: remove(p / "corpus/articles", "*.ar.md"),
    "a vocabulary": lambda p: edit(p / "corpus/entities.yml", "Northport", "Northhaven"),
    "the codebook": lambda p: edit(p / "corpus/codebook.yml", "label: {en: ", "label: {en: New "),
    "a hand-written page": lambda p: edit(p / "docs/about.md", "title: ", "title: New "),
    "a template": lambda p: edit(p / "theme/article.html", '<div class="dw-article">', '<div class="dw-article x">'),
    "a style": lambda p: (p / "theme/assets/diwan.css").write_text("body {}", encoding="utf-8"),
    "the name of the site": lambda p: edit(p / "mkdocs.yml", "site_name: ", "site_name: New "),
}  # fmt: skip


@pytest.mark.parametrize("what", EDITS)
def test_a_site_built_after_a_change_is_the_site_built_from_nothing(what, built, tmp_path):
    """Whatever changes, nothing of the former run shows through."""
    EDITS[what](built)
    assert not build(Project(built), Wish()).problems
    anew = tmp_path / "anew"
    shutil.copytree(built, anew, ignore=shutil.ignore_patterns(".diwan", "site"))
    assert not build(Project(anew), Wish()).problems
    assert tree(built / "site") == tree(anew / "site")
    assert tree(built / "docs") == tree(anew / "docs")


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


def test_a_page_that_somebody_changed_in_the_site_is_mended(built):
    """The site is what the corpus says, whoever wrote into it."""
    page = built / "site/articles/undated-note/index.html"
    whole = page.read_bytes()
    page.write_bytes(whole + b"scribble")
    (built / "site/stray.html").write_text("stray", encoding="utf-8")
    build(Project(built), Wish())
    assert page.read_bytes() == whole
    assert not (built / "site/stray.html").exists()


def test_a_damaged_memory_is_forgotten(built):
    """It holds nothing that cannot be worked out again."""
    whole = tree(built / "site")
    for damaged in (b"no database", (built / ".diwan/memory.sqlite").read_bytes()[:5000]):
        (built / ".diwan/memory.sqlite").write_bytes(damaged)
        assert not build(Project(built), Wish()).problems
        assert tree(built / "site") == whole


def test_what_is_remembered_is_not_made_again(tmp_path):
    """The same content is worked out once, in this process and in later ones; only what is new is asked for."""
    asked = []

    def shout(words):
        return lambda places: [asked.append(words[place]) or words[place].upper() for place in places]

    memory = Memory(tmp_path / "memory.sqlite")
    assert memory.of_contents("shout", ["a", "b"], shout(["a", "b"])) == ["A", "B"]
    memory.keep()
    later = Memory(tmp_path / "memory.sqlite")
    assert later.of_contents("shout", ["b", "c"], shout(["b", "c"])) == ["B", "C"]
    assert later.of_contents("whisper", ["a"], lambda _: ["…"]) == ["…"]
    assert asked == ["a", "b", "c"]
