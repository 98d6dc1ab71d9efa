"""Stretches: the visible text of a page, cut where its markup begins something new.

In: the tree of a page. Out: its stretches in order, each with the element it stands in and how much of it is linked
or bold. Every word that the page shows is in exactly one of them. A stretch ends where an element that is no part of
a line begins or ends, at two line breaks, and at one where the line before or behind it is a paragraph, a heading or an item of
a list by itself, and at a blank line between sentences. A table of data is one stretch, with a line for each row; text that a page shows as it was typed (`typed`) is
cut as plain text is. Digits that are set high are written so: 10⁶ is no 106.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import TypeAlias

from lxml import etree

from diwan.documents.phrases.cues import BYLINES, ISSUE_LABELS, opening
from diwan.documents.pieces import Piece
from diwan.documents.sethigh import set_high
from diwan.documents.shapes import FEWEST_ITEMS, ITEM, SENTENCE_WIDTH, STOPS, Shape, key_of, measure_all
from diwan.documents.web.typed import paragraphs_in, typed_in
from diwan.documents.wrapped import columns

#: lxml has no public name for the type of elements.
Element: TypeAlias = etree._Element  # noqa: SLF001

#: Elements that stand in a line; any other begins a stretch.
INLINE = frozenset(
    [
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font",
        "i", "ins", "kbd", "label", "mark", "nobr", "q", "rb", "rp", "rt", "rtc", "ruby", "s", "samp", "small",
        "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "img", "picture", "source",
        "track", "map", "area", "embed", "param", "input", "meta", "link", "base", "basefont",
        # Formulas (MathML 3): a letter, sign or fraction of one is no line of its own.
        "math", "maction", "menclose", "merror", "mfenced", "mfrac", "mi", "mmultiscripts", "mn", "mo",
        "mover", "mpadded", "mphantom", "mprescripts", "mroot", "mrow", "ms", "mspace", "msqrt", "mstyle",
        "msub", "msubsup", "msup", "mtext", "munder", "munderover", "none", "semantics",
    ]
)  # fmt: skip
#: The same with the break of a line.
_IN_LINE = INLINE | {"br"}
#: Elements whose text no browser shows, or shows only in place of something else.
UNSEEN = frozenset(
    [
        "script", "style", "template", "head", "title", "svg", "iframe", "object", "audio", "video", "canvas",
        "noframes", "datalist", "textarea", "annotation", "annotation-xml",
    ]
)  # fmt: skip
_BOLD = frozenset(("b", "strong"))
#: What a cell of a table of data may hold besides words; anything else makes the table a frame for the page.
_IN_CELLS = INLINE | {
    "br", "p", "div", "td", "th", "tr", "tbody", "thead", "tfoot", "colgroup", "col", "caption", "table",
}  # fmt: skip
#: Characters of the longest cell of a table of data; longer ones are columns of a page.
_LONGEST_CELL = 200
_FEWEST_ROWS = 2
#: Links, each in a line of its own, of a cell from which it is a menu, and the table the frame of a page.
_MENU = 3
#: Headings within a text, and all headings.
SUBHEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6"))
HEADINGS = SUBHEADINGS | {"h1"}
#: Columns from which a line is a paragraph by itself though only one line break ends it.
_PARAGRAPH = 90
#: Characters of the longest line behind a label, such as *Author:*, that is a line by itself though it is shorter.
_LONGEST_LABELLED = 60
_COLON = re.compile(r"[^\W\d_][^:：]{1,30}[:：]")
#: Lines of the shortest verse, characters of its longest line, and what may stand before its first letter.
_FEWEST_VERSES, _LONGEST_VERSE, _BEFORE = 4, 60, "\"'“”„«»‘’¿¡([-–— "
#: Digits of the longest mark of a note.
_LONGEST_MARK = 3
_IS_LABEL = opening(f"{BYLINES.rstrip()} | {ISSUE_LABELS.strip()}")


@dataclass(slots=True)
class Stretch:
    """Text that belongs together, and where it stands."""

    index: int
    text: str
    element: Element
    #: Characters, without spaces, that are linked, bold, and all.
    linked: int = 0
    bold: int = 0
    size: int = 0
    is_table: bool = False
    #: Which of the stretches of its element it is, where line breaks part them.
    part: int = 0
    #: The element it stands in, and those around that, the innermost first.
    chain: list[Element] = field(init=False)
    #: Its text measured, and the words of that folded: found once for all that compare.
    shape: Shape = field(init=False)
    key: str = field(init=False)

    @property
    def letters(self) -> str:
        """Its letters and digits, folded."""
        return self.key.replace(" ", "")


@dataclass(slots=True)
class _Run:
    """Text that is linked or not, and bold or not; a line break has no text."""

    text: str
    linked: bool = False
    bold: bool = False
    breaks: bool = False

    @property
    def size(self) -> int:
        return sum(map(len, self.text.split()))


_BREAK = _Run("\n", breaks=True)


@dataclass(slots=True)
class _Line:
    runs: list[_Run]

    @property
    def text(self) -> str:
        return " ".join("".join([run.text for run in self.runs]).split())

    def sizes(self, size: int) -> tuple[int, int]:
        """Return how much of a line of *size* is linked, and how much bold."""
        worded = [run for run in self.runs if not run.text.isspace()]
        if len(worded) == 1:
            return size * worded[0].linked, size * worded[0].bold
        return sum([run.size for run in worded if run.linked]), sum([run.size for run in worded if run.bold])

    def share(self, name: str) -> float:
        size = sum(run.size for run in self.runs)
        return sum(run.size for run in self.runs if getattr(run, name)) / size if size else 0.0


def stretches_of(body: Element) -> list[Stretch]:
    """Return the stretches of the page below *body*."""
    found: list[Stretch] = []
    for element, runs in _gathered(body):
        if isinstance(runs, str):
            found.append(_table(len(found), element, runs))
            continue
        for part, (line, text) in enumerate(_lines(runs, element.tag)):
            size = len(text) - text.count(" ")
            linked, bold = line.sizes(size)
            found.append(Stretch(len(found), text, element, linked, bold, size, part=part))
    shapes = measure_all([Piece(stretch.text, stretch.index + 1) for stretch in found])
    around: dict[Element | None, list[Element]] = {None: []}
    for stretch, shape in zip(found, shapes, strict=True):
        stretch.shape, stretch.key = shape, shape.key
        parent = stretch.element.getparent()
        if parent is not None and parent not in around:
            around[parent] = [parent, *parent.iterancestors()]
        stretch.chain = [stretch.element, *around[parent]]
    return found


@dataclass
class _Gatherer:
    """Gathers runs of text until a block begins or ends."""

    blocks: list[Element]
    runs: list[_Run] = field(default_factory=list)
    links: int = 0
    bolds: int = 0
    highs: int = 0
    #: Whether there are words in the runs: between most edges of blocks there is only space, and none is kept before a word.
    worded: bool = False

    def add(self, text: str | None) -> None:
        if text and (self.worded or not text.isspace()):
            for number, part in enumerate(paragraphs_in(text)):
                self.runs += (_BREAK, _BREAK) * (number > 0)
                self.runs.append(_Run(set_high(part) if self.highs else part, self.links > 0, self.bolds > 0))
            self.worded = True

    def taken(self) -> tuple[Element, list[_Run]]:
        """Return what was gathered in the present block, which has words, and begin anew."""
        runs, self.runs, self.worded = self.runs, [], False
        return self.blocks[-1], runs

    def begin(self, element: Element) -> None:
        """Note that an element begins, with its text: a break, a link, bold text or any other."""
        tag = element.tag
        if tag == "br":
            self.runs.append(_BREAK)
        else:
            self._mark(element, 1)
            self.add(_reading(element) if tag == "rt" else element.text)

    def end(self, element: Element) -> None:
        """Note that an element ends, with what stands behind it."""
        self._mark(element, -1)
        self.add(element.tail)

    def _mark(self, element: Element, step: int) -> None:
        if element.tag == "a":
            self.links += step
        elif element.tag in _BOLD:
            self.bolds += step
        if element.tag in ("sup", "a") and _is_high(element):
            self.highs += step


def _is_high(element: Element) -> bool:
    """Tell whether digits are set high: by their element, or by the style of a link to a note of the page, behind a word."""
    if element.tag == "a" and not (element.get("href") or "").partition("#")[2]:
        return False
    words = "".join(element.itertext()).strip()
    if element.tag == "sup" or not words.isdecimal():
        return words.isdecimal()
    before, around = element.getprevious(), element.getparent()
    beside = (around.text if around is not None else "") if before is None else before.tail
    # Dots lead to the number of a page.
    is_behind_word = bool(beside) and not beside[-1].isspace() and bool(beside[-2:].strip(" ._…"))
    return len(words) <= _LONGEST_MARK and is_behind_word


def _gathered(body: Element) -> Iterator[tuple[Element, list[_Run] | str]]:
    """Yield runs of text between the edges of blocks, each with the block it stands in, and tables and typed text whole."""
    now = _Gatherer([body])
    now.add(body.text)
    walk = etree.iterwalk(body, events=("start", "end"))
    next(walk)
    for event, element in walk:
        tag = element.tag
        if element is body:
            break
        if event == "start" and tag in UNSEEN:
            walk.skip_subtree()
            continue
        if tag not in _IN_LINE and tag not in UNSEEN:
            # An edge of a block: what stands before it is done with, and mere space between two edges is nothing.
            if now.worded:
                yield now.taken()
            now.runs.clear()
            if event == "start":
                now.blocks.append(element)
            else:
                now.blocks.pop()
        if event == "end":
            now.end(element)
        elif whole := _whole(element):
            yield element, whole
            walk.skip_subtree()
        else:
            now.begin(element)
    if now.worded:
        yield now.taken()


def _whole(element: Element) -> list[_Run] | str:
    """Return the rows of a table, or the paragraphs of running text that is shown as it was typed; nothing of anything else."""
    if element.tag == "table":
        return rows_of(element)
    paragraphs = typed_in(element) if element.tag == "pre" else []
    return [run for text in paragraphs for run in (_Run(text), _BREAK, _BREAK)]


def _reading(element: Element) -> str | None:
    """Return how a word is read, in brackets if its page has none: a browser sets it above the word, and a line fuses both."""
    ruby = element.getparent()
    bare = bool(element.text) and ruby is not None and ruby.find("rp") is None
    return f"({element.text})" if bare else element.text


def is_inline(tag: str) -> bool:
    """Tell whether an element stands in a line."""
    return tag in _IN_LINE


def _lines(runs: list[_Run], tag: str) -> Iterator[tuple[_Line, str]]:
    """Yield what stands between the line breaks that part paragraphs, with its text; in one, by its *tag*, they are spaces."""
    line, breaks, within = _Line([]), 0, tag == "p"
    items = set[int]() if tag in HEADINGS else _items(runs)
    begun = -1
    for index, run in enumerate(runs):
        if run.breaks:
            breaks += 1
        elif run.text.isspace():
            line.runs.append(run)
        else:
            parted = breaks > 1 or (breaks and run.bold and _ends_bold(runs, index))
            parted = parted or index in items or begun in items
            if breaks and (text := line.text) and (parted or _stands_alone(line, text, within=within)):
                yield line, text
                line = _Line([])
            elif breaks:
                line.runs.append(_Run(" "))
            if breaks or begun < 0:
                begun = index
            breaks = 0
            line.runs.append(run)
    if text := line.text:
        yield line, text


def _items(runs: list[_Run]) -> set[int]:
    """Return which runs begin an item of a list, or a line of verse, where the lines that breaks part are one."""
    if not any(run.breaks for run in runs):
        return set()
    lines: dict[int, str] = {}
    for breaks, line in groupby(enumerate(runs), key=lambda numbered: numbered[1].breaks):
        own = [(index, run.text) for index, run in line if not run.text.isspace()]
        if own and not breaks:
            lines[own[0][0]] = "".join([text for _, text in own]).lstrip()
    if len(lines) >= _FEWEST_VERSES and all(map(_is_verse, lines.values())):
        return set(lines)
    found = {index for index, text in lines.items() if ITEM.match(text)}
    return found if len(found) >= FEWEST_ITEMS else set()


def _is_verse(line: str) -> bool:
    """Tell whether a line is as short as one of verse and begins as one: prose that is broken to a width goes on in small letters."""
    text = line.strip()
    return len(text) <= _LONGEST_VERSE and text.lstrip(_BEFORE)[:1].isupper()


def _ends_bold(runs: list[_Run], start: int) -> bool:
    """Tell whether the line that begins with the run at *start* is bold to its end, as titles and headings are."""
    index = start
    while index < len(runs) and not runs[index].breaks:
        if not runs[index].bold and not runs[index].text.isspace():
            return False
        index += 1
    return True


def _stands_alone(line: _Line, text: str, *, within: bool) -> bool:
    if len(text) <= _LONGEST_LABELLED and _COLON.match(text) and _IS_LABEL.match(key_of(text)):
        return True
    # Where all text stands in one element, as old pages have it, breaks part its paragraphs; in a paragraph they part lines.
    if not within and columns(text) >= SENTENCE_WIDTH and text[-1:] in STOPS:
        return True
    return len(text) >= _PARAGRAPH or line.share("bold") == 1 or line.share("linked") == 1


def rows_of(table: Element) -> str:
    """Return the rows of a table of data, a line each, its cells between bars; nothing where it is no such table."""
    lines = []
    for element in table.iter(etree.Element):
        if element.tag not in _IN_CELLS or (element.tag == "table" and element is not table):
            return ""
    rows = list(table.iter("tr", "caption"))
    for row in rows:
        cells = ["".join(_seen(cell)).split() for cell in row] if row.tag == "tr" else [list(words_in(row))]
        if any(sum(map(len, cell)) > _LONGEST_CELL for cell in cells) or any(map(_is_menu, row)):
            return ""
        lines.append(" | ".join(" ".join(cell) for cell in cells if cell))
    columns = [len(row) for row in rows if row.tag == "tr"]
    if len(columns) < _FEWEST_ROWS or sorted(columns)[len(columns) // 2] < _FEWEST_ROWS:
        return ""
    text = "\n".join(line for line in lines if line)
    inside = [word for word in text.split() if word != "|"]
    return text if inside == [word for word in words_in(table) if word != "|"] else ""


def _is_menu(cell: Element) -> bool:
    """Tell whether a cell is a list of links, one below the other, as old pages have beside their text."""
    return len(list(cell.iter("a"))) >= _MENU and len(list(cell.iter("br", "p", "div"))) >= _MENU - 1


def _seen(element: Element) -> Iterator[str]:
    for event, part in etree.iterwalk(element, events=("start", "end")):
        yield from (" ",) * (part.tag not in INLINE)
        if event == "start" and part.text:
            yield part.text
        elif event == "end" and part is not element and part.tail:
            yield part.tail


def words_in(element: Element) -> list[str]:
    """Return the words in an element, parted where the markup begins something new."""
    return "".join(_seen(element)).split()


def _table(index: int, element: Element, text: str) -> Stretch:
    linked = sum(len("".join("".join(link.itertext()).split())) for link in element.iter("a"))
    return Stretch(index, text, element, linked, 0, len("".join(text.split())), is_table=True)
