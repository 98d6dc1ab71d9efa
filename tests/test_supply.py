"""Where everything comes from: pinned by checksum, checked, listed; and nothing is fetched when the site is built."""

import json
import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT
from diwan import budget
from diwan.budget import check_budget
from diwan.build import Wish, build
from diwan.project import Project

BIN = Path(sys.executable).parent


@pytest.mark.parametrize("name", ["run.txt", "test.txt"])
def test_every_package_is_pinned_by_checksum(name):
    """An index that hands out another file than the one we know is refused."""
    text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
    entries = [
        entry for entry in re.split(r"\n(?=\S)", text) if entry.strip() and not entry.startswith(("#", "--"))
    ]
    assert len(entries) > 30
    assert [
        e.split("\n")[0] for e in entries if not re.match(r"[\w.\[\]-]+==\S+", e) or "--hash=sha256:" not in e
    ] == []


def test_workflows_have_no_known_fault():
    """Zizmor finds nothing: actions pinned by commit, least permissions, nothing injected."""
    done = subprocess.run(
        [str(BIN / "zizmor"), "--offline", "--no-progress", "--persona=pedantic", str(ROOT / ".github/workflows")],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_parts_list_names_every_pinned_package(tmp_path):
    """`make sbom` writes a CycloneDX list with name, version and checksums."""
    target = tmp_path / "sbom.json"
    command = [
        str(BIN / "cyclonedx-py"),
        "requirements",
        str(ROOT / "requirements/run.txt"),
        "-o",
        str(target),
    ]
    subprocess.run(command, check=True, capture_output=True)
    parts = json.loads(target.read_text(encoding="utf-8"))["components"]
    pinned = re.findall(
        r"^([\w.-]+)==", (ROOT / "requirements/run.txt").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert {part["name"].lower() for part in parts} == {name.lower() for name in pinned}


def test_a_site_is_built_without_a_network(project, monkeypatch):
    """Once installed, nothing is fetched: every attempt to speak to another machine would fail."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("something wants to use the network")

    for name in ("socket", "create_connection", "getaddrinfo"):
        monkeypatch.setattr(socket, name, refuse)
    monkeypatch.setenv("DIWAN_WORKERS", "1")
    outcome = build(Project(project), Wish())
    assert not outcome.problems
    assert (outcome.value / "index.html").exists()


def test_a_site_that_grows_beyond_its_host_is_noticed(tmp_path, monkeypatch):
    """Size, number of files and single files each have a limit; a small site and no site have none to tell of."""
    assert not list(check_budget(tmp_path / "nowhere"))
    for number in range(3):
        (tmp_path / f"{number}.html").write_text("x" * 40, encoding="utf-8")
    assert not list(check_budget(tmp_path))
    for limit, code in (
        ("SIZE_MAX", "site-too-large"), ("FILES_MAX", "site-too-many-files"), ("FILE_MAX", "site-file-too-large"),
    ):  # fmt: skip
        with monkeypatch.context() as patch:
            patch.setattr(budget, limit, 2 if limit == "FILES_MAX" else 39 if limit == "FILE_MAX" else 100)
            assert {problem.code for problem in check_budget(tmp_path)} == {code}
