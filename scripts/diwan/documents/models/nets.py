"""Nets: small networks that read all lines of a text together, where a forest asks a few questions of each.

In: the features of the lines of a source, a row for each. Out: for each line the log odds that it is text, and that it
is a heading; and how much each family of features moved the first. A net knows a line by 48 numbers. Five times it adds
to them what it finds in the lines 1, 2, 4, 8 and 16 away (dilated convolution, Yu and Koltun 2016) and in the text as a
whole (mean and maximum of all lines). A few nets, each grown without a part of the sites, are averaged.

`bench/grow_nets.py` grows them with the same `read`; the file holds bounds of the features, and weights of 8 bits.
"""

import json
from base64 import b64decode
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Matrix = NDArray[np.float32]
#: How far away, in lines, the lines are of which each is told.
DISTANCES = (1, 2, 4, 8, 16)
#: Values of the least and greatest of a feature; its ranks lie between, so that no outlier counts more.
_ENDS = 1.7
#: Keeps the division by a size of nothing finite; below any value that `read` meets.
_LITTLE, _LEAST = 1e-5, -9.0


def read(
    xp: Any, net: Mapping[str, Any], lines: Any, here: Any, drop: Callable[[Any], Any] = lambda values: values
) -> Any:
    """Return two log odds for each of *lines*: that it is text, and a heading.

    *xp* is numpy, or what takes its place in training. *lines* are of shape (..., lines, features); *here*, of shape
    (..., lines, 1), is 1 for a line and 0 for what only fills up. *drop* leaves out some values in training.
    """
    first = xp.tanh(lines @ net["begin"] + net["begin_bias"]) * here
    known = first
    for far in DISTANCES:
        even = _evened(xp, known) * net[f"scale_{far}"] * here
        mean = even.sum(-2, keepdims=True) / here.sum(-2, keepdims=True)
        most = xp.where(here > 0, even, _LEAST).max(-2, keepdims=True)
        around = xp.concatenate([_moved(xp, even, far), even, _moved(xp, even, -far)], -1)
        whole = xp.concatenate([mean, most], -1)
        found = around @ net[f"around_{far}"] + whole @ net[f"whole_{far}"] + net[f"bias_{far}"]
        known = known + drop(xp.maximum(found, 0)) * here
    last = drop(xp.concatenate([_evened(xp, known), first], -1))
    return xp.maximum(last @ net["end"] + net["end_bias"], 0) @ net["say"] + net["say_bias"]


def _evened(xp: Any, values: Any) -> Any:
    """Return *values* of each line at one size (Zhang and Sennrich 2019)."""
    return values / xp.sqrt((values * values).mean(-1, keepdims=True) + _LITTLE)


def _moved(xp: Any, values: Any, far: int) -> Any:
    """Return for each line what the one *far* above (below, if less than 0) has; 0 where there is none."""
    count = values.shape[-2]
    none = xp.zeros_like(values[..., : min(abs(far), count), :])
    rest = max(count - abs(far), 0)
    if far > 0:
        return xp.concatenate([none, values[..., :rest, :]], -2)
    return xp.concatenate([values[..., count - rest :, :], none], -2)


@dataclass(frozen=True)
class Nets:
    """The bounds of each feature, and the weights of all nets: array by array, net by net."""

    bounds: tuple[tuple[Numbers, Numbers], ...]
    weights: Mapping[str, Matrix]

    def ask(self, seen: Matrix) -> tuple[Numbers, Numbers]:
        """Return for each line that was *seen* the log odds that it is text, and a heading."""
        odds = _odds(self.weights, spread(self.bounds, seen)[None])
        return odds[..., 0], odds[..., 1]

    def moved(self, seen: Matrix, families: NDArray[np.int32]) -> Numbers:
        """Return for each line, a row, what each family of columns adds to the log odds of text, as the first net has it.

        That is how much they fall were all features of the family as they usually are; *families* gives the number of
        each column's family, and the last of them is none.
        """
        lines = spread(self.bounds, seen)
        without = [np.where(families == family, np.float32(0), lines) for family in range(families.max())]
        first = {name: own[:1] for name, own in self.weights.items()}
        odds = _odds(first, np.stack([lines, *without])[:, None])[..., 0]
        return np.asarray(odds[0] - odds[1:]).T


def _odds(weights: Mapping[str, Matrix], lines: Matrix) -> Numbers:
    """Return the mean odds that nets of *weights* give to *lines* of shape (..., 1, lines, features)."""
    here = np.ones((lines.shape[-2], 1), np.float32)
    return np.asarray(read(np, weights, lines, here).mean(axis=-3), dtype=np.float64)


def bounds_of(levels: Sequence[Sequence[float]]) -> tuple[tuple[Numbers, Numbers], ...]:
    """Return, for each feature, bounds and the values there, from its *levels* at equal shares of all lines met."""
    values = np.linspace(-_ENDS, _ENDS, len(levels[0]))
    found = []
    for own in levels:
        bounds, place = np.unique(np.array(own, dtype=float), return_inverse=True)
        found.append((bounds, np.bincount(place, weights=values) / np.bincount(place)))
    return tuple(found)


def spread(bounds: Sequence[tuple[Numbers, Numbers]], seen: Matrix) -> Matrix:
    """Return the features that were *seen* by their ranks among all lines met: alike spread, whatever they count."""
    return np.stack(
        [np.interp(column, *own) for column, own in zip(seen.T, bounds, strict=True)], axis=1
    ).astype(np.float32)


def between(chances: Numbers, odds: Numbers, share: float = 0.5) -> Numbers:
    """Return the probabilities that lie, in log odds, a *share* of the way from *chances* to those of the log *odds*."""
    sure = np.clip(chances, 1e-4, 1 - 1e-4)
    return np.asarray(1 / (1 + np.exp((share - 1) * np.log(sure / (1 - sure)) - share * odds)))


@cache
def load() -> Nets:
    """Return the nets of this package."""
    return of_table(files("diwan.documents.models").joinpath("nets.json").read_text(encoding="utf-8"))


def of_table(text: str) -> Nets:
    """Return the nets that are written as JSON in *text*."""
    table = json.loads(text)
    weights = {
        name: np.frombuffer(b64decode(own["bytes"]), np.int8).reshape(own["shape"])
        * np.array(own["scales"], np.float32)
        for name, own in table["weights"].items()
    }
    return Nets(bounds_of(table["levels"]), weights)
