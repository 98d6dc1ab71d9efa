"""Work in several processes: the same function over many items, each process taking its share.

On this machine processes are forked, so that they see everything read so far without a copy; where a system cannot
fork, or there is little to do, the work is done here. Any other `concurrent.futures` executor can do it instead, such
as that of a Dask cluster: then function and items travel, and must be such that they can. Results come back in the
order of the items, whoever made them, so that the outcome is the same.
"""

import ctypes
import gc
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing.connection import Connection
from threading import Lock
from typing import Any, TypeVar

from diwan.garbage import collected, frozen

T = TypeVar("T")
R = TypeVar("R")

#: Items sent to a worker of an executor at a time: enough work to be worth the journey.
SENT_TOGETHER = 50
#: Items; below this starting processes costs more than it saves (about 30 ms each).
WORTHWHILE = 64
#: Shares a process. What costs most may stand together, as lists do behind ten thousand articles: with four shares, one
#: process was left alone with the last for a sixth of the time.
_SHARES_EACH = 16
#: prctl(2): PR_SET_PDEATHSIG, the signal that a process gets when the one that started it ends.
_DIE_WITH_PARENT = 1

#: Held while processes begin, by one thread at a time; a process that begins meanwhile for another reason has its own.
_forking = Lock()
_work: tuple[Callable[[Sequence[Any]], Any], Sequence[Sequence[Any]]] | None = None


def _renew_lock() -> None:
    global _forking  # noqa: PLW0603  # whoever held it is not in this process
    _forking = Lock()


os.register_at_fork(after_in_child=_renew_lock)


def workers_wanted() -> int:
    """Return how many processes to use: one for each processor this process may use, or what DIWAN_WORKERS says."""
    if wanted := os.environ.get("DIWAN_WORKERS"):
        return max(1, int(wanted))
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _forks_wanted() -> int:
    """Return how many processes to fork; 1, which is none, where the system cannot."""
    return workers_wanted() if "fork" in multiprocessing.get_all_start_methods() else 1


def in_shards(
    function: Callable[[Sequence[T]], R],
    items: Sequence[T],
    executor: Executor | None = None,
    *,
    worthwhile: int = WORTHWHILE,
) -> list[R]:
    """Return what *function* makes of each share of *items*; shares are neighbouring items, in order.

    Fewer items than are *worthwhile* are one share.
    """
    if executor is not None:
        return list(executor.map(function, _shares(items, SENT_TOGETHER)))
    count = _forks_wanted()
    if len(items) < worthwhile:
        return [function(items)]
    if count == 1:
        with collected():
            return [function(items)]
    return list(_forked(function, _shares(items, -(-len(items) // (count * _SHARES_EACH))), count))


def joined_shards(
    function: Callable[[Sequence[T]], Iterable[R]],
    items: Sequence[T],
    executor: Executor | None = None,
    *,
    worthwhile: int = WORTHWHILE,
) -> list[R]:
    """Return, one after the other, all that *function* makes of the shares of *items* (`in_shards`)."""
    return [made for share in in_shards(function, items, executor, worthwhile=worthwhile) for made in share]


def as_made(function: Callable[[Sequence[T]], R], items: Sequence[T], size: int) -> Iterator[R]:
    """Yield what *function* makes of each share of *size* items, in order, while the next ones are being made."""
    count = _forks_wanted()
    shares = _shares(items, size)
    if count == 1 or len(items) < WORTHWHILE:
        yield from map(function, shares)
    else:
        yield from _forked(function, shares, count)


def _forked(function: Callable[[Sequence[T]], R], shares: Sequence[Sequence[T]], count: int) -> Iterator[R]:
    """Yield what *count* forked processes make of *shares*, in order."""
    global _work  # noqa: PLW0603  # forked processes inherit it; nothing else reaches them without a copy
    context = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(count, context, _end_with, (os.getpid(),)) as pool:
        with _forking, frozen():
            _work = (function, shares)
            # All processes begin here, and each keeps what `_work` was when it did.
            made = pool.map(_do_share, range(len(shares)))
            _work = None
        yield from made


@contextmanager
def beside(work: Callable[[], R]) -> Iterator[list[R]]:
    """Do *work* in a process of its own while the block runs, and wait until it is done; the list then has what it returned.

    What goes wrong in it is raised here. It has half of the processes there may be, as each holds its own copy of what
    it looks at. With a single process, *work* is done after the block.
    """
    done: list[R] = []
    if _forks_wanted() == 1:
        yield done
        done.append(work())
        return
    context = multiprocessing.get_context("fork")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_do_beside, args=(work, there, os.getpid()))
    with frozen():
        process.start()
    there.close()
    try:
        yield done
        returned, raised = here.recv()
    except EOFError as error:
        message = "a process that worked beside this one was killed"
        raise RuntimeError(message) from error
    except BaseException:
        process.kill()
        process.join()
        raise
    # It has said all. The system takes .2 s to take back what it held of 10,000 articles, which need not be waited for.
    if raised is not None:
        raise raised
    done.append(returned)


def _do_beside(work: Callable[[], object], there: Connection, parent: int) -> None:
    """Do *work* and send what it returned, or what was raised."""
    _end_with(parent)
    os.environ["DIWAN_WORKERS"] = str(max(1, workers_wanted() // 2))
    try:
        there.send((work(), None))
    except Exception as error:  # noqa: BLE001  # it is raised again where the work was asked for
        there.send((None, error))


def _end_with(parent: int) -> None:
    """Let this process end with the one that began it, however that ends, and write nothing after it.

    What the other one holds is frozen, so that looking for garbage costs little: work in shares leaves most of it.
    """
    gc.enable()
    # Ctrl-C is said to all processes of a terminal: the one that began this one decides what becomes of it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)


def _shares(items: Sequence[T], size: int) -> list[Sequence[T]]:
    return [items[start : start + size] for start in range(0, len(items), size)]


def _do_share(number: int) -> Any:
    assert _work is not None  # noqa: S101  # set before the fork
    function, shares = _work
    return function(shares[number])
