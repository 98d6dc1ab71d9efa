"""A plot on a page: the picture with its links as they lead from there, and its table."""

from collections.abc import Mapping

from diwan.pages.cards import Desk
from diwan.pages.page import address, relative_address


def figure(desk: Desk, name: str, path: str) -> Mapping[str, object]:
    """Return a figure for the page at *path*, or nothing if there was nothing to draw."""
    found = desk.figures(name)
    if found is None:
        return {}
    way = relative_address(address(path), "")
    return {"id": name, **found.view(way)}
