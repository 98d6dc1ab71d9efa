"""Hosts of addresses: nobody takes one for another's, neither by letters that look alike nor by what stands before it."""

import json
import re

import pytest

from diwan.adding.addresses import plain_address
from diwan.model.hosts import plain
from hostile import PAYLOADS

#: Addresses that mislead, and what a record holds instead; None where they name no host at all.
MISLEADING = {
    "https://аррӏе.com/x": "https://xn--80ak6aa92e.com/x",
    "https://goоgle.com/x": "https://xn--gogle-kye.com/x",
    "https://user:pass@goоgle.com/x": "https://xn--gogle-kye.com/x",
    "https://bank.example@evil.example/": "https://evil.example/",
    "https://صحيفة.example/مقال": "https://xn--ogbhx3c3b.example/مقال",
    "https://ⓐ.example:8080/?a#b": "https://a.example:8080/?a#b",
    "https://good.example\\@evil.example/": None,
    "https://%67ood.example/": None,
    "https://a℀b.example/": None,
    "https://a.example:99999/": None,
    "https://" + "a." * 50_000 + "-/": None,
    "https://" + "я" * 50_000 + "/": None,
    "https:///x": None,
}
SOUND = ["https://a.example", "http://a-b.c_d.example:80/x@y/http://b.example", "https://a.example/مقال?س=١#@", "http://192.0.2.1/",
         "https://[2001:db8::1]:443/x", "https://xn--80ak6aa92e.com/x", "https://a.example?user@host"]  # fmt: skip


@pytest.mark.parametrize("url", MISLEADING)
def test_an_address_that_misleads_is_told_with_what_to_write(url, project, diwan):
    """`diwan check` names the record and the address in ASCII, without name or password; `diwan add` writes that."""
    path = project / "corpus/articles/undated-note.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("url: unknown\n", f"url: {json.dumps(url)}\n", 1), encoding="utf-8")
    code, output = diwan("check")
    (said,) = [line for line in output.splitlines() if "[value-invalid]" in line]
    assert (code, "corpus/articles/undated-note.md:" in said, "'url" in said) == (1, True, True)
    assert (MISLEADING[url] or "it ") in said or "its " in said
    assert plain_address(url) == (MISLEADING[url] or "unknown")


@pytest.mark.parametrize("url", SOUND)
def test_other_addresses_stay_as_they_are(url):
    """Ports, numbers, paths in any script, an `@` behind the host."""
    assert plain(url) == plain_address(url) == url


def test_whatever_stands_for_a_host_ends_in_ascii_or_is_refused():
    """Every hostile input as a host, alone and before one."""
    for payload in PAYLOADS:
        for url in (f"https://{payload}/x", f"https://{payload}@a.example/", f"https://{payload}.example"):
            known = plain_address(url)
            assert known == "unknown" or plain(known) == known
            host = re.split(r"[/?#]", known.partition("//")[2])[0]
            assert host.isascii()
            assert "@" not in host


@pytest.mark.parametrize("url", ["ftp://a.example/", "a.example", "https://a b", "no"])
def test_what_is_no_address_is_told_once_and_in_words(url, project, diwan):
    """The field by its own name, and what an address is, instead of a pattern."""
    path = project / "corpus/articles/undated-note.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("url: unknown\n", f"url: {json.dumps(url)}\n", 1), encoding="utf-8")
    code, output = diwan("check")
    (said,) = [line for line in output.splitlines() if "[value-invalid]" in line]
    assert (code, "'url' is not right: it must be an address that begins with https://" in said) == (1, True)


@pytest.mark.parametrize(
    ("url", "recorded"),
    [
        ("https://a.example/b?utm_source=x&id=4&fbclid=IwAR0", "https://a.example/b?id=4"),
        ("https://a.example/b?fbclid=IwAR0", "https://a.example/b"),
        ("https://a.example/b?utm_medium=mail#part", "https://a.example/b#part"),
        ("https://a.example/b#:~:text=of%20the%20sea", "https://a.example/b"),
        ("https://a.example/b?", "https://a.example/b?"),
        ("https://a.example/b?q=%D9%86&s=2&empty=", "https://a.example/b?q=%D9%86&s=2&empty="),
        ("https://a.example/#/read?utm_source=x", "https://a.example/#/read?utm_source=x"),
        (
            "https://web.archive.org/web/2024/https://a.example/b?utm_source=x",
            "https://web.archive.org/web/2024/https://a.example/b?utm_source=x",
        ),
    ],
)
def test_how_somebody_came_to_a_page_is_no_part_of_its_address(url, recorded):
    """What counts clicks and names who clicked is left out; all else stands as it was, and what a copy is kept under."""
    assert plain_address(url) == recorded
