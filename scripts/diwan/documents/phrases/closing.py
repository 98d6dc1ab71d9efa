"""Closing: the lines with which a text ends about those who wrote it.

In: the blocks of a source, and the names of its authors once they are known. Out: the blocks that are notes on them. Notes
stand below the text without anything that parts them from it, and are sentences as it has them.
"""

import re
from collections.abc import Sequence

from diwan.documents.shapes import key_of
from diwan.model.block import Block

#: Words of the label over a note that ends with the name: *About* and three names, in any language.
_LONGEST_LABEL = 6
#: Blocks of text that must be left before the notes.
_FEWEST = 3
#: What makes a name the speaker's, as in an interview that its author ends.
_SPEAKS = re.compile(r"\s*[:：]")


def notes_on(blocks: Sequence[Block], names: Sequence[str]) -> list[int]:
    """Return the indices of those last kept *blocks* that are notes on the authors *names*.

    A note begins with the name of one; or has it, and stands below a label that ends with it.
    """
    kept = [index for index, block in enumerate(blocks) if block.kept]
    notes: list[int] = []
    while len(kept) > _FEWEST:
        last, above = blocks[kept[-1]].text, blocks[kept[-2]].text
        if any(begins_note_on(name, last) for name in names):
            notes.append(kept.pop())
        elif any(_is_label_of(name, above) and key_of(name) in key_of(last) for name in names):
            notes += [kept.pop(), kept.pop()]
        elif notes and any(_is_label_of(name, last) for name in names):
            notes.append(kept.pop())
        else:
            break
    return notes


def begins_note_on(name: str, text: str) -> bool:
    """Tell whether *text* begins with *name* as a note on that author does, who does not speak in it."""
    return key_of(text).startswith(key_of(name)) and not _SPEAKS.match(text[len(name) :])


def _is_label_of(name: str, text: str) -> bool:
    key = key_of(text)
    return len(key.split()) <= _LONGEST_LABEL and key.endswith(key_of(name)) and key != key_of(name)
