"""What was there stays whole: runs that are cut off, disks that are full, two runs at once."""

import os
import resource
import shutil
import signal
import sys
from pathlib import Path

import pytest

from conftest import copy_project, edit, files_below
from diwan.build import Wish, build, convert
from diwan.project import Project

#: Points at which a run is killed, spread evenly over all its operations on files.
KILL_POINTS = int(os.environ.get("DIWAN_KILL_POINTS", "200"))


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder by name."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files_below(folder)}


def in_child(action) -> int:
    """Run *action* in a process of its own and return how it ended."""
    child = os.fork()
    if child == 0:
        try:
            action()
        except BaseException:  # noqa: BLE001  # the child ends here whatever happened, without pytest's own endings
            os._exit(3)
        os._exit(0)
    return os.waitpid(child, 0)[1]


def kill_at(number: int) -> dict[str, int]:
    """Kill this process at its *number*th operation that changes files; return the count so far, kept up to date."""
    counted = {"operations": 0}

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        writes = event == "open" and isinstance(arguments[1], str) and arguments[1].strip("rb") != ""
        if writes or event in ("os.rename", "os.remove", "os.mkdir", "os.rmdir"):
            counted["operations"] += 1
            if counted["operations"] == number:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)
    return counted


def copy_tree(origin: Path, target: Path) -> None:
    """Make *target* the same as *origin*, times included."""
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(origin, target, symlinks=True)


@pytest.fixture
def changed(tmp_path, monkeypatch):
    """A project that is built, the site it had, and the site it will have after a change."""
    monkeypatch.setenv("DIWAN_WORKERS", "1")
    project = copy_project(tmp_path / "project")
    build(Project(project), Wish())
    before = tree(project / "site")
    edit(
        project / "corpus/articles/undated-note.md", "A short note on Southport", "A longer note on Northport"
    )
    reference = copy_project(tmp_path / "reference")
    edit(
        reference / "corpus/articles/undated-note.md",
        "A short note on Southport",
        "A longer note on Northport",
    )
    build(Project(reference), Wish())
    return project, before, tree(reference / "site")


def test_a_run_killed_anywhere_leaves_the_old_site_or_the_new(changed):
    """At every point the site is whole; the next run gives what an undisturbed one would have given."""
    project, before, after = changed
    snapshot, total = project.parent / "snapshot", project.parent / "total"
    copy_tree(project, snapshot)

    def count() -> None:
        counted = kill_at(-1)
        build(Project(project), Wish())
        total.write_text(str(counted["operations"]))

    assert in_child(count) == 0
    operations = int(total.read_text())
    points = range(1, operations, max(1, operations // KILL_POINTS))
    torn = []
    for point in points:
        copy_tree(snapshot, project)

        def killed(point: int = point) -> None:
            kill_at(point)
            build(Project(project), Wish())

        assert in_child(killed) == signal.SIGKILL
        if not (project / "site").exists() or tree(project / "site") not in (before, after):
            torn.append(point)
    assert torn == []
    assert in_child(lambda: build(Project(project), Wish())) == 0
    assert tree(project / "site") == after


def test_a_full_disk_leaves_the_old_site(changed):
    """A build that cannot write its files fails, says so, and changes nothing that readers see."""
    project, before, _ = changed

    def starved() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        # Bytes that any one file may have: Material's styles are larger, so copying them fails as on a full disk.
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
        build(Project(project), Wish())

    assert in_child(starved) != 0
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


def test_a_run_cut_off_leaves_no_page_that_nobody_removes(project, monkeypatch):
    """Pages written before the end are known to the next run."""
    monkeypatch.setenv("DIWAN_WORKERS", "1")

    def killed() -> None:
        kill_at(60)
        convert(Project(project), Wish())

    assert in_child(killed) == signal.SIGKILL
    (project / "corpus/articles/undated-note.md").unlink()
    convert(Project(project), Wish())
    assert [path for path in files_below(project / "docs") if "undated" in path.name] == []
    assert [path for path in files_below(project / "docs") if path.name.startswith(".")] == []
