"""Foreign parts: what the markup of a page itself says is none of its article, whatever it reads like.

In: the stretches of a page. Out: those in readers' comments that the markup marks as such (https://schema.org/comment), and
those of the bar that the Internet Archive puts above the pages it keeps.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from diwan.documents.web.stretches import Element, Stretch

#: Ids of the elements in which the archive's programs put their bar, today's and those of before 2020.
_BARS = frozenset(("wm-ipp-base", "wm-ipp", "wm-ipp-print"))
_COMMENT = "comment"


def foreign_in(stretches: Sequence[Stretch]) -> NDArray[np.bool_]:
    """Tell which stretches stand in a part that is not the page's article."""
    known: dict[Element, bool] = {}
    return np.array([_is_foreign(stretch.element, known) for stretch in stretches], dtype=np.bool_)


def _is_foreign(element: Element, known: dict[Element, bool]) -> bool:
    if element not in known:
        above = element.getparent()
        known[element] = _says_so(element) or (above is not None and _is_foreign(above, known))
    return known[element]


def _says_so(element: Element) -> bool:
    if element.get("id") in _BARS:
        return True
    marked = (element.get("itemprop") or "").lower().split()
    kind = (element.get("itemtype") or "").lower().rstrip("/").rpartition("/")[2]
    return _COMMENT in marked or kind == _COMMENT
