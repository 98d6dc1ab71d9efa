"""Links of a built site: each leads to a file of the site and to a fragment that its page has.

In: the pages of a site. Out: a problem for every link that leads nowhere. Pages are read as text, not as trees:
looking for `href`, `src` and `id` takes a fifth of a millisecond a page, and nothing else matters here. What was read
of a page is kept with it, so that a page that did not change need not be read again to know whether it still holds.
"""

import posixpath
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote

from diwan.problems import Location, Problem

_LINK = re.compile(r'\s(?:href|src|action)="([^"]*)"')
_ID = re.compile(r'\sid="([^"]*)"')
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
#: The page for what is not there may be shown at any depth, so its links start at the root of the host.
_ANYWHERE = "404.html"


@dataclass(frozen=True, slots=True)
class Ends:
    """Where the links of a page begin and end: what it points at, and what others may point at."""

    links: tuple[str, ...]
    ids: tuple[str, ...]


def ends_of(html: str) -> Ends:
    """Return the links within the site of a page, and its ids, both without repetition."""
    links = dict.fromkeys(link for link in _LINK.findall(html) if link and not _SCHEME.match(link))
    return Ends(tuple(links), tuple(dict.fromkeys(_ID.findall(html))))


def check_links(pages: Mapping[str, Ends], others: Collection[str]) -> Iterator[Problem]:
    """Yield a problem for every link that leads nowhere; *pages* and *others* are all files of the site by path."""
    files = pages.keys() | set(others)
    ids = {name: frozenset(ends.ids) for name, ends in pages.items()}
    for name, ends in sorted(pages.items()):
        if name != _ANYWHERE:
            folder = posixpath.dirname(name)
            for link in ends.links:
                yield from _broken(name, folder, link, files, ids)


def _broken(
    name: str, folder: str, link: str, files: Collection[str], ids: Mapping[str, frozenset[str]]
) -> Iterator[Problem]:
    target, fragment = _target(folder, link)
    if target is None:
        target = name
    elif target not in files:
        target = posixpath.normpath(posixpath.join(target, "index.html"))
    if target in files and (not fragment or target not in ids or fragment in ids[target]):
        return
    where = Location(path=f"site/{name}")
    if target not in files:
        yield Problem(
            "link-broken", where, f"the link {link} leads nowhere", "mend the page or text it stands in"
        )
    else:
        message = f"the link {link} leads to a page without that place"
        yield Problem("fragment-broken", where, message, "mend the page or text it stands in")


# The masthead and the footer have the same links on every page of a folder.
@lru_cache(maxsize=100_000)
def _target(folder: str, link: str) -> tuple[str | None, str]:
    """Return the path that *link* leads to from a page in *folder*, None for that page, and the fragment."""
    path, _, fragment = link.replace("&amp;", "&").partition("#")
    path = unquote(path.partition("?")[0])
    return posixpath.normpath(posixpath.join(folder, path)) if path else None, unquote(fragment)
