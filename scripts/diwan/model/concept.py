"""The controlled vocabularies: themes, entities and outlets. *Concept* means any of them, and events too."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from diwan.model.base import Id, Language, Line, Multilingual, Url, Value

#: ISO 3166-1 alpha-2; `XX` stands for an outlet whose country is not known, `ZZ` for one of several states.
COUNTRY_PATTERN = r"^[A-Z]{2}$"
Country = Annotated[str, StringConstraints(pattern=COUNTRY_PATTERN)]


class Names(Value):
    """How one language writes a concept: the usual form, and every other form met in texts."""

    label: Line
    variants: tuple[Line, ...] = ()


NamesByLanguage = Annotated[dict[Language, Names], Field(min_length=1)]


class Theme(Value):
    """A subject of the corpus (`corpus/themes/<id>.md`); its essay is the body of the file."""

    id: Id
    names: NamesByLanguage
    scope: Multilingual
    related: tuple[Id, ...] = ()
    summary: Multilingual = {}
    #: The question of the codebook that asks about this theme, if one does.
    question: Id | None = None


class Entity(Value):
    """A state, organisation, person, agreement, event or place that articles name."""

    id: Id
    type: Literal["state", "organisation", "person", "agreement", "event", "place"]
    names: NamesByLanguage
    #: What it is, in a line, by language.
    note: Multilingual = {}
    #: Languages in which its names are too ambiguous to be linked wherever they stand.
    ambiguous_in: tuple[Language, ...] = ()
    wikidata: Annotated[str, StringConstraints(pattern=r"^Q[1-9][0-9]*$")] | None = None


class Outlet(Value):
    """Somebody that publishes articles, or carries those of others."""

    id: Id
    #: By language: its own name first, then what others call it.
    name: Annotated[Multilingual, Field(min_length=1)]
    country: Country
    kind: Literal[
        "newspaper",
        "magazine",
        "news-agency",
        "broadcaster",
        "think-tank",
        "journal",
        "official",
        "website",
        "blog",
    ]
    #: Whether it writes what it publishes, collects from others, or copies whole texts.
    role: Literal["original", "aggregator", "repost"] = "original"
    run_by: Multilingual = {}
    #: How it is known who runs it.
    run_by_source: Multilingual = {}
    url: Url | None = None
    note: Multilingual = {}

    @property
    def own_language(self) -> Language:
        """The language of its own name."""
        return next(iter(self.name))
