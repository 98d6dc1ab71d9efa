"""Counted: the numbers that word processors show before items and headings. They are not in their text, but counted when it is shown.

In: the lists of a document, and each numbered paragraph in order. Out: what is written before it: `3.`, `b)`, `(iv)`, `2.1`; of a
list with signs nothing. Ways of counting have the names that Word has for them (ECMA-376-1, 17.18.59).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

#: Levels that a list may have, each with a digit that stands for its number.
DEEPEST = 9
_PLACE = re.compile(r"%([1-9])")
#: Ways of counting, by the letters that pages (HTML Living Standard, 4.4.5) and OpenDocument (ODF 1.3, 19.500) have for them.
WAYS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
#: Beyond it letters and Roman numbers are written in digits: no list is so long, and they would grow with the number.
_LAST = 999
#: Digits of the longest number with which a list may begin.
_DIGITS = 6
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_IDEOGRAPHS = "〇一二三四五六七八九"
#: Letters by which lists count, by what Word calls that; where they end they are doubled.
_ALPHABETS = {
    "Letter": _LATIN,
    "arabicAlpha": "أبتثجحخدذرزسشصضطظعغفقكلمنهوي",
    "arabicAbjad": "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ",
    "russian": "абвгдежзиклмнопрстуфхцчшщэюя",
}


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a list: how it counts, from where, and what stands around its number."""

    how: str
    first: int
    label: str
    #: Whether it writes the numbers of all levels in digits.
    plain: bool


@dataclass
class Numbers:
    """The lists of a document, and how far they have counted."""

    levels: Mapping[tuple[str, int], Level]
    #: The kind of each list: lists of one kind count on from each other, but where one says to begin anew.
    kinds: Mapping[str, str] = field(default_factory=dict)
    restarts: set[tuple[str, int]] = field(default_factory=set)
    #: The level of a list to which a style belongs that does not say it itself.
    levels_of_styles: Mapping[tuple[str, str], int] = field(default_factory=dict)
    counts: dict[tuple[str, int], int] = field(default_factory=dict)

    def begin(self, number: str, depth: int, first: int | None = None) -> None:
        """Let the list *number* begin anew at *depth*, with *first* or as it does of itself."""
        key = self.kinds.get(number, number), depth
        self.counts.pop(key, None)
        if first is not None:
            self.counts[key] = first - 1

    def before(self, number: str, depth: int, *, is_item: bool) -> str:
        """Return what is shown before the next paragraph at *depth* of the list *number*, with a space; nothing where no number is.

        A bare number has a stop before an item: it would be one of the item's own.
        """
        shown = self._next(number, depth).strip()
        return f"{shown}{'.' * (is_item and shown.isdecimal())} " if shown else ""

    def _next(self, number: str, depth: int) -> str:
        kind, level = self.kinds.get(number, number), self.levels.get((number, depth))
        if (number, depth) in self.restarts:
            self.restarts.discard((number, depth))
            self.begin(number, depth)
        for deeper in [key for key in self.counts if key[0] == kind and key[1] > depth]:
            del self.counts[deeper]
        first = level.first if level else 1
        self.counts[kind, depth] = self.counts.get((kind, depth), first - 1) + 1
        if level is None or level.how in ("bullet", "none"):
            return ""
        return _PLACE.sub(
            lambda place: self._written(number, int(place[1]) - 1, plain=level.plain), level.label
        )

    def _written(self, number: str, depth: int, *, plain: bool) -> str:
        level = self.levels.get((number, depth), Level("decimal", 1, "", plain=False))
        count = self.counts.setdefault((self.kinds.get(number, number), depth), level.first)
        return str(count) if plain else written(count, level.how)


def written(count: int, how: str) -> str:
    """Return a number as a list that counts in the way *how* writes it, by Word's names of these ways."""
    if how == "decimalZero":
        return f"{count:02}"
    found = ""
    if 0 < count <= _LAST:
        if how.endswith("Roman"):
            found = _roman(count)
        elif "Counting" in how and count < len(_IDEOGRAPHS) ** 2:
            found = _ideographic(count)
        elif alphabet := next(
            (letters for name, letters in _ALPHABETS.items() if how.startswith(name) or how.endswith(name)),
            "",
        ):
            rounds, place = divmod(count - 1, len(alphabet))
            found = alphabet[place] * (rounds + 1)
    return (found.upper() if how.startswith("upper") or how.endswith("Upper") else found) or str(count)


def _ideographic(count: int) -> str:
    """Return a number below a hundred as Chinese and Japanese count: 一, 十, 十一, 二十."""
    tens, ones = divmod(count, 10)
    return (_IDEOGRAPHS[tens] if tens > 1 else "") + "十" * bool(tens) + (_IDEOGRAPHS[ones] if ones else "")


def _roman(count: int) -> str:
    found = ""
    for value, letters in _ROMAN:
        found += letters * (count // value)
        count %= value
    return found


def number_in(text: str | None) -> int | None:
    """Return the number that *text* is, None where it is none or longer than any of a list."""
    return int(text) if text and text.isdecimal() and len(text) <= _DIGITS else None
