"""Languages: their names, scripts and directions, from the Unicode CLDR (by Babel)."""

import re
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global

#: The languages in which the site speaks to its readers; the first is that of the addresses without a prefix.
INTERFACE_LANGUAGES = ("en", "ar")
_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "ps", "ckb", "sd", "ug", "yi", "dv"})

_TAG = re.compile(r"([a-z]{2,3})(?:[-_][a-z0-9]{1,8})*", re.IGNORECASE)
#: What stands where no language is told, in the code list of languages (ISO 639-2): undetermined, several, none, others.
_NO_LANGUAGE = frozenset({"und", "mul", "zxx", "mis"})


def direction(language: str | None) -> str:
    """Return `rtl` or `ltr`, the direction in which *language* is written."""
    return "rtl" if (language or "").split("-")[0] in _RIGHT_TO_LEFT else "ltr"


def prefix_of(language: str) -> str:
    """Return the folder of a language of the interface below the site's root: nothing, or `ar/`."""
    return "" if language == INTERFACE_LANGUAGES[0] else f"{language}/"


def without_prefix(address: str) -> str:
    """Return an address below the site's root as it is in the language without a prefix."""
    prefixes = filter(None, map(prefix_of, INTERFACE_LANGUAGES))
    return next((address.removeprefix(one) for one in prefixes if address.startswith(one)), address)


@cache
def language_name(language: str, reader: str) -> str:
    """Return the name of *language* for somebody who reads *reader*; the tag itself where CLDR knows none."""
    try:
        return str(Locale.parse(language, sep="-").get_language_name(reader) or language)
    except (UnknownLocaleError, ValueError):
        return language


@cache
def _tags() -> dict[str, str]:
    """Return the tags of languages by their English name and by their own, in small letters."""
    english = {name.lower(): tag for tag, name in Locale("en").languages.items() if len(tag) == 2}  # noqa: PLR2004  # ISO 639-1
    own = {language_name(tag, tag).lower(): tag for tag in sorted(english.values())}
    return own | english


def tag_of(name: str) -> str:
    """Return the tag of the language that is called *name* in English or by itself; nothing where none is."""
    return _tags().get(name.strip().lower(), "")


@cache
def known_tag(text: str) -> str:
    """Return the tag of the language in a tag of any length (`en-US`, `eng`), without country and script; nothing of none."""
    found = _TAG.fullmatch(text.strip())
    if not found:
        return ""
    code = found[1].lower()
    code = get_global("language_aliases").get(code, code).partition("_")[0]
    return code if code in Locale("en").languages and code not in _NO_LANGUAGE else ""


@cache
def country_name(country: str, reader: str) -> str:
    """Return the name of a country (ISO 3166-1 alpha-2) for somebody who reads *reader*."""
    return str(Locale.parse(reader, sep="-").territories.get(country, country))
