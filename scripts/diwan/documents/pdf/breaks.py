"""Breaks: where lines of an element of a tagged print end that the page broke on purpose.

In: the lines of an element that holds text. Out: its parts, each with how it is parted from the one before. Pages that part
their paragraphs by breaks (`<br>`) hold all their text in one element, and a print has no breaks. They show: a blank line stands
between, or a line that ends a sentence, or is mostly empty, had room for the next word.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from diwan.documents.pdf.paragraphs import STOP, first_word
from diwan.documents.pdf.rows import Row, are_from_the_right
from diwan.documents.pdf.tags import Lines

#: Breaks of a line, and of a line and one behind it.
LINE, BLANK = "<br>", "<br><br>"
#: How many times the distance of two lines there is where one is left blank, and where three are; behind a line that was broken less
#: is enough. And sizes of letters that this distance has at most where no two lines of the element tell it.
_BLANK, _FARTHEST, _GAP, _WIDEST = 1.8, 4.2, 1.35, 1.65
#: Lines above and below that tell how wide a line may be: beside a picture it is narrower than farther down.
_NEAR = 3
#: Share of the width that is empty behind a line that ends no sentence, but was broken.
_MOSTLY_EMPTY = 0.6
#: Share of the size of letters by which baselines of one line differ at most.
_ONE_LINE = 0.3


@dataclass(frozen=True, slots=True)
class _Line:
    """The rows of one line: from its left edge, or of a line that is read from the right from its right one."""

    rows: list[Row]
    start: float
    end: float

    @property
    def text(self) -> str:
        return " ".join(row.text for row in self.rows)


def parted(lines: Lines) -> Iterator[tuple[str, Lines]]:
    """Yield the parts of *lines*, each behind the break before it; nothing is before the first."""
    listed = _lines(lines.rows)
    if not listed:
        yield "", lines
        return
    breaks = _breaks(listed)
    rows: list[Row] = [*listed[0].rows]
    before, done = "", 0
    share = lines.letters / max(sum(_count(row) for row in lines.rows), 1)
    for line, parting in zip(listed[1:], breaks, strict=True):
        if parting:
            end = done + round(sum(map(_count, rows)) * share)
            yield before, _part(lines, rows, done, end)
            rows, before, done = [], parting, end
        rows += line.rows
    yield before, _part(lines, rows, done, lines.letters)


def _count(row: Row) -> int:
    return len(row.text) - row.text.count(" ")


def _part(lines: Lines, rows: list[Row], first: int, end: int) -> Lines:
    """Return those *rows* of *lines* that have its letters from the *first* to the *end*."""
    links = [
        (max(start, first) - first, min(stop, end) - first, address)
        for start, stop, address in lines.links
        if start < end and stop > first
    ]
    return Lines(rows, end - first, links, min(max(lines.strong - first, 0), end - first))


def _lines(rows: Sequence[Row]) -> list[_Line]:
    groups: list[list[Row]] = []
    for row in rows:
        last = groups[-1][-1] if groups else None
        if last and last.page == row.page and abs(last.base - row.base) < _ONE_LINE * row.size:
            groups[-1].append(row)
        else:
            groups.append([row])
    from_right = are_from_the_right(rows)
    sign = -1 if from_right else 1
    return [
        _Line(
            group,
            min(sign * (row.right if from_right else row.left) for row in group),
            max(sign * (row.left if from_right else row.right) for row in group),
        )
        for group in groups
    ]


def _breaks(lines: Sequence[_Line]) -> list[str]:
    """Return what parts each of *lines* from the next."""
    steps = [_step(above, below) for above, below in pairwise(lines)]
    leading = min([step for step in steps if step > 0] + [_WIDEST])
    breaks: list[str] = []
    for number, step in enumerate(steps):
        was_broken = _was_broken(lines, number)
        apart = leading * (_GAP if was_broken else _BLANK)
        breaks.append(BLANK if apart <= step <= leading * _FARTHEST else LINE if was_broken else "")
    return breaks


def _step(above: _Line, below: _Line) -> float:
    """Return the distance of two lines in sizes of their letters; nought of lines of two pages or columns."""
    one, other = above.rows[0], below.rows[0]
    return max((one.base - other.base) / one.size, 0) if one.page == other.page and one.size else 0.0


def _was_broken(lines: Sequence[_Line], number: int) -> bool:
    """Tell whether a line of *lines* ends though the first word of the next had room in it."""
    line, below = lines[number], lines[number + 1]
    room = _edge(lines, number) - line.end
    if room < first_word(below.rows[0]):
        return False
    is_empty = room > _MOSTLY_EMPTY * (line.end - line.start + room)
    return is_empty or STOP.search(line.text) is not None


def _edge(lines: Sequence[_Line], number: int) -> float:
    """Return how far a line of *lines* may reach: as far as the farthest near it above and below in its column, whichever is less."""
    first = last = number
    while first > max(number - _NEAR, 0) and _step(lines[first - 1], lines[first]):
        first -= 1
    while last < min(number + _NEAR, len(lines) - 1) and _step(lines[last], lines[last + 1]):
        last += 1
    above = [line.end for line in lines[first:number]]
    below = [line.end for line in lines[number + 1 : last + 1]]
    sides = [max(side) for side in (above, below) if len(side) > 1]
    return min(sides) if sides else max([*above, *below], default=lines[number].end)
