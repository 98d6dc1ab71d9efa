"""Recognised text: what a program read off the picture of a page (OCR), and put invisibly over it.

In: the glyphs of a page, and the rows of all such pages. Out: whether a program recognised them; and what it can only guess put right.
The page lay aslant on the glass; boxes of words reach over the next; sizes of letters are measured line by line, by the tallest letters, or
rounded to whole points; a line is a little too high where it has no letters that reach below it; and a word of Chinese ends wherever it is
believed to.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise
from operator import attrgetter
from statistics import linear_regression, median
from typing import Any

import pypdfium2.raw as pdfium

from diwan.documents.pdf.glyphs import Glyph
from diwan.documents.pdf.paragraphs import STOP
from diwan.documents.pdf.rows import Row
from diwan.documents.shapes import UNSPACED_BY_CLAUSE

#: One glyph in so many is asked whether it is seen.
_ASKED = 20
#: Rise of a line for each point of it below which a page is straight: half a point in a line as long as a page is wide.
_LEVEL = 0.001
#: Sizes by which lines of one stack are apart at most, and how many times as large the letters of one may be as those of the next:
#: tesseract measures 21 and 27 points in two lines of an Arabic title of 24, 9 to 15 in a text of 12. A title is twice as large.
_LEADING, _UNLIKE = 1.8, 1.7
#: Share of the distance of lines by which those that stand evenly are off, as they are measured.
_EVEN = 0.2
#: Share of the usual size by which a stack of text differs from it: 8.6 points are 8 and 9, and Chinese of 11 is 13. Headings are larger
#: by no more, but of more than two lines few end a sentence. Two lines tell nothing of distances either.
_MEASURED, _OF_SENTENCES, _FEW = 0.12, 0.25, 2
#: Where programs put spaces between characters, and before the signs behind them, for which they know no wide ones.
_WIDE = rf"(?:{UNSPACED_BY_CLAUSE.pattern}|[、。，；：！？「」『』（）《》〈〉])"
_BETWEEN = re.compile(rf"(?<={_WIDE}) (?={_WIDE}|[,.;:?!])")


def is_recognised(text_page: Any, glyphs: Sequence[Glyph]) -> bool:
    """Tell whether most of the *glyphs* of a page are drawn so that nobody sees them."""
    asked = glyphs[::_ASKED]
    return sum(_is_unseen(text_page, glyph.index) for glyph in asked) * 2 > len(asked)


def _is_unseen(text_page: Any, index: int) -> bool:
    drawn = pdfium.FPDFText_GetTextObject(text_page, index)
    return bool(pdfium.FPDFTextObj_GetTextRenderMode(drawn) == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE)


def straighten(glyphs: Sequence[Glyph]) -> None:
    """Turn the *glyphs* of a page that lay aslant when it was scanned, so that its lines run level and its columns upright."""
    steps = [
        (glyph.base - before.base, glyph.pen - before.pen)
        for before, glyph in pairwise(glyphs)
        if glyph.gap != "\n" and abs(glyph.pen - before.pen) > 1
    ]
    slope = median(rise / run for rise, run in steps) if steps else 0.0
    if abs(slope) < _LEVEL:
        return
    along = 1 / (1 + slope**2) ** 0.5
    across = slope * along
    for glyph in glyphs:
        base, shift = glyph.base, across * glyph.base
        glyph.base = along * base - across * glyph.pen
        glyph.left, glyph.right, glyph.pen = (
            along * place + shift for place in (glyph.left, glyph.right, glyph.pen)
        )


def part_words(glyphs: Sequence[Glyph]) -> None:
    """Press the boxes of words that reach over the next word of their line into the room before it."""
    words: list[list[Glyph]] = []
    for glyph in glyphs:
        if words and not glyph.gap:
            words[-1].append(glyph)
        else:
            words.append([glyph])
    for word, following in pairwise(words):
        left, right, end = word[0].left, word[-1].right, following[0].left
        if word[0].base == following[0].base and left < end < right:
            share = (end - left) / (right - left)
            for glyph in word:
                glyph.left, glyph.right, glyph.pen = (
                    left + (place - left) * share for place in (glyph.left, glyph.right, glyph.pen)
                )


def settle_measures(rows: Sequence[Row]) -> None:
    """Give the *rows* of a stack one size and even distances, those of the text the same size, and take spaces out between characters."""
    stacks = [stack for _, page in groupby(rows, key=attrgetter("page")) for stack in _stacks(page)]
    for stack in stacks:
        _settle(stack)
    usual = _usual_size(rows)
    for stack in stacks:
        is_sentences = len(stack) > _FEW and STOP.search(stack[-1].text)
        off = _OF_SENTENCES if is_sentences else _MEASURED
        is_text = abs(stack[0].size - usual) <= usual * off
        for row in stack:
            row.text = _BETWEEN.sub("", row.text)
            row.size = usual if is_text else row.size


def _stacks(rows: Iterable[Row]) -> list[list[Row]]:
    """Return the *rows* of a page in stacks of lines below one another."""
    stacks: list[list[Row]] = []
    for row in rows:
        above = next((stack for stack in reversed(stacks) if _is_below(stack[-1], row)), None)
        if above is None:
            stacks.append([row])
        else:
            above.append(row)
    return stacks


def _is_below(above: Row, row: Row) -> bool:
    step, sizes = above.base - row.base, sorted((above.size, row.size))
    beside = min(above.right, row.right) - max(above.left, row.left) <= 0
    return (
        above.page == row.page
        and not beside
        and 0 < step <= sum(sizes) / 2 * _LEADING
        and sizes[1] <= sizes[0] * _UNLIKE
    )


def _settle(stack: Sequence[Row]) -> None:
    size = sum(row.size * len(row.text) for row in stack) / max(sum(len(row.text) for row in stack), 1)
    for row in stack:
        row.size = size
    if len(stack) > _FEW:
        slope, top = linear_regression(range(len(stack)), [row.base for row in stack])
        even = [top + slope * number for number in range(len(stack))]
        if all(abs(row.base - base) <= -slope * _EVEN for row, base in zip(stack, even, strict=True)):
            for row, base in zip(stack, even, strict=True):
                row.base = base


def _usual_size(rows: Sequence[Row]) -> float:
    """Return the size of most letters: the average of those near the one that most have."""
    letters: Counter[float] = Counter()
    for row in rows:
        letters[row.size] += len(row.text)
    most = max(letters, key=lambda size: letters[size], default=0.0)
    near = {size: count for size, count in letters.items() if abs(size - most) <= most * _MEASURED}
    return sum(size * count for size, count in near.items()) / max(sum(near.values()), 1)
