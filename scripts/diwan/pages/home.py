"""The home page: what this is, where to begin, what is new."""

from collections import Counter

from diwan.pages.cards import Desk
from diwan.pages.page import Page
from diwan.pages.themes import theme_summaries

#: Articles shown as newest: a screenful.
NEWEST_MAX = 6


def home_page(desk: Desk) -> Page:
    """Return the home page."""
    say = desk.site.interface.say
    cards = list(desk.cards.values())
    languages = Counter(card["language_id"] for card in cards)
    labels = {card["language_id"]: card["language"] for card in cards}
    return Page(
        path=f"{desk.site.interface.prefix}index.md",
        title=say("site.name"),
        description=say("site.lead"),
        template="home.html",
        interface=desk.site.interface,
        meta={
            "view": {
                "articles": len(cards),
                "outlets": len({card["outlet_id"] for card in cards}),
                "themes": theme_summaries(desk),
                "newest": [card for card in cards if card["sort"]][:NEWEST_MAX],
                "languages": [{"id": i, "label": labels[i], "count": n} for i, n in languages.most_common()],
            }
        },
    )
