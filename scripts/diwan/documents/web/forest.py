"""Forests: the small trained models of web pages, and how they explain themselves.

In: a matrix of numbers, a row for each stretch. Out: for each row a probability, and for each family of columns how
much it moved the answer. A forest is trees that each ask a few questions of the form "is this number at most that?";
the answers of all are added up (gradient boosting, Friedman 2001). `bench/train_pages.py` grows them; the file holds
numbers and names of columns only. An answer is explained by the way it took: each step of it changes the value
expected, and the change is credited to the family of the column asked (Saabas 2014).
"""

import json
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]
Numbers = NDArray[np.float64]
#: Rows asked at once: with all trees of a forest they fit a processor's cache.
_AT_ONCE = 128


@dataclass(frozen=True, eq=False)
class Forest:
    """Trees as tables: node by node the column asked, the bound, the two ways on, and the value there.

    The way of a node at most at its bound is at twice its number in `onward`, the other behind it; a leaf leads to
    itself, so that all rows take equally many steps.
    """

    names: tuple[str, ...]
    roots: NDArray[np.int32]
    column: NDArray[np.int32]
    bound: NDArray[np.float32]
    onward: NDArray[np.int32]
    value: Numbers
    start: float
    depth: int

    def ask(self, rows: Matrix, families: NDArray[np.int32] | None = None) -> tuple[Numbers, Matrix]:
        """Return the probability of each row, and what each family of columns added to it (in log odds).

        *families* gives the number of each column's family; without it nothing is explained.
        """
        added = np.zeros((len(self.value), 0), np.float32) if families is None else self._added(families)
        totals, credits_ = np.zeros(len(rows)), np.zeros((len(rows), added.shape[1]), np.float32)
        for start in range(0, len(rows), _AT_ONCE):
            some = slice(start, start + _AT_ONCE)
            leaves = self._leaves(rows[some])
            totals[some] = self.value.take(leaves).sum(axis=1) + self.start
            credits_[some] = added.take(leaves, axis=0).sum(axis=1)
        return 1 / (1 + np.exp(-totals)), credits_

    def _leaves(self, rows: Matrix) -> NDArray[np.int32]:
        """Return the leaf that each row comes to in each tree."""
        flat, width = np.ascontiguousarray(rows).ravel(), rows.shape[1]
        row = np.repeat(np.arange(len(rows), dtype=np.int32) * width, len(self.roots))
        node = np.tile(self.roots, len(rows))
        for _ in range(self.depth):
            high = flat.take(row + self.column.take(node)) > self.bound.take(node)
            node = self.onward.take(2 * node + high)
        return node.reshape(len(rows), len(self.roots))

    def _added(self, families: NDArray[np.int32]) -> Matrix:
        """Return for each node what each family added on the way to it; found once for the same *families*."""
        key = families.tobytes()
        if key not in self._ways:
            added = np.zeros((len(self.value), int(families.max()) + 1), np.float32)
            for node, (low, high) in enumerate(self.onward.reshape(-1, 2).tolist()):
                # A leaf has no way on; the nodes behind one come after it.
                for below in (low, high) if low != node else ():
                    added[below] = added[node]
                    added[below, families[self.column[node]]] += self.value[below] - self.value[node]
            self._ways[key] = added
        return self._ways[key]

    @cached_property
    def _ways(self) -> dict[bytes, Matrix]:
        return {}


@cache
def load(name: str) -> Forest:
    """Return the forest of the file *name* in this package."""
    return of_table(files("diwan.documents.web").joinpath(f"{name}.json").read_text(encoding="utf-8"))


def of_table(text: str) -> Forest:
    """Return the forest that is written as JSON in *text*."""
    table = json.loads(text)
    nodes = table["nodes"]
    count = len(nodes["value"])
    ways = np.array([nodes["left"], nodes["right"]], dtype=np.int32).T
    leaf = ways[:, 0] < 0
    return Forest(
        names=tuple(table["names"]),
        roots=np.array(table["roots"], dtype=np.int32),
        column=np.array(nodes["column"], dtype=np.int32),
        bound=np.array(nodes["bound"], dtype=np.float32),
        onward=np.where(leaf[:, None], np.arange(count, dtype=np.int32)[:, None], ways).ravel(),
        value=np.array(nodes["value"], dtype=np.float64),
        start=float(table["start"]),
        depth=int(table["depth"]),
    )
