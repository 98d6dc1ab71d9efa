"""Kinds: what each stretch of a page becomes, by its verdict, its element, and the facts found.

In: stretches with their verdicts, and title and authors. Out: pieces for the structure, in order, each with its kind,
level and rule. Text is told apart by its markup: headings, items of lists, quotations, captions, tables. What is set
aside is told apart by what names it: who and when, comments, notices, links.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from diwan.documents.bylines import credit_of
from diwan.documents.cues import IS_DISCLAIMER, IS_NOTICE
from diwan.documents.pieces import Piece
from diwan.documents.shapes import key_of, measure
from diwan.documents.web import places
from diwan.documents.web.places import Places
from diwan.documents.web.stretches import Stretch
from diwan.documents.web.verdicts import Verdict
from diwan.model.block import BlockKind

#: Levels up within which an element or a name in the markup tells the kind.
_NEAR = 5
#: Columns of the longest heading that is only bold, and how none ends.
_LONGEST_HEADING = 120
_UNLIKE_HEADINGS = (".", ":", ",", "؛", "،", "。", "：")
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
#: Words of the longest byline: five names with a date.
_LONGEST_BYLINE = 30
_INSIDE = {tag: places.NAMES.index(f"in.<{tag}>") for tag in ("li", "blockquote", "figure", "figcaption")}
_CAPTION = places.NAMES.index("in.caption")
#: Kinds of what is set aside, by the names in the markup near it, the surest first.
_ASIDE = tuple(
    (places.NAMES.index(f"in.{name}"), kind)
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
    authors: Sequence[str]
    language: str | None
    places: Places = field(default_factory=Places)

    def pieces(self, stretches: Sequence[Stretch], verdicts: Sequence[Verdict]) -> Iterator[Piece]:
        """Yield a piece for each stretch."""
        title_at = self._title_at(stretches)
        for stretch, verdict in zip(stretches, verdicts, strict=True):
            line = stretch.index + 1
            if stretch.index == title_at:
                yield Piece(stretch.text, line, kind=BlockKind.TITLE, level=1, rule="title")
            elif self._is_title(stretch):
                yield Piece(stretch.text, line, kind=BlockKind.REPEATED_TITLE, rule="title-again")
            elif verdict.kept:
                yield self._kept(stretch, verdict, line)
            else:
                kind, rule = self._aside(stretch, verdict)
                yield Piece(stretch.text, line, kind=kind, rule=rule)

    def _is_title(self, stretch: Stretch) -> bool:
        long = len(stretch.text) > 2 * len(self.title) + 8
        return bool(self.title) and not long and key_of(stretch.text) == key_of(self.title)

    def _title_at(self, stretches: Sequence[Stretch]) -> int | None:
        """Return which stretch says the title: the first heading that does, else the first at all."""
        same = [stretch for stretch in stretches if self._is_title(stretch)]
        headed = [stretch for stretch in same if stretch.element.tag in _HEADINGS]
        return (headed or same)[0].index if same else None

    def _kept(self, stretch: Stretch, verdict: Verdict, line: int) -> Piece:
        kind, level, ordered = BlockKind.PARAGRAPH, None, False
        near = [
            name for name, column in _INSIDE.items() if self.places.of(stretch.element).levels[column] < _NEAR
        ]
        if stretch.is_table:
            kind = BlockKind.TABLE
        elif _is_heading(stretch):
            kind, level = BlockKind.HEADING, max(_HEADINGS.get(stretch.element.tag, 2), 2)
        elif "li" in near:
            lists = [one.tag for one in stretch.element.iterancestors("ul", "ol")]
            kind, level, ordered = BlockKind.LIST_ITEM, max(len(lists), 1), lists[:1] == ["ol"]
        elif "blockquote" in near:
            kind = BlockKind.QUOTATION
        elif "figure" in near or "figcaption" in near:
            kind = BlockKind.CAPTION
        return Piece(stretch.text, line, kind=kind, level=level, ordered=ordered, rule=verdict.rule)

    def _aside(self, stretch: Stretch, verdict: Verdict) -> tuple[BlockKind, str]:
        levels = self.places.of(stretch.element).levels
        shape = measure(stretch.index, Piece(stretch.text, stretch.index + 1))
        credit = credit_of(shape, self.language)
        if shape.words <= _LONGEST_BYLINE and any(key_of(author) in shape.key for author in self.authors):
            return BlockKind.BYLINE, "who"
        if credit and credit.is_dateline:
            return BlockKind.DATELINE, "when"
        if IS_DISCLAIMER.match(shape.key):
            return BlockKind.DISCLAIMER, "rights-or-responsibility"
        if IS_NOTICE.search(shape.key):
            return BlockKind.NOTICE, "about-the-page"
        if levels[_INSIDE["figcaption"]] < _NEAR or levels[_CAPTION] <= 1:
            return BlockKind.PICTURE, verdict.rule
        named = [
            (levels[column], order, kind)
            for order, (column, kind) in enumerate(_ASIDE)
            if levels[column] < _NEAR
        ]
        other = BlockKind.NAVIGATION if stretch.linked * 2 > stretch.size else BlockKind.PROMO
        return min(named, default=(0, 0, other))[2], verdict.rule


def _is_heading(stretch: Stretch) -> bool:
    """Tell whether a stretch of the text is a heading: by its element, or short, bold and without a stop."""
    if stretch.element.tag in _HEADINGS:
        return True
    bold = stretch.bold == stretch.size and stretch.element.tag in ("p", "div")
    return bold and len(stretch.text) <= _LONGEST_HEADING and not stretch.text.endswith(_UNLIKE_HEADINGS)
