"""Parts: the files beside the pages of a site, in groups, each made only if what it is made of has changed.

A part is known by its key, the checksum of everything that its files are made of, and stands while the key is what it was
and the site has each of its files as they were written. What stands is not made again: the next site takes it over.
"""

import marshal
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from diwan.files import sha256_of
from diwan.notes import read_note, write_note
from diwan.trees import Files

#: Size in bytes and SHA-256 of a file.
Sum = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Part:
    """Some files of a site by their paths, and what they were made of."""

    key: str
    files: tuple[str, ...]
    #: What was asked of some of the files: it need not be read from them again.
    sums: dict[str, Sum] = field(default_factory=dict)


class Parts:
    """Makes the parts of the site that is to be in the folder *fresh*, but for those of the *former* one that stand."""

    def __init__(self, fresh: Path, former: Mapping[str, Part] | None = None) -> None:
        self._fresh, self._former = fresh, former or {}
        #: All parts of the new site by name, and the paths of the files that are to be taken over.
        self.all: dict[str, Part] = {}
        self.standing: set[str] = set()

    def make(self, name: str, key: str, files: Sequence[str], make: Callable[[], None]) -> None:
        """Let *make* write the *files* of a part into the folder, unless it stands."""
        former = self._former.get(name)
        if former and former.key == key and former.files == tuple(files):
            self.all[name] = former
            self.standing.update(files)
        else:
            make()
            self.all[name] = Part(key, tuple(files))

    def former(self, name: str) -> tuple[str, ...]:
        """Return the files of a part of the former site, if all of them are as they were written."""
        return self._former[name].files if name in self._former else ()

    def add(self, name: str, files: Sequence[str]) -> None:
        """Note a part that was made as a whole, from what somebody else remembers."""
        self.all[name] = Part("", tuple(files))

    def take(self, others: "Parts") -> None:
        """Take over what another process noted of the same site."""
        self.all.update(others.all)
        self.standing.update(others.standing)

    def sums_in(self, folder: str) -> dict[str, Sum]:
        """Return size and SHA-256 of every file that lies directly in a *folder* of the new site, by its name."""
        own = {
            file.rpartition("/")[2]: part
            for part in self.all.values()
            for file in part.files
            if _is_in(folder, file)
        }
        made = [path.name for path in (self._fresh / folder).iterdir() if path.is_file()]
        return {name: self._sum(f"{folder}/{name}", own.get(name)) for name in sorted({*own, *made})}

    def sum_of(self, name: str, file: str) -> Sum:
        """Return size and SHA-256 of a *file* of the part of this *name*."""
        return self._sum(file, self.all[name])

    def _sum(self, file: str, part: Part | None) -> Sum:
        if part and file in part.sums:
            return part.sums[file]
        path = self._fresh / file
        found = path.stat().st_size, sha256_of(path)
        if part:
            part.sums[file] = found
        return found

    def has(self, folder: str) -> bool:
        """Whether there is a part with files in a *folder*."""
        return any(_is_in(folder, file) for part in self.all.values() for file in part.files)


def standing_parts(notes: Path, site: Files) -> dict[str, Part]:
    """Return the parts that *notes* tells of, as far as the files of *site* are as they were."""
    parts, noted = read_note(notes) or ({}, b"")
    marks = marshal.loads(noted) if noted else {}  # noqa: S302  # as all notes
    here = {file for file, mark in marks.items() if site.get(file) == mark}
    return {name: part for name, part in parts.items() if here.issuperset(part.files)}


def note_parts(notes: Path, parts: Mapping[str, Part], site: Files) -> None:
    """Write into *notes* of what the *parts* of *site* were made."""
    marks = {file: site[file] for part in parts.values() for file in part.files}
    write_note(notes, (dict(parts), marshal.dumps(marks)))


def _is_in(folder: str, file: str) -> bool:
    # Nearly all files lie elsewhere.
    return file.startswith(folder) and file.rpartition("/")[0] == folder
