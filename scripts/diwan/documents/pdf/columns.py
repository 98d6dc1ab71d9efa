"""Columns: the rows of a page in the order in which they are read.

In: the rows of a page. Out: its columns, each a list of rows from top to bottom. A page is cut where an upright gap
runs between two stacks of rows; rows that cross the gap, such as a title over two columns, part what is above from
what is below. Then each part is cut again. Right-to-left pages are read from the right column.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from diwan.documents.pdf.rows import Row, are_from_the_right

Column = list[Row]

#: Rows on either side of a gap that make it one between columns: a list of three short lines is none.
_FEWEST_ROWS = 4
#: Points of the narrowest gap: journals leave 12 or more, dense newspapers 8. Of small print so many sizes of its letters are
#: enough: browsers leave one between columns, and shrink a page that is too wide for the paper.
_NARROWEST, _OF_SMALL_PRINT = 7.0, 0.9
#: Share of the rows that may cross it: titles, pictures' captions, notes across the page.
_CROSSING = 0.25
#: Share of the lower of two stacks beside which the other must stand.
_BESIDE = 0.4
#: Share of the rows of two stacks that stand on one baseline; of these the share that is short, as cells are; and of the
#: width of a column below which a row is short.
_TABLE_LEVEL, _TABLE_SHARE, _CELL_WIDTH = 0.35, 0.7, 0.6
#: What no column consists of: figures, and numbers of pages behind the entries of a table of contents.
_FIGURES = re.compile(r"[\d.,%]{1,9}|[ivxlc]{1,7}")
#: Sizes of letters by which baselines of one line differ at most.
_ON_ONE_LINE = 0.3
#: Sizes of letters by which the middle of a line is off that of all columns below it, if it is centred over them.
_CENTRED = 0.5
#: How many times as large as most letters those of a title are at least.
_LARGE = 1.3
#: Points by which baselines of one line of a table differ at most.
_LEVEL = 2.0
#: Sizes of letters from one baseline to the next beyond which something new begins.
WIDE_LEADING = 1.9
#: Where most lines stand evenly, within so many sizes, it is so many times their distance, where that is more: Noto Sans
#: Arabic sets lines 2.1 sizes apart, Noto Nastaliq Urdu 2.6; and beyond the last number something new begins anywhere.
#: Of 66 printed pages and 33 printed articles, half even lines does better than .6 or .7, and than any.
_EVEN, _MOSTLY, _MORE, _WIDEST_LEADING = 0.06, 0.5, 1.25, 3.3
_DEEPEST = 6
#: Share of the width of a column from which a row below it is one of its lines, and how many of them tell that it goes on:
#: one alone may be a note across the page that is short.
_COLUMN_WIDTH, _FEWEST_WIDE = 0.8, 2
#: What marks the items of a list, and how many cells such an item has: the mark and the text.
LIST_MARK, _MARKED = r"[•●■▪◦‣–—*-]|\(?\d{1,2}[.)]", 2


def columns_of_pages(pages: Sequence[Sequence[Row]]) -> list[Column]:
    """Return the columns of all pages in reading order."""
    columns: list[Column] = []
    known: list[float] = []
    for rows in pages:
        ordered = sorted(rows, key=lambda row: (-row.base, row.left))
        here = [gap for block in (ordered, *_blocks(ordered)) for gap in _gaps(block)]
        for band, gap in _bands(ordered, [*here, *known]):
            columns += columns_of(band, gap, [*here, *known])
        known = here or known
    return columns


def _gaps(rows: Sequence[Row], depth: int = 0) -> list[float]:
    """Return the gaps that part *rows*, and those that part each side of them."""
    gap = _gap(rows) if depth <= _DEEPEST else None
    if gap is None:
        return []
    sides = [row for row in rows if row.right <= gap], [row for row in rows if row.left >= gap]
    return [gap, *(inner for side in sides for inner in _gaps(side, depth + 1))]


def _bands(rows: Sequence[Row], known: Sequence[float]) -> list[tuple[list[Row], float | None]]:
    """Return the parts of a page that white bands across it separate, each with its gap between columns, if any.

    Parts with the same gap are one: their columns go on, also through a few rows between them that stand on both its sides,
    and the first of them below the end of the other.
    """
    bands: list[tuple[list[Row], float | None]] = []
    blocks = _blocks(rows)
    gaps = [*(_gap_among(block, known) for block in blocks), None]
    for number, (block, own, below) in enumerate(zip(blocks, gaps, gaps[1:], strict=False)):
        above = bands[-1][1] if bands else None
        gap = _gap_through(block, above, below) if own is None else own
        if gap is None and above is not None and _is_long_column(bands[-1][0], blocks[number:], above):
            bands[-1][0].extend(row for rest in blocks[number:] for row in rest)
            break
        if gap is not None and above is not None and abs(above - gap) < _NARROWEST:
            bands[-1][0].extend(block)
        else:
            bands.append((block, gap))
    return bands


def _is_long_column(rows: Sequence[Row], below: Sequence[Sequence[Row]], gap: float) -> bool:
    """Whether all that stands *below* parted *rows* is in the column that is read first, with lines as wide as it is."""
    rest = [row for block in below for row in block]
    from_right = are_from_the_right(rows)
    column = [row for row in rows if (row.left >= gap if from_right else row.right <= gap)]
    if not column or any(row.left < gap if from_right else row.right > gap for row in rest):
        return False
    width = max(row.right for row in column) - min(row.left for row in column)
    return sum(row.right - row.left > width * _COLUMN_WIDTH for row in rest) >= _FEWEST_WIDE


def _gap_through(rows: Sequence[Row], above: float | None, below: float | None) -> float | None:
    """Return the gap of the parts *above* and *below* if *rows*, too few for one, are beside it and none crosses it."""
    if len(rows) >= 2 * _FEWEST_ROWS or above is None or below is None or abs(above - below) >= _NARROWEST:
        return None
    if _crossing(rows, above):
        return None
    return (
        above if any(row.right <= above for row in rows) and any(row.left >= above for row in rows) else None
    )


def _gap_among(rows: Sequence[Row], known: Sequence[float]) -> float | None:
    """Return the gap that parts *rows* and that fewest of them cross: a *known* one of the page, or their own.

    Few rows, as beside a title in a column or at the end of a text, are parted where they fill the columns known.
    """
    own = _gap(rows)
    parting = [gap for gap in known if _parts(rows, gap)] + [gap for gap in (own,) if gap is not None]
    return min(
        parting or [gap for gap in known if _fills(rows, gap)],
        key=lambda gap: _crossing(rows, gap),
        default=None,
    )


def _blocks(rows: Sequence[Row]) -> list[list[Row]]:
    wide = _widest_leading(rows)
    blocks: list[list[Row]] = []
    for row in rows:
        if not blocks or blocks[-1][-1].base - row.base > wide * row.size:
            blocks.append([])
        blocks[-1].append(row)
    return blocks


def _widest_leading(rows: Sequence[Row]) -> float:
    """Return the sizes between two baselines beyond which something new begins."""
    steps = [(above.base - below.base) / below.size for above, below in pairwise(rows) if below.size]
    lines = [step for step in steps if step > _ON_ONE_LINE]
    usual = median(lines or [0])
    even = sum(abs(step - usual) < _EVEN for step in lines) > len(lines) * _MOSTLY
    return min(max(WIDE_LEADING, usual * _MORE), _WIDEST_LEADING) if even else WIDE_LEADING


def columns_of(
    rows: Sequence[Row], gap: float | None, known: Sequence[float], depth: int = 0
) -> list[Column]:
    """Return the columns of a page, or of a part of it, that *gap* parts; in reading order."""
    ordered = sorted(rows, key=lambda row: (-row.base, row.left))
    if gap is None:
        return [_as_lines(ordered)] if ordered else []
    from_right = are_from_the_right(ordered)
    usual = median(row.size for row in ordered)
    columns: list[Column] = []
    band: list[Row] = []

    def end_band() -> None:
        for side in _sides(band, gap, from_right=from_right):
            inner = _gap_among(side, known) if depth < _DEEPEST else None
            columns.extend(columns_of(side, inner, known, depth + 1))
        band.clear()

    for number, row in enumerate(ordered):
        crosses = row.left < gap < row.right or (not band and _is_over(row, ordered, number))
        if crosses or (not band and number and _ends_title(ordered[number - 1], row, usual)):
            end_band()
            columns.append([row])
        else:
            band.append(row)
    end_band()
    return _together(columns)


def _is_over(row: Row, rows: Sequence[Row], number: int) -> bool:
    """Whether a short *row* stands alone over all below it, in their middle, as who wrote does over three columns."""
    below = rows[number + 1 :]
    if not below or row.base - below[0].base < _ON_ONE_LINE * row.size:
        return False
    left, right = min(one.left for one in below), max(one.right for one in below)
    axis = (row.left + row.right) / 2
    column = median(one.right - one.left for one in below)
    return (
        abs(axis - (left + right) / 2) < _CENTRED * row.size and row.right - row.left < column * _CELL_WIDTH
    )


def _ends_title(above: Row, row: Row, usual: float) -> bool:
    """Whether *row* goes on with a title *above*, in letters larger than the *usual* ones, and so short that it stands over one column."""
    is_near = above.base - row.base <= WIDE_LEADING * row.size
    return row.size > usual * _LARGE and abs(above.size - row.size) < _ON_ONE_LINE and is_near


def _sides(band: Sequence[Row], gap: float, *, from_right: bool) -> list[list[Row]]:
    """Return the rows on either side of *gap*, those read first before the others."""
    sides = [[row for row in band if row.right <= gap], [row for row in band if row.left >= gap]]
    return sides[::-1] if from_right else sides


def _gap(rows: Sequence[Row]) -> float | None:
    """Return the place of the upright gap that parts two columns, or None: of those fewest rows cross, the widest."""
    if len(rows) < 2 * _FEWEST_ROWS:
        return None
    # Between two neighbouring ends of rows nothing changes: the gaps are between right ends and left ends.
    edges = sorted({row.right for row in rows} | {row.left for row in rows})
    narrowest = min(_NARROWEST, median(row.size for row in rows) * _OF_SMALL_PRINT)
    wide = [(start, end) for start, end in pairwise(edges) if end - start >= narrowest]
    parting = [(end - start, middle) for start, end in wide if _parts(rows, middle := (start + end) / 2)]
    return min(parting, key=lambda gap: (_crossing(rows, gap[1]), -gap[0]))[1] if parting else None


def _crossing(rows: Sequence[Row], gap: float) -> int:
    """Return how many *rows* cross *gap*."""
    return sum(row.left < gap < row.right for row in rows)


def _fills(rows: Sequence[Row], gap: float) -> bool:
    """Whether rows stand on both sides of *gap* and most of them reach near it, as the lines of a column do."""
    left = [row for row in rows if row.right <= gap]
    right = [row for row in rows if row.left >= gap]
    if not left or not right or len(rows) - len(left) - len(right) > len(rows) * _CROSSING:
        return False
    width = max(row.right for row in left) - min(row.left for row in left)
    return sum(row.right - row.left > width * _CELL_WIDTH for row in [*left, *right]) * 2 > len(left) + len(
        right
    )


def _parts(rows: Sequence[Row], gap: float) -> bool:
    """Whether *gap* runs between two stacks of rows that stand beside each other, and are no cells of one table."""
    left = [row for row in rows if row.right <= gap]
    right = [row for row in rows if row.left >= gap]
    crossing = len(rows) - len(left) - len(right)
    if min(len(left), len(right)) < _FEWEST_ROWS or crossing > len(rows) * _CROSSING:
        return False
    spans = [(min(row.base for row in side), max(row.base for row in side)) for side in (left, right)]
    common = min(spans[0][1], spans[1][1]) - max(spans[0][0], spans[1][0])
    if common < _BESIDE * min(high - low for low, high in spans):
        return False
    return not _is_table(left, right, gap)


def _is_table(left: Sequence[Row], right: Sequence[Row], gap: float) -> bool:
    """Whether most rows of the shorter stack have one beside them, and those on the left end long before *gap*; figures are cells."""
    if _are_figures(left, right) or _are_figures(right, left):
        return True
    level = [row for row in left if _is_level(row, right)]
    width = gap - min(row.left for row in left)
    short = sum(row.right - row.left < width * _CELL_WIDTH for row in level)
    return len(level) >= min(len(left), len(right)) * _TABLE_LEVEL and short >= len(level) * _TABLE_SHARE


def _are_figures(side: Sequence[Row], other: Sequence[Row]) -> bool:
    """Whether all rows of one *side* are figures, and most stand on a line of the *other*."""
    level = sum(_is_level(row, other) for row in side)
    return level >= len(side) * _TABLE_SHARE and all(_FIGURES.fullmatch(row.text) for row in side)


def _is_level(row: Row, others: Sequence[Row]) -> bool:
    """Whether one of *others* stands on the line of *row*."""
    return any(abs(row.base - other.base) < _LEVEL for other in others)


def _as_lines(rows: Sequence[Row]) -> Column:
    """Return rows with those on one baseline joined by a tab, in the order in which they are read."""
    lines: list[list[Row]] = []
    for row in rows:
        if lines and abs(lines[-1][0].base - row.base) < _LEVEL:
            lines[-1].append(row)
        else:
            lines.append([row])
    return [_line(cells) for cells in lines]


def _line(cells: list[Row]) -> Row:
    if len(cells) == 1:
        return cells[0]
    ordered = sorted(cells, key=lambda row: row.left, reverse=any(row.is_right_to_left for row in cells))
    size = max(row.size for row in cells)
    # The mark of a list item stands apart from it, and makes no table of the list.
    between = " " if len(cells) == _MARKED and re.fullmatch(LIST_MARK, ordered[0].text) else "\t"
    return replace(
        cells[0],
        text=between.join(row.text for row in ordered),
        left=min(row.left for row in cells),
        right=max(row.right for row in cells),
        size=size,
        link="",
        last=None,
    )


def _together(columns: list[Column]) -> list[Column]:
    """Return *columns* with rows that cross the page one after the other as one column."""
    joined: list[Column] = []
    for column in columns:
        if joined and len(column) == 1 and len(joined[-1]) == 1 and column[0].size == joined[-1][0].size:
            joined[-1] = [*joined[-1], *column]
        else:
            joined.append(column)
    return joined
