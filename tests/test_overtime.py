"""Overtime: a text that keeps the rules busy without end has a problem, and the next one is read."""

import re
import signal
import time
from threading import Thread

import pytest

from diwan.documents import convert, overtime
from diwan.documents.convert import document_of_bytes

TEXT = b"The harbour was still open in the evening, and nobody had asked the pilots why it had to be.\n"
#: Tries all ways of parting what does not end in *b*: hours.
ENDLESS = re.compile(r"(?:a+)+b")


@pytest.mark.parametrize("place", ["see", "languages_of"])
def test_a_text_that_keeps_the_rules_busy_is_refused_and_the_next_is_read(place, monkeypatch):
    """A pattern without end is stopped as it matches; the clock of the test's own process is as before."""
    before = signal.getsignal(signal.SIGVTALRM)
    with monkeypatch.context() as patched:
        patched.setattr(overtime, "SECONDS", 0.2)
        patched.setattr(convert, place, lambda *_: ENDLESS.match("a" * 50))
        outcome = document_of_bytes(TEXT, "endless.txt")
    (problem,) = outcome.problems
    assert (outcome.value, problem.code, problem.where.path) == (None, "source-over-limits", "endless.txt")
    assert "0.2 seconds of work" in problem.message
    assert document_of_bytes(TEXT, "harbour.txt").value.blocks
    assert (signal.getsignal(signal.SIGVTALRM), signal.getitimer(signal.ITIMER_VIRTUAL)) == (before, (0, 0))


def test_waiting_for_the_processor_counts_for_nothing():
    """A busy machine refuses no sound text."""
    with overtime.at_most(0.2):
        time.sleep(0.5)


def test_a_thread_beside_goes_without_the_clock():
    """Signals come to the first thread alone; a text is read in any."""
    read = []
    thread = Thread(target=lambda: read.append(document_of_bytes(TEXT, "harbour.txt").value))
    thread.start()
    thread.join()
    assert read[0].blocks
