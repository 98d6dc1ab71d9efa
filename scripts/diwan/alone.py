"""One at a time: whoever writes in a project keeps other runs away, and a run that was killed keeps nobody away."""

from collections.abc import Iterator
from contextlib import contextmanager

from filelock import FileLock, Timeout

from diwan.problems import Location, Problem
from diwan.project import Project


@contextmanager
def alone(project: Project) -> Iterator[Problem | None]:
    """Keep other runs away from the project while this one writes; give the problem if one is already writing."""
    lock = FileLock(project.work / "lock", timeout=0)
    project.work.mkdir(exist_ok=True)
    try:
        lock.acquire()
    except Timeout:
        mend = "wait until it has finished; if there is none, the lock goes with the process that held it"
        yield Problem(
            "project-busy", Location(path=".diwan/lock"), "another run is writing in this project", mend
        )
        return
    try:
        yield None
    finally:
        lock.release()
