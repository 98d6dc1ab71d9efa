"""Around: what both second looks, at lines and at stretches of pages, see of the rows above and below.

In: a column, a value a row. Out: columns as long.
"""

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]


def shifted(column: Numbers, step: int) -> Numbers:
    """Return for each row the value *step* rows below (above if negative), -1 where there is none."""
    count = len(column)
    found = np.full(count, -1.0)
    if abs(step) < count:
        found[max(-step, 0) : count - max(step, 0)] = column[max(step, 0) : count + min(step, 0)]
    return found


def since(marks: NDArray[np.bool_], far: int) -> Numbers:
    """Return for each row how many rows ago the last mark was, *far* at most."""
    at = np.arange(len(marks))
    last = np.maximum.accumulate(np.where(marks, at, -far))
    ago: Numbers = np.minimum(at - np.append(-far, last[:-1]), far).astype(float)
    return ago
