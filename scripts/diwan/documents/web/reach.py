"""Reach: between which stretches of a page its article stands, by what marks its beginning and the readers' part.

In: the stretches of a page, which of them seem to be text, their columns of running text, and what says the title. Out: the
first stretch that may be text, and the one with which readers' comments begin. What asks for consent stands above the title
and is as long as an article; comments stand below a label and read like one. Both are told from text by the models where
the markup names them, and by nothing else where it does not.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from diwan.documents.phrases.cues import IS_COMMENTS
from diwan.documents.web.stretches import Stretch

#: Columns of running text above the label of comments: fifty words. The label of a button to them stands above the text.
_SHORTEST = 300
#: Elements of labels over a part of a page.
_LABELS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "th", "legend"))


def reach_of(
    stretches: Sequence[Stretch],
    kept: NDArray[np.bool_],
    running: NDArray[np.float64],
    title: int | None,
    key: str,
) -> tuple[int, int]:
    """Return where the article may begin and where comments do; *title* seems to say the title, whose key is *key*."""
    text = np.cumsum(np.where(kept, running, 0))
    end = next(
        (one.index for one in stretches if text[one.index] >= _SHORTEST and _is_label(one)), len(stretches)
    )
    if title is None or stretches[title].element.tag != "h1" or stretches[title].key != key:
        return 0, end
    # A page may say its title again at its end: then the text stands above it.
    above = text[title]
    return (title if text[-1] - above >= above else 0), end


def _is_label(stretch: Stretch) -> bool:
    """Tell whether a stretch is nothing but the label of comments: *Comment* begins questions in French."""
    found = IS_COMMENTS.match(stretch.key) if stretch.element.tag in _LABELS and not stretch.linked else None
    return found is not None and found.end() >= len(stretch.key.rstrip())
