"""Statements: a page as pieces of text and facts, put together from all that the other modules find.

In: the root of a page. Out: its pieces, and the facts that it states: title, date, authors, outlet, address. The text
is judged first, because bylines and dates count only beside it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from diwan.documents.language import detect_language
from diwan.documents.pieces import Piece
from diwan.documents.shapes import key_of
from diwan.documents.web import places, sights
from diwan.documents.web.authors import Line, authors_of
from diwan.documents.web.days import day_of
from diwan.documents.web.headers import Headers, headers_of
from diwan.documents.web.kinds import Kinds
from diwan.documents.web.linked import text_of
from diwan.documents.web.outlets import outlet_of
from diwan.documents.web.paid import paid_flags
from diwan.documents.web.places import Places
from diwan.documents.web.stretches import Element, Stretch, stretches_of
from diwan.documents.web.titles import title_of
from diwan.documents.web.verdicts import Verdict, judge
from diwan.documents.web.witness import Testimony, hear
from diwan.model.block import Flag
from diwan.text.words import count_words

#: Stretches before the title and into the text in which who and when may stand, and how far before the text.
_BEFORE, _INTO_TEXT, _FARTHEST = 6, 3, 40
#: Columns of the longest byline and dateline.
_LONGEST = 160
#: Day, month and year of two digits each, as German pages write them; up to the twelfth it may be the month.
_SHORT_YEAR = re.compile(r"(?<![\d.])((?:1[3-9]|2\d|3[01])\.[01]\d\.)(\d{2})(?![\d.])")
_NINETIES = 90
#: Stretches of text before a name that signs it, characters of the longest, and the elements that hold lines.
_FEWEST_BEFORE, _LONGEST_NAME = 3, 40
_LIST_MARKS = ("-", "*", "+", "•")
_LINES = frozenset(("p", "div", "section", "article"))
#: Strength of what neither markup nor names in it call a byline.
_UNNAMED = 3
#: Letters and signs of a stretch with which the text begins; leads and credits before it are shorter, or no text.
_RUNNING = 200
_BYLINE = places.NAMES.index("in.byline")
#: Names in markup that say so of a few words in a line; `hints` has more, which also name credits of pictures.
_NAMED = re.compile(r"author|byline|autor|auteur|writer|redakt|journalist|penulis|yazar", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Statement:
    """The pieces of a page, the facts it states, and where each of them stands."""

    pieces: tuple[Piece, ...] = ()
    stated: dict[str, str] = field(default_factory=dict)
    found: dict[str, str] = field(default_factory=dict)
    #: What it says about who may read it.
    flags: tuple[Flag, ...] = ()


def state(root: Element) -> Statement:
    """Return what a page says: its text, and the facts about it."""
    body = root.find("body")
    stretches = stretches_of(root if body is None else body)
    headers = headers_of(root)
    headings = [stretch.text for stretch in stretches if stretch.element.tag == "h1"]
    title, title_found = title_of(headers, headings)
    known = Places()
    verdicts = judge(stretches, page_of(headers, title, headings, hear(root)), known)
    running = " ".join(s.text for s, v in zip(stretches, verdicts, strict=True) if v.kept)
    language = detect_language(running or " ".join(stretch.text for stretch in stretches))
    opening, start = _opening(stretches, verdicts, title)
    near = [stretch for stretch in stretches if stretch.index in opening and len(stretch.text) <= _LONGEST]
    outlet, outlet_found = outlet_of(headers)
    authors, authors_found = authors_of(
        headers, [*_bylines(near, known), *_closing(stretches, verdicts)], outlet, language
    )
    # What stands below the title speaks of the article more often than what stands above it.
    below_first = sorted(near, key=lambda stretch: stretch.index < start)
    day, day_found = day_of(headers, [_full_year(stretch.text) for stretch in below_first], language)
    pieces = tuple(Kinds(title, authors, language, known, opening).pieces(stretches, verdicts))
    # Title and outlet, where the markup has none, are looked for in the text as in any other; names and days are not.
    known_facts = {"title": (title, title_found), "outlet": (outlet, outlet_found), "url": (headers.url, "address"),
                   "language": (language or "", "text")}  # fmt: skip
    stated = {fact: value for fact, (value, _) in known_facts.items() if value}
    found = {fact: place for fact, (_, place) in known_facts.items()}
    stated |= {"date": day, "authors": "; ".join(authors)}
    found |= {"date": day_found, "authors": authors_found}
    return Statement(pieces, stated, found, tuple(paid_flags(headers, count_words(running))))


def page_of(headers: Headers, title: str, headings: Sequence[str], heard: Testimony) -> sights.Page:
    """Return what a page says outside its text, for its stretches to be compared with."""
    titles = (title, headers.first("og:title"), headers.title, *headings[:3])
    description = headers.first("og:description", "description")
    return sights.Page(titles, description, text_of(headers.article.get("articleBody")), heard)


def _opening(stretches: Sequence[Stretch], verdicts: Sequence[Verdict], title: str) -> tuple[range, int]:
    """Return where, around the title and the beginning of the text, who and when may stand, and where the title is."""
    title_key = key_of(title)
    running = (
        v.kept and s.size >= _RUNNING and s.element.tag != "h1"
        for s, v in zip(stretches, verdicts, strict=True)
    )
    text_at = next((index for index, is_text in enumerate(running) if is_text), len(stretches))
    said = [s.index for s in stretches[:text_at] if s.element.tag == "h1" or (title and s.key == title_key)]
    start = said[-1] if said else text_at
    return range(max(start - _BEFORE, text_at - _FARTHEST, 0), text_at + _INTO_TEXT), start


def _bylines(near: Sequence[Stretch], known: Places) -> list[Line]:
    """Return what may name the authors, the surest first: what is marked so, what is named so, what says so."""
    found: list[tuple[int, int, str]] = []
    for stretch in near:
        for element in stretch.element.iter("a", "span", "strong", "em", "address", "div", "p"):
            marked = element.get("rel") == "author" or "author" in (element.get("itemprop") or "").lower()
            called = _NAMED.search(f"{element.get('class') or ''} {element.get('id') or ''}")
            text = " ".join("".join(element.itertext()).split()) if marked or called else ""
            if text and len(text) <= _LONGEST:
                found.append((0 if marked else 1, stretch.index, text))
        named = known.of(stretch.element).levels[_BYLINE] <= 1
        found.append((2 if named else 3, stretch.index, _full_year(stretch.text)))
    return [Line(text, named=strength < _UNNAMED) for strength, _, text in sorted(found)]


def _closing(stretches: Sequence[Stretch], verdicts: Sequence[Verdict]) -> list[Line]:
    """Return the line with which the text ends, if it may be the name of who wrote: short, no link, no item of a list."""
    kept = [stretch for stretch, verdict in zip(stretches, verdicts, strict=True) if verdict.kept]
    if len(kept) < _FEWEST_BEFORE or len(kept[-1].text) > _LONGEST_NAME or kept[-1].size == 0:
        return []
    last, before = kept[-1], kept[-2]
    in_list = last.text.startswith(_LIST_MARKS)
    alone = last.element.tag in _LINES and before.size > _LONGEST_NAME and not last.linked and not in_list
    return [Line(last.text, named=True)] if alone and before.element.tag in _LINES else []


def _full_year(line: str) -> str:
    """Return a line with the year of a date such as `25.04.24` written out: no page of the web is older than 1990."""
    return _SHORT_YEAR.sub(
        lambda found: f"{found[1]}{'19' if int(found[2]) >= _NINETIES else '20'}{found[2]}", line
    )
