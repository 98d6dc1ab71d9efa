"""Measuring a command or a step: time, processor time, peak memory of all its processes; and the facts of the machine."""

import ctypes
import os
import platform
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from threading import Event, Thread

#: Seconds between two looks at the memory of a command.
_LOOK = 0.2
#: prctl(2): PR_SET_CHILD_SUBREAPER, by which processes that are left alone come to this one.
_TAKE_IN = 36


@dataclass(frozen=True)
class Cost:
    """What a command cost: seconds on the clock and of processors, megabytes at its peak, and what it made."""

    wall: float
    cpu: float
    peak_mb: int
    files: int = 0
    output_mb: float = 0.0

    def row(self) -> dict[str, float]:
        """Return the cost for a results file, rounded to what the measurement is worth."""
        return {name: round(value, 2) for name, value in asdict(self).items()}


def cost_of(command: list[str], folder: Path, output: Path, **environment: str) -> Cost:
    """Run *command* in *folder*; return what it cost, and how many files of what size are in *output*.

    An installed program has its code compiled; where Python is told not to keep it, as in some containers, every start
    compiles all of it again, which is half a processor second. Processes that outlive those that began them, as the
    reading ones do by a moment, are waited for: else nobody counts what they took.
    """
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    before, start = os.times(), time.perf_counter()
    with _all_waited_for():
        process = subprocess.Popen(
            command,
            cwd=folder,
            env={**kept, **environment},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        peak, ended = [0], Event()
        watcher = Thread(target=_watch, args=(process.pid, peak, ended))
        watcher.start()
        said = process.communicate()[1].decode(errors="replace")
        ended.set()
        watcher.join()
        wall = time.perf_counter() - start
    after = os.times()
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} failed:\n{said[-2000:]}")
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    files = [path.stat().st_size for path in output.rglob("*") if path.is_file()]
    return Cost(wall, cpu, peak[0] // 1024, len(files), sum(files) / 1e6)


@contextmanager
def _all_waited_for() -> Iterator[None]:
    """Take in the processes that are left alone while the block runs, and wait for them: else nobody counts their time."""
    own = _children(os.getpid())
    _take_in(1)
    try:
        yield
        while left := _children(os.getpid()) - own:
            for each in left:
                os.waitpid(each, 0)
    finally:
        _take_in(0)


def _take_in(wanted: int) -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_TAKE_IN, wanted)


def _watch(root: int, peak: list[int], ended: Event) -> None:
    while not ended.wait(_LOOK):
        peak[0] = max(peak[0], sum(map(_proportional_kb, _family(root))))


def _family(root: int) -> list[int]:
    """Return a process and all that come from it."""
    parents, family = _parents(), [root]
    for member in family:
        family += [child for child, parent in parents.items() if parent == member]
    return family


def _children(process: int) -> set[int]:
    """Return the processes that a process began or took in."""
    return {child for child, parent in _parents().items() if parent == process}


def _parents() -> dict[int, int]:
    """Return the parent of each process there is."""
    parents = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            try:
                parents[int(entry.name)] = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            except OSError:  # it has just ended
                continue
    return parents


def _proportional_kb(process: int) -> int:
    """Return the memory of a process, pages shared with others counted in parts (PSS), in kilobytes."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def machine() -> dict[str, object]:
    """Return what one must know of the machine to judge the figures."""
    cpu = next((line.partition(":")[2].strip() for line in Path("/proc/cpuinfo").read_text().splitlines()
                if line.startswith("model name")), platform.processor())  # fmt: skip
    memory = int(Path("/proc/meminfo").read_text().split()[1]) // 1_000_000
    packages = ("diwan", "mkdocs", "mkdocs-material", "zensical", "hugo")
    versions = {}
    for name in packages:
        try:
            versions[name] = version(name)
        except ModuleNotFoundError:
            continue
    return {
        "processor": cpu,
        "processors": len(os.sched_getaffinity(0)),
        "memory_gb": memory,
        "system": platform.platform(),
        "python": platform.python_version(),
        "versions": versions,
        "load_before": os.getloadavg()[0],
    }
