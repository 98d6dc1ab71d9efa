"""The mentions of one article as numbers, so that those of ten thousand articles fit into memory.

An article of a thousand words names somebody seventy times. As objects that takes 12 kB, as rows of numbers two. Beside
them stands how each concept is written there, so that a name that is given up can be taken out without the text.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from itertools import chain, compress
from sys import intern
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from diwan.library.concepts import ConceptKey
from diwan.library.mentions import Find, Mention
from diwan.memory import digest_of
from diwan.text.fold import APART

#: Numbers of a mention: start, end, place of how it is written.
_ROW = 3
#: The first number that two bytes do not hold.
_WIDE = 2**16
#: Bits for a place in a passage: no source is as long.
_PLACE_BITS = 32
#: Passages of a row that articles share: there are few such rows, and three of four concepts are named in no more.
_SHARED_MAX = 2

#: A passage: its id, its language, its text.
Passage = tuple[str, str, str]
#: A passage, where its text begins, and the mentions in it, counted from the same place as that.
_Found = tuple[str, str, str, int, Sequence[Find]]


class Written(NamedTuple):
    """A concept as it is written: in which words, in a text of which language."""

    concept: ConceptKey
    words: str
    language: str

    def __reduce__(self) -> tuple[object, ...]:
        """Let what is remembered of all articles share one object for each."""
        return _written, tuple(self)

    def naming(self, concept: ConceptKey | None) -> "Written | None":
        """Return the same words as they are written for *concept*; None if that is none."""
        if concept is None or concept == self.concept:
            return concept and self
        return _written(concept, self.words, self.language)


class Sums(NamedTuple):
    """Checksums of what an article names: which passages name which concepts, and which concepts it names, in order."""

    places: bytes
    concepts: bytes


#: The passages that name a concept, as many articles have them.
_shared: dict[tuple[str, ...], tuple[str, ...]] = {}


# Asked for some ten thousand times in a second when mentions are loaded: what is known takes no step of Python.
@cache
def _written(concept: ConceptKey, words: str, language: str) -> Written:
    return Written(concept, words, language)


class Mentions(Mapping[str, tuple[Mention, ...]]):
    """The mentions in one article by passage; made anew at each look."""

    __slots__ = ("_asked", "_numbers", "_sums", "passages", "written")

    def __init__(
        self,
        passages: tuple[str, ...],
        written: tuple[Written, ...],
        numbers: "array[int]",
        sums: Sums | None = None,
    ) -> None:
        """Take the parts, as `mentions_of` makes them, and the checksums where they are known."""
        #: The passages that name something, in order.
        self.passages = tuple(map(intern, passages))
        #: What they name and how, each once, in order.
        self.written = written
        #: For each passage the number of mentions up to its end; then the rows of all mentions.
        self._numbers = numbers
        self._sums = sums
        #: The concept that was asked for last, and the passages that name it.
        self._asked: tuple[ConceptKey | None, tuple[str, ...]] = (None, ())

    def __reduce__(self) -> tuple[object, ...]:
        """Let articles share their names of passages, also when they come from disk or another process."""
        return Mentions, (self.passages, self.written, self._numbers, self.sums)

    def __iter__(self) -> Iterator[str]:
        """Return the passages that name something."""
        return iter(self.passages)

    def __len__(self) -> int:
        """Return how many passages name something."""
        return len(self.passages)

    def __getitem__(self, passage: str) -> tuple[Mention, ...]:
        """Return the mentions in a passage, in order."""
        if passage not in self.passages:
            raise KeyError(passage)
        return tuple([Mention(start, end, one.concept) for start, end, one in self.written_in(passage)])

    @property
    def concepts(self) -> tuple[ConceptKey, ...]:
        """The concepts that are named, each once, in order."""
        return tuple(dict.fromkeys([one.concept for one in self.written]))

    def rows_in(self, passage: str) -> Sequence[int]:
        """Return start, end and place among `written` of each mention in *passage*, one after the other."""
        return self._rows(self.passages.index(passage)) if passage in self.passages else ()

    def written_in(self, passage: str) -> Iterator[tuple[int, int, Written]]:
        """Yield the start and the end of each mention in *passage*, and how it is written; nothing where there is none."""
        numbers = iter(self.rows_in(passage))
        for start, end, place in zip(numbers, numbers, numbers, strict=True):
            yield start, end, self.written[place]

    def counted(self, passages: AbstractSet[str]) -> Iterator[tuple[Written, int]]:
        """Yield what is written in *passages*, and how many times."""
        shown = (place for place, passage in enumerate(self.passages) if passage in passages)
        times = Counter(one for place in shown for one in self._rows(place)[_ROW - 1 :: _ROW])
        for place, number in times.items():
            yield self.written[place], number

    def places(self) -> Iterator[tuple[ConceptKey, tuple[str, ...]]]:
        """Yield every concept with the passages that name it, in order."""
        found: dict[ConceptKey, dict[str, None]] = {one.concept: {} for one in self.written}
        named = [found[one.concept] for one in self.written]
        for place, passage in enumerate(self.passages):
            for one in self._rows(place)[_ROW - 1 :: _ROW]:
                named[one][passage] = None
        for key, passages in zip(found, map(tuple, found.values()), strict=True):
            yield key, _shared.setdefault(passages, passages) if len(passages) <= _SHARED_MAX else passages

    @property
    def sums(self) -> Sums:
        """The checksums of what is named, wherever in a passage; they are remembered with it."""
        if self._sums is None:
            before = len(self.passages)
            numbers = self._numbers[:before] + self._numbers[before + _ROW - 1 :: _ROW]
            named = " ".join([_told(one.concept) for one in self.written])
            places = (" ".join(self.passages), named, array("I", numbers).tobytes())
            self._sums = Sums(digest_of(*places), digest_of(*map(_told, self.concepts)))
        return self._sums

    def passages_naming(self, concept: ConceptKey) -> tuple[str, ...]:
        """Return the passages that name *concept*, in order; remembered, as who edits sees the same page again and again."""
        # Another thread may ask for another concept meanwhile.
        asked = self._asked
        if asked[0] != concept:
            asked = self._asked = concept, self._passages_naming(concept)
        return asked[1]

    def _passages_naming(self, concept: ConceptKey) -> tuple[str, ...]:
        wanted = {place for place, one in enumerate(self.written) if one.concept == concept}
        if not wanted:
            return ()
        before = len(self.passages)
        ends, named = self._numbers[:before], self._numbers[before + _ROW - 1 :: _ROW]
        found = [bisect_right(ends, row) for row, place in enumerate(named) if place in wanted]
        return tuple([self.passages[place] for place in dict.fromkeys(found)])

    def renamed(self, now: Callable[[Written], Written | None]) -> "Mentions":
        """Return these mentions with what is written now as it names concepts *now*; None names none."""
        written = tuple(map(now, self.written))
        if written == self.written:
            return self
        number: dict[Written, int] = {}
        places = _numbered(written, number)
        return self._rewritten(tuple(number), places)

    def _rewritten(self, written: tuple[Written, ...], places: NDArray[np.int64]) -> "Mentions":
        """Return these mentions as *written*, given the *places* there of all ways of writing; those at -1 are left out."""
        former_ends, rows = self._parts()
        rows[:, -1] = places[rows[:, -1]]
        kept = rows[:, -1] >= 0
        ends = np.cumsum(kept, dtype=np.int64)[former_ends - 1]
        some = ends > np.append(0, ends[:-1])
        return Mentions(
            tuple(compress(self.passages, some.tolist())),
            written,
            _packed_rows(ends[some], rows[kept]),
        )

    def joined(
        self, others: "Mentions", passages: Sequence[str], now: Callable[[Written], Written | None]
    ) -> "Mentions":
        """Return these mentions as they are written *now* (`renamed`), and *others*, of an article with these *passages*.

        Of two that begin together it is the other.
        """
        if not others:
            return self.renamed(now)
        number: dict[Written, int] = {}
        kept = self._keyed(passages, map(now, self.written), number)
        added = others._keyed(passages, others.written, number)  # noqa: SLF001  # of the same class
        keys, rows = (np.concatenate(both) for both in zip(added, kept, strict=True))
        order = keys.argsort(kind="stable")
        keys = keys[order]
        first = np.append(True, keys[1:] != keys[:-1])
        keys, rows = keys[first], rows[order[first]]
        # In the order in which they come.
        named = list(dict.fromkeys(rows[:, -1].tolist()))
        places = np.empty(len(number), np.int64)
        places[named] = np.arange(len(named))
        rows[:, -1] = places[rows[:, -1]]
        known, among = list(number), (keys >> _PLACE_BITS).tolist()
        written = tuple([known[place] for place in named])
        ends = {seat: end for end, seat in enumerate(among, start=1)}
        numbers = _packed_rows(np.array(list(ends.values())), rows)
        if written == self.written and numbers == self._numbers:
            return self
        return Mentions(tuple([passages[seat] for seat in ends]), written, numbers)

    def _keyed(
        self, passages: Sequence[str], written: Iterable[Written | None], number: dict[Written, int]
    ) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Return for each mention a number that tells where it begins, and its row, with its *number* as it is *written*."""
        ends, rows = self._parts()
        seat = {passage: place for place, passage in enumerate(passages)}
        seats = np.array([seat[passage] for passage in self.passages], np.int64)
        counts = ends.copy()
        counts[1:] -= ends[:-1]
        keys = (seats.repeat(counts) << _PLACE_BITS) + rows[:, 0]
        rows[:, -1] = _numbered(written, number)[rows[:, -1]]
        kept = rows[:, -1] >= 0
        return keys[kept], rows[kept]

    def _parts(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Return how many mentions there are up to the end of each passage, and the rows of all."""
        before, numbers = len(self.passages), np.array(self._numbers, np.int64)
        return numbers[:before], numbers[before:].reshape(-1, _ROW)

    def _rows(self, place: int) -> "array[int]":
        first = self._numbers[place - 1] if place else 0
        before = len(self.passages)
        return self._numbers[before + _ROW * first : before + _ROW * self._numbers[place]]


def _numbered(written: Iterable[Written | None], number: dict[Written, int]) -> NDArray[np.int64]:
    """Return the *number* of each that is *written*, with a new one for what has none; -1 for what is not written any more."""
    places = [-1 if one is None else number.setdefault(one, len(number)) for one in written]
    return np.array(places, np.int64)


@cache
def _told(key: ConceptKey) -> str:
    return str(key)


def mentions_of(texts: Iterable[Passage], found: Mapping[str, tuple[Mention, ...]]) -> Mentions:
    """Return what was *found* in the passages of an article, which has these *texts*; those that name nothing are left out."""
    return _mentions(
        (passage, language, text, 0, found.get(passage, ())) for passage, language, text in texts
    )


def mentions_in(runs: Iterable[Sequence[Passage]], found: Iterable[Sequence[Find]]) -> Mentions:
    """Return the same of what was *found* in the passages of each run as in one text, `APART` between them."""
    return _mentions(chain.from_iterable(map(_parted, runs, found)))


def _parted(run: Sequence[Passage], mentions: Sequence[Find]) -> Iterator[_Found]:
    start = place = 0
    for passage, language, text in run:
        first, place = place, bisect_left(mentions, (start + len(text),), place)
        yield passage, language, text, start, mentions[first:place]
        start += len(text) + len(APART)


def _mentions(found: Iterable[_Found]) -> Mentions:
    passages: list[str] = []
    written: dict[tuple[ConceptKey, str, str], int] = {}
    ends: list[int] = []
    rows: list[int] = []
    for passage, language, text, origin, mentions in found:
        if mentions:
            for from_start, from_end, concept in mentions:
                start, end = from_start - origin, from_end - origin
                rows += (start, end, written.setdefault((concept, text[start:end], language), len(written)))
            passages.append(passage)
            ends.append(len(rows) // _ROW)
    return Mentions(tuple(passages), tuple([_written(*one) for one in written]), _packed(ends + rows))


def _packed(numbers: list[int]) -> "array[int]":
    return array("H" if max(numbers, default=0) < _WIDE else "I", numbers)


def _packed_rows(ends: NDArray[np.int64], rows: NDArray[np.int64]) -> "array[int]":
    """Return the same of the number of mentions up to the end of each passage, and the rows of all."""
    numbers = np.concatenate((ends, rows.ravel()))
    wide = numbers.max(initial=0) >= _WIDE
    return array("I" if wide else "H", numbers.astype(np.uintc if wide else np.ushort).tobytes())
