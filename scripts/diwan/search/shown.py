"""What is shown of articles: a file for each, its marks and behind them its fragment.

In: the articles of an edition in batches. Out: for each batch the checksums of its files, and whom its articles mention. That
is remembered: the files themselves are made only where they do not stand yet.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from diwan.edition import Edition
from diwan.memory import Memory, digest_of
from diwan.search.chunks import prefixed
from diwan.search.editions import Shelf, sum_of
from diwan.search.lexicon import Table
from diwan.search.marking import Marker
from diwan.search.matter import Matter

if TYPE_CHECKING:
    from diwan.search.fragments import Fragment
    from diwan.search.marks import Marks


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """What is shown of the articles of a batch."""

    #: The checksum of the file of each.
    sums: tuple[bytes, ...]
    #: Whom they mention, as in `Marks`.
    named: Table
    counts: NDArray[np.uint32]

    @property
    def naming(self) -> bytes:
        """The checksum of whom they mention."""
        return digest_of(self.named.text, self.named.rows.tobytes(), self.counts.tobytes())


class Presenter:
    """Makes what is shown again and again."""

    def __init__(self, memory: Memory) -> None:
        self._memory, self._marker = memory, Marker(memory)
        #: What was made of batches this time, by their number.
        self._made: dict[int, tuple[Marks, Sequence[Fragment]]] = {}

    def shown(self, edition: Edition, matter: Matter) -> list[Shown]:
        """Return what is shown of each batch of *matter*."""
        self._made = {}

        def make(missing: list[int]) -> list[Shown]:
            self._make(edition, matter, missing)
            return [
                Shown(tuple(map(sum_of, self._files(number))), marks.named, marks.counts)
                for number in missing
                for marks in [self._made[number][0]]
            ]

        shared = edition.library.vocabulary.checksum
        return self._memory.of_contents(
            "search-shown", [shared + batch.key for batch in matter.batches], make
        )

    def shelf(self, edition: Edition, matter: Matter, shown: Sequence[Shown]) -> Shelf:
        """Return the files of all articles, by their places."""
        seats = {f"article/{place}.bin": seat for place, seat in enumerate(matter.seats())}
        sums = {name: shown[seat.batch].sums[seat.place] for name, seat in seats.items()}

        def content(names: Sequence[str]) -> Mapping[str, bytes]:
            wanted = {seats[name].batch for name in names}
            self._make(edition, matter, sorted(wanted - self._made.keys()))
            files = {number: self._files(number) for number in wanted}
            return {name: files[seats[name].batch][seats[name].place] for name in names}

        return Shelf(sums, content)

    def _make(self, edition: Edition, matter: Matter, numbers: Sequence[int]) -> None:
        """Make the marks and the fragments of the batches that have these *numbers*."""
        if not numbers:
            return
        if self._memory.lasting:
            # All are at hand, and what is known of them holds together.
            numbers = range(len(matter.batches))
        part = matter.only(numbers)
        fragments = part.fragments()
        marks = self._marker.marks(edition, part, fragments)
        self._made |= dict(zip(numbers, zip(marks, fragments, strict=True), strict=True))

    def _files(self, number: int) -> list[bytes]:
        marks, fragments = self._made[number]
        return [prefixed(*one) for one in zip(marks.data, (shown.data for shown in fragments), strict=True)]
