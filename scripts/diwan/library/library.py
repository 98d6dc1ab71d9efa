"""The library: articles, concepts, what names what, and what belongs together."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import partial
from itertools import chain

from diwan.corpus.corpus import Corpus
from diwan.library.articles import Article, Reading
from diwan.library.concepts import Concept, ConceptKey, ConceptKind, concepts_of
from diwan.library.families import Families, families_of
from diwan.library.mentions import Mention, MentionFinder
from diwan.library.related import Relation, relate
from diwan.memory import Memory, checksum_of
from diwan.shards import in_shards


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A passage in which a concept is named."""

    article: str
    passage: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """Everything known, whether it may be published or not. Only the gate lets any of it out."""

    corpus: Corpus
    articles: Mapping[str, Article]
    concepts: Mapping[ConceptKey, Concept]
    #: Mentions by article and passage id.
    mentions: Mapping[str, Mapping[str, tuple[Mention, ...]]]
    occurrences: Mapping[ConceptKey, tuple[Occurrence, ...]]
    related: Mapping[str, tuple[Relation, ...]]
    families: Families


def make_library(
    corpus: Corpus,
    articles: Mapping[str, Article],
    memory: Memory | None = None,
    executor: Executor | None = None,
) -> Library:
    """Return the library of *articles*: mentions found, articles related."""
    concepts = concepts_of(corpus)
    memory = memory or Memory()
    mentions = _find_mentions(tuple(concepts.values()), articles, memory, executor)
    occurrences: dict[ConceptKey, list[Occurrence]] = defaultdict(list)
    for ident, by_passage in mentions.items():
        for passage, found in by_passage.items():
            for concept in dict.fromkeys(mention.concept for mention in found):
                occurrences[concept].append(Occurrence(ident, passage))
    families = families_of(articles, memory)
    return Library(
        corpus=corpus,
        articles=articles,
        concepts=concepts,
        mentions=mentions,
        occurrences={concept: tuple(found) for concept, found in occurrences.items()},
        related=relate(
            articles,
            {ident: _named(article, mentions[ident]) for ident, article in articles.items()},
            families,
        ),
        families=families,
    )


_Text = tuple[str, str, str]


def _find_mentions(
    concepts: tuple[Concept, ...],
    articles: Mapping[str, Article],
    memory: Memory,
    executor: Executor | None,
) -> dict[str, Mapping[str, tuple[Mention, ...]]]:
    """Return the mentions in every article by passage; looked for anew where a text or the vocabulary changed."""
    vocabulary = checksum_of(repr(concepts))
    keys = [
        vocabulary + memory.of_inputs("texts", ident, (article,), partial(_checksum_of_texts, article))
        for ident, article in articles.items()
    ]
    listed = list(articles.values())

    def find(places: list[int]) -> list[Mapping[str, tuple[Mention, ...]]]:
        texts = [_texts_of(listed[place]) for place in places]
        return [
            found for share in in_shards(partial(_find_share, concepts), texts, executor) for found in share
        ]

    return dict(zip(articles, memory.of_contents("mentions", keys, find), strict=True))


def _checksum_of_texts(article: Article) -> str:
    return checksum_of(*chain.from_iterable(_texts_of(article)))


def _texts_of(article: Article) -> list[_Text]:
    """Return the passages of an article as (id, language, text)."""
    readings: list[Reading] = [*([article.text] if article.text else []), *article.digests.values()]
    return [
        (passage.id, passage.block.language or reading.language, passage.block.text)
        for reading in readings
        for passage in reading.passages
    ]


def _find_share(
    concepts: tuple[Concept, ...], share: Sequence[list[_Text]]
) -> list[Mapping[str, tuple[Mention, ...]]]:
    """Return the mentions in each passage of some articles."""
    finder = MentionFinder(concepts)
    return [
        {name: found for name, language, text in texts if (found := finder.find(text, language))}
        for texts in share
    ]


def _named(article: Article, mentions: Mapping[str, tuple[Mention, ...]]) -> frozenset[ConceptKey]:
    """Return the concepts an article is filed under or names."""
    themes = {ConceptKey(ConceptKind.THEME, theme) for theme in article.record.themes}
    return frozenset(themes.union(mention.concept for found in mentions.values() for mention in found))
