"""Candidates: what may be the source of a record: files, what is in folders, pages, and the files that a list of references names.

In: what somebody named. Out: the places it stands for, each with what a list says of it; and the bytes at each place.
"""

from dataclasses import dataclass
from pathlib import Path, PurePath

from diwan.adding.addresses import is_address
from diwan.adding.choosing import PAGES
from diwan.adding.fetching import Fetcher
from diwan.adding.items import items_of
from diwan.documents.formats import Format, format_of, likely_format
from diwan.problems import Location, Outcome, Problem


@dataclass(frozen=True, slots=True)
class Candidate:
    """Bytes that may be a source: what they are called, and the address they came from."""

    name: str
    data: bytes
    url: str = ""
    #: The title that a list gives it.
    title: str = ""

    @property
    def suffix(self) -> str:
        """The suffix that a file of its format has."""
        known = format_of(self.data, PurePath(self.name).suffix)
        return known.suffixes[0] if isinstance(known, Format) else ""


def places_of(argument: str) -> Outcome[list[tuple[str, str, str]]]:
    """Return the files and addresses that an argument stands for, each with the address and the title that is known of it."""
    items, problems = items_of([argument])
    # Nobody is asked for the page of a reference, or of a shortcut that lies in a folder: `--fetch` asks for those wanted.
    named = [item for item in items if item.path or not (item.is_listed or Path(argument).is_dir())]
    return Outcome(
        [
            (str(place), item.url, item.listed.get("title", ""))
            for item in named
            # A page as it was saved is the better source, and the first that fits is taken.
            for place in (sorted((item.path, *item.others), key=_is_no_page) if item.path else (item.url,))
        ],
        problems,
    )


def _is_no_page(path: Path) -> bool:
    known = likely_format(path.suffix)
    return known is None or known.media_type not in PAGES


def candidate_at(place: str, fetcher: Fetcher) -> Outcome[Candidate | None]:
    """Return what is in the file or at the address *place*."""
    if is_address(place):
        fetched = fetcher.fetch(place)
        page = fetched.value
        return Outcome(Candidate(place, page.data, page.url) if page else None, fetched.problems)
    try:
        return Outcome(Candidate(place, Path(place).read_bytes()))
    except OSError as error:
        message = f"the file cannot be read: {error.strerror}"
        mend = "check the path and that the file may be read"
        return Outcome(None, (Problem("source-unreadable", Location(path=place), message, mend),))
