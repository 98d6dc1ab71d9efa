"""The lexicon: every word met, by number, so that texts are numbers in memory and each word is there once.

A word is a line: language, form and, if it differs, spelling, parted by tabs. What was made apart, by another process or
in an earlier run, brings a table of its own lines; the lexicon turns its numbers into those of all.
"""

from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from diwan.search.strings import Strings

LineNumbers = NDArray[np.uint32]


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """Lines one after the other, each kept once: the text of all, and the rows as numbers of lines."""

    text: bytes
    rows: NDArray[np.unsignedinteger]

    def lines(self) -> list[str]:
        """Return the lines, by number."""
        return self.text.decode("utf-8", "surrogatepass").split("\n") if self.text else []


def table_of(lines: Iterable[str], rows: NDArray[np.integer]) -> Table:
    """Return a table of *lines*, which hold no line feed, with *rows* in as few bytes as they take."""
    text = "\n".join(lines).encode("utf-8", "surrogatepass")
    return Table(text, rows.astype(np.min_scalar_type(int(rows.max(initial=0)))))


class Lexicon:
    """All lines met so far. Numbers are given once and stay."""

    def __init__(self) -> None:
        self.strings = Strings()
        self.languages: list[str] = []
        self._numbers: dict[str, int] = {}
        self._lines: list[str] = []
        #: For each line the line that is its form alone, its language, and its form as a string.
        self._alone, self._language, self._string = array("I"), array("H"), array("I")

    def __getstate__(self) -> dict[str, Any]:
        """Leave out the numbers, as `Strings` does."""
        return {name: value for name, value in vars(self).items() if name != "_numbers"}

    def __setstate__(self, state: dict[str, Any]) -> None:
        """Take up what was put away."""
        vars(self).update(state)
        self._numbers = dict(zip(self._lines, range(len(self._lines)), strict=True))

    def __len__(self) -> int:
        return len(self._lines)

    def spelled(self, number: int) -> str:
        """Return how the word of a line is spelled."""
        return self._lines[number].rpartition("\t")[2]

    def lines_of(self, table: Table) -> LineNumbers:
        """Return the number of each line of *table*."""
        return np.fromiter(map(self._number, table.lines()), np.uint32)

    def _number(self, line: str) -> int:
        number = self._numbers.get(line)
        return self._new(line) if number is None else number

    def _new(self, line: str) -> int:
        language, form, *spelled = line.split("\t")
        alone = self._number(f"{language}\t{form}") if spelled else len(self._lines)
        number = self._numbers[line] = len(self._lines)
        self._lines.append(line)
        self._alone.append(alone)
        if language not in self.languages:
            self.languages.append(language)
        self._language.append(self.languages.index(language))
        self._string.append(self.strings.number(form))
        return number

    @property
    def alone(self) -> LineNumbers:
        """For each line, the number of the line that is its form alone."""
        return np.array(self._alone, np.uint32)

    @property
    def language(self) -> NDArray[np.uint16]:
        """For each line, the number of its language."""
        return np.array(self._language, np.uint16)

    @property
    def string(self) -> LineNumbers:
        """For each line, the number of its form as a string."""
        return np.array(self._string, np.uint32)
