"""Statements: a page as pieces of text and facts, put together from all that the other modules find.

In: the root of a page. Out: its pieces, and the facts that it states: title, date, authors, outlet, address. The text
is judged first, because bylines and dates count only beside it.
"""

from collections.abc import Sequence

from diwan.documents.language import detect_language
from diwan.documents.pieces import Piece
from diwan.documents.web import places, sights
from diwan.documents.web.authors import authors_of
from diwan.documents.web.days import day_of
from diwan.documents.web.headers import Headers, headers_of
from diwan.documents.web.kinds import Kinds
from diwan.documents.web.linked import text_of
from diwan.documents.web.outlets import outlet_of
from diwan.documents.web.places import Places
from diwan.documents.web.stretches import Element, Stretch, stretches_of
from diwan.documents.web.titles import title_of
from diwan.documents.web.verdicts import Verdict, judge

#: Stretches before and after the title in which who and when may stand.
_BEFORE, _AFTER = 6, 12
#: Columns of the longest byline and dateline.
_LONGEST = 160
_BYLINE = places.NAMES.index("in.byline")


def pieces_and_facts(root: Element) -> tuple[tuple[Piece, ...], dict[str, str]]:
    """Return the pieces of a page and the facts it states."""
    body = root.find("body")
    stretches = stretches_of(root if body is None else body)
    headers = headers_of(root)
    headings = [stretch.text for stretch in stretches if stretch.element.tag == "h1"]
    title, _ = title_of(headers, headings)
    verdicts = judge(stretches, page_of(headers, title, headings))
    running = " ".join(s.text for s, v in zip(stretches, verdicts, strict=True) if v.kept)
    language = detect_language(running or " ".join(stretch.text for stretch in stretches))
    opening = _opening(stretches, verdicts, title)
    outlet, _ = outlet_of(headers)
    authors, _ = authors_of(headers, _bylines(opening), outlet, language)
    day, _ = day_of(headers, [stretch.text for stretch in opening if len(stretch.text) <= _LONGEST], language)
    pieces = tuple(Kinds(title, authors, language).pieces(stretches, verdicts))
    facts = {"title": title, "date": day, "authors": "; ".join(authors), "outlet": outlet, "url": headers.url}
    return pieces, facts | ({"language": language} if language else {})


def page_of(headers: Headers, title: str, headings: Sequence[str]) -> sights.Page:
    """Return what a page says outside its text, for its stretches to be compared with."""
    titles = (title, headers.first("og:title"), headers.title, *headings[:3])
    description = headers.first("og:description", "description")
    return sights.Page(titles, description, text_of(headers.article.get("articleBody")))


def _opening(stretches: Sequence[Stretch], verdicts: Sequence[Verdict], title: str) -> list[Stretch]:
    """Return the stretches around the title and the beginning of the text."""
    kept = [stretch.index for stretch, verdict in zip(stretches, verdicts, strict=True) if verdict.kept]
    start = next(
        (s.index for s in stretches if s.text == title and s.element.tag == "h1"), kept[0] if kept else 0
    )
    return list(stretches[max(start - _BEFORE, 0) : start + _AFTER])


def _bylines(opening: Sequence[Stretch]) -> list[str]:
    """Return the lines of the opening whose markup says that they name authors."""
    known = Places()
    found = []
    for stretch in opening:
        named = known.of(stretch.element).levels[_BYLINE] <= 2  # noqa: PLR2004 the line, its wrapper, and theirs
        marked = any(
            (e.get("rel") or "") == "author" or "author" in (e.get("itemprop") or "")
            for e in stretch.element.iter("a", "span", "div", "p")
        )
        if len(stretch.text) <= _LONGEST and (named or marked):
            found.append(stretch.text)
    return found
