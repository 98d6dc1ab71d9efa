"""The styles and lists of a Word document: what a paragraph is, by the style and numbering it names.

Built-in styles keep their English names in the file whatever the language of Word, so that names can be trusted.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from diwan.documents.readers.archive import Archive
from diwan.model.block import BlockKind

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_VALUE = f"{W}val"
_HEADING = re.compile(r"heading (?P<level>[1-9])")
#: Lines of a table of contents, as Word and as LibreOffice calls their styles.
_CONTENTS = re.compile(r"(?:toc|contents) [1-9]")
_SPACELESS = re.compile(r"(?<=[a-z])(?=\d)")
_KINDS = (
    ("title", BlockKind.TITLE),
    ("subtitle", BlockKind.LEAD),
    ("quote", BlockKind.QUOTATION),
    ("quotations", BlockKind.QUOTATION),  # as LibreOffice calls it
    ("intense quote", BlockKind.QUOTATION),
    ("block text", BlockKind.QUOTATION),
    ("caption", BlockKind.CAPTION),
    ("list ", BlockKind.LIST_ITEM),
)
#: Styles based on one another: real ones are five deep; a circle would never end.
_DEEPEST = 20
#: Outline levels count from 0; 9 means body text.
BODY_LEVEL = 9


@dataclass(frozen=True, slots=True)
class Style:
    """What the paragraphs of a style are; `number` is the list they belong to and their depth in it."""

    name: str = ""
    kind: BlockKind | None = None
    level: int | None = None
    number: tuple[str, int] | None = None


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of a document by id."""

    styles: Mapping[str, etree._Element]
    #: The level of a list to which a style belongs that does not say it itself.
    levels_of_styles: Mapping[tuple[str, str], int]

    def of(self, paragraph: etree._Element) -> Style:
        """Return what *paragraph* is by its style and by what it says of itself."""
        chain = [
            own for own in (paragraph.find(f"{W}pPr"), *self._chain(_style_of(paragraph))) if own is not None
        ]
        named = _style_of(paragraph)
        # A style that the file names and does not describe is a built-in one, called by its name without the space.
        unknown = [] if named in self.styles else [_SPACELESS.sub(" ", named.lower())]
        names = [name for own in chain if (name := _name(own))] or unknown
        outlines = (value for own in chain if (value := _number_at(own, "outlineLvl")) is not None)
        kind, level = kind_of(names, next(outlines, BODY_LEVEL))
        number = next((found for own in chain if (found := self._list_of(own)) is not None), None)
        if number and number[0] == "0":
            number = None
        if kind in (None, BlockKind.LIST_ITEM) and number:
            kind, level = BlockKind.LIST_ITEM, number[1] + 1
        return Style(names[0] if names else "", kind, level, number)

    def _list_of(self, own: etree._Element) -> tuple[str, int] | None:
        """Return the list, and the depth in it, that a paragraph or a style names."""
        properties = next(own.iter(f"{W}numPr"), None)
        number = None if properties is None else properties.find(f"{W}numId")
        if properties is None or number is None:
            return None
        ident = number.get(_VALUE, "0")
        depth = _number_at(properties, "ilvl")
        if depth is None:
            depth = self.levels_of_styles.get((ident, own.get(f"{W}styleId", "")), 0)
        return ident, depth

    def is_bold(self, paragraph: etree._Element) -> bool:
        """Tell whether all letters of *paragraph* are bold, by themselves or by a style."""
        whole = any(map(_bold, self._chain(_style_of(paragraph))))
        runs = [run for run in paragraph.iter(f"{W}r") if "".join(run.itertext(f"{W}t")).strip()]
        return bool(runs) and all(self._is_bold_run(run, whole=whole) for run in runs)

    def _is_bold_run(self, run: etree._Element, *, whole: bool) -> bool:
        own = _bold(run)
        style = run.find(f"{W}rPr/{W}rStyle")
        named = any(map(_bold, self._chain("" if style is None else style.get(_VALUE, ""))))
        return whole or named if own is None else own

    def _chain(self, ident: str) -> Iterator[etree._Element]:
        """Yield a style, the style it is based on, and so on."""
        for _ in range(_DEEPEST):
            style = self.styles.get(ident)
            if style is None:
                return
            yield style
            based = style.find(f"{W}basedOn")
            ident = "" if based is None else based.get(_VALUE, "")


def styles_of(archive: Archive, levels_of_styles: Mapping[tuple[str, str], int]) -> Styles:
    """Return the styles of a document; *levels_of_styles* are those of the lists to which styles belong."""
    styles = {}
    if "word/styles.xml" in archive.names:
        styles = {
            style.get(f"{W}styleId", ""): style for style in archive.xml("word/styles.xml").iter(f"{W}style")
        }
    return Styles(styles, levels_of_styles)


def kind_of(names: list[str], outline: int = BODY_LEVEL) -> tuple[BlockKind | None, int | None]:
    """Return what paragraphs are whose styles have these *names*, the nearest first, and their level.

    Where no name tells, their level in the *outline* of the document makes them headings.
    """
    for name in names:
        if found := _HEADING.fullmatch(name):
            return BlockKind.HEADING, below_title(int(found["level"]))
        for start, kind in _KINDS:
            if name == start or (start.endswith(" ") and name.startswith(start)):
                return kind, 1 if kind is BlockKind.TITLE else None
    return (BlockKind.HEADING, below_title(outline + 1)) if outline < BODY_LEVEL else (None, None)


def is_contents(name: str) -> bool:
    """Tell whether paragraphs of the style *name* are the lines of a table of contents."""
    return bool(_CONTENTS.fullmatch(name))


def below_title(level: int) -> int:
    """Return the level of a heading on a page, where the title has 1 and 6 is the last."""
    return min(level + 1, 6)


def _style_of(paragraph: etree._Element) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else style.get(_VALUE, "")


def _bold(element: etree._Element) -> bool | None:
    """Return whether the letters of a run or a style are bold, of Arabic and Hebrew too; None where it does not say."""
    said = [element.find(f"{W}rPr/{W}{name}") for name in ("b", "bCs")]
    values = [mark.get(_VALUE, "true") not in ("0", "false", "off") for mark in said if mark is not None]
    return any(values) if values else None


def _name(style: etree._Element) -> str:
    name = style.find(f"{W}name")
    return "" if name is None else name.get(_VALUE, "").lower()


def _number_at(element: etree._Element, tag: str) -> int | None:
    found = next(element.iter(f"{W}{tag}"), None)
    value = "" if found is None else found.get(_VALUE, "")
    return int(value) if value.isdecimal() else None
