"""How the command speaks: problems to standard error, all of them, and a line that counts them."""

import sys
from collections.abc import Iterable

from diwan.problems import Problem, Severity


def say(line: str) -> None:
    """Print a line of result."""
    sys.stdout.write(f"{line}\n")


def note(line: str) -> None:
    """Print a line of progress or explanation."""
    sys.stderr.write(f"{line}\n")


def tell(problems: Iterable[Problem], *, strict: bool = False) -> int:
    """Print *problems* and return the exit code: 1 where something must be mended."""
    listed = list(problems)
    for problem in listed:
        note(str(problem))
    errors = sum(problem.severity is Severity.ERROR for problem in listed)
    note(f"{errors} errors, {len(listed) - errors} warnings")
    return 1 if errors or (strict and listed) else 0
