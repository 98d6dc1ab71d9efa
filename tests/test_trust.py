"""What was there stays whole: runs that are cut off, disks that are full, two runs at once."""

import errno
import gc
import os
import resource
import shutil
import signal
import sys
import tempfile
from pathlib import Path

import pytest
from jinja2 import Environment

from conftest import copy_project, edit, files_below
from diwan import build as building
from diwan import rendering
from diwan.build import Wish, build, convert, draft
from diwan.problems import Outcome
from diwan.project import Project

#: Points at which a run is killed, spread evenly over all its operations on files. A disk is full at fewer, because
#: it stays full from there on.
KILL_POINTS = int(os.environ.get("DIWAN_KILL_POINTS", "210"))
FULL_POINTS = KILL_POINTS // 7
#: Tests that share the kill points, each every sixth: one of three minutes would keep one process busy at the end.
PARTS = 6
#: How a run ends that has told of a full disk.
FULL = 4
#: What changes files: Python announces each of these to its audit hooks before it happens.
OPERATIONS = ("os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "ctypes.dlopen")


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder by name."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files_below(folder)}


def in_child(action) -> int:
    """Run *action* in a process of its own and return how it ended."""
    child = os.fork()
    if child == 0:
        # What the tests before have left in memory is not the child's to tidy: looking at it would copy it.
        gc.freeze()
        try:
            action()
        except BaseException:  # noqa: BLE001  # the child ends here whatever happened, without pytest's own endings
            os._exit(3)
        os._exit(0)
    return os.waitpid(child, 0)[1]


def from_operation(number: int, action) -> dict[str, int]:
    """Do *action* before this process's *number*th operation that changes files, and before every later one.

    Return the count of operations, kept up to date.
    """
    counted = {"operations": 0}

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        writes = event == "open" and isinstance(arguments[1], str) and arguments[1].strip("rb") != ""
        if writes or event in OPERATIONS:
            counted["operations"] += 1
            if counted["operations"] >= number > 0:
                action()

    sys.addaudithook(hook)
    return counted


def die() -> None:
    """End this process as a power cut would."""
    os.kill(os.getpid(), signal.SIGKILL)


def find_the_disk_full() -> None:
    """Fail as a write does."""
    raise OSError(errno.ENOSPC, "No space left on device")


@pytest.fixture(scope="module")
def memory_disk(tmp_path_factory):
    """A folder in memory where there is one: hundreds of builds would keep a disk busy for minutes."""
    memory = Path("/dev/shm")  # noqa: S108  # a folder of our own is made in it
    if not os.access(memory, os.W_OK):
        yield tmp_path_factory.mktemp("trust")
        return
    with tempfile.TemporaryDirectory(dir=memory) as folder:
        yield Path(folder)


@pytest.fixture(scope="module")
def workshop(memory_disk):
    """Three things that tests copy: a project as built, the same with changes to build, and the site these give."""
    folder = memory_disk
    project = copy_project(folder / "project")
    note = project / "corpus/articles/undated-note.md"
    goes = project / "corpus/articles/note-that-goes.md"
    goes.write_text(note.read_text(encoding="utf-8").replace("undated-note", goes.stem), encoding="utf-8")
    build(Project(project), Wish())
    before = tree(project / "site")
    # One change that rewrites every page, one that rewrites two, and an article that goes.
    edit(project / "mkdocs.yml", "site_name: ", "site_name: New ")
    edit(note, "A short note on", "A longer note on")
    goes.unlink()
    shutil.copytree(project, folder / "changed")
    assert not build(Project(project), Wish()).problems
    after = tree(project / "site")
    assert before.keys() - after.keys()
    return folder / "changed", before, after


@pytest.fixture
def changed(workshop, memory_disk, monkeypatch):
    """A project with changes to build; reading and judging, which write nothing, are done once for all runs."""
    monkeypatch.setenv("DIWAN_WORKERS", "1")
    snapshot, before, after = workshop
    project = memory_disk / "at-work"
    restore(snapshot, project)
    drafted = draft(Project(project), Wish())
    # What is the same for every run is made in the first one, which ends whole: templates and the list of them.
    monkeypatch.setattr(rendering, "environment_of", once(rendering.environment_of, key=1))
    monkeypatch.setattr(Environment, "list_templates", once(Environment.list_templates))
    build(Project(project), Wish())
    restore(snapshot, project)
    monkeypatch.setattr(building, "judge", lambda *_: Outcome(drafted.value.edition, drafted.problems))
    monkeypatch.setattr(building, "draw_up", lambda *_: Outcome(drafted.value.makers))
    return project, snapshot, before, after


def once(make, key: int | None = None):
    """Return *make* as a function that makes a thing once, or once for each value of the argument at *key*."""
    made = {}

    def first(*given, **more):
        which = None if key is None else given[key]
        if which not in made:
            made[which] = make(*given, **more)
        return made[which]

    return first


def restore(snapshot: Path, project: Path) -> None:
    """Make *project* the same as *snapshot*."""
    shutil.rmtree(project, ignore_errors=True)
    shutil.copytree(snapshot, project)


def operations_of(project: Path) -> int:
    """Return how many operations on files a build of *project* takes."""
    total = project.parent / "total"

    def count() -> None:
        counted = from_operation(0, die)
        build(Project(project), Wish())
        total.write_text(str(counted["operations"]))

    assert in_child(count) == 0
    return int(total.read_text())


@pytest.mark.parametrize(
    ("stroke", "number", "part", "parts"),
    [*((die, KILL_POINTS, part, PARTS) for part in range(PARTS)), (find_the_disk_full, FULL_POINTS, 0, 1)],
)
def test_a_run_cut_off_anywhere_leaves_the_old_site_or_the_new(stroke, number, part, parts, changed):
    """At every point the site is whole, even if the run before was cut off too; the next whole run gives the new one."""
    project, snapshot, before, after = changed
    operations = operations_of(project)
    restore(snapshot, project)
    points = range(1, operations, max(1, operations // number))[part::parts]
    assert points
    torn = []
    for point in points:

        def struck(point: int = point) -> None:
            from_operation(point, stroke)
            outcome = build(Project(project), Wish())
            if outcome.value is None:
                assert [problem.code for problem in outcome.problems] == ["disk-full"]
                os._exit(FULL)

        cut_off = (signal.SIGKILL, FULL << 8)
        if in_child(struck) not in cut_off:
            # What runs before had done left this one so little that it was done before its stroke.
            assert tree(project / "site") == after
            restore(snapshot, project)
            assert in_child(struck) in cut_off
        site = tree(project / "site") if (project / "site").exists() else {}
        if site not in (before, after):
            torn.append(point)
        if site != before:
            restore(snapshot, project)
    assert torn == []
    assert in_child(lambda: build(Project(project), Wish())) == 0
    assert tree(project / "site") == after


def test_a_full_disk_leaves_the_old_site(changed):
    """A build that cannot write its files fails, says so, and changes nothing that readers see."""
    project, _, before, _ = changed

    def starved() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        # Bytes that any one file may have: Material's styles are larger, so copying them fails as on a full disk.
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
        outcome = build(Project(project), Wish())
        assert [problem.code for problem in outcome.problems] == ["disk-full"]
        os._exit(FULL)

    assert in_child(starved) == FULL << 8
    assert tree(project / "site") == before


def test_of_two_runs_at_once_one_wins_and_the_other_says_why(project):
    """The second run fails at once, and touches nothing."""
    from diwan.build import alone

    with alone(Project(project)) as busy:
        assert busy is None
        outcome = convert(Project(project), Wish())
    assert [problem.code for problem in outcome.problems] == ["project-busy"]
    assert not (project / "docs/articles").exists()
    assert not convert(Project(project), Wish()).problems


@pytest.mark.parametrize("file", ["search.js", "undated-note.md", "themes/index.md"])
def test_a_run_cut_off_leaves_no_page_that_nobody_removes(project, monkeypatch, file):
    """Pages written before the end are known to the next run, and of the file that was half written nothing stays."""
    monkeypatch.setenv("DIWAN_WORKERS", "1")

    def die_before_it_is_in_place(event: str, arguments: tuple[object, ...]) -> None:
        if event == "os.rename" and str(arguments[1]).endswith(file):
            die()

    def killed() -> None:
        sys.addaudithook(die_before_it_is_in_place)
        convert(Project(project), Wish())

    assert in_child(killed) == signal.SIGKILL
    assert [path for path in files_below(project / "docs") if path.name.startswith(".")] != []
    (project / "corpus/articles/undated-note.md").unlink()
    convert(Project(project), Wish())
    assert [path for path in files_below(project / "docs") if "undated" in path.name] == []
    assert [path for path in files_below(project / "docs") if path.name.startswith(".")] == []
