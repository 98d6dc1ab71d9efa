"""Collation: two versions of a text side by side, passage by passage and word by word.

What is the same, changed, left out or put in is told from checksums and sketches alone, so that a released text which
is not at hand can be compared in numbers. Words are compared where both texts are at hand and the gate lets them out.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Protocol

from diwan.documents.passages import LIKENESS_BITS
from diwan.text.sketch import distance


class Fate(StrEnum):
    """What became of a passage in another version, or of words in a passage."""

    SAME = "same"
    CHANGED = "changed"
    LEFT_OUT = "left-out"
    PUT_IN = "put-in"


class Marked(Protocol):
    """A passage as far as it must be known to be compared: the SHA-256 and the sketch of its text."""

    @property
    def sha256(self) -> str:
        """The checksum."""
        ...

    @property
    def sketch(self) -> int:
        """The sketch."""
        ...


@dataclass(frozen=True, slots=True)
class Row:
    """A passage of the base, the version or both: the places in each, counted from 0, and what became of it."""

    fate: Fate
    base: int | None
    version: int | None


def align(base: Sequence[Marked], version: Sequence[Marked]) -> Iterator[Row]:
    """Yield the passages of both in reading order, each beside the one it is the same as or was made of."""
    matcher = SequenceMatcher(
        None, [passage.sha256 for passage in base], [passage.sha256 for passage in version], autojunk=False
    )
    for tag, start, end, other_start, other_end in matcher.get_opcodes():
        if tag == "equal":
            for place, other in zip(range(start, end), range(other_start, other_end), strict=True):
                yield Row(Fate.SAME, place, other)
        else:
            yield from _align_changed(base, version, range(start, end), range(other_start, other_end))


def _align_changed(
    base: Sequence[Marked], version: Sequence[Marked], places: range, others: range
) -> Iterator[Row]:
    """Yield passages between two that are the same: each of the version beside the likest of the base, in order.

    What was left out stands before what was put in, as one reads who sees what took its place.
    """
    following, put_in = places.start, []
    for other in others:
        distances = [
            distance(base[place].sketch, version[other].sketch) for place in range(following, places.stop)
        ]
        nearest = min(distances, default=LIKENESS_BITS + 1)
        if nearest > LIKENESS_BITS:
            put_in.append(Row(Fate.PUT_IN, None, other))
            continue
        chosen = following + distances.index(nearest)
        yield from (Row(Fate.LEFT_OUT, place, None) for place in range(following, chosen))
        yield from put_in
        yield Row(Fate.CHANGED, chosen, other)
        following, put_in = chosen + 1, []
    yield from (Row(Fate.LEFT_OUT, place, None) for place in range(following, places.stop))
    yield from put_in


def compare_words(base: str, version: str) -> Iterator[tuple[Fate, str]]:
    """Yield stretches of words of both texts in order, each the same, left out or put in."""
    one, other = base.split(), version.split()
    for tag, start, end, other_start, other_end in SequenceMatcher(
        None, one, other, autojunk=False
    ).get_opcodes():
        if tag == "equal":
            yield Fate.SAME, " ".join(one[start:end])
            continue
        if end > start:
            yield Fate.LEFT_OUT, " ".join(one[start:end])
        if other_end > other_start:
            yield Fate.PUT_IN, " ".join(other[other_start:other_end])
