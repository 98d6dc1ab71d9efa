"""PDF: the text layer of a document, put back into paragraphs.

In: the bytes of a file. Out: its paragraphs, headings, tables and notes in reading order; running heads and feet set
aside; pages without text named. The opening lines get no kind from here: who wrote and when is told as in any text.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from diwan.documents.pdf.columns import columns_of_pages
from diwan.documents.pdf.damaged import damaged_pages
from diwan.documents.pdf.downward import lines_by_way
from diwan.documents.pdf.drawn import glyphs_of
from diwan.documents.pdf.edges import Sheet, part_edges
from diwan.documents.pdf.fonts import weigh
from diwan.documents.pdf.linked import addresses_of, links_of
from diwan.documents.pdf.marked import markup_of
from diwan.documents.pdf.paragraphs import pieces_of
from diwan.documents.pdf.printed import address_in, printed_edges, unmarked
from diwan.documents.pdf.recognised import is_recognised, part_words, settle_measures, straighten
from diwan.documents.pdf.rows import Row, rows_of, turned_text
from diwan.documents.pdf.spreads import pages_of
from diwan.documents.pdf.tags import Tags
from diwan.documents.pdf.told import pieces_told
from diwan.documents.pdf.turned import frame_of, settle_glyphs, settled_links
from diwan.documents.pieces import Piece, Reading
from diwan.documents.readers.delivery import (
    deliver,
    locked,
    no_text,
    opened,
    provenance_of,
    refused,
    with_library,
    with_more,
)
from diwan.documents.readers.html import read_markup
from diwan.documents.readers.titled import titled
from diwan.model.block import BlockKind, Flag, Provenance
from diwan.problems import Outcome

READER = with_library("PDF 1", "pypdfium2")
MEDIA_TYPE = "application/pdf"
#: Pages of the longest study met are 300; a book is no article.
MOST_PAGES = 1000
#: Pages that a flag names.
_MOST_NAMED = 50
#: Pages of the longest document whose tags are read: they take a quarter of the time again, and longer ones need all they have.
_MOST_TAGGED = 150
#: Pieces at the start that are judged like plain text, up to the first of so many characters.
_OPENING, _RUNNING = 10, 200
#: How browsers and what prints with them call themselves. Documents written on the web have no such name in them.
_BROWSER = re.compile(
    r"Mozilla/|Chrom|Firefox|Safari|WebKit|wkhtmltopdf|\bEdge?\b|Opera|Vivaldi|Brave", re.IGNORECASE
)
#: Share of the lines of a print that are links from which it is a page with its surroundings. Of 104 prints 81 have
#: more; of those below, none gains .1 (F1). Articles printed by themselves have none, a study
#: with an address in each of its hundred sources has one in ten. Called pages, 97 such articles lose .003.
_LINKED = 0.125
#: Share from which what is linked as a whole is a teaser: below, it may be a source of a text. Of 133 prints nothing is won
#: below.
_LEADS = 0.2
#: Share of the letters, but for those at the edges of pages, from which the elements that hold them are believed. Of 89 printed
#: pages of the web they hold .51 to 1, and the rest is what stands for pictures that were not there, and what fields say:
#: no word of the known texts but captions on one page. Office programs tag everything but running heads and leaders.
_HELD_OF_PAGE, _HELD = 0.5, 0.9


@dataclass(slots=True)
class _Pages:
    """What was read of the pages of a document."""

    sheets: list[Sheet] = field(default_factory=list)
    #: The words that stand upright at the edge of each page.
    turned: list[str] = field(default_factory=list)
    #: What the file tells of its text.
    tags: Tags = field(default_factory=Tags)
    #: Pages that cannot be opened, counted from 0.
    unread: set[int] = field(default_factory=set)
    #: Pages that are pictures, whose text a program recognised.
    recognised: list[int] = field(default_factory=list)


def read(data: bytes, path: str) -> Outcome[Reading | None]:
    """Return the reading of a PDF file, or why it cannot be read."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            return locked(path)
        mend = "open it in a PDF program and save it again, or save its text as .txt"
        return refused("source-damaged", path, f"it is no PDF that can be opened: {error}", mend)
    if len(document) > MOST_PAGES:
        mend = "save the pages of the article alone"
        return refused(
            "source-too-large", path, f"it has {len(document):,} pages, more than {MOST_PAGES:,}", mend
        )
    pages = _read_pages(document)
    damaged = sorted(pages.unread | damaged_pages(document, data))
    if not any(sheet.has_text for sheet in pages.sheets):
        return _without_text(path, len(pages.sheets), len(damaged))
    bare = [
        number for number, sheet in enumerate(pages.sheets) if not sheet.has_text and number not in damaged
    ]
    flags = (
        *_flag("missing-text-layer", bare),
        *_flag("damaged-page", damaged),
        *_flag("recognised-text", pages.recognised),
    )
    return _reading(document, pages, path, provenance_of(data, MEDIA_TYPE, READER), flags)


def _reading(
    document: Any, pages: _Pages, path: str, provenance: Provenance, flags: tuple[Flag, ...]
) -> Outcome[Reading | None]:
    """Return the reading of *pages*: by what the file tells of its text, where that is to be believed, or by where it stands."""
    of_browser = _is_of_browser(document)
    text, edges = part_edges(pages_of(pages.sheets), of_browser=of_browser)
    loose, at_edges = pages.tags.parted(edges)
    told_aside = [*_outside(loose), *_aside([*(row.text for row in at_edges), *pages.turned])]
    is_page = _is_page(pages.sheets, of_browser=of_browser)
    is_of_web = is_page or of_browser
    if is_of_web and pages.tags.held(loose) >= _HELD_OF_PAGE:
        markup = markup_of(pages.tags.root, _named(document), address_in(at_edges))
        if page := read_markup(markup, path, provenance, flags).value:
            return Outcome(with_more(page, told_aside))
    stated = {"url": address_in(edges)}
    if not is_of_web and pages.tags.held(loose) >= _HELD and (told := pieces_told(pages.tags.root)):
        pieces = [*opened(told, _OPENING, _RUNNING), *told_aside]
        return deliver(pieces, provenance, stated=stated, flags=flags)
    rows = pieces_of(columns_of_pages(text))
    if is_page:
        pieces = unmarked(rows, _named(document), leads=_linked(pages.sheets) >= _LEADS)
    else:
        pieces = [*opened(titled(rows, _RUNNING), _OPENING, _RUNNING)]
    aside = _aside([*(row.text for row in edges), *pages.turned])
    return deliver([*pieces, *aside], provenance, stated=stated, flags=flags, is_page=is_page)


def _without_text(path: str, pages: int, damaged: int) -> Outcome[Reading | None]:
    """Return why a file has no text: its pages are pictures, or some or all are *damaged*."""
    if damaged:
        mend = "copy or download it again; or open it in a PDF program and save its text as .txt"
        message = f"no text can be read in it, and pages of it are damaged: {damaged} of {pages}"
        return refused("source-damaged", path, message, mend)
    count = "its page is a picture" if pages == 1 else f"its {pages} pages are pictures"
    return no_text(path, f"the PDF has no text layer: {count}")


def _flag(kind: str, pages: Sequence[int]) -> Iterator[Flag]:
    """Yield the flag of *pages*, which are counted from 0, if there are any."""
    if pages:
        yield Flag(kind=kind, detail=", ".join(str(number + 1) for number in pages[:_MOST_NAMED]))


def _is_page(sheets: Sequence[Sheet], *, of_browser: bool) -> bool:
    """Tell whether a browser printed a page of the web, mostly with all that surrounds its article.

    Its edges tell, or, where they were not printed, the name of the browser and menus and teasers, which are links.
    """
    if any(printed_edges(sheet.rows, sheet.height) for sheet in sheets):
        return True
    return of_browser and _linked(sheets) >= _LINKED


def _linked(sheets: Sequence[Sheet]) -> float:
    """Return the share of the lines that lead elsewhere as a whole, as menus and teasers do."""
    rows = [row for sheet in sheets for row in sheet.rows]
    return sum(bool(row.link) for row in rows) / len(rows) if rows else 0.0


def _is_of_browser(document: Any) -> bool:
    return bool(_BROWSER.search(document.get_metadata_dict().get("Creator", "")))


def _named(document: Any) -> str:
    """Return the title that the file gives itself: of a page that a browser printed, that of its window."""
    return str(document.get_metadata_dict().get("Title", ""))


def _read_pages(document: Any) -> _Pages:
    """Return what can be read of the pages of *document*."""
    pages = _Pages()
    is_tagged = len(document) <= _MOST_TAGGED and pdfium.FPDFCatalog_IsTagged(document.raw)
    for number in range(len(document)):
        try:
            page = document[number]
            text_page = page.get_textpage()
        except pypdfium2.PdfiumError:
            pages.unread.add(number)
            pages.sheets.append(Sheet(0, 0, ()))
            continue
        _read_page(page, text_page, pages, is_tagged=is_tagged)
        text_page.close()
        page.close()
    settle_measures([row for number in pages.recognised for row in pages.sheets[number].rows])
    return pages


def _read_page(page: Any, text_page: Any, pages: _Pages, *, is_tagged: bool) -> None:
    """Put what is read of *page*, which is the next one, to the others."""
    glyphs = glyphs_of(page.raw, text_page.raw)
    if is_recognised(text_page.raw, glyphs):
        straighten(glyphs)
        part_words(glyphs)
        pages.recognised.append(len(pages.sheets))
    frame = frame_of(page, glyphs)
    settle_glyphs(glyphs, frame, text_page.raw)
    flat, down = lines_by_way(glyphs, frame, text_page.raw)
    links = [] if down else settled_links(links_of(page), frame)
    rows, laid = rows_of(flat), rows_of(down)
    for row, address in zip([*rows, *laid], addresses_of(links, [*rows, *laid]), strict=True):
        row.page, row.link = len(pages.sheets), address
        weigh(text_page.raw, row)
    pages.sheets.append(Sheet(frame.width, frame.height, tuple(rows), tuple(laid)))
    pages.turned.append(turned_text(flat))
    if is_tagged:
        upright = [*down, *(glyph for glyph in flat if glyph.upright)]
        in_order = sorted(upright, key=attrgetter("index")) if down else upright
        pages.tags.add(page.raw, text_page.raw, in_order, links)


def _outside(rows: Sequence[Row]) -> Iterator[Piece]:
    for row in rows:
        yield Piece(row.text, 0, kind=BlockKind.NAVIGATION, rule="outside-the-tags")


def _aside(texts: list[str]) -> Iterator[Piece]:
    """Yield what stands at the edges of pages, each wording once."""
    for text in dict.fromkeys(filter(None, texts)):
        yield Piece(text, 0, kind=BlockKind.NAVIGATION, rule="running-head")
