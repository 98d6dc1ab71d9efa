"""Further articles: pages that go on with the next article below the first one, and where it begins.

In: the stretches of a page, which of them seem to be text, and which says the title. Out: the stretch with which
another article begins. Nothing in the look of its paragraphs tells them from those of the first; its title does: a
heading of the first level, laid out like that of the page, which itself seems to be no text, below enough text. So does
an `article` element of its own, behind the one that holds the title and enough text: by HTML each of them is whole.
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
    if title is None:
        return len(stretches)
    text = np.where(kept, running, 0) * (np.arange(len(stretches)) > title)
    return min(
        _behind_title(stretches, kept, np.cumsum(text), title), _behind_article(stretches, kept, text, title)
    )


def _behind_title(
    stretches: Sequence[Stretch], kept: NDArray[np.bool_], below: NDArray[np.float64], title: int
) -> int:
    """Return the first further title, below enough text."""
    if stretches[title].element.tag != "h1":
        return len(stretches)
    names = _names(stretches[title].element)
    for stretch in stretches[title + 1 :]:
        if stretch.element.tag == "h1" and not kept[stretch.index] and below[stretch.index] >= _SHORTEST:
            others = _names(stretch.element)
            if names & others or not (names or others):
                return stretch.index
    return len(stretches)


def _behind_article(
    stretches: Sequence[Stretch], kept: NDArray[np.bool_], text: NDArray[np.float64], title: int
) -> int:
    """Return the first stretch of text in an `article` behind that of the title, which holds enough text.

    In a running report each entry is an `article`, and the title stands before them all.
    """
    own = _articles_of(stretches[title])
    if not own:
        return len(stretches)
    held = 0.0
    for stretch in stretches[title + 1 :]:
        if not kept[stretch.index]:
            continue
        others = _articles_of(stretch)
        if own[0] in others:
            held += text[stretch.index]
        elif held >= _SHORTEST and others and others[0] not in own:
            return stretch.index
    return len(stretches)


def _articles_of(stretch: Stretch) -> list[Element]:
    """Return the articles that a stretch stands in, the innermost first."""
    return [one for one in stretch.chain if one.tag == "article"]


def _names(element: Element) -> frozenset[str]:
    return frozenset(_NUMBER.sub("", element.get("class") or "").split())
