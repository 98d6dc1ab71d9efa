"""Titles: the line before the text that looks most like one.

In: the lines before the text. Out: the index of the title, or None where no line could be one; a title is never made
up. A line said twice, or followed by who and when, counts most; then its length; then how near the text it stands.
"""

import re
from collections.abc import Callable, Sequence
from itertools import chain

from diwan.documents.lines.menus import is_menu, is_path
from diwan.documents.shapes import Shape, telling_words, told_again

#: Columns of the longest title met on saved pages (220), and some room.
_LONGEST = 250
#: Lines before the text that are looked at: menus and share bars between title and text have up to 40.
FARTHEST = 60
#: Lines between a title and its repetition, where there is a lead, an author, a date and a row of buttons.
_LONGEST_OPENING = 8
#: Columns at which length stops counting: most headlines are longer, most menu entries shorter.
_USUAL_LENGTH = 60

#: How many times a title is as wide as a bare name below it: names have up to 20 columns, headlines from 40. Lines between
#: a title and the day: a name, and a button or a place.
SHORTER, PASSED = 2, 2

#: What parts a place or an outlet from a name, and words of either.
_PARTS = re.compile(r"\s*[:：|•·«»“”]\s*|\s[-–—ـ]\s")
_PART_WORDS = 4

#: How mail programs begin the line over what is passed on.
_RULED = "-----"

#: Words of the shortest title over a lead, what share of its width the lead has at least and at most, how many of its telling words the text and
#: the lead must have, and of how many one; of how many one at most may stand in both: a path ends with the title, and menus repeat it.
#: Of 185 known pages saved as text one gets another title by it; of 96 copies of articles made with such leads in 32 languages
#: 43 do, all the right one.
_SHORTEST_OVER, _AS_WIDE, _WIDEST_LEAD, _SHARED, _OF_ALL, _OF_BOTH = 4, 0.9, 2.2, 2, 4, 2
#: Letters of the beginning of a word by which its forms are known.
_STEM = 5
#: What a path has, and a line that only names a part of the page: *AUDIO: A boat comes in*.
_LINKED = re.compile(r"[|»›]|^[A-ZÀ-Þ]{3,}:")

# Points. Only their order matters: a line said twice outweighs a neighbouring date, which outweighs full length.
_SAID_TWICE = 6.0
_BEFORE_CREDIT = 5.0
_FULL_LENGTH = 4.0
_LIST_MARK = -4.0
#: For a line of which all longer words stand in the text too, and for each of the first few that do: on 240 saved
#: pages with text of known title, 0.64 of the titles are found so instead of 0.47. Chosen on these pages, not on sites
#: held out.
_ON_SUBJECT, _WORD_OF_TEXT, _MOST_WORDS = 6.0, 1.0, 5
#: What a line loses at most by its distance, and for how many lines of it one point.
_NEVER_FARTHER, _LINES_TO_A_POINT = -6.0, 8


def find_title(
    before: Sequence[Shape],
    may_be: Callable[[Shape], bool],
    is_said_twice: Callable[[Shape], bool],
    is_credit: Callable[[int], bool],
    text: Sequence[Shape],
) -> int | None:
    """Return the index of the title among the lines *before* the text, or None; *text* are the text's sentences."""
    near = before[-FARTHEST:]
    asked = [(at, shape) for at, shape in enumerate(reversed(near)) if has_form(shape) and may_be(shape)]
    if len(asked) < 2:  # noqa: PLR2004 an article by itself has one such line above it, and nothing to weigh it against
        return _first_of_same(before, asked[0][1].index) if asked else None
    words = [telling_words(shape) for _, shape in asked]
    subject = told_again(frozenset().union(*words), text)
    best: tuple[float, int] | None = None
    for (distance, shape), own in zip(asked, words, strict=True):
        points = min(shape.width, _USUAL_LENGTH) / _USUAL_LENGTH * _FULL_LENGTH
        points += _SAID_TWICE * is_said_twice(shape)
        points += _BEFORE_CREDIT * _is_over_credit(near, len(near) - 1 - distance, is_credit)
        points += _LIST_MARK * bool(shape.marker and not shape.is_numbered)
        points += max(_NEVER_FARTHER, -distance / _LINES_TO_A_POINT)
        points += _on_subject(own, subject)
        if best is None or points > best[0]:
            best = (points, shape.index)
    return _first_of_same(before, best[1]) if best else None


def over_lead(
    before: Sequence[Shape], index: int, may_be: Callable[[Shape], bool], text: Sequence[Shape]
) -> int:
    """Return the index of the line right over the one at *index*, if this is a lead and that the title, else *index*.

    So stand a headline and a line without a stop below it, no shorter and in other words, both on the subject of the *text*. What
    stands over a headline otherwise is a section or a kicker, far shorter than it, or one of a list of headlines.
    """
    if not 0 < index < len(before) or not _may_head(before[index - 1], may_be):
        return index
    above, below = before[index - 1], before[index]
    if index > 1 and _may_head(before[index - 2], may_be):
        return index
    words, others = _stems(above), _stems(below)
    shared = words & others.union(*map(_stems, text))
    is_lead = _AS_WIDE * above.width <= below.width <= _WIDEST_LEAD * above.width and len(
        words & others
    ) * _OF_BOTH <= len(words)
    return above.index if is_lead and len(shared) >= max(_SHARED, len(words) / _OF_ALL) else index


def is_told_by_credit(before: Sequence[Shape], index: int, is_credit: Callable[[int], bool]) -> bool:
    """Tell whether the line at *index* stands over who and when."""
    return index < len(before) and _is_over_credit(before, index, is_credit)


def is_on_subject(shape: Shape, text: Sequence[Shape]) -> bool:
    """Tell whether half of the telling words of a line, and some of them, are those of the *text*."""
    words = _stems(shape)
    shared = words.intersection(chain.from_iterable(map(_stems, text)))
    return len(shared) >= max(_SHARED, len(words) / 2)


def _stems(shape: Shape) -> frozenset[str]:
    """Return the telling words of a line without their endings, by which many languages tell cases and numbers.

    In Hebrew and Arabic without the first letter too, which may be an article or a preposition.
    """
    words = telling_words(shape)
    bare = [word[1 : _STEM + 1] for word in words if "\u0590" <= word[0] <= "\u06ff" and len(word) > _STEM]
    return frozenset([*bare, *(word[:_STEM] for word in words)])


def _may_head(shape: Shape, may_be: Callable[[Shape], bool]) -> bool:
    """Tell whether a line over another may be a headline: no section, path, or label with what it labels."""
    return (
        has_form(shape)
        and may_be(shape)
        and not shape.marker
        and shape.length >= _SHORTEST_OVER
        and not _LINKED.search(shape.text)
    )


def _on_subject(words: frozenset[str], subject: frozenset[str]) -> float:
    """Return the points of a line for those of its telling *words* that the text has too."""
    shared = len(words & subject)
    return _ON_SUBJECT * shared / max(len(words), 1) + _WORD_OF_TEXT * min(shared, _MOST_WORDS)


def _first_of_same(before: Sequence[Shape], index: int) -> int:
    """Return the first line that says the title, if it stands near: what lies between is lead, names and date."""
    near = before[max(index - _LONGEST_OPENING, 0) : index]
    return next((shape.index for shape in near if shape.key == before[index].key), index)


def _is_over_credit(near: Sequence[Shape], place: int, is_credit: Callable[[int], bool]) -> bool:
    """Tell whether a line stands over who and when.

    Far shorter lines between, such as a bare name and a button, are passed over, and so is a place with a name.
    """
    shape = near[place]
    for below in near[place + 1 : place + 2 + PASSED]:
        if is_credit(below.index):
            return True
        if below.width * SHORTER > shape.width and not _is_signature(below):
            return False
    return False


def _is_signature(shape: Shape) -> bool:
    """Whether a line could be a place or an outlet with a name: `الرياض: فلان`, `Harbour Post | Rim Example`."""
    parts = [part.split() for part in _PARTS.split(shape.text) if part]
    return len(parts) > 1 and all(len(part) <= _PART_WORDS for part in parts)


def has_form(shape: Shape) -> bool:
    """Tell whether a line could be a title by its form."""
    if not shape.words or shape.width > _LONGEST or shape.is_label or shape.has_email or shape.has_address:
        return False
    if shape.text.startswith(_RULED):
        return False
    return (not shape.ends_sentence or shape.asks) and not is_menu(shape) and not is_path(shape)
