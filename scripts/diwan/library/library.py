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
from diwan.library.mentioned import Mentions, mentions_of
from diwan.library.mentions import MentionFinder
from diwan.library.related import Relation, Relations
from diwan.library.renaming import Named, Passage, Renaming, of_named, words_in
from diwan.memory import Memory
from diwan.model.record import Record
from diwan.shards import joined_shards


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """Everything known, whether it may be published or not. Only the gate lets any of it out."""

    corpus: Corpus
    articles: Mapping[str, Article]
    concepts: Mapping[ConceptKey, Concept]
    mentions: Mapping[str, Mentions]
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
    families = families_of(articles, memory)
    having = {
        ident: memory.of_inputs(
            "having", ident, (mentions[ident], article.record), partial(_had, mentions[ident], article.record)
        )
        for ident, article in articles.items()
    }
    return Library(
        corpus=corpus,
        articles=articles,
        concepts=concepts,
        mentions=mentions,
        related=Relations(having, families),
        families=families,
    )


def _had(mentions: Mentions, record: Record) -> tuple[ConceptKey, ...]:
    """Return the concepts an article names or is filed under, each once."""
    themes = (ConceptKey(ConceptKind.THEME, theme) for theme in record.themes)
    return tuple(dict.fromkeys((*mentions.concepts, *themes)))


def _find_mentions(
    concepts: tuple[Concept, ...],
    articles: Mapping[str, Article],
    memory: Memory,
    executor: Executor | None,
) -> dict[str, Mentions]:
    """Return the mentions in every article by passage; looked for anew where a text changed or a name that is in it."""
    keys = [article.checksum for article in articles.values()]
    listed = list(articles.values())

    def find(places: list[int], former: Mapping[str, Named], renaming: Renaming) -> list[Named]:
        known = [former.get(keys[place]) for place in places]
        stale = [
            number
            for number, before in enumerate(known)
            if before is None or renaming.may_touch_words(before.words)
        ]
        given = [(listed[places[number]], known[number]) for number in stale]
        found = joined_shards(partial(_find_share, renaming.after.finder, renaming), given, executor)
        made = dict(zip(stale, found, strict=True))
        return [_known_or(made.get(number), before) for number, before in enumerate(known)]

    found = of_named(memory, "mentions", concepts, keys, find)
    return {ident: named.mentions for ident, named in zip(articles, found, strict=True)}


def _texts_of(article: Article) -> list[Passage]:
    """Return the passages of an article as (id, language, text)."""
    return [
        (passage.id, passage.block.language or reading.language, passage.block.text)
        for reading in article.readings
        for passage in reading.passages
    ]


def _find_share(
    finder: MentionFinder, renaming: Renaming, share: Sequence[tuple[Article, Named | None]]
) -> list[Named | None]:
    """Return the mentions in some articles; None for those in which they are those that were known before."""
    with uncollected():
        return [_found_in(_texts_of(article), known, finder, renaming) for article, known in share]


def _found_in(
    texts: list[Passage], known: Named | None, finder: MentionFinder, renaming: Renaming
) -> Named | None:
    if known is None:
        found = {name: finder.find(text, language) for name, language, text in texts}
        return Named(mentions_of(found), words_in(text for _, _, text in texts))
    anew, before = renaming.find_anew(texts), known.mentions
    if all(before.get(name, ()) == here for name, here in anew.items()):
        return None
    return Named(
        mentions_of({name: anew.get(name, before.get(name, ())) for name, _, _ in texts}), known.words
    )


def _known_or(found: Named | None, known: Named | None) -> Named:
    """Return what was *found*; what is the same stays the very same."""
    whole = found or known
    assert whole is not None  # noqa: S101  # what was not known was looked for
    return whole
