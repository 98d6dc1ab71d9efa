"""Named parts: the headings of a paper whose words say that they are some, above its text and above its notes.

In: the shapes of all pieces. Out: the lines that are called as papers call their first part, right above the first sentence, and those
called as notes are, right above one with a number. By form and place both look like buttons of a page.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from diwan.documents.phrases.cues import IS_FIRST_PART, IS_LAST_PART
from diwan.documents.shapes import Shape

#: How a note begins.
_NUMBER = re.compile(r"\W?\d{1,3}\W|[*†‡¹]")
#: Words of the longest such heading.
_MOST = 4


def named_parts(shapes: Sequence[Shape]) -> frozenset[int]:
    """Return the headings, by index."""
    return frozenset(_found(shapes))


def _found(shapes: Sequence[Shape]) -> Iterator[int]:
    begun = False
    for here, below in pairwise(shapes):
        short = 0 < here.words <= _MOST
        if (short and not begun and below.is_sentence and IS_FIRST_PART.fullmatch(here.key)) or (
            short and begun and _NUMBER.match(below.text) and IS_LAST_PART.fullmatch(here.key)
        ):
            yield here.index
        begun |= here.is_sentence
