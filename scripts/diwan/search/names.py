"""Concepts in search: under which names each is found, in how many articles each name, and in which.

Names that folding takes for the same are one variant, whatever their language: `NATO` in English, German and French.
The articles of a variant are those that mention the concept by it (`diwan.library.mentions`). One more variant stands
for what needs no naming: articles filed under a theme, published by an outlet, written by a person, told of in an
event's sources.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from diwan.edition import Edition
from diwan.library.concepts import Concept, ConceptKey, ConceptKind
from diwan.search.chunks import deltas, number, numbers
from diwan.text.fold import fold

#: Languages of the interface, in which concepts have labels.
LABELS = ("en", "ar")


@dataclass(frozen=True, slots=True)
class Variant:
    """A way to name a concept: as it is written, and in which languages."""

    written: str
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A concept with its variants, and the numbers of the articles found by each; last come those filed under it."""

    concept: Concept
    #: Its kind or, of an entity, what sort of entity it is.
    type: str
    variants: tuple[Variant, ...]
    found: tuple[tuple[int, ...], ...]

    def summary(self) -> list[object]:
        """Return what the browser needs to offer the concept."""
        variants = [
            [variant.written, " ".join(variant.languages), len(found)]
            for variant, found in zip(self.variants, self.found[:-1], strict=True)
        ]
        labels = [self.concept.label(language) for language in LABELS]
        key, total = self.concept.key, len(set().union(*self.found))
        return [key.kind.value, self.type, key.id, labels, total, len(self.found[-1]), variants]

    def record(self) -> bytes:
        """Return the articles of each variant as bytes."""
        return number(len(self.found)) + b"".join(
            number(len(articles)) + numbers(deltas(articles)) for articles in self.found
        )


def variants_of(concept: Concept) -> dict[str, Variant]:
    """Return the variants of a concept by the key that all their spellings share."""
    found: dict[str, tuple[str, list[str]]] = {}
    for language, names in concept.names.items():
        for written in (names.label, *names.variants):
            found.setdefault(_key(written), (written, []))[1].append(language)
    return {
        key: Variant(written, tuple(dict.fromkeys(languages))) for key, (written, languages) in found.items()
    }


def _key(written: str) -> str:
    """Return a name folded, without spaces and without the Arabic article."""
    folded = fold(written).replace(" ", "")
    return folded.removeprefix("ال") if len(folded) > len("ال") + 2 else folded


def name_concepts(
    edition: Edition, order: Iterable[str], mentioned: Iterable[Iterable[tuple[int, str]]]
) -> list[Named]:
    """Return every concept with its articles; *order* numbers them, *mentioned* says what each mentions.

    Concepts are mentioned by their number in the library.
    """
    concepts = edition.library.concepts
    variants = {key: variants_of(concept) for key, concept in concepts.items()}
    found = _found(list(concepts), variants, mentioned)
    filed = _filed(edition, {ident: number for number, ident in enumerate(order)})
    return [
        Named(
            concept=concept,
            type=edition.library.corpus.entities[key.id].value.type
            if key.kind is ConceptKind.ENTITY
            else key.kind.value,
            variants=tuple(variants[key].values()),
            found=(*(found.get((key, name), ()) for name in variants[key]), tuple(sorted(filed[key]))),
        )
        for key, concept in concepts.items()
    ]


def _found(
    keys: Sequence[ConceptKey],
    variants: Mapping[ConceptKey, Mapping[str, Variant]],
    mentioned: Iterable[Iterable[tuple[int, str]]],
) -> dict[tuple[ConceptKey, str], tuple[int, ...]]:
    """Return the articles that name a concept by each of its variants, in order."""
    places = {pair: place for place, pair in enumerate((key, name) for key in keys for name in variants[key])}

    class Known(dict[tuple[int, str], int]):
        """The place of the variant that a mention is by."""

        def __missing__(self, named: tuple[int, str]) -> int:
            key = keys[named[0]]
            self[named] = place = places[key, _variant(named[1], variants[key])]
            return place

    known = Known()
    rows = [np.unique(np.fromiter(map(known.__getitem__, names), np.int64)) for names in mentioned]
    variant = np.concatenate([np.empty(0, np.int64), *rows])
    article = np.repeat(np.arange(len(rows)), list(map(len, rows)))
    order = np.argsort(variant, kind="stable")
    bounds = np.searchsorted(variant[order], np.arange(len(places) + 1)).tolist()
    articles = article[order].tolist()
    return {pair: tuple(articles[bounds[place] : bounds[place + 1]]) for pair, place in places.items()}


def _variant(written: str, variants: Mapping[str, Variant]) -> str:
    """Return the key of the variant that a mention, with what is written together with it, is by."""
    folded = fold(written).replace(" ", "")
    fitting = [key for key in variants if folded.endswith(key)]
    return max(fitting, key=len) if fitting else next(iter(variants))


def _filed(edition: Edition, numbers_of: Mapping[str, int]) -> dict[ConceptKey, set[int]]:
    filed: dict[ConceptKey, set[int]] = defaultdict(set)
    for ident, article in numbers_of.items():
        record = edition.articles[ident].article.record
        for theme in record.themes:
            filed[ConceptKey(ConceptKind.THEME, theme)].add(article)
        filed[ConceptKey(ConceptKind.OUTLET, record.outlet)].add(article)
        for author in record.authors:
            if author.entity:
                filed[ConceptKey(ConceptKind.ENTITY, author.entity)].add(article)
    for ident, event in edition.library.corpus.events.items():
        for source in event.value.sources:
            if source.article in numbers_of:
                filed[ConceptKey(ConceptKind.EVENT, ident)].add(numbers_of[source.article])
    return filed
