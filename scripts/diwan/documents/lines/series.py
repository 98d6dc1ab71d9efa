"""Series: lists whose lines begin alike, as the rounds of a season, the articles of a treaty, the hours of a day.

In: the shapes of all pieces. Out: the lines of each such list; and those that stand between sentences, as a list of an
article does and a menu does not. And lines far apart that count on, as the headings of an article's parts do.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from diwan.documents.shapes import Shape

#: The time of day with which a line begins, as *17:05*, *9.30 Uhr*, *10 h 45*, *9時*.
_TIME = re.compile(r"[^\w\n]{0,3}\d{1,2}\s?(?:[:.h]\s?\d\d(?!\d)|[時时시])")
#: The number with which it begins, as *3.*, *(3)*, *3a* or *3º*; years have more digits.
_NUMBER = re.compile(r"[^\w\n]{0,3}(\d{1,3})(?!\d)")
#: The same with the signs around it, in lines that have words.
_PART = re.compile(r"([^\w\n]{0,3})(\d{1,2})(?!\d)([^\w\s]?)")
_FIRST = ("0", "00", "1", "01")
#: Lines of the shortest such list: two numbers follow on each other by chance.
_SHORTEST = 3
#: Lines of the shortest that is text because it stands between sentences: links to other articles that stand there are
#: four at most. Of three such lists of saved pages one is text, and two are neither text nor the page's.
_ENCLOSED = 5
#: Lines that may stand between such a list and a sentence: what leads to it, and what leads away from it.
_BESIDE = 1


def series(shapes: Sequence[Shape]) -> Iterator[range]:
    """Yield the indices of each stretch of lines that begin with a time of day, a bullet, or one number after the other."""
    for beginning, lines in groupby(shapes, _beginning):
        own = list(lines)
        if beginning is not None and len(own) >= _SHORTEST:
            yield range(own[0].index, own[-1].index + 1)


def _beginning(shape: Shape) -> str | int | None:
    """Return what is the same for each line of one list: of numbers that follow on each other, how far ahead they are."""
    if _TIME.match(shape.text):
        return "time"
    if shape.marker and not shape.is_numbered:
        return "bullet"
    found = _NUMBER.match(shape.text)
    return int(found[1]) - shape.index if found else None


def parts(shapes: Sequence[Shape]) -> Iterator[list[int]]:
    """Yield the indices of lines, wherever they stand, that count on from one with the same signs around their numbers."""
    counts: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for shape in shapes:
        found = _PART.match(shape.text) if shape.words > 1 else None
        if found is None:
            continue
        before, number, behind = found.groups()
        own = counts.setdefault((before, behind), [])
        if own and int(number) == own[-1][1] + 1:
            own.append((shape.index, int(number)))
        elif number in _FIRST:
            yield from _long_enough(own)
            counts[before, behind] = [(shape.index, int(number))]
    for own in counts.values():
        yield from _long_enough(own)


def _long_enough(own: Sequence[tuple[int, int]]) -> Iterator[list[int]]:
    if len(own) >= _SHORTEST:
        yield [index for index, _ in own]


def enclosed(shapes: Sequence[Shape], lists: Sequence[range], furniture: Sequence[bool]) -> Iterator[range]:
    """Yield the indices of all lines between the sentences around each long one of *lists*, where none is *furniture*."""
    for own in lists:
        if len(own) < _ENCLOSED:
            continue
        above = shapes[max(own.start - 1 - _BESIDE, 0) : own.start]
        below = shapes[own.stop : own.stop + 1 + _BESIDE]
        # A menu on one line is as wide as a sentence, and furniture.
        start = max(
            (line.index + 1 for line in above if line.is_sentence and not furniture[line.index]), default=None
        )
        stop = min(
            (line.index for line in below if line.is_sentence and not furniture[line.index]), default=None
        )
        if start is not None and stop is not None and not any(furniture[start:stop]):
            yield range(start, stop)
