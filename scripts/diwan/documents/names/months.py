"""Months: the month in which reports and magazines say that they came out, without a day.

In: a line, and the language of its document. Out: the month as EDTF, if the line, or a part of it that signs set off, is nothing but a
month and a year: *June 2022*, *Policy Brief 14 | April 2023*, *2022年6月*. Anywhere else a month is what a text speaks of.
"""

import re

from diwan.documents.names.dates import FIRST_YEAR, LAST_YEAR, months_of
from diwan.text.fold import fold

_PARTS = re.compile(r"[|•·,،()\[\]–—]|\s-\s")
# Something stands between two words: a run of letters that could be parted anywhere would be tried in all ways of parting it.
_NAMED = re.compile(r"(?P<m>[^\W\d_]+(?:(?:\s?/\s?|\s)[^\W\d_]+){0,2}?)\.?,?\s(?:de\s|del\s)?(?P<y>\d{4})")
_NUMBERED = re.compile(r"(?P<y>\d{4})\s?[年년]\s?(?P<m>\d{1,2})\s?[月월](?:\s?[号號호])?")
#: What parts two names of one month: *حزيران/يونيو*.
_TWO = re.compile(r"\s?/\s?")
_LAST = 12
#: Characters of the longest line that gives a month; in a word without end the names of two would be looked for everywhere.
_LONGEST = 100


def month_in(text: str, language: str | None) -> str | None:
    """Return the month that a part of a line is and nothing else; None where there is none."""
    if len(text) > _LONGEST:
        return None
    return next((month for part in _PARTS.split(text.strip()) if (month := _month(part, language))), None)


def _month(part: str, language: str | None) -> str | None:
    folded = fold(part.strip())
    found = _NUMBERED.fullmatch(folded)
    month = int(found["m"]) if found else None
    if found is None and (found := _NAMED.fullmatch(folded)):
        names = {**months_of("en"), **months_of(language or "en")}
        month = next((names[name] for name in _TWO.split(found["m"]) if name in names), None)
    if found is None or not month or month > _LAST or not FIRST_YEAR <= int(found["y"]) <= LAST_YEAR:
        return None
    return f"{found['y']}-{month:02}"
