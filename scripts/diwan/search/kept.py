"""Kept: what the last index was made from, put away on disk, so that another process can renew it.

It is in portions, one after the other in a file, so that a process loads no more than it needs. One that finds nothing, or
something of another program, makes the index from nothing.
"""

import pickle
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from diwan.memory import UNREADABLE, program

Portion = dict[str, Any]


class Kept:
    """What was put away in a *file*; without one, nothing is."""

    def __init__(self, file: Path | None) -> None:
        self._file = file
        self._portions = self._read()

    def take(self) -> Portion:
        """Return the next portion; an empty one where there is none."""
        return next(self._portions, {})

    def _read(self) -> Iterator[Portion]:
        if self._file is None:
            return
        try:
            with self._file.open("rb") as stream:
                if pickle.load(stream) == program():  # noqa: S301  # written by this program in this folder
                    while True:
                        yield pickle.load(stream)  # noqa: S301
        except UNREADABLE:
            return

    def put_away(self, *portions: Portion) -> None:
        """Write *portions* in the place of those that are there, in one step."""
        if self._file is None:
            return
        folder, name = self._file.parent, f".{self._file.name}."
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=folder, prefix=name, delete=False) as stream:
            try:
                for portion in (program(), *portions):
                    pickle.dump(portion, stream, 5)
                stream.flush()
                Path(stream.name).replace(self._file)
            except BaseException:
                Path(stream.name).unlink(missing_ok=True)
                raise
