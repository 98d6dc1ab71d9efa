"""Cuttings: one article cut out of a dossier, as a source of its own.

A cutting is a text file (JSON) that holds the pieces of the article as the reader of the dossier delivered them, one a line,
none of them judged or changed, and from which file they come: its checksum and the article's number in it. What the file
was called, and which version of a reader read it, is left out: the same dossier gives the same bytes on any machine.
"""

import json
import re
from dataclasses import asdict, dataclass, fields
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from diwan.documents.pieces import Piece
from diwan.model.block import Flag

if TYPE_CHECKING:
    from pydantic import TypeAdapter

#: The version of the form.
VERSION = 1
MEDIA_TYPE = "application/vnd.diwan.cutting+json"
SUFFIX = ".cutting"
#: Bytes at the start of a cutting in which it names its dossier.
_NAMED_WITHIN = 300
_NAMES = re.compile(rb'"dossier": ?"([0-9a-f]{64})"')
_OF_PIECES = {field.name: field.default for field in fields(Piece)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cutting:
    """One article of a dossier."""

    #: The archive whose marks say where the article begins and ends (`archives.ARCHIVES`).
    archive: str
    #: The SHA-256 of the dossier, which of its articles this is, from 1, and of how many.
    dossier: str
    number: int
    count: int
    #: How the dossier was read.
    media_type: str
    encoding: str
    encoding_confidence: float
    flags: tuple[Flag, ...] = ()
    pieces: tuple[Piece, ...]

    @property
    def place(self) -> str:
        """Which article of which file it is."""
        return f"{self.number}/{self.count}, SHA-256 {self.dossier}"


def bytes_of(cutting: Cutting) -> bytes:
    """Return the file of *cutting*."""
    head = {"cutting": VERSION} | {
        field.name: getattr(cutting, field.name) for field in fields(cutting) if field.name != "pieces"
    }
    head["flags"] = [asdict(flag) for flag in cutting.flags]
    lines = ",\n".join(map(_line_of, cutting.pieces))
    return f'{_json(head)[:-1]},\n"pieces": [\n{lines}\n]}}\n'.encode()


def cutting_in(data: bytes) -> Cutting:
    """Return the cutting that the file *data* holds; raise ValueError where it holds none."""
    found = json.loads(data)
    if not isinstance(found, dict) or found.pop("cutting", None) != VERSION:
        raise ValueError("it is no cutting of this version")
    return _form().validate_python(found)


def dossier_named(path: Path) -> str:
    """Return the SHA-256 of the dossier from which the cutting at *path* comes; nothing where it names none."""
    with path.open("rb") as stream:
        found = _NAMES.search(stream.read(_NAMED_WITHIN))
    return found[1].decode() if found else ""


@cache
def _form() -> "TypeAdapter[Cutting]":
    from pydantic import ConfigDict, TypeAdapter, with_config

    return TypeAdapter(with_config(ConfigDict(extra="forbid"))(Cutting))


def _line_of(piece: Piece) -> str:
    """Return a piece as JSON, without what is as it mostly is."""
    return _json(
        {
            name: getattr(piece, name)
            for name, usual in _OF_PIECES.items()
            if name in ("text", "line") or getattr(piece, name) != usual
        }
    )


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
