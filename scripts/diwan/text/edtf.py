"""Dates that may be uncertain: the part of EDTF (ISO 8601-2) that press articles need.

Read here: `2025-10-10`, `2025-10`, `2025`, each with `~` (approximate), `?` (uncertain) or `%` (both);
spans `a/b`, open at either end with `..`; sets `[a..b]`, some day between the two; `unknown`.
The specification is that of the Library of Congress (https://www.loc.gov/standards/datetime/).
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

UNKNOWN = "unknown"
_POINT = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?(?P<doubt>[~?%]?)")


@dataclass(frozen=True, slots=True)
class Point:
    """A year, month or day, and whether it is doubtful."""

    year: int
    month: int | None
    day: int | None
    doubt: str

    @property
    def first(self) -> date:
        """The first day it may mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The last day it may mean."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])


@dataclass(frozen=True, slots=True)
class Span:
    """A date as written: one point, a span of two, or a choice between two; None is an open or unknown end."""

    text: str
    start: Point | None
    end: Point | None
    choice: bool = False

    @property
    def known(self) -> bool:
        """Whether anything is known of the date."""
        return self.start is not None or self.end is not None

    @property
    def doubtful(self) -> bool:
        """Whether the date is approximate, uncertain, a choice, or not known at all."""
        return not self.known or self.choice or any(point.doubt for point in (self.start, self.end) if point)

    @property
    def year(self) -> int | None:
        """The year, where only one is possible."""
        years = {point.year for point in (self.start, self.end) if point}
        return years.pop() if len(years) == 1 else None

    @property
    def sort_key(self) -> tuple[date, date]:
        """Earliest day, then latest; what is not known sorts last."""
        start, end = self.start or self.end, self.end or self.start
        return (start.first if start else date.max, end.last if end else date.max)


@lru_cache(maxsize=65536)
def parse_edtf(text: str) -> Span:
    """Return *text* as a date; raise ValueError where it is none."""
    if text == UNKNOWN:
        return Span(text, None, None)
    if text.startswith("[") and text.endswith("]") and ".." in text:
        start, _, end = text[1:-1].partition("..")
        return _ordered(Span(text, _point(start), _point(end), choice=True))
    if "/" in text:
        start, _, end = text.partition("/")
        return _ordered(Span(text, _point(start), _point(end)))
    point = _point(text)
    if point is None:
        raise ValueError(f"{text!r} is not a date")
    return Span(text, point, point)


def _point(text: str) -> Point | None:
    if text in ("", ".."):
        return None
    found = _POINT.fullmatch(text)
    if found is None:
        raise ValueError(
            f"{text!r} is not a date: write 2025-10-10, 2025-10 or 2025, with ~ or ? where it is doubtful"
        )
    point = Point(
        int(found["year"]), int(found["month"] or 0) or None, int(found["day"] or 0) or None, found["doubt"]
    )
    if (found["month"] and not point.month) or (found["day"] and not point.day):
        raise ValueError(f"{text!r} is not a date: months and days count from 01")
    try:
        _ = point.first, point.last
    except ValueError as error:
        raise ValueError(f"{text!r} is not a date: {error}") from error
    return point


def _ordered(span: Span) -> Span:
    if span.start and span.end and span.start.first > span.end.last:
        raise ValueError(f"{span.text!r} ends before it begins")
    if not span.known:
        raise ValueError(f"{span.text!r} has neither beginning nor end; write unknown")
    return span
