"""Cards: what lists show of an article. Made once for each language of the interface, used on many pages."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any, NamedTuple

from diwan.citations.item import Cataloguer
from diwan.edition import Edition, Published
from diwan.library.agreement import readings_of
from diwan.library.concepts import ConceptKey, ConceptKind
from diwan.library.keyness import Compared
from diwan.memory import Memory, checksum_of
from diwan.model.coding import Codebook, Support
from diwan.model.record import Access
from diwan.pages.common import Common
from diwan.pages.interface import Interface
from diwan.pages.page import address
from diwan.pages.site import Site
from diwan.pages.stances import stance_badges
from diwan.pages.units import Unit
from diwan.plots.plot import Figure
from diwan.text.edtf import parse_edtf
from diwan.text.languages import direction

Card = dict[str, Any]
#: Fields that only tell of an article: nothing is counted by them, and no plot says them.
TELLING = ("summary", "summary_lang", "summary_dir")
#: What the page of one article names of the card of another.
NAMED = ("url", "text", "lang", "dir", "outlet", "date")


class Sums(NamedTuple):
    """Checksums of a card without its family: of the whole, of what plots count by or say, of what other pages name.

    And of the record that it tells of, which is more than any card has.
    """

    whole: str
    plotted: str
    named: str
    record: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What the pages of one interface language are written from."""

    site: Site
    codebook: Codebook
    catalogue: Cataloguer
    #: The card of every article by id, newest first, the undated last.
    cards: Mapping[str, Card]
    #: The ids of the articles filed under each theme, newest first.
    filed: Mapping[str, list[str]]
    common: Common
    #: The family of each article of which there are other versions; None where only cards tell.
    versions: Mapping[str, str] | None = None
    #: The checksums of cards, where they are known.
    sums: Mapping[str, Sums] = field(default_factory=dict)
    #: What plots count.
    unit: Unit = Unit.ARTICLES
    #: The plots of this language, by name; none until `with_figures` plans them.
    figures: Callable[[str], Figure | None] = lambda _: None
    #: The two sides of a theme compared by their words, language by language; nothing until `with_contrasts`.
    contrasts: Callable[[str], tuple[Compared, ...]] = lambda _: ()

    def sums_of(self, ident: str) -> Sums:
        """Return the checksums of the card of an article."""
        known = self.sums.get(ident)
        return known or _sums(self.cards[ident], self.site.edition.articles[ident])

    def count(self, cards: Collection[Card]) -> int:
        """Return how many articles or independent texts *cards* are."""
        return len(cards) if self.unit is Unit.ARTICLES else len({card["family"] for card in cards})

    def texts(self, articles: Collection[str]) -> int:
        """Return how many independent texts *articles* (ids, each once) are."""
        if self.versions is None:
            return len({self.cards[ident]["family"] for ident in articles})
        # Few articles have versions, and thousands are counted for each of hundreds of names.
        several = self.versions.keys() & articles
        return len(articles) - len(several) + len({self.versions[ident] for ident in several})

    def told(self, cards: Collection[Card]) -> str:
        """Return the count of *cards* in figures; of texts, with the number of articles where that differs."""
        count = self.count(cards)
        return (
            str(count)
            if count == len(cards)
            else self.site.interface.say("plot.versions", count=count, articles=len(cards))
        )


def set_desk(
    edition: Edition,
    interface: Interface,
    codebook: Codebook,
    memory: Memory | None = None,
    common: Common | None = None,
) -> Desk:
    """Return the desk for *interface*; cards that *memory* has of the same articles are those of before.

    Desks of one edition may share what the pages of an article have in *common*.
    """
    site = Site(edition, interface)
    made, sums = _cards(site, codebook, memory or Memory())
    families, common = edition.library.families, common or Common()
    order = common.of_all("order", partial(newest_first, edition))
    cards = {ident: {**made[ident], "family": families.of[ident]} for ident in order}
    filed: dict[str, list[str]] = {theme: [] for theme in edition.library.corpus.themes}
    for ident, card in cards.items():
        for theme in card["themes"]:
            filed[theme].append(ident)
    return Desk(
        site=site,
        codebook=codebook,
        catalogue=Cataloguer(edition),
        cards=cards,
        filed=filed,
        common=common,
        versions={ident: root for root, idents in families.members.items() for ident in idents},
        sums=sums,
    )


def _cards(site: Site, codebook: Codebook, memory: Memory) -> tuple[dict[str, Card], dict[str, Sums]]:
    """Return the card of each article, before it is known which are versions of one text; and checksums that are known."""
    articles, outlets = site.edition.articles, site.edition.library.corpus.outlets
    kind, idents = f"cards-{site.interface.language}", sorted(articles)
    if memory.lasting:
        cards = {
            ident: memory.of_inputs(
                kind,
                ident,
                (articles[ident].article, outlets[articles[ident].article.record.outlet].value, codebook),
                partial(_card, site, articles[ident], codebook),
            )
            for ident in idents
        }
        return cards, {}
    shared = checksum_of(repr((codebook, [entry.value for entry in outlets.values()])))
    keys = [checksum_of(shared, articles[ident].article.checksum) for ident in idents]

    def make(places: list[int]) -> list[tuple[Card, Sums]]:
        given = [articles[idents[place]] for place in places]
        return [
            (card, _sums(card, published))
            for published in given
            for card in [_card(site, published, codebook)]
        ]

    made = memory.of_neighbours(kind, idents, keys, make)
    found = dict(zip(idents, made, strict=True))
    return {ident: card for ident, (card, _) in found.items()}, {
        ident: sums for ident, (_, sums) in found.items()
    }


def _sums(card: Card, published: Published) -> Sums:
    fields = [pair for pair in card.items() if pair[0] != "family"]
    plotted = [pair for pair in fields if pair[0] not in TELLING]
    named = [card["themes"], *(card[key] for key in NAMED)]
    record = published.article.record
    parts = (*map(repr, (fields, (plotted, record.date), named)), record.model_dump_json())
    return Sums(*map(checksum_of, parts))


def newest_first(edition: Edition) -> list[str]:
    """Return the ids of all articles by the latest day they may be of, newest first; the undated stand last."""

    def key(ident: str) -> tuple[bool, int, str]:
        span = parse_edtf(edition.articles[ident].article.record.date)
        return (not span.known, -span.sort_key[1].toordinal(), ident)

    return sorted(edition.articles, key=key)


def _card(site: Site, published: Published, codebook: Codebook) -> Card:
    record = published.article.record
    outlet = site.edition.library.concepts[ConceptKey(ConceptKind.OUTLET, record.outlet)]
    span = parse_edtf(record.date)
    summary, summary_language = site.interface.pick(record.summary)
    withdrawn = record.access is Access.WITHDRAWN
    stances = [] if withdrawn else stance_badges(site, record, codebook)
    country = site.edition.library.corpus.outlets[record.outlet].value.country
    return {
        "id": record.id,
        "url": address(site.article_path(record.id)),
        **site.title(published),
        "outlet": outlet.label(site.interface.language),
        "outlet_id": record.outlet,
        "country": site.interface.country(country),
        "country_id": country,
        "date": site.interface.date(record.date),
        "sort": span.sort_key[1].isoformat() if span.known else "",
        "year": span.sort_key[0].year if span.known else None,
        "language": site.interface.language_label(record.language),
        "language_id": record.language,
        "kind": site.interface.say(f"kind.{record.kind}"),
        "kind_id": record.kind.value,
        "themes": list(record.themes),
        "summary": "" if withdrawn else summary,
        "summary_lang": summary_language,
        "summary_dir": direction(summary_language),
        "opening": record.read == "opening",
        "stances": stances,
        # A matter of all articles together, not of this one: filled in when all are known.
        "family": "",
        "single": len(readings_of(published.article, codebook)) == 1,
        "differing": [stance["question_label"] for stance in stances if stance["support"] == Support.DIFFER],
    }
