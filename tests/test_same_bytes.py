"""Same input, same bytes: whatever the machine, its settings, its processors, or who does the work."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import copy_project, files_below

#: The day of every edition here: pages name it in their citations.
EPOCH = "1700000000"
SURROUNDINGS = [
    {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1", "DIWAN_WORKERS": "1"},
    {"TZ": "America/St_Johns", "PYTHONHASHSEED": "2", "DIWAN_WORKERS": "2", "LC_ALL": "C"},
    {
        "TZ": "Asia/Kathmandu",
        "PYTHONHASHSEED": "3",
        "DIWAN_WORKERS": "5",
        "LC_ALL": "C.UTF-8",
        "LANG": "ar_AE.UTF-8",
    },
]


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder by name."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files_below(folder)}


def grow(project: Path, articles: int) -> None:
    """Give a project so many articles that several processes share the work."""
    record = (project / "corpus/articles/undated-note.md").read_text(encoding="utf-8")
    for number in range(articles):
        text = record.replace("undated-note", f"note-{number:03d}").replace("A short note", f"Note {number}")
        (project / f"corpus/articles/note-{number:03d}.md").write_text(text, encoding="utf-8")


def run(project: Path, *arguments: str, **environment: str) -> None:
    """Run a verb in a process of its own."""
    command = [sys.executable, "-m", "diwan", "--project", str(project), *arguments]
    surroundings = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH, **environment}
    done = subprocess.run(command, env=surroundings, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_builds_in_different_surroundings_are_the_same_to_the_byte(tmp_path):
    """Time zone, locale, hash seed, folder and number of processes leave no trace."""
    sites = []
    for number, surroundings in enumerate(SURROUNDINGS):
        project = copy_project(tmp_path / f"folder {number}" / "مشروع")
        grow(project, 70)
        run(project, "build", **surroundings)
        sites.append((tree(project / "site"), tree(project / "docs")))
    assert sites[0] == sites[1] == sites[2]


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """The pages of a grown project, as this machine alone makes them."""
    project = copy_project(tmp_path_factory.mktemp("here") / "project")
    grow(project, 70)
    run(project, "convert")
    return tree(project / "docs")


@pytest.mark.parametrize("executor", ["threads", "processes"])
def test_any_executor_gives_the_same_pages(executor, pages, tmp_path, monkeypatch):
    """Conversion, mentions and writing do not care who runs them."""
    from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
    from multiprocessing import get_context

    from diwan.build import Wish, convert
    from diwan.project import Project

    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    project = copy_project(tmp_path / "there")
    grow(project, 70)
    made = (
        ThreadPoolExecutor(2)
        if executor == "threads"
        else ProcessPoolExecutor(2, mp_context=get_context("spawn"))
    )
    with made as pool:
        assert not convert(Project(project), Wish(executor=pool)).problems
    assert tree(project / "docs") == pages


CLUSTER = """
import subprocess, sys
from distributed import LocalCluster

if __name__ == "__main__":
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, host="127.0.0.1") as cluster:
        command = [sys.executable, "-m", "diwan", "--project", sys.argv[1], "convert", "--scheduler", cluster.scheduler_address]
        sys.exit(subprocess.run(command, check=False).returncode)
"""


def test_a_cluster_of_two_workers_gives_the_same_pages(pages, tmp_path, monkeypatch):
    """`diwan convert --scheduler` hands the work to Dask and gets the same bytes back."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    project = copy_project(tmp_path / "there")
    grow(project, 70)
    script = tmp_path / "cluster.py"
    script.write_text(CLUSTER, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(script), str(project)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert tree(project / "docs") == pages
