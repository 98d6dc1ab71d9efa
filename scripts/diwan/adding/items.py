"""Items: what somebody named to be added: files, folders of files, addresses, lists of references.

In: paths and addresses; a text that holds only addresses stands for them. Out: items, in the order given, each with
what a list already says of it; and problems for what is not there or is no list.
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from diwan.adding.addresses import is_address
from diwan.adding.folders import listing_of
from diwan.adding.forms import form_of, references_in
from diwan.adding.said import address_alone
from diwan.adding.shortcuts import address_in
from diwan.documents.convert import LARGEST
from diwan.problems import Location, Outcome, Problem, Report, Severity

#: An address as browsers show it, without its beginning: a host of two parts or more, or this machine, and a path.
_BARE_ADDRESS = re.compile(
    r"(?:(?:[\w-]+\.)+[^\W\d_]{2,}|localhost|\d{1,3}(?:\.\d{1,3}){3})(?::\d+)?/\S*", re.IGNORECASE
)
#: In a list of addresses: what begins a line that is a note, what numbers or marks one, what may stand around an address.
_NOTE, _MARK, _AROUND = "#", re.compile(r"^\s*(?:\d{1,4}[.)]|[-*•–])\s+"), "<>\"',;"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One article to be added: where its source is, if anywhere, and what a list says of it."""

    #: As it was named, for messages.
    name: str
    path: Path | None = None
    #: Other files of the same article: the best of all is its source.
    others: tuple[Path, ...] = ()
    url: str = ""
    #: Facts by name (`title`, `authors` joined by `; `, `outlet`, `date`, `language`, `kind`).
    listed: Mapping[str, str] = field(default_factory=dict)
    #: What is to be looked at in its text, in a line.
    doubt: str = ""
    #: Whether it comes from a list, which may say no more than an address.
    is_listed: bool = False


def items_of(arguments: Iterable[str]) -> Outcome[list[Item]]:
    """Return the items that *arguments* name."""
    report = Report()
    items: list[Item] = []
    for argument in arguments:
        path = Path(argument)
        if is_address(argument):
            items.append(Item(name=argument, url=argument))
        elif path.is_dir():
            items += report.keep(_in_folder(path))
        elif path.is_file() and form_of(path):
            items += report.keep(_listed(path))
        elif addresses := _addresses_in(path):
            items += [Item(name=address, url=address) for address in addresses]
        elif _BARE_ADDRESS.fullmatch(argument) and not path.exists():
            message = "there is no such file, and an address begins with https://"
            report.add(
                [Problem("source-unreadable", Location(path=argument), message, f"write https://{argument}")]
            )
        else:
            # Whether a file is there and can be read is said when it is read.
            items.append(_file(path))
    return Outcome(items, tuple(report.problems))


def _in_folder(folder: Path) -> Outcome[list[Item]]:
    listing = listing_of(folder)
    lists = {
        file for file in listing.files if (form_of(file) and not _is_other_json(file)) or _addresses_in(file)
    }
    problems = [_listed_apart(file) for file in listing.files if file in lists]
    if not listing.files:
        mend = "save articles there first, or name another folder"
        problems.append(
            Problem("nothing-to-add", Location(path=str(folder)), "there is nothing in this folder", mend)
        )
    if listing.beside:
        what = "1 file" if listing.beside == 1 else f"{listing.beside} files"
        message = f"{what} that browsers saved beside pages are left out: pictures, styles, frames"
        mend = "nothing is to be done; an article among them is to be named itself"
        problems.append(
            Problem("files-beside-pages", Location(path=str(folder)), message, mend, Severity.WARNING)
        )
    return Outcome([_file(file) for file in listing.files if file not in lists], tuple(problems))


def _file(path: Path) -> Item:
    address = address_in(path)
    return Item(name=address, url=address) if address else Item(name=str(path), path=path)


def _is_other_json(path: Path) -> bool:
    """Tell whether a file is JSON and no list of references: each reference of one has a type."""
    if path.suffix.lower() != ".json":
        return False
    try:
        entries = references_in(json.loads(path.read_bytes())) if path.stat().st_size <= LARGEST else []
    except (OSError, ValueError, RecursionError):
        return True
    return not entries or not all(isinstance(entry, dict) and "type" in entry for entry in entries)


def _listed_apart(path: Path) -> Problem:
    """Return the problem of a list in a folder: what it has attached would be added twice, once without its facts."""
    message = (
        "a list of references or addresses is read only where it is named itself, and not with its folder"
    )
    return Problem(
        "references-unreadable",
        Location(path=str(path)),
        message,
        f"name the list itself: {path}",
        Severity.WARNING,
    )


def _addresses_in(path: Path) -> list[str]:
    """Return the addresses in a text of nothing else but numbers and notes; none where it is refused for its size, or empty."""
    if path.suffix.lower() != ".txt":
        return []
    try:
        text = (
            path.read_text(encoding="utf-8-sig", errors="replace") if path.stat().st_size <= LARGEST else ""
        )
    except OSError:
        return []  # said when it is read
    lines = [line for line in text.splitlines() if not line.lstrip().startswith(_NOTE)]
    words = [word for line in lines for word in _MARK.sub("", line).split()]
    addresses = [address_alone(word.strip(_AROUND)) for word in words]
    return addresses if all(addresses) else []


def _listed(path: Path) -> Outcome[list[Item]]:
    from diwan.adding.listed import items_in  # with the parsers of lists, which a page does not wait for

    return items_in(path)
