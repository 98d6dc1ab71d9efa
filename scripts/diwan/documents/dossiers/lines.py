"""Lines of press archives: what those of several archives have in common.

In: lines that stand where an archive puts a day, a language, a byline, a note of rights. Out: the fact in them. Archives
write them in the language of the article or in that of whoever looked for it, so that several languages are tried.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache

from diwan.documents.names.bylines import credit_of
from diwan.documents.names.dates import find_dates
from diwan.documents.pieces import Piece
from diwan.documents.shapes import measure
from diwan.model.block import BlockKind
from diwan.text.fold import fold
from diwan.text.languages import language_name, tag_of

#: The rule of every piece of which an archive says what it is.
RULE = "archive"
#: Languages in which the archives speak to those who search them; the first are those of most articles.
_INTERFACES = ("en", "de", "fr", "es", "nl", "it", "pt", "ru", "pl", "tr", "ar", "zh", "zh-Hant", "ja", "ko")
#: Languages of the press, by tags; others are known by their English name.
_SPOKEN = (
    "ar", "bg", "bs", "ca", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr", "he", "hi", "hr", "hu", "id", "it", "ja",
    "ko", "lt", "lv", "ms", "nl", "no", "pl", "pt", "ro", "ru", "sk", "sl", "sq", "sr", "sv", "th", "tr", "uk", "ur", "vi", "zh",
)  # fmt: skip
#: Characters of the longest line that says when: a day, an hour, an edition.
_LONGEST_DAY = 90
_MONTH = re.compile(r"[^\W\d_]{3,12}\.? (?:19|20)\d{2}")
#: Kinds that a format may give to what stands in the text of an article.
_OF_TEXT = frozenset(
    {BlockKind.HEADING, BlockKind.LIST_ITEM, BlockKind.QUOTATION, BlockKind.TABLE, BlockKind.CAPTION}
)
_RIGHTS = re.compile(
    r"(?:copyright|©|\(c\)|\(copyright\)|℗).*(?:\d{4}|reserved).*|.{0,60}"
    r"(?:all rights reserved|alle rechte vorbehalten|tous droits r[ée]serv[ée]s|todos los derechos reservados"
    r"|alle rechten voorbehouden|tutti i diritti riservati|todos os direitos reservados)\W*",
    re.IGNORECASE | re.DOTALL,
)
#: Characters of the longest note of rights met.
_LONGEST_RIGHTS = 250
_ADDRESS = re.compile(r"\S+@\S+")
_BY = re.compile(r"(?:by|von|par|por|door|بقلم)\b[\s:]*", re.IGNORECASE)
#: Words of the longest byline that is taken as it stands, where no names are told in it.
_MOST_WORDS = 6


@dataclass(frozen=True, slots=True)
class Told:
    """An article as its archive tells it: each piece of a kind, and the facts; one that is empty is not stated."""

    pieces: tuple[Piece, ...]
    stated: dict[str, str] = field(default_factory=dict)


def marked(piece: Piece, kind: BlockKind) -> Piece:
    """Return *piece* as what the archive says it is."""
    return replace(piece, kind=kind, level=None, ordered=False, rule=RULE)


def as_text(piece: Piece) -> Piece:
    """Return *piece* as text of the article: a paragraph, but where the format says more."""
    if piece.kind in _OF_TEXT and piece.rule == "format":
        return piece
    return marked(piece, BlockKind.PARAGRAPH)


def halves(piece: Piece, start: int) -> tuple[Piece, Piece]:
    """Return *piece* parted before the character *start*: a label, and what it says."""
    return replace(piece, text=piece.text[:start].strip()), replace(
        piece, text=piece.text[start:].strip(), gap=0
    )


def field_of(piece: Piece, told: Callable[[Piece], Piece]) -> Iterator[Piece]:
    """Yield the name of a field, which is the archive's, and its words, of which it is *told* what they are."""
    label, words = halves(piece, piece.text.index(":") + 1)
    yield marked(label, BlockKind.NOTICE)
    if words.text:
        yield told(words)


def is_rights(text: str) -> bool:
    """Tell whether a line says whose the text is."""
    return len(text) <= _LONGEST_RIGHTS and _RIGHTS.fullmatch(text) is not None


def day_in(text: str, languages: Iterable[str] = ()) -> str:
    """Return the day with which a line begins, as EDTF, in any of *languages* or of the archives; else nothing.

    A weekday may stand before it; hour, weekday and edition may follow. Of a monthly the line is a month and a year.
    """
    if len(text) > _LONGEST_DAY or is_rights(text):
        return ""
    is_month = _MONTH.fullmatch(text) is not None
    for language in (*languages, *_INTERFACES):
        dates = find_dates(f"1 {text}" if is_month else text, language)
        if dates and len(text[: dates[0].start].split()) <= 1:
            return dates[0].edtf[: len("2023-03") if is_month else None]
    return ""


def language_in(text: str) -> str:
    """Return the tag of the language that a line names, in any language of the archives; nothing where it names none."""
    for part in text.split(";"):
        name = part.strip()
        if found := tag_of(name) or _named().get(fold(name), ""):
            return found
    return ""


@cache
def _named() -> dict[str, str]:
    """Return the tags of languages by their names in each language of the archives."""
    return {fold(language_name(tag, reader)): tag for reader in reversed(_INTERFACES) for tag in _SPOKEN}


def names_in(byline: str, language: str) -> str:
    """Return the authors that a byline names, joined by `; `: names by their form, else the line as it stands, if short."""
    bare = _BY.sub("", " ".join(_ADDRESS.sub(" ", byline).split()), count=1).strip(" .,;:")
    credit = credit_of(measure(0, Piece(f"By {bare}", 1)), language)
    if credit and credit.names:
        return "; ".join(credit.names)
    return bare.replace(";", ",") if len(bare.split()) <= _MOST_WORDS else ""
