"""Further articles: pages that go on with the next article below the first one, and where it begins.

In: the stretches of a page, which of them seem to be text, and which says the title. Out: the stretch with which
another article begins. Nothing in the look of its paragraphs tells them from those of the first; its title does: a
heading of the first level, laid out like that of the page, which itself seems to be no text, below enough text.
"""

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from diwan.documents.web.stretches import Element, Stretch

#: Columns of running text of the shortest article behind which another may begin: fifty words. Of 246 pages two go on
#: so; from 100 to 600 columns these two and no other are told.
_SHORTEST = 300
#: The numbers by which builders of pages tell apart what looks the same (`heading-30`, `heading-31`).
_NUMBER = re.compile(r"[-_]?\d+(?![a-z\d])", re.IGNORECASE)


def begins(
    stretches: Sequence[Stretch], kept: NDArray[np.bool_], running: NDArray[np.float64], title: int | None
) -> int:
    """Return the stretch with which another article begins, their number where none does.

    *running* are the columns of running text of each, *title* is the stretch that says the title.
    """
    if title is None or stretches[title].element.tag != "h1":
        return len(stretches)
    names = _names(stretches[title].element)
    below = np.cumsum(np.where(kept, running, 0) * (np.arange(len(stretches)) > title))
    for stretch in stretches[title + 1 :]:
        if stretch.element.tag == "h1" and not kept[stretch.index] and below[stretch.index] >= _SHORTEST:
            others = _names(stretch.element)
            if names & others or not (names or others):
                return stretch.index
    return len(stretches)


def _names(element: Element) -> frozenset[str]:
    return frozenset(_NUMBER.sub("", element.get("class") or "").split())
