"""Glyphs: the characters of a page and where they stand, as PDFium finds them.

In: a page. Out: its glyphs, each with its text, box, baseline and size, in points from the lower left corner. The
shapes that fonts draw for letters (ligatures, the four forms of an Arabic letter) become the letters themselves:
they are how a PDF draws, not how the author wrote.
"""

import ctypes
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

#: Latin ligatures and Arabic presentation forms, but not the signs for whole phrases such as U+FDFA.
_SHAPES = re.compile("[\ufb00-\ufb06\ufb50-\ufdcf\ufe70-\ufefc]")
_LINE_END = "\r\n"
#: What PDFium gives for a hyphen at the end of a line, and for a glyph whose letter the file does not say.
_HYPHEN, _NAMELESS = "\u0002", "\0"
#: Points by which boxes may differ and be the same.
_SAME = 0.02
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
    upright: bool
    #: What stands before it in the order of the file: nothing, a space, or the end of a line.
    gap: str
    index: int


def glyphs_of(page: Any) -> list[Glyph]:
    """Return the glyphs of *page*, in the order of the file."""
    text_page = page.get_textpage()
    try:
        return _joined([*_characters(text_page.raw)])
    finally:
        text_page.close()


def _characters(text_page: Any) -> Iterator[Glyph]:
    """Yield the characters of a page one by one; spaces are told by the one after them."""
    box, matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
    x, y = ctypes.c_double(), ctypes.c_double()
    gap = ""
    for index in range(pdfium.FPDFText_CountChars(text_page)):
        character = _character(pdfium.FPDFText_GetUnicode(text_page, index))
        if character.isspace():
            gap = "\n" if character in _LINE_END or gap == "\n" else " "
            continue
        pdfium.FPDFText_GetLooseCharBox(text_page, index, box)
        pdfium.FPDFText_GetCharOrigin(text_page, index, x, y)
        pdfium.FPDFText_GetMatrix(text_page, index, matrix)
        scale = (matrix.c**2 + matrix.d**2) ** 0.5
        upright = abs(matrix.b) <= abs(matrix.a)
        size = pdfium.FPDFText_GetFontSize(text_page, index) * scale
        yield Glyph(character, box.left, box.right, y.value, size, upright, gap, index)
        gap = ""


def _character(code: int) -> str:
    if code > _HIGHEST or code in _SURROGATES:
        return "\ufffd"
    character = chr(code)
    if character == _HYPHEN:
        return "-"
    if character == _NAMELESS:
        return "\ufffd"
    return unicodedata.normalize("NFKC", character) if _SHAPES.match(character) else character


def _joined(characters: list[Glyph]) -> list[Glyph]:
    """Return *characters* with those that share a shape as one glyph, which PDFium lists with abutting boxes."""
    glyphs: list[Glyph] = []
    for glyph in characters:
        before = glyphs[-1] if glyphs else None
        if before and not glyph.gap and _is_same_shape(before, glyph):
            # Letters that begin at one place are listed as they are read; of a box that was cut up, the first has the
            # leftmost part in every script. Marks come last.
            by_place = 0.0 if _is_same(before.left, glyph.left) else before.left - glyph.left
            first, second = (glyph, before) if by_place > 0 or is_mark(before.text) else (before, glyph)
            before.text = first.text + second.text
            before.left, before.right = min(first.left, second.left), max(first.right, second.right)
        else:
            glyphs.append(glyph)
    return glyphs


def _is_same_shape(one: Glyph, other: Glyph) -> bool:
    if not is_right_to_left(one.text + other.text) or one.base != other.base:
        return False
    if _is_same(one.left, other.left):
        return True
    abut = _is_same(one.left, other.right) or _is_same(one.right, other.left)
    return abut and _is_same(one.right - one.left, other.right - other.left)


def _is_same(one: float, other: float) -> bool:
    return abs(one - other) < _SAME


def is_mark(text: str) -> bool:
    """Whether *text* is a sign that stands on the letter before it."""
    return unicodedata.combining(text[0]) > 0


def is_right_to_left(text: str) -> bool:
    """Whether *text* has letters that are written from right to left."""
    return not text.isascii() and any(
        unicodedata.bidirectional(character) in ("R", "AL") for character in text
    )
