"""Families: articles that are versions of one text, so that lists and plots can count texts and not reprints.

In: the articles. Out: for each, the family it belongs to. Families are declared (`variant_of`) and, where texts are at
hand, measured: two articles whose text is for the most part the same belong together whatever their records say.

Likeness is looked for by MinHash over runs of five words within passages (Broder 1997, "On the resemblance and
containment of documents"), in bands, and then measured exactly on the pairs found.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from diwan.library.articles import Article
from diwan.memory import Memory, checksum_of
from diwan.model.record import Access
from diwan.problems import Problem, Severity
from diwan.shards import joined_shards
from diwan.text.fold import fold
from diwan.text.words import numbered_words, words_of

#: Words of a run. Two texts on one event share runs of three and four in every sentence, of five hardly any.
SHINGLE = 5
#: Share of the shorter text that must stand in the longer one. Of 5,940 pairs of unlike saved pages, whole as saved,
#: three reach it, whole pages with their menus; of articles alone none comes to 0.35.
ALIKE = 0.5
#: Hashes of a sketch, and how many of them make a band: pairs of which a third is the same are found in 97 of 100
#: cases, those of which half is the same in all but one of 10,000; of unlike pairs one in a million is looked at.
_HASHES, _BAND = 64, 2
_FACTORS, _SUMMANDS = np.random.default_rng(0).integers(0, 2**64, (2, _HASHES), np.uint64)
#: By what the number of each word of a run is multiplied: odd, so that nothing of it is lost.
_PLACES = np.random.default_rng(1).integers(0, 2**64, SHINGLE, np.uint64) | np.uint64(1)


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two articles whose texts are at hand and for the most part the same."""

    one: str
    other: str
    #: The share of the shorter text that stands in the longer, between 0 and 1.
    share: float


@dataclass(frozen=True, slots=True)
class Families:
    """The family of every article, named after the article that all its versions go back to."""

    of: Mapping[str, str]
    alike: tuple[Likeness, ...] = ()

    def texts(self, idents: Iterable[str]) -> int:
        """Return how many independent texts there are among articles."""
        return len({self.of[ident] for ident in idents})

    @property
    def members(self) -> dict[str, list[str]]:
        """The articles of every family that has several, the one they go back to first."""
        found: dict[str, list[str]] = defaultdict(list)
        for ident in sorted(self.of):
            found[self.of[ident]].append(ident)
        return {
            root: [root, *(ident for ident in idents if ident != root)]
            for root, idents in found.items()
            if len(idents) > 1
        }


def families_of(articles: Mapping[str, Article], memory: Memory) -> Families:
    """Return the families of *articles*, declared and measured."""
    alike = tuple(likenesses(articles, memory))
    parents = declared_parents(articles)
    roots = {ident: _root(ident, parents) for ident in articles}
    for pair in alike:
        one, other = _root(pair.one, parents), _root(pair.other, parents)
        if one != other:
            first, second = sorted((one, other), key=lambda ident: (articles[ident].record.date, ident))
            parents[second] = first
    roots = {ident: _root(ident, parents) for ident in articles}
    return Families(roots, alike)


def declared_parents(articles: Mapping[str, Article]) -> dict[str, str]:
    """Return the article of which each declared version is one."""
    return {
        ident: article.record.variant_of.article
        for ident, article in articles.items()
        if article.record.variant_of
    }


def _root(ident: str, parents: Mapping[str, str]) -> str:
    """Return what *ident* goes back to; of a circle, its first id."""
    seen = [ident]
    while (parent := parents.get(ident)) is not None:
        if parent in seen:
            return min(seen[seen.index(parent) :])
        seen.append(parent)
        ident = parent
    return ident


def likenesses(articles: Mapping[str, Article], memory: Memory) -> Iterator[Likeness]:
    """Yield every two articles at hand of which the shorter stands for the most part in the longer."""
    texts = [
        article
        for article in articles.values()
        if article.source and article.record.access is not Access.WITHDRAWN
    ]
    if len(texts) < 2:  # noqa: PLR2004  # a pair takes two
        return
    keys = [checksum_of(article.source.data) for article in texts if article.source]

    def sketch(places: list[int]) -> list[bytes]:
        return joined_shards(_sketch_share, [texts[place] for place in places])

    found = memory.of_neighbours("minhash", [article.id for article in texts], keys, sketch)
    sketches = np.frombuffer(b"".join(found), np.uint64).reshape(-1, _HASHES)
    pairs = sorted(_candidates(sketches))
    shares = memory.of_contents(
        "alike",
        [f"{keys[one]} {keys[other]}" for one, other in pairs],
        lambda places: joined_shards(
            _shares_of, [(texts[one], texts[other]) for one, other in map(pairs.__getitem__, places)]
        ),
    )
    for (one, other), share in zip(pairs, shares, strict=True):
        if share >= ALIKE:
            yield Likeness(texts[one].id, texts[other].id, share)


def _shares_of(pairs: Sequence[tuple[Article, Article]]) -> list[float]:
    return [_contained(shingles_of(one), shingles_of(other)) for one, other in pairs]


def shingles_of(article: Article) -> set[bytes]:
    """Return the runs of five words within the passages of an article's text; a short text is one run."""
    return {
        " ".join(words[start : start + SHINGLE]).encode()
        for words in map(words_of, _passages(article))
        for start in range(max(1, len(words) - SHINGLE + 1))
    }


def _passages(article: Article) -> list[str]:
    """Return the passages of an article's text as they are compared."""
    return [fold(passage.block.text) for passage in (article.text.passages if article.text else ())]


def _sketch_share(share: Sequence[Article]) -> list[bytes]:
    # As bytes: ten thousand arrays take a third of a second to load.
    return [sketch_of(_passages(article)).tobytes() for article in share]


def sketch_of(passages: Sequence[str]) -> NDArray[np.uint64]:
    """Return the least value that each of the hashes takes over the runs of five words within *passages*, which are folded.

    The hashes are multiply-add-shift (Dietzfelbinger 1996, "Universal hashing and k-wise independence") over the marks
    of runs, which are sums of the numbers of their words, each by its own factor. Without a run all bits are ones.
    """
    words_at, numbers = numbered_words("\n".join(passages))
    ends = np.cumsum([len(passage) + 1 for passage in passages], dtype=np.intp)
    counts = np.diff(np.searchsorted(words_at, ends), prepend=0)
    # A short passage is one run: what it lacks is filled with nothing.
    lengths = np.maximum(counts, SHINGLE)
    last = np.cumsum(lengths)
    words = np.zeros(int(lengths.sum()), np.uint64)
    words[np.repeat(last - lengths - np.cumsum(counts) + counts, counts) + np.arange(len(numbers))] = numbers
    begins = np.ones(len(words), bool)
    for back in range(1, SHINGLE):
        # No run begins in the last four words of a passage.
        begins[last - back] = False
    starts = np.flatnonzero(begins)
    marks = np.zeros(len(starts), np.uint64)
    for place in range(SHINGLE):
        marks += words[starts + place] * _PLACES[place]
    hashed = _FACTORS[:, None] * (marks >> np.uint64(32)) + _SUMMANDS[:, None]
    least: NDArray[np.uint64] = hashed.min(axis=1, initial=np.iinfo(np.uint64).max) >> np.uint64(32)
    return least


def _candidates(sketches: NDArray[np.uint64]) -> set[tuple[int, int]]:
    """Return the places of every two sketches that have a band in common."""
    found: set[tuple[int, int]] = set()
    for start in range(0, _HASHES, _BAND):
        # Hashes have 32 bits, so that two of them are one number.
        bands = sketches[:, start] << np.uint64(32) | sketches[:, start + 1]
        ordered = np.sort(bands)
        for band in np.unique(ordered[1:][ordered[1:] == ordered[:-1]]):
            found.update(combinations(np.flatnonzero(bands == band).tolist(), 2))
    return found


def _contained(one: set[bytes], other: set[bytes]) -> float:
    shorter = min(len(one), len(other))
    return len(one & other) / shorter if shorter else 0.0


def check_families(articles: Mapping[str, Article], families: Families) -> Iterator[Problem]:
    """Yield a problem for every two texts that are the same for the most part, though no record says so."""
    parents = declared_parents(articles)
    for pair in families.alike:
        if _root(pair.one, parents) != _root(pair.other, parents):
            message = f"{pair.share:.0%} of the shorter of '{pair.one}' and '{pair.other}' stands in the other as well"
            mend = f"say which is a version of which: `variant_of: {{article: {pair.one}, how: edited}}`"
            where = articles[pair.other].place.at("id")
            yield Problem("variant-undeclared", where, message, mend, Severity.WARNING)
