"""Parts of values in BibTeX: strings, numbers and names of `@string` with `#` between them are one value, as BibTeX reads them.

In: the blocks of a list as its parser splits them, values with what encloses them. Out: the same blocks, each value of several
parts put together in braces, names in it replaced by what `@string` says. The parser itself leaves such values as they stand.
"""

import re
from collections.abc import Iterable, Mapping

from bibtexparser.model import Block, Entry, Field, String

#: What parts values, and what may hold it as a letter.
_SIGN = "#"
#: A part: within quotes, in which braces keep quotes; within braces; a number or name.
_BARE = re.compile(r"[^\s#\"{}]+")
#: Characters of the longest value: an abstract has a tenth of it, and strings of strings of strings grow without end.
_LONGEST = 50_000


def put_together(blocks: Iterable[Block]) -> None:
    """Write values of several parts in *blocks* as one, in braces; a name in them is that of a string above."""
    strings: dict[str, str] = {}
    for block in blocks:
        for holder in block.fields if isinstance(block, Entry) else [block]:
            if not isinstance(holder, Field | String):
                continue
            value = str(holder.value)
            parts = (_parts(value) or [value]) if _SIGN in value else [value]
            words = "".join(_words(part, strings) for part in parts)
            if len(parts) > 1 and len(words) <= _LONGEST:
                holder.value = f"{{{words}}}"
            if isinstance(block, String):
                strings[block.key.lower()] = words if len(words) <= _LONGEST else ""


def _words(part: str, strings: Mapping[str, str]) -> str:
    """Return what a part says; a number says itself, and so does a month, which every style of BibTeX knows."""
    return part[1:-1] if part[:1] in ('"', "{") else strings.get(part.lower(), part)


def _parts(value: str) -> list[str] | None:
    """Return the parts of *value* with what encloses them; None where something else stands between them."""
    parts: list[str] = []
    at = 0
    while at < len(value):
        if value[at].isspace() or (value[at] == _SIGN and parts):
            at += 1
            continue
        end = _end(value, at)
        if end is None:
            return None
        parts.append(value[at:end])
        at = end
    return parts or None


def _end(value: str, start: int) -> int | None:
    """Return where the part that begins at *start* ends."""
    if value[start] not in '"{':
        bare = _BARE.match(value, start)
        return bare.end() if bare else None
    depth = 0
    for at in range(start, len(value)):
        depth += (value[at] == "{") - (value[at] == "}")
        if depth == 0 and at > start and value[at] == ('"' if value[start] == '"' else "}"):
            return at + 1
    return None
