"""Authors of pages: those whom the page names as having written the article, and nobody else.

In: the headers, and the short lines around the title. Out: the names and where they were found. What the page gives
for machines comes first; where that names only the site or nobody, a byline beside the title counts, if it has the
form of one. A page that names nobody has no author.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from diwan.documents.bylines import bare_name, credit_of
from diwan.documents.cues import IS_DATE_LABEL
from diwan.documents.dates import find_dates
from diwan.documents.pieces import Piece
from diwan.documents.shapes import key_of, measure, squeezed
from diwan.documents.signatures import is_role
from diwan.documents.web.headers import Headers
from diwan.documents.web.linked import text_of

_NAMES = ("author", "article:author", "og:article:author", "byl", "article_author", "citation_author", "parsely-author",
          "sailthru.author", "cxenseparse:author", "dc.creator", "dcterms.creator", "dcsext.author", "authors",
          "branch:deeplink:authorname1", "branch:deeplink:authorname2", "branch:deeplink:authorname3")  # fmt: skip
_BY = re.compile(
    r"^\s*(?:by|von|par|por|di|door|av|af|от|автор|auteur|autor|autora|author|text|texto|testo|tekst|words by|written by"
    r"|posted by|reported by|scritto da|écrit par|escrito por|oleh|yazan|بقلم|كتب|نوشته|文|作者|記者|记者)\s*[:：|｜]?\s+",
    re.IGNORECASE,
)
_AND = re.compile(
    r"\s*[;|/&•]\s*|,\s+|、|\s+(?:and|und|et|y|og|och|en|i|и|та|ve|dan)\s+|\s+و(?=\w{3})", re.IGNORECASE
)
_NO_NAME = re.compile(
    r"https?:|www\.|@|\.(?:com|php|html?)\b|facebook|^\d+$|<|\{|^(?:admin|administrator|editor|user|guest|unknown|none|null|redaktion|redacción)$",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:https?:|www\.)\S*|\S+@\S*")
#: Words and characters of the longest name, and how many names a byline has at most.
_MOST_WORDS, _LONGEST, _MOST = 8, 80, 12
#: Signs that may stand before and behind a name.
_ENDS = " .,;:|·•–—-"
_BAR = re.compile(r"\s+[|•·–—]\s+")
_CUT = re.compile(r"\s[|•·–—-]+\s|[|،,]")
#: Words of a name in a script without capitals, and what stands in no name.
_FEWEST, _MOST_PLAIN = 2, 4
_OTHER = re.compile(r"[\d:：!?؟@#()«»\"]")
#: Letters of the longest sign of an agency or of a person, such as *dpa* or *kesm*.
_SIGN = 4
#: Names in the longest byline that is read off the page: more are a list of contributors. Letters of initials.
_MOST_SEEN, _INITIALS = 5, 3


@dataclass(frozen=True, slots=True)
class Line:
    """A short text near the title, and whether the markup names it a byline."""

    text: str
    named: bool


def authors_of(
    headers: Headers, lines: Sequence[Line], outlet: str, language: str | None
) -> tuple[tuple[str, ...], str]:
    """Return the authors and where they were found; *lines* are those that may name them, the surest first."""
    stated = [(where, names) for where, names in _stated(headers) if names]
    seen = next((names for line in lines if (names := _seen(line, language, outlet))), ())
    site = {squeezed(name) for name in (outlet, headers.host, headers.first("og:site_name")) if name}
    for where, names in stated:
        if not all(squeezed(name) in site or _is_handle(name) for name in names):
            return names, where
    if seen and len(seen) <= _MOST_SEEN:
        return seen, "byline"
    # Who is named by the site's own name is its author where it says nobody else; a handle names nobody.
    return next(
        ((names, where) for where, names in stated if any(squeezed(name) in site for name in names)),
        ((), ""),
    )


def _is_handle(name: str) -> bool:
    """Tell whether a name is what somebody is called on a site: one small word, no agency's few letters."""
    return name.isascii() and name.islower() and " " not in name and "." not in name and len(name) > _SIGN


def _stated(headers: Headers) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield "json-ld", _names(_people(headers.article.get("author") or headers.article.get("creator")))
    for name in _NAMES:
        values = headers.metas.get(name, ())
        if name.startswith("branch:"):
            values = [
                value
                for part in _NAMES
                if part.startswith("branch:")
                for value in headers.metas.get(part, ())
            ]
        elif "creator" in name or name == "citation_author":
            values = [
                " ".join(reversed(value.split(", "))) if value.count(", ") == 1 else value for value in values
            ]
        yield f"meta {name}", _names(values)


def _people(value: Any) -> list[str]:
    """Return the names in the value of `author`: of a list each, of an object its name."""
    if isinstance(value, list):
        return [name for one in value for name in _people(one)]
    if isinstance(value, dict) and isinstance(value.get("name"), list):
        return [text_of(name) for name in value["name"]]
    return [text_of(value)] if value else []


def _names(values: Iterable[str]) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for value in values:
        for part in _AND.split(_BY.sub("", _ADDRESS.sub(" ", value))):
            name = " ".join(part.split()).strip(" .,:–—-|")
            if (
                name
                and not _NO_NAME.search(name)
                and len(name) <= _LONGEST
                and len(name.split()) <= _MOST_WORDS
                and any(map(str.isalpha, name))
                and not is_role(name)
            ):
                found.setdefault(key_of(name), name)
    return tuple(found.values())[:_MOST]


def _seen(line: Line, language: str | None, outlet: str) -> tuple[str, ...]:
    """Return the names in a line that has the form of a byline: names with *by* or a date, or names alone."""
    text = line.text
    for part in (text, *_BAR.split(text)):
        credit = credit_of(measure(0, Piece(part, 1)), language)
        if credit and credit.is_byline and (line.named or credit.signed):
            return _people_in(credit.names, outlet)
    parts = [part for part in _AND.split(_BY.sub("", text)) if part.strip()] if line.named else []
    names = [bare_name(measure(0, Piece(part.strip(_ENDS), 1))) for part in parts]
    if line.named and not all(names) and (plain := _without_capitals(text, language)):
        return _people_in(plain, outlet)
    return _people_in(filter(None, names), outlet) if names and all(names) else ()


def _without_capitals(text: str, language: str | None) -> list[str]:
    """Return the names in a byline of a script without capitals, such as Arabic: two to four words beside a date."""
    if any(letter.lower() != letter.upper() for letter in text):
        return []
    for found in reversed(find_dates(text, language)):
        text = f"{text[: found.start]} | {text[found.end :]}"
    parts = [part.strip(_ENDS) for part in _CUT.split(text)]
    return [
        part
        for part in parts
        if _FEWEST <= len(part.split()) <= _MOST_PLAIN
        and not _OTHER.search(part)
        and not IS_DATE_LABEL.match(key_of(part))
    ]


def _people_in(names: Iterable[str], outlet: str) -> tuple[str, ...]:
    """Return *names* without the outlet's own and without what is only made of initials, such as *AM UTC*."""
    full = (
        name for name in names if not name.isascii() or any(len(word) > _INITIALS for word in name.split())
    )
    return _names(name for name in full if squeezed(name) != squeezed(outlet))
