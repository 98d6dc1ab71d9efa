"""Outlets of plain text: the widely known ones (`mastheads`) that a line names, by itself or beside who wrote and when.

In: a line and its language. Out: the name as the line has it. Cities and sections are called as papers are (*Iran*, *Time*), an
authority is what a text is about, and an agency beside a name is where the news is from: these count as none.
"""

import re
from collections.abc import Iterator

from diwan.documents.cities import is_place
from diwan.documents.cues import is_section
from diwan.documents.mastheads import Masthead, mastheads_called
from diwan.documents.shapes import Shape, key_of

#: What parts an outlet from who wrote and when.
_PARTS = re.compile(r"\s*[|•·,،;؛/–—()\[\]]\s*|\s-\s")
#: What a paper is called before its name.
_KIND = re.compile(
    r"^(?:صحيفة|صحیفه|جريدة|مجلة|قناة|موقع|شبكة|روزنامه|روزنامۀ|مجله|روزنامہ|газета|журнал|newspaper|zeitung)\s+",
    re.IGNORECASE,
)
#: Columns of the longest name on the list, and some room.
_LONGEST = 60
_AGENCY, _OFFICIAL = "news-agency", "official"


def outlet_named_by(shape: Shape, language: str | None) -> str:
    """Return the known outlet that a line names and nothing else; empty where it does not."""
    text = shape.text.strip(' .*()[]«»"“”')
    known = _outlet(text, language) if len(text) <= _LONGEST else None
    return text if known else ""


def outlets_beside(text: str, language: str | None) -> Iterator[str]:
    """Yield the known outlets among the parts of a line that says who wrote or when."""
    for part in _PARTS.split(text):
        known = _outlet(part, language)
        if known and known.kind != _AGENCY:
            yield part


def _outlet(name: str, language: str | None) -> Masthead | None:
    kind, key = _KIND.match(name), key_of(name)
    if not kind and (is_section(key) or is_place(key, language)):
        return None
    called = mastheads_called(name[kind.end() :] if kind else name)
    return next((known for known in called if known.kind != _OFFICIAL), None)
