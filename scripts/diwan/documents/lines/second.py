"""A second look: each line of a plain text again, now with what the first look made of the others.

In: the columns of `features` and the first model's answers. Out: a wider matrix for the models that decide: the
answers above and below, how much of the text lies before and after, and how lines of the same form fared.
"""

from collections.abc import Hashable, Sequence

import numpy as np
from numpy.typing import NDArray

from diwan.documents.lines import features
from diwan.documents.lines.scene import Scene
from diwan.documents.models.around import Numbers, shifted, since

Matrix = NDArray[np.float32]

_STEPS = (-2, -1, 1, 2)
_WINDOWS = (3, 8, 20)
#: Probability from which the first look is taken at its word, and lines from which a distance is simply far.
_SURE, _FAR = 0.6, 60
#: Probability below which it takes a line for one of the page.
_PAGE = 0.3
ANSWERS = ("first", *(f"first{step:+d}" for step in _STEPS), "text_before", "text_after", "own_share", "since", "until",
           *(f"{what}_{window}" for window in _WINDOWS for what in ("mean", "above", "below", "mass")),
           "size", "mean", "surest", "text_stop", "text_width", "in_text", "in_page", "form_mean", "form_count", "kin_mean", "kin_count")  # fmt: skip
NAMES = (*features.NAMES, *ANSWERS)
#: The sort of reason that each column gives; the line's own first answer has reasons of its own.
SORTS = (
    *features.SORTS, "", *("neighbours",) * (len(ANSWERS) - 9), *("form",) * 2, *("words",) * 2, *("form",) * 4,
)  # fmt: skip


def look_again(scene: Scene, seen: Matrix, first: Numbers) -> Matrix:
    """Return the columns `NAMES`, a row for each line: what was *seen* of it, and what the answers *first* add."""
    widths = seen[:, features.NAMES.index("width")].astype(float)
    count = len(first)
    mass = first * widths
    total = max(float(mass.sum()), 1.0)
    before = np.concatenate([[0.0], np.cumsum(mass)])
    columns = [first]
    columns += [shifted(first, step) for step in _STEPS]
    columns += [before[:-1] / total, 1 - before[1:] / total, mass / total]
    columns += [since(first > _SURE, _FAR), since(first[::-1] > _SURE, _FAR)[::-1]]
    columns += [column for window in _WINDOWS for column in _within(first, before, widths, window)]
    columns += [np.full(count, value) for value in (np.log1p(total), first.mean(), first.max())]
    sure = max(float(first.sum()), 1.0)
    stops = seen[:, features.NAMES.index("stop")]
    columns += [np.full(count, float(first @ column) / sure) for column in (stops, widths)]
    columns += [scene.telling.shared(first > _SURE), scene.telling.shared(first < _PAGE)]
    forms = [features.form_of(shape) for shape in scene.shapes]
    kin = [(form, shape.is_sentence) for form, shape in zip(forms, scene.shapes, strict=True)]
    columns += [*_alike(forms, first), *_alike(kin, first)]
    return np.hstack([seen, np.stack(columns, axis=1).astype(np.float32)])


def _within(first: Numbers, before: Numbers, widths: Numbers, window: int) -> list[Numbers]:
    """Return the mean answers about the lines around, above and below, and the share of their columns that is text."""
    at, count = np.arange(len(first)), len(first)
    low, high = np.maximum(at - window, 0), np.minimum(at + window + 1, count)
    sums, sizes = (np.concatenate([[0.0], np.cumsum(column)]) for column in (first, widths))
    return [
        (sums[high] - sums[low]) / (high - low),
        (sums[at] - sums[low]) / np.maximum(at - low, 1),
        (sums[high] - sums[at + 1]) / np.maximum(high - at - 1, 1),
        (before[high] - before[low]) / np.maximum(sizes[high] - sizes[low], 1),
    ]


def _alike(forms: Sequence[Hashable], first: Numbers) -> list[Numbers]:
    """Return the mean answer about the other lines of the same form (-1 where there are none), and their number."""
    numbers: dict[Hashable, int] = {}
    group = np.array([numbers.setdefault(form, len(numbers)) for form in forms])
    sizes = np.bincount(group)[group]
    others = (np.bincount(group, weights=first)[group] - first) / np.maximum(sizes - 1, 1)
    return [np.where(sizes > 1, others, -1.0), np.minimum(sizes, _FAR).astype(float)]
