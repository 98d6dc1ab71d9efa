"""Concepts: themes, entities, outlets and events as one kind of thing that texts name."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from diwan.corpus.corpus import Corpus
from diwan.model.concept import Names


class ConceptKind(StrEnum):
    """Which vocabulary a concept belongs to."""

    # That of an `Enum` is a function of Python, which every look for a key would call.
    __hash__ = str.__hash__

    THEME = "theme"
    ENTITY = "entity"
    OUTLET = "outlet"
    EVENT = "event"


class ConceptKey(NamedTuple):
    """The name of a concept across vocabularies: `theme:islamic-nato`.

    Sets and dictionaries are made of millions of them; a tuple is compared without a step of Python.
    """

    kind: ConceptKind
    id: str

    def __reduce__(self) -> tuple[object, ...]:
        """Let what is remembered of all articles share one key for each concept."""
        return _key, (self.kind.value, self.id)

    def __str__(self) -> str:
        """Return the key as links in essays write it."""
        return f"{self.kind}:{self.id}"


@cache
def _key(kind: str, ident: str) -> ConceptKey:
    return ConceptKey(ConceptKind(kind), ident)


@dataclass(frozen=True, slots=True)
class Concept:
    """A concept with its names by language."""

    key: ConceptKey
    names: Mapping[str, Names]
    ambiguous_in: tuple[str, ...] = ()
    #: Whether texts name it by these names; most events have a title of ours only, which is a sentence.
    named_in_texts: bool = True

    def label(self, language: str) -> str:
        """Return the usual name for a reader of *language*, in English or any language where it has none."""
        names = self.names.get(language) or self.names.get("en") or next(iter(self.names.values()))
        return names.label


def concepts_of(corpus: Corpus) -> dict[ConceptKey, Concept]:
    """Return every concept of the corpus, themes first, each vocabulary in the order of its file."""
    concepts = [
        *(
            Concept(ConceptKey(ConceptKind.THEME, ident), entry.value.names)
            for ident, entry in corpus.themes.items()
        ),
        *(
            Concept(ConceptKey(ConceptKind.ENTITY, ident), entry.value.names, entry.value.ambiguous_in)
            for ident, entry in corpus.entities.items()
        ),
        *(_outlet(ident, entry.value.name) for ident, entry in corpus.outlets.items()),
        *(
            Concept(
                ConceptKey(ConceptKind.EVENT, ident), entry.value.names or _labels(entry.value.title.items())
            )
            for ident, entry in corpus.events.items()
        ),
    ]
    return {concept.key: concept for concept in concepts}


def _outlet(ident: str, name: Mapping[str, str]) -> Concept:
    return Concept(ConceptKey(ConceptKind.OUTLET, ident), _labels(name.items()))


def _labels(items: Iterable[tuple[str, str]]) -> dict[str, Names]:
    return {language: Names(label=label) for language, label in items}
