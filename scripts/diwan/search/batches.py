"""Batches: the words of some articles together, each word once. A batch is what is remembered, and what processes send.

In: the parts of articles. Out: `Words`, which depend on the words alone, so that they can be kept as long as the articles
stay as they are, whatever happens to the names of concepts.
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from diwan.search.lexicon import Table, table_of
from diwan.search.parts import Part
from diwan.search.stems import lowered
from diwan.search.words import forms_of, language_of_form, words_in

#: How much a word counts by where it stands. A title says what an article is about in ten words, so each weighs
#: about as much as six in the text; names and summaries half of that. The order was chosen, the figures hardly
#: matter: halving or doubling any of them moves no first result of the gold queries.
WEIGHTS = {"title": 6, "author": 4, "outlet": 3, "summary": 3, "heading": 3, "passage": 1, "note": 1}
#: The order in which the words of an article stand: what is hardly ever edited last, so that it is seldom moved. Text and
#: digests stay as they stand.
_RANK = {"passage": 0, "heading": 0, "note": 1, "summary": 2, "outlet": 3, "author": 4, "title": 5}
#: Characters; longer stretches are addresses, and sentences in scripts without spaces: they do not come again.
_STRETCH_MAX = 32
#: Sections of an article: what the column of their numbers holds.
_SECTIONS_MAX = 2**16 - 1


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of some articles, one after the other."""

    #: Lines of words (`diwan.search.lexicon`), a row a word.
    table: Table
    #: For each part with words: how many, and the weight of each; and its section, counted within the article. Neighbouring
    #: parts of one kind and language are a section: an edit of it hardly ever moves those behind it.
    lengths: NDArray[np.uint32]
    weights: NDArray[np.uint8]
    sections: NDArray[np.uint16]
    #: For each article: how many such parts, and how many words.
    parts: NDArray[np.uint32]
    counts: NDArray[np.uint32]


class Cutter:
    """Cuts texts into words. A stretch between two spaces is cut once: most are a word that was met before."""

    def __init__(self) -> None:
        #: Every line met, by number.
        self._lines: list[str] = []
        self._numbers: dict[str, int] = {}
        self._stretches: dict[str, _Stretches] = {}
        #: The words of each stretch: where they begin in the row of all, and how many they are.
        self._firsts, self._counts, self._row = array("I"), array("I"), array("I")

    def words(self, articles: Iterable[Iterable[Part]]) -> Words:
        """Return the words of *articles*, each given as its parts."""
        stretches: list[int] = []
        #: For each part the number of stretches up to its end, its weight and section; for each article the number of parts.
        ends, weights, sections, parts = array("I"), array("B"), array("H"), array("I")
        for article in articles:
            before = len(ends)
            for section, part in _in_sections(article):
                stretches += map(self._of_language(part.language).__getitem__, part.text.split())
                ends.append(len(stretches))
                weights.append(WEIGHTS[part.field])
                sections.append(section)
            parts.append(len(ends) - before)
        found = np.array(stretches, np.uint32)
        counts = np.array(self._counts, np.uint32)[found]
        rows = self._rows(found, counts)
        words_to = np.append(0, np.cumsum(counts, dtype=np.int64))[np.array(ends, np.int64)]
        lengths = np.diff(words_to, prepend=0)
        return _words(
            _table_of_all(self._lines, rows),
            lengths,
            np.array(weights, np.uint8),
            np.array(sections, np.uint16),
            np.array(parts, np.int64),
        )

    def _of_language(self, language: str) -> "_Stretches":
        known = self._stretches.get(language)
        if known is None:
            known = self._stretches[language] = _Stretches(self, language)
        return known

    def new_stretch(self, stretch: str, language: str) -> int:
        """Return the number of a stretch that was not met before."""
        self._firsts.append(len(self._row))
        for word in words_in(stretch):
            for form in forms_of(word, language):
                line = _line(form, word, language)
                number = self._numbers.get(line)
                if number is None:
                    number = self._numbers[line] = len(self._lines)
                    self._lines.append(line)
                self._row.append(number)
        self._counts.append(len(self._row) - self._firsts[-1])
        return len(self._firsts) - 1

    def _rows(self, found: NDArray[np.uint32], counts: NDArray[np.uint32]) -> NDArray[np.int64]:
        """Return the lines of stretches, one after the other."""
        before = np.cumsum(counts, dtype=np.int64) - counts
        shift = np.array(self._firsts, np.int64)[found] - before
        place = np.arange(int(counts.sum())) + np.repeat(shift, counts)
        rows: NDArray[np.int64] = np.array(self._row, np.int64)[place]
        return rows


class _Stretches(dict[str, int]):
    """The numbers of the stretches met in texts of one language."""

    def __init__(self, cutter: Cutter, language: str) -> None:
        super().__init__()
        self._cutter, self._language = cutter, language

    def __missing__(self, stretch: str) -> int:
        found = self._cutter.new_stretch(stretch, self._language)
        if len(stretch) <= _STRETCH_MAX:
            self[stretch] = found
        return found


def _in_sections(article: Iterable[Part]) -> Iterator[tuple[int, Part]]:
    """Yield the parts of an article as their words stand in the index, each with the number of its section."""
    section, last = -1, (-1, "")
    for part in sorted(article, key=lambda part: _RANK[part.field]):
        own = (_RANK[part.field], part.language)
        if own != last:
            # Beyond so many the last goes on.
            section, last = min(section + 1, _SECTIONS_MAX), own
        yield section, part


def _words(
    table: Table,
    lengths: NDArray[np.int64],
    weights: NDArray[np.uint8],
    sections: NDArray[np.uint16],
    parts: NDArray[np.int64],
) -> Words:
    """Return words without the parts that have none."""
    article = np.repeat(np.arange(len(parts)), parts)
    kept = lengths > 0
    counts = np.bincount(article, weights=lengths, minlength=len(parts))
    return Words(
        table=table,
        lengths=lengths[kept].astype(np.uint32),
        weights=weights[kept],
        sections=sections[kept],
        parts=np.bincount(article[kept], minlength=len(parts)).astype(np.uint32),
        counts=counts.astype(np.uint32),
    )


def _line(form: str, word: str, language: str) -> str:
    own = language_of_form(form, language)
    spelled = lowered(word, own) if own else form
    return f"{own}\t{form}" if spelled == form else f"{own}\t{form}\t{spelled}"


def _table_of_all(lines: Sequence[str], rows: NDArray[np.int64]) -> Table:
    """Return a table of those of *lines* that stand in *rows*, in the order in which they first do."""
    place, last = np.arange(len(rows)), np.empty(len(lines), np.int64)
    # What is written to one place several times stays as it was written last: written backwards, the first stays.
    last[rows[::-1]] = place[::-1]
    own = rows[last[rows] == place]
    last[own] = np.arange(len(own))
    return table_of([lines[line] for line in own.tolist()], last[rows])


def mixed(former: Words, places: Sequence[int], new: Words) -> Words:
    """Return the words of articles that have these *places* among the *former* ones, or -1 where they are the next *new*."""
    lines = {line: number for number, line in enumerate(former.table.lines())}
    own = np.array([lines.setdefault(line, len(lines)) for line in new.table.lines()], np.int64)
    rows = np.concatenate((former.table.rows, own[new.table.rows] if len(own) else own))
    both = [np.concatenate((getattr(former, name), getattr(new, name))) for name in _COLUMNS]
    count = len(former.parts)
    following = iter(range(count, count + len(new.parts)))
    order = np.array([place if place >= 0 else next(following) for place in places], np.int64)
    lengths, weights, sections, parts, counts = both
    part, word = _within(parts, order), _within(counts, order)
    return Words(
        _table_of_all(list(lines), rows[word].astype(np.int64)),
        lengths[part],
        weights[part],
        sections[part],
        parts[order],
        counts[order],
    )


#: The columns of `Words` beside its table.
_COLUMNS = ("lengths", "weights", "sections", "parts", "counts")


def _within(sizes: NDArray[np.uint32], order: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the rows of articles in *order*, given how many rows each has."""
    ends = np.cumsum(sizes, dtype=np.int64)
    chosen = sizes[order].astype(np.int64)
    before = np.cumsum(chosen) - chosen
    return np.repeat(ends[order] - chosen - before, chosen) + np.arange(int(chosen.sum()))
