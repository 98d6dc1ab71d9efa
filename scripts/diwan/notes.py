"""Notes: what this program writes into a file for its next run.

In: a value. Out, in another process: the same value, or None where the note is missing, cut off, or written by another state
of the program; what it would have spared is then done again. Notes are pickled, as is all that lies in `.diwan/`: it is made
here and never taken from elsewhere.
"""

import pickle
from pathlib import Path
from typing import Any

from diwan.files import write_if_changed
from diwan.memory import UNREADABLE, program


def read_note(path: Path) -> Any:  # whatever was written
    """Return what this program noted at *path*, or None."""
    try:
        made_by, value = pickle.loads(path.read_bytes())  # noqa: S301  # see above
    except UNREADABLE:
        return None
    return value if made_by == program() else None


def write_note(path: Path, value: object) -> None:
    """Note *value* at *path*."""
    write_if_changed(path, pickle.dumps((program(), value), 5))
