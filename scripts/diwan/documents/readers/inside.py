"""Inside: a page within a file that a browser wrote around it, with what else the page shows.

In: the bytes of the page, what the file says of it, and the file. Out: the reading of the page, with the address it was saved from. Pictures
and styles are not read. The day it was saved says nothing about the article, and is left.
"""

import re
from dataclasses import dataclass, replace

from diwan.documents.encodings import Decoded, Undecodable, codec_of
from diwan.documents.pieces import Reading
from diwan.documents.readers.delivery import doubt_of, provenance_of, undecodable
from diwan.documents.readers.html import read_markup
from diwan.documents.web.tree import decode_page
from diwan.problems import Outcome

_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Page:
    """A page, and what the file around it says of it: its encoding and its address, either perhaps nothing."""

    content: bytes
    charset: str
    address: str


def read_inside(
    page: Page, whole: bytes, path: str, *, media_type: str, reader: str
) -> Outcome[Reading | None]:
    """Return the reading of *page* by a *reader* of files of *media_type*, of which *whole* at *path* is one."""
    decoded = _decoded(page.content, page.charset)
    if isinstance(decoded, Undecodable):
        return undecodable(decoded, path)
    provenance = provenance_of(whole, media_type, reader, decoded)
    outcome = read_markup(decoded.text, path, provenance, doubt_of(decoded))
    address = page.address.strip()
    if outcome.value is None or not _ADDRESS.fullmatch(address):
        return outcome
    stated = {"url": address} | outcome.value.stated
    return Outcome(replace(outcome.value, stated=stated), outcome.problems)


def _decoded(content: bytes, charset: str) -> Decoded | Undecodable:
    """Return the text of a page: in the encoding that is declared outside of it, if every byte fits, else as any page."""
    try:
        return Decoded(content.decode(codec_of(charset)), charset, 1.0) if charset else decode_page(content)
    except (LookupError, UnicodeDecodeError):
        return decode_page(content)
