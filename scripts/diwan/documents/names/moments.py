"""Moments: times told from now, such as *3 hours ago* or *yesterday*, and lengths of time, such as *5 min read*.

In: a short line and its language. Out: the line without them, if it has any. They give no day, so that they are no
dates; but as dates do, they stand beside the names of those who wrote. How languages say them is in the CLDR.
"""

import re
from collections.abc import Iterator
from datetime import timedelta
from functools import cache
from typing import Literal

_Unit = Literal["year", "month", "week", "day", "hour", "minute", "second"]
#: Today and yesterday, for which Babel has no words; they count where a part of the line begins, as *USA Today* does not.
_DAYS = """
today | yesterday | heute | gestern | aujourd'hui | aujourd’hui | hier | hoy | ayer | oggi | ieri | hoje | ontem | vandaag | gisteren
idag | igår | i dag | i går | tänään | eilen | dziś | dzisiaj | wczoraj | dnes | včera | tegnap | astăzi | σήμερα | χθες
сегодня | вчера | сьогодні | вчора | днес | bugün | dün | hari ini | kemarin | hôm nay | hôm qua | اليوم | أمس | امروز | دیروز
آج | היום | אתמול | आज | วันนี้ | เมื่อวาน | 今天 | 昨天 | 今日 | 昨日 | 오늘 | 어제
"""
#: Numbers of each of the plurals that languages have, and seconds of the units of which Babel says so many as such.
_PLURALS = (1, 2, 3, 5, 11, 21)
_UNITS: dict[_Unit, int] = {
    "year": 31_536_000,
    "month": 2_592_000,
    "week": 604_800,
    "day": 86_400,
    "hour": 3_600,
    "minute": 60,
    "second": 1,
}
_NUMBER = re.compile(r"\d+")


def without_moments(text: str, language: str | None) -> str | None:
    """Return *text* with bars in the place of times told from now; None where it has none."""
    # Without a number only days are told: what else a language says takes a twentieth of a second to make ready.
    pattern = _moments(language or "en") if _NUMBER.search(text) else _today()
    left, count = pattern.subn(" | ", text)
    return left if count else None


@cache
def _today() -> re.Pattern[str]:
    days = "|".join(sorted({re.escape(day.strip()) for day in _DAYS.replace("\n", "|").split("|")} - {""}))
    return re.compile(rf"(?:^|(?<=[|,،、•·–—-])\s?)(?:{days})(?![^\W\d_])", re.IGNORECASE)


@cache
def _moments(language: str) -> re.Pattern[str]:
    said = _phrases("en") | _phrases(language)
    ordered = sorted(map(re.escape, said), key=lambda phrase: (-len(phrase), phrase))
    # Phrases that differ in their number are one.
    any_number = (_NUMBER.sub(r"\\d{1,4}", phrase).replace(r"\ ", r"\s?") for phrase in ordered)
    lengths = "|".join(dict.fromkeys(any_number))
    months = "|".join(
        sorted(
            {re.escape(month) for name in ("en", language) for month in _months(name)},
            key=lambda month: (-len(month), month),
        )
    )
    return re.compile(
        rf"(?<![\w:.])(?:{lengths}|(?:{months})\.?\s\d{{1,2}}(?:st|nd|rd|th)?(?:\sat)?|\d{{1,2}}\.?\s(?:de\s)?(?:{months}))(?![^\W\d_])|{_today().pattern}",
        re.IGNORECASE,
    )


def _months(language: str) -> Iterator[str]:
    """Yield the names of months in *language* that are none of the numbers CLDR writes where there are no names."""
    from babel import Locale, UnknownLocaleError

    try:
        months = Locale.parse(language).months
    except (UnknownLocaleError, ValueError):
        return
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            yield from (
                name.rstrip(".") for name in months[context][width].values() if not name[:1].isdigit()
            )


@cache
def _phrases(language: str) -> frozenset[str]:
    """Return how *language* says lengths of time, ago and by themselves, with numbers."""
    from babel import Locale, UnknownLocaleError
    from babel.dates import format_timedelta

    try:
        locale = Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        return frozenset()
    found: set[str] = set()
    for unit, seconds in _UNITS.items():
        for count in _PLURALS:
            past = timedelta(seconds=-count * seconds)
            found.add(format_timedelta(past, unit, 1, add_direction=True, locale=locale))
            found.update(
                format_timedelta(-past, unit, 1, format=width, locale=locale)
                for width in ("long", "short", "narrow")
            )
    return frozenset(phrase.replace("\u00a0", " ") for phrase in found if _NUMBER.search(phrase))
