"""Turned: the letters and links of a page from the lower left corner of what is shown, those of a lying page put upright.

In: the glyphs of a page where the file draws them, and the edges of what is shown of it. Out: where one who reads sees them.
Scanners and office programs draw a lying page and let it be shown turned (`/Rotate`); what tells is the way of the letters.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pypdfium2.raw as pdfium

from diwan.documents.pdf.glyphs import DOWN, UP, UPSIDE_DOWN, Glyph
from diwan.documents.pdf.linked import Link

#: The edges of a place: left, bottom, right, top.
Edges = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Frame:
    """The edges of what is shown of a page, and the way its lines run."""

    left: float
    bottom: float
    right: float
    top: float
    way: int = 0

    @property
    def width(self) -> float:
        """Its width as it is read."""
        return self.top - self.bottom if self.way in (UP, DOWN) else self.right - self.left

    @property
    def height(self) -> float:
        """Its height as it is read."""
        return self.right - self.left if self.way in (UP, DOWN) else self.top - self.bottom

    @property
    def is_plain(self) -> bool:
        """Whether everything stands where the file says."""
        return self.way == 0 and self.left == 0 == self.bottom

    def place(self, left: float, bottom: float, right: float, top: float) -> Edges:
        """Return where a place of the page is as it is read."""
        if self.way == UP:
            return bottom - self.bottom, self.right - right, top - self.bottom, self.right - left
        if self.way == DOWN:
            return self.top - top, left - self.left, self.top - bottom, right - self.left
        if self.way == UPSIDE_DOWN:
            return self.right - right, self.top - top, self.right - left, self.top - bottom
        return left - self.left, bottom - self.bottom, right - self.left, top - self.bottom


def frame_of(page: Any, glyphs: Sequence[Glyph]) -> Frame:
    """Return the frame of *page*, whose lines run the way of most of its *glyphs*."""
    ways = Counter(glyph.way for glyph in glyphs)
    way = max(ways, key=lambda way: ways[way], default=0)
    left, bottom, right, top = page.get_cropbox()
    return Frame(left, bottom, right, top, way if ways[way] * 2 > len(glyphs) else 0)


def settle_glyphs(glyphs: Iterable[Glyph], frame: Frame, text_page: Any) -> None:
    """Put *glyphs* where they are in *frame*."""
    if frame.is_plain:
        return
    box = pdfium.FS_RECTF()
    for glyph in glyphs:
        left, bottom, right, top = glyph.left, glyph.base, glyph.right, glyph.base
        pen, base = frame.place(glyph.pen, glyph.base, glyph.pen, glyph.base)[:2]
        if frame.way:
            pdfium.FPDFText_GetLooseCharBox(text_page, glyph.index, box)
            left, bottom, right, top = box.left, box.bottom, box.right, box.top
            # Where spaces were drawn is known for lines as the file has them.
            glyph.spaces = ()
        glyph.left, _, glyph.right, _ = frame.place(left, bottom, right, top)
        glyph.pen, glyph.base = pen, base
        glyph.spaces = tuple(pen - frame.left for pen in glyph.spaces)
        glyph.way = (glyph.way - frame.way) % 4


def settled_links(links: Iterable[Link], frame: Frame) -> list[Link]:
    """Return *links* where they are in *frame*."""
    if frame.is_plain:
        return [*links]
    return [
        replace(link, left=left, bottom=bottom, right=right, top=top)
        for link in links
        for left, bottom, right, top in [frame.place(link.left, link.bottom, link.right, link.top)]
    ]
