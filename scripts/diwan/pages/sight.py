"""Sight: what the pages of one article may see of an edition, and the checksum by which that is known.

A page of an article, or of its codings, is made from its sight and nothing else: the article, the vocabularies, and of
other articles what it names of them. So where a sight is what it was, the page is, and neither its Markdown nor its HTML
need be made to know. What a page is to show more must be put into its sight; nothing else can be asked for.

Pages of lists and of entities are made from the cards of the articles that stand on them, and from what is counted.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar

from diwan.citations.item import Cataloguer
from diwan.corpus.corpus import Corpus
from diwan.corpus.vocabularies import Entry
from diwan.corpus.yamlfile import Place
from diwan.edition import Edition, Naming, Published
from diwan.library.essaylinks import essay_links, pieces_of
from diwan.library.families import Families
from diwan.library.related import Relations
from diwan.memory import checksum_of
from diwan.model.base import Value
from diwan.model.event import Event
from diwan.model.ledger import Ledger
from diwan.model.pointer import Pointer
from diwan.pages.cards import NAMED, Card, Desk, Sums

V = TypeVar("V", bound=Value)


@dataclass(frozen=True, slots=True)
class Sight:
    """What one page sees."""

    desk: Desk
    published: Published


class Sights:
    """The sights of the articles of one desk; what they share is worked out once.

    Most edits leave alone whatever pages show of other articles. That has one checksum for all of them, so that to know that
    a page sees what it saw takes a look at its own article; only where that fails its sight is made and looked at.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._edition, self._library = desk.site.edition, desk.site.edition.library
        self._last: Sight | None = None

    def of(self, ident: str) -> Sight:
        """Return the sight of an article; whoever asks for it to know its checksum goes on to make the page."""
        last = self._last
        if last is None or last.published.article.id != ident:
            last = self._last = self._of(ident)
        return last

    def _of(self, ident: str) -> Sight:
        published = self._edition.articles[ident]
        filed = self._neighbours(ident)
        named = {
            *(relation.article for relation in self._library.related[ident]),
            *(one for row in filed.values() for one in row),
        }
        cards = {other: _named(self._desk.cards[other]) for other in sorted(named - {ident})}
        cards[ident] = self._desk.cards[ident]
        # All but cards and words of the interface is seen in every language.
        edition, _ = self._desk.common.of(published, "seen", lambda: self._seen(ident, published))
        site = replace(self._frame.site, edition=edition)
        return Sight(replace(self._frame, site=site, cards=cards, filed=filed), published)

    def checksum(self, ident: str) -> str:
        """Return the checksum of all that the page of an article sees."""
        desk, published = self.of(ident).desk, self._edition.articles[ident]
        _, seen = self._desk.common.of(published, "seen", lambda: self._seen(ident, published))
        # Cards are known by their checksums already.
        named = [part for other in desk.cards for part in (other, self._desk.sums_of(other).named)]
        own = self._card_checksums[ident]
        return checksum_of(self._frame_checksum, own, repr(desk.filed), seen, *named)

    def _seen(self, ident: str, published: Published) -> tuple[Edition, str]:
        """Return what the page of an article sees of the edition, and the checksum of what that holds of the article."""
        related, ledger = self._library.related[ident], self._library.corpus.ledger
        linked = {other: self._edition.articles[other] for other in self._links(published)}
        own = Ledger(
            passages={ident: ledger.passages.get(ident, ())}, codings={ident: ledger.codings.get(ident, ())}
        )
        events = self._events.get(ident, {})
        edition = replace(
            self._frame.site.edition,
            articles={**linked, ident: published},
            library=replace(
                self._frame.site.edition.library,
                corpus=replace(self._corpus, ledger=own, events=events),
                mentions={ident: self._library.mentions[ident]},
                related=Relations.of(ident, related),
            ),
        )
        checksum = checksum_of(
            published.article.checksum,
            repr((related, own.codings, [event.value for event in events.values()])),
            *(other.article.checksum for other in linked.values()),
        )
        return edition, checksum

    def glance(self, ident: str) -> str:
        """Return a checksum of an article and of all that any page may see of others: while it stands, the sight does."""
        published = self._edition.articles[ident]
        own = self._desk.common.of(published, "glance", lambda: self._own(ident, published))
        return f"{self._surroundings}{own}"

    def _own(self, ident: str, published: Published) -> str:
        """Return the checksums of an article and of what its pages in every language show that hangs on it."""
        released, events = self._library.corpus.ledger.codings.get(ident, ()), self._events.get(ident)
        told = (
            repr((released, [event.value for event in (events or {}).values()])) if released or events else ""
        )
        # Most articles have none of that.
        linked = [self._edition.articles[other].article.checksum for other in self._links(published)]
        return published.article.checksum + (checksum_of(told, *linked) if told or linked else "")

    @property
    def whole(self) -> Desk:
        """The desk with everything on it."""
        return self._desk

    def desk_of(self, idents: Iterable[str]) -> Desk:
        """Return a desk with the vocabularies and the cards of these articles, in this order, and of no others."""
        return replace(self._frame, cards={ident: self._desk.cards[ident] for ident in idents})

    def checksum_of(self, idents: Iterable[str], *others: object) -> str:
        """Return the checksum of a page that is made from `desk_of` the same articles and from *others*, plain values."""
        return checksum_of(self._frame_checksum, repr(others), *map(self._card_checksums.__getitem__, idents))

    @cached_property
    def plotted(self) -> str:
        """The checksum of all that plots show: what articles are counted by, events, and the texts whose words are compared."""
        desk = self._desk
        families = self._library.families.of
        cards = [(sums.plotted, families[ident]) for ident, sums in self._sums.items()]
        events = [entry.value for entry in self._library.corpus.events.values()]
        compared = [
            (
                theme,
                one.language,
                *(self._edition.articles[ident].article.checksum for side in one.sides for ident in side),
            )
            for theme in self._library.corpus.themes
            for one in desk.contrasts(theme)
        ]
        return checksum_of(self._frame_checksum, repr((cards, events, compared)))

    def glance_at_many(self) -> str:
        """Return `many`: while it stands, so does every page that is made from what it has."""
        return self.many

    @cached_property
    def many(self) -> str:
        """The checksum of all that pages of lists, concepts and plots may show; of words those that are compared there.

        Records, cards and families in the order of lists; which passages name what, and which of those that somebody points
        at may be shown; the vocabularies with essays, events and claims; whatever plots show.
        """
        told = self._desk.common.of_all("told", self._told)
        cards = (sums.whole for sums in self._sums.values())
        return checksum_of(self._frame_checksum, self.plotted, told, *self._sums, *cards)

    def _told(self) -> str:
        """Return the checksum of what pages of many articles show in every language alike."""
        corpus, families = self._library.corpus, self._library.families.of
        told = (
            [entry.texts for entry in corpus.themes.values()],
            [entry.value for entries in (corpus.events, corpus.claims) for entry in entries.values()],
        )
        articles: list[str] = []
        for ident in self._desk.cards:
            published = self._edition.articles[ident]
            articles += (ident, families[ident], self._sums[ident].record, *_openness(published))
        shown = [passage in self._edition.articles[ident].shown for ident, passage in self._pointers()]
        return checksum_of(self._edition.naming.checksum, repr((told, shown)), *articles)

    def _pointers(self) -> Iterator[tuple[str, str]]:
        """Yield the article and the passage of all that essays, events, claims and codings point at."""
        corpus = self._library.corpus
        for theme in corpus.themes.values():
            for text in theme.texts.values():
                for _, link in essay_links(text.text):
                    if link.kind == "article":
                        yield link.id, link.passage
        for pointers in (
            *(pointers for entry in corpus.events.values() for pointers in _pointers_of(entry.value)),
            [voice.at for entry in corpus.claims.values() for voice in entry.value.voices],
        ):
            yield from ((pointer.article, pointer.passage) for pointer in pointers)
        for ident, published in self._edition.articles.items():
            for coding in published.article.record.codings:
                for answer in coding.answers.values():
                    yield from ((ident, pointer.passage) for pointer in answer.evidence)

    @cached_property
    def _card_checksums(self) -> dict[str, str]:
        families = self._library.families.of
        return {ident: f"{sums.whole}{families[ident]}" for ident, sums in self._sums.items()}

    @cached_property
    def _sums(self) -> dict[str, Sums]:
        return {ident: self._desk.sums_of(ident) for ident in self._desk.cards}

    def _links(self, published: Published) -> list[str]:
        """Return the other articles that the page of an article links to, as far as there are such."""
        return sorted({ident for ident in _linked(published) if ident in self._edition.articles})

    @cached_property
    def _surroundings(self) -> str:
        """The checksum of what pages of articles may show of others, and of what decides which of them they show."""
        cards = (sums.named for sums in self._sums.values())
        return checksum_of(self._frame_checksum, self._library.related.checksum, *self._sums, *cards)

    def _neighbours(self, ident: str) -> dict[str, list[str]]:
        """Return the article with those before and after it in its first theme."""
        themes = self._desk.cards[ident]["themes"]
        place = self._places.get(themes[0], {}).get(ident) if themes else None
        if place is None:
            return {}
        return {themes[0]: self._desk.filed[themes[0]][max(place - 1, 0) : place + 2]}

    @cached_property
    def _places(self) -> dict[str, dict[str, int]]:
        return {
            theme: {ident: place for place, ident in enumerate(row)}
            for theme, row in self._desk.filed.items()
        }

    @cached_property
    def _events(self) -> Mapping[str, dict[str, Entry[Event]]]:
        """The events with a pointer at an article, by article."""
        found: dict[str, dict[str, Entry[Event]]] = defaultdict(dict)
        for ident, entry in self._library.corpus.events.items():
            for pointers in _pointers_of(entry.value):
                for pointer in pointers:
                    found[pointer.article][ident] = _bare(entry)
        return found

    @cached_property
    def _corpus(self) -> Corpus:
        """What all pages of articles see of the corpus."""
        corpus = self._library.corpus
        return replace(
            corpus,
            articles={},
            themes={ident: _bare(entry) for ident, entry in corpus.themes.items()},
            outlets={ident: _bare(entry) for ident, entry in corpus.outlets.items()},
            entities={ident: _bare(entry) for ident, entry in corpus.entities.items()},
            events={},
            claims={},
            ledger=Ledger({}),
            corrections={},
        )

    @cached_property
    def _frame(self) -> Desk:
        """What all pages of articles see."""
        none = Families({})
        library = replace(
            self._library, corpus=self._corpus, articles={}, mentions={}, related=Relations({}, none), families=none
        )  # fmt: skip
        edition = replace(self._edition, library=library, articles={}, naming=Naming(library, {}))
        return Desk(
            site=replace(self._desk.site, edition=edition),
            codebook=self._desk.codebook,
            catalogue=Cataloguer(edition),
            cards={},
            filed={},
            common=self._desk.common,
        )

    @cached_property
    def _frame_checksum(self) -> str:
        shared = self._desk.common.of_all("frame", self._told_by_frame)
        return checksum_of(repr(self._desk.site.interface), shared)

    def _told_by_frame(self) -> str:
        """Return the checksum of what all pages of articles see in every language alike."""
        edition, corpus = self._edition, self._corpus
        lists = (corpus.themes, corpus.outlets, corpus.entities)
        values = [[entry.value for entry in entries.values()] for entries in lists]
        crosswalk = corpus.crosswalk and corpus.crosswalk.value
        seen = (edition.kind, edition.imprint, self._desk.codebook, crosswalk, values)
        return checksum_of(repr(seen), repr(tuple(self._library.concepts.values())))


def _bare(entry: Entry[V]) -> Entry[V]:
    """Return a value of a vocabulary without what no page of an article shows: its lines, and the essay of a theme."""
    return Entry(entry.value, Place("", {}), {})


def _pointers_of(event: Event) -> Iterator[Sequence[Pointer]]:
    """Yield what an event points at."""
    yield event.sources
    yield from (other.sources for other in event.disagreements)


def _named(card: Card) -> Card:
    return {key: card[key] for key in NAMED}


def _openness(published: Published) -> tuple[str, str]:
    """Return how many words of an article may be shown, and whether they are at hand."""
    return published.words.value, "whole" if published.whole else ""


def _linked(published: Published) -> Iterator[str]:
    """Yield the other articles that a page links to by its facts and its notes."""
    record = published.article.record
    if record.variant_of:
        yield record.variant_of.article
    for note in record.notes:
        for _, link in pieces_of(note):
            if link and link.kind == "article":
                yield link.id
