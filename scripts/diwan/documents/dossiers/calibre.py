"""Calibre: how it marks the articles of an issue that it downloaded (https://manual.calibre-ebook.com/news.html).

Such a book has a page of sections, one of articles for each of them, and then each article between two rows of links, as
`| Next | Section menu | Main menu |`. Below an article the second row says from which address it was downloaded, in the language
of whoever did so. Who downloaded and when is all that the book itself states.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from diwan.documents.dossiers.lines import Told, marked
from diwan.documents.openings import credited
from diwan.documents.pieces import Piece
from diwan.documents.shapes import measure
from diwan.model.block import BlockKind

_FROM = re.compile(r"[^|]{0,60}\bcalibre\b[^|]{0,40}?(?P<address>https?://\S+)[^|]{0,40}")
#: A row of up to six links: to the next and the last article, to its section, to that before and behind, to all of them.
_LINKS = re.compile(r"\|(?:[^|]{1,40}\|){1,6}")


def closes(lines: Sequence[str]) -> set[int]:
    """Return the lines that close an article: each says from where it was downloaded."""
    return {at for at, line in enumerate(lines) if _FROM.fullmatch(line)}


def begins(stretch: Sequence[Piece]) -> int | None:
    """Return where the article of *stretch* begins: below the last row of links."""
    if not stretch or not _FROM.fullmatch(stretch[-1].text):
        return None
    rows = [at for at, piece in enumerate(stretch) if _LINKS.fullmatch(piece.text)]
    return rows[-1] + 1 if rows else None


def tell(pieces: Sequence[Piece]) -> Told:
    """Return what Calibre says of each piece of an article: its end; all above is as the page of the article has it."""
    *page, end = pieces
    found = _FROM.fullmatch(end.text)
    title = _title_of(page)
    told = [
        marked(piece, BlockKind.TITLE) if at == title
        # What a page has above the title is as a rule none of its text.
        else replace(piece, kind=None, level=None) if title is not None and at < title
        else piece
        for at, piece in enumerate(page)
    ]  # fmt: skip
    stated = {"title": page[title].text} if title is not None else {}
    stated |= {"url": found["address"]} if found else {}
    return Told((*credited(told), marked(end, BlockKind.NOTICE)), stated)


def _title_of(page: Sequence[Piece]) -> int | None:
    """Return which piece is the title: the first heading, if no sentence stands above it."""
    above = [*takewhile(lambda piece: piece.kind is not BlockKind.HEADING, page)]
    is_text = any(measure(at, piece).is_sentence for at, piece in enumerate(above))
    return None if is_text or len(above) == len(page) else len(above)
