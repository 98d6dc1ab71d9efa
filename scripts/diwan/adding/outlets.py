"""Outlets: which entry of `outlets.yml` published a page, or the entry to add for one that is not there.

A host says it first: that of an outlet's own address, or one at which records of that outlet already stand. Then the
name that the page or a list gives, or another name of it that is widely known (`mastheads`). Of an outlet that is known so,
the entry to add has the names, the country and the kind. An outlet nobody named is `unknown-outlet`, which is added once.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from urllib.parse import urlsplit

from diwan.adding.addresses import host_of
from diwan.adding.words import is_mostly_latin, name_key, slug_of
from diwan.corpus.corpus import Corpus
from diwan.documents.names.mastheads import Masthead, masthead_of, mastheads_called
from diwan.documents.names.platforms import is_platform_at
from diwan.model.base import ID_MAX_LENGTH
from diwan.model.hosts import upwards

UNKNOWN_OUTLET = "unknown-outlet"
#: Parts of hosts that name no outlet.
_COMMON = frozenset(["www", "com", "org", "net", "info", "co", "uk", "gov", "edu", "ac", "news", "en", "ar", "fa", "english", "arabic", "m", "amp", "mobile", "tv", "blogspot", "wordpress"])  # fmt: skip
#: Hosts that lead to the pages of everybody, and so to none of an outlet.
_DOORS = frozenset(["doi.org", "dx.doi.org", "hdl.handle.net", "archive.org"])  # fmt: skip
#: Numbers of machines, and one's own: names of nobody.
_NAMELESS = re.compile(r"[\d.]+|.*:.*|localhost")
_BY_ADDRESS = "url: the address of the page"
_TO_BE_LOOKED_UP = {
    "en": "Added by `diwan add`; country and kind are still to be looked up.",
    "ar": "أضافه `diwan add`؛ ولم يُبحث بعد عن بلده ونوعه.",
}
_GENERALLY_KNOWN = {
    "en": "Added by `diwan add`; names, country and kind are general knowledge, not checked.",
    "ar": "أضافه `diwan add`؛ والاسم والبلد والنوع معرفة عامة لم يُتحقق منها.",
}


@dataclass(frozen=True, slots=True)
class ProposedOutlet:
    """An outlet for a record: its id, how it was told, and the text of the entry to add if it is new."""

    id: str
    basis: str
    entry: str = ""


@dataclass(frozen=True, slots=True)
class OutletFinder:
    """Finds outlets by host and by name."""

    #: The ids that are taken.
    known: frozenset[str]
    by_host: Mapping[str, str]
    by_name: Mapping[str, str]

    def with_outlet(self, outlet: ProposedOutlet, name: str, url: str) -> "OutletFinder":
        """Return a finder that knows *outlet* too, by its *name* and the host of *url*."""
        known = frozenset({*self.known, outlet.id})
        by_name = {key: outlet.id} if (key := name_key(name)) else {}
        by_host = {host: outlet.id} if (host := _house_at(url)) else {}
        return OutletFinder(known, {**by_host, **self.by_host}, {**by_name, **self.by_name})

    def names_of(self, ident: str) -> list[str]:
        """Return the names of an outlet, in all languages that it has one in, as keys."""
        return [name for name, known in self.by_name.items() if known == ident]

    def find(self, url: str, named: str, how_named: str, language: str) -> ProposedOutlet:
        """Return the outlet of a page at *url* on which it is *named*, as *how_named* says, in *language*."""
        host = _house_at(url)
        if known := next(filter(None, map(self.by_host.get, upwards(host))), ""):
            return ProposedOutlet(known, _BY_ADDRESS)
        masthead = masthead_of(host, named) if host else _only(mastheads_called(named))
        names = [named, masthead.name, masthead.latin] if masthead else [named]
        namesakes = (self.by_name.get(name_key(name), "") for name in names)
        basis = how_named if named else _BY_ADDRESS
        if known := next((one for one in namesakes if one and not self._is_elsewhere(one, masthead)), ""):
            return ProposedOutlet(known, basis)
        if masthead:
            return self._known(masthead, url, basis)
        if named or host:
            return self._new(named or host, url, language, basis)
        entry = (
            ""
            if UNKNOWN_OUTLET in self.known
            else _entry(UNKNOWN_OUTLET, {"en": "Unknown outlet", "ar": "منبر غير معروف"}, "")
        )
        return ProposedOutlet(UNKNOWN_OUTLET, "unknown", entry)

    def _is_elsewhere(self, ident: str, masthead: Masthead | None) -> bool:
        """Tell whether an outlet is known at another host as another one: five states have a paper called *Al-Watan*."""
        if masthead is None:
            return False
        hosts = (host for host, known in self.by_host.items() if known == ident)
        others = {masthead_of(host, "") for host in hosts} - {None}
        return bool(others) and masthead not in others

    def _known(self, known: Masthead, url: str, basis: str) -> ProposedOutlet:
        names = {known.language: known.name} | ({"en": known.latin} if known.latin != known.name else {})
        ident = self._free(slug_of(known.latin, ID_MAX_LENGTH))
        return ProposedOutlet(ident, basis, _entry(ident, names, url, known.country, known.kind))

    def _new(self, name: str, url: str, language: str, basis: str) -> ProposedOutlet:
        host = _house_at(url)
        # The last part says in which register the host stands: `alraya.digital` is not called digital.
        telling = [part for part in host.split(".")[:-1] if part not in _COMMON and len(part) > 1]
        named = slug_of(name, ID_MAX_LENGTH) if is_mostly_latin(name) else ""
        stem = named or slug_of(max(telling, key=len, default=""), ID_MAX_LENGTH) or f"outlet-{language}"
        ident = self._free(stem)
        return ProposedOutlet(ident, basis, _entry(ident, {language: name}, url))

    def _free(self, stem: str) -> str:
        """Return *stem*, or with a number if it is taken."""
        free = (f"{stem[: ID_MAX_LENGTH - 4]}-{number}" for number in count(2))
        return stem if stem not in self.known else next(ident for ident in free if ident not in self.known)


def _only(known: Sequence[Masthead]) -> Masthead | None:
    """Return the one outlet among *known*; None where several share a name."""
    return known[0] if len(known) == 1 else None


def _entry(ident: str, names: Mapping[str, str], url: str, country: str = "", kind: str = "") -> str:
    """Return the lines to add to `outlets.yml`, of an outlet whose *country* and *kind* may be known."""
    from diwan.adding.record import quoted

    parts = urlsplit(url)
    lines = [
        f"- id: {ident}",
        f"  name: {{{', '.join(f'{language}: {quoted(name)}' for language, name in names.items())}}}",
        f"  country: {country or 'XX'}",
        f"  kind: {kind or 'website'}",
    ]
    if _house_at(url):
        lines.append(f"  url: {quoted(f'{parts.scheme}://{parts.netloc}')}")
    note = _GENERALLY_KNOWN if country else _TO_BE_LOOKED_UP
    lines += ["  note:", *(f"    {language}: {quoted(text)}" for language, text in note.items())]
    return "\n".join([*lines, ""])


def _house_at(url: str) -> str:
    """Return the host of an address, where it may be that of an outlet."""
    host = host_of(url)
    return "" if host in _DOORS or _NAMELESS.fullmatch(host) or is_platform_at(host) else host


def outlet_finder(corpus: Corpus) -> OutletFinder:
    """Return a finder of the outlets of *corpus*."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for file in corpus.articles.values():
        if host := _house_at(file.record.url):
            seen[host][file.record.outlet] += 1
    # A host at which records of several outlets stand (a library, an archive) tells nothing.
    by_host = {host: next(iter(counts)) for host, counts in seen.items() if len(counts) == 1}
    by_name: dict[str, str] = {}
    for ident, entry in corpus.outlets.items():
        for name in entry.value.name.values():
            by_name.setdefault(name_key(name), ident)
        path = urlsplit(entry.value.url or "").path.strip("/")
        if entry.value.url and not path:
            by_host[host_of(entry.value.url)] = ident
    by_name.pop("", None)
    return OutletFinder(frozenset(corpus.outlets), by_host, by_name)
