"""Portions: the open data of some neighbouring articles, remembered as long as these articles are what they were.

Files that hold something of all articles are joined of portions, so that an edit costs one of them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from diwan.edition import Edition
from diwan.memory import checksum_of, grouped
from diwan.packed import Packed


@dataclass(frozen=True, slots=True)
class Entry:
    """An article in every format of bibliographies, as text."""

    id: str
    csl: str
    ris: str
    bibtex: str
    #: Formatted citations by language and style.
    cited: Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Portion:
    """What the open data say of some articles."""

    #: The rows of every table that has rows of one article each, as they stand in the file of this name.
    rows: Mapping[str, Packed[str]]
    #: The articles as entries of bibliographies, and by their ids the checksum of each.
    entries: Packed[tuple[Entry, ...]]
    cited: Mapping[str, str]
    #: The annotations as JSON, and how many they are.
    annotations: Packed[tuple[str, ...]]
    annotated: int


def editions_of_groups(edition: Edition) -> list[Edition]:
    """Return *edition* as several, each with some of its articles, in the order of ids."""
    idents = sorted(edition.articles)
    return [
        replace(
            edition, articles={ident: edition.articles[ident] for ident in idents[group.start : group.stop]}
        )
        for group in grouped(idents) or [range(0)]
    ]


def keys_of(groups: Sequence[Edition]) -> list[str]:
    """Return for each group of articles the checksum of everything that a portion is made of.

    That is what all articles share, vocabularies, codebook, crosswalk and imprint; and of each article what it was joined
    from, and its released answers. Mentions follow from these.
    """
    edition = groups[0]
    corpus, released = edition.library.corpus, edition.library.corpus.ledger.codings
    lists = (corpus.themes, corpus.outlets, corpus.entities)
    values = [[entry.value for entry in entries.values()] for entries in lists]
    books = [entry and entry.value for entry in (corpus.codebook, corpus.crosswalk)]
    concepts = tuple(edition.library.concepts.values())
    shared = checksum_of(repr((edition.kind, edition.imprint, values, books, concepts)))
    return [
        checksum_of(
            shared,
            *(published.article.checksum for published in group.articles.values()),
            repr([released.get(ident, ()) for ident in group.articles]),
        )
        for group in groups
    ]
