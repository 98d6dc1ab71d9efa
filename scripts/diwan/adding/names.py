"""Names: of authors, from the parts in which lists have them to the order in which they are read.

In: a name of CSL-JSON, RIS or BibTeX. Out: given name, particles, family name and suffix in one line (`Ursula von der Leyen`,
`Abdulrahman al-Rashed`, `Martin Luther King Jr.`), in letters of East Asia the family name first (`林若溪`); a body as it stands.
The three forms of list say the same of one person.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

#: What ends a particle that is written together with the name behind it: `al-Rashed`, `d'Orsay`.
_TOGETHER = ("-", "'", "’", "ʼ")
#: A name of BibLaTeX by its parts: `family=Rashed, given=Abdulrahman, prefix=al-, useprefix=true`.
_EXTENDED = re.compile(
    r"(?:^|,)\s*(given|prefix|family|suffix)(?:-i)?\s*=\s*(\{[^{}]*\}|[^,]*)", re.IGNORECASE
)
#: What parts family and given name, in lists of Persian and Arabic libraries too.
_COMMA = re.compile("[,،]")
#: Names in Chinese, Japanese or Korean letters, which are written as one word.
_EAST_ASIAN = re.compile("[\u3005\u3041-\u309f\u3400-\u9fff\uac00-\ud7a3\U00020000-\U0003ffff]+")
#: What BibTeX has for `et al.`
_OTHERS = "others"


def of_csl(name: Any) -> str:
    """Return a name of CSL-JSON (https://docs.citationstyles.org/en/stable/specification.html#names)."""
    if not isinstance(name, dict):
        return ""
    said = {part: value for part, value in name.items() if isinstance(value, str)}
    parts = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix")
    whole = said.get("literal") or said.get("name")
    return whole or _in_order([said.get(part, "") for part in parts], said.get("family", ""))


def of_ris(name: Any) -> str:
    """Return a name of RIS: `Family, Given, Suffix`, or that of a body."""
    family, given, suffix = (*(part.strip() for part in _COMMA.split(str(name), 2)), "", "")[:3]
    return _in_order([given, family, suffix], family)


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
        order = ("given", "prefix", "family", "suffix")
        return _in_order([said.get(part, "") for part in order], said.get("family", ""))
    if _COMMA.search(name) and ("," not in name or _EAST_ASIAN.match(name)):
        return of_ris(name)
    try:
        parts = parse_single_name_into_parts(name)
    except InvalidNameError:
        return of_ris(name)
    return _joined((*parts.first, *parts.von, *parts.last, *parts.jr))


def _in_order(parts: Sequence[str], family: str) -> str:
    """Return the *parts* of a name in one line, as they are read; *family* first and without spaces in letters of East Asia."""
    some = [part.strip() for part in parts if part.strip()]
    if all(map(_EAST_ASIAN.fullmatch, some)):
        return "".join(sorted(some, key=family.strip().__ne__))
    return _joined(some)


def _joined(parts: Iterable[str]) -> str:
    line = ""
    for part in filter(None, (part.strip() for part in parts)):
        line += part if not line or line.endswith(_TOGETHER) else f" {part}"
    return line
