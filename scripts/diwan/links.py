"""Links of a built site: each leads to a file of the site and to a fragment that its page has.

In: the pages of a site. Out: a problem for every link that leads nowhere. Pages are read as text, not as trees:
looking for `href`, `src` and `id` takes a fifth of a millisecond a page, and nothing else matters here. What was read
of a page is kept with it, so that a page that did not change need not be read again to know whether it still holds.
"""

import posixpath
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import chain
from sys import intern
from typing import NamedTuple
from urllib.parse import unquote

from diwan.problems import Location, Problem


def _values_of(name: str) -> re.Pattern[str]:
    """Return a pattern that finds the values of an attribute: the space before it is looked for last.

    A pattern that begins with a text is found by that text. With splitting the page there, reading it took a tenth longer.
    """
    return re.compile(rf'{name}="(?<=\s{name}=")([^"]*)')


_POINTING = tuple(map(_values_of, ("href", "src", "action")))
_IDS = _values_of("id")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
#: The page for what is not there may be shown at any depth, so its links start at the root of the host.
_ANYWHERE = "404.html"
_NONE: frozenset[str] = frozenset()


class Ends(NamedTuple):
    """Where the links of a page begin and end: what it points at, and what others may point at."""

    links: tuple[str, ...]
    ids: tuple[str, ...]


def ends_of(html: str, parts: Iterable[str] = ()) -> Ends:
    """Return the links within the site of a page, and its ids, both without repetition.

    *parts* of it that stand on the next page too, as a text does on its page in each language, are read once for both.
    """
    known = []
    for part in parts:
        html = html.replace(part, "", 1)
        known.append(_ends_of_part(part))
    found = [_ends_of(html), *known]
    return Ends(
        tuple(dict.fromkeys(link for ends in found for link in ends.links)),
        tuple(dict.fromkeys(ident for ends in found for ident in ends.ids)),
    )


def _ends_of(html: str) -> Ends:
    found = dict.fromkeys(chain.from_iterable(pattern.findall(html) for pattern in _POINTING))
    # What begins with a dot or a hash has no scheme, and nearly every link does.
    links = (link for link in found if link and (link[0] in ".#" or not _SCHEME.match(link)))
    # Pages by the thousand say the same few thousand things: each is held, and sent between processes, once.
    return Ends(tuple(map(intern, links)), tuple(map(intern, dict.fromkeys(_IDS.findall(html)))))


# As many as an article has readings, which its pages show one after the other.
_ends_of_part = lru_cache(maxsize=8)(_ends_of)


def check_links(
    pages: Mapping[str, Ends], others: Collection[str], doubtful: Collection[str] | None = None
) -> Iterator[Problem]:
    """Yield a problem for every link that leads nowhere; *pages* and *others* are all files of the site by path.

    The links of all pages are judged, or of those that are *doubtful*.
    """
    judge = _Judge(pages, others)
    for name in sorted(pages if doubtful is None else doubtful):
        ends = pages[name]
        if name != _ANYWHERE:
            folder, ids = posixpath.dirname(name), frozenset(ends.ids)
            good = judge.good[posixpath.dirname(folder)] if folder else _NONE
            for link in ends.links:
                if link not in good and (code := judge.fault(ids, folder, link)):
                    yield _problem(code, name, link)


class _Judge:
    """Knows all files of a site and their ids, and what it found out about links from each folder."""

    def __init__(self, pages: Mapping[str, Ends], others: Collection[str]) -> None:
        self._files = pages.keys() | set(others)
        self._pages = pages
        self._known: dict[tuple[str, str], str] = {}
        #: Links that begin with `../` and lead somewhere from every folder within the one named.
        self.good: dict[str, set[str]] = defaultdict(set)

    def fault(self, ids: Collection[str], folder: str, link: str) -> str:
        """Return the code of what is wrong with a *link* of a page in *folder* that has *ids*; nothing if it is good."""
        if link[0] == "#":
            return "" if len(link) == 1 or unquote(link[1:]) in ids else "fragment-broken"
        if link.startswith("../") and folder:
            # Seen from the folder above, the pages of all articles have the same links.
            above = folder.rpartition("/")[0]
            if not (found := self._fault_once(above, f"./{link[3:]}")):
                self.good[above].add(link)
            return found
        return self._fault_once(folder, link)

    def _fault_once(self, folder: str, link: str) -> str:
        if (folder, link) not in self._known:
            self._known[folder, link] = self._fault(folder, link)
        return self._known[folder, link]

    def _fault(self, folder: str, link: str) -> str:
        path, _, fragment = link.replace("&amp;", "&").partition("#")
        path, fragment = unquote(path.partition("?")[0]), unquote(fragment)
        target = posixpath.normpath(posixpath.join(folder, path))
        if target not in self._files:
            target = posixpath.normpath(posixpath.join(target, "index.html"))
        if target not in self._files:
            return "link-broken"
        page = self._pages.get(target)
        return "fragment-broken" if fragment and page and fragment not in page.ids else ""


def _problem(code: str, name: str, link: str) -> Problem:
    leads = "nowhere" if code == "link-broken" else "to a page without that place"
    return Problem(
        code,
        Location(path=f"site/{name}"),
        f"the link {link} leads {leads}",
        "mend the page or text it stands in",
    )
