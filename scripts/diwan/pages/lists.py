"""The lists of articles: all of them by date and by title, and those of one theme, language, year or kind.

Each list is complete and readable without JavaScript, two hundred rows to a page. Where a list fits on one page,
`diwan.js` filters, sorts and groups its rows in place, with the choices in the address.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby
from typing import Any
from urllib.parse import urlencode

from diwan.library.concepts import ConceptKey, ConceptKind
from diwan.model.coding import Support
from diwan.pages.cards import TELLING, Card, Desk
from diwan.pages.page import Maker, Page, address
from diwan.pages.sight import Sights
from diwan.pages.units import Unit

#: Rows on one page: some 250 kB of HTML (25 kB as sent), and a list that still scrolls well on a phone.
ROWS_MAX = 200
#: By what articles can be chosen: the name of the choice, and the field of a card that holds it.
CHOICES = (
    ("theme", "themes"),
    ("language", "language_id"),
    ("year", "year"),
    ("kind", "kind_id"),
    ("country", "country_id"),
    ("outlet", "outlet_id"),
)
#: The choices that have lists of their own; outlets have pages, and countries are few articles each.
LISTED = ("theme", "language", "year", "kind")
#: What no list shows of the card of an article.
_UNSEEN = frozenset({*TELLING, "differing"})
#: What stands in addresses for the year of an undated article.
UNDATED = "undated"
#: A value of a choice, its name, and the cards that have it.
_Value = tuple[str, str, list[Card]]


@dataclass(frozen=True, slots=True)
class _Listing:
    """A list: where it stands, what it is called, its rows in order, and the field by which they are grouped."""

    folder: str
    title: str
    lead: str
    rows: list[Card]
    group: str = "year"
    #: What all of its articles share: a choice and its value.
    shared: tuple[str, str] | None = None


def article_lists(sights: Sights) -> Iterator[Maker]:
    """Yield every page of every list of articles."""
    desk = sights.whole
    chosen = {choice: list(_chosen(desk, choice)) for choice in LISTED}
    shared = {
        "switch": _texts(desk.cards.values()) < len(desk.cards),
        "ways": _ways(desk, chosen),
    }
    for listing in _listings(desk, chosen):
        yield from _pages_of(sights, listing, shared)


def list_address(desk: Desk, choice: str, value: str) -> str:
    """Return the address of the list of the articles of one theme, language, year or kind."""
    return address(f"{desk.site.interface.prefix}lists/{choice}/{value}/index.md")


def _listings(desk: Desk, chosen: Mapping[str, Sequence[_Value]]) -> Iterator[_Listing]:
    say = desk.site.interface.say
    cards = list(desk.cards.values())
    yield _Listing("articles", say("articles.title"), say("articles.lead", count=len(cards)), cards)
    by_title = sorted(
        cards, key=lambda card: (str(card["language"]), str(card["text"]).strip("[«“\"'").casefold())
    )
    yield _Listing("lists/title", say("articles.by_title"), say("articles.lead.title"), by_title, "language")
    for choice, values in chosen.items():
        label = say(f"field.{choice}")
        for value, name, rows in values:
            lead = say("articles.lead.some", count=len(rows), field=label, value=name)
            title = say("articles.some", field=label, value=name)
            yield _Listing(f"lists/{choice}/{value}", title, lead, rows, shared=(choice, value))


def _chosen(desk: Desk, choice: str) -> Iterator[_Value]:
    """Yield, for each value of a choice, its name and the cards that have it, in the order menus show them."""
    field = dict(CHOICES)[choice]
    rows: dict[str, list[Card]] = {}
    for card in desk.cards.values():
        for value in _values(card, field):
            rows.setdefault(value, []).append(card)
    by_year = choice == "year"
    for value in sorted(
        rows, key=lambda v: (v == UNDATED, -int(v) if by_year and v != UNDATED else -len(rows[v]), v)
    ):
        yield value, _name(desk, choice, value, rows[value][0]), rows[value]


def _values(card: Card, field: str) -> list[str]:
    found = card[field]
    return found if isinstance(found, list) else [str(found or UNDATED)]


def _name(desk: Desk, choice: str, value: str, card: Card) -> str:
    if choice == "theme":
        return desk.site.concept_link(ConceptKey(ConceptKind.THEME, value))["label"]
    if choice == "year":
        return desk.site.interface.say("date.unknown") if value == UNDATED else value
    return str(card[choice])


def _pages_of(sights: Sights, listing: _Listing, shared: dict[str, Any]) -> Iterator[Maker]:
    numbers = range(1, max(-(-len(listing.rows) // ROWS_MAX), 1) + 1)
    folder = f"{sights.whole.site.interface.prefix}{listing.folder}"
    paths = [f"{folder}/{f'page-{number}' if number > 1 else 'index'}.md" for number in numbers]
    shared = shared | {"count": len(listing.rows), "texts": _texts(listing.rows)}
    for number, path in zip(numbers, paths, strict=True):
        rows = [card["id"] for card in listing.rows[(number - 1) * ROWS_MAX : number * ROWS_MAX]]
        pages = [{"number": n, "url": address(p), "here": n == number} for n, p in enumerate(paths, start=1)]
        given = (replace(listing, rows=[]), shared | {"pages": pages}, path)
        yield Maker(path, partial(_made, sights, rows, *given), partial(sights.checksum_of, rows, *given))


def _made(sights: Sights, rows: list[str], listing: _Listing, shared: dict[str, Any], path: str) -> Page:
    return _page(sights.desk_of(rows), listing, shared, path)


def _page(desk: Desk, listing: _Listing, shared: dict[str, Any], path: str) -> Page:
    """Return a page of a list: what its pages *share*, and the articles that are on the *desk*."""
    site, say, pages = desk.site, desk.site.interface.say, shared["pages"]
    here, whole = pages[0]["url"], len(pages) == 1
    number = next(page["number"] for page in pages if page["here"])
    rows = list(desk.cards.values())
    title = listing.title if number == 1 else say("articles.page", title=listing.title, number=number)
    view = {
        **shared,
        "search": _search_address(desk, listing),
        "questions": [
            {"id": question.id, "label": site.interface.text(question.label)}
            for question in desk.codebook.questions
        ],
        "groups": _groups(desk, rows, listing.group),
        "filters": _filters(desk) if whole else [],
        "stances": _stance_choices(desk, rows) if whole else [],
        "ways": [
            way | {"links": [link | {"here": link["url"] == here} for link in way["links"]]}
            for way in shared["ways"]
        ],
    }  # fmt: skip
    return Page(
        path=path,
        title=title,
        description=listing.lead,
        template="articles.html",
        interface=site.interface,
        meta={"view": view},
    )


def _texts(rows: Iterable[Card]) -> int:
    """Return how many independent texts the articles of *rows* are."""
    return len({card["family"] for card in rows})


def _search_address(desk: Desk, listing: _Listing) -> str:
    """Return the address of the search, narrowed to what the articles of *listing* share."""
    query = f"?{urlencode([listing.shared])}" if listing.shared else ""
    return f"{desk.site.interface.prefix}search/{query}"


def _groups(desk: Desk, rows: Iterable[Card], field: str) -> list[dict[str, Any]]:
    """Return neighbouring *rows* under the value of *field* that they share."""
    undated = desk.site.interface.say("date.unknown")
    return [
        {"label": str(label or undated), "rows": [_row(card) for card in found]}
        for label, found in groupby(rows, key=lambda card: card[field])
    ]


def _row(card: Card) -> Card:
    return {name: value for name, value in card.items() if name not in _UNSEEN}


def _ways(desk: Desk, chosen: Mapping[str, Sequence[_Value]]) -> list[dict[str, Any]]:
    """Return the links to all lists, by what they are chosen by."""
    say = desk.site.interface.say
    prefix = desk.site.interface.prefix
    orders = [
        {"label": say("articles.sort.date"), "url": f"{prefix}articles/"},
        {"label": say("articles.sort.title"), "url": f"{prefix}lists/title/"},
    ]
    return [{"label": say("articles.sort"), "links": orders}] + [
        {
            "label": say(f"field.{choice}"),
            "links": [
                {"label": name, "url": list_address(desk, choice, value), "number": _number(desk, rows)}
                for value, name, rows in values
            ],
        }
        for choice, values in chosen.items()
    ]


def _filters(desk: Desk) -> list[dict[str, Any]]:
    """Return the choices by which the rows can be filtered, each with its label and count."""
    return [
        {
            "field": choice,
            "label": desk.site.interface.say(f"field.{choice}"),
            "choices": [
                {"value": value, "label": name, "number": _number(desk, rows)}
                for value, name, rows in _chosen(desk, choice)
            ],
        }
        for choice, _ in CHOICES
    ]


def _stance_choices(desk: Desk, rows: list[Card]) -> list[dict[str, Any]]:
    """Return, for each question of the codebook, the answers given in *rows* and where readers differ, with counts."""
    differing = desk.site.interface.say("stance.differ")
    found = []
    for question in desk.codebook.questions:
        given: dict[tuple[str, str], list[Card]] = {}
        differ = []
        for card in rows:
            for stance in card["stances"]:
                if stance["question"] == question.id:
                    given.setdefault((stance["value"], stance["label"]), []).append(card)
                    differ += [card] if stance["others"] else []
        answers = sorted(given.items(), key=lambda entry: -len(entry[1]))
        if differ:
            answers.append(((Support.DIFFER.value, differing), differ))
        choices = [
            {"value": f"{question.id}:{value}", "label": label, "number": _number(desk, cards)}
            for (value, label), cards in answers
        ]
        if choices:
            found.append({"label": desk.site.interface.text(question.label), "choices": choices})
    return found


def _number(desk: Desk, cards: list[Card]) -> dict[str, int]:
    """Return how many articles and how many independent texts *cards* are."""
    return {unit.value: replace(desk, unit=unit).count(cards) for unit in Unit}
