"""MHTML: a page that a browser saved with everything it shows in one file, as a mail message (RFC 2557).

In: the bytes of the file. Out: the reading of the page in it.
"""

from email import message_from_bytes
from email.message import Message

from diwan.documents.pieces import Reading
from diwan.documents.readers.delivery import refused
from diwan.documents.readers.html import READER as HTML_READER
from diwan.documents.readers.inside import Page, read_inside
from diwan.problems import Outcome

READER = f"MHTML 1, {HTML_READER}"
MEDIA_TYPE = "multipart/related"


def read(data: bytes, path: str) -> Outcome[Reading | None]:
    """Return the reading of an MHTML file, or why it cannot be read."""
    message = message_from_bytes(data)
    page = _page(message)
    if page is None:
        mend = "save the page again, as a web page or as text"
        return refused("source-damaged", path, "there is no page in it", mend)
    content = page.get_payload(decode=True)
    assert isinstance(content, bytes)  # noqa: S101  # a part of text has no parts
    address = message.get("Snapshot-Content-Location") or page.get("Content-Location") or ""
    charset = page.get_content_charset() or ""
    return read_inside(Page(content, charset, address), data, path, media_type=MEDIA_TYPE, reader=READER)


def _page(message: Message) -> Message | None:
    """Return the part that is the page: the one the message begins with, or else the first that is one."""
    parts = [
        part for part in message.walk() if part.get_content_type() in ("text/html", "application/xhtml+xml")
    ]
    start = message.get_param("start")
    named = [part for part in parts if start and part.get("Content-ID") == start]
    return next(iter([*named, *parts]), None)
