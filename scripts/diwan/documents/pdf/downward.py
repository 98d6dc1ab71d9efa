"""Downward: lines of Chinese and Japanese that run from top to bottom, the first at the right, laid down.

In: the glyphs of a page. Out: those of lines that run to the right, and those of lines that run down, turned a quarter, so that
the first line is the highest and is read from the left: then columns, paragraphs and indents are as in any text. A page has
such lines where, from one letter to the next of the file, more go down than to the right. Letters of other scripts lie on
their side in such a line, or stand in the place of one.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pypdfium2.raw as pdfium

from diwan.documents.pdf.glyphs import DOWN, Glyph
from diwan.documents.pdf.turned import Frame

#: Letters that are written both ways.
_BOTH_WAYS = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
#: Shares of the size of letters: by which the pens of letters of one line differ at most; from one to the next, at least and at
#: most (titles are set wide).
_LEVEL, _NEAREST, _FARTHEST = 0.15, 0.5, 2.5
#: Steps down at least, so that a few letters below one another, as in a table, make no such page.
_FEWEST = 8
#: Shares of the size of letters: how far the top of a letter is above its baseline, and the middle of a lying one to its right.
_ABOVE, _MIDDLE = 0.88, 0.38
#: Shares of the size of letters by which the middle of a letter is off the line that it stands in at most, and from which
#: there is room for a space beside a letter as wide as high.
_OFF, _SPACE = 0.6, 0.4


def lines_by_way(glyphs: Sequence[Glyph], frame: Frame, text_page: Any) -> tuple[list[Glyph], list[Glyph]]:
    """Return the *glyphs* of lines that run to the right, and those of lines that run down, laid down."""
    runs_down = _run_down(glyphs)
    if not runs_down:
        return [*glyphs], []
    flat = [glyph for glyph, down in zip(glyphs, runs_down, strict=True) if not down]
    laid = [_laid(glyph, frame, text_page) for glyph, down in zip(glyphs, runs_down, strict=True) if down]
    for before, glyph in pairwise(laid):
        if glyph.gap == " " and (_is_wide(before.text) or _is_wide(glyph.text)):
            glyph.gap = " " if glyph.left - before.right > _SPACE * glyph.size else ""
    return flat, laid


def _run_down(glyphs: Sequence[Glyph]) -> list[bool]:
    """Return for each of *glyphs* whether its line runs down; nothing if no lines of the page do."""
    if not _BOTH_WAYS.search("".join([glyph.text for glyph in glyphs])):
        return []
    steps = [_step(one, two) for one, two in pairwise(glyphs)]
    if steps.count("down") < max(_FEWEST, steps.count("right")):
        return []
    known = [glyph.way == DOWN for glyph in glyphs]
    flat = [False for _ in glyphs]
    for number, way in enumerate(steps):
        if way == "down":
            known[number] = known[number + 1] = True
        # Of short lines that run down PDFium lists the letters in turn with those of the next, each as a line.
        elif way == "right" and (glyphs[number + 1].gap != "\n" or steps[number - 1 : number] == ["right"]):
            flat[number] = flat[number + 1] = True
    last: Glyph | None = None
    for number, glyph in enumerate(glyphs):
        if not known[number] and not flat[number] and glyph.upright:
            known[number] = _is_wide(glyph.text) or _stands_in_line(glyph, last)
        last = glyph if known[number] else last
    return known


def _step(one: Glyph, two: Glyph) -> str:
    """Return the way from one letter to the next of a line, if both are written both ways."""
    if not (one.upright and two.upright and _is_wide(one.text) and _is_wide(two.text)):
        return ""
    across, down, size = two.pen - one.pen, one.base - two.base, min(one.size, two.size)
    if abs(across) < _LEVEL * size and _NEAREST * size < down < _FARTHEST * size:
        return "down"
    return "right" if abs(down) < _LEVEL * size and _NEAREST * size < across < _FARTHEST * size else ""


def _is_wide(text: str) -> bool:
    """Whether *text* is a letter, or a sign, as wide as high."""
    return unicodedata.east_asian_width(text[0]) in "WFA"


def _stands_in_line(glyph: Glyph, last: Glyph | None) -> bool:
    """Whether *glyph* stands below, or beside, the *last* one of a line that runs down, in that line."""
    if last is None:
        return False
    off = abs((glyph.left + glyph.right) / 2 - (last.left + last.right) / 2)
    below = last.base - glyph.base
    return off < _OFF * last.size and -_LEVEL * last.size < below < _FARTHEST * last.size


def _laid(glyph: Glyph, frame: Frame, text_page: Any) -> Glyph:
    """Return *glyph* as it is read in its line from the left: on the middle of the line, which runs down."""
    if glyph.upright:
        left = frame.height - glyph.base - _ABOVE * glyph.size
        middle = glyph.pen + glyph.size / 2 if _is_wide(glyph.text) else (glyph.left + glyph.right) / 2
        return replace(glyph, left=left, right=left + glyph.size, pen=left, base=middle)
    box = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(text_page, glyph.index, box)
    _, bottom, _, top = frame.place(box.left, box.bottom, box.right, box.top)
    left = frame.height - glyph.base
    right = left + top - bottom
    return replace(glyph, left=left, right=right, pen=left, base=glyph.pen + _MIDDLE * glyph.size, way=0)
