"""Headings inside the text, and their levels.

In: the shapes, and which of them are headings. Out: a level for each, 2 to 6. Numbering tells levels outright
(`2`, `2.1`); else, in languages whose headings may have a capital on every word, those that do stand above those that
do not, where the document clearly has both sorts. Otherwise all are of level 2.
"""

import re
from collections.abc import Sequence

from diwan.documents.lines.scene import Scene
from diwan.documents.shapes import Shape

#: Columns and words of the longest heading in the articles studied are 96 and 14; with some room.
LONGEST = 120
MOST_WORDS = 20
#: The title is level 1.
_FIRST, _LAST = 2, 6

#: Languages in which a capital on every word is a convention of headings; in German, nouns alone have them.
_TITLE_CASE = frozenset({"en", "tr", "id", "ms", "tl", "az"})
#: Shares of words with a capital, of those that would have one only by that convention: headings of articles lie
#: at 0.8 and more, or at 0.5 and less with names counted; between the two nothing is decided.
_MOSTLY, _SELDOM = 0.75, 0.5
#: Letters below which a word is small in title case too: `of`, `and`, `with`.
_SMALL_WORD = 5
#: Headings of either sort before the difference is a habit and no accident.
_HABIT = 2

_NUMBERED = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2})*)[.)]?\s")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")


def has_form(shape: Shape) -> bool:
    """Tell whether a line could be a heading by its form."""
    if not shape.words or shape.width > LONGEST or shape.has_email or shape.has_address:
        return False
    if (shape.ends_sentence and not shape.asks) or shape.end in ",;،؛、":
        return False
    first = next((character for character in shape.text if character.isalpha()), "")
    # A small first letter in a script that has capitals marks a line that goes on, or an item of a list.
    return shape.length <= MOST_WORDS and not first.islower()


def levels_of(headings: Sequence[Shape], scene: Scene) -> dict[int, int]:
    """Return the level of each heading by its index; *scene* is asked for its language where that may matter."""
    numbers = {shape.index: _NUMBERED.match(shape.text) for shape in headings}
    depths = {index: found["number"].count(".") for index, found in numbers.items() if found}
    if len(depths) >= _HABIT and len(set(depths.values())) > 1:
        shallowest = min(depths.values())
        return {
            shape.index: min(_FIRST + depths.get(shape.index, shallowest) - shallowest, _LAST)
            for shape in headings
        }
    lower = _lower_by_case(headings)
    if lower and scene.language not in _TITLE_CASE:
        lower = frozenset()
    return {shape.index: _FIRST + (shape.index in lower) for shape in headings}


def _lower_by_case(headings: Sequence[Shape]) -> frozenset[int]:
    """Return the headings in sentence case, where those above them have a capital on every word."""
    if len(headings) < 2 * _HABIT:
        return frozenset()
    shares = {shape.index: _capitals(shape.text) for shape in headings}
    upper = {index for index, share in shares.items() if share is not None and share >= _MOSTLY}
    lower = frozenset(index for index, share in shares.items() if share is not None and share <= _SELDOM)
    habit = len(upper) >= _HABIT and len(lower) >= _HABIT
    return lower if habit and min(upper) < min(lower) else frozenset()


def _capitals(text: str) -> float | None:
    """Return the share of the longer words after the first that have a capital; None where there are none."""
    words = [word for word in _WORD.findall(text)[1:] if len(word) >= _SMALL_WORD]
    return sum(word[0].isupper() for word in words) / len(words) if words else None
