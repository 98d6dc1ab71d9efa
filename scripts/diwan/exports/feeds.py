"""Feeds of new and recoded articles: Atom (RFC 4287) and JSON Feed 1.1, in each language of the interface.

The day an article entered is that of its first coding, the day it changed that of its last; an article that nobody has
coded has neither and does not appear. Summaries are ours.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from diwan.citations.item import Cataloguer, Item
from diwan.edition import Edition, Published
from diwan.files import write_page
from diwan.text.languages import INTERFACE_LANGUAGES, prefix_of

ATOM = "http://www.w3.org/2005/Atom"
#: Entries; readers ask for a feed often and want what is new.
NEWEST = 50
#: What a feed says of an article that was coded again, and of one that was not.
CHANGES = {
    "recoded": {"en": "Recoded", "ar": "أعيد ترميزه"},
    "new": {"en": "New", "ar": "جديد"},
}
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Entry:
    """An article in a feed: its days are ISO 8601."""

    item: Item
    summaries: dict[str, str]
    entered: str
    changed: str

    @property
    def change(self) -> str:
        """`new` or `recoded`."""
        return "recoded" if self.changed > self.entered else "new"

    def summary(self, language: str) -> str:
        """Return our summary for a reader of *language*."""
        return " ".join((self.summaries.get(language) or self.summaries.get("en", "")).split())


def days_of(edition: Edition, published: Published) -> tuple[str, str] | None:
    """Return the days on which an article was first and last coded, released answers included, or None."""
    released = edition.library.corpus.ledger.codings.get(published.article.id, ())
    days = {coding.date for coding in published.article.record.codings} | {answer.date for answer in released}
    return (min(days), max(days)) if days else None


def entries_of(catalogue: Cataloguer) -> list[Entry]:
    """Return the newest entries, those that changed last first."""
    dated = [
        (days[1], ident, days)
        for ident, published in catalogue.edition.articles.items()
        if not published.withdrawn and (days := days_of(catalogue.edition, published))
    ]
    chosen = sorted(dated, key=lambda found: found[1])
    chosen = sorted(chosen, key=lambda found: found[0], reverse=True)[:NEWEST]
    articles = catalogue.edition.articles
    return [
        Entry(catalogue.item(articles[ident]), articles[ident].article.record.summary, *days)
        for _, ident, days in chosen
    ]


def write_feeds(catalogue: Cataloguer, folder: Path) -> None:
    """Write `feed.xml`, `feed.json` and their counterparts in other languages."""
    entries = entries_of(catalogue)
    for language in INTERFACE_LANGUAGES:
        part = "" if language == INTERFACE_LANGUAGES[0] else f".{language}"
        write_page(folder / f"feed{part}.xml", _atom(catalogue, entries, language, f"data/feed{part}.xml"))
        feed = _json(catalogue, entries, language, f"data/feed{part}.json")
        write_page(folder / f"feed{part}.json", json.dumps(feed, ensure_ascii=False, indent=0) + "\n")


def _time(day: str) -> str:
    return f"{day or '1970-01-01'}T00:00:00Z"


def _atom(catalogue: Cataloguer, entries: Iterable[Entry], language: str, path: str) -> str:
    url, about = catalogue.edition.imprint.url, catalogue.crosswalk.corpus
    entries = list(entries)
    feed = ET.Element("feed", {"xmlns": ATOM, "xml:lang": language})
    _add(feed, "id", url(path))
    _add(feed, "title", about.name[language])
    _add(feed, "subtitle", about.description[language])
    _add(feed, "updated", _time(entries[0].changed if entries else catalogue.edition.imprint.date))
    ET.SubElement(feed, "link", {"rel": "self", "type": "application/atom+xml", "href": url(path)})
    ET.SubElement(feed, "link", {"rel": "alternate", "type": "text/html", "href": url(prefix_of(language))})
    _add(ET.SubElement(feed, "author"), "name", about.author[language])
    _add(feed, "rights", about.licence)
    for entry in entries:
        _atom_entry(ET.SubElement(feed, "entry"), entry, url(prefix_of(language) + entry.item.path), language)
    ET.indent(feed, "")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(feed, encoding="unicode")}\n'


def _atom_entry(element: ET.Element, entry: Entry, address: str, language: str) -> None:
    _add(element, "id", address)
    _add(element, "title", entry.item.title, entry.item.title_language)
    _add(element, "published", _time(entry.entered))
    _add(element, "updated", _time(entry.changed))
    ET.SubElement(element, "link", {"rel": "alternate", "type": "text/html", "href": address})
    _add(element, "summary", entry.summary(language))
    change = {"term": entry.change, "label": CHANGES[entry.change][language]}
    ET.SubElement(element, "category", change)
    for theme in entry.item.keywords:
        ET.SubElement(element, "category", {"term": _clean(theme)})


def _add(parent: ET.Element, tag: str, text: str, language: str = "") -> None:
    ET.SubElement(parent, tag, {"xml:lang": language} if language else {}).text = _clean(text)


def _clean(text: str) -> str:
    """Return *text* with what XML cannot hold made a sign that something was there."""
    return _FORBIDDEN.sub("\ufffd", text)


def _json(catalogue: Cataloguer, entries: Iterable[Entry], language: str, path: str) -> dict[str, Any]:
    url, about = catalogue.edition.imprint.url, catalogue.crosswalk.corpus
    return {
        "version": "https://jsonfeed.org/version/1.1",
        "title": about.name[language],
        "description": about.description[language],
        "home_page_url": url(prefix_of(language)),
        "feed_url": url(path),
        "language": language,
        "authors": [{"name": about.author[language]}],
        "items": [
            {
                "id": (address := url(prefix_of(language) + entry.item.path)),
                "url": address,
                "external_url": entry.item.url,
                "title": entry.item.title,
                "summary": entry.summary(language),
                "content_text": entry.summary(language),
                "date_published": _time(entry.entered),
                "date_modified": _time(entry.changed),
                "tags": [CHANGES[entry.change][language], *entry.item.keywords],
            }
            for entry in entries
        ],
    }
