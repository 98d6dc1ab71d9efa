"""The reading process: reads files that `confined` sends over a pipe, under limits of memory and time.

In, on standard input: a line of JSON (`module`, `path`, `size`), then that many bytes. Out, on standard output: the
number of bytes that follow, padded to a fixed width, and the answer as JSON. Ends when its input ends, at the latest
together with the process that started it.
"""

import gc
import json
import os
import sys
from importlib import import_module
from typing import BinaryIO

from diwan.documents.bounds import FILE, bounded
from diwan.documents.confined import HEAD, Answer, form_of_answers
from diwan.problems import Location, Problem

try:
    import resource
except ImportError:  # a system without such limits (Windows)
    resource = None  # type: ignore[assignment]

#: Values that are made before garbage is looked for, 700 otherwise: readers leave hardly any, and to look for it took a
#: fiftieth of the time of a page, a twentieth of that of a page of 7,800 paragraphs, and a fifteenth of the start.
_SELDOM = 100_000
ANSWER = form_of_answers()
#: What a reader reads ahead of any file: with it comes all that it loads when it is first asked, half a second for a page.
_AHEAD = b"Some words."


def main(memory: int, seconds: int, ahead: str = "") -> None:
    """Read files until there are no more, each within *memory* bytes and *seconds* of the processor.

    The reader in the module *ahead* is the one that will be asked first.
    """
    _bound(memory)
    gc.set_threshold(_SELDOM)
    requests, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    # Whatever a library prints must not get between the answers, nor fail for want of room.
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    if ahead:
        _read(ahead, _AHEAD, "")
    while line := requests.readline():
        request = json.loads(line)
        data = requests.read(request["size"])
        _bound_time(seconds)
        try:
            answer = _read(request["module"], data, request["path"])
            body = ANSWER.dump_json(answer)
        except MemoryError:
            body = ANSWER.dump_json(Answer(failure="memory"))
        _send(answers, body)


def _read(module: str, data: bytes, path: str) -> Answer:
    try:
        outcome = bounded(import_module(module).read(data, path), FILE, path)
    except MemoryError:
        return Answer(failure="memory")
    except SystemError:
        # The interpreter itself fails where code in C finds no more memory and does not say so: a new process may do better.
        return Answer(failure="crash")
    except Exception as error:  # noqa: BLE001  # a library may raise anything over a broken file
        message = f"it cannot be read: {type(error).__name__}: {' '.join(str(error).split())[:200]}"
        mend = "open it in the program it was made with and save it again, or save its text as .txt"
        return Answer(problems=(Problem("source-damaged", Location(path=path), message, mend),))
    return Answer(outcome.value, outcome.problems)


def _send(answers: BinaryIO, body: bytes) -> None:
    answers.write(str(len(body)).ljust(HEAD).encode() + body)
    answers.flush()


def _bound(memory: int) -> None:
    if resource is not None:
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _bound_time(seconds: int) -> None:
    """Allow *seconds* of the processor from now on; beyond them the system ends the process."""
    if resource is not None:
        used = resource.getrusage(resource.RUSAGE_SELF)
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        soft = int(used.ru_utime + used.ru_stime) + seconds + 1
        resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), *sys.argv[3:])
