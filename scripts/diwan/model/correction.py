"""Corrections: what a person sees better than the converter, block by block, each with a reason."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from diwan.model.base import Prose, Value
from diwan.model.block import BlockKind
from diwan.model.pointer import CHECKSUM_LENGTH, sha256_of_text

#: A block as `diwan show` names it: the line it begins at, and the start of the SHA-256 of its text.
BLOCK_PATTERN = rf"^[0-9]+@[0-9a-f]{{{CHECKSUM_LENGTH}}}$"
BlockName = Annotated[str, StringConstraints(pattern=BLOCK_PATTERN)]
_ACTIONS = ("kind", "level", "join", "split", "keep", "drop")


def block_name(line: int, text: str) -> str:
    """Return the name of the block with *text* that begins at *line*."""
    return f"{line}@{sha256_of_text(text)[:CHECKSUM_LENGTH]}"


class Correction(Value):
    """One thing that the converter got wrong about one block of an article (`corpus/corrections/<article>.yml`)."""

    block: BlockName
    #: In our words: why the converter is wrong.
    reason: Prose
    kind: BlockKind | None = None
    level: Annotated[int, Field(ge=1, le=6)] | None = None
    #: `next`: the block and the one after it are one.
    join: Literal["next"] | None = None
    #: Where further blocks begin in its text, in code points.
    split: tuple[Annotated[int, Field(ge=1)], ...] = ()
    keep: Literal["yes"] | None = None
    drop: Literal["yes"] | None = None

    @property
    def id(self) -> str:
        """What tells it from others of the same article."""
        return " ".join([self.block, *(name for name in _ACTIONS if getattr(self, name))])

    @property
    def line(self) -> int:
        """The line at which the block begins."""
        return int(self.block.partition("@")[0])

    @property
    def checksum(self) -> str:
        """The start of the SHA-256 of the block's text."""
        return self.block.partition("@")[2]

    @model_validator(mode="after")
    def _says_one_thing(self) -> "Correction":
        said = [name for name in _ACTIONS if getattr(self, name)]
        if said not in (["kind"], ["level"], ["kind", "level"], ["join"], ["split"], ["keep"], ["drop"]):
            here = " and ".join(said) or "none of them"
            raise ValueError(
                f"a correction says one of {', '.join(_ACTIONS)} (kind and level go together), and this one says {here}"
            )
        return self
