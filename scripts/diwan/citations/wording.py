"""What citations say in each language: marks, short words, names of months."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from babel.dates import get_month_names

from diwan.citations.names import Name
from diwan.text.edtf import Point, Span

_QUOTES = re.compile(r'[“”"«»„](?=(.?))')
_ENDED = (".", "?", "!", "؟", "…")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """How one language writes citations."""

    language: str
    quotes: tuple[str, str]
    inner_quotes: tuple[str, str]
    comma: str
    #: Whether a full stop stands before the closing quotation mark.
    stop_inside: bool
    last_of_many: str
    and_others: str
    undated: str
    about: str
    within: str
    edition: str
    what: str
    #: Names of months cut short, from January; empty where the style has them whole.
    short_months: tuple[str, ...] = ()


ENGLISH = Wording(
    language="en",
    quotes=("“", "”"),
    inner_quotes=("‘", "’"),
    comma=", ",
    stop_inside=True,
    last_of_many=", and ",
    and_others=" et al",
    undated="n.d.",
    about="ca. ",
    within="In ",
    edition="edition ",
    what="Record and digest",
    short_months=(
        "Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.",
    ),
)  # fmt: skip
ARABIC = Wording(
    language="ar",
    quotes=("«", "»"),
    inner_quotes=("“", "”"),
    comma="، ",
    stop_inside=False,
    last_of_many="، و",
    and_others=" وآخرون",
    undated="د.ت.",
    about="نحو ",
    within="في: ",
    edition="الطبعة ",
    what="بيانات وملخص",
)
WORDINGS: Mapping[str, Wording] = {wording.language: wording for wording in (ENGLISH, ARABIC)}


def ended(text: str) -> str:
    """Return *text* with a full stop, unless it ends with a mark that closes a sentence."""
    return text if text.rstrip("”’»“").endswith(_ENDED) else f"{text}."


def quoted(text: str, wording: Wording, *, stop: bool) -> tuple[str, str, str]:
    """Return the opening mark, *text* with marks within it made inner ones, and the closing mark, with a stop if *stop*."""
    opening, closing = wording.quotes
    inner = _inner(text, wording)
    if stop and not inner.endswith(_ENDED):
        closing = f".{closing}" if wording.stop_inside else f"{closing}."
    return opening, inner, closing


def _inner(text: str, wording: Wording) -> str:
    start, end = wording.inner_quotes

    def mark(found: re.Match[str]) -> str:
        sign = found.group()
        if sign == '"':
            before = text[found.start() - 1] if found.start() else " "
            return start if before in " ([" else end
        return start if sign in "“«„" else end

    return _QUOTES.sub(mark, text)


def date_of(span: Span, point: Point | None, style: str, wording: Wording) -> str:
    """Return a date as *style* writes it, or nothing where it is not known."""
    if point is None:
        return _years(span, wording)
    about = wording.about if point.doubt else ""
    if not point.month:
        return f"{about}{point.year}"
    month = _month(point.month, wording, short=style == "mla")
    if style == "apa":
        day = (
            (f"{month} {point.day}" if wording is ENGLISH else f"{point.day} {month}") if point.day else month
        )
        return f"{about}{point.year}{wording.comma}{day}"
    if not point.day:
        return f"{about}{month} {point.year}"
    if style == "chicago" and wording is ENGLISH:
        return f"{about}{month} {point.day}, {point.year}"
    return f"{about}{point.day} {month} {point.year}"


def _years(span: Span, wording: Wording) -> str:
    if not span.known:
        return ""
    start = str(span.start.year) if span.start else ""
    end = str(span.end.year) if span.end else ""
    return f"{wording.about if span.doubtful else ''}{start}–{end}"


@cache
def _month(number: int, wording: Wording, *, short: bool) -> str:
    if short and wording.short_months:
        return wording.short_months[number - 1]
    return str(get_month_names("wide", locale=wording.language)[number])


def people(names: tuple[Name, ...], style: str, wording: Wording) -> str:
    """Return the authors as *style* writes them, or nothing."""
    if not names:
        return ""
    if style == "apa":
        return _listed([_initialled(name, wording) for name in names], 20, wording, mark=" & ")
    written = [_inverted(names[0], wording), *(name.direct for name in names[1:])]
    return _listed(written, 2 if style == "mla" else 6, wording)


def _listed(written: list[str], most: int, wording: Wording, mark: str = "") -> str:
    """Join names; of more than *most* the first alone is named."""
    if len(written) == 1:
        return written[0]
    if len(written) > most:
        return f"{written[0]}{',' if wording is ENGLISH else ''}{wording.and_others}"
    if mark and wording is ENGLISH:
        return f"{', '.join(written[:-1])},{mark}{written[-1]}"
    return f"{wording.comma.join(written[:-1])}{wording.last_of_many}{written[-1]}"


def _inverted(name: Name, wording: Wording) -> str:
    return f"{name.family}{wording.comma}{name.given}" if name.given else name.family


def _initialled(name: Name, wording: Wording) -> str:
    """Return a name with initials; letters that are not Latin have none."""
    if not name.given or wording is not ENGLISH or not name.given[0].isascii():
        return _inverted(name, wording)
    initials = [
        "-".join(f"{part[0].upper()}." for part in word.split("-") if part) for word in name.given.split()
    ]
    return f"{name.family}, {' '.join(initials)}"
