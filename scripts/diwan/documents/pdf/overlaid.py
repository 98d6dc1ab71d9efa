"""Overlaid: lines of a page that are drawn over one another.

In: the glyphs on one baseline. Out: those of each line. A notice or a menu that keeps its place on the screen is printed
over the text of every page, by browsers; a shadow of a text is the text once more. Letters of lines that are written from
right to left have no order in a file, nor have letters and their signs: such lines are left as they are.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from operator import attrgetter

from diwan.documents.pdf.glyphs import Glyph, is_right_to_left

#: Sizes of letters by which one reaches over the next where both are of one line (kerned, slanted), and how many that reach
#: farther tell that there may be two: a sign drawn apart from its letter is one.
_KERNED, _FEWEST = 0.1, 4
#: Sizes of letters by which the pen goes back, or on, where it begins another piece of a line; and by which two pieces of one
#: line may lie over each other: limits of a sum, signs.
_BACK, _ON, _OVER = 1.0, 2.0, 1.0
#: Points by which a shadow lies off its text at most; and the share of the width of a letter that the same one covers, if it is its
#: shadow: two in a word stand beside each other.
_SHADOW, _COVERED = 3.0, 0.5
#: Letters of the file within which it is drawn: those of a ligature, which stand before their shadows, are three at most.
_NEAR = 4


def lines_apart(glyphs: list[Glyph]) -> Iterator[list[Glyph]]:
    """Yield the *glyphs* of a baseline, which come from left to right, line by line; shadows are left out."""
    if not _lie_over(glyphs, 1) or _is_drawn_out_of_order("".join([glyph.text for glyph in glyphs])):
        yield glyphs
        return
    glyphs = _without_shadows(glyphs)
    if not _lie_over(glyphs, _FEWEST):
        yield glyphs
        return
    lines: list[list[list[Glyph]]] = []
    for piece in _pieces(glyphs):
        if any(_is_shadow(piece, other) for line in lines for other in line):
            continue
        home = next((line for line in lines if not any(_covers(piece, other) for other in line)), None)
        if home is None:
            lines.append([piece])
        else:
            home.append(piece)
    for line in lines:
        yield sorted((glyph for piece in line for glyph in piece), key=attrgetter("pen", "index"))


def _is_drawn_out_of_order(text: str) -> bool:
    """Tell whether *text* is of a script of which letters or signs may be drawn before or over the one they follow."""
    return is_right_to_left(text) or any(unicodedata.category(letter) in ("Mn", "Mc") for letter in text)


def _lie_over(glyphs: Sequence[Glyph], fewest: int) -> bool:
    """Tell whether the *fewest* letters lie over others as those of two lines do."""
    right, over = float("-inf"), 0
    for glyph in glyphs:
        over += glyph.left < right - _KERNED * glyph.size
        right = max(right, glyph.right)
    return over >= fewest


def _without_shadows(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Return *glyphs* without those that the same letter covers: browsers draw the shadow of each letter beside it."""
    kept: list[Glyph] = []
    for glyph in glyphs:
        near = (other for other in kept[-_NEAR:] if abs(glyph.index - other.index) <= _NEAR)
        if not any(_is_shadow_of(glyph, other) for other in near):
            kept.append(glyph)
    return kept


def _is_shadow_of(glyph: Glyph, other: Glyph) -> bool:
    """Tell whether *glyph* is the same letter as the *other*, and over it; both letters of a ligature (`ff`) stand at one place."""
    if glyph.text != other.text or (glyph.pen, glyph.base) == (other.pen, other.base):
        return False
    return min(other.right, glyph.right) - glyph.left > _COVERED * (glyph.right - glyph.left)


def _pieces(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """Yield the pieces that the file writes in one go, from left to right."""
    piece: list[Glyph] = []
    for glyph in sorted(glyphs, key=attrgetter("index")):
        if piece and not -_BACK * glyph.size <= glyph.left - piece[-1].right <= _ON * glyph.size:
            yield piece
            piece = []
        piece.append(glyph)
    yield piece


def _covers(piece: Sequence[Glyph], other: Sequence[Glyph]) -> bool:
    shared = min(piece[-1].right, other[-1].right) - max(piece[0].left, other[0].left)
    return shared > _OVER * min(piece[0].size, other[0].size)


def _is_shadow(piece: Sequence[Glyph], other: Sequence[Glyph]) -> bool:
    """Tell whether *piece* says what *other* does at nearly the same place."""
    return (
        abs(piece[0].left - other[0].left) < _SHADOW
        and len(piece) == len(other)
        and all(one.text == two.text for one, two in zip(piece, other, strict=True))
    )
