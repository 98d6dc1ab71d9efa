"""EPUB: an issue or a chapter as a book, which is a zip archive of web pages in an order (EPUB 3.3).

In: the bytes of a file. Out: the text of its parts in reading order; the marks of the pages say what each piece is.
Navigation is set aside. Title, authors, publisher, date and language come from the package document.
"""

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from urllib.parse import unquote
from zipfile import BadZipFile

from diwan.documents.encodings import Undecodable
from diwan.documents.openings import credited
from diwan.documents.pieces import OF_FILE, Piece, Reading
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
from diwan.documents.readers.epubheads import bold_classes, contents_of, embolden, is_bold, with_heads
from diwan.documents.readers.marked import Mark, marked
from diwan.documents.web.ordered import with_items
from diwan.documents.web.stretches import Element, Stretch, stretches_of
from diwan.documents.web.tree import decode_page, parse
from diwan.model.block import BlockKind, Flag
from diwan.problems import Outcome
from diwan.text.fold import fold

READER = with_library("EPUB 1", "lxml")
MEDIA_TYPE = "application/epub+zip"
_CONTAINER = "META-INF/container.xml"
_DC = "{http://purl.org/dc/elements/1.1/}"
_PACKAGE = "{http://www.idpf.org/2007/opf}"
_TYPE = "{http://www.idpf.org/2007/ops}type"
#: What the package states and a page before the text says again; and what else stands there.
_FACTS = {"title": BlockKind.TITLE, "authors": BlockKind.BYLINE, "date": BlockKind.DATELINE}
_BEFORE = (BlockKind.HEADING, BlockKind.NAVIGATION, BlockKind.CAPTION)
#: A day as books have it. Programs write the year 101 where they were told none.
_DAY = re.compile(r"(?:19|20)\d\d(?:-\d\d(?:-\d\d)?)?(?!\d)")
#: What programs write for a name that nobody gave: Calibre its own or, in the language of its user, the others; LibreOffice the second.
_NOBODY = frozenset(map(fold, ["calibre", "Unknown Author", "Unknown Title", "Unknown", "Unbekannt", "Inconnu", "Inconnu(e)", "Desconocido", "Desconhecido",
                               "Sconosciuto", "Onbekend", "Nieznany", "Неизвестный", "Невідомий", "Bilinmeyen", "Bilinmiyor", "مجهول",
                               "غير معروف", "ناشناس", "未知", "不明"]))  # fmt: skip
_ADDRESS = re.compile(r"https?://\S+")
_NOTE = re.compile(r"(?:doc-)?(?:foot|end|rear)notes?")
_IMPRINT = re.compile(r"copyright-page|(?:doc-)?colophon")


def read(data: bytes, path: str) -> Outcome[Reading | None]:
    """Return the reading of an EPUB file, or why it cannot be read."""
    try:
        archive = open_archive(data)
        name = _package_name(archive)
        package = archive.xml(name) if name in archive.names else None
        if package is None:
            mend = "save the book again, or save the text of the article as .txt"
            return refused(
                "source-damaged", path, "it has no package document, which says what is in it", mend
            )
        parts = [part for part in _spine(package, name) if part[0] in archive.names]
        bold, contents = bold_classes(archive), contents_of(archive, package, name)
        read_parts = [_part(archive.read(part), part, bold, is_contents=is_it) for part, is_it in parts]
    except (BadZipFile, UnsafeArchiveError) as error:
        return not_opened(path, error)
    stated = _stated(package)
    heads = with_heads([(part[0], read[0]) for part, read in zip(parts, read_parts, strict=True)], contents)
    pieces = credited([*_named(heads, stated)])
    if not any(piece.kind is not BlockKind.NAVIGATION for piece in pieces):
        return no_text(path, "the book has no text")
    flags = [flag for _, raised in read_parts for flag in raised]
    outcome = deliver(pieces, provenance_of(data, MEDIA_TYPE, READER), stated=stated, flags=flags)
    if outcome.value is None or "date" not in stated:
        return outcome
    return Outcome(replace(outcome.value, found={"date": OF_FILE}), outcome.problems)


def _package_name(archive: Archive) -> str:
    if _CONTAINER not in archive.names:
        return ""
    container = archive.xml(_CONTAINER)
    return next((file.get("full-path", "") for file in container.iter("{*}rootfile")), "")


def _spine(package: Element, name: str) -> Iterator[tuple[str, bool]]:
    """Yield the files of the book in reading order, and whether each is its table of contents."""
    folder = posixpath.dirname(name)
    items = {item.get("id"): item for item in package.iter(f"{_PACKAGE}item")}
    for reference in package.iter(f"{_PACKAGE}itemref"):
        item = items.get(reference.get("idref"))
        if item is not None and item.get("href"):
            file = posixpath.normpath(posixpath.join(folder, unquote(item.get("href", ""))))
            yield file, "nav" in (item.get("properties") or "").split()


def _part(
    data: bytes, name: str, bold: frozenset[str], *, is_contents: bool
) -> tuple[list[Piece], tuple[Flag, ...]]:
    """Return the pieces of a part, those without a kind that have no mark but perhaps bold letters."""
    decoded = decode_page(data)
    if isinstance(decoded, Undecodable):
        raise UnsafeArchiveError(f"{name} is in no encoding that can be told")
    root, flags = parse(decoded.text)
    if root is None:
        return [], flags
    embolden(root, bold)
    stretches = stretches_of(root)
    pieces = (_piece(*one, bold, is_contents=is_contents) for one in marked(stretches))
    return [*with_items(pieces, stretches)], flags


def _piece(stretch: Stretch, mark: Mark, bold: frozenset[str], *, is_contents: bool) -> Piece:
    if is_contents or any(element.tag == "nav" for element in stretch.chain):
        return Piece(stretch.text, 0, kind=BlockKind.NAVIGATION, rule="table-of-contents")
    if any(_is_said_to_be(_IMPRINT, element) for element in stretch.chain):
        return Piece(stretch.text, 0, kind=BlockKind.NOTICE, rule="about-the-page")
    if any(_is_said_to_be(_NOTE, element) for element in stretch.chain):
        return Piece(stretch.text, 0, kind=BlockKind.PARAGRAPH, rule="footnote")
    if mark.kind is BlockKind.HEADING:
        return Piece(stretch.text, 0, kind=mark.kind, level=max(mark.level or 0, 2))
    if mark.kind:
        return Piece(stretch.text, 0, kind=mark.kind, level=mark.level, ordered=mark.ordered)
    is_head = stretch.bold == stretch.size or is_bold(stretch.element, bold)
    return Piece(stretch.text, 0, level=LEVEL if is_head else 0)


def _named(pieces: Iterable[Piece], stated: Mapping[str, str]) -> Iterator[Piece]:
    """Yield *pieces*; what says before the text what the package states is the title, a byline or a dateline.

    Where it states no title, that is the heading with which the text begins.
    """
    said = {" ".join(stated[fact].split()): kind for fact, kind in _FACTS.items() if stated.get(fact)}
    opening = True
    for piece in pieces:
        kind = said.get(" ".join(piece.text.split())) if opening else None
        if piece.kind is BlockKind.HEADING and opening and BlockKind.TITLE not in said.values():
            kind = BlockKind.TITLE
            said[piece.text] = kind
        opening = opening and (kind is not None or piece.kind in _BEFORE)
        yield (
            piece if kind is None else replace(piece, kind=kind, level=1 if kind is BlockKind.TITLE else None)
        )


def _is_said_to_be(what: re.Pattern[str], element: Element) -> bool:
    """Tell whether *element* holds that: by the words of EPUB, by its role, or by the class that programs give it."""
    marks = " ".join(filter(None, map(element.get, (_TYPE, "epub:type", "role", "class"))))
    return any(what.fullmatch(mark) for mark in marks.split())


def _days(package: Element) -> Iterator[str]:
    """Yield the days in the package document that may be those of the text, those that it calls so first (EPUB 2)."""
    found = [*package.iter(_DC + "date")]
    events = [
        next((value for name, value in one.attrib.items() if name.endswith("event")), "") for one in found
    ]
    for event, one in sorted(zip(events, found, strict=True), key=lambda pair: pair[0] != "publication"):
        day = _DAY.match((one.text or "").strip())
        if day and event not in ("creation", "modification"):
            yield day[0]


def _stated(package: Element) -> dict[str, str]:
    """Return the facts of the package document."""

    def all_of(name: str) -> list[str]:
        texts = (" ".join((found.text or "").split()) for found in package.iter(_DC + name))
        return [text for text in texts if text and fold(text) not in _NOBODY]

    stated = {
        "title": next(iter(all_of("title")), ""),
        "authors": "; ".join(all_of("creator")),
        "outlet": next(iter(all_of("publisher")), ""),
        "date": next(_days(package), ""),
        "language": next(iter(all_of("language")), "").lower(),
        # Programs that save a page as a book say so where it stood.
        "url": next(filter(_ADDRESS.fullmatch, [*all_of("source"), *all_of("identifier")]), ""),
    }
    return {fact: value for fact, value in stated.items() if value}
