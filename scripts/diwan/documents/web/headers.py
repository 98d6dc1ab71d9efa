"""Headers: what a page says of itself outside its text.

In: the tree of a page. Out: its `meta` elements by name, its JSON-LD, its title element, the names of its site and its
address, each as written. What to make of them is for `titles`, `authors`, `days` and `outlets`.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from diwan.documents.web import linked
from diwan.documents.web.stretches import Element

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
        """The host of the page's address, without `www.`; nothing where the page does not say its address."""
        try:
            return (urlsplit(self.url).hostname or "").removeprefix("www.")
        except ValueError:
            return ""


def headers_of(root: Element) -> Headers:
    """Return what the page says of itself."""
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
    found.url = _address(found)
    return found


def _address(headers: Headers) -> str:
    """Return the address that the page gives for itself: canonical link, Open Graph, linked data."""
    for link in headers.root.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split() and _is_address(link.get("href")):
            return str(link.get("href")).strip()
    article = headers.article
    page = article.get("mainEntityOfPage")
    values = (headers.first("og:url"), headers.first("twitter:url"), article.get("url"),
              page.get("@id") if isinstance(page, dict) else page)  # fmt: skip
    return next((value.strip() for value in values if isinstance(value, str) and _is_address(value)), "")


def _is_address(value: str | None) -> bool:
    return (
        bool(value)
        and str(value).strip().lower().startswith(("http://", "https://"))
        and len(str(value)) < _LONGEST
    )
