"""Kept lines: what stands above and below a line once what is no text is gone, as the model of headings sees it.

In: the scene, which lines are kept, and how likely each is text. Out: columns for the lines that could be headings. A
heading stands over running text and among few others of its form; a teaser inside the text has neighbours of its kind.
"""

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from diwan.documents import second
from diwan.documents.headings import has_form
from diwan.documents.scene import Scene
from diwan.documents.shapes import Shape

Numbers = NDArray[np.float64]

_SIDE = ("width", "sentence", "short", "marker", "chance", "distance")
#: Columns, and lines, beyond which more is the same.
_LONG, _FAR, _MANY = 400, 40, 30
KEPT = (*(f"{name}_{side}" for side in ("above", "below") for name in _SIDE), "own_chance", "kept_above", "kept_below",
        "share_of_short", "same_form", "count_of_short")  # fmt: skip
NAMES = (*second.NAMES, *KEPT)


def look_at_kept(
    scene: Scene, wide: second.Matrix, keep: NDArray[np.bool_], chances: Numbers, asked: Sequence[int]
) -> second.Matrix:
    """Return the columns `NAMES` for the lines *asked*, which are kept; *wide* is a look at the *chances* of all."""
    kept = np.flatnonzero(keep).tolist()
    shapes = scene.shapes
    short = {index: not shapes[index].is_sentence and has_form(shapes[index]) for index in kept}
    forms = Counter(_form(shapes[index]) for index in kept if short[index])
    count = sum(short.values())
    place = {index: position for position, index in enumerate(kept)}

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
            min(len(kept) - 1 - place[index], _FAR), count / len(kept), forms[_form(shapes[index])] / max(count, 1),
            min(count, _MANY),
        )
        for index in asked
    ]  # fmt: skip
    return np.hstack([wide[list(asked)], np.array(rows, dtype=float).reshape(len(asked), len(KEPT))]).astype(
        np.float32
    )


def _form(shape: Shape) -> tuple[int, bool, bool]:
    return shape.piece.indent, shape.piece.gap > 0, bool(shape.marker)
