"""Marked: what the marks of a page say that its stretches are, where they can be trusted: in books, and in notes in Markdown.

In: the stretches of a page. Out: each with its kind, the level of a heading or item, and whether its list counts.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from diwan.documents.web.stretches import Stretch
from diwan.model.block import BlockKind

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_KINDS = {
    "li": BlockKind.LIST_ITEM, "dt": BlockKind.LIST_ITEM, "dd": BlockKind.LIST_ITEM,
    "blockquote": BlockKind.QUOTATION, "figcaption": BlockKind.CAPTION, "nav": BlockKind.NAVIGATION,
}  # fmt: skip
_LISTS = ("ul", "ol", "dl")


@dataclass(frozen=True, slots=True)
class Mark:
    """What a stretch is by the marks around it; no kind where nothing but a paragraph marks it."""

    kind: BlockKind | None = None
    level: int | None = None
    ordered: bool = False


def marked(stretches: Iterable[Stretch]) -> Iterator[tuple[Stretch, Mark]]:
    """Yield *stretches* in order, each with its mark: that of the innermost element which says what it is."""
    for stretch in stretches:
        around = (element for element in stretch.chain if element.tag in _HEADINGS or element.tag in _KINDS)
        said = next(around, None)
        if stretch.is_table:
            yield stretch, Mark(BlockKind.TABLE)
        elif said is None:
            yield stretch, Mark()
        elif said.tag in _HEADINGS:
            yield stretch, Mark(BlockKind.HEADING, _HEADINGS[said.tag])
        elif _KINDS[said.tag] is not BlockKind.LIST_ITEM:
            yield stretch, Mark(_KINDS[said.tag])
        else:
            lists = [element.tag for element in stretch.chain if element.tag in _LISTS]
            yield stretch, Mark(BlockKind.LIST_ITEM, len(lists) or None, lists[:1] == ["ol"])
