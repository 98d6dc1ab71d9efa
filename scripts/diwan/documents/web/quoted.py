"""Quoted: a quotation is whole, with the line below it that says whose words it is.

In: stretches, and which of them are text. Out: those within a `blockquote` of which the most is text. Who said it stands in a
foot or a line of its own there (HTML Living Standard, the blockquote element), as short and as linked as what pages put
between their paragraphs.
"""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from diwan.documents.web.stretches import Element, Stretch

#: Share of a quotation's letters that must be text for the rest to be, and stretches of the longest one: old pages set all they
#: have in by this element.
_MOSTLY, _LONGEST = 0.5, 8


def in_quotations(
    stretches: Sequence[Stretch], kept: Sequence[bool] | NDArray[np.bool_]
) -> NDArray[np.bool_]:
    """Tell which stretches stand in a quotation of which the most was *kept*."""
    found = np.zeros(len(stretches), dtype=np.bool_)
    # Most pages have no quotation, and stretches stand deep.
    if not stretches or next(stretches[0].element.getroottree().iter("blockquote"), None) is None:
        return found
    within: dict[Element, list[Stretch]] = defaultdict(list)
    for stretch in stretches:
        quotation = next((one for one in stretch.chain if one.tag == "blockquote"), None)
        if quotation is not None:
            within[quotation].append(stretch)
    for own in within.values():
        text = sum(one.size for one in own if kept[one.index])
        is_text = len(own) <= _LONGEST and text > _MOSTLY * sum(one.size for one in own)
        found[[one.index for one in own]] = is_text
    return found
