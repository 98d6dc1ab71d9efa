"""Linked lines: how many lines of a page in a PDF lead to an address on the web as a whole.

In: a page and its rows. Out: their number. Of an article some words are linked, of a list of sources some lines; of a page
of the web, with its menus and teasers, most lines that are none of the article.
"""

import ctypes
from collections.abc import Iterator, Sequence
from typing import Any

import pypdfium2.raw as pdfium

from diwan.documents.pdf.rows import Row

#: Links of a page that are looked at: the most met has 300, and each is compared with each row.
_MOST = 2000
#: Share of the width of a row that is linked where all of it is: marks and arrows beside the words are not.
_WHOLE = 0.8
#: Share of the size of letters above their baseline at which they have their middle.
_MIDDLE = 0.3


def linked_rows(page: Any, rows: Sequence[Row]) -> int:
    """Return how many of *rows* are linked as a whole."""
    links = [*_links(page)]
    return sum(_is_linked(row, links) for row in rows) if links else 0


def _is_linked(row: Row, links: Sequence[pdfium.FS_RECTF]) -> bool:
    middle = row.base + _MIDDLE * row.size
    spans = {(link.left, link.right) for link in links if link.bottom <= middle <= link.top}
    covered = sum(max(min(right, row.right) - max(left, row.left), 0) for left, right in spans)
    return bool(covered >= _WHOLE * (row.right - row.left))


def _links(page: Any) -> Iterator[pdfium.FS_RECTF]:
    place, link = ctypes.c_int(0), pdfium.FPDF_LINK()
    for _ in range(_MOST):
        if not pdfium.FPDFLink_Enumerate(page.raw, place, link):
            return
        action = pdfium.FPDFLink_GetAction(link)
        rectangle = pdfium.FS_RECTF()
        if (
            action
            and pdfium.FPDFAction_GetType(action) == pdfium.PDFACTION_URI
            and pdfium.FPDFLink_GetAnnotRect(link, rectangle)
        ):
            yield rectangle
