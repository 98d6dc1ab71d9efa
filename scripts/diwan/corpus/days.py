"""Days of articles: between the first newspaper that was printed and the issues that are dated ahead of their day.

Events may be of any day; an article cannot have appeared before there was a press, nor years from now. Such a date is a
slip, or a number that was taken for a year, and would draw every picture along time out to itself.
"""

from datetime import UTC, date, datetime

from diwan.text.edtf import Point, parse_edtf

#: The year of the first newspaper that was printed, the Relation of Strasbourg.
FIRST_YEAR = 1605
#: Years from this one. Issues for a month or a winter are dated months ahead of the day on which they are sold.
YEARS_AHEAD = 1


def why_no_day(text: str, today: date | None = None) -> str:
    """Return why no article can be of the date *text* (EDTF), or nothing; *today* stands for the present day.

    Raises:
        ValueError: *text* is no date at all.
    """
    span = parse_edtf(text)
    last = (today or datetime.now(UTC).date()).year + YEARS_AHEAD
    points = [point for point in (span.start, span.end) if point]
    return next(filter(None, (_why(point, last) for point in points)), "")


def _why(point: Point, last: int) -> str:
    if point.year < FIRST_YEAR:
        return f"no article is of {point.year:04}: the first newspaper was printed in {FIRST_YEAR}"
    return f"no article is of {point.year}: that is more than a year from now" if point.year > last else ""
