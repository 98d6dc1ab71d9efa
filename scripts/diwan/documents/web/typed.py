"""Typed: text that a page shows as it was typed, in `pre`, as archives of mail and agencies have theirs.

In: the element. Out: its paragraphs, cut and joined as those of a plain text are; none where it is no running text but a
program or a table, of which a cut at each line would leave shreds.
"""

from lxml import etree

from diwan.documents.shapes import measure_all
from diwan.documents.splitting import normalise, split

#: Share of the letters that stand in sentences, from which it is running text: of programs hardly any do.
_MOSTLY = 0.5


def typed_in(element: etree._Element) -> list[str]:
    """Return the paragraphs of running text in a `pre` *element*."""
    parts = element.xpath("descendant::text() | descendant::br")
    pieces = split(normalise("".join([part if isinstance(part, str) else "\n" for part in parts]))[0])
    sizes = [(len(shape.text), shape.is_sentence) for shape in measure_all(pieces)]
    running = sum(size for size, is_sentence in sizes if is_sentence)
    return [piece.text for piece in pieces] if running > _MOSTLY * sum(size for size, _ in sizes) else []
