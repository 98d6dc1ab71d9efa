"""Words: what is counted, compared and never lost.

A word is a run of letters, digits and marks; scripts written without spaces count a word a character.
"""

import re
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from diwan.text.characters import Kinds, codes_of

#: Thai, Lao, Burmese and Khmer, of which about four letters, counted without the marks above and below, are a word.
NARROW_LETTERS, NARROW_TO_A_WORD = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff", 4
#: These, kana and Chinese characters: one word each.
UNSPACED = f"{NARROW_LETTERS}\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"[{UNSPACED}]|[^\W_{UNSPACED}]+")
_ALONE = re.compile(f"[{UNSPACED}]")
#: Each character of ASCII, or a space in the place of one that is no part of a word.
_PLAIN = "".join(character if _WORD.match(character) else " " for character in map(chr, range(128)))
#: Characters; to look up this many at once takes as long as to look for words among them.
_AT_ONCE = 250
#: Kinds of characters: none of a word, part of one, or one by itself.
_NONE, _PART, _WHOLE = 1, 2, 3
#: By what each letter of a word is multiplied (`numbered_words`); those of words that are longer take the same again.
_FACTORS = np.random.default_rng(2).integers(0, 2**64, 64, np.uint64) | np.uint64(1)


def words_of(text: str) -> list[str]:
    """Return the words of *text* in order, as they are written."""
    if text.isascii():
        # Half the time of looking for them.
        return text.translate(_PLAIN).split()
    return _WORD.findall(text)


def spans_of_words(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each word of *text* begins and ends."""
    return (found.span() for found in _WORD.finditer(text))


def count_words(text: str) -> int:
    """Return how many words *text* has."""
    if len(text) < _AT_ONCE:
        return len(_WORD.findall(text))
    return int(np.count_nonzero(_begins(_KINDS.of(codes_of(text)))))


def numbered_words(text: str) -> tuple[NDArray[np.intp], NDArray[np.uint64]]:
    """Return where each word of *text* begins, and a number by which it is known: two words hardly ever share one.

    It is the sum of the word's letters, each by the factor of its place (multilinear hashing: Lemire and Kaser 2014,
    "Strongly universal string hashing is fast").
    """
    codes = codes_of(text)
    kinds = _KINDS.of(codes)
    begins, place = _begins(kinds), np.arange(len(codes))
    within = place - np.maximum.accumulate(np.where(begins, place, 0))
    letters = codes * _FACTORS[within & (len(_FACTORS) - 1)] * (kinds != _NONE)
    starts = np.flatnonzero(begins)
    return starts, np.add.reduceat(letters, starts) if len(starts) else np.empty(0, np.uint64)


def _begins(kinds: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Return for each code point, given its kind, whether a word begins there."""
    parts = kinds == _PART
    begins: NDArray[np.bool_] = kinds == _WHOLE
    begins[1:] |= parts[1:] & ~parts[:-1]
    begins[:1] |= parts[:1]
    return begins


def _kind_of(character: str) -> int:
    if _ALONE.match(character):
        return _WHOLE
    return _PART if _WORD.match(character) else _NONE


_KINDS = Kinds(_kind_of)
