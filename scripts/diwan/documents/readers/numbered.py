"""Numbered: pages as text browsers print them (`lynx -dump`), with a number in brackets before each link.

In: a text, and its pieces. Out: these without the numbers, how many there were, and the list of addresses, *References*, with
which the text ends. It shows what the numbers are: no words of the page, though they stand within its sentences. Lines
are joined before, as the browser broke them with the numbers in.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from diwan.documents.pieces import Piece
from diwan.model.block import BlockKind

#: The list of addresses: its label, perhaps of which links it is, and the first of them.
_LIST = re.compile(
    r"^References\n(?:\s*\n)*(?:\s*(?:Visible|Hidden) links:?\s*\n)?(?=\s*\d+\. [a-z][a-z+.-]*:)",
    re.MULTILINE,
)
_ADDRESS = re.compile(r"^\s*(\d+)\. [a-z][a-z+.-]*:", re.MULTILINE)
_NUMBER = re.compile(r"\[(\d+)\]")


def parted(text: str) -> tuple[str, Piece | None]:
    """Return *text* before its list of addresses, and the list as a piece; None where it has none."""
    found = next(reversed(list(_LIST.finditer(text))), None)
    if found is None:
        return text, None
    line = text.count("\n", 0, found.start()) + 1
    listed = text[found.start() :].strip()
    return text[: found.start()], Piece(listed, line, 1, kind=BlockKind.NAVIGATION, rule="addresses-of-links")


def without_numbers(pieces: Iterable[Piece], addresses: Piece) -> tuple[list[Piece], int]:
    """Return *pieces* without the numbers of the links whose *addresses* are listed, and how many these were.

    Numbers of notes that the page has itself (`[3]`) are not in the order of its links, and stay.
    """
    most, last, count = max(int(number) for number in _ADDRESS.findall(addresses.text)), 0, 0

    def taken(found: re.Match[str]) -> str:
        nonlocal last, count
        if not last < int(found[1]) <= most:
            return found.group()
        last, count = int(found[1]), count + 1
        return ""

    bare = [replace(piece, text=_NUMBER.sub(taken, piece.text).strip()) for piece in pieces]
    return [piece for piece in bare if piece.text], count
