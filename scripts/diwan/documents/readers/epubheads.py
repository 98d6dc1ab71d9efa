"""Heads of books: what heads the parts of a book whose pages mark no headings.

In: the archive of a book, its package document, and the pieces of its parts. Out: the pieces, headings among them. Programs for
writing (LibreOffice is one) make a paragraph of each heading and say in a style sheet how it looks; the first of a part stands in
the table of contents (https://www.w3.org/TR/epub-33/#sec-nav) as well.
"""

import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from urllib.parse import unquote

from diwan.documents.encodings import Undecodable
from diwan.documents.pieces import Piece
from diwan.documents.readers.archive import Archive
from diwan.documents.readers.boldlines import LEVEL, headed
from diwan.documents.shapes import key_of
from diwan.documents.web.stretches import Element, is_inline
from diwan.documents.web.tree import decode_page, parse
from diwan.model.block import BlockKind

_PACKAGE = "{http://www.idpf.org/2007/opf}"
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_CLASS = re.compile(r"\s*[a-z]*\.(?P<name>[\w-]+)\s*", re.IGNORECASE)


def bold_classes(archive: Archive) -> frozenset[str]:
    """Return the classes to which the style sheets of a book give bold letters."""
    sheets = (
        archive.read(name).decode("utf-8", "replace") for name in archive.names if name.endswith(".css")
    )
    rules = (rule.rpartition("{") for sheet in sheets for rule in sheet.split("}"))
    named = (
        _CLASS.fullmatch(selector)
        for selectors, _, look in rules
        if _BOLD.search(look)
        for selector in selectors.rpartition("{")[2].split(",")
    )
    return frozenset(found["name"] for found in named if found)


def embolden(root: Element, bold: frozenset[str]) -> None:
    """Make elements of a line that have a *bold* class elements that are bold."""
    for element in root.iter("span", "em", "i", "font"):
        if bold.intersection((element.get("class") or "").split()):
            element.tag = "b"


def is_bold(element: Element, bold: frozenset[str]) -> bool:
    """Tell whether a block is bold by its class."""
    return not is_inline(element.tag) and bool(bold.intersection((element.get("class") or "").split()))


def with_heads(
    parts: Sequence[tuple[str, list[Piece]]], contents: Mapping[str, frozenset[str]]
) -> list[Piece]:
    """Return the pieces of *parts*, by their files: bold lines as headings if there are no others, and what *contents* names.

    Of that only what its part begins with; whatever has no kind then is a paragraph.
    """
    firsts = set[int]()
    count = 0
    for name, pieces in parts:
        if pieces and key_of(pieces[0].text) in contents.get(name, ()):
            firsts.add(count)
        count += len(pieces)
    heads = headed([piece for _, pieces in parts for piece in pieces])
    return [_known(piece, is_first=index in firsts) for index, piece in enumerate(heads)]


def _known(piece: Piece, *, is_first: bool) -> Piece:
    if piece.kind is not None:
        return piece
    if is_first:
        return replace(piece, kind=BlockKind.HEADING, level=LEVEL)
    return replace(piece, kind=BlockKind.PARAGRAPH, level=None)


def contents_of(archive: Archive, package: Element, name: str) -> dict[str, frozenset[str]]:
    """Return by file what the table of contents calls its beginning, folded; *name* is that of the package document."""
    found: dict[str, set[str]] = {}
    for file in _tables(package, name):
        if file in archive.names:
            for target, label in _entries(archive.read(file)):
                page = unquote(target.partition("#")[0])
                place = posixpath.normpath(posixpath.join(posixpath.dirname(file), page))
                found.setdefault(place, set()).add(key_of(label))
    return {file: frozenset(labels - {""}) for file, labels in found.items()}


def _tables(package: Element, name: str) -> Iterator[str]:
    """Yield the files of tables of contents, of EPUB 3 and of EPUB 2."""
    for item in package.iter(f"{_PACKAGE}item"):
        is_table = "nav" in (item.get("properties") or "").split()
        if is_table or item.get("media-type") == "application/x-dtbncx+xml":
            yield posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(item.get("href") or "")))


def _entries(data: bytes) -> Iterator[tuple[str, str]]:
    """Yield where each entry of a table of contents leads, and its words; it is read as a page, whatever its faults."""
    decoded = decode_page(data)
    root = None if isinstance(decoded, Undecodable) else parse(decoded.text)[0]
    for entry in () if root is None else root.iter("a", "navpoint"):
        leads = next(entry.iter("content"), entry)
        label = next(entry.iter("navlabel"), entry)
        yield leads.get("src") or leads.get("href") or "", "".join(label.itertext())
