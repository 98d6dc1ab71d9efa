"""Marks: where articles mention which concepts, for the browser to show, and by which names.

In: the mentions that the library found in passages, and those found here in titles and the like. Out: for some articles
together `Marks`. No text is needed: how each concept is written stands beside its mentions.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from diwan.library.mentioned import Mentions, Written
from diwan.library.renaming import Vocabulary
from diwan.search.chunks import encode
from diwan.search.lexicon import Table, table_of

#: Numbers of a mark: the step to its start, its length, its concept.
_MARK = 3
#: The mentions in one article: the passage each of its parts is (`Fragment.places`), what passages mention, and the rest.
Mentioning = tuple[str, Mentions, Mentions]
#: A concept that is written somewhere: its number, the concepts that longer names hold (start, length, number), and a line
#: for each of them.
_Known = tuple[int, tuple[tuple[int, int, int], ...], tuple[str, ...]]


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
            concept, words = self._numbers[written.concept], written.words.replace("\n", " ")
            nested = [
                (start, end - start, self._numbers[key])
                for start, end, key in self._finder.find_nested(written.words, written.language)
            ]
            lines = [
                f"{inner}\t{words[start : start + length]}"
                for start, length, inner in ((0, len(words), concept), *nested)
            ]
            known = self._known[written] = (concept, tuple(nested), tuple(lines))
        return known


def marks_of(articles: Sequence[Mentioning], namer: Namer) -> Marks:
    """Return the marks of *articles*."""
    lines: dict[str, int] = {}
    found: list[int] = []
    ends, rows, counts = [], [], []
    for article in articles:
        named: set[str] = set()
        found += _article(article, namer, named)
        ends.append(len(found))
        rows += [lines.setdefault(line, len(lines)) for line in sorted(named)]
        counts.append(len(named))
    data, starts = encode(np.array(found, np.int64))
    bounds = starts[[0, *ends]].tolist()
    return Marks(
        tuple([data[start:end] for start, end in pairwise(bounds)]),
        table_of(lines, np.array(rows, np.int64)),
        np.array(counts, np.uint32),
    )


def _article(article: Mentioning, namer: Namer, named: set[str]) -> list[int]:
    """Return the marks of an article; put into *named* whom it mentions and how."""
    places, *both = article
    in_passages, in_rest = ((found, list(map(namer.known, found.written))) for found in both)
    marks: list[int] = []
    parts = last = 0
    for place, passage in enumerate(places.split(" ")):
        ident, _, taken = passage.partition("+")
        found, known = in_passages if ident else in_rest
        if rows := found.rows_in(ident or str(place)):
            here = _part(rows, known, int(taken or 0), named)
            marks += (place - last, len(here) // _MARK, *here)
            parts, last = parts + 1, place
    return [parts, *marks]


def _part(rows: Sequence[int], known: Sequence[_Known], taken: int, named: set[str]) -> list[int]:
    """Return the marks of a part before which so many characters were *taken*."""
    marks: list[int] = []
    before, numbers = taken, iter(rows)
    for start, end, place in zip(numbers, numbers, numbers, strict=True):
        if start < taken:
            continue
        concept, nested, lines = known[place]
        named.update(lines)
        marks += (start - before, end - start, concept)
        before = start
        for inner_start, length, inner in nested:
            marks += (start + inner_start - before, length, inner)
            before = start + inner_start
    return marks
