"""Beside the text: an outlet of the corpus whose name stands in a line of its own next to the title.

In: a document, and the outlets by their names as keys. Out: the name as it stands there, or nothing. Newspapers open with
it in many languages: `لندن: «الشرق الأوسط»`, `Al Jazeera English | Layla Haddad`. Names of outlets are also words of the
language (*the homeland*, *today*), so that a part of a line counts only if it is the name and nothing else, and the line
stands between the title and the text and is none of the text.
"""

import re
from collections.abc import Iterator, Mapping

from diwan.adding.words import name_key
from diwan.model.block import Block, BlockKind, Document

#: The basis of an outlet found so.
BESIDE_THE_TITLE = "inferred: its name stands between title and text"
#: What parts a place, a name and an outlet in such a line; quotation marks of names among it.
_PARTS = re.compile(r"\s*[|•·/:：،,;؛()\[\]«»“”\"\n]\s*|\s[-–—ـ]\s")
#: Words of the longest such line: place, two names and an outlet.
_MOST_WORDS = 14
#: Kinds of blocks that are text: with the first of them the opening ends.
_TEXT = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.QUOTATION, BlockKind.TABLE})


def outlet_beside(document: Document, by_name: Mapping[str, str]) -> str:
    """Return the name of an outlet of *by_name* that stands between the title and the text of *document*, or nothing."""
    parts = (part for line in _opening(document) for part in _PARTS.split(line))
    return next((part for part in parts if part and name_key(part) in by_name), "")


def _opening(document: Document) -> Iterator[str]:
    """Yield the short lines from the title to the text."""
    begun = False
    for block in document.blocks:
        if begun and block.kind in _TEXT and not _is_short(block):
            return
        if begun and _is_short(block):
            yield block.text
        begun = begun or block.kind is BlockKind.TITLE


def _is_short(block: Block) -> bool:
    return len(block.text.split()) <= _MOST_WORDS
