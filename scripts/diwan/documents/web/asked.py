"""Asked: questions over answers that were kept, where a button unfolds each answer and the models took it for one to press.

In: the stretches of a page, and which of them seem to be text. Out: those that head an answer.
"""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from diwan.documents.web.stretches import Stretch

_ASKS = ("?", "？", "؟")
#: Elements that unfold what is below them, and levels up in which they stand.
_UNFOLDING, _NEAR = frozenset(("button", "summary")), 2
#: Letters of the shortest question: a button that asks whether one wants more has fewer; and answered ones that are a habit.
_SHORTEST, _HABIT = 12, 2


def over_answers(stretches: Sequence[Stretch], kept: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Tell which questions on buttons were set aside though the answer right below each was kept; one alone may be the page's own."""
    found = np.zeros(len(stretches), dtype=np.bool_)
    for here, below in pairwise(stretches):
        if kept[below.index] and not kept[here.index] and here.text.endswith(_ASKS):
            unfolds = any(one.tag in _UNFOLDING for one in here.chain[:_NEAR])
            found[here.index] = unfolds and not here.linked and here.size >= _SHORTEST
    return found if found.sum() >= _HABIT else np.zeros_like(found)
