"""Folders: which files of a folder somebody means, when they name the folder.

In: a folder. Out: its files, without those that programs put there by themselves: what a browser saves beside a page
(`Page.html` and `Page_files/`, with pictures, styles and frames), and what a file manager notes for itself.
"""

import re
from dataclasses import dataclass
from pathlib import Path

#: Suffixes of pages beside which browsers save a folder.
_PAGES = (".html", ".htm", ".xhtml")
#: What follows the name of the page in that of its folder, in the language of the browser: `_files`, `-Dateien`, `.files`.
_BESIDE = re.compile(r"[_.-][^\W\d_]{3,12}")
_NOTES = frozenset(("thumbs.db", "desktop.ini"))


@dataclass(frozen=True, slots=True)
class Listing:
    """The files of a folder, and how many were saved with a page that is one of them."""

    files: tuple[Path, ...]
    beside: int


def listing_of(folder: Path) -> Listing:
    """Return the files below *folder* that somebody may mean, sorted."""
    found = [path for path in sorted(folder.rglob("*")) if path.is_file() and not _is_note(path)]
    stems = {path.with_suffix("") for path in found if path.suffix.lower() in _PAGES}
    meant = tuple(path for path in found if not _belongs_to_page(path, folder, stems))
    return Listing(meant, len(found) - len(meant))


def _is_note(path: Path) -> bool:
    return path.name.startswith(".") or path.name.lower() in _NOTES


def _belongs_to_page(path: Path, folder: Path, stems: set[Path]) -> bool:
    """Tell whether one of the folders in which *path* lies is named after a page beside it."""
    return any(
        _BESIDE.fullmatch(parent.name[start:]) and parent.with_name(parent.name[:start]) in stems
        for parent in path.parents
        if parent.is_relative_to(folder) and parent != folder
        for start in (found.start() for found in re.finditer(r"[_.-]", parent.name))
        if start
    )
