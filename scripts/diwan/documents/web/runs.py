"""Runs of letters: where in a text some of its own stand, or whether those of another do, all looked for at once.

In: a text and runs of so many letters. Out: where they stand. Every run of the text gets a number (a polynomial of its
letters, modulo 2⁶⁴; Karp and Rabin 1987), and numbers are compared instead of letters: the time grows with the length
of the text and not with its product with the number of runs. Two runs that differ have the same number by chance once
in 10¹⁹; who makes that happen on purpose only has a stretch of their own page counted as said twice.
"""

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.uint64]
Rows = NDArray[np.int64]

#: An odd number without pattern: 2⁶⁴ divided by the golden ratio.
_BASE = 0x9E3779B97F4A7C15
#: Bits of a number that a table is asked by: one of 65,536 answers stays in the processor's nearest cache, and ten
#: thousand runs wanted fill a seventh of it.
_FIRST_BITS = 16
_REST_BITS = np.uint64(64 - _FIRST_BITS)


def numbers_of(text: str, length: int) -> Numbers:
    """Return the number of each run of *length* letters of *text*, in order."""
    letters = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.uint64)
    found = np.zeros(max(len(letters) - length + 1, 0), np.uint64)
    # Runs of 1, 2, 4 … letters; those that the length is made of are put together.
    part, size, done = letters, 1, 0
    while len(found) and done < length:
        power = np.uint64(pow(_BASE, size, 1 << 64))
        if (length - done) & size or size * 2 > length:
            found = found * power + part[done : done + len(found)]
            done += size
        if size * 2 <= length:
            part = part[:-size] * power + part[size:]
            size *= 2
    return found


def standing(wanted: Numbers, text: str, length: int) -> NDArray[np.bool_]:
    """Tell which of the runs with the numbers *wanted* stand in *text*."""
    numbers = np.sort(numbers_of(text, length))
    if not len(numbers):
        return np.zeros(wanted.shape, dtype=np.bool_)
    places = np.minimum(np.searchsorted(numbers, wanted), len(numbers) - 1)
    return np.asarray(numbers[places] == wanted)


def found(text: str, starts: Rows, length: int) -> tuple[Rows, Rows]:
    """Return where the runs that begin at *starts* stand in *text*, in order, and which run each of these places has.

    Runs of the same letters are one run; runs are numbered from nought.
    """
    numbers = numbers_of(text, length)
    wanted = np.unique(numbers[starts])
    # Most places are out of question by the first bits of their number: a table of those wanted is quicker asked.
    begin = np.zeros(1 << _FIRST_BITS, dtype=np.bool_)
    begin[wanted >> _REST_BITS] = True
    places = np.flatnonzero(begin[numbers >> _REST_BITS])
    which = np.minimum(np.searchsorted(wanted, numbers[places]), len(wanted) - 1)
    there = wanted[which] == numbers[places]
    return places[there], which[there]
