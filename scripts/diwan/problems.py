"""Problems are data: a code, a place, what is wrong and how to mend it. Exceptions are for bugs.

Stages return an `Outcome`: their value, and every problem they met. Only `build` holds a `Report`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from enum import StrEnum
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class Severity(StrEnum):
    """Whether a problem stops the build, or only a strict one."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Location:
    """A file of the corpus, a line in it counted from 1, and the field that stands there."""

    path: str
    line: int = 0
    field: str = ""

    def __str__(self) -> str:
        """Return `path:line`, as editors and terminals understand it."""
        return f"{self.path}:{self.line}" if self.line else self.path


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that somebody should mend."""

    code: str
    where: Location
    message: str
    mend: str
    severity: Severity = Severity.ERROR
    #: What is said not to be there (`article an-id`, `outlet an-id`): nothing is told of what stands in a file that has to
    #: be mended first.
    absent: str = ""

    @property
    def passing(self) -> bool:
        """Whether it may lie with the moment and not with what was read: whoever builds again looks again."""
        return self.code == "source-stalled"

    def __str__(self) -> str:
        """Return the problem as two lines for a terminal."""
        return f"{self.where}: {self.severity}: {self.message} [{self.code}]\n    mend: {self.mend}"


class Outcome(NamedTuple, Generic[T_co]):
    """What a stage made, and what it found wrong on the way."""

    value: T_co
    problems: tuple[Problem, ...] = ()


@dataclass(slots=True)
class Report:
    """Every problem of a run, in the order of files and lines."""

    problems: list[Problem] = field(default_factory=list)

    def keep(self, outcome: Outcome[T]) -> T:
        """Note the problems of *outcome* and hand its value on."""
        self.problems.extend(outcome.problems)
        return outcome.value

    def add(self, problems: Iterable[Problem]) -> None:
        """Note *problems*."""
        self.problems.extend(problems)

    @property
    def has_errors(self) -> bool:
        """Whether something stops the build."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)

    def __iter__(self) -> Iterator[Problem]:
        """Iterate over the problems as somebody would mend them: file by file, top to bottom."""
        return iter(sorted(self.problems, key=lambda problem: (problem.where, problem.code, problem.message)))


def nearest(word: str, known: Iterable[str], otherwise: str) -> str:
    """Return how to mend *word*: the known word most like it if one is near, and what is to be done *otherwise*."""
    # 0.6 is difflib's own default: it finds one slip in a short word and offers nothing far-fetched.
    close = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"did you mean '{close[0]}'? If not, {otherwise}" if close else otherwise


def unknown(code: str, noun: str, ident: str, where: Location, mend: str) -> Problem:
    """Return the problem that there is no *noun* (article, theme, …) of the id that stands at a place."""
    return Problem(code, where, f"there is no {noun} '{ident}'", mend, absent=f"{noun} {ident}")
