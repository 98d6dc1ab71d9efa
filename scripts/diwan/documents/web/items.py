"""Items: paragraphs that begin with a mark or count, and so are a list that the markup does not call one.

In: the stretches of the text. Out: those that are items: of two beside each other both begin with the same bullet, or the second
counts on. A dash may begin what somebody says, and is none.
"""

from collections.abc import Sequence
from itertools import pairwise

from diwan.documents.web.stretches import HEADINGS, Stretch

_BULLETS = frozenset("•●▪‣■►◦✓✔➢")


def items_in(kept: Sequence[Stretch]) -> frozenset[int]:
    """Return which of the stretches that were kept are items of a list by the mark with which they begin."""
    found: set[int] = set()
    lines = [None if one.is_table or one.element.tag in HEADINGS else one for one in kept]
    for above, below in pairwise(lines):
        if above and below and (_same_bullet(above, below) or _counts_on(above, below)):
            found.update((above.index, below.index))
    return frozenset(found)


def _same_bullet(above: Stretch, below: Stretch) -> bool:
    return above.shape.marker in _BULLETS and above.shape.marker == below.shape.marker


def _counts_on(above: Stretch, below: Stretch) -> bool:
    before, number = above.shape.number, below.shape.number
    return before is not None and number == before + 1
