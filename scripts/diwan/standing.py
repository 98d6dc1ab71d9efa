"""What stands: a site need not be made again while everything it was made from, and the site itself, are as they were.

In: the folders that a build reads and the site that it made. A file is as it was while its path, size, times and inode
are; so a look at every file's entry, which is some microseconds each, takes the place of reading, judging and making.
Whatever else bears on a build is compared as a value: the program, the edition's imprint, the variables of the
environment that `mkdocs.yml` names. In doubt the site does not stand, and is made again.

Times on disk are those of the clock's last tick (10 ms at most). A file that was written twice within one tick, once
before it was read and once after, would look the same; so reading waits until the youngest file is older than that.
"""

import hashlib
import json
import marshal
import os
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import yaml_load

from diwan.files import TICK_NS, Mark, are_settled, mark_of
from diwan.imprint import imprint_of
from diwan.notes import read_note, write_note
from diwan.problems import Outcome, Problem
from diwan.sealed import program
from diwan.trees import Files, files_of
from diwan.workplace import Workplace


@dataclass(frozen=True, slots=True)
class Ground:
    """What a build reads: folders, every file in them with its mark, and what else bears on it."""

    root: Path
    folders: tuple[Path, ...]
    files: Mapping[str, Mark]
    values: str
    #: Whether every file is old enough to be known by its mark.
    settled: bool


def ground_of(workplace: Workplace, sources: Sequence[Path]) -> Ground:
    """Return what a build reads: the corpus, *sources*, pages, the theme, and everything that is no file."""
    project = workplace.project
    settings = _settings(project.root)
    theme = project.root / str(dict(settings.get("theme") or {}).get("custom_dir") or "docs")
    folders = tuple(dict.fromkeys([project.corpus, *sources, project.docs, workplace.docs, theme]))
    files = _look(project.root, folders)
    if not (settled := are_settled(files.values())):
        time.sleep(TICK_NS / 1e9)
        files = _look(project.root, folders)
        settled = are_settled(files.values())
    named = json.dumps(settings, default=lambda value: getattr(value, "__qualname__", ""), sort_keys=True)
    values = repr((program(), imprint_of(project.root), os.environ.get("SOURCE_DATE_EPOCH"), named))
    return Ground(project.root, folders, files, values, settled)


class Left(NamedTuple):
    """A ground as a build left it: its checksum, and whether every file was old enough to be known by its mark."""

    checksum: str
    settled: bool


def left_by(workplace: Workplace, ground: Ground, written: Mapping[str, Mark]) -> Left:
    """Return a *ground* as a build leaves it that read it, and whose pages of `docs/` have the marks that are *written*.

    Whatever else changes after the first look, before it is read or later, is seen by the next build: it has another mark then.
    """
    docs, pages = workplace.docs, json.loads(workplace.manifest.read_text())
    own = {str(workplace.manifest), *(f"{docs}{os.sep}{name}" for name in pages)}
    files = {**ground.files, **written}
    for path in own - written.keys():
        with suppress(FileNotFoundError):
            files[path] = mark_of(os.stat(path))  # noqa: PTH116  # see `files.put`
    return Left(_digest(files, ground.values), ground.settled)


def standing(workplace: Workplace, ground: Ground) -> Outcome[Path | None] | None:
    """Return what a build would: the site, if it stands on *ground*, and what was said; None if it must be made."""
    if (note := read_note(workplace.standing)) is None:
        return None
    noted, made, problems = note
    if noted != _digest(ground.files, ground.values) or made != _digest(files_of(workplace.site)):
        return None
    return Outcome(workplace.site, problems)


def looked_at(workplace: Workplace, sources: Sequence[Path]) -> tuple[Ground, Outcome[Path | None] | None]:
    """Return what a build reads, and what it would return, if the site stands on that."""
    ground = ground_of(workplace, sources)
    return ground, standing(workplace, ground)


def note_standing(workplace: Workplace, left: Left, problems: Iterable[Problem], site: Files) -> None:
    """Note that the *site*, given as its files, stands on the ground as it was *left*, and what was said meanwhile.

    Nothing is noted where what was said may pass.
    """
    workplace.standing.unlink(missing_ok=True)
    said = tuple(problems)
    if left.settled and not any(problem.passing for problem in said):
        write_note(workplace.standing, (left.checksum, _digest(site), said))


def _settings(root: Path) -> dict[str, Any]:
    """Return what `mkdocs.yml` says, with the files it inherits from and the variables it names; nothing if it cannot be read."""
    try:
        with (root / "mkdocs.yml").open(encoding="utf-8") as stream:
            found = yaml_load(stream)
    except (OSError, ValueError, ConfigurationError):
        return {}
    return found if isinstance(found, dict) else {}


def _look(root: Path, folders: Sequence[Path]) -> dict[str, Mark]:
    """Return the mark of every file that a build may read, by its path."""
    found: dict[str, Mark] = {}
    for folder in folders:
        found.update(_marks(str(folder)))
    # The lists tell which pages of `docs/` are generated, those of the other edition too.
    for path in (root / "mkdocs.yml", *sorted(root.glob(".diwan/*/pages.json"))):
        with suppress(FileNotFoundError):
            found[str(path)] = mark_of(path.stat())
    return found


def _marks(folder: str) -> Iterator[tuple[str, Mark]]:
    """Yield every file below *folder* with its mark; links to folders are followed, once each."""
    seen: set[tuple[int, int]] = set()
    waiting = [folder]
    while waiting:
        place = waiting.pop()
        try:
            stat, entries = os.stat(place), os.scandir(place)  # noqa: PTH116  # see `files.put`
        except OSError:
            continue
        if (stat.st_dev, stat.st_ino) in seen:
            continue
        seen.add((stat.st_dev, stat.st_ino))
        with entries:
            for entry in entries:
                if entry.is_dir():
                    waiting.append(entry.path)
                else:
                    try:
                        yield entry.path, mark_of(entry.stat())
                    except FileNotFoundError:
                        yield entry.path, (-1, 0, 0, 0)


def _digest(files: Mapping[str, tuple[int, ...]], values: str = "") -> str:
    checksum = hashlib.blake2b(values.encode(), digest_size=20)
    # At once, in a tenth of the time of a line each. The second version of the format writes what is equal alike, the later
    # ones as it happens to be shared in memory.
    checksum.update(marshal.dumps(sorted(files.items()), 2))
    return checksum.hexdigest()
