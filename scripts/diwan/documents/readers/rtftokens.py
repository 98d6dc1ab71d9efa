"""The tokens of a Rich Text file (RTF 1.9.1): braces, control words, and bytes of text.

In: bytes. Out: tokens in order. What stands in hexadecimal is text like any other; ends of lines say nothing.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

#: Control words and numbers have at most 32 letters and 10 digits (RTF 1.9.1, "Control word").
_TOKEN = re.compile(
    rb"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?"
    rb"|(?P<text>(?:\\'[0-9a-fA-F]{2}|[^\\{}]++)++)"  # possessive: a picture has millions of bytes, and none is given back
    rb"|(?P<brace>[{}])"
    rb"|\\(?P<symbol>.)"
    rb"|.",
    re.DOTALL,
)
#: Signs that stand for themselves after a backslash.
_WRITTEN_OUT = (b"\\", b"{", b"}")
_WRITTEN = re.compile(rb"\\'(..)")
_NOTHING = b"\r\n\0"


class Token(NamedTuple):
    """A brace, a control word or symbol with its number, or, where `word` is empty, text."""

    word: str
    number: int | None
    text: bytes


def tokens_of(data: bytes) -> Iterator[Token]:
    """Yield the tokens of a file; what a program put in as bytes of its own is left out."""
    place = 0
    while found := _TOKEN.match(data, place):
        place = found.end()
        if found["text"]:
            if text := _WRITTEN.sub(_byte, found["text"].translate(None, _NOTHING)):
                yield Token("", None, text)
        elif found["word"]:
            token = Token(found["word"].decode(), int(found["number"]) if found["number"] else None, b"")
            if token.word == "bin":
                place += max(0, token.number or 0)
            else:
                yield token
        elif found["symbol"] in _WRITTEN_OUT:
            yield Token("", None, found["symbol"])
        elif sign := found["brace"] or found["symbol"]:
            yield Token(sign.decode("latin-1"), None, b"")


def _byte(written: re.Match[bytes]) -> bytes:
    return bytes.fromhex(written[1].decode())
