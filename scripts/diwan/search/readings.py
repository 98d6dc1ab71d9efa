"""Readings as columns: for every form of a language which stems it may be of, worked out anew only where forms changed.

In: the forms of one language, by number, with how they are spelled and how often they occur. Out: `Rows`, in numbers of
strings. What is remembered, in this process alone, never changes what comes out.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from diwan.search.clitics import HABITS, READINGS_MAX, Clitics, Reading
from diwan.search.lexicon import Lexicon
from diwan.search.stems import aliases_of, stems_of
from diwan.search.strings import Numbers

#: What must have been seen behind so many stems of a language to count as one of its endings.
ENDING_MIN = 3
ENDING_LETTERS_MAX = 6
#: Columns of what is known of a form, for each of its readings: stem, bare word, letters behind the stem; and of what else
#: leads to it, the bare words, for each the string, the reading it leads to, and letters. -1 stands for none.
_STEM, _BARE, _CUT, _OTHER, _LEADS, _OTHER_CUT = range(6)


@dataclass(frozen=True, slots=True, eq=False)
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
    other: Numbers
    endings: tuple[str, ...]


class Readings:
    """Reads forms; remembers for every language how it read them last."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._clitics: dict[str, Clitics] = {}
        #: By line of the form: its readings, what stands behind its stem (-1 for no ending), the spelling that was read.
        self._made = np.empty((0, READINGS_MAX, 6), np.int32)
        self._ending, self._spelled = np.empty(0, np.int32), np.empty(0, np.int64)
        #: Other ways to type a form, by its line: string and letters behind the stem.
        self._aliases: dict[int, list[tuple[int, int]]] = {}
        #: By language, what the rows made last hang on, and these.
        self._last: dict[str, tuple[tuple[Numbers, Numbers], Rows]] = {}

    def rows(self, language: str, forms: Numbers, spelled: Numbers, counts: Numbers) -> Rows:
        """Return the readings of the *forms* of a language; *forms* and *spelled* are lines.

        Where these are what they were, so are the rows: the very same. In a language of habits they hang on the counts.
        """
        asked, last = (forms, counts if language in HABITS else spelled), self._last.get(language)
        if last and all(map(np.array_equal, asked, last[0])):
            return last[1]
        found = self._rows(language, forms, spelled, counts)
        self._last[language] = (asked, found)
        return found

    def _rows(self, language: str, forms: Numbers, spelled: Numbers, counts: Numbers) -> Rows:
        self._grow()
        if language in HABITS:
            self._read_habits(language, forms, counts)
        else:
            new = np.flatnonzero(self._spelled[forms] != spelled)
            self._read(language, forms[new].tolist(), spelled[new].tolist())
            self._spelled[forms] = spelled
        made = self._made[forms]
        form, place = np.nonzero(made[:, :, _STEM] >= 0)
        firsts = np.searchsorted(form, np.arange(len(forms)))
        row = made[form, place].astype(np.int64)
        return Rows(
            form=form,
            place=place,
            stem=row[:, _STEM],
            bare=row[:, _BARE],
            cut=row[:, _CUT],
            other=self._others(forms, made, firsts),
            endings=self._endings(forms) if language else (),
        )

    def _grow(self) -> None:
        more = len(self._lexicon) - len(self._ending)
        if more:
            self._made = np.concatenate((self._made, np.full((more, READINGS_MAX, 6), -1, np.int32)))
            self._ending = np.concatenate((self._ending, np.full(more, -1, np.int32)))
            self._spelled = np.concatenate((self._spelled, np.full(more, -1, np.int64)))

    def _read(self, language: str, forms: Sequence[int], spelled: Sequence[int]) -> None:
        """Read *forms* of a language in which each is read by itself."""
        strings, lexicon = self._lexicon.strings, self._lexicon
        form_strings = lexicon.string[forms].tolist() if forms else []
        words = list(map(strings.all.__getitem__, form_strings))
        spellings = list(map(lexicon.spelled, spelled))
        stems = stems_of(language, words, spellings)
        for line, number, form, stem, spelling in zip(
            forms, form_strings, words, stems, spellings, strict=True
        ):
            cut = _cut(form, stem)
            self._made[line, 0, : _CUT + 1] = strings.number(stem), number, cut
            self._ending[line] = self._end(form, stem, cut)
            if aliases := aliases_of(language, form, spelling):
                self._aliases[line] = [(strings.number(alias), _cut(alias, stem)) for alias in aliases]
            else:
                self._aliases.pop(line, None)

    def _read_habits(self, language: str, forms: Numbers, counts: Numbers) -> None:
        """Read *forms* of a language in which how a form is read hangs on all others."""
        clitics = self._clitics.setdefault(language, Clitics(HABITS[language]))
        names = self._lexicon.strings.all
        words = [names[string] for string in self._lexicon.string[forms].tolist()]
        line_of = dict(zip(words, forms.tolist(), strict=True))
        for form in clitics.read(dict(zip(words, counts.tolist(), strict=True))):
            self._note(line_of[form], form, clitics.readings(form))

    def _note(self, line: int, form: str, readings: Iterable[Reading]) -> None:
        """Note the *readings* of a form, each stem once, and the bare words that lead to them."""
        strings, known = self._lexicon.strings, self._made[line]
        known[:] = -1
        places: dict[str, int] = {}
        others = 0
        for bare, stem in readings:
            if stem not in places:
                place = places[stem] = len(places)
                known[place, : _CUT + 1] = strings.number(stem), strings.number(bare), _cut(form, stem)
                if not place:
                    self._ending[line] = self._end(form, stem, int(known[0, _CUT])) if bare == form else -1
            if bare != form:
                known[others, _OTHER:] = strings.number(bare), places[stem], _cut(bare, stem)
                others += 1

    def _end(self, form: str, stem: str, cut: int) -> int:
        """Return as a string what stands behind the stem, if that tells an ending of the language; or else -1."""
        shared = len(form) - cut
        told = cut <= ENDING_LETTERS_MAX and shared >= len(stem) - 1
        return self._lexicon.strings.number(form[shared:]) if told else -1

    def _others(self, forms: Numbers, made: NDArray[np.int32], firsts: Numbers) -> Numbers:
        """Return what else leads to the rows of *forms*; a bare word that is a form itself does not."""
        form, which = np.nonzero(made[:, :, _OTHER] >= 0)
        other = made[form, which].astype(np.int64)
        is_form = np.zeros(len(self._lexicon.strings.all), bool)
        is_form[self._lexicon.string[forms]] = True
        new = ~is_form[other[:, _OTHER]]
        bare = np.stack((other[:, _OTHER], firsts[form] + other[:, _LEADS], other[:, _OTHER_CUT]), 1)[new]
        if not self._aliases:
            return bare
        # Another way to type a form leads to it even where that is a word of its own.
        aliases = [
            (alias, first, cut)
            for line, first in zip(forms.tolist(), firsts.tolist(), strict=True)
            for alias, cut in self._aliases.get(line, ())
        ]
        return np.concatenate((bare, np.array(aliases, np.int64).reshape(-1, 3)))

    def _endings(self, forms: Numbers) -> tuple[str, ...]:
        """Return the endings of a language: what was seen behind several of its stems."""
        ending = self._ending[forms]
        found, counts = np.unique(ending[ending >= 0], return_counts=True)
        names = self._lexicon.strings.all
        return tuple(sorted(names[string] for string in found[counts >= ENDING_MIN].tolist()))


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
