"""Overtime: what this process does with a text may take so much of its processor and no more.

In: seconds. Out: nothing, or `OutOfTimeError` where the work goes on for longer. Readers whose parser may swell have a process of
their own (`confined`); the rules that judge lines run here, and a pattern that tries all ways of parting an endless word would
never come to an end. The time counted is that of the processor, so that a busy machine refuses nothing. Patterns look for signals
as they match; systems without such a clock (Windows), and threads that are not the first, go without it.
"""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

#: Seconds for one text. The longest that are let pass take 5; this is six times as many.
SECONDS = 30


class OutOfTimeError(Exception):
    """The work took more than its seconds."""


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Raise OutOfTimeError in the block once it has had the processor for *seconds*."""
    clocked = hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()
    if not clocked:
        yield
        return
    before = signal.signal(signal.SIGVTALRM, _stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise OutOfTimeError
