"""Kept lines: what stands above and below a line once what is no text is gone, as the model of headings sees it.

In: the scene, which lines are kept, and how likely each is text. Out: columns for the lines that could be headings. A
heading stands over running text and among few others of its form; a teaser inside the text has neighbours of its kind.
"""

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from diwan.documents.lines import second
from diwan.documents.lines.features import form_of
from diwan.documents.lines.headings import has_form
from diwan.documents.lines.scene import Scene
from diwan.documents.models.around import Numbers
from diwan.documents.shapes import Shape

_SIDE = ("width", "sentence", "short", "marker", "chance", "distance")
#: Columns, and lines, beyond which more is the same.
_LONG, _FAR, _MANY = 400, 40, 30
#: Columns of the longest part of a text under a heading that is told from longer ones.
_PART = 3000
KEPT = (*(f"{name}_{side}" for side in ("above", "below") for name in _SIDE), "own_chance", "kept_above", "kept_below",
        "share_of_short", "same_form", "count_of_short", "lines_over", "lines_under", "text_over", "text_under",
        "in_series", "usual_short", "alike")  # fmt: skip
NAMES = (*second.NAMES, *KEPT)


def look_at_kept(
    scene: Scene, wide: second.Matrix, keep: NDArray[np.bool_], chances: Numbers, asked: Sequence[int]
) -> second.Matrix:
    """Return the columns `NAMES` for the lines *asked*, which are kept; *wide* is a look at the *chances* of all."""
    kept = np.flatnonzero(keep).tolist()
    shapes = scene.shapes
    short = {index: not shapes[index].is_sentence and has_form(shapes[index]) for index in kept}
    forms = Counter(form_of(shapes[index]) for index in kept if short[index])
    count = sum(short.values())
    place = {index: position for position, index in enumerate(kept)}
    parts = _parts([shapes[index] for index in kept], [short[index] for index in kept])
    usual = float(np.median([shapes[index].width for index in kept if short[index]] or [0]))
    numbers = {shapes[index].number for index in kept if short[index]}
    looks = Counter(_look(shapes[index]) for index in kept if short[index])

    def side(index: int, step: int) -> tuple[float, ...]:
        position = place[index] + step
        if not 0 <= position < len(kept):
            return (-1.0,) * len(_SIDE)
        beside = kept[position]
        shape = shapes[beside]
        return (min(shape.width, _LONG), shape.is_sentence, short[beside], bool(shape.marker), chances[beside],
                abs(beside - index))  # fmt: skip

    rows = [
        (
            *side(index, -1), *side(index, 1), chances[index], min(place[index], _FAR),
            min(len(kept) - 1 - place[index], _FAR), count / len(kept), forms[form_of(shapes[index])] / max(count, 1),
            min(count, _MANY), *parts[place[index]], _in_series(shapes[index], numbers), shapes[index].width - usual,
            looks[_look(shapes[index])] / max(count, 1),
        )
        for index in asked
    ]  # fmt: skip
    return np.hstack([wide[list(asked)], np.array(rows, dtype=float).reshape(len(asked), len(KEPT))]).astype(
        np.float32
    )


def _parts(shapes: Sequence[Shape], short: Sequence[bool]) -> list[tuple[float, ...]]:
    """Return, for each kept line, the lines and columns of running text between it and the next *short* line, over and under."""
    over, under = _met(shapes, short), _met(shapes[::-1], short[::-1])[::-1]
    return [
        (lines, lines_under, columns, columns_under)
        for (lines, columns), (lines_under, columns_under) in zip(over, under, strict=True)
    ]


def _met(shapes: Sequence[Shape], short: Sequence[bool]) -> list[tuple[float, float]]:
    """Return the lines and columns met since the last *short* line."""
    found, lines, columns = [], 0, 0
    for shape, is_short in zip(shapes, short, strict=True):
        found.append((float(min(lines, _FAR)), float(min(columns, _PART))))
        lines, columns = (0, 0) if is_short else (lines + 1, columns + shape.width)
    return found


def _in_series(shape: Shape, numbers: set[int | None]) -> bool:
    return shape.number is not None and not numbers.isdisjoint({shape.number - 1, shape.number + 1})


def _look(shape: Shape) -> tuple[bool, ...]:
    """Return how a short line is written: its end, its mark, its capitals, its speech."""
    return (shape.asks, shape.is_label, shape.number is not None, shape.text.isupper(), shape.text[0].isalnum(),
            shape.piece.gap > 0)  # fmt: skip
