"""Forms: in which form a list of references stands.

In: the path of a file, or what JSON holds. Out: the form, as `references` calls its reader; the references. A list is known by its
suffix; one that was saved as text, as many libraries hand it out, by the line that it begins with.
"""

import re
from pathlib import Path
from typing import Any

_BY_SUFFIX = {
    ".json": "csl_json",
    ".ris": "ris",
    ".bib": "bibtex",
    ".bibtex": "bibtex",
    ".csv": "table",
    ".tsv": "table",
}
#: Bytes in which a text shows that it is a list: its first tags, behind notes on where it comes from.
_HEAD = 2000
#: The first tag of RIS with a type and another tag below it, or an entry of BibTeX with its key: no article begins so.
_BEGINNINGS = {
    "ris": re.compile(rb"TY {0,2}- [A-Z]{3,6}\s*[\r\n]+[A-Z][A-Z\d] {0,2}- "),
    "bibtex": re.compile(rb"@[A-Za-z]{3,20}\s*\{\s*[^\s,{}\"]+\s*,\s*[A-Za-z_]+\s*="),
}
_MARK = b"\xef\xbb\xbf"


def form_of(path: Path) -> str | None:
    """Return the form of the list of references at *path*; None where it is no list."""
    if path.suffix.lower() != ".txt":
        return _BY_SUFFIX.get(path.suffix.lower())
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD).removeprefix(_MARK).lstrip()
    except OSError:
        return None  # said when it is read
    return next((form for form, beginning in _BEGINNINGS.items() if beginning.match(head)), None)


def references_in(data: object) -> list[Any] | None:
    """Return the references in what JSON holds: a list, or one that a program has wrapped (`{"items": […]}`)."""
    found = data.get("items") if isinstance(data, dict) else data
    return found if isinstance(found, list) else None
