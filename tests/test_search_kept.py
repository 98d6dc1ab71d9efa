"""What an index was made from, put away for the next process: taken a portion at a time, never half of one and half of another."""

import gc
import io

import pytest

from diwan.search.kept import Kept

PORTIONS = {"order": [1, 2]}, {"words": "patrol"}


@pytest.fixture
def file(tmp_path):
    """A file in which two portions were put away."""
    file = tmp_path / "kept" / "index"
    Kept(file).put_away(*PORTIONS)
    return file


def test_portions_are_taken_one_after_the_other(file):
    """As they were put away; after the last, empty ones."""
    kept = Kept(file)
    assert [kept.take() for _ in range(4)] == [*PORTIONS, {}, {}]


def test_no_file_is_held_open_between_portions(file):
    """Who never asks for the second portion holds nothing."""
    kept = Kept(file)
    kept.take()
    held = [o for o in gc.get_objects() if isinstance(o, io.FileIO) and not o.closed and o.name == str(file)]
    assert not held


def test_a_second_portion_is_never_that_of_another_process(file):
    """Who took the first portion gets nothing once others stand there."""
    kept = Kept(file)
    kept.take()
    Kept(file).put_away({"order": [3]}, {"words": "navy"})
    assert kept.take() == {}


@pytest.mark.parametrize("before", [True, False])
def test_who_puts_away_takes_nothing_more(file, before):
    """A process knows what it put away itself; what it was then is not what it is now."""
    if not before:
        file.unlink()
    kept = Kept(file)
    kept.put_away(*PORTIONS)
    assert kept.take() == {}


@pytest.mark.parametrize("content", [b"", b"no pickle", b"\x80\x05]\x94."])
def test_what_cannot_be_read_counts_as_nothing(file, content):
    """A file that breaks off, or that something else wrote."""
    file.write_bytes(content)
    assert Kept(file).take() == {}
