"""Readings as columns: for every form of a language which stems it may be of, worked out anew only where forms changed.

In: the forms of one language with spelling and count. Out: `Rows`, in numbers of strings. What is remembered, in this
process alone, never changes what comes out.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from diwan.search.clitics import HABITS, Reading
from diwan.search.stems import aliases_of, readings_of
from diwan.search.strings import Numbers, Strings

#: What must have been seen behind so many stems of a language to count as one of its endings.
ENDING_MIN = 3
ENDING_LETTERS_MAX = 6

#: Spelling and count of each form.
Forms = Mapping[str, tuple[str, int]]
#: What the rows of a form hang on: form, spelling, and its readings where others have a say in them.
_Key = tuple[str, str, tuple[Reading, ...]]


@dataclass(frozen=True, slots=True)
class Rows:
    """The readings of a language: parallel columns, a row for each form and stem; those of a form stand together."""

    #: The place of the form among the forms of its language.
    form: Numbers
    #: Which of the form's readings it is, the likeliest 0.
    place: Numbers
    #: Numbers of strings.
    stem: Numbers
    bare: Numbers
    #: Letters of the form behind what it shares with its stem.
    cut: Numbers
    #: What else leads to a row, other ways to type a form and bare words never met alone: string, row, letters cut.
    other: NDArray[np.int64]
    endings: tuple[str, ...]


class Readings:
    """Reads forms; remembers for every language its last forms, and what was made of each."""

    def __init__(self) -> None:
        self.strings = Strings()
        self._last: dict[str, tuple[Forms, Rows]] = {}
        self._made: dict[str, dict[_Key, _Made]] = {}

    def rows(self, language: str, forms: Forms) -> Rows:
        """Return the readings of the *forms* of a language."""
        last = self._last.get(language)
        if last is None or last[0] != forms:
            last = self._last[language] = (forms, self._read(language, forms))
        return last[1]

    def _read(self, language: str, forms: Forms) -> Rows:
        known = self._made.get(language, {})
        if language in HABITS:
            # How a form is read depends on all others.
            keys: list[_Key] = [
                (form, forms[form][0], found) for form, found in readings_of(language, forms).items()
            ]
        else:
            keys = [(form, spelled, ()) for form, (spelled, _) in forms.items()]
        new = [key for key in keys if key not in known]
        readings = (
            {} if language in HABITS else readings_of(language, {form: forms[form] for form, *_ in new})
        )
        made_new = {
            key: _made(language, key[0], key[1], key[2] or readings[key[0]], self.strings) for key in new
        }
        made = [known.get(key) or made_new[key] for key in keys]
        self._made[language] = dict(zip(keys, made, strict=True))
        flat = chain.from_iterable(chain.from_iterable([one.rows for one in made]))
        rows = np.fromiter(flat, np.int64).reshape(-1, 4)
        counts = np.fromiter((len(one.rows) for one in made), np.int64, len(made))
        firsts = np.cumsum(counts) - counts
        others = [
            (string, first + place, cut)
            for first, one in zip(firsts.tolist(), made, strict=True)
            if one.others
            for text, string, place, cut in one.others
            if text not in forms
        ]
        return Rows(
            form=np.repeat(np.arange(len(made)), counts),
            place=rows[:, 0],
            stem=rows[:, 1],
            bare=rows[:, 2],
            cut=rows[:, 3],
            other=np.array(others, np.int64).reshape(-1, 3),
            endings=_endings(made) if language else (),
        )


class _Made(NamedTuple):
    """The rows of one form (place, stem, bare word, cut), and what else leads to them.

    Each of the latter as the bare word, which leads here only where it is no form itself; number of the string; row; cut.
    """

    rows: tuple[tuple[int, int, int, int], ...]
    others: tuple[tuple[str, int, int, int], ...]
    #: What stands behind the stem, if that tells an ending of the language.
    ending: str | None


def _made(language: str, form: str, spelled: str, readings: tuple[Reading, ...], strings: Strings) -> _Made:
    first = readings[0]
    cut = _cut(form, first.stem)
    rows = [(0, strings.number(first.stem), strings.number(first.bare), cut)]
    aliases = aliases_of(language, form, spelled)
    if len(readings) == 1 and first.bare == form and not aliases:
        # Most forms are read in one way, as what they are.
        return _Made((rows[0],), (), _ending(language, form, first, cut))
    places = {first.stem: 0}
    others: list[tuple[str, int, int, int]] = []
    for reading in readings[1:]:
        if reading.stem not in places:
            places[reading.stem] = place = len(rows)
            numbers = (strings.number(reading.stem), strings.number(reading.bare))
            rows.append((place, *numbers, _cut(form, reading.stem)))
    for bare, stem in readings:
        if bare != form:
            others.append((bare, strings.number(bare), places[stem], _cut(bare, stem)))
    # Another way to type a form leads to it even where that is a word of its own.
    others += [("", strings.number(alias), 0, _cut(alias, first.stem)) for alias in aliases]
    return _Made(tuple(rows), tuple(others), _ending(language, form, first, cut))


def _ending(language: str, form: str, first: Reading, cut: int) -> str | None:
    if language in HABITS and first.bare != form:
        return None
    shared = len(form) - cut
    return form[shared:] if cut <= ENDING_LETTERS_MAX and shared >= len(first.stem) - 1 else None


def _endings(made: Sequence[_Made]) -> tuple[str, ...]:
    """Return the endings of a language: what was seen behind several of its stems."""
    counts = Counter(one.ending for one in made)
    return tuple(sorted(end for end, count in counts.items() if end is not None and count >= ENDING_MIN))


def _cut(form: str, stem: str) -> int:
    """Return how many letters a form has behind those it shares with the start of its stem."""
    if form.startswith(stem):
        return len(form) - len(stem)
    shared = 0
    for here, there in zip(form, stem, strict=False):
        if here != there:
            break
        shared += 1
    return len(form) - shared
