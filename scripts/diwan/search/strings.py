"""Strings by number, and the order in which browsers sort them: forms, stems and bare words are compared as numbers."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]


class Strings:
    """Every string met so far. Numbers are given once and stay; ranks change when strings come."""

    def __init__(self) -> None:
        self.all: list[str] = []
        self._numbers: dict[str, int] = {}
        self._ranks: Numbers = np.empty(0, np.int64)

    def __getstate__(self) -> dict[str, Any]:
        """Leave out what follows from the rest: to make it again takes a third of the time of reading it."""
        return {"all": self.all, "_ranks": self._ranks}

    def __setstate__(self, state: dict[str, Any]) -> None:
        """Take up what was put away."""
        vars(self).update(state)
        self._numbers = dict(zip(self.all, range(len(self.all)), strict=True))

    def number(self, string: str) -> int:
        """Return the number of *string*."""
        number = self._numbers.get(string)
        if number is None:
            number = self._numbers[string] = len(self.all)
            self.all.append(string)
        return number

    def ranks(self) -> Numbers:
        """Return the rank of each string, by its number."""
        known = len(self._ranks)
        if known < len(self.all):
            # What was in order before stays so: sorting it again with a few new ones costs little.
            before = map(self.all.__getitem__, np.argsort(self._ranks).tolist())
            strings = [*before, *self.all[known:]]
            _sort(strings)
            order = np.fromiter(map(self._numbers.__getitem__, strings), np.int64, len(strings))
            self._ranks = np.empty(len(order), np.int64)
            self._ranks[order] = np.arange(len(order))
        return self._ranks


def _sort(strings: list[str]) -> None:
    """Sort as browsers do, by UTF-16 code units; characters tell the same order unless some need two units."""
    letters = "".join(strings)
    if len(letters.encode("utf-16-be", "surrogatepass")) > 2 * len(letters):
        strings.sort(key=lambda string: string.encode("utf-16-be", "surrogatepass"))
    else:
        strings.sort()
