"""Typed: text that a page shows as it was typed, in `pre`, as archives of mail and agencies have theirs.

In: the element. Out: its paragraphs, cut and joined as those of a plain text are; none where it is no running text but a
program or a table, of which a cut at each line would leave shreds.
"""

from lxml import etree

from diwan.documents.pieces import Piece
from diwan.documents.shapes import measure_all
from diwan.documents.splitting import normalise, split

#: Share of the letters that stand in sentences, from which it is running text: of programs hardly any do.
_MOSTLY = 0.5


def typed_in(element: etree._Element) -> list[str]:
    """Return the paragraphs of running text in a `pre` *element*."""
    for line_break in element.iter("br"):
        line_break.tail = f"\n{line_break.tail or ''}"
    pieces = split(normalise("".join(element.itertext()))[0])
    shapes = measure_all([Piece(piece.text, piece.line) for piece in pieces])
    running = sum(len(shape.text) for shape in shapes if shape.is_sentence)
    return (
        [piece.text for piece in pieces]
        if running > _MOSTLY * sum(len(piece.text) for piece in pieces)
        else []
    )
