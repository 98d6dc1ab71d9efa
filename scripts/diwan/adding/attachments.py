"""Attachments: which files belong to a reference, as the programs that keep references write it.

In: a field or a name from a list, and the list's folder. Out: paths as they were meant, and the files that are there. Zotero
and Better BibTeX write `title:path:type;…` with a stroke before what would part too much, JabRef the same without titles,
Mendeley the colon of a drive in a way of its own, other programs the path alone; RIS may hold an address of the disk.
"""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

#: Stands between the paths of several: what no path holds.
BETWEEN = "\0"
_ESCAPED = re.compile(r"\\([\\:;{}_&%#$])")
#: What stands behind the path: a media type, or the name that a program has for one.
_TYPE = re.compile(r"[a-z]*(?:/[a-z0-9.+-]+)?", re.IGNORECASE)
_DRIVE = re.compile(r"[a-z]", re.IGNORECASE)


def paths_in(field: str) -> list[str]:
    """Return the paths in a `file` field of BibTeX or BibLaTeX."""
    return [*filter(None, map(_path_in, _parted(field.replace(r"$\backslash$", "\\"), ";")))]


def _path_in(part: str) -> str:
    pieces = [piece.strip() for piece in _parted(part, ":")]
    if len(pieces) > 1 and _TYPE.fullmatch(pieces[-1]):
        del pieces[-1]
    path = pieces[-1]
    # The colon behind the letter of a drive is not always marked as one that parts nothing.
    if len(pieces) > 1 and _DRIVE.fullmatch(pieces[-2]) and path.startswith(("/", "\\")):
        path = f"{pieces[-2]}:{path}"
    return _ESCAPED.sub(r"\1", path)


def _parted(text: str, sign: str) -> list[str]:
    """Return the parts of *text* between the *sign*s before which no stroke stands that stands for itself."""
    parts = [""]
    for found in re.finditer(r"\\.|.", text, re.DOTALL):
        if found.group() == sign:
            parts.append("")
        else:
            parts[-1] += found.group()
    return parts


def found_at(name: str, folder: Path) -> Path | None:
    """Return the file that a list in *folder* means by *name*; None where it is not there."""
    for written in _spellings(name):
        try:
            if written and (path := folder / written).is_file():
                return path
        except (OSError, ValueError):
            continue  # a name that no disk can hold
    return None


def _spellings(name: str) -> Iterator[str]:
    """Yield the ways in which what a list says may be a path on this machine, the likeliest first."""
    bare = name.removeprefix("internal-pdf://")
    if bare.lower().startswith("file:"):
        try:
            bare = url2pathname(urlsplit(bare).path)
        except ValueError:
            return
    for written in dict.fromkeys((bare, bare.replace("\\", "/"), unquote(bare))):
        # One system writes an accent as a sign of its own where another writes one letter.
        yield from dict.fromkeys(
            (written, *(unicodedata.normalize(form, written) for form in ("NFC", "NFD")))
        )
