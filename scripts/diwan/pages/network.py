"""The network: concepts that the same articles name, and themes that the same articles stand under.

The ring of themes is drawn when the site is built. The network of all concepts is worked out by the reader's browser
from what the page holds anyway: every concept, and every article with the concepts it names; so each pair's list can
hold exactly its articles, and the page says the same without scripts.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import Any

from diwan.library.concepts import ConceptKey, ConceptKind
from diwan.pages.addresses import shared_address
from diwan.pages.cards import Desk
from diwan.pages.drawn import figure
from diwan.pages.entities import TYPES
from diwan.pages.page import Page
from diwan.pages.pointing import named
from diwan.plots.plot import Cell, Plot
from diwan.plots.ring import Node, Tie, ring

#: Ties drawn in the ring, the strongest: more cannot be told apart. The table has all.
TIES_MAX = 60
#: Articles that the page can hold: 300 kB of HTML if they name a dozen concepts each, 670 kB (150 kB as sent) if they name
#: a hundred. Of more, it holds the newest and says so.
ARTICLES_MAX = 1_000
#: The kinds of concepts in the order of the form; themes are one kind, entities are as many as they have types.
KINDS = ("theme", *TYPES)


def network_page(desk: Desk, path: str, others: list[dict[str, str]], units: list[dict[str, Any]]) -> Page:
    """Return the page of the network at *path*, by the unit of *desk*; *others* and *units* are links beside it."""
    say, nodes = desk.site.interface.say, _nodes(desk)
    names: dict[str, list[int]] = {ident: [] for ident in list(desk.cards)[:ARTICLES_MAX]}
    for place, node in enumerate(nodes):
        for ident in node["articles"]:
            names[ident].append(place)
    rows = [
        {**named(desk.cards[ident]), "family": desk.cards[ident]["family"], "names": places}
        for ident, places in names.items()
        if places
    ]
    left_out = len(desk.cards) - ARTICLES_MAX
    return Page(
        path=path,
        title=say(f"network.title{desk.unit.suffix}"),
        description=say("network.lead"),
        template="network.html",
        interface=desk.site.interface,
        meta={
            "view": {
                "themes": figure(desk, f"ties{desk.unit.suffix}", path),
                "others": others,
                "units": units,
                "unit": desk.unit.value,
                "counted": say(f"plot.counted{desk.unit.suffix}"),
                "kinds": [{"id": kind, "label": say(f"network.kind.{kind}")} for kind in KINDS],
                "nodes": [{**node, "articles": _counted(desk, node["articles"])} for node in nodes],
                "rows": rows,
                "left": say("network.left", count=ARTICLES_MAX) if left_out > 0 else "",
            }
        },
    )


def _nodes(desk: Desk) -> list[dict[str, Any]]:
    """Return every concept that articles have, with their ids: of a theme those filed under it or naming it."""
    corpus = desk.site.edition.library.corpus
    keys = [(ConceptKey(ConceptKind.THEME, ident), "theme") for ident in corpus.themes]
    keys += [(ConceptKey(ConceptKind.ENTITY, i), entry.value.type) for i, entry in corpus.entities.items()]
    held = set(list(desk.cards)[:ARTICLES_MAX])
    nodes = [
        {
            **desk.site.concept_link(key),
            "key": str(key),
            "kind": kind,
            "articles": held
            & set(desk.site.edition.naming[key]).union(desk.filed.get(key.id, ()) if kind == "theme" else ()),
        }
        for key, kind in keys
    ]
    return sorted(
        (node for node in nodes if node["articles"]), key=lambda n: (-_counted(desk, n["articles"]), n["key"])
    )


def _counted(desk: Desk, articles: Iterable[str]) -> int:
    return desk.count([desk.cards[ident] for ident in articles])


def ties_plot(desk: Desk) -> Plot | None:
    """Return the themes and how many articles or texts each two of them share; None if there are no themes."""
    if not desk.filed:
        return None
    say, unit = desk.site.interface.say, desk.unit
    numbers = {theme: _counted(desk, filed) for theme, filed in desk.filed.items()}
    themes = sorted(desk.filed, key=lambda theme: (-numbers[theme], theme))
    links = {theme: desk.site.concept_link(ConceptKey(ConceptKind.THEME, theme)) for theme in themes}
    nodes = [
        Node(links[theme]["label"], numbers[theme], say(f"plot.node.says{unit.suffix}", name=links[theme]["label"], count=numbers[theme]), links[theme]["url"])
        for theme in themes
    ]  # fmt: skip
    ties = sorted(
        _ties(desk, themes, [node.name for node in nodes]), key=lambda tie: (-tie.number, tie.one, tie.other)
    )
    rows = tuple(
        (
            Cell(nodes[tie.one].name, nodes[tie.one].address),
            Cell(nodes[tie.other].name, nodes[tie.other].address),
            Cell(str(tie.number), tie.address),
        )
        for tie in ties
    )
    left_out = len(ties) - len(ties[:TIES_MAX])
    return Plot(
        title=say(f"plot.ties{unit.suffix}"),
        description=say("plot.ties.text", themes=len(nodes), ties=len(ties)),
        spec=ring(nodes, ties[:TIES_MAX]),
        head=(say("field.theme"), say("field.theme"), say(f"unit.{unit}")),
        rows=rows,
        note=say("plot.ties.left", count=left_out, number=ties[TIES_MAX - 1].number, unit=unit.noun)
        if left_out
        else "",
    )


def _ties(desk: Desk, themes: Sequence[str], names: Sequence[str]) -> Iterator[Tie]:
    for (one, first), (other, second) in combinations(enumerate(themes), 2):
        both = [desk.cards[ident] for ident in desk.filed[first] if second in desk.cards[ident]["themes"]]
        if both:
            says = desk.site.interface.say(
                f"plot.tie.says{desk.unit.suffix}", one=names[one], other=names[other], count=desk.told(both)
            )
            yield Tie(one, other, desk.count(both), says, shared_address(desk, first, second))
