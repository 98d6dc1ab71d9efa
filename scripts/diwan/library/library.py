"""The library: articles, concepts, what names what, and what belongs together."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from diwan.corpus.corpus import Corpus
from diwan.library.articles import Article, Reading
from diwan.library.concepts import Concept, ConceptKey, ConceptKind, concepts_of
from diwan.library.mentions import Mention, MentionFinder
from diwan.library.related import Relation, relate


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


def make_library(corpus: Corpus, articles: Mapping[str, Article]) -> Library:
    """Return the library of *articles*: mentions found, articles related."""
    concepts = concepts_of(corpus)
    finder = MentionFinder(concepts.values())
    mentions = {ident: _mentions_of(article, finder) for ident, article in articles.items()}
    occurrences: dict[ConceptKey, list[Occurrence]] = defaultdict(list)
    for ident, by_passage in mentions.items():
        for passage, found in by_passage.items():
            for concept in dict.fromkeys(mention.concept for mention in found):
                occurrences[concept].append(Occurrence(ident, passage))
    return Library(
        corpus=corpus,
        articles=articles,
        concepts=concepts,
        mentions=mentions,
        occurrences={concept: tuple(found) for concept, found in occurrences.items()},
        related=relate(
            articles, {ident: _named(article, mentions[ident]) for ident, article in articles.items()}
        ),
    )


def _mentions_of(article: Article, finder: MentionFinder) -> dict[str, tuple[Mention, ...]]:
    readings: list[Reading] = [*([article.text] if article.text else []), *article.digests.values()]
    found: dict[str, tuple[Mention, ...]] = {}
    for reading in readings:
        for passage in reading.passages:
            language = passage.block.language or reading.language
            if mentions := finder.find(passage.block.text, language):
                found[passage.id] = mentions
    return found


def _named(article: Article, mentions: Mapping[str, tuple[Mention, ...]]) -> frozenset[ConceptKey]:
    """Return the concepts an article is filed under or names."""
    themes = {ConceptKey(ConceptKind.THEME, theme) for theme in article.record.themes}
    return frozenset(themes.union(mention.concept for found in mentions.values() for mention in found))
