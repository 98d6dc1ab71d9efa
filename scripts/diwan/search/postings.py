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
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from diwan.search.chunks import deltas, encode, number, pack
from diwan.search.streams import Streams
from diwan.search.strings import Numbers
from diwan.search.vocabulary import Vocabulary, WordClass
from diwan.shards import in_shards

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
class Postings:
    """The records of all classes in order: one list each, and one or several segments of places."""

    lists: list[bytes]
    places: list[list[bytes]]


def make_postings(streams: Streams, vocabulary: Vocabulary) -> Postings:
    """Return the postings of every class; the streams number the forms as the vocabulary does."""
    rows = _Rows(streams, vocabulary)
    count = RANGES if len(streams.form) >= WORDS_WORTHWHILE else 1
    bounds = np.unique(np.linspace(0, len(vocabulary.classes), count + 1).astype(np.int64))
    ranges = list(zip(bounds[:-1].tolist(), bounds[1:].tolist(), strict=True))
    shares = in_shards(partial(_share, rows, vocabulary.classes), ranges)
    return Postings([r for lists, _ in shares for r in lists], [r for _, places in shares for r in places])


def pack_places(
    places: Sequence[Sequence[bytes]], marks: Sequence[int]
) -> tuple[list[bytes], dict[str, list[int]]]:
    """Return the places of all classes in chunks not yet deflated, and the class and segment each chunk begins with.

    Within a chunk each record says whether it is of another class than the one before, so that no chunk depends on how
    many classes stand before it. Segments of one class may begin a chunk as a class may.
    """
    records = [record for segments in places for record in segments]
    sizes = np.fromiter(map(len, places), np.int64, len(places))
    word_class = np.repeat(np.arange(len(places)), sizes)
    segment = np.arange(len(records)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    # Every other segment of a class that has several, and otherwise as the class has it.
    mark = np.where(segment > 0, segment % 2, np.array(marks, np.int64)[word_class])
    step = np.diff(word_class, prepend=0)
    chunks, firsts = pack(records, mark.tolist(), step.tolist())
    begins = {"firsts": list(deltas(word_class[firsts].tolist())), "segments": segment[firsts].tolist()}
    return chunks, begins


class _Rows:
    """The rows of the streams by class, then article, then position; and where each class begins."""

    def __init__(self, streams: Streams, vocabulary: Vocabulary) -> None:
        self.streams = streams
        # Class, row and slot in one number: sorting numbers is several times as fast as sorting by them.
        slot_bits = int(vocabulary.slot_of.max(initial=0)).bit_length()
        row_bits = len(streams.form).bit_length()
        keys = [
            _keys(word_class << row_bits + slot_bits | np.maximum(slot, 0), streams.form, slot_bits)
            for word_class, slot in zip(vocabulary.class_of, vocabulary.slot_of, strict=True)
        ]
        self.keys = np.concatenate(keys)
        del keys
        self.keys.sort()
        self.slot_bits, self.row_bits = slot_bits, row_bits
        classes = np.arange(len(vocabulary.classes) + 1, dtype=np.int64)
        self.starts = np.searchsorted(self.keys, classes << row_bits + slot_bits)


def _keys(key_of_form: Numbers, form: NDArray[np.uint32], slot_bits: int) -> Numbers:
    """Return a key for each row whose form has a class."""
    keys = key_of_form[form]
    row = np.arange(len(form), dtype=np.int64)
    if (key_of_form < 0).any():
        row = np.flatnonzero(keys >= 0)
        keys = keys[row]
    row <<= slot_bits
    keys |= row
    return keys


def _share(
    rows: _Rows, classes: Sequence[WordClass], ranges: Sequence[tuple[int, int]]
) -> tuple[list[bytes], list[list[bytes]]]:
    lists: list[bytes] = []
    places: list[list[bytes]] = []
    for first, last in ranges:
        block = _Block(rows, first, last)
        lists += block.lists(classes)
        places += block.places(classes)
    return lists, places


class _Block:
    """The rows of a range of classes, and the pairs of class and article among them."""

    def __init__(self, rows: _Rows, first: int, last: int) -> None:
        self.first, self.last = first, last
        start, end = int(rows.starts[first]), int(rows.starts[last])
        keys = rows.keys[start:end]
        self.slot = keys & (1 << rows.slot_bits) - 1
        row = keys >> rows.slot_bits & (1 << rows.row_bits) - 1
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

    def lists(self, classes: Sequence[WordClass]) -> Iterator[bytes]:
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
        ends = np.append(starts[at], starts[-1])[self.pair_starts].tolist()
        counts = np.diff(self.pair_starts).tolist()
        for place, count in enumerate(counts):
            yield classes[self.first + place].head + number(count) + data[ends[place] : ends[place + 1]]

    def _impacts(self, article: Numbers) -> tuple[Numbers, Numbers]:
        """Return, for each form in each pair, the pair and the form with its impact."""
        forms = int(self.slot.max(initial=0)) + 1
        form = self.pair * forms + self.slot
        # A pair's rows are in the order of positions: only where it has several forms must they be put together.
        order = np.argsort(form, kind="stable")
        form = form[order]
        first = np.flatnonzero(np.diff(form, prepend=-1))
        keys = form[first]
        weight = np.add.reduceat(self.weight[order].astype(np.float64), first) if len(first) else first
        pair, slot = keys // forms, keys % forms
        damped = K1 * (1 - B + B * self.length[article[pair]])
        impact = np.clip(np.rint(IMPACT_MAX * weight / (weight + damped)), 1, IMPACT_MAX).astype(np.int64)
        return pair, slot * (IMPACT_MAX + 1) + impact

    def places(self, classes: Sequence[WordClass]) -> Iterator[list[bytes]]:
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
        ends = np.append(starts[at], starts[-1]).tolist()
        for first, last in pairwise(self.pair_starts.tolist()):
            yield [data[ends[pair] : ends[min(pair + SEGMENT, last)]] for pair in range(first, last, SEGMENT)]
