"""Printed: what browsers set at the edges of the pages that they print: when, the title, the address, the page.

In: the rows of a page. Out: those at its edges, and the address they give. They are the first and the last line of the
page, set smaller than the text; such a line is known by what it holds in full: a time with its day, or a web address.
Beside it stand the title and the number of the page, which would not be known by themselves. Such a page holds menus and
teasers too, so that what its letters say of a line is no reason to keep it.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import takewhile

from diwan.documents.pdf.rows import Row
from diwan.documents.pieces import Piece
from diwan.documents.shapes import key_of
from diwan.model.block import BlockKind
from diwan.text.fold import fold

#: Share of the height of a page in which these lines stand: browsers leave a centimetre, of a page of 28.
_NEAR = 0.06
#: Points by which baselines of one line differ at most: they are set at the same height, with different fonts.
_ONE_LINE = 1.0
#: Characters of the shortest title that is known by that of the window, where it comes first and elsewhere: a shorter one
#: may be a word of the site's name. The longest is taken.
_SHORTEST_FIRST, _SHORTEST = 4, 12
#: Kinds that are told by the letters and marks of a line alone.
_BY_LETTERS = frozenset({None, BlockKind.TITLE, BlockKind.HEADING, BlockKind.LIST_ITEM, BlockKind.PARAGRAPH})
_SET_LARGE = frozenset({BlockKind.TITLE, BlockKind.HEADING})
#: Share of the words of a heading that the title of the window says too, where the heading is the article's, and the
#: fewest words of such a heading: of 89 printed pages the title of the window is another than that of the article on 20.
SAID, _FEWEST_SAID = 0.5, 4
_TIME = re.compile(r"\d{1,4}[./-] ?\d{1,2}[./-] ?\d{1,4}\.?[,،]? +\D{0,4}\d{1,2}[:.]\d{2}(?:\D.{0,8})?")
#: An address as people write it, with a dot or a stroke within.
_ONLY_ADDRESS = re.compile(r"\S+[./]\w\S*")
_ADDRESS = re.compile(r"(?:https?://|file://)\S+(?: ?(?:…|\.\.\.))?", re.IGNORECASE)


def printed_edges(rows: Sequence[Row], height: float) -> list[Row]:
    """Return the *rows* of a page of some *height*, from top to bottom, that a browser set at its edges."""
    lines = [_line(rows), _line(rows[::-1])]
    near = [line for line in lines if line and min(line[0].base, height - line[0].base) < _NEAR * height]
    if not any(_is_told(row) for line in near for row in line):
        return []
    at_edge = [row for line in near for row in line]
    text = max((row.size for row in rows if row not in at_edge), default=float("inf"))
    return [row for row in at_edge if row.size < text]


def address_in(edges: Iterable[Row]) -> str:
    """Return the first address on the web that stands whole at an edge."""
    texts = (row.text.strip() for row in edges)
    return next(
        (
            text
            for text in texts
            if text.lower().startswith("http")
            and _ADDRESS.fullmatch(text)
            and not text.endswith(("…", "..."))
        ),
        "",
    )


def unmarked(pieces: Iterable[Piece], title: str, *, leads: bool = False) -> list[Piece]:
    """Return the *pieces* of a printed page without kinds, but for its title, which the *title* of its window names.

    Large letters make headings of teasers as well: they count only in what is kept. Of a page that *leads* elsewhere with many
    of its lines, what is linked as a whole is set aside.
    """
    listed = [*pieces]
    said = key_of(title)
    named = [piece for piece in listed if is_named(key_of(piece.text), said)]
    best = max(named, key=lambda piece: len(piece.text), default=None)
    if best is None or len(key_of(best.text).split()) < _FEWEST_SAID:
        best = _most_like(listed, said) or best
    return [
        replace(piece, kind=BlockKind.NAVIGATION, level=None, rule="links")
        if leads and piece is not best and _is_teaser(piece)
        else _without_kind(piece, is_title=piece is best)
        for piece in listed
    ]


def _most_like(pieces: Iterable[Piece], said: str) -> Piece | None:
    """Return the heading that says most of the words *said* by the title of the window, if it says enough of them."""
    words = frozenset(said.split())
    headings = [piece for piece in pieces if piece.kind in _SET_LARGE]
    best = max(headings, key=lambda piece: share_of(key_of(piece.text), words), default=None)
    return best if best and share_of(key_of(best.text), words) >= SAID else None


def share_of(key: str, words: frozenset[str]) -> float:
    """Return the share of the words of *key* that are among *words*; nought if it has few."""
    own = frozenset(key.split())
    return len(own & words) / len(own) if len(own) >= _FEWEST_SAID else 0.0


def _is_teaser(piece: Piece) -> bool:
    """Tell whether all of *piece* leads elsewhere, and it is none of the sources that a text lists or names by address."""
    is_source = piece.kind is BlockKind.LIST_ITEM or _ONLY_ADDRESS.fullmatch(piece.text)
    return piece.linked and not is_source


def is_named(key: str, said: str) -> bool:
    """Whether the title of the window, of which the words are *said*, holds the words of *key*, which are no name of a site."""
    return (said.startswith(key) and len(key) >= _SHORTEST_FIRST) or (key in said and len(key) >= _SHORTEST)


def _without_kind(piece: Piece, *, is_title: bool) -> Piece:
    if is_title:
        return replace(piece, kind=BlockKind.TITLE, level=1)
    if piece.kind in _BY_LETTERS:
        return replace(piece, kind=None, level=(piece.level or 2) if piece.kind is BlockKind.HEADING else 0)
    return piece


def _line(rows: Sequence[Row]) -> list[Row]:
    return [*takewhile(lambda row: abs(row.base - rows[0].base) <= _ONE_LINE, rows)]


def _is_told(row: Row) -> bool:
    return bool(_TIME.fullmatch(fold(row.text)) or _ADDRESS.fullmatch(row.text.strip()))
