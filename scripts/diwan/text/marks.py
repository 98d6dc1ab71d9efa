"""Marks: a text with one byte for each character, which tells where in its word a letter stands.

What is looked for by its marks is found as a whole word, with no look at what is before and behind. A byte has not room
for every letter, so letters share marks: what is found by its marks is to be compared.
"""

import sys

import numpy as np
from numpy.typing import NDArray

from diwan.text.characters import Codes, codes_of, text_of

#: Marks of characters that part words, and of letters (digits and `_` among them) in each of four places of a word. There
#: are as many as fit into a byte; letters of one alphabet, which stand beside each other, get different ones.
_SIGNS, _LETTERS = 40, 53
#: The lowest mark of a letter.
LETTER = 1 + _SIGNS
#: What is added to the mark of the first letter of a word, and of the last.
FIRST, _LAST = _LETTERS, 2 * _LETTERS

#: For each code point its mark within a word; 0 before it is first met.
_marks = np.zeros(sys.maxunicode + 1, np.uint8)


def marks_of(text: str) -> bytes:
    """Return the marks of the characters of *text*, and behind them one of a sign; with index -1 it is before them, too."""
    marks = _marks_within(codes_of(f" {text} "))
    in_word = (marks >= LETTER).view(np.uint8)
    before, behind = in_word[:-1], in_word[1:]
    marks[1:] += (behind > before).view(np.uint8) * FIRST
    marks[:-1] += (before > behind).view(np.uint8) * _LAST
    return marks[1:].tobytes()


def parted(text: str) -> str:
    """Return *text* with a space in the place of each character that parts words."""
    codes = codes_of(text)
    return text_of(np.where(_marks_within(codes) >= LETTER, codes, np.uint32(ord(" "))))


def _marks_within(codes: Codes) -> NDArray[np.uint8]:
    marks = _marks.take(codes)
    if not marks.all():
        for code in set(codes[marks == 0].tolist()):
            _marks[code] = _mark(chr(code))
        marks = _marks.take(codes)
    return marks


def _mark(character: str) -> int:
    if character.isalnum() or character == "_":
        return LETTER + ord(character) % _LETTERS
    return 1 + ord(character) % _SIGNS
