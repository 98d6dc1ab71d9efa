"""Telling words: which words of a line could tell what its text is about, and how many of them other lines have.

In: all shapes. Out: for each line its telling words, and the share of them that stands in others of given lines too.
"""

from collections.abc import Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from diwan.documents.shapes import Shape, telling_words


class Telling:
    """The telling words of the lines of a text."""

    def __init__(self, shapes: Sequence[Shape]) -> None:
        #: Those of each line.
        self.words = tuple(map(telling_words, shapes))

    @cached_property
    def _numbers(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """All of them as numbers, line by line, and for each the line it stands in."""
        numbers: dict[str, int] = {}
        words = [numbers.setdefault(word, len(numbers)) for own in self.words for word in own]
        sizes = np.fromiter(map(len, self.words), np.int64, len(self.words))
        return np.array(words, dtype=np.int64), np.repeat(np.arange(len(sizes)), sizes)

    def shared(self, lines: NDArray[np.bool_]) -> NDArray[np.float64]:
        """Return the share of the telling words of each line that stand in others of *lines* too."""
        words, places = self._numbers
        among = lines[places]
        elsewhere = np.bincount(words[among], minlength=len(words))[words] > among
        sizes = np.bincount(places, minlength=len(lines))
        return np.bincount(places, weights=elsewhere, minlength=len(lines)) / np.maximum(sizes, 1)
