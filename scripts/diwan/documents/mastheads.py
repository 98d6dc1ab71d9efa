"""Mastheads: what is generally known of widely known outlets, found by the host of their site.

In: a host, and the name that a page gives its site. Out: country, kind, and the name in its own script and in Latin letters, as
`mastheads.txt` has them. A site that calls itself something else is another outlet there, and nothing is known of it.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from diwan.documents.shapes import key_of

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
        return any(
            known in own or own in known for known in map(key_of, (self.name, self.latin)) if own.strip()
        )


def masthead_of(host: str, named: str) -> Masthead | None:
    """Return what is known of the outlet at *host*, or above it, that is *named* so; of one without a name, only at its own host."""
    if not named:
        return _mastheads().get(_without_parts(host))
    return next((known for known in _above(host) if known.is_called(named)), None)


def in_two_scripts(name: str, host: str) -> str:
    """Return the *name* of the outlet at *host*, with that in Latin letters behind it if it is known and in other ones."""
    known = masthead_of(host, name)
    if known is None or not name or _is_latin(name) or key_of(known.latin).strip() in key_of(name):
        return name
    return f"{name} ({known.latin})"


def listed() -> str:
    """Return the list as it stands in its file."""
    return (files("diwan.documents") / "mastheads.txt").read_text(encoding="utf-8")


def _above(host: str) -> Iterator[Masthead]:
    """Yield the known outlets at *host* and at the hosts that it is below."""
    parts = host.split(".")
    for start in range(len(parts) - 1):
        if known := _mastheads().get(".".join(parts[start:])):
            yield known


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
