"""From the bytes of a page to its tree, without guessing in silence.

In: bytes. Out: the tree of elements, the encoding, and how sure we are; or why the page cannot be read. Steps: a byte
order mark; strict UTF-8 where there are bytes beyond ASCII, because pages are often saved anew in UTF-8 with their old
declaration; then what the page declares, if its bytes fit; then the detector of `documents.encodings`. Labels mean what browsers take them to mean (https://encoding.spec.whatwg.org/#names-and-labels).
"""

import codecs
import re
from itertools import dropwhile

from lxml import etree
from lxml.html import HtmlElement

from diwan.documents.encodings import Decoded, Undecodable, codec_of, decode, has_nuls
from diwan.documents.splitting import normalise
from diwan.documents.web.apart import with_gaps
from diwan.documents.web.strange import in_lines
from diwan.documents.web.stretches import Element
from diwan.model.block import Flag

#: Bytes in which browsers look for the declaration; pages that put scripts first have it later.
_HEAD_BYTES = 4096
_DECLARED = re.compile(
    rb"""charset\s*=\s*["']?\s*([\w.:-]+)|<\?xml[^>]*encoding\s*=\s*["']([\w.:-]+)""", re.IGNORECASE
)
#: Share of a page's bytes that may not fit its declared encoding: a cut-off character, a foreign advertisement.
#: Above it the declaration is wrong.
_MISFITS = 0.002
_REPLACEMENT = "\ufffd"
#: What stands for an element, which trafilatura needs: the same for all of them. lxml.html chooses one by the tag, in
#: Python, each time that an element is met; that took a fifth of what trafilatura takes.
_ELEMENTS = etree.ElementDefaultClassLookup(element=HtmlElement)


def decode_page(data: bytes) -> Decoded | Undecodable:
    """Return the text of a page, by its mark, its bytes or its declaration."""
    declared = _declared(data)
    marked = data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    if marked or declared is None:
        return decode(data)
    if text := _utf8(data):
        return decode(data) if has_nuls(text) else Decoded(text, "utf-8", 1.0)
    text = data.decode(declared, errors="replace")
    misfits = text.count(_REPLACEMENT)
    if misfits > len(data) * _MISFITS:
        return decode(data)
    # The bytes that do not fit stay visible as U+FFFD, and are flagged as characters lost before saving.
    return Decoded(text, declared, 1.0 if not misfits else round(1 - misfits / len(data), 4))


def _utf8(data: bytes) -> str:
    """Return the text of bytes beyond ASCII that are all UTF-8, which no other encoding is by chance; nothing of others."""
    if data.isascii():
        return ""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return ""


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data, 0, _HEAD_BYTES)
    if found is None:
        return None
    try:
        name = codec_of((found[1] or found[2]).decode("ascii"))
    except LookupError:
        return None
    # A declaration that could be read without knowing it is no UTF-16, whatever it says.
    return None if name.startswith(("utf-16", "utf-32")) else name


#: What may stand in the head of a page (HTML Living Standard, metadata content).
_OF_HEAD = frozenset(("title", "meta", "link", "style", "script", "base", "noscript", "template", "basefont"))
#: Ends of a page's body. What stands behind them is shown as part of it (HTML Living Standard, "after after body"), and pages
#: pasted together of parts have most of their text there; libxml2 reads nothing behind the end of `html`.
_BODY_ENDS = re.compile(r"</(?:body|html)\s*>", re.IGNORECASE)
#: What is no word of a text though it stands within it: what leads from a note back to its mark, and numbers of the pages of a
#: print (DPUB-ARIA 1.1, EPUB 3.3), in the words of programs; and the arrows that alone say the former.
_SIGNS = frozenset(
    ("doc-backlink", "doc-pagebreak", "pagebreak", "footnote-back", "footnote-backref", "mw-cite-backlink")
)
_ARROWS = re.compile(r"[\s↩↵⤴⬆⏎\ufe0e\ufe0f]+")
#: One of these stands in a page that has any; to look for each takes a seventh of the time of a pattern.
_MARKED = ("backlink", "pagebreak", "footnote-back", *"↩↵⤴⬆⏎")
#: What MediaWiki calls the link with which each part of a page can be edited.
EDIT = "mw-editsection"


def parse(text: str) -> tuple[Element | None, tuple[Flag, ...]]:
    """Return the root of the page *text* with gaps between words, None where it has no element, and what was taken out of it."""
    normal, flags = normalise(text)
    normal = with_gaps(_BODY_ENDS.sub(" ", normal))
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    parser.set_element_class_lookup(_ELEMENTS)
    root: Element | None
    try:
        root = etree.fromstring(normal.encode("utf-8"), parser)
    except etree.XMLSyntaxError:
        root = None
    if root is not None:
        _with_body(root)
        in_lines(root, normal)
        # A wiki sets the link to edit a part into the line of its heading.
        for link in root.iterfind(f".//span[@class='{EDIT}']") if EDIT in normal else ():
            link.tag = "div"
        if any(sign in normal for sign in _MARKED):
            _take_out_signs(root)
    return root, flags


def _take_out_signs(root: Element) -> None:
    """Take out of the page what is no word of its text though it stands within it."""
    for element in list(root.iter("a", "span", "div", "hr", "sup")):
        said = " ".join(filter(None, map(element.get, ("role", "epub:type", "class"))))
        words = "".join(element.itertext())
        leads_back = element.tag == "a" and "#" in (element.get("href") or "") and _ARROWS.fullmatch(words)
        if leads_back or not _SIGNS.isdisjoint(said.split()):
            element.drop_tree()


def _with_body(root: Element) -> None:
    """Move what libxml2 takes for a part of the head into the body.

    A page may leave out the tags of both, as minifiers do, and elements that HTML 4 had not, such as `main`, then begin no body.
    """
    head, body = root.find("head"), root.find("body")
    strays = [] if head is None else list(dropwhile(lambda one: one.tag in _OF_HEAD, head))
    if not strays:
        return
    if body is None:
        body = etree.SubElement(root, "body")
    strays[-1].tail = (strays[-1].tail or "") + (body.text or "")
    body.text = None
    for index, stray in enumerate(strays):
        body.insert(index, stray)
