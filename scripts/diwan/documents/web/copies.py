"""Copies: text that a page has twice, for print or for machines, and seldom cut the same way both times.

In: the stretches of a page. Out: for each longer one how much of it stands elsewhere on the page too. Its beginning,
its middle and its end are looked for: a copy that is cut otherwise has them all the same.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from diwan.documents.shapes import squeezed
from diwan.documents.web.stretches import Stretch

Matrix = NDArray[np.float32]

NAMES = ("again.earlier", "again.later")
#: Letters and digits of the shortest stretch that is looked for, and of each place in it: a sentence, four words.
_PROBED, _PROBE = 60, 30


def see(stretches: Sequence[Stretch]) -> Matrix:
    """Return the columns `NAMES`: which share of its places stands in what is before it, and in what is behind.

    A page that has its text twice, for print or for machines, seldom cuts it the same way twice.
    """
    texts = [squeezed(stretch.text) for stretch in stretches]
    ends = np.cumsum([len(text) for text in texts]).tolist()
    whole = "".join(texts)
    rows = []
    for text, end in zip(texts, ends, strict=True):
        probes = probes_of(text)
        earlier = [whole.find(probe, 0, end - len(text)) >= 0 for probe in probes]
        later = [whole.find(probe, end) >= 0 for probe in probes]
        rows.append((sum(earlier) / max(len(probes), 1), sum(later) / max(len(probes), 1)))
    return np.array(rows, dtype=np.float32)


def probes_of(text: str) -> list[str]:
    """Return the beginning, the middle and the end of *text*, letters and digits; of a short one nothing."""
    last = len(text) - _PROBE
    return [text[start : start + _PROBE] for start in (0, last // 2, last)] if len(text) >= _PROBED else []
