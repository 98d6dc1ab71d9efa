"""A grid: how many in each row and column, as a tile with its number; a point where there is none.

The number is what counts; the darker the tile, the higher it is, so that the eye finds the crowded places first.
Nothing hangs on colour.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from diwan.plots.plot import POINTED, Spec, as_given, pointing
from diwan.plots.style import ACCENT, INK, QUIET

#: Pixels from row to row and from column to column: three digits, and more than a target of WCAG 2.2 (24 pixels).
STEP = 29
#: Of a tile: the faintest is still seen, on the darkest the number still has a contrast of 4.5 in both palettes.
OPACITY = (0.14, 0.5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A number in a grid: where it stands, what it says when pointed at, and where its articles are listed."""

    row: str
    column: str
    number: int
    says: str
    address: str
    ink: str = ACCENT
    #: The group of columns it stands in, if columns are grouped.
    group: str = ""


def grid(counts: Sequence[Count], rows: Sequence[str], columns: Sequence[str], *, rtl: bool) -> Spec:
    """Return the specification of a grid of *counts*, with *rows* and *columns* in the order given."""
    groups = list(dict.fromkeys(count.group for count in counts))
    layers = _layers(rows, columns, rtl=rtl)
    most = max((count.number for count in counts), default=0) or 1
    values = {"values": [_datum(count, most) for count in counts]}
    if groups == [""]:
        return {"data": values, **layers}
    facet = {"field": "group", "type": "nominal", "title": None, "sort": groups[::-1] if rtl else groups}
    return {"data": values, "facet": {"column": facet}, "spacing": 24, "spec": layers}


def _datum(count: Count, most: int) -> dict[str, object]:
    faintest, darkest = OPACITY
    # The root spreads the small numbers, of which there are many.
    depth = round(faintest + (darkest - faintest) * sqrt(count.number / most), 3)
    placed = {"row": count.row, "column": count.column, "group": count.group, "n": count.number}
    if not count.number:
        return placed
    return {**placed, **pointing(count.says, count.address), "ink": count.ink, "depth": depth}


def _layers(rows: Sequence[str], columns: Sequence[str], *, rtl: bool) -> Spec:
    plain = {"grid": False, "domain": False, "ticks": False, "title": None}
    across = {**plain, "orient": "top", "labelLimit": 180, "labelAngle": -40, "labelAlign": "left"}
    none, some = [{"filter": "datum.n == 0"}], [{"filter": "datum.n > 0"}]
    tile = {
        "color": as_given("ink"),
        "opacity": {"field": "depth", "type": "quantitative", "scale": None},
        **POINTED,
    }
    return {
        "width": {"step": STEP},
        "height": {"step": STEP},
        "layer": [
            {"transform": none, "mark": {"type": "text", "text": "·", "color": QUIET}},
            {"transform": some, "mark": {"type": "rect", "width": STEP - 3, "height": STEP - 3}, "encoding": tile},
            {"transform": some, "mark": {"type": "text", "color": INK}, "encoding": {"text": {"field": "n", "type": "quantitative"}}},
        ],
        "encoding": {
            "x": {"field": "column", "type": "ordinal", "sort": list(columns)[::-1] if rtl else list(columns), "axis": across},
            "y": {"field": "row", "type": "ordinal", "sort": list(rows), "axis": {**plain, "orient": "right" if rtl else "left"}},
        },
    }  # fmt: skip
