"""From the bytes of a page to its tree, without guessing in silence.

In: bytes. Out: the tree of elements, the encoding, and how sure we are; or why the page cannot be read. Steps: a byte
order mark, then the encoding that the page declares if every byte fits, then strict UTF-8, then the detector of
`documents.encodings`. Labels mean what browsers take them to mean (https://encoding.spec.whatwg.org/#names-and-labels).
"""

import codecs
import re

from lxml import etree

from diwan.documents.encodings import Decoded, Undecodable, decode
from diwan.documents.lines import normalise
from diwan.documents.web.stretches import Element
from diwan.model.block import Flag

#: Bytes in which browsers look for the declaration; pages that put scripts first have it later.
_HEAD_BYTES = 4096
_DECLARED = re.compile(
    rb"""charset\s*=\s*["']?\s*([\w.:-]+)|<\?xml[^>]*encoding\s*=\s*["']([\w.:-]+)""", re.IGNORECASE
)
#: Labels that browsers read as a larger encoding than their name says.
_READ_AS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}
#: Share of a page's bytes that may not fit its declared encoding: a cut-off character, a foreign advertisement.
#: Above it the declaration is wrong.
_MISFITS = 0.002
_REPLACEMENT = "\ufffd"


def decode_page(data: bytes) -> Decoded | Undecodable:
    """Return the text of a page, by its mark, its declaration or its bytes."""
    declared = _declared(data)
    if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or declared is None:
        return decode(data)
    try:
        return Decoded(data.decode(declared), declared, 1.0)
    except UnicodeDecodeError:
        decoded = decode(data)
    if isinstance(decoded, Decoded):
        return decoded
    text = data.decode(declared, errors="replace")
    if text.count(_REPLACEMENT) > len(data) * _MISFITS:
        return decoded
    # The bytes that do not fit stay visible as U+FFFD, and are flagged as characters lost before saving.
    return Decoded(text, declared, round(1 - text.count(_REPLACEMENT) / len(data), 4))


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data, 0, _HEAD_BYTES)
    if found is None:
        return None
    try:
        name = codecs.lookup((found[1] or found[2]).decode("ascii")).name
    except LookupError:
        return None
    # A declaration that could be read without knowing it is no UTF-16, whatever it says.
    return None if name.startswith(("utf-16", "utf-32")) else _READ_AS.get(name, name)


def parse(text: str) -> tuple[Element | None, tuple[Flag, ...]]:
    """Return the root of the page *text*, None where it has no element, and what was taken out of the text."""
    normal, flags = normalise(text)
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    root: Element | None
    try:
        root = etree.fromstring(normal.encode("utf-8"), parser)
    except etree.XMLSyntaxError:
        root = None
    return root, flags
