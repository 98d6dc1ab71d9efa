"""Headers: what a page says of itself outside its text.

In: the tree of a page. Out: its `meta` elements by name, its JSON-LD, its title element, the names of its site and its
address, each as written. What to make of them is for `titles`, `authors`, `days` and `outlets`.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import chain
from typing import Any
from urllib.parse import urlsplit

from diwan.documents.web import linked
from diwan.documents.web.stretches import Element
from diwan.model.copies import page_of_copy, page_shown

#: Characters of the longest value that is looked at: an address or a name is shorter, and only attacks are longer.
_LONGEST = 2000


@dataclass
class Headers:
    """What a page says of itself outside its text."""

    root: Element
    metas: dict[str, list[str]] = field(default_factory=dict)
    objects: list[dict[str, Any]] = field(default_factory=list)
    article: dict[str, Any] = field(default_factory=dict)
    title: str = ""
    url: str = ""

    def first(self, *names: str) -> str:
        """Return the first value that a `meta` element of one of *names* has."""
        return next((value for name in names for value in self.metas.get(name, ()) if value), "")

    @property
    def host(self) -> str:
        """The host of the page's address, without `www.`, or of the page of which it is a copy; nothing where it says no address."""
        try:
            return (urlsplit(page_shown(self.url)).hostname or "").removeprefix("www.")
        except ValueError:
            return ""


def headers_of(root: Element, saved_from: str = "") -> Headers:
    """Return what the page says of itself; *saved_from* is the address that a browser noted, if the page states none."""
    metas: dict[str, list[str]] = defaultdict(list)
    for meta in root.iter("meta"):
        content = " ".join((meta.get("content") or meta.get("value") or "").split())[:_LONGEST]
        for attribute in ("property", "name", "itemprop"):
            if content and (name := (meta.get(attribute) or "").strip().lower()):
                metas[name].append(content)
    found = Headers(root, dict(metas), linked.objects_of(root))
    found.article = linked.article_of(found.objects)
    title = next(root.iter("title"), None)
    found.title = "" if title is None else " ".join("".join(title.itertext()).split())[:_LONGEST]
    found.url = _address(found) or saved_from or _read_at(root)
    return found


def _address(headers: Headers) -> str:
    """Return the address that the page gives for itself: canonical link, Open Graph, linked data."""
    links = [
        ((link.get("rel") or "").lower().split(), (link.get("href") or "").strip())
        for link in headers.root.iter("link")
    ]
    # At archive.today this one has the address of the page in it, of which the canonical one says nothing.
    copies = (href for kinds, href in links if "bookmark" in kinds and page_of_copy(href))
    canonical = (href for kinds, href in links if "canonical" in kinds and _is_address(href))
    if found := next(chain(copies, canonical), ""):
        return found
    article = headers.article
    page = article.get("mainEntityOfPage")
    values = (headers.first("og:url"), headers.first("twitter:url"), article.get("url"),
              page.get("@id") if isinstance(page, dict) else page)  # fmt: skip
    return next((value.strip() for value in values if isinstance(value, str) and _is_address(value)), "")


def _read_at(root: Element) -> str:
    """Return the address of the page that Firefox shows in its reader view, which links to it over the title."""
    links = (
        link.get("href") for link in root.iter("a") if "reader-domain" in (link.get("class") or "").split()
    )
    return next((href for href in links if href and _is_address(href)), "")


def _is_address(value: str | None) -> bool:
    return (
        bool(value)
        and str(value).strip().lower().startswith(("http://", "https://"))
        and len(str(value)) < _LONGEST
    )
