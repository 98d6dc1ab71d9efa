"""How the command speaks: problems to standard error, all of them, and a line that counts them."""

import re
import sys
from collections.abc import Iterable

from diwan.model.hidden import HIDDEN
from diwan.problems import Problem, Severity

_STEERING = re.compile(f"[{HIDDEN}\ud800-\udfff]")


def say(line: str) -> None:
    """Print a line of result."""
    sys.stdout.write(f"{_plain(line)}\n")


def note(line: str) -> None:
    """Print a line of progress or explanation."""
    sys.stderr.write(f"{_plain(line)}\n")


def _plain(line: str) -> str:
    """Return *line* with characters that would steer the terminal or reorder the line written as numbers."""
    return _STEERING.sub(lambda found: f"<U+{ord(found.group()):04X}>", line)


def counted(number: int, noun: str) -> str:
    """Return a number with its English noun."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def tell(problems: Iterable[Problem], *, strict: bool = False) -> int:
    """Print *problems* and return the exit code: 1 where something must be mended."""
    listed = list(problems)
    for problem in listed:
        note(str(problem))
    errors = sum(problem.severity is Severity.ERROR for problem in listed)
    note(f"{counted(errors, 'error')}, {counted(len(listed) - errors, 'warning')}")
    return 1 if errors or (strict and listed) else 0
