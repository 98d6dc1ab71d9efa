"""The library: articles, concepts, what names what, and what belongs together."""

from collections.abc import Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import partial

from diwan.corpus.corpus import Corpus
from diwan.garbage import uncollected
from diwan.library.articles import Article
from diwan.library.concepts import Concept, ConceptKey, ConceptKind, concepts_of
from diwan.library.families import Families, families_of
from diwan.library.mentions import Mention, MentionFinder
from diwan.library.related import Relation, Relations
from diwan.library.renaming import Renaming, of_named
from diwan.memory import Memory
from diwan.model.record import Record
from diwan.shards import in_shards

#: The passages of an article that name each concept, in order.
Places = Mapping[ConceptKey, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """Everything known, whether it may be published or not. Only the gate lets any of it out."""

    corpus: Corpus
    articles: Mapping[str, Article]
    concepts: Mapping[ConceptKey, Concept]
    #: Mentions by article and passage id.
    mentions: Mapping[str, Mapping[str, tuple[Mention, ...]]]
    #: The same by article and concept.
    places: Mapping[str, Places]
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
    places = {
        ident: memory.of_inputs("places", ident, (found,), partial(_places_of, found))
        for ident, found in mentions.items()
    }
    families = families_of(articles, memory)
    having = {
        ident: memory.of_inputs(
            "having", ident, (places[ident], article.record), partial(_had, places[ident], article.record)
        )
        for ident, article in articles.items()
    }
    return Library(
        corpus=corpus,
        articles=articles,
        concepts=concepts,
        mentions=mentions,
        places=places,
        related=Relations(having, families),
        families=families,
    )


def _had(places: Places, record: Record) -> frozenset[ConceptKey]:
    """Return the concepts an article is filed under or names."""
    return frozenset((*places, *(ConceptKey(ConceptKind.THEME, theme) for theme in record.themes)))


def _places_of(mentions: Mapping[str, tuple[Mention, ...]]) -> Places:
    places: dict[ConceptKey, list[str]] = {}
    for passage, found in mentions.items():
        for concept in {mention.concept: None for mention in found}:
            places.setdefault(concept, []).append(passage)
    return {concept: tuple(passages) for concept, passages in places.items()}


#: A passage: id, language, text.
_Text = tuple[str, str, str]
_Mentions = Mapping[str, tuple[Mention, ...]]


def _find_mentions(
    concepts: tuple[Concept, ...],
    articles: Mapping[str, Article],
    memory: Memory,
    executor: Executor | None,
) -> dict[str, _Mentions]:
    """Return the mentions in every article by passage; looked for anew where a text changed or a name that is in it."""
    keys = [article.checksum for article in articles.values()]
    listed = list(articles.values())

    def find(places: list[int], former: Mapping[str, _Mentions], renaming: Renaming) -> list[_Mentions]:
        given = [(listed[place], former.get(keys[place])) for place in places]
        shares = in_shards(partial(_find_share, renaming.after.finder, renaming), given, executor)
        made = (found for share in shares for found in share)
        return [_merged(known, found) for (_, known), found in zip(given, made, strict=True)]

    return dict(zip(articles, of_named(memory, "mentions", concepts, keys, find), strict=True))


def _texts_of(article: Article) -> list[_Text]:
    """Return the passages of an article as (id, language, text)."""
    return [
        (passage.id, passage.block.language or reading.language, passage.block.text)
        for reading in article.readings
        for passage in reading.passages
    ]


def _find_share(
    finder: MentionFinder, renaming: Renaming, share: Sequence[tuple[Article, _Mentions | None]]
) -> list[_Mentions]:
    """Return the mentions in each passage of some articles; of articles known before, in those they may differ in."""
    with uncollected():
        return [
            {
                name: finder.find(text, language)
                for name, language, text in texts
                if known is None or renaming.touches(text, language)
            }
            # Most articles are told by all their texts at once, which costs a third of looking at each.
            if known is None or renaming.may_touch("\n".join(text for _, _, text in texts))
            else {}
            for article, known in share
            for texts in [_texts_of(article)]
        ]


def _merged(known: _Mentions | None, found: _Mentions) -> _Mentions:
    """Return what was *known* with what was *found* anew; what is the same stays the very same."""
    if known is not None and all(known.get(passage, ()) == mentions for passage, mentions in found.items()):
        return known
    return {passage: mentions for passage, mentions in {**(known or {}), **found}.items() if mentions}
