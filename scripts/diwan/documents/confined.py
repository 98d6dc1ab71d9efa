"""Confined reading: a file is read in a process of its own, which may use so much time and memory and no more.

In: a format, the bytes of a file, its name. Out: what the reader made of it, or the problem. A hostile or broken file
can make a parser loop, swell or crash; then its process ends and the file has a problem, and nothing else happens.
One process reads many files, one after the other, so that nobody waits for Python to start; it is replaced after a
file that did harm. What comes back is JSON, checked field by field: a parser that was taken over cannot hand on more
than text. The limit of memory holds where the system knows RLIMIT_AS (Linux); that of time holds everywhere.
"""

import atexit
import json
import os
import select
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from diwan.documents.formats import Format
from diwan.documents.pieces import Reading
from diwan.problems import Location, Outcome, Problem

if TYPE_CHECKING:
    from pydantic import TypeAdapter

#: Seconds of the processor for one file: a page or an article takes a hundredth. The reading process bounds itself.
SECONDS = 10
#: Seconds of the clock, for a reader that waits instead of working; six times as many, so that a busy machine, which
#: gives a process its share of the processor slowly, refuses no sound file.
PATIENCE = 60
#: Bytes of address space of the reading process; with every parser loaded it begins below 150 MB.
MEMORY = 512 * 2**20
#: Bytes of an answer: twice the largest source.
_LARGEST_ANSWER = 100_000_000
_AT_A_TIME = 1 << 16
#: The signal that ends a process over its limit of time; systems without such limits have none.
_OUT_OF_TIME = getattr(signal, "SIGXCPU", 0)
#: Where the reading process finds this package.
PACKAGES = str(Path(__file__).resolve().parents[2])
#: Decimal digits, ended by a newline, that say how many bytes of answer follow.
HEAD = 16


@dataclass(frozen=True, slots=True)
class Answer:
    """What the reading process says of one file; `failure` (`time`, `wait`, `memory`, `crash`) if it has nothing to say."""

    reading: Reading | None = None
    problems: tuple[Problem, ...] = ()
    failure: str = ""


@cache
def form_of_answers() -> "TypeAdapter[Answer]":
    """Return what writes and checks answers; whoever begins the reading process need not wait until it is loaded."""
    from pydantic import TypeAdapter

    return TypeAdapter(Answer)


def read_confined(
    known: Format, data: bytes, path: str, *, patience: float = PATIENCE
) -> Outcome[Reading | None]:
    """Return the reading of *data*, made in a process of its own: SECONDS, MEMORY, *patience* by the clock."""
    deadline = time.monotonic() + patience
    worker = _worker()
    answer = worker.ask(known, data, path, deadline)
    if answer.failure in ("memory", "crash") and worker.files > 1:
        # It may have been the leavings of earlier files: a new process decides.
        answer = _worker().ask(known, data, path, deadline)
    if answer.failure:
        return Outcome(None, (_problem(answer.failure, known, path),))
    return Outcome(answer.reading, answer.problems)


def begin(known: Format) -> None:
    """Start the reading process, which loads what *known* needs while whoever will ask it does something else first."""
    _worker(known.module)


class _Worker:
    """A reading process and the pipes to it."""

    def __init__(self, *ahead: str) -> None:
        # One thread and one arena: libraries otherwise reserve address space for every processor.
        bounds = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MALLOC_ARENA_MAX": "1"}
        self.process = subprocess.Popen(  # noqa: S603  # our own module; the file's words travel as data
            [sys.executable, "-m", "diwan.documents.worker", str(MEMORY), str(SECONDS), *ahead],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0,
            env=os.environ | bounds | {"PYTHONPATH": PACKAGES},
            # Ctrl-C is not for it: it ends with its input.
            process_group=0,
        )  # fmt: skip
        assert self.process.stdin  # noqa: S101  # both are pipes
        assert self.process.stdout  # noqa: S101
        self._to, self._from = self.process.stdin.fileno(), self.process.stdout.fileno()
        os.set_blocking(self._to, False)
        self.owner = os.getpid()
        self.files = 0

    @property
    def usable(self) -> bool:
        """Whether it runs and is ours: a forked process has its parent's by mistake."""
        return self.owner == os.getpid() and self.process.returncode is None

    def ask(self, known: Format, data: bytes, path: str, deadline: float) -> Answer:
        """Return the answer about *data*; a process that fails to give one is ended."""
        self.files += 1
        request = json.dumps({"module": known.module, "path": path, "size": len(data)})
        try:
            self._send(request.encode() + b"\n" + data, deadline)
            size = int(self._receive(HEAD, deadline))
            answer = form_of_answers().validate_json(self._receive(min(size, _LARGEST_ANSWER), deadline))
        except TimeoutError:
            self.end()
            return Answer(failure="wait")
        except (OSError, ValueError):
            self.end()
            # The system ends a process that has had its seconds of the processor.
            return Answer(failure="time" if self.process.returncode == -_OUT_OF_TIME else "crash")
        if answer.failure:
            self.end()
        return answer

    def end(self) -> None:
        """End the process."""
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe:
                pipe.close()

    def _send(self, data: bytes, deadline: float) -> None:
        view = memoryview(data)
        while view:
            _, ready, _ = select.select([], [self._to], [], _left(deadline))
            if not ready:
                raise TimeoutError
            view = view[os.write(self._to, view[:_AT_A_TIME]) :]

    def _receive(self, size: int, deadline: float) -> bytes:
        parts: list[bytes] = []
        while size:
            ready, _, _ = select.select([self._from], [], [], _left(deadline))
            if not ready:
                raise TimeoutError
            part = os.read(self._from, min(size, _AT_A_TIME))
            if not part:
                raise BrokenPipeError
            parts.append(part)
            size -= len(part)
        return b"".join(parts)


def _left(deadline: float) -> float:
    return max(deadline - time.monotonic(), 0)


_workers: list[_Worker] = []


def _worker(*ahead: str) -> _Worker:
    """Return the reading process of this process, started if there is none; it loads the reader in the module *ahead*."""
    if not (_workers and _workers[-1].usable):
        _workers.append(_Worker(*ahead))
    return _workers[-1]


@atexit.register
def end_all() -> None:
    """End the reading process."""
    for worker in _workers:
        if worker.usable:
            worker.end()


def _problem(failure: str, known: Format, path: str) -> Problem:
    where = Location(path=path)
    if failure == "wait":
        return Problem(
            "source-stalled", where, f"reading it as {known.name} did not end, though it had little of the processor",
            "build again when less is at work here; if it stays so, save its text as .txt",
        )  # fmt: skip
    messages = {
        "time": f"reading it as {known.name} took more than {SECONDS} seconds of work",
        "memory": f"reading it as {known.name} took more than {MEMORY >> 20} MB of memory",
        "crash": f"the reader of {known.name} broke down over it",
    }
    return Problem(
        "source-over-limits", where, messages[failure],
        "open it in the program it was made with and save the article alone, or save its text as .txt",
    )  # fmt: skip
