"""Streams: the words of all articles one after the other, as columns of numbers, and the forms they are of.

In: batches of articles, each with lines of its own, and the order of all articles. Out: the columns from which postings are
made, and spelling and count of every form.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from diwan.search.batches import Words
from diwan.search.lexicon import Lexicon, LineNumbers
from diwan.search.strings import Numbers

#: Places left free between two parts, so that no phrase reaches from one into the next.
GAP = 1
#: Sections begin at multiples of so many places, so that what is added to one moves those behind it once in as many words, and
#: the records of their words, among them the commonest of the corpus in titles, stand. Most places take two bytes either way.
ROOM = 256
#: Words whose positions are worked out together, so that what is needed meanwhile stays small.
_WORDS_TOGETHER = 2**18


@dataclass(frozen=True, slots=True, eq=False)
class Streams:
    """The words of all articles, one after the other: parallel columns, a row a word, in as few bytes as they take."""

    #: The line of the word, its article, its position there, and how much it counts.
    line: LineNumbers
    article: NDArray[np.unsignedinteger]
    position: NDArray[np.unsignedinteger]
    weight: NDArray[np.uint8]
    #: For each article: its length as a share of what is usual in its language.
    length: NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Forms:
    """Every form of the corpus: parallel columns, a row a form."""

    #: The line that is the form alone, and the one that says how it is spelled.
    line: Numbers
    spelled: Numbers
    count: Numbers


@dataclass(frozen=True, slots=True)
class Seat:
    """Where an article is: in which batch, and as which of it."""

    batch: int
    place: int


@dataclass(frozen=True, slots=True, eq=False)
class Texts:
    """Where the words of all articles are: in batches, each with its lines as numbers of the lexicon."""

    batches: Sequence[Words]
    lines: Sequence[LineNumbers]
    #: The seat of each article, and its length as a share of what is usual in its language.
    seats: Sequence[Seat]
    length: NDArray[np.float32]

    def counts(self, lexicon: Lexicon) -> Numbers:
        """Return how often each line of the lexicon stands in all texts."""
        counts = np.zeros(len(lexicon), np.int64)
        for batch, lines in zip(self.batches, self.lines, strict=True):
            # A batch has each line once.
            counts[lines] += np.bincount(batch.table.rows, minlength=len(lines))
        return counts

    def streams(self, articles: Numbers) -> Streams:
        """Return the words of *articles*, in their order."""
        seats = [self.seats[article] for article in articles.tolist()]
        words, parts = (
            _bounds(getattr(batch, name) for batch in self.batches) for name in ("counts", "parts")
        )
        counts = np.array([_size(words, seat) for seat in seats], np.int64)
        starts = np.append(0, np.cumsum(counts))
        line = np.empty(int(starts[-1]), np.uint32)
        for seat, start, end in zip(seats, starts[:-1].tolist(), starts[1:].tolist(), strict=True):
            line[start:end] = self.lines[seat.batch][self.batches[seat.batch].table.rows[_slice(words, seat)]]

        def column(name: str) -> NDArray[Any]:
            return np.concatenate(
                [getattr(self.batches[seat.batch], name)[_slice(parts, seat)] for seat in seats]
            )

        lengths = column("lengths")
        parts_of_article = np.array([_size(parts, seat) for seat in seats], np.int64)
        return Streams(
            line=line,
            article=np.repeat(articles.astype(np.min_scalar_type(len(self.seats))), counts),
            position=_narrow_positions(lengths.astype(np.int64), column("sections"), parts_of_article),
            weight=np.repeat(column("weights"), lengths),
            length=self.length,
        )

    def words_in(self, lines: NDArray[np.bool_]) -> Streams:
        """Return of the words of all articles those of some *lines*, which are given as a bit for each of the lexicon."""
        articles = [np.empty(len(batch.counts), np.int64) for batch in self.batches]
        for number, seat in enumerate(self.seats):
            articles[seat.batch][seat.place] = number
        given = zip(self.batches, self.lines, articles, strict=True)
        found = [
            _words_in(batch, own, lines[own], places) for batch, own, places in given if lines[own].any()
        ]
        line, article, position, weight = map(np.concatenate, zip(*found or [_NO_WORDS], strict=True))
        order = np.argsort(article, kind="stable")
        return Streams(line[order], article[order], position[order], weight[order], self.length)


#: A row for each of no words: its line, article, position and weight.
_NO_WORDS = tuple(np.empty(0, kind) for kind in (np.uint32, np.int64, np.int64, np.uint8))


def _words_in(
    batch: Words, lines: LineNumbers, chosen: NDArray[np.bool_], articles: Numbers
) -> tuple[NDArray[Any], ...]:
    """Return line, article, position and weight of each word of a *batch* whose line is *chosen*."""
    rows = np.flatnonzero(chosen[batch.table.rows])
    ends = np.cumsum(batch.lengths, dtype=np.int64)
    part = np.searchsorted(ends, rows, "right")
    starts = _starts(batch.lengths.astype(np.int64), batch.sections, batch.parts.astype(np.int64))
    return (
        lines[batch.table.rows[rows]],
        articles[np.searchsorted(np.cumsum(batch.counts, dtype=np.int64), rows, "right")],
        rows + (starts - ends + batch.lengths)[part],
        batch.weights[part],
    )


def lengths_of(
    batches: Sequence[Words], seats: Sequence[Seat], languages: Sequence[str]
) -> NDArray[np.float32]:
    """Return the length of each article as a share of what is usual in its language."""
    counts = [batch.counts.tolist() for batch in batches]
    return _relative(np.array([counts[seat.batch][seat.place] for seat in seats], np.int64), languages)


def counted_forms(counts: Numbers, lexicon: Lexicon) -> Forms:
    """Return the forms of lines, given how often each line stands in all texts.

    Of several spellings of a form the last in order has most accents, and tells a stemmer most.
    """
    present = np.flatnonzero(counts)
    alone = lexicon.alone[present]
    order = np.argsort(alone, kind="stable")
    forms, firsts = np.unique(alone[order], return_index=True)
    spelled = present[order][firsts]
    sizes = np.diff(np.append(firsts, len(order)))
    for several in np.flatnonzero(sizes > 1).tolist():
        lines = present[order[firsts[several] : firsts[several] + sizes[several]]].tolist()
        spelled[several] = max(lines, key=lexicon.spelled)
    return Forms(
        line=forms.astype(np.int64), spelled=spelled, count=np.add.reduceat(counts[present][order], firsts)
    )


def _bounds(counts: Iterator[NDArray[np.uint32]]) -> list[list[int]]:
    """Return for each batch where each of its articles begins, and where the last ends."""
    return [np.append(0, np.cumsum(count, dtype=np.int64)).tolist() for count in counts]


def _slice(bounds: Sequence[Sequence[int]], seat: Seat) -> slice:
    return slice(bounds[seat.batch][seat.place], bounds[seat.batch][seat.place + 1])


def _size(bounds: Sequence[Sequence[int]], seat: Seat) -> int:
    return bounds[seat.batch][seat.place + 1] - bounds[seat.batch][seat.place]


def _narrow_positions(lengths: Numbers, sections: Numbers, parts: Numbers) -> NDArray[np.unsignedinteger]:
    """Return positions as `positions_of` does, some articles at a time."""
    before = np.append(0, np.cumsum(parts))
    words = np.append(0, np.cumsum(lengths))[before]
    most = int(np.max(np.diff(words) + (GAP + ROOM) * parts, initial=0))
    found = np.empty(int(words[-1]), np.min_scalar_type(most))
    first = 0
    while first < len(parts):
        last = max(int(np.searchsorted(words, words[first] + _WORDS_TOGETHER, "right")) - 1, first + 1)
        own = slice(before[first], before[last])
        found[words[first] : words[last]] = positions_of(lengths[own], sections[own], parts[first:last])
        first = last
    return found


def positions_of(lengths: Numbers, sections: Numbers, parts_of_article: Numbers) -> Numbers:
    """Return the position of every word within its article.

    Of each part its length in words and its section are given, and of each article how many parts it has.
    """
    starts = _starts(lengths, sections, parts_of_article)
    before = np.cumsum(lengths) - lengths
    positions: Numbers = np.arange(int(lengths.sum())) + np.repeat(starts - before, lengths)
    return positions


def _starts(lengths: Numbers, sections: NDArray[np.integer], parts_of_article: Numbers) -> Numbers:
    """Return the position of the first word of each part."""
    article = np.repeat(np.arange(len(parts_of_article)), parts_of_article)
    begins = np.ones(len(lengths), bool)
    begins[1:] = (sections[1:] != sections[:-1]) | (article[1:] != article[:-1])
    firsts, section = np.flatnonzero(begins), np.cumsum(begins) - 1
    bare = np.append(0, np.cumsum(lengths + GAP))
    room = -(-np.diff(bare[np.append(firsts, len(lengths))]) // ROOM) * ROOM
    starts = (np.cumsum(room) - room)[section] + bare[:-1] - bare[firsts][section]
    first_part = np.cumsum(parts_of_article) - parts_of_article
    found: Numbers = starts - np.repeat(np.append(starts, 0)[first_part], parts_of_article)
    return found


def _relative(lengths: Numbers, languages: Sequence[str]) -> NDArray[np.float32]:
    """Return the length of each article as a share of the average of its language.

    The average counts in steps of an eighth of a doubling, so that one article more hardly ever moves all others.
    """
    relative = np.ones(len(lengths), np.float32)
    tags = np.array(languages)
    for tag in sorted(set(languages)):
        own = lengths[tags == tag]
        relative[tags == tag] = own / 2 ** (np.rint(np.log2(max(own.mean(), 1)) * 8) / 8)
    return relative
