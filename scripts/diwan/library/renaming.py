"""Renaming: what names that changed can bear on, so that one name that is added costs no second look at every text.

In: contents, what was made of them with the names there were before, and the names there are now. A text in whose
folded form no name stands that came, went or changed has the same mentions as before: a name is found nowhere but
where it stands, and what it ousts it ousts from there.
"""

import re
from bisect import bisect
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Any, TypeVar

from diwan.library.concepts import Concept
from diwan.library.mentioned import Mentions
from diwan.library.mentions import Mention, MentionFinder, NamesByForm, names_by_form
from diwan.memory import Memory, checksum_of
from diwan.text.fold import fold_with_offsets

T = TypeVar("T")

#: A passage: its id, its language, its text.
Passage = tuple[str, str, str]

#: What the finder of mentions takes for a word: what it looks at are the characters before and behind a name.
_WORD = re.compile(r"\w+")
#: Forms; to look for one of them in a text of a thousand words takes 3 µs, to find all mentions there half a
#: millisecond: with so many, looking would take as long as it spares.
_FORMS_MAX = 100


class Vocabulary:
    """Concepts, and what it takes to find them; each part is made once, when it is first wanted."""

    def __init__(self, concepts: Iterable[Concept]) -> None:
        self.concepts = tuple(concepts)

    @cached_property
    def names(self) -> NamesByForm:
        """Whose name each folded form is."""
        return names_by_form(self.concepts)

    @cached_property
    def finder(self) -> MentionFinder:
        """What finds the mentions of these concepts in a text."""
        return MentionFinder(self.names)

    @cached_property
    def checksum(self) -> str:
        """The checksum of all of it."""
        return checksum_of(repr(self.concepts))


@dataclass(frozen=True, slots=True)
class Named:
    """The mentions in an article, and its words, by which it is known whether a name may stand in it (`words_in`)."""

    mentions: Mentions
    words: bytes


def words_in(texts: Iterable[str]) -> bytes:
    """Return the folded words of *texts*, each once, between line feeds: 3 kB for a thousand words."""
    words = set(_WORD.findall(fold_with_offsets("\n".join(texts)).text))
    return "\n".join(["", *sorted(words), ""]).encode(errors="surrogatepass")


def _signs(form: str, *, follows: bool) -> list[bytes]:
    """Return what is among the words of a text wherever *form* stands; where it *follows*, its first word is part of one."""
    first, *others = [f"{word}\n" for word in _WORD.findall(form)] or [""]
    signs = [first if follows else f"\n{first}", *(f"\n{other}" for other in others)]
    return [sign.encode(errors="surrogatepass") for sign in signs]


class Renaming:
    """The difference between the names of two vocabularies."""

    def __init__(self, before: Vocabulary, after: Vocabulary) -> None:
        """Take the vocabularies there were *before* and *after*, which may be the same."""
        #: The vocabulary there is now; while it stays the same, the very same.
        self.after = after
        former, present = ({}, {}) if before is after else (before.names, after.names)
        #: The forms that changed, and whether a proclitic may stand before them in the same word.
        self._forms = {
            form: any(name.may_follow for name in (*former.get(form, ()), *present.get(form, ())))
            for form in former | present
            if former.get(form) != present.get(form)
        }
        self._signs = [_signs(form, follows=follows) for form, follows in self._forms.items()]

    def may_touch_words(self, words: bytes) -> bool:
        """Whether the words of a name that changed are among *words* (`words_in`); if not, mentions are the same."""
        if len(self._forms) > _FORMS_MAX:
            return True
        return any(all(sign in words for sign in signs) for signs in self._signs)

    def may_touch(self, text: str) -> bool:
        """Whether the letters of a name that changed stand in *text*; if not, mentions there are the same."""
        if len(self._forms) > _FORMS_MAX:
            return True
        folded = fold_with_offsets(text).text
        return any(form in folded for form in self._forms)

    def find_anew(self, passages: Sequence[Passage]) -> dict[str, tuple[Mention, ...]]:
        """Return the mentions in those of an article's *passages* where they may differ, by the id of the passage."""
        find = self.after.finder.find
        near = self._near([text for _, _, text in passages])
        return {ident: find(text, language) for ident, language, text in map(passages.__getitem__, near)}

    def _near(self, texts: Sequence[str]) -> list[int]:
        """Return the places of the *texts* in which a form that changed may be found; all are folded at once."""
        if len(self._forms) > _FORMS_MAX:
            return list(range(len(texts)))
        folded = fold_with_offsets("\n".join(texts))
        ends = list(accumulate(len(text) + 1 for text in texts))
        starts = (
            start
            for form, follows in self._forms.items()
            for start in _whole(form, folded.text, follows=follows)
        )
        return sorted({bisect(ends, folded.starts[start]) for start in starts})


def _whole(form: str, text: str, *, follows: bool) -> Iterator[int]:
    """Yield where *form* begins in *text*, ends where a word does and, unless it *follows*, begins where one does."""
    start = text.find(form)
    while start >= 0:
        end = start + len(form)
        if not _within_word(text[end : end + 1]) and (follows or not _within_word(text[start - 1 : start])):
            yield start
        start = text.find(form, start + 1)


def _within_word(character: str) -> bool:
    return character.isalnum() or character == "_"


class _Last:
    """What was made last, by the content it was made of, and with which vocabulary."""

    def __init__(self) -> None:
        self.vocabulary: Vocabulary | None = None
        self.made: Mapping[str, Any] = {}


def of_named(
    memory: Memory,
    kind: str,
    concepts: tuple[Concept, ...],
    keys: Sequence[str],
    make: Callable[[list[int], Mapping[str, T], Renaming], Sequence[T]],
) -> list[T]:
    """Return a value for each of *keys*, which name contents; values hang on the mentions of *concepts* in them, too.

    *make* gets the places of those not known, as with `Memory.of_contents`; beside, what this process made last of each
    content, by its key, and what changed in the names since.
    """
    last = memory.of_inputs("named", kind, (), _Last)
    before = last.vocabulary or Vocabulary(concepts)
    after = before if before.concepts == concepts else Vocabulary(concepts)

    def make_missing(places: list[int]) -> Sequence[T]:
        return make(places, last.made, Renaming(before, after))

    found = memory.of_contents(kind, [after.checksum + key for key in keys], make_missing)
    last.vocabulary, last.made = after, dict(zip(keys, found, strict=True))
    return found
