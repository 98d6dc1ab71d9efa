"""What a page draws and PDFium does not list as it stands: spaces, and shapes that are said together with another one.

In: a page and its text. Out: where such things stand. Browsers print a letter and its vowel sign, or *la* and its
tanwin, as two shapes with one `/ActualText` (ISO 32000-1, 14.9.4), and PDFium gives all of it to one of the two, often
the sign; beside it, it guesses spaces. Those that were drawn belong to a piece of text, or are one.
"""

import ctypes
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

#: A space, and one at which no line is broken.
_SPACES = (0x20, 0xA0)
#: What a replaced text is called in a file.
_ACTUAL_TEXT = b"ActualText"


@dataclass(slots=True)
class Drawing:
    """A piece of text as it is drawn: points from the lower left corner."""

    left: float
    right: float
    base: float
    #: Where the pen stood that drew it.
    pen: float
    is_blank: bool
    #: Its characters in the text of the page.
    indices: tuple[int, ...]
    #: The mark that says its text, and perhaps that of others; none if it says its own.
    mark: int | None


def drawings_of(page: Any, text_page: Any) -> Iterator[Drawing]:
    """Yield the pieces of text that *page* draws, in the order of the file."""
    listed: defaultdict[int | None, list[int]] = defaultdict(list)
    for index in range(pdfium.FPDFText_CountChars(text_page)):
        listed[_address(pdfium.FPDFText_GetTextObject(text_page, index))].append(index)
    matrix = pdfium.FS_MATRIX()
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    for number in range(pdfium.FPDFPage_CountObjects(page)):
        drawn = pdfium.FPDFPage_GetObject(page, number)
        if pdfium.FPDFPageObj_GetType(drawn) == pdfium.FPDF_PAGEOBJ_TEXT:
            pdfium.FPDFPageObj_GetBounds(drawn, left, bottom, right, top)
            pdfium.FPDFPageObj_GetMatrix(drawn, matrix)
            is_blank, indices = top.value == bottom.value, tuple(listed.get(_address(drawn), ()))
            yield Drawing(left.value, right.value, matrix.f, matrix.e, is_blank, indices, _mark(drawn))


def said_together(drawings: Iterable[Drawing]) -> Iterator[list[Drawing]]:
    """Yield the drawings that one text stands for, if it is listed."""
    groups: defaultdict[int | None, list[Drawing]] = defaultdict(list)
    for drawing in drawings:
        groups[drawing.mark].append(drawing)
    for mark, group in groups.items():
        if mark is not None and len(group) > 1 and any(drawing.indices for drawing in group):
            yield group


def spaces_of(text_page: Any, drawings: Iterable[Drawing]) -> Iterator[tuple[float, float]]:
    """Yield the baseline and the pen of each space that was drawn within a piece of text, or by itself."""
    x, y = ctypes.c_double(), ctypes.c_double()
    for index in range(pdfium.FPDFText_CountChars(text_page)):
        is_space = pdfium.FPDFText_GetUnicode(text_page, index) in _SPACES
        is_guessed = is_space and pdfium.FPDFText_IsGenerated(text_page, index) == 1
        if is_space and not is_guessed and pdfium.FPDFText_GetTextObject(text_page, index):
            pdfium.FPDFText_GetCharOrigin(text_page, index, x, y)
            yield y.value, x.value
    for drawing in drawings:
        if drawing.is_blank and not drawing.indices and drawing.mark is None:
            yield drawing.base, drawing.pen


def _mark(drawn: Any) -> int | None:
    """Return the innermost mark around *drawn* if it replaces its text."""
    count = pdfium.FPDFPageObj_CountMarks(drawn)
    mark = pdfium.FPDFPageObj_GetMark(drawn, count - 1) if count > 0 else None
    replaces = mark and pdfium.FPDFPageObjMark_GetParamValueType(mark, _ACTUAL_TEXT)
    return _address(mark) if replaces == pdfium.FPDF_OBJECT_STRING else None


def _address(thing: Any) -> int | None:
    return ctypes.cast(thing, ctypes.c_void_p).value
