"""Markdown, as digests and saved notes use it: headings, paragraphs, lists, quotations.

A digest is plain text between its blocks: inline marks are left as they stand. In a saved article emphasis, code and
links are marks and are taken off; the address of a link is no word of the article. Front matter states facts (`frontmatter`).
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from diwan.documents.encodings import Undecodable, decode
from diwan.documents.pieces import Piece, Reading
from diwan.documents.readers.delivery import deliver, doubt_of, no_text, provenance_of, undecodable
from diwan.documents.readers.frontmatter import facts_in
from diwan.model.block import Block, BlockKind
from diwan.problems import Outcome

READER = "Markdown 1"
MEDIA_TYPE = "text/markdown"

_HEADING = re.compile(r"(?P<marks>#{1,6})[ \t]+(?P<text>.*?)[ \t#]*")
_ITEM = re.compile(r"(?P<indent>[ ]*)(?:[-*+]|(?P<number>\d{1,3})[.)])[ \t]+(?P<text>.*)")
_QUOTE = re.compile(r">[ ]?(?P<text>.*)")
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
    front = _FRONT_MATTER.match(text)
    stated = facts_in(front["lines"].split("\n")) if front else {}
    start = front.end() if front else 0
    blocks = blocks_of_markdown(text[start:], first_line=text.count("\n", 0, start) + 1)
    pieces = [_piece(block) for block in blocks]
    if not pieces:
        return no_text(path, "the file has no text")
    if blocks[0].kind is BlockKind.HEADING and blocks[0].level == 1:
        pieces[0] = replace(pieces[0], kind=BlockKind.TITLE, level=1)
    provenance = provenance_of(data, MEDIA_TYPE, READER, decoded)
    return deliver(pieces, provenance, stated=stated, flags=doubt_of(decoded))


def _piece(block: Block) -> Piece:
    text = block.text
    if _PICTURE.fullmatch(text):  # what stands in place of a picture is no line of the article
        return Piece(text, block.line, kind=BlockKind.PICTURE, rule="markdown")
    for marks, words in _MARKS:
        text = marks.sub(words, text)
    level = max(block.level or 2, 2) if block.kind is BlockKind.HEADING else block.level
    return Piece(text, block.line, kind=block.kind, level=level, ordered=block.ordered, rule="markdown")


def blocks_of_markdown(text: str, *, first_line: int = 1, language: str | None = None) -> tuple[Block, ...]:
    """Return the blocks of a Markdown text; lines of one paragraph or item are joined by a space."""
    blocks: list[Block] = []
    for group in _groups(text.split("\n"), first_line):
        line, kind, words, level, ordered = group
        block = Block(kind=kind, text=" ".join(words), line=line, kept=True, rule="markdown",
                      level=level, ordered=ordered, language=language)  # fmt: skip
        blocks.append(block)
    return tuple(blocks)


_Group = tuple[int, BlockKind, list[str], int | None, bool]


def _groups(lines: list[str], first_line: int) -> Iterator[_Group]:
    """Yield runs of lines that form one block: (line, kind, parts, level, ordered)."""
    current: _Group | None = None
    for number, line in enumerate(lines, start=first_line):
        stripped = line.strip()
        begun = _begin(line, number)
        if current and begun and current[1] is begun[1] is BlockKind.QUOTATION:
            current[2].extend(begun[2])
            continue
        if current and (not stripped or begun):
            yield current
            current = None
        if not stripped:
            continue
        if begun:
            current = begun
            if begun[1] is BlockKind.HEADING:
                yield begun
                current = None
        elif current:
            current[2].append(stripped)
        else:
            current = (number, BlockKind.PARAGRAPH, [stripped], None, False)
    if current:
        yield current


def _begin(line: str, number: int) -> _Group | None:
    """Return the block that *line* begins by a mark of its own, if it has one."""
    stripped = line.strip()
    if found := _HEADING.fullmatch(stripped):
        return number, BlockKind.HEADING, [found["text"]], len(found["marks"]), False
    if found := _ITEM.fullmatch(line.rstrip()):
        depth = len(found["indent"]) // 2 + 1
        return number, BlockKind.LIST_ITEM, [found["text"].strip()], depth, found["number"] is not None
    if found := _QUOTE.fullmatch(stripped):
        return number, BlockKind.QUOTATION, [found["text"].strip()], None, False
    return None
