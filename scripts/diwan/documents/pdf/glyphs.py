"""Glyphs: the characters of a page and where they stand, as PDFium finds them.

In: a page. Out: its glyphs, each with its text, box, baseline and size, in points from the lower left corner. The
shapes that fonts draw for letters (ligatures, the four forms of an Arabic letter) become the letters themselves:
they are how a PDF draws, not how the author wrote.
"""

import ctypes
import re
import unicodedata
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

import pypdfium2.raw as pdfium

from diwan.documents.pdf.spaces import unlisted_spaces

#: Latin ligatures and Arabic presentation forms, but not the signs for whole phrases such as U+FDFA.
_SHAPES = re.compile("[\ufb00-\ufb06\ufb50-\ufdcf\ufe70-\ufefc]")
_LINE_END = "\r\n"
#: What PDFium gives for a hyphen at the end of a line, and for a glyph whose letter the file does not say.
_HYPHEN, _NAMELESS = "\u0002", "\0"
#: Points by which boxes may differ and be the same.
_SAME = 0.02
#: Share of the size of letters by which a vowel sign is raised or lowered at most; lines are a whole one apart.
_RAISED = 0.6
#: How many letters behind its own a sign is listed at most: those of a long word.
_LATEST = 12
#: The forms of alef, and a shape of two letters that has one.
ALEFS, _LAM_ALEF = "اأإآ", "لا"
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
    #: Where the pen stood that drew it, from which fonts reach to both sides; and where it drew the spaces before it.
    pen: float
    spaces: tuple[float, ...] = ()


def glyphs_of(page: Any) -> list[Glyph]:
    """Return the glyphs of *page*, in the order of the file."""
    text_page = page.get_textpage()
    try:
        glyphs = _on_lines(_joined([*_characters(text_page.raw)]))
        # Elsewhere none has been seen to be missing, and asking takes a third longer.
        if any(is_right_to_left(glyph.text) for glyph in glyphs):
            _tell_of(unlisted_spaces(page.raw, text_page.raw), glyphs)
        return glyphs
    finally:
        text_page.close()


def _characters(text_page: Any) -> Iterator[Glyph]:
    """Yield the characters of a page one by one; spaces are told by the one after them."""
    box, matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
    x, y = ctypes.c_double(), ctypes.c_double()
    gap = ""
    spaces: tuple[float, ...] = ()
    for index in range(pdfium.FPDFText_CountChars(text_page)):
        character = _character(pdfium.FPDFText_GetUnicode(text_page, index))
        pdfium.FPDFText_GetCharOrigin(text_page, index, x, y)
        if character.isspace():
            gap = "\n" if character in _LINE_END or gap == "\n" else " "
            spaces = spaces if pdfium.FPDFText_IsGenerated(text_page, index) else (x.value,)
            continue
        pdfium.FPDFText_GetLooseCharBox(text_page, index, box)
        pdfium.FPDFText_GetMatrix(text_page, index, matrix)
        scale = (matrix.c**2 + matrix.d**2) ** 0.5
        upright = abs(matrix.b) <= abs(matrix.a)
        size = pdfium.FPDFText_GetFontSize(text_page, index) * scale
        yield Glyph(character, box.left, box.right, y.value, size, upright, gap, index, x.value, spaces)
        gap, spaces = "", ()


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
    """Return *characters* with those that share a shape as one glyph: they have one pen, and boxes that abut or agree."""
    glyphs: list[Glyph] = []
    for glyph in characters:
        # A sign may be listed some letters late.
        near = glyphs[: -1 - (_LATEST if is_mark(glyph.text) else 1) : -1]
        before = next((one for one in near if _is_same_shape(one, glyph)), None)
        if before and not glyph.gap:
            # Letters that begin at one place are listed as they are read; of a box that was cut up, the first has the
            # leftmost part in every script.
            by_place = 0.0 if _is_same(before.left, glyph.left) else before.left - glyph.left
            first, second = (glyph, before) if by_place > 0 else (before, glyph)
            before.text = _as_read(first.text + second.text)
            before.left, before.right = min(first.left, second.left), max(first.right, second.right)
        else:
            glyphs.append(glyph)
    return glyphs


def _is_same_shape(one: Glyph, other: Glyph) -> bool:
    return is_right_to_left(one.text + other.text) and one.base == other.base and _is_same(one.pen, other.pen)


def _as_read(text: str) -> str:
    """Return the letters of one shape as they are read: signs behind their letter, and lam before alef.

    A lam and an alef share a shape only as *la*; an alef before a lam is drawn by itself.
    """
    letters = "".join(character for character in text if not is_mark(character))
    marks = "".join(character for character in text if is_mark(character))
    if len(letters) == len(_LAM_ALEF) and letters[1] == "ل" and letters[0] in ALEFS:
        letters = letters[::-1]
    return letters + marks if len(letters) <= len(_LAM_ALEF) else text


def _tell_of(spaces: Iterable[tuple[float, float]], glyphs: list[Glyph]) -> None:
    """Tell the glyph to the right of each of *spaces*, each a baseline and a pen, on its line."""
    lines: defaultdict[float, list[Glyph]] = defaultdict(list)
    for glyph in sorted(glyphs, key=attrgetter("pen")):
        lines[glyph.base].append(glyph)
    for base, pen in spaces:
        line = lines[base]
        place = bisect_right(line, pen, key=attrgetter("pen"))
        if place < len(line):
            line[place].spaces += (pen,)


def _on_lines(glyphs: list[Glyph]) -> list[Glyph]:
    """Put what is raised or lowered for its sign on the line of the letter before it, or else of the one behind it."""
    for number, glyph in enumerate(glyphs):
        if not any(map(is_mark, glyph.text)):
            continue
        near = (*glyphs[max(number - 1, 0) : number], *glyphs[number + 1 : number + 2])
        bases = [one.base for one in near if abs(one.base - glyph.base) < _RAISED * glyph.size]
        glyph.base = bases[0] if bases else glyph.base
    return glyphs


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
