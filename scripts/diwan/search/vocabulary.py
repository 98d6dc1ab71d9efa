"""The vocabulary: every form of the corpus, and the class of forms that a search for it finds.

A class is what one language takes for one word: `cooperate, cooperation, cooperating`; `أمن, الأمن, وأمنها`. A form
belongs to the class of its likeliest reading, and for the index also to those of its other readings: who looks
for `حدة` finds `وحدة`, which may be "and sharpness", but who looks for `وحدة` is not shown `حدة`.

Classes are numbered by stem, so that words that begin alike stand in the same chunks.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from diwan.search.chunks import deflate, number, text
from diwan.search.clitics import HABITS, Reading
from diwan.search.stems import aliases_of, readings_of

#: Forms in one chunk of the vocabulary: about 6 kB deflated.
FORMS_MAX = 1_000
#: What must have been seen behind so many stems of a language to count as one of its endings.
ENDING_MIN = 3
ENDING_LETTERS_MAX = 6

FormKey = tuple[str, str]


@dataclass(frozen=True, slots=True)
class WordClass:
    """A class: its language and stem, and its forms in order, each with the bare word it is read as."""

    language: str
    stem: str
    forms: tuple[str, ...]
    bares: tuple[str, ...]


@dataclass(slots=True)
class _Entry:
    """A form in the vocabulary: its classes with language, whether it is the likeliest reading, and the stem."""

    classes: dict[int, tuple[str, bool, str]] = field(default_factory=dict)
    count: int = 0

    def add(self, word_class: int, language: str, stem: str, *, likeliest: bool) -> None:
        """Add a class, if it is not there yet."""
        self.classes.setdefault(word_class, (language, likeliest, stem))


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All forms and classes of an index."""

    classes: tuple[WordClass, ...]
    #: For each form (language, form): the class and the place in it of each of its readings, likeliest first.
    places: Mapping[FormKey, tuple[tuple[int, int], ...]]
    entries: Mapping[str, _Entry]
    #: The endings met behind stems, by language.
    endings: Mapping[str, tuple[str, ...]]

    def chunks(self) -> tuple[list[bytes], list[str]]:
        """Return the vocabulary in chunks, and the first form of each."""
        forms = sorted(self.entries, key=browser_order)
        groups = [forms[start : start + FORMS_MAX] for start in range(0, len(forms), FORMS_MAX)]
        languages = {language: number for number, language in enumerate(self.languages)}
        chunks = [deflate(b"".join(self._records(group, languages))) for group in groups]
        return chunks, [group[0] for group in groups]

    def _records(self, forms: Sequence[str], languages: Mapping[str, int]) -> Iterator[bytes]:
        yield number(len(forms))
        before = ""
        for form in forms:
            entry = self.entries[form]
            yield text(form, before)
            yield number(int(math.log2(entry.count + 1)))
            yield number(len(entry.classes))
            for word_class, (language, likeliest, stem) in entry.classes.items():
                cut = len(form) - _shared(form, stem)
                yield number(word_class << 1 | likeliest) + number(languages[language]) + number(cut)
            before = form

    @property
    def languages(self) -> list[str]:
        """The languages of the classes, sorted; words of no language have an empty one."""
        return sorted({word_class.language for word_class in self.classes})


def browser_order(form: str) -> bytes:
    """Return the key by which browsers sort strings: UTF-16 code units."""
    return form.encode("utf-16-be")


def make_vocabulary(words: Mapping[FormKey, tuple[str, int]]) -> Vocabulary:
    """Return the vocabulary of *words*: spelling and count by language and form."""
    readings = dict(_readings(words))
    members: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for (language, form), found in readings.items():
        for reading in found:
            members[reading.stem, language].setdefault(form, reading.bare)
    order = sorted(members, key=lambda key: (browser_order(key[0]), key[1]))
    numbers = {key: number for number, key in enumerate(order)}
    classes = tuple(_word_class(key, members[key]) for key in order)
    slots = [{form: slot for slot, form in enumerate(word_class.forms)} for word_class in classes]
    places = {
        (language, form): tuple(
            (numbers[stem, language], slots[numbers[stem, language]][form])
            for stem in dict.fromkeys(reading.stem for reading in found)
        )
        for (language, form), found in readings.items()
    }
    entries = _entries(words, readings, numbers)
    return Vocabulary(classes, places, entries, _endings(readings))


def _readings(words: Mapping[FormKey, tuple[str, int]]) -> Iterator[tuple[FormKey, tuple[Reading, ...]]]:
    by_language: dict[str, dict[str, tuple[str, int]]] = defaultdict(dict)
    for (language, form), spelled in words.items():
        by_language[language][form] = spelled
    for language, forms in by_language.items():
        for form, found in readings_of(language, forms).items():
            yield (language, form), found


def _word_class(key: tuple[str, str], members: Mapping[str, str]) -> WordClass:
    stem, language = key
    forms = tuple(sorted(members, key=browser_order))
    return WordClass(language, stem, forms, tuple(members[form] for form in forms))


def _entries(
    words: Mapping[FormKey, tuple[str, int]],
    readings: Mapping[FormKey, tuple[Reading, ...]],
    numbers: Mapping[tuple[str, str], int],
) -> dict[str, _Entry]:
    """Return what the vocabulary says of every form, of other ways to type it, and of bare words never met alone."""
    entries: dict[str, _Entry] = defaultdict(_Entry)
    for (language, form), found in sorted(readings.items()):
        spelled, count = words[language, form]
        entry = entries[form]
        entry.count += count
        for place, reading in enumerate(found):
            known = numbers[reading.stem, language]
            entry.add(known, language, reading.stem, likeliest=place == 0)
            if reading.bare != form and (language, reading.bare) not in readings:
                entries[reading.bare].add(known, language, reading.stem, likeliest=True)
        for alias in aliases_of(language, form, spelled):
            entries[alias].add(numbers[found[0].stem, language], language, found[0].stem, likeliest=True)
    return entries


def _endings(readings: Mapping[FormKey, tuple[Reading, ...]]) -> dict[str, tuple[str, ...]]:
    """Return the endings of each language: what was seen behind several of its stems."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for language, form, reading in _firsts(readings):
        shared = _shared(form, reading.stem)
        if len(form) - shared <= ENDING_LETTERS_MAX and shared >= len(reading.stem) - 1:
            seen[language][form[shared:]] += 1
    return {
        language: tuple(sorted(ending for ending, count in counts.items() if count >= ENDING_MIN))
        for language, counts in sorted(seen.items())
        if language
    }


def _firsts(readings: Mapping[FormKey, tuple[Reading, ...]]) -> Iterator[tuple[str, str, Reading]]:
    for (language, form), found in readings.items():
        if language not in HABITS or found[0].bare == form:
            yield language, form, found[0]


def _shared(one: str, other: str) -> int:
    """Return how many letters two words share at the start."""
    count = 0
    for here, there in zip(one, other, strict=False):
        if here != there:
            break
        count += 1
    return count


def merge_spellings(
    words: Sequence[str], counts: Sequence[int]
) -> tuple[dict[FormKey, tuple[str, int]], list[int]]:
    """Return spelling and count of each form of *words* (lines as in `Analysed`), and the form of each word by number.

    Of several spellings of a form the last in order has most accents, and tells a stemmer most.
    """
    forms: dict[FormKey, tuple[str, int]] = {}
    numbers: dict[FormKey, int] = {}
    form_of_word = []
    for line, count in zip(words, counts, strict=True):
        language, form, *other = line.split("\t")
        key, spelled = (language, form), other[0] if other else form
        known = forms.get(key)
        forms[key] = (max(known[0], spelled), known[1] + count) if known else (spelled, count)
        form_of_word.append(numbers.setdefault(key, len(numbers)))
    return forms, form_of_word
