"""Renaming: what names that changed can bear on, so that one name that is added costs no second look at every text.

In: contents, what was made of them with the names there were before, and the names there are now. A text in whose
folded form no name stands that came, went or changed has the same mentions as before: a name is found nowhere but
where it stands, and what it ousts it ousts from there.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from diwan.library.concepts import Concept
from diwan.library.mentions import names_by_form
from diwan.memory import Memory, checksum_of
from diwan.text.fold import fold_with_offsets

T = TypeVar("T")

#: Forms; to look for one of them in a text of a thousand words takes 3 µs, to find all mentions there half a
#: millisecond: with so many, looking would take as long as it spares.
_FORMS_MAX = 100


class Renaming:
    """The difference between two sets of names."""

    def __init__(self, before: tuple[Concept, ...], after: tuple[Concept, ...]) -> None:
        #: The concepts there are now; while they stay the same, the very same.
        self.after = before if before == after else after
        former, present = ({}, {}) if before == after else (names_by_form(before), names_by_form(after))
        self._forms = [form for form in former | present if former.get(form) != present.get(form)]

    def touches(self, text: str) -> bool:
        """Whether mentions in *text* may differ; if not, they are the same."""
        if len(self._forms) > _FORMS_MAX:
            return True
        folded = fold_with_offsets(text).text
        return any(form in folded for form in self._forms)


class _Last:
    """What was made last, by the content it was made of, and with which concepts."""

    def __init__(self) -> None:
        self.concepts: tuple[Concept, ...] = ()
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
    vocabulary = checksum_of(repr(concepts))
    last = memory.of_inputs("named", kind, (), _Last)

    renaming = Renaming(last.concepts if last.made else concepts, concepts)

    def make_missing(places: list[int]) -> Sequence[T]:
        return make(places, last.made, renaming)

    found = memory.of_contents(kind, [vocabulary + key for key in keys], make_missing)
    last.concepts, last.made = renaming.after, dict(zip(keys, found, strict=True))
    return found
