"""Contents: tables of contents, and of figures, which say again what the text says and where.

In: the pieces of a document. Out: the same, with such tables set aside, and the headings over them. Dots lead from an entry to
the number of its page; where there are none, the entries are told by the lines of the text that they say again.
"""

import re
from collections.abc import Container, Sequence
from dataclasses import replace

from diwan.documents.pieces import Piece
from diwan.model.block import BlockKind
from diwan.text.fold import fold

#: The rule that sets them aside.
CONTENTS = "table-of-contents"
_LEADER = re.compile(r"(?:\.[ \u00a0]?){5}\s*(?:\d{1,4}|[ivxlc]{1,7})$")
#: The number of a page, a chapter or a section, and other figures.
_NUMBER = re.compile(r"[\W\d]+|[ivxlc]{1,7}")
#: Share of its entries that are lines of the text, from which a table is one of contents: long ones are cut or worded otherwise.
_SAID_AGAIN = 0.5


def leads_on(text: str) -> bool:
    """Tell whether dots lead from a line to the number of a page."""
    return _LEADER.search(text) is not None


def without_contents(pieces: Sequence[Piece]) -> list[Piece]:
    """Return *pieces* with tables of contents set aside, and with each the heading over it."""
    known = {fold(piece.text) for piece in pieces}
    told = [_aside(piece) if _is_contents(piece, known) else piece for piece in pieces]
    return [
        _aside(piece) if piece.kind is BlockKind.HEADING and below and below.rule == CONTENTS else piece
        for piece, below in zip(told, [*told[1:], None], strict=False)
    ]


def _aside(piece: Piece) -> Piece:
    return replace(piece, kind=BlockKind.NAVIGATION, level=None, rule=CONTENTS)


def _is_contents(piece: Piece, known: Container[str]) -> bool:
    """Tell whether *piece* is a table of lines that stand elsewhere too, as is *known*, and of the numbers of their pages."""
    if piece.kind is not BlockKind.TABLE:
        return False
    rows = [row.split("\t") for row in piece.text.split("\n")]
    entries = [[fold(cell) for cell in row if not _NUMBER.fullmatch(cell)] for row in rows]
    if any(len(entry) != 1 or len(row) == 1 for entry, row in zip(entries, rows, strict=True)):
        return False
    return sum(entry[0] in known for entry in entries) >= _SAID_AGAIN * len(entries)
