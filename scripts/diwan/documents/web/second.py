"""A second look: each stretch again, now with what the first look made of those around it.

In: the first look's numbers and answers. Out: a wider matrix for the second model: the answers before and behind, how
much of the text lies before and after, and the share that was taken for text in the containers it shares.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from diwan.documents.models.around import Numbers, shifted
from diwan.documents.web.places import Places
from diwan.documents.web.sights import numbered, since
from diwan.documents.web.stretches import Element, Stretch

Matrix = NDArray[np.float32]
Group = NDArray[np.int64]

_STEPS = (-3, -2, -1, 1, 2, 3)
_WINDOWS = (3, 8)
_GROUPS = ("parent", "grandparent", "great-grandparent", "alike")
ALIKE = _GROUPS.index("alike")
#: The groups before that are of elements so many levels up.
_LEVELS = ALIKE
#: Probability from which the first look is taken at its word.
_SURE = 0.6
NAMES = ("first", *(f"first{step:+d}" for step in _STEPS), "first.before", "first.after", "first.since", "first.until",
         *(f"first.near{window}" for window in _WINDOWS),
         *(f"first.{group}.{what}" for group in _GROUPS for what in ("share", "part")), "first.page", "first.largest")  # fmt: skip


def look_again(groups: Sequence[Group], first: Numbers, widths: Numbers) -> Matrix:
    """Return the columns `NAMES`, a row for each stretch.

    *groups* are those of `groups_of`, *first* the probabilities, *widths* the columns that the stretches take.
    """
    count = len(first)
    mass = first * widths
    total = max(float(mass.sum()), 1.0)
    columns: list[NDArray[Any]] = [first]
    columns += [shifted(first, step) for step in _STEPS]
    before = np.cumsum(mass) / total
    columns += [before - mass / total, 1 - before]
    columns += [since(first > _SURE), since(first[::-1] > _SURE)[::-1]]
    columns += [_near(mass, widths, window) for window in _WINDOWS]
    for group in groups:
        inside = np.bincount(group, weights=mass)[group]
        columns += [inside / np.maximum(np.bincount(group, weights=widths)[group], 1), inside / total]
    columns += [np.full(count, np.log1p(total)), np.full(count, mass.max() / total)]
    return np.stack(columns, axis=1).astype(np.float32)


def _near(mass: Numbers, widths: Numbers, window: int) -> Numbers:
    """Return the share of the columns within *window* stretches that were taken for text."""
    index = np.arange(len(mass))
    low, high = np.maximum(index - window, 0), np.minimum(index + window + 1, len(mass))
    masses, sizes = np.concatenate([[0.0], np.cumsum(mass)]), np.concatenate([[0.0], np.cumsum(widths)])
    return np.asarray((masses[high] - masses[low]) / np.maximum(sizes[high] - sizes[low], 1))


def groups_of(stretches: Sequence[Stretch], known: Places) -> list[Group]:
    """Return, for each of `_GROUPS`, the number of the group in which each stretch is."""
    elements = [stretch.element for stretch in stretches]
    signatures = [known.of(element).signature for element in elements]
    found = []
    for _ in range(_LEVELS):
        above = {element: _above(element) for element in set(elements)}
        elements = [above[element] for element in elements]
        found.append(numbered(elements))
    return [*found, numbered(signatures)]


def _above(element: Element) -> Element:
    """Return what an element stands in, of the root itself."""
    parent = element.getparent()
    return element if parent is None else parent
