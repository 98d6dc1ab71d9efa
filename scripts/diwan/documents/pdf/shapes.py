"""Shapes: characters of a script written from right to left that are drawn as one shape become one glyph.

In: the characters of a page, in the order of PDFium's list. Out: its glyphs. A box that several characters share is cut
up among them, or given to each; which of them is read first hangs on how PDFium takes the line.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import replace
from operator import attrgetter

from diwan.documents.pdf.glyphs import Glyph, is_mark, is_right_to_left

#: Points by which the pens of characters of one shape differ at most.
_SAME = 0.02
#: Share of the size of letters by which a vowel sign is raised or lowered at most; lines are a whole one apart.
_RAISED = 0.6
#: How many letters behind its own a sign is listed at most: those of a long word.
_LATEST = 12
#: Sizes of letters of the widest shape: a long last letter, set wide.
_WIDEST = 4.0
_ALEFS = "اأإآ"
#: Vowel signs. A shape begins with none, nor with an alef before a lam, nor with a letter that only ends words.
_SIGNS = "".join(map(chr, (*range(0x64B, 0x660), 0x670)))
_TURNED = re.compile(rf"[{_SIGNS}]|[{_ALEFS}][{_SIGNS}]*ل|[ىة][{_SIGNS}]*\w")


def shapes_of(characters: list[Glyph]) -> list[Glyph]:
    """Return *characters* with those that share a shape as one glyph, on the lines of their letters."""
    return _on_lines(signed(_joined(characters), is_right_to_left))


def signed(glyphs: list[Glyph], is_letter: Callable[[str], bool]) -> list[Glyph]:
    """Return *glyphs*, each sign that is drawn by itself with the letter over or under which it stands.

    Browsers say a letter and its sign together; office programs draw the sign anywhere over the letter, after a whole line.
    """
    letters = sorted((glyph for glyph in glyphs if is_letter(glyph.text)), key=attrgetter("left"))
    lefts = [letter.left for letter in letters]
    kept: list[Glyph] = []
    for glyph in glyphs:
        near = letters[
            bisect_left(lefts, glyph.left - _WIDEST * glyph.size) : bisect_right(lefts, glyph.right)
        ]
        letter = max(near, key=lambda one: _over(one, glyph), default=None) if _is_sign(glyph.text) else None
        if letter and kept and abs(kept[-1].pen - glyph.pen) < _SAME and is_letter(kept[-1].text):
            kept[-1].text += glyph.text  # one shape, whatever box the file gives to each
        elif letter and _over(letter, glyph) > 0:
            _sign(letter, glyph)
        else:
            kept.append(glyph)
    return kept


def _is_sign(text: str) -> bool:
    return unicodedata.category(text[0]) == "Mn"


def _over(letter: Glyph, sign: Glyph) -> float:
    """Return the points of *letter* over or under which *sign* stands, none if that is another line."""
    if abs(letter.base - sign.base) > _RAISED * sign.size:
        return 0.0
    return min(letter.right, sign.right) - max(letter.left, sign.left)


def _sign(shape: Glyph, sign: Glyph) -> None:
    """Put *sign* behind the letter of *shape* over which it stands: of lam and alef the left one is the alef."""
    letters: list[str] = []
    for character in shape.text:
        if letters and _is_sign(character):
            letters[-1] += character
        else:
            letters.append(character)
    width = (shape.right - shape.left) / len(letters)
    place = int((shape.right - (sign.left + sign.right) / 2) / width) if width > 0 else 0
    letters[min(place, len(letters) - 1)] += sign.text
    shape.text = "".join(letters)
    shape.spaces += sign.spaces


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
    return (
        is_right_to_left(one.text + other.text)
        and one.base == other.base
        and abs(one.pen - other.pen) < _SAME
    )


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


def _on_lines(glyphs: list[Glyph]) -> list[Glyph]:
    """Put what is raised or lowered for its sign on the line of the letter before it, or else of the one behind it."""
    for number, glyph in enumerate(glyphs):
        if not any(map(is_mark, glyph.text)):
            continue
        near = (*glyphs[max(number - 1, 0) : number], *glyphs[number + 1 : number + 2])
        bases = [one.base for one in near if abs(one.base - glyph.base) < _RAISED * glyph.size]
        glyph.base = bases[0] if bases else glyph.base
    return glyphs
