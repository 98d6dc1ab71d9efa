"""Menus on one line: rows of short entries, and the path of sections that leads to a page.

In: a shape. Out: whether it is one. Texts saved from pages have them above the title and at the foot.
"""

import re

from diwan.documents.shapes import UNSPACED_BY_CLAUSE, Shape

#: Entries of the shortest: a pair may be a headline and its outlet.
_FEWEST = 3
#: Characters and words of an entry of a menu, and of a section: *National and International*.
_ENTRY_LENGTH, _ENTRY_WORDS = 16, 2
_SECTION_LENGTH, _SECTION_WORDS = 30, 4
#: Words of the last entry of a path, which may be the title.
_END_WORDS = 30
#: Headlines in the shortest row of them, letters of the shortest of these, and how many for one stop or comma: a paragraph
#: in Chinese or Japanese has a comma every ten letters, and no spaces. Thai and its neighbours have spaces instead of commas.
_HEADLINES, _HEADLINE, _STOP_TO = 5, 4, 2
_COMMAS = re.compile("[，。、；,;]")
#: A slash within a word is part of it: an address, *and/or*.
_BAR = re.compile(r"\s?[|•·‹›»]\s?|\s[/\\]\s")
_ARROW = re.compile(r"\s*[>›»]\s*|\s/\s")


def is_menu(shape: Shape) -> bool:
    """Tell whether the line is a row of short entries between bars or points."""
    entries = _BAR.split(shape.text)
    return (
        not _is_quoting(shape)
        and len(entries) >= _FEWEST
        and all(_is_short(entry, _ENTRY_LENGTH, _ENTRY_WORDS) for entry in entries)
    )


def is_path(shape: Shape) -> bool:
    """Tell whether the line is a path of sections: `Home > News > `, and perhaps the title."""
    if _is_quoting(shape) or shape.ends_sentence:
        return False
    *sections, end = _ARROW.split(shape.text)
    return (
        len(sections) >= _FEWEST - 1
        and all(section and _is_short(section, _SECTION_LENGTH, _SECTION_WORDS) for section in sections)
        and len(end.split()) <= _END_WORDS
    )


def is_row_of_headlines(shape: Shape) -> bool:
    """Tell whether the line is a row of headlines with spaces between them, in Chinese or Japanese."""
    parts = [part for part in shape.text.split() if len(UNSPACED_BY_CLAUSE.findall(part)) >= _HEADLINE]
    if len(parts) < _HEADLINES or 2 * len(UNSPACED_BY_CLAUSE.findall(shape.text)) < sum(
        map(len, shape.text.split())
    ):
        return False
    return len(_COMMAS.findall(shape.text)) * _STOP_TO < len(parts)


def _is_quoting(shape: Shape) -> bool:
    """Whether the arrows of the line are quotation marks, which stand in pairs."""
    return "«" in shape.text


def _is_short(entry: str, length: int, words: int) -> bool:
    return len(entry) <= length and len(entry.split()) <= words
