"""Stretches: lines that go together are kept together, whatever is thought of each.

In: the scene, which of its lines are kept, and which the rules know surely. Out: which are kept, with whole series, and
whole stretches of short lines between sentences, such as verses, questions with their answers, results.
"""

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from diwan.documents.scene import Scene

Verdicts = NDArray[np.bool_]

#: Lines of the shortest stretch between two sentences that is kept whole where half of it is: with four, captions and
#: buttons come with it. Of saved pages seven gain a hundredth of F1 by lines and more, and three lose as much.
_SHORTEST = 6


def whole_stretches(scene: Scene, keep: Verdicts, sure: Verdicts) -> Verdicts:
    """Return *keep* with series whole, and stretches of short lines between kept sentences; *sure* lines stay as they are."""
    whole = keep.copy()
    for own in scene.series:
        lines = slice(own.start, own.stop)
        whole[lines] = _is_half(keep[lines])
    whole = np.where(sure, keep, whole)
    known = sure | np.array(scene.furniture)
    for own in scene.enclosed:
        lines = slice(own.start, own.stop)
        whole[lines] |= bool(keep[own.start - 1] and keep[own.stop] and not known[lines].any())
    stands = np.flatnonzero(whole & [shape.is_sentence for shape in scene.shapes]).tolist()
    for above, below in pairwise(stands):
        lines = slice(above + 1, below)
        if below - above > _SHORTEST and not known[lines].any() and _is_half(whole[lines]):
            whole[lines] = True
    return whole


def _is_half(keep: Verdicts) -> bool:
    """Tell whether half of some lines are kept."""
    return 2 * int(keep.sum()) >= len(keep)
