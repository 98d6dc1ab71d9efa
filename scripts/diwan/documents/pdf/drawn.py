"""Drawn: the glyphs of a page where they are drawn, and the spaces between them.

In: a page. Out: its glyphs, in the order of PDFium's list. What PDFium gives of scripts whose letters change with their
neighbours is put right by what the page draws; elsewhere nothing has been seen to be wrong, and asking takes a third
longer.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise
from operator import attrgetter
from typing import Any

from diwan.documents.pdf.climbing import settle
from diwan.documents.pdf.glyphs import Glyph, characters_of, is_right_to_left, turn_letters
from diwan.documents.pdf.joiners import with_joiners
from diwan.documents.pdf.mirrored import turn_back
from diwan.documents.pdf.shapes import shapes_of, signed
from diwan.documents.pdf.unlisted import Drawing, drawings_of, said_together, spaces_of

#: Letters of Thai and Lao that carry signs.
_THAI = re.compile("[\u0e01-\u0e2e\u0e81-\u0eae]")
#: Share of the size of letters from which room between two words is a space: within a word it stays below .1.
_ROOM = 0.16
#: A baseline and a pen.
Space = tuple[float, float]
#: Letters of India and of Southeast Asia, written from left to right: Devanagari to Myanmar, and Khmer.
_OF_INDIA = re.compile("[\u0900-\u109f\u1780-\u17ff]")


def glyphs_of(page: Any, text_page: Any) -> list[Glyph]:
    """Return the glyphs of *page*, in the order of PDFium's list; both are PDFium's own objects."""
    glyphs = [*characters_of(text_page)]
    turn_letters(glyphs)
    from_the_right = any(is_right_to_left(glyph.text) for glyph in glyphs)
    if from_the_right:
        turn_back(glyphs)
        glyphs = shapes_of(glyphs)
    if from_the_right or any(_OF_INDIA.match(glyph.text) for glyph in glyphs):
        drawings = [*drawings_of(page, text_page)]
        glyphs = signed(_in_place(glyphs, drawings, [*spaces_of(text_page, drawings)]), _is_thai)
    if from_the_right:
        with_joiners(glyphs)
    return glyphs


def _is_thai(text: str) -> bool:
    return _THAI.match(text) is not None


def _in_place(glyphs: list[Glyph], drawings: list[Drawing], spaces: list[Space]) -> list[Glyph]:
    glyphs = _widened(glyphs, said_together(drawings))
    blanks = ((drawing.base, drawing.pen) for drawing in drawings if drawing.is_blank)
    settle([glyph for glyph in glyphs if is_right_to_left(glyph.text)], [*spaces, *blanks])
    _tell_of(spaces, glyphs)
    if spaces or any(drawing.mark is not None for drawing in drawings):
        _part(glyphs)
    return glyphs


def _widened(glyphs: list[Glyph], together: Iterable[list[Drawing]]) -> list[Glyph]:
    """Return *glyphs*, those that several drawings make up in the place of all, and said once."""
    by_index = {glyph.index: glyph for glyph in glyphs}
    for drawings in together:
        listed = [[by_index[index] for index in drawing.indices if index in by_index] for drawing in drawings]
        whole = max(listed, key=lambda said: sum(len(glyph.text) for glyph in said))
        for said in listed:
            for glyph in said if said is not whole else ():
                del by_index[glyph.index]
        for glyph in whole:
            glyph.left = min(glyph.left, *(drawing.left for drawing in drawings))
            glyph.right = max(glyph.right, *(drawing.right for drawing in drawings))
            glyph.pen = min(drawing.pen for drawing in drawings)
    return [*by_index.values()]


def _tell_of(spaces: Iterable[Space], glyphs: list[Glyph]) -> None:
    """Tell the glyph to the right of each of *spaces* on its line."""
    lines: defaultdict[float, list[Glyph]] = defaultdict(list)
    for glyph in sorted(glyphs, key=attrgetter("pen")):
        lines[glyph.base].append(glyph)
    for base, pen in spaces:
        line = lines[base]
        place = bisect_right(line, pen, key=attrgetter("pen"))
        if place < len(line):
            line[place].spaces += (pen,)


def _part(glyphs: list[Glyph]) -> None:
    """Part letters of India where a space was drawn, and nowhere else: beside their signs PDFium guesses some.

    Where it guesses one that has room, the program that wrote the file left room in the place of a space.
    """
    right = 0.0
    for before, glyph in pairwise(glyphs):
        right = max(right, before.right) if before.gap != "\n" else before.right
        if glyph.gap != "\n" and (_OF_INDIA.match(before.text) or _OF_INDIA.match(glyph.text)):
            is_drawn = any(before.pen < pen for pen in glyph.spaces)
            is_roomy = glyph.gap == " " and min(glyph.left, glyph.pen) - right > _ROOM * glyph.size
            glyph.gap = " " if is_drawn or is_roomy else ""
