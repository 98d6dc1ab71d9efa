"""Mirrored: brackets that PDFium has turned round, turned back.

In: characters in the order in which PDFium lists them. In what it takes for written from right to left it gives the
mirror image of each bracket (`CPDF_TextPage`, after UAX #9, rule L4), though programs that print give the sign that was
written, whatever it looks like. A bracket goes with the letter that is listed before it on the line, at its start with the line.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

#: Brackets and quotation marks, and their mirror images (Unicode, BidiMirroring.txt; PDFium turns raised quotes too).
_IMAGES = dict(zip("()[]{}<>«»‹›“”‘’", ")(][}{><»«›‹”“’‘", strict=True))

_STRONG = {"L": "L", "R": "R", "AL": "R"}


class Listed(Protocol):
    """A character as PDFium lists it."""

    text: str
    #: What stands before it: nothing, a space, or the end of a line.
    gap: str


def turn_back(characters: Iterable[Listed]) -> None:
    """Give each bracket among *characters* the sign that was written."""
    for line in _lines(characters):
        from_the_right = _is_from_the_right(line)
        for character in line:
            way = _STRONG.get(unicodedata.bidirectional(character.text[0]))
            if way:
                from_the_right = way == "R"
            elif from_the_right:
                character.text = _IMAGES.get(character.text, character.text)


def _is_from_the_right(line: Sequence[Listed]) -> bool:
    """Whether PDFium takes *line* for one that is read from the right: more stretches of letters are."""
    stretches: Counter[str] = Counter()
    last = ""
    for character in line:
        way = _STRONG.get(unicodedata.bidirectional(character.text[0]), "")
        if way and (way != last or character.gap):
            stretches[way] += 1
        last = way
    return stretches["R"] > stretches["L"]


def _lines(characters: Iterable[Listed]) -> Iterator[Sequence[Listed]]:
    line: list[Listed] = []
    for character in characters:
        if character.gap == "\n" and line:
            yield line
            line = []
        line.append(character)
    yield line
