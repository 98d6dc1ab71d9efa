"""Edges: running heads, feet and page numbers, which stand on one page after another and are no text of the article.

In: the rows of all pages. Out: those at the edges, and the others. A row is at an edge if it is among the first or
last of its page, near its end and apart from the text, and is a page number or says what other pages say there too, numbers aside;
or if a browser that printed the page set it there. What keeps its place on the screen, as notices and menus do, a browser prints
over the text of each page: it is told by its words and its place.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from diwan.documents.pdf.printed import printed_edges
from diwan.documents.pdf.rows import Row
from diwan.text.fold import fold

#: Rows from either end of a page that may be edges: a head of two lines and a rule.
_ROWS = 3
#: Share of the height of a page in which they stand.
_NEAR = 0.12
#: Sizes of letters from them to the text: more than from one line of the text to the next.
_WHITE = 1.6
#: Pages that say the same at an edge: a chapter of two pages has its head on one or both.
_FEWEST_PAGES = 2
#: Pages from which what is said at one place of each is fixed there, share of all pages that are enough, and characters of the
#: shortest such row: a mark of a list may stand so by chance.
_FEWEST_FIXED, _MOSTLY, _SHORTEST_FIXED = 3, 0.6, 4
_NUMBER = re.compile(
    r"[\s|•·–—-]*(?:p(?:age|\.)?\s*|seite\s*|s\.\s*|صفحة\s*|ص\s*|sayfa\s*|стр\.?\s*)?(?:\d{1,4}|[ivxlc]{1,7})"
    r"(?:\s*(?:/|of|von|sur|de|من|из)\s*\d{1,4})?[\s|•·–—-]*"
)
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its width and height in points, its rows from top to bottom, and those that run down, laid down."""

    width: float
    height: float
    rows: tuple[Row, ...]
    down: tuple[Row, ...] = ()

    @property
    def has_text(self) -> bool:
        """Whether anything can be read on it."""
        return bool(self.rows or self.down)

    def parts(self, rows: Sequence[Row]) -> list[list[Row]]:
        """Return what is left of its *rows*, and those that run down between what stands above and below the middle."""
        if not self.down:
            return [[*rows]]
        above = [row for row in rows if row.base > self.height / 2]
        return [above, [*self.down], [row for row in rows if row.base <= self.height / 2]]


def part_edges(sheets: Sequence[Sheet], *, of_browser: bool = False) -> tuple[list[list[Row]], list[Row]]:
    """Return the rows of each page, or part of one, that are text, and all rows that stand at edges, or *of_browser* at one place of each page."""
    candidates = [at_ends(sheet) for sheet in sheets]
    said = Counter(key for rows in candidates for key in {_key(row) for row in rows})
    fixed = _fixed(sheets) if of_browser else set()
    text: list[list[Row]] = []
    edges: list[Row] = []
    for sheet, rows in zip(sheets, candidates, strict=True):
        at_edge = {id(row) for row in printed_edges(sheet.rows, sheet.height)} | {
            id(row) for row in rows if said[_key(row)] >= _FEWEST_PAGES or _NUMBER.fullmatch(fold(row.text))
        }
        at_edge |= {id(row) for row in sheet.rows if row.place in fixed}
        text += sheet.parts([row for row in sheet.rows if id(row) not in at_edge])
        edges += [row for row in sheet.rows if id(row) in at_edge]
    return text, edges


def _fixed(sheets: Sequence[Sheet]) -> set[tuple[str, int, int]]:
    """Return what is said at the same place of most pages: what keeps its place on the screen is printed on each."""
    if len(sheets) < _FEWEST_FIXED:
        return set()
    said = Counter(place for sheet in sheets for place in {row.place for row in sheet.rows})
    return {
        place
        for place, count in said.items()
        if count >= max(_FEWEST_FIXED, _MOSTLY * len(sheets)) and len(place[0]) >= _SHORTEST_FIXED
    }


def at_ends(sheet: Sheet) -> list[Row]:
    """Return the rows that may be edges: near an end of a page, and apart from its text."""
    near = sheet.height * _NEAR
    ends = [*_apart(sheet.rows), *_apart(sheet.rows[::-1])]
    return [row for row in ends if row.base > sheet.height - near or row.base < near]


def _apart(rows: Sequence[Row]) -> Sequence[Row]:
    """Return the first rows of a page, looked at from one end, that white parts from the text."""
    for number, (outer, inner) in enumerate(pairwise(rows[: _ROWS + 1]), start=1):
        if abs(outer.base - inner.base) > _WHITE * max(outer.size, inner.size):
            return rows[:number]
    return rows if len(rows) <= _ROWS else ()


def _key(row: Row) -> str:
    return _DIGITS.sub("#", fold(row.text))
