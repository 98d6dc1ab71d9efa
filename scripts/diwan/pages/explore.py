"""The pages that show who says what, when and where the silence is, outlet by outlet, and how themes hang together."""

from collections.abc import Iterator

from diwan.pages.cards import Desk
from diwan.pages.drawn import figure
from diwan.pages.page import Page, address

#: The pages by name: where each stands, and its figures. Outlets have a page of their own, being many.
PAGES = {
    "explore": ("explore/index.md", ("timeline", "stances-language", "stances-country", "stances-year", "silence-language")),
    "explore.outlets": ("explore/outlets.md", ("stances-outlet", "silence-outlet")),
    "network": ("explore/network.md", ("ties",)),
}  # fmt: skip


def explore_pages(desk: Desk) -> Iterator[Page]:
    """Yield every page."""
    for key in PAGES:
        yield _page(desk, key)


def _page(desk: Desk, key: str) -> Page:
    say, (place, names) = desk.site.interface.say, PAGES[key]
    path = f"{desk.site.interface.prefix}{place}"
    figures = [figure(desk, name, path) for name in names]
    others = [
        {"label": say(f"{other}.title"), "url": address(f"{desk.site.interface.prefix}{PAGES[other][0]}")}
        for other in PAGES
        if other != key
    ]
    return Page(
        path=path,
        title=say(f"{key}.title"),
        description=say(f"{key}.lead", count=len(desk.cards)),
        template="explore.html",
        interface=desk.site.interface,
        meta={"view": {"figures": [shown for shown in figures if shown], "others": others}},
    )
