"""Marks: a text with one byte for each character, which tells where in its word a letter stands.

What is looked for by its marks is found as a whole word, with no look at what is before and behind. A byte has not room
for every letter, so letters share marks: what is found by its marks is to be compared. No letter of a script whose words
may follow proclitics shares one with letters of others.
"""

import re
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from diwan.text.characters import Kinds, codes_of, text_of

#: The letters of what may stand before a name in the same word (proclitics): in Arabic, in Hebrew.
_PROCLITICS = ("اوفبكل", "ושבכלמה")
#: A letter of the scripts in which there are proclitics, Hebrew and Arabic.
_WITH_PROCLITICS = re.compile(r"[\u0590-\u06ff](?<=\w)")
#: Marks of characters that part words, and of letters (digits and `_` among them) in each of four places of a word: of
#: most scripts, of those with proclitics, and of proclitics. There are as many as fit into a byte; letters of one
#: alphabet, which stand beside each other, mostly get different ones.
_SIGNS, _MOST, _WITH, _JOINED = 40, 26, 20, max(map(len, _PROCLITICS))
_LETTERS = _MOST + _WITH + _JOINED
#: The lowest mark of a letter; within a word the lowest of one of a script with proclitics, and of one of a proclitic.
LETTER = 1 + _SIGNS
_LETTER_WITH = LETTER + _MOST
_PROCLITIC = _LETTER_WITH + _WITH
#: What is added to the mark of a letter with which a name may begin, and of the last of a word.
_FIRST, _LAST = _LETTERS, 2 * _LETTERS


class Marked(NamedTuple):
    """The marks of a text, and whether it has letters of a script with proclitics."""

    #: Behind those of the characters stands one of a sign; with index -1 it is before them, too.
    marks: bytes
    joins: bool


def marked(text: str) -> Marked:
    """Return the marks of the characters of *text*.

    A name may begin with the first letter of a word, and with any before which there are only letters of proclitics.
    """
    marks = _MARKS.of(codes_of(f" {text} "))
    joins = int(marks.max()) >= _LETTER_WITH
    in_word = (marks >= LETTER).view(np.uint8)
    before, behind = in_word[:-1], in_word[1:]
    first, last = behind > before, before > behind
    if joins:
        first = _after_proclitics(marks[1:], first) & behind.view(np.bool_)
    marks[1:] += first.view(np.uint8) * _FIRST
    marks[:-1] += last.view(np.uint8) * _LAST
    return Marked(marks[1:].tobytes(), joins)


def may_join(text: str) -> bool:
    """Whether *text* has a letter of a script whose words may be joined to proclitics: what marks say of a text, sooner."""
    return _WITH_PROCLITICS.search(text) is not None


def parted(text: str) -> str:
    """Return *text* with a space in the place of each character that parts words."""
    codes = codes_of(text)
    return text_of(np.where(_MARKS.of(codes) >= LETTER, codes, np.uint32(ord(" "))))


def _after_proclitics(marks: NDArray[np.uint8], first: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return where nothing but letters of proclitics stands between a *first* letter and this place, and at the first."""
    joined, begin = _as_number(marks >= _PROCLITIC), _as_number(first)
    # Where a word begins with such letters, to add one to the first of them is to carry it to behind the last.
    reached = (joined + (joined & begin)) ^ joined | begin
    bits = np.frombuffer(reached.to_bytes(len(marks) // 8 + 1, "little"), np.uint8)
    return np.unpackbits(bits, count=len(marks), bitorder="little").view(np.bool_)


def _as_number(bits: NDArray[np.bool_]) -> int:
    return int.from_bytes(np.packbits(bits, bitorder="little").tobytes(), "little")


def _mark(character: str) -> int:
    code = ord(character)
    if not (character.isalnum() or character == "_"):
        return 1 + code % _SIGNS
    if not may_join(character):
        return LETTER + code % _MOST
    for letters in _PROCLITICS:
        if character in letters:
            return _PROCLITIC + letters.index(character)
    return _LETTER_WITH + code % _WITH


#: The mark of each character within a word.
_MARKS = Kinds(_mark)
