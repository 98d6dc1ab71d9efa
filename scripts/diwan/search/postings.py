"""Postings: in which articles each class of words stands, how strongly, and at which places.

In: the streams of all articles in order, and the vocabulary. Out: two records for every class. Its *list* names the
articles and, for each form found there, an impact from 1 to 15: how much the article is about it, by BM25F (Robertson
and Zaragoza 2009, "The Probabilistic Relevance Framework"), worked out here so that the browser only adds up. Its
*places* are the positions of every occurrence, read only for phrases.

All is done on columns (NumPy), for a range of classes at a time, so that what is needed meanwhile stays small.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from diwan.garbage import give_back
from diwan.search.chunks import Records, deltas, encode, number, pack
from diwan.search.streams import Streams
from diwan.search.strings import Numbers
from diwan.search.vocabulary import Classes, Vocabulary
from diwan.shards import joined_shards

#: BM25F: how soon more of the same word stops to matter, and how much long articles are held to account. The usual
#: values for press articles, which are much of one length.
K1, B = 1.2, 0.5
IMPACT_MAX = 15
#: Articles whose places stand in one record: a phrase loads only the records of articles that may have it.
SEGMENT = 256
#: Words that are worked out together: they take some 200 bytes each meanwhile, and for each such range all words of all
#: articles are looked at once, at 2 ns each.
RANGE_WORDS = 250_000


@dataclass(frozen=True, slots=True, eq=False)
class Postings:
    """The records of all classes in order: a list of each, and of each so many *segments* of places."""

    lists: Records
    places: Records
    segments: Numbers


def make_postings(streams: Streams, vocabulary: Vocabulary, chosen: Numbers | None = None) -> Postings:
    """Return the postings of the *chosen* classes, given in order, or of all."""
    sizes = words_of_classes(streams, vocabulary)
    chosen = np.arange(len(sizes)) if chosen is None else chosen
    bounds = _bounds(sizes[chosen])
    ranges = [chosen[first:last] for first, last in pairwise(bounds)]
    work = partial(_share, streams, vocabulary, _readings(streams, vocabulary))
    parts = joined_shards(work, ranges, worthwhile=2)
    give_back()
    return Postings(
        Records.all_of([part.lists for part in parts]),
        Records.all_of([part.places for part in parts]),
        np.concatenate([np.empty(0, np.int64), *(part.segments for part in parts)]),
    )


def words_of_classes(streams: Streams, vocabulary: Vocabulary) -> Numbers:
    """Return how many words are of each class."""
    words = np.zeros(vocabulary.class_of.shape[1], np.int64)
    for first in range(0, len(streams.line), RANGE_WORDS):
        words += np.bincount(streams.line[first : first + RANGE_WORDS], minlength=len(words))
    sizes = np.zeros(len(vocabulary.classes) + 1, np.int64)
    for word_class in vocabulary.class_of:
        sizes += np.bincount(word_class + 1, weights=words, minlength=len(sizes)).astype(np.int64)
    return sizes[1:]


def _bounds(sizes: Numbers) -> list[int]:
    """Return where ranges of classes begin that have about as many words each, and where the last ends."""
    words = np.cumsum(sizes)
    total = int(words[-1]) if len(words) else 0
    count = max(1, -(-total // RANGE_WORDS))
    inner = np.searchsorted(words, np.arange(1, count) * (total / count))
    bounds: list[int] = np.unique(np.concatenate(([0], inner, [len(sizes)]))).tolist()
    return bounds


def pack_places(postings: Postings, marks: NDArray[np.uint32]) -> tuple[list[bytes], dict[str, list[int]]]:
    """Return the places of all classes in chunks not yet deflated, and the class and segment each chunk begins with.

    Within a chunk each record says whether it is of another class than the one before, so that no chunk depends on how
    many classes stand before it. Segments of one class may begin a chunk as a class may.
    """
    sizes = postings.segments
    word_class = np.repeat(np.arange(len(sizes)), sizes)
    segment = np.arange(len(postings.places)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    # Every other segment of a class that has several, and otherwise as the class has it.
    mark = np.where(segment > 0, segment % 2, marks[word_class].astype(np.int64))
    chunks, firsts = pack(postings.places, mark, np.diff(word_class, prepend=0))
    begins = {"firsts": list(deltas(word_class[firsts].tolist())), "segments": segment[firsts].tolist()}
    return chunks, begins


class _Reading(NamedTuple):
    """One way to read lines: the class of each, its place there, and which words can be read so (None: all may be)."""

    word_class: NDArray[np.int32]
    slot: NDArray[np.int32]
    rows: Numbers | None


def _readings(streams: Streams, vocabulary: Vocabulary) -> list[_Reading]:
    """Return the ways to read lines; few words have more than one, and these are looked for once."""
    return [
        _Reading(word_class, slot, np.flatnonzero((word_class >= 0)[streams.line]) if number else None)
        for number, (word_class, slot) in enumerate(zip(vocabulary.class_of, vocabulary.slot_of, strict=True))
    ]


def _share(
    streams: Streams, vocabulary: Vocabulary, readings: Sequence[_Reading], ranges: Sequence[Numbers]
) -> list[Postings]:
    found = []
    for chosen in ranges:
        block = _Block(streams, vocabulary, readings, chosen)
        places, segments = block.places(vocabulary.classes)
        found.append(Postings(block.lists(vocabulary.classes), places, segments))
    return found


class _Keys:
    """The words of some classes by class, then article, then position, each with the place of its form."""

    def __init__(
        self, streams: Streams, vocabulary: Vocabulary, readings: Sequence[_Reading], chosen: Numbers
    ) -> None:
        slot_bits = int(vocabulary.slot_of.max(initial=0)).bit_length()
        row_bits = len(streams.line).bit_length()
        #: Of each class its place among those chosen; that of no class, the last, is none either.
        place_of = np.full(len(vocabulary.classes) + 1, -1, np.int64)
        place_of[chosen] = np.arange(len(chosen))
        keys = [np.empty(0, np.int64)]
        for word_class, slot, rows in readings:
            place = place_of[word_class]
            here = place >= 0
            if here.any():
                found = np.flatnonzero(here[streams.line if rows is None else streams.line[rows]])
                row = found if rows is None else rows[found]
                # Class, row and slot in one number: sorting numbers is several times as fast as sorting by them.
                key_of_line = place << row_bits + slot_bits | slot
                keys.append(key_of_line[streams.line[row]] | row << slot_bits)
        found = np.concatenate(keys)
        found.sort()
        self.slot = found & (1 << slot_bits) - 1
        self.row = found >> slot_bits & (1 << row_bits) - 1
        self.starts = np.searchsorted(found, np.arange(len(chosen) + 1) << row_bits + slot_bits)


class _Block:
    """The words of some classes, and the pairs of class and article among them."""

    def __init__(
        self, streams: Streams, vocabulary: Vocabulary, readings: Sequence[_Reading], chosen: Numbers
    ) -> None:
        self.chosen = chosen
        keys = _Keys(streams, vocabulary, readings, chosen)
        self.slot, self.starts, row = keys.slot, keys.starts, keys.row
        self.article = streams.article[row].astype(np.int64)
        self.position = streams.position[row].astype(np.int64)
        self.weight = streams.weight[row]
        self.word_class = np.repeat(np.arange(len(chosen)), np.diff(self.starts))
        new = np.ones(len(row), bool)
        new[1:] = (self.word_class[1:] != self.word_class[:-1]) | (self.article[1:] != self.article[:-1])
        #: The first row of each pair, and the pair of each row.
        self.pair_rows = np.flatnonzero(new)
        self.pair = np.cumsum(new) - 1
        self.pair_class = self.word_class[self.pair_rows]
        self.pair_starts = np.searchsorted(self.pair_class, np.arange(len(chosen) + 1))
        self.length = streams.length

    def lists(self, classes: Classes) -> Records:
        """Return the list of each class."""
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
        heads, head_starts = classes.heads.data, classes.heads.starts()
        counts = map(number, np.diff(self.pair_starts).tolist())
        return Records.of([
            heads[head:head_end] + count + data[start:end]
            for head, head_end, count, start, end in zip(
                head_starts[self.chosen].tolist(), head_starts[self.chosen + 1].tolist(), counts, ends[:-1], ends[1:], strict=True
            )
        ])  # fmt: skip

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

    def places(self, classes: Classes) -> tuple[Records, Numbers]:
        """Return the places of all classes in segments of *SEGMENT* articles, and how many segments each has."""
        several = np.diff(classes.starts)[self.chosen]
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
        segments = -(-np.diff(self.pair_starts) // SEGMENT)
        before = np.cumsum(segments) - segments
        within = np.arange(int(segments.sum())) - np.repeat(before, segments)
        firsts = np.repeat(self.pair_starts[:-1], segments) + SEGMENT * within
        return Records(data, np.diff(np.append(starts[at[firsts]], starts[-1]))), segments
