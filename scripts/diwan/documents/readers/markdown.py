"""Markdown, as saved notes use it: the blocks of `markdownblocks`, without the marks within them.

Emphasis, code and links are marks and are taken off; the address of a link is no word of the article. Front matter states
facts (`frontmatter`).
"""

import re
from dataclasses import replace

from diwan.documents.bounds import ARTICLE, too_long
from diwan.documents.encodings import Undecodable, decode
from diwan.documents.language import detect_language
from diwan.documents.markdownblocks import blocks_of_markdown
from diwan.documents.pieces import Piece, Reading
from diwan.documents.readers.clippings import Top, top_of
from diwan.documents.readers.delivery import deliver, doubt_of, no_text, provenance_of, undecodable
from diwan.documents.readers.frontmatter import facts_in
from diwan.documents.web.days import as_day
from diwan.model.block import Block, BlockKind
from diwan.problems import Outcome

READER = "Markdown 1"
MEDIA_TYPE = "text/markdown"

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(?P<lines>(?:.*\n)*?)---[ \t]*\n")
_PICTURE = re.compile(r"!\[[^\[\]\n]*\]\([^()\s]*(?:[ \t]+\"[^\"\n]*\")?\)")
#: Marks within a line, each with what stays. None runs over a line, so that each takes time by its length alone.
_MARKS = (
    (re.compile(r"\[\^(?P<words>\w{1,20})\]:?"), r"[\g<words>]"),
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
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    if problem := too_long(text, ARTICLE, path):
        return Outcome(None, (problem,))
    front = _FRONT_MATTER.match(text)
    start = front.end() if front else 0
    first_line = text.count("\n", 0, start) + 1
    language = detect_language(text[start:])
    top = top_of(text[start:].split("\n"), first_line, _unmarked, language)
    stated = facts_in("\n".join(top.fields.values()).split("\n"))
    stated |= facts_in(front["lines"].split("\n") if front else ())
    if date := stated.get("date"):
        stated["date"] = as_day(date, language) or date
    blocks = blocks_of_markdown(text[start:], first_line=first_line, alone=top.alone)
    if not blocks:
        return no_text(path, "the file has no text")
    pieces = _titled([_judged_later(_piece(block), top) for block in blocks])
    provenance = provenance_of(data, MEDIA_TYPE, READER, decoded)
    return deliver(pieces, provenance, stated=stated, flags=doubt_of(decoded))


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


def _piece(block: Block) -> Piece:
    text = block.text
    if _PICTURE.fullmatch(text):  # what stands in place of a picture is no line of the article
        return Piece(text, block.line, kind=BlockKind.PICTURE, rule="markdown")
    return Piece(
        _unmarked(text),
        block.line,
        kind=block.kind,
        level=block.level,
        ordered=block.ordered,
        rule="markdown",
    )


def _unmarked(text: str) -> str:
    for marks, words in _MARKS:
        text = marks.sub(words, text)
    return text
