"""Reads a built site as a browser would: which addresses and fragments it has, and where its links lead."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

_LINKS = {"href", "src", "action", "poster", "data", "srcset"}


@dataclass
class SitePage:
    """One page: its ids, its links with the tag they stand on, and its text by element."""

    path: str
    ids: set[str] = field(default_factory=set)
    links: list[tuple[str, str]] = field(default_factory=list)
    tags: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    text: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self, page: SitePage) -> None:
        super().__init__(convert_charrefs=True)
        self.page = page
        self.silent = 0

    def handle_starttag(self, tag, attrs):
        attributes = {name: value or "" for name, value in attrs}
        self.page.tags.append((tag, attributes))
        if attributes.get("id"):
            self.page.ids.add(attributes["id"])
        self.page.links.extend((tag, attributes[name]) for name in _LINKS & attributes.keys())
        self.silent += tag in ("script", "style")

    def handle_endtag(self, tag):
        self.silent -= tag in ("script", "style")

    def handle_data(self, data):
        if not self.silent:
            self.page.text.append(data)


def read_site(folder: Path) -> dict[str, SitePage]:
    """Return every page of a site by its address below the root (`articles/x/`, `404.html`)."""
    pages = {}
    for path in sorted(folder.rglob("*.html")):
        name = path.relative_to(folder).as_posix()
        address = name.removesuffix("index.html") if name.endswith("index.html") else name
        page = SitePage(address)
        _Reader(page).feed(path.read_text(encoding="utf-8"))
        pages[address] = page
    return pages


def broken_links(folder: Path, pages: dict[str, SitePage]) -> list[str]:
    """Return every internal link that leads to no file or to no fragment of its page."""
    broken = []
    for page in pages.values():
        for _tag, link in page.links:
            parts = urlsplit(link)
            if parts.scheme or link.startswith(("//", "data:")):
                continue
            if page.path == "404.html" and link.startswith("/"):
                continue  # it may stand at any depth, so its links start at the root of the host
            target = urlsplit(urljoin(f"/{page.path}", link))
            path = unquote(target.path).lstrip("/")
            found = pages.get(path)
            if found is None and not (folder / path).is_file():
                broken.append(f"{page.path}: {link}")
            elif found and target.fragment and unquote(target.fragment) not in found.ids:
                broken.append(f"{page.path}: {link} (no such fragment)")
    return broken


def foreign_resources(pages: dict[str, SitePage]) -> list[str]:
    """Return everything a page would fetch from another host: links that people follow are no such thing."""
    fetched = []
    for page in pages.values():
        for tag, attributes in page.tags:
            if tag == "a" or (
                tag == "link"
                and attributes.get("rel") in ("canonical", "alternate", "schema.DC", "schema.DCTERMS")
            ):
                continue
            fetched += [
                f"{page.path}: <{tag}> {attributes[name]}"
                for name in _LINKS & attributes.keys()
                if urlsplit(attributes[name]).netloc
            ]
    return fetched
