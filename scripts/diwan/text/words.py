"""Words: what is counted, compared and never lost.

A word is a run of letters, digits and marks; scripts written without spaces count a word a character.
"""

import re
import sys
from collections.abc import Iterator

import numpy as np

#: Thai, Lao, Burmese, Khmer, kana and Chinese characters: one word each.
UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"[{UNSPACED}]|[^\W_{UNSPACED}]+")
_ALONE = re.compile(f"[{UNSPACED}]")
#: Characters; to look up this many at once takes as long as to look for words among them.
_AT_ONCE = 250
#: What each code point is: none of a word, part of one, or one by itself; 0 before it is first met.
_NONE, _PART, _WHOLE = 1, 2, 3
_KIND = np.zeros(sys.maxunicode + 1, np.uint8)


def words_of(text: str) -> list[str]:
    """Return the words of *text* in order, as they are written."""
    return _WORD.findall(text)


def spans_of_words(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each word of *text* begins and ends."""
    return (found.span() for found in _WORD.finditer(text))


def count_words(text: str) -> int:
    """Return how many words *text* has."""
    if len(text) < _AT_ONCE:
        return len(_WORD.findall(text))
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    kinds = _KIND[codes]
    if not kinds.all():
        for code in set(codes[kinds == 0].tolist()):
            _KIND[code] = _kind_of(chr(code))
        kinds = _KIND[codes]
    parts = kinds == _PART
    begins = np.count_nonzero(parts[1:] & ~parts[:-1]) + int(parts[0])
    return int(begins + np.count_nonzero(kinds == _WHOLE))


def _kind_of(character: str) -> int:
    if _ALONE.match(character):
        return _WHOLE
    return _PART if _WORD.match(character) else _NONE
