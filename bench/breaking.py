"""Lines broken at a width, as mailers, text browsers and converters break them."""

from collections.abc import Iterator
from unicodedata import category, east_asian_width

#: Languages in which a line can end after any character.
_ANYWHERE = {"zh", "ja", "th", "lo", "km", "my"}
#: Signs that no line begins with, or ends with.
_NOT_FIRST, _NOT_LAST = frozenset("，。、；：？！」』）》”’…・ー"), frozenset("「『（《“‘")


def columns(text: str) -> int:
    """Return the columns that *text* takes in a terminal."""
    return sum(
        0 if category(sign) in ("Mn", "Me", "Cf") else 1 + (east_asian_width(sign) in "WF") for sign in text
    )


def broken(text: str, width: int, language: str) -> Iterator[str]:
    """Yield the lines of a paragraph, each as long as *width* allows."""
    anywhere = language in _ANYWHERE
    space = "" if anywhere else " "
    line = ""
    for part in _parts(text) if anywhere else text.split():
        longer = f"{line}{space}{part}" if line else part
        if line and columns(longer.rstrip()) > width:
            yield line.rstrip()
            longer = part.lstrip()
        line = longer
    if line:
        yield line.rstrip()


def _parts(text: str) -> Iterator[str]:
    """Yield what no line end may part: signs with what they stand at, words in Latin letters."""
    part = ""
    for sign in text:
        holds = part and (
            sign in _NOT_FIRST or category(sign) == "Mn" or part[-1] in _NOT_LAST
            or (sign.isascii() and not sign.isspace() and part[-1].isascii() and not part[-1].isspace())
        )  # fmt: skip
        if part and not holds:
            yield part
            part = ""
        part += sign
    if part:
        yield part
