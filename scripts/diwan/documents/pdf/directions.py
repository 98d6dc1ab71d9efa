"""Directions: which glyphs of a row are read from the left, and which from the right.

In: the texts of a row as it is seen, from left to right, and the side from which the row is read. Out: the side from
which each is read. This is the Unicode bidirectional algorithm (UAX #9) backwards; its rules are named where they are met.
"""

import unicodedata
from collections.abc import Sequence
from itertools import pairwise

#: Letters read from the left; from the right, Arabic and Hebrew; their marks; and digits, European and Arabic.
_LETTERS = {"L": "L", "R": "R", "AL": "R", "NSM": "M", "EN": "E", "AN": "A"}
#: Signs of numbers: between two, beside one.
_SIGNS = {"CS": "C", "ES": "S", "ET": "T"}
_DIGITS = "EA"
#: What ends a word or a part of a sentence, without a space before it; and what opens before a word.
_ENDS, _OPENS = ",.;:!?", "([{«“‘"


def sides_of(texts: Sequence[str], base: str) -> list[str]:
    """Return the side (R or L) from which each of *texts* is read in a row that is read from the side *base*."""
    is_arabic = any(unicodedata.bidirectional(sign) == "AL" for text in texts for sign in text)
    kinds = [kind_of(text) for text in texts]
    for number, (before, text) in enumerate(pairwise(texts), start=1):
        # To the right of a Latin word no other sign can stand, but where that word goes on in the line below.
        if kind_of(before) == "L" and text in _ENDS:
            kinds[number] = "L"
    kinds = _within_numbers(_numbers(texts, kinds, is_arabic=is_arabic))
    return [_side(kinds, number, base) for number in range(len(kinds))]


def kind_of(text: str) -> str:
    """Return what *text* is: R or L, a digit E or A, a mark M, a sign of numbers C, S or T, or neither N."""
    ways = [unicodedata.bidirectional(character) for character in text]
    for way in ("R", "AL", "L", "EN", "AN"):
        if way in ways:
            return _LETTERS[way]
    return _LETTERS.get(ways[0]) or (_SIGNS.get(ways[0], "N") if len(text) == 1 else "N")


def _numbers(texts: Sequence[str], kinds: Sequence[str], *, is_arabic: bool) -> list[str]:
    """Return *kinds* with European digits as what they are beside: part of a Latin text (W7), or Arabic ones (W2)."""
    resolved: list[str] = []
    letter = ""
    for text, kind in zip(texts, kinds, strict=True):
        if kind in ("R", "L"):
            letter = kind
        elif text in _OPENS and resolved and resolved[-1] == "L":
            # It opened before the Latin word on its left, in a text that is read from the right up to there (N0).
            letter = ""
        own = "L" if letter == "L" else "A" if is_arabic else "E"
        resolved.append(own if kind == "E" else kind)
    return resolved


def _within_numbers(kinds: list[str]) -> list[str]:
    """Return *kinds* with signs that are part of a number as its digits (W4, W5)."""
    joined = list(kinds)
    for number, kind in enumerate(kinds):
        before, after = kinds[max(number - 1, 0)], kinds[min(number + 1, len(kinds) - 1)]
        is_between = before == after and (before == "E" or (before == "A" and kind == "C"))
        if (kind in "CS" and is_between) or (kind == "T" and "E" in (before, after)):
            joined[number] = before if before in _DIGITS else after
    return joined


def _side(kinds: Sequence[str], number: int, base: str) -> str:
    """Return the side of a glyph: a sign or space is read as its neighbours, if these agree, else as the row (N1, N2)."""
    kind = kinds[number]
    if kind in "RM":
        return "R"
    if kind == "L" or kind in _DIGITS:
        return "L"
    before = next((one for one in reversed(kinds[:number]) if one in "RLEA"), base)
    after = next((one for one in kinds[number + 1 :] if one in "RLEA"), base)
    sides = {"L" if one == "L" else "R" for one in (before, after)}
    return sides.pop() if len(sides) == 1 else base
