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
from diwan.library.families import Families

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
    articles: Mapping[str, Article],
    concepts: Mapping[str, frozenset[ConceptKey]],
    families: Families,
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
    versions = {ident: root for root, idents in families.members.items() for ident in idents}
    return {ident: _related_to(ident, concepts, sharing, weights, versions) for ident in articles}


def _related_to(
    ident: str,
    concepts: Mapping[str, frozenset[ConceptKey]],
    sharing: Mapping[ConceptKey, list[str]],
    weights: Mapping[ConceptKey, float],
    versions: Mapping[str, str],
) -> tuple[Relation, ...]:
    scores: Counter[str] = Counter()
    for concept in sorted(concepts[ident] & weights.keys()):
        for other in sharing[concept]:
            scores[other] += weights[concept]  # type: ignore[assignment]  # Counter counts in floats as well
    for other, family in versions.items():
        if versions.get(ident) == family:
            scores[other] += _VERSION_WEIGHT  # type: ignore[assignment]
    del scores[ident]
    best = sorted(scores, key=lambda other: (-scores[other], other))[:RELATED_MAX]
    return tuple(
        Relation(
            other, _reasons(concepts[ident] & concepts[other], weights), _same_family(ident, other, versions)
        )
        for other in best
    )


def _reasons(shared: frozenset[ConceptKey], weights: Mapping[ConceptKey, float]) -> tuple[ConceptKey, ...]:
    weighed = [concept for concept in shared if concept in weights]
    return tuple(sorted(weighed, key=lambda concept: (-weights[concept], concept))[:REASONS_MAX])


def _same_family(one: str, other: str, versions: Mapping[str, str]) -> bool:
    return one in versions and versions[one] == versions.get(other)
