"""Kinds: what each stretch of a page becomes, by its verdict, its element, and the facts found.

In: stretches with their verdicts, and title and authors. Out: pieces for the structure, in order, each with its kind,
level and rule. Text is told apart by its markup: headings, items of lists, quotations, captions, tables. What is set
aside is told apart by what names it: who and when, comments, notices, links.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise

from diwan.documents.lines.body import LONGEST_NOTICE, SHORT_LINE
from diwan.documents.names.bylines import Credit, credit_of
from diwan.documents.names.dates import find_dates
from diwan.documents.names.signatures import is_personal, is_role
from diwan.documents.phrases.asides import is_on_rights
from diwan.documents.phrases.closing import begins_note_on
from diwan.documents.phrases.cues import IS_BYLINE, IS_DISCLAIMER, IS_SIGN_OFF, has_notice
from diwan.documents.pieces import Piece
from diwan.documents.shapes import STOPS, Shape, key_of, measure
from diwan.documents.web import places
from diwan.documents.web.captions import captions_in
from diwan.documents.web.days import full_year
from diwan.documents.web.ends import NOTE, on_views, says_other_title
from diwan.documents.web.items import items_in
from diwan.documents.web.places import Places
from diwan.documents.web.stretches import Element, Stretch
from diwan.documents.web.verdicts import HEADING, LEAD, LED_TO, Verdict
from diwan.model.block import BlockKind

#: Levels up within which an element or a name in the markup tells the kind.
_NEAR = 5
#: Columns of the longest heading that is only bold, and how none ends.
_LONGEST_HEADING = 120
_UNLIKE_HEADINGS = (".", ":", ",", "؛", "،", "。", "：")
#: Signs before whom the lines above are by, or before what somebody says.
_DASHES = ("—", "–", "―", "──")
#: Characters from which a heading with which the text begins is its lead if it ends as sentences do, and how these end;
#: headings of parts that are sentences stand within the text.
_SENTENCE, _QUOTES = 80, "\"”“»’' "
#: What papers name lines that head parts of a text and are paragraphs in the markup, in the words of several languages.
_HEADS = re.compile(
    r"sub-?head|cross-?head|inter-?(?:title|titre|line)|zwischen-?(?:titel|ueberschrift)|ladillo|mell[ae]n?rubrik|intertitul|mezzo-?titolo"
    r"|(?:^|[\s_-])h[1-6](?:\s|$)",
    re.IGNORECASE,
)
#: Bold lines of a text from which they are its headings: one alone may be its lead or a credit.
_HABIT = 2
#: Elements in which a line stands by itself: old pages have their text in a cell of a table.
_IN_LINES = frozenset(("p", "div", "td", "center", "section", "article", "main", "body"))
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
#: Stretches of the longest box on an author: the name, two paragraphs, an address.
_LONGEST_NOTE = 4
#: Words of the longest line with which a text is signed: *X (Lindhaven, special correspondent)*.
_LONGEST_SIGNED = 10
#: Words of the longest line that says what somebody does and for whom.
_LONGEST_POST = 5
#: Words of the longest byline: five names with a date.
_LONGEST_BYLINE = 30
#: Paragraphs of the longest lead: more between title and byline are a text whose last line says who wrote.
_LONGEST_LEAD = 3
#: How many times as long as a lead all text is, at least: half as much as it goes on below who and when.
_GOES_ON = 1.5
_INSIDE = {tag: places.column(f"<{tag}>") for tag in ("li", "blockquote", "figure", "figcaption")}
_CAPTION = places.column("caption")
#: What calls a box one on who wrote, and levels up within which it stands around a note that opens a text.
_BIO, _BYLINE, _IN_BOX = places.column("bio"), places.column("byline"), 3
#: Kinds of what is set aside, by the names in the markup near it, the surest first.
_ASIDE = tuple(
    (places.column(name), kind)
    for name, kind in (
        ("comment", BlockKind.COMMENT),
        ("bio", BlockKind.AUTHOR_NOTE),
        ("notice", BlockKind.NOTICE),
        ("appeal", BlockKind.PROMO),
        ("advert", BlockKind.PROMO),
        ("related", BlockKind.PROMO),
        ("<nav>", BlockKind.NAVIGATION),
        ("nav", BlockKind.NAVIGATION),
        ("<footer>", BlockKind.NAVIGATION),
        ("<header>", BlockKind.NAVIGATION),
    )
)


@dataclass
class Kinds:
    """What tells kinds on one page."""

    title: str
    #: The only heading of level 1, which is the title that the page shows where it states another for machines.
    headline: Stretch | None
    authors: Sequence[str]
    language: str | None
    places: Places
    #: Where, between the title and the text, who and when may stand; and where running text begins.
    opening: range
    running_at: int = 0
    #: Lines that are only bold and are headings: where the text has several, and none marked as such.
    bold_headings: frozenset[int] = frozenset()
    #: Captions of pictures that nothing in the markup names so.
    captions: frozenset[int] = frozenset()
    #: Items of lists that only the marks with which they begin tell.
    items: frozenset[int] = frozenset()
    #: Which stretch of the text is the last.
    last: int | None = None
    #: Items of lists with most of the text in them: old layouts set the columns of a page as such.
    frames: frozenset[Element] = frozenset()
    _seen: dict[int, tuple[Shape, Credit | None]] = field(default_factory=dict)

    @cached_property
    def title_key(self) -> str:
        """The words of the title, folded."""
        return key_of(self.title)

    @cached_property
    def author_keys(self) -> list[str]:
        """The words of each author's name, folded."""
        return [key_of(author) for author in self.authors]

    def pieces(self, stretches: Sequence[Stretch], verdicts: Sequence[Verdict]) -> Iterator[Piece]:
        """Yield a piece for each stretch."""
        title_at = self._title_at(stretches)
        kept = [stretch for stretch, verdict in zip(stretches, verdicts, strict=True) if verdict.kept]
        # A lead may be set as a heading, and heads no part of the text; nor does the label over notes.
        parts = [one for one in kept if one.index > self.running_at and not _is_over_note(one, verdicts)]
        marked = any(one.element.tag in _HEADINGS for one in parts)
        self.last = kept[-1].index if kept else None
        self.frames = _frames(kept)
        self.captions, self.items = captions_in(kept), items_in(kept)
        notes = self._notes(kept)
        leads = self._leads(stretches, verdicts, title_at)
        bold = frozenset(here.index for here, below in pairwise(kept) if self._is_bold_over(here, below))
        two = {here.index for here, below in pairwise(kept) if below.index in bold and _is_first_of_two(here)}
        self.bold_headings = bold | two if len(bold) >= _HABIT and not marked else frozenset()
        begun = False
        for stretch, verdict in zip(stretches, verdicts, strict=True):
            line = stretch.index + 1
            if stretch.index == title_at:
                yield Piece(stretch.text, line, kind=BlockKind.TITLE, level=1, rule="title")
            elif self._is_title(stretch) or says_other_title(stretch):
                yield Piece(stretch.text, line, kind=BlockKind.REPEATED_TITLE, rule="title-again")
            elif stretch.index in notes:
                yield Piece(stretch.text, line, kind=BlockKind.AUTHOR_NOTE, rule="who")
            elif verdict.kept and not self._is_credit(stretch):
                piece = self._kept(stretch, verdict, line)
                is_lead = stretch.index in leads and piece.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING)
                is_lead |= piece.kind != BlockKind.CAPTION and (
                    verdict.rule == LEAD or (not begun and _is_lead(piece))
                )
                begun |= not is_lead
                yield replace(piece, kind=BlockKind.LEAD, level=None) if is_lead else piece
            else:
                kind, rule = self._aside(stretch, verdict)
                yield Piece(stretch.text, line, kind=kind, rule=rule)

    def _leads(
        self, stretches: Sequence[Stretch], verdicts: Sequence[Verdict], title_at: int | None
    ) -> frozenset[int]:
        """Return which stretches stand as a lead between the title and the last line that says who or when."""
        last_credit = max((one.index for one in stretches if self._is_credit(one)), default=0)
        if title_at is None:
            return frozenset()
        kept = [
            stretch
            for stretch, verdict in zip(stretches, verdicts, strict=True)
            if stretch.index > title_at and verdict.kept and not self._is_credit(stretch)
        ]
        between = [stretch for stretch in kept if stretch.index < last_credit]
        # Several paragraphs above who or when, and hardly any below, are a short text that ends with it.
        ends = sum(one.size for one in kept) < _GOES_ON * sum(one.size for one in between)
        are_text = len(between) > 1 and ends
        return frozenset(one.index for one in between if len(between) <= _LONGEST_LEAD and not are_text)

    def _notes(self, kept: Sequence[Stretch]) -> frozenset[int]:
        """Return which stretches below the beginning of the text are a box on who wrote: a heading with their name, and little more."""
        found: set[int] = set()
        for stretch in kept:
            if (
                stretch.index > self.running_at
                and stretch.element.tag in _HEADINGS
                and stretch.key in self.author_keys
            ):
                home = stretch.element.getparent()
                box = [one.index for one in kept if home in one.chain[1:]]
                if box and box[0] == stretch.index and len(box) <= _LONGEST_NOTE:
                    found.update(box)
        found.update(one.index for one in kept[:1] if self._opens_as_note(one))
        return frozenset(found)

    def _opens_as_note(self, stretch: Stretch) -> bool:
        """Tell whether a paragraph begins with the name of one who wrote, in a box that is called so, and speaks of them."""
        levels = self.places.of(stretch.element).levels
        begins = any(begins_note_on(name, stretch.text) for name in self.authors)
        return begins and min(levels[_BIO], levels[_BYLINE]) < _IN_BOX and not self._is_signed(stretch)

    def _is_title(self, stretch: Stretch) -> bool:
        long = len(stretch.text) > 2 * len(self.title) + 8
        return bool(self.title) and not long and stretch.key == self.title_key

    def _is_credit(self, stretch: Stretch) -> bool:
        """Tell whether a stretch only says who wrote, or when, before the text begins; or who, at its end."""
        if stretch.index == self.last and (self._is_signed(stretch) or self._is_signature(stretch)):
            return True
        if stretch.index not in self.opening or stretch.is_table or stretch.element.tag in _HEADINGS:
            return False
        # *Web Desk* wrote, though it is nobody's name.
        if stretch.key in self.author_keys or self._is_signature(stretch) or _is_desk(stretch):
            return True
        shape, credit = self._measured(stretch)
        if credit is not None and (credit.is_byline or credit.is_dateline):
            return True
        # Where each of them was and how long it takes to read may stand there too; a sentence is of the text.
        told = self._names_author(shape) and (IS_BYLINE.match(shape.key) or not shape.ends_sentence)
        return bool(told and find_dates(stretch.text, self.language))

    def _is_signed(self, stretch: Stretch) -> bool:
        """Tell whether a line is the name of one who wrote, with where they are or for whom in brackets or not."""
        key, words = stretch.key, len(stretch.text.split())
        named = any(key.startswith(name) for name in self.author_keys)
        return key in self.author_keys or (named and words <= _LONGEST_SIGNED and stretch.text.endswith(")"))

    def _is_signature(self, stretch: Stretch) -> bool:
        """Tell whether a line has a label with a colon, and behind it who wrote and nothing else."""
        label, colon, name = stretch.text.replace("：", ":").partition(":")
        named = bool(colon) and key_of(name) in self.author_keys
        return named and (" " not in label.strip() or bool(IS_BYLINE.match(key_of(label))))

    def _names_author(self, shape: Shape) -> bool:
        """Tell whether a line as long as a byline has the name of one who wrote in it."""
        return shape.words <= _LONGEST_BYLINE and any(key in shape.key for key in self.author_keys)

    def _measured(self, stretch: Stretch) -> tuple[Shape, Credit | None]:
        """Return the shape of a stretch, and who or when it says."""
        if stretch.index not in self._seen:
            opens = stretch.index in self.opening
            text = full_year(stretch.text) if opens else stretch.text
            same = text == stretch.text
            shape = stretch.shape if same else measure(stretch.index, Piece(text, stretch.index + 1))
            # Elsewhere who wrote is said in other forms.
            self._seen[stretch.index] = shape, credit_of(shape, self.language, dated=not opens)
        return self._seen[stretch.index]

    def _title_at(self, stretches: Sequence[Stretch]) -> int | None:
        """Return which stretch says the title: the first heading that does, else the first at all; else the headline."""
        same = [stretch for stretch in stretches if self._is_title(stretch)]
        headed = [stretch for stretch in same if stretch.element.tag in _HEADINGS]
        said = next(iter(headed or same), self.headline)
        return None if said is None else said.index

    def _kept(self, stretch: Stretch, verdict: Verdict, line: int) -> Piece:
        kind, level, ordered = BlockKind.PARAGRAPH, None, False
        near = [
            name for name, column in _INSIDE.items() if self.places.of(stretch.element).levels[column] < _NEAR
        ]
        if stretch.is_table:
            kind = BlockKind.TABLE
        elif stretch.element.tag in _HEADINGS or verdict.rule == HEADING or self._heads(stretch):
            kind, level = BlockKind.HEADING, max(_HEADINGS.get(stretch.element.tag, 2), 2)
        elif "li" in near and not self._is_framed(stretch):
            lists = [one.tag for one in stretch.element.iterancestors("ul", "ol")]
            kind, level, ordered = BlockKind.LIST_ITEM, max(len(lists), 1), lists[:1] == ["ol"]
        elif "blockquote" in near:
            kind = BlockKind.QUOTATION
        elif stretch.index in self.items:
            kind, level, ordered = BlockKind.LIST_ITEM, 1, stretch.shape.is_numbered
        elif "figure" in near or "figcaption" in near or self._is_caption(stretch):
            kind = BlockKind.CAPTION
        return Piece(stretch.text, line, kind=kind, level=level, ordered=ordered, rule=verdict.rule)

    def _is_caption(self, stretch: Stretch) -> bool:
        """Tell whether the markup calls a line a caption, or names it after a picture that stands in one element with it."""
        named = self.places.of(stretch.element).levels[_CAPTION]
        pictured = named <= 1 and next(stretch.element.iter("img"), None) is not None
        if stretch.index in self.captions:
            return True
        return pictured or (named == 0 and "caption" in (stretch.element.get("class") or "").lower())

    def _is_framed(self, stretch: Stretch) -> bool:
        """Tell whether the item that a stretch stands in is the frame of the text, and none of a list in it."""
        return next(stretch.element.iterancestors("li"), None) in self.frames and stretch.element.tag != "li"

    def _heads(self, stretch: Stretch) -> bool:
        """Tell whether a line that is no heading by its element heads a part of the text: it is bold, or named so."""
        named = any(map(_HEADS.search, _called(stretch.element))) and stretch.index > self.running_at
        return stretch.index in self.bold_headings or (named and _is_short_line(stretch))

    def _is_bold_over(self, stretch: Stretch, below: Stretch) -> bool:
        """Tell whether a bold line that is no address stands over text that is not bold."""
        over_text = below.bold < below.size and (below.size > stretch.size or below.shape.ends_sentence)
        return over_text and _is_bold_line(stretch) and not stretch.shape.has_address

    def _aside(self, stretch: Stretch, verdict: Verdict) -> tuple[BlockKind, str]:
        """Return the kind of what is set aside, and the rule: by its words if they say it, else by its place."""
        if verdict.rule == NOTE:
            return BlockKind.AUTHOR_NOTE, NOTE
        shape, credit = self._measured(stretch)
        if self._says_who(stretch, shape, credit):
            return BlockKind.BYLINE, "who"
        if credit is not None and credit.is_dateline:
            return BlockKind.DATELINE, "when"
        return _by_words(shape) or (self._by_place(stretch), verdict.rule)

    def _says_who(self, stretch: Stretch, shape: Shape, credit: Credit | None) -> bool:
        """Tell whether what is set aside says who wrote, and is no caption."""
        if self.places.of(stretch.element).levels[_INSIDE["figcaption"]] < _NEAR:
            return False
        signed = (credit is not None and credit.is_byline) or _is_desk(stretch)
        return self._names_author(shape) or (stretch.index in self.opening and signed)

    def _by_place(self, stretch: Stretch) -> BlockKind:
        levels = self.places.of(stretch.element).levels
        if levels[_INSIDE["figcaption"]] < _NEAR or levels[_CAPTION] <= 1:
            return BlockKind.PICTURE
        named = [
            (levels[column], order, kind)
            for order, (column, kind) in enumerate(_ASIDE)
            if levels[column] < _NEAR
        ]
        other = BlockKind.NAVIGATION if stretch.linked * 2 > stretch.size else BlockKind.PROMO
        return min(named, default=(0, 0, other))[2]


def _frames(kept: Sequence[Stretch]) -> frozenset[Element]:
    """Return the items of lists that hold most of the text."""
    held: Counter[Element] = Counter()
    for stretch in kept:
        for item in stretch.element.iterancestors("li"):
            held[item] += stretch.size
    whole = sum(stretch.size for stretch in kept)
    return frozenset(item for item, size in held.items() if size * 2 > whole)


def _by_words(shape: Shape) -> tuple[BlockKind, str] | None:
    """Return the kind and the rule of what its words alone tell."""
    if shape.length <= SHORT_LINE and IS_SIGN_OFF.match(shape.key):
        return BlockKind.AUTHOR_NOTE, "who"
    if _on_rights(shape) or on_views(shape):
        return BlockKind.DISCLAIMER, "rights-or-responsibility"
    return (BlockKind.NOTICE, "about-the-page") if has_notice(shape) else None


def _on_rights(shape: Shape) -> bool:
    """Tell whether a line speaks of rights or responsibility."""
    long = shape.length > LONGEST_NOTICE
    return bool(IS_DISCLAIMER.match(shape.key)) or (not long and is_on_rights(shape))


def _is_desk(stretch: Stretch) -> bool:
    """Tell whether a line is a role of two words and more and nobody's name, or what somebody does at a paper; one word may be a section."""
    words = stretch.text.split()
    return len(words) > 1 and (
        is_role(stretch.text) or (len(words) <= _LONGEST_POST and is_personal(words[-1]))
    )


def _is_over_note(stretch: Stretch, verdicts: Sequence[Verdict]) -> bool:
    below = stretch.index + 1
    return below < len(verdicts) and verdicts[below].rule == LED_TO


def _called(element: Element) -> Iterator[str]:
    """Yield the classes of an element, and of those within it that hold all of its text."""
    while True:
        yield element.get("class") or ""
        inner = [*element]
        if len(inner) != 1 or (element.text or "").strip() or (inner[0].tail or "").strip():
            return
        element = inner[0]


def _is_bold_line(stretch: Stretch) -> bool:
    """Tell whether a stretch is short, bold and without a stop, as headings are."""
    return stretch.bold == stretch.size and _is_short_line(stretch)


def _is_first_of_two(stretch: Stretch) -> bool:
    """Tell whether a bold line over a heading may be its first line: behind a picture it is what that shows."""
    before = stretch.element.getprevious()
    return _is_bold_line(stretch) and (before is None or next(before.iter("img"), None) is None)


def _is_short_line(stretch: Stretch) -> bool:
    """Tell whether a stretch stands in a line of its own that is short, without a stop, and names nobody behind a dash."""
    in_line = stretch.element.tag in _IN_LINES
    attributes = stretch.text.startswith(_DASHES)
    ended = stretch.text.rstrip(_QUOTES).endswith(_UNLIKE_HEADINGS)
    sentences = "。" in stretch.text
    return in_line and stretch.shape.width <= _LONGEST_HEADING and not (ended or sentences or attributes)


def _is_lead(piece: Piece) -> bool:
    """Tell whether a heading is sentences, as leads are that pages set as headings."""
    ended = piece.text.rstrip(_QUOTES)[-1:] in STOPS
    return piece.kind is BlockKind.HEADING and len(piece.text) >= _SENTENCE and ended
