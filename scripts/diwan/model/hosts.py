"""Hosts: the part of a web address that says whose page it is, written so that nobody takes it for another's.

Letters of other scripts look like Latin ones (`аррӏе.com`), alone or among them, and what stands before an `@` looks like a
host. Records hold hosts in ASCII, as the net itself does (IDNA 2008): who sees `xn--80ak6aa92e.com` is not misled.
"""

import re
from collections.abc import Iterator

_PARTS = re.compile(r"(?P<scheme>https?://)(?P<user>[^/?#\\]*@)?(?P<host>[^/?#\\@:\[\]]*|\[[^/?#\\@\]]*\])(?P<port>:\d{0,5})?(?=[/?#]|$)(?P<rest>.*)", re.IGNORECASE | re.DOTALL)  # fmt: skip
_BRACKETED = re.compile(r"\[[0-9a-f:.]+\]", re.IGNORECASE)
_LABEL = re.compile(r"[a-z0-9_-]{1,63}", re.IGNORECASE)
#: How nearly all addresses begin: what is looked at no further.
_USUAL = re.compile(r"https?://(?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,63}(?=/|$)")
#: Characters of a host (RFC 1035, section 2.3.4).
_LONGEST = 253
#: Ports there are (RFC 9110, "https" URI scheme, and what TCP can count).
_LAST_PORT = 65535


def upwards(host: str) -> Iterator[str]:
    """Yield *host* and the hosts that it is below, but for the last part alone: `www.a.example`, then `a.example`."""
    parts = host.split(".")
    yield from (".".join(parts[start:]) for start in range(len(parts) - 1))


def in_ascii(url: str) -> str:
    """Return the web address *url* without name and password, and with its host in ASCII.

    Raises:
        ValueError: it has no host that anybody could ask.
    """
    found = _PARTS.fullmatch(url)
    if found is None or int((found["port"] or ":0")[1:] or 0) > _LAST_PORT:
        raise ValueError("it is no web address")
    host = found["host"] if found["host"].isascii() else _encoded(found["host"])
    if not _is_host(host):
        raise ValueError("it names no host")
    return f"{found['scheme']}{host}{found['port'] or ''}{found['rest']}"


def plain(url: str) -> str:
    """Return the web address *url* if a record may hold it.

    Raises:
        ValueError: its host is not in ASCII, or a name or password stands in it; the message says what to write.
    """
    if not _USUAL.match(url) and (better := in_ascii(url)) != url:
        raise ValueError(f"a host is written in ASCII, and without name or password: {better}")
    return url


def _is_host(host: str) -> bool:
    """Tell whether *host* is a name, or an address of IPv6 in its brackets."""
    labels = host.removesuffix(".").split(".") if len(host) <= _LONGEST else [""]
    return bool(_BRACKETED.fullmatch(host)) or all(map(_LABEL.fullmatch, labels))


def _encoded(host: str) -> str:
    import idna  # a tenth of a second, and hardly any host needs it

    try:
        return idna.encode(host, uts46=True).decode()
    except (idna.IDNAError, UnicodeError) as error:
        raise ValueError("its host is none that could be registered") from error
