"""Foreign: what a line with a colon quotes in another script than its own, as a verse in Arabic within an English text.

In: the shapes of all pieces. Out: the lines so quoted. Nothing else tells them: none of their words recurs, and menus offer
pages in other scripts too, in a word each.
"""

from collections.abc import Sequence
from itertools import pairwise

from diwan.documents.language import script_of
from diwan.documents.shapes import Shape

#: Words of the shortest line with a colon that quotes: *Read this in another language:* has fewer.
_INTRODUCING = 7
#: Words of the shortest quotation, as they are counted in scripts without spaces too: names of languages have one or two.
_QUOTED = 3


def quoted_lines(shapes: Sequence[Shape]) -> frozenset[int]:
    """Return the indices of the lines that one with a colon right above introduces, all in one other script."""
    found: set[int] = set()
    for above, first in pairwise(shapes):
        if not (above.is_label and above.length >= _INTRODUCING and first.length >= _QUOTED):
            continue
        script, own = script_of(first.text), script_of(above.text)
        end = first.index
        while script not in (own, None) and end < len(shapes) and script_of(shapes[end].text) == script:
            found.add(end)
            end += 1
    return frozenset(found)
