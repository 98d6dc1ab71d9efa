"""The styles of an OpenDocument text: what a paragraph is, by the style it names and those it descends from."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from diwan.documents.counted import DEEPEST, WAYS, Level, Numbers, number_in
from diwan.documents.readers.wordstyles import below_title, kind_of
from diwan.model.block import BlockKind

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_WEIGHT = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}font-weight"
_WEIGHTS = (_WEIGHT, f"{_STYLE}font-weight-complex")
#: Signs in the name of a style that XML does not allow there: `Heading_20_1`.
_SIGN = re.compile(r"_([0-9a-f]{1,4})_")
#: Ways of counting, those of LibreOffice for Arabic among them; and the name by which the headings of a document are a list.
_WAYS = WAYS | {"أ, ب, ت, ...": "arabicAlpha", "أ, ب, ج, ...": "arabicAbjad"}
OUTLINE = "outline of the document"
#: Styles based on one another: real ones are five deep; a circle would never end.
_DEEPEST = 20


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of a document by family and name."""

    styles: Mapping[tuple[str, str], etree._Element]

    def kind_of(self, paragraph: etree._Element) -> tuple[BlockKind | None, int | None]:
        """Return what *paragraph* is, and its level."""
        names = [_named(style) for style in self._chain("paragraph", paragraph)]
        kind, level = kind_of(names or [_plain(paragraph.get(f"{TEXT}style-name", ""))])
        if paragraph.tag == f"{TEXT}h" and kind in (None, BlockKind.HEADING):
            given = paragraph.get(f"{TEXT}outline-level", "1")
            return BlockKind.HEADING, below_title(int(given) if given.isdecimal() else 1)
        # The list that holds an item tells that it is one; styles for lists also set paragraphs beside them.
        return (None, None) if kind is BlockKind.LIST_ITEM else (kind, level)

    def is_bold(self, paragraph: etree._Element) -> bool:
        """Tell whether all letters of *paragraph* are bold."""
        if any(map(_bold, self._chain("paragraph", paragraph))):
            return True
        spans = [span for span in paragraph.iterchildren() if "".join(span.itertext()).strip()]
        loose = [paragraph.text, *(child.tail for child in paragraph)]
        return (
            bool(spans)
            and not any(part and part.strip() for part in loose)
            and all(map(self._is_bold_span, spans))
        )

    def is_high(self, span: etree._Element) -> bool:
        """Tell whether the letters of *span* are set above the line."""
        return span.tag == f"{TEXT}span" and any(map(_high, self._chain("text", span)))

    def _is_bold_span(self, span: etree._Element) -> bool:
        return span.tag == f"{TEXT}span" and any(map(_bold, self._chain("text", span)))

    def _chain(self, family: str, element: etree._Element) -> Iterator[etree._Element]:
        """Yield the style that *element* names, the style that one is based on, and so on."""
        name = element.get(f"{TEXT}style-name", "")
        for _ in range(_DEEPEST):
            style = self.styles.get((family, name))
            if style is None:
                return
            yield style
            name = style.get(f"{_STYLE}parent-style-name", "")


def styles_of(roots: Sequence[etree._Element]) -> Styles:
    """Return the styles of a document, from those it names and those of its own text."""
    return Styles(
        {
            (style.get(f"{_STYLE}family", ""), style.get(f"{_STYLE}name", "")): style
            for root in roots
            for style in root.iter(f"{_STYLE}style")
        }
    )


def numbers_of(roots: Sequence[etree._Element]) -> Numbers:
    """Return the lists of a document and, as the list `OUTLINE`, its headings, where they are counted."""
    levels = {}
    for root in roots:
        for whole in root.iter(f"{TEXT}list-style", f"{TEXT}outline-style"):
            named = OUTLINE if whole.tag == f"{TEXT}outline-style" else whole.get(f"{_STYLE}name", "")
            for level in whole.iterchildren(f"{TEXT}list-level-style-number", f"{TEXT}outline-level-style"):
                depth = (number_in(level.get(f"{TEXT}level")) or 1) - 1
                if depth < DEEPEST:
                    levels[named, depth] = _level(level, depth)
    return Numbers(levels)


def _level(level: etree._Element, depth: int) -> Level:
    """Return how a level counts (ODF 1.3, 19.500): with the numbers of so many levels, in its own frame."""
    how = level.get(f"{_STYLE}num-format", "")
    shown = min(max(number_in(level.get(f"{TEXT}display-levels")) or 1, 1), depth + 1)
    places = ".".join(f"%{place}" for place in range(depth - shown + 2, depth + 2))
    label = f"{level.get(f'{_STYLE}num-prefix', '')}{places}{level.get(f'{_STYLE}num-suffix', '')}"
    start = number_in(level.get(f"{TEXT}start-value"))
    return Level(
        _WAYS.get(how, "decimal") if how else "none", 1 if start is None else start, label, plain=False
    )


def _named(style: etree._Element) -> str:
    return _plain(style.get(f"{_STYLE}display-name") or style.get(f"{_STYLE}name", ""))


def _plain(name: str) -> str:
    return _SIGN.sub(lambda sign: chr(int(sign[1], 16)), name).lower()


def _high(style: etree._Element) -> bool:
    places = (
        properties.get(f"{_STYLE}text-position", "")
        for properties in style.iterchildren(f"{_STYLE}text-properties")
    )
    return any(place.startswith("super") or place[:1] in "123456789" for place in places if place)


def _bold(style: etree._Element) -> bool:
    return any(
        properties.get(name) == "bold"
        for properties in style.iterchildren(f"{_STYLE}text-properties")
        for name in _WEIGHTS
    )
