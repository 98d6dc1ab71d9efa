"""The letters of a Rich Text file: in which code page its bytes stand, font by font, and the signs that have a word.

Text is in the code page of its font, or numbers of UTF-16, each followed by what programs without Unicode should show.
"""

import codecs
from dataclasses import dataclass, field

#: Code pages by what a font says of its letters (`\\fcharset`), as Windows numbers them.
_BY_CHARSET = {
    0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gbk", 136: "cp950", 161: "cp1253",
    162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874",
    238: "cp1250", 255: "cp437",
}  # fmt: skip
#: Code pages by the word that names one for the whole file.
_BY_NAME = {"ansi": "cp1252", "mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
_WESTERN = "cp1252"
#: Code pages that Windows numbers and Python names otherwise.
_NUMBERED = {10000: "mac_roman", 65001: "utf-8"}
#: Signs that have a control word or symbol.
SIGNS = {
    "tab": "\t", "line": "\n", "page": " ", "column": " ", "emspace": " ", "enspace": " ", "qmspace": " ",
    "emdash": "—", "endash": "–", "bullet": "•", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
    "zwj": "\u200d", "zwnj": "\u200c", "ltrmark": "\u200e", "rtlmark": "\u200f",
    "~": "\u00a0", "_": "-", "\t": "\t",
}  # fmt: skip


@dataclass(slots=True)
class Letters:
    """The code page of a file, and those of its fonts by number."""

    page: str = _WESTERN
    fonts: dict[int, str] = field(default_factory=dict)
    #: The font of what names none, and the one that is being described.
    default: int = 0
    described: int = 0

    def name(self, word: str, number: int | None) -> None:
        """Take in what a control word says of the code page and the font of a file."""
        if word in _BY_NAME:
            self.page = _BY_NAME[word]
        elif word == "ansicpg" and number:
            self.page = _page_of(number)
        elif word == "deff":
            self.default = number or 0

    def describe(self, word: str, number: int | None) -> None:
        """Take in what a control word says of a font in their table."""
        if word == "f":
            self.described = number or 0
        elif word == "fcharset" and number in _BY_CHARSET:
            self.fonts[self.described] = _BY_CHARSET[number]
        elif word == "cpg" and number:
            self.fonts[self.described] = _page_of(number)

    def decode(self, text: bytes, font: int | None) -> str:
        """Return *text* in *font*; what its code page does not have is U+FFFD."""
        page = self.fonts.get(self.default if font is None else font, self.page)
        return text.decode(page, errors="replace")


def unicode_of(number: int) -> str:
    """Return the sign, or half of one, of a number of UTF-16, which is written as one of 16 bits with a sign."""
    return chr(number % 0x10000)


def joined(text: str) -> str:
    """Return *text* with signs whole that came in two halves."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", errors="replace")


def _page_of(number: int) -> str:
    """Return Python's name of a code page; that of western Europe where it knows none."""
    try:
        return codecs.lookup(_NUMBERED.get(number, f"cp{number}")).name
    except LookupError:
        return _WESTERN
