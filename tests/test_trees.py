"""Trees of files: the spare one is made level, then changed, then takes its place."""

import os

import pytest

from conftest import files_below
from diwan.trees import Trees


def _write(folder, files):
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def _read(folder):
    return {path.relative_to(folder).as_posix(): path.read_text() for path in files_below(folder)}


@pytest.fixture
def trees(tmp_path):
    """Trees of which the present one has three files, and the spare one what a run that was cut off left there."""
    _write(tmp_path / "present", {"a/index.html": "a", "b/c/index.html": "c", "x": "x"})
    _write(
        tmp_path / "spare", {"a": "was a file", "b/c/index.html": "other", "b/c/half": "h", "x/y": "a folder"}
    )
    return Trees(tmp_path / "present", tmp_path / "spare", tmp_path / "fresh")


def test_a_spare_tree_is_made_level_whatever_lies_there(trees, monkeypatch):
    """It has the very files that readers see; where it has them, nothing is linked again."""
    level = trees.level()
    assert _read(trees.spare) == _read(trees.present)
    assert level.spare == level.present
    for name in level.present:
        assert (trees.spare / name).samefile(trees.present / name)
    monkeypatch.setattr(os, "link", lambda *_: pytest.fail("linked again"))
    assert trees.level() == level


def test_only_what_differs_is_done_for_the_next_tree(trees, monkeypatch):
    """What is written, comes and goes changes the spare tree alone; then the two change places, with all else linked."""
    before = _read(trees.present)
    level = trees.level()
    monkeypatch.setattr(os, "link", lambda *_: pytest.fail("linked again"))
    assert trees.write("a/index.html", b"new")
    assert not trees.write("x", b"x")
    _write(trees.fresh, {"d/e": "fresh", "f": "f"})
    files = trees.assemble(level, {"a/index.html"}, {"x"})
    after = {"a/index.html": "new", "d/e": "fresh", "f": "f", "x": "x"}
    assert (_read(trees.present), _read(trees.spare), files.keys()) == (before, after, after.keys())
    trees.swap()
    assert (_read(trees.present), _read(trees.spare)) == (after, before)


@pytest.mark.parametrize("links", [True, False])
def test_a_tree_of_the_same_files_is_the_present_one(trees, links, monkeypatch):
    """Also where what was made anew came out the same, and where files are copied since the disk knows no links."""
    if not links:

        def refuse(*_):
            raise OSError

        monkeypatch.setattr(os, "link", refuse)
    level = trees.level()
    assert _read(trees.spare) == _read(trees.present)
    _write(trees.fresh, {"x": "x"})
    assert trees.assemble(level, {"b/c/index.html"}, {"a/index.html"}) is level.present
