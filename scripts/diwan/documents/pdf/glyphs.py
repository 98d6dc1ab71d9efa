"""Glyphs: the characters of a page and where they stand, as PDFium lists them.

In: the text of a page. Out: its characters, each with box, baseline and size, in points from the lower left corner. The
shapes that fonts draw for letters (ligatures, the four forms of an Arabic letter) become the letters themselves: they
are how a PDF draws, not how the author wrote.
"""

import ctypes
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pypdfium2.raw as pdfium

#: Latin ligatures, Arabic presentation forms, but not the signs for whole phrases such as U+FDFA, and the signs of lines that run
#: down.
_SHAPES = re.compile("[\ufb00-\ufb06\ufb50-\ufdcf\ufe10-\ufe19\ufe30-\ufe44\ufe47\ufe48\ufe70-\ufefc]")
_LINE_END = "\r\n"
#: What PDFium gives for a hyphen at the end of a line, and for a glyph whose letter the file does not say.
_HYPHEN, _NAMELESS = "\u0002", "\0"
#: What Ghostscript up to 10.0 names the letters of ligatures: the two bytes of each letter the wrong way round, and a
#: third letter lost among them (`baffle` has the last of these).
_SWAPPED = {
    "昀": "f",
    "椀": "i",
    "氀": "l",
    "樀": "j",
    "琀": "t",
    "戀": "b",
    "栀": "h",
    "欀": "k",
    "툀": "fl",
}
#: The first letter of Arabic. Shares of the size of letters: the height of a stroke that lengthens a word, .08 to .16 in six fonts
#: (that of a space is .001), and how far from the line its lower edge is, 0 in all of them (a hyphen stands above the line, an underscore below); and
#: how much wider than high it is, 1.3 to 4 times, where a full stop is as wide as high.
_ARABIC, _THIN, _FLAT, _ON_LINE, _WIDE = 0x600, 0.04, 0.2, 0.05, 1.2
#: Figures; strokes behind the upper one of a fraction. Shares of the size of letters: how far one for notes is raised at least (.36
#: in Libertinus, others 0), how high it is at most (.33 there, others .62 and more), and how high others are.
_FIGURES, _STROKES = range(0x30, 0x3A), (0x2F, 0x2044)
_LEAST_RISE, _HIGHEST_RAISED, _FIGURE = 0.2, 0.55, 0.7
#: The ways of letters: in quarters of a circle against the clock.
UP, UPSIDE_DOWN, DOWN = 1, 2, 3
_HIGHEST = 0x10FFFF
_SURROGATES = range(0xD800, 0xE000)


@dataclass(slots=True)
class Glyph:
    """One or several characters drawn as one shape."""

    text: str
    left: float
    right: float
    base: float
    size: float
    #: How far it is turned, in quarters of a circle against the clock.
    way: int
    #: What stands before it in the order of the file: nothing, a space, or the end of a line.
    gap: str
    index: int
    #: Where the pen stood that drew it, from which fonts reach to both sides; and where it drew the spaces before it.
    pen: float
    spaces: tuple[float, ...] = ()
    #: Whether room beside it tells nothing of spaces, if any are drawn.
    loose: bool = False

    @property
    def upright(self) -> bool:
        """Whether it stands as the letters of a line that runs from left to right."""
        return self.way == 0


def characters_of(text_page: Any) -> Iterator[Glyph]:
    """Yield the characters of a page one by one, but for spaces."""
    box, matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
    x, y = ctypes.c_double(), ctypes.c_double()
    gap = ""
    before: Glyph | None = None
    for index in range(pdfium.FPDFText_CountChars(text_page)):
        code = pdfium.FPDFText_GetUnicode(text_page, index)
        if code < _ARABIC and before and not gap and _lengthens(before, text_page, index):
            continue
        character = _character(code)
        pdfium.FPDFText_GetCharOrigin(text_page, index, x, y)
        if character.isspace():
            gap = "\n" if character in _LINE_END or gap == "\n" else " "
            continue
        pdfium.FPDFText_GetLooseCharBox(text_page, index, box)
        pdfium.FPDFText_GetMatrix(text_page, index, matrix)
        scale = (matrix.c**2 + matrix.d**2) ** 0.5
        size = pdfium.FPDFText_GetFontSize(text_page, index) * scale
        if code in _FIGURES and size:
            size, raised = _raised(text_page, index, y.value, size)
            y.value += raised
        before = Glyph(character, box.left, box.right, y.value, size, _way(matrix), gap, index, x.value)
        yield before
        gap = ""


def _raised(text_page: Any, index: int, base: float, size: float) -> tuple[float, float]:
    """Return the size of a figure and how far it is raised: fonts have figures for notes, which are drawn as high as any letter."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pdfium.FPDFText_GetCharBox(text_page, index, left, right, bottom, top)
    height, rise = top.value - bottom.value, bottom.value - base
    if not (_LEAST_RISE * size < rise < size and 0 < height < _HIGHEST_RAISED * size):
        return size, 0.0
    if pdfium.FPDFText_GetUnicode(text_page, index + 1) in _STROKES:
        return size, 0.0
    return height / _FIGURE, rise


def _way(matrix: Any) -> int:
    if abs(matrix.b) <= abs(matrix.a):
        # A mirrored letter is not turned.
        return UPSIDE_DOWN if matrix.a < 0 and matrix.d < 0 else 0
    return UP if matrix.b > 0 else DOWN


def _lengthens(before: Glyph, text_page: Any, index: int) -> bool:
    """Whether what is drawn is a stroke on the line that only lengthens an Arabic word; it is added to the letter *before* it then.

    LibreOffice fills lines so, and its files do not say what the stroke is: what PDFium gives is the number of a glyph. It is
    flat and wide, and stands on the line, as no letter and no sign does.
    """
    if not (_is_arabic(before.text) and _is_arabic(_following(text_page, index))):
        return False
    left, right, bottom, top, x, y = (ctypes.c_double() for _ in range(6))
    pdfium.FPDFText_GetCharBox(text_page, index, left, right, bottom, top)
    pdfium.FPDFText_GetCharOrigin(text_page, index, x, y)
    size = before.size or 1
    height, above = (top.value - bottom.value) / size, (bottom.value - y.value) / size
    if not _THIN <= height <= _FLAT or right.value - left.value < _WIDE * height * size:
        return False
    if abs(above) > _ON_LINE:
        return False
    before.left = min(before.left, left.value)
    return True


def _following(text_page: Any, index: int) -> str:
    """Return the next letter behind *index*: beside signs PDFium lists spaces and ends of lines that nobody drew."""
    stroke = code = pdfium.FPDFText_GetUnicode(text_page, index)
    while code and (code == stroke or chr(code).isspace()):
        index += 1
        code = pdfium.FPDFText_GetUnicode(text_page, index)
    return _character(code)


def _is_arabic(text: str) -> bool:
    """Whether *text* is an Arabic letter, or a sign upon one."""
    return text != "" and unicodedata.bidirectional(text[0]) in ("AL", "NSM")


def _character(code: int) -> str:
    if code > _HIGHEST or code in _SURROGATES:
        return "\ufffd"
    character = chr(code)
    if character == _HYPHEN:
        return "-"
    if character == _NAMELESS:
        return "\ufffd"
    return unicodedata.normalize("NFKC", character) if _SHAPES.match(character) else character


def turn_letters(glyphs: Sequence[Glyph]) -> None:
    """Give the letters of ligatures their names where Ghostscript turned them: it draws two Chinese ones in one place."""
    for first, second in pairwise(glyphs):
        if first.text in _SWAPPED and second.text in _SWAPPED and first.pen == second.pen:
            first.text, second.text = _SWAPPED[first.text], _SWAPPED[second.text]


def is_mark(text: str) -> bool:
    """Whether *text* is a sign that stands on the letter before it."""
    return unicodedata.combining(text[0]) > 0


def is_right_to_left(text: str) -> bool:
    """Whether *text* has letters that are written from right to left."""
    return not text.isascii() and any(
        unicodedata.bidirectional(character) in ("R", "AL") for character in text
    )
