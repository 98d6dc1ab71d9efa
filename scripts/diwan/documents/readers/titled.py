"""Titles: which line of a document from a word processor is its title, where no style says so.

In: the pieces of a document, headings among them. Out: the same with one of them as the title, and those below it moved up.
What is pasted from the web, and what converters write, has its title as a heading of the first level; who writes without
styles sets it in bold above all else.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from diwan.documents.language import detect_language
from diwan.documents.lines import headings
from diwan.documents.names.bylines import credit_of
from diwan.documents.pieces import Piece
from diwan.documents.shapes import key_of, measure
from diwan.model.block import BlockKind

#: Paragraphs among which who and when stand below a title, and that may stand above one: name of the outlet, section, day.
_NEAR = 8
#: The deepest level of a heading, and that of the first below a title.
_FIRST, _LAST = 2, 6


def titled(pieces: Sequence[Piece], running: int) -> list[Piece]:
    """Return *pieces* with a heading before the text as the title; a paragraph of *running* characters is text.

    It is the only heading of the highest level. Of several, which head parts, the first is the title only if who wrote or
    when stands below it and below none of the others.
    """
    at = _title_of(pieces, running)
    if at is None:
        at = _bold_title(pieces, running)
        return [
            replace(piece, kind=BlockKind.TITLE, level=1) if index == at else piece
            for index, piece in enumerate(pieces)
        ]
    several = _highest(pieces)[1:]
    up = 0 if several else (pieces[at].level or _FIRST) - 1
    return [
        replace(piece, kind=BlockKind.TITLE, level=1) if index == at
        else replace(piece, level=min(max((piece.level or _FIRST) - up, _FIRST), _LAST))
        if piece.kind is BlockKind.HEADING
        else piece
        for index, piece in enumerate(pieces)
    ]  # fmt: skip


def _title_of(pieces: Sequence[Piece], running: int) -> int | None:
    highest = _highest(pieces)
    if not highest or any(piece.kind is BlockKind.TITLE for piece in pieces):
        return None
    first = highest[0]
    above, below = pieces[:first], pieces[first + 1 :]
    if len(above) > _NEAR or not any(_is_text(piece) for piece in below):
        return None
    if any(_may_be_title(piece, pieces[first], running) for piece in above):
        return None
    if len(highest) == 1:
        return first
    language = detect_language(" ".join(piece.text for piece in pieces))
    credited = [at for at in highest if _has_credit(pieces[at + 1 :], running, language)]
    return first if credited == [first] else None


def _bold_title(pieces: Sequence[Piece], running: int) -> int | None:
    """Return where the only bold line above the text stands, if it is the first and none there but sentences is wider."""
    if any(piece.kind is BlockKind.TITLE for piece in pieces):
        return None
    above = [*takewhile(lambda piece: piece.kind is None and len(piece.text) < running, pieces)]
    if not above or len(above) > _NEAR or len(above) == len(pieces):
        return None
    first, *others = [measure(index, piece) for index, piece in enumerate(above)]
    credit = credit_of(first, None)
    if not headings.has_form(first) or (credit and (credit.is_byline or credit.is_dateline)):
        return None
    bold = [shape.index for shape in (first, *others) if shape.piece.level is not None]
    widest = all(shape.ends_sentence or shape.width <= first.width for shape in others)
    return first.index if bold == [first.index] and widest else None


def _highest(pieces: Sequence[Piece]) -> list[int]:
    """Return where the headings of the highest level stand."""
    levels = {
        index: piece.level or _FIRST for index, piece in enumerate(pieces) if piece.kind is BlockKind.HEADING
    }
    return [index for index, level in levels.items() if level == min(levels.values())]


def _is_text(piece: Piece) -> bool:
    return piece.kind is None or piece.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTATION)


def _may_be_title(piece: Piece, heading: Piece, running: int) -> bool:
    """Tell whether a line above a *heading* is text, a heading, in bold letters or longer: then that is not the title."""
    if piece.kind is not None and piece.kind is not BlockKind.PARAGRAPH:
        return piece.kind is not BlockKind.NAVIGATION
    # The window of a page says its title once more.
    if key_of(piece.text) == key_of(heading.text):
        return False
    return piece.level is not None or len(piece.text) >= min(running, len(heading.text))


def _has_credit(below: Sequence[Piece], running: int, language: str | None) -> bool:
    """Tell whether who or when stands right below a heading, before the text."""
    short = takewhile(
        lambda piece: piece.kind is not BlockKind.HEADING and len(piece.text) < running, below[:_NEAR]
    )
    credits_ = (credit_of(measure(index, piece), language) for index, piece in enumerate(short))
    return any(credit and (credit.is_byline or credit.is_dateline) for credit in credits_)
