"""Foreign parts: what the markup of a page itself says is none of its article, whatever it reads like.

In: the stretches of a page. Out: those in readers' comments that the markup marks as such (https://schema.org/comment), and
those of the bar that the Internet Archive puts above the pages it keeps, and the links of a wiki with which its parts are edited.
"""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from diwan.documents.web.stretches import Element, Stretch
from diwan.documents.web.tree import EDIT

#: Ids of the elements in which the archive's programs put their bar, today's and those of before 2020.
_BARS = frozenset(("wm-ipp-base", "wm-ipp", "wm-ipp-print"))
_COMMENT = "comment"


def foreign_in(stretches: Sequence[Stretch], around: Iterable[Element]) -> NDArray[np.bool_]:
    """Tell which stretches stand in a part that is not the page's article; *around* are all elements that they stand in."""
    found = np.zeros(len(stretches), dtype=np.bool_)
    parts = set(filter(_says_so, around))
    if parts:
        for stretch in stretches:
            found[stretch.index] = not parts.isdisjoint(stretch.chain)
    return found


def is_to_edit(element: Element) -> bool:
    """Tell whether an element is the link of a wiki with which a part is edited: it stands between a heading and its text."""
    return bool(element.get("class") == EDIT)


def _says_so(element: Element) -> bool:
    if element.get("id") in _BARS or is_to_edit(element):
        return True
    if (marked := element.get("itemprop")) and _COMMENT in marked.lower().split():
        return True
    kind = element.get("itemtype")
    return bool(kind) and kind.lower().rstrip("/").rpartition("/")[2] == _COMMENT
