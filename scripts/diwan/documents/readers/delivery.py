"""What every reader of a format hands over: clean pieces, numbered, with how they were read; or why there are none."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from importlib.metadata import version
from zipfile import BadZipFile

from diwan.documents.encodings import Decoded, Undecodable
from diwan.documents.pieces import Piece, Reading
from diwan.documents.readers.archive import UnsafeArchiveError
from diwan.documents.shapes import width_of
from diwan.documents.splitting import normalise
from diwan.model.block import BlockKind, Flag, Provenance
from diwan.problems import Location, Outcome, Problem


def deliver(
    pieces: Iterable[Piece],
    provenance: Provenance,
    *,
    stated: Mapping[str, str] | None = None,
    flags: Iterable[Flag] = (),
    is_page: bool = False,
) -> Outcome[Reading | None]:
    """Return *pieces* as a reading: without characters that are no text, numbered if they have no line of their own."""
    delivered, raised = _cleaned(pieces, 1)
    facts = {fact: " ".join(value.split()) for fact, value in (stated or {}).items() if value.strip()}
    return Outcome(
        Reading(
            pieces=tuple(delivered),
            provenance=provenance,
            flags=(*flags, *raised),
            is_page=is_page,
            stated=facts,
        )
    )


def with_more(reading: Reading, pieces: Iterable[Piece]) -> Reading:
    """Return *reading* with *pieces* behind its own, clean and numbered as these are."""
    delivered, raised = _cleaned(pieces, len(reading.pieces) + 1)
    return replace(reading, pieces=(*reading.pieces, *delivered), flags=(*reading.flags, *raised))


def _cleaned(pieces: Iterable[Piece], first: int) -> tuple[list[Piece], list[Flag]]:
    """Return *pieces* without characters that are no text, with numbers from *first*, and what was taken out."""
    delivered: list[Piece] = []
    raised: list[Flag] = []
    for piece in pieces:
        number = piece.line or first + len(delivered)
        text, taken_out = normalise(piece.text)
        text = text.strip() if piece.kind is BlockKind.TABLE else " ".join(text.split())
        if text:
            delivered.append(replace(piece, text=text, line=number))
            raised += [replace(flag, line=number) for flag in taken_out]
    return delivered, raised


def provenance_of(data: bytes, media_type: str, reader: str, decoded: Decoded | None = None) -> Provenance:
    """Return how *data* was read; what had to be *decoded* as a text says in which encoding, and how sure that is."""
    return Provenance(
        sha256=hashlib.sha256(data).hexdigest(), media_type=media_type, reader=reader, size=len(data),
        encoding=decoded.encoding if decoded else "utf-8",
        encoding_confidence=decoded.confidence if decoded else 1.0,
    )  # fmt: skip


def doubt_of(decoded: Decoded) -> tuple[Flag, ...]:
    """Return the flag of a text of which a detector had to tell the encoding."""
    detail = f"{decoded.encoding}, confidence {decoded.confidence:.2f}"
    return () if decoded.confidence == 1 else (Flag(kind="encoding-detected", detail=detail),)


def opened(pieces: Sequence[Piece], most: int, running: int) -> Iterator[Piece]:
    """Yield *pieces*; what is nothing else is a paragraph, but in the opening, which is judged like plain text.

    That is the first *most* pieces, up to the first of *running* columns: Chinese says in a hundred characters what takes others two.
    """
    opening = True
    for number, piece in enumerate(pieces):
        opening = opening and number < most and width_of(piece.text) < running
        yield piece if opening or piece.kind else replace(piece, kind=BlockKind.PARAGRAPH)


def with_library(reader: str, *libraries: str) -> str:
    """Return the name and version of a reader and of the *libraries* it stands on."""
    return ", ".join([reader, *(f"{library} {version(library)}" for library in libraries)])


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


def locked(path: str) -> Outcome[Reading | None]:
    """Return that a file asks for a password: whoever has it can open it, and nobody else should try."""
    mend = "open it with its password, and save or print it without one, or save its text as .txt"
    return refused("source-unsafe", path, "it is not read, because it is locked by a password", mend)


def undecodable(why: Undecodable, path: str) -> Outcome[Reading | None]:
    """Return that the bytes of a file are no text that anybody can tell."""
    code, message = {
        "binary": ("source-binary", "the file is no text"),
        "damaged": ("source-damaged", "the file is damaged"),
        "unknown": ("source-encoding-unknown", "the encoding of the file cannot be told"),
    }[why.why]
    mend = "open it in an editor, check that it reads well, and save it as UTF-8"
    return refused(code, path, f"{message}: {why.detail}", mend)
