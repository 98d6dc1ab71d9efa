"""Told: the paragraphs of a tagged PDF that is no page of the web, as the file tells them.

In: the tree of its tags. Out: its paragraphs in the order of the tree, with kinds and levels where these are told: headings,
items of lists, quotations, captions, tables, notes (behind the text), contents. Programs also write trees that tell nothing, or
nonsense: of these nothing comes out, and the places of the lines decide.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from diwan.documents.pdf.hyphens import Hyphens, hyphens_of
from diwan.documents.pdf.paragraphs import STOP, Paragraph, joined, levels_of, piece_of, title_of, usual_size
from diwan.documents.pdf.rows import Row
from diwan.documents.pdf.tags import Lines, Tag
from diwan.documents.pieces import Piece
from diwan.model.block import BlockKind

_HEADINGS = frozenset(("H", *(f"H{level}" for level in range(1, 7))))
#: Elements that hold text of their own; any other only holds such elements.
_OF_TEXT = _HEADINGS | {
    "P",
    "LI",
    "LBody",
    "TD",
    "TH",
    "Table",
    "Caption",
    "BlockQuote",
    "Note",
    "FENote",
    "TOCI",
    "Title",
    "Artifact",
}
#: What stands within a paragraph without ending it: it comes out behind.
_WITHIN = frozenset(("Note", "FENote", "Figure", "Formula", "Aside"))
_NOTES = frozenset(("Note", "FENote"))
#: Kinds by the elements around a paragraph, however far; the first that is around it decides.
_AROUND = {
    "TOC": (BlockKind.NAVIGATION, "table-of-contents"), "Artifact": (BlockKind.NAVIGATION, "running-head"),
    "Note": (BlockKind.PARAGRAPH, "footnote"), "FENote": (BlockKind.PARAGRAPH, "footnote"),
    "Caption": (BlockKind.CAPTION, "format"), "Title": (BlockKind.TITLE, "format"), "LI": (BlockKind.LIST_ITEM, "format"),
    "BlockQuote": (BlockKind.QUOTATION, "format"),
}  # fmt: skip
#: Characters of the longest mark of an item that stands by itself, and of the longest cell of a table of data: longer ones
#: are columns of a page, as in pages of the web.
_LONGEST_MARK, _LONGEST_CELL = 6, 200
_FEWEST_CELLS = 2
_ROW_GROUPS = ("THead", "TBody", "TFoot")
#: Share of the letters that stand in elements of text, from which these are believed; and shares up to which they are: of the
#: letters in one paragraph, if it is longer than any that people write; in headings; of the steps from one paragraph to the
#: next that turn back to an earlier page; and that begin within a sentence. Of 33 articles set by LibreOffice all are believed.
_IN_TEXT, _IN_ONE, _IN_HEADINGS, _BACK, _BROKEN = 0.9, 0.5, 0.4, 0.1, 0.2
#: Characters.
_LONGEST_PARAGRAPH = 5000


@dataclass(frozen=True, slots=True)
class _Lines:
    """Rows of a paragraph, and the kinds of the elements around it, the outermost first."""

    rows: list[Row]
    around: tuple[str, ...]


def pieces_told(root: Tag) -> list[Piece]:
    """Return the pieces that the tree below *root* tells, notes last; none where it is not to be believed."""
    paragraphs = _paragraphs_told(root)
    if not paragraphs:
        return []
    rows = [row for paragraph in paragraphs for row in paragraph.rows]
    usual, hyphens = usual_size(rows), hyphens_of(row.text for row in rows)
    headings = [paragraph for paragraph in paragraphs if paragraph.kind is BlockKind.HEADING]
    highest = [heading for heading in headings if heading.level == 1]
    title = _title(paragraphs, highest, usual)
    below = 0 if not highest or highest == [title] else 1
    # Where headings are told, none is guessed.
    least = float("inf") if headings else usual
    untold = [one for one in paragraphs if one.kind is None and one is not title]
    levels = levels_of(untold, least)
    return [
        _told(one, hyphens, below)
        if one.kind and one is not title
        else piece_of(one, hyphens, levels, least, is_title=one is title)
        for one in paragraphs
    ]


def _title(paragraphs: Sequence[Paragraph], highest: Sequence[Paragraph], usual: float) -> Paragraph | None:
    """Return the paragraph that is told to be the title, the only one of the *highest* headings, or the one of largest letters."""
    told = [one for one in paragraphs if one.kind is BlockKind.TITLE] or [*highest]
    if len(told) == 1 and told[0].rows[0].page == 0:
        return told[0]
    return title_of(
        [one for one in paragraphs if one.kind in (None, BlockKind.TITLE, BlockKind.HEADING)], usual
    )


def _told(paragraph: Paragraph, hyphens: Hyphens, below: int) -> Piece:
    """Return the piece of which the file tells the kind; headings are *below* the levels that it tells."""
    if paragraph.kind is BlockKind.TABLE:
        return Piece("\n".join(row.text for row in paragraph.rows), 0, kind=BlockKind.TABLE)
    kind = BlockKind.HEADING if paragraph.kind is BlockKind.TITLE else paragraph.kind
    level = paragraph.level
    if kind is BlockKind.HEADING:
        level = min(max((level or 1) + below, 2), 6)
    return Piece(joined(paragraph.rows, hyphens), 0, kind=kind, level=level, rule=paragraph.rule)


def _paragraphs_told(root: Tag) -> list[Paragraph]:
    """Return the paragraphs that the tree below *root* tells, notes last; none where it is not to be believed."""
    found = [lines for lines in _within(root, ()) if lines.rows]
    if not _are_sound(found):
        return []
    texts = [_paragraph(lines) for lines in found if not _NOTES.intersection(lines.around)]
    return [*texts, *(_paragraph(lines) for lines in found if _NOTES.intersection(lines.around))]


def _within(tag: Tag, around: tuple[str, ...]) -> Iterator[_Lines]:
    """Yield the paragraphs in *tag*, which stands in elements *around* it."""
    inside = (*around, tag.kind)
    if tag.kind == "Table" and (cells := _cells(tag)):
        yield from _captions(tag, inside)
        yield _Lines(cells, inside)
        return
    rows: list[Row] = []
    behind: list[_Lines] = []
    for part in tag.ordered():
        if isinstance(part, Lines):
            rows += part.rows
        elif part.kind in _WITHIN:
            behind += _within(part, inside)
        else:
            mark = rows if tag.kind == "LI" and sum(len(row.text) for row in rows) <= _LONGEST_MARK else []
            if rows and not mark:
                yield _Lines(rows, inside)
            first, *others = [*_within(part, inside)] or [_Lines([], inside)]
            yield from (_Lines([*mark, *first.rows], first.around), *others)
            rows = []
    yield _Lines(rows, inside)
    yield from behind


def _captions(table: Tag, inside: tuple[str, ...]) -> Iterator[_Lines]:
    for part in table.ordered():
        if isinstance(part, Tag) and part.kind == "Caption":
            yield from _within(part, inside)


def _cells(table: Tag) -> list[Row]:
    """Return the rows of a table of data, the cells of each parted by tabs; none where it is no such table."""
    rows: list[Row] = []
    for part in table.ordered():
        if isinstance(part, Tag) and part.kind == "Caption" and table.kind == "Table":
            continue
        more = _row(part) if isinstance(part, Tag) and part.kind == "TR" else []
        if isinstance(part, Tag) and part.kind in _ROW_GROUPS:
            more = _cells(part)
        if not more:
            return []
        rows += more
    return rows


def _row(tag: Tag) -> list[Row]:
    """Return the row of cells that *tag* is; none where it holds other than short cells, or one."""
    cells = [cell for cell in tag.ordered() if isinstance(cell, Tag)]
    rows = [[row for lines in _within(cell, ()) for row in lines.rows] for cell in cells]
    texts = [" ".join(row.text for row in cell) for cell in rows]
    first = next((row for cell in rows for row in cell), None)
    is_short = len(texts) >= _FEWEST_CELLS and max(map(len, texts)) <= _LONGEST_CELL
    return (
        [replace(first, text="\t".join(texts))]
        if first and is_short and len(cells) == len([*tag.ordered()])
        else []
    )


def _paragraph(lines: _Lines) -> Paragraph:
    around = lines.around
    if around[-1] == "Table":
        return Paragraph(lines.rows, BlockKind.TABLE)
    for kind in reversed(around):
        if kind in _HEADINGS:
            return Paragraph(lines.rows, BlockKind.HEADING, int(kind[1:] or 1))
        if kind == "LI":
            return Paragraph(lines.rows, BlockKind.LIST_ITEM, max(around.count("L"), 1))
    told = next((told for kind, told in _AROUND.items() if kind in around), (None, "format"))
    return Paragraph(lines.rows, told[0], None, told[1])


def _are_sound(found: Sequence[_Lines]) -> bool:
    """Tell whether paragraphs are such as people write."""
    sizes = [(sum(len(row.text) for row in lines.rows), lines.around[-1]) for lines in found]
    whole = sum(size for size, _ in sizes)
    of_text = sum(size for size, kind in sizes if kind in _OF_TEXT)
    headings = sum(size for size, kind in sizes if kind in _HEADINGS)
    longest = max((size for size, _ in sizes), default=0)
    pages = [lines.rows[0].page for lines in found]
    back = sum(below < above for above, below in pairwise(pages))
    return (
        of_text >= _IN_TEXT * whole > 0
        and headings <= _IN_HEADINGS * whole
        and (longest <= _LONGEST_PARAGRAPH or longest <= _IN_ONE * whole)
        and back <= _BACK * len(pages)
        and _broken(found) <= _BROKEN * len(found)
    )


def _broken(found: Sequence[_Lines]) -> int:
    """Return how many paragraphs begin within a sentence."""
    texts = [
        (above.rows[-1].text, below.rows[0].text)
        for above, below in pairwise(found)
        if above.around[-1] == below.around[-1] == "P"
    ]
    return sum(not STOP.search(above) and below[:1].islower() for above, below in texts)
