"""Streams: the words of all articles one after the other, as columns of numbers, and the forms they are of.

In: batches of articles, each with lines of its own, and the order of all articles. Out: the columns from which postings are
made, and spelling and count of every form.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from diwan.search.batches import Words
from diwan.search.lexicon import Lexicon, LineNumbers
from diwan.search.strings import Numbers

#: Places left free between two parts, so that no phrase reaches from one into the next.
GAP = 1
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
        lengths = np.concatenate([self.batches[seat.batch].lengths[_slice(parts, seat)] for seat in seats])
        weights = np.concatenate([self.batches[seat.batch].weights[_slice(parts, seat)] for seat in seats])
        parts_of_article = np.array([_size(parts, seat) for seat in seats], np.int64)
        return Streams(
            line=line,
            article=np.repeat(articles.astype(np.min_scalar_type(len(self.seats))), counts),
            position=_narrow_positions(lengths.astype(np.int64), parts_of_article),
            weight=np.repeat(weights, lengths),
            length=self.length,
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


def _narrow_positions(lengths: Numbers, parts: Numbers) -> NDArray[np.unsignedinteger]:
    """Return positions as `positions_of` does, some articles at a time."""
    before = np.append(0, np.cumsum(parts))
    words = np.append(0, np.cumsum(lengths))[before]
    most = int(np.max(np.diff(words) + GAP * parts, initial=0))
    found = np.empty(int(words[-1]), np.min_scalar_type(most))
    first = 0
    while first < len(parts):
        last = max(int(np.searchsorted(words, words[first] + _WORDS_TOGETHER, "right")) - 1, first + 1)
        own = lengths[before[first] : before[last]]
        found[words[first] : words[last]] = positions_of(own, parts[first:last])
        first = last
    return found


def positions_of(parts: Numbers, parts_of_article: Numbers) -> Numbers:
    """Return the position of every word within its article, from the lengths of parts and how many each article has."""
    first_part = np.cumsum(parts_of_article) - parts_of_article
    before = np.append(np.cumsum(parts) - parts, 0)
    within = before[:-1] - np.repeat(before[first_part], parts_of_article)
    gaps = (np.arange(len(parts)) - np.repeat(first_part, parts_of_article)) * GAP
    positions: Numbers = np.arange(int(parts.sum())) + np.repeat(within + gaps - before[:-1], parts)
    return positions


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
