"""Repetition: blocks that say again a whole sentence of another block, as pull quotes do.

In: the shapes of a source. Out: for a block, whether its words stand, in their order and unbroken, as a sentence of
a longer one. A heading that a sentence begins with, or takes up in passing, is not such a repetition.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

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
#: Blocks of the longest source that is searched: an article has up to 300, a whole saved page 1,000. Each block is
#: looked for in all, so that the time grows with the square.
MOST_BLOCKS = 2000

_IS_UNSPACED = re.compile(rf"[{UNSPACED}]")
#: What stands before the first word of a sentence, and behind the last of one or of a clause.
_BREAK_BEFORE = re.compile(r"[.!?…。！？؟۔।:：\"“”«»‘„—–]")
_BREAK_BEHIND = re.compile(r"[.!?…。！？؟۔।:：;؛,،，\"“”«»’—–]")


class Repetitions:
    """The words of all blocks as one string, to look for any block in the others."""

    def __init__(self, shapes: Sequence[Shape]) -> None:
        few = shapes if len(shapes) <= MOST_BLOCKS else ()
        # Only a longer block can hold another: those with most words stand first, and are all that is searched.
        self._shapes = sorted({shape.key: shape for shape in few}.values(), key=_fewer)
        self._fewer = list(map(_fewer, self._shapes))
        self._text = "\n".join(shape.key for shape in self._shapes)
        self._starts = [0, *accumulate(len(shape.key) + 1 for shape in self._shapes)]

    def is_repeated(self, shape: Shape) -> bool:
        """Tell whether the words of *shape* are a sentence, or the greater part of one, inside another block."""
        if not FEWEST_WORDS <= shape.words <= MOST_WORDS:
            return False
        if shape.words < FEWEST_CHARACTERS and _IS_UNSPACED.search(shape.text):
            return False
        end = self._starts[bisect_left(self._fewer, _fewer(shape))]
        place = self._text.find(shape.key, 0, end)
        while place >= 0:
            index = self._text.count("\n", 0, place)
            if _is_part(shape, self._shapes[index]) and self._is_sentence_of(
                self._shapes[index], place, shape
            ):
                return True
            place = self._text.find(shape.key, place + 1, end)
        return False

    def _is_sentence_of(self, holder: Shape, place: int, shape: Shape) -> bool:
        """Tell whether the words of *shape*, found at *place* inside *holder*, begin and end there as a sentence."""
        first = self._text.count(" ", self._text.rfind("\n", 0, place) + 1, place)
        # Folding keeps the number of words but for ligatures that stand for several; those are never quoted.
        spans = [found.span() for found in WORD.finditer(holder.text)]
        last = first + shape.words - 1
        if len(spans) != holder.words:
            return False
        before = holder.text[spans[first - 1][1] : spans[first][0]] if first else "."
        behind = holder.text[spans[last][1] : spans[last + 1][0]] if last + 1 < len(spans) else "."
        return bool(_BREAK_BEFORE.search(before) and _BREAK_BEHIND.search(behind))


def _is_part(shape: Shape, holder: Shape) -> bool:
    """Whether *shape* stands near *holder* and is a part of it only."""
    return abs(shape.index - holder.index) <= NEAR and shape.words * PART <= holder.words


def _fewer(shape: Shape) -> int:
    """Return what is the less, the more words a block has."""
    return -shape.words
