"""Linked lines: where a line of a page in a PDF leads, if all of it is a link.

In: a page and its rows. Out: their addresses. Of an article some words are linked, of a list of sources some lines; of a page
of the web, with its menus and teasers, most lines that are none of the article.
"""

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

from diwan.documents.pdf.glyphs import Glyph
from diwan.documents.pdf.rows import Row

#: Links of a page that are looked at: the most met has 300, and each is compared with each row.
_MOST = 2000
#: Share of the width of a row that is linked where all of it is: marks and arrows beside the words are not.
_WHOLE = 0.8
#: Share of the size of letters above their baseline at which they have their middle.
_MIDDLE = 0.3


@dataclass(frozen=True, slots=True)
class Link:
    """Where a link leads, and the edges of its place in points from the lower left corner."""

    address: str
    left: float
    bottom: float
    right: float
    top: float


def addresses_of(links: Sequence[Link], rows: Sequence[Row]) -> list[str]:
    """Return for each of *rows* the address to which it leads as a whole by the *links* of its page, or nothing."""
    return [_address(row, links) for row in rows]


def address_at(links: Sequence[Link], glyph: Glyph) -> str:
    """Return the address to which a letter leads, or nothing."""
    across, up = (glyph.left + glyph.right) / 2, glyph.base + _MIDDLE * glyph.size
    over = (link for link in links if link.left <= across <= link.right and link.bottom <= up <= link.top)
    return next((link.address for link in over), "")


def _address(row: Row, links: Sequence[Link]) -> str:
    middle = row.base + _MIDDLE * row.size
    over = [link for link in links if link.bottom <= middle <= link.top and _covered(row, link) > 0]
    covered = sum(_covered(row, link) for link in {(link.left, link.right): link for link in over}.values())
    return over[0].address if covered >= _WHOLE * (row.right - row.left) > 0 else ""


def _covered(row: Row, link: Link) -> float:
    """Return the points of *row* that *link* covers."""
    return max(min(link.right, row.right) - max(link.left, row.left), 0)


def links_of(page: Any) -> Iterator[Link]:
    """Yield the first links of *page* that lead to an address."""
    place, found, area = ctypes.c_int(0), pdfium.FPDF_LINK(), pdfium.FS_RECTF()
    for _ in range(_MOST):
        if not pdfium.FPDFLink_Enumerate(page.raw, place, found):
            return
        action = pdfium.FPDFLink_GetAction(found)
        if (
            action
            and pdfium.FPDFAction_GetType(action) == pdfium.PDFACTION_URI
            and pdfium.FPDFLink_GetAnnotRect(found, area)
        ):
            yield Link(_text(page, action), area.left, area.bottom, area.right, area.top)


def _text(page: Any, action: Any) -> str:
    """Return the address to which *action* leads."""
    size = pdfium.FPDFAction_GetURIPath(page.pdf.raw, action, None, 0)
    buffer = ctypes.create_string_buffer(size)
    pdfium.FPDFAction_GetURIPath(page.pdf.raw, action, buffer, size)
    return buffer.value.decode("utf-8", "replace")
