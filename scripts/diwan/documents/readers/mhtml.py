"""MHTML: a page that a browser saved with everything it shows in one file, as a mail message (RFC 2557).

In: the bytes of the file. Out: the reading of the page in it, with the address it was saved from. Pictures and styles
are not read. The day it was saved says nothing about the article, and is left.
"""

import re
from dataclasses import replace
from email import message_from_bytes
from email.message import Message

from diwan.documents.encodings import Decoded, Undecodable, codec_of
from diwan.documents.pieces import Reading
from diwan.documents.readers.delivery import doubt_of, provenance_of, refused, undecodable
from diwan.documents.readers.html import READER as HTML_READER
from diwan.documents.readers.html import read_markup
from diwan.documents.web.tree import decode_page
from diwan.problems import Outcome

READER = f"MHTML 1, {HTML_READER}"
MEDIA_TYPE = "multipart/related"
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)


def read(data: bytes, path: str) -> Outcome[Reading | None]:
    """Return the reading of an MHTML file, or why it cannot be read."""
    message = message_from_bytes(data)
    page = _page(message)
    if page is None:
        mend = "save the page again, as a web page or as text"
        return refused("source-damaged", path, "there is no page in it", mend)
    decoded = _decoded(page)
    if isinstance(decoded, Undecodable):
        return undecodable(decoded, path)
    provenance = provenance_of(data, MEDIA_TYPE, READER, decoded)
    outcome = read_markup(decoded.text, path, provenance, doubt_of(decoded))
    address = message.get("Snapshot-Content-Location") or page.get("Content-Location") or ""
    if outcome.value is None or not _ADDRESS.fullmatch(address.strip()):
        return outcome
    stated = {"url": address.strip()} | outcome.value.stated
    return Outcome(replace(outcome.value, stated=stated), outcome.problems)


def _page(message: Message) -> Message | None:
    """Return the part that is the page: the one the message begins with, or else the first that is one."""
    parts = [
        part for part in message.walk() if part.get_content_type() in ("text/html", "application/xhtml+xml")
    ]
    start = message.get_param("start")
    named = [part for part in parts if start and part.get("Content-ID") == start]
    return next(iter([*named, *parts]), None)


def _decoded(page: Message) -> Decoded | Undecodable:
    """Return the text of *page*: in the encoding its part declares, if every byte fits, else as any page."""
    data = page.get_payload(decode=True)
    assert isinstance(data, bytes)  # noqa: S101  # a part of text has no parts
    charset = page.get_content_charset()
    try:
        return Decoded(data.decode(codec_of(charset)), charset, 1.0) if charset else decode_page(data)
    except (LookupError, UnicodeDecodeError):
        return decode_page(data)
