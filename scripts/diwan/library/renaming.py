"""Renaming: what names that changed can bear on, so that one name that is added costs no second look at every text.

In: contents, what was made of them with the names there were before, and the names there are now. A text in whose
folded form no name stands that came, went or changed has the same mentions as before: a name is found nowhere but
where it stands, and what it ousts it ousts from there.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any, TypeVar

from diwan.library.concepts import Concept
from diwan.library.mentions import MentionFinder, NamesByForm, names_by_form
from diwan.memory import Memory, checksum_of
from diwan.text.fold import fold_with_offsets

T = TypeVar("T")

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


class Renaming:
    """The difference between the names of two vocabularies."""

    def __init__(self, before: Vocabulary, after: Vocabulary) -> None:
        """Take the vocabularies there were *before* and *after*, which may be the same."""
        #: The vocabulary there is now; while it stays the same, the very same.
        self.after = after
        former, present = ({}, {}) if before is after else (before.names, after.names)
        self._forms = [form for form in former | present if former.get(form) != present.get(form)]
        self._former, self._present = (
            MentionFinder({form: names[form] for form in self._forms if form in names})
            for names in (former, present)
        )

    def may_touch(self, text: str) -> bool:
        """Whether the letters of a name that changed stand in *text*; if not, mentions there are the same."""
        if len(self._forms) > _FORMS_MAX:
            return True
        folded = fold_with_offsets(text).text
        return any(form in folded for form in self._forms)

    def touches(self, text: str, language: str) -> bool:
        """Whether mentions in *text*, which is written in *language*, may differ; if not, they are the same.

        `NATO` may touch a text on a senator, and does not.
        """
        if not self.may_touch(text):
            return False
        folded = fold_with_offsets(text)
        return self._former.finds(folded, language) != self._present.finds(folded, language)


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
