"""The vocabulary as the browser reads it: strings in order, in chunks, each with frequency and classes.

A chunk holds columns, first of numbers and then of letters: how many strings; of each how many letters it shares with
the one before, how many bytes the rest takes, its frequency (base 2 logarithm), how many classes it has; of each class
the step from the class before it with a bit for "likeliest", its language, and how many letters stand behind the stem.
"""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from diwan.search.chunks import encode
from diwan.search.strings import Numbers
from diwan.search.vocabulary import Entries

#: Strings in one chunk of the vocabulary: about 6 kB deflated.
STRINGS_MAX = 1_000


def entry_chunks(entries: Entries, former: Entries | None) -> tuple[list[bytes | None], list[str]]:
    """Return the chunks, not yet deflated, and the first string of each; None stands for one that is what it was.

    *former* entries are those of which the chunks were made before.
    """
    firsts = range(0, len(entries.strings), STRINGS_MAX)
    bounds = np.searchsorted(entries.string, [*firsts, len(entries.strings)]).tolist()
    frequency = _frequency(entries)
    changed = np.ones(len(frequency), bool)
    if former is not None and former.strings is entries.strings:
        # The very same strings have the same classes.
        changed = frequency != _frequency(former)
    chunks = [
        _chunk(entries, frequency, slice(first, first + STRINGS_MAX), slice(*rows))
        if changed[first : first + STRINGS_MAX].any()
        else None
        for first, rows in zip(firsts, pairwise(bounds), strict=True)
    ]
    return chunks, [entries.strings[first] for first in firsts]


def _frequency(entries: Entries) -> Numbers:
    """Return the base 2 logarithm of how often each string stands in the corpus."""
    frequency: Numbers = np.frexp(entries.counts + 1.0)[1] - 1
    return frequency


def _chunk(entries: Entries, frequency: Numbers, strings: slice, rows: slice) -> bytes:
    here = entries.strings[strings]
    shared = shared_starts(here)
    rests = [
        string[letters:].encode("utf-8", "surrogatepass")
        for string, letters in zip(here, shared.tolist(), strict=True)
    ]
    classes = np.bincount(entries.string[rows] - strings.start, minlength=len(here))
    step = np.diff(entries.word_class[rows], prepend=0)
    # The sign stands in the lowest bit but one.
    zigzag = np.where(step < 0, -2 * step - 1, 2 * step)
    columns = [
        np.array([len(here)]),
        shared,
        np.fromiter(map(len, rests), np.int64, len(rests)),
        frequency[strings],
        classes,
        zigzag * 2 + entries.likeliest[rows],
        entries.language[rows],
        entries.cut[rows],
    ]
    return encode(np.concatenate(columns).astype(np.int64))[0] + b"".join(rests)


def shared_starts(strings: Sequence[str]) -> Numbers:
    """Return how many letters each string shares with the one before; never one that browsers count twice."""
    letters = np.array(strings, dtype=np.str_).view(np.uint32).reshape(len(strings), -1)
    same = np.zeros(letters.shape, bool)
    same[1:] = (letters[1:] == letters[:-1]) & (letters[1:] > 0) & (letters[1:] <= ord("\uffff"))
    letters_shared: Numbers = np.cumprod(same, 1).sum(1)
    return letters_shared
