"""Postings: in which articles each class of words stands, how strongly, and at which places.

In: the streams of all articles in order, and the vocabulary. Out: two records for every class. Its *list* names the
articles and, for each form found there, an impact from 1 to 15: how much the article is about it, by BM25F (Robertson
and Zaragoza 2009, "The Probabilistic Relevance Framework"), worked out here so that the browser only adds up. Its
*places* are the positions of every occurrence, read only for phrases.

All is done on columns (NumPy): 10 million words take seconds and stay within a few hundred megabytes.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from diwan.search.analysis import GAP
from diwan.search.chunks import encode, number, numbers, text
from diwan.search.vocabulary import Vocabulary, WordClass
from diwan.shards import in_shards

Numbers = NDArray[np.int64]

#: BM25F: how soon more of the same word stops to matter, and how much long articles are held to account. The usual
#: values for press articles, which are much of one length.
K1, B = 1.2, 0.5
IMPACT_MAX = 15
#: Articles whose places stand in one record: a phrase loads only the records of articles that may have it.
SEGMENT = 256
#: Ranges of classes, each of which one process works out at a time; and from how many words on this is worth while.
RANGES = 64
WORDS_WORTHWHILE = 500_000


@dataclass(frozen=True, slots=True)
class Streams:
    """The words of all articles, one after the other: parallel columns, a row a word."""

    form: NDArray[np.uint32]
    article: NDArray[np.uint32]
    position: NDArray[np.uint32]
    weight: NDArray[np.uint8]
    #: For each article: its length as a share of the average of its language.
    length: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Postings:
    """The records of all classes in order: one list each, and places in segments."""

    lists: list[bytes]
    places: list[bytes]


def positions_of(parts: NDArray[np.int64], parts_of_article: NDArray[np.int64]) -> Numbers:
    """Return the position of every word within its article, from the lengths of parts and how many each article has."""
    first_part = np.cumsum(parts_of_article) - parts_of_article
    before = np.cumsum(parts) - parts
    within = before - np.repeat(before[first_part], parts_of_article)
    gaps = (np.arange(len(parts)) - np.repeat(first_part, parts_of_article)) * GAP
    positions: Numbers = np.arange(int(parts.sum())) + np.repeat(within + gaps - before, parts)
    return positions


def make_postings(streams: Streams, vocabulary: Vocabulary, forms: Sequence[tuple[str, str]]) -> Postings:
    """Return the postings of every class; *forms* says which form each number in the streams is."""
    rows = _Rows(streams, vocabulary, forms)
    count = RANGES if len(streams.form) >= WORDS_WORTHWHILE else 1
    bounds = np.unique(np.linspace(0, len(vocabulary.classes), count + 1).astype(np.int64))
    ranges = list(zip(bounds[:-1].tolist(), bounds[1:].tolist(), strict=True))
    shares = in_shards(partial(_share, rows, vocabulary.classes), ranges)
    return Postings([r for lists, _ in shares for r in lists], [r for _, places in shares for r in places])


class _Rows:
    """The rows of the streams by class, then article, then position; and where each class begins."""

    def __init__(self, streams: Streams, vocabulary: Vocabulary, forms: Sequence[tuple[str, str]]) -> None:
        self.streams = streams
        readings = [vocabulary.places[form] for form in forms]
        classes, rows, slots = [], [], []
        for rank in range(max(map(len, readings), default=0)):
            word_class = np.array([r[rank][0] if len(r) > rank else -1 for r in readings], np.int64)
            slot = np.array([r[rank][1] if len(r) > rank else 0 for r in readings], np.uint16)
            here = word_class[streams.form]
            row = np.flatnonzero(here >= 0)
            classes.append(here[row])
            rows.append(row.astype(np.uint32))
            slots.append(slot[streams.form[row]])
        by_class = np.concatenate(classes) if classes else np.empty(0, np.int64)
        row = np.concatenate(rows) if rows else np.empty(0, np.uint32)
        order = np.argsort(by_class << 32 | row)
        by_class = by_class[order]
        self.row, self.slot = row[order], np.concatenate(slots)[order] if slots else np.empty(0, np.uint16)
        self.starts = np.searchsorted(by_class, np.arange(len(vocabulary.classes) + 1))
        article = streams.article[self.row]
        new = np.ones(len(row), bool)
        new[1:] = (by_class[1:] != by_class[:-1]) | (article[1:] != article[:-1])
        articles = np.bincount(by_class[new], minlength=len(vocabulary.classes))
        self.first_segment = np.concatenate([[0], np.cumsum(-(-articles // SEGMENT))])


def _share(
    rows: _Rows, classes: Sequence[WordClass], ranges: Sequence[tuple[int, int]]
) -> tuple[list[bytes], list[bytes]]:
    lists: list[bytes] = []
    places: list[bytes] = []
    for first, last in ranges:
        block = _Block(rows, first, last)
        lists += block.lists(rows, classes)
        places += block.places(classes)
    return lists, places


class _Block:
    """The rows of a range of classes, and the pairs of class and article among them."""

    def __init__(self, rows: _Rows, first: int, last: int) -> None:
        self.first, self.last = first, last
        start, end = int(rows.starts[first]), int(rows.starts[last])
        row = rows.row[start:end]
        self.slot = rows.slot[start:end].astype(np.int64)
        self.article = rows.streams.article[row].astype(np.int64)
        self.position = rows.streams.position[row].astype(np.int64)
        self.weight = rows.streams.weight[row]
        self.starts = rows.starts[first : last + 1] - start
        self.word_class = np.repeat(np.arange(last - first), np.diff(self.starts))
        new = np.ones(len(row), bool)
        new[1:] = (self.word_class[1:] != self.word_class[:-1]) | (self.article[1:] != self.article[:-1])
        #: The first row of each pair, and the pair of each row.
        self.pair_rows = np.flatnonzero(new)
        self.pair = np.cumsum(new) - 1
        self.pair_class = self.word_class[self.pair_rows]
        self.pair_starts = np.searchsorted(self.pair_class, np.arange(last - first + 1))
        self.length = rows.streams.length

    def lists(self, rows: _Rows, classes: Sequence[WordClass]) -> Iterator[bytes]:
        """Yield the list of each class."""
        article = self.article[self.pair_rows]
        delta = article.copy()
        delta[1:] -= np.where(self.pair_class[1:] == self.pair_class[:-1], article[:-1], 0)
        pair, word = self._impacts(article)
        words = np.bincount(pair, minlength=len(article))
        # For each pair: the step to its article with a bit for "several forms", how many if so, then the forms.
        several = words > 1
        size = 1 + several + words
        at = np.cumsum(size) - size
        values = np.zeros(int(size.sum()), np.int64)
        values[at] = delta << 1 | several
        values[at[several] + 1] = words[several]
        within = np.arange(len(pair)) - (np.cumsum(words) - words)[pair]
        values[(at + 1 + several)[pair] + within] = word
        data, starts = encode(values)
        ends = np.append(starts[at], starts[-1])[self.pair_starts]
        for number_in_block, (start, end) in enumerate(
            zip(ends[:-1].tolist(), ends[1:].tolist(), strict=True)
        ):
            known = self.first + number_in_block
            count = int(self.pair_starts[number_in_block + 1] - self.pair_starts[number_in_block])
            yield _head(classes[known], count, int(rows.first_segment[known])) + data[start:end]

    def _impacts(self, article: Numbers) -> tuple[Numbers, Numbers]:
        """Return, for each form in each pair, the pair and the form with its impact."""
        forms = int(self.slot.max(initial=0)) + 1
        keys, found = np.unique(self.pair * forms + self.slot, return_inverse=True)
        weight = np.bincount(found, weights=self.weight, minlength=len(keys))
        pair, slot = keys // forms, keys % forms
        damped = K1 * (1 - B + B * self.length[article[pair]])
        impact = np.clip(np.rint(IMPACT_MAX * weight / (weight + damped)), 1, IMPACT_MAX).astype(np.int64)
        return pair, slot * (IMPACT_MAX + 1) + impact

    def places(self, classes: Sequence[WordClass]) -> Iterator[bytes]:
        """Yield the places of each class in segments of *SEGMENT* articles."""
        several = np.array(
            [len(word_class.forms) for word_class in classes[self.first : self.last]], np.int64
        )
        step = self.position.copy()
        step[1:] -= np.where(self.pair[1:] == self.pair[:-1], self.position[:-1], 0)
        occurrences = np.diff(np.append(self.pair_rows, len(step)))
        size = occurrences + 1
        at = np.cumsum(size) - size
        values = np.zeros(int(size.sum()), np.int64)
        values[at] = occurrences
        values[at[self.pair] + 1 + np.arange(len(step)) - self.pair_rows[self.pair]] = (
            step * several[self.word_class] + self.slot
        )
        data, starts = encode(values)
        ends = np.append(starts[at], starts[-1])
        for first, last in zip(self.pair_starts[:-1].tolist(), self.pair_starts[1:].tolist(), strict=True):
            for pair in range(first, last, SEGMENT):
                yield data[ends[pair] : ends[min(pair + SEGMENT, last)]]


def _head(word_class: WordClass, articles: int, first_segment: int) -> bytes:
    """Return the head of a list: the forms, the bare words they are read as, how many articles, where the places are.

    Where every form is its own bare word, no bare words are written.
    """
    before, parts = "", [number(len(word_class.forms))]
    for form in word_class.forms:
        parts.append(text(form, before))
        before = form
    bares = tuple(dict.fromkeys(word_class.bares)) if word_class.bares != word_class.forms else ()
    parts.append(number(len(bares)))
    parts += map(text, bares)
    if bares:
        parts.append(numbers(map(bares.index, word_class.bares)))
    return b"".join([*parts, number(articles), number(first_segment)])
