"""Outlets of plain text: the widely known ones (`mastheads`) that a line names, by itself or beside who wrote and when.

In: a line and its language. Out: the name, as the line has it. Cities and sections are called as papers are (*Iran*, *Time*), an
authority is what a text is about, and an agency beside a name is where the news is from: these count as none.
"""

import re
from collections.abc import Iterator

from diwan.documents.names.cities import is_place
from diwan.documents.names.mastheads import mastheads_called
from diwan.documents.phrases.cues import is_section
from diwan.documents.shapes import Shape, key_of

#: What parts an outlet from who wrote and when.
_PARTS = re.compile(r"[|•·,،;؛/–—()\[\]]|\s-\s")
#: What a paper is called before its name.
_KIND = re.compile(
    r"^(?:صحيفة|صحیفه|جريدة|مجلة|قناة|موقع|شبكة|روزنامه|روزنامۀ|مجله|روزنامہ|газета|журнал|newspaper|zeitung)\s+",
    re.IGNORECASE,
)
#: Columns of the longest name on the list, and some room.
_LONGEST = 60
_AGENCY, _OFFICIAL = "news-agency", "official"


def outlet_named_by(shape: Shape, language: str | None) -> str:
    """Return the known outlet that a line names and nothing else, without what it calls it; empty where it does not."""
    name, _ = _outlet(shape.text, language) if len(shape.text) <= _LONGEST else ("", "")
    return name


def outlets_beside(text: str, language: str | None) -> Iterator[str]:
    """Yield the known outlets among the parts of a line that says who wrote or when."""
    for part in _PARTS.split(text):
        name, kind = _outlet(part, language)
        if name and kind != _AGENCY:
            yield name


def _outlet(text: str, language: str | None) -> tuple[str, str]:
    """Return the known outlet that *text* names, and its kind; empty where it names none."""
    text = text.strip(' .*()[]«»"“”')
    called = _KIND.match(text)
    name = text[called.end() :] if called else text
    if not called and (is_section(key := key_of(name)) or is_place(key, language)):
        return "", ""
    kinds = [known.kind for known in mastheads_called(name) if known.kind != _OFFICIAL]
    return (name, kinds[0]) if kinds else ("", "")
