"""Lists: those that stand within a text and belong to it, as ingredients, steps and points do, and those that lead away.

In: the stretches of a page and which of them seem to be text. Out: the entries of lists that the models set aside though
they are text, and those of lists of other articles. An entry of three words looks like one of a menu; what tells it apart
is its place, and that it is no link.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from diwan.documents.web import places
from diwan.documents.web.places import Places
from diwan.documents.web.stretches import SUBHEADINGS, Element, Stretch

_LISTS = frozenset(("ul", "ol", "dl"))
#: Entries of the shortest list: one alone is a credit or a message of the page (*No related posts*).
_FEWEST = 2
#: Share of a list that is linked from which it leads away.
_LINKED = 0.35
#: What a list within a text may be named and is none of it then.
_NAMED = tuple(
    map(
        places.column,
        ("advert", "appeal", "comment", "notice", "related", "hiding", "share", "tags", "nav", "byline"),
    )
)
#: Names of what is offered to those who pay, in a box that holds the list: it has sentences, too.
_OFFERS = tuple(map(places.column, ("paid", "appeal")))
#: Entries of the shortest list of other articles, and levels up within which it is named so. Models of a third fewer sites keep
#: some of four such lists on 246 pages, none of them text.
_FEWEST_LINKS, _NEAR = 3, 2
_RELATED = places.column("related")
_FIGURES = tuple(map(places.column, ("<figure>", "<figcaption>")))


def in_text(
    stretches: Sequence[Stretch], kept: NDArray[np.bool_], running: NDArray[np.float64], known: Places
) -> NDArray[np.bool_]:
    """Tell which entries of lists were set aside though their list stands right below text, in the element that holds this.

    *running* are the columns of running text of each stretch: the element must hold a paragraph of it above the list. A
    heading may stand between; it is told with its entries.
    """
    entries: dict[Element, list[Stretch]] = {}
    outer = [_outermost(stretch) for stretch in stretches]
    for stretch, one in zip(stretches, outer, strict=True):
        if one is not None:
            entries.setdefault(one, []).append(stretch)
    found, text = np.zeros(len(stretches), dtype=np.bool_), kept.copy()
    holders: set[Element | None] = set()
    for stretch, one in zip(stretches, outer, strict=True):
        if one is not None and entries[one][0] is stretch and one.getparent() in holders:
            above = _text_above(stretches, text, stretch.index, one)
            if above is not None and _is_text(entries[one], one, known):
                for index in (*range(above + 1, stretch.index), *(entry.index for entry in entries[one])):
                    found[index] = not kept[index]
                    text[index] = True
        if kept[stretch.index] and running[stretch.index]:
            holders.add(stretch.element.getparent())
    return found


def leading_away(stretches: Sequence[Stretch], kept: NDArray[np.bool_], known: Places) -> NDArray[np.bool_]:
    """Tell which entries that were kept are those of a list of links alone that the markup names related: other articles."""
    found = np.zeros(len(stretches), dtype=np.bool_)
    if not any(kept[one.index] and one.linked == one.size for one in stretches):
        return found
    entries: dict[Element, list[Stretch]] = {}
    for stretch in stretches:
        if (one := _outermost(stretch)) is not None:
            entries.setdefault(one, []).append(stretch)
    for inside in entries.values():
        links = len(inside) >= _FEWEST_LINKS and all(one.size and one.linked == one.size for one in inside)
        if links and all(known.of(one.element).levels[_RELATED] <= _NEAR for one in inside):
            found[[one.index for one in inside]] = True
    return found & kept


def _text_above(
    stretches: Sequence[Stretch], text: NDArray[np.bool_], index: int, outer: Element
) -> int | None:
    """Return the stretch of text right above a list, or above the heading of the list, in the element that holds the list."""
    home = outer.getparent()
    for above in stretches[index - 1 : None : -1][:2] if index else ():
        if text[above.index]:
            lists = _outermost(above)
            return above.index if home is (above.element if lists is None else lists).getparent() else None
        if above.element.tag not in SUBHEADINGS or above.linked or above.element.getparent() is not home:
            return None
    return None


def _outermost(stretch: Stretch) -> Element | None:
    """Return the list in which a stretch stands, the outermost of several."""
    lists = [one for one in stretch.chain if one.tag in _LISTS]
    return lists[-1] if lists else None


def _is_text(inside: Sequence[Stretch], outer: Element, known: Places) -> bool:
    """Tell whether the entries of a list, by themselves, may be text: not linked, not named otherwise, no pictures."""
    size = sum(one.size for one in inside)
    if len(inside) < _FEWEST or sum(one.linked for one in inside) >= _LINKED * size:
        return False
    for one in inside:
        levels = known.of(one.element).levels
        depth = one.chain.index(outer)
        if any(levels[column] <= depth for column in (*_NAMED, *_FIGURES)):
            return False
        if any(levels[column] <= depth + 1 for column in _OFFERS):
            return False
    return True
