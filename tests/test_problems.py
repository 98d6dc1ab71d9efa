"""Every problem: a broken corpus shows it, the line it names is the right one, and the documentation explains it."""

import io
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import yaml

from conftest import ROOT, files_below
from diwan.files import sha256_of

BROKEN = sorted((ROOT / "tests/corpora/broken").glob("*.yml"))
#: Problems that no corpus can show: a file that may not be read or is enormous, and what MkDocs says of itself.
ELSEWHERE = {
    "source-unreadable", "source-too-large", "mkdocs-failed", "mkdocs-warning", "link-broken", "fragment-broken",
    "project-busy", "source-over-limits", "source-stalled", "references-unreadable", "references-encoding", "corpus-unread", "source-known", "attachment-missing", "nothing-to-add", "files-beside-pages", "dossier-rest", "dossier-headless", "dossier-unmarked", "file-in-the-way", "fetch-refused",
    "fetch-failed", "nothing-to-pack", "page-differs", "replacement-refused", "text-leaked", "quotation-budget", "variant-undeclared",
    "disk-full", "coding-there", "site-too-large", "site-too-many-files", "site-file-too-large",
}  # fmt: skip
#: Words that look like codes and are none.
NO_CODES = {
    "address-line",
    "article-journal",
    "correction-date",
    "date-chargement",
    "date-parts",
    "link-or-appeal",
    "title-again",
    "title-suffix",
    "encoding-detected",
    "link-numbers",
    "replacement-character",
    "site-packages",
    "site-private",
}


def documented() -> set[str]:
    """Return the codes that the documentation explains."""
    text = (ROOT / "docs/project/problems.md").read_text(encoding="utf-8")
    return set(re.findall(r"^- `([a-z0-9-]+)`: ", text, re.MULTILINE))


def written() -> set[str]:
    """Return every text in the program that begins like a documented code (`source-…`) and has its form."""
    areas = "|".join({code.split("-")[0] for code in documented()})
    pattern = re.compile(rf'"((?:{areas})(?:-[a-z0-9]+)+)"')
    texts = (
        path.read_text(encoding="utf-8")
        for path in files_below(ROOT / "scripts/diwan")
        if path.suffix == ".py"
    )
    return {code for text in texts for code in pattern.findall(text)} - NO_CODES


def apply(project: Path, case: dict) -> None:
    """Break the small project as *case* says."""
    for change in case.get("edits", []):
        path = project / change["file"]
        if change.get("delete"):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
            continue
        if "rename" in change:
            path.rename(project / change["rename"])
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        if "zip" in change:
            path.write_bytes(zipped(change["zip"]))
            continue
        if "hexadecimal" in change:
            path.write_bytes(bytes.fromhex(change["hexadecimal"]))
            continue
        text = change["write"] if "write" in change else changed(path.read_text(encoding="utf-8"), change)
        path.write_bytes(text.encode(change.get("encode", "utf-8")))
    if case.get("rehash"):
        (source,) = (project / "corpus/sources").iterdir()
        record = project / "corpus/articles/harbour-2021-patrol.md"
        text = re.sub(r"sha256: \w+", f"sha256: {sha256_of(source)}", record.read_text(encoding="utf-8"))
        record.write_text(text, encoding="utf-8")


def zipped(files: dict[str, str]) -> bytes:
    """Return a zip archive of *files*."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return buffer.getvalue()


def changed(text: str, change: dict) -> str:
    """Return *text* with one replacement made, which must change something."""
    pattern = change.get("pattern") or re.escape(change["replace"])
    result, count = re.subn(pattern, lambda _: change["with"], text)
    assert count, f"{change} changes nothing"
    return result


def reported(output: str) -> list[tuple[str, str, str]]:
    """Return (code, place, mend) of every problem in what the program said."""
    return re.findall(
        r"^(?=.*\[([a-z0-9-]+)\]$)(\S+): (?:error|warning): .*\n    mend: (.*)$", output, re.MULTILINE
    )


def snapshot(project: Path) -> dict[str, bytes]:
    """Return every file of a project with its bytes."""
    return {str(path.relative_to(project)): path.read_bytes() for path in files_below(project)}


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_a_broken_corpus_gives_its_problem_with_place_and_mend(path, project, diwan):
    """The problem is named once, at the right line, with a way to mend it; nothing is written; the exit code is 1."""
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    apply(project, case)
    before = snapshot(project)
    code, output = diwan("convert", "--strict", *case.get("arguments", []))
    problems = reported(output)
    assert code == 1, output
    assert {found for found, _, _ in problems} == {path.stem, *case.get("also", [])}, output
    (place, mend), *more = [(place, mend) for found, place, mend in problems if found == path.stem]
    assert (place, more) == (case["where"], [])
    assert case.get("mend", "") in mend
    warning = ": warning: " in output
    assert warning or snapshot(project) == before


def test_the_small_project_has_no_problem(project, diwan):
    """What the broken corpora are made from is itself whole."""
    assert project.exists()
    assert diwan("check", "--strict") == (0, "0 errors, 0 warnings\n")


def test_every_problem_has_its_broken_corpus():
    """No documented code without a case that shows it, and no case for a code that is gone."""
    assert {path.stem for path in BROKEN} | ELSEWHERE == documented()


def test_every_problem_is_explained():
    """The documentation lists exactly the codes that the program can give."""
    assert written() == documented()


def test_all_problems_come_at_once(project, diwan):
    """Somebody who broke three things is told of all three."""
    for name in ("theme-unknown", "answer-unknown", "date-invalid"):
        apply(
            project, yaml.safe_load((ROOT / f"tests/corpora/broken/{name}.yml").read_text(encoding="utf-8"))
        )
    _, output = diwan("check")
    assert {code for code, _, _ in reported(output)} == {"theme-unknown", "answer-unknown", "date-invalid"}


def test_a_slip_in_a_record_is_told_once(project, diwan):
    """What points at an article whose record cannot be read is not told as well: it mends itself with the record."""
    record = project / "corpus/articles/harbour-2021-patrol.md"
    note = project / "corpus/articles/undated-note.md"
    note.write_text(
        note.read_text("utf-8").replace(
            "read: full", "variant_of: {article: harbour-2021-patrol, how: copy}\nread: full"
        ),
        encoding="utf-8",
    )
    (project / "corpus/corrections").mkdir()
    (project / "corpus/corrections/harbour-2021-patrol.yml").write_text("[]\n", encoding="utf-8")
    record.write_text(record.read_text("utf-8").replace("kind: ", "kind: x", 1), encoding="utf-8")
    _, output = diwan("check")
    assert [code for code, _, _ in reported(output)] == ["value-invalid"], output
    record.unlink()
    _, output = diwan("check")
    assert {code for code, _, _ in reported(output)} >= {"article-unknown"}


@pytest.mark.parametrize(
    ("name", "was", "slip"),
    [("outlets.yml", "kind: newspaper", "kind: newspapr"), ("outlets.yml", "- id: harbour-post", "- id: [harbour-post"),
     ("themes/joint-patrol.md", "scope:", "scop:")],
)  # fmt: skip
def test_a_slip_in_a_vocabulary_is_told_once(project, diwan, name, was, slip):
    """What names an outlet or a theme whose entry cannot be read is not told as well: it mends itself with the entry."""
    path = project / "corpus" / name
    path.write_text(path.read_text("utf-8").replace(was, slip, 1), encoding="utf-8")
    _, output = diwan("check")
    assert not [
        code for code, _, _ in reported(output) if code.endswith("-unknown") and code != "key-unknown"
    ]
    assert {place.partition(":")[0] for _, place, _ in reported(output)} == {f"corpus/{name}"}, output


def test_how_to_mend_begins_like_all_of_it_does(project, diwan):
    """What is near is offered first; without it the line begins in the same way as any other."""
    note = project / "corpus/articles/undated-note.md"
    for outlet, mend in (
        ("harbor-post", "did you mean 'harbour-post'? If not, add it to corpus/outlets.yml"),
        ("qqq", "add it to corpus/outlets.yml"),
    ):
        note.write_text(re.sub("outlet: .*", f"outlet: {outlet}", note.read_text("utf-8"), count=1), "utf-8")
        _, output = diwan("check")
        assert f"    mend: {mend}\n" in output


def test_a_file_without_a_record_is_told_beside_digests_in_other_languages(project, diwan):
    """Only a record that cannot be read might name the file; a digest in another language is none."""
    digest = project / "corpus/articles/harbour-2021-patrol.ar.md"
    digest.write_text("ملخص قصير.\n", encoding="utf-8")
    (project / "corpus/sources/stray.txt").write_text("Nobody's text.\n", encoding="utf-8")
    _, output = diwan("check")
    assert [code for code, _, _ in reported(output)] == ["source-unmatched"], output


def test_a_list_that_is_none_is_explained_in_words_of_yaml(project, diwan):
    """An empty `undecided:` is answered by how lists are written, not by the names of Python's types."""
    note = project / "corpus/articles/undated-note.md"
    note.write_text(note.read_text("utf-8").replace("read: full", "undecided:\nread: full"), encoding="utf-8")
    _, output = diwan("check")
    assert (
        "'undecided' is not right: it must be a list: a line `- …` for each, or `[]` if there is none"
        in output
    )


def test_a_command_ends_without_looking_through_what_is_left():
    """Memory goes with the process; Python does not search it for garbage first."""
    program = """
import gc
from diwan.cli import main
class Circle:
    def __del__(self):
        print("searched")
gc.disable()
circle = Circle()
circle.itself = circle
del circle
main(["--project", "nowhere", "check"])
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode
    assert "searched" not in done.stdout


def test_whoever_reads_only_the_beginning_sees_no_traceback(project):
    """`diwan agreement | head` ends like any other command."""
    command = [sys.executable, "-m", "diwan", "--project", str(project), "agreement"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        running.stdout.close()
        said = running.stderr.read().decode()
    assert running.returncode == 1
    assert said == ""
