"""Markdown, as digests and saved notes use it: headings, paragraphs, lists, quotations.

Inline marks are left as they stand: a digest is plain text between its blocks.
"""

import re
from collections.abc import Iterator

from diwan.model.block import Block, BlockKind

_HEADING = re.compile(r"(?P<marks>#{1,6})[ \t]+(?P<text>.*?)[ \t#]*")
_ITEM = re.compile(r"(?P<indent>[ ]*)(?:[-*+]|(?P<number>\d{1,3})[.)])[ \t]+(?P<text>.*)")
_QUOTE = re.compile(r">[ ]?(?P<text>.*)")


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
