"""Office: what documents of word processors have in common: how they open, what a table is, notes, edges of pages."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from diwan.documents.phrases.labels import is_link_label
from diwan.documents.pieces import Piece
from diwan.documents.readers.boldlines import headed
from diwan.documents.readers.delivery import opened
from diwan.documents.readers.titled import titled
from diwan.documents.shapes import FEWEST_ITEMS, ITEM, Shape, measure
from diwan.model.block import BlockKind

#: Paragraphs at the start that are judged like plain text, up to the first of so many characters.
_OPENING, _RUNNING = 8, 160
#: Paragraphs at the end among which such a label is looked for: lists of other articles have up to twenty. Words of that of an address.
_CLOSING, _LABEL = 30, 3
#: Breaks between which nothing stands.
_BREAKS = re.compile(r"\n[^\S\n]*\n\s*")
#: Characters of a table cell beyond which the table only arranges the page.
_LARGEST_CELL = 400


def opened_text(body: list[Piece]) -> Iterator[Piece]:
    """Yield the text, its opening without kinds: a bold line there may be the title, the lead or a byline.

    So is what a page had below the text, where somebody pasted it whole.
    """
    body = titled(body, _RUNNING)
    plain = [piece if piece.kind else replace(piece, level=None) for piece in body]
    below = _below(plain)
    for head, piece in zip(headed(body[:below]), opened(plain[:below], _OPENING, _RUNNING), strict=True):
        yield head if piece.kind is BlockKind.PARAGRAPH and head.kind is BlockKind.HEADING else piece
    yield from plain[below:]


def _below(pieces: Sequence[Piece]) -> int:
    """Return where, behind the last sentence, a label of other articles or the address of this one begins what is no text."""
    last = [
        measure(index, piece)
        for index, piece in enumerate(pieces[-_CLOSING:], max(len(pieces) - _CLOSING, 0))
    ]
    behind = [*takewhile(lambda shape: shape.piece.kind is None and not shape.is_sentence, reversed(last))]
    addresses = [shape.index for shape in behind if _is_address(shape)]
    labels = [shape.index for shape in behind if is_link_label(shape)]
    # Several addresses are a list of sources.
    return min(labels + (addresses if len(addresses) == 1 else []), default=len(pieces))


def _is_address(shape: Shape) -> bool:
    return shape.has_address and len(shape.text.split()) <= _LABEL + 1


def table_of(rows: Sequence[Sequence[Sequence[Piece]]]) -> Iterator[Piece]:
    """Yield a table as one piece, or what is in the cells of its *rows* where it only arranges the page."""
    widest = max(map(len, rows), default=0)
    longest = max((sum(len(piece.text) for piece in cell) for row in rows for cell in row), default=0)
    if widest <= 1 or longest > _LARGEST_CELL:
        yield from (piece for row in rows for cell in row for piece in cell)
        return
    lines = ["\t".join(" ".join(piece.text for piece in cell) for cell in row) for row in rows]
    yield Piece("\n".join(lines), 0, kind=BlockKind.TABLE)


def parted(piece: Piece) -> Iterator[Piece]:
    """Yield a *piece* in the parts that line breaks make of it; what its style says it is stays whole."""
    if piece.kind:
        yield replace(piece, text=piece.text.replace("\n", " "))
    else:
        yield from (replace(piece, text=text) for text in _paragraphs(piece.text))


def _paragraphs(text: str) -> Iterator[str]:
    """Yield the paragraphs within the *text* of one: two breaks part them, and one where several lines are items."""
    for paragraph in _BREAKS.split(text):
        lines = paragraph.split("\n")
        items = [bool(ITEM.match(line)) for line in lines]
        several = sum(items) >= FEWEST_ITEMS
        whole: list[str] = []
        for line, is_item, follows_item in zip(lines, items, [False, *items], strict=False):
            if several and whole and (is_item or follows_item):
                yield " ".join(whole)
                whole = []
            whole.append(line)
        yield " ".join(whole)


def notes_of(texts: Iterable[str]) -> Iterator[Piece]:
    """Yield notes with these *texts*, in the order in which the document refers to them."""
    for number, text in enumerate(texts, start=1):
        yield Piece(f"[{number}] {text}", 0, kind=BlockKind.PARAGRAPH, rule="footnote")


def edges_of(texts: Iterable[str]) -> Iterator[Piece]:
    """Yield the headers and footers of pages, each wording once."""
    for text in dict.fromkeys(texts):
        yield Piece(text, 0, kind=BlockKind.NAVIGATION, rule="running-head")
