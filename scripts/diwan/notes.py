"""Notes: what this program writes into a file for its next run.

In: a value. Out, in another process: the same value, or None where the note is missing, cut off, or written by another state
of the program or by anybody else (`sealed`); what it would have spared is then done again.
"""

from pathlib import Path
from typing import Any

from diwan.files import write_if_changed
from diwan.sealed import UNREADABLE, opened, sealed


def read_note(path: Path) -> Any:  # whatever was written
    """Return what this program noted at *path*, or None."""
    try:
        return opened(path.read_bytes())
    except UNREADABLE:
        return None


def write_note(path: Path, value: object) -> None:
    """Note *value* at *path*."""
    write_if_changed(path, sealed(value))
