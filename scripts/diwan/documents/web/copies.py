"""Copies: text that a page has twice, for print or for machines, and seldom cut the same way both times.

In: the stretches of a page. Out: for each longer one how much of it stands elsewhere on the page too. Its beginning,
its middle and its end are looked for: a copy that is cut otherwise has them all the same. All are looked for at once,
by the number that stands for each run of so many letters (`runs`), so that twice the text takes twice the time.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from diwan.documents.web import runs
from diwan.documents.web.stretches import Stretch

Matrix = NDArray[np.float32]
Rows = NDArray[np.int64]

NAMES = ("again.earlier", "again.later")
#: Letters and digits of the shortest stretch that is looked for, and of each place in it: a sentence, four words.
_PROBED, _PROBE = 60, 30


def see(stretches: Sequence[Stretch]) -> Matrix:
    """Return the columns `NAMES`: which share of its places stands in what is before it, and in what is behind.

    A page that has its text twice, for print or for machines, seldom cuts it the same way twice.
    """
    table = np.zeros((len(stretches), 2), dtype=np.float32)
    text, starts = _joined(stretches)
    long, probes = _probes(starts)
    if len(long):
        places, which = runs.found(text, probes.ravel(), _PROBE)
        first = np.full(which.max() + 1, len(text))
        last = np.full(which.max() + 1, -1)
        np.minimum.at(first, which, places)
        np.maximum.at(last, which, places)
        own = which[np.searchsorted(places, probes)]
        table[long, 0] = (first[own] + _PROBE <= starts[long, None]).mean(axis=1)
        table[long, 1] = (last[own] >= starts[long + 1, None]).mean(axis=1)
    return table


def said_before(stretches: Sequence[Stretch], left_out: Sequence[bool]) -> list[bool]:
    """Tell of which longer stretches all places stand in those before it, except those *left_out* and told here."""
    text, starts = _joined(stretches)
    long, probes = _probes(starts)
    again = [False] * len(stretches)
    if not len(long):
        return again
    places, which = runs.found(text, probes.ravel(), _PROBE)
    owned = dict(zip(long.tolist(), which[np.searchsorted(places, probes)].tolist(), strict=True))
    bounds = np.searchsorted(places, starts).tolist()
    numbers = which.tolist()
    said: set[int] = set()
    for index in range(len(stretches)):
        again[index] = index in owned and said.issuperset(owned[index])
        if not again[index] and not left_out[index]:
            said.update(numbers[bounds[index] : bounds[index + 1]])
    return again


def _joined(stretches: Sequence[Stretch]) -> tuple[str, Rows]:
    """Return the letters and digits of all stretches, and where each begins, with one more for the end."""
    texts = [stretch.letters for stretch in stretches]
    return "".join(texts), np.cumsum([0, *map(len, texts)])


def _probes(starts: Rows) -> tuple[Rows, Rows]:
    """Return which stretches are looked for, and for each where its beginning, its middle and its end are."""
    sizes = np.diff(starts)
    long = np.flatnonzero(sizes >= _PROBED)
    last = sizes[long] - _PROBE
    return long, starts[long, None] + np.stack([np.zeros_like(last), last // 2, last], axis=1)
