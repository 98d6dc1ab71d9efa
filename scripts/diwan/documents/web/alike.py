"""Alike: paragraphs and headings that a page lays out as it does its text, where the models lost them.

In: the stretches of a page, which of them seem to be text, and their columns of running text. Out: those that are text
because what is laid out the same is. The models judge where a stretch stands as well; behind a long interruption, or far
down a long page, they give up the rest of an article though its markup is that of its beginning.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from diwan.documents.web import places
from diwan.documents.web.places import Places
from diwan.documents.web.stretches import SUBHEADINGS, Element, Stretch

#: Elements, from that of a stretch upwards, whose tags and names are its layout. On 246 pages, each judged by models of other
#: sites, three find five lost paragraphs and models of half the sites 28, all of them text; two find four and six that are none.
_LEVELS = 3
#: Columns of running text from which a layout is one of text, 50 words; from 120 to 300 characters the same are found, but one.
_SHORTEST = 300
#: Headings of a layout over text from which it is one of headings: a single one may be a label.
_HABIT = 2
#: The numbers by which programs tell apart what looks the same.
_NUMBERS = re.compile(r"\d+")
#: Levels up within which a name says that a paragraph is a comment: in forums those are laid out like the text.
_COMMENT, _NEAR = places.column("comment"), 6
Layout = tuple[tuple[str, str], ...]


def like_text(
    stretches: Sequence[Stretch], kept: NDArray[np.bool_], running: NDArray[np.float64], known: Places
) -> list[bool]:
    """Tell which paragraphs were set aside though most running text of their layout was kept; without names none is told."""
    found = [False] * len(stretches)
    given_up = [one for one in stretches if running[one.index] and not kept[one.index]]
    if not any(one.element.tag == "p" for one in given_up):
        return found
    text: defaultdict[Layout, float] = defaultdict(float)
    lost: defaultdict[Layout, float] = defaultdict(float)
    for one in stretches:
        if columns := float(running[one.index]):
            (text if kept[one.index] else lost)[layout_of(one.element)] += columns
    for one in given_up:
        layout = layout_of(one.element)
        like = text[layout] >= max(_SHORTEST, lost[layout]) and any(names for _, names in layout)
        reply = known.of(one.element).levels[_COMMENT] < _NEAR
        found[one.index] = like and one.element.tag == "p" and not reply
    return found


def heads_alike(stretches: Sequence[Stretch], kept: NDArray[np.bool_]) -> list[bool]:
    """Tell which headings were set aside though they and most others of their layout stand over text; the same twice is a label."""
    found = [False] * len(stretches)
    said = Counter(one.key for one in stretches if one.element.tag in SUBHEADINGS)
    if not said:
        return found
    over: defaultdict[Layout, list[int]] = defaultdict(list)
    others: Counter[Layout] = Counter()
    below: Stretch | None = None
    for here in reversed(stretches):
        if here.element.tag in SUBHEADINGS:
            layout = layout_of(here.element)
            over_text = below is not None and kept[below.index] and below.element.tag not in SUBHEADINGS
            if over_text and said[here.key] == 1:
                over[layout].append(here.index)
            else:
                others[layout] += 1
        # Below a heading a picture often stands before its text.
        below = below if not kept[here.index] and _is_caption(here) else here
    for layout, indexes in over.items():
        for index in indexes if len(indexes) >= max(_HABIT, others[layout]) else ():
            found[index] = not kept[index]
    return found


def _is_caption(stretch: Stretch) -> bool:
    return any(one.tag in ("figure", "figcaption") for one in stretch.chain[: _LEVELS + 1])


def layout_of(element: Element) -> Layout:
    """Return the tags and names of an element and of those it stands in, without numbers."""
    chain = (element, *islice(element.iterancestors(), _LEVELS - 1))
    return tuple((one.tag, _NUMBERS.sub("", one.get("class") or "")) for one in chain)
