"""Time: articles a year as bars, and above them events, a point each."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from diwan.plots.plot import POINTED, Spec, pointing
from diwan.plots.style import ACCENT, GOLD

#: Pixels.
WIDTH, HEIGHT, POINT = 860, 130, 10
#: Years named below a picture: a name is 30 pixels wide, and needs as much again around it.
NAMED_MAX = 18
#: Years from one that is named to the next; the longest is enough for all that dates can be of, 1 to 9999.
STEPS = (1, 2, 5, 10, 50, 100, 500, 1000)


@dataclass(frozen=True, slots=True)
class Year:
    """A year with its number of articles."""

    year: int
    number: int
    says: str
    address: str


@dataclass(frozen=True, slots=True)
class Moment:
    """An event in its year; *place* counts the events of the same year before it."""

    year: int
    place: int
    says: str
    address: str


@dataclass(frozen=True, slots=True)
class Era:
    """The years a picture spans, and whether time runs from right to left as its readers' words do."""

    start: int
    end: int
    rtl: bool = False

    @property
    def axis(self) -> dict[str, Any]:
        """The axis of time."""
        scale = {
            "domain": [self.start - 0.5, self.end + 0.5],
            "nice": False,
            "zero": False,
            "reverse": self.rtl,
        }
        step = next(step for step in STEPS if (self.end - self.start) / step <= NAMED_MAX)
        named = list(range(-(-self.start // step) * step, self.end + 1, step))
        axis = {"title": None, "format": "d", "values": named, "grid": False}
        return {"field": "year", "type": "quantitative", "scale": scale, "axis": axis}


def years(found: Sequence[Year], era: Era, unit: str) -> Spec:
    """Return a bar for each year of *era*; *unit* says what is counted."""
    return {"width": WIDTH, "height": HEIGHT, **_bars(found, era, unit)}


def moments(events: Sequence[Moment], era: Era) -> Spec:
    """Return a point for each of *events*, those of a year above each other."""
    return {"width": WIDTH, **_points(events, era)}


def timeline(events: Sequence[Moment], found: Sequence[Year], era: Era, unit: str) -> Spec:
    """Return events above the articles of the same years, on one axis."""
    return {"vconcat": [moments(events, era), years(found, era, unit)], "spacing": 12}


def _bars(found: Sequence[Year], era: Era, unit: str) -> Spec:
    data = [
        {
            "year": y.year - 0.42,
            "end": y.year + 0.42,
            "n": y.number,
            **pointing(y.says, y.address),
        }
        for y in found
        if y.number
    ]
    axis = {
        "title": unit,
        "tickMinStep": 1,
        # At the newest end, where the bars are tall, and which is what narrow windows show.
        "orient": "left" if era.rtl else "right",
        "domain": False,
        "ticks": False,
        "tickCount": 4,
    }
    return {
        "data": {"values": data},
        "mark": {"type": "bar", "color": ACCENT},
        "encoding": {
            "x": era.axis,
            "x2": {"field": "end"},
            "y": {"field": "n", "type": "quantitative", "axis": axis, "scale": {"domainMin": 0}},
            "y2": {"datum": 0},
            **POINTED,
        },
    }


def _points(events: Sequence[Moment], era: Era) -> Spec:
    most = max((event.place for event in events), default=0) + 1
    data = [
        {"year": event.year, "place": event.place + 0.5, **pointing(event.says, event.address)}
        for event in events
    ]
    return {
        "height": most * POINT,
        "data": {"values": data},
        "mark": {"type": "circle", "color": GOLD, "size": 46, "opacity": 1},
        "encoding": {
            "x": era.axis,
            "y": {"field": "place", "type": "quantitative", "axis": None, "scale": {"domain": [0, most]}},
            **POINTED,
        },
    }
