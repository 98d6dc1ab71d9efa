"""Where a concept stands: the articles filed under it or naming it, with the passages that do."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import Any

from diwan.pages.cards import TELLING, Card, Desk

#: Articles listed on one page of a concept; the rest is one click away in the list of all articles.
LISTED_MAX = 40
#: Passages named for each article: the page has them all, marked.
PASSAGES_MAX = 5
#: What such a list shows of the card of an article.
_SHOWN = (
    "id", "url", "text", "lang", "dir", "supplied", "gloss", "gloss_lang", "gloss_dir", "outlet", "date", "language",
    "kind", "opening", "single", "differing", *TELLING,
)  # fmt: skip


def listed(
    desk: Desk, articles: Iterable[str], passages: Mapping[str, Sequence[str]]
) -> list[dict[str, Any]]:
    """Return the cards of *articles*, newest first, each with links to its *passages*."""
    wanted = set(articles)
    chosen = islice((card for ident, card in desk.cards.items() if ident in wanted), LISTED_MAX)
    return [
        {name: card[name] for name in _SHOWN} | {"passages": _links(card, passages.get(card["id"], []))}
        for card in chosen
    ]


def _links(card: Card, passages: Sequence[str]) -> list[dict[str, str]]:
    return [{"label": passage, "url": f"{card['url']}#{passage}"} for passage in passages[:PASSAGES_MAX]]
