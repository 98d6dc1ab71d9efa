"""Names: of authors, from the parts in which lists have them to the order in which they are read.

In: a name of CSL-JSON, RIS or BibTeX. Out: given name, particles, family name and suffix in one line (`Ursula von der Leyen`,
`Abdulrahman al-Rashed`, `Martin Luther King Jr.`); a body as it stands. The three forms of list say the same of one person.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

#: What ends a particle that is written together with the name behind it: `al-Rashed`, `d'Orsay`.
_TOGETHER = ("-", "'", "’", "ʼ")
#: A name of BibLaTeX by its parts: `family=Rashed, given=Abdulrahman, prefix=al-, useprefix=true`.
_EXTENDED = re.compile(
    r"(?:^|,)\s*(given|prefix|family|suffix)(?:-i)?\s*=\s*(\{[^{}]*\}|[^,]*)", re.IGNORECASE
)
#: What BibTeX has for `et al.`
_OTHERS = "others"


def of_csl(name: Any) -> str:
    """Return a name of CSL-JSON (https://docs.citationstyles.org/en/stable/specification.html#names)."""
    if not isinstance(name, dict):
        return ""
    said = {part: value for part, value in name.items() if isinstance(value, str)}
    parts = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix")
    return said.get("literal") or said.get("name") or _joined(said.get(part, "") for part in parts)


def of_ris(name: Any) -> str:
    """Return a name of RIS: `Family, Given, Suffix`, or that of a body."""
    family, given, suffix = (*(part.strip() for part in str(name).split(",", 2)), "", "")[:3]
    return _joined((given, family, suffix))


def of_bibtex(field: str) -> Iterator[str]:
    """Yield the names in a field of BibTeX or BibLaTeX, in which signs of LaTeX are still to be read."""
    from bibtexparser.middlewares.names import split_multiple_persons_names

    for name in split_multiple_persons_names(field):
        if name.strip() and name.strip() != _OTHERS:
            # Names are parted by this sign where they go.
            yield _of_one(name).replace(";", ",")


def _of_one(name: str) -> str:
    from bibtexparser.middlewares.names import InvalidNameError, parse_single_name_into_parts

    if said := {part.lower(): value.strip("{} ") for part, value in _EXTENDED.findall(name)}:
        return _joined(said.get(part, "") for part in ("given", "prefix", "family", "suffix"))
    try:
        parts = parse_single_name_into_parts(name)
    except InvalidNameError:
        return of_ris(name)
    return _joined((*parts.first, *parts.von, *parts.last, *parts.jr))


def _joined(parts: Iterable[str]) -> str:
    line = ""
    for part in filter(None, (part.strip() for part in parts)):
        line += part if not line or line.endswith(_TOGETHER) else f" {part}"
    return line
