"""The interface in one language: its words, and how it writes dates, numbers, names and directions.

The words stand in `theme/partials/strings.html`, which templates read as well; both languages stand side by
side there, so that none can be forgotten.
"""

import ast
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from string import Formatter
from typing import Any

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal, format_percent

from diwan.text.edtf import Point, Span, parse_edtf
from diwan.text.languages import INTERFACE_LANGUAGES, country_name, direction, language_name, prefix_of

#: What a template sets, as far as it is a dictionary of texts: Jinja writes those as Python does.
_SET = re.compile(r"^\{%- set (\w+) = (\{.*?^\}) *-?%\}", re.MULTILINE | re.DOTALL)


@cache
def _words() -> dict[str, Any]:
    """Return what the template of the words sets; to have Jinja compile it takes ten times as long."""
    template = files("diwan").joinpath("theme/partials/strings.html").read_text(encoding="utf-8")
    return {name: ast.literal_eval(text) for name, text in _SET.findall(template)}


@cache
def strings() -> dict[str, dict[str, str]]:
    """Return the words of the interface by key and language."""
    return dict(_words()["strings"])


@cache
def nouns() -> dict[str, dict[str, dict[str, str]]]:
    """Return what is counted, by key and language: the number `{n}` with its noun in each plural category of CLDR."""
    return dict(_words()["nouns"])


@dataclass(frozen=True, slots=True)
class Interface:
    """What the site says in one language."""

    language: str

    @property
    def direction(self) -> str:
        """`ltr` or `rtl`."""
        return direction(self.language)

    @property
    def rtl(self) -> bool:
        """Whether it is read from right to left."""
        return self.direction == "rtl"

    @property
    def prefix(self) -> str:
        """The folder of this language's pages below the site's root: nothing, or `ar/`."""
        return prefix_of(self.language)

    def say(self, key: str, **values: object) -> str:
        """Return the words for *key*, with *values* filled in; `{count:article}` is a number with its noun."""
        text = strings()[key][self.language]
        return _Filler(self).format(text, **values) if "{" in text else text

    def counted(self, number: int, noun: str) -> str:
        """Return *number* with its noun in the form that this language gives it (`article.of` after a preposition)."""
        noun, _, oblique = noun.partition(".")
        forms = nouns()[noun][self.language]
        category = Locale.parse(self.language).plural_form(number)
        form = forms.get(f"{category}.{oblique}") or forms[category]
        return form.format(n=self.number(number))

    def pick(self, texts: dict[str, str]) -> tuple[str, str]:
        """Return the best of *texts* for this reader, and its language: one's own, English, or what there is."""
        for language in (self.language, INTERFACE_LANGUAGES[0], *texts):
            if language in texts:
                return texts[language], language
        return "", self.language

    def text(self, texts: dict[str, str]) -> str:
        """Return the best of *texts* for this reader, as `pick` does."""
        return self.pick(texts)[0]

    def spoken(self, texts: dict[str, str]) -> dict[str, str]:
        """Return the best of *texts* as `pick` does, with `lang` and `dir` for the element that shows it."""
        text, language = self.pick(texts)
        return {"text": text, "lang": language, "dir": direction(language)}

    def country(self, code: str) -> str:
        """Return the name of a country, or the words for one that is not known or not single."""
        if code in ("XX", "ZZ"):
            return self.say(f"country.{code}")
        return country_name(code, self.language)

    def language_label(self, language: str) -> str:
        """Return the name of *language*."""
        return language_name(language, self.language)

    def number(self, value: float) -> str:
        """Return a number as this language writes it."""
        if isinstance(value, int) and value >= 0:
            return f"{value:,}".replace(",", _between_thousands(self.language))
        return _number(value, self.language)

    def percent(self, share: float) -> str:
        """Return a share (0 to 1) in whole percent."""
        return format_percent(share, locale=self.language)

    def date(self, edtf: str) -> str:
        """Return an EDTF date in words, with its doubts."""
        return _date(self, edtf)

    def of_span(self, span: Span) -> str:
        """Return a date or span of dates in words, with its doubts."""
        if not span.known:
            return self.say("date.unknown")
        if span.choice or span.start != span.end:
            return self._span(span)
        assert span.start is not None  # noqa: S101  # a known date that is no span has a point
        return self._doubted(span.start)

    def _span(self, span: Span) -> str:
        start = self._doubted(span.start) if span.start else ""
        end = self._doubted(span.end) if span.end else ""
        if start and end:
            return self.say("date.choice" if span.choice else "date.span", start=start, end=end)
        if start:
            return self.say("date.later" if span.choice else "date.since", start=start)
        return self.say("date.earlier" if span.choice else "date.until", end=end)

    def _doubted(self, point: Point) -> str:
        shown = self._point(point)
        return self.say("date.doubtful", date=shown) if point.doubt else shown

    def _point(self, point: Point) -> str:
        if point.day:
            shown = format_date(point.first, "d MMMM y", locale=self.language)
        elif point.month:
            shown = format_date(point.first, "MMMM y", locale=self.language)
        else:
            shown = str(point.year)
        return shown


# Dates and numbers of a corpus are few and stand on many pages; to format one takes a twentieth of a millisecond.
@lru_cache(maxsize=20_000)
def _date(interface: Interface, edtf: str) -> str:
    return interface.of_span(parse_edtf(edtf))


@lru_cache(maxsize=20_000)
def _number(value: float, language: str) -> str:
    return format_decimal(value, locale=language)


@cache
def _between_thousands(language: str) -> str:
    """Return what stands between the thousands of a number, by Babel."""
    return format_decimal(1000, locale=language).strip("01")


class _Filler(Formatter):
    """Fills values into words; what stands behind a colon is the noun that a number counts."""

    def __init__(self, interface: Interface) -> None:
        self._interface = interface

    def format_field(self, value: Any, format_spec: str) -> str:
        return self._interface.counted(value, format_spec) if format_spec else str(value)


def interfaces() -> tuple[Interface, ...]:
    """Return the interface in each of its languages."""
    return tuple(Interface(language) for language in INTERFACE_LANGUAGES)
