"""How pages point at articles: by their title, with outlet and day, and at the passages that this edition shows.

Templates write what is returned here by macros of the same names (`theme/partials/pieces.html`).
"""

from collections.abc import Iterable
from typing import Any

from diwan.model.pointer import Pointer
from diwan.pages.cards import NAMED, Card, Desk


def titled(card: Card) -> Card:
    """Return what it takes to write the title of a card's article as a link."""
    return {key: card[key] for key in ("url", "text", "lang", "dir")}


def named(card: Card) -> Card:
    """Return what it takes to name a card's article: its title as a link, its outlet and day."""
    return {key: card[key] for key in NAMED}


def pointed(desk: Desk, pointers: Iterable[Pointer]) -> list[dict[str, Any]]:
    """Return each article that *pointers* name once, with links to the passages named."""
    by_article: dict[str, list[str]] = {}
    for pointer in pointers:
        by_article.setdefault(pointer.article, []).append(pointer.passage)
    return [_article(desk, ident, passages) for ident, passages in by_article.items()]


def _article(desk: Desk, ident: str, passages: list[str]) -> dict[str, Any]:
    card = desk.cards[ident]
    shown = desk.site.edition.articles[ident].shown
    links = [{"label": name, "url": f"{card['url']}#{name}" if name in shown else ""} for name in passages]
    return {**named(card), "passages": links}
