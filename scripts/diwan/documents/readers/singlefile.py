"""SingleFile: a page that the browser extension of this name saved, pictures and styles written into it.

In: the bytes of the file. Out: the reading of the page, with the address it was saved from, which the extension notes
at the top. What is written into attributes as data is left out before the page is parsed: it is most of the file.
"""

import hashlib
import re
from dataclasses import replace

from diwan.documents.pieces import Reading
from diwan.documents.readers import html
from diwan.problems import Outcome

READER = f"SingleFile 1, {html.READER}"
#: Pictures, fonts and styles, as attributes and styles hold them. Text between tags has no quote before `data:`.
_DATA = re.compile(rb"""(?<=["'(=])data:[\w/+.-]{1,60}(?:;[\w=.-]{1,40}){0,4},[^"')>\s]{200,}""")
_NOTE = re.compile(rb"<!--\s*Page saved with SingleFile\s+url:\s*(?P<url>https?://\S+)", re.IGNORECASE)
#: Bytes in which the note stands.
_TOP = 4096


def read(data: bytes, path: str) -> Outcome[Reading | None]:
    """Return the reading of a page saved by SingleFile."""
    outcome = html.read(_DATA.sub(b"data:,", data), path)
    if outcome.value is None:
        return outcome
    noted = _NOTE.search(data, 0, _TOP)
    address = {"url": noted["url"].decode("utf-8", errors="replace")} if noted else {}
    sha256 = hashlib.sha256(data).hexdigest()
    whole = replace(outcome.value.provenance, reader=READER, sha256=sha256, size=len(data))
    reading = replace(outcome.value, provenance=whole, stated=outcome.value.stated | address)
    return Outcome(reading, outcome.problems)
