"""Letters: the characters of a line, counted, as the model of lines sees them.

In: the text of a line. Out: numbers that know no language: capitals, digits, signs, stops and marks of speech; and how
much the signs of a line are those of the lines beside it, which tells the rows of one list from entries of a menu.
"""

import re
from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

NAMES = ("upper", "calls", "signs", "numerals", "opens_with_digit", "opens_small", "stops_inside", "speech", "when",
         "wide", "bars", "clause")  # fmt: skip

#: Signs within a sentence: of Latin, Arabic, Chinese and Japanese, which has two.
COMMAS = ",،、，"
#: What ends a sentence within a line, marks of speech, and what stands between the entries of a menu on one line.
_STOPS = (". ", "! ", "? ", "。", "！", "？", "؟ ", "। ", "։ ", "۔ ")
_SPEECH = '"“”„«»「」『』'
_BARS = "|•·›»>/→"
#: An hour of the day, a year, or a day as Chinese, Japanese and Korean write it.
_WHEN = re.compile(r"\b\d{1,2}[:.h]\d\d\b|\b(?:19|20)\d\d\b|\d[年月日년월일]")
#: Words that languages share when a page speaks of itself: accounts, payment, other media.
_CALLED = ("abonn", "newsletter", "subscri", "suscri", "prenum", "subskr", "inscri", "regist", "login", "log in", "cookie",
           "premium", "email", "e-mail", "facebook", "twitter", "instagram", "whatsapp", "telegram", "youtube", "google",
           "podcast", "copyright", "photo", "foto", "video", "click", "klick", "©", "app")  # fmt: skip
_CALLS = re.compile("|".join(_CALLED) + r"\b")
#: A sign by which rows of a list are alike; a number stands for all numbers, and so many are many.
_SIGN, _DIGITS, _SOME = re.compile(r"0|[^\w\s.\"'’“”«»]"), re.compile(r"\d+"), 3
#: Characters of a line whose letters and signs are counted.
_OPENING = 200
#: The sorts of characters that are counted: capitals, other letters, digits, other numbers, blanks.
_IS = (("U", str.isupper), ("L", str.isalpha), ("D", str.isdigit), ("N", str.isalnum), ("S", str.isspace))
#: Calls, marks and bars beyond which more is the same; sentences; columns of a clause.
_OFTEN, _SENTENCES, _LONG = 4, 8, 400
#: Characters of the longest line that may be a row of a list or say when.
_ROW = 120


class _Sorts(dict[int, str]):
    """A translation table: each character as the sort it is of, learned when first met; those are counted far faster."""

    def __missing__(self, code: int) -> str:
        self[code] = sort = next((sort for sort, is_so in _IS if is_so(chr(code))), "-")
        return sort


_SORTS = _Sorts()


def digits_of(text: str) -> int:
    """Return how many digits *text* has."""
    return text.translate(_SORTS).count("D")


def letters_of(text: str, width: int) -> tuple[float, ...]:
    """Return the numbers `NAMES` of a line of *width* columns."""
    start, sorts = text[:_OPENING], text.translate(_SORTS)
    upper, letters, digits, others, blanks = (sorts.count(sort, 0, _OPENING) for sort in "ULDNS")
    stops = _count(text, _STOPS)
    return (
        upper / max(upper + letters, 1), min(_calls(text.lower()), _OFTEN),
        1 - (upper + letters + digits + others + blanks) / len(start),
        sorts.count("D") / len(text), start[0].isdigit(), start[0].islower(), min(stops, _SENTENCES),
        min(_count(start, _SPEECH), _OFTEN), len(text) <= _ROW and bool(_WHEN.search(text)), width / len(text),
        min(_count(start, _BARS), _OFTEN), min(width / (1 + _count(text, COMMAS) + stops), _LONG),
    )  # fmt: skip


def _calls(text: str) -> int:
    """Return how often *text* calls; most lines never do, which is found out sooner word by word."""
    return len(_CALLS.findall(text)) if any(map(text.__contains__, _CALLED)) else 0


def _count(text: str, signs: Sequence[str]) -> int:
    return sum(map(text.count, signs))


def likeness(texts: Sequence[str]) -> NDArray[np.float64]:
    """Return for each line the share of its signs that the two lines above and below have too; 0 for a long one."""
    signs = [_signs(text) if len(text) <= _ROW else frozenset() for text in texts]
    found = np.zeros(len(signs))
    for step in (1, 2):
        alike = [
            len(one & other) / max(len(one | other), 1)
            for one, other in zip(signs, signs[step:], strict=False)
        ]
        found[: len(alike)] += alike
        found[step:] += alike
    return found / 4


def _signs(text: str) -> frozenset[tuple[str, int]]:
    """Return the signs of a row, each with how often it stands there."""
    if not (found := _SIGN.findall(_DIGITS.sub("0", text))):
        return frozenset()
    counts = Counter(found)
    return frozenset((sign, min(count, _SOME)) for sign, count in counts.items())
