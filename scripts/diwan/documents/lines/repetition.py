"""Repetition: blocks that say again a whole sentence of another block, as pull quotes do.

In: the shapes of a source. Out: for a block, whether its words stand, in their order and unbroken, as a sentence of
a longer one. A heading that a sentence begins with, or takes up in passing, is not such a repetition.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from diwan.documents.shapes import WORD, Shape
from diwan.text.words import UNSPACED

#: Words of the shortest repetition that is no accident. Six words of ordinary prose seldom recur in one article;
#: characters of scripts without spaces are worth about half a word.
FEWEST_WORDS = 6
FEWEST_CHARACTERS = 12
#: Words of the longest pull quote met.
MOST_WORDS = 80
#: Blocks between a pull quote and its paragraph, and how many times as many words that has at least. Pull quotes stand 2 to
#: 21 blocks away on saved pages and in the core articles, from paragraphs of 1.7 to 7.6 times their words; what says a line
#: of 40 to 280 blocks away again, or nearly all of a short one, is text: an item of a list, a headline, a sentence quoted.
NEAR, PART = 25, 1.6
#: Blocks of the longest source that is searched: an article has up to 300, a whole saved page 1,000, and what is longer is
#: none whose quotes are pulled out.
MOST_BLOCKS = 2000

_IS_UNSPACED = re.compile(rf"[{UNSPACED}]")
#: What stands before the first word of a sentence, and behind the last of one or of a clause.
_BREAK_BEFORE = re.compile(r"[.!?…。！？؟۔।:：\"“”«»‘„—–]")
_BREAK_BEHIND = re.compile(r"[.!?…。！？؟۔।:：;؛,،，\"“”«»’—–]")


class Repetitions:
    """The blocks in their order, to look for any block in those near it."""

    def __init__(self, shapes: Sequence[Shape]) -> None:
        few = shapes if len(shapes) <= MOST_BLOCKS else ()
        # Of blocks with the same words the last one counts.
        self._shapes = sorted({shape.key: shape for shape in few}.values(), key=_place)
        self._places = list(map(_place, self._shapes))

    def is_repeated(self, shape: Shape) -> bool:
        """Tell whether the words of *shape* are a sentence, or the greater part of one, inside another block near it."""
        if not FEWEST_WORDS <= shape.words <= MOST_WORDS:
            return False
        if shape.words < FEWEST_CHARACTERS and _IS_UNSPACED.search(shape.text):
            return False
        first = bisect_left(self._places, shape.index - NEAR)
        last = bisect_right(self._places, shape.index + NEAR, first)
        least = shape.words * PART
        return any(
            holder.words >= least and shape.key in holder.key and _is_sentence_of(holder, shape)
            for holder in self._shapes[first:last]
        )


def _is_sentence_of(holder: Shape, shape: Shape) -> bool:
    """Tell whether the words of *shape*, which stand inside *holder*, begin and end there as a sentence."""
    # Folding keeps the number of words but for ligatures that stand for several; those are never quoted.
    spans = [found.span() for found in WORD.finditer(holder.text)]
    if len(spans) != holder.words:
        return False
    first = looked = 0
    place = holder.key.find(shape.key)
    while place >= 0:
        first += holder.key.count(" ", looked, place)
        last = first + shape.words - 1
        before = holder.text[spans[first - 1][1] : spans[first][0]] if first else "."
        behind = holder.text[spans[last][1] : spans[last + 1][0]] if last + 1 < len(spans) else "."
        if _BREAK_BEFORE.search(before) and _BREAK_BEHIND.search(behind):
            return True
        looked, place = place, holder.key.find(shape.key, place + 1)
    return False


def _place(shape: Shape) -> int:
    return shape.index
