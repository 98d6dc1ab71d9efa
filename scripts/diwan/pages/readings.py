"""Readings on pages: a text or digest as headings and numbered passages, and these as Markdown.

The Markdown is for people and for any generator; `html.py` writes the same as HTML.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from diwan.library.articles import Reading
from diwan.library.concepts import ConceptKey
from diwan.library.mentions import Mention
from diwan.model.block import Block, BlockKind
from diwan.pages.markdown import escape, link_pieces
from diwan.text.languages import direction
from diwan.text.words import words_of

_NUMBER = re.compile(r"\d+")

Mentions = Mapping[str, tuple[Mention, ...]]


@dataclass(frozen=True, slots=True)
class Part:
    """A heading or passage of a page: its text as pieces of escaped Markdown, each with the concept it links to."""

    kind: BlockKind
    id: str
    level: int
    ordered: bool
    pieces: tuple[tuple[str, ConceptKey | None], ...]
    #: Set where it is in another language than the reading.
    language: str = ""

    @property
    def class_name(self) -> str:
        """The class of a passage that is not an ordinary paragraph."""
        plain = (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST_ITEM, BlockKind.QUOTATION)
        return "" if self.kind in plain else self.kind.value.replace("_", "-")


def parts_of(
    reading: Reading, mentions: Mentions, linkable: Mapping[ConceptKey, str], *, depth: int, title: str
) -> Iterator[Part]:
    """Yield the parts of *reading*: headings from level *depth*, concepts linked where a section first names them.

    *linkable* holds the concepts that have a page. A title that the page shows above (*title*) is not said twice.
    """
    linked_here: set[ConceptKey] = set()
    counted: dict[int, int] = {}
    top = min((block.level or 2 for block in reading.blocks if block.kind is BlockKind.HEADING), default=2)
    for number, (block, passage) in enumerate(reading.parts):
        if block.kind is not BlockKind.LIST_ITEM:
            counted.clear()
        if block.kind is BlockKind.TITLE and words_of(block.text) == words_of(title):
            continue
        tongue = block.language if block.language and block.language != reading.language else ""
        if block.kind is BlockKind.HEADING:
            linked_here.clear()
            level = min(6, depth + (block.level or 2) - top)
            heading = ((escape(block.text), None),)
            yield Part(
                block.kind, _section_id(reading, number), level, ordered=False, pieces=heading,
                language=tongue,
            )  # fmt: skip
        else:
            kind, text, taken = _without_marker(block, counted)
            links = _first_mentions(mentions.get(passage, ()), linkable, linked_here)
            moved = (Mention(start - taken, end - taken, key) for start, end, key in links if start >= taken)
            pieces = tuple(link_pieces(text, moved if taken else links))
            if kind is BlockKind.TABLE:
                pieces = _in_cells(pieces, "\t" if "\t" in text else " | ")
            yield Part(kind, passage, block.level or 1, block.ordered, pieces, tongue)


def _in_cells(
    pieces: Iterable[tuple[str, ConceptKey | None]], between: str
) -> tuple[tuple[str, ConceptKey | None], ...]:
    """Return the *pieces* of a table, a row a line, with the marks of its rows and cells.

    They stand in a line, as all passages do, so that each is cited by its number; a style sheet makes a table of them.
    """
    cell, row = '</span> <span role="cell">', '</span></span>\n<span role="row"><span role="cell">'
    marked = (
        (text.replace("\n", " ").replace(between, " "), to)
        if to
        else (text.replace("\n", row).replace(between, cell), to)
        for text, to in pieces
    )
    opening, end = '<span role="table"><span role="row"><span role="cell">', "</span></span></span>"
    return ((opening, None), *marked, (end, None))


def _first_mentions(
    mentions: Iterable[Mention], linkable: Mapping[ConceptKey, str], linked_here: set[ConceptKey]
) -> Iterator[Mention]:
    for mention in mentions:
        if (concept := mention.concept) not in linked_here and concept in linkable:
            linked_here.add(concept)
            yield mention


def _without_marker(block: Block, counted: dict[int, int]) -> tuple[BlockKind, str, int]:
    """Return the kind of a block, its text without the mark of an item, which a page draws itself, and the length of that.

    A page counts each list from one. An item with another number than would stand there is a paragraph with its number: *counted*
    holds the last number of each level of the list.
    """
    if block.kind is BlockKind.LIST_ITEM and block.ordered:
        level = block.level or 1
        number, shown = _NUMBER.search(block.marker), counted.get(level, 0) + 1
        if number and int(number[0]) != shown:
            counted.clear()
            return BlockKind.PARAGRAPH, block.text, 0
        for deeper in [one for one in counted if one > level]:
            del counted[deeper]
        counted[level] = shown
    text = block.text[len(block.marker) :].lstrip()
    return block.kind, text, len(block.text) - len(text)


def _section_id(reading: Reading, number: int) -> str:
    """Name a section after its first passage, which is permanent, rather than after its place or words."""
    following = next(
        (passage for _, passage in reading.parts[number:] if passage), f"{reading.language}-end-{number}"
    )
    return f"s-{following}"


def markdown_of(parts: Iterable[Part], links: Mapping[ConceptKey, str]) -> str:
    """Return *parts* as Markdown; *links* maps a concept to the Markdown file of its page."""
    return "\n".join(_markdown_lines(parts, links))


def _markdown_lines(parts: Iterable[Part], links: Mapping[ConceptKey, str]) -> Iterator[str]:
    previous: BlockKind | None = None
    for part in parts:
        if previous and not (previous is part.kind is BlockKind.LIST_ITEM):
            yield ""
        yield from _part_lines(
            part, "".join(f"[{text}]({links[to]})" if to else text for text, to in part.pieces)
        )
        previous = part.kind


def _part_lines(part: Part, text: str) -> Iterator[str]:
    tongue = f' lang="{part.language}" dir="{direction(part.language)}"' if part.language else ""
    if part.kind is BlockKind.HEADING:
        yield f"{'#' * part.level} {text} {{: #{part.id}{tongue} }}"
    elif part.kind is BlockKind.LIST_ITEM:
        indent = "    " * (part.level - 1)
        yield f"{indent}{'1.' if part.ordered else '-'} {text}"
        yield f"{indent}    {{: #{part.id}{tongue} }}"
    elif part.kind is BlockKind.QUOTATION:
        yield f"> {text}"
        yield f"> {{: #{part.id}{tongue} }}"
    else:
        yield text
        yield f"{{: {' '.join(filter(None, [f'#{part.id}' if part.id else '', part.class_name and f'.{part.class_name}']))}{tongue} }}"
