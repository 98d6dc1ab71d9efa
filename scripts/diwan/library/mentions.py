"""Mentions: the places where a text names a concept, in any of its spellings and languages.

All names are searched at once (Aho–Corasick) in the folded text, so that case, accents, Arabic vowel signs,
hamza seats and letter shapes do not matter. A find counts if it is a whole word, or an Arabic word behind its
proclitics (`و ف ب ك ل س`, `ال`), which then belong to the mention; if its language fits; if an abbreviation
keeps its capitals. Where finds overlap the longest wins.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import ahocorasick

from diwan.library.concepts import Concept, ConceptKey, ConceptKind
from diwan.text.fold import Folded, fold, fold_with_offsets

#: What may stand before an Arabic name within the same word: and, then; in, like, for, will; the article, or
#: `لل`, which is `ل` and the article run together.
_PROCLITICS = re.compile("[وف]?(?:[بكس]?(?:ال)?|لل?)")
_ARABIC = re.compile("[\u0600-\u06ff]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_HEBREW = re.compile("[\u0590-\u05ff]")
_WORD_CHARACTER = re.compile(r"\w")
#: Letters; the article is taken off a name only if this many stay, so that `النار` does not become `نار` and less.
_STEM_MIN_LETTERS = 3
#: Letters; an all-capital name up to this length is an abbreviation and matches with its capitals only.
_ABBREVIATION_MAX_LETTERS = 6
#: The language whose names stand in for those of another of the same script that has none of its own.
_STAND_IN = {"latin": "en", "arabic": "ar"}
_LANGUAGE_SCRIPTS = {"ar": "arabic", "fa": "arabic", "ur": "arabic", "he": "hebrew", "ru": "cyrillic"}


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """Where a concept is named: code points of the text, the end exclusive."""

    start: int
    end: int
    concept: ConceptKey


@dataclass(frozen=True, slots=True)
class _Name:
    """One spelling of a concept, and what a find must satisfy."""

    concept: ConceptKey
    text: str
    language: str
    script: str
    #: Languages of the same script for which this name stands in.
    stands_in: bool
    known_languages: frozenset[str]
    ambiguous_in: frozenset[str]
    is_abbreviation: bool
    is_capitalised: bool


class MentionFinder:
    """Finds the mentions of a fixed set of concepts."""

    def __init__(self, concepts: Iterable[Concept]) -> None:
        self._automaton = ahocorasick.Automaton()
        names_by_form: dict[str, list[_Name]] = {}
        for concept in concepts:
            for form, name in _forms(concept):
                names_by_form.setdefault(form, []).append(name)
        for form, names in names_by_form.items():
            self._automaton.add_word(form, (len(form), tuple(names)))
        if names_by_form:
            self._automaton.make_automaton()
        self._empty = not names_by_form

    def find(self, text: str, language: str) -> tuple[Mention, ...]:
        """Return the mentions in *text*, which is written in *language*, in order and without overlaps."""
        if self._empty:
            return ()
        folded = fold_with_offsets(text)
        finds = sorted(self._finds(folded, language), key=lambda find: (find[0], -find[1]))
        mentions: list[Mention] = []
        free_from = 0
        for start, end, concept in _longest(finds):
            if start >= free_from:
                mentions.append(Mention(start, end, concept))
                free_from = end
        return tuple(mentions)

    def _finds(self, folded: Folded, language: str) -> Iterator[tuple[int, int, ConceptKey]]:
        text = folded.text
        for last, (length, names) in self._automaton.iter(text):
            start, end = last - length + 1, last + 1
            if not _ends_word(text, end):
                continue
            name_start = _word_start(text, start)
            if name_start is None:
                continue
            original_start, original_end = folded.original_span(start, end)
            as_written = folded.original[original_start:original_end]
            whole_word_start = folded.starts[name_start]
            for name in names:
                if _fits(name, language, as_written, at_word_start=name_start == start):
                    yield whole_word_start, original_end, name.concept
                    break


def _longest(finds: list[tuple[int, int, ConceptKey]]) -> Iterator[tuple[int, int, ConceptKey]]:
    """Yield *finds* without those that overlap a longer one."""
    for number, (start, end, concept) in enumerate(finds):
        longer = any(
            other_start < end and start < other_end and other_end - other_start > end - start
            for other_start, other_end, _ in finds[max(0, number - 8) : number + 8]
        )
        if not longer:
            yield start, end, concept


def _ends_word(text: str, end: int) -> bool:
    return end >= len(text) or not _WORD_CHARACTER.match(text, end)


def _word_start(text: str, start: int) -> int | None:
    """Return where the word around *start* begins if only proclitics stand before it, else None."""
    begin = start
    while begin > 0 and _WORD_CHARACTER.match(text, begin - 1):
        begin -= 1
    if begin == start:
        return start
    prefix = text[begin:start]
    return begin if _ARABIC.match(text, start) and _PROCLITICS.fullmatch(prefix) else None


def _fits(name: _Name, language: str, as_written: str, *, at_word_start: bool) -> bool:
    if not at_word_start and name.script != "arabic":
        return False
    if name.is_abbreviation and as_written != name.text:
        return False
    if name.is_capitalised and not as_written[:1].isupper():
        return False
    if language in name.ambiguous_in:
        return False
    if name.language == language or name.script != _script_of_language(language):
        return True
    return name.stands_in and language not in name.known_languages and not name.is_abbreviation


def _forms(concept: Concept) -> Iterator[tuple[str, _Name]]:
    known = frozenset(concept.names)
    for language, names in concept.names.items():
        for text in (names.label, *names.variants):
            form = fold(text).strip()
            script = script_of(text)
            if concept.key.kind is ConceptKind.OUTLET and not _is_distinctive(form):
                continue
            name = _Name(
                concept=concept.key,
                text=text,
                language=language,
                script=script,
                stands_in=_STAND_IN.get(script) == language,
                known_languages=known,
                ambiguous_in=frozenset(concept.ambiguous_in),
                is_abbreviation=text.isupper() and text.isalpha() and len(text) <= _ABBREVIATION_MAX_LETTERS,
                is_capitalised=" " not in text and text[:1].isupper(),
            )
            yield _without_article(form) if script == "arabic" else form, name


def _is_distinctive(form: str) -> bool:
    """Whether an outlet's name can be told from ordinary words: "Dawn" and "الوطن" cannot."""
    return len(form.split()) > 1 or "." in form


def _without_article(form: str) -> str:
    first, space, rest = form.partition(" ")
    if first.startswith("ال") and len(first) >= 2 + _STEM_MIN_LETTERS:
        return first.removeprefix("ال") + space + rest
    return form


def script_of(text: str) -> str:
    """Return the script of the first letter of *text* that has one of those met in the corpus."""
    for script, letters in (
        ("arabic", _ARABIC),
        ("hebrew", _HEBREW),
        ("cyrillic", _CYRILLIC),
        ("latin", _LATIN),
    ):
        if letters.search(text):
            return script
    return "other"


@lru_cache
def _script_of_language(language: str) -> str:
    return _LANGUAGE_SCRIPTS.get(language, "latin")
