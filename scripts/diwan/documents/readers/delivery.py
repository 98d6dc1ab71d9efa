"""What every reader of a format hands over: clean pieces, numbered, with how they were read; or why there are none."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from importlib.metadata import version
from zipfile import BadZipFile

from diwan.documents.lines import normalise
from diwan.documents.pieces import Piece, Reading
from diwan.documents.readers.archive import UnsafeArchiveError
from diwan.model.block import BlockKind, Flag, Provenance
from diwan.problems import Location, Outcome, Problem


def deliver(
    pieces: Iterable[Piece],
    provenance: Provenance,
    *,
    stated: Mapping[str, str] | None = None,
    flags: Iterable[Flag] = (),
) -> Outcome[Reading | None]:
    """Return *pieces* as a reading: without characters that are no text, numbered if they have no line of their own."""
    delivered: list[Piece] = []
    raised = [*flags]
    for piece in pieces:
        number = len(delivered) + 1
        text, taken_out = normalise(piece.text)
        text = text.strip() if piece.kind is BlockKind.TABLE else " ".join(text.split())
        if text:
            delivered.append(replace(piece, text=text, line=piece.line or number))
            raised += [replace(flag, line=piece.line or number) for flag in taken_out]
    facts = {fact: " ".join(value.split()) for fact, value in (stated or {}).items() if value.strip()}
    return Outcome(Reading(pieces=tuple(delivered), provenance=provenance, flags=tuple(raised), stated=facts))


def provenance_of(
    data: bytes, media_type: str, reader: str, *, encoding: str = "utf-8", confidence: float = 1.0
) -> Provenance:
    """Return how *data* was read."""
    return Provenance(
        sha256=hashlib.sha256(data).hexdigest(), media_type=media_type, encoding=encoding,
        encoding_confidence=confidence, reader=reader, size=len(data),
    )  # fmt: skip


def with_library(reader: str, library: str) -> str:
    """Return the name and version of a reader and of the *library* it stands on."""
    return f"{reader}, {library} {version(library)}"


def refused(code: str, path: str, message: str, mend: str) -> Outcome[Reading | None]:
    """Return that a file cannot be read, and what to do."""
    return Outcome(None, (Problem(code, Location(path=path), message, mend),))


def no_text(path: str, what: str) -> Outcome[Reading | None]:
    """Return that a file is sound but has no words in it."""
    mend = "if it shows pictures of text, have the text recognised (OCR) and save it with the file"
    return refused("source-no-text", path, what, mend)


def not_opened(path: str, error: BadZipFile | UnsafeArchiveError) -> Outcome[Reading | None]:
    """Return why an archive, which a Word file and an EPUB are, was not opened: it is not whole, or it is refused."""
    if isinstance(error, UnsafeArchiveError):
        return unsafe(path, error)
    mend = "copy or download it again; or open it in the program it was made with and save it anew"
    return refused(
        "source-damaged", path, "the file is broken: it breaks off, or parts of it were changed", mend
    )


def unsafe(path: str, why: object) -> Outcome[Reading | None]:
    """Return that a file holds what no article needs and only an attack or a mistake would put there."""
    mend = "do not open it; get the article from elsewhere, or save its text as .txt"
    return refused("source-unsafe", path, f"it is not read, because {why}", mend)
