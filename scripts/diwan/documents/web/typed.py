"""Typed: text that a page shows as it was typed: in `pre`, as archives of mail and agencies have theirs, or between blank lines.

In: the element, or text without any markup. Out: its paragraphs, cut and joined as those of a plain text are; none where a `pre`
is no running text but a program or a table, of which a cut at each line would leave shreds.
"""

import re

from lxml import etree

from diwan.documents.shapes import SENTENCE_WIDTH, STOPS, measure_all
from diwan.documents.splitting import normalise, split
from diwan.documents.wrapped import columns

#: A blank line in text without markup, and what may stand behind the stop of a sentence before it.
_BLANK, _QUOTES = re.compile(r"\n[^\S\n]*\n\s*"), "\"'”’»)"
#: Share of the letters that stand in sentences, from which it is running text: of programs hardly any do.
_MOSTLY = 0.5


def typed_in(element: etree._Element) -> list[str]:
    """Return the paragraphs of running text in a `pre` *element*."""
    parts = element.xpath("descendant::text() | descendant::br")
    pieces = split(normalise("".join([part if isinstance(part, str) else "\n" for part in parts]))[0])
    sizes = [(len(shape.text), shape.is_sentence) for shape in measure_all(pieces)]
    running = sum(size for size, is_sentence in sizes if is_sentence)
    return [piece.text for piece in pieces] if running > _MOSTLY * sum(size for size, _ in sizes) else []


def paragraphs_in(text: str) -> list[str]:
    """Return the paragraphs of text that has no markup, which blank lines part: some sites have the browser show these.

    On 461 pages one stands behind a sentence and before as much again on ten, and parts paragraphs on all of them.
    """
    if len(text) < 2 * SENTENCE_WIDTH or not _BLANK.search(text):
        return [text]
    found: list[list[str]] = [[]]
    ended = False
    for part in _BLANK.split(text):
        words = part.strip()
        long = columns(words) >= SENTENCE_WIDTH
        if ended and long:
            found.append([])
        found[-1].append(part)
        ended = long and words.rstrip(_QUOTES)[-1:] in STOPS
    return ["\n".join(parts) for parts in found]
