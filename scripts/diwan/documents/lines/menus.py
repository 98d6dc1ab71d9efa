"""Menus: rows of short entries on one line, the path of sections that leads to a page, and lists that are all entries.

In: a shape, or all. Out: whether it is one, or which are. Texts saved from pages have them above the title and at the foot.
"""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import groupby

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
#: Entries of the shortest list that is a menu, and words that each has on average: of 674 such lists that stand outside the
#: text of saved pages none belongs to it.
_LISTED, _LISTED_WORDS = 8, 4
#: Letters of a line and different entries in it from which it is a menu said again, and the share of its letters that they
#: are: of 21 such lines of saved pages none is text. An entry has a few letters at least, and few words.
_ROW, _DIFFERENT, _MADE_OF, _LETTERS = 30, 5, 0.85, 3
_COMMAS = re.compile("[，。、；,;]")
#: A slash within a word is part of it: an address, *and/or*.
_BAR = re.compile(r"\s?[|•·‹›»]\s?|\s[/\\]\s")
_ARROW = re.compile(r"\s*[>›»]\s*|\s/\s")
#: Any sign of both, which most lines have none of.
_ANY = re.compile(r"[|•·‹›»/\\>]")


def is_menu(shape: Shape) -> bool:
    """Tell whether the line is a row of short entries between bars or points."""
    if not _ANY.search(shape.text) or _is_quoting(shape):
        return False
    entries = _BAR.split(shape.text)
    return len(entries) >= _FEWEST and all(_is_short(entry, _ENTRY_LENGTH, _ENTRY_WORDS) for entry in entries)


def is_path(shape: Shape) -> bool:
    """Tell whether the line is a path of sections: `Home > News > `, and perhaps the title."""
    if not _ANY.search(shape.text) or _is_quoting(shape) or shape.ends_sentence:
        return False
    *sections, end = _ARROW.split(shape.text)
    return (
        len(sections) >= _FEWEST - 1
        and all(section and _is_short(section, _SECTION_LENGTH, _SECTION_WORDS) for section in sections)
        and len(end.split()) <= _END_WORDS
    )


def is_row_of_headlines(shape: Shape) -> bool:
    """Tell whether the line is a row of headlines with spaces between them, in Chinese or Japanese."""
    # Their letters take two columns.
    if shape.width - len(shape.text) < _HEADLINES * _HEADLINE:
        return False
    parts = [part for part in shape.text.split() if len(UNSPACED_BY_CLAUSE.findall(part)) >= _HEADLINE]
    if len(parts) < _HEADLINES or 2 * len(UNSPACED_BY_CLAUSE.findall(shape.text)) < sum(
        map(len, shape.text.split())
    ):
        return False
    return len(_COMMAS.findall(shape.text)) * _STOP_TO < len(parts)


def listed_entries(shapes: Sequence[Shape]) -> Iterator[range]:
    """Yield the indices of each long list of short entries, none numbered and none a sentence."""
    for marked, group in groupby(shapes, lambda shape: bool(shape.marker) and not shape.is_numbered):
        own = list(group)
        if marked and _are_entries(own):
            yield range(own[0].index, own[-1].index + 1)


def _are_entries(items: Sequence[Shape]) -> bool:
    short = sum(shape.words for shape in items) <= _LISTED_WORDS * len(items)
    return short and len(items) >= _LISTED and not any(shape.is_sentence for shape in items)


def rows_of_entries(shapes: Sequence[Shape]) -> frozenset[int]:
    """Return the indices of the lines that consist of entries which stand on lines of their own too, spaced or run together."""
    entries = {
        _letters(shape)
        for shape in shapes
        if len(shape.text) < _ROW and (shape.marker or shape.words <= _LISTED_WORDS)
    }
    entries = {entry for entry in entries if len(entry) >= _LETTERS}
    if len(entries) < _DIFFERENT:
        return frozenset()
    return frozenset(
        shape.index
        for shape in shapes
        if len(shape.text) >= _ROW and not shape.ends_sentence and _is_row(_letters(shape), entries)
    )


def _is_row(letters: str, entries: AbstractSet[str]) -> bool:
    """Whether *letters* are a row of *entries*, the longest that goes on taken each time."""
    found, at, others = set(), 0, 0
    while at < len(letters) and others <= (1 - _MADE_OF) * len(letters):
        ends = range(min(at + _ROW, len(letters)), at + _LETTERS - 1, -1)
        end = next((end for end in ends if letters[at:end] in entries), 0)
        if end:
            found.add(letters[at:end])
        others += not end
        at = end or at + 1
    return len(found) >= _DIFFERENT and others <= (1 - _MADE_OF) * len(letters)


def _letters(shape: Shape) -> str:
    return "".join(filter(str.isalnum, shape.text)).casefold()


def _is_quoting(shape: Shape) -> bool:
    """Whether the arrows of the line are quotation marks, which stand in pairs."""
    return "«" in shape.text


def _is_short(entry: str, length: int, words: int) -> bool:
    return len(entry) <= length and len(entry.split()) <= words
