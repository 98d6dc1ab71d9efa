"""Stopping: who presses Ctrl-C is let go at once, a disk that refuses is told, nothing is half written, and the same command goes on from there."""

import errno
import os
import signal
import subprocess
import sys
import time

import pytest

from diwan.adding import add as adding
from diwan.files import write_new
from test_adding import ARTICLE, added, record_of

#: Enough that several processes read them.
MANY = 300
#: Seconds in which a run that is told to stop has ended on a busy machine; alone it takes a tenth of one.
SOON = 60


def is_gone(group):
    """Whether no process of a group is left, once the system has taken back what has ended."""
    end = time.monotonic() + SOON
    while time.monotonic() < end:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False


@pytest.fixture
def heard():
    """Programs that this one starts hear Ctrl-C: of tests that a shell runs in the background they would inherit that they do not."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("heard")
@pytest.mark.skipif(os.name != "posix", reason="Ctrl-C is a signal to a group of processes there")
@pytest.mark.parametrize("times", [1, 2])
def test_adding_many_is_stopped_by_one_word_and_goes_on_from_there(times, tmp_path, project, diwan):
    """Once or twice: no process is left, nothing is waited for, no line of the program is shown."""
    folder = tmp_path / "saved"
    folder.mkdir()
    for number in range(MANY):
        text = ARTICLE.replace("seven weeks", f"{number} weeks").replace("A patrol", f"Patrol {number}")
        (folder / f"{number:03}.html").write_text(
            f"<article><h1>{text.replace(chr(10) * 2, '</h1><p>', 1).replace(chr(10) * 2, '<p>')}</article>",
            encoding="utf-8",
        )
    command = [sys.executable, "-m", "diwan", "--project", str(project), "add", str(folder)]
    articles = project / "corpus/articles"
    before = len(list(articles.glob("*.md")))
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
        env=os.environ | {"DIWAN_WORKERS": "2"},
    ) as running:  # fmt: skip
        while len(list(articles.glob("*.md"))) == before and running.poll() is None:
            time.sleep(0.01)
        for _ in range(times):
            os.killpg(running.pid, signal.SIGINT)
            time.sleep(0.05)
        _, said = running.communicate(timeout=SOON)
    assert (running.returncode, "Traceback" in said, said.count("stopped;")) == (130, False, 1), said
    assert is_gone(running.pid)
    code, output = diwan("add", str(folder))
    assert code == 0, output
    assert len(added(output)) + output.count("[source-known]") == MANY
    assert len(list(articles.glob("*.md"))) - before == MANY


@pytest.mark.parametrize("name", [(), ("corpus/articles",)])
def test_a_disk_that_refuses_is_told_in_a_line(name, tmp_path, project, diwan, monkeypatch):
    """Its keeper can mend that, and the same command then writes what was missing; a fault of ours still shows where it is."""
    saved = tmp_path / "page.txt"
    saved.write_text(ARTICLE, encoding="utf-8")

    def refuse(path, data):
        if path.suffix == ".md":
            raise OSError(errno.ENOSPC, "no room", *name)
        write_new(path, data)

    with monkeypatch.context() as patched:
        patched.setattr(adding, "write_new", refuse)
        code, output = diwan("add", str(saved))
        said = ": ".join(("stopped", *name, "no room; what is written is whole"))
        assert (code, output.startswith(said)) == (1, True), output
    assert len(added(diwan("add", str(saved))[1])) == 1
    monkeypatch.setattr(adding, "write_new", lambda *_: (project / "no such file").read_bytes())
    saved.write_text(f"{ARTICLE}\nMore of it.\n", encoding="utf-8")
    with pytest.raises(FileNotFoundError):
        diwan("add", str(saved))


def test_a_source_that_a_stopped_run_left_is_taken_for_what_it_is(tmp_path, project, diwan):
    """Its record is then written; another file in the way stays and is told."""
    saved = tmp_path / "page.txt"
    saved.write_text(ARTICLE, encoding="utf-8")
    (name,) = added(diwan("add", "--dry-run", str(saved))[1])
    left = project / f"corpus/sources/{name}.txt"
    write_new(left, ARTICLE.encode())
    code, output = diwan("add", str(saved))
    assert (code, added(output)) == (0, [name]), output
    assert record_of(project, name)["source"]
    with pytest.raises(FileExistsError):
        write_new(left, b"another")
    assert left.read_bytes() == ARTICLE.encode()
