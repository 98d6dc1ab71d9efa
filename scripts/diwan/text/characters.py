"""Characters: what each of them is taken for, learned when it is first met and looked up for a whole text at once.

In: a function from a character to a text. Out: a translation table. Looking up one after the other takes some 40 ns a
character as soon as one of them is no ASCII, numpy a tenth of that.
"""

import sys
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Codes = NDArray[np.uint32]
#: Characters; to look up this many at once takes as long as one after the other.
_AT_ONCE = 120
#: What becomes nothing, and what becomes several characters.
GONE, SEVERAL = sys.maxunicode + 1, sys.maxunicode + 2


class Characters(dict[int, str]):
    """A translation table that learns each character when it first meets it."""

    def __init__(self, learn: Callable[[str], str]) -> None:
        """Take what says of a character what it becomes."""
        super().__init__()
        self._learn = learn
        #: For each code point what it becomes, if that is one character; 0 before it is first met, else a mark from above.
        self._one = np.zeros(sys.maxunicode + 1, np.uint32)

    def __missing__(self, code: int) -> str:
        self[code] = became = self._learn(chr(code))
        return became

    def translated(self, text: str) -> str:
        """Return *text* with every character as what it becomes."""
        if len(text) < _AT_ONCE or text.isascii():
            return text.translate(self)
        letters = self.looked_up(text)
        most = int(letters.max())
        if most == SEVERAL:
            return text.translate(self)
        return text_of(letters[letters != GONE] if most == GONE else letters)

    def looked_up(self, text: str) -> Codes:
        """Return what each character of *text* becomes, all of them looked up at once."""
        codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
        became: Codes = self._one.take(codes)
        if np.count_nonzero(became) < len(became):
            for code in set(codes[became == 0].tolist()):
                one = self[code]
                self._one[code] = ord(one) if len(one) == 1 else SEVERAL if one else GONE
            became = self._one.take(codes)
        return became


def text_of(codes: Codes) -> str:
    """Return the text of *codes*."""
    return codes.tobytes().decode("utf-32-le", "surrogatepass")
