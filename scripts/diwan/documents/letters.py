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
_CALLS = re.compile(
    r"abonn|newsletter|subscri|suscri|prenum|subskr|inscri|regist|login|log in|cookie|premium|e-?mail|facebook|twitter"
    r"|instagram|whatsapp|telegram|youtube|google|podcast|copyright|photo|foto|video|click|klick|©|app\b"
)
#: A sign by which rows of a list are alike; a number stands for all numbers, and so many are many.
_SIGN, _DIGITS, _SOME = re.compile(r"0|[^\w\s.\"'’“”«»]"), re.compile(r"\d+"), 3
#: Characters of a line whose letters and signs are counted.
_OPENING = 200
#: Calls, marks and bars beyond which more is the same; sentences; columns of a clause.
_OFTEN, _SENTENCES, _LONG = 4, 8, 400
#: Characters of the longest line that may be a row of a list or say when.
_ROW = 120


def letters_of(text: str, width: int) -> tuple[float, ...]:
    """Return the numbers `NAMES` of a line of *width* columns."""
    start = text[:_OPENING]
    letters = sum(map(str.isalpha, start))
    stops = _count(text, _STOPS)
    return (
        sum(map(str.isupper, start)) / max(letters, 1), min(len(_CALLS.findall(text.lower())), _OFTEN),
        1 - (sum(map(str.isalnum, start)) + sum(map(str.isspace, start))) / len(start),
        sum(map(str.isdigit, text)) / len(text), start[0].isdigit(), start[0].islower(), min(stops, _SENTENCES),
        min(_count(start, _SPEECH), _OFTEN), len(text) <= _ROW and bool(_WHEN.search(text)), width / len(text),
        min(_count(start, _BARS), _OFTEN), min(width / (1 + _count(text, COMMAS) + stops), _LONG),
    )  # fmt: skip


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
    counts = Counter(_SIGN.findall(_DIGITS.sub("0", text)))
    return frozenset((sign, min(count, _SOME)) for sign, count in counts.items())
