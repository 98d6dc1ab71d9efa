"""Counted: lists whose lines count themselves, as the rounds of a season or the articles of a treaty.

In: the shapes of all pieces, and which lines are kept. Out: which are kept, each such list whole.
"""

import re
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from diwan.documents.shapes import Shape

Verdicts = NDArray[np.bool_]

#: The number with which a line begins, as *3.*, *(3)*, *3a* or *3º*; years have more digits.
_NUMBER = re.compile(r"[^\w\n]{0,3}(\d{1,3})(?!\d)")
#: Lines of the shortest such list: two numbers follow on each other by chance.
_SHORTEST = 3


def counted_whole(shapes: Sequence[Shape], keep: Verdicts) -> Verdicts:
    """Return *keep* with lists that count themselves whole: kept where half of their lines are, or set aside."""
    whole = keep.copy()
    for own in counted(shapes):
        lines = slice(own.start, own.stop)
        whole[lines] = 2 * int(keep[lines].sum()) >= len(own)
    return whole


def counted(shapes: Sequence[Shape]) -> Iterator[range]:
    """Yield the indices of each stretch of lines that begin with one number after the other."""
    numbers = [int(found[1]) if (found := _NUMBER.match(shape.text)) else None for shape in shapes]
    start = 0
    for end in range(1, len(numbers) + 1):
        last, number = numbers[end - 1], numbers[end] if end < len(numbers) else None
        if last is not None and number == last + 1:
            continue
        if end - start >= _SHORTEST:
            yield range(start, end)
        start = end
