"""Copies: pages that show a page of another address, as an archive kept it or a machine translated it.

In: an address. Out: that of the page shown, and the language it was translated from. Neither archive nor machine published it.
"""

import re
from urllib.parse import parse_qsl, urlencode, urlsplit

#: A copy at the Internet Archive or at archive.today: the moment at which it was made, how it is shown, and the address of the page.
_COPY = re.compile(
    r"https?://(?:web\.archive\.org/web/\d{4,14}(?:[a-z]{2}_)?|archive\.(?:today|ph|is|li|vn|fo|md)/[\d.-]{4,17})/(?P<page>https?://\S+)",
    re.IGNORECASE,
)
#: Where Google shows translated pages: the host of the page is written into its own, dots as strokes and strokes as two.
_TRANSLATED = ".translate.goog"
#: What it adds to the address of the page: languages, and the scheme where it is not the usual one.
_ADDED, _FROM, _SCHEME = "_x_tr_", "_x_tr_sl", "_x_tr_sch"
#: Where it did so before, with the address of the page behind a mark.
_FORMERLY = re.compile(
    r"https?://(?:translate\.google\.[a-z.]{2,6}|translate\.googleusercontent\.com)/translate(?:_c)?\?",
    re.IGNORECASE,
)
#: Not said, but told by the machine.
_TOLD = "auto"


def page_of_copy(url: str) -> str:
    """Return the address of the page of which an archived copy stands at *url*; nothing where none does."""
    found = _COPY.fullmatch(url)
    return found["page"] if found else ""


def page_translated(url: str) -> tuple[str, str]:
    """Return the address of the page that is shown translated at *url*, and its language, if that is said; else nothing."""
    if "translate" not in url:
        return "", ""
    try:
        parts = urlsplit(url)
        asked = parse_qsl(parts.query, keep_blank_values=True)
    except ValueError:
        return "", ""
    said = dict(asked)
    language = said.get(_FROM, said.get("sl", ""))
    language = "" if language == _TOLD else language
    if _FORMERLY.match(url) and said.get("u", "").startswith(("http://", "https://")):
        return said["u"], language
    host = parts.hostname or ""
    if not host.endswith(_TRANSLATED):
        return "", ""
    own = host.removesuffix(_TRANSLATED).replace("--", "\0").replace("-", ".").replace("\0", "-")
    query = urlencode([(name, value) for name, value in asked if not name.startswith(_ADDED)])
    return f"{said.get(_SCHEME, 'https')}://{own}{parts.path}{'?' if query else ''}{query}", language


def page_shown(url: str) -> str:
    """Return the address of the page that is shown at *url*: itself, or the one of which it is a copy or a translation."""
    return page_of_copy(url) or page_translated(url)[0] or url
