"""The library: articles, concepts, what names what, and what belongs together."""

from collections.abc import Mapping
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import partial
from operator import attrgetter

from diwan.corpus.corpus import Corpus
from diwan.library.articles import Article
from diwan.library.concepts import Concept, ConceptKey, concepts_of
from diwan.library.families import Families, families_of
from diwan.library.mentioned import Mentions
from diwan.library.named import Named
from diwan.library.related import Having, Relations
from diwan.library.renaming import Renaming, Vocabulary, find_again, of_named, vocabulary_of
from diwan.memory import Memory


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """Everything known, whether it may be published or not. Only the gate lets any of it out."""

    corpus: Corpus
    articles: Mapping[str, Article]
    concepts: Mapping[ConceptKey, Concept]
    #: The same as what it takes to find them in texts.
    vocabulary: Vocabulary
    mentions: Mapping[str, Mentions]
    related: Relations
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
    vocabulary = vocabulary_of(tuple(concepts.values()), memory)
    mentions = _find_mentions(vocabulary, articles, memory, executor)
    families = families_of(articles, memory)
    having = {
        ident: memory.of_inputs(
            "having",
            ident,
            (mentions[ident], article.record),
            partial(Having, mentions[ident], article.record.themes),
        )
        for ident, article in articles.items()
    }
    return Library(
        corpus=corpus,
        articles=articles,
        concepts=concepts,
        vocabulary=vocabulary,
        mentions=mentions,
        related=Relations(having, families),
        families=families,
    )


def _find_mentions(
    vocabulary: Vocabulary,
    articles: Mapping[str, Article],
    memory: Memory,
    executor: Executor | None,
) -> dict[str, Mentions]:
    """Return the mentions in every article by passage; looked for anew where a text changed or a name that is in it."""
    keys = [article.checksum for article in articles.values()]
    listed = list(articles.values())

    def find(places: list[int], former: Mapping[str, Named], renaming: Renaming) -> list[Named]:
        given = [(listed[place], former.get(keys[place])) for place in places]
        return find_again(given, attrgetter("texts"), renaming, executor)

    found = of_named(memory, "mentions", vocabulary, dict(zip(articles, keys, strict=True)), find)
    return {ident: named.mentions for ident, named in zip(articles, found, strict=True)}
