"""Provided: from whom a platform has the article that it shows, as its page says.

In: the headers of a page. Out: by which platform it is shown, if by one, the names of those who provided
the article, and a flag where it names none. Yahoo and its like state a provider beside themselves as the publisher; PressReader has the paper in its address and in a line of the page.
"""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from diwan.documents.names.platforms import is_platform, is_platform_at
from diwan.documents.shapes import squeezed
from diwan.documents.web.headers import Headers
from diwan.documents.web.linked import text_of
from diwan.documents.web.stretches import Element, words_in
from diwan.model.block import Flag

#: Properties of schema.org by which an article names who had it first, and `meta` elements that do.
_PROPERTIES = ("provider", "sourceOrganization", "copyrightHolder")
_METAS = ("provider", "article:provider", "news_provider", "source", "dc.source")
#: Names of classes and tests that hold who provided an article.
_CLASS = re.compile(
    r"(?:^|[\s_-])(?:provider|pubname|pub-name|publication)(?:[_-]?(?:name|info|logo|link))?(?=$|\s)",
    re.IGNORECASE,
)
#: Addresses at PressReader: land, paper, day, number.
_PAPER = re.compile(r"/[^/]+/(?P<paper>[^/]+)/(?:19|20)\d{6}/\d+")
#: Parts of the title of a page, and characters of the longest name in it.
_PARTS, _LONGEST = re.compile(r"\s[|·–—-]\s|:\s"), 60


def platform_of(headers: Headers) -> str:
    """Return the host or the name of the platform that shows the page; nothing where its site publishes it."""
    if is_platform_at(headers.host):
        return headers.host
    site = headers.first("og:site_name", "application-name")
    return site if site and is_platform(site) else ""


def flags_of_platform(headers: Headers, outlet: str) -> Iterator[Flag]:
    """Yield the flag that a platform shows the page without a word on who published it."""
    if not outlet and (platform := platform_of(headers)):
        yield Flag(kind="platform", detail=platform)


def providers(headers: Headers) -> Iterator[str]:
    """Yield the names of those from whom the platform says it has the article, the surest first."""
    yield from filter(None, (text_of(headers.article.get(name)) for name in _PROPERTIES))
    yield from filter(None, map(headers.first, _METAS))
    if (found := _PAPER.fullmatch(urlsplit(headers.url).path)) and (paper := squeezed(found["paper"])):
        titles = _PARTS.split(headers.title)
        lines = (
            " ".join(words_in(one))
            for one in headers.root.iter("a", "li", "span", "h2", "h3", "h4", "div", "p")
        )
        yield from (line for line in (*titles, *lines) if len(line) <= _LONGEST and squeezed(line) == paper)
    for element in headers.root.iter("span", "div", "a", "p", "li", "img"):
        if _CLASS.search(element.get("class") or "") and (name := _named(element)):
            yield name


def _named(element: Element) -> str:
    """Return the words of *element*, or how the picture in it is called, which is a logo."""
    words = " ".join(" ".join(words_in(element)).split())
    picture = element if element.tag == "img" else next(element.iter("img"), None)
    return words or (picture.get("alt") or "" if picture is not None else "").strip()
