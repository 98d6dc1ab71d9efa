"""What tests share: a small project to work on, the five core articles if they are at hand."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from importlib import import_module
from pathlib import Path
from types import ModuleType

import hypothesis
import pytest
import yaml
from filelock import FileLock

ROOT = Path(__file__).resolve().parent.parent
MINIMAL = ROOT / "tests/corpora/minimal"
#: The site of the whole corpus is built as for publication: with an address, and an edition with a date.
EDITION = {
    "SITE_URL": "https://corpus.example/gulf/",
    "DIWAN_EDITION": "2026.11",
    "SOURCE_DATE_EPOCH": "1793750400",
}


@pytest.fixture
def bench_script(monkeypatch) -> Callable[..., ModuleType]:
    """How to import a script of `bench/`, which is no package, as it is when it is run: with those it imports loaded anew."""

    def load(name: str, *others: str) -> ModuleType:
        monkeypatch.syspath_prepend(str(ROOT / "bench"))
        for script in (name, *others):
            monkeypatch.delitem(sys.modules, script, raising=False)
        return import_module(name)

    return load


@pytest.fixture(scope="session")
def sources() -> Path:
    """The folder of the five core articles, which are in copyright and never part of the project."""
    folder = Path(os.environ.get("DIWAN_SOURCES", ROOT.parent / "shared/sources"))
    if not folder.is_dir():
        pytest.skip(
            f"the five core articles are not at hand (looked in {folder}; name another in DIWAN_SOURCES)"
        )
    return folder


@pytest.fixture(scope="session")
def site_public(tmp_path_factory) -> Path:
    """The public site of the corpus that the project carries, built once for all tests, which leave it as it is."""
    return _built(tmp_path_factory, "public", ["--strict"])


@pytest.fixture(scope="session")
def site_private(tmp_path_factory, sources) -> Path:
    """The private site of the same corpus, with the texts of the five core articles; built once, left as it is."""
    return _built(tmp_path_factory, "private", ["--edition", "private", "--sources", str(sources)])


@pytest.fixture(scope="session")
def records() -> list[dict]:
    """The records as they stand in the files, read by nobody's loader but YAML's own."""
    texts = (path.read_text(encoding="utf-8") for path in sorted((ROOT / "corpus/articles").glob("*.md")))
    return [yaml.safe_load(text.split("---\n")[1]) for text in texts if text.startswith("---\n")]


@pytest.fixture(scope="session", autouse=True)
def one_pen() -> Iterator[None]:
    """Draw each plot once in a process of the test run: a build a test would draw the same ones again and again."""
    from diwan.plots import drawing

    drawn: dict[str, str] = {}
    real = drawing._drawn

    def remembering(specs: Iterable[str]) -> list[str]:
        wanted = list(specs)
        new = [spec for spec in dict.fromkeys(wanted) if spec not in drawn]
        drawn.update(zip(new, real(new) if new else (), strict=True))
        return [drawn[spec] for spec in wanted]

    drawing._drawn = remembering
    yield
    drawing._drawn = real


#: Seconds of the clock that reading processes get for their ten seconds of work where a test is of the work alone: one that
#: shares the processor with fifty others is done in time, and one that hangs takes them all.
PATIENT = 600


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give up a file for the work that it takes or never; how busy the machine is makes no difference."""
    from diwan.documents import confined, convert

    monkeypatch.setattr(convert, "read_confined", partial(confined.read_confined, patience=PATIENT))


def _built(tmp_path_factory, edition: str, options: list[str]) -> Path:
    """Return the site that `diwan build` makes; whichever process of the test run comes first builds it."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    project = shared / f"corpus-{edition}"
    site = project / ("site" if edition == "public" else "site-private")
    with FileLock(shared / f"{edition}.lock"):
        if not site.exists():
            copy_project(project, ROOT)
            command = [sys.executable, "-m", "diwan", "--project", str(project), "build", *options]
            built = subprocess.run(
                command, env=os.environ | EDITION, capture_output=True, text=True, check=False
            )
            assert built.returncode == 0, built.stdout + built.stderr
    return site


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the minimal project that a test may change."""
    return copy_project(tmp_path / "project")


@pytest.fixture
def diwan(project: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str]]:
    """Runs a verb on the small project; returns its exit code and everything it said."""
    from diwan.cli import main

    def run(*arguments: str) -> tuple[int, str]:
        with pytest.raises(SystemExit) as stopped:
            main(["--project", str(project), *arguments])
        captured = capsys.readouterr()
        return int(stopped.value.code or 0), captured.out + captured.err

    return run


@pytest.fixture
def twice(project):
    """The small project with a second reader who disagrees, and a reconciliation."""
    codebook = project / "corpus/codebook.yml"
    more = """- id: other
  name: {en: Other reader, ar: قارئ آخر}
  method: {en: Another reading., ar: قراءة أخرى.}
- id: settled
  role: reconciliation
  name: {en: Settled, ar: الموفَّق}
  method: {en: Both read again., ar: بعد مراجعة القراءتين.}
precedence: [settled, reader, other]"""
    edit(codebook, "precedence: [reader]", more)
    record = project / "corpus/articles/harbour-2021-patrol.md"
    first = "      evidence: [en2@1b3ab1c0ee91ac43]\n"
    answer = """- coder: {coder}
  codebook: "1.1"
  date: 2026-01-03
  answers:
    patrol:
      value: {value}
      confidence: low
      reason: {reason}
      evidence: [en3]
"""
    other = answer.format(coder="other", value="critical", reason="The councils are said to count the cost.")
    settled = answer.format(
        coder="settled", value="supportive", reason="Nights are calmer; cost is a question."
    )
    edit(record, first, first + other + settled)
    return project


@pytest.fixture
def unsettled(twice, diwan):
    """The small project with two readers who differ and nobody who has settled it, built."""
    record = twice / "corpus/articles/harbour-2021-patrol.md"
    text = record.read_text(encoding="utf-8")
    start, end = text.index("- coder: settled"), text.index("---\nThe town")
    record.write_text(text[:start] + text[end:], encoding="utf-8")
    assert diwan("pin")[0] == 0
    code, output = diwan("build")
    assert code == 0, output
    return twice


def copy_project(target: Path, origin: Path = MINIMAL) -> Path:
    """Copy the corpus and hand-written pages of a project to *target*, with a configuration that finds the theme."""
    for name in ("corpus", "docs"):
        shutil.copytree(origin / name, target / name, ignore=_generated if origin == ROOT else None)
    if not (target / "corpus/fields.yml").exists():
        shutil.copy(
            ROOT / "corpus/fields.yml", target / "corpus"
        )  # the fields of a record are the same everywhere
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    theme = ROOT / "scripts/diwan/theme"
    (target / "mkdocs.yml").write_text(
        config.replace("custom_dir: scripts/diwan/theme", f"custom_dir: {theme}")
    )
    return target


def _generated(folder: str, names: list[str]) -> set[str]:
    """Name what git ignores in a folder: pages made by somebody else's run, and sources."""
    command = ["git", "-C", folder, "check-ignore", *names]
    return set(subprocess.run(command, capture_output=True, text=True, check=False).stdout.split("\n"))


def edit(path: Path, old: str, new: str) -> None:
    """Replace *old*, which must be there, by *new* in a file."""
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{old!r} is not in {path}"
    path.write_text(text.replace(old, new), encoding="utf-8")


def front_matter(path: Path) -> dict[str, object]:
    """Return the front matter of a page."""
    return yaml.safe_load(path.read_text(encoding="utf-8").split("---\n")[1])


def files_below(folder: Path) -> Iterator[Path]:
    """Yield every file below *folder* in a fixed order."""
    return (path for path in sorted(folder.rglob("*")) if path.is_file())


def own_theme(project: Path) -> Path:
    """Give the project templates of its own; return their folder."""
    shutil.copytree(ROOT / "scripts/diwan/theme", project / "theme")
    edit(project / "mkdocs.yml", f"custom_dir: {ROOT / 'scripts/diwan/theme'}", "custom_dir: theme")
    return project / "theme"


# Generated cases are the same in every run, so that a failure can be seen again; speed is not what tests judge.
hypothesis.settings.register_profile("diwan", deadline=None, derandomize=True)
hypothesis.settings.load_profile("diwan")
