"""A plot: what it shows in words, how it is drawn, and the same numbers as a table."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

#: Addresses in drawings start at the site's root, behind this; pages put their own way to the root in its place.
ROOT = "https://root.invalid/"

Spec = dict[str, Any]

#: The channels of a mark that says something when pointed at and leads somewhere, by the fields of `pointing`.
POINTED: Spec = {
    "href": {"field": "url", "type": "nominal"},
    "description": {"field": "says", "type": "nominal"},
}


def pointing(says: str, address: str) -> Spec:
    """Return the fields of a mark that is `POINTED`."""
    return {"says": says, "url": f"{ROOT}{address}"}


def as_given(field: str) -> Spec:
    """Return the channel of an ink or shape that stands in the data as it is to be drawn."""
    return {"field": field, "type": "nominal", "scale": None}


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of the table under a plot: its text, and the address (below the site's root) of what it counts."""

    text: str
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plot:
    """A drawing to be made: *spec* is Vega-Lite without colours of its own, *rows* hold every number it shows."""

    title: str
    #: What can be seen, in one sentence: it stands for the picture where there is none.
    description: str
    spec: Spec
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    #: What the picture leaves out: undated articles, small groups.
    note: str = ""
    #: Signs of the picture that nothing in it names: how the sign is called in the style of pages, and what it says.
    legend: tuple[tuple[str, str], ...] = ()
    #: Whether it runs along time: as wide as there is room, and seen from its newest end where there is too little.
    timed: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A plot that has been drawn."""

    plot: Plot
    svg: str

    def view(self, way_to_root: str) -> Mapping[str, object]:
        """Return what templates show, for a page from which *way_to_root* (`../../`) leads to the site's root."""
        return {
            "title": self.plot.title,
            "description": self.plot.description,
            "svg": self.svg.replace(ROOT, way_to_root),
            "head": list(self.plot.head),
            "rows": [[{"text": cell.text, "url": cell.address} for cell in row] for row in self.plot.rows],
            "note": self.plot.note,
            "timed": self.plot.timed,
            "legend": [{"sign": sign, "label": label} for sign, label in self.plot.legend],
            "numbers": all(cell.text.isdecimal() for row in self.plot.rows for cell in row[1:]),
        }
