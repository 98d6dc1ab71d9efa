"""Related articles, and why: versions of the same text, shared themes, shared people and places.

Rare concepts weigh more than common ones (inverse document frequency, as in Spärck Jones 1972). Only concepts
that part of the corpus shares are looked at, which keeps the work linear in the number of articles.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from math import log

from diwan.library.articles import Article
from diwan.library.concepts import ConceptKey, ConceptKind

#: Articles listed as related: what fits in a side column without scrolling.
RELATED_MAX = 6
#: Concepts named as the reason: three can be read at a glance.
REASONS_MAX = 3
#: Articles; a concept that more share says too little about any two of them, and would cost quadratic time.
SHARED_MAX = 200
#: A theme is a judgement about the whole text, a mention a word in it.
_THEME_WEIGHT = 2.0
#: Above any sum of shared concepts: versions of one text come first.
_VERSION_WEIGHT = 1000.0


@dataclass(frozen=True, slots=True)
class Relation:
    """Another article, and the reasons for naming it; `version` if it is another version of the same text."""

    article: str
    shared: tuple[ConceptKey, ...]
    version: bool


def relate(
    articles: Mapping[str, Article], concepts: Mapping[str, frozenset[ConceptKey]]
) -> dict[str, tuple[Relation, ...]]:
    """Return for each article those most like it, most alike first."""
    sharing: dict[ConceptKey, list[str]] = defaultdict(list)
    for ident in sorted(concepts):
        for concept in concepts[ident]:
            sharing[concept].append(ident)
    weights = {
        concept: log(len(articles) / len(idents))
        * (_THEME_WEIGHT if concept.kind is ConceptKind.THEME else 1.0)
        for concept, idents in sharing.items()
        if 1 < len(idents) <= SHARED_MAX
    }
    families = _families(articles)
    return {ident: _related_to(ident, concepts, sharing, weights, families) for ident in articles}


def _related_to(
    ident: str,
    concepts: Mapping[str, frozenset[ConceptKey]],
    sharing: Mapping[ConceptKey, list[str]],
    weights: Mapping[ConceptKey, float],
    families: Mapping[str, str],
) -> tuple[Relation, ...]:
    scores: Counter[str] = Counter()
    for concept in sorted(concepts[ident] & weights.keys()):
        for other in sharing[concept]:
            scores[other] += weights[concept]  # type: ignore[assignment]  # Counter counts in floats as well
    for other, family in families.items():
        if families.get(ident) == family:
            scores[other] += _VERSION_WEIGHT  # type: ignore[assignment]
    del scores[ident]
    best = sorted(scores, key=lambda other: (-scores[other], other))[:RELATED_MAX]
    return tuple(
        Relation(
            other, _reasons(concepts[ident] & concepts[other], weights), _same_family(ident, other, families)
        )
        for other in best
    )


def _reasons(shared: frozenset[ConceptKey], weights: Mapping[ConceptKey, float]) -> tuple[ConceptKey, ...]:
    weighed = [concept for concept in shared if concept in weights]
    return tuple(sorted(weighed, key=lambda concept: (-weights[concept], concept))[:REASONS_MAX])


def _same_family(one: str, other: str, families: Mapping[str, str]) -> bool:
    return one in families and families[one] == families.get(other)


def _families(articles: Mapping[str, Article]) -> dict[str, str]:
    """Return, for each article that has versions, the id of the one they all go back to."""
    parents = {ident: a.record.variant_of.article for ident, a in articles.items() if a.record.variant_of}
    families = {ident: _root(ident, parents) for ident in parents}
    families.update({root: root for root in families.values()})
    return families


def _root(ident: str, parents: Mapping[str, str]) -> str:
    seen = {ident}
    while (parent := parents.get(ident)) and parent not in seen:
        ident = parent
        seen.add(ident)
    return ident
