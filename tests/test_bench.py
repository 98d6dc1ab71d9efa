"""The benchmarks run: what measures the build is kept as well as the build."""

import json
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
#: Invented articles of the corpus that is measured here: enough for every step, few enough for seconds.
FEW = 5


@pytest.fixture(name="bench")
def run_script(bench_script):
    """The script that measures builds."""
    return bench_script("run", "adding", "corpus", "edits", "measuring", "rivals", "stages")


def test_everything_of_our_own_can_be_measured(bench, tmp_path, monkeypatch):
    """Builds, MkDocs, the edit loop and every stage give figures, which are written with the facts of the machine."""
    monkeypatch.setattr(bench, "RESULTS", tmp_path / "results")
    command = ["run.py", str(FEW), "--only", "diwan,mkdocs,edits,stages", "--folder", str(tmp_path)]
    monkeypatch.setattr(sys, "argv", command)
    bench.main()
    (written,) = (tmp_path / "results").iterdir()
    results = json.loads(written.read_text(encoding="utf-8"))
    rows = results["articles"][str(FEW)]
    assert results["machine"]["processors"] >= 1
    for wanted in ("Diwan, from nothing", "Diwan, nothing changed", "Diwan, one digest changed"):
        assert rows[wanted]["cpu"] > 0
    alone, same = rows["MkDocs + Material, search"], rows["MkDocs + Material, search, on Diwan's Markdown"]
    assert FEW < alone["files"] < same["files"]
    assert rows["edits: a record"]["page"] < rows["edits: a record"]["search"]
    rates = [value for name, row in rows.items() if name.startswith("stages: ") for value in row.values()]
    assert rates
    assert all(rate > 0 for rate in rates)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere nobody is told which processes are left")
def test_what_processes_took_that_outlive_a_command_is_counted(bench, tmp_path, monkeypatch):
    """As those that read pages do by a moment; the time on the clock is that of the command alone."""
    import measuring

    ended, look = tmp_path / "ended", measuring._children
    # It works for a second once the command has ended, and been timed, for who is left is looked for after that.
    work = f"""
import os, time
while not os.path.exists({str(ended)!r}): time.sleep(0.01)
begun = time.process_time()
while time.process_time() < begun + 1: pass
"""
    begin = f"import subprocess, sys\nsubprocess.Popen([sys.executable, '-c', {work!r}], stderr=-3)"
    looks = []

    def children(process):
        looks.append(process)
        if len(looks) > 1:
            ended.touch()
        return look(process)

    monkeypatch.setattr(measuring, "_children", children)
    started = time.perf_counter()
    cost = bench.cost_of([sys.executable, "-c", begin], tmp_path, tmp_path / "nothing")
    assert cost.wall < time.perf_counter() - started - 1
    assert cost.cpu > 1


@pytest.mark.usefixtures("bench")
def test_adding_can_be_measured(tmp_path, monkeypatch, capsys):
    """A short and a long page, the largest of a folder, and many of its pages, each of them another."""
    import adding

    saved = tmp_path / "saved"
    saved.mkdir()
    (saved / "one.html").write_text(adding.long_page(2), encoding="utf-8")
    monkeypatch.setattr(adding, "PARAGRAPHS", 4)
    monkeypatch.setattr(adding, "TOGETHER", 2)
    monkeypatch.setattr(sys, "argv", ["adding.py", str(saved)])
    adding.main()
    lines = capsys.readouterr().out.splitlines()
    assert [line[:28].strip() for line in lines] == [
        "a short page",
        "a page of 1 MB of text",
        "the largest, 0.0 MB",
        "2 pages",
    ]
    assert lines[-1].endswith("pages/s")
    first, second = (
        page.read_bytes() for page in adding.copies([saved / "one.html"], tmp_path / "many").iterdir()
    )
    assert first != second
