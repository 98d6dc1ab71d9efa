"""Text into Markdown without losing or lending it anything.

Source text is data: after rendering, its letters stand on the page exactly as they were. Characters that
Markdown reads as marks become numeric entities (the only escape found lossless, see
docs/project/decisions/0004-escaping.md). Text of harmless characters is left alone, so that the Markdown stays
readable; any other text is rendered once to prove it comes back, and escaped whole if it does not.
"""

import html
import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TypeVar

from markdown import Markdown

T = TypeVar("T")

#: The extensions that generated Markdown may use; mkdocs.yml lists the same.
EXTENSIONS = ("attr_list", "md_in_html")
#: Characters that carry meaning to Python-Markdown or its two extensions anywhere in a line, and hashes at the end
#: of one, which it takes for the closing marks of a heading.
_MARKS = re.compile(r"[\\`*_\[\]<>&{}]|#(?=#*\s*$)")
#: What begins a heading, quotation, list, rule, table or definition at the start of a line.
_OPENING = re.compile(r"(?:[#>+\-=:~|!]|\d{1,9}(?=[.)]))")
#: Letters, digits and the punctuation of ordinary prose: nothing here can become markup, so no proof is needed.
_HARMLESS = re.compile(
    r"[^\W_][^\W_ ,.;:'\"?()/%\u2010-\u2027\u00a0\u00ab\u00bb،؛؟٪]*(?:[\w ,.;:'\"?()/%\u2010-\u2027\u00a0\u00ab\u00bb،؛؟٪-])*"
)
#: What is among these marks, wherever it stands; a text without any has no part with one either.
_ANY_MARK = re.compile(r"[\\`*_\[\]<>&{}#]")
_TAG = re.compile(r"<[^>]*>")
#: Marks in a line that is still rendered to prove it, in about 0.01 s. From ten thousand on Python-Markdown takes time by
#: the square of their number. A line with so many is no prose, and is escaped whole.
_MOST_PROVEN = 1000


def escape(text: str) -> str:
    """Return *text*, one line of it, as Markdown that renders to exactly that text."""
    if "_" not in text and _HARMLESS.fullmatch(text) and not _OPENING.match(text):
        return text
    if len(_MARKS.findall(text)) > _MOST_PROVEN:
        return _escape_all(text)
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


def link_pieces(text: str, links: Iterable[tuple[int, int, T]]) -> Iterator[tuple[str, T | None]]:
    """Yield *text* in pieces of escaped Markdown, each with the target of the link over it, or with none.

    *links* are (start, end, target), in order, and do not overlap.
    """
    if not (links := tuple(links)):
        yield escape(text), None
        return
    # A text is cut into some ten pieces; to look for marks in each takes as long as all else.
    escaped = _piece if _ANY_MARK.search(text) else _unmarked
    position = 0
    for start, end, target in links:
        if before := text[position:start]:
            yield (_escape_opening(escaped(before)) if position == 0 else escaped(before)), None
        yield escaped(text[start:end]), target
        position = end
    if rest := text[position:]:
        yield escaped(rest), None


def _piece(text: str) -> str:
    """Escape a part of a line."""
    return _unmarked(_MARKS.sub(_entity, text))


def _unmarked(text: str) -> str:
    """Escape a part of a line that has no mark: it must not turn a link behind it into a picture."""
    return f"{text[:-1]}&#33;" if text.endswith("!") else text
