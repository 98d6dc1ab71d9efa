"""Rows: glyphs on one baseline, in the order in which they are read.

In: the glyphs of a page. Out: its rows, a row for each column where columns share a baseline. In scripts written from
right to left a PDF says only where letters stand: the order is that of their places, read from the right, with numbers
and Latin words within them turned back (the Unicode bidirectional algorithm, UAX #9, backwards).
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from diwan.documents.pdf.directions import kind_of, sides_of
from diwan.documents.pdf.glyphs import Glyph, is_right_to_left
from diwan.documents.pdf.overlaid import lines_apart

#: Shares of the size of letters. Baselines that differ by less are one. Gaps from which there is a space between words
#: of a script whose spaces cannot be trusted: inside a word they stay below 0.1.
_ONE_BASELINE, _SPACE = 0.3, 0.16
#: Share of the size of letters below which there is no room between two of them. In 80 files, most of them printed pages, lines end
#: within a row at 2,649 places with less than .05 (2,641 of them in two files), at 14 with .05 to .16, at 440 with more.
_TOUCHES = 0.05
#: The same beside a letter with signs on it where spaces are drawn, of which LibreOffice draws some in the place of a letter. In 54
#: prints of Arabic, Persian and Urdu in six fonts .2 and .25 hardly differ; at .16 more words fall apart, at .3 some are joined.
_SURE_SPACE = 0.25
#: Shares of the size of letters from which a gap parts columns: in a line that the file writes in one go, where a
#: justified line of three words has gaps of 2 or 3, and else; and of the smaller letters where the file begins a line
#: there: browsers leave one size between columns, and the widest spaces of lines that are not filled are half of that.
_WIDEST_SPACE, _GUTTER, _LINE_BEGINS = 3.0, 1.7, 0.8
#: A note number is smaller than this share of its line (browsers set it in five sixths), and raised by no more than that. Raised letters (`Mme`, `1er`)
#: follow a letter of the line by no more than that share of its size: half a space.
_NOTE_SIZE, _NOTE_RISE, _FOLLOWS = 0.85, 0.7, 0.15
#: Characters of the file from one glyph of a line to the next at most, where it writes the line in one go: signs and
#: spaces between them are few, and a line of another column is longer.
_ONE_GO = 10
_DIGITS = re.compile(r"\d{1,3}")
_ENDING = re.compile(r"[^\W\d_]{1,4}")


@dataclass(slots=True)
class Row:
    """A line of text, or of one column, and where it stands on its page."""

    text: str
    left: float
    right: float
    base: float
    size: float
    #: Index of its first glyph, to ask the font for its name.
    index: int
    page: int = 0
    #: Whether its first letter is bold, and its last.
    starts_bold: bool = False
    ends_bold: bool = False
    #: The address to which all of it leads, if it is a link.
    link: str = ""
    #: Index of its last letter on the other side.
    last: int | None = None

    @property
    def bold(self) -> bool:
        """Whether it is bold from its first letter to its last: one that begins with a bold name, as in interviews, is no heading."""
        return self.starts_bold and self.ends_bold

    @property
    def is_right_to_left(self) -> bool:
        """Whether it is read from the right."""
        return is_right_to_left(self.text)

    @property
    def place(self) -> tuple[str, int, int]:
        """What it says and where on its page: what keeps its place on the screen, a browser prints on each page."""
        return self.text, round(self.left), round(self.base)


def rows_of(glyphs: Iterable[Glyph]) -> list[Row]:
    """Return the rows of a page from top to bottom, those on one baseline from left to right."""
    upright = [glyph for glyph in glyphs if glyph.upright]
    parts = [part for group in _baselines(upright) for line in lines_apart(group) for part in _columns(line)]
    # Each letter is asked only on pages that have some that are read from the right.
    letters = "".join([glyph.text for glyph in upright])
    from_the_right = is_right_to_left(letters) and _reads_from_the_right(upright)
    return [_row(part, from_the_right=from_the_right) for part in _with_notes(parts)]


def are_from_the_right(rows: Sequence[Row]) -> bool:
    """Return whether most of *rows* are read from the right."""
    return sum(row.is_right_to_left for row in rows) * 2 > len(rows)


def turned_text(glyphs: Iterable[Glyph]) -> str:
    """Return the words of a page that stand upright on its edge, in the order of the file."""
    return "".join(
        f" {glyph.text}" if glyph.gap else glyph.text for glyph in glyphs if not glyph.upright
    ).strip()


def _baselines(glyphs: list[Glyph]) -> Iterator[list[Glyph]]:
    """Yield the glyphs of each baseline, from top to bottom, each from left to right."""
    group: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda glyph: (-glyph.base, glyph.index)):
        if group and group[0].base - glyph.base > _ONE_BASELINE * min(group[0].size, glyph.size):
            yield sorted(group, key=lambda one: (one.pen, one.index))
            group = []
        group.append(glyph)
    if group:
        yield sorted(group, key=lambda one: (one.pen, one.index))


def _columns(group: list[Glyph]) -> Iterator[list[Glyph]]:
    """Yield the parts of a baseline that wide gaps separate."""
    written = _written(group)
    part: list[Glyph] = []
    right = 0.0
    for glyph in group:
        if part:
            at_once = written[part[-1].index] == written[glyph.index]
            if glyph.left - right > _widest_space(part[-1], glyph, at_once=at_once):
                yield part
                part = []
        right = max(right, glyph.right) if part else glyph.right
        part.append(glyph)
    if part:
        yield part


def _written(group: list[Glyph]) -> dict[int, int]:
    """Return which go of the file wrote each glyph of a baseline: between two goes it wrote other lines.

    The order within a go is not asked for: in lines read from the right it is neither that of reading nor of places.
    """
    goes: dict[int, int] = {}
    last = 0
    for index in sorted(glyph.index for glyph in group):
        goes[index] = goes.get(last, 0) + (index - last > _ONE_GO)
        last = index
    return goes


def _widest_space(before: Glyph, glyph: Glyph, *, at_once: bool) -> float:
    """Return the points between two glyphs beyond which they are in different columns."""
    sizes = before.size, glyph.size
    if at_once:
        return max(sizes) * (_GUTTER if glyph.gap == "\n" else _WIDEST_SPACE)
    return min(sizes) * _LINE_BEGINS


def _with_notes(parts: list[list[Glyph]]) -> list[list[Glyph]]:
    """Return *parts* with raised numbers put into the line below them, in brackets, and raised letters as they are."""
    kept: list[list[Glyph]] = []
    raised: list[list[Glyph]] = []
    for part in parts:
        text = "".join(glyph.text for glyph in part)
        (raised if _DIGITS.fullmatch(text) or _ENDING.fullmatch(text) else kept).append(part)
    for part in raised:
        home = next((line for line in kept if _carries(line, part)), None)
        if home is None:
            kept.append(part)
            continue
        text = "".join(glyph.text for glyph in part)
        part[0].text = f"[{text}]" if _DIGITS.fullmatch(text) else text
        part[0].gap, part[0].right, part[0].base = "", part[-1].right, home[0].base
        home.append(part[0])
        home.sort(key=lambda glyph: (glyph.left, glyph.index))
    return sorted(kept, key=lambda part: (-part[0].base, part[0].left))


def _carries(line: list[Glyph], note: list[Glyph]) -> bool:
    """Whether *note* is small and just above the baseline of *line*, at or within it; letters belong to a word of it."""
    size = max(glyph.size for glyph in line)
    rise = note[0].base - line[0].base
    beside = line[0].left - size <= note[0].left and note[-1].right <= line[-1].right + size
    small = note[0].size < size * _NOTE_SIZE and 0 < rise < size * _NOTE_RISE and beside
    if not small or note[0].text.isdecimal():
        return small
    return any(abs(note[0].left - glyph.right) < _FOLLOWS * size and glyph.text.isalnum() for glyph in line)


def _reads_from_the_right(glyphs: Iterable[Glyph]) -> bool:
    """Whether at least half of the letters are written from right to left."""
    counts = Counter(kind_of(glyph.text) for glyph in glyphs)
    return counts["R"] >= counts["L"]


def _row(part: list[Glyph], *, from_the_right: bool) -> Row:
    """Return a row of a page that is written *from_the_right*, or is not."""
    sizes = sorted(glyph.size for glyph in part)
    seen = "".join(glyph.text for glyph in part)
    # The end of a sentence that is a number has its stop on the left.
    if is_right_to_left(seen) or (from_the_right and not any(map(str.isalpha, seen))):
        # Long Latin names in a line of an Arabic page do not make it one that is read from the left.
        text = _in_order(part, "R" if from_the_right or _reads_from_the_right(part) else "L")
    else:
        text = _as_filed(part)
    return Row(
        text,
        part[0].left,
        max(glyph.right for glyph in part),
        part[0].base,
        sizes[len(sizes) // 2],
        part[0].index,
        last=next((glyph.index for glyph in reversed(part) if glyph.text.isalpha()), None),
    )


def _as_filed(part: list[Glyph]) -> str:
    """Return the text of a row with the spaces of the file, but for ends of lines where letters touch.

    Where PDFium takes a page for one that is written in upright lines, it ends a line behind each letter that is drawn by itself.
    """
    text, right = "", part[0].left
    for glyph in part:
        touches = glyph.gap == "\n" and glyph.left - right < _TOUCHES * glyph.size
        text += f" {glyph.text}" if glyph.gap and not touches else glyph.text
        right = glyph.right
    return text.strip()


def _in_order(part: list[Glyph], base: str) -> str:
    """Return the text of a row that has letters written from right to left, and is read from the side *base*."""
    seen = [*_spaced(part)]
    sides = sides_of(seen, base)
    ordered: list[str] = []
    runs = [
        (side, [text for text, _ in group])
        for side, group in groupby(zip(seen, sides, strict=True), key=lambda pair: pair[1])
    ]
    for side, texts in reversed(runs) if base == "R" else runs:
        ordered += reversed(texts) if side == "R" else texts
    return " ".join("".join(ordered).split())


def _spaced(part: list[Glyph]) -> Iterator[str]:
    """Yield the glyphs of a row from left to right with spaces between them.

    There is a space where there is room for one, or where one was drawn, though letters reach over it. Of a shape of
    several letters or signs the ink is known, not how far the pen went: beside it, little room tells nothing if spaces are
    drawn.
    """
    right, pen = part[0].left, part[0].pen
    drawn = [space for glyph in part for space in glyph.spaces]
    loose = False
    for glyph in part:
        least = _SURE_SPACE if drawn and loose else _SPACE
        is_roomy = min(glyph.left, glyph.pen) - right > least * glyph.size
        if is_roomy or any(pen < space < glyph.pen for space in drawn):
            yield " "
        right, pen, loose = max(right, glyph.right), glyph.pen, glyph.loose or len(glyph.text) > 1
        yield glyph.text
