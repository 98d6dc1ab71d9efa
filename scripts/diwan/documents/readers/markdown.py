"""Markdown, as saved notes use it: what programs make a page of (`rendered`), read by the marks of that page (`marked`).

Emphasis, code and links are marks and are taken off; the address of a link is no word of the article. Front matter states
facts (`frontmatter`).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from diwan.documents.bounds import ARTICLE, too_long
from diwan.documents.encodings import Undecodable, decode
from diwan.documents.language import detect_language
from diwan.documents.pieces import Piece, Reading
from diwan.documents.readers.clippings import Top, top_of
from diwan.documents.readers.delivery import (
    deliver,
    doubt_of,
    no_text,
    provenance_of,
    undecodable,
    with_library,
)
from diwan.documents.readers.frontmatter import facts_in
from diwan.documents.readers.marked import Mark, marked
from diwan.documents.readers.rendered import LINE, PICTURE, page_of
from diwan.documents.splitting import normalise
from diwan.documents.web.days import as_day
from diwan.documents.web.ordered import with_items
from diwan.documents.web.stretches import Stretch, stretches_of
from diwan.documents.web.tree import parse
from diwan.model.block import BlockKind
from diwan.problems import Outcome

READER = with_library("Markdown 2", "markdown-it-py")
MEDIA_TYPE = "text/markdown"

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(?P<lines>(?:.*\n)*?)---[ \t]*\n")
#: Marks within a line above the text, each with what stays. None runs over a line, so that each takes time by its length alone.
_MARKS = (
    (re.compile(r"!?\[(?P<words>[^\[\]\n]*)\]\([^()\s]*(?:[ \t]+\"[^\"\n]*\")?\)"), r"\g<words>"),
    (re.compile(r"`(?P<words>[^`\n]+)`"), r"\g<words>"),
    (re.compile(r"(?<![\w*])(\*{1,3})(?P<words>[^\s*](?:[^*\n]*[^\s*])?)\1(?![\w*])"), r"\g<words>"),
    (re.compile(r"(?<![\w_])(_{1,3})(?P<words>[^\s_](?:[^_\n]*[^\s_])?)\1(?![\w_])"), r"\g<words>"),
)


def read(data: bytes, path: str) -> Outcome[Reading | None]:
    """Return the reading of a Markdown file, or why it cannot be read."""
    decoded = decode(data)
    if isinstance(decoded, Undecodable):
        return undecodable(decoded, path)
    # To normalise what is far too long takes more time and memory than there is; ends of lines are alike only after it.
    if problem := too_long(decoded.text, ARTICLE, path):
        return Outcome(None, (problem,))
    text, flags = normalise(decoded.text)
    if problem := too_long(text, ARTICLE, path):
        return Outcome(None, (problem,))
    front = _FRONT_MATTER.match(text)
    start = front.end() if front else 0
    first_line = text.count("\n", 0, start) + 1
    language = detect_language(text[start:])
    lines = text[start:].split("\n")
    top = top_of(lines, first_line, _unmarked, language)
    stated = facts_in("\n".join(top.fields.values()).split("\n"))
    stated |= facts_in(front["lines"].split("\n") if front else ())
    if date := stated.get("date"):
        stated["date"] = as_day(date, language) or date
    root, _ = parse(page_of(lines, first_line, top.alone))
    stretches = [] if root is None else stretches_of(root)
    pieces = [*with_items(_pieces(stretches, first_line), stretches)]
    if not pieces:
        return no_text(path, "the file has no text")
    pieces = _titled([_judged_later(piece, top) for piece in pieces])
    provenance = provenance_of(data, MEDIA_TYPE, READER, decoded)
    return deliver(pieces, provenance, stated=stated, flags=(*flags, *doubt_of(decoded)))


def _titled(pieces: list[Piece]) -> list[Piece]:
    """Return the *pieces* with the heading with which the note begins, but for what is said about it, as its title."""
    first = next((place for place, piece in enumerate(pieces) if piece.rule == "markdown"), 0)
    if pieces[first].kind is BlockKind.HEADING and pieces[first].level == 1:
        pieces[first] = replace(pieces[first], kind=BlockKind.TITLE)
    return [
        replace(piece, level=2) if piece.kind is BlockKind.HEADING and piece.level == 1 else piece
        for piece in pieces
    ]


def _judged_later(piece: Piece, top: Top) -> Piece:
    """Return a field above the text as what is said about the page, and a line that says who or when as any text has it."""
    if piece.line in top.fields:
        return replace(piece, kind=BlockKind.NOTICE, level=None, ordered=False, rule="about-the-page")
    return replace(piece, kind=None, level=None, rule="format") if piece.line in top.alone else piece


def _pieces(stretches: Sequence[Stretch], line: int) -> Iterator[Piece]:
    """Yield the pieces of the page of a note, each with the line of the block that it stands in."""
    for stretch, mark in marked(stretches):
        line = next((int(said) for one in stretch.chain if (said := one.get(LINE, "")).isdecimal()), line)
        yield _piece(stretch, mark, line)


def _piece(stretch: Stretch, mark: Mark, line: int) -> Piece:
    # What stands in place of a picture is no line of the article.
    if stretch.element.get(PICTURE) is not None:
        return Piece(stretch.text, line, kind=BlockKind.PICTURE, rule="markdown")
    kind = mark.kind or BlockKind.PARAGRAPH
    return Piece(stretch.text, line, kind=kind, level=mark.level, ordered=mark.ordered, rule="markdown")


def _unmarked(text: str) -> str:
    for marks, words in _MARKS:
        text = marks.sub(words, text)
    return text
