"""Garbage: values that nobody needs any more, and the memory they took.

Python looks through everything there is, again and again, for values that refer to each other in a circle. Where
millions of small values are made, none of which refers to itself, it finds nothing and takes a third of the time.
"""

import ctypes
import gc
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Look for no garbage while the block runs; what nobody refers to any more is freed at once as always."""
    with _collecting(gc.disable):
        yield
        if not gc.get_freeze_count():
            # What was made meanwhile counts as old from now on: else all of it would be looked through at once, as new.
            gc.freeze()
            gc.unfreeze()


def collected() -> AbstractContextManager[None]:
    """Look for garbage while the block runs, also within `uncollected`."""
    return _collecting(gc.enable)


@contextmanager
def _collecting(begin: Callable[[], None]) -> Iterator[None]:
    end = gc.enable if gc.isenabled() else gc.disable
    begin()
    try:
        yield
    finally:
        end()


def give_back() -> None:
    """Give memory that is free back to the system. GNU's library keeps it for what may come; elsewhere nothing is done.

    After work that took much for a moment: it costs a few milliseconds, and what comes next of other sizes finds no room
    in what was kept.
    """
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(0)
