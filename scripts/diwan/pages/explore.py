"""The page that shows who says what, when and where the silence is, and the page of how themes hang together."""

from collections.abc import Iterator

from diwan.pages.cards import Desk
from diwan.pages.drawn import figure
from diwan.pages.figures import SILENCE_BY, STANCES_BY
from diwan.pages.page import Page


def explore_pages(desk: Desk) -> Iterator[Page]:
    """Yield both pages."""
    names = (
        "timeline",
        *(f"stances-{choice}" for choice in STANCES_BY),
        *(f"silence-{choice}" for choice in SILENCE_BY),
    )
    yield _page(desk, "explore/index.md", "explore", names)
    yield _page(desk, "explore/network.md", "network", ("ties",))


def _page(desk: Desk, place: str, key: str, names: tuple[str, ...]) -> Page:
    say, path = desk.site.interface.say, f"{desk.site.interface.prefix}{place}"
    figures = [figure(desk, name, path) for name in names]
    return Page(
        path=path,
        title=say(f"{key}.title"),
        description=say(f"{key}.lead", count=len(desk.cards)),
        template="explore.html",
        interface=desk.site.interface,
        meta={"view": {"figures": [shown for shown in figures if shown], "network": key == "network"}},
    )
