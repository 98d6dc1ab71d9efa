"""Openings: who wrote and when, in the first lines of a text whose format marks its pieces.

In: the pieces of a text, with the kinds that its format gives them. Out: the same; paragraphs of the opening that say who wrote
or when have no kind, so that they are told as in any text.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from diwan.documents.language import detect_language
from diwan.documents.names.bylines import credit_of
from diwan.documents.pieces import Piece
from diwan.documents.shapes import measure
from diwan.model.block import BlockKind

#: Pieces in which a text says who wrote and when, and sentences that may stand before that: a lead.
_OPENING, _LEADS = 8, 1


def credited(pieces: Sequence[Piece]) -> list[Piece]:
    """Return *pieces*, those of the opening that say who wrote or when without a kind."""
    language = detect_language(" ".join(piece.text for piece in pieces))
    open_ = [index for index, piece in enumerate(pieces) if piece.kind is not BlockKind.NAVIGATION][:_OPENING]
    shapes = [measure(index, pieces[index]) for index in open_]
    sentences = accumulate(shape.is_sentence for shape in shapes)
    said = {
        shape.index
        for shape, count in zip(shapes, sentences, strict=True)
        if count <= _LEADS and shape.piece.kind is BlockKind.PARAGRAPH
        and (credit := credit_of(shape, language)) and credit.is_alone
    }  # fmt: skip
    return [
        replace(piece, kind=None, level=None) if index in said else piece
        for index, piece in enumerate(pieces)
    ]
