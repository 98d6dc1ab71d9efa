"""OpenDocument text (ODT): the paragraphs, lists, tables and notes of a document, each as its style says (ODF 1.3).

In: the bytes of a file, as LibreOffice and other programs write it. Out: as of a Word file: its paragraphs in order, text
boxes after the paragraph they hang on, notes after the text, headers and footers set aside. What a marked change took out
is gone, comments are no text; the opening lines get no kind from here.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from zipfile import BadZipFile

from lxml import etree

from diwan.documents.counted import Numbers, number_in
from diwan.documents.pieces import Piece, Reading
from diwan.documents.readers.archive import Archive, UnsafeArchiveError, open_archive
from diwan.documents.readers.boldlines import LEVEL
from diwan.documents.readers.delivery import (
    deliver,
    no_text,
    not_opened,
    provenance_of,
    refused,
    with_library,
)
from diwan.documents.readers.odtstyles import OFFICE, OUTLINE, TEXT, Styles, numbers_of, styles_of
from diwan.documents.readers.office import edges_of, notes_of, opened_text, parted, table_of
from diwan.documents.sethigh import set_high
from diwan.model.block import BlockKind
from diwan.problems import Outcome

READER = with_library("ODT 1", "lxml")
MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
_FILES = "META-INF/manifest.xml"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_BOX = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}text-box"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_DRAWN = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
#: What is no text of the document: deleted text, comments, what describes pictures.
_NOT_SHOWN = {
    f"{TEXT}tracked-changes",
    f"{OFFICE}annotation",
    f"{OFFICE}forms",
    f"{_DRAWN}title",
    f"{_DRAWN}desc",
}
_SIGNS = {f"{TEXT}s": " ", f"{TEXT}tab": " ", f"{TEXT}line-break": "\n"}
_PARAGRAPHS = (f"{TEXT}p", f"{TEXT}h")
_INDEXES = frozenset(
    f"{TEXT}{name}"
    for name in ("table-of-content", "alphabetical-index", "illustration-index", "table-index", "user-index")
)
#: What holds rows of a table beside the table itself.
_GROUPS = frozenset(f"{_TABLE}{name}" for name in ("table-header-rows", "table-rows", "table-row-group"))
#: Levels of nesting: tables in boxes in lists. LibreOffice writes ten levels of a list.
_DEEPEST = 40


@dataclass
class _Text:
    """A document being read: its styles and lists, and the notes it referred to."""

    styles: Styles
    numbers: Numbers
    notes: list[etree._Element] = field(default_factory=list)


def read(data: bytes, path: str) -> Outcome[Reading | None]:
    """Return the reading of an ODT file, or why it cannot be read."""
    try:
        archive = open_archive(data)
        if "content.xml" not in archive.names:
            return refused("source-damaged", path, "it is a zip archive, but no ODT file: it has no text",
                           "save the document anew as .odt")  # fmt: skip
        content = _content(archive)
        roots = [archive.xml("styles.xml"), content] if "styles.xml" in archive.names else [content]
        text = _Text(styles_of(roots), numbers_of(roots))
        body = [piece for whole in content.iter(f"{OFFICE}text") for piece in _blocks(whole, text)]
        pieces = [*opened_text(body), *notes_of(_notes(text)), *edges_of(_edges(archive, text))]
    except (BadZipFile, UnsafeArchiveError) as error:
        return not_opened(path, error)
    if not any(piece.text.strip() for piece in pieces):
        return no_text(path, "the document has no text")
    return deliver(pieces, provenance_of(data, MEDIA_TYPE, READER))


def _content(archive: Archive) -> etree._Element:
    """Return the text of an ODT file; raise UnsafeArchiveError where it is locked, which its list of files says."""
    if _FILES in archive.names and b"encryption-data" in archive.read(_FILES):
        raise UnsafeArchiveError("it is locked by a password")
    return archive.xml("content.xml")


def _blocks(parent: Iterable[etree._Element], text: _Text, depth: int = 0) -> Iterator[Piece]:
    """Yield the paragraphs, lists and tables below *parent*."""
    if depth > _DEEPEST:
        raise UnsafeArchiveError("its lists, tables and boxes are nested without end")
    for child in parent:
        if child.tag in _PARAGRAPHS:
            yield from _paragraph(child, text, depth)
        elif child.tag == f"{TEXT}list":
            yield from _list(child, text, depth)
        elif child.tag == f"{_TABLE}table":
            rows = [
                [[*_blocks(cell, text, depth + 1)] for cell in row.iterchildren(f"{_TABLE}table-cell")]
                for row in _rows(child)
            ]
            yield from table_of(rows)
        elif child.tag in _INDEXES:
            yield from (
                Piece(piece.text, 0, kind=BlockKind.NAVIGATION, rule="table-of-contents")
                for piece in _blocks(child, text, depth + 1)
            )
        elif child.tag not in _NOT_SHOWN:
            yield from _blocks(child, text, depth + 1)


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    """Yield the rows of a table, those of its head and of groups too."""
    for child in table:
        if child.tag == f"{_TABLE}table-row":
            yield child
        elif child.tag in _GROUPS:
            yield from _rows(child)


def _paragraph(
    paragraph: etree._Element, text: _Text, depth: int, item: tuple[int, str] | None = None
) -> Iterator[Piece]:
    """Yield a paragraph, and the boxes that hang on it; *item* is its depth in a list, with the number it is shown with."""
    shown = "".join(_shown(paragraph, text))
    kind, level = text.styles.kind_of(paragraph)
    if kind is BlockKind.HEADING:
        shown = (item[1] if item else _number_of_heading(paragraph, text)) + shown
    elif item and kind is None:
        kind, level, shown = BlockKind.LIST_ITEM, item[0], item[1] + shown
    if shown.strip():
        bold = kind is None and text.styles.is_bold(paragraph)
        yield from parted(Piece(shown, 0, kind=kind, level=LEVEL if bold else level))
    for box in paragraph.iter(_BOX):
        if not any(around.tag == _BOX for around in box.iterancestors()):
            yield from _blocks(box, text, depth + 1)


def _shown(element: etree._Element, text: _Text) -> Iterator[str]:
    """Yield the text of a paragraph as it is shown, references to notes in brackets."""
    yield element.text or ""
    for child in element:
        if child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag == f"{TEXT}note":
            text.notes.append(child)
            yield f"[{len(text.notes)}]"
        elif child.tag == f"{TEXT}ruby-text":
            yield f"({''.join(_shown(child, text))})"
        elif child.tag not in _NOT_SHOWN and child.tag != _BOX:
            shown = _shown(child, text)
            yield from map(set_high, shown) if text.styles.is_high(child) else shown
        yield child.tail or ""


def _list(whole: etree._Element, text: _Text, depth: int, level: int = 1, named: str = "") -> Iterator[Piece]:
    """Yield the items of a list and of the lists within it, counted ones with their numbers."""
    if depth > _DEEPEST:
        raise UnsafeArchiveError("its lists are nested without end")
    named = whole.get(f"{TEXT}style-name") or named
    if whole.get(f"{TEXT}continue-numbering") != "true" and not whole.get(f"{TEXT}continue-list"):
        text.numbers.begin(named, level - 1)
    for item in whole:
        number = ""
        if item.tag == f"{TEXT}list-item":
            if (first := number_in(item.get(f"{TEXT}start-value"))) is not None:
                text.numbers.begin(named, level - 1, first)
            number = text.numbers.before(named, level - 1, is_item=True) if _has_words(item) else ""
        for child in item:
            if child.tag in _PARAGRAPHS:
                yield from _paragraph(child, text, depth, (level, number))
                number = ""
            elif child.tag == f"{TEXT}list":
                yield from _list(child, text, depth + 1, level + 1, named)
            else:
                yield from _blocks([child], text, depth + 1)


def _has_words(item: etree._Element) -> bool:
    """Tell whether an item has a paragraph of its own, and not only a list within it, which then counts."""
    return any(child.tag in _PARAGRAPHS for child in item)


def _number_of_heading(heading: etree._Element, text: _Text) -> str:
    """Return the number that stands before a heading which is in no list, where headings are counted."""
    depth = (number_in(heading.get(f"{TEXT}outline-level")) or 1) - 1
    is_counted = heading.tag == f"{TEXT}h" and heading.get(f"{TEXT}is-list-header") != "true"
    return text.numbers.before(OUTLINE, depth, is_item=False) if is_counted else ""


def _notes(text: _Text) -> Iterator[str]:
    """Yield the texts of the notes in the order in which the text refers to them."""
    for note in [*text.notes]:
        bodies = note.iterchildren(f"{TEXT}note-body")
        yield " ".join(piece.text for body in bodies for piece in _blocks(body, text))


def _edges(archive: Archive, text: _Text) -> Iterator[str]:
    """Yield the texts of the headers and footers of the pages."""
    if "styles.xml" not in archive.names:
        return
    names = ("header", "footer", "header-left", "footer-left", "header-first", "footer-first")
    for edge in archive.xml("styles.xml").iter(*(f"{_STYLE}{name}" for name in names)):
        yield " ".join(piece.text for piece in _blocks(edge, text))
