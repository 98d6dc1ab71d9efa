"""Markdown, as digests and saved notes use it: headings, paragraphs, lists, quotations.

A digest is plain text between its blocks: inline marks are left as they stand. In a saved article emphasis, code and
links are marks and are taken off; the address of a link is no word of the article. Front matter states facts (`frontmatter`).
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import replace

from diwan.documents.encodings import Undecodable, decode
from diwan.documents.language import detect_language
from diwan.documents.pieces import Piece, Reading
from diwan.documents.readers.clippings import Top, top_of
from diwan.documents.readers.delivery import deliver, doubt_of, no_text, provenance_of, undecodable
from diwan.documents.readers.frontmatter import facts_in
from diwan.documents.web.days import as_day
from diwan.model.block import Block, BlockKind
from diwan.problems import Outcome

READER = "Markdown 1"
MEDIA_TYPE = "text/markdown"

_HEADING = re.compile(r"(?P<marks>#{1,6})[ \t]+(?P<text>.*?)[ \t#]*")
_ITEM = re.compile(r"(?P<indent>[ ]*)(?:[-*+]|(?P<number>\d{1,3})[.)])[ \t]+(?P<text>.*)")
_QUOTE = re.compile(r">[ ]?(?P<text>.*)")
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(?P<lines>(?:.*\n)*?)---[ \t]*\n")
#: The line below the head of a table, and what parts the cells of a row.
_RULE = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?")
_CELLS = re.compile(r"(?<!\\)\|")
#: Lines that part the text or underline a heading; none of them is text.
_BREAK = re.compile(r"(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}")
_UNDERLINE = re.compile(r"={2,}|-{2,}")
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


def blocks_of_markdown(
    text: str, *, first_line: int = 1, language: str | None = None, alone: Collection[int] = ()
) -> tuple[Block, ...]:
    """Return the blocks of a Markdown text; lines of one paragraph or item are joined by a space, but those that stand *alone*."""
    blocks: list[Block] = []
    for group in _groups(text.split("\n"), first_line, alone):
        line, kind, words, level, ordered = group
        joint = "\n" if kind is BlockKind.TABLE else " "
        block = Block(kind=kind, text=joint.join(words), line=line, kept=True, rule="markdown",
                      level=level, ordered=ordered, language=language)  # fmt: skip
        blocks.append(block)
    return tuple(blocks)


_Group = tuple[int, BlockKind, list[str], int | None, bool]


def _groups(lines: list[str], first_line: int, alone: Collection[int]) -> Iterator[_Group]:
    """Yield runs of lines that form one block: (line, kind, parts, level, ordered)."""
    current: _Group | None = None
    below = [*lines[1:], ""]
    for number, (line, next_line) in enumerate(zip(lines, below, strict=True), start=first_line):
        stripped = "" if _BREAK.fullmatch(line.strip()) else line.strip()
        if current and current[1] is BlockKind.PARAGRAPH and _UNDERLINE.fullmatch(line.strip()):
            yield current[0], BlockKind.HEADING, current[2], 1 if "=" in line else 2, False
            current = None
            continue
        begun = _begin(line, next_line, number, alone) if stripped else None
        if current and _goes_on(current, stripped, begun):
            current[2].extend(
                begun[2] if begun else _row(stripped) if current[1] is BlockKind.TABLE else [stripped]
            )
            continue
        if current:
            yield current
        current = begun or ((number, BlockKind.PARAGRAPH, [stripped], None, False) if stripped else None)
        if current and (current[1] is BlockKind.HEADING or number in alone):
            yield current
            current = None
    if current:
        yield current


def _goes_on(current: _Group, line: str, begun: _Group | None) -> bool:
    """Tell whether a line goes on with the *current* block: a row with its table, quoted lines with one another, words with words."""
    if current[1] is BlockKind.TABLE:
        return "|" in line
    if begun:
        return current[1] is begun[1] is BlockKind.QUOTATION
    return bool(line)


def _row(line: str) -> list[str]:
    """Return a row of a table, its cells parted by tabs; nothing of the line below the head."""
    cells = _CELLS.split(line.removeprefix("|").removesuffix("|"))
    return [] if _RULE.fullmatch(line) else ["\t".join(cell.strip().replace("\\|", "|") for cell in cells)]


def _begin(line: str, next_line: str, number: int, alone: Collection[int]) -> _Group | None:
    """Return the block that *line* begins, if it has a mark of its own, is the head of a table or stands alone."""
    stripped = line.strip()
    if "|" in stripped and _RULE.fullmatch(next_line.strip()):
        return number, BlockKind.TABLE, _row(stripped), None, False
    if found := _HEADING.fullmatch(stripped):
        return number, BlockKind.HEADING, [found["text"]], len(found["marks"]), False
    if found := _ITEM.fullmatch(line.rstrip()):
        depth = len(found["indent"]) // 2 + 1
        return number, BlockKind.LIST_ITEM, [found["text"].strip()], depth, found["number"] is not None
    if found := _QUOTE.fullmatch(stripped):
        return number, BlockKind.QUOTATION, [found["text"].strip()], None, False
    if number in alone:
        return number, BlockKind.PARAGRAPH, [stripped.rstrip("\\").rstrip()], None, False
    return None
