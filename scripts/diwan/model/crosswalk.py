"""The crosswalk: how the fields of a record are called elsewhere, and what every file of the open data holds."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from diwan.model.base import Id, Line, Multilingual, Url, Value

#: A column of a table is named like a variable, so that any program can read it.
Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
Format = Literal["csv", "jsonl"]
ColumnType = Literal["string", "integer", "boolean", "date", "year", "list"]

#: The tables that Diwan can write, and the facts that citations can carry.
TableId = Literal[
    "articles", "codings", "evidence", "history", "events", "event_sources", "claims", "voices", "outlets", "themes",
    "entities", "names", "mentions",
]  # fmt: skip
Fact = Literal[
    "genre", "id", "authors", "title", "translation", "outlet", "publisher", "date", "language", "url", "archived",
    "rights", "keywords", "abstract", "note",
]  # fmt: skip


def _several(value: object) -> object:
    return [value] if isinstance(value, str) else value


#: One name or several, for formats that write a fact twice.
Terms = Annotated[tuple[Line, ...], BeforeValidator(_several)]


class About(Value):
    """The corpus as a publication: what citations of its pages and descriptions of its data say."""

    name: Multilingual
    author: Multilingual
    #: What readers are told first, on the home page.
    lead: Multilingual
    #: What catalogues of data are told.
    description: Multilingual
    licence: Line
    licence_url: Url
    keywords: tuple[Line, ...] = ()


class Genre(Value):
    """What articles of some kinds of outlets are called in other vocabularies."""

    outlets: Annotated[tuple[Id, ...], Field(min_length=1)]
    csl: Line
    ris: Line
    bibtex: Line
    zotero: Line
    schema_org: Line
    #: The field of BibTeX that names the outlet.
    bibtex_outlet: Line = "journal"
    #: More precise terms of schema.org, by kind of article.
    kinds: dict[Id, Line] = {}


class Property(Value):
    """A fact that citations carry, and its name in each format; without a name there the format leaves it out."""

    field: Fact
    about: Multilingual
    csl: Line | None = None
    ris: Terms = ()
    bibtex: Terms = ()
    highwire: Line | None = None
    dublin_core: Terms = ()
    open_graph: Line | None = None
    schema_org: Line | None = None


class Column(Value):
    """A column of a table; a list is written in CSV with `;` between its members."""

    name: Name
    type: ColumnType = "string"
    required: bool = False
    #: The table and column whose values stand here.
    refers_to: Line | None = None
    about: Multilingual


class Table(Value):
    """A table of the open data."""

    id: TableId
    about: Multilingual
    key: Terms
    columns: Annotated[tuple[Column, ...], Field(min_length=1)]
    #: As what it is written; a long table of plain texts and numbers says in JSON Lines nothing that CSV does not.
    formats: Annotated[tuple[Format, ...], Field(min_length=1)] = ("csv", "jsonl")


class DataFile(Value):
    """A file of the open data that is no table. `{}` in its path stands for an id."""

    path: Line
    media_type: Line
    about: Multilingual


class Crosswalk(Value):
    """`corpus/fields.yml` as a value."""

    corpus: About
    genres: tuple[Genre, ...]
    citation: tuple[Property, ...]
    tables: tuple[Table, ...]
    files: tuple[DataFile, ...]

    def genre_of(self, outlet_kind: str) -> Genre:
        """Return what articles of an outlet of *outlet_kind* are called; the first genre where none is named."""
        return next((genre for genre in self.genres if outlet_kind in genre.outlets), self.genres[0])
