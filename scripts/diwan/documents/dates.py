"""Dates as the press writes them: in any language that CLDR knows, and in three calendars.

In: a line, and the language of its document. Out: the dates in it as EDTF, with their place in the line.
Months are looked up in the language and in English; `3/4/2025` is day before month, doubtful in English.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from diwan.documents.calendars import (
    HIJRI_MONTHS,
    HIJRI_YEARS,
    MONTHS_IN_YEAR,
    SOLAR_HIJRI_MONTHS,
    from_hijri,
    from_solar_hijri,
)
from diwan.text.fold import fold, fold_with_offsets

#: Years that a press date may have: since the first newspapers; the upper bound only keeps numbers out.
_FIRST_YEAR, _LAST_YEAR = 1600, 2100
#: The Thai year is 543 ahead.
_BUDDHIST_OFFSET = 543

#: Countries whose months have names of their own beside the usual ones of the language.
_REGIONS = {
    "ar": ("ar", "ar_LB", "ar_DZ", "ar_MA"),
    "fa": ("fa", "fa_AF"),
    "pt": ("pt", "pt_PT"),
    "de": ("de", "de_AT"),
}

_YEAR_FIRST = re.compile(r"(?<!\d)(?P<y>\d{4})[-/.]\s?(?P<m>\d{1,2})[-/.]\s?(?P<d>\d{1,2})(?!\d)")
_YEAR_LAST = re.compile(r"(?<!\d)(?P<d>\d{1,2})(?P<sign>[-/.])\s?(?P<m>\d{1,2})[-/.]\s?(?P<y>\d{4})(?!\d)")
_EAST_ASIAN = re.compile(r"(?<!\d)(?P<y>\d{4})\s?[年년]\s?(?P<m>\d{1,2})\s?[月월]\s?(?P<d>\d{1,2})\s?[日일]")
#: What may stand between day, month and year: points, commas, ordinal endings, `de`, `of`, `sd`.
_LINK = r"(?:st|nd|rd|th|er|º|ª|\.)?,?\s*(?:de|del|di|of|d')?\s*"


_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Found:
    """A date, where it stands in its line, and the calendar it was written in."""

    start: int
    end: int
    edtf: str
    calendar: str = "gregorian"


def find_dates(text: str, language: str | None) -> list[Found]:
    """Return the dates in *text*, first to last, none inside another."""
    folded = fold_with_offsets(text)
    if not _DIGIT.search(folded.text):
        return []
    found: list[Found] = []
    for one in sorted(_all(folded.text, language or "en"), key=lambda one: (one.start, -one.end)):
        if not found or one.start >= found[-1].end:
            found.append(one)
    return [Found(*folded.original_span(one.start, one.end), one.edtf, one.calendar) for one in found]


def _all(text: str, language: str) -> Iterator[Found]:
    for pattern in (_YEAR_FIRST, _EAST_ASIAN, _YEAR_LAST):
        for match in pattern.finditer(text):
            year, month, day = int(match["y"]), int(match["m"]), int(match["d"])
            slashed = pattern is _YEAR_LAST and match["sign"] == "/"
            yield from _found(match, *_numeric(year, month, day, language, slashed=slashed))
    for numbers, patterns, convert, calendar in _named(language):
        for pattern in patterns:
            for match in pattern.finditer(text):
                iso = convert(int(match["y"]), numbers[match["m"]], int(match["d"]))
                yield from _found(match, iso, calendar)


def _found(match: re.Match[str], edtf: str | None, calendar: str) -> Iterator[Found]:
    if edtf:
        yield Found(match.start(), match.end(), edtf, calendar)


def _numeric(year: int, month: int, day: int, language: str, *, slashed: bool) -> tuple[str | None, str]:
    if language in {"fa", "ps"} and year in HIJRI_YEARS:
        return _solar(year, month, day), "solar-hijri"
    if month > MONTHS_IN_YEAR >= day:
        month, day = day, month
    elif slashed and language == "en" and day <= MONTHS_IN_YEAR and day != month:
        edtf = _gregorian(year, month, day)
        return edtf and f"{edtf}?", "gregorian"
    return _gregorian(year, month, day), "gregorian"


def _gregorian(year: int, month: int, day: int) -> str | None:
    if year > _LAST_YEAR:
        year -= _BUDDHIST_OFFSET
    try:
        return date(year, month, day).isoformat() if _FIRST_YEAR <= year <= _LAST_YEAR else None
    except ValueError:
        return None


def _solar(year: int, month: int, day: int) -> str | None:
    found = from_solar_hijri(year, month, day) if year in HIJRI_YEARS else None
    return found.isoformat() if found else None


def _hijri(year: int, month: int, day: int) -> str | None:
    found = from_hijri(year, month, day) if year in HIJRI_YEARS else None
    return f"{found.isoformat()}~" if found else None


_Named = tuple[dict[str, int], tuple[re.Pattern[str], ...], Callable[[int, int, int], str | None], str]


@cache
def _named(language: str) -> tuple[_Named, ...]:
    """Return the patterns for dates with the name of a month, and what they mean, for texts in *language*."""
    months = {**_months_of("en"), **_months_of(language)}
    named: list[_Named] = [(months, _patterns(months), _gregorian, "gregorian")]
    if language in {"fa", "ps", "ckb"}:
        solar = {fold(name): month for month, names in SOLAR_HIJRI_MONTHS.items() for name in names.split()}
        named.append((solar, _patterns(solar), _solar, "solar-hijri"))
    if language in {"ar", "fa", "ur", "ps"}:
        moon = {fold(name): month for month, names in HIJRI_MONTHS.items() for name in names.split("|")}
        named.append((moon, _patterns(moon), _hijri, "hijri"))
    return tuple(named)


def _patterns(months: dict[str, int]) -> tuple[re.Pattern[str], ...]:
    names = "|".join(re.escape(name) for name in sorted(months, key=lambda name: (-len(name), name)))
    # The Hebrew `in` is part of the word; a second name (`نوفمبر/تشرين الثاني`) is passed over.
    month = rf"(?<!\w)ב?(?P<m>{names})(?!\w)\.?(?:\s?/\s?[^\W\d]+(?:\s[^\W\d]+)?)?"
    year = r"(?P<y>\d{4})(?!\d)"
    return (
        re.compile(rf"(?<!\d)(?P<d>\d{{1,2}}){_LINK}{month},?\s*(?:de|del|of)?\s*{year}"),
        re.compile(rf"{month}\s*(?P<d>\d{{1,2}})(?!\d){_LINK}{year}"),
    )


@cache
def _months_of(language: str) -> dict[str, int]:
    """Return the names of the months in *language*, folded, from the CLDR."""
    from babel import Locale, UnknownLocaleError

    months: dict[str, int] = {}
    for name in _REGIONS.get(language, (language,)):
        try:
            locale = Locale.parse(name)
        except (UnknownLocaleError, ValueError):
            continue
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, month in locale.months[context][width].items():
                    # A bare number is what CLDR writes where a language has no names.
                    if not month.strip(".")[:1].isdigit():
                        months.setdefault(fold(month).rstrip("."), number)
    return months
