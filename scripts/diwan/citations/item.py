"""An article as an item of a bibliography: the facts of its record that citations carry, in one place.

In: an article as an edition may show it. Out: the fields that `corpus/fields.yml` names under `citation`. Every format
(CSL-JSON, RIS, BibTeX, the head of the page, formatted citations) is written from this value.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from diwan.citations.names import Name, name_of
from diwan.edition import Edition, Published
from diwan.model.crosswalk import Crosswalk, Genre
from diwan.model.record import UNKNOWN
from diwan.model.title import is_supplied, title_language
from diwan.text.edtf import Point, Span, parse_edtf


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One article. Texts are empty and lists short where nothing is known."""

    id: str
    genre: Genre
    kind: str
    title: str
    title_language: str
    #: Whether the title is ours, in square brackets.
    supplied: bool
    #: Our English translation of the title.
    translation: str
    translations: Mapping[str, str]
    authors: tuple[Name, ...]
    authors_latin: tuple[Name, ...]
    #: Names of the outlet by language, and the one in the language of the article.
    outlets: Mapping[str, str]
    outlet: str
    span: Span
    #: The part of the date that is sure to hold: a day, month or year, or nothing.
    date: Point | None
    language: str
    url: str
    archived: str
    rights: str
    keywords: tuple[str, ...]
    abstract: str
    #: The address of the article's page, below the root and in full.
    path: str
    page: str
    note: str

    @property
    def publisher(self) -> str:
        """The outlet, for formats that ask for one."""
        return self.outlet


def common_point(span: Span) -> Point | None:
    """Return the day, month or year that both ends of *span* share."""
    start, end = span.start, span.end
    if start is None or end is None or start.year != end.year:
        return None
    month = start.month if start.month == end.month else None
    day = start.day if month and start.day == end.day else None
    return Point(start.year, month, day, "~" if span.doubtful else "")


class Cataloguer:
    """Makes items of the articles of one edition; what they share is worked out once."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.corpus = edition.library.corpus

    @cached_property
    def crosswalk(self) -> Crosswalk:
        """The crosswalk of the corpus, which was judged to be there before an edition was opened."""
        entry = self.corpus.crosswalk
        assert entry is not None  # noqa: S101  # its absence is a problem, and nothing is written then
        return entry.value

    @cached_property
    def bodies(self) -> frozenset[str]:
        """The names of outlets and organisations, and the ids of the latter: who signs so is no person."""
        entities = [
            e.value for e in self.corpus.entities.values() if e.value.type in ("organisation", "state")
        ]
        return frozenset(
            [name for outlet in self.corpus.outlets.values() for name in outlet.value.name.values()]
            + [names.label for entity in entities for names in entity.names.values()]
            + [entity.id for entity in entities]
        )

    def item(self, published: Published) -> Item:
        """Return an article as an item."""
        record = published.article.record
        outlet = self.corpus.outlets[record.outlet].value
        language = title_language(record)
        others = {tag: text for tag, text in record.title.items() if tag != language}
        path = f"articles/{record.id}/"
        page = self.edition.imprint.url(path)
        return Item(
            id=record.id,
            genre=self.crosswalk.genre_of(outlet.kind),
            kind=record.kind.value,
            title=" ".join(record.title[language].split()),
            title_language=language,
            supplied=is_supplied(record.title[language]),
            translation=" ".join(others.get("en", "").split()),
            translations=others,
            authors=tuple(name_of(author, self.bodies) for author in record.authors),
            authors_latin=tuple(name_of(author, self.bodies, latin=True) for author in record.authors),
            outlets=outlet.name,
            outlet=_in(outlet.name, record.language),
            span=(span := parse_edtf(record.date)),
            date=common_point(span),
            language=record.language,
            url=page if record.url == UNKNOWN else record.url,
            archived="" if record.archived == UNKNOWN else record.archived,
            rights=record.rights.uri,
            keywords=tuple(
                self.corpus.themes[t].value.names["en"].label
                if "en" in self.corpus.themes[t].value.names
                else t
                for t in record.themes
            ),
            abstract=" ".join(record.summary.get("en", "").split()),
            path=path,
            page=page,
            note=self._note(published, page),
        )

    def items(self) -> list[Item]:
        """Return every article that has not been withdrawn, in the order of ids."""
        shown = sorted(self.edition.articles.items())
        return [self.item(published) for _, published in shown if not published.withdrawn]

    def _note(self, published: Published, page: str) -> str:
        imprint, origin = self.edition.imprint, published.article.record.origin
        edition = f", edition {imprint.name}" if imprint.name else ""
        note = f"{self.crosswalk.corpus.name['en']}{edition}: {page}"
        if origin and origin.outlet != published.article.record.outlet:
            note = f"First published by {_in(self.corpus.outlets[origin.outlet].value.name, 'en')}. {note}"
        return note


def _in(names: Mapping[str, str], language: str) -> str:
    """Return the name in *language*, in English, or the first there is."""
    return names.get(language) or names.get("en") or next(iter(names.values()))
