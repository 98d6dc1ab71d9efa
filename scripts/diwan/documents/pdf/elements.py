"""Elements: the structure tree of one page of a tagged PDF, as PDFium lists it (ISO 32000-1, 14.7).

In: a page. Out: its elements, each with its kind after the roles of the file and what it holds, by place. Trees that go too
deep, in circles, or are floods of elements come out as none.
"""

import ctypes
from dataclasses import dataclass, field
from typing import Any

import pypdfium2.raw as pdfium

#: Elements deep that are looked at; PDFium itself goes 32 deep. Places of a document that are looked at, an element counting
#: as four of them, of which each takes two microseconds: on every page a flat tree has all its places, most of them empty. Of 90
#: printed pages of the web the largest has ten thousand elements, a study of 150 pages up to half a million places.
DEEPEST, MOST, _WEIGHT = 100, 1_200_000, 4
#: Bytes of the longest name of a kind that is told from others.
_LONGEST_NAME = 64
#: What stands in a line, if it holds no block.
_INLINE = frozenset(("Link", "Strong", "Em", "Code", "Lbl", "Quote", "Reference", "BibEntry", "Annot", "Sub", "Form",
                     "Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP", "Formula", "LBody"))  # fmt: skip
#: What has no meaning: a part of a line if it holds text only, or stands in what holds lines; else a block.
_MEANINGLESS = frozenset(("NonStruct", "Span", "Private"))
_LINES = frozenset(("P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "Caption", "Title"))
#: What often holds one paragraph that is its whole text.
_WRAPPERS = frozenset(("LBody", "LI", "TD", "TH", "Note", "FENote", "Caption"))


class FloodError(Exception):
    """A tree that is too deep or too large."""


@dataclass(slots=True)
class Element:
    """An element, as far as it is on a page."""

    kind: str
    #: What it holds: the place of each among all that it holds in the document, and the mark of its text or an element.
    parts: list[tuple[int, "int | Element"]] = field(default_factory=list)
    #: Whether it holds a block, however deep.
    has_block: bool = False

    @property
    def has_elements(self) -> bool:
        """Whether it holds more than text."""
        return any(isinstance(part, Element) for _, part in self.parts)

    def is_inline(self, around: str) -> bool:
        """Tell whether it stands in a line of an element of the kind *around*."""
        if self.has_block:
            return False
        if self.kind in _MEANINGLESS:
            return around in _LINES or around in _INLINE or not self.has_elements
        return self.kind in _INLINE


class Elements:
    """Reads trees page by page, as long as all of them are not too many."""

    def __init__(self) -> None:
        self._left = MOST

    def of(self, page: Any) -> list[tuple[int, Element]]:
        """Return the elements at the top of the tree of *page*, with their places; `FloodError` if there are too many."""
        tree = pdfium.FPDF_StructTree_GetForPage(page)
        if not tree:
            return []
        try:
            count = pdfium.FPDF_StructTree_CountChildren(tree)
            listed = (
                (place, pdfium.FPDF_StructTree_GetChildAtIndex(tree, place)) for place in self._counted(count)
            )
            return [(place, self._element(child, 1)) for place, child in listed if child]
        finally:
            pdfium.FPDF_StructTree_Close(tree)

    def _counted(self, count: int) -> range:
        self._left -= max(count, 0)
        if self._left < 0:
            raise FloodError
        return range(count)

    def _element(self, listed: Any, depth: int) -> Element:
        if depth > DEEPEST:
            raise FloodError
        self._left -= _WEIGHT
        found = Element(_kind(listed))
        for place in self._counted(pdfium.FPDF_StructElement_CountChildren(listed)):
            mark = pdfium.FPDF_StructElement_GetChildMarkedContentID(listed, place)
            child = None if mark >= 0 else pdfium.FPDF_StructElement_GetChildAtIndex(listed, place)
            if mark >= 0:
                found.parts.append((place, mark))
            elif child:
                part = self._element(child, depth + 1)
                found.parts.append((place, part))
        if found.kind in _WRAPPERS:
            found.parts = _without_paragraph(found.parts)
        found.has_block = any(_is_block(part) for _, part in found.parts)
        return found


def _without_paragraph(parts: list[tuple[int, int | Element]]) -> list[tuple[int, int | Element]]:
    """Return *parts* without the paragraph around them, if it is one and all."""
    (_, part), *others = parts or [(0, 0)]
    return part.parts if isinstance(part, Element) and part.kind == "P" and not others else parts


def _is_block(part: "int | Element") -> bool:
    if not isinstance(part, Element):
        return False
    return part.has_block or (part.kind not in _INLINE and part.kind not in _MEANINGLESS)


def _kind(listed: Any) -> str:
    name = ctypes.create_string_buffer(_LONGEST_NAME)
    size = pdfium.FPDF_StructElement_GetType(listed, name, len(name))
    return name.raw[:size].decode("utf-16-le", "replace").rstrip("\0") if size <= len(name) else ""
