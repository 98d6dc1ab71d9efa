"""Characters: what each of them is taken for, learned when it is first met and looked up for a whole text at once.

In: a function from a character to a text, or to a number. Out: a translation table, or a table of kinds. Looking up one after the other takes some 40 ns a
character as soon as one of them is no ASCII, numpy a tenth of that.
"""

import re
import sys
from collections.abc import Callable, Sequence
from itertools import accumulate, pairwise

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
        return self.translated_with_places(text)[0]

    def translated_with_places(self, text: str) -> tuple[str, Sequence[int]]:
        """Return *text* with every character as what it becomes, and from which place each came; at last, where it ends."""
        letters, size = self.looked_up(text), len(text)
        if not size or int(letters.max()) < GONE:
            return text_of(letters), range(size + 1)
        several = letters == SEVERAL
        if not several.any():
            kept = letters != GONE
            return text_of(letters[kept]), np.append(np.flatnonzero(kept), size).data
        became = [self[ord(text[place])] for place in np.flatnonzero(several).tolist()]
        times = (letters != GONE).astype(np.intp)
        times[several] = [len(one) for one in became]
        places = np.append(np.repeat(np.arange(size), times), size)
        letters = np.repeat(letters, times)
        letters[letters == SEVERAL] = codes_of("".join(became))
        # A view: as a list it would take longer to make than all the rest.
        return text_of(letters), places.data

    def each_translated(self, texts: Sequence[str]) -> list[str]:
        """Return each of *texts* with every character as what it becomes, the characters of all looked up at once."""
        whole = "".join(texts)
        if whole.isascii():
            return [text.translate(self) for text in texts]
        became, places = self.translated_with_places(whole)
        ends: Sequence[int] = [*accumulate(map(len, texts))]
        if not isinstance(places, range):
            # What a character became stands where the places reach the character.
            ends = np.searchsorted(np.asarray(places), ends).tolist()
        return [became[start:end] for start, end in pairwise([0, *ends])]

    def looked_up(self, text: str) -> Codes:
        """Return what each character of *text* becomes, all of them looked up at once."""
        codes = codes_of(text)
        became: Codes = self._one.take(codes)
        if np.count_nonzero(became) < len(became):
            for code in set(codes[became == 0].tolist()):
                one = self[code]
                self._one[code] = ord(one) if len(one) == 1 else SEVERAL if one else GONE
            became = self._one.take(codes)
        return became


class Kinds:
    """Of what kind each character is: a number up to 255, learned when the character is first met."""

    def __init__(self, learn: Callable[[str], int]) -> None:
        """Take what says of a character of what kind it is, 1 or more."""
        self._learn = learn
        #: For each code point its kind; 0 before it is first met.
        self._kinds = np.zeros(sys.maxunicode + 1, np.uint8)

    def of(self, codes: Codes) -> NDArray[np.uint8]:
        """Return the kinds of characters, given as *codes* (`codes_of`), all of them looked up at once."""
        kinds: NDArray[np.uint8] = self._kinds.take(codes)
        if not kinds.all():
            for code in set(codes[kinds == 0].tolist()):
                self._kinds[code] = self._learn(chr(code))
            kinds = self._kinds.take(codes)
        return kinds


class Sought:
    """Characters that are looked for in a whole text at once: beyond ASCII that takes a fifth of what a pattern does."""

    def __init__(self, letters: str) -> None:
        """Take the characters as patterns write a class of them."""
        self._pattern = re.compile(letters)
        self._told = Kinds(lambda character: 2 if self._pattern.match(character) else 1)

    def are_in(self, text: str) -> bool:
        """Tell whether *text* has any of them."""
        # Where they abound one stands near the beginning.
        if self._pattern.search(text, 0, _AT_ONCE):
            return True
        return len(text) > _AT_ONCE and int(self._told.of(codes_of(text)).max()) > 1


def codes_of(text: str) -> Codes:
    """Return the code points of *text*."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)


def text_of(codes: Codes) -> str:
    """Return the text of *codes*."""
    return codes.tobytes().decode("utf-32-le", "surrogatepass")
