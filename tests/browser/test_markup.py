"""Markup and links: the Nu HTML checker on every kind of page, and every link of the site from a place it never saw."""

import json
import shutil
import subprocess

import pytest

from browser.kinds import EVERYWHERE
from set_up import find_checker
from sitecheck import broken_links, read_site


@pytest.mark.skipif(
    not find_checker(), reason="the Nu HTML checker is not here (tests/set_up.py installs it)"
)
def test_the_html_checker_finds_no_error(request, tmp_path):
    """Every kind of page, in both languages, is valid HTML; a fault that is planted is found."""
    planted = tmp_path / "planted.html"
    planted.write_text("<!doctype html><html lang=en><title>x</title><p id=a><i id=a></p>", encoding="utf-8")
    folders = {edition: request.getfixturevalue(f"site_{edition}") for edition in {e for e, _ in EVERYWHERE}}
    files = [
        folders[edition] / path / ("" if path.endswith(".html") else "index.html")
        for edition, path in EVERYWHERE
    ]
    command = [*find_checker(), "--format", "json", "--errors-only", *map(str, files), str(planted)]
    said = json.loads(subprocess.run(command, capture_output=True, text=True, check=False).stderr)
    found = [f"{m['url']}:{m.get('lastLine')}: {m['message']}" for m in said["messages"]]
    assert [message for message in found if "planted.html" in message] != []
    assert [message for message in found if "planted.html" not in message] == []


def test_no_link_is_broken_wherever_the_site_stands(site_public, tmp_path):
    """Links and fragments lead somewhere below another path as well; the page for what is not there knows its host."""
    moved = tmp_path / "some/where/else"
    shutil.copytree(site_public, moved)
    pages = read_site(moved)
    assert len(pages) > 700
    assert broken_links(moved, pages) == []


def test_a_broken_link_would_be_found(site_public, tmp_path):
    """The check above sees a fault that is planted."""
    page = tmp_path / "index.html"
    text = (site_public / "about/index.html").read_text(encoding="utf-8")
    page.write_text(text + '<a href="nowhere/">x</a><a href="#nowhere">x</a>', encoding="utf-8")
    broken = broken_links(tmp_path, read_site(tmp_path))
    assert any("nowhere/" in link for link in broken)
    assert any("#nowhere" in link for link in broken)


def test_no_article_page_is_heavy(site_public):
    """Article pages stay below 60 kB of HTML, lists below 450 kB however long they are."""
    sizes = {path: path.stat().st_size for path in site_public.rglob("articles/*/index.html")}
    assert len(sizes) > 250
    assert {str(path): size for path, size in sizes.items() if size > 60_000} == {}
    assert max(path.stat().st_size for path in site_public.rglob("*.html")) < 450_000
