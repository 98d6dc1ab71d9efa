"""Mentions: the places where a text names a concept, in any of its spellings and languages.

All names are searched at once (Aho–Corasick) in the marks of the folded text (`text.marks`), so that case, accents,
Arabic vowel signs, hamza seats and letter shapes do not matter. A find counts if it is a whole word, or an Arabic or Hebrew word
behind its proclitics (`و ف ب ك ل`, `ال`), which then belong to the mention; if its language fits; and if an
abbreviation keeps its capitals. Where finds overlap the longest wins.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import product
from typing import NamedTuple

from ahocorasick_rs import BytesAhoCorasick, Implementation

from diwan.library.concepts import Concept, ConceptKey, ConceptKind
from diwan.text.fold import APART, Folded, fold, fold_with_offsets
from diwan.text.marks import LETTER, marked, may_join

#: What may stand before a name within the same word. In Arabic: and, then; in, like, for; and before a name that
#: has the article, the article too, or `لل`, which is `ل` and the article run together. In Hebrew: and, that, in,
#: like, to, from, the.
_ARABIC_PREFIXES = frozenset(map("".join, product(("", "و", "ف"), ("", "ب", "ك", "ل"))))
_ARABIC_PREFIXES_WITH_ARTICLE = _ARABIC_PREFIXES | frozenset(
    map("".join, product(("", "و", "ف"), ("ال", "بال", "كال", "لل")))
)
_HEBREW_PREFIXES = frozenset(map("".join, product(("", *"ושבכלמה"), repeat=2)))
#: The same by language, and by whether the name has the article.
_PROCLITICS = {
    ("ar", False): _ARABIC_PREFIXES, ("ar", True): _ARABIC_PREFIXES_WITH_ARTICLE,
    ("he", False): _HEBREW_PREFIXES, ("he", True): _HEBREW_PREFIXES,
}  # fmt: skip
#: Before any other name its word begins.
_NOTHING = frozenset({""})
_ARABIC = re.compile("[\u0600-\u06ff]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_HEBREW = re.compile("[\u0590-\u05ff]")
_NON_JOINER = "\u200c"
#: Letters; the article is taken off a name only if this many stay, so that `النار` does not become `نار` and less.
_STEM_MIN_LETTERS = 3
#: Letters; an all-capital name up to this length is an abbreviation and matches with its capitals only.
_ABBREVIATION_MAX_LETTERS = 6
#: The language whose names stand in for those of another of the same script that has none of its own.
_STAND_IN = {"latin": "en", "arabic": "ar"}
#: The script of each language that is not written in Latin letters.
_LANGUAGE_SCRIPTS = {"ar": "arabic", "fa": "arabic", "ur": "arabic", "he": "hebrew", "ru": "cyrillic"}


#: Start, end and concept of a mention, or of a find that may yet give way to a longer one.
Find = tuple[int, int, ConceptKey]


class Mention(NamedTuple):
    """Where a concept is named: code points of the text, the end exclusive."""

    start: int
    end: int
    concept: ConceptKey


#: Makes a mention of a find, in a third of the time.
_mention = partial(tuple.__new__, Mention)


@dataclass(frozen=True, slots=True)
class Name:
    """One spelling of a concept, and what a find must satisfy."""

    concept: ConceptKey
    text: str
    language: str
    script: str
    #: Whether it stands in where a language of the same script has no name of its own.
    stands_in: bool
    known_languages: frozenset[str]
    ambiguous_in: frozenset[str]
    is_abbreviation: bool
    is_capitalised: bool
    #: Whether the name is written with the Arabic article, which was taken off its form.
    has_article: bool

    @property
    def may_follow(self) -> bool:
        """Whether proclitics may stand before the name in the same word."""
        return (self.language, self.has_article) in _PROCLITICS


#: By each folded form that is looked for whose name it is.
NamesByForm = dict[str, list[Name]]
#: What is asked of a find of a name: the concept, how it must be written exactly, whether with a capital, and what may
#: stand before it in the same word.
_Demands = tuple[ConceptKey, str | None, bool, frozenset[str]]
#: What a form may name: the form; the concept that whole words of this form name at once, and how they must be written
#: exactly or whether with a capital for that; behind what in the same word they do so; the demands of all its names.
_Candidate = tuple[str, ConceptKey | None, str | None, bool, frozenset[str], tuple[_Demands, ...]]


class MentionFinder:
    """Finds the mentions of a fixed set of concepts."""

    def __init__(self, names: NamesByForm) -> None:
        """Take the names of the concepts, by their folded form (`names_by_form`)."""
        self._by_form = names
        #: By language, and by whether the text has letters of a script with proclitics.
        self._wanted_in: dict[tuple[str, bool], _Wanted] = {}

    def __reduce__(self) -> tuple[object, ...]:
        """Let it be made again where it travels to: an automaton cannot be written down."""
        return MentionFinder, (self._by_form,)

    def find(self, text: str, language: str) -> tuple[Mention, ...]:
        """Return the mentions in *text*, which is written in *language*, in order and without overlaps."""
        return self.find_in(fold_with_offsets(text), language)

    def find_in(self, folded: Folded, language: str) -> tuple[Mention, ...]:
        """Return the mentions in a text that was *folded*, as `find` does."""
        return tuple(map(_mention, self.spans_in(folded, language)))

    def spans_in(self, folded: Folded, language: str) -> list[Find]:
        """Return the same as plain tuples."""
        finds, apart = _without_contained(self._finds(folded, language))
        return finds if apart else list(_in_a_row(_longest(finds)))

    def find_nested(self, name: str, language: str) -> tuple[Mention, ...]:
        """Return the concepts whose names are part of a longer *name*: `NATO` in `Islamic NATO`."""
        finds = set(self._finds(fold_with_offsets(name), language, nested=True))
        return tuple(Mention(*find) for find in sorted(finds) if find[1] - find[0] < len(name))

    def _finds(self, folded: Folded, language: str, *, nested: bool = False) -> list[Find]:
        """Return finds in the order of their ends, of those that end together the longest first.

        Unless *nested* ones are wanted, those inside one that ends later are left out.
        """
        text, original, starts = folded.text, folded.original, folded.starts
        marks, joins = marked(text)
        wanted = self._wanted_in.get((language, joins)) or self._wanted(language, joins=joins)
        candidates, finds, moved = wanted.candidates, list[Find](), not isinstance(starts, range)
        # What begins no sooner than the find before, and ends sooner, is inside it.
        low = last = 0
        # Most of some hundred finds in an article are sure, so this is what finding takes beside the automaton.
        for number, place, end in reversed(wanted.automaton.find_matches_as_indexes(marks, overlapping=True)):
            if place >= low and end < last:
                continue
            form, concept, exact, capitalised, proclitics, names = candidates[number]
            if text[place:end] != form:
                continue
            start = place
            while marks[start - 1] >= LETTER:
                start -= 1
            if start < place:
                concept = concept if text[start:place] in proclitics else None
            elif concept and (
                original[starts[place] : starts[end]] != exact
                if exact
                else capitalised and not original[starts[place] if moved else place].isupper()
            ):
                if len(names) == 1:
                    continue
                concept = None
            if not concept and marks[end] < LETTER:
                concept = _named(folded, start, place, end, names)
            if concept:
                finds.append((start, end, concept))
                low, last = start, 0 if nested else end
        finds.reverse()
        return _unfolded(finds, starts) if moved else finds

    def _wanted(self, language: str, *, joins: bool) -> "_Wanted":
        """Return what is looked for in a text in *language*; *joins* tells whether it has letters of a script with proclitics."""
        patterns: list[bytes] = []
        candidates: list[_Candidate] = []
        all_marks, end = marked(APART.join(self._by_form)).marks, -len(APART)
        for form, names in self._by_form.items():
            start = end + len(APART)
            end = start + len(form)
            fitting = tuple(_demands(name) for name in names if _may_name(name, language))
            if not (form and fitting) or (may_join(form) and not joins):
                continue
            marks = all_marks[start:end]
            # Between letters at both ends the marks tell a whole word; a sign at an end says nothing of what is beside.
            concept, exact, capitalised, proclitics = fitting[0]
            whole = marks[0] >= LETTER and marks[-1] >= LETTER
            patterns.append(marks)
            # What may stand before it is known, too, where nothing is asked of how it is written.
            before = proclitics if whole and not (exact or capitalised) else _NOTHING
            candidates.append((form, concept if whole else None, exact, capitalised, before, fitting))
        automaton = BytesAhoCorasick(patterns, implementation=Implementation.ContiguousNFA)
        return self._wanted_in.setdefault((language, joins), _Wanted(automaton, candidates))


class _Wanted(NamedTuple):
    """What is looked for in the texts of a language: what finds the forms by their marks, and what each may name."""

    automaton: BytesAhoCorasick
    candidates: list[_Candidate]


def names_by_form(concepts: Iterable[Concept]) -> NamesByForm:
    """Return by each folded form that is looked for whose name it is, in the order of *concepts*."""
    found: NamesByForm = {}
    for concept in filter(lambda concept: concept.named_in_texts, concepts):
        for form, name in _forms(concept):
            found.setdefault(form, []).append(name)
    return found


def _unfolded(finds: Iterable[Find], starts: Sequence[int]) -> list[Find]:
    """Return *finds* in a folded text as they stand in the original, where each of its letters *starts*."""
    return [(starts[start], starts[end], concept) for start, end, concept in finds]


def _without_contained(finds: Iterable[Find]) -> tuple[list[Find], bool]:
    """Return *finds*, given in the order of their ends, without those inside a longer one, and whether the rest is apart.

    What a find inside another would oust, the longer one ousts as well; of two in the same place the first stays.
    """
    kept: list[Find] = []
    apart = True
    for find in finds:
        start, end, _ = find
        if kept and start < kept[-1][1]:
            if kept[-1][0] <= start and kept[-1][1] == end:
                continue
            while kept and kept[-1][0] >= start:
                kept.pop()
            apart = apart and (not kept or kept[-1][1] <= start)
        kept.append(find)
    return kept, apart


def _longest(finds: list[Find]) -> Iterator[Find]:
    """Yield *finds*, which are in order and none inside another, without those that overlap a longer one."""
    ousted: set[int] = set()
    for place, (start, end, _) in enumerate(finds):
        for later in range(place + 1, len(finds)):
            later_start, later_end, _ = finds[later]
            if later_start >= end:
                break
            if later_end - later_start != end - start:
                ousted.add(place if later_end - later_start > end - start else later)
    yield from (find for place, find in enumerate(finds) if place not in ousted)


def _in_a_row(finds: Iterable[Find]) -> Iterator[Find]:
    """Yield *finds*, which are in order, without those that begin before the one before them ends."""
    free_from = 0
    for find in finds:
        if find[0] >= free_from:
            yield find
            free_from = find[1]


def _may_name(name: Name, language: str) -> bool:
    """Whether a text in *language* may use *name* at all."""
    if language in name.ambiguous_in:
        return False
    if name.language == language or name.script != _LANGUAGE_SCRIPTS.get(language, "latin"):
        return True
    return name.stands_in and language not in name.known_languages and not name.is_abbreviation


def _demands(name: Name) -> _Demands:
    """Return what is asked of a find of *name*."""
    exact = name.text if name.is_abbreviation else None
    return (
        name.concept,
        exact,
        name.is_capitalised,
        _PROCLITICS.get((name.language, name.has_article), _NOTHING),
    )


def _named(
    folded: Folded, word_start: int, start: int, end: int, names: tuple[_Demands, ...]
) -> ConceptKey | None:
    """Return what the first of *names* names whose demands are met by how it is written, and what is before it in its word."""
    original, starts, before = folded.original, folded.starts, folded.text[word_start:start]
    for concept, exact, capitalised, proclitics in names:
        if (
            before in proclitics
            and (exact is None or original[starts[start] : starts[end]] == exact)
            and (not capitalised or original[starts[start]].isupper())
        ):
            return concept
    return None


def _forms(concept: Concept) -> Iterator[tuple[str, Name]]:
    known = frozenset(concept.names)
    for language, names in concept.names.items():
        for text in (names.label, *names.variants):
            script = script_of(text)
            form, has_article = (
                _without_article(fold(text).strip()) if script == "arabic" else (fold(text).strip(), False)
            )
            if concept.key.kind is ConceptKind.OUTLET and not _is_distinctive(form):
                continue
            name = Name(
                concept=concept.key,
                text=text,
                language=language,
                script=script,
                stands_in=_STAND_IN.get(script) == language,
                known_languages=known,
                ambiguous_in=frozenset(concept.ambiguous_in),
                is_abbreviation=text.isupper() and text.isalpha() and len(text) <= _ABBREVIATION_MAX_LETTERS,
                is_capitalised=" " not in text and text[:1].isupper(),
                has_article=has_article,
            )
            yield form, name
            if _NON_JOINER in text:
                # Hurried writers put a space where Persian has a zero-width non-joiner.
                yield fold(text.replace(_NON_JOINER, " ")).strip(), name


def _is_distinctive(form: str) -> bool:
    """Whether an outlet's name can be told from ordinary words: "Dawn" and "الوطن" cannot."""
    return len(form.split()) > 1 or "." in form


def _without_article(form: str) -> tuple[str, bool]:
    """Return an Arabic form without the article of its first word, and whether it had one to take off."""
    first, space, rest = form.partition(" ")
    if first.startswith("ال") and len(first) >= 2 + _STEM_MIN_LETTERS:
        return first.removeprefix("ال") + space + rest, True
    return form, False


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
