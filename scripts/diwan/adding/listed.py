"""Listed: the references of a list as items, each with what the list says of it and with the files attached to it.

In: the path of a list. Out: items; problems for what is no list, for a reference that is broken, and for an attachment that is
not there: a record made from the list alone must not pass for one whose source was read.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from diwan.adding import references
from diwan.adding.addresses import is_address
from diwan.adding.attachments import BETWEEN, found_at
from diwan.adding.encoded import text_of
from diwan.adding.forms import form_of
from diwan.adding.items import Item
from diwan.adding.tables import table
from diwan.adding.words import line_of
from diwan.documents.encodings import Decoded, Undecodable
from diwan.problems import Location, Outcome, Problem, Report, Severity

_READERS = {
    "csl_json": references.csl_json,
    "ris": references.ris,
    "bibtex": references.bibtex,
    "table": table,
}
_EXPORT_AGAIN = "export it from Zotero again as CSL JSON, RIS or BibTeX, in UTF-8"
_NAME_COLUMNS = "name its columns in the first row, as title, url, author, outlet, date, language, and save it as CSV in UTF-8"
_MEND = "export the list again with its files (in Zotero: Export Files), set the path right in the list, or add the file by itself"


def items_in(path: Path) -> Outcome[list[Item]]:
    """Return an item for each reference in the list at *path*."""
    report = Report()
    try:
        entries = [*_READERS[form_of(path) or ""](report.keep(_text_of(path)))]
    except (OSError, ValueError) as error:
        message = f"this is no list of references: {' '.join(str(error).split())[:120]}"
        mend = _NAME_COLUMNS if form_of(path) == "table" else _EXPORT_AGAIN
        return Outcome([], (Problem("references-unreadable", Location(path=str(path)), message, mend),))
    items = [report.keep(_item(entry, path, number)) for number, entry in enumerate(entries, start=1)]
    return Outcome([item for item in items if item], tuple(report.problems))


def _text_of(path: Path) -> Outcome[str]:
    """Return the text of a list; ValueError where its encoding cannot be told."""
    match text_of(path.read_bytes()):
        case Undecodable(detail=detail):
            raise ValueError(f"its encoding cannot be told: {detail}")
        case Decoded() as decoded if decoded.confidence < 1:
            return Outcome(decoded.text, (_detected(path, decoded),))
        case decoded:
            return Outcome(decoded.text)


def _detected(path: Path, decoded: Decoded) -> Problem:
    message = f"the list does not say its encoding, and a detector told it: {decoded.encoding}, confidence {decoded.confidence:.2f}"
    mend = "see whether names and titles read right; if not, export the list again in UTF-8"
    return Problem("references-encoding", Location(path=str(path)), message, mend, Severity.WARNING)


def _item(entry: Mapping[str, str], path: Path, number: int) -> Outcome[Item | None]:
    line = int(entry.get("line", 0))
    where = Location(path=str(path), line=line) if line else Location(path=f"{path}#{number}")
    if "unread" in entry:
        message = f"the reference that begins here is left out: {entry['unread']}"
        mend = "put it right, or add its article by itself"
        return Outcome(None, (Problem("references-unreadable", where, message, mend),))
    facts = {name: " ".join(value.split()) for name, value in entry.items() if value and value.strip()}
    for name in ("files", "line"):
        facts.pop(name, None)
    attached = [name for name in entry.get("files", "").split(BETWEEN) if name.strip()]
    url = next(filter(is_address, (facts.pop("url", ""), *attached)), "")
    names = [name for name in attached if not is_address(name)]
    found = {name: found_at(name, path.parent) for name in names}
    title = facts.get("title", f"the reference {number}")
    missing = tuple(_missing((name for name in names if not found[name]), title, where))
    files = [*dict.fromkeys(filter(None, found.values()))]
    if not (url or files or "title" in facts):
        message = "this reference has no title, no address and no file"
        left_out = Problem(
            "references-unreadable", where, message, "give it a title, or take it out of the list"
        )
        return Outcome(None, (*missing, left_out))
    first, others = next(iter(files), None), tuple(files[1:])
    name = f"{path}#{number}"
    return Outcome(Item(name=name, path=first, others=others, url=url, listed=facts, is_listed=True), missing)


def _missing(names: Iterable[str], title: str, where: Location) -> Iterator[Problem]:
    for name in names:
        message = f"“{line_of(title)}” has a file attached that is not there: {line_of(name)}"
        yield Problem("attachment-missing", where, message, _MEND, Severity.WARNING)
