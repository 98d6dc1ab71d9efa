"""The pages that show who says what, when and where the silence is, outlet by outlet, and how themes hang together.

Each counts articles and has a sister that counts independent texts.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from diwan.pages.cards import Desk
from diwan.pages.drawn import figure
from diwan.pages.network import network_page
from diwan.pages.page import Maker, Page, address
from diwan.pages.units import Unit

#: The pages by name: where each stands, and its figures. Outlets have a page of their own, being many.
PAGES = {
    "explore": ("index.md", ("timeline", "stances-language", "stances-country", "stances-year", "silence-language")),
    "explore.outlets": ("outlets.md", ("stances-outlet", "silence-outlet")),
    "network": ("network.md", ()),
}  # fmt: skip


def explore_pages(desk: Desk) -> Iterator[Maker]:
    """Yield every page."""
    for key in PAGES:
        for unit in Unit:
            yield Maker(_path(desk, key, unit), partial(_page, desk, key, unit))


def _path(desk: Desk, key: str, unit: Unit) -> str:
    folder = "explore/texts/" if unit is Unit.TEXTS else "explore/"
    return f"{desk.site.interface.prefix}{folder}{PAGES[key][0]}"


def _page(desk: Desk, key: str, unit: Unit) -> Page:
    say, path = desk.site.interface.say, _path(desk, key, unit)
    figures = [figure(desk, f"{name}{unit.suffix}", path) for name in PAGES[key][1]]
    others = [
        {"label": say(f"{other}.title"), "url": address(_path(desk, other, unit))}
        for other in PAGES
        if other != key
    ]
    units = [
        {"label": say(f"unit.{choice}"), "url": address(_path(desk, key, choice)), "here": choice is unit}
        for choice in Unit
    ]
    if key == "network":
        return network_page(replace(desk, unit=unit), path, others, units)
    families = desk.site.edition.library.families
    return Page(
        path=path,
        title=say(f"{key}.title{unit.suffix}"),
        description=say(f"{key}.lead", count=len(desk.cards), texts=families.texts(desk.cards)),
        template="explore.html",
        interface=desk.site.interface,
        meta={
            "view": {
                "figures": [shown for shown in figures if shown],
                "others": others,
                "units": units,
                "counted": say(f"plot.counted{unit.suffix}"),
            }
        },
    )
