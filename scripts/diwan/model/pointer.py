"""Pointers: how a coding, an event or a claim names the passage that carries it.

Written `article#passage@checksum` in the corpus; inside an article's own record the article is left out:
`p12@3f9a1c20b7d4e5f6`. The checksum is the start of the SHA-256 of the passage's text, so that a passage
which changed is noticed. The words themselves are never copied.
"""

import hashlib
import re
from dataclasses import dataclass
from typing import Annotated

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema

from diwan.model.base import ID_PATTERN

#: Hexadecimal digits of the checksum kept in a pointer: 64 bits, enough to tell any two passages apart.
CHECKSUM_LENGTH = 16

#: `p12` is the twelfth passage of the article, `en3` the third of its English digest.
PASSAGE_PATTERN = r"(?:p|[a-z]{2,3}(?:-[a-z0-9]+)*?)[0-9]+[a-z]?"

_POINTER = re.compile(
    rf"(?:(?P<article>{ID_PATTERN})#)?(?P<passage>{PASSAGE_PATTERN})(?:@(?P<checksum>[0-9a-f]{{{CHECKSUM_LENGTH}}}))?"
)


def sha256_of_text(text: str) -> str:
    """Return the SHA-256 of *text*, white space folded, in hexadecimal digits; pointers write its start."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()


@dataclass(frozen=True, slots=True, order=True)
class Pointer:
    """One passage of one article, and the checksum it had when somebody pointed at it."""

    article: str
    passage: str
    checksum: str

    def __str__(self) -> str:
        """Return the pointer as it is written in the corpus."""
        where = f"{self.article}#{self.passage}" if self.article else self.passage
        return f"{where}@{self.checksum}" if self.checksum else where


def parse_pointer(text: object) -> Pointer:
    """Return *text* as a pointer; raise ValueError where it is none."""
    if isinstance(text, Pointer):
        return text
    found = _POINTER.fullmatch(str(text))
    if found is None:
        raise ValueError(
            f"{text!r} is not a pointer: write article#passage or, in a record, the passage alone"
        )
    return Pointer(found["article"] or "", found["passage"], found["checksum"] or "")


PointerField = Annotated[
    Pointer,
    BeforeValidator(parse_pointer),
    PlainSerializer(str),
    WithJsonSchema(
        {
            "type": "string",
            "pattern": f"^{_POINTER.pattern.replace('?P<article>', '').replace('?P<passage>', '').replace('?P<checksum>', '')}$",
        }
    ),
]
