"""Garbage: values that nobody needs any more, and the memory they took.

Python looks through everything there is, again and again, for values that refer to each other in a circle. Where
millions of small values are made, none of which refers to itself, it finds nothing and takes a third of the time.
"""

import ctypes
import gc
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

#: Whether all there was is frozen; processes that were forked meanwhile inherit it. Python would count what is frozen, a
#: tenth of a second beside ten thousand articles.
_is_frozen = False


@contextmanager
def uncollected() -> Iterator[None]:
    """Look for no garbage while the block runs; what nobody refers to any more is freed at once as always."""
    with _collecting(gc.disable):
        yield
        if not _is_frozen:
            # What was made meanwhile counts as old from now on: else all of it would be looked through at once, as new.
            gc.freeze()
            gc.unfreeze()


@contextmanager
def frozen() -> Iterator[None]:
    """Keep the collector of garbage off everything there is, for processes that are forked meanwhile.

    It writes into whatever it looks through, and what is written into is no longer shared between processes.
    """
    global _is_frozen  # noqa: PLW0603  # as the collector's own state, it is the process's
    gc.freeze()
    _is_frozen = True
    try:
        yield
    finally:
        _is_frozen = False
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
