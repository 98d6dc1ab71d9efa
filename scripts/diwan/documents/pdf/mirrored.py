"""Mirrored: brackets that PDFium has turned round, turned back.

In: characters in the order in which PDFium lists them. In what it takes for written from right to left it gives the
mirror image of each bracket (`CPDF_TextPage`, after UAX #9, rule L4), though programs that print give the sign that was
written, whatever it looks like. A bracket goes with what is listed before it on the line, at its start with the line.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

#: Brackets and quotation marks, and their mirror images (Unicode, BidiMirroring.txt).
_IMAGES = dict(zip("()[]{}<>«»‹›", ")(][}{><»«›‹", strict=True))


class Listed(Protocol):
    """A character as PDFium lists it."""

    text: str
    #: What stands before it: nothing, a space, or the end of a line.
    gap: str
    #: Where the pen stood that drew it.
    pen: float


def turn_back(characters: Iterable[Listed]) -> None:
    """Give each bracket among *characters* the sign that was written."""
    for line in _lines(characters):
        from_the_right = line[0].pen > line[-1].pen
        for character in line:
            way = unicodedata.bidirectional(character.text[0])
            if way in ("L", "R", "AL"):
                from_the_right = way != "L"
            elif from_the_right:
                character.text = _IMAGES.get(character.text, character.text)


def _lines(characters: Iterable[Listed]) -> Iterator[Sequence[Listed]]:
    line: list[Listed] = []
    for character in characters:
        if character.gap == "\n" and line:
            yield line
            line = []
        line.append(character)
    yield line
