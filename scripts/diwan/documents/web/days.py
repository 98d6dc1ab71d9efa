"""Days: when a page was first published, as it says.

In: the headers, and the opening lines of the text. Out: the day as ISO 8601 and where it was found. What the page
gives for machines comes first; then a `time` element or a line beside the title; then the address.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from lxml import etree

from diwan.documents.names.bylines import Credit, credit_of
from diwan.documents.names.dates import find_dates, sure_of
from diwan.documents.names.issue import first_issued
from diwan.documents.phrases.cues import HAS_ISSUE_LABEL
from diwan.documents.pieces import Piece
from diwan.documents.shapes import UNSPACED_BY_CLAUSE, key_of, measure
from diwan.documents.web.headers import Headers
from diwan.documents.web.stretches import Stretch, words_in

_ISO = re.compile(r"(?P<y>\d{4})-?(?P<m>\d{2})-?(?P<d>\d{2})(?!\d)")
_IN_ADDRESS = re.compile(
    r"[/_-](?P<y>(?:19|20)\d{2})[/_-]?(?P<m>[01]\d|[1-9](?=[/_-]))[/_-]?(?P<d>[0-3]\d|(?<=[/_-])[1-9])(?!\d)"
)
#: The same with a section behind the year (*/2010/WORLD/europe/05/04/*), and with the month as a word (*/2010/may/04/*).
_PARTED_ADDRESS = re.compile(
    r"/(?P<y>(?:19|20)\d{2})/(?:[A-Za-z.-]{2,20}/){1,2}(?P<m>[01]\d)/(?P<d>[0-3]\d)/"
)
_WORDED_ADDRESS = re.compile(r"/((?:19|20)\d{2})/([A-Za-z]{3,9})/([0-3]?\d)(?:/|$)")
#: The time of day, beside a day.
_CLOCK = re.compile(r"\d[:.hH]\d{2}")
#: Names of `meta` elements that say when a page was first published, the surest first.
_NAMES = ("article:published_time", "og:article:published_time", "article:published", "og:published_time", "datepublished",
          "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date",
          "published-date", "published_time", "date_published", "cxenseparse:recs:publishtime", "citation_publication_date",
          "citation_date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date", "dcterms.date",
          "originalpublicationdate", "article_date_original", "bt:pubdate", "ptime", "shareaholic:article_published_time",
          "vr:published_time", "datecreated", "og:pubdate", "lastpubdate", "timestamp", "date")  # fmt: skip
#: Names of others like them.
_PUBLISHED = re.compile(r"publi\w*[:._-]?(?:date|time|on)|pub[:._-]?date|(?:date|time)[:._-]?publi")
_CHANGED = re.compile(r"modif|updat|expir|last")
#: Day, month and year of two digits each, as German pages write them; up to the twelfth it may be the month.
_SHORT_YEAR = re.compile(r"(?<![\d.])((?:1[3-9]|2\d|3[01])\.[01]\d\.)(\d{2})(?![\d.])")
_NINETIES = 90
#: A day as programs for mail write it (`ctime` of C): *Tue Mar 14 21:40:11 CET 2006*.
_OF_MAIL = re.compile(
    r"\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) +([A-Z][a-z]{2}) +(\d{1,2}) +\d\d:\d\d:\d\d +(?:[A-Z]{2,5} +|[+-]\d{4} +)?(\d{4})\b"
)
#: When a page was published, as scripts set it down: by a name for it, or as WeChat does by seconds alone. Characters of a
#: script that are looked at.
_IN_SCRIPT = re.compile(
    r"(?:(?<![a-z])(?:publish(?:ed)?_?(?:time|date|at)|pub_?(?:time|date))[\"']?\s*[:=]|\bvar ct\s*=)\s*[\"']?((?:19|20)\d\d[-/]\d\d?[-/]\d\d?|1\d{9}(?:\d{3})?)(?!\d)",
    re.IGNORECASE,
)
_LONGEST_SCRIPT = 200_000
#: Names in markup of elements that say when.
_CALLED_DATE = re.compile(r"date|datum|fecha|tarih|pubtime|published|дата", re.IGNORECASE)
#: Names that mark the day of an entry where its text has none (https://microformats.org/wiki/h-entry and hAtom before it).
_ENTRY = frozenset(("published", "dt-published", "entry-date"))
#: Days between the day shown and the later one stamped: a page that is moved keeps its day for a year or so.
_LONGEST_DELAY = 400
#: Years of pages: the web began in 1990, and no page is dated later than the calendars of this program reach.
_FIRST, _LAST = 1990, 2100


def day_of(
    headers: Headers, opening: Sequence[str], language: str | None, elsewhere: Sequence[str] = ()
) -> tuple[str, str]:
    """Return the day of first publication and where it was found; *opening* are the lines around the title.

    Lines *elsewhere* are heard if they say that their day is that of issue; those of other articles on a page do so seldom.
    """
    read = [credit_of(measure(0, Piece(line, 1)), language) for line in opening]
    days = {place: seen for place, credit in enumerate(read) if (seen := _shown(credit))}
    first = first_issued([(place, changed) for place, (_, changed) in days.items()])
    shown = "" if first is None else days[first][0]
    for where, value in _stated(headers):
        if day := as_day(value, language):
            # A page that is moved or saved anew is stamped anew; the day that its readers see stays.
            return (shown, "text") if _earlier(shown, day) else (day, where)
    addressed = _addressed(headers.url)
    if shown and not _earlier(addressed, shown):
        return shown, "text"
    if addressed:
        # An address stays as it was first; the day that readers see may be that of the last change.
        return addressed, "address"
    if labelled := _labelled(elsewhere, language):
        return labelled, "text"
    if scripted := _scripted(headers):
        return scripted, "script"
    searched, vague = _searched(headers), _vaguely_shown(opening, read)
    return (vague, "text") if vague and vague.startswith(searched) else (searched, "htmldate")


def _addressed(url: str) -> str:
    """Return the day in an address; nothing where it has none."""
    if found := _IN_ADDRESS.search(url) or _PARTED_ADDRESS.search(url):
        return _day(found) or ""
    worded = _WORDED_ADDRESS.search(url)
    return as_day(f"{worded[3]} {worded[2]} {worded[1]}", "en") if worded else ""


def dated_in(near: Sequence[Stretch]) -> list[str]:
    """Return the texts of the elements that the markup names dates, in lines that say more: numbers of news, buttons."""
    return [
        text
        for stretch in near
        for element in stretch.element.iterdescendants("span", "time", "div", "em", "small", "i", "b")
        if _CALLED_DATE.search(f"{element.get('class') or ''} {element.get('id') or ''}")
        and (text := " ".join(words_in(element))) != stretch.text
    ]


def _earlier(shown: str, stamped: str) -> bool:
    """Tell whether a day is before another, and not so long that it would be another event."""
    if not shown or not shown < stamped or len(shown) != len(stamped):
        return False
    return (date.fromisoformat(stamped) - date.fromisoformat(shown)).days <= _LONGEST_DELAY


def _shown(credit: Credit | None) -> tuple[str, bool] | None:
    """Return the day of issue in a line that only says who and when, and whether it is only when the text was changed."""
    if credit is None or not credit.dates or not (credit.is_byline or credit.is_dateline):
        return None
    day, calendar = sure_of(credit.dates)
    return (day, credit.changed) if calendar != "hijri" and day[-1].isdigit() else None


def _labelled(lines: Sequence[str], language: str | None) -> str:
    """Return the day of the first of *lines* that says it is the day of issue: `Published on 4 May 2021`."""
    said = (line for line in lines if any(map(str.isdigit, line)) and _says_issued(key_of(line)))
    shown = (_shown(credit_of(measure(0, Piece(line, 1)), language)) for line in said)
    return next((day for day, changed in filter(None, shown) if not changed), "")


def _says_issued(key: str) -> bool:
    """Tell whether a line has a label for the day of issue; in scripts without spaces it begins the line or the day follows it.

    There the word is within others: *…发布首款…* is a headline.
    """
    found = HAS_ISSUE_LABEL.search(key)
    if found is None or not UNSPACED_BY_CLAUSE.search(found[0]):
        return found is not None
    return found.start() == 0 or key[found.end() :][:1].isdecimal()


def _vaguely_shown(lines: Sequence[str], read: Sequence[Credit | None]) -> str:
    """Return the first day shown in *lines*, as they are *read*, that is in doubt, by the order of its numbers or by the moon; the last resort."""
    said = (credit for line, credit in zip(lines, read, strict=True) if credit and _is_of_issue(line, credit))
    return next((credit.dates[0][0] for credit in said), "")


def _is_of_issue(line: str, credit: Credit) -> bool:
    """Tell whether a line has a day and little else, or the time of day as well: that of a sentence is the day it tells of."""
    return bool(credit.dates) and (credit.is_alone or bool(_CLOCK.search(line)))


def _scripted(headers: Headers) -> str:
    """Return the day of issue that the scripts of a page set down, if they have one alone: those of lists are many."""
    texts = (script.text for script in headers.root.iter("script") if script.text)
    found = {as_day(day, None) for text in texts for day in _IN_SCRIPT.findall(text[:_LONGEST_SCRIPT])}
    return found.pop() if len(found) == 1 else ""


def _searched(headers: Headers) -> str:
    """Return the day that htmldate finds in the markup, for pages that say it in ways of their own."""
    from htmldate import find_date

    found = find_date(
        etree.tostring(headers.root, encoding="unicode", method="html"),
        original_date=True,
        extensive_search=False,
    )
    return found or ""


def as_day(value: str, language: str | None) -> str:
    """Return a date as pages write it for machines as an ISO day; nothing where it is none."""
    value = value.strip()
    if found := _ISO.match(value):
        return _day(found) or ""
    if value.isdecimal() and len(value) in (10, 13):
        return _of_seconds(int(value[:10]))
    dates = [(found.edtf, found.calendar) for found in find_dates(value[:100], language)]
    return sure_of(dates)[0].rstrip("?~") if dates else ""


def _day(found: re.Match[str]) -> str | None:
    try:
        day = date(int(found["y"]), int(found["m"]), int(found["d"]))
    except ValueError:
        return None
    return day.isoformat() if _FIRST <= day.year <= _LAST else None


def _of_seconds(seconds: int) -> str:
    day = date.fromordinal(date(1970, 1, 1).toordinal() + seconds // 86400)
    return day.isoformat() if _FIRST <= day.year <= _LAST else ""


def _stated(headers: Headers) -> Iterator[tuple[str, str]]:
    if isinstance(value := headers.article.get("datePublished"), str):
        yield "json-ld", value
    for name in (
        *_NAMES,
        *(name for name in headers.metas if _PUBLISHED.search(name) and not _CHANGED.search(name)),
    ):
        for value in headers.metas.get(name, ()):
            yield f"meta {name}", value
    yield from _marked(headers)
    for name in ("datePublished", "dateCreated", "uploadDate"):
        for one in headers.objects:
            if isinstance(value := one.get(name), str):
                yield "json-ld", value
    if times := [value for element in headers.root.iter("time") if (value := element.get("datetime"))]:
        yield "time", times[0]


def _marked(headers: Headers) -> Iterator[tuple[str, str]]:
    """Yield the days that the markup of the page itself marks as those of publication."""
    for element in headers.root.iter("time", "span", "abbr", "div", "p"):
        if "datepublished" in (element.get("itemprop") or "").lower() or element.get("pubdate") is not None:
            yield (
                "microdata",
                element.get("datetime") or element.get("content") or "".join(element.itertext()),
            )
        if not _ENTRY.isdisjoint((element.get("class") or "").split()):
            yield "microformat", element.get("datetime") or element.get("title") or ""


def full_year(line: str) -> str:
    """Return a line with the year of a date such as `25.04.24` written out: no page of the web is older than 1990.

    A day of a mail, which has the time before the year, gets the form of others.
    """
    written = _SHORT_YEAR.sub(
        lambda found: f"{found[1]}{'19' if int(found[2]) >= _NINETIES else '20'}{found[2]}", line
    )
    return _OF_MAIL.sub(r"\2 \1 \3", written)
