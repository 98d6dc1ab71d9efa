"""Word (DOCX): the paragraphs, tables, notes and edges of a document, each as its style says.

In: the bytes of a file. Out: its paragraphs in order, as headings, list items, quotations, captions, tables; text
boxes after the paragraph they hang on; footnotes and endnotes after the text, numbered where the text refers to them;
headers and footers of the page set aside. Inserted text counts as text, deleted text as gone: what Word shows.
The opening lines get no kind from here: who wrote and when is told as in any other text.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from zipfile import BadZipFile

from lxml import etree

from diwan.documents.counted import Numbers
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
from diwan.documents.readers.office import edges_of, notes_of, opened_text, parted, table_of
from diwan.documents.readers.wordnumbers import numbers_of
from diwan.documents.readers.wordstyles import Style, Styles, W, is_contents, styles_of
from diwan.documents.sethigh import set_high
from diwan.model.block import BlockKind
from diwan.problems import Outcome

READER = with_library("DOCX 1", "lxml")
MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_DOCUMENT = "word/document.xml"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BOX = f"{W}txbxContent"
#: What stands in a paragraph without being part of its line.
_NOT_SHOWN = frozenset(f"{W}{name}" for name in ("del", "moveFrom", "instrText", "pPr", "rPr")) | {
    _FALLBACK,
    _BOX,
}
_HIDDEN = f"{W}rPr/{W}vanish"
_HIGH = f"{W}rPr/{W}vertAlign[@{W}val='superscript']"
_STRUCK = (f"{W}rPr/{W}strike", f"{W}rPr/{W}dstrike")
_DROPPED = f"{W}pPr/{W}framePr[@{W}dropCap]"
_AROUND = frozenset(f"{W}{name}" for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml"))
_SIGNS = {f"{W}tab": " ", f"{W}ptab": " ", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
_NOTES = {f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "endnote"}
#: Levels of nesting: tables in boxes in tables. Word itself allows 20 or so.
_DEEPEST = 40


@dataclass
class _Word:
    """A document being read: its styles and lists, and the notes the text referred to."""

    archive: Archive
    styles: Styles
    numbers: Numbers
    notes: list[tuple[str, str]] = field(default_factory=list)
    #: The large letter with which the next paragraph begins.
    dropped: str = ""


def read(data: bytes, path: str) -> Outcome[Reading | None]:
    """Return the reading of a DOCX file, or why it cannot be read."""
    try:
        archive = open_archive(data)
        if _DOCUMENT not in archive.names:
            mend = "unpack it and add the articles in it; or save the document anew as .docx"
            return refused(
                "source-damaged", path, "it is a zip archive, but no Word file: it has no text", mend
            )
        numbers = numbers_of(archive)
        word = _Word(archive, styles_of(archive, numbers.levels_of_styles), numbers)
        body = [*_blocks(archive.xml(_DOCUMENT), word)]
        pieces = [*opened_text(body), *notes_of(_notes(word)), *edges_of(_edges(word))]
    except (BadZipFile, UnsafeArchiveError) as error:
        return not_opened(path, error)
    if not any(piece.text.strip() for piece in pieces):
        return no_text(path, "the document has no text")
    return deliver(pieces, provenance_of(data, MEDIA_TYPE, READER))


def _blocks(parent: etree._Element, word: _Word, depth: int = 0) -> Iterator[Piece]:
    """Yield the paragraphs and tables below *parent*."""
    if depth > _DEEPEST:
        raise UnsafeArchiveError("its tables and boxes are nested without end")
    for child in parent:
        if child.tag == f"{W}p":
            yield from _paragraph(child, word, depth)
        elif child.tag == f"{W}tbl":
            yield from _table(child, word, depth)
        elif child.tag not in _NOT_SHOWN:
            yield from _blocks(child, word, depth + 1)


def _paragraph(paragraph: etree._Element, word: _Word, depth: int) -> Iterator[Piece]:
    style = word.styles.of(paragraph)
    text = word.dropped + "".join(_shown(paragraph, word))
    word.dropped = ""
    if paragraph.find(_DROPPED) is not None:
        word.dropped = text.strip()
    elif is_contents(style.name):
        yield Piece(text, 0, kind=BlockKind.NAVIGATION, rule="table-of-contents")
    elif text.strip():
        level = LEVEL if style.kind is None and word.styles.is_bold(paragraph) else style.level
        yield from parted(Piece(_counted(text, style, word), 0, kind=style.kind, level=level))
    for box in paragraph.iter(_BOX):
        if not any(around.tag in (_FALLBACK, _BOX) for around in box.iterancestors()):
            yield from _blocks(box, word, depth + 1)


def _shown(element: etree._Element, word: _Word) -> Iterator[str]:
    """Yield the text of a paragraph as Word shows it, references to notes in brackets."""
    for child in element:
        if not isinstance(child.tag, str):
            continue
        if child.tag.endswith("}t"):  # of Word, of formulas and of drawings alike
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag in _NOTES:
            word.notes.append((_NOTES[child.tag], child.get(f"{W}id", "")))
            yield f"[{len(word.notes)}]"
        elif child.tag == f"{W}ruby":
            yield from (said for part in child.iterchildren(f"{W}rubyBase") for said in _shown(part, word))
            for reading in child.iterchildren(f"{W}rt"):  # stands above the word, and before it in the file
                yield f"({''.join(_shown(reading, word))})"
        elif child.tag not in _NOT_SHOWN and not _is_set(child, _HIDDEN):
            shown = _shown(child, word)
            yield from map(set_high, shown) if child.find(_HIGH) is not None else shown
            # What was put in the place of what is struck out makes no other figure with it.
            yield " " if _is_struck(child) and not _is_struck(child.getnext()) else ""


def _is_struck(run: etree._Element | None) -> bool:
    return run is not None and _is_set(run, *_STRUCK)


def _is_set(run: etree._Element, *marks: str) -> bool:
    """Tell whether *run* says one of *marks* of its letters, and does not say that it is off."""
    found = (run.find(mark) for mark in marks)
    return any(
        mark is not None and mark.get(f"{W}val", "true") not in ("0", "false", "off") for mark in found
    )


def _counted(text: str, style: Style, word: _Word) -> str:
    """Return *text* with the number that Word shows before it, if its list or its headings are counted."""
    if not style.number or style.kind not in (BlockKind.LIST_ITEM, BlockKind.HEADING):
        return text
    return word.numbers.before(*style.number, is_item=style.kind is BlockKind.LIST_ITEM) + text


def _table(table: etree._Element, word: _Word, depth: int) -> Iterator[Piece]:
    """Yield a table as one piece, or what is in its cells where it only arranges the page."""
    rows = [
        [[*_blocks(cell, word, depth + 1)] for cell in _parts(row, f"{W}tc")]
        for row in _parts(table, f"{W}tr")
    ]
    yield from table_of(rows)


def _parts(element: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Yield the rows of a table or the cells of a row, those within marked changes and fields too."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in _AROUND:
            yield from _parts(child, tag)


def _notes(word: _Word) -> Iterator[str]:
    """Yield the texts of the notes in the order in which the text refers to them."""
    parts = {
        kind: {
            note.get(f"{W}id", ""): note for note in word.archive.xml(f"word/{kind}s.xml").iter(f"{W}{kind}")
        }
        for kind in {kind for kind, _ in word.notes}
        if f"word/{kind}s.xml" in word.archive.names
    }
    for kind, ident in [*word.notes]:
        note = parts.get(kind, {}).get(ident)
        yield "" if note is None else " ".join(piece.text for piece in _blocks(note, word))


def _edges(word: _Word) -> Iterator[str]:
    """Yield the texts of the headers and footers of the pages."""
    for name in sorted(word.archive.names):
        if name.startswith(("word/header", "word/footer")) and name.endswith(".xml"):
            yield " ".join(piece.text for piece in _blocks(word.archive.xml(name), word))
