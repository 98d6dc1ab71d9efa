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
from diwan.documents.web.stretches import Element, Stretch, stretches_of, words_in
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
#: Share of a teaser that is linked, and characters from which what stands beside a byline is a title; *By* and a day are less.
_MOSTLY, _LONGEST_BESIDE_BYLINE = 0.8, 25
#: Letters and signs of a stretch with which the text begins; leads and credits before it are shorter, or no text.
_RUNNING = 200
_BYLINE = places.NAMES.index("in.byline")
#: Where names are of others: readers who comment, who posted what is shown, who made a picture. With the levels up within
#: which that is said: bodies of whole pages are named by what they allow, as `has-comments`.
_OF_OTHERS = tuple(
    (places.NAMES.index(f"in.{name}"), level)
    for name, level in (("comment", 3), ("cited", 5), ("<figcaption>", 4), ("caption", 2))
)
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
        headers, [*_bylines(near, known, start), *_closing(stretches, verdicts)], outlet, language
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


def _bylines(near: Sequence[Stretch], known: Places, start: int) -> list[Line]:
    """Return what may name the authors, the surest first: what is marked so, what is named so, what says so.

    What stands below the title, which is at *start*, comes before what is as sure above it.
    """
    found: list[tuple[int, bool, int, str, str]] = []
    for stretch in near:
        above = stretch.index < start
        if any(known.of(stretch.element).levels[column] < level for column, level in _OF_OTHERS):
            continue
        for element in stretch.element.iter("a", "span", "strong", "em", "address", "div", "p"):
            marked = element.get("rel") == "author" or "author" in (element.get("itemprop") or "").lower()
            called = f"{element.get('class') or ''} {element.get('id') or ''}"
            text = " ".join(words_in(element)) if marked or _NAMED.search(called) else ""
            if text and len(text) <= _LONGEST and not _is_teaser(stretch, text):
                found.append((0 if marked else 1, above, stretch.index, text, called))
        named = known.of(stretch.element).levels[_BYLINE] <= 1
        found.append((2 if named else _UNNAMED, above, stretch.index, _full_year(stretch.text), ""))
    return [
        Line(text, named=strength < _UNNAMED, index=index, called=called)
        for strength, _, index, text, called in sorted(found)
    ]


def _is_teaser(stretch: Stretch, byline: str) -> bool:
    """Tell whether the *byline* in a stretch is that of another article: most of it is a link that says more."""
    return (
        stretch.linked > stretch.size * _MOSTLY and len(stretch.text) - len(byline) > _LONGEST_BESIDE_BYLINE
    )


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
