"""The site as an archive: unpacked on a disk, opened without a server."""

import io
import re
import zipfile

import pytest
from playwright.sync_api import expect

from diwan.packing import pack
from sitecheck import broken_links, read_site


@pytest.fixture(scope="module")
def disk(site_public, tmp_path_factory):
    """The folder that somebody gets who unpacks the archive of the public site."""
    archive = pack(site_public, "corpus")
    assert archive == pack(site_public, "corpus")
    assert len(archive) < 15_000_000
    folder = tmp_path_factory.mktemp("disk")
    zipfile.ZipFile(io.BytesIO(archive)).extractall(folder)  # our own archive
    return folder / "corpus"


def test_every_link_on_the_disk_leads_to_a_file(disk):
    """No link is left to a folder, which a browser would show as a list of files; none is broken."""
    pages = read_site(disk)
    assert len(pages) > 700
    broken = [link for link in broken_links(disk, pages) if "404.html" not in link]
    assert broken == []
    to_folders = [
        f"{page.path}: {link}"
        for page in pages.values()
        for tag, link in page.links
        if tag == "a" and "://" not in link and link.split("#")[0].split("?")[0].endswith(("/", ".."))
    ]
    assert to_folders == []


def test_one_walks_from_home_to_an_article_on_the_disk(disk, visit):
    """Pages look as they do on the web, links lead on, filters work; the search page says what it cannot do."""
    page = visit()
    page.goto((disk / "index.html").as_uri())
    assert page.evaluate("getComputedStyle(document.body).display") == "flex"
    page.locator(".dw-theme a").first.click()
    expect(page).to_have_url(re.compile("/corpus/themes/"))
    page.locator(".dw-card__title a").first.click()
    expect(page).to_have_url(re.compile("/corpus/articles/"))
    # A click waits for an answer, not for all of the page.
    page.wait_for_load_state()
    assert page.locator(".dw-reading p[id]").count() > 2
    page.locator("[data-dw=language-switch]").click()
    expect(page).to_have_url(re.compile("/corpus/ar/articles/"))
    page.goto((disk / "articles/index.html").as_uri())
    page.locator("select[name=language]").select_option("fa")
    expect(page).to_have_url(re.compile("language=fa"))
    assert 0 < page.locator(".dw-row").count() < 30
    page.goto((disk / "search/index.html").as_uri())
    expect(page.get_by_text("a copy on a disk has none")).to_be_visible()
