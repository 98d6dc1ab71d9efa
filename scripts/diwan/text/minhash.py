"""MinHash: 64 numbers by which texts find those that they have much in common with, without holding any of their words.

A hash takes its least value over the runs of five words of a text; two texts have the same least value as often as a run of
either is one of both (Broder 1997, "On the resemblance and containment of documents"). Pairs are looked for in bands:
where a few of the numbers in a row are the same.
"""

from collections.abc import Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from diwan.text.words import numbered_words

#: Words of a run. Two texts on one event share runs of three and four in every sentence, of five hardly any.
SHINGLE = 5
#: Hashes, and how many of them make a band: pairs of which a third is the same are found in 97 of 100 cases, those of
#: which half is the same in all but one of 10,000; of unlike pairs one in a million is looked at.
_HASHES, _BAND = 64, 2
_FACTORS, _SUMMANDS = np.random.default_rng(0).integers(0, 2**64, (2, _HASHES), np.uint64)
#: By what the number of each word of a run is multiplied: odd, so that nothing of it is lost.
_PLACES = np.random.default_rng(1).integers(0, 2**64, SHINGLE, np.uint64) | np.uint64(1)
_MOST = 2**64 - 1


def minhash_of(passages: Sequence[str]) -> bytes:
    """Return the least value of each hash over the runs of words within *passages*, which are folded: 4 bytes each.

    The hashes are multiply-add-shift (Dietzfelbinger 1996, "Universal hashing and k-wise independence") over the marks
    of runs, which are sums of the numbers of their words, each by its own factor. Without a run all bits are ones.
    """
    marks = _marks(*_rows(passages))
    hashed = _FACTORS[:, None] * (marks >> np.uint64(32))
    hashed += _SUMMANDS[:, None]
    least: NDArray[np.uint64] = hashed.min(axis=1, initial=_MOST) >> np.uint64(32)
    return least.astype(np.uint32).tobytes()


def _rows(passages: Sequence[str]) -> tuple[NDArray[np.uint64], NDArray[np.intp]]:
    """Return the words of all *passages* by their numbers, and where each passage ends; a short one is filled with nothing."""
    starts, numbers = numbered_words("\n".join(passages))
    ends = np.cumsum([len(passage) + 1 for passage in passages], dtype=np.intp)
    counts = np.diff(np.searchsorted(starts, ends), prepend=0)
    lengths = np.maximum(counts, SHINGLE)
    last = np.cumsum(lengths)
    words = np.zeros(int(lengths.sum()), np.uint64)
    words[np.repeat(last - lengths - np.cumsum(counts) + counts, counts) + np.arange(len(numbers))] = numbers
    return words, last


def _marks(words: NDArray[np.uint64], last: NDArray[np.intp]) -> NDArray[np.uint64]:
    begins = np.ones(len(words), bool)
    for back in range(1, SHINGLE):
        # No run begins in the last four words of a passage.
        begins[last - back] = False
    starts = np.flatnonzero(begins)
    marks = np.zeros(len(starts), np.uint64)
    for place in range(SHINGLE):
        marks += words[starts + place] * _PLACES[place]
    return marks


def pairs_of(found: Sequence[bytes]) -> set[tuple[int, int]]:
    """Return the places of every two of *found* (`minhash_of`) that have a band in common."""
    # Two numbers of 32 bits are one of 64.
    bands = np.frombuffer(b"".join(found), np.uint64).reshape(len(found), _HASHES // _BAND)
    pairs: set[tuple[int, int]] = set()
    for band in bands.T:
        ordered = np.sort(band)
        for shared in np.unique(ordered[1:][ordered[1:] == ordered[:-1]]):
            pairs.update(combinations(np.flatnonzero(band == shared).tolist(), 2))
    return pairs
