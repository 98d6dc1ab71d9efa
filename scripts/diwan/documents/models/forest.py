"""Forests: the small trained models of web pages, and how they explain themselves.

In: a matrix of numbers, a row for each stretch. Out: for each row a probability, and for each family of columns how
much it moved the answer. A forest is trees that each ask a few questions of the form "is this number at most that?";
the answers of all are added up (gradient boosting, Friedman 2001). `bench/train_pages.py` grows them; the file holds
numbers and names of columns only. An answer is explained by the way it took: each step of it changes the value
expected, and the change is credited to the family of the column asked (Saabas 2014). Where a row ends in a tree is
found without walking: each answer rules leaves out, and of those left the first is meant (Lucchese et al. 2015).
"""

import json
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]
Numbers = NDArray[np.float64]
#: Rows asked at once: with all trees of a forest they fit a processor's cache.
_AT_ONCE = 512
#: Leaves of the largest tree; each has a bit.
_LEAVES = 16
#: For leaves that are out, as bits, the number of the first that is not: of all numbers that end so.
_FIRST_LEFT = np.zeros(1 << _LEAVES, np.uint8)
for _leaf in range(_LEAVES):
    _FIRST_LEFT[(1 << _leaf) - 1 :: 2 << _leaf] = _leaf


@dataclass(frozen=True, eq=False)
class _Questions:
    """All questions of a forest, a column a tree: the first of each tree in the first row, and so on."""

    columns: NDArray[np.int32]
    #: A question that a tree does not have is bound by infinity, above which nothing is.
    bounds: Matrix
    #: The leaves that are out where the number is above the bound, as bits.
    out: NDArray[np.uint16]
    #: The leaves of each tree from low to high, a row a tree.
    leaves: NDArray[np.int32]

    def leaves_of(self, rows: Matrix) -> NDArray[np.int32]:
        """Return the leaf of each tree, down, to which each of *rows*, across, comes."""
        table = np.ascontiguousarray(rows.T)
        out = np.zeros((len(self.leaves), len(rows)), np.uint16)
        for columns, bounds, above in zip(self.columns, self.bounds, self.out, strict=True):
            out |= (table.take(columns, axis=0) > bounds[:, None]) * above[:, None]
        return self.leaves.take(_FIRST_LEFT.take(out) + np.arange(0, self.leaves.size, _LEAVES)[:, None])


@dataclass(frozen=True, eq=False)
class Forest:
    """Trees as tables: node by node the column asked, the bound, the two ways on, and the value there.

    The way of a node at most at its bound is at twice its number in `onward`, the other behind it; a leaf leads to
    itself. The nodes of a tree follow its root, each behind the one that leads to it.
    """

    names: tuple[str, ...]
    roots: NDArray[np.int32]
    column: NDArray[np.int32]
    bound: NDArray[np.float32]
    onward: NDArray[np.int32]
    value: Numbers
    start: float

    def ask(self, rows: Matrix, families: NDArray[np.int32] | None = None) -> tuple[Numbers, Matrix]:
        """Return the probability of each row, and what each family of columns added to it (in log odds).

        *families* gives the number of each column's family; without it nothing is explained.
        """
        added = np.zeros((len(self.value), 0), np.float32) if families is None else self._added(families)
        totals, credits_ = np.zeros(len(rows)), np.zeros((len(rows), added.shape[1]), np.float32)
        for start in range(0, len(rows), _AT_ONCE):
            some = slice(start, start + _AT_ONCE)
            leaves = self._questions.leaves_of(rows[some])
            totals[some] = self.value.take(leaves.T).sum(axis=1) + self.start
            # What a leaf adds to all families stands together: fetched at once, it takes a third of the time.
            credits_[some] = added.take(leaves, axis=0).sum(axis=0)
        return 1 / (1 + np.exp(-totals)), credits_

    @cached_property
    def _questions(self) -> _Questions:
        trees = len(self.roots)
        columns, bounds = (
            np.zeros((_LEAVES - 1, trees), np.int32),
            np.full((_LEAVES - 1, trees), np.inf, np.float32),
        )
        out, leaves = np.zeros((_LEAVES - 1, trees), np.uint16), np.zeros((trees, _LEAVES), np.int32)
        ways, below = self.onward.reshape(-1, 2).tolist(), dict[int, list[int]]()
        for node, (low, high) in reversed([*enumerate(ways)]):
            below[node] = [node] if low == node else below[low] + below[high]
        for tree, (root, end) in enumerate(pairwise([*self.roots.tolist(), len(ways)])):
            leaves[tree, : len(below[root])] = below[root]
            inner = [node for node in range(root, end) if ways[node][0] != node]
            columns[: len(inner), tree], bounds[: len(inner), tree] = self.column[inner], self.bound[inner]
            out[: len(inner), tree] = [
                sum(1 << below[root].index(leaf) for leaf in below[ways[node][0]]) for node in inner
            ]
        return _Questions(columns, bounds, out, leaves)

    def _added(self, families: NDArray[np.int32]) -> Matrix:
        """Return what was added on the way to each node, a row, to each family; found once for the same *families*."""
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
    return of_table(files("diwan.documents.models").joinpath(f"{name}.json").read_text(encoding="utf-8"))


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
    )
