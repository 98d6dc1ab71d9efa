"""Addresses: which web addresses are the same page, what they say, and which machines may be asked."""

import ipaddress
import re
from functools import lru_cache
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from diwan.model.copies import page_of_copy, page_shown
from diwan.model.hosts import in_ascii

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address

#: Parameters that tell through which link, letter or advertisement somebody came, some of them who: those of the analytics and
#: networks that write them, which mean nothing else on any site.
_TRACKING = r"utm_\w+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|igshid|igsh|mc_[ce]id|mkt_tok|_hs(?:enc|mi)|xtor|_ga"
_IS_TRACKING = re.compile(_TRACKING)
#: What stands before words to be marked in a page (https://wicg.github.io/scroll-to-text-fragment/).
_MARKED = ":~:"
#: Parameters by which links are counted, those of single sites too; they do not change the page.
_COUNTING = re.compile(rf"{_TRACKING}|ref|ref_src|cmpid|ocid|s|share|amp|outputType")
_DATE = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)[/-](?P<month>0?[1-9]|1[0-2])(?:[/-](?P<day>0?[1-9]|[12]\d|3[01]))?(?!\d)"
)
_COMPACT_DATE = re.compile(
    r"(?<!\d)(?P<year>20\d\d)(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])(?!\d)"
)
#: What a record may hold as an address (`model.base.Url`).
_PLAIN = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)


def is_address(text: str) -> bool:
    """Whether *text* is a web address and not a path."""
    return text.lower().startswith(("http://", "https://"))


def plain_address(text: str | None) -> str:
    """Return *text* as a record may hold it, or `unknown` where it is no web address.

    What names somebody or holds a password is left out, and what tells how they came to the page; the host is written in
    ASCII.
    """
    text = (text or "").strip()
    try:
        return in_ascii(_untracked(text)) if _PLAIN.fullmatch(text) and text.isprintable() else "unknown"
    except ValueError:
        return "unknown"


def _untracked(url: str) -> str:
    """Return *url* without what tells how somebody came to the page, or what they had marked; that of an archived copy as it is."""
    if page_of_copy(url):
        return url
    page, sign, place = url.partition("#")
    head, _, query = page.partition("?")
    kept = "&".join(one for one in query.split("&") if not _IS_TRACKING.fullmatch(one.partition("=")[0]))
    page = page if kept == query else f"{head}{'?' if kept else ''}{kept}"
    return page if place.startswith(_MARKED) else f"{page}{sign}{place}"


def host_of(url: str) -> str:
    """Return the host of an address without `www.`; nothing where it has none."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


@lru_cache(maxsize=1 << 15)  # each address is compared with each new one
def page_key(url: str) -> str:
    """Return what is the same for all addresses of one page: no scheme, `www.`, place in it or counting parameters.

    What follows `#/` or `#!` is no place in a page, but which page it is, on sites that are one program. An archived copy is
    the same page, and a translation by machine.
    """
    url = page_shown(url)
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    asked = parse_qsl(parts.query, keep_blank_values=True)
    query = [(name, value) for name, value in asked if not _COUNTING.fullmatch(name)]
    path = re.sub(r"/(?:amp|index\.html?)?/?$", "", unquote(parts.path))
    page = f"#{parts.fragment}" if parts.fragment.startswith(("/", "!")) else ""
    return f"{host_of(url)}{path}?{urlencode(sorted(query))}".rstrip("?").lower() + page


def date_in(url: str) -> str | None:
    """Return the date in the path of an address as EDTF, to the month where it says no day."""
    try:
        path = urlsplit(url).path
    except ValueError:
        return None
    found = _DATE.search(path) or _COMPACT_DATE.search(path)
    if not found:
        return None
    parts = [found["year"], *(part.zfill(2) for part in (found["month"], found["day"]) if part)]
    return "-".join(parts)


def is_public(address: IPAddress) -> bool:
    """Whether *address* is one of the open internet, and none of this machine, its network, or a way around to them."""
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo or (None, None))[1]
        if inner is None and address in _NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(inner)
    return address.is_global and not address.is_multicast and not address.is_reserved


#: Where IPv6 networks show the addresses of IPv4 (RFC 6052).
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
