"""Pointers as pages show them: the article, and the passage if this edition shows it."""

from collections.abc import Iterable
from typing import Any

from diwan.model.pointer import Pointer
from diwan.pages.cards import Desk


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
    return {key: card[key] for key in ("url", "text", "lang", "dir", "outlet", "date")} | {"passages": links}
