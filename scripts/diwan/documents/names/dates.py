"""Dates as the press writes them: in any language that CLDR knows, and in three calendars.

In: a line, and the language of its document. Out: the dates in it as EDTF, with their place in the line.
Months are looked up in the language and in English; `3/4/2025` is day before month, doubtful in English.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from diwan.documents.names.calendars import (
    ERAS,
    HIJRI_MONTHS,
    HIJRI_YEARS,
    MONTHS_IN_YEAR,
    SOLAR_HIJRI_MONTHS,
    from_hijri,
    from_solar_hijri,
)
from diwan.documents.names.weekdays import weekday_before
from diwan.documents.phrases.cues import DATE_LABELS, phrases
from diwan.text.fold import fold, fold_with_offsets

#: Years that a press date may have: since the first newspapers; the upper bound only keeps numbers out.
FIRST_YEAR, LAST_YEAR = 1600, 2100
#: The Thai year is 543 ahead; of two digits it is one of the twenty-sixth century, from 2000 on.
_BUDDHIST_OFFSET, _BUDDHIST_CENTURY, _BUDDHIST_SHORT = 543, 2500, range(43, 100)

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
_ERA = re.compile(
    rf"(?P<era>{'|'.join(ERAS)})\s?(?P<y>\d{{1,3}}|元)年\s?(?P<m>\d{{1,2}})月\s?(?P<d>\d{{1,2}})日"
)
_CHINESE = re.compile(
    r"(?P<y>[〇零○一二三四五六七八九]{4})年(?P<m>[一二三四五六七八九十]{1,3})月(?P<d>[一二三四五六七八九十]{1,3})日"
)
_CHINESE_DIGITS = {sign: digit for digit, sign in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0}
_VIETNAMESE = re.compile(r"(?<!\d)(?P<d>\d{1,2}) thang (?P<m>\d{1,2}),? nam (?P<y>\d{4})(?!\d)")
#: Languages that write Hijri days as numbers alone; in Persian and Pashto such years are solar.
_HIJRI_LANGUAGES = frozenset(("ar", "ur"))
#: The word for *year* that Slavic languages write behind it.
_YEAR_WORD = r"(?:\s?(?:г|р|r)(?!\w)\.?|\s(?:года|год|року|roku)(?!\w))?"
#: What may stand between day, month and year: points, commas, ordinal endings, `de`, `of`, `sd`.
_LINK = r"(?:st|nd|rd|th|er|e|º|ª|ي|[.-])?\s?[,،၊]?\s*(?:de|del|di|of|d')?\s*"
#: Words and endings that languages join to the name of a month, before it and behind it, folded.
_BEFORE_MONTH = {"ps": r"(?:د\s)?", "th": r"(?:เดือน\s?)?", "lo": r"(?:ເດືອນ\s?)?", "km": "(?:ខែ)?"}
_BEHIND_MONTH = {"ckb": "ي?", "ku": "e?", "my": "(?:လ)?"}
#: The same of the year.
_BEFORE_YEAR = {"th": r"(?:พ\.?ศ\.?\s?|ค\.?ศ\.?\s?)?", "lo": r"(?:ປີ\s?)?", "km": "(?:ឆ្នាំ)?"}
#: What stands between a year and a day behind it, where the month comes last: *2024. gada 11. maijs*, *2024-yil 11-may*.
_OF_YEAR = r"(?:\.?\s?gada|\s?жыл(?:ғы|дын)?|\s?সালের|-?\s?(?:yil|il|ci il|cu il))"


#: Numbers with a year of two digits, which are a date only behind a label that opens the line or a part of it, or before an hour with which it ends.
_SHORT = re.compile(r"(?<![\d./-])(\d{1,2})(?P<sign>[-/.])\s?(\d{1,2})(?P=sign)\s?(\d{2})(?![\d]|[./-]\d)")
_LABELS = "|".join(phrases(DATE_LABELS)).replace(" ", r"\W{0,3}")
_LABEL = re.compile(rf"(?:^|[|(\[•·,،;–—-])\W*(?:{_LABELS})\W{{0,3}}$")
_HOUR = re.compile(r"[\s|,،•·–-]{1,4}\d{1,2}[:.h]\d{2}(?:\s?(?:uhr|[ap]\.?m\.?))?\W*")
_ON = "on|am|le|el|em|il|op|den|pa|dne|dnia|в|في|بتاريخ"
_BEFORE_DATE = re.compile(rf"(?<!\w)(?:{_LABELS})(?:\s?[:：]|\s(?:{_ON}))?\s*$")
#: Characters of the longest label with what parts it from its date; the longest has 30.
_LONGEST_LABEL = 40
#: A day of the web: it began in 1990, which is the year 1369 of Iran.
_CENTURIES = {"gregorian": (90, 1900), "solar": (69, 1300)}
_DIGIT = re.compile(r"\d")
#: What every date has some of: a year of four digits, the Chinese word for it, or numbers with a sign between. In Thai a
#: year may have two digits.
_ANY = re.compile(r"\d{4}|年|\d[-/.]\s?\d")


@dataclass(frozen=True, slots=True)
class Found:
    """A date, where it stands in its line, and the calendar it was written in."""

    start: int
    end: int
    edtf: str
    calendar: str = "gregorian"


def find_dates(text: str, language: str | None) -> list[Found]:
    """Return the dates in *text*, first to last, none inside another."""
    # Most lines have no date; to fold them takes a tenth of what the way back to the line does.
    if not (_DIGIT if language == "th" else _ANY).search(fold(text)):
        return []
    folded = fold_with_offsets(text)
    found: list[Found] = []
    for one in sorted(_all(folded.text, language or "en"), key=lambda one: (one.start, -one.end)):
        if not found or one.start >= found[-1].end:
            found.append(one)
    return [Found(*folded.original_span(one.start, one.end), one.edtf, one.calendar) for one in found]


def without_date_label(text: str) -> str:
    """Return what stands before a date without the label of the date, which may follow a name: `Rim Example Published on `."""
    folded = fold_with_offsets(text)
    found = _BEFORE_DATE.search(folded.text, max(len(folded.text) - _LONGEST_LABEL, 0))
    return text[: folded.original_span(found.start(), found.end())[0]] if found else text


def sure_of(dates: Sequence[tuple[str, str]]) -> tuple[str, str]:
    """Return the first of some dates of one line that is no Hijri one, else the first: both say the same day."""
    return next((one for one in dates if one[1] != "hijri"), dates[0])


def _all(text: str, language: str) -> Iterator[Found]:
    for pattern in (_YEAR_FIRST, _EAST_ASIAN, _YEAR_LAST):
        for match in pattern.finditer(text):
            year, month, day = int(match["y"]), int(match["m"]), int(match["d"])
            slashed = pattern is _YEAR_LAST and match["sign"] == "/"
            edtf, calendar = _numeric(year, month, day, language, slashed=slashed)
            if edtf and edtf.endswith("?"):
                edtf = _by_weekday(edtf, text[max(match.start() - _LONGEST_LABEL, 0) : match.start()])
            yield from _found(match, edtf, calendar)
    yield from _labelled(text, language)
    for match in _VIETNAMESE.finditer(text):
        yield from _found(match, _gregorian(int(match["y"]), int(match["m"]), int(match["d"])), "gregorian")
    for match in _ERA.finditer(text):
        year = ERAS[match["era"]] + (1 if match["y"] == "元" else int(match["y"]))
        yield from _found(match, _gregorian(year, int(match["m"]), int(match["d"])), "gregorian")
    for match in _CHINESE.finditer(text):
        year = int("".join(str(_CHINESE_DIGITS[sign]) for sign in match["y"]))
        yield from _found(match, _gregorian(year, _counted(match["m"]), _counted(match["d"])), "gregorian")
    for numbers, patterns, convert, calendar in _named(language):
        for pattern in patterns:
            for match in pattern.finditer(text):
                iso = convert(int(match["y"]), numbers[match["m"]], int(match["d"]))
                yield from _found(match, iso, calendar)


def _counted(signs: str) -> int:
    """Return a number to 99 that is written in Chinese: 十 is ten, 二十一 is twenty-one."""
    tens, ten, ones = signs.rpartition("十")
    return (_CHINESE_DIGITS.get(tens, 1) * 10 if ten else 0) + _CHINESE_DIGITS.get(ones, 0)


def _found(match: re.Match[str], edtf: str | None, calendar: str) -> Iterator[Found]:
    if edtf:
        yield Found(match.start(), match.end(), edtf, calendar)


def _by_weekday(doubtful: str, before: str) -> str:
    """Return a *doubtful* day as the weekday right *before* it decides between day and month; as it is where none does."""
    weekday = weekday_before(before)
    day = date.fromisoformat(doubtful.rstrip("?"))
    other = day.replace(month=day.day, day=day.month)
    fit = [one for one in (day, other) if one.weekday() == weekday]
    return fit[0].isoformat() if len(fit) == 1 else doubtful


def _numeric(year: int, month: int, day: int, language: str, *, slashed: bool) -> tuple[str | None, str]:
    if language in {"fa", "ps"} and year in HIJRI_YEARS:
        return _solar(year, month, day), "solar-hijri"
    if language in _HIJRI_LANGUAGES and year in HIJRI_YEARS:
        return _hijri(year, month, day), "hijri"
    if month > MONTHS_IN_YEAR >= day:
        month, day = day, month
    elif slashed and language == "en" and day <= MONTHS_IN_YEAR and day != month:
        edtf = _gregorian(year, month, day)
        return edtf and f"{edtf}?", "gregorian"
    return _gregorian(year, month, day), "gregorian"


def _labelled(text: str, language: str) -> Iterator[Found]:
    """Yield the days with years of two digits behind a label or alone before an hour, in the order in which *language* writes day and year."""
    opens, century = _CENTURIES["solar" if language in {"fa", "ps"} else "gregorian"]
    for match in _SHORT.finditer(text):
        labelled = _LABEL.search(text, max(match.start() - _LONGEST_LABEL, 0), match.start())
        # Which of both comes first nobody can tell in English; the page may say it elsewhere.
        is_clear = language != "en" or match["sign"] != "/"
        is_alone = is_clear and _HOUR.fullmatch(text, match.end()) and not text[: match.start()].strip()
        if labelled or is_alone:
            first, month, last = (int(match[number]) for number in (1, 3, 4))
            year, day = (first, last) if _is_year_first(language) else (last, first)
            year += century if year >= opens else century + 100
            yield from _found(match, *_numeric(year, month, day, language, slashed=match["sign"] == "/"))


@cache
def _is_year_first(language: str) -> bool:
    """Tell whether *language* writes the year before month and day, by the CLDR."""
    from babel import Locale, UnknownLocaleError

    try:
        return str(Locale.parse(language).date_formats["short"].pattern).lstrip()[:1] == "y"
    except (UnknownLocaleError, ValueError):
        return False


def _gregorian(year: int, month: int, day: int) -> str | None:
    if year in _BUDDHIST_SHORT:
        year += _BUDDHIST_CENTURY
    if year > LAST_YEAR:
        year -= _BUDDHIST_OFFSET
    try:
        return date(year, month, day).isoformat() if FIRST_YEAR <= year <= LAST_YEAR else None
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
    months = {**months_of("en"), **months_of(language)}
    named: list[_Named] = [(months, _patterns(months, language), _gregorian, "gregorian")]
    if language in {"fa", "ps", "ckb"}:
        solar = {fold(name): month for month, names in SOLAR_HIJRI_MONTHS.items() for name in names.split()}
        named.append((solar, _patterns(solar, language), _solar, "solar-hijri"))
    if language in {"ar", "fa", "ur", "ps"}:
        moon = {fold(name): month for month, names in HIJRI_MONTHS.items() for name in names.split("|")}
        named.append((moon, _patterns(moon, language), _hijri, "hijri"))
    return tuple(named)


def _patterns(months: dict[str, int], language: str) -> tuple[re.Pattern[str], ...]:
    names = "|".join(re.escape(name) for name in sorted(months, key=lambda name: (-len(name), name)))
    # The Hebrew `in` is part of the word; a second name (`نوفمبر/تشرين الثاني`) and the Persian `month` are passed over.
    before, behind = _BEFORE_MONTH.get(language, ""), _BEHIND_MONTH.get(language, "")
    month = rf"(?<!\w){before}ב?(?P<m>{names}){behind}(?:\s?ماه)?(?!\w)\.?(?:\s?/\s?[^\W\d]+(?:\s[^\W\d]+)?)?"
    year = _BEFORE_YEAR.get(language, "") + (
        r"(?P<y>\d{4}|\d{2})(?![\d:])" if language == "th" else r"(?P<y>\d{4})(?!\d)"
    )
    return (
        re.compile(rf"(?<!\d){year}(?:\.|\s?ခုနှစ်[၊,]?)?\s(?:m\.\s)?{month}\s(?P<d>\d{{1,2}})(?![\d:])"),
        re.compile(rf"(?<!\d)(?P<d>\d{{1,2}}){_LINK}{month}\s?[,،]?\s*(?:de|del|of)?\s*{year}{_YEAR_WORD}"),
        re.compile(rf"(?<!\d){year}{_OF_YEAR}\s(?P<d>\d{{1,2}})[.-]?\s?{month}"),
        re.compile(rf"{month}\s*(?P<d>\d{{1,2}})(?!\d){_LINK}{year}"),
        re.compile(rf"(?<![\d/-])(?P<d>\d{{1,2}})(?P<sign>[-/])(?P<m>{names})(?P=sign){year}"),
    )


@cache
def months_of(language: str) -> dict[str, int]:
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
