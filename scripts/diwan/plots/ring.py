"""A ring: concepts round a circle, joined where they occur together; the more often, the broader the line."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin

from diwan.plots.plot import POINTED, Spec, pointing
from diwan.plots.style import ACCENT, INK, QUIET

#: Pixels: half the picture's height, and the room for names at both sides.
RADIUS, ROOM = 230, 300
#: Pixels: the broadest line; from the middle of a point, the largest of which is 23 across, to its name.
BROADEST, GAP = 11, 17


@dataclass(frozen=True, slots=True)
class Node:
    """A concept on the ring."""

    name: str
    number: int
    says: str
    address: str


@dataclass(frozen=True, slots=True)
class Tie:
    """Two concepts, by their places on the ring, and how many articles join them."""

    one: int
    other: int
    number: int
    says: str
    address: str


def ring(nodes: Sequence[Node], ties: Sequence[Tie]) -> Spec:
    """Return the specification of a ring of *nodes* joined by *ties*, thin ones first."""
    # Half a step from the top, so that no name stands above its point.
    turns = [2 * pi * (place + 0.5) / len(nodes) for place in range(len(nodes))]
    spots = [(round(sin(turn) * RADIUS, 1), round(cos(turn) * RADIUS, 1)) for turn in turns]
    most = max((tie.number for tie in ties), default=1)
    lines = [
        {"x": spots[tie.one][0], "y": spots[tie.one][1], "x2": spots[tie.other][0], "y2": spots[tie.other][1], "n": tie.number, **pointing(tie.says, tie.address)}
        for tie in sorted(ties, key=lambda tie: (tie.number, tie.one, tie.other))
    ]  # fmt: skip
    points = [
        {"x": x, "y": y, "nx": x + (GAP if x >= 0 else -GAP), "n": node.number, "name": node.name, "side": "left" if x >= 0 else "right", **pointing(node.says, node.address)}
        for node, (x, y) in zip(nodes, spots, strict=True)
    ]  # fmt: skip
    across = {"type": "quantitative", "axis": None, "scale": {"domain": [-RADIUS - ROOM, RADIUS + ROOM]}}
    up = {"type": "quantitative", "axis": None, "scale": {"domain": [-RADIUS - 20, RADIUS + 20]}}
    width = {
        "field": "n",
        "type": "quantitative",
        "legend": None,
        "scale": {"domain": [0, most], "range": [0.5, BROADEST]},
    }
    size = {"field": "n", "type": "quantitative", "legend": None, "scale": {"range": [40, 420]}}

    def names(side: str) -> Spec:
        return {
            "data": {"values": [point for point in points if point["side"] == side]},
            "mark": {"type": "text", "align": side, "color": INK, "limit": ROOM},
            "encoding": {
                "x": {"field": "nx", **across},
                "y": {"field": "y", **up},
                "text": {"field": "name", "type": "nominal"},
            },
        }

    return {
        "width": 2 * (RADIUS + ROOM),
        "height": 2 * (RADIUS + 20),
        "resolve": {"scale": {"size": "independent"}},
        "layer": [
            {"data": {"values": lines}, "mark": {"type": "rule", "color": QUIET, "opacity": 0.4}, "encoding": {"x": {"field": "x", **across}, "y": {"field": "y", **up}, "x2": {"field": "x2"}, "y2": {"field": "y2"}, "size": width, **POINTED}},
            {"data": {"values": points}, "mark": {"type": "circle", "color": ACCENT, "opacity": 1}, "encoding": {"x": {"field": "x", **across}, "y": {"field": "y", **up}, "size": size, **POINTED}},
            names("left"),
            names("right"),
        ],
    }  # fmt: skip
