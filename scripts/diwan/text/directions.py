"""Directions: invisible characters that set the direction of a stretch of text, and which of them stand in pairs.

In: a line. Out: the places of those that open without end, close what nobody opened, or show letters in another order than
they are written (overrides, with what closes them). Without these a line reorders nothing around it (Unicode Standard
Annex #9, sections 3.1 and 3.3.2).
"""

import re

#: All that open or close a stretch: embeddings, overrides, isolates.
DIRECTIONS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_EMBEDDINGS, _ISOLATES = "\u202a\u202b", "\u2066\u2067\u2068"
_END, _END_OF_ISOLATE = "\u202c", "\u2069"


def unpaired(line: str) -> frozenset[int]:
    """Return the places in *line* of characters of direction that are not to stay, in a time that grows with its length."""
    kept: set[int] = set()
    opened: list[int] = []
    isolates = 0
    places = [found.start() for found in DIRECTIONS.finditer(line)]
    for place in places:
        character = line[place]
        if character == _END_OF_ISOLATE and isolates:
            while line[partner := opened.pop()] not in _ISOLATES:
                pass  # what an isolate holds ends with it
            isolates -= 1
            kept |= {partner, place}
        elif character == _END and opened and line[opened[-1]] not in _ISOLATES:
            if line[partner := opened.pop()] in _EMBEDDINGS:
                kept |= {partner, place}
        elif character not in (_END, _END_OF_ISOLATE):
            opened.append(place)
            isolates += character in _ISOLATES
    return frozenset(places) - kept
