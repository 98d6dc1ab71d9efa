"""Lanes: articles along time, a lane for each answer, so that positions can be compared at a glance."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from diwan.plots.plot import POINTED, Spec, as_given, pointing
from diwan.plots.style import ACCENT, INK, RULE, SHAPES, STANCES

#: Pixels: the picture's width, a mark and its distance from the next, the room between lanes.
WIDTH, MARK, LANE_GAP = 720, 13, 12
#: Years named below the picture.
TICKS_MAX = 14
#: Years; marks closer than this stand above each other. A mark of 13 pixels covers this much of twenty years.
NEAR = 0.36
#: Square pixels: a ring round a mark, clear of its sign. It stands as wide as the next place of a lane.
RING = 190
#: What the sign of a ring is called in the style of pages.
RINGED = "ring"


@dataclass(frozen=True, slots=True)
class Position:
    """An article in time (years, with fractions) and in a lane."""

    time: float
    lane: str
    value: str
    says: str
    address: str
    #: Whether a ring marks it: the answer that its sign stands for is not the only one.
    ringed: bool = False


def lanes(positions: Sequence[Position], order: Sequence[str], *, rtl: bool) -> Spec:
    """Return the specification of *positions* in lanes that stand in *order* from above."""
    stacked, heights = _stacked(positions, order)
    floor, floors = 0.0, {}
    for lane in reversed(order):
        floors[lane] = floor
        floor += heights[lane] * MARK + LANE_GAP
    data = [
        {"time": p.time, "y": floors[p.lane] + LANE_GAP / 2 + (place + 0.5) * MARK, **pointing(p.says, p.address), "ink": STANCES.get(p.value, ACCENT), "shape": SHAPES.get(p.value, "circle"), "ringed": p.ringed}
        for p, place in stacked
    ]  # fmt: skip
    centres = {lane: floors[lane] + (heights[lane] * MARK + LANE_GAP) / 2 for lane in order}
    return _spec(data, floor, centres, floors, rtl=rtl)


def _stacked(
    positions: Sequence[Position], order: Sequence[str]
) -> tuple[list[tuple[Position, int]], dict[str, int]]:
    """Return each position with its place above others near it, and how many places each lane needs."""
    ends: dict[str, list[float]] = defaultdict(list)
    placed = []
    for position in sorted(positions, key=lambda p: (p.time, p.says)):
        lane = ends[position.lane]
        place = next((n for n, end in enumerate(lane) if end <= position.time), len(lane))
        if place == len(lane):
            lane.append(0.0)
        lane[place] = position.time + NEAR
        placed.append((position, place))
    return placed, {lane: max(1, len(ends[lane])) for lane in order}


def _spec(
    data: list[dict[str, object]],
    height: float,
    centres: dict[str, float],
    floors: dict[str, float],
    *,
    rtl: bool,
) -> Spec:
    time, up = _time([float(str(d["time"])) for d in data], rtl=rtl), _up(height, centres, rtl=rtl)
    ringed = [d for d in data if d["ringed"]]
    rings = {
        "data": {"values": ringed},
        "mark": {"type": "point", "filled": False, "size": RING, "opacity": 1, "strokeWidth": 1.5, "color": INK},
        "encoding": {"x": time, "y": up},
    }  # fmt: skip
    rules = [{"y": floor} for floor in floors.values() if floor]
    return {
        "width": WIDTH,
        "height": height,
        "layer": [
            {"data": {"values": rules}, "mark": {"type": "rule", "color": RULE}, "encoding": {"y": up}},
            *([rings] if ringed else []),
            {
                "data": {"values": data},
                "mark": {"type": "point", "filled": True, "size": 70, "opacity": 1},
                "encoding": {"x": time, "y": up, "shape": as_given("shape"), "color": as_given("ink"), **POINTED},
            },
        ],
    }  # fmt: skip


def _up(height: float, centres: dict[str, float], *, rtl: bool) -> Spec:
    """Return the axis on which lanes stand above each other, each named at its centre."""
    names = " : ".join(
        f"abs(datum.value - {centre}) < 0.01 ? {_quoted(lane)}" for lane, centre in centres.items()
    )
    axis = {
        "values": list(centres.values()),
        "labelExpr": f"{names} : ''",
        "title": None,
        "grid": False,
        "domain": False,
        "ticks": False,
        # At the newest end, which is what narrow windows show.
        "orient": "left" if rtl else "right",
    }
    scale = {"domain": [0, height], "nice": False}
    return {"field": "y", "type": "quantitative", "scale": scale, "axis": axis}


def _time(times: Sequence[float], *, rtl: bool) -> Spec:
    """Return the axis of time, with room for a mark at both ends."""
    first, last = min(times), max(times)
    every = -(-(int(last) - int(first) + 2) // TICKS_MAX)
    ticks = list(range(int(first), int(last) + 2, every))
    scale = {
        "domain": [min(first - NEAR, ticks[0]), max(last + NEAR, ticks[-1])],
        "nice": False,
        "zero": False,
        "reverse": rtl,
    }
    return {
        "field": "time",
        "type": "quantitative",
        "scale": scale,
        "axis": {"values": ticks, "format": "d", "title": None, "grid": False},
    }


def _quoted(text: str) -> str:
    """Return *text* as a string of Vega's expressions."""
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
