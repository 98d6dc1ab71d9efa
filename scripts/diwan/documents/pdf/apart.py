"""Apart: what the opening of a page sets on one line, or without white between, and is several things.

In: the rows of each paragraph of a document. Out: the same. Above the text the parts of a line that wide gaps separate, as name, day and number of a
paper are, stand alone; and so does who wrote, in the first line of a column right above the text, as dense papers set it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from diwan.documents.names.bylines import credit_of
from diwan.documents.pdf.rows import Row
from diwan.documents.pieces import Piece
from diwan.documents.shapes import measure

#: Characters of the shortest paragraph that is text, with which the opening ends, and of the longest line that says who wrote.
_RUNNING, _LONGEST = 200, 80


def opening_apart(paragraphs: Iterable[list[Row]]) -> Iterator[list[Row]]:
    """Yield the rows of each of *paragraphs*, those of the opening apart."""
    opening = True
    for rows in paragraphs:
        first, *others = rows
        if not opening or first.page:
            yield rows
        elif others:
            yield from ([first], others) if _is_signed(first) else (rows,)
        else:
            yield from ([replace(first, text=cell)] for cell in first.text.split("\t"))
        opening = opening and sum(len(row.text) for row in rows) < _RUNNING


def _is_signed(row: Row) -> bool:
    """Tell whether a row says who wrote, in so many words, and nothing else."""
    if len(row.text) > _LONGEST:
        return False
    credit = credit_of(measure(0, Piece(row.text, 1)), None)
    return bool(credit and credit.signed and credit.names and credit.is_alone)
