"""Families: articles that are versions of one text, so that lists and plots can count texts and not reprints.

In: the articles. Out: for each, the family it belongs to. Families are declared (`variant_of`) and, where texts are at
hand, measured: two articles whose text is for the most part the same belong together whatever their records say.

Likeness is looked for by what an article's outline says of its runs of words (`text/minhash.py`), and then measured exactly
on the pairs found.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from diwan.library.articles import Article
from diwan.memory import Memory, checksum_of
from diwan.model.record import Access
from diwan.problems import Problem, Severity
from diwan.shards import joined_shards
from diwan.text.fold import fold
from diwan.text.minhash import SHINGLE, pairs_of
from diwan.text.words import words_of

#: Share of the shorter text that must stand in the longer one. Of 5,940 pairs of unlike saved pages, whole as saved,
#: three reach it, whole pages with their menus; of articles alone none comes to 0.35.
ALIKE = 0.5
#: Articles that a message names beside the first two: as many as fit into a line or two.
MOST_NAMED = 5


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
        # Most articles are a family by themselves.
        for ident in sorted([ident for ident, root in self.of.items() if ident != root]):
            found[self.of[ident]].append(ident)
        return {
            root: [root, *found[root]] for root in sorted(found, key=lambda root: min(root, found[root][0]))
        }


def families_of(articles: Mapping[str, Article], memory: Memory) -> Families:
    """Return the families of *articles*, declared and measured."""
    alike = tuple(likenesses(articles, memory))
    parents = declared_parents(articles)
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
    pairs = sorted(pairs_of([article.outline.minhash for article in texts]))
    shares = memory.of_contents(
        "alike",
        [f"{_key(texts[one])} {_key(texts[other])}" for one, other in pairs],
        lambda places: joined_shards(
            _shares_of, [(texts[one], texts[other]) for one, other in map(pairs.__getitem__, places)]
        ),
    )
    for (one, other), share in zip(pairs, shares, strict=True):
        if share >= ALIKE:
            yield Likeness(texts[one].id, texts[other].id, share)


def _key(article: Article) -> str:
    return checksum_of(article.source.data if article.source else "")


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


def _contained(one: set[bytes], other: set[bytes]) -> float:
    shorter = min(len(one), len(other))
    return len(one & other) / shorter if shorter else 0.0


def check_families(articles: Mapping[str, Article], families: Families) -> Iterator[Problem]:
    """Yield a problem for every family of texts that are the same for the most part, though not all records say so."""
    parents = declared_parents(articles)
    told: dict[str, list[Likeness]] = defaultdict(list)
    for pair in families.alike:
        if _root(pair.one, parents) != _root(pair.other, parents):
            told[families.of[pair.one]].append(pair)
    for pairs in told.values():
        yield _undeclared(pairs, articles)


def _undeclared(pairs: Sequence[Likeness], articles: Mapping[str, Article]) -> Problem:
    """Return the problem of the *pairs* of one family that no record declares: of many the first, and whom the others name."""
    pair = pairs[0]
    message = (
        f"{pair.share:.0%} of the shorter of '{pair.one}' and '{pair.other}' stands in the other as well"
    )
    mend = f"say which is a version of which: `variant_of: {{article: {pair.one}, how: edited}}`"
    if more := sorted({ident for one in pairs for ident in (one.one, one.other)} - {pair.one, pair.other}):
        left = f" and {len(more) - MOST_NAMED} others" if len(more) > MOST_NAMED else ""
        message += f"; {len(more)} more are alike: {', '.join(more[:MOST_NAMED])}{left}"
        mend += ", and so of the others"
    return Problem("variant-undeclared", articles[pair.other].place.at("id"), message, mend, Severity.WARNING)
