"""The conversion report in figures: how a source was read and what was set aside, without any of its words."""

from typing import Annotated

from pydantic import Field, StringConstraints

from diwan.model.base import Value

Count = Annotated[int, Field(ge=0)]


class SetAside(Value):
    """A block that is no text of the article: where it stands, what it is, by which rule, and how many words it has."""

    line: Count
    kind: str
    rule: str
    words: Count


class RaisedFlag(Value):
    """Something in a source that readers should know, and in how many places."""

    kind: str
    places: Count


class ConversionReport(Value):
    """How a source was read (`corpus/ledger/reports/<article>.json`)."""

    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    media_type: str
    size: Count
    encoding: str
    encoding_confidence: Annotated[float, Field(ge=0, le=1)]
    #: The reader, and the library it stands on, each with its version.
    reader: str
    #: Of an article that was cut out of a file of a press archive: which article of which file.
    cut_from: str = ""
    words_kept: Count
    words_aside: Count
    #: Blocks about which a person decided.
    corrected: Count = 0
    set_aside: tuple[SetAside, ...] = ()
    flags: tuple[RaisedFlag, ...] = ()

    @property
    def share_kept(self) -> float | None:
        """The share of the words of the source that are text of the article; None where it has no words."""
        words = self.words_kept + self.words_aside
        return self.words_kept / words if words else None
