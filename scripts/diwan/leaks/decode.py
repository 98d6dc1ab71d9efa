"""Decoding: from the bytes of a file of a site to every text that somebody could read out of it.

Archives and compressed streams are opened, however deep. Of each text several views are given, because words hide in
different places: attributes and comments between the tags, sentences across them, letters behind the escapes of
JSON, XML, Turtle, BibTeX, addresses and base64. A view may show a word twice; none shows a word that is not there.
"""

import base64
import bz2
import html
import io
import lzma
import re
import sys
import tarfile
import zipfile
import zlib
from binascii import Error as Base64Error
from collections.abc import Callable, Iterator
from urllib.parse import unquote_plus

#: Levels of archives within archives; a site has two (a page in a zip in a crate).
DEPTH_MAX = 6
#: Bytes that one compressed stream may have when opened: 200 times a large article, and no bomb.
INFLATED_MAX = 200_000_000
#: Characters of base64 worth decoding: nine short words have about as many.
_BASE64 = re.compile(rb"[A-Za-z0-9+/_-]{40,}={0,2}")
_HEXADECIMAL = re.compile(rb"[0-9a-f]+|[0-9A-F]+")
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|x([0-9a-fA-F]{2})|(.))", re.DOTALL)
_PERCENT = re.compile(r"%[0-9A-Fa-f]{2}")
#: What an address cannot hold; splitting at it is linear, where matching around each `%` would not be.
_BETWEEN_ADDRESSES = re.compile(r"[\s\"'<>]+")
_COMMENT = re.compile(r"<!--.*?-->|<!\[CDATA\[|\]\]>", re.DOTALL)
_HIDDEN = re.compile(r"<(script|style)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"<[/!?]?[a-zA-Z][^<>]*>")
#: Elements within a line: taking them out must not part the letters of a word.
_INLINE = re.compile(
    r"</?(?:a|abbr|b|bdi|bdo|cite|code|em|font|i|ins|del|kbd|mark|q|s|small|span|strong|sub|sup|u|wbr|tspan)\b[^<>]*>",
    re.IGNORECASE,
)
#: Accents as BibTeX writes them: `{\"o}`, `\'{e}`, `\c c`.
_LATEX = re.compile(r"\\[`'^\"~=.uvHckrbdt]\s*\{?\\?([^\W\d_])\}?")


def decoded(data: bytes, depth: int = 0) -> Iterator[str]:
    """Yield every view of every text in *data*, archives and compressed streams within it included."""
    if depth > DEPTH_MAX:
        return
    for inner in _opened(data):
        yield from decoded(inner, depth + 1)
    if data.startswith(b"%PDF"):
        yield _text_of_pdf(data)
    text = _text_of(data)
    yield from views(text)
    for found in _BASE64.findall(data):
        if not _HEXADECIMAL.fullmatch(found) and (plain := _from_base64(found)):
            yield from decoded(plain, depth + 1)


def views(text: str) -> Iterator[str]:
    """Yield *text* as it stands with its escapes resolved, and without its tags in two ways."""
    plain = _unescaped(text)
    yield plain
    if "<" in plain:
        bare = _HIDDEN.sub(" ", _COMMENT.sub("", plain))
        yield _TAG.sub(" ", _INLINE.sub("", bare))
        if "><" in bare:
            yield _TAG.sub(" ", bare)
    if "{" in text and "@" in text:
        yield _LATEX.sub(r"\1", text).replace("{", "").replace("}", "").replace("\\", "")
    if "%" in text:
        addresses = [part for part in _BETWEEN_ADDRESSES.split(text) if _PERCENT.search(part)]
        yield "\n".join(re.sub("[-_/.]", " ", unquote_plus(html.unescape(address))) for address in addresses)


def _unescaped(text: str) -> str:
    """Resolve the escapes of JSON and of HTML, twice: feeds write HTML within XML, and JSON within attributes."""
    for _ in range(2):
        if "\\" in text:
            text = _ESCAPE.sub(_escaped_character, text)
        if "&" in text:
            text = html.unescape(text)
    return text


def _escaped_character(found: re.Match[str]) -> str:
    code = found[1] or found[2] or found[3]
    if code:
        return chr(int(code, 16)) if int(code, 16) <= sys.maxunicode else " "
    return " " if found[4] in "nrtbf\n" else str(found[4])


def _text_of(data: bytes) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    return data.decode("utf-8", "replace")


def _opened(data: bytes) -> Iterator[bytes]:
    """Yield what an archive or a compressed stream holds; nothing if *data* is neither."""
    if data.startswith(b"PK\x03\x04"):
        yield from _members_of_zip(data)
    elif data[257:262] == b"ustar":
        with tarfile.open(fileobj=io.BytesIO(data)) as archive:
            for member in archive:
                if file := archive.extractfile(member):
                    yield file.read(INFLATED_MAX)
    elif data.startswith(b"\x1f\x8b"):
        yield from _inflated(data, zlib.MAX_WBITS | 16)
    elif data[:1] == b"\x78" and len(data) > 2 and (data[0] << 8 | data[1]) % 31 == 0:  # noqa: PLR2004  # RFC 1950
        yield from _inflated(data, zlib.MAX_WBITS)
    elif data.startswith(b"BZh"):
        yield from _tried(lambda: bz2.BZ2Decompressor().decompress(data, INFLATED_MAX))
    elif data.startswith(b"\xfd7zXZ\x00"):
        yield from _tried(lambda: lzma.LZMADecompressor().decompress(data, INFLATED_MAX))
    elif not _is_text(data):
        # The chunks of the search index are deflated without a header (RFC 1951), so nothing but trying tells them.
        yield from _inflated(data, -zlib.MAX_WBITS)


def _members_of_zip(data: bytes) -> Iterator[bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield archive.comment
            for member in archive.infolist():
                yield member.filename.encode() + b"\n" + member.comment
                if not member.flag_bits & 1:
                    with archive.open(member) as file:
                        yield file.read(INFLATED_MAX)
    except zipfile.BadZipFile:
        return


def _inflated(data: bytes, bits: int) -> Iterator[bytes]:
    def whole() -> bytes:
        """Open every stream that follows another, as `cat a.gz b.gz` makes them."""
        plain, rest = b"", data
        while rest and len(plain) < INFLATED_MAX:
            stream = zlib.decompressobj(bits)
            plain += stream.decompress(rest, INFLATED_MAX)
            rest = stream.unused_data
        return plain

    yield from _tried(whole)


def _tried(action: Callable[[], bytes]) -> Iterator[bytes]:
    try:
        yield action()
    except (zlib.error, OSError, EOFError, lzma.LZMAError):
        return


def _is_text(data: bytes) -> bool:
    try:
        data[:1024].decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start > len(data[:1024]) - 4
    return True


def _from_base64(found: bytes) -> bytes:
    standard = found.replace(b"-", b"+").replace(b"_", b"/").rstrip(b"=")
    try:
        plain = base64.b64decode(standard + b"=" * (-len(standard) % 4))
    except (Base64Error, ValueError):
        return b""
    # Most long runs of letters are words, names or checksums: only what decodes to text or a known container counts.
    if next(_opened(plain), None) is not None:
        return plain
    return plain if _is_text(plain) else b""


def _text_of_pdf(data: bytes) -> str:
    from diwan.documents.readers.pdf import read

    # Read as sources are, so that words stand in the order in which people read them in every script.
    reading = read(data, "").value
    return "\n".join(piece.text for piece in reading.pieces) if reading else ""
