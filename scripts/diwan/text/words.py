"""Words: what is counted, compared and never lost.

A word is a run of letters, digits and marks; scripts written without spaces count a word a character.
"""

import re
from collections.abc import Iterator

#: Thai, Lao, Burmese, Khmer, kana and Chinese characters: one word each.
UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"[{UNSPACED}]|[^\W_{UNSPACED}]+")


def words_of(text: str) -> list[str]:
    """Return the words of *text* in order, as they are written."""
    return _WORD.findall(text)


def spans_of_words(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each word of *text* begins and ends."""
    return (found.span() for found in _WORD.finditer(text))


def count_words(text: str) -> int:
    """Return how many words *text* has."""
    return len(_WORD.findall(text))
