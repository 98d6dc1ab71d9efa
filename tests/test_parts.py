"""Parts of a site that stand are not made again; what may have changed is."""

import pytest

from diwan import sealed
from diwan.notes import read_note, write_note
from diwan.parts import Part, Parts, note_parts, standing_parts
from diwan.trees import files_of


@pytest.fixture
def site(tmp_path):
    """A site with a part of two files, and what is noted of it."""
    folder = tmp_path / "site"
    build(folder, {})
    note_parts(tmp_path / "notes", build(folder, {}).all, files_of(folder))
    return folder


def build(folder, former, key="key"):
    """Make the part in a folder."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    parts = Parts(folder, former)

    def make():
        for name in "ab":
            (folder / "data" / name).write_text(f"{key} {name}", encoding="utf-8")

    parts.make("letters", key, ["data/a", "data/b"], make)
    parts.sums_in("data")
    return parts


def again(site, key="key"):
    """Make the part in a folder of its own, with what is known of the site."""
    fresh = site.parent / "fresh"
    return build(fresh, standing_parts(site.parent / "notes", files_of(site)), key), fresh


def test_a_part_whose_key_and_files_are_the_same_is_not_made(site):
    """Size and checksum of its files are told all the same."""
    parts, fresh = again(site)
    assert parts.standing == {"data/a", "data/b"}
    assert not list((fresh / "data").iterdir())
    assert parts.sums_in("data") == Parts(site).sums_in("data")


@pytest.mark.parametrize(
    "what", ["its key", "one of its files", "a file that is gone", "the program", "the notes"]
)
def test_a_part_does_not_stand_once_anything_of_it_is_another(what, site, monkeypatch):
    """Then all of its files are made."""
    if what == "one of its files":
        (site / "data/b").write_text("key B", encoding="utf-8")
    elif what == "a file that is gone":
        (site / "data/b").unlink()
    elif what == "the program":
        monkeypatch.setattr(sealed, "program", lambda: "another")
    elif what == "the notes":
        (site.parent / "notes").write_bytes((site.parent / "notes").read_bytes()[:40])
    parts, fresh = again(site, "another key" if what == "its key" else "key")
    assert not parts.standing
    assert {path.name for path in (fresh / "data").iterdir()} == {"a", "b"}


def test_a_note_is_read_by_the_program_that_wrote_it_and_only_whole(tmp_path, monkeypatch):
    """Missing, cut off anywhere, or of another state of the program, it says nothing, and nothing fails."""
    path = tmp_path / "note"
    assert read_note(path) is None
    write_note(path, ({"a": Part("key", ("x", "y"))}, [1.5, "two"]))
    assert read_note(path) == ({"a": Part("key", ("x", "y"))}, [1.5, "two"])
    whole = path.read_bytes()
    for end in range(len(whole)):
        path.write_bytes(whole[:end])
        assert read_note(path) is None
    path.write_bytes(whole)
    monkeypatch.setattr(sealed, "program", lambda: "another")
    assert read_note(path) is None


def test_parts_that_two_processes_made_are_those_of_one_site(site):
    """What either made and what either found standing."""
    notes = site.parent / "notes"
    own = Parts(site.parent / "fresh", standing_parts(notes, files_of(site)))
    others, _ = again(site)
    own.add("index", ["search/index.json"])
    own.take(others)
    assert set(own.all) == {"index", "letters"}
    assert own.standing == {"data/a", "data/b"}
