"""Keyness: the words that set two sides apart, judged text by text, so that no single long article decides.

In: the texts of two sides, each as counts of its words. Out: for every word that is frequent enough, how many times
as frequent it is on one side as on the other, as a binary logarithm with a 95 % interval.

The measure is Hardie's log ratio (2014, "Log Ratio: an informal introduction"): 1 is twice, 2 four times as frequent.
Half an occurrence is added on both sides, so that it is defined where one has none and hardly biased (Walter 1975,
"The distribution of Levin's measure of attributable risk"). Words come in clumps, a text that has one has it again;
the interval is therefore widened on each side by how much more the word's frequency varies between texts than chance
would have it (the design effect of Rao and Scott 1992, "A simple method for the analysis of clustered binary data"),
and uses Student's t with as many degrees of freedom as the smaller side has texts, less one.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from math import log

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

#: Texts on a side below which nothing is said: the spread between two texts is not known (t of one degree is 12.7).
TEXTS_MIN = 3
#: Occurrences, and texts that have it, on the side that a word marks. Five is the floor usual for keywords
#: (Scott's WordSmith: 3; Rayson 2004: 5); what one text alone says is its own way of speaking, not that of a side.
COUNT_MIN, SPREAD_MIN = 5, 2
#: The 97.5th percentile of Student's t for 1, 2, 3… degrees of freedom (tables of the distribution, four figures).
_T = (
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131,
    2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Keyword:
    """A word with its occurrences and texts on the first and on the second side, and its log ratio between them."""

    word: str
    counts: tuple[int, int]
    texts: tuple[int, int]
    #: Binary logarithm: above 0 where the first side has it more often.
    ratio: float
    interval: tuple[float, float]

    @property
    def surely(self) -> float:
        """How far from 0 the ratio is at least, by its interval; below 0 if it may be 0."""
        low, high = self.interval
        return max(low, -high)


@dataclass(frozen=True, slots=True)
class Contrast:
    """Two sides compared: the words surely more frequent on one, the surest first, and of how many words."""

    keywords: tuple[Keyword, ...]
    compared: int
    texts: tuple[int, int]
    words: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Compared:
    """Two sides in one language: the ids of the articles whose texts were counted, and what came of it."""

    language: str
    sides: tuple[tuple[str, ...], tuple[str, ...]]
    contrast: Contrast


class _Side:
    """A side as sums over its texts, from which everything follows: arrays with a place for each word."""

    def __init__(self, texts: Sequence[Mapping[str, int]], places: Sequence[list[int]], words: int) -> None:
        place = np.array(list(chain.from_iterable(places)), np.int64)
        count = np.array(list(chain.from_iterable(text.values() for text in texts)), np.float64)
        lengths = np.array([sum(text.values()) for text in texts], np.float64)
        length = np.repeat(lengths, [len(text) for text in texts])

        def over_texts(values: Floats) -> Floats:
            return np.bincount(place, values, words).astype(np.float64)

        self.texts, self.words, self.squared_lengths = len(texts), lengths.sum(), (lengths**2).sum()
        self.counts, self.spread = over_texts(count), over_texts((count > 0).astype(np.float64))
        self.squares, self.products = over_texts(count**2), over_texts(count * length)
        self.frequent = (self.counts >= COUNT_MIN) & (self.spread >= SPREAD_MIN)

    def clumping(self) -> Floats:
        """Return how many times the variance of each word's share is that of words dealt at random; 1 at least."""
        share = self.counts / self.words
        residuals = self.squares - 2 * share * self.products + share**2 * self.squared_lengths
        observed = self.texts / (self.texts - 1) * residuals / self.words**2
        at_random = share * (1 - share) / self.words
        times: Floats = np.divide(observed, at_random, out=np.ones_like(share), where=at_random > 0)
        return np.maximum(1, times)

    def variance(self) -> Floats:
        """Return the variance of the natural logarithm of each word's share, were words dealt at random."""
        variance: Floats = 1 / (self.counts + 0.5) - 1 / (self.words + 0.5)
        return variance

    def log_share(self) -> Floats:
        """Return the binary logarithm of each word's share."""
        share: Floats = np.log2((self.counts + 0.5) / (self.words + 0.5))
        return share


def contrast(one: Sequence[Mapping[str, int]], other: Sequence[Mapping[str, int]]) -> Contrast | None:
    """Return what sets the texts *one* apart from the texts *other*, each given as counts of its words.

    None where a side has fewer than `TEXTS_MIN` texts with any words.
    """
    sides = [[text for text in side if any(text.values())] for side in (one, other)]
    if min(map(len, sides)) < TEXTS_MIN:
        return None
    numbers: defaultdict[str, int] = defaultdict()
    numbers.default_factory = numbers.__len__
    places = [[list(map(numbers.__getitem__, text)) for text in side] for side in sides]
    first, second = (_Side(side, found, len(numbers)) for side, found in zip(sides, places, strict=True))
    ratios, halves = _intervals(first, second)
    # A word that is frequent enough only on the side where it is rarer, by its share, marks neither.
    frequent = np.where(ratios > 0, first.frequent, second.frequent)
    words = list(numbers)
    keywords = [
        Keyword(
            words[place],
            (int(first.counts[place]), int(second.counts[place])),
            (int(first.spread[place]), int(second.spread[place])),
            float(ratios[place]),
            (float(ratios[place] - halves[place]), float(ratios[place] + halves[place])),
        )
        for place in np.flatnonzero(frequent & (np.abs(ratios) > halves))
    ]
    keywords.sort(key=lambda key: (-key.surely, key.word))
    return Contrast(
        tuple(keywords),
        int((first.frequent | second.frequent).sum()),
        (first.texts, second.texts),
        (int(first.words), int(second.words)),
    )


def _intervals(one: _Side, other: _Side) -> tuple[Floats, Floats]:
    """Return the log ratio of every word, and half the width of its interval."""
    clumps = [one.clumping(), other.clumping()]
    # Where a side has none of a word, nothing is known of how it would clump there: as on the other side.
    missing = (one.counts == 0) | (other.counts == 0)
    clumps = [np.where(missing, np.maximum(*clumps), clump) for clump in clumps]
    spread = np.sqrt(clumps[0] * one.variance() + clumps[1] * other.variance()) / log(2)
    return one.log_share() - other.log_share(), _quantile(min(one.texts, other.texts) - 1) * spread


def _quantile(degrees: int) -> float:
    """Return the 97.5th percentile of Student's t.

    Above the table by the first terms of its expansion about the normal distribution, right to four figures there
    (Abramowitz and Stegun 1964, 26.7.5).
    """
    if degrees <= len(_T):
        return _T[degrees - 1]
    z = 1.959964
    return z + (z**3 + z) / (4 * degrees) + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * degrees**2)
