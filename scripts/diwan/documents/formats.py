"""Formats: one table of what Diwan can read, by the first bytes of a file and by its suffix.

Adding a format is a reader in `readers/`, a row here, and a golden case.
"""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import cast

from diwan.documents.pieces import Reading
from diwan.problems import Outcome

Reader = Callable[[bytes, str], Outcome[Reading | None]]


@dataclass(frozen=True, slots=True)
class Format:
    """A format, how it is told, and the module that reads it (loaded when a file of its kind turns up)."""

    name: str
    media_type: str
    suffixes: tuple[str, ...]
    module: str
    #: First bytes; text formats have none.
    magic: tuple[bytes, ...] = ()

    def read(self, data: bytes, path: str) -> Outcome[Reading | None]:
        """Read *data*, which came from *path*."""
        reader = cast("Reader", import_module(self.module).read)
        return reader(data, path)


FORMATS = (
    Format("plain text", "text/plain", (".txt", ".text", ""), "diwan.documents.readers.plain"),
)  # fmt: skip

#: Formats told by their first bytes that have no reader: their name is said, so that nobody wonders.
_KNOWN_MAGIC = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "a zip archive, perhaps DOCX or EPUB"),
    (b"\xd0\xcf\x11\xe0", "an old Word document"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
)


def format_of(data: bytes, suffix: str) -> Format | str:
    """Return the format of a file, or what it seems to be where Diwan has no reader for it."""
    for known in FORMATS:
        if known.magic and data.startswith(known.magic):
            return known
    for magic, name in _KNOWN_MAGIC:
        if data.startswith(magic):
            return name
    for known in FORMATS:
        if suffix.lower() in known.suffixes:
            return known
    return f"a file with the suffix {suffix}"
