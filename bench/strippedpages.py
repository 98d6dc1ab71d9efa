"""Stripped pages: saved pages without what they say for machines, as printers, cleaners and editors leave them.

In: a page. Out: its title, links and text in their elements; `meta`, scripts, styles and what elements say of a time are gone.
Facts that most pages give in linked data have to be read off such a page.
"""

import re
from dataclasses import replace
from pathlib import Path

from lxml import html

from pagesfolder import Known

_CHARSET = re.compile(rb"charset=[\"']?([\w-]+)")
#: Bytes in which a page says its encoding, as browsers look for it, with some room for comments before it.
_HEAD = 4096
_TIMES = ("datetime", "content", "data-date", "data-time", "data-datetime", "data-timestamp")


def stripped_into(folder: Path, page: Known) -> Known:
    """Return *page* at the path in *folder* at which it is written, stripped."""
    path = folder / page.path.name
    path.write_bytes(stripped(page.path.read_bytes()))
    return replace(page, path=path)


def stripped(page: bytes) -> bytes:
    """Return *page* without what it says for machines, in UTF-8."""
    said = _CHARSET.search(page, 0, _HEAD)
    text = page.decode(said[1].decode() if said else "utf-8", errors="replace")
    root = html.fromstring(text.encode(), parser=html.HTMLParser(encoding="utf-8"))
    for element in [*root.iter("meta", "script", "style")]:
        if element.getparent() is not None:
            element.drop_tree()
    for element in root.iter():
        for name in _TIMES:
            element.attrib.pop(name, None)
    return b'<!doctype html><meta charset="utf-8">' + html.tostring(root, encoding="utf-8")
