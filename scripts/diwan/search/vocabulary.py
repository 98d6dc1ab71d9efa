"""The vocabulary: every form of the corpus, and the class of forms that a search for it finds.

A class is what one language takes for one word: `cooperate, cooperation, cooperating`; `أمن, الأمن, وأمنها`. A form
belongs to the class of its likeliest reading, and for the index also to those of its other readings: who looks
for `حدة` finds `وحدة`, which may be "and sharpness", but who looks for `وحدة` is not shown `حدة`.

Classes are numbered by stem, so that words that begin alike stand in the same chunks. All is done on columns, in
numbers of strings: a vocabulary of 200,000 forms takes half a second, and less where most of it was seen before.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple
from zlib import crc32

import numpy as np

from diwan.search.chunks import number, numbers, text
from diwan.search.readings import Readings, Rows
from diwan.search.strings import Numbers

FormKey = tuple[str, str]
#: Letters of one language, at most: places for languages in a number that sorts by stem first.
_LANGUAGES_MAX = 2**10


class WordClass(NamedTuple):
    """A class: its language and stem, its forms in order, each with the bare word it is read as, and both as bytes."""

    language: str
    stem: str
    forms: tuple[str, ...]
    bares: tuple[str, ...]
    head: bytes
    #: A checksum of the stem, which decides where chunks may begin.
    mark: int


@dataclass(frozen=True, slots=True)
class Entries:
    """What the browser is told of every string it may look up: parallel columns, a row for each string and class."""

    #: The strings in order, and how often each stands in the corpus.
    strings: Sequence[str]
    counts: Numbers
    #: Of each row: the place of its string, its class, its language, whether it is the likeliest, letters behind the stem.
    string: Numbers
    word_class: Numbers
    language: Numbers
    likeliest: Numbers
    cut: Numbers


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All forms and classes of an index."""

    #: The languages of the classes, sorted; words of no language have an empty one.
    languages: list[str]
    classes: Sequence[WordClass]
    #: For each form, in the order they were given, by column of its readings: the class, -1 for none, and its place there.
    class_of: Numbers
    slot_of: Numbers
    entries: Entries
    #: The endings met behind stems, by language.
    endings: Mapping[str, tuple[str, ...]]


class VocabularyMaker:
    """Makes vocabularies; what one has in common with those before costs little."""

    def __init__(self) -> None:
        self._readings = Readings()
        self._classes: dict[tuple[int, str, bytes], WordClass] = {}

    def make(self, words: Mapping[FormKey, tuple[str, int]]) -> Vocabulary:
        """Return the vocabulary of *words*: spelling and count by language and form."""
        languages, rows, form = self._rows(words)
        strings = self._readings.strings
        string_of_form = np.fromiter((strings.number(key[1]) for key in words), np.int64, len(words))
        ranks = strings.ranks()
        language = np.repeat(np.arange(len(languages)), [len(one.form) for one in rows])
        stem, bare = (np.concatenate([getattr(one, name) for one in rows]) for name in ("stem", "bare"))
        keys, word_class = np.unique(ranks[stem] * _LANGUAGES_MAX + language, return_inverse=True)
        # Members stand by class and, within it, in the order of forms.
        order = np.lexsort((ranks[string_of_form[form]], word_class))
        starts = np.searchsorted(word_class[order], np.arange(len(keys) + 1))
        slot = np.empty(len(order), np.int64)
        slot[order] = np.arange(len(order)) - starts[word_class[order]]
        members = np.stack((string_of_form[form], bare), 1)[order]
        stems = np.stack((stem, language), 1)[order[starts[:-1]]]
        place = np.concatenate([one.place for one in rows])
        class_of, slot_of = np.full((2, int(place.max(initial=0)) + 1, len(words)), -1, np.int64)
        class_of[place, form], slot_of[place, form] = word_class, slot
        counts = np.fromiter((count for _, count in words.values()), np.int64, len(words))
        entries = self._entries(rows, language, word_class, string_of_form[form])
        return Vocabulary(
            languages=languages,
            classes=self._word_classes(languages, stems.tolist(), members, starts.tolist()),
            class_of=class_of,
            slot_of=slot_of,
            entries=self._told(entries, string_of_form, counts),
            endings={tag: one.endings for tag, one in zip(languages, rows, strict=True) if tag},
        )

    def _rows(self, words: Mapping[FormKey, tuple[str, int]]) -> tuple[list[str], list[Rows], Numbers]:
        """Return the languages, the rows of each, and for all rows the number of the form among *words*."""
        forms: dict[str, dict[str, tuple[str, int]]] = defaultdict(dict)
        numbers_of: dict[str, list[int]] = defaultdict(list)
        for number_of_form, ((language, form), known) in enumerate(words.items()):
            forms[language][form] = known
            numbers_of[language].append(number_of_form)
        languages = sorted(forms)
        rows = [self._readings.rows(language, forms[language]) for language in languages]
        places = zip(map(numbers_of.__getitem__, languages), rows, strict=True)
        return languages, rows, np.concatenate([np.array(given)[one.form] for given, one in places])

    def _word_classes(
        self, languages: Sequence[str], stems: Sequence[tuple[int, int]], members: Numbers, starts: list[int]
    ) -> list[WordClass]:
        names, data, size = self._readings.strings.all, members.tobytes(), members.itemsize * 2
        classes, known = [], self._classes
        for (stem, language), (start, end) in zip(stems, pairwise(starts), strict=True):
            key = (stem, languages[language], data[start * size : end * size])
            word_class = known.get(key)
            if word_class is None:
                own = members[start:end].tolist()
                forms = tuple([names[form] for form, _ in own])
                bares = tuple([names[bare] for _, bare in own])
                word_class = known[key] = _word_class(languages[language], names[stem], forms, bares)
            classes.append(word_class)
        return classes

    @staticmethod
    def _entries(rows: Sequence[Rows], language: Numbers, word_class: Numbers, string: Numbers) -> Numbers:
        """Return a row for each string that leads to a class: string, language, class, preference, cut."""
        place, cut = (np.concatenate([getattr(one, name) for one in rows]) for name in ("place", "cut"))
        own = np.stack((string, language, word_class, np.minimum(place, 1), cut), 1)
        sizes = [len(one.form) for one in rows]
        before = np.cumsum(sizes) - sizes
        other = np.concatenate(
            [one.other + np.array((0, first, 0)) for first, one in zip(before, rows, strict=True)]
        )
        row = other[:, 1]
        # Bare words and other ways to type come last, but what they lead to is meant.
        last = np.full(len(row), 2)
        return np.concatenate(
            [own, np.stack((other[:, 0], language[row], word_class[row], last, other[:, 2]), 1)]
        )

    def _told(self, entries: Numbers, string_of_form: Numbers, counts: Numbers) -> Entries:
        """Return *entries* in order, each string and class once."""
        strings = self._readings.strings
        rank = strings.ranks()[entries[:, 0]]
        order = np.lexsort((entries[:, 3], entries[:, 2], entries[:, 1], rank))
        entries, rank = entries[order], rank[order]
        first = np.ones(len(entries), bool)
        first[1:] = (rank[1:] != rank[:-1]) | (entries[1:, 2] != entries[:-1, 2])
        entries = entries[first]
        starts = np.flatnonzero(np.diff(rank[first], prepend=-1))
        string = np.cumsum(np.diff(rank[first], prepend=-1) != 0) - 1
        total = np.bincount(string_of_form, weights=counts, minlength=len(strings.all)).astype(np.int64)
        known = entries[starts, 0]
        return Entries(
            strings=[strings.all[one] for one in known.tolist()],
            counts=total[known],
            string=string,
            word_class=entries[:, 2],
            language=entries[:, 1],
            likeliest=entries[:, 3] != 1,
            cut=entries[:, 4],
        )


def _word_class(language: str, stem: str, forms: tuple[str, ...], bares: tuple[str, ...]) -> WordClass:
    return WordClass(language, stem, forms, bares, _head(forms, bares), crc32(stem.encode()))


def _head(forms: tuple[str, ...], bares: tuple[str, ...]) -> bytes:
    """Return the forms and the bare words they are read as; where every form is its own bare word, none are written."""
    if forms == bares and len(forms) == 1:
        # Most classes are a single word.
        return b"\1" + text(forms[0]) + b"\0"
    before, parts = "", [number(len(forms))]
    for form in forms:
        parts.append(text(form, before))
        before = form
    distinct = tuple(dict.fromkeys(bares)) if bares != forms else ()
    parts.append(number(len(distinct)))
    parts += map(text, distinct)
    if distinct:
        parts.append(numbers(map(distinct.index, bares)))
    return b"".join(parts)
