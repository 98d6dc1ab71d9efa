"""Kept: what the last index was made from, put away on disk, so that another process can renew it.

It is in portions, one after the other in a file, so that a process loads no more than it needs. One that finds nothing, or
something of another program or of anybody else (`sealed`), makes the index from nothing.
"""

import os
import tempfile
from pathlib import Path
from typing import Any

from diwan.sealed import UNREADABLE, put_under_seal, take_from_seal

Portion = dict[str, Any]


class Kept:
    """What was put away in a *file*; without one, nothing is."""

    def __init__(self, file: Path | None) -> None:
        self._file = file
        #: Which file portions are taken from, any at first, none once this process has put away its own; where the next begins.
        self._source: tuple[int, int] | None = None
        self._next = 0

    def take(self) -> Portion:
        """Return the next portion; an empty one where there is none, or where another process put others in its place."""
        if self._file is None:
            return {}
        try:
            with self._file.open("rb") as stream:
                status = os.fstat(stream.fileno())
                source = (status.st_ino, status.st_mtime_ns)
                if self._source not in (None, source):
                    return {}
                stream.seek(self._next)
                portion: Portion = take_from_seal(stream)
                self._source, self._next = source, stream.tell()
        except UNREADABLE:
            return {}
        return portion

    def put_away(self, *portions: Portion) -> None:
        """Write *portions* in the place of those that are there, in one step."""
        if self._file is None:
            return
        self._source = (0, 0)
        folder, name = self._file.parent, f".{self._file.name}."
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=folder, prefix=name, delete=False) as stream:
            try:
                for portion in portions:
                    put_under_seal(stream, portion)
                stream.flush()
                Path(stream.name).replace(self._file)
            except BaseException:
                Path(stream.name).unlink(missing_ok=True)
                raise
