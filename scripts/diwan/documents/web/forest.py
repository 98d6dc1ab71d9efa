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


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees as tables: node by node the column asked, the bound, both ways on, and the value expected there."""

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
        count, trees = len(rows), len(self.roots)
        kinds = 0 if families is None else int(families.max()) + 1
        credit = np.zeros((count, kinds))
        node = np.tile(self.roots, (count, 1))
        index = np.arange(count)[:, None]
        for _ in range(self.depth):
            column = self.column[node]
            # A leaf asks column 0 against infinity, and its way on is itself.
            onward = np.where(rows[index, column] <= self.bound[node], self.left[node], self.right[node])
            if families is not None:
                change = self.value[onward] - self.value[node]
                slot = families[column] + kinds * index
                credit += np.bincount(slot.ravel(), change.ravel(), count * kinds).reshape(count, kinds)
            node = onward
        total = self.start + (self.value[node].sum(axis=1) if trees else 0.0)
        return 1 / (1 + np.exp(-total)), credit


@cache
def load(name: str) -> Forest:
    """Return the forest of the file *name* in this package."""
    table = json.loads(files("diwan.documents.web").joinpath(f"{name}.json").read_text(encoding="utf-8"))
    nodes = table["nodes"]
    return Forest(
        names=tuple(table["names"]),
        roots=np.array(table["roots"], dtype=np.int32),
        column=np.array(nodes["column"], dtype=np.int32),
        bound=np.array([np.inf if bound is None else bound for bound in nodes["bound"]], dtype=np.float32),
        left=np.array(nodes["left"], dtype=np.int32),
        right=np.array(nodes["right"], dtype=np.int32),
        value=np.array(nodes["value"], dtype=np.float64),
        start=float(table["start"]),
        depth=int(table["depth"]),
    )
