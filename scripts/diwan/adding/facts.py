"""Facts: what is known of an article to be added, each with its basis.

In: the document, the address, what a list says. Out: title, authors, date, language, kind and address, each from the
source that is nearest to the article: what it states itself, then its address, then a list that somebody kept. A fact
that none of them gives stays unknown; nothing is guessed from the name of a file or from today.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePath

from diwan.adding.addresses import date_in, host_of, plain_address
from diwan.adding.houses import is_house
from diwan.adding.words import line_of
from diwan.corpus.days import why_no_day
from diwan.documents.language import sure_language
from diwan.documents.names.calendars import HIJRI_YEARS
from diwan.documents.names.dates import find_dates
from diwan.documents.names.mastheads import names_in
from diwan.documents.pieces import OF_FILE
from diwan.model.block import Document
from diwan.model.copies import page_of_copy, page_translated
from diwan.model.record import UNKNOWN, Kind
from diwan.problems import Location, Problem, Severity
from diwan.text.edtf import parse_edtf

#: Where a rule of the converter found a fact, in words for readers. Others are named as they are.
_WHERE = {
    "title": "", "text": "", "format": "in the data of the page or file", "who": "in the byline", "when": "beside the title", "above-the-title": "above the title",
    "opening-credit": "in the credit that opens the text", "copyright-line": "in the copyright line",
    "title-suffix": "behind the title", "byline-of-the-site": "in the byline", "beside-the-day": "in a line beside the day",
    "over-a-note": "over a note on the author", "address-line": "in a line that is an address", "archive": "by the press archive",
    "known-outlet": "in a line that names a widely known outlet", "provider": "as the provider of the article",
}  # fmt: skip
#: A day that was written by another calendar than ours.
_OF_CALENDAR = re.compile(r"(?P<rule>\S+) \((?P<calendar>[a-z-]+)\)")
#: Where a name stands that no word, day or note calls an author's.
_NAME_ALONE = {
    "name-alone": "inferred: from a name alone between title and text",
    "below-the-text": "inferred: from a name alone below the text",
}
#: Of the day in the data of a file nobody knows whether it is that of the article.
DAY_OF_FILE = "inferred: from the data of the file, which may say when the file was made"
#: Where rules for web pages found a fact: elements and properties by which pages describe themselves, and what is seen.
_IN_DATA = re.compile(r"json-ld|microdata|meta\b.*|og:.*|twitter:.*|time")
_SEEN = {
    "h1": "in the heading",
    "byline": "in the byline",
    "script": "in a script of the page",
    "htmldate": "in the page, as htmldate reads it",
}
LISTED = "inferred: from the list of references it came in"
#: Of a title alone, which is short and may hold names.
OF_TITLE = "inferred: from the title in the list of references"
_OF_ADDRESS = "url: the address of the page"
#: Where the page or the list names nobody as author but the outlet.
_OUTLET_ALONE = "unknown: only the outlet is named"
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*")
#: Parts of addresses that say what sort of text stands there.
_OPINION = re.compile(
    r"/(?:opinions?|op-ed|views|columns?|columnists?|commentary|comment|blogs?|meinung|yazarlar|mnenie|articles?/opinion|رأي|مقالات)(?:/|$)"
)
_INTERVIEW = re.compile(r"/interviews?(?:/|$)")
_ANALYSIS = re.compile(r"/(?:analysis|analyses|insights?|explainers?|تحليل)(?:/|$)")
#: Undetermined, in the code list of languages (ISO 639-2).
NO_LANGUAGE = "und"


@dataclass(frozen=True, slots=True)
class Fact:
    """A value and the basis on which it stands, as records write it."""

    value: str
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is known of an article before it has a record."""

    title: Fact
    authors: tuple[str, ...]
    authors_basis: str
    #: The name of the outlet as the page or list writes it; empty where none does.
    outlet: Fact
    date: Fact
    language: Fact
    kind: Kind
    url: str
    #: Where an archived copy of the page stands.
    archived: str = UNKNOWN


def facts_of(document: Document | None, url: str, listed: Mapping[str, str], name: str) -> Facts:
    """Return what is known of the article in *document*, at *url*, of which a list says *listed*; *name* is the file's."""
    stated = _stated(document)
    archived = plain_address(listed.get("archived"))
    url = plain_address(url or (document.url if document else ""))
    url = plain_address(page_translated(url)[0] or url)
    if page := page_of_copy(url):
        archived, url = url, plain_address(page)
        if stated["outlet"].value.lower().removeprefix("www.") == host_of(archived):
            stated["outlet"] = Fact("", UNKNOWN)  # the archive kept the page, and did not publish it
    language = _language(stated["language"], listed)
    outlet = _first(stated["outlet"], Fact(line_of(listed.get("outlet")), LISTED))
    authors, authors_basis = _authors(stated["authors"], listed, (*names_in(outlet.value), host_of(url)))
    return Facts(
        title=_title(stated["title"], listed, name),
        authors=authors,
        authors_basis=authors_basis,
        outlet=outlet,
        date=_date(stated["date"], url, listed, language.value),
        language=language,
        kind=_kind(url, listed),
        url=url,
        archived=archived,
    )


def without_house(facts: Facts, names: Collection[str]) -> Facts:
    """Return *facts* without authors who go by one of the *names* of the outlet."""
    people = tuple(name for name in facts.authors if not is_house(name, names))
    basis = facts.authors_basis if people or not facts.authors else _OUTLET_ALONE
    return replace(facts, authors=people, authors_basis=basis)


def _stated(document: Document | None) -> dict[str, Fact]:
    """Return what *document* states, empty where it states nothing."""
    names = ("title", "authors", "outlet", "date", "language")
    if document is None:
        return dict.fromkeys(names, Fact("", UNKNOWN))
    values = {
        "title": document.title, "authors": "; ".join(document.authors), "outlet": document.outlet,
        "date": document.date, "language": document.language,
    }  # fmt: skip
    return {name: Fact(line_of(values[name]), _basis(document.found.get(name, ""))) for name in names}


def _basis(rule: str) -> str:
    if rule == "address":
        return _OF_ADDRESS
    if rule == OF_FILE:
        return DAY_OF_FILE
    if rule in _NAME_ALONE:
        return _NAME_ALONE[rule]
    if dated := _OF_CALENDAR.fullmatch(rule):
        return f"{_basis(dated['rule'])}, in the {dated['calendar'].replace('-', ' ').title()} calendar"
    where = _SEEN.get(rule) or _WHERE.get(rule, rule)
    if _IN_DATA.fullmatch(rule):
        where = f"in the data of the page ({rule.removeprefix('meta ')})"
    return f"stated: {where}" if where else "stated"


def _authors(stated: Fact, listed: Mapping[str, str], outlet: Collection[str]) -> tuple[tuple[str, ...], str]:
    """Return who wrote, with the basis, without those who go by a name of the *outlet*: an outlet publishes."""
    fact = _first(stated, Fact(line_of(listed.get("authors")), LISTED))
    names = [line_of(name).strip(" -–—|,:") for name in fact.value.split("; ")]
    people = tuple(name for name in names if name and not is_house(name, outlet))
    return people, fact.basis if people or not any(names) else _OUTLET_ALONE


def _first(*facts: Fact) -> Fact:
    return next((fact for fact in facts if fact.value), Fact("", UNKNOWN))


def _title(stated: Fact, listed: Mapping[str, str], name: str) -> Fact:
    found = _first(stated, Fact(line_of(listed.get("title")), LISTED))
    if not found.value:
        return Fact(f"[Untitled: {line_of(PurePath(name).name) or 'article'}]", UNKNOWN)
    # Square brackets around a whole title mean that it is ours.
    value = found.value
    return Fact(value.strip("[]") if value.startswith("[") and value.endswith("]") else value, found.basis)


def _date(stated: Fact, url: str, listed: Mapping[str, str], language: str) -> Fact:
    here = date_in(url) if url != UNKNOWN else None
    for fact in (
        stated,
        Fact(here or "", "url: the date in the address"),
        Fact(listed.get("date", ""), LISTED),
    ):
        value = _of_our_years(fact.value, language)
        if value and _is_date(value):
            return Fact(value, fact.basis)
    return Fact(UNKNOWN, UNKNOWN)


def date_left_out(facts: Facts, listed: Mapping[str, str], name: str) -> tuple[Problem, ...]:
    """Return the problem of a date that the list of references says, and that no article can be of."""
    date = listed.get("date", "")
    if not date or facts.date.value != UNKNOWN:
        return ()
    message = f"the date '{line_of(date)}' is not taken over: it cannot be read, or is none of an article"
    mend = "write into the record when the article appeared"
    return (Problem("date-impossible", Location(path=name), message, mend, Severity.WARNING),)


def _of_our_years(date: str, language: str) -> str:
    """Return a day of a year such as 1400, which is one of Iran or of the Hijra, as one of ours; nothing where it is no day."""
    if not date[:4].isdecimal() or int(date[:4]) not in HIJRI_YEARS:
        return date
    return next((found.edtf for found in find_dates(date, language)), "")


def _is_date(text: str) -> bool:
    try:
        return parse_edtf(text).known and not why_no_day(text)
    except ValueError:
        return False


def _language(stated: Fact, listed: Mapping[str, str]) -> Fact:
    basis = "inferred: from the text itself" if stated.basis == "stated" else stated.basis
    for fact in (Fact(stated.value.lower(), basis), Fact(listed.get("language", ""), LISTED)):
        if _LANGUAGE.fullmatch(fact.value):
            return fact
    told = sure_language(listed.get("title", ""))
    return Fact(told, OF_TITLE) if told else Fact(NO_LANGUAGE, UNKNOWN)


def _kind(url: str, listed: Mapping[str, str]) -> Kind:
    """Return the kind that the address or a list suggests; a person decides it in any case."""
    for pattern, kind in ((_OPINION, Kind.OPINION), (_INTERVIEW, Kind.INTERVIEW), (_ANALYSIS, Kind.ANALYSIS)):
        if pattern.search(url.lower()):
            return kind
    return Kind(listed["kind"]) if listed.get("kind") in set(Kind) else Kind.NEWS
