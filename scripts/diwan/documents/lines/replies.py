"""Replies: readers' comments as most programs for blogs set them, with a number and a name, and below them day and time.

In: all shapes. Out: where they begin. They are sentences as those of the text, and nothing but their heads tells them apart.
"""

import re
from collections.abc import Sequence

from diwan.documents.shapes import Shape

#: Words of the longest head, *3. Somebody who reads says:*, of the longest line that says when, and of the label above all:
#: *4 thoughts on* and the title.
_HEAD, _WHEN, _LABEL = 10, 10, 30
#: Heads of the fewest replies: a single one may be the first step of something.
_FEWEST = 2
#: Sentences that must stand above: a page of replies alone is no article, and keeps what it says.
_TEXT = 3
_CLOCK = re.compile(r"(?<!\d)\d{1,2}\s?[:.h]\s?\d\d(?!\d)")
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")


def replies_begin(shapes: Sequence[Shape]) -> int:
    """Return the index of the first head of replies below a text, or of the label above it; past the end where there is none."""
    heads = [shape.index for shape in shapes if shape.number is not None and _is_head(shape, shapes)]
    if len(heads) < _FEWEST or sum(shape.is_sentence for shape in shapes[: heads[0]]) < _TEXT:
        return len(shapes)
    over = shapes[heads[0] - 1]
    return over.index if over.length <= _LABEL and not over.is_sentence and _has_number(over) else heads[0]


def _is_head(shape: Shape, shapes: Sequence[Shape]) -> bool:
    """Whether a numbered line is a name, and the line below it says on which day it was, and at what time."""
    if shape.length > _HEAD or shape.is_sentence or shape.index + 1 >= len(shapes):
        return False
    when = shapes[shape.index + 1]
    return when.length <= _WHEN and bool(_CLOCK.search(when.text) and _YEAR.search(when.text))


def _has_number(shape: Shape) -> bool:
    return any(word.isdigit() for word in shape.parts)
