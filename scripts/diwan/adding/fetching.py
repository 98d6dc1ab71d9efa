"""Fetching: a page from its address, politely, and from the open internet only.

In: an address. Out: its bytes, or the problem. Asked is: robots.txt first, one page of a host a second at most, once
more after a pause if the host is busy, for so long and so many bytes and no more. Redirects are followed by hand. A
host is asked only if every address that the DNS gives for it is public, and the connection is looked at again once it
stands, before a word is sent: an answer of the DNS that changes in between leads nowhere.
"""

import ipaddress
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

import urllib3
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError

from diwan import __version__
from diwan.adding.addresses import IPAddress, is_public
from diwan.problems import Location, Outcome, Problem

AGENT = f"Diwan/{__version__} (research archive; reads single articles)"
#: Bytes of the largest page and of the largest robots.txt (RFC 9309 asks for 500 kB at least).
LARGEST, LARGEST_ROBOTS = 50_000_000, 512_000
#: Seconds for a connection, for the next bytes, for a whole page, between two pages of one host, before the second try.
CONNECT, READ, WHOLE, BETWEEN, BEFORE_RETRY = 10, 20, 60, 1.0, 3.0
#: Seconds of the longest pause that a host may ask for.
LONGEST_PAUSE = 30.0
_MOST_REDIRECTS = 5
_REDIRECTS = (301, 302, 303, 307, 308)
_BUSY = (429, 500, 502, 503, 504)
_OK, _SERVER_ERROR = 200, 500


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page: the address it was found at in the end, and its bytes."""

    url: str
    data: bytes


class RefusedError(Exception):
    """An address that must not be asked; the message says why."""


class FailedError(Exception):
    """An address that gave no page; the message says why. `busy` is the pause to make before asking again."""

    def __init__(self, message: str, busy: float | None = None) -> None:
        super().__init__(message)
        self.busy = busy


@dataclass
class Fetcher:
    """Somebody who fetches pages. Which machines may be asked is fixed here and nowhere else: no setting opens it."""

    is_allowed: Callable[[IPAddress], bool] = is_public
    sleep: Callable[[float], None] = time.sleep
    _robots: dict[str, RobotFileParser] = field(default_factory=dict)
    _asked: dict[str, float] = field(default_factory=dict)

    def fetch(self, url: str) -> Outcome[Fetched | None]:
        """Return the page at *url*, or why there is none."""
        try:
            try:
                return Outcome(self._page(url))
            except FailedError as error:
                if error.busy is None:
                    raise
                self.sleep(min(error.busy, LONGEST_PAUSE))
                return Outcome(self._page(url))
        except RefusedError as error:
            mend = "save the page with a browser and add the file"
            return Outcome(None, (Problem("fetch-refused", Location(path=url), str(error), mend),))
        except FailedError as error:
            mend = (
                "look at the address in a browser; save the page there and add the file, or try again later"
            )
            return Outcome(None, (Problem("fetch-failed", Location(path=url), str(error), mend),))

    def _page(self, url: str) -> Fetched:
        for _ in range(_MOST_REDIRECTS + 1):
            self._ask_robots(url)
            status, headers, data = self._get(url, LARGEST)
            if status not in _REDIRECTS:
                break
            url = urljoin(url, headers.get("Location", ""))
        if status in _REDIRECTS:
            raise FailedError(f"it leads on more than {_MOST_REDIRECTS} times")
        if status in _BUSY:
            asked = headers.get("Retry-After", "")
            raise FailedError(
                f"the host is busy (HTTP {status})", float(asked) if asked.isdecimal() else BEFORE_RETRY
            )
        if status != _OK:
            raise FailedError(f"there is no page (HTTP {status})")
        if not data:
            raise FailedError("the page is empty")
        return Fetched(url, data)

    def _ask_robots(self, url: str) -> None:
        """Raise RefusedError where the host's robots.txt keeps us out (RFC 9309)."""
        parts = urlsplit(url)
        host = f"{parts.scheme}://{parts.netloc}"
        if host not in self._robots:
            rules = RobotFileParser()
            status, _, data = self._get(f"{host}/robots.txt", LARGEST_ROBOTS)
            # What is not there forbids nothing; a host that cannot say is not asked.
            if status == _OK:
                rules.parse(data.decode("utf-8", errors="replace").splitlines())
            elif status >= _SERVER_ERROR:
                rules.parse(["User-agent: *", "Disallow: /"])
            else:
                rules.parse([])
            self._robots[host] = rules
        if not self._robots[host].can_fetch(AGENT, url):
            raise RefusedError("its robots.txt asks programs to stay away")

    def _get(self, url: str, largest: int) -> tuple[int, Any, bytes]:
        """Return status, headers and at most *largest* bytes of what is at *url*."""
        host = self._check(url)
        self._wait(host)
        try:
            with _pool(self.is_allowed) as pool:
                answer = pool.request(
                    "GET", url, headers={"User-Agent": AGENT, "Accept-Encoding": "gzip"}, redirect=False,
                    retries=False, preload_content=False, timeout=urllib3.Timeout(connect=CONNECT, read=READ),
                )  # fmt: skip
                data = _body(answer, largest) if answer.status == _OK else b""
                return answer.status, answer.headers, data
        except (HTTPError, OSError) as error:
            said = " ".join(str(error).split())[:200]
            raise FailedError(f"{host} gives no answer: {said}", BEFORE_RETRY) from error

    def _check(self, url: str) -> str:
        """Return the host of *url*; raise RefusedError where it must not be asked."""
        try:
            parts = urlsplit(url)
            host, port = parts.hostname, parts.port or (443 if parts.scheme == "https" else 80)
        except ValueError as error:
            raise RefusedError(f"it is no web address: {error}") from error
        if parts.scheme not in ("http", "https") or not host:
            raise RefusedError("it is no web address")
        if parts.username is not None:
            raise RefusedError("it holds a name or password")
        try:
            answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise FailedError(f"nobody knows the host {host}") from error
        for *_, answer in answers:
            _allow(str(answer[0]), self.is_allowed)
        return host

    def _wait(self, host: str) -> None:
        asked = self._asked.get(host)
        rules = next((rules for name, rules in self._robots.items() if urlsplit(name).hostname == host), None)
        delay = float((rules.crawl_delay(AGENT) if rules else None) or BETWEEN)
        if asked is not None and (left := asked + min(delay, LONGEST_PAUSE) - time.monotonic()) > 0:
            self.sleep(left)
        self._asked[host] = time.monotonic()


def _allow(address: str, is_allowed: Callable[[IPAddress], bool]) -> None:
    if not is_allowed(ipaddress.ip_address(address.partition("%")[0])):
        raise RefusedError(f"it leads to a machine that is not on the open internet ({address})")


def _body(answer: Any, largest: int) -> bytes:
    """Return the bytes of an answer; raise FailedError where they are too many or take too long."""
    deadline = time.monotonic() + WHOLE
    data = bytearray()
    for part in answer.stream(1 << 14, decode_content=True):
        data += part
        if len(data) > largest:
            raise FailedError(f"it is larger than {largest:,} bytes")
        if time.monotonic() > deadline:
            raise FailedError(f"it takes more than {WHOLE} seconds")
    return bytes(data)


def _pool(is_allowed: Callable[[IPAddress], bool]) -> urllib3.PoolManager:
    """Return a pool whose connections look at the machine they reached before they say anything."""

    def checked(connection: type[HTTPConnection]) -> type[HTTPConnection]:
        class Checked(connection):  # type: ignore[valid-type,misc]  # the class comes as a value
            def _new_conn(self) -> socket.socket:
                reached: socket.socket = super()._new_conn()
                try:
                    _allow(reached.getpeername()[0], is_allowed)
                except RefusedError:
                    reached.close()
                    raise
                return reached

        return Checked

    pool = urllib3.PoolManager()
    pool.pool_classes_by_scheme = {
        scheme: type(f"Checked{kind.__name__}", (kind,), {"ConnectionCls": checked(connection)})
        for scheme, kind, connection in (
            ("http", urllib3.HTTPConnectionPool, HTTPConnection),
            ("https", urllib3.HTTPSConnectionPool, HTTPSConnection),
        )
    }
    return pool
