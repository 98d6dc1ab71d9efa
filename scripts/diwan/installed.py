"""Installed: the folders in which an installation keeps what it makes once for all projects, beside its packages."""

import sys
from pathlib import Path


def beside_packages(name: str) -> Path | None:
    """Return the folder *name* beside the installed packages; None where there is none and none can be made."""
    folder = Path(sys.prefix) / "share/diwan" / name
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return folder
