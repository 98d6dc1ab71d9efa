"""Foreign parts: what the markup of a page itself says is none of its article, whatever it reads like.

In: the stretches of a page. Out: those in readers' comments that the markup marks as such (https://schema.org/comment), and
those of the bar that the Internet Archive puts above the pages it keeps.
"""

from collections.abc import Sequence

import numpy as np
from lxml import etree
from numpy.typing import NDArray

from diwan.documents.web.stretches import Element, Stretch

#: Ids of the elements in which the archive's programs put their bar, today's and those of before 2020.
_BARS = frozenset(("wm-ipp-base", "wm-ipp", "wm-ipp-print"))
#: What says so of itself; every page is searched, and most have no such element.
_marked = etree.XPath("//*[@id or @itemprop or @itemtype]")
_COMMENT = "comment"


def foreign_in(stretches: Sequence[Stretch]) -> NDArray[np.bool_]:
    """Tell which stretches stand in a part that is not the page's article."""
    found = np.zeros(len(stretches), dtype=np.bool_)
    parts = {one for one in _marked(stretches[0].element) if _says_so(one)} if stretches else set()
    if parts:
        for stretch in stretches:
            found[stretch.index] = not parts.isdisjoint(stretch.chain)
    return found


def _says_so(element: Element) -> bool:
    if element.get("id") in _BARS:
        return True
    marked = (element.get("itemprop") or "").lower().split()
    kind = (element.get("itemtype") or "").lower().rstrip("/").rpartition("/")[2]
    return _COMMENT in marked or kind == _COMMENT
