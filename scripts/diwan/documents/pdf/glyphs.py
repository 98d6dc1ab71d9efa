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
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import Any

import pypdfium2.raw as pdfium

from diwan.documents.pdf.climbing import settle
from diwan.documents.pdf.mirrored import turn_back
from diwan.documents.pdf.unlisted import Piece, pieces_of, said_together, spaces_of

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
_ALEFS = "اأإآ"
#: Vowel signs. A shape begins with none, nor with an alef before a lam.
_SIGNS = "".join(map(chr, (*range(0x64B, 0x660), 0x670)))
_TURNED = re.compile(f"[{_SIGNS}]|[{_ALEFS}][{_SIGNS}]*ل")
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
    #: Whether room beside it tells nothing of spaces, if any are drawn.
    loose: bool = False


def glyphs_of(page: Any) -> list[Glyph]:
    """Return the glyphs of *page*, in the order of the file."""
    text_page = page.get_textpage()
    try:
        characters = [*_characters(text_page.raw)]
        from_the_right = any(is_right_to_left(character.text) for character in characters)
        if from_the_right:
            turn_back(characters)
        glyphs = _on_lines(_joined(characters))
        # Elsewhere nothing has been seen to be missing, and asking takes a third longer.
        if from_the_right:
            pieces = [*pieces_of(page.raw, text_page.raw)]
            glyphs = _widened(glyphs, said_together(pieces))
            spaces = [*spaces_of(text_page.raw, pieces)]
            blanks = (piece for piece in pieces if piece.is_blank)
            letters = [glyph for glyph in glyphs if is_right_to_left(glyph.text)]
            settle(letters, [*spaces, *((blank.base, blank.pen) for blank in blanks)])
            _tell_of(spaces, glyphs)
        return glyphs
    finally:
        text_page.close()


def _characters(text_page: Any) -> Iterator[Glyph]:
    """Yield the characters of a page one by one, but for spaces."""
    box, matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
    x, y = ctypes.c_double(), ctypes.c_double()
    gap = ""
    for index in range(pdfium.FPDFText_CountChars(text_page)):
        character = _character(pdfium.FPDFText_GetUnicode(text_page, index))
        pdfium.FPDFText_GetCharOrigin(text_page, index, x, y)
        if character.isspace():
            gap = "\n" if character in _LINE_END or gap == "\n" else " "
            continue
        pdfium.FPDFText_GetLooseCharBox(text_page, index, box)
        pdfium.FPDFText_GetMatrix(text_page, index, matrix)
        scale = (matrix.c**2 + matrix.d**2) ** 0.5
        upright = abs(matrix.b) <= abs(matrix.a)
        size = pdfium.FPDFText_GetFontSize(text_page, index) * scale
        yield Glyph(character, box.left, box.right, y.value, size, upright, gap, index, x.value)
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
    """Return *characters* with those that share a shape as one glyph: they have one pen, and boxes that abut or agree."""
    shapes: list[list[Glyph]] = []
    for character in characters:
        # A sign may be listed some letters late, and so may the alef of a lam that has one.
        late = is_mark(character.text) or character.text in _ALEFS
        near = shapes[: -1 - (_LATEST if late else 1) : -1]
        shape = next((one for one in near if _is_same_shape(one[0], character)), None)
        if shape and not character.gap:
            shape.append(character)
        else:
            shapes.append([character])
    return [_one(shape) if len(shape) > 1 else shape[0] for shape in shapes]


def _one(shape: list[Glyph]) -> Glyph:
    """Return the characters of a shape as one glyph."""
    left, right = min(one.left for one in shape), max(one.right for one in shape)
    return replace(shape[0], text=_as_read(shape), left=left, right=right)


def _is_same_shape(one: Glyph, other: Glyph) -> bool:
    return is_right_to_left(one.text + other.text) and one.base == other.base and _is_same(one.pen, other.pen)


def _as_read(shape: list[Glyph]) -> str:
    """Return the characters of a shape as they are read: signs behind their letter, and lam before alef.

    Its box was cut up from the right, or from the left where the line is taken for one that is read from there; of
    those that begin at one place the list tells the order, forwards or backwards.
    """
    from_the_right = sorted(shape, key=lambda one: -one.right)
    from_the_left = sorted(shape, key=lambda one: one.right)
    orders = ["".join(one.text for one in order) for order in (from_the_right, from_the_left, shape[::-1])]
    text = next((order for order in orders if not _TURNED.match(order)), orders[0])
    signs = len(text) - len(text.lstrip(_SIGNS))
    return text[signs:] + text[:signs]


def _widened(glyphs: list[Glyph], together: Iterable[list[Piece]]) -> list[Glyph]:
    """Return *glyphs*, those that several pieces draw in the place of all, and said once."""
    by_index = {glyph.index: glyph for glyph in glyphs}
    for pieces in together:
        listed = [by_index.pop(piece.index) for piece in pieces if piece.index in by_index]
        if not listed:
            continue
        glyph = max(listed, key=lambda one: len(one.text))
        glyph.left = min(glyph.left, *(piece.left for piece in pieces))
        glyph.right = max(glyph.right, *(piece.right for piece in pieces))
        glyph.pen = min(piece.pen for piece in pieces)
        by_index[glyph.index] = glyph
    return sorted(by_index.values(), key=attrgetter("index"))


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
