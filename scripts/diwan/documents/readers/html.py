"""Web pages: a saved page, with everything around its article.

In: the bytes of an HTML file. Out: its visible text as pieces, in order, each kept or set aside with the sign that
decided, and the facts that the page states about itself. Every word that a browser would show is in a piece; scripts,
styles, drawings and what stands in place of a film are not text. Steps:

1. `web.tree` decodes and parses; `web.stretches` cuts the text where the markup begins something new.
2. `web.verdicts` judges each stretch by its shape, its place, its links and the names in the markup.
3. `web.statements` reads title, date, authors and outlet; `web.kinds` says what each stretch is.
"""

import re

from diwan.documents.encodings import Undecodable
from diwan.documents.pieces import Reading
from diwan.documents.readers.delivery import (
    doubt_of,
    no_text,
    provenance_of,
    undecodable,
    with_library,
)
from diwan.documents.web.statements import Statement, state
from diwan.documents.web.tree import decode_page, parse
from diwan.model.block import Flag, Provenance
from diwan.problems import Outcome

READER = with_library("HTML 1", "lxml", "trafilatura", "htmldate")
MEDIA_TYPE = "text/html"
#: What Chrome and Edge note at the top of pages that they save: the number of letters of an address, and the address.
_SAVED_FROM = re.compile(
    r"<!--\s*saved from url=\(\d{4}\)(?P<address>https?://[^\s<>\"]{1,1900})\s*-->", re.IGNORECASE
)
#: Characters in which it stands.
_TOP = 4096


def read(data: bytes, path: str) -> Outcome[Reading | None]:
    """Return the reading of an HTML page, or why it cannot be read."""
    decoded = decode_page(data)
    if isinstance(decoded, Undecodable):
        return undecodable(decoded, path)
    provenance = provenance_of(data, MEDIA_TYPE, READER, decoded)
    return read_markup(decoded.text, path, provenance, doubt_of(decoded))


def read_markup(
    text: str, path: str, provenance: Provenance, flags: tuple[Flag, ...] = ()
) -> Outcome[Reading | None]:
    """Return the reading of the markup *text*: a page that is saved alone, or inside another file."""
    root, taken_out = parse(text)
    saved_from = _SAVED_FROM.search(text, 0, _TOP)
    page = Statement() if root is None else state(root, saved_from["address"] if saved_from else "")
    if not page.pieces:
        return no_text(path, "the page has no text")
    reading = Reading(pieces=page.pieces, provenance=provenance, flags=(*flags, *taken_out, *page.flags),
                      stated=page.stated, found=page.found)  # fmt: skip
    return Outcome(reading)
