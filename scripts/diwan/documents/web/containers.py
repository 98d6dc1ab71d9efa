"""Containers: what each stretch shares with others in the elements above it.

In: the stretches, how much running text each is, and where the title stands. Out: a matrix with a row for each: how
much of the page its parents hold, how far it is from the element that holds most running text, and from the title.
"""

import math
from collections import defaultdict
from collections.abc import Sequence
from itertools import takewhile

import numpy as np
from numpy.typing import NDArray

from diwan.documents.web.stretches import Element, Stretch

Matrix = NDArray[np.float32]

#: Shares of a page's running text that the main container must hold, for three answers from narrow to wide.
_MAIN_SHARES = (0.5, 0.75, 0.95)
_UP = (1, 2, 3, 4)
#: Levels beyond which distance stops counting.
_FAR = 15
NAMES = (*(f"up{level}.{name}" for level in _UP for name in ("size", "linked", "running", "count")),
         *(f"main{share}.{name}" for share in _MAIN_SHARES for name in ("inside", "off", "nest")), "paragraphs",
         "title.off", "title.nest")  # fmt: skip


class _Trunk:
    """An element that matters, and those above it, down to the root."""

    def __init__(self, elements: Sequence[Element]) -> None:
        self.elements = elements
        self.end = elements[0] if elements else None
        self._met = frozenset(elements)

    def away(self, chain: Sequence[Element]) -> tuple[int, int]:
        """Return how many levels up *chain* meets the trunk, and how many levels below that the trunk begins."""
        off = 0
        for one in chain:
            if one in self._met:
                break
            off += 1
        nest = len(self.elements) - 1 - (len(chain) - 1 - off) if self.elements else _FAR
        return min(off, _FAR), min(nest, _FAR)


class _Sums:
    """Sums over all stretches below each element."""

    def __init__(self, stretches: Sequence[Stretch], running: list[float]) -> None:
        #: Of each element above a stretch the size, what of it is linked, the running text, and how many stretches.
        self.of: dict[Element, list[float]] = {}
        #: The element above each, which stands before it.
        self._above: dict[Element, Element | None] = {}
        self.own: dict[Element | None, float] = defaultdict(float)
        self.chains: dict[Element, list[Element]] = {}
        self._told: dict[Element, tuple[float, ...]] = {}
        for stretch, mass in zip(stretches, running, strict=True):
            element = stretch.element
            if element not in self.chains:
                self._begin(stretch.chain)
            # Lines parted by breaks have their paragraphs in one element; others have them side by side in another.
            self.own[element if stretch.part else self._above[element]] += mass
            self._add(element, (stretch.size, stretch.linked, mass, 1))
        # An element stands behind the one above it, so that from the last on each is complete when it is added above.
        for element, above in reversed(self._above.items()):
            if above is not None:
                self._add(above, self.of[element])

    def _begin(self, chain: list[Element]) -> None:
        """Note an element that has a stretch, the first of *chain*, and those above it that were not noted."""
        self.chains[chain[0]] = chain
        new = list(takewhile(lambda one: one not in self._above, chain))
        for one in reversed(new):
            self._above[one] = one.getparent()
            self.of[one] = [0.0, 0.0, 0.0, 0.0]

    def _add(self, element: Element, more: Sequence[float]) -> None:
        sums = self.of[element]
        sums[0] += more[0]
        sums[1] += more[1]
        sums[2] += more[2]
        sums[3] += more[3]

    def trunk_of_main(self, share: float, total: float) -> list[Element]:
        """Return the deepest element that holds *share* of the running text, and those above it."""
        chains = [
            [element, *element.iterancestors()]
            for element, (_, _, running, _) in self.of.items()
            if running >= total * share
        ]
        return max(chains, key=len, default=[])

    def row(self, chain: list[Element], trunks: list[_Trunk], most: Element | None) -> list[float]:
        """Return the columns `NAMES` of the element that *chain* begins with; *trunks* are those of main, and of the title."""
        row: list[float] = []
        for level in _UP:
            row += self._told_of(chain[min(level, len(chain) - 1)], chain[-1])
        *mains, trunk_of_title = trunks
        for trunk in mains:
            row += [trunk.end in chain, *trunk.away(chain)]
        return [*row, most in chain[:2], *trunk_of_title.away(chain)]

    def _told_of(self, element: Element, root: Element) -> tuple[float, ...]:
        """Return what is told of *element*, one of those above a stretch."""
        if element not in self._told:
            all_, _, all_running, _ = self.of[root]
            size, linked, running, count = self.of[element]
            self._told[element] = (
                (size or 1) / max(all_, 1.0), linked / (size or 1), running / max(all_running, 1.0), math.log1p(count)
            )  # fmt: skip
        return self._told[element]


def share(stretches: Sequence[Stretch], running: NDArray[np.float32], title: int | None) -> Matrix:
    """Return the columns `NAMES`; *running* are columns of running text, *title* is the index of the title."""
    sums = _Sums(stretches, running.tolist())
    root = next(iter(sums.chains.values()))[-1]
    total = max(sums.of[root][2], 1.0)
    trunks = [_Trunk(sums.trunk_of_main(part, total)) for part in _MAIN_SHARES]
    trunks.append(_Trunk([] if title is None else sums.chains[stretches[title].element]))
    most = max(sums.own, key=lambda element: sums.own[element])
    alone = {most}.union(*(trunk.elements for trunk in trunks))
    rows: dict[Element, list[float]] = {}
    siblings: dict[Element | None, list[float]] = {}
    for element, chain in sums.chains.items():
        # What a stretch shares it shares with its siblings, unless one of them leads to what is looked for.
        if element in alone:
            rows[element] = sums.row(chain, trunks, most)
        else:
            parent = element.getparent()
            if parent not in siblings:
                siblings[parent] = sums.row(chain, trunks, most)
            rows[element] = siblings[parent]
    return np.array([rows[stretch.element] for stretch in stretches], dtype=np.float32)
