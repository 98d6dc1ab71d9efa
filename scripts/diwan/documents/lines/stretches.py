"""Stretches: lines that go together are kept together, whatever is thought of each.

In: the scene, which of its lines are kept, and which the rules know surely. Out: which are kept, with whole series, with
whole stretches of short lines between sentences, such as verses, questions with their answers, results, with the rest
of a sentence that somebody broke, and with what introduces a list.
"""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from diwan.documents.lines.scene import Scene
from diwan.documents.shapes import Shape

Verdicts = NDArray[np.bool_]
Chances = NDArray[np.float64]

#: Lines of the shortest stretch between two sentences that is kept whole where half of it is: with four, captions and
#: buttons come with it. Of saved pages two gain 0.05 to 0.1 of F1 by lines, and three lose 0.02 to 0.05 in one form.
_SHORTEST = 6
#: From which probability the sentences around such a stretch are surely text, and from which, on average, its lines are kept
#: for that. Of saved pages five texts gain 0.01 to 0.27 of F1 by lines and none loses; of those written in another
#: script, where nobody can read the labels of a box, one gains 0.14 and two lose 0.03 and 0.17.
_SURELY, _AMONG = 0.8, 0.15
#: Words of the longest line with a colon that is kept for the list below it alone: of 75 on saved pages that go with one that
#: is kept, three had been set aside, one that was text and of 5 words, and two of the page with over 60.
_LONGEST_INTRODUCTION = 25


def whole_stretches(scene: Scene, keep: Verdicts, sure: Verdicts, chances: Chances) -> Verdicts:
    """Return *keep* with series whole, numbered parts, and stretches of short lines between kept sentences; *sure* lines stay as they are.

    The *chances* are those of each line by itself.
    """
    whole = keep.copy()
    for own in scene.series:
        lines = slice(own.start, own.stop)
        whole[lines] = _is_half(keep[lines])
    whole = np.where(sure, keep, whole)
    known = sure | np.array(scene.furniture)
    for heads in scene.parts:
        if _is_half(keep[heads]):
            whole[heads] |= ~sure[heads]
            _fill_parts(scene, heads, whole, known)
    for own in scene.enclosed:
        lines = slice(own.start, own.stop)
        whole[lines] |= bool(keep[own.start - 1] and keep[own.stop] and not known[lines].any())
    stands = np.flatnonzero(whole & [shape.is_sentence for shape in scene.shapes]).tolist()
    for above, below in pairwise(stands):
        lines = slice(above + 1, below)
        if below - above > _SHORTEST and not known[lines].any():
            surely = min(chances[above], chances[below]) >= _SURELY
            whole[lines] |= _is_half(whole[lines]) or bool(surely and chances[lines].mean() >= _AMONG)
    for over, shape in pairwise(scene.shapes):
        whole[shape.index] |= bool(whole[over.index] and not known[shape.index] and _goes_on(over, shape))
        whole[over.index] |= bool(
            whole[shape.index] and not known[over.index] and _introduces(over, shape, scene)
        )
    return whole


def _introduces(above: Shape, below: Shape, scene: Scene) -> bool:
    """Tell whether the line *above* introduces a list, short as what does so is: a list without what it lists says little."""
    return above.is_label and above.length <= _LONGEST_INTRODUCTION and below.index in scene.introduced


def _goes_on(above: Shape, below: Shape) -> bool:
    """Tell whether a line goes on with the sentence of the one right *above* it: that has no end, and it a small letter.

    Of the lines of saved pages that do, two are text that was set aside, and none belongs to the page.
    """
    broken = above.is_sentence and not above.ends_sentence and not above.is_label
    return broken and below.piece.gap == 0 and not below.marker and below.text[:1].islower()


def _fill_parts(scene: Scene, heads: Sequence[int], whole: Verdicts, known: Verdicts) -> None:
    """Keep what stands below each of the *heads* of an article's parts, where half of the parts have text: none is empty.

    Below the last it is a list, if one stands there.
    """
    ends = [range(above + 1, below) for above, below in pairwise(heads)]
    ends += [own for own in scene.series if own.start == heads[-1] + 1]
    inner = [slice(lines.start, lines.stop) for lines in ends if lines]
    if inner and 2 * sum(bool(whole[lines].any()) for lines in inner) >= len(inner):
        for lines in inner:
            whole[lines] |= not (whole[lines].any() or known[lines].any())


def _is_half(keep: Verdicts) -> bool:
    """Tell whether half of some lines are kept."""
    return 2 * int(keep.sum()) >= len(keep)
