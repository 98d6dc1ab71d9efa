"""Tables in plain text: rows of names and numbers, and what stands below the last of them.

Tables are the one thing in an article that a reader of form takes for a list of links: short lines without a stop, one
like the other. Once they are known for text, so is what looks like them right below, which is mostly the page's.
"""

import re
from collections.abc import Sequence
from itertools import takewhile

from diwan.documents.shapes import Shape

_NUMBER = re.compile(r"\d+")
_WORD = re.compile(r"[^\W\d_]+")
#: Numbers of a row, and words beside each of them at most. A headline with a date and a score has more words.
_NUMBERS, _WORDS = 3, 2
#: Rows of a table, and lines below it that are a list. In saved pages every run of four rows or more is a table or a
#: calendar; below the last stand either no more than two lines or the page's own, with no sentence among them.
_ROWS, _LINES = 4, 3


def lines_below(shapes: Sequence[Shape]) -> range:
    """Return the short lines below the last table with which a text ends; none where a sentence follows."""
    start = len(shapes) - sum(1 for _ in takewhile(_is_no_row_nor_sentence, reversed(shapes)))
    rows = sum(1 for _ in takewhile(is_row, reversed(shapes[:start])))
    found = range(start, len(shapes))
    return found if rows >= _ROWS and len(found) >= _LINES else range(0)


def is_row(shape: Shape) -> bool:
    """Tell whether a line could be the row of a table: hardly more words than numbers, and no sentence."""
    if shape.is_sentence:
        return False
    numbers = len(_NUMBER.findall(shape.text))
    return numbers >= _NUMBERS and len(_WORD.findall(shape.text)) <= _WORDS * numbers


def _is_no_row_nor_sentence(shape: Shape) -> bool:
    return not shape.is_sentence and not is_row(shape)
