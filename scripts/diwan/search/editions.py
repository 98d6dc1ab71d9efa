"""Editions: the files of an index, written into a folder that is named after them.

A page of an older edition never reads half of a newer one: it finds nothing, says so, and offers to load itself again. Only
`index.json` has a fixed name; it names the folder. Who writes one edition after the other, in turn into one of two places,
pays for the files that differ: what lies there is brought up to date, by hard link from what stands in the other.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from diwan.files import put, write_page
from diwan.search.kept import Kept
from diwan.shards import in_shards
from diwan.trees import numbers_of

#: Raised when the files change their form: pages made for another form do not read them.
FORM = 3
#: The file whose name never changes.
_INDEX = "index.json"

#: The checksum of each file, by its name.
_Files = Mapping[str, bytes]


class Shelf(NamedTuple):
    """Files of an edition: the checksum of each, by its name, and what gives some of them where they do not stand yet."""

    sums: _Files
    content: Callable[[Sequence[str]], Mapping[str, bytes]]

    @classmethod
    def of(cls, files: Mapping[str, bytes]) -> "Shelf":
        """Return *files* that are at hand."""
        return cls(
            {name: sum_of(data) for name, data in files.items()},
            lambda names: {name: files[name] for name in names},
        )


def sum_of(data: bytes) -> bytes:
    """Return the checksum by which a file is known."""
    return hashlib.blake2b(data, digest_size=20).digest()


class Editions:
    """Writes one edition after the other."""

    def __init__(self, kept: Kept | None = None) -> None:
        """Take where the names of editions are kept."""
        self._kept = kept or Kept(None)
        #: The editions written last, by their name: as many as there are places.
        self._known: dict[str, _Files] = self._kept.take()

    def write(self, folder: Path, shelves: Sequence[Shelf], standing: Path | None) -> list[str]:
        """Make *folder* hold the edition that is made of *shelves*, whatever of them stands in *standing* already.

        Return the paths of its files there.
        """
        wanted = {name: content for shelf in shelves for name, content in shelf.sums.items()}
        edition = _name_of(wanted)
        there = self._taken_over(folder, edition)
        former, by_content = self._standing(standing)
        target = f"{folder}/{edition}/"
        for parent in {name.rpartition("/")[0] for name in wanted}:
            Path(target, parent).mkdir(parents=True, exist_ok=True)
        for name in there:
            if wanted.get(name) != there[name]:
                Path(target + name).unlink()
        new = {
            name
            for name, content in wanted.items()
            if there.get(name) != content
            and not (
                content in by_content and _link(f"{standing}/{former}/{by_content[content]}", target + name)
            )
        }
        files = [
            one for shelf in shelves for one in shelf.content([*filter(new.__contains__, shelf.sums)]).items()
        ]
        in_shards(partial(_write_share, target), files)
        self._known = {former: self._known.get(former, {}), edition: wanted}
        self._kept.put_away({edition: wanted})
        write_page(folder / _INDEX, json.dumps({"form": FORM, "folder": edition}) + "\n")
        return [_INDEX, *(f"{edition}/{name}" for name in wanted)]

    def _taken_over(self, folder: Path, edition: str) -> _Files:
        """Return what lies in *folder*, under the name of *edition* from now on; clear it if that is not what was written."""
        old = _edition_in(folder)
        known = self._known.get(old, {})
        if not known or not _holds(folder / old, known):
            clear(folder)
            return {}
        # Whatever is half done when this is cut off must not be taken for an edition.
        (folder / _INDEX).unlink()
        (folder / old).rename(folder / edition)
        return known

    def _standing(self, folder: Path | None) -> tuple[str, dict[bytes, str]]:
        """Return the name of the edition that stands in *folder*, and its files by their checksums."""
        edition = _edition_in(folder) if folder else ""
        return edition, {content: name for name, content in self._known.get(edition, {}).items()}


def clear(folder: Path) -> None:
    """Take every edition out of *folder*; other files there are somebody else's."""
    (folder / _INDEX).unlink(missing_ok=True)
    for path in folder.glob("*/"):
        shutil.rmtree(path)


def _name_of(files: _Files) -> str:
    return hashlib.sha256(b"".join(name.encode() + files[name] for name in sorted(files))).hexdigest()[:12]


def _edition_in(folder: Path) -> str:
    """Return the name of the edition in *folder*; empty where there is none."""
    try:
        found: str = json.loads((folder / _INDEX).read_bytes())["folder"]
    except (OSError, ValueError, KeyError):
        return ""
    return found


def _holds(folder: Path, files: _Files) -> bool:
    """Whether *folder* has just these *files*, by their names: somebody may have emptied it."""
    return files.keys() == numbers_of(folder).keys()


def _link(former: str, path: str) -> bool:
    """Let *path* be the same file as *former*, or a copy where that cannot be; False where there is none."""
    try:
        os.link(former, path)
    except FileNotFoundError:
        return False
    except OSError:
        shutil.copyfile(former, path)
    return True


def _write_share(target: str, files: Sequence[tuple[str, bytes]]) -> None:
    for name, data in files:
        put(target + name, data)
