"""The numbers that Word shows before items and headings: they are not in their text, but counted when it is shown.

In: `word/numbering.xml`, and each numbered paragraph in order. Out: what Word writes before it: `3.`, `b)`, `(iv)`, `2.1`
(ECMA-376-1, 17.9). Signs before items are none.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import repeat

from lxml import etree

from diwan.documents.readers.archive import Archive
from diwan.documents.readers.wordstyles import W

_VALUE = f"{W}val"
_FILE = "word/numbering.xml"
_PLACE = re.compile(r"%([1-9])")
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
#: Beyond it letters and Roman numbers are written in digits: no list is so long, and they would grow with the number.
_LAST = 999
_LATIN = "abcdefghijklmnopqrstuvwxyz"
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
    kinds: Mapping[str, str]
    restarts: set[tuple[str, int]]
    #: The level of a list to which a style belongs that does not say it itself.
    levels_of_styles: Mapping[tuple[str, str], int]
    counts: dict[tuple[str, int], int] = field(default_factory=dict)

    def before(self, number: str, depth: int) -> str:
        """Return what Word shows before the next paragraph at *depth* of the list *number*; nothing where no number is."""
        kind, level = self.kinds.get(number, number), self.levels.get((number, depth))
        if (number, depth) in self.restarts:
            self.restarts.discard((number, depth))
            self.counts.pop((kind, depth), None)
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
        elif alphabet := next(
            (letters for name, letters in _ALPHABETS.items() if how.startswith(name) or how.endswith(name)),
            "",
        ):
            rounds, place = divmod(count - 1, len(alphabet))
            found = alphabet[place] * (rounds + 1)
    return (found.upper() if how.startswith("upper") or how.endswith("Upper") else found) or str(count)


def _roman(count: int) -> str:
    found = ""
    for value, letters in _ROMAN:
        found += "".join(repeat(letters, count // value))
        count %= value
    return found


def numbers_of(archive: Archive) -> Numbers:
    """Return the lists of a document."""
    if _FILE not in archive.names:
        return Numbers({}, {}, set(), {})
    root = archive.xml(_FILE)
    of_kind = {
        kind.get(f"{W}abstractNumId", ""): dict(_levels(kind)) for kind in root.iter(f"{W}abstractNum")
    }
    levels: dict[tuple[str, int], Level] = {}
    kinds, restarts, styles = {}, set[tuple[str, int]](), {}
    for list_ in root.iter(f"{W}num"):
        number, kind = list_.get(f"{W}numId", ""), _said(list_, "abstractNumId")
        kinds[number] = kind
        for depth, (level, style) in of_kind.get(kind, {}).items():
            levels[number, depth] = level
            styles[number, style] = depth
        for own in list_.iter(f"{W}lvlOverride"):
            depth = number_in(own.get(f"{W}ilvl")) or 0
            start = number_in(_said(own, "startOverride"))
            levels |= {(number, at): level for at, (level, _) in _levels(own)}
            if start is not None:
                level = levels.get((number, depth), Level("decimal", 1, f"%{depth + 1}.", plain=False))
                levels[number, depth] = Level(level.how, start, level.label, level.plain)
                restarts.add((number, depth))
    return Numbers(levels, kinds, restarts, styles)


def _levels(parent: etree._Element) -> Iterator[tuple[int, tuple[Level, str]]]:
    """Yield the levels of a list by their depth, each with the style whose paragraphs belong to it."""
    for level in parent.iter(f"{W}lvl"):
        depth = number_in(level.get(f"{W}ilvl")) or 0
        text = level.find(f"{W}lvlText")
        label = f"%{depth + 1}." if text is None else text.get(_VALUE, "")
        start = number_in(_said(level, "start"))
        plain = level.find(f"{W}isLgl") is not None
        found = Level(_said(level, "numFmt") or "decimal", 1 if start is None else start, label, plain)
        yield depth, (found, _said(level, "pStyle"))


def number_in(text: str | None) -> int | None:
    """Return the number that *text* is, None where it is none or longer than any of a list."""
    return int(text) if text and text.isdecimal() and len(text) <= len(str(_LAST)) + 3 else None


def _said(element: etree._Element, name: str) -> str:
    found = next(element.iter(f"{W}{name}"), None)
    return "" if found is None else str(found.get(_VALUE, ""))
