"""The vocabulary: every form of the corpus, and the class of forms that a search for it finds.

A class is what one language takes for one word: `cooperate, cooperation, cooperating`; `أمن, الأمن, وأمنها`. A form
belongs to the class of its likeliest reading, and for the index also to those of its other readings: who looks
for `حدة` finds `وحدة`, which may be "and sharpness", but who looks for `وحدة` is not shown `حدة`.

Classes are numbered by stem, so that words that begin alike stand in the same chunks. All is done on columns, in
numbers of strings: a vocabulary of 200,000 forms takes half a second, and less where most of it was seen before.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from operator import is_
from typing import NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from diwan.garbage import give_back
from diwan.search.chunks import Records, joined, number, numbers, runs, text
from diwan.search.lexicon import Lexicon
from diwan.search.readings import Readings, Rows
from diwan.search.streams import Forms
from diwan.search.strings import Numbers

#: Languages, at most: places for them in a number that sorts by stem first.
_LANGUAGES_MAX = 2**10


@dataclass(frozen=True, slots=True, eq=False)
class Classes:
    """All classes in order: parallel columns, a row a class."""

    #: Stem, as a string, and language, as the lexicon numbers it.
    stem: Numbers
    language: Numbers
    #: Where its members begin; one more place marks the end. Members are forms in order, each with the bare word it is read as.
    starts: Numbers
    members: Numbers
    #: Its forms and bare words as bytes; and a checksum of the stem, which decides where chunks may begin.
    heads: Records
    marks: NDArray[np.uint32]

    def __len__(self) -> int:
        return len(self.stem)

    def former(self, before: "Classes") -> Numbers:
        """Return for each class its number *before*; -1 if it was not there or had other members."""
        if before is self:
            return np.arange(len(self))
        here, there = (one.stem * _LANGUAGES_MAX + one.language for one in (self, before))
        order = np.argsort(there)
        place = np.minimum(np.searchsorted(there[order], here), len(there) - 1)
        known = order[place]
        sizes, old_sizes = np.diff(self.starts), np.diff(before.starts)
        same = np.flatnonzero((there[known] == here) & (old_sizes[known] == sizes))
        equal = (
            self.members[_within(self.starts[same], sizes[same])]
            == before.members[_within(before.starts[known[same]], sizes[same])]
        ).all(1)
        found = np.full(len(self), -1)
        if len(same):
            firsts = np.cumsum(sizes[same]) - sizes[same]
            unchanged = same[np.logical_and.reduceat(equal, firsts)]
            found[unchanged] = known[unchanged]
        return found


def _within(starts: Numbers, sizes: Numbers) -> Numbers:
    """Return the rows that begin at *starts*, so many each."""
    before = np.cumsum(sizes) - sizes
    return np.repeat(starts - before, sizes) + np.arange(int(sizes.sum()))


@dataclass(frozen=True, slots=True, eq=False)
class Entries:
    """What the browser is told of every string it may look up: parallel columns, a row for each string and class."""

    #: The strings in order, their numbers, and how often each stands in the corpus.
    strings: Sequence[str]
    numbers: Numbers
    counts: Numbers
    #: Of each row: the place of its string, its class, its language, whether it is the likeliest, letters behind the stem.
    string: Numbers
    word_class: Numbers
    language: Numbers
    likeliest: Numbers
    cut: Numbers


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """All forms and classes of an index."""

    #: The languages of the classes, sorted; words of no language have an empty one.
    languages: list[str]
    classes: Classes
    #: For each line of the lexicon, by column of its readings: the class, -1 for none, and its place there.
    class_of: NDArray[np.int32]
    slot_of: NDArray[np.int32]
    entries: Entries
    #: The endings met behind stems, by language.
    endings: Mapping[str, tuple[str, ...]]

    def lines_of(self, classes: Numbers) -> NDArray[np.bool_]:
        """Return for each line of the lexicon whether it can be read as one of *classes*."""
        chosen = np.zeros(len(self.classes) + 1, bool)
        chosen[classes] = True
        found: NDArray[np.bool_] = np.logical_or.reduce(chosen[self.class_of])
        return found


class _Columns(NamedTuple):
    """The rows of all languages: the form of each as a line, the place of its language, and the rest as in `Rows`."""

    line: Numbers
    language: Numbers
    place: Numbers
    stem: Numbers
    bare: Numbers
    cut: Numbers


class VocabularyMaker:
    """Makes vocabularies; what one has in common with the one before costs little."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon, self._readings = lexicon, Readings(lexicon)
        self._last: Classes | None = None
        #: The rows of each language, and the vocabulary that was made of them.
        self._made: tuple[list[Rows], Vocabulary] | None = None

    def make(self, forms: Forms) -> Vocabulary:
        """Return the vocabulary of *forms*; where forms and how they are read are the same, all but counts is the very same."""
        languages, rows, columns = self._rows(forms)
        made = self._made
        if made and self._is_same(*made, rows):
            entries = replace(made[1].entries, counts=self._counts(made[1].entries.numbers, forms))
            return replace(made[1], entries=entries)
        self._made = (rows, self._new(forms, languages, rows, columns))
        return self._made[1]

    def _is_same(self, former: Sequence[Rows], vocabulary: Vocabulary, rows: Sequence[Rows]) -> bool:
        """Whether *rows* are the *former* ones, of which a *vocabulary* was made, and the lexicon has no line more."""
        same = len(rows) == len(former) and all(map(is_, rows, former))
        return same and vocabulary.class_of.shape[1] == len(self._lexicon)

    def _new(self, forms: Forms, languages: list[str], rows: Sequence[Rows], columns: _Columns) -> Vocabulary:
        """Return the vocabulary that is made of *rows*."""
        give_back()
        strings = self._lexicon.strings
        ranks = strings.ranks()
        form = self._lexicon.string[columns.line].astype(np.int64)
        keys, word_class = np.unique(
            ranks[columns.stem] * _LANGUAGES_MAX + columns.language, return_inverse=True
        )
        # Members stand by class and, within it, in the order of forms.
        order = np.lexsort((ranks[form], word_class))
        starts = np.searchsorted(word_class[order], np.arange(len(keys) + 1))
        slot = np.empty(len(order), np.int64)
        slot[order] = np.arange(len(order)) - starts[word_class[order]]
        firsts = order[starts[:-1]]
        classes = self._classes(
            columns.stem[firsts],
            np.array([self._lexicon.languages.index(tag) for tag in languages])[columns.language[firsts]],
            starts,
            np.stack((form, columns.bare), 1)[order],
        )
        class_of, slot_of = np.full(
            (2, int(columns.place.max(initial=0)) + 1, len(self._lexicon)), -1, np.int32
        )
        class_of[columns.place, columns.line], slot_of[columns.place, columns.line] = word_class, slot
        alone = self._lexicon.alone
        return Vocabulary(
            languages=languages,
            classes=classes,
            class_of=class_of[:, alone],
            slot_of=slot_of[:, alone],
            entries=self._told(_entries(rows, columns, form, word_class), forms),
            endings={tag: one.endings for tag, one in zip(languages, rows, strict=True) if tag},
        )

    def _rows(self, forms: Forms) -> tuple[list[str], list[Rows], _Columns]:
        """Return the languages, the rows of each, and the rows of all."""
        lexicon, of_form = self._lexicon, self._lexicon.language[forms.line]
        numbers_of = {
            lexicon.languages[number]: number for number in np.flatnonzero(np.bincount(of_form)).tolist()
        }
        languages, rows, lines = sorted(numbers_of), [], []
        for tag in languages:
            own = np.flatnonzero(of_form == numbers_of[tag])
            rows.append(self._readings.rows(tag, forms.line[own], forms.spelled[own], forms.count[own]))
            lines.append(forms.line[own][rows[-1].form])
        rest = (np.concatenate([getattr(one, name) for one in rows]) for name in _Columns._fields[2:])
        language = np.repeat(np.arange(len(languages)), [len(one.form) for one in rows])
        return languages, rows, _Columns(np.concatenate(lines), language, *rest)

    def _classes(self, stem: Numbers, language: Numbers, starts: Numbers, members: Numbers) -> Classes:
        nothing = Records(b"", np.empty(0, np.int64))
        marks = np.zeros(len(stem), np.uint32)
        made = Classes(stem, language, starts, members, nothing, marks)
        known = made.former(self._last) if self._last else np.full(len(stem), -1)
        names, new = self._lexicon.strings.all, np.flatnonzero(known < 0)
        flat, bounds = members.tolist(), starts.tolist()
        heads = []
        for number_of_class in new.tolist():
            own = flat[bounds[number_of_class] : bounds[number_of_class + 1]]
            heads.append(_head([names[form] for form, _ in own], [names[bare] for _, bare in own]))
        marks[new] = [crc32(names[one].encode()) for one in stem[new].tolist()]
        if self._last:
            old = known >= 0
            marks[old] = self._last.marks[known[old]]
        sources = (Records.of(heads), self._last.heads if self._last else nothing)
        self._last = Classes(stem, language, starts, members, joined(sources, runs(known)), marks)
        return self._last

    def _told(self, entries: Numbers, forms: Forms) -> Entries:
        """Return *entries* in order, each string and class once."""
        strings = self._lexicon.strings
        rank = strings.ranks()[entries[:, 0]]
        order = np.lexsort((entries[:, 3], entries[:, 2], entries[:, 1], rank))
        entries, rank = entries[order], rank[order]
        first = np.ones(len(entries), bool)
        first[1:] = (rank[1:] != rank[:-1]) | (entries[1:, 2] != entries[:-1, 2])
        entries = entries[first]
        starts = np.flatnonzero(np.diff(rank[first], prepend=-1))
        string = np.cumsum(np.diff(rank[first], prepend=-1) != 0) - 1
        known = entries[starts, 0]
        return Entries(
            strings=[strings.all[one] for one in known.tolist()],
            numbers=known,
            counts=self._counts(known, forms),
            string=string,
            word_class=entries[:, 2],
            language=entries[:, 1],
            likeliest=entries[:, 3] != 1,
            cut=entries[:, 4],
        )

    def _counts(self, strings: Numbers, forms: Forms) -> Numbers:
        """Return how often each of *strings*, given by number, stands in the corpus as one of *forms*."""
        total = np.bincount(
            self._lexicon.string[forms.line], weights=forms.count, minlength=len(self._lexicon.strings.all)
        )
        counts: Numbers = total.astype(np.int64)[strings]
        return counts


def _entries(rows: Sequence[Rows], columns: _Columns, string: Numbers, word_class: Numbers) -> Numbers:
    """Return a row for each string that leads to a class: string, language, class, preference, cut."""
    own = np.stack((string, columns.language, word_class, np.minimum(columns.place, 1), columns.cut), 1)
    sizes = [len(one.form) for one in rows]
    before = np.cumsum(sizes) - sizes
    other = np.concatenate(
        [one.other + np.array((0, first, 0)) for first, one in zip(before, rows, strict=True)]
    )
    row = other[:, 1]
    # Bare words and other ways to type come last, but what they lead to is meant.
    last = np.full(len(row), 2)
    return np.concatenate(
        [own, np.stack((other[:, 0], columns.language[row], word_class[row], last, other[:, 2]), 1)]
    )


def _head(forms: Sequence[str], bares: Sequence[str]) -> bytes:
    """Return the forms and the bare words they are read as; where every form is its own bare word, none are written."""
    if forms == bares and len(forms) == 1:
        # Most classes are a single word.
        return b"\1" + text(forms[0]) + b"\0"
    before, parts = "", [number(len(forms))]
    for form in forms:
        parts.append(text(form, before))
        before = form
    distinct = list(dict.fromkeys(bares)) if bares != forms else []
    parts.append(number(len(distinct)))
    parts += map(text, distinct)
    if distinct:
        parts.append(numbers(map(distinct.index, bares)))
    return b"".join(parts)
