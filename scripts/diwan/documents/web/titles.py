"""Titles of pages: the one an article has, without what its site adds.

In: the headers, the headings of level 1, and the lines that the page shows. Out: the title and where it was found. What a page gives for machines
(JSON-LD, Open Graph) comes first; a part of it that names the site is cut off where something else on the page shows
that it is no part of the title.
"""

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from diwan.documents.shapes import UNSPACED_BY_CLAUSE, key_of, length_of, squeezed
from diwan.documents.web.headers import Headers
from diwan.documents.web.linked import text_of
from diwan.documents.web.stretches import Element, Stretch
from diwan.documents.wrapped import columns

#: Addresses of the first page of a site.
_HOME = re.compile(r"(?:https?:)?//[^/?#]+/?|/", re.IGNORECASE)
#: Signs by which sites join their name to a title.
_JOINT = re.compile(
    r"\s+[|·•–—\-:»«/\\<>~]{1,3}\s+|\s*::\s*|\s*[|｜]\s*|(?<=\S)[：_](?=\S)|(?<=\S):\s+|\s*:\s+(?=\S)|\s_|\s\[(?=[^\]]*\]$)|（(?=[^（）]{2,20}）$)"
)
#: The same where what stands before them or behind them is a line of the page: signs without spaces, and a space alone, in
#: the title of a page in a script that has none between its words.
_CLOSE_JOINT = re.compile(r"(?<=\S)[-–—_]{1,3}(?=\S)|(?<=[\u3040-\u9fff，。！？”）])\s+(?=[\u3040-\u9fff])")
_SIGNS = " -–—_"
#: Words of the longest name that a site adds: *Die Neue Südtiroler Tageszeitung*, with a section before it; and its columns in
#: such a script, of which each sign counts as a word.
_LONGEST_NAME, _WIDEST_NAME = 8, 48
#: Letters of the shortest name of a site that is looked for in a part of a title.
_SHORTEST_NAME = 3
#: Elements of titles, and characters of the longest line that may be one: no longer title was met.
_HEADINGS, _LONGEST_LINE = frozenset(("h1", "h2", "h3", "h4")), 250
#: Columns of the shortest part of a title that is one by itself: shorter ones name a section, or the house.
_SHORTEST_PART = 16
_CUT_OFF = ("…", "...")
#: What word processors call the paragraph of a title in a page (Google Docs, Word), and how sentences end.
_TITLES, _STOPS = frozenset(("title", "msotitle")), (".", ":", "،", "。", "؟")
#: Share of a title's letters that another must have to be one: shorter ones are the name of a section or of the house.
_LEAST_OF_OTHER = 0.4


def titled(headers: Headers, stretches: Sequence[Stretch]) -> tuple[str, str, list[str]]:
    """Return the title, where it was found, and the headings of level 1 of the page."""
    heads = [stretch for stretch in stretches if stretch.element.tag == "h1"]
    headings = [stretch.text for stretch in heads]
    own = [stretch.text for stretch in heads if not leads_home(stretch.element)]
    title, where = title_of(headers, own, _shown(stretches))
    entry = _entry(stretches) if where in ("title", "h1", "") else None
    if entry and key_of(entry.text) in key_of(headers.title):
        return entry.text, where or "title", headings
    if key_of(title) in {stretch.key for stretch in stretches}:
        return title, where, headings
    head = only_heading(stretches, headers)
    # Where a site forgets to escape a quotation mark, a title that it states ends there.
    if title and head and head.text.startswith(title) and head.text[len(title) :].lstrip().startswith('"'):
        return head.text, "h1", headings
    # What is shown nowhere may be no more than the name of the site or of a file.
    head = (head or _opening(stretches)) if where in ("title", "") else None
    if head and (columns(title) < _SHORTEST_PART or key_of(title) not in key_of(head.text)):
        title, where = head.text, "h1" if head.element.tag == "h1" else "title"
    return title, where, headings


def _entry(stretches: Sequence[Stretch]) -> Stretch | None:
    """Return the heading of the only entry of a blog, a link to its own address, which the name of the blog is not."""
    heads = [
        one
        for one in stretches
        if one.element.tag in _HEADINGS
        and any(link.get("rel") == "bookmark" for link in one.element.iter("a"))
    ]
    return heads[0] if len(heads) == 1 else None


def leads_home(heading: Element) -> bool:
    """Tell whether a heading is a link to the first page of the site, as blogs set their own name above every entry."""
    ways = [link.get("href") or "" for link in heading.iter("a")]
    return bool(ways) and all(_HOME.fullmatch(way) for way in ways)


def _shown(stretches: Sequence[Stretch]) -> dict[str, bool]:
    """Return the keys of the lines that may be titles, each with whether it is a heading; others are no links."""
    return {
        stretch.key: stretch.element.tag in _HEADINGS
        for stretch in sorted(stretches, key=lambda stretch: stretch.element.tag in _HEADINGS)
        if stretch.element.tag in _HEADINGS or (stretch.linked == 0 and len(stretch.text) <= _LONGEST_LINE)
    }


def title_of(
    headers: Headers, headings: list[str], shown: Mapping[str, bool] = MappingProxyType({})
) -> tuple[str, str]:
    """Return the title and where it was found; *headings* are those of level 1, in order, *shown* are lines by their keys."""
    stated = (("json-ld", text_of(headers.article.get("headline"))), ("og:title", headers.first("og:title")),
              ("twitter:title", headers.first("twitter:title", "dc.title", "articletitle", "title")), ("title", headers.title))  # fmt: skip
    others = [text for _, text in stated if text] + headings
    names = [squeezed(name) for name in site_names(headers)]
    for_search = _is_for_search(stated[0][1], stated[1][1], headers.title, others, names)
    if for_search and not _is_seen_alone(stated[0][1], stated[1][1], headings, shown):
        stated = (stated[1], stated[0], *stated[2:])
    for where, text in stated:
        part = _part_shown(text, shown, is_page=where == "title")
        if where == "title" and (heading := _heading_in(text, headings)) and len(heading) >= len(part):
            return heading, "h1"
        if text and not text.endswith(_CUT_OFF):
            if key_of(text) in shown or len(rest := without_site(text, others, names)) < len(text):
                return (text if key_of(text) in shown else rest), where
            return part or text, where
    return (headings[0], "h1") if len(headings) == 1 else ("", "")


def only_heading(stretches: Sequence[Stretch], headers: Headers) -> Stretch | None:
    """Return the only heading of level 1, if it is as long as a title, no link, and not the name of the site."""
    heads = [stretch for stretch in stretches if stretch.element.tag == "h1"]
    if len(heads) != 1 or heads[0].linked or not _SHORTEST_PART <= columns(heads[0].text) <= _LONGEST_LINE:
        return None
    return None if _is_name(heads[0].text, [squeezed(name) for name in site_names(headers)]) else heads[0]


def _opening(stretches: Sequence[Stretch]) -> Stretch | None:
    """Return the line with which a page without such a heading begins, below links alone, if it is its title by its looks.

    That is a bold line or one called so, as word processors write pages.
    """
    first = next((stretch for stretch in stretches if stretch.linked < stretch.size), None)
    if first is None or first.linked or not _SHORTEST_PART <= columns(first.text) <= _LONGEST_LINE:
        return None
    is_bold = first.bold == first.size and not first.text.endswith(_STOPS)
    called = (first.element.get("class") or "").lower().split()
    is_titled = is_bold or not _TITLES.isdisjoint(called)
    return first if is_titled and all(stretch.element.tag != "h1" for stretch in stretches) else None


def _is_for_search(headline: str, preview: str, page: str, others: list[str], names: list[str]) -> bool:
    """Tell whether a *headline* was written for search: that of the *page* says the same, and that of a *preview* another.

    A part of the other is no title of its own, nor is the other with something behind it.
    """
    key, other = key_of(headline).strip(), key_of(preview).strip()
    alike = key in (key_of(page).strip(), key_of(without_site(page, others, names)).strip())
    own = len(other) >= _LEAST_OF_OTHER * len(key) and key not in other and squeezed(preview) not in names
    return bool(key and other and alike and own and not preview.endswith(_CUT_OFF))


def _is_seen_alone(headline: str, preview: str, headings: list[str], shown: Mapping[str, bool]) -> bool:
    """Tell whether a page shows a *headline* above its text, and that of a *preview* nowhere: then readers know it by the former.

    A heading that only sets the subject before the other is that.
    """
    key, other = key_of(headline), key_of(preview)
    return key in map(key_of, headings) and other not in shown and other not in key


def _part_shown(text: str, shown: Mapping[str, bool], *, is_page: bool) -> str:
    """Return the longer part of a title, before or behind a sign that joins it to a name, if the page shows it as a line.

    A heading may be less than half of it: some sites add their motto. Before a colon stands a site's name in the title of a
    page alone: that of an article has a word on its subject there.
    """
    found = ""
    close = _CLOSE_JOINT.finditer(text) if is_page and UNSPACED_BY_CLAUSE.search(text) else ()
    for joint in (*_JOINT.finditer(text), *close):
        head, tail = text[: joint.start()], text[joint.end() :]
        if not is_page and joint.group().strip() in (":", "："):
            continue
        for part, rest in ((head, tail), (tail, head)):
            heads = shown.get(key_of(part))
            long = heads is not None and columns(part) >= _SHORTEST_PART and (heads or len(part) > len(rest))
            if long and len(part) > len(found) and _may_be_name(rest):
                found = part.strip(_SIGNS)
    return found


def _may_be_name(rest: str) -> bool:
    """Tell whether what a site added to a title is short enough for its name, and perhaps that of a section."""
    return length_of(rest) <= _LONGEST_NAME or (
        bool(UNSPACED_BY_CLAUSE.search(rest)) and columns(rest) <= _WIDEST_NAME
    )


def site_names(headers: Headers) -> list[str]:
    """Return the names that the page gives its site."""
    host = headers.host.split(".")
    label = max(host[:-1] or host, key=len)
    names = [
        headers.first("og:site_name", "application-name"),
        text_of(headers.article.get("publisher")),
        label,
    ]
    return [name for name in names if len(name) >= _SHORTEST_NAME]


def _heading_in(title: str, headings: list[str]) -> str:
    """Return the heading that the title of the page repeats."""
    key = key_of(title)
    return next(
        (
            heading
            for heading in headings
            if len(key_of(heading)) > _LONGEST_NAME and key_of(heading).strip() in key
        ),
        "",
    )


def without_site(text: str, others: list[str], names: list[str]) -> str:
    """Return a title without what its site added before or behind it."""
    keys = {key_of(other) for other in others if other != text}
    for joint in reversed(list(_JOINT.finditer(text))):
        head, tail = text[: joint.start()], text[joint.end() :].rstrip("]）")
        if key_of(head) in keys and _may_be_name(tail):
            return head.strip()
        if _is_name(tail, names) and len(key_of(head).split()) > 1:
            return without_site(head.strip(), others, names)
    for joint in _JOINT.finditer(text):
        head, tail = text[: joint.start()], text[joint.end() :]
        if key_of(tail) in keys and len(key_of(head).split()) <= _LONGEST_NAME and _is_name(head, names):
            return tail.strip()
    return text


def _is_name(part: str, names: list[str]) -> bool:
    """Tell whether a part of a title is a name of the site, perhaps with a section before it."""
    key = squeezed(part)
    if len(key) < _SHORTEST_NAME or len(key_of(part).split()) > _LONGEST_NAME:
        return False
    return any(name and (key in name or (name in key and len(name) * 2 > len(key))) for name in names)
