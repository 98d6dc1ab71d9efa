"""Said: what a field of a list of references says, as records have it: a day, a language, an address.

In: the text of fields, whatever the form of the list. Out: EDTF, a tag of a language, a web address; nothing where a field says none.
"""

import re

from diwan.adding.addresses import is_address
from diwan.documents.names.dates import find_dates
from diwan.documents.names.months import month_in
from diwan.text.languages import known_tag, tag_of

_DATE = re.compile(r"(?P<year>\d{4})(?:[-/](?P<month>\d{1,2})(?:[-/](?P<day>\d{1,2}))?)?(?![\d])")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
#: A year of ours among words: *Spring 2019*, *Winter 2019/20*.
_YEAR = re.compile(r"(?<!\d)(?:1[6-9]|20)\d\d(?!\d)")
#: Names that BibLaTeX has for languages beside the English ones, which `text.languages` knows.
_OF_BIBLATEX = {"ngerman": "de", "naustrian": "de", "nswissgerman": "de", "austrian": "de", "american": "en", "british": "en",
                "usenglish": "en", "ukenglish": "en", "brazilian": "pt", "farsi": "fa",
                # As Zotero writes them, by the names that Babel has.
                "canadian": "en", "australian": "en", "newzealand": "en", "canadien": "fr", "pinyin": "zh", "brazil": "pt",
                "serbianc": "sr", "slovene": "sl", "thaicjk": "th"}  # fmt: skip
#: An address among words, or behind a sign of LaTeX.
_ADDRESS = re.compile(r"https?://[^\s<>\"{}]+[^\s<>\"{}.,;:)\]]", re.IGNORECASE)
#: An address as people write it, without the form of the web before it.
_BARE = re.compile(r"www\.[\w-]+(?:\.[\w-]+)+(?:/\S*)?", re.IGNORECASE)
#: What names a work for good (ISO 26324), with or without the address that leads to it.
_DOI = re.compile(
    r"(?:doi:\s*|https?://(?:dx\.)?doi\.org/)?(?P<name>10\.\d{4,9}/[^\s<>\"{}]+)", re.IGNORECASE
)


def date_of(text: str, language: str = "") -> str:
    """Return a date as EDTF, or nothing where there is none; day and month may stand in words of *language* or of English."""
    found = _DATE.match(text.strip())
    date = "-".join(part.zfill(2) for part in found.groups() if part and part.strip("0")) if found else ""
    if not text.strip() or _DAY.fullmatch(date):
        return date
    if day := next(iter(find_dates(text, language or None)), None):
        return day.edtf
    year = _YEAR.search(text)
    return month_in(text, language or None) or date or (year.group() if year else "")


def as_written(text: str) -> str:
    """Return what a list says instead of a date that can be read, to be told; nothing where no number stands in it (*n.d.*)."""
    return text if any(map(str.isdecimal, text)) else ""


def language_of(text: str) -> str:
    """Return the tag of a language without its country, as texts have theirs; nothing where the text names none."""
    return known_tag(text) or _OF_BIBLATEX.get(text.strip().lower()) or tag_of(text)


def address_of(url: str, doi: str = "", words: str = "") -> str:
    """Return the address of an article: its own, one among *words* of a list, or that under which its DOI leads to it."""
    if alone := address_alone(url.strip()):
        return alone
    if found := _ADDRESS.search(f"{url} {words}"):
        return found.group()
    named = _DOI.fullmatch(doi.strip())
    return f"https://doi.org/{named['name']}" if named else ""


def address_alone(text: str) -> str:
    """Return *text* as an address, if it is one and nothing else."""
    if is_address(text):
        return text
    return f"https://{text}" if _BARE.fullmatch(text) else ""
