"""Namesakes: outlets of the corpus that may be the one that seems new, for whoever decides.

In: the name and host of the new outlet, and the names and hosts that are known. Out: the ids of outlets near it, each with the reason.
Nothing is concluded from it: the *Times* of one city is not that of another.
"""

import re
from collections.abc import Iterator, Mapping

from diwan.adding.houses import is_house
from diwan.adding.words import name_key

#: Outlets that are named: more are no help.
_MOST = 3
#: Letters of the shortest part of a host, or of a name, that tells an outlet.
_SHORTEST = 4
#: Words that half the press has in its names.
_OF_ALL = frozenset(
    [
        "news",
        "times",
        "post",
        "daily",
        "press",
        "agency",
        "today",
        "online",
        "network",
        "channel",
        "media",
        "journal",
        "review",
        "the",
        "of",
        "and",
    ]
)


def namesakes_of(
    name: str, host: str, by_name: Mapping[str, str], by_host: Mapping[str, str]
) -> list[tuple[str, str]]:
    """Return the outlets near one with *name* at *host*, each with why it is."""
    found: dict[str, str] = {}
    for ident, why in (*_by_host(name, host, by_host), *_by_name(name, by_name)):
        found.setdefault(ident, why)
    return [*found.items()][:_MOST]


def _by_host(name: str, host: str, by_host: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    own = {_label(host), _plain(name)} - {""}
    for known, ident in by_host.items():
        label = _label(known)
        if label and label in own:
            yield ident, f"it is at {known}"


def _by_name(name: str, by_name: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    own = set(name_key(name).split())
    for known, ident in by_name.items():
        words = set(known.split())
        common = own & words - _OF_ALL
        if is_house(name, [known]):
            yield ident, "the same name in another form"
        elif max(map(len, common), default=0) >= _SHORTEST and (own <= words or words <= own):
            yield ident, "the same words in its name"


def _label(host: str) -> str:
    """Return the part of a host that somebody chose: `quay` of `news.quay.co.uk`."""
    parts = [part for part in host.split(".")[:-1] if len(part) >= _SHORTEST]
    return parts[-1] if parts else ""


def _plain(name: str) -> str:
    letters = "".join(re.findall(r"\w+", name.lower()))
    return letters if len(letters) >= _SHORTEST else ""
