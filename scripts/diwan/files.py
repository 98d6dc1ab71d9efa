"""The edge of the disk: whole reads, atomic writes.

Everything is written beside its place and renamed into it, so that a reader never sees half a file and an
interrupted run leaves the old one. A file whose bytes would not change is not touched.
"""

import hashlib
import os
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import orjson

#: What stands behind the name of a file while it is being written beside its place.
_UNFINISHED = ".unfinished-"


def read_text(path: Path) -> str:
    """Return the text of a UTF-8 file, every line end made one newline; raise UnicodeDecodeError where it is not UTF-8."""
    return text_of(path.read_bytes())


def text_of(data: bytes) -> str:
    """Return the text of UTF-8 *data*, as `read_text` does."""
    return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")


def compact_json(value: object) -> str:
    """Return *value* as JSON without spaces, with every letter as it is."""
    return orjson.dumps(value).decode()


#: Size, time of change, time of change of the entry, inode: a file is as it was while these are.
Mark = tuple[int, int, int, int]
#: Nanoseconds within which two changes of a file may have the same time: twice the slowest tick of Linux (100 Hz).
TICK_NS = 20_000_000


def mark_of(stat: os.stat_result) -> Mark:
    """Return the mark of a file whose entry is *stat*."""
    return stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino


def are_settled(marks: Iterable[Mark]) -> bool:
    """Whether all files are old enough to be known by their *marks*."""
    youngest = max((mark[2] for mark in marks), default=0)
    return time.time_ns() - youngest > TICK_NS


def seen_from(root: Path, path: Path) -> str:
    """Return *path* as it is seen from the folder *root*, or whole where it lies elsewhere."""
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal digits."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def write_if_changed(path: Path, content: str | bytes) -> bool:
    """Write *content* to *path* in one step; return False, and touch nothing, where it stands there already."""
    data = content.encode() if isinstance(content, str) else content
    if path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data:
        return False
    with _beside(path, data) as written:
        written.replace(path)
    return True


def write_new(path: Path, data: bytes) -> None:
    """Write a file that is not there yet, whole or not at all; raise FileExistsError where anything else stands at *path*.

    The same bytes may stand there: a run that was stopped wrote them, and not what belongs to them.
    """
    with _beside(path, data) as written:
        try:
            # Linking, unlike renaming, never takes the place of what is there.
            os.link(written, path)
        except FileExistsError:
            if not path.is_file() or path.read_bytes() != data:
                raise


@contextmanager
def _beside(path: Path, data: bytes) -> Iterator[Path]:
    """Yield a file in the folder of *path* that holds *data*, safe on the disk; what stays of it is removed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}{_UNFINISHED}")
    written = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        written.chmod(0o644)  # mkstemp makes files for the owner alone; pages are for everybody
        yield written
    finally:
        written.unlink(missing_ok=True)


def remove_unfinished(folder: Path) -> None:
    """Remove what runs that were killed had half written below *folder*."""
    for path in folder.rglob(f".*{_UNFINISHED}*"):
        path.unlink()


def write_page(path: Path, content: str | bytes) -> bool:
    """Write a page that can be made again at any time: in one step, but without waiting for the disk.

    Return False, and touch nothing, where it stands there already.
    """
    data, place = content.encode() if isinstance(content, str) else content, str(path)
    try:
        if os.stat(place).st_size == len(data) and path.read_bytes() == data:  # noqa: PTH116  # see `put`
            return False
    except FileNotFoundError:
        pass
    folder, _, name = place.rpartition(os.sep)
    beside = f"{folder or os.curdir}{os.sep}.{name}{_UNFINISHED}{os.getpid()}"
    put(beside, data)
    os.replace(beside, place)  # noqa: PTH105
    return True


def put(place: str, data: bytes) -> None:
    """Write *data* plainly to *place*, whose folder is made if it is not there.

    For files by the thousand: a path object costs as much as writing one, and so does asking for what is rarely so.
    """
    try:
        stream = open(place, "wb")  # noqa: PTH123, SIM115
    except FileNotFoundError:
        _make_folder(os.path.dirname(place))  # noqa: PTH120
        stream = open(place, "wb")  # noqa: PTH123, SIM115
    with stream:
        stream.write(data)


def _make_folder(folder: str) -> None:
    """Make a folder whose own one is there for the most part: that is looked at only if it is not."""
    try:
        os.mkdir(folder)  # noqa: PTH102
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103
    except FileExistsError:
        # Another process was faster, or what stands there is a file: opening one in it tells.
        return
