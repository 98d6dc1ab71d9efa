"""The codebook, and codings: one coder's answers about one article, each with the passages that carry it."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints

from diwan.model.base import Id, Line, Multilingual, Prose, Value
from diwan.model.pointer import PointerField


def _day(text: str) -> str:
    date.fromisoformat(text)
    return text


Version = Annotated[str, StringConstraints(pattern=r"^[0-9]+\.[0-9]+$")]
#: A day there has been or will be, as ISO 8601 has it.
Day = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"), AfterValidator(_day)]


class Confidence(StrEnum):
    """How sure a coder was."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Support(StrEnum):
    """What the answer that is shown rests on."""

    NONE = "not-coded"
    ONE = "one-reader"
    AGREED = "readers-agree"
    #: Readings give different answers and no reconciliation has settled the question.
    DIFFER = "readers-differ"
    RECONCILED = "reconciled"


class Answer(Value):
    """One coder's answer to one question of the codebook."""

    value: Id
    confidence: Confidence
    reason: Prose | None = None
    evidence: tuple[PointerField, ...] = ()
    #: Why it differs from the answer released before; the ledger keeps it from the next release on.
    changed: Line | None = None


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
    #: A reading judges the article alone; a reconciliation has seen the readings, so it says nothing about agreement.
    role: Literal["reading", "reconciliation"] = "reading"


class CodeValue(Value):
    """One possible answer to a question, with the rules for giving it."""

    id: Id
    label: Multilingual
    definition: Multilingual
    include: tuple[Multilingual, ...] = ()
    exclude: tuple[Multilingual, ...] = ()


class Question(Value):
    """A question that coders answer about every article."""

    id: Id
    label: Multilingual
    question: Multilingual
    definition: Multilingual
    values: Annotated[tuple[CodeValue, ...], Field(min_length=2)]
    boundary_cases: tuple[Multilingual, ...] = ()


class Change(Value):
    """What a version of the codebook changed, and which answers it may have made wrong."""

    version: Version
    date: Day
    note: Multilingual
    #: By question: the answers that must be looked at again, or none listed for all of them.
    affects: dict[Id, tuple[Id, ...]] = {}

    def touches(self, question: str, value: str) -> bool:
        """Whether an answer given before this change must be looked at again."""
        return question in self.affects and value in (self.affects[question] or (value,))


class Codebook(Value):
    """The rules of coding. A new version lists what it changed, so that codings can be looked at again."""

    introduction: Multilingual
    #: What to bear in mind where codings are compared: how those at hand came about.
    caution: Multilingual | None = None
    #: Every version, oldest first; the last is in force.
    changes: Annotated[tuple[Change, ...], Field(min_length=1)]
    coders: tuple[Coder, ...]
    #: The coder whose answers are shown, first match first, question by question: a reconciliation before a reading.
    precedence: tuple[Id, ...]
    questions: tuple[Question, ...]

    @property
    def version(self) -> str:
        """The version in force."""
        return self.changes[-1].version

    @property
    def date(self) -> str:
        """The day of the version in force."""
        return self.changes[-1].date

    def question(self, ident: str) -> Question:
        """Return the question *ident*, which the check has found to be there."""
        return next(question for question in self.questions if question.id == ident)

    def coder(self, ident: str) -> Coder:
        """Return the coder *ident*, whom the check has found to be there."""
        return next(coder for coder in self.coders if coder.id == ident)

    def standing(self, codings: Iterable[Coding], question: str) -> Coding | None:
        """Return the coding whose answer to *question* is shown and counted: the first by precedence that has one."""
        by_coder = {coding.coder: coding for coding in codings if question in coding.answers}
        return next((by_coder[coder] for coder in self.precedence if coder in by_coder), None)

    def support(self, codings: Iterable[Coding], question: str) -> Support:
        """Return what the answer to *question* rests on."""
        answered = [coding for coding in codings if question in coding.answers]
        readings = [coding for coding in answered if self.is_reading(coding.coder)]
        if len(readings) < len(answered):
            return Support.RECONCILED
        values = {coding.answers[question].value for coding in readings}
        if len(values) > 1:
            return Support.DIFFER
        return (Support.NONE, Support.ONE, Support.AGREED)[min(len(readings), 2)]

    def is_reading(self, coder: str) -> bool:
        """Whether *coder* judges articles alone, so that agreement with others means something."""
        return any(known.id == coder and known.role == "reading" for known in self.coders)

    def changes_since(self, version: str, question: str, value: str) -> tuple[Change, ...]:
        """Return the changes after *version* because of which an answer must be looked at again."""
        known = [change.version for change in self.changes]
        later = self.changes[known.index(version) + 1 :] if version in known else self.changes
        return tuple(change for change in later if change.touches(question, value))
