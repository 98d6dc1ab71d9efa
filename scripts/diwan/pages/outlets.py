"""Outlet pages: who publishes, who runs it, from where, and what of it the corpus holds."""

from collections import defaultdict
from collections.abc import Iterator
from functools import partial
from typing import Any

from diwan.library.concepts import ConceptKey, ConceptKind
from diwan.model.concept import Outlet
from diwan.pages.cards import Desk
from diwan.pages.counts import has_versions, number
from diwan.pages.occurrences import listed
from diwan.pages.page import Maker, Page
from diwan.text.languages import direction


def outlet_pages(desk: Desk) -> Iterator[Page | Maker]:
    """Yield the list of outlets and the page of each."""
    say = desk.site.interface.say
    carried: dict[str, list[str]] = defaultdict(list)
    for ident, card in desk.cards.items():
        carried[card["outlet_id"]].append(ident)
    outlets = [entry.value for entry in desk.site.edition.library.corpus.outlets.values()]
    rows = [_row(desk, outlet, carried[outlet.id]) for outlet in outlets]
    yield Page(
        path=f"{desk.site.interface.prefix}outlets/index.md",
        title=say("outlets.title"),
        description=say("outlets.lead"),
        template="outlets.html",
        interface=desk.site.interface,
        meta={
            "view": {
                "outlets": sorted(rows, key=lambda row: (-row["number"]["articles"], row["label"])),
                "switch": has_versions(desk, desk.cards),
            }
        },
    )
    # Pages that carry a text first published by another outlet belong there as well.
    first: dict[str, set[str]] = defaultdict(set)
    for ident, published in desk.site.edition.articles.items():
        if origin := published.article.record.origin:
            first[origin.outlet].add(ident)
    for outlet, row in zip(outlets, rows, strict=True):
        own = carried[outlet.id]
        path = desk.site.concept_path(ConceptKey(ConceptKind.OUTLET, outlet.id))
        yield Maker(path, partial(_outlet_page, desk, outlet, row, own, first[outlet.id].difference(own)))


def _row(desk: Desk, outlet: Outlet, carried: list[str]) -> dict[str, Any]:
    site = desk.site
    own, language = outlet.name[outlet.own_language], outlet.own_language
    label = site.concept_link(ConceptKey(ConceptKind.OUTLET, outlet.id))
    return {
        **label,
        "own": own if own != label["label"] else "",
        "lang": language,
        "dir": direction(language),
        "country": site.interface.country(outlet.country),
        "kind": site.interface.say(f"outlet.{outlet.kind}"),
        "role": "" if outlet.role == "original" else site.interface.say(f"role.{outlet.role}"),
        "number": number(desk, carried),
    }


def _outlet_page(
    desk: Desk, outlet: Outlet, row: dict[str, Any], carried: list[str], originals: set[str]
) -> Page:
    site = desk.site
    return Page(
        path=site.concept_path(ConceptKey(ConceptKind.OUTLET, outlet.id)),
        title=row["label"],
        description=site.interface.say(
            "outlet.description", name=row["label"], country=row["country"], count=row["number"]["articles"]
        ),
        template="outlet.html",
        interface=site.interface,
        meta={
            "view": {
                **row,
                "switch": has_versions(desk, carried),
                "run_by": site.interface.spoken(outlet.run_by),
                "run_by_source": site.interface.spoken(outlet.run_by_source),
                "website": outlet.url or "",
                "note": site.interface.spoken(outlet.note),
                "articles": listed(desk, carried, {}),
                "originals": listed(desk, originals, {}),
            },
        },
    )
