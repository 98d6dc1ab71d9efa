"""What lies in `.diwan/` is taken back only where this program put it: a folder that came with a corpus runs nothing."""

import io
import pickle
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diwan import sealed
from diwan.build import Wish, build
from diwan.memory import Memory
from diwan.notes import read_note, write_note
from diwan.project import Project
from diwan.sealed import SEAL, opened, put_under_seal, take_from_seal
from diwan.search.kept import Kept


class Hostile:
    """A value that makes a file when it is unpickled, as it could do anything."""

    def __init__(self, file):
        self.file = file

    def __reduce__(self):
        return Path.touch, (self.file,)


@pytest.fixture
def ran(tmp_path):
    """The file that stands there once something hostile has run."""
    return tmp_path / "ran"


@pytest.fixture
def forged(ran):
    """What somebody else would write who knows all of this program but the key."""
    return pickle.dumps(Hostile(ran), 5)


def test_a_hostile_pickle_would_run(ran, forged):
    """Else the tests below would say nothing."""
    pickle.loads(forged)  # noqa: S301  # made here
    assert ran.exists()


def _of(data):
    """What is taken back of some bytes: from a note, from a file of portions."""
    yield lambda: opened(data)
    yield lambda: take_from_seal(io.BytesIO(data))


def test_what_somebody_else_wrote_is_not_unpickled(ran, forged):
    """Without a seal, with one of zeros, with one made without the key; in a file of portions too."""
    length = len(forged).to_bytes(8)
    for seal in (b"", bytes(SEAL), sealed.hashlib.blake2b(forged, digest_size=SEAL).digest()):
        for data in (seal + forged, seal + length + forged):
            for take in _of(data):
                with pytest.raises(sealed.UNREADABLE):
                    take()
    assert not ran.exists()


VALUES = st.recursive(
    st.none() | st.integers() | st.text() | st.binary(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(VALUES, VALUES)
def test_what_was_put_under_seal_comes_back(value, other):
    """Alone, and one after the other in a file."""
    assert opened(sealed.sealed(value)) == value
    stream = io.BytesIO()
    put_under_seal(stream, value)
    put_under_seal(stream, other)
    stream.seek(0)
    assert [take_from_seal(stream), take_from_seal(stream)] == [value, other]
    assert stream.read() == b""


@given(VALUES, st.data())
def test_a_byte_that_changed_breaks_the_seal(value, data):
    """Wherever it stands, and so does one that is missing."""
    whole = sealed.sealed(value)
    place = data.draw(st.integers(0, len(whole) - 1))
    changed = bytes([whole[place] ^ data.draw(st.integers(1, 255))])
    for broken in (whole[:place] + changed + whole[place + 1 :], whole[:place]):
        with pytest.raises(sealed.UNREADABLE):
            opened(broken)


@pytest.mark.parametrize("other", ["_key", "program"])
def test_the_seal_of_another_user_or_another_program_is_none(monkeypatch, other):
    """The key decides, and the state of the program, whose classes may have changed."""
    before = sealed.sealed("what was")
    monkeypatch.setattr(sealed, other, lambda: b"another" if other == "_key" else "another")
    with pytest.raises(sealed.UNREADABLE):
        opened(before)
    assert opened(sealed.sealed("what is")) == "what is"


def test_the_key_is_made_once_and_is_for_nobody_else_to_read(tmp_path):
    """Who finds half of one, as another process writes it, takes one that nobody else has."""
    folder = tmp_path / "seal"
    key = sealed._kept_key(folder)
    assert sealed._kept_key(folder) == key == (folder / "key").read_bytes()
    assert (folder / "key").stat().st_mode & 0o077 == 0
    (folder / "key").write_bytes(key[:5])
    assert len({sealed._kept_key(folder), sealed._kept_key(folder), key}) == 3


def test_without_a_place_for_the_key_each_process_has_its_own(tmp_path, monkeypatch):
    """It remembers nothing of another then, and works."""
    closed = tmp_path / "closed"
    closed.write_text("no folder", encoding="utf-8")
    monkeypatch.setattr(sealed, "beside_packages", lambda _: None)
    monkeypatch.setattr(Path, "home", lambda: closed)
    assert len({sealed._key.__wrapped__(), sealed._key.__wrapped__()}) == 2
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    assert sealed._key.__wrapped__() == sealed._key.__wrapped__()


def test_notes_and_portions_of_somebody_else_are_none(tmp_path, ran, forged):
    """As if they were not there."""
    note = tmp_path / "note"
    write_note(note, {"a": 1})
    assert read_note(note) == {"a": 1}
    note.write_bytes(forged)
    assert read_note(note) is None
    assert Kept(note).take() == {}
    assert not ran.exists()


def test_a_memory_of_somebody_else_is_worked_out_again(tmp_path, ran, forged):
    """Its entries bear the names that this program gives them: nothing but the key is secret."""
    file = tmp_path / "memory.sqlite"
    memory = Memory(file)
    memory.of_contents("shout", ["a"], lambda _: ["A"])
    memory.keep()
    with closing(sqlite3.connect(file)) as database, database:
        assert database.execute("UPDATE memory SET value = ?", (forged,)).rowcount == 1
    assert Memory(file).of_contents("shout", ["a"], lambda _: ["A"]) == ["A"]
    assert not ran.exists()


def test_a_project_with_a_hostile_folder_is_checked_shown_and_built_unharmed(project, diwan, ran, forged):
    """Every file of `.diwan/`, and every entry of the memory, is somebody else's."""
    assert build(Project(project), Wish()).value
    for command in (("check",), ("show", "harbour-2021-patrol"), ("build",)):
        for path in (project / ".diwan").rglob("*"):
            if path.is_file() and path.name not in ("lock", "memory.sqlite") and path.suffix != ".json":
                path.write_bytes(forged)
        with closing(sqlite3.connect(project / ".diwan/memory.sqlite")) as database, database:
            assert database.execute("UPDATE memory SET value = ?", (forged,)).rowcount
        assert diwan(*command)[0] == 0, command
    assert not ran.exists()
