"""Ordered: the items of lists as a page shows them.

In: pieces that stand in items, with these. Out: the first of each item as the item, what follows in it as paragraphs, and the number of
an item before it, where a list that counts its items from one would show another: browsers count them (HTML Living Standard,
4.4.5), and no paragraph stands between.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from diwan.documents.counted import WAYS, number_in, written
from diwan.documents.pieces import Piece
from diwan.documents.web.stretches import Element, Stretch
from diwan.model.block import BlockKind

_ITEMS = frozenset(("li", "dt", "dd"))


@dataclass
class Items:
    """The items of a page that have begun, and the numbers of those in lists that were met."""

    begun: set[Element] = field(default_factory=set)
    numbers: dict[Element, str] = field(default_factory=dict)
    lists: set[Element] = field(default_factory=set)

    def shown(self, piece: Piece, item: Element) -> Piece:
        """Return a piece that stands in *item* as it is shown there."""
        # A sign that leads back from a note is not what stands in it.
        if item in self.begun or not any(map(str.isalnum, piece.text)):
            return replace(piece, kind=BlockKind.PARAGRAPH, level=None, ordered=False)
        self.begun.add(item)
        whole = item.getparent()
        if whole is not None and whole.tag == "ol" and whole not in self.lists:
            self.lists.add(whole)
            self.numbers |= _numbers(whole)
        number = self.numbers.get(item, "")
        return replace(piece, text=f"{number}. {piece.text}") if number else piece


def with_items(pieces: Iterable[Piece], stretches: Sequence[Stretch]) -> Iterator[Piece]:
    """Yield the *pieces* of a page, one for each of its *stretches*, those that are items of lists as they are shown."""
    items = Items()
    for piece, stretch in zip(pieces, stretches, strict=True):
        # A paragraph with a mark of its own is an item by that, whatever it stands in.
        by_element = piece.kind is BlockKind.LIST_ITEM and not stretch.shape.marker
        item = _item_around(stretch) if by_element else None
        yield piece if item is None else items.shown(piece, item)


def _item_around(stretch: Stretch) -> Element | None:
    """Return the innermost item of a list in which a stretch stands."""
    return next((element for element in stretch.chain if element.tag in _ITEMS), None)


def _numbers(whole: Element) -> dict[Element, str]:
    """Return the numbers of the items of a list, none where it is like any other and nothing stands between them."""
    items = [child for child in whole if child.tag == "li"]
    given = [number_in(item.get("value")) for item in items]
    step = -1 if whole.get("reversed") is not None else 1
    start = number_in(whole.get("start"))
    how = WAYS.get(whole.get("type", ""), "decimal")
    is_plain = how == "decimal" and step == 1 and start in (None, 1) and not any(given)
    if is_plain and all(len(item.findall("p")) <= 1 for item in items):
        return {}
    count = (len(items) if step < 0 else 1) if start is None else start
    found = {}
    for item, own in zip(items, given, strict=True):
        count = count if own is None else own
        found[item] = written(count, how)
        count += step
    return found
