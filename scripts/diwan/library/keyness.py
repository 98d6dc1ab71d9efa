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

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log, log2, sqrt

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
    """The sums over the texts of a side from which everything follows."""

    def __init__(self, texts: Sequence[Mapping[str, int]]) -> None:
        lengths = [sum(text.values()) for text in texts]
        self.texts, self.words = len(texts), sum(lengths)
        self.squared_lengths = sum(length**2 for length in lengths)
        self.counts: Counter[str] = Counter()
        self.spread: Counter[str] = Counter()
        self.squares: Counter[str] = Counter()
        self.products: Counter[str] = Counter()
        for text, length in zip(texts, lengths, strict=True):
            for word, count in text.items():
                self.counts[word] += count
                self.spread[word] += 1
                self.squares[word] += count**2
                self.products[word] += count * length

    def clumping(self, word: str) -> float:
        """Return how many times the variance of a word's frequency is that of words dealt at random; 1 at least."""
        share = self.counts[word] / self.words
        if not 0 < share < 1:
            return 1.0
        residuals = self.squares[word] - 2 * share * self.products[word] + share**2 * self.squared_lengths
        observed = self.texts / (self.texts - 1) * residuals / self.words**2
        return max(1.0, observed / (share * (1 - share) / self.words))

    def variance(self, word: str) -> float:
        """Return the variance of the natural logarithm of a word's frequency, were its words dealt at random."""
        return 1 / (self.counts[word] + 0.5) - 1 / (self.words + 0.5)


def contrast(one: Sequence[Mapping[str, int]], other: Sequence[Mapping[str, int]]) -> Contrast | None:
    """Return what sets the texts *one* apart from the texts *other*, each given as counts of its words.

    None where a side has fewer than `TEXTS_MIN` texts with any words.
    """
    first, second = (_Side([text for text in side if any(text.values())]) for side in (one, other))
    if min(first.texts, second.texts) < TEXTS_MIN:
        return None
    wanted = sorted(
        word for word in first.counts | second.counts if _frequent(word, first) or _frequent(word, second)
    )
    found = [_keyword(word, first, second) for word in wanted]
    # A word that is frequent enough only on the side where it is rarer, by its share, marks neither.
    keywords = [
        key for key in found if key.surely > 0 and _frequent(key.word, first if key.ratio > 0 else second)
    ]
    keywords.sort(key=lambda key: (-key.surely, key.word))
    return Contrast(tuple(keywords), len(found), (first.texts, second.texts), (first.words, second.words))


def _frequent(word: str, side: _Side) -> bool:
    return side.counts[word] >= COUNT_MIN and side.spread[word] >= SPREAD_MIN


def _keyword(word: str, one: _Side, other: _Side) -> Keyword:
    ratio = log2((one.counts[word] + 0.5) / (one.words + 0.5)) - log2(
        (other.counts[word] + 0.5) / (other.words + 0.5)
    )
    # Where a side has none of a word, nothing is known of how it would clump there: as on the other side.
    clumps = [side.clumping(word) for side in (one, other)]
    if not (one.counts[word] and other.counts[word]):
        clumps = [max(clumps)] * 2
    spread = sqrt(clumps[0] * one.variance(word) + clumps[1] * other.variance(word)) / log(2)
    half = _quantile(min(one.texts, other.texts) - 1) * spread
    return Keyword(
        word,
        (one.counts[word], other.counts[word]),
        (one.spread[word], other.spread[word]),
        ratio,
        (ratio - half, ratio + half),
    )


def _quantile(degrees: int) -> float:
    """Return the 97.5th percentile of Student's t.

    Above the table by the first terms of its expansion about the normal distribution, right to four figures there
    (Abramowitz and Stegun 1964, 26.7.5).
    """
    if degrees <= len(_T):
        return _T[degrees - 1]
    z = 1.959964
    return z + (z**3 + z) / (4 * degrees) + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * degrees**2)
