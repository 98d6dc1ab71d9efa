"""Statements: a page as pieces of text and facts, put together from all that the other modules find.

In: the root of a page. Out: its pieces, and the facts that it states: title, date, authors, outlet, address. The text
is judged first, because bylines and dates count only beside it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from diwan.documents.language import detect_language
from diwan.documents.names.mastheads import in_full
from diwan.documents.pieces import Piece
from diwan.documents.shapes import key_of
from diwan.documents.web import sights
from diwan.documents.web.authors import authors_of
from diwan.documents.web.days import dated_in, day_of, full_year
from diwan.documents.web.headers import Headers, headers_of
from diwan.documents.web.kinds import Kinds
from diwan.documents.web.linked import text_of
from diwan.documents.web.ordered import with_items
from diwan.documents.web.outlets import outlet_of
from diwan.documents.web.paid import paid_flags
from diwan.documents.web.places import Places
from diwan.documents.web.provided import flags_of_platform
from diwan.documents.web.signed import LONGEST, lines_of
from diwan.documents.web.stretches import Element, Stretch, stretches_of
from diwan.documents.web.titles import only_heading, titled
from diwan.documents.web.translated import flags_of_translation
from diwan.documents.web.unshown import FEWEST_SHOWN, unshown_text
from diwan.documents.web.verdicts import Verdict, judge
from diwan.documents.web.witness import Testimony, hear
from diwan.documents.wrapped import columns
from diwan.model.block import BlockKind, Flag
from diwan.text.words import count_words

#: Stretches before the title and into the text in which who and when may stand, and how far before the text.
_BEFORE, _INTO_TEXT, _FARTHEST = 6, 3, 40
#: Stretches right below the title in which authors may stand however far off the text begins: behind films and boxes.
_BELOW_TITLE = 12
#: Columns of the stretch with which the text begins: leads and credits before it are shorter, or no text. Of short texts
#: it is the first paragraph, or else the first line.
_RUNNING = (230, 100, 0)


@dataclass(frozen=True, slots=True)
class Statement:
    """The pieces of a page, the facts it states, and where each of them stands."""

    pieces: tuple[Piece, ...] = ()
    stated: dict[str, str] = field(default_factory=dict)
    found: dict[str, str] = field(default_factory=dict)
    #: What it says about who may read it, whose it is, and who translated it.
    flags: tuple[Flag, ...] = ()


def state(root: Element, saved_from: str = "") -> Statement:
    """Return what a page says: its text, and the facts about it; *saved_from* is the address that a browser noted in it."""
    body = root.find("body")
    stretches = stretches_of(root if body is None else body)
    headers = headers_of(root, saved_from)
    title, title_found, headings = titled(headers, stretches)
    known = Places()
    verdicts = judge(stretches, page_of(headers, title, headings, hear(root)), known)
    running = " ".join(s.text for s, v in zip(stretches, verdicts, strict=True) if v.kept)
    if unshown := unshown_text(headers) if count_words(running) < FEWEST_SHOWN else []:
        verdicts = [Verdict(kept=False, chance=0.0, rule="away-from-the-text") for _ in stretches]
        running = " ".join(unshown)
    language = detect_language(running or " ".join(stretch.text for stretch in stretches))
    opening, start, first = _opening(stretches, verdicts, title)
    short = [stretch for stretch in stretches if len(stretch.text) <= LONGEST]
    near = [stretch for stretch in short if stretch.index in opening]
    below = [
        stretch for stretch in short if start < stretch.index < min(start + _BELOW_TITLE + 1, opening.start)
    ]
    outlet, outlet_found = outlet_of(headers, title)
    authors, authors_found = authors_of(
        headers,
        lines_of([*below, *near], start, stretches, verdicts, known),
        outlet,
        language,
    )
    # What stands below the title speaks of the article more often than what stands above it.
    between = [stretch for stretch in short if first < stretch.index < opening.start]
    below_first = [*sorted(near, key=lambda stretch: stretch.index < start), *between]
    dated = [stretch.text for stretch in below_first] + dated_in(below_first)
    day, day_found = day_of(
        headers,
        [full_year(line) for line in dated],
        language,
        [stretch.text for stretch in short if stretch.index not in opening],
    )
    headline = only_heading(stretches, headers)
    kinds = Kinds(title, headline, authors, language, known, opening, opening.stop - _INTO_TEXT)
    pieces = [*with_items(kinds.pieces(stretches, verdicts), stretches)]
    pieces += [
        Piece(text, len(stretches) + number, kind=BlockKind.PARAGRAPH, rule="said-for-machines")
        for number, text in enumerate(unshown, start=1)
    ]
    # Title and outlet, where the markup has none, are looked for in the text as in any other; names and days are not.
    known_facts = {"title": (title, title_found), "outlet": (in_full(outlet, headers.host), outlet_found),
                   "url": (headers.url, "address"), "language": (language or "", "text")}  # fmt: skip
    stated = {fact: value for fact, (value, _) in known_facts.items() if value}
    found = {fact: place for fact, (_, place) in known_facts.items()}
    stated |= {"date": day, "authors": "; ".join(authors)}
    found |= {"date": day_found, "authors": authors_found}
    flags = (
        *paid_flags(headers, count_words(running)),
        *flags_of_platform(headers, outlet),
        *flags_of_translation(headers, language),
    )
    return Statement(tuple(pieces), stated, found, flags)


def page_of(headers: Headers, title: str, headings: Sequence[str], heard: Testimony) -> sights.Page:
    """Return what a page says outside its text, for its stretches to be compared with."""
    titles = (title, headers.first("og:title"), headers.title, *headings[:3])
    description = headers.first("og:description", "description")
    return sights.Page(titles, description, text_of(headers.article.get("articleBody")), heard)


def _opening(stretches: Sequence[Stretch], verdicts: Sequence[Verdict], title: str) -> tuple[range, int, int]:
    """Return where, around the title and the beginning of the text, who and when may stand, where the title is, last and first."""
    title_key = key_of(title)
    kept = [
        (s.index, columns(s.text))
        for s, v in zip(stretches, verdicts, strict=True)
        if v.kept and s.element.tag != "h1"
    ]
    begins = (next((index for index, wide in kept if wide >= least), None) for least in _RUNNING)
    text_at = next((index for index in begins if index is not None), len(stretches))
    said = [s.index for s in stretches[:text_at] if s.element.tag == "h1" or (title and s.key == title_key)]
    start = said[-1] if said else text_at
    farthest = max(text_at - _FARTHEST, 0)
    first = max(said[0], farthest) if said else start
    return range(max(start - _BEFORE, farthest), text_at + _INTO_TEXT), start, first
