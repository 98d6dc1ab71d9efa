"""The codebook, and codings: one coder's answers about one article, each with the passages that carry it."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from diwan.model.base import Id, Line, Multilingual, Prose, Value
from diwan.model.pointer import PointerField

Version = Annotated[str, StringConstraints(pattern=r"^[0-9]+\.[0-9]+$")]
Day = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]


class Confidence(StrEnum):
    """How sure a coder was."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Answer(Value):
    """One coder's answer to one question of the codebook."""

    value: Id
    confidence: Confidence
    reason: Prose | None = None
    evidence: tuple[PointerField, ...] = ()


class Coding(Value):
    """One coder's answers about one article."""

    coder: Id
    codebook: Version
    date: Day
    answers: dict[Id, Answer]


class Coder(Value):
    """Somebody, or some way of working, that codes articles."""

    id: Id
    name: Multilingual
    method: Multilingual


class CodeValue(Value):
    """One possible answer to a question, with the rules for giving it."""

    id: Id
    label: Multilingual
    definition: Multilingual
    include: tuple[Line, ...] = ()
    exclude: tuple[Line, ...] = ()


class Question(Value):
    """A question that coders answer about every article."""

    id: Id
    label: Multilingual
    question: Multilingual
    definition: Multilingual
    values: Annotated[tuple[CodeValue, ...], Field(min_length=2)]
    boundary_cases: tuple[Prose, ...] = ()


class Codebook(Value):
    """The rules of coding. A new version lists what it changed, so that codings can be looked at again."""

    version: Version
    date: Day
    introduction: Multilingual
    coders: tuple[Coder, ...]
    #: The coder whose answers are shown, first match first: a reconciled coding before a single one.
    precedence: tuple[Id, ...]
    questions: tuple[Question, ...]
