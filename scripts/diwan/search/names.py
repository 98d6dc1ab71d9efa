"""Concepts in search: under which names each is found, in how many articles each name, and in which.

Names that folding takes for the same are one variant, whatever their language: `NATO` in English, German and French.
The articles of a variant are those that mention the concept by it (`diwan.library.mentions`). One more variant stands
for what needs no naming: articles filed under a theme, published by an outlet, written by a person, told of in an
event's sources.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import accumulate, islice

import numpy as np
from numpy.typing import NDArray

from diwan.edition import Edition
from diwan.library.concepts import Concept, ConceptKey, ConceptKind
from diwan.memory import Memory
from diwan.search.chunks import encode, number
from diwan.search.lexicon import Table
from diwan.search.matter import Batch
from diwan.search.shown import Shown
from diwan.search.strings import Numbers
from diwan.text.fold import fold

#: Places for articles in a number that sorts by variant first.
_ARTICLE_BITS = 32
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
    found: tuple[Numbers, ...]

    def summary(self) -> list[object]:
        """Return what the browser needs to offer the concept."""
        variants = [
            [variant.written, " ".join(variant.languages), len(found)]
            for variant, found in zip(self.variants, self.found[:-1], strict=True)
        ]
        labels = [self.concept.label(language) for language in LABELS]
        key, total = self.concept.key, len(_distinct(np.concatenate(self.found)))
        return [key.kind.value, self.type, key.id, labels, total, len(self.found[-1]), variants]

    def record(self) -> bytes:
        """Return the articles of each variant as bytes: how many there are, then the steps from one to the next."""
        columns = [np.append(len(articles), np.diff(articles, prepend=0)) for articles in self.found]
        return number(len(self.found)) + encode(np.concatenate(columns))[0]


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


class ConceptNamer:
    """Says by which variant each concept is mentioned; what it knows holds as long as the concepts are the same."""

    def __init__(self) -> None:
        self._known = _Known({})

    def concepts(
        self,
        edition: Edition,
        order: Sequence[str],
        batches: Sequence[Batch],
        shown: Sequence[Shown],
        memory: Memory,
    ) -> list[Named]:
        """Return every concept with its articles; *order* numbers them, batch by batch is *shown* whom each mentions."""
        concepts = edition.library.concepts
        if concepts != self._known.concepts:
            self._known = _Known(concepts)
        known = self._known
        pairs = []
        for number_of_batch, (batch, one) in enumerate(zip(batches, shown, strict=True)):
            variant = memory.of_inputs(
                "variants", str(number_of_batch), (one.named, known), partial(known.variants_of, one.named)
            )
            article = np.repeat(np.array(batch.places, np.int64), one.counts)
            pairs.append(variant.astype(np.int64) << _ARTICLE_BITS | article)
        found = iter(known.articles(_distinct(np.concatenate(pairs))))
        filed = _filed(edition, {ident: number for number, ident in enumerate(order)})
        return [
            Named(
                concept=concept,
                type=edition.library.corpus.entities[key.id].value.type
                if key.kind is ConceptKind.ENTITY
                else key.kind.value,
                variants=tuple(variants.values()),
                found=(*islice(found, len(variants)), np.array(sorted(filed[key]), np.int64)),
            )
            for (key, concept), variants in zip(concepts.items(), known.variants, strict=True)
        ]


class _Known(dict[str, int]):
    """The place among all variants of the one that a mention (number of the concept, tab, words) is by."""

    def __init__(self, concepts: Mapping[ConceptKey, Concept]) -> None:
        super().__init__()
        self.concepts = dict(concepts)
        self.variants = [variants_of(concept) for concept in concepts.values()]
        sizes = list(map(len, self.variants))
        self._firsts = [0, *accumulate(sizes)]

    def __missing__(self, line: str) -> int:
        number, _, written = line.partition("\t")
        concept = int(number)
        variants = self.variants[concept]
        place = self._firsts[concept] + list(variants).index(_variant(written, variants))
        self[line] = place
        return place

    def variants_of(self, named: Table) -> NDArray[np.uint32]:
        """Return the variants that the articles of a batch mention, those of one article after the other."""
        lines = named.lines()
        place = np.fromiter(map(self.__getitem__, lines), np.uint32, len(lines))
        return place[named.rows] if lines else place

    def articles(self, pairs: Numbers) -> list[Numbers]:
        """Return the articles of each variant, from pairs in order."""
        bounds = np.searchsorted(pairs >> _ARTICLE_BITS, np.arange(1, self._firsts[-1] + 1))
        return np.split(pairs & (1 << _ARTICLE_BITS) - 1, bounds)


def _distinct(values: Numbers) -> Numbers:
    """Return each of *values* once, in order: sorting half a million takes 5 ms, and `numpy.unique`, which hashes, 500."""
    values = np.sort(values)
    first = np.ones(len(values), bool)
    first[1:] = values[1:] != values[:-1]
    return values[first]


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
