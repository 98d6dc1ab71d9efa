"""Readings as the HTML that Python-Markdown makes of their Markdown, and the contents of their page.

The order of attributes, the line breaks and the entities are those of Python-Markdown 3 with `attr_list`,
`md_in_html` and `toc`; `tests/test_html.py` holds the two against each other for every page of the corpus.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from diwan.model.block import BlockKind
from diwan.pages.readings import Part, Section
from diwan.text.languages import direction

_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Heading:
    """An entry of a page's contents."""

    level: int
    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Body:
    """The body of a page as HTML, and its headings in order."""

    html: str
    headings: tuple[Heading, ...]


def html_of(sections: Sequence[Section], addresses: Mapping[str, str]) -> Body | None:
    """Return *sections* as HTML, or None where only Python-Markdown knows; *addresses* are those of concepts."""
    if any(
        part.level > 1 for section in sections for part in section.parts if part.kind is BlockKind.LIST_ITEM
    ):
        return None
    html = "\n".join(_section(section, addresses) for section in sections)
    return Body(html, tuple(heading for section in sections for heading in _headings(section)))


def _section(section: Section, addresses: Mapping[str, str]) -> str:
    way = direction(section.language)
    lines = [f'<section class="dw-reading dw-{section.kind}" dir="{way}" lang="{section.language}">']
    if section.label:
        lines.append(f'<h2 class="dw-reading-title" id="{_label_id(section)}">{_label(section)}</h2>')
    for kind, group in groupby(section.parts, key=lambda part: part.kind):
        lines.extend(_group(kind, list(group), addresses))
    return "\n".join([*lines, "</section>"])


def _group(kind: BlockKind, parts: list[Part], addresses: Mapping[str, str]) -> Iterator[str]:
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


def _text(part: Part, addresses: Mapping[str, str]) -> str:
    return "".join(f'<a href="{addresses[to]}">{text}</a>' if to else text for text, to in part.pieces)


def _label(section: Section) -> str:
    language = section.label_language
    return f'<span lang="{language}" dir="{direction(language)}">{section.label}</span>'


def _label_id(section: Section) -> str:
    return f"{section.kind}-{section.language}"


def _headings(section: Section) -> Iterable[Heading]:
    if section.label:
        yield Heading(2, _label_id(section), section.label)
    for part in section.parts:
        if part.kind is BlockKind.HEADING:
            yield Heading(part.level, part.id, _TAG.sub("", "".join(text for text, _ in part.pieces)).strip())
