"""A flow of a Rich Text file: the body, a note, a text box or the edge of a page, as it fills with paragraphs and tables."""

import re
from dataclasses import dataclass, field, replace
from typing import Self

from diwan.documents.pieces import Piece
from diwan.documents.readers.boldlines import LEVEL
from diwan.documents.readers.office import parted, table_of
from diwan.documents.readers.rtfletters import joined
from diwan.documents.readers.wordstyles import BODY_LEVEL, is_contents, kind_of
from diwan.model.block import BlockKind

#: What stands before a tab at the start of an item: a sign, or a number of up to three digits.
_WRITTEN_MARK = re.compile(r"\s*([•◦▪·–-]|\d{1,3}[.)])\t")


@dataclass(frozen=True, slots=True)
class Setting:
    """What a file says of a paragraph: its style, its level in the outline, its list and depth there, and if in a table."""

    style: str = ""
    outline: int = BODY_LEVEL
    list: int = 0
    depth: int = 0
    in_table: bool = False


@dataclass(slots=True)
class Flow:
    """Paragraphs and tables as far as they are read, and the paragraph that is being read."""

    pieces: list[Piece] = field(default_factory=list)
    #: Stretches of the paragraph, and whether each is bold.
    runs: list[tuple[str, bool]] = field(default_factory=list)
    #: The number or sign that is shown before an item of a list.
    mark: str = ""
    #: Text boxes that hang on the paragraph.
    boxes: list[Self] = field(default_factory=list)
    cell: list[Piece] = field(default_factory=list)
    row: list[list[Piece]] = field(default_factory=list)
    rows: list[list[list[Piece]]] = field(default_factory=list)

    def end_paragraph(self, setting: Setting) -> None:
        """End the paragraph; one outside a table ends the table too."""
        if not setting.in_table:
            self.end_table()
        into = self.cell if setting.in_table else self.pieces
        text = self._unmarked(joined("".join(text for text, _ in self.runs)))
        if text.strip():
            bold = all(is_bold for text, is_bold in self.runs if text.strip())
            into.extend(parted(_piece(text, setting, self.mark.strip(), bold=bold)))
        for box in self.boxes:
            box.finish(Setting())
            into.extend(box.pieces)
        self.runs, self.mark, self.boxes = [], "", []

    def _unmarked(self, text: str) -> str:
        """Return *text* without the sign or number of an item and the tab behind it, where a program wrote them as text."""
        if not self.mark and (found := _WRITTEN_MARK.match(text)):
            self.mark, text = found[1], text[found.end() :]
        return text.replace("\t", " ")

    def end_cell(self, setting: Setting) -> None:
        """End a cell of a table, and the paragraph in it."""
        self.end_paragraph(replace(setting, in_table=True))
        self.row.append(self.cell)
        self.cell = []

    def end_row(self) -> None:
        """End a row of a table."""
        if self.row:
            self.rows.append(self.row)
            self.row = []

    def end_table(self) -> None:
        """End the table, if there is one; what stands in no cell is one."""
        if self.cell:
            self.row.append(self.cell)
            self.cell = []
        self.end_row()
        self.pieces.extend(table_of(self.rows))
        self.rows = []

    def finish(self, setting: Setting) -> None:
        """End whatever has not ended."""
        if self.runs or self.boxes:
            self.end_paragraph(setting)
        self.end_table()


def _piece(text: str, setting: Setting, mark: str, *, bold: bool) -> Piece:
    """Return the piece of a paragraph, as its style says."""
    if is_contents(setting.style):
        return Piece(text, 0, kind=BlockKind.NAVIGATION, rule="table-of-contents")
    kind, level = kind_of([setting.style], setting.outline)
    if kind in (None, BlockKind.LIST_ITEM) and (setting.list or mark):
        counted = any(map(str.isalnum, mark))
        return Piece(
            f"{mark} {text}" if counted else text, 0, kind=BlockKind.LIST_ITEM, level=setting.depth + 1
        )
    return Piece(text, 0, kind=kind, level=LEVEL if kind is None and bold else level)
