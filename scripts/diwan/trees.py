"""Trees of files that change in one step, and cost no more than what changed in them.

Beside the tree that readers see stands a spare one, which was theirs before. The next tree is assembled in it: files
that changed are written there, those that did not are the very files of the present tree, by hard link. Then the two
change places. A run that is cut off leaves the present tree whole, and a spare one that the next run puts right.
"""

import ctypes
import os
import shutil
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from diwan.files import put

#: Files of a tree by their paths, with size, time and inode.
Files = Mapping[str, os.stat_result]


def files_of(folder: Path) -> dict[str, os.stat_result]:
    """Return the size, time and inode of every file below *folder*, by its path there; nothing if it is not there."""
    found: dict[str, os.stat_result] = {}
    # Paths as texts, and no call for each of some ten thousand folders: the system's own work is most of what is left.
    waiting = [(str(folder), "")] if folder.is_dir() else []
    while waiting:
        place, prefix = waiting.pop()
        with os.scandir(place) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((entry.path, f"{prefix}{entry.name}/"))
                else:
                    found[prefix + entry.name] = entry.stat(follow_symlinks=False)
    return found


def lasting_mark(stat: os.stat_result) -> tuple[int, int, int]:
    """Return what tells a file as it was written: `files.mark_of` but for the time at which a hard link last came or went."""
    return stat.st_size, stat.st_mtime_ns, stat.st_ino


@dataclass(frozen=True, slots=True)
class Trees:
    """The tree that readers see, the spare one, and a folder for what a run makes anew; all on one disk."""

    present: Path
    spare: Path
    fresh: Path

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

    def assemble(self, written: AbstractSet[str], unchanged: AbstractSet[str], standing: Files) -> Files:
        """Make the spare tree the next one: what was *written* to it, what is fresh, what is *unchanged* in the present.

        Return its files; *standing*, the files of the present one, where that is what they are.
        """
        fresh = files_of(self.fresh)
        moved = {path for path in fresh if path not in standing or not self._stands(path)}
        linked = unchanged | (fresh.keys() - moved)
        if not written and not moved and linked == standing.keys():
            return standing
        there = files_of(self.spare)
        following = {path: there[path] for path in written} | {path: fresh[path] for path in moved}
        _take_out(self.spare, {path for path, stat in there.items() if path not in written
                               and (path not in linked or stat.st_ino != standing[path].st_ino)})  # fmt: skip
        for path in _move_folders(self.fresh, self.spare, moved, fresh.keys() - moved):
            _move(self.fresh / path, self.spare / path)
        for path in sorted(linked):
            following[path] = standing[path]
            if (path not in there or there[path].st_ino != standing[path].st_ino) and not _link(
                self.present / path, self.spare / path
            ):
                following[path] = (self.spare / path).stat()
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


def _take_out(folder: Path, paths: set[str]) -> None:
    """Remove files, and the folders that are empty without them."""
    for path in sorted(paths):
        os.unlink(f"{folder}{os.sep}{path}")  # noqa: PTH108  # see `put`
    parents = {path.rpartition("/")[0] for path in paths}
    for parent in sorted(
        {above for path in parents for above in (Path(path), *Path(path).parents)}, reverse=True
    ):
        if parent.parts and not any((folder / parent).iterdir()):
            (folder / parent).rmdir()


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


def _link(old: Path, new: Path) -> bool:
    """Let *new* be the same file as *old*; False where it had to be a copy."""
    new.parent.mkdir(parents=True, exist_ok=True)
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
