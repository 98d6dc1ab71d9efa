"""Known: whether an article has a record already, so that a list or an address that is added again makes no second one.

In: the records, and what is known of an article that comes without a file. Out: the id of its record. A file is known by its
checksum, an address by its page, a reference by its title with outlet and day. A file at a known address is no matter of this room:
it may be another version of the page, and is named as near.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from diwan.adding.addresses import page_key
from diwan.adding.facts import Facts
from diwan.adding.words import words_key
from diwan.model.record import UNKNOWN, Record
from diwan.model.title import is_supplied

#: Words of a title that tells an article by itself, with its outlet or its day (as among `neighbours`): shorter ones recur.
_TELLING_WORDS = 4


@dataclass
class Known:
    """What is recorded, by what tells an article from others."""

    by_checksum: dict[str, str] = field(default_factory=dict)
    _by_page: dict[str, str] = field(default_factory=dict)
    _by_title: dict[tuple[str, ...], list[Record]] = field(default_factory=lambda: defaultdict(list))

    def put(self, record: Record) -> None:
        """Note a record."""
        if record.source:
            self.by_checksum[record.source.sha256] = record.id
        for url in (record.url, record.archived):
            if is_telling(url):
                self._by_page.setdefault(page_key(url), record.id)
        for title in {
            words for title in record.title.values() if not is_supplied(title) and (words := words_key(title))
        }:
            self._by_title[title].append(record)

    def at(self, url: str) -> str | None:
        """Return the article whose record has this address."""
        return self._by_page.get(page_key(url)) if is_telling(url) else None

    def of(self, facts: Facts, outlet: str) -> str | None:
        """Return the article whose record says of itself what a reference says."""
        if facts.title.basis == UNKNOWN:
            return None
        words = words_key(facts.title.value)
        alike = (
            record for record in self._by_title.get(words, ()) if _fits(record, facts, outlet, len(words))
        )
        return next((record.id for record in alike), None)


def is_telling(url: str) -> bool:
    """Whether an address is that of a page: the front page of a site is that of all its articles."""
    if url == UNKNOWN:
        return False
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return bool(parts.path.strip("/") or parts.query)


def _fits(record: Record, facts: Facts, outlet: str, words: int) -> bool:
    """Whether a record with the same title may be of the same article, so that nothing that both say is different."""
    if is_telling(record.url) and is_telling(facts.url):
        return False  # and not the same, or it would have been known by that
    day, same_outlet = str(record.date), record.outlet == outlet
    same_day = day == facts.date.value
    if words < _TELLING_WORDS:
        return same_outlet and same_day and {name.name for name in record.authors} == set(facts.authors)
    return (same_outlet and UNKNOWN in (day, facts.date.value)) or (
        same_day and (same_outlet or day != UNKNOWN)
    )
