"""Tags: what a tagged PDF says of its own text: a tree of headings, paragraphs, lists and links, over all pages.

In: the pages of a document, one after the other. Out: the tree, each element with the rows of its text, and the rows that
no element holds. An element is known on every page by its place in the tree, so that a paragraph goes on over the end of
a page. Browsers write nearly the whole tree of a page of the web, office programs their styles.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from operator import attrgetter
from typing import Any

import pypdfium2.raw as pdfium

from diwan.documents.pdf.elements import Element, Elements, FloodError
from diwan.documents.pdf.fonts import weigh
from diwan.documents.pdf.glyphs import Glyph
from diwan.documents.pdf.linked import Link, address_at
from diwan.documents.pdf.rows import Row, rows_of

#: Letters of the longest word of which only both ends are asked: longer ones are mostly lines of a script without spaces.
_LONGEST_WORD = 12


@dataclass(slots=True)
class Lines:
    """Rows of text that stand in an element by themselves, which of their letters lead where, and how many are strong."""

    rows: list[Row] = field(default_factory=list)
    letters: int = 0
    #: The first letter of each link, counted in the order of the file, the one behind its last, and its address, if there is one.
    links: list[tuple[int, int, str]] = field(default_factory=list)
    strong: int = 0

    def __add__(self, other: "Lines") -> "Lines":
        # What keeps its place on the screen is printed on each page.
        last = self.rows[-len(other.rows) :]
        if other.rows and [row.place for row in last] == [row.place for row in other.rows]:
            return self
        links = [(first + self.letters, end + self.letters, address) for first, end, address in other.links]
        return Lines([*self.rows, *other.rows], self.letters + other.letters, [*self.links, *links],
                     self.strong + other.strong)  # fmt: skip


@dataclass(slots=True)
class Tag:
    """An element of the document: what it is, and what it holds, by place: text of its own, and elements."""

    kind: str
    text: dict[int, Lines] = field(default_factory=dict)
    inner: dict[int, "Tag"] = field(default_factory=dict)
    #: Where it leads, if it is a link.
    address: str = ""

    def ordered(self) -> Iterator["Tag | Lines"]:
        """Yield what it holds in order; text that goes on from one page to the next as one."""
        lines = Lines()
        for place in sorted(self.text.keys() | self.inner.keys()):
            lines += self.text.get(place, Lines())
            if place not in self.inner:
                continue
            if lines.rows:
                yield lines
            lines = Lines()
            yield self.inner[place]
        if lines.rows:
            yield lines

    def child(self, place: int, kind: str) -> "Tag":
        """Return the element at a *place* in this one."""
        return self.inner.setdefault(place, Tag(kind))

    def add(self, place: int, lines: Lines) -> None:
        """Put *lines* at a *place*, behind those of earlier pages."""
        self.text[place] = self.text.get(place, Lines()) + lines


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A page: its number from 0, PDFium's text of it, and its links."""

    number: int
    text: Any
    links: Sequence[Link]


class Tags:
    """The tree of a document, which grows page by page."""

    def __init__(self) -> None:
        self.root = Tag("Document")
        self._loose: list[Row] = []
        self._held = self._pages = 0
        self._elements = Elements()
        self._is_flood = False

    def add(self, page: Any, text_page: Any, glyphs: Sequence[Glyph], links: Sequence[Link]) -> None:
        """Add the next *page* with its letters and *links*; its objects are PDFium's."""
        marked = _by_mark(text_page, glyphs)
        sheet = _Sheet(self._pages, text_page, links)
        self._pages += 1
        try:
            for place, element in self._elements.of(page):
                _give(element, self.root.child(place, element.kind), marked, sheet)
        except FloodError:
            self._is_flood = True
        left = [glyph for part in marked.values() for glyph in part]
        self._held += len(glyphs) - len(left)
        self._loose += _rows(left, sheet)

    def parted(self, edges: Sequence[Row]) -> tuple[list[Row], list[Row]]:
        """Return the rows that no element holds: those within the pages, and those of them that are among *edges*."""
        at_edges = {(row.page, row.base, row.text) for row in edges}
        sides: tuple[list[Row], list[Row]] = [], []
        for row in self._loose:
            sides[(row.page, row.base, row.text) in at_edges].append(row)
        return sides

    def held(self, loose: Sequence[Row]) -> float:
        """Return the share of the letters that elements hold, where they leave the *loose* rows."""
        left = sum(character.isalnum() for row in loose for character in row.text)
        return 0.0 if self._is_flood else self._held / max(self._held + left, 1)


def _give(element: Element, tag: Tag, marked: dict[int, list[Glyph]], page: _Sheet) -> None:
    """Give the letters of the block *element* on *page*, and of all in it, to *tag*."""
    glyphs: list[Glyph] = []
    links: list[tuple[int, int, str]] = []
    first, strong = 0, 0
    is_behind_label = False

    def end() -> None:
        if glyphs:
            tag.add(first, Lines(_rows(glyphs, page), len(glyphs), links, strong))
            if tag.kind == "Link" and not tag.address:
                tag.address = address_at(page.links, glyphs[0])

    for place, part in element.parts:
        if isinstance(part, Element) and not part.is_inline(element.kind):
            end()
            glyphs, links, strong = [], [], 0
            _give(part, tag.child(place, part.kind), marked, page)
            continue
        first = first if glyphs else place
        found = [*_within(part, marked, "")]
        if is_behind_label and found and not found[0][0].gap:
            found[0][0].gap = " "
        is_behind_label = isinstance(part, Element) and part.kind == "Lbl"
        links += _links(found, len(glyphs), page)
        glyphs += [glyph for glyph, _ in found]
        strong += sum("Strong" in around for _, around in found)
    end()


def _within(
    part: "int | Element", marked: dict[int, list[Glyph]], around: str
) -> Iterator[tuple[Glyph, str]]:
    """Yield the letters in *part*, which leave *marked*, each with the kinds of the elements around it."""
    if isinstance(part, Element):
        for _, inner in part.parts:
            yield from _within(inner, marked, f"{around} {part.kind}")
    else:
        yield from ((glyph, around) for glyph in marked.pop(part, ()))


def _links(found: Sequence[tuple[Glyph, str]], before: int, page: _Sheet) -> Iterator[tuple[int, int, str]]:
    """Yield the links among letters with the elements around them, *before* which so many stand."""
    for is_link, run in groupby(enumerate(found, start=before), lambda one: "Link" in one[1][1]):
        if is_link:
            places = [*run]
            yield places[0][0], places[-1][0] + 1, address_at(page.links, places[0][1][0])


def _rows(glyphs: Sequence[Glyph], page: _Sheet) -> list[Row]:
    """Return the rows of *glyphs* on *page* in the order of the file, which is that of reading within a paragraph."""
    rows = sorted(rows_of(glyphs), key=attrgetter("index"))
    for row in rows:
        row.page = page.number
        weigh(page.text, row)
    return rows


def _by_mark(text_page: Any, glyphs: Sequence[Glyph]) -> dict[int, list[Glyph]]:
    """Return *glyphs* by the mark of the piece of text that draws them, -1 where it has none."""
    found: defaultdict[int, list[Glyph]] = defaultdict(list)
    mark = -1
    for word in _words(glyphs):
        mark = _mark(text_page, word[0], mark)
        # To ask of each letter takes a tenth of the time of a page. Words have one mark, but for scripts without spaces.
        if len(word) <= _LONGEST_WORD and mark == _mark(text_page, word[-1], mark):
            found[mark] += word
            continue
        for glyph in word:
            mark = _mark(text_page, glyph, mark)
            found[mark].append(glyph)
    return found


def _words(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """Yield *glyphs* that follow one another without a gap."""
    word: list[Glyph] = []
    for glyph in glyphs:
        if glyph.gap and word:
            yield word
            word = []
        word.append(glyph)
    if word:
        yield word


def _mark(text_page: Any, glyph: Glyph, before: int) -> int:
    """Return the mark of the piece of text that draws *glyph*; that *before* where PDFium has made it up."""
    drawn = pdfium.FPDFText_GetTextObject(text_page, glyph.index)
    return int(pdfium.FPDFPageObj_GetMarkedContentID(drawn)) if drawn else before
