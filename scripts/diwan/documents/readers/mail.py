"""Mails: a newsletter or an article that somebody sent, as mail programs save it (RFC 5322, `.eml`; Apple Mail's `.emlx`).

In: the bytes of the file. Out: the reading of what the mail shows, all its parts in order, of alternatives the page before the plain
text, with what its head states: subject and day; of what went to a list (RFC 2369) also who sent it, and where it stands on the web. In a mail that passes something
on, the day and the sender are not those of the article. Attachments are not read.
"""

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime
from html import escape

from diwan.documents.encodings import Decoded, Undecodable, codec_of, decode
from diwan.documents.lines.mails import is_passed_on, without_marks
from diwan.documents.pieces import Reading
from diwan.documents.readers import plain
from diwan.documents.readers.delivery import doubt_of, provenance_of, refused, undecodable
from diwan.documents.readers.html import READER as HTML_READER
from diwan.documents.readers.html import read_markup
from diwan.documents.web.tree import decode_page
from diwan.problems import Outcome

READER = f"mail 1, {HTML_READER}"
MEDIA_TYPE = "message/rfc822"
#: How many bytes of mail follow, as Apple Mail writes before it; behind it stands what the program knows of the mail.
_SIZE = re.compile(rb"\s*(\d{1,10})[ \t]*\r?\n")
_PAGE, _TEXT = "text/html", "text/plain"
#: What frames a page, and ends it for whoever reads several as one.
_FRAME = re.compile(r"<(?:!doctype|/?(?:html|body))\b[^<>]*>", re.IGNORECASE)
#: What the heads of mails to a list have; one of them is enough.
_LIST = ("List-Unsubscribe", "List-Id", "List-Post")
#: Where newsletters say on which page they stand.
_ADDRESS = re.compile(r"<(https://[^\s<>]{4,1900})>")
#: Who wrote, and for whom, as platforms for newsletters name a sender.
_FROM = re.compile(r"(?P<who>.{3,60}?)\s(?:from|at|chez|bei|من|@|\||•|·)\s(?P<outlet>.{2,60})")
#: Where a page states its title better than a subject does.
_OWN_TITLE = frozenset(("h1", "og:title", "json-ld"))


def read(data: bytes, path: str) -> Outcome[Reading | None]:
    """Return the reading of a mail, or why it cannot be read."""
    size = _SIZE.match(data)
    message = message_from_bytes(data[size.end() : size.end() + int(size[1])] if size else data)
    parts = _shown(message)
    if not parts:
        mend = "open it in a mail program, and save what it shows as .html, or its text as .txt"
        return refused("source-no-text", path, "the mail shows no text", mend)
    outcome = _read_parts(parts, data, path)
    if outcome.value is None:
        return outcome
    stated = _stated(message, outcome.value)
    reading = replace(outcome.value, stated=outcome.value.stated | stated)
    found = {fact: place for fact, place in reading.found.items() if fact not in stated}
    return Outcome(replace(reading, found=found), outcome.problems)


def _shown(part: Message) -> list[Message]:
    """Return what *part* shows of a mail, in order: all that it holds, of alternatives the best one; no attachment."""
    if not part.is_multipart():
        is_shown = (
            part.get_content_type() in (_PAGE, _TEXT) and part.get_content_disposition() != "attachment"
        )
        return [part] if is_shown and _bytes_of(part).strip() else []
    shown = [_shown(within) for within in part.get_payload() if isinstance(within, Message)]
    if part.get_content_type() == "multipart/alternative":
        return max(shown, key=_worth, default=[])
    return [one for several in shown for one in several]


def _worth(shown: list[Message]) -> tuple[bool, int]:
    """Return what tells of two ways to show the same which is better: a page, then more of it."""
    return any(map(_is_page, shown)), sum(len(_bytes_of(part)) for part in shown)


def _is_page(part: Message) -> bool:
    return part.get_content_type() == _PAGE


def _bytes_of(part: Message) -> bytes:
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _read_parts(parts: Sequence[Message], data: bytes, path: str) -> Outcome[Reading | None]:
    """Return the reading of *parts*, as one text, or as one page if one of them is: programs cut a text where a picture stands."""
    decoded = [*map(_decoded, parts)]
    texts = [one for one in decoded if isinstance(one, Decoded)]
    for one in decoded:
        if isinstance(one, Undecodable):
            return undecodable(one, path)
    doubtful = min(texts, key=lambda one: one.confidence)
    provenance = provenance_of(data, MEDIA_TYPE, READER, doubtful)
    if any(map(_is_page, parts)):
        pages = [*map(_as_page, parts, texts)]
        whole = (
            pages[0] if len(pages) == 1 else "".join(f"<div>{_FRAME.sub('', page)}</div>" for page in pages)
        )
        return read_markup(whole, path, provenance, doubt_of(doubtful))
    outcome = plain.read("\n\n".join(one.text for one in texts).encode(), path)
    if outcome.value is None:
        return outcome
    return Outcome(replace(outcome.value, provenance=provenance), outcome.problems)


def _as_page(part: Message, decoded: Decoded) -> str:
    return decoded.text if _is_page(part) else f"<pre>{escape(decoded.text)}</pre>"


def _decoded(part: Message) -> Decoded | Undecodable:
    """Return the text of a part: in the encoding that it declares, if every byte fits, else as any page or text.

    Bytes beyond ASCII that are all UTF-8 are that whatever is declared: no other encoding is so by chance.
    """
    data, charset = _bytes_of(part), part.get_content_charset("")
    for name in (charset,) if data.isascii() else ("utf-8", charset):
        with suppress(LookupError, UnicodeDecodeError):
            return Decoded(data.decode(codec_of(name)), name, 1.0)
    return decode_page(data) if _is_page(part) else decode(data)


def _stated(message: Message, reading: Reading) -> dict[str, str]:
    """Return what the head of a mail states of its article; what the page states better stays."""
    subject, passed_on = _header(message, "Subject"), is_passed_on(_header(message, "Subject"))
    facts = {"title": without_marks(subject), "date": "" if passed_on else _day(message)}
    if not passed_on and any(message.get(name) for name in _LIST):
        facts |= _sender(_header(message, "From"))
        address = _ADDRESS.search(_header(message, "List-Post"))
        facts["url"] = address[1] if address else ""
    known = {fact for fact in ("authors", "outlet", "url") if reading.stated.get(fact)}
    if reading.found.get("title") in _OWN_TITLE:
        known.add("title")
    return {fact: value for fact, value in facts.items() if value and fact not in known}


def _header(message: Message, name: str) -> str:
    value = str(message.get(name) or "")
    # What no program can decode is taken as it stands.
    with suppress(HeaderParseError, LookupError, ValueError):
        value = str(make_header(decode_header(value)))
    return " ".join(value.split())


def _day(message: Message) -> str:
    try:
        return parsedate_to_datetime(str(message.get("Date") or "")).date().isoformat()
    except (ValueError, TypeError, IndexError):
        return ""


def _sender(sender: str) -> dict[str, str]:
    """Return who sent a newsletter: the outlet, or a person for it."""
    name = parseaddr(sender)[0].strip("\"' ")
    both = _FROM.fullmatch(name)
    return {"authors": both["who"], "outlet": both["outlet"]} if both else {"outlet": name}
