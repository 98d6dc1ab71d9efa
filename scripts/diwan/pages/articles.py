"""Article pages: the record as front matter, the readings as numbered passages."""

from collections import Counter
from typing import Any

from diwan.edition import Published
from diwan.library.articles import Reading
from diwan.library.concepts import ConceptKey, ConceptKind
from diwan.model.ledger import GONE
from diwan.model.record import UNKNOWN, Record
from diwan.pages.cards import Card, Desk
from diwan.pages.citing import article_citations
from diwan.pages.codings import codings_address
from diwan.pages.essays import note_pieces
from diwan.pages.events import events_of_article
from diwan.pages.facts import fact_rows
from diwan.pages.page import Page
from diwan.pages.pointing import named, titled
from diwan.pages.readings import parts_of
from diwan.pages.report import report_view
from diwan.pages.sections import Section, Written, html_of_sections, markdown_of_sections, write
from diwan.pages.site import Site
from diwan.pages.stances import passage_label, stance_details, stance_values
from diwan.text.words import count_words

#: Names of people and places shown beside an article: more would be a list, not a glance.
NAMES_MAX = 10
#: Events beside an article; a text that tells the history of fifty years names more, and the chronology has them all.
EVENTS_MAX = 8
#: Words; what is shorter leaves room below it, and related articles then stand there, not in the side column.
SHORT_MAX = 260


def article_page(desk: Desk, published: Published) -> Page:
    """Return the page of an article; of a withdrawn one, only that it was here."""
    site, record = desk.site, published.article.record
    path = site.article_path(record.id)
    card = desk.cards[record.id]
    withdrawn = published.withdrawn
    view = _withdrawn_view(site, record, card) if withdrawn else _view(desk, published)
    sections = () if withdrawn else _sections(desk, published)
    return Page(
        path=path,
        title=str(card["text"]),
        description=str(card["summary"]) or str(card["text"]),
        template="article.html",
        interface=site.interface,
        meta={
            "outlet": site.edition.library.corpus.outlets[record.outlet].value.name.get("en", record.outlet),
            "date": record.date,
            "language": record.language,
            "kind": record.kind.value,
            "stance": {} if withdrawn else stance_values(record, desk.codebook),
            "themes": list(record.themes),
            "access": record.access.value,
            "view": view,
        },
        body=markdown_of_sections(sections),
        html=html_of_sections(sections),
    )


def _view(desk: Desk, published: Published) -> dict[str, Any]:
    site, record = desk.site, published.article.record
    outlet = site.edition.library.corpus.outlets[record.outlet].value
    return {
        "card": _title_of(desk.cards[record.id]),
        "outlet": site.concept_link(ConceptKey(ConceptKind.OUTLET, record.outlet)),
        "country": site.interface.country(outlet.country),
        "run_by": site.interface.spoken(outlet.run_by),
        "authors": [{"name": author.name, "latin": author.latin or ""} for author in record.authors],
        "date": site.interface.date(record.date),
        "date_basis": site.interface.say(f"basis.{record.basis.date.how}"),
        "date_detail": record.basis.date.detail or "",
        "language": site.interface.language_label(record.language),
        "kind": site.interface.say(f"kind.{record.kind}"),
        "original": "" if record.url == UNKNOWN else record.url,
        "opening": record.read == "opening",
        "withheld": published.withheld,
        "ai_notice": record.ai_notice or "",
        "summary": _summary(desk, published),
        "stances": stance_details(site, published, desk.codebook),
        "codings": codings_address(desk, published),
        "gone": _gone(site, record.id),
        "themes": [site.concept_link(ConceptKey(ConceptKind.THEME, theme)) for theme in record.themes],
        **_events(desk, record.id),
        "names": [
            site.concept_link(key)
            for key in desk.common.of(published, "names", lambda: _named(site, published))
        ],
        "related": _related(desk, record.id),
        "short": desk.common.of(published, "short", lambda: _is_short(published)),
        **_neighbours(desk, record.id),
        "notes": [note_pieces(site, note) for note in record.notes],
        "facts": fact_rows(site, published),
        "report": report_view(site, published),
        **article_citations(desk, published),
    }


def _withdrawn_view(site: Site, record: Record, card: Card) -> dict[str, Any]:
    found = record.withdrawn
    return {
        "card": _title_of(card),
        "withdrawn": site.interface.say("article.withdrawn"),
        "withdrawn_on": site.interface.date(found.date) if found else "",
        "withdrawn_why": site.interface.text(found.why) if found else "",
    }


def _gone(site: Site, ident: str) -> list[dict[str, str]]:
    """Return the passages that were released and taken out on purpose, so that links to them lead to a sign."""
    released = site.edition.library.corpus.ledger.passages.get(ident, ())
    return [
        {"id": passage.id, "label": passage_label(site, passage.id)}
        for passage in released
        if passage.state == GONE
    ]


def _title_of(card: Card) -> dict[str, Any]:
    return {key: card[key] for key in ("text", "lang", "dir", "gloss", "gloss_lang", "gloss_dir", "supplied")}


def _events(desk: Desk, ident: str) -> dict[str, Any]:
    events = events_of_article(desk, ident)
    return {"events": events[:EVENTS_MAX], "more_events": max(0, len(events) - EVENTS_MAX)}


def _is_short(published: Published) -> bool:
    """Whether there are fewer words to read than SHORT_MAX; a long text is not counted to its end."""
    left = SHORT_MAX
    for reading in published.readings:
        for passage in reading.passages:
            left -= count_words(passage.block.text)
            if left <= 0:
                return False
    return True


def _named(site: Site, published: Published) -> list[ConceptKey]:
    """Return the people, places and bodies most often named in what the page shows."""
    mentions = site.edition.library.mentions[published.article.id]
    counts: Counter[ConceptKey] = Counter()
    for one, times in mentions.counted(published.shown):
        if one.concept.kind is ConceptKind.ENTITY:
            counts[one.concept] += times
    return sorted(counts, key=lambda key: (-counts[key], key))[:NAMES_MAX]


def _related(desk: Desk, ident: str) -> list[dict[str, Any]]:
    site, related = desk.site, []
    for relation in site.edition.library.related[ident]:
        card = desk.cards[relation.article]
        shared = site.interface.say("list.comma").join(
            site.concept_link(key)["label"] for key in relation.shared
        )
        why = (
            site.interface.say("related.version")
            if relation.version
            else site.interface.say("related.shared", names=shared)
        )
        related.append({**named(card), "why": why})
    return related


def _neighbours(desk: Desk, ident: str) -> dict[str, Any]:
    """Return the articles before and after this one in time, within its first theme."""
    themes = desk.cards[ident]["themes"]
    row = desk.filed.get(themes[0], []) if themes else []  # as much of it as the page sees
    if ident not in row:
        return {"later": {}, "earlier": {}}
    place = row.index(ident)
    found = {
        "later": row[place - 1] if place else "",
        "earlier": row[place + 1] if place + 1 < len(row) else "",
    }
    return {way: titled(desk.cards[other]) if other else {} for way, other in found.items()}


def _sections(desk: Desk, published: Published) -> tuple[Section, ...]:
    """Return what there is to read: the text, then digests, those in the reader's language first.

    Each says what it is and in which language: where there are several, and a digest that is not in the reader's.
    """
    own = desk.site.interface.language
    digests = sorted(published.article.digests.values(), key=lambda reading: reading.language != own)
    readings = [("text", published.text)] if published.text else []
    readings += [("digest", digest) for digest in digests]
    alone = len(readings) == 1
    return tuple(
        Section(
            kind=kind,
            language=reading.language,
            label=_label(desk, kind, reading)
            if not alone or (kind == "digest" and reading.language != own)
            else "",
            label_language=own,
            alone=alone,
            written=_written(desk, published, kind, reading, depth=2 if alone else 3),
        )
        for kind, reading in readings
    )


def _summary(desk: Desk, published: Published) -> str:
    """Return our summary in the reader's language, or nothing where there is more to read in it than that."""
    own = desk.site.interface.language
    if any(reading.language == own for reading in published.readings):
        return ""
    return published.article.record.summary.get(own, "")


def _label(desk: Desk, kind: str, reading: Reading) -> str:
    interface = desk.site.interface
    return interface.say(f"reading.{kind}", language=interface.language_label(reading.language))


def _written(desk: Desk, published: Published, kind: str, reading: Reading, *, depth: int) -> Written:
    site, title = desk.site, str(desk.cards[published.article.id]["text"])
    mentions, links = site.edition.library.mentions[published.article.id], site.links_from("articles")

    def make() -> Written:
        parts = parts_of(reading, mentions, links, depth=depth, title=title)
        return write(parts, links, site.addresses_from("articles"))

    return desk.common.of(published, f"{kind} {reading.language} {depth} {title}", make)
