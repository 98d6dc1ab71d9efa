"""Sections: the readings of an article, one below the other, written twice.

The Markdown is for people and for any generator. The HTML is what Python-Markdown makes of it, known beforehand:
a test compares the two letter by letter, and the build is spared the greater part of its work. Where a reading has
something rare (a list within a list), only the Markdown is written and Python-Markdown does the rest.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from diwan.library.concepts import ConceptKey
from diwan.pages.html import Heading, headings_of, html_of
from diwan.pages.readings import Part, markdown_of
from diwan.text.languages import direction


@dataclass(frozen=True, slots=True)
class Written:
    """The passages of a reading as Markdown, as HTML where it is known, and their headings: the same in every language."""

    markdown: str
    html: str | None
    headings: tuple[Heading, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A reading with what the page puts around it: a label in the reader's language, or none."""

    kind: str
    language: str
    label: str
    label_language: str
    #: Whether it is all there is to read: its label is then a line above it, and no heading.
    alone: bool
    written: Written

    @property
    def label_id(self) -> str:
        """The id of the label."""
        return f"{self.kind}-{self.language}"


@dataclass(frozen=True, slots=True)
class Body:
    """The body of a page as HTML, its headings in order, and what of the HTML stands on its page in any language."""

    html: str
    headings: tuple[Heading, ...]
    parts: tuple[str, ...]


def write(
    parts: Iterable[Part], links: Mapping[ConceptKey, str], addresses: Mapping[ConceptKey, str]
) -> Written:
    """Return *parts* as a page has them; *links* maps a concept to the file of its page, *addresses* to its address."""
    parts = tuple(parts)
    return Written(markdown_of(parts, links), html_of(parts, addresses), headings_of(parts))


def markdown_of_sections(sections: Iterable[Section]) -> str:
    """Return *sections* as Markdown."""
    return "\n\n".join(map(_markdown, sections))


def _markdown(section: Section) -> str:
    way = direction(section.language)
    opening = (
        f'<section class="dw-reading dw-{section.kind}" lang="{section.language}" dir="{way}" markdown="1">'
    )
    return f"{opening}\n\n{_markdown_label(section)}{section.written.markdown}\n\n</section>"


def _markdown_label(section: Section) -> str:
    if not section.label:
        return ""
    if section.alone:
        return f"{_label(section)}\n{{: .dw-reading-title }}\n\n"
    return f"## {_label(section)} {{: #{section.label_id} .dw-reading-title }}\n\n"


def html_of_sections(sections: Sequence[Section]) -> Body | None:
    """Return *sections* as HTML, or None where only Python-Markdown knows."""
    if any(section.written.html is None for section in sections):
        return None
    headings = (heading for section in sections for heading in _headings(section))
    parts = tuple(section.written.html for section in sections if section.written.html)
    return Body("\n".join(map(_html, sections)), tuple(headings), parts)


def _html(section: Section) -> str:
    way = direction(section.language)
    lines = [f'<section class="dw-reading dw-{section.kind}" dir="{way}" lang="{section.language}">']
    if section.label:
        lines.append(
            f'<p class="dw-reading-title">{_label(section)}</p>'
            if section.alone
            else f'<h2 class="dw-reading-title" id="{section.label_id}">{_label(section)}</h2>'
        )
    if section.written.html:
        lines.append(section.written.html)
    return "\n".join([*lines, "</section>"])


def _label(section: Section) -> str:
    language = section.label_language
    return f'<span lang="{language}" dir="{direction(language)}">{section.label}</span>'


def _headings(section: Section) -> Iterable[Heading]:
    label = (Heading(2, section.label_id, section.label),) if section.label and not section.alone else ()
    return (*label, *section.written.headings)
