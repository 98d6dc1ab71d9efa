"""Forests: the small trained models of web pages, and how they explain themselves.

In: a matrix of numbers, a row for each stretch. Out: for each row a probability, and for each family of columns how
much it moved the answer. A forest is trees that each ask a few questions of the form "is this number at most that?";
the answers of all are added up (gradient boosting, Friedman 2001). `bench/train_pages.py` grows them; the file holds
numbers and names of columns only. An answer is explained by the way it took: each step of it changes the value
expected, and the change is credited to the family of the column asked (Saabas 2014).
"""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]
Numbers = NDArray[np.float64]
#: Rows asked at once: with all trees of a forest they fit a processor's cache.
_AT_ONCE = 256


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees as tables: node by node the column asked, the bound, both ways on (-1: a leaf), and the value there."""

    names: tuple[str, ...]
    roots: NDArray[np.int32]
    column: NDArray[np.int32]
    bound: NDArray[np.float32]
    left: NDArray[np.int32]
    right: NDArray[np.int32]
    value: Numbers
    start: float
    depth: int

    def ask(self, rows: Matrix, families: NDArray[np.int32] | None = None) -> tuple[Numbers, Numbers]:
        """Return the probability of each row, and what each family of columns added to it (in log odds).

        *families* gives the number of each column's family; without it nothing is explained.
        """
        parts = [
            self._ask(rows[start : start + _AT_ONCE], families) for start in range(0, len(rows), _AT_ONCE)
        ]
        totals, credits_ = zip(*parts, strict=True) if parts else ((np.zeros(0),), (np.zeros((0, 0)),))
        return 1 / (1 + np.exp(-np.concatenate(totals))), np.concatenate(credits_)

    def _ask(self, rows: Matrix, families: NDArray[np.int32] | None) -> tuple[Numbers, Numbers]:
        """Return the log odds of a few rows, and what each family added."""
        count, trees = len(rows), len(self.roots)
        kinds = 0 if families is None else int(families.max()) + 1
        credit = np.zeros(count * kinds)
        flat, width = np.ascontiguousarray(rows).ravel(), rows.shape[1]
        node = np.tile(self.roots, count)
        row = np.repeat(np.arange(count, dtype=np.int32), trees)
        total = np.full(count, self.start)
        for _ in range(self.depth + 1):
            # A leaf has no way on: its value is added, and it is asked no more.
            inner = self.left.take(node) >= 0
            done = ~inner
            total += np.bincount(row[done], self.value.take(node[done]), count)
            node, row = node[inner], row[inner]
            column = self.column.take(node)
            low = flat.take(row * width + column) <= self.bound.take(node)
            onward = np.where(low, self.left.take(node), self.right.take(node))
            if families is not None:
                slot = families.take(column) + kinds * row
                credit += np.bincount(slot, self.value.take(onward) - self.value.take(node), count * kinds)
            node = onward
        return total, credit.reshape(count, kinds)


@cache
def load(name: str) -> Forest:
    """Return the forest of the file *name* in this package."""
    return of_table(files("diwan.documents.web").joinpath(f"{name}.json").read_text(encoding="utf-8"))


def of_table(text: str) -> Forest:
    """Return the forest that is written as JSON in *text*."""
    table = json.loads(text)
    nodes = table["nodes"]
    return Forest(
        names=tuple(table["names"]),
        roots=np.array(table["roots"], dtype=np.int32),
        column=np.array(nodes["column"], dtype=np.int32),
        bound=np.array(nodes["bound"], dtype=np.float32),
        left=np.array(nodes["left"], dtype=np.int32),
        right=np.array(nodes["right"], dtype=np.int32),
        value=np.array(nodes["value"], dtype=np.float64),
        start=float(table["start"]),
        depth=int(table["depth"]),
    )
