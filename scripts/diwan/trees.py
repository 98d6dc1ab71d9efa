"""Trees of files that change in one step, and cost no more than what changed in them.

Beside the tree that readers see stands a spare one, which was theirs before. First it is made level with the present one,
whose very files it gets, by hard link; then what changes is written there, and the two change places. A run that is cut off
leaves the present tree whole, and a spare one that the next run puts right.
"""

import ctypes
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from diwan.files import put

#: Size, time of change and inode of a file: what tells it as it was written. Its `files.mark_of` has also the time of its
#: entry, which is that at which a hard link last came or went.
Stamp = tuple[int, int, int]
#: Files of a tree by their paths.
Files = Mapping[str, Stamp]


def files_of(folder: Path) -> dict[str, Stamp]:
    """Return every file below *folder*, by its path there; nothing if it is not there."""
    return {path: _stamp(entry.stat(follow_symlinks=False)) for path, entry in entries_of(folder)}


def numbers_of(folder: Path) -> dict[str, int]:
    """Return for every file below *folder*, by its path there, the number that its folder has for it.

    Files with one number are one file. No file need be looked at, which takes half of the time. It is the inode's number,
    but for file systems made of several (Linux, `overlayfs.rst`, "Inode properties").
    """
    return {path: entry.inode() for path, entry in entries_of(folder)}


def entries_of(folder: Path) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Yield the entry of every file below *folder*, with its path there; links to folders are not followed."""
    # Paths as texts, and no call for each of some ten thousand folders: the system's own work is most of what is left.
    waiting = [(str(folder), "")] if folder.is_dir() else []
    while waiting:
        place, prefix = waiting.pop()
        with os.scandir(place) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((entry.path, f"{prefix}{entry.name}/"))
                else:
                    yield prefix + entry.name, entry


def _stamp(stat: os.stat_result) -> Stamp:
    return stat.st_size, stat.st_mtime_ns, stat.st_ino


@dataclass(frozen=True, slots=True)
class Level:
    """The files of the tree that readers see and of the spare one, when the two are level.

    They are the same but for those that had to be copied.
    """

    present: Files
    spare: Files


@dataclass(frozen=True, slots=True)
class Trees:
    """The tree that readers see, the spare one, and a folder for what a run makes anew; all on one disk."""

    present: Path
    spare: Path
    fresh: Path

    def level(self) -> Level:
        """Make the spare tree what the present one is; what was done before costs nothing again but a look at every file."""
        present: dict[str, Stamp] = {}
        numbers: dict[str, int] = {}
        for path, entry in entries_of(self.present):
            present[path], numbers[path] = _stamp(entry.stat(follow_symlinks=False)), entry.inode()
        there = numbers_of(self.spare)
        stale = {path for path, number in there.items() if number != numbers.get(path)}
        _take_out(self.spare, stale)
        copied = {}
        folder = ""
        for path in sorted(present.keys() - there.keys() | present.keys() & stale):
            old, new = f"{self.present}{os.sep}{path}", f"{self.spare}{os.sep}{path}"
            if (parent := os.path.dirname(new)) != folder:  # noqa: PTH120  # see `put`
                os.makedirs(folder := parent, exist_ok=True)  # noqa: PTH103
            if not _link(old, new):
                copied[path] = _stamp(os.stat(new))  # noqa: PTH116
        return Level(present, {**present, **copied} if copied else present)

    def write(self, path: str, content: bytes) -> bool:
        """Write a file of the next tree; False, and nothing is written, where the present one has just that."""
        if _holds(f"{self.present}{os.sep}{path}", content):
            return False
        target = f"{self.spare}{os.sep}{path}"
        # What lies here may be the very file that readers see.
        with suppress(FileNotFoundError):
            os.unlink(target)  # noqa: PTH108  # see `put`
        put(target, content)
        return True

    def written(self, paths: Iterable[str]) -> dict[str, Stamp]:
        """Return the stamps of files that were *written* to the spare tree, by their paths."""
        return {path: _stamp(os.stat(f"{self.spare}{os.sep}{path}")) for path in paths}  # noqa: PTH116  # see `put`

    def assemble(self, level: Level, written: AbstractSet[str], unchanged: AbstractSet[str]) -> Files:
        """Make the spare tree, which was made *level*, the next one: what was *written* to it, what is fresh, what is *unchanged*.

        Return its files; those of the present one, where that is what they are.
        """
        fresh = files_of(self.fresh)
        moved = {path for path in fresh if path not in level.present or not self._stands(path)}
        following = {path: level.spare[path] for path in unchanged | (fresh.keys() - moved)}
        following |= self.written(written)
        following |= {path: fresh[path] for path in moved}
        if following == level.spare:
            return level.present
        _take_out(self.spare, level.spare.keys() - following.keys())
        for path in _move_folders(self.fresh, self.spare, moved, fresh.keys() - moved):
            _move(self.fresh / path, self.spare / path)
        return following

    def _stands(self, path: str) -> bool:
        one, other = self.fresh / path, self.present / path
        return (
            other.is_file()
            and one.stat().st_size == other.stat().st_size
            and one.read_bytes() == other.read_bytes()
        )

    def swap(self) -> None:
        """Let the present tree and the spare one change places."""
        self.spare.mkdir(parents=True, exist_ok=True)
        replace_tree(self.spare, self.present)


def _holds(place: str, content: bytes) -> bool:
    """Whether a file has just this *content*."""
    try:
        with open(place, "rb") as stream:  # noqa: PTH123  # see `put`
            return os.fstat(stream.fileno()).st_size == len(content) and stream.read() == content
    except (FileNotFoundError, IsADirectoryError):
        return False


def _take_out(folder: Path, paths: AbstractSet[str]) -> None:
    """Remove files as far as they are there, and the folders that are empty without them."""
    for path in sorted(paths):
        with suppress(FileNotFoundError):
            os.unlink(f"{folder}{os.sep}{path}")  # noqa: PTH108  # see `put`
    parents = {path.rpartition("/")[0] for path in paths}
    for parent in sorted(
        {above for path in parents for above in (Path(path), *Path(path).parents)}, reverse=True
    ):
        if parent.parts and (place := folder / parent).is_dir() and not any(place.iterdir()):
            place.rmdir()


def _move_folders(fresh: Path, spare: Path, moved: AbstractSet[str], staying: AbstractSet[str]) -> list[str]:
    """Move the folders of *fresh* that *spare* has not and of which nothing is staying; return the other files."""
    kept = {str(parent) for path in staying for parent in Path(path).parents}
    there = cache(lambda folder: folder in kept or (spare / folder).exists())
    whole: set[str] = set()
    others = []
    for path in sorted(moved):
        folders = [path[:end] for end, letter in enumerate(path) if letter == "/"]
        new = next((folder for folder in folders if folder in whole or not there(folder)), None)
        if new is None:
            others.append(path)
        elif new not in whole:
            whole.add(new)
            _move(fresh / new, spare / new)
    return others


def _move(old: Path, new: Path) -> None:
    new.parent.mkdir(parents=True, exist_ok=True)
    old.replace(new)


def _link(old: str, new: str) -> bool:
    """Let *new* be the same file as *old*; False where it had to be a copy."""
    try:
        os.link(old, new)
    except OSError:
        # Some file systems know no links, and every one has a highest number of them.
        shutil.copy2(old, new)
        return False
    return True


def replace_tree(new: Path, old: Path) -> None:
    """Put the folder *new* in the place of *old*, and the other way round; whoever looks sees one of them, whole.

    Linux exchanges the two in one step (renameat2 with RENAME_EXCHANGE). Elsewhere the old folder is moved aside
    first; `restore_tree` brings it back if the machine stops between the two moves.
    """
    if not old.exists():
        new.replace(old)
    elif not _exchange(new, old):
        parked = _parked(old)
        shutil.rmtree(parked, ignore_errors=True)
        old.replace(parked)
        new.replace(old)
        parked.replace(new)


def restore_tree(old: Path) -> None:
    """Bring back the folder *old* if an interrupted run left it moved aside."""
    parked = _parked(old)
    if parked.exists() and not old.exists():
        parked.replace(old)


def _parked(folder: Path) -> Path:
    return folder.with_name(f".{folder.name}.old")


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change places in one step; False where the system cannot."""
    try:
        exchange = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    at_working_directory, rename_exchange = -100, 2
    return bool(
        exchange(at_working_directory, bytes(one), at_working_directory, bytes(other), rename_exchange) == 0
    )
