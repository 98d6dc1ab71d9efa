"""Chats: messages as WhatsApp exports and copies them, each behind when it was sent and by whom.

In: the pieces of a text. Out: the same, with these marks as pieces of their own: whoever passed an article on did not write it,
and the day is not that of the article.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from diwan.documents.pieces import MESSAGE, Piece
from diwan.model.block import BlockKind

_DAY = r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}"
_TIME = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[^\W\d_]{1,2}(?:\.?\s?m\.?)?)?"
_WHEN = rf"(?:{_DAY}[,،]?\s{_TIME}|{_TIME}[,،]\s{_DAY})"
_WHO = r"\s[^:\n]{1,40}:(?=\s|$)"
#: As an iPhone exports messages, and as all programs copy them.
_COPIED = re.compile(rf"\W{{0,2}}\[{_WHEN}\]{_WHO}")
#: As Android exports a chat, from its first line on: elsewhere minutes of a day have this form.
_CHAT, _EXPORTED = re.compile(rf"{_WHEN}\s[-–]\s"), re.compile(rf"{_WHEN}\s[-–]{_WHO}")


def parted(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Yield *pieces*, the marks of messages before what these say."""
    form = _EXPORTED if pieces and _CHAT.match(pieces[0].text) else _COPIED
    for piece in pieces:
        mark = form.match(piece.text)
        if mark is None:
            yield piece
            continue
        yield replace(piece, text=mark[0], kind=BlockKind.NAVIGATION, rule=MESSAGE)
        if said := piece.text[mark.end() :].strip():
            yield replace(piece, text=said, gap=0)
