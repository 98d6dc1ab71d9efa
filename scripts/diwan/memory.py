"""Memory: what was worked out before, so that what has not changed costs nothing.

Three ways to remember, all exact. *of_file*: what was read from a file, while the file is the same; *of_inputs*: what
was made of some values, while they are the very same; both within one process, as `diwan serve` needs them.
*of_contents*: what was made of some content, known by its checksum; kept under seal in `.diwan/memory.sqlite` for later
runs, as are the *checksums* themselves, while the files are the same.
Whatever is forgotten is worked out again: the memory can be deleted at any time.
"""

import hashlib
import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeVar
from zlib import crc32

from diwan.files import TICK_NS, Mark, are_settled, mark_of, sha256_of
from diwan.sealed import UNREADABLE, opened, program, sealed

T = TypeVar("T")

#: Names in a group on average: what hangs on one name is worked out for all of its group, and a look at a group costs
#: some 0.05 ms.
GROUP = 64
#: Keys asked for in one question; SQLite takes 32,766 at most.
_ASKED_TOGETHER = 500
#: How many times as many entries as the last run used are kept, so that going back to yesterday's files is quick.
_KEPT = 3


class Memory:
    """What is remembered of a project; without a file, for as long as the process lives."""

    def __init__(
        self, file: Path | None = None, *, lasting: bool = True, seen: Mapping[str, Mark] | None = None
    ) -> None:
        """Take the *file* to remember in; *lasting* tells whether this process will read the project again.

        If not, it holds nothing that only another reading could ask for. Of files that were *seen* already the marks are
        given by path: they are not looked at again.
        """
        self._file = file
        self._seen = seen or {}
        self.lasting = lasting
        self._read: dict[tuple[str, Path], tuple[tuple[int, ...], Any]] = {}
        self._made: dict[tuple[str, str], tuple[Sequence[object], Any]] = {}
        self._known: dict[str, dict[str, Any]] = {}
        self._new: dict[tuple[str, str], Any] = {}
        #: How many contents were asked for last, by kind.
        self._used: dict[str, int] = {}

    def of_file(self, kind: str, path: Path, read: Callable[[], T]) -> T:
        """Return what *read* makes of the file at *path*; it is read again once its size, times or inode change."""
        if not self.lasting:
            return read()
        mark = mark_of(path.stat())
        known = self._read.get((kind, path))
        if known is None or known[0] != mark:
            known = self._read[kind, path] = (mark, read())
        value: T = known[1]
        return value

    def of_files(self, kind: str, paths: Sequence[Path], read: Callable[[Path, bytes], T]) -> list[T]:
        """Return what *read* makes of each of many files, given its path and its bytes, which are in the order of names.

        For later runs it is remembered in groups: what files have in common is loaded and held once for each.
        """
        if self.lasting:
            return [self.of_file(kind, path, partial(_read_now, read, path)) for path in paths]
        keys = list(map(_key, paths, self.checksums(kind, paths)))

        def make(places: list[int]) -> list[T]:
            contents = [paths[place].read_bytes() for place in places]
            for place, content in zip(places, contents, strict=True):
                # A file may have changed since: it is known by what was read of it.
                keys[place] = _key(paths[place], hashlib.sha256(content).hexdigest())
            return [read(paths[place], content) for place, content in zip(places, contents, strict=True)]

        return self.of_neighbours(kind, [path.name for path in paths], keys, make)

    def checksums(self, kind: str, paths: Sequence[Path]) -> list[str]:
        """Return the SHA-256 of each of many files of a *kind*; one is read again once its size, times or inode change."""
        if not are_settled(marks := self._marks(paths)):
            time.sleep(TICK_NS / 1e9)
            if not are_settled(marks := self._marks(paths)):
                return [sha256_of(path) for path in paths]
        names, keys = list(map(str, paths)), list(map(_key, paths, marks))
        return self.of_neighbours(
            f"checksum-{kind}", names, keys, lambda places: [sha256_of(paths[place]) for place in places]
        )

    def _marks(self, paths: Sequence[Path]) -> list[Mark]:
        return [self._seen.get(str(path)) or mark_of(path.stat()) for path in paths]

    def of_neighbours(
        self,
        kind: str,
        names: Sequence[str],
        keys: Sequence[str],
        make: Callable[[list[int]], Sequence[T]],
        passing: Callable[[T], bool] = lambda _: False,
    ) -> list[T]:
        """Return a value for each of *keys*, as *of_contents* does, for contents that have *names*.

        It is remembered in groups of neighbouring names, each as it was last: what values have in common is loaded and held
        once, and of a group those are made again whose key is another. A value that is *passing*, of the moment and not of the
        content, is made again the next time, and with it a later run makes its group.
        """
        groups = grouped(names)
        known: dict[str, T] = {
            key: self._known[kind][key] for key in keys if key in self._known.get(kind, {})
        }
        stale = [group for group in groups if any(keys[place] not in known for place in group)]
        # A process that has made such values knows what is on disk: its own.
        there = [] if kind in self._known else [names[group.start] for group in stale]
        stored = self._stored_groups(kind, there)
        wanted = set(keys)
        for own, values in stored.values():
            known.update((key, value) for key, value in zip(own, values, strict=True) if key in wanted)
        missing = [place for place, key in enumerate(keys) if key not in known]
        made = make(missing) if missing else ()
        known.update((keys[place], value) for place, value in zip(missing, made, strict=True))
        for group in stale:
            own, name = tuple(keys[place] for place in group), names[group.start]
            values = [known[key] for key in own]
            if (name not in stored or stored[name][0] != own) and not any(map(passing, values)):
                self._new[kind, name] = (own, values)
        self._used[kind] = len(groups)
        if self.lasting:
            self._known[kind] = {key: value for key, value in known.items() if not passing(value)}
        return [known[key] for key in keys]

    def _stored_groups(self, kind: str, names: Sequence[str]) -> dict[str, tuple[tuple[str, ...], list[Any]]]:
        """Return the keys and the values of groups that are remembered, by the name of each."""
        new = {name: self._new[kind, name] for name in names if (kind, name) in self._new}
        return dict(self._stored(kind, [name for name in names if name not in new])) | new

    def of_inputs(self, kind: str, name: str, inputs: Sequence[object], make: Callable[[], T]) -> T:
        """Return what *make* makes of *inputs*; it is made again once one of them is another object."""
        if not self.lasting:
            return make()
        known = self._made.get((kind, name))
        if known is None or len(known[0]) != len(inputs) or any(
            one is not other for one, other in zip(known[0], inputs, strict=True)
        ):  # fmt: skip
            known = self._made[kind, name] = (inputs, make())
        value: T = known[1]
        return value

    def of_contents(
        self, kind: str, keys: Sequence[str], make: Callable[[list[int]], Sequence[T]]
    ) -> list[T]:
        """Return a value for each of *keys*, which name contents and every setting that bears on what is made of them.

        *make* gets the places in *keys* of those not known and returns their values in the same order.
        """
        former, known = self._known.get(kind, {}), {}
        for key in keys:
            if key in former:
                known[key] = former[key]
            elif (kind, key) in self._new:
                known[key] = self._new[kind, key]
        known.update(self._stored(kind, [key for key in keys if key not in known]))
        # What several ask for is made once.
        missing = sorted({key: place for place, key in enumerate(keys) if key not in known}.values())
        for place, value in zip(missing, make(missing) if missing else (), strict=True):
            known[keys[place]] = self._new[kind, keys[place]] = value
        self._used[kind] = len(known)
        if self.lasting:
            self._known[kind] = known
        return [known[key] for key in keys]

    def hold(self, kind: str, number: int) -> None:
        """Forget no contents of a *kind* because few were asked for: there are so many."""
        self._used[kind] = max(self._used[kind], number)

    def recall(self, kind: str, keys: Sequence[str]) -> dict[str, Any]:
        """Return what later runs would find of some contents: those of *keys* that were kept."""
        return dict(self._stored(kind, keys))

    def keep(self) -> None:
        """Write what is new to disk. A memory that cannot be written costs the next run time and nothing else."""
        # Taken at once: another thread may find more while this one writes.
        new, self._new = self._new, {}
        if self._file is None or not new:
            return
        try:
            with closing(sqlite3.connect(self._file)) as database, database:
                database.execute(
                    "CREATE TABLE IF NOT EXISTS memory (kind, key, value, PRIMARY KEY (kind, key))"
                )
                rows = ((kind, _name(key), sealed(value)) for (kind, key), value in new.items())
                database.executemany("INSERT OR REPLACE INTO memory VALUES (?, ?, ?)", rows)
                for kind in {kind for kind, _ in new}:
                    _forget(database, kind, self._used[kind] * _KEPT)
        except sqlite3.DatabaseError:
            self._file.unlink(missing_ok=True)

    def _stored(self, kind: str, keys: Sequence[str]) -> Iterator[tuple[str, Any]]:
        if self._file is None or not keys or not self._file.exists():
            return
        names = {_name(key): key for key in keys}
        try:
            with closing(sqlite3.connect(self._file)) as database:
                for asked in _groups(list(names)):
                    question = f"SELECT key, value FROM memory WHERE kind = ? AND key IN ({','.join('?' * len(asked))})"  # noqa: S608  # marks only
                    for name, row in database.execute(question, (kind, *asked)):
                        try:
                            value = opened(row)
                        except UNREADABLE:
                            continue
                        yield names[name], value
        except sqlite3.DatabaseError:
            return


def _key(path: Path, content: str | Mark) -> str:
    """Return the key of a file by its path and what tells its content."""
    return f"{path}\0{content}"


def _read_now(read: Callable[[Path, bytes], T], path: Path) -> T:
    return read(path, path.read_bytes())


def grouped(names: Sequence[str]) -> list[range]:
    """Return the places of neighbouring *names* in groups of some 64, which hang on the names alone.

    A group begins with a name whose checksum says so: one that comes or goes bears on two groups at most.
    """
    firsts = [place for place, name in enumerate(names) if not place or crc32(_bytes(name)) % GROUP == 0]
    return [range(first, last) for first, last in pairwise([*firsts, len(names)])]


def _groups(names: list[str]) -> Iterator[list[str]]:
    for start in range(0, len(names), _ASKED_TOGETHER):
        yield names[start : start + _ASKED_TOGETHER]


def _name(key: str) -> str:
    """Return the name of an entry: another program may make something else of the same content."""
    return hashlib.blake2b(_bytes(f"{program()}{key}"), digest_size=20).hexdigest()


def _bytes(text: str) -> bytes:
    """Return a text as bytes; names of files may hold what is no text."""
    return text.encode(errors="surrogatepass")


def _forget(database: sqlite3.Connection, kind: str, most: int) -> None:
    """Keep the *most* entries of a kind that were written last."""
    database.execute(
        "DELETE FROM memory WHERE kind = ? AND rowid NOT IN "
        "(SELECT rowid FROM memory WHERE kind = ? ORDER BY rowid DESC LIMIT ?)",
        (kind, kind, most),
    )


def checksum_of(*parts: str | bytes) -> str:
    """Return a checksum of some texts or bytes, by which a content is known."""
    return digest_of(*parts).hex()


def digest_of(*parts: str | bytes) -> bytes:
    """Return the same checksum as 20 bytes."""
    try:
        # In a sixth of the time of a call for each, and nearly all are texts.
        told = "\0".join((*parts, "")).encode(errors="surrogatepass")  # type: ignore[arg-type]
    except TypeError:
        told = b"\0".join(
            [
                part if isinstance(part, bytes) else part.encode(errors="surrogatepass")
                for part in (*parts, b"")
            ]
        )
    return hashlib.blake2b(told, digest_size=20).digest()
