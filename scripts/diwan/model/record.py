"""The record: what we know of one article, and how we know it."""

from enum import StrEnum
from functools import cache
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    StringConstraints,
    WithJsonSchema,
    model_validator,
)

from diwan.model.base import URL_PATTERN, Id, Language, Line, Multilingual, Prose, Url, Value
from diwan.model.coding import Coding, Day
from diwan.model.hosts import plain

UNKNOWN = "unknown"


class Kind(StrEnum):
    """What sort of text an article is."""

    NEWS = "news"
    OPINION = "opinion"
    ANALYSIS = "analysis"
    STUDY = "study"
    OFFICIAL = "official"
    INTERVIEW = "interview"


class Access(StrEnum):
    """What may be published of an article's text. Anything unclear means `record`."""

    FULL = "full"
    EXCERPT = "excerpt"
    RECORD = "record"
    WITHDRAWN = "withdrawn"


class Rights(StrEnum):
    """The statements of rightsstatements.org, version 1.0: the status of the article, not a licence."""

    IN_COPYRIGHT = "InC"
    IN_COPYRIGHT_ORPHAN = "InC-OW-EU"
    IN_COPYRIGHT_EDUCATIONAL = "InC-EDU"
    IN_COPYRIGHT_NON_COMMERCIAL = "InC-NC"
    IN_COPYRIGHT_HOLDER_UNKNOWN = "InC-RUU"
    NO_COPYRIGHT_CONTRACT = "NoC-CR"
    NO_COPYRIGHT_NON_COMMERCIAL = "NoC-NC"
    NO_COPYRIGHT_OTHER_LIMITS = "NoC-OKLR"
    NO_COPYRIGHT_US = "NoC-US"
    NOT_EVALUATED = "CNE"
    UNDETERMINED = "UND"
    NO_KNOWN_COPYRIGHT = "NKC"

    @property
    def uri(self) -> str:
        """The address that identifies the statement."""
        return f"http://rightsstatements.org/vocab/{self.value}/1.0/"


class Basis(Value):
    """How a fact is known: `stated` in the text, read from the `url`, `inferred` from something, or `unknown`.

    Written `stated`, `url: the date in the address`, `inferred: from the issue number`, `unknown`.
    """

    how: Literal["stated", "url", "inferred", "unknown"]
    detail: Line | None = None


def parse_basis(text: object) -> Basis:
    """Return *text* (`inferred: from what`) as a basis; raise ValueError where it is none."""
    return text if isinstance(text, Basis) else _basis(str(text))


@cache  # most facts of most records are known in one of few ways
def _basis(text: str) -> Basis:
    how, _, detail = text.partition(":")
    if how not in {"stated", "url", "inferred", "unknown"}:
        raise ValueError(f"{how!r} is no basis: write stated, url, inferred: <from what>, or unknown")
    if how == "inferred" and not detail.strip():
        raise ValueError("an inferred fact must say from what: write inferred: <from what>")
    return Basis(how=how, detail=detail.strip() or None)


BasisField = Annotated[
    Basis,
    BeforeValidator(parse_basis),
    WithJsonSchema({"type": "string", "pattern": "^(stated|url|unknown)(: .+)?$|^inferred: .+$"}),
]
#: One type and not a choice of two: what is wrong is told once, and of the field itself.
UrlOrUnknown = Annotated[
    str,
    StringConstraints(pattern=rf"^(?:{URL_PATTERN}|{UNKNOWN})$"),
    AfterValidator(lambda url: url if url == UNKNOWN else plain(url)),
]
Edtf = Annotated[str, StringConstraints(pattern=r"^[0-9X\-~?%/.\[\]]+$|^unknown$")]


class Bases(Value):
    """Where the main facts of a record come from."""

    title: BasisField
    authors: BasisField
    outlet: BasisField
    date: BasisField
    language: BasisField
    origin: BasisField | None = None
    url: BasisField | None = None


class Author(Value):
    """A person or body that signed the article, as named there."""

    name: Line
    #: The name in Latin letters, where the article writes it in others.
    latin: Line | None = None
    #: The family name as it stands in `name` and in `latin`, where it is more or other than their last word.
    family: Line | None = None
    latin_family: Line | None = None
    entity: Id | None = None

    @model_validator(mode="after")
    def _families_stand_in_names(self) -> "Author":
        for family, name in ((self.family, self.name), (self.latin_family, self.latin)):
            if family and f" {family} " not in f" {name or ''} ":
                raise ValueError(f"'{family}' is no part of the name '{name or ''}'")
        return self


class Origin(Value):
    """Where the text first appeared, when the outlet only carries it."""

    outlet: Id
    url: UrlOrUnknown = "unknown"
    date: Edtf = UNKNOWN


class Repost(Value):
    """Another place that carries the same text."""

    url: Url
    outlet: Id | None = None
    note: Line | None = None


class VariantOf(Value):
    """The article of which this one is another version, and what sort of version."""

    article: Id
    how: Literal["copy", "shortened", "edited", "translated"]


class Withdrawal(Value):
    """When and why an article was withdrawn, for the public log."""

    date: Day
    why: Multilingual


class SourceFile(Value):
    """The saved file of the article, known by its checksum wherever it lies."""

    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    media_type: Annotated[str, StringConstraints(pattern=r"^[a-z]+/[a-z0-9.+-]+$")]


Undecided = Literal["title", "outlet", "date", "language", "kind", "themes", "summary", "variant_of", "read"]


class Record(Value):
    """What is known of one article (`corpus/articles/<id>.md`). Unknown is a value, never a guess."""

    id: Id
    #: By language. A title that we supply stands in square brackets.
    title: Annotated[Multilingual, Field(min_length=1)]
    authors: tuple[Author, ...] = ()
    outlet: Id
    origin: Origin | None = None
    date: Edtf
    language: Language
    kind: Kind
    #: The most important first; none as long as nobody has decided.
    themes: tuple[Id, ...]
    url: UrlOrUnknown
    archived: UrlOrUnknown = "unknown"
    basis: Bases
    reposts: tuple[Repost, ...] = ()
    variant_of: VariantOf | None = None
    #: How much of the article its abstract and coding rest on.
    read: Literal["full", "opening"]
    rights: Rights = Rights.NOT_EVALUATED
    access: Access = Access.RECORD
    #: With access `excerpt`: how many words of the text may be shown in all.
    excerpt_words: Annotated[int, Field(ge=1, le=300)] | None = None
    #: With access `withdrawn`: when and why, for the public log.
    withdrawn: Withdrawal | None = None
    source: SourceFile | None = None
    #: What the article itself says about being made by a machine, in our words.
    ai_notice: Line | None = None
    #: One or two sentences by language, shown in lists.
    summary: Multilingual = {}
    notes: tuple[Prose, ...] = ()
    codings: tuple[Coding, ...] = ()
    #: What `diwan add` proposed and a person has yet to decide; the check reminds of it.
    undecided: tuple[Undecided, ...] = ()
