"""Matching sources to records: a saved file is known by its checksum, wherever it lies and whatever its name.

In: what records want, and folders. Out: a path for each article whose source is there, and problems for files that
no record wants or that are not what their record says.
"""

from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

from diwan.documents.dossiers.cutting import SUFFIX, dossier_named
from diwan.files import seen_from, sha256_of
from diwan.memory import Memory
from diwan.problems import Location, Outcome, Problem, Severity
from diwan.trees import entries_of


class Source(NamedTuple):
    """A file of a source, and its SHA-256."""

    path: Path
    sha256: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """The source that a record names: whose it is, where the record says so, and whether the page needs it."""

    article: str
    where: Callable[[], Location]
    needed: bool


def match_sources(
    wanted: Mapping[str, Wanted], folders: Sequence[Path], root: Path, memory: Memory
) -> Outcome[dict[str, Source]]:
    """Return each source of *wanted* (by SHA-256) that lies in *folders*, by article id."""
    problems = [_no_folder(folder) for folder in folders if not folder.is_dir()]
    files = _files_in(folders)
    found: dict[str, Source] = {}
    strays: list[tuple[Path, str]] = []
    for file, checksum in zip(files, memory.checksums("source", files), strict=True):
        if checksum in wanted:
            found.setdefault(wanted[checksum].article, Source(file, checksum))
        else:
            strays.append((file, checksum))
    missing = {want.article: want for want in wanted.values() if want.article not in found}
    apart = {dossier_named(file) for file in files if file.suffix == SUFFIX} if strays else set()
    # A dossier that lies beside its cuttings is known by them.
    strays = [(file, checksum) for file, checksum in strays if checksum not in apart]
    problems += [_stray_problem(file, checksum, missing, root) for file, checksum in strays]
    changed = {file.stem for file, _ in strays}
    problems += [_missing(want) for want in missing.values() if want.needed and want.article not in changed]
    return Outcome(found, tuple(problems))


def strays_among(wanted: Container[str], folders: Sequence[Path]) -> list[Path]:
    """Return the files in *folders* whose SHA-256 is not among *wanted*: sources that no record names."""
    return [file for file in _files_in(folders) if sha256_of(file) not in wanted]


def _files_in(folders: Sequence[Path]) -> list[Path]:
    files = (
        folder / path
        for folder in folders
        for path, entry in entries_of(folder)
        # A link to nowhere is no file.
        if not entry.name.startswith(".") and entry.is_file()
    )
    return sorted(files, key=attrgetter("parts"))


def _no_folder(folder: Path) -> Problem:
    mend = "create it, or name another with --sources"
    return Problem(
        "sources-folder-missing", Location(path=str(folder)), "there is no such folder of sources", mend
    )


def _stray_problem(file: Path, checksum: str, missing: Mapping[str, Wanted], root: Path) -> Problem:
    """Return the problem of a file that no record wants: if it bears a record's name, it is not what that says."""
    name = seen_from(root, file)
    if file.stem in missing:
        want = missing[file.stem]
        message = f"the source {name} has another checksum than its record says"
        return Problem(
            "source-checksum", want.where(), message, f"get the file back, or write sha256: {checksum}"
        )
    mend = f"`diwan add {name}` makes a record of it; or correct `sha256` in the record it belongs to"
    return Problem(
        "source-unmatched", Location(path=name), "no record names this file", mend, Severity.WARNING
    )


def _missing(want: Wanted) -> Problem:
    message = f"the text of '{want.article}' is to be shown, but its source is not at hand"
    mend = "put the file into corpus/sources/ or name its folder with --sources; or set access to record"
    return Problem("source-missing", want.where(), message, mend)
