"""Mastheads: what is generally known of widely known outlets, found by the host of their site.

In: a host, and the name that a page gives its site. Out: country, kind, and the name in its own script and in Latin letters, as
`mastheads.txt` has them. A site that calls itself something else is another outlet there, and nothing is known of it.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from diwan.documents.shapes import key_of, squeezed
from diwan.model.hosts import upwards

#: Letters of initials that papers go by.
_FEWEST, _MOST = 2, 5
_ONLINE = re.compile(r"\s(?:online|آنلاین)$", re.IGNORECASE)
#: Parts before the host of an outlet that name no other one.
_SAME_SITE = ("www.", "m.", "amp.", "mobile.")


@dataclass(frozen=True, slots=True)
class Masthead:
    """An outlet: its country (ISO 3166), its kind as `outlets.yml` has kinds, a language, its name there and in Latin letters."""

    country: str
    kind: str
    language: str
    name: str
    latin: str

    def is_called(self, name: str) -> bool:
        """Tell whether *name* is its name, in either script, with other words or without some."""
        own = key_of(name)
        known = tuple(map(key_of, (self.name, self.latin)))
        return bool(own.strip()) and any(one in own or own in one for one in known)

    def is_shortened_to(self, name: str) -> bool:
        """Tell whether *name* is made of letters of its name, in their order: `STZ`, `TOI`."""
        letters = iter(squeezed(self.latin))
        is_short = name.isascii() and name.isupper() and _FEWEST <= len(name) <= _MOST
        return (
            is_short and name.lower() != squeezed(self.latin) and all(one in letters for one in name.lower())
        )


def masthead_of(host: str, named: str) -> Masthead | None:
    """Return what is known of the outlet at *host*, or above it, that is *named* so; by initials or without a name at its own host."""
    own = _mastheads().get(_without_parts(host))
    if not named or (own and own.is_shortened_to(named)):
        return own
    return next((known for known in _above(host) if known.is_called(named)), None)


def mastheads_called(name: str) -> tuple[Masthead, ...]:
    """Return the known outlets of just this *name* in either script: seven states have one called *Al-Watan*."""
    return _by_name().get(squeezed(name), ())


def in_full(name: str, host: str) -> str:
    """Return the *name* of the outlet at *host*: what initials stand for, and behind another script Latin letters, if it is known."""
    known = masthead_of(host, name) if name else None
    if known is None:
        return name
    if known.is_shortened_to(name):
        return known.latin
    has_latin = _is_latin(name) or key_of(known.latin).strip() in key_of(name)
    return name if has_latin else f"{name} ({known.latin})"


def names_in(name: str) -> list[str]:
    """Return the names of an outlet that `in_full` may have joined."""
    first, _, second = name.removesuffix(")").rpartition(" (")
    return [first, second] if first else [name]


def listed() -> str:
    """Return the list as it stands in its file."""
    return (files("diwan.documents.names") / "mastheads.txt").read_text(encoding="utf-8")


def _above(host: str) -> Iterator[Masthead]:
    """Yield the known outlets at *host* and at the hosts that it is below."""
    yield from filter(None, map(_mastheads().get, upwards(host)))


def _without_parts(host: str) -> str:
    return next((host.removeprefix(part) for part in _SAME_SITE if host.startswith(part)), host)


def _is_latin(text: str) -> bool:
    """Tell whether no letter of *text* is of another script."""
    return all("LATIN" in unicodedata.name(letter, "") for letter in text if letter.isalpha())


@cache
def _mastheads() -> dict[str, Masthead]:
    """Return the known outlets, by host."""
    found: dict[str, Masthead] = {}
    for line in listed().splitlines():
        if line and not line.startswith("#"):
            hosts, country, kind, language, name, *latin = [part.strip() for part in line.split("|")]
            known = Masthead(country, kind, language, name, latin[0] if latin else name)
            found |= dict.fromkeys(hosts.split(), known)
    return found


@cache
def _by_name() -> dict[str, tuple[Masthead, ...]]:
    """Return the known outlets by their names without spaces and signs, those online by the name of the paper too."""
    found: dict[str, list[Masthead]] = {}
    for known in dict.fromkeys(_mastheads().values()):
        names = {name for full in (known.name, known.latin) for name in (full, _ONLINE.sub("", full))}
        for name in {squeezed(name) for name in names}:
            found.setdefault(name, []).append(known)
    return {name: tuple(all_) for name, all_ in found.items()}
