"""A forest: a point for each word and a line for how sure it is, to either side of "equally often"."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from diwan.plots.plot import POINTED, Spec, as_given, pointing
from diwan.plots.style import ACCENT, QUIET, RULE, SHAPES, STANCES

#: Pixels: the width of the picture and the height of a row.
WIDTH, ROW = 520, 24
#: Doublings drawn to either side: 256 times as often. What is beyond ends at the edge.
REACH_MAX = 8
#: Doublings up to which each is named on the axis; above, every second one, so that names keep apart.
NAMED_MAX = 4


@dataclass(frozen=True, slots=True)
class Lean:
    """A word that leans to a side: binary logarithm of how many times as frequent, and its interval."""

    word: str
    ratio: float
    interval: tuple[float, float]
    #: The answer whose side it leans to.
    value: str
    says: str
    address: str


def forest(leans: Sequence[Lean], unit: str, *, rtl: bool) -> Spec:
    """Return the specification of *leans*, one below the other; *unit* says what the axis measures."""
    farthest = max(abs(end) for lean in leans for end in lean.interval)
    reach = min(REACH_MAX, ceil(farthest))
    data = [
        {
            "word": lean.word,
            "ratio": _within(lean.ratio, reach),
            "low": _within(lean.interval[0], reach),
            "high": _within(lean.interval[1], reach),
            "ink": STANCES.get(lean.value, ACCENT),
            "shape": SHAPES.get(lean.value, "circle"),
            **pointing(lean.says, lean.address),
        }
        for lean in leans
    ]
    axis = {
        "title": unit,
        "values": list(range(-reach, reach + 1, 2 if reach > NAMED_MAX else 1)),
        "labelExpr": "pow(2, abs(datum.value)) + '×'",
        "gridColor": RULE,
        "domain": False,
        "ticks": False,
    }
    scale = {"domain": [-reach, reach], "nice": False, "zero": False, "reverse": rtl}
    across = {"field": "ratio", "type": "quantitative", "scale": scale, "axis": axis}
    names = {
        "title": None,
        "grid": False,
        "domain": False,
        "ticks": False,
        "orient": "right" if rtl else "left",
    }
    down = {"field": "word", "type": "ordinal", "sort": [lean.word for lean in leans], "axis": names}
    ink = as_given("ink")
    return {
        "width": WIDTH,
        "height": {"step": ROW},
        "data": {"values": data},
        "layer": [
            {"data": {"values": [{"ratio": 0}]}, "mark": {"type": "rule", "color": QUIET}, "encoding": {"x": across}},
            {"mark": {"type": "rule", "strokeWidth": 2}, "encoding": {"y": down, "x": {**across, "field": "low"}, "x2": {"field": "high"}, "color": ink}},
            {"mark": {"type": "point", "filled": True, "size": 80, "opacity": 1}, "encoding": {"y": down, "x": across, "color": ink, "shape": as_given("shape"), **POINTED}},
        ],
    }  # fmt: skip


def _within(value: float, reach: int) -> float:
    return round(max(-reach, min(reach, value)), 2)
