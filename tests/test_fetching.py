"""Fetching: politely, within bounds, and from the open internet only. A server on this machine plays the internet."""

import gzip
import ipaddress
from types import SimpleNamespace

import pytest

from diwan.adding import fetching
from diwan.adding.addresses import date_in, is_public, page_key
from diwan.adding.fetching import Fetcher
from localserver import running_server

PAGE = b"<!doctype html><title>A patrol</title><p>Words.</p>"


@pytest.fixture
def server():
    """A server on this machine."""
    with running_server() as running:
        yield running


@pytest.fixture
def pauses():
    """The pauses that the fetcher made, in seconds."""
    return []


@pytest.fixture
def fetcher(pauses):
    """A fetcher that may ask this machine alone, and does not wait."""
    return Fetcher(is_allowed=lambda address: address.is_loopback, sleep=pauses.append)


def test_a_page_is_fetched_under_our_name_after_asking_robots(server, fetcher):
    """The bytes come back with the address they were found at, unpacked if they were packed."""
    server.answers["/a"] = (200, {"Content-Encoding": "gzip"}, gzip.compress(PAGE))
    page = fetcher.fetch(f"{server.url}/a").value
    assert (page.data, page.url) == (PAGE, f"{server.url}/a")
    assert [path for path, _ in server.asked] == ["/robots.txt", "/a"]
    assert all(agent.startswith("Diwan/") for _, agent in server.asked)


@pytest.mark.parametrize(
    ("robots", "path", "allowed"),
    [
        ((200, {}, b"User-agent: *\nDisallow: /private"), "/private/a", False),
        ((200, {}, b"User-agent: *\nDisallow: /private"), "/open", True),
        ((200, {}, b"User-agent: Diwan\nDisallow: /"), "/open", False),
        ((404, {}, b""), "/open", True),
        ((503, {}, b""), "/open", False),
    ],
)
def test_robots_txt_is_obeyed(robots, path, allowed, server, fetcher):
    """What it forbids is not asked; a host that cannot say is left alone; none forbids nothing."""
    server.answers |= {"/robots.txt": robots, path: (200, {}, PAGE)}
    outcome = fetcher.fetch(server.url + path)
    assert bool(outcome.value) is allowed
    assert [problem.code for problem in outcome.problems] == ([] if allowed else ["fetch-refused"])
    assert (path in [asked for asked, _ in server.asked]) is allowed


def test_a_busy_host_is_asked_once_more_after_the_pause_it_asks_for(server, fetcher, pauses):
    """One retry, after Retry-After; then the page is given up with a problem."""
    server.answers["/a"] = [(503, {"Retry-After": "7"}, b""), (200, {}, PAGE)]
    assert fetcher.fetch(f"{server.url}/a").value.data == PAGE
    assert 7.0 in pauses
    server.answers["/b"] = [(503, {}, b"")] * 3
    (problem,) = fetcher.fetch(f"{server.url}/b").problems
    assert (problem.code, "503" in problem.message) == ("fetch-failed", True)
    assert [path for path, _ in server.asked].count("/b") == 2


def test_pages_of_one_host_are_a_second_apart_or_as_its_robots_txt_asks(server, fetcher, pauses, monkeypatch):
    """The second page waits for as long as is left; here the clock stands still."""
    monkeypatch.setattr(fetching, "time", SimpleNamespace(monotonic=lambda: 100.0))
    server.answers |= {"/robots.txt": (200, {}, b"User-agent: *\nCrawl-delay: 5"), "/a": (200, {}, PAGE)}
    fetcher.fetch(f"{server.url}/a")
    fetcher.fetch(f"{server.url}/a")
    assert max(pauses) == 5


def test_too_many_bytes_are_not_taken(server, fetcher, monkeypatch):
    """A page without end, or one that unpacks without end, is a problem and not a full memory."""
    monkeypatch.setattr(fetching, "LARGEST", 100_000)
    server.answers["/long"] = (200, {}, b"x" * 200_000)
    server.answers["/bomb"] = (200, {"Content-Encoding": "gzip"}, gzip.compress(b"x" * 5_000_000))
    for path in ("/long", "/bomb"):
        (problem,) = fetcher.fetch(server.url + path).problems
        assert (problem.code, "larger than" in problem.message) == ("fetch-failed", True)


def test_redirects_are_followed_but_not_without_end(server, fetcher):
    """The page at the end counts, under its own address."""
    server.answers["/old"] = (301, {"Location": "/new"}, b"")
    server.answers["/new"] = (200, {}, PAGE)
    server.answers["/round"] = (302, {"Location": "/round"}, b"")
    assert fetcher.fetch(f"{server.url}/old").value.url == f"{server.url}/new"
    (problem,) = fetcher.fetch(f"{server.url}/round").problems
    assert problem.code == "fetch-failed"


def test_nobody_outside_tests_can_ask_this_machine(server):
    """The fetcher that the program uses refuses this machine by number, by name, and by redirect or DNS."""
    server.answers["/a"] = (200, {}, PAGE)
    for host in ("127.0.0.1", "localhost", "[::1]", "0.0.0.0", "2130706433"):  # noqa: S104  # an address to refuse
        outcome = Fetcher().fetch(f"http://{host}:{server.server_port}/a")
        assert outcome.value is None
        assert outcome.problems[0].code in ("fetch-refused", "fetch-failed")
    assert server.asked == []


def test_a_redirect_to_another_network_is_refused(server, fetcher):
    """Who leads us to a machine that may not be asked gets nothing, and that machine hears nothing."""
    for target in (
        "http://10.0.0.1/",
        "http://169.254.169.254/latest",
        "file:///etc/passwd",
        "ftp://a.example/",
    ):
        server.answers["/away"] = (302, {"Location": target}, b"")
        (problem,) = fetcher.fetch(f"{server.url}/away").problems
        assert problem.code == "fetch-refused", target


def test_an_answer_of_the_dns_that_changes_leads_nowhere(server, monkeypatch):
    """The machine that was reached is looked at before a word is sent, whatever the DNS said a moment ago."""
    server.answers["/a"] = (200, {}, PAGE)
    real, answers = fetching.socket.getaddrinfo, []

    def changing(host, port, *more, **options):
        answers.append(host)
        shown = "93.184.215.14" if len(answers) % 2 else "127.0.0.1"
        return real(shown, port, *more, **options)

    monkeypatch.setattr(fetching.socket, "getaddrinfo", changing)
    (problem,) = (
        Fetcher(sleep=lambda _: None).fetch(f"http://rebound.example:{server.server_port}/a").problems
    )
    assert problem.code == "fetch-refused"
    assert server.asked == []


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.215.14", True), ("2606:2800:21f:cb07::1", True), ("127.0.0.1", False), ("10.1.2.3", False),
        ("172.16.0.1", False), ("192.168.1.1", False), ("169.254.169.254", False), ("100.64.0.1", False),
        ("0.0.0.0", False), ("224.0.0.1", False), ("255.255.255.255", False), ("::1", False), ("fe80::1", False),  # noqa: S104
        ("fc00::1", False), ("::ffff:127.0.0.1", False), ("64:ff9b::7f00:1", False), ("2002:7f00:1::", False),
        ("ff02::1", False), ("::", False), ("240.0.0.1", False),
    ],
)  # fmt: skip
def test_only_addresses_of_the_open_internet_are_public(address, public):
    """Private, local, shared and reserved networks are not, nor IPv6 addresses that stand for them."""
    assert is_public(ipaddress.ip_address(address)) is public


@pytest.mark.parametrize(
    ("url", "date"),
    [
        ("https://a.example/2021/05/04/patrol", "2021-05-04"), ("https://a.example/news/2021/5/patrol", "2021-05"),
        ("https://a.example/20210504-patrol", "2021-05-04"), ("https://a.example/patrol-1234567", None),
        ("https://a.example/?date=2021-05-04", None),
    ],
)  # fmt: skip
def test_dates_in_addresses_are_read_as_far_as_they_go(url, date):
    """Day or month; numbers that are no dates are none."""
    assert date_in(url) == date


def test_addresses_of_one_page_have_one_key():
    """Scheme, `www.`, a slash at the end, a fragment and counting parameters make no difference; others do."""
    same = ["https://www.a.example/b/", "http://a.example/b?utm_source=x#c", "https://A.example/b/amp"]
    assert len({page_key(url) for url in same}) == 1
    assert page_key("https://a.example/b?id=1") != page_key("https://a.example/b?id=2")
