"""Days: when a page was first published, as it says.

In: the headers, and the opening lines of the text. Out: the day as ISO 8601 and where it was found. What the page
gives for machines comes first; then a `time` element or a line beside the title; then the address.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from diwan.documents.dates import find_dates
from diwan.documents.web.headers import Headers

_ISO = re.compile(r"(?P<y>\d{4})-?(?P<m>\d{2})-?(?P<d>\d{2})(?!\d)")
_IN_ADDRESS = re.compile(
    r"[/_-](?P<y>(?:19|20)\d{2})[/_-]?(?P<m>[01]\d|[1-9])[/_-]?(?P<d>[0-3]\d|[1-9])(?!\d)"
)
#: Names of `meta` elements that say when a page was first published, the surest first.
_NAMES = ("article:published_time", "og:article:published_time", "article:published", "og:published_time", "datepublished",
          "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date",
          "published-date", "published_time", "date_published", "cxenseparse:recs:publishtime", "citation_publication_date",
          "citation_date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date", "dcterms.date",
          "originalpublicationdate", "article_date_original", "bt:pubdate", "ptime", "shareaholic:article_published_time",
          "vr:published_time", "datecreated", "og:pubdate", "lastpubdate", "timestamp", "date")  # fmt: skip
#: Years of pages: the web began in 1990, and no page is dated later than the calendars of this program reach.
_FIRST, _LAST = 1990, 2100


def day_of(headers: Headers, opening: Sequence[str], language: str | None) -> tuple[str, str]:
    """Return the day of first publication and where it was found; *opening* are the lines around the title."""
    for where, value in _stated(headers):
        if day := as_day(value, language):
            return day, where
    for line in opening:
        if found := find_dates(line, language):
            return found[0].edtf, "text"
    if found_in := _IN_ADDRESS.search(headers.url):
        return _day(found_in) or "", "address"
    return "", ""


def as_day(value: str, language: str | None) -> str:
    """Return a date as pages write it for machines as an ISO day; nothing where it is none."""
    value = value.strip()
    if found := _ISO.match(value):
        return _day(found) or ""
    if value.isdecimal() and len(value) in (10, 13):
        return _of_seconds(int(value[:10]))
    dates = find_dates(value[:100], language)
    return dates[0].edtf.rstrip("?~") if dates else ""


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
    for name in ("datePublished", "dateCreated", "uploadDate"):
        if isinstance(value := headers.article.get(name), str):
            yield "json-ld", value
    for name in _NAMES:
        for value in headers.metas.get(name, ()):
            yield f"meta {name}", value
    for element in headers.root.iter("time", "span", "abbr", "div", "p", "meta"):
        prop = (element.get("itemprop") or "").lower()
        if "datepublished" in prop or element.get("pubdate") is not None:
            yield (
                "microdata",
                element.get("datetime") or element.get("content") or "".join(element.itertext()),
            )
    for one in headers.objects:
        if isinstance(value := one.get("datePublished"), str):
            yield "json-ld", value
    times = [element.get("datetime") or "" for element in headers.root.iter("time")]
    if times and times[0]:
        yield "time", times[0]
