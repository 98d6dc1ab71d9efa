"""Text into Markdown without losing or lending it anything.

Source text is data: after rendering, its letters stand on the page exactly as they were. Characters that
Markdown reads as marks become numeric entities (the only escape found lossless, see
docs/project/decisions/0004-escaping.md). Text of harmless characters is left alone, so that the Markdown stays
readable; any other text is rendered once to prove it comes back, and escaped whole if it does not.
"""

import html
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from markdown import Markdown

from diwan.library.articles import Reading
from diwan.library.mentions import Mention
from diwan.model.block import Block, BlockKind
from diwan.text.words import words_of

#: The extensions that generated Markdown may use; mkdocs.yml lists the same.
EXTENSIONS = ("attr_list", "md_in_html")
#: Characters that carry meaning to Python-Markdown or its two extensions anywhere in a line.
_MARKS = re.compile(r"[\\`*_\[\]<>&{}]")
#: What begins a heading, quotation, list, rule, table or definition at the start of a line.
_OPENING = re.compile(r"(?:[#>+\-=:~|!]|\d{1,9}(?=[.)]))")
#: Letters, digits and the punctuation of ordinary prose: nothing here can become markup, so no proof is needed.
_HARMLESS = re.compile(
    r"[^\W_][^\W_ ,.;:'\"?()/%\u2010-\u2027\u00a0\u00ab\u00bb،؛؟٪]*(?:[\w ,.;:'\"?()/%\u2010-\u2027\u00a0\u00ab\u00bb،؛؟٪-])*"
)
_TAG = re.compile(r"<[^>]*>")


def escape(text: str) -> str:
    """Return *text*, one line of it, as Markdown that renders to exactly that text."""
    if "_" not in text and _HARMLESS.fullmatch(text) and not _OPENING.match(text):
        return text
    gentle = _escape_opening(_MARKS.sub(_entity, text))
    return gentle if rendered(gentle) == text else _escape_all(text)


def rendered(markdown: str) -> str:
    """Return the text a reader sees of a line of Markdown."""
    converter = _converter()
    converter.reset()
    return html.unescape(_TAG.sub("", converter.convert(markdown)))


def escape_attribute(text: str) -> str:
    """Return *text* for fields that Material prints without escaping: title, description, author, tags."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


@cache
def _converter() -> Markdown:
    return Markdown(extensions=list(EXTENSIONS))


def _entity(found: re.Match[str]) -> str:
    return f"&#{ord(found.group())};"


def _escape_opening(text: str) -> str:
    found = _OPENING.match(text)
    if found is None:
        return text
    end = found.end()
    if found.group().isdecimal():
        return f"{text[:end]}&#{ord(text[end])};{text[end + 1 :]}"
    return f"&#{ord(text[0])};{text[1:]}"


def _escape_all(text: str) -> str:
    """Escape every character that is neither letter, digit nor a single inner space."""
    return re.sub(r"[^\w\s]|_|^\s|\s$|(?<=\s)\s", _entity, text)


def linked(text: str, links: Iterable[tuple[int, int, str]]) -> str:
    """Return *text* as Markdown with *links* (start, end, address) over parts of it; they do not overlap."""
    if not (links := tuple(links)):
        return escape(text)
    parts: list[str] = []
    position = 0
    for start, end, address in links:
        before = _piece(text[position:start], first=position == 0)
        parts.append(f"{before}[{_piece(text[start:end], first=False)}]({address})")
        position = end
    parts.append(_piece(text[position:], first=False))
    return "".join(parts)


def _piece(text: str, *, first: bool) -> str:
    """Escape a part of a line; only the first part can begin a block, and none may turn a link into a picture."""
    marked = _MARKS.sub(_entity, text)
    if first:
        marked = _escape_opening(marked)
    return f"{marked[:-1]}&#33;" if marked.endswith("!") else marked


def reading_lines(
    reading: Reading,
    mentions: Mapping[str, tuple[Mention, ...]],
    addresses: Mapping[str, str],
    *,
    depth: int,
    shown_title: str = "",
) -> Iterator[str]:
    """Yield *reading* as Markdown: headings from level *depth*, passages with their ids, first mentions linked.

    *addresses* maps a concept (as text) to the address of its page; concepts without one are not linked. A
    concept is linked where it is first named after each heading. A title that the page shows above the reading
    (*shown_title*) is not said twice.
    """
    linked_here: set[str] = set()
    previous: BlockKind | None = None
    levels = [block.level or 2 for block in reading.blocks if block.kind is BlockKind.HEADING]
    top = min(levels, default=2)
    for number, (block, passage) in enumerate(reading.parts):
        if block.kind is BlockKind.TITLE and words_of(block.text) == words_of(shown_title):
            continue
        if previous and not (previous is block.kind is BlockKind.LIST_ITEM):
            yield ""
        if block.kind is BlockKind.HEADING:
            linked_here.clear()
            level = min(6, depth + (block.level or 2) - top)
            yield f"{'#' * level} {escape(block.text)} {{: #{_section_id(reading, number)} }}"
        else:
            text, taken = _without_marker(block)
            links = _first_mentions(mentions.get(passage, ()), addresses, linked_here)
            moved = [(start - taken, end - taken, target) for start, end, target in links if start >= taken]
            yield from _block_lines(block, passage, linked(text, moved))
        previous = block.kind


def _first_mentions(
    mentions: Iterable[Mention], addresses: Mapping[str, str], linked_here: set[str]
) -> Iterator[tuple[int, int, str]]:
    for mention in mentions:
        concept = str(mention.concept)
        if concept in addresses and concept not in linked_here:
            linked_here.add(concept)
            yield mention.start, mention.end, addresses[concept]


def _without_marker(block: Block) -> tuple[str, int]:
    """Return the text of a block without the mark of a list item, which Markdown draws itself, and its length."""
    text = block.text[len(block.marker) :].lstrip()
    return text, len(block.text) - len(text)


def _section_id(reading: Reading, number: int) -> str:
    """Name a section after its first passage, which is permanent, rather than after its place or words."""
    following = next(
        (passage for _, passage in reading.parts[number:] if passage), f"{reading.language}-end-{number}"
    )
    return f"s-{following}"


def _block_lines(block: Block, passage: str, text: str) -> Iterator[str]:
    if block.kind is BlockKind.LIST_ITEM:
        mark = "1." if block.ordered else "-"
        indent = "    " * ((block.level or 1) - 1)
        yield f"{indent}{mark} {text}"
        yield f"{indent}    {{: #{passage} }}"
    elif block.kind is BlockKind.QUOTATION:
        yield f"> {text}"
        yield f"> {{: #{passage} }}"
    else:
        kind = "" if block.kind is BlockKind.PARAGRAPH else f".{block.kind.value.replace('_', '-')}"
        yield text
        yield f"{{: {' '.join(filter(None, [f'#{passage}' if passage else '', kind]))} }}"
