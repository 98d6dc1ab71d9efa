"""The mentions of one article as numbers, so that those of ten thousand articles fit into memory.

An article of a thousand words names somebody seventy times. As objects that takes 12 kB, as rows of numbers two.
"""

from array import array
from collections.abc import Iterator, Mapping
from sys import intern

from diwan.library.concepts import ConceptKey
from diwan.library.mentions import Mention

#: Numbers of a mention: start, end, place of the concept.
_ROW = 3
#: The first number that two bytes do not hold.
_WIDE = 2**16
#: Passages of a row that articles share: there are few such rows, and three of four concepts are named in no more.
_SHARED_MAX = 2

#: The passages that name a concept, as many articles have them.
_shared: dict[tuple[str, ...], tuple[str, ...]] = {}


class Mentions(Mapping[str, tuple[Mention, ...]]):
    """The mentions in one article by passage; made anew at each look."""

    __slots__ = ("_numbers", "concepts", "passages")

    def __init__(
        self, passages: tuple[str, ...], concepts: tuple[ConceptKey, ...], numbers: "array[int]"
    ) -> None:
        """Take the parts, as `mentions_of` makes them."""
        #: The passages that name something, in order.
        self.passages = tuple(map(intern, passages))
        #: What they name, each once, in order.
        self.concepts = concepts
        #: For each passage the number of mentions up to its end; then the rows of all mentions.
        self._numbers = numbers

    def __reduce__(self) -> tuple[object, ...]:
        """Let articles share their names of passages, also when they come from disk or another process."""
        return Mentions, (self.passages, self.concepts, self._numbers)

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
        numbers = iter(self._rows(self.passages.index(passage)))
        return tuple(
            Mention(start, end, self.concepts[concept])
            for start, end, concept in zip(numbers, numbers, numbers, strict=True)
        )

    def places(self) -> Iterator[tuple[ConceptKey, tuple[str, ...]]]:
        """Yield every concept with the passages that name it, in order."""
        found: list[list[str]] = [[] for _ in self.concepts]
        for place, passage in enumerate(self.passages):
            for concept in dict.fromkeys(self._rows(place)[_ROW - 1 :: _ROW]):
                found[concept].append(passage)
        for key, passages in zip(self.concepts, map(tuple, found), strict=True):
            yield key, _shared.setdefault(passages, passages) if len(passages) <= _SHARED_MAX else passages

    def passages_naming(self, concept: ConceptKey) -> tuple[str, ...]:
        """Return the passages that name *concept*, in order."""
        if concept not in self.concepts:
            return ()
        wanted = self.concepts.index(concept)
        places = enumerate(self.passages)
        return tuple(passage for place, passage in places if wanted in self._rows(place)[_ROW - 1 :: _ROW])

    def _rows(self, place: int) -> "array[int]":
        first = self._numbers[place - 1] if place else 0
        before = len(self.passages)
        return self._numbers[before + _ROW * first : before + _ROW * self._numbers[place]]


def mentions_of(found: Mapping[str, tuple[Mention, ...]]) -> Mentions:
    """Return what was *found* in the passages of an article; passages that name nothing are left out."""
    passages = tuple(passage for passage, mentions in found.items() if mentions)
    concepts: dict[ConceptKey, int] = {}
    ends: list[int] = []
    rows: list[int] = []
    for passage in passages:
        for start, end, concept in found[passage]:
            rows += (start, end, concepts.setdefault(concept, len(concepts)))
        ends.append(len(rows) // _ROW)
    numbers = ends + rows
    return Mentions(
        passages, tuple(concepts), array("H" if max(numbers, default=0) < _WIDE else "I", numbers)
    )
