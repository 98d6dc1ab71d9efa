"""Web archives: a page that Safari saved with everything it shows in one file, as a property list.

In: the bytes of the file. Out: the reading of the page in it. Of the form Apple tells the names: the main resource has bytes, an address
and an encoding (WebKit, `WebArchive.h`).
"""

import plistlib
from xml.parsers.expat import ExpatError

from diwan.documents.pieces import Reading
from diwan.documents.readers.delivery import refused
from diwan.documents.readers.html import READER as HTML_READER
from diwan.documents.readers.inside import Page, read_inside
from diwan.problems import Outcome

READER = f"web archive 1, {HTML_READER}"
MEDIA_TYPE = "application/x-webarchive"


def read(data: bytes, path: str) -> Outcome[Reading | None]:
    """Return the reading of a web archive, or why it cannot be read."""
    page = _main_resource(data)
    content = page.get("WebResourceData")
    if not isinstance(content, bytes):
        mend = "save the page again in Safari, as a web archive or as page source (.html)"
        return refused("source-damaged", path, "there is no page in it", mend)
    charset, address = (str(page.get(f"WebResource{name}") or "") for name in ("TextEncodingName", "URL"))
    return read_inside(Page(content, charset, address), data, path, media_type=MEDIA_TYPE, reader=READER)


def _main_resource(data: bytes) -> dict[str, object]:
    """Return what the file says of its page; nothing where it is damaged."""
    try:
        archive = plistlib.loads(data)
    except (plistlib.InvalidFileException, ExpatError, ValueError, LookupError, TypeError, RecursionError):
        return {}
    page = archive.get("WebMainResource") if isinstance(archive, dict) else None
    return page if isinstance(page, dict) else {}
