"""Confined reading: whatever a file does to a parser, it has a problem, and the next file is read."""

import os
import time

import pytest

from diwan.documents import confined
from diwan.documents.confined import read_confined
from diwan.documents.formats import Format

READERS = """
import os, time
from diwan.documents.pieces import Piece
from diwan.documents.readers.delivery import deliver, provenance_of

asked = []

def read(data, path):
    what = data.decode()
    asked.append(what)
    if what == "asked":
        what = f"{len(asked)} times"
    if what == "loop":
        while True: pass
    if what == "sleep":
        time.sleep(900)
    if what == "swell":
        return [bytearray(10**8) for _ in range(100)]
    if what == "die":
        os.kill(os.getpid(), 11)
    if what == "write":
        with open(path, "w") as file:
            file.write("x" * 10)
    if what == "print":
        os.write(1, b"between the answers"); print("more")
    if what == "lose" and len(asked) > 1:
        raise SystemError("returned NULL without setting an exception")
    if what == "raise":
        raise RuntimeError("odd\\nfile")
    return deliver([Piece(what, 1)], provenance_of(data, "text/plain", "test"))
"""
#: Seconds of the clock after which nobody can say that a reader was stopped: far more than a busy machine needs to stop one
#: that is given a second of work or of waiting, and far less than those that run away would take.
LATE = 600
KNOWN = Format("Test", "application/test", (), "misreader")


@pytest.fixture
def read(tmp_path, monkeypatch):
    """Reads a file by a format whose reader does what the file tells it to; returns what came of it."""
    (tmp_path / "misreader.py").write_text(READERS, encoding="utf-8")
    monkeypatch.setattr(confined, "PACKAGES", f"{confined.PACKAGES}{os.pathsep}{tmp_path}")
    monkeypatch.setattr(confined, "_workers", [])
    monkeypatch.setattr(confined, "SECONDS", 1)
    yield lambda what, **limits: read_confined(KNOWN, what.encode(), str(tmp_path / "file"), **limits)
    confined.end_all()


@pytest.mark.parametrize(
    ("what", "patience", "code", "said"),
    [
        ("sleep", 1, "source-stalled", "did not end"),
        ("loop", LATE, "source-over-limits", "took more than"),
        ("swell", LATE, "source-over-limits", "MB of memory"),
        ("die", LATE, "source-over-limits", "broke down"),
    ],
)
def test_a_reader_that_runs_away_is_stopped_and_the_next_file_is_read(what, patience, code, said, read):
    """Time, memory and crashes end in a problem that says so, soon; the file before and the one after are read."""
    assert read("before").value.pieces[0].text == "before"
    started = time.monotonic()
    outcome = read(what, patience=patience)
    assert time.monotonic() - started < LATE
    assert outcome.value is None
    (problem,) = outcome.problems
    assert problem.code == code
    assert said in problem.message
    assert read("after").value.pieces[0].text == "after"


def test_what_a_library_raises_is_a_problem_of_the_file(read):
    """An exception is told in one line, and the process goes on."""
    read("first")
    (problem,) = read("raise").problems
    assert (problem.code, "RuntimeError: odd file" in problem.message) == ("source-damaged", True)
    worker = confined._workers[-1]
    assert read("next").value
    assert confined._workers[-1] is worker


def test_a_process_that_loses_its_way_after_other_files_is_replaced_and_the_file_is_read(read):
    """Code in C may not say that it found no more memory; the leavings of earlier files are none of the file's."""
    read("first")
    assert read("lose").value.pieces[0].text == "lose"
    assert [worker.files for worker in confined._workers] == [2, 1]


def test_a_reader_cannot_write_files_nor_speak_between_answers(read, tmp_path):
    """Nothing can be written to disk, and what a library prints does not disturb the answers."""
    outcome = read("write")
    assert outcome.problems[0].code == "source-damaged"
    assert not (tmp_path / "file").exists() or (tmp_path / "file").read_bytes() == b""
    assert read("print").value.pieces[0].text == "print"


def test_one_process_reads_many_files(read):
    """Files do not wait for a process to start."""
    assert [read(f"file {number}").value.pieces[0].text for number in range(50)] == [
        f"file {n}" for n in range(50)
    ]
    assert [worker.files for worker in confined._workers] == [50]


def test_a_process_that_is_begun_loads_its_reader_before_it_is_asked(read):
    """Whatever a reader loads when it is first asked is there, and the same process reads the file."""
    assert read("asked").value.pieces[0].text == "1 times"
    confined.end_all()
    confined.begin(KNOWN)
    begun = confined._workers[-1]
    assert read("asked").value.pieces[0].text == "2 times"
    assert confined._workers[-1] is begun
