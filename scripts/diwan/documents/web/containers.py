"""Containers: what each stretch shares with others in the elements above it.

In: the stretches, how much running text each is, and where the title stands. Out: a matrix with a row for each: how
much of the page its parents hold, how far it is from the element that holds most running text, and from the title.
"""

import math
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

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


class _Sums:
    """Sums over all stretches below each element."""

    def __init__(self, stretches: Sequence[Stretch], running: list[float]) -> None:
        self.size: dict[Element, float] = defaultdict(float)
        self.linked: dict[Element, float] = defaultdict(float)
        self.running: dict[Element, float] = defaultdict(float)
        self.count: dict[Element, float] = defaultdict(float)
        #: The element above each, which stands before it.
        self._above: dict[Element, Element | None] = {}
        self.own: dict[Element | None, float] = defaultdict(float)
        self.chains: dict[Element, list[Element]] = {}
        for stretch, mass in zip(stretches, running, strict=True):
            element = stretch.element
            if element not in self.chains:
                self._begin(element)
            # Lines parted by breaks have their paragraphs in one element; others have them side by side in another.
            self.own[element if stretch.part else self._above[element]] += mass
            self.size[element] += stretch.size
            self.linked[element] += stretch.linked
            self.running[element] += mass
            self.count[element] += 1
        # An element stands behind the one above it, so that from the last on each is complete when it is added above.
        for sums in (self.size, self.linked, self.running, self.count):
            for element, above in reversed(self._above.items()):
                if above is not None:
                    sums[above] += sums[element]

    def _begin(self, element: Element) -> None:
        """Note *element*, which has a stretch, and those above it."""
        chain = self.chains[element] = [element, *element.iterancestors()]
        for above, one in pairwise([None, *reversed(chain)]):
            self._above.setdefault(one, above)

    def trunk_of_main(self, share: float, total: float) -> list[Element]:
        """Return the deepest element that holds *share* of the running text, and those above it."""
        chains = [
            [element, *element.iterancestors()]
            for element in self._above
            if self.running[element] >= total * share
        ]
        return max(chains, key=len, default=[])

    def row(self, chain: list[Element], trunks: list[list[Element]], most: Element | None) -> list[float]:
        """Return the columns `NAMES` of the element that *chain* begins with; *trunks* are those of main, and of the title."""
        total, mass = max(self.size[chain[-1]], 1.0), max(self.running[chain[-1]], 1.0)
        row: list[float] = []
        for level in _UP:
            one = chain[min(level, len(chain) - 1)]
            size = self.size[one] or 1
            row += [
                size / total,
                self.linked[one] / size,
                self.running[one] / mass,
                math.log1p(self.count[one]),
            ]
        *mains, trunk_of_title = trunks
        for trunk in mains:
            row += [bool(trunk) and trunk[0] in chain, *_away(chain, trunk)]
        return [*row, most in chain[:2], *_away(chain, trunk_of_title)]


def share(stretches: Sequence[Stretch], running: NDArray[np.float32], title: int | None) -> Matrix:
    """Return the columns `NAMES`; *running* are columns of running text, *title* is the index of the title."""
    sums = _Sums(stretches, running.tolist())
    root = next(iter(sums.chains.values()))[-1]
    trunks = [sums.trunk_of_main(part, max(sums.running[root], 1.0)) for part in _MAIN_SHARES]
    trunks.append([] if title is None else sums.chains[stretches[title].element])
    most = max(sums.own, key=lambda element: sums.own[element])
    alone = {most}.union(*trunks)
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


def _away(chain: Sequence[Element], trunk: Sequence[Element]) -> tuple[int, int]:
    """Return how many levels up *chain* meets *trunk*, and how many levels below that the trunk begins."""
    met = set(trunk)
    off = next((levels for levels, one in enumerate(chain) if one in met), len(chain))
    nest = len(trunk) - 1 - (len(chain) - 1 - off) if trunk else _FAR
    return min(off, _FAR), min(nest, _FAR)
