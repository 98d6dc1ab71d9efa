"""Shortcuts: files in which a system keeps the address of a page and nothing else, as when it is drawn out of a browser.

In: a file (`.url` of Windows, `.webloc` of a Mac, `.desktop` of Linux). Out: its address; nothing where it has none of the web.
"""

import plistlib
import re
from pathlib import Path
from xml.parsers.expat import ExpatError

from diwan.adding.addresses import is_address

_SUFFIXES = (".url", ".webloc", ".desktop")
#: Bytes of the largest that is looked into: an address has some hundred.
_LARGEST = 100_000
_LINE = re.compile(r"^URL\s*=\s*(\S+)", re.MULTILINE | re.IGNORECASE)


def address_in(path: Path) -> str:
    """Return the address that the file at *path* stands for."""
    if path.suffix.lower() not in _SUFFIXES:
        return ""
    try:
        data = path.read_bytes() if path.stat().st_size <= _LARGEST else b""
    except OSError:
        return ""  # said when it is read
    url = _of_mac(data) if path.suffix.lower() == ".webloc" else _of_lines(data)
    return url if is_address(url) else ""


def _of_lines(data: bytes) -> str:
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    found = _LINE.search(data.decode(encoding, errors="replace"))
    return found[1] if found else ""


def _of_mac(data: bytes) -> str:
    try:
        said = plistlib.loads(data)
    except (
        plistlib.InvalidFileException,
        ExpatError,
        ValueError,
        OverflowError,
        RecursionError,
        IndexError,
        KeyError,
    ):
        return ""
    url = said.get("URL") if isinstance(said, dict) else None
    return url if isinstance(url, str) else ""
