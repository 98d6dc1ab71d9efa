"""The chronology: every dated event the articles refer to, with who speaks of it and where they disagree."""

from typing import Any

from diwan.library.concepts import ConceptKey, ConceptKind
from diwan.model.event import Event
from diwan.pages.cards import Desk
from diwan.pages.counts import has_versions, number
from diwan.pages.drawn import figure
from diwan.pages.page import Page
from diwan.pages.pointing import pointed
from diwan.text.edtf import parse_edtf
from diwan.text.languages import direction


def events_page(desk: Desk) -> Page:
    """Return the chronology, oldest first."""
    say = desk.site.interface.say
    path = f"{desk.site.interface.prefix}events.md"
    events = [event_view(desk, event) for event in events_in_order(desk)]
    return Page(
        path=path,
        title=say("events.title"),
        description=say("events.lead", count=len(events)),
        template="events.html",
        interface=desk.site.interface,
        meta={
            "view": {
                "events": events,
                "figure": figure(desk, "chronology", path),
                "switch": has_versions(desk, desk.cards),
            }
        },
    )


def events_in_order(desk: Desk) -> list[Event]:
    """Return all events by their date, oldest first, the undated last."""
    events = [entry.value for entry in desk.site.edition.library.corpus.events.values()]
    return sorted(events, key=lambda event: (parse_edtf(event.date).sort_key, event.id))


def event_view(desk: Desk, event: Event) -> dict[str, Any]:
    """Return what the chronology shows of an event."""
    site = desk.site
    title, title_language = site.interface.pick(event.title)
    text, text_language = site.interface.pick(event.text)
    entities = [
        ConceptKey(ConceptKind.ENTITY, ident) for ident in dict.fromkeys((*event.actors, *event.places))
    ]
    span = parse_edtf(event.date)
    return {
        "id": event.id,
        "date": site.interface.date(event.date),
        "year": span.sort_key[0].year if span.known else "",
        "title": title,
        "title_lang": title_language,
        "title_dir": direction(title_language),
        "text": text,
        "text_lang": text_language,
        "text_dir": direction(text_language),
        "names": [site.concept_link(key) for key in entities],
        "themes": [site.concept_link(ConceptKey(ConceptKind.THEME, theme)) for theme in event.themes],
        "theme_ids": list(event.themes),
        "sources": pointed(desk, event.sources),
        "number": number(desk, {pointer.article for pointer in event.sources}),
        "disagreements": [
            {"account": other.account, "sources": pointed(desk, other.sources)}
            for other in event.disagreements
        ],
    }


def events_of_article(desk: Desk, ident: str) -> list[dict[str, str]]:
    """Return the events that an article speaks of: those with a pointer at one of its passages, oldest first."""
    base = f"{desk.site.interface.prefix}events/"
    found = []
    for event in events_in_order(desk):
        pointers = [*event.sources, *(pointer for other in event.disagreements for pointer in other.sources)]
        if any(pointer.article == ident for pointer in pointers):
            title = desk.site.interface.text(event.title)
            found.append(
                {"label": title, "date": desk.site.interface.date(event.date), "url": f"{base}#{event.id}"}
            )
    return found
