"""Paragraphs: rows become paragraphs, headings, tables and notes.

In: the columns of all pages in reading order. Out: pieces. A paragraph ends at a gap wider than its lines have, a
change of size or weight, an indented line, a list mark, a short line that ends a sentence, or a very short one; it goes on over the end
of a column or page where the sentence does. Words broken at the end of a line are joined (`hyphens`). Small rows at the foot of a column are notes and come after the text.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from diwan.documents.pdf.apart import opening_apart
from diwan.documents.pdf.columns import LIST_MARK, WIDE_LEADING, Column
from diwan.documents.pdf.contents import CONTENTS, leads_on, without_contents
from diwan.documents.pdf.hyphens import Hyphens, hyphens_of
from diwan.documents.pdf.rows import Row
from diwan.documents.pieces import Piece
from diwan.model.block import BlockKind
from diwan.text.words import UNSPACED

#: Shares of the usual size of letters: headings are larger, notes smaller; below a title's they are headings.
_HEADING_SIZE, _NOTE_SIZE, _TITLE_SIZE = 1.12, 0.92, 1.3
#: Share of distances of two lines that may be smaller than the usual one: rows that stand oddly. Of 60 printed pages of the web
#: 0.782 of the paragraphs come out whole with half (the median), 0.820 with a third, 0.828 with a quarter and down to a tenth.
_CLOSEST = 0.15
#: Share of the usual distance of two lines from which a gap parts paragraphs.
_GAP = 1.35
#: Sizes of letters by which a line is indented, and by which a last line is shorter than its column.
_INDENT, _SHORT = 0.8, 3.0
#: Sizes of letters of a column so narrow that lists of names are, in which a line that ends early is an entry.
_NARROW = 25.0
#: Lines of the longest column of which none need be full: who, what they are, and when.
_FEW_LINES = 3
#: Sizes of letters by which the first line of a paragraph is set in at most.
_DEEPEST_INDENT = 4.0
#: Share of the width of a column that is empty behind a line after which something begins, though the line ends no sentence. Of
#: 1,830 paragraphs of 60 printed pages 1,524 come out whole with it, 1,516 with half, 1,506 with a third, where edges of boxes
#: within the page count as empty, and 1,515 without.
_MOSTLY_EMPTY = 0.6
#: Sizes of letters by which the middles of centred lines differ at most, and twice by which what is empty beside them does.
_CENTRED = 0.2
#: Characters of the longest heading; a bold paragraph is longer.
_LONGEST_HEADING = 150
#: How a sentence ends.
STOP = re.compile(r"[.!?…؟۔。！？।॥።։:»”\"')\]」』）]$")
_MARK = re.compile(rf"(?:{LIST_MARK}|\(?[a-z]\))\s")
#: Marks of items that are nothing else; and how what comes before a list ends.
_SURE_MARK, _CLAUSE = re.compile("[•●■▪◦‣]"), re.compile(rf"(?:{STOP.pattern[:-1]}|[;,،؛；，、])$")
_NOTE = re.compile(r"(?:\[?\d{1,3}\]?|[*†‡])[.)]?\s*\S")
_NUMBER = re.compile(r"\[?(\d{1,3})\]?[.)]?\s*\S")
#: Letters of the longest word between which and the next there may be a space at which no line is broken; and sizes of a letter of a
#: script without spaces with the signs behind it.
_TIED, _LETTERS = 2, 2.5
#: Letters and signs of scripts without spaces: a line that ends with one goes on in the next, also within a word.
NO_SPACE = re.compile(f"[{UNSPACED}、。，；：！？「」『』（）《》〈〉]")


@dataclass
class Paragraph:
    """Rows of text that belong together."""

    rows: list[Row]
    #: What the file tells of it: its kind, its level, and the rule that says so.
    kind: BlockKind | None = None
    level: int | None = None
    rule: str = "format"

    @property
    def size(self) -> float:
        """The usual size of its letters, in points."""
        return round(median(row.size for row in self.rows), 1)

    @property
    def linked(self) -> bool:
        """Whether all of it leads elsewhere."""
        return all(row.link for row in self.rows)

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(row.bold for row in self.rows)


def pieces_of(columns: Sequence[Column]) -> list[Piece]:
    """Return the paragraphs of a document, notes last."""
    rows = [row for column in columns for row in column]
    usual = usual_size(rows)
    hyphens = hyphens_of(row.text for row in rows)
    text: list[Paragraph] = []
    notes: list[Paragraph] = []
    first_page = [row for row in rows if row.page == 0]
    for column in columns:
        above, below = _without_notes(column, usual, opens=not text)
        found = list(_paragraphs(above, usual, first_page))
        if text and found and _goes_on(text[-1], found[0]):
            text[-1].rows += found.pop(0).rows
        text += found
        notes += (
            note for paragraph in _paragraphs(below, usual, first_page) for note in _numbered(paragraph)
        )
    text = [Paragraph(rows) for rows in opening_apart(paragraph.rows for paragraph in text)]
    title = title_of(text, usual)
    levels = levels_of([paragraph for paragraph in text if paragraph is not title], usual)
    pieces = [piece_of(paragraph, hyphens, levels, usual, is_title=paragraph is title) for paragraph in text]
    return [
        *without_contents(pieces),
        *(Piece(joined(note.rows, hyphens), 0, kind=BlockKind.PARAGRAPH, rule="footnote") for note in notes),
    ]


def _numbered(paragraph: Paragraph) -> Iterator[Paragraph]:
    """Yield the notes of a *paragraph*, whose lines may stand evenly: the next begins with the next number."""
    note = Paragraph([])
    number = 0
    for row in paragraph.rows:
        found = _NUMBER.match(row.text)
        if found and (not note.rows or int(found[1]) == number + 1):
            if note.rows:
                yield note
            note, number = Paragraph([]), int(found[1])
        note.rows.append(row)
    yield note


def usual_size(rows: Sequence[Row]) -> float:
    """Return the size of most letters of *rows*, in points: where not all are links, of those that are none.

    A page has more letters in its menus and teasers than in a short article, and smaller ones.
    """
    sizes: Counter[float] = Counter()
    for row in [row for row in rows if not row.link] or rows:
        sizes[round(row.size, 1)] += len(row.text)
    return max(sizes, key=lambda size: sizes[size], default=0.0)


def _without_notes(column: Column, usual: float, *, opens: bool) -> tuple[Column, Column]:
    """Return a column without the notes at its foot, and these; what *opens* a document is no note."""
    end = len(column)
    while end and column[end - 1].size <= usual * _NOTE_SIZE:
        end -= 1
    starts = [number for number in range(end, len(column)) if _NOTE.match(column[number].text)]
    return (column[: starts[0]], column[starts[0] :]) if starts and (end or not opens) else (column, [])


def _paragraphs(column: Column, usual: float, first_page: Sequence[Row]) -> Iterator[Paragraph]:
    if not column:
        return
    left, right = _edges(column, first_page)
    leading = _leading(column)
    paragraph = Paragraph([column[0]])
    for above, below, after in zip(column, column[1:], [*column[2:], None], strict=False):
        is_one = below.size >= usual * _TITLE_SIZE and _is_centred_on(above, below, right - left, leading)
        begins = after is not None and _is_set_in(below, after) and STOP.search(above.text)
        if not is_one and (begins or _parts(above, below, leading, left, right)):
            yield paragraph
            paragraph = Paragraph([])
        paragraph.rows.append(below)
    yield paragraph


def _edges(column: Column, first_page: Sequence[Row]) -> tuple[float, float]:
    """Return how far the lines of a column reach to the left and right.

    A few lines that stand apart on the first page, such as who and when, do not tell: those do that begin at the same edge.
    """
    left, right = min(row.left for row in column), max(row.right for row in column)
    if len(column) > _FEW_LINES or column[0].page != 0:
        return left, right
    if column[0].is_right_to_left:
        return min([left, *(row.left for row in first_page if abs(row.right - right) < row.size)]), right
    return left, max([right, *(row.right for row in first_page if abs(row.left - left) < row.size)])


def _leading(column: Column) -> float:
    """Return the usual distance of two lines in sizes of their letters: a font that sets text wide sets titles so too.

    It is among the smallest: in a text of short paragraphs most lines stand at the distance of two paragraphs.
    """
    # Letters that a file presses flat have no size.
    leadings = sorted(
        (above.base - below.base) / above.size
        for above, below in pairwise(column)
        if above.size and _alike(above, below)
    )
    leading = max(leadings[int(len(leadings) * _CLOSEST)], 1.0) if leadings else 1.0
    # Of lines that are set apart from each other and from the text none tells how near others would stand.
    return min(leading, WIDE_LEADING) if len(column) <= _FEW_LINES else leading


def _alike(one: Row, other: Row) -> bool:
    return _of_one_size(one, other) and one.bold == other.bold


def _of_one_size(one: Row, other: Row) -> bool:
    return abs(one.size - other.size) <= one.size * (_HEADING_SIZE - 1)


def _lead_apart(one: Row, other: Row) -> bool:
    """Whether both lead elsewhere, and not to the same address."""
    return bool(one.link and other.link) and one.link != other.link


def _is_set_in(row: Row, below: Row) -> bool:
    """Whether *row* is set in from the line *below* it, as the first line of a paragraph is."""
    indent = below.right - row.right if row.is_right_to_left else row.left - below.left
    return _alike(row, below) and _INDENT * row.size < indent < _DEEPEST_INDENT * row.size


def _parts(above: Row, below: Row, leading: float, left: float, right: float) -> bool:
    """Whether a paragraph ends between two rows of a column from *left* to *right*, lines being *leading* sizes apart."""
    if (
        ("\t" in above.text) != ("\t" in below.text)
        or not _of_one_size(above, below)
        or _lead_apart(above, below)
    ):
        return True
    if "\t" in above.text or leads_on(above.text):
        return leads_on(above.text)
    room = _room(above, left, right)
    if above.base - below.base > leading * above.size * _GAP or _begins_item(above, below, room):
        return True
    return _changes(above, below, room) or _was_broken(above, below, room, right - left)


def _room(row: Row, left: float, right: float) -> float:
    """Return the points that are empty behind *row* in its column, and before it if it is centred."""
    before, behind = row.left - left, right - row.right
    if row.is_right_to_left:
        before, behind = behind, before
    return behind + before if abs(behind - before) < _CENTRED * row.size else behind


def _changes(above: Row, below: Row, room: float) -> bool:
    """Whether *below* is set in, or in bold letters, or no longer, as what begins something; *room* points are empty behind *above*.

    A full line that ends no sentence goes on: in letters as it ends with, and beside a picture or centred.
    """
    goes_on = room < first_word(below) and not STOP.search(above.text)
    if above.bold != below.bold and not (goes_on and above.ends_bold == below.starts_bold):
        return True
    indent = above.right - below.right if below.is_right_to_left else below.left - above.left
    if indent < below.size * _INDENT or _MARK.match(above.text):
        return False
    return not (goes_on and indent > below.size * _DEEPEST_INDENT)


def _was_broken(above: Row, below: Row, room: float, width: float) -> bool:
    """Whether *above* is mostly empty, or ends a sentence though there was room for more; a word may be long where a column is wide."""
    if room > width * _MOSTLY_EMPTY and not above.text.endswith(("-", "‐", "\u00ad")):
        return True
    least = above.size * _SHORT
    return STOP.search(above.text) is not None and room > (
        least if width < _NARROW * above.size else max(least, first_word(below))
    )


def _begins_item(above: Row, below: Row, room: float) -> bool:
    """Whether *below* begins an item of a list: a dash or a number may also stand at the start of a line within a sentence."""
    if not _MARK.match(below.text) or _MARK.match(above.text):
        return _MARK.match(below.text) is not None
    if _SURE_MARK.match(below.text) or _CLAUSE.search(above.text):
        return True
    return room > first_word(below)


def _is_centred_on(above: Row, below: Row, width: float, leading: float) -> bool:
    """Whether *below* goes on under the middle of *above*, whose line of *width* points had no room for its first word."""
    if above.base - below.base > leading * above.size * _GAP or not _alike(above, below):
        return False
    axes = (above.left + above.right) / 2, (below.left + below.right) / 2
    filled = above.right - above.left + first_word(below) > width
    return filled and abs(axes[0] - axes[1]) < _CENTRED * below.size


def first_word(row: Row) -> float:
    """Return the points that the first word of *row* and a space before it take.

    A short word is tied to the next (*« Non*, *en 2018*). Scripts without spaces have no words: a line of them may end before any
    letter, but for the signs that must stand behind it.
    """
    if NO_SPACE.match(row.text):
        return row.size * _LETTERS
    first, *others = row.text.split()
    word = first if len(first) > _TIED or not others else f"{first} {others[0]}"
    return (len(word) + 1) * (row.right - row.left) / len(row.text)


def _goes_on(above: Paragraph, below: Paragraph) -> bool:
    """Whether the paragraph at the end of one column goes on at the top of the next."""
    last, first = above.rows[-1], below.rows[0]
    if not _alike(last, first) or "\t" in last.text + first.text or _MARK.match(first.text):
        return False
    if STOP.search(last.text) or len(last.text.split()) == 1:
        return False
    # Below on the same page it is parted by white: a line alone over it, such as who wrote, is no part of it.
    is_below = first.page == last.page and first.base < last.base
    return not (is_below and len(above.rows) == 1) and not _has_room(last, first, [*above.rows, *below.rows])


def _has_room(last: Row, first: Row, rows: Sequence[Row]) -> bool:
    """Whether the first word of the row *first* would have stood in the row *last*, were the text to go on there."""
    width = max(row.right - row.left for row in rows)
    return width - (last.right - last.left) > first_word(first) + _INDENT * last.size


def levels_of(text: Sequence[Paragraph], usual: float) -> dict[float, int]:
    """Return the levels of headings by size, the largest having 2."""
    sizes = sorted({p.size for p in text if _is_heading(p, usual)}, reverse=True)
    return {size: min(level, 6) for level, size in enumerate(sizes, start=2)}


def _is_heading(paragraph: Paragraph, usual: float) -> bool:
    length = sum(len(row.text) for row in paragraph.rows)
    if length > _LONGEST_HEADING or any("\t" in row.text for row in paragraph.rows):
        return False
    return paragraph.size >= usual * _HEADING_SIZE or (
        paragraph.bold and paragraph.size >= usual and not STOP.search(paragraph.rows[-1].text)
    )


def title_of(text: Sequence[Paragraph], usual: float) -> Paragraph | None:
    """Return the paragraph of the first page that has the largest letters by far, if one does."""
    opening = [p for p in text if p.rows[0].page == 0]
    largest = max(opening, key=lambda p: p.size, default=None)
    return largest if largest and largest.size >= usual * _TITLE_SIZE else None


def piece_of(
    paragraph: Paragraph, hyphens: Hyphens, levels: dict[float, int], usual: float, *, is_title: bool
) -> Piece:
    """Return the piece that *paragraph* is by its letters and marks."""
    rows, linked = paragraph.rows, paragraph.linked
    if any("\t" in row.text for row in rows) and len(rows) > 1:
        return Piece("\n".join(row.text for row in rows), 0, kind=BlockKind.TABLE, linked=linked)
    text = joined(rows, hyphens)
    if leads_on(text):
        return Piece(text, 0, kind=BlockKind.NAVIGATION, rule=CONTENTS)
    if is_title:
        return Piece(text, 0, kind=BlockKind.TITLE, level=1, linked=linked)
    if _is_heading(paragraph, usual):
        return Piece(text, 0, kind=BlockKind.HEADING, level=levels[paragraph.size], linked=linked)
    if _MARK.match(rows[0].text):
        return Piece(text, 0, kind=BlockKind.LIST_ITEM, level=1, linked=linked)
    return Piece(text, 0, linked=linked)


def joined(rows: Sequence[Row], hyphens: Hyphens) -> str:
    """Return the text of rows as one, broken words joined."""
    text = ""
    for row in rows:
        if (whole := hyphens.join(text, row.text)) is not None:
            text = whole
        elif not text or (NO_SPACE.match(text[-1]) and NO_SPACE.match(row.text)):
            text += row.text
        else:
            text = f"{text} {row.text}"
    return text
