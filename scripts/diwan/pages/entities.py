"""Entity pages: who or what it is, its names in all languages, and every passage that names it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import islice
from typing import Any
from urllib.parse import urlencode

from diwan.library.concepts import ConceptKey, ConceptKind
from diwan.model.concept import Entity
from diwan.pages.cards import Desk
from diwan.pages.counts import has_versions, is_fewer, number
from diwan.pages.occurrences import LISTED_MAX, PASSAGES_MAX, listed
from diwan.pages.page import Maker, Page
from diwan.pages.sight import Sights
from diwan.pages.themes import names_table

#: The order in which the list shows kinds of entities.
TYPES = ("state", "organisation", "person", "agreement", "event", "place")


def entity_pages(sights: Sights) -> Iterator[Page | Maker]:
    """Yield the list of people, places and bodies, and the page of each."""
    desk = sights.whole
    yield Maker(f"{desk.site.interface.prefix}entities/index.md", partial(_entities_page, desk))
    # Whoever asks for the checksum of a page goes on to make it.
    standing_of = lru_cache(maxsize=1)(partial(_standing, desk))
    for ident, entry in desk.site.edition.library.corpus.entities.items():
        key = ConceptKey(ConceptKind.ENTITY, ident)
        given = (sights, entry.value, partial(standing_of, key))
        yield Maker(desk.site.concept_path(key), partial(_made, *given), partial(_checksum, *given))


@dataclass(frozen=True, slots=True)
class _Standing:
    """Where an entity stands: how often, and the passages that name it in the articles that its page lists."""

    number: dict[str, Any]
    switch: bool
    is_cut: bool
    passages: dict[str, tuple[str, ...]]


def _standing(desk: Desk, key: ConceptKey) -> _Standing:
    passages = desk.site.edition.naming[key]
    listed = islice((ident for ident in desk.cards if ident in passages), LISTED_MAX)
    found = number(desk, passages)
    return _Standing(
        number=found,
        switch=is_fewer(found),
        is_cut=len(passages) > LISTED_MAX,
        passages={ident: passages[ident][:PASSAGES_MAX] for ident in listed},
    )


def _made(sights: Sights, entity: Entity, standing_of: Callable[[], _Standing]) -> Page:
    standing = standing_of()
    return _entity_page(sights.desk_of(standing.passages), entity, standing)


def _checksum(sights: Sights, entity: Entity, standing_of: Callable[[], _Standing]) -> str:
    standing = standing_of()
    return sights.checksum_of(standing.passages, entity, standing)


def _entities_page(desk: Desk) -> Page:
    say = desk.site.interface.say
    groups = [
        {"type": kind, "label": say(f"entity.{kind}"), "entities": _group(desk, kind)} for kind in TYPES
    ]
    return Page(
        path=f"{desk.site.interface.prefix}entities/index.md",
        title=say("entities.title"),
        description=say("entities.lead"),
        template="entities.html",
        interface=desk.site.interface,
        meta={
            "view": {
                "groups": [group for group in groups if group["entities"]],
                "switch": has_versions(desk, desk.cards),
            }
        },
    )


def _group(desk: Desk, kind: str) -> list[dict[str, Any]]:
    edition = desk.site.edition
    keys = [
        ConceptKey(ConceptKind.ENTITY, ident)
        for ident, entry in edition.library.corpus.entities.items()
        if entry.value.type == kind
    ]
    links: list[dict[str, Any]] = [
        desk.site.concept_link(key) | {"number": number(desk, edition.naming[key])} for key in keys
    ]
    return sorted(links, key=lambda link: (-link["number"]["articles"], link["label"]))


def _entity_page(desk: Desk, entity: Entity, standing: _Standing) -> Page:
    site = desk.site
    key = ConceptKey(ConceptKind.ENTITY, entity.id)
    note, note_language = site.interface.pick(entity.note)
    label = site.concept_link(key)["label"]
    return Page(
        path=site.concept_path(key),
        title=label,
        description=note or label,
        template="entity.html",
        interface=site.interface,
        meta={
            "view": {
                "label": label,
                "type": site.interface.say(f"entity.{entity.type}"),
                "note": note,
                "lang": note_language,
                "names": names_table(site, entity.names),
                "wikidata": f"https://www.wikidata.org/wiki/{entity.wikidata}" if entity.wikidata else "",
                "number": standing.number,
                "switch": standing.switch,
                "articles": listed(desk, standing.passages, standing.passages),
                "newest": site.interface.say("entity.newest", count=LISTED_MAX) if standing.is_cut else "",
                "search": f"{site.interface.prefix}search/?{urlencode({'q': f'concept:{key}'})}",
                "network": f"{site.interface.prefix}explore/network/?{urlencode({'focus': key}, safe=':')}",
            },
        },
    )
