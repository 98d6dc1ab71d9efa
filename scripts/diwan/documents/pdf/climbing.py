"""Climbing: the letters of Nastaliq, which stand above and below one another, put on their line.

In: the letters of a page, and the places of what is blank on it. In this style, usual for Urdu, a word descends towards
its end, each letter at a height of its own; what is blank, between words and within, stands on the line itself.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Protocol

#: Share of the letters off every line from which those of a page climb.
_CLIMBS = 0.2
#: Shares of the size of letters. What stands so near to a line is on it; and how far below and above its line a letter
#: stands at most: the first of six letters of Noto Nastaliq Urdu stands .9 above it, and lines are 1.8 apart or more.
_ON_LINE, _BELOW, _ABOVE = 0.05, 0.4, 1.3
#: Sizes within which there is something blank beside a letter on its line: the length of long words.
_BESIDE = 12.0


class Letter(Protocol):
    """A letter and where it stands, in points from the lower left corner."""

    size: float
    base: float
    pen: float
    #: Whether room beside it tells nothing of spaces.
    loose: bool


def settle(letters: Sequence[Letter], blanks: Iterable[tuple[float, float]]) -> None:
    """Put each of *letters* on its line if they climb; *blanks* are baselines and pens."""
    pens: defaultdict[float, list[float]] = defaultdict(list)
    for base, pen in blanks:
        pens[base].append(pen)
    lines = sorted(pens)
    off = [letter for letter in letters if not _within(lines, letter, _ON_LINE, _ON_LINE)]
    if len(off) <= _CLIMBS * len(letters):
        return
    for letter in letters:
        letter.loose = True
        for line in reversed(_within(lines, letter, _ABOVE, _BELOW)):
            if any(abs(pen - letter.pen) < _BESIDE * letter.size for pen in pens[line]):
                letter.base = line
                break


def _within(lines: list[float], letter: Letter, below: float, above: float) -> list[float]:
    """Return the *lines* that lie no more than so many sizes *below* a letter or *above* it."""
    first = bisect_left(lines, letter.base - below * letter.size)
    return lines[first : bisect_right(lines, letter.base + above * letter.size)]
