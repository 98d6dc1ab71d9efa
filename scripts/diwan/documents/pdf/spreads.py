"""Spreads: two pages of a magazine or a paper on one sheet, which are read one after the other.

In: the sheets of a file. Out: its pages. A sheet that is wider than high is a spread if no row crosses its middle, and
the numbers of two pages that follow each other stand at the ends of its halves. Which is lower is read first: in Arabic
and its like it is the right one.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from diwan.documents.pdf.edges import Sheet, at_ends

#: The number of a page, alone or beside a running head.
_NUMBER = re.compile(r"(?<!\S)\d{1,4}(?=\s|$)")


def pages_of(sheets: Sequence[Sheet]) -> list[Sheet]:
    """Return *sheets*, and two pages for each that is a spread."""
    return [page for sheet in sheets for page in _halves(sheet) or [sheet]]


def _halves(sheet: Sheet) -> list[Sheet]:
    """Return the two pages of a spread in the order in which they are read; nothing if *sheet* is none."""
    middle = sheet.width / 2
    left = [row for row in sheet.rows if row.right <= middle]
    right = [row for row in sheet.rows if row.left >= middle]
    if sheet.down or sheet.width <= sheet.height or len(left) + len(right) < len(sheet.rows):
        return []
    halves = [replace(sheet, width=middle, rows=tuple(rows)) for rows in (left, right)]
    first, second = ({*_numbers(half)} for half in halves)
    if any(number + 1 in second for number in first):
        return halves
    return halves[::-1] if any(number - 1 in second for number in first) else []


def _numbers(page: Sheet) -> Iterator[int]:
    for row in at_ends(page):
        yield from map(int, _NUMBER.findall(row.text))
