"""Passages as the HTML that Python-Markdown makes of their Markdown, and the contents of their page.

The order of attributes, the line breaks and the entities are those of Python-Markdown 3 with `attr_list`,
`md_in_html` and `toc`; `tests/test_rendering.py` holds the two against each other.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from diwan.library.concepts import ConceptKey
from diwan.model.block import BlockKind
from diwan.pages.readings import Part
from diwan.text.languages import direction

_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Heading:
    """An entry of a page's contents."""

    level: int
    id: str
    name: str


def html_of(parts: Sequence[Part], addresses: Mapping[ConceptKey, str]) -> str | None:
    """Return *parts* as HTML, or None where only Python-Markdown knows; *addresses* are those of concepts."""
    if any(part.level > 1 for part in parts if part.kind is BlockKind.LIST_ITEM):
        return None
    groups = groupby(parts, key=lambda part: part.kind)
    return "\n".join(line for kind, group in groups for line in _group(kind, list(group), addresses))


def _group(kind: BlockKind, parts: list[Part], addresses: Mapping[ConceptKey, str]) -> Iterator[str]:
    if kind is BlockKind.LIST_ITEM:
        tag = "ol" if parts[0].ordered else "ul"
        yield f"<{tag}>"
        for part in parts:
            yield f"<li{_attributes(part)}>{_text(part, addresses)}</li>"
        yield f"</{tag}>"
    elif kind is BlockKind.QUOTATION:
        yield "<blockquote>"
        for part in parts:
            yield f"<p{_attributes(part)}>{_text(part, addresses)}</p>"
        yield "</blockquote>"
    else:
        for part in parts:
            tag = f"h{part.level}" if kind is BlockKind.HEADING else "p"
            yield f"<{tag}{_attributes(part)}>{_text(part, addresses)}</{tag}>"


def _attributes(part: Part) -> str:
    """Return the attributes of a part, in the order in which Python-Markdown writes them."""
    known = {
        "class": part.class_name,
        "dir": direction(part.language) if part.language else "",
        "id": part.id,
        "lang": part.language,
    }
    return "".join(f' {name}="{value}"' for name, value in known.items() if value)


def _text(part: Part, addresses: Mapping[ConceptKey, str]) -> str:
    return "".join(f'<a href="{addresses[to]}">{text}</a>' if to else text for text, to in part.pieces)


def headings_of(parts: Iterable[Part]) -> tuple[Heading, ...]:
    """Return the headings among *parts*."""
    return tuple(
        Heading(part.level, part.id, _TAG.sub("", "".join(text for text, _ in part.pieces)).strip())
        for part in parts
        if part.kind is BlockKind.HEADING
    )
