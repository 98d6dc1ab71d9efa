"""Encoded: the text of a list of references, whose bytes seldom say in which encoding they stand.

In: the bytes of a list. Out: its text and how sure we are, or why it cannot be read. A list is decoded as any text; then as its
first comments say (`% Encoding: ISO8859_1`, as JabRef writes it, or as Emacs does). A detector has little to go by, for most of
a list are tags and names of fields: it is asked about the lines alone that are not ASCII, without these.
"""

import codecs
import re

from diwan.documents.encodings import Decoded, Undecodable, decode, is_sound
from diwan.documents.language import detect_language

#: Bytes within which a list says its encoding, and of the lines that are shown to the detector.
_HEAD, _SHOWN = 1000, 65536
_SAID = re.compile(rb"^%.{0,200}?coding[:=]\s*(?P<name>[-\w.]+)", re.MULTILINE)
#: What stands before a value: the tag of RIS, or a field of BibTeX.
_BEFORE = re.compile(rb"\s*(?:[A-Z][A-Z\d]\s*-|[\w-]+\s*=\s*[{\"]*)")
#: Languages that a detector takes for one another, and that stand in one encoding.
_RELATED = (frozenset(("no", "nb", "da")), frozenset(("ru", "uk", "be", "bg", "sr", "mk")))


def text_of(data: bytes) -> Decoded | Undecodable:
    """Return the text of the list *data*, or why it cannot be read."""
    found = decode(data)
    if isinstance(found, Decoded) and found.confidence == 1:
        return found
    return _said(data) or (found if isinstance(found, Decoded) else _detected(data) or found)


def _said(data: bytes) -> Decoded | None:
    """Return the text in the encoding that the list gives, if every byte fits."""
    said = _SAID.search(data, 0, _HEAD)
    try:
        encoding = codecs.lookup(said["name"].decode("ascii")).name if said else ""
        return Decoded(data.decode(encoding), encoding, 1.0) if encoding else None
    except (LookupError, UnicodeError):
        return None


def _detected(data: bytes) -> Decoded | None:
    """Return the text in the encoding of the lines that are not ASCII, if they then are in the language that it comes with.

    How sure the detector is counts for nothing, as titles and names are short. Of 800 lists in RIS and BibTeX, of one to forty
    references that were made of titles and names in seventeen languages and ten encodings, 730 are read rightly and one is not (one
    reference, by another encoding of Cyrillic). 52 of the others have several languages, of which none is that of all.
    """
    import chardet

    lines = (_BEFORE.sub(b"", line, count=1) for line in data.splitlines() if not line.isascii())
    sample = b"\n".join(lines)[:_SHOWN]
    answer = chardet.detect(sample)
    encoding, expected = answer["encoding"], answer["language"]
    try:
        text, shown = (data.decode(encoding), sample.decode(encoding)) if encoding else ("", "")
    except (LookupError, UnicodeError):
        return None
    language = detect_language(shown) if is_sound(shown) else None
    is_one = language == expected or any({language, expected} <= related for related in _RELATED)
    return (
        Decoded(text, str(encoding).lower(), round(answer["confidence"], 2)) if language and is_one else None
    )
