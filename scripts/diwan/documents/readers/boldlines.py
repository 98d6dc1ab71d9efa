"""Bold lines: which short paragraphs in bold letters are the headings of a document that marks no headings.

In: the pieces of a document, bold paragraphs with a level. Out: the pieces, headings among them. Who writes without styles
sets headings in bold; so are leads, bylines and the questions of interviews, which are text: a question is cited, a heading is not.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from diwan.documents.language import detect_language
from diwan.documents.lines import headings
from diwan.documents.names.bylines import credit_of
from diwan.documents.pieces import Piece
from diwan.documents.shapes import Shape, measure
from diwan.model.block import BlockKind

#: The level of such headings: the title has the first.
LEVEL = 2
#: Questions from which a text may be an interview, and columns of their mean from which it is one: questions that head
#: the parts of an explanation have 20 to 50 (*What happens next?*), those put to somebody a sentence or two.
_QUESTIONS, _PUT = 2, 60


def headed(pieces: Sequence[Piece]) -> list[Piece]:
    """Return *pieces* with bold lines as headings, where nothing else is marked as one."""
    marked = any(piece.kind is BlockKind.HEADING for piece in pieces)
    found = set() if marked else {shape.index for shape in _found(pieces)}
    return [
        replace(piece, kind=BlockKind.HEADING) if index in found else piece
        for index, piece in enumerate(pieces)
    ]


def _found(pieces: Sequence[Piece]) -> Iterator[Shape]:
    """Yield the bold lines that are headings: each of its own words, over a longer paragraph that is not bold."""
    shapes = [measure(index, piece) for index, piece in enumerate(pieces)]
    language = detect_language(" ".join(piece.text for piece in pieces))
    often = Counter(shape.key for shape in shapes)
    is_interview = _is_interview([shape for shape in shapes if _is_bold(shape) and shape.asks])
    for shape, below in pairwise(shapes):
        over_text = below.piece.kind is None and not _is_bold(below) and below.width > shape.width
        asks = is_interview and shape.asks
        if _is_bold(shape) and over_text and headings.has_form(shape) and not asks and often[shape.key] == 1:
            credit = credit_of(shape, language)
            if shape.end not in ":：" and not (credit and (credit.is_byline or credit.is_dateline)):
                yield shape


def _is_bold(shape: Shape) -> bool:
    return shape.piece.kind is None and shape.piece.level == LEVEL


def _is_interview(questions: Sequence[Shape]) -> bool:
    widths = [shape.width for shape in questions]
    return len(widths) >= _QUESTIONS and sum(widths) / len(widths) > _PUT
