"""Related articles, and why: versions of the same text, shared themes, shared people and places.

Rare concepts weigh more than common ones (inverse document frequency, as in Spärck Jones 1972). Only concepts
that part of the corpus shares are looked at, which keeps the work linear in the number of articles.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from math import log
from operator import attrgetter, itemgetter

import numpy as np
from numpy.typing import NDArray

from diwan.library.concepts import ConceptKey, ConceptKind
from diwan.library.families import Families
from diwan.library.mentioned import Mentions, Written
from diwan.memory import checksum_of

#: Articles listed as related: what fits in a side column without scrolling.
RELATED_MAX = 6
#: Concepts named as the reason: three can be read at a glance.
REASONS_MAX = 3
#: Articles; a concept that more share says too little about any two of them, and would cost quadratic time.
SHARED_MAX = 200
#: Articles; to look up whose concepts one of them shares takes some 20 ms at 10,000, to do it for all half a second.
_LOOKED_UP = 4
#: A theme is a judgement about the whole text, a mention a word in it.
_THEME_WEIGHT = 2.0
#: Above any sum of shared concepts: versions of one text come first.
_VERSION_WEIGHT = 1000.0


_CONCEPT: Callable[[Written], ConceptKey] = attrgetter("concept")

#: The rank of a concept, the places of the articles that share it, and its weight.
Sharing = Mapping[ConceptKey, tuple[int, NDArray[np.intp], float]]


@dataclass(frozen=True, slots=True)
class Relation:
    """Another article, and the reasons for naming it; `version` if it is another version of the same text."""

    article: str
    shared: tuple[ConceptKey, ...]
    version: bool


class Having:
    """What an article names and is filed under."""

    def __init__(self, mentions: Mentions, themes: Sequence[str]) -> None:
        self._mentions, self._themes = mentions, themes

    @cached_property
    def concepts(self) -> tuple[ConceptKey, ...]:
        """The concepts, each once."""
        return tuple(dict.fromkeys((*self._mentions.concepts, *self._filed())))

    def among(self, wanted: set[ConceptKey]) -> Iterable[ConceptKey]:
        """Return which of *wanted* are among the concepts, which need not be gathered for it."""
        return wanted.intersection(chain(map(_CONCEPT, self._mentions.written), self._filed()))

    @property
    def told(self) -> tuple[str, str]:
        """What concepts hang on, for a checksum."""
        return self._mentions.sums.concepts.hex(), " ".join(self._themes)

    def _filed(self) -> Iterator[ConceptKey]:
        return (ConceptKey(ConceptKind.THEME, theme) for theme in self._themes)


class Relations(Mapping[str, tuple[Relation, ...]]):
    """The articles most like each article, most alike first; worked out for an article when somebody asks."""

    def __init__(self, having: Mapping[str, Having], families: Families) -> None:
        """Take what each article is *having*, and the families of articles."""
        self._having = having
        self._families = families
        #: Articles whose relations were asked for: of the first few only their own concepts are looked at.
        self._asked = 0
        self._found: dict[str, tuple[Relation, ...]] = {}

    @classmethod
    def of(cls, ident: str, relations: tuple[Relation, ...]) -> "Relations":
        """Return the relations of a single article, which are known."""
        found = cls({}, Families({}))
        found._found[ident] = relations
        return found

    def __getitem__(self, ident: str) -> tuple[Relation, ...]:
        """Return the relations of an article."""
        if ident not in self._found:
            self._found[ident] = self._relations_of(ident)
        return self._found[ident]

    def __iter__(self) -> Iterator[str]:
        """Return the ids of all articles."""
        return iter(self._having)

    def __len__(self) -> int:
        """Return how many articles there are."""
        return len(self._having)

    def gather(self) -> None:
        """Gather what articles share, for processes that are forked hereafter: each would hold its own."""
        self._asked = _LOOKED_UP
        _ = self._sharing

    @cached_property
    def checksum(self) -> str:
        """The checksum of all that relations hang on."""
        told = [part for ident in self._idents for part in (ident, *self._having[ident].told)]
        return checksum_of(repr(sorted(self._families.of.items())), *told)

    @cached_property
    def _idents(self) -> list[str]:
        return sorted(self._having)

    @cached_property
    def _members(self) -> Mapping[str, list[str]]:
        return self._families.members

    @cached_property
    def _versions(self) -> dict[str, str]:
        return {ident: root for root, idents in self._members.items() for ident in idents}

    def _shared(self, ident: str) -> Sharing:
        """Return those concepts of an article that part of all articles share; of many articles, those of all."""
        self._asked += 1
        if self._asked > _LOOKED_UP:
            return self._sharing
        wanted = set(self._having[ident].concepts)
        # What has been found too often is looked for no longer.
        return self._sharing_of(lambda having: having.among(wanted), wanted.discard)

    @cached_property
    def _sharing(self) -> Sharing:
        return self._sharing_of(lambda having: having.concepts)

    def _sharing_of(
        self,
        chosen: Callable[[Having], Iterable[ConceptKey]],
        leave_out: Callable[[ConceptKey], None] = lambda _: None,
    ) -> Sharing:
        """Return who shares the concepts *chosen*; *leave_out* is told of those that too many do."""
        places: dict[ConceptKey, list[int]] = defaultdict(list)
        for place, ident in enumerate(self._idents):
            for concept in chosen(self._having[ident]):
                found = places[concept]
                found.append(place)
                if len(found) > SHARED_MAX:
                    leave_out(concept)
        return {
            concept: (rank, np.array(having, np.intp), _weight(concept, len(having), len(self._idents)))
            for rank, (concept, having) in enumerate(sorted(places.items()))
            if 1 < len(having) <= SHARED_MAX
        }

    def _relations_of(self, ident: str) -> tuple[Relation, ...]:
        sharing = self._shared(ident)
        # In one order, in which weights are summed: another would give another last bit.
        shared = sorted(
            (sharing[one] for one in self._having[ident].concepts if one in sharing), key=itemgetter(0)
        )
        scores, related = np.zeros(len(self._idents)), np.zeros(len(self._idents), np.bool_)
        for _, places, weight in shared:
            scores[places] += weight
            related[places] = True
        scores[~related] = -1.0
        for other in self._members.get(self._versions.get(ident, ""), ()):
            place = bisect_left(self._idents, other)
            scores[place] = max(scores[place], 0.0) + _VERSION_WEIGHT
        scores[bisect_left(self._idents, ident)] = -1.0
        best = [self._idents[place] for place in _best(scores)]
        return tuple(
            Relation(other, self._reasons(ident, other, sharing), _same_family(ident, other, self._versions))
            for other in best
        )

    def _reasons(self, ident: str, other: str, sharing: Sharing) -> tuple[ConceptKey, ...]:
        """Return the concepts that weigh most of those that two articles share."""
        held = frozenset(self._having[other].concepts)
        shared = [one for one in self._having[ident].concepts if one in sharing and one in held]
        return tuple(sorted(shared, key=lambda one: (-sharing[one][2], sharing[one][0]))[:REASONS_MAX])


def _weight(concept: ConceptKey, sharing: int, articles: int) -> float:
    return log(articles / sharing) * (_THEME_WEIGHT if concept.kind is ConceptKind.THEME else 1.0)


def _best(scores: NDArray[np.float64]) -> NDArray[np.intp]:
    """Return the places of the highest *scores* that are not negative, of equal ones the first."""
    least = max(0.0, np.partition(scores, -RELATED_MAX)[-RELATED_MAX]) if len(scores) > RELATED_MAX else 0.0
    found = np.flatnonzero(scores >= least)
    best: NDArray[np.intp] = found[np.argsort(-scores[found], kind="stable")][:RELATED_MAX]
    return best


def _same_family(one: str, other: str, versions: Mapping[str, str]) -> bool:
    return one in versions and versions[one] == versions.get(other)
