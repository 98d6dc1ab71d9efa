"""The home page: what this is, where to begin, what is new, what is cited most."""

from collections import Counter

from diwan.pages.cards import Desk
from diwan.pages.cited import most_cited
from diwan.pages.counts import has_versions, number
from diwan.pages.drawn import figure
from diwan.pages.lists import list_address
from diwan.pages.page import Page
from diwan.pages.themes import theme_summaries

#: Articles shown as newest and as most cited: a screenful of each.
SHOWN_MAX = 5


def home_page(desk: Desk) -> Page:
    """Return the home page."""
    say, about = desk.site.interface.say, desk.catalogue.crosswalk.corpus
    cards = list(desk.cards.values())
    languages = Counter(card["language_id"] for card in cards)
    labels = {card["language_id"]: card["language"] for card in cards}
    themes = sorted(theme_summaries(desk), key=lambda theme: (-theme["number"]["articles"], theme["id"]))
    path = f"{desk.site.interface.prefix}index.md"
    return Page(
        path=path,
        title=desk.site.interface.text(about.name),
        description=desk.site.interface.text(about.lead),
        template="home.html",
        interface=desk.site.interface,
        meta={
            "view": {
                "articles": len(cards),
                "texts": desk.site.edition.library.families.texts(desk.cards),
                "outlets": len({card["outlet_id"] for card in cards}),
                "themes": themes,
                "newest": [card for card in cards if card["sort"]][:SHOWN_MAX],
                "cited": [
                    desk.cards[ident] | {"cited": say("home.cited.count", count=count)}
                    for ident, count in most_cited(desk, SHOWN_MAX)
                ],
                "coverage": figure(desk, "coverage", path),
                "coverage_texts": figure(desk, "coverage-texts", path),
                "switch": has_versions(desk, desk.cards),
                "languages": [
                    {"label": labels[tag], "number": number(desk, _written_in(desk, tag)), "url": list_address(desk, "language", tag)}
                    for tag, _ in languages.most_common()
                ],
            }
        },
    )  # fmt: skip


def _written_in(desk: Desk, language: str) -> list[str]:
    return [ident for ident, card in desk.cards.items() if card["language_id"] == language]
