"""Events and claims: what the articles say happened, and what they assert that can be checked."""

from typing import Annotated, Literal

from pydantic import Field

from diwan.model.base import Id, Language, Line, Multilingual, Prose, Value
from diwan.model.concept import Names
from diwan.model.pointer import PointerField
from diwan.model.record import Edtf


class Disagreement(Value):
    """One of several accounts that the articles give of the same event."""

    account: Prose
    sources: Annotated[tuple[PointerField, ...], Field(min_length=1)]


class Event(Value):
    """Something dated that articles speak of (`corpus/events.yml`)."""

    id: Id
    date: Edtf
    title: Multilingual
    text: Multilingual
    places: tuple[Id, ...] = ()
    actors: tuple[Id, ...] = ()
    themes: tuple[Id, ...] = ()
    #: Names under which texts mention it, where it has any of its own.
    names: dict[Language, Names] = {}
    sources: Annotated[tuple[PointerField, ...], Field(min_length=1)]
    disagreements: tuple[Disagreement, ...] = ()


class Voice(Value):
    """Somebody who asserts, reports or disputes a claim, and where."""

    who: Line
    how: Literal["asserts", "reports", "disputes"]
    at: PointerField
    #: What exactly is said there, in our words, where it differs from the claim.
    says: Prose | None = None


class Claim(Value):
    """A checkable statement that articles make (`corpus/claims.yml`), in our words."""

    id: Id
    statement: Multilingual
    themes: Annotated[tuple[Id, ...], Field(min_length=1)]
    voices: Annotated[tuple[Voice, ...], Field(min_length=1)]
    #: Claims that answer the same question otherwise; they stand side by side.
    beside: tuple[Id, ...] = ()
    note: Line | None = None
