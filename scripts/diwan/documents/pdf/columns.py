"""Columns: the rows of a page in the order in which they are read.

In: the rows of a page. Out: its columns, each a list of rows from top to bottom. A page is cut where an upright gap
runs between two stacks of rows; rows that cross the gap, such as a title over two columns, part what is above from
what is below. Then each part is cut again. Right-to-left pages are read from the right column.
"""

from collections.abc import Sequence
from itertools import pairwise

from diwan.documents.pdf.rows import Row

Column = list[Row]

#: Rows on either side of a gap that make it one between columns: a list of three short lines is none.
_FEWEST_ROWS = 4
#: Points of the narrowest gap: journals leave 12 or more, dense newspapers 8.
_NARROWEST = 7.0
#: Share of the rows that may cross it: titles, pictures' captions, notes across the page.
_CROSSING = 0.25
#: Share of the lower of two stacks beside which the other must stand.
_BESIDE = 0.4
#: Share of the rows of two stacks that stand on one baseline; of these the share that is short, as cells are; and of the
#: width of a column below which a row is short.
_TABLE_LEVEL, _TABLE_SHARE, _CELL_WIDTH = 0.35, 0.7, 0.6
#: Points by which baselines of one line of a table differ at most.
_LEVEL = 2.0
#: Sizes of letters from one baseline to the next beyond which something new begins.
_WIDE_LEADING = 1.9
_DEEPEST = 6


def columns_of_pages(pages: Sequence[Sequence[Row]]) -> list[Column]:
    """Return the columns of all pages in reading order."""
    columns: list[Column] = []
    former: float | None = None
    for rows in pages:
        for band, gap in _bands(sorted(rows, key=lambda row: (-row.base, row.left)), former):
            columns += columns_of(band, gap)
            former = gap or former
    return columns


def _bands(rows: Sequence[Row], former: float | None) -> list[tuple[list[Row], float | None]]:
    """Return the parts of a page that white bands across it separate, each with its gap between columns, if any.

    A few rows belong to columns where the *former* gap parts them. Parts with the same gap are one: their columns go on.
    """
    bands: list[tuple[list[Row], float | None]] = []
    for block in _blocks(rows):
        gap = _gap(block)
        if gap is None and former is not None and _fills(block, former):
            gap = former
        if (
            gap is not None
            and bands
            and (above := bands[-1][1]) is not None
            and abs(above - gap) < _NARROWEST
        ):
            bands[-1][0].extend(block)
        else:
            bands.append((block, gap))
        former = gap or former
    return bands


def _blocks(rows: Sequence[Row]) -> list[list[Row]]:
    blocks: list[list[Row]] = []
    for row in rows:
        if not blocks or blocks[-1][-1].base - row.base > _WIDE_LEADING * row.size:
            blocks.append([])
        blocks[-1].append(row)
    return blocks


def columns_of(rows: Sequence[Row], gap: float | None, depth: int = 0) -> list[Column]:
    """Return the columns of a page, or of a part of it, that *gap* parts; in reading order."""
    ordered = sorted(rows, key=lambda row: (-row.base, row.left))
    if gap is None:
        return [_as_lines(ordered)] if ordered else []
    from_right = sum(row.is_right_to_left for row in ordered) * 2 > len(ordered)
    columns: list[Column] = []
    band: list[Row] = []
    for row in ordered:
        if row.left < gap < row.right:
            columns += [*_sides(band, gap, depth, from_right=from_right), [row]]
            band = []
        else:
            band.append(row)
    return _together([*columns, *_sides(band, gap, depth, from_right=from_right)])


def _sides(band: Sequence[Row], gap: float, depth: int, *, from_right: bool) -> list[Column]:
    sides = [[row for row in band if row.right <= gap], [row for row in band if row.left >= gap]]
    left, right = (columns_of(side, _gap(side) if depth < _DEEPEST else None, depth + 1) for side in sides)
    return [*right, *left] if from_right else [*left, *right]


def _gap(rows: Sequence[Row]) -> float | None:
    """Return the place of the widest upright gap that parts two columns, or None."""
    if len(rows) < 2 * _FEWEST_ROWS:
        return None
    # Between two neighbouring ends of rows nothing changes: the gaps are between right ends and left ends.
    edges = sorted({row.right for row in rows} | {row.left for row in rows})
    best: tuple[float, float] | None = None
    for start, end in pairwise(edges):
        middle = (start + end) / 2
        if end - start < _NARROWEST or not _parts(rows, middle):
            continue
        if best is None or end - start > best[0]:
            best = (end - start, middle)
    return best[1] if best else None


def _fills(rows: Sequence[Row], gap: float) -> bool:
    """Whether rows stand on both sides of *gap* and most of them reach near it, as the lines of a column do."""
    left = [row for row in rows if row.right <= gap]
    right = [row for row in rows if row.left >= gap]
    if not left or not right:
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
    """Whether most rows of the shorter stack have one beside them, and those on the left end long before *gap*."""
    level = [row for row in left if any(abs(row.base - other.base) < _LEVEL for other in right)]
    width = gap - min(row.left for row in left)
    short = sum(row.right - row.left < width * _CELL_WIDTH for row in level)
    return len(level) >= min(len(left), len(right)) * _TABLE_LEVEL and short >= len(level) * _TABLE_SHARE


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
    first, size = cells[0], max(row.size for row in cells)
    return Row("\t".join(row.text for row in ordered), min(row.left for row in cells),
               max(row.right for row in cells), first.base, size, first.index, first.page, first.bold)  # fmt: skip


def _together(columns: list[Column]) -> list[Column]:
    """Return *columns* with rows that cross the page one after the other as one column."""
    joined: list[Column] = []
    for column in columns:
        if joined and len(column) == 1 and len(joined[-1]) == 1 and column[0].size == joined[-1][0].size:
            joined[-1] = [*joined[-1], *column]
        else:
            joined.append(column)
    return joined
