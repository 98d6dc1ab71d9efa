"""Footnotes: the notes of an article to which a number in its text leads.

In: the stretches of a page, and which of them are text. Out: those that are notes of it, with the heading over them. A note is
short and stands far from the text, as links and notices do; but no notice has a number in the text that leads to it.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from diwan.documents.web import places
from diwan.documents.web.foreign import is_to_edit
from diwan.documents.web.places import Places
from diwan.documents.web.stretches import SUBHEADINGS, Element, Stretch, is_inline

#: What a text has where a note belongs: a number, a sign or a letter, perhaps in brackets.
_MARK = re.compile(r"[\[(]?(?:\d{1,3}|[*†‡§]{1,3}|[ivxlc]{1,6}|[a-z])[\])]?")
#: Stretches of the longest note, with a quotation in it: what holds more is a part of the page, such as its comments.
_MOST = 4
#: Levels up within which a name says that something is a comment.
_COMMENT, _NEAR = places.column("comment"), 4


def footnotes_in(stretches: Sequence[Stretch], kept: Sequence[bool], known: Places) -> set[int]:
    """Return which stretches that were not *kept* are notes of those that were, or the heading over them."""
    led_to = {name for one in stretches if kept[one.index] for name in _led_to(one.element)}
    if not led_to:
        return set()
    root = stretches[0].element.getroottree().getroot()
    notes = {_block(one) for one in root.iter() if not led_to.isdisjoint((one.get("id"), one.get("name")))}
    found: set[int] = set()
    for note in notes:
        within = [one for one in stretches if one.element is note or note in one.element.iterancestors()]
        if len(within) <= _MOST and known.of(note).levels[_COMMENT] >= _NEAR:
            found.update(one.index for one in within if any(map(str.isalpha, one.text)))
    others = [one for one in stretches if not is_to_edit(one.element)]
    above = {
        over.index for over, one in pairwise(others) if one.index in found and over.element.tag in SUBHEADINGS
    }
    return {index for index in found | above if not kept[index]}


def _led_to(element: Element) -> Iterator[str]:
    """Yield the names of what marks of notes in an *element* lead to: a browser may have written the page's address before them."""
    for link in element.iter("a"):
        name = (link.get("href") or "").partition("#")[2]
        if name and _MARK.fullmatch("".join(link.itertext()).strip()):
            yield name


def _block(element: Element) -> Element:
    """Return the element that begins a line and holds *element*, or is it."""
    while is_inline(element.tag) and (above := element.getparent()) is not None:
        element = above
    return element
