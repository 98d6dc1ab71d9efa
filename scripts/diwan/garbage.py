"""Garbage: values that nobody needs any more, and the memory they took.

Python looks through everything there is, again and again, for values that refer to each other in a circle. Where
millions of small values are made, none of which refers to itself, it finds nothing and takes a third of the time.
"""

import ctypes
import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Look for no garbage while the block runs; what nobody refers to any more is freed at once as always."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


@contextmanager
def collected() -> Iterator[None]:
    """Look for garbage while the block runs, also within `uncollected`."""
    collecting = gc.isenabled()
    gc.enable()
    try:
        yield
    finally:
        if not collecting:
            gc.disable()


def give_back() -> None:
    """Give memory that is free back to the system. GNU's library keeps it for what may come; elsewhere nothing is done.

    After work that took much for a moment: it costs a few milliseconds, and what comes next of other sizes finds no room
    in what was kept.
    """
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(0)
