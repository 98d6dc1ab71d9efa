"""Marks: where articles mention which concepts, for the browser to show, and by which names.

In: the mentions that the library found in passages, and those found here in titles and the like. Out: for some articles
together `Marks`. No text is needed: how each concept is written stands beside its mentions.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from diwan.library.mentioned import Mentions, Written
from diwan.library.renaming import Vocabulary
from diwan.search.chunks import numbers
from diwan.search.lexicon import Table, table_of

#: The mentions in one article: the passage each of its parts is (`Fragment.places`), what passages mention, and the rest.
Mentioning = tuple[str, Mentions, Mentions]
#: A concept that is written somewhere: its number, and the concepts that longer names hold: start, end, number.
_Known = tuple[int, tuple[tuple[int, int, int], ...]]


@dataclass(frozen=True, slots=True, eq=False)
class Marks:
    """The marks of some articles, and whom they mention."""

    #: For each article as bytes: how many parts mention something; of each the step from the part before, how many
    #: mentions; of each of these the step from the start before, its length and the number of the concept. All count
    #: code points.
    data: tuple[bytes, ...]
    #: Lines of a concept's number and the words that name it, parted by a tab, one article after the other; and how many
    #: lines each has.
    named: Table
    counts: NDArray[np.uint32]


class Namer:
    """Knows what is written by number, and the names that are part of longer ones.

    A text about the "Islamic NATO" links to that theme alone, but who searches for NATO by all its names expects it.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Take the concepts of *vocabulary*, which count from 0."""
        self._finder = vocabulary.finder
        self._numbers = {concept.key: number for number, concept in enumerate(vocabulary.concepts)}
        self._known: dict[Written, _Known] = {}

    def known(self, written: Written) -> _Known:
        """Return what is known of *written*."""
        known = self._known.get(written)
        if known is None:
            nested = self._finder.find_nested(written.words, written.language)
            known = self._known[written] = (
                self._numbers[written.concept],
                tuple((start, end, self._numbers[key]) for start, end, key in nested),
            )
        return known


def marks_of(articles: Sequence[Mentioning], namer: Namer) -> Marks:
    """Return the marks of *articles*."""
    lines: dict[str, int] = {}
    rows: list[int] = []
    counts, data = [], []
    for article in articles:
        named: set[str] = set()
        data.append(_article(article, namer, named))
        rows += [lines.setdefault(line, len(lines)) for line in sorted(named)]
        counts.append(len(named))
    return Marks(tuple(data), table_of(lines, np.array(rows, np.int64)), np.array(counts, np.uint32))


def _article(article: Mentioning, namer: Namer, named: set[str]) -> bytes:
    """Return the marks of an article; put into *named* whom it mentions and how."""
    places, passages, rest = article
    found: list[int] = []
    parts = last = 0
    for place, passage in enumerate(places.split(" ")):
        ident, _, taken = passage.partition("+")
        here = passages.written_in(ident) if ident else rest.written_in(str(place))
        marks = [mark for one in here for mark in _nested(one, int(taken or 0), namer, named)]
        if marks:
            found += (place - last, len(marks))
            parts, last, before = parts + 1, place, 0
            for start, length, concept in marks:
                found += (start - before, length, concept)
                before = start
    return numbers([parts, *found])


def _nested(
    mention: tuple[int, int, Written], taken: int, namer: Namer, named: set[str]
) -> Iterator[tuple[int, int, int]]:
    """Yield start, length and concept of a mention and of those within it, where so many characters were *taken*."""
    start, end, written = mention
    if start < taken:
        return
    concept, nested = namer.known(written)
    words = written.words.replace("\n", " ")
    named.add(f"{concept}\t{words}")
    yield start - taken, end - start, concept
    for inner_start, inner_end, inner in nested:
        named.add(f"{inner}\t{words[inner_start:inner_end]}")
        yield start - taken + inner_start, inner_end - inner_start, inner
