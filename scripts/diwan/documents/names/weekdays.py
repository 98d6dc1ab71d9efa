"""Weekdays: the day of the week that stands right before a date, and is no part of the name before it.

In: what stands before a date, and its language. Out: the same without the weekday: *By Rim Example Monday,* names one person.
How languages call the days is in the CLDR. In English the day also tells which of two numbers is the month.
"""

import re
from functools import cache

#: Words that may stand before the name of a day: *on Monday*, *le lundi*, *يوم الاثنين*.
_BEFORE = "on|am|le|el|il|op|den|på|em|w|we|в|во|у|يوم|روز"


def without_weekday(text: str, language: str | None) -> str:
    """Return *text* without the weekday that it ends with, in *language* or in English."""
    return _ends_with_day(language or "en").sub("", text)


def weekday_before(text: str) -> int | None:
    """Return the day of the week with which an English *text* ends, Monday as 0; None where it ends with none."""
    found = _ends_with_day("en").search(text)
    words = found.group().strip(" ,.").split() if found else []
    return _numbers().get(words[-1].casefold()) if words else None


@cache
def _numbers() -> dict[str, int]:
    from babel import Locale

    days = Locale.parse("en").days["format"]
    return {
        name.casefold(): number for width in ("wide", "abbreviated") for number, name in days[width].items()
    }


@cache
def _ends_with_day(language: str) -> re.Pattern[str]:
    days = "|".join(sorted(map(re.escape, _days("en") | _days(language)), key=lambda day: (-len(day), day)))
    return re.compile(rf"(?<!\w)(?:(?:{_BEFORE})\s+)?(?:{days})\.?\s*[,،]?\s*(?:den\s+)?$", re.IGNORECASE)


def _days(language: str) -> frozenset[str]:
    """Return what *language* calls the days, in full and short."""
    from babel import Locale, UnknownLocaleError

    try:
        days = Locale.parse(language).days
    except (UnknownLocaleError, ValueError):
        return frozenset()
    widths = (days[form][width] for form in ("format", "stand-alone") for width in ("wide", "abbreviated"))
    return frozenset(day.strip(".") for names in widths for day in names.values())
