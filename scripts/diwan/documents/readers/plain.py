"""Plain text: a page or article saved as text, in whatever encoding.

In: the bytes of a file. Out: its lines or paragraphs as pieces, with the encoding and what was taken out.
"""

import hashlib

from diwan.documents.encodings import Decoded, Undecodable, decode
from diwan.documents.lines import normalise, split
from diwan.documents.pieces import Reading
from diwan.model.block import Flag, Provenance
from diwan.problems import Location, Outcome, Problem

READER = "plain text 1"


def read(data: bytes, path: str) -> Outcome[Reading | None]:
    """Return the reading of a text file, or why it cannot be read."""
    decoded = decode(data)
    if isinstance(decoded, Undecodable):
        return undecodable(decoded, path)
    text, flags = normalise(decoded.text)
    pieces = split(text)
    if not pieces:
        problem = Problem(
            "source-empty", Location(path=path), "the file has no text",
            "save the page again; check that the file is the one you meant",
        )  # fmt: skip
        return Outcome(None, (problem,))
    return Outcome(
        Reading(pieces=pieces, provenance=_provenance(data, decoded), flags=(*_doubt(decoded), *flags))
    )


def _provenance(data: bytes, decoded: Decoded) -> Provenance:
    return Provenance(
        sha256=hashlib.sha256(data).hexdigest(),
        media_type="text/plain",
        encoding=decoded.encoding,
        encoding_confidence=decoded.confidence,
        reader=READER,
        size=len(data),
    )


def _doubt(decoded: Decoded) -> tuple[Flag, ...]:
    if decoded.confidence == 1:
        return ()
    return (
        Flag(kind="encoding-detected", detail=f"{decoded.encoding}, confidence {decoded.confidence:.2f}"),
    )


def undecodable(why: Undecodable, path: str) -> Outcome[Reading | None]:
    """Return that the bytes of a file are no text that anybody can tell."""
    messages = {
        "binary": ("source-binary", "the file is no text"),
        "damaged": ("source-damaged", "the file is damaged"),
        "unknown": ("source-encoding-unknown", "the encoding of the file cannot be told"),
    }
    code, message = messages[why.why]
    mend = "open it in an editor, check that it reads well, and save it as UTF-8"
    return Outcome(None, (Problem(code, Location(path=path), f"{message}: {why.detail}", mend),))
