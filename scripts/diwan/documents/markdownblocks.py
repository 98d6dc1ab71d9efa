"""Blocks of Markdown, as digests have them: headings, paragraphs, lists, quotations, tables.

A digest is plain text between its blocks: inline marks are left as they stand.
"""

import re
from collections.abc import Iterator

from diwan.model.block import Block, BlockKind

_HEADING = re.compile(r"(?P<marks>#{1,6})[ \t]+(?P<text>.*?)[ \t#]*")
_ITEM = re.compile(r"(?P<indent>[ ]*)(?:[-*+]|(?P<number>\d{1,3})[.)])[ \t]+(?P<text>.*)")
_QUOTE = re.compile(r">[ ]?(?P<text>.*)")
#: The line below the head of a table, and what parts the cells of a row.
_RULE = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?")
_CELLS = re.compile(r"(?<!\\)\|")
#: Lines that part the text or underline a heading; none of them is text.
_BREAK = re.compile(r"(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}")
_UNDERLINE = re.compile(r"={2,}|-{2,}")


def blocks_of_markdown(text: str, *, first_line: int = 1, language: str | None = None) -> tuple[Block, ...]:
    """Return the blocks of a Markdown text; lines of one paragraph or item are joined by a space."""
    blocks: list[Block] = []
    for group in _groups(text.split("\n"), first_line):
        line, kind, words, level, ordered = group
        joint = "\n" if kind is BlockKind.TABLE else " "
        block = Block(kind=kind, text=joint.join(words), line=line, kept=True, rule="markdown",
                      level=level, ordered=ordered, language=language)  # fmt: skip
        blocks.append(block)
    return tuple(blocks)


_Group = tuple[int, BlockKind, list[str], int | None, bool]


def _groups(lines: list[str], first_line: int) -> Iterator[_Group]:
    """Yield runs of lines that form one block: (line, kind, parts, level, ordered)."""
    current: _Group | None = None
    below = [*lines[1:], ""]
    for number, (line, next_line) in enumerate(zip(lines, below, strict=True), start=first_line):
        stripped = "" if _BREAK.fullmatch(line.strip()) else line.strip()
        if current and current[1] is BlockKind.PARAGRAPH and _UNDERLINE.fullmatch(line.strip()):
            yield current[0], BlockKind.HEADING, current[2], 1 if "=" in line else 2, False
            current = None
            continue
        begun = _begin(line, next_line, number) if stripped else None
        if current and _goes_on(current, stripped, begun):
            current[2].extend(
                begun[2] if begun else _row(stripped) if current[1] is BlockKind.TABLE else [stripped]
            )
            continue
        if current:
            yield current
        current = begun or ((number, BlockKind.PARAGRAPH, [stripped], None, False) if stripped else None)
        if current and current[1] is BlockKind.HEADING:
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


def _begin(line: str, next_line: str, number: int) -> _Group | None:
    """Return the block that *line* begins, if it has a mark of its own or is the head of a table."""
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
    return None
