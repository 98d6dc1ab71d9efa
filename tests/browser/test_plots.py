"""Plots in the browser: a mark leads to exactly the articles it counts, and nothing is wider than its place."""

import re

import pytest

from browser.conftest import PHONE

#: Rows the list shows for each address, without loading the page anew: it reads the address whenever it changes.
LISTED = """
urls => urls.map(url => {
  history.pushState(null, "", url);
  dispatchEvent(new PopStateEvent("popstate"));
  return document.querySelectorAll(".dw-row").length;
})
"""
MARKS = """
() => [...document.querySelectorAll(".dw-plot svg a")].map(a => [a.href.baseVal, a.textContent, new URL(a.href.baseVal, location.href).href])
"""


def marks_of(page) -> list[tuple[str, int]]:
    """Return the address of each mark that counts articles, with the number it says."""
    found = [(whole, re.search(r"(\d+)$", text)) for _, text, whole in page.evaluate(MARKS)]
    return [(url, int(number.group(1))) for url, number in found if number and "#" not in url]


@pytest.mark.browser
def test_every_mark_of_explore_leads_to_as_many_articles_as_it_says(page, public):
    """All tiles and bars, hundreds of them: the list behind each has exactly that many rows."""
    found = []
    for path in ("explore/", "explore/outlets/"):
        page.goto(public + path)
        found += marks_of(page)
    marks = [(url, number) for url, number in found if "/articles/?" in url]
    years = [(url, number) for url, number in found if "/lists/year/" in url]
    assert len(marks) > 200
    assert len(years) > 10
    page.goto(f"{public}articles/")
    assert page.evaluate(LISTED, [url for url, _ in marks]) == [number for _, number in marks]
    for url, number in years[:: len(years) // 5]:
        page.goto(url)
        assert page.locator(".dw-row").count() == number


TEXTS = LISTED.replace(
    'document.querySelectorAll(".dw-row").length',
    'new Set([...document.querySelectorAll(".dw-row")].map((row) => row.dataset.family)).size',
)


@pytest.mark.browser
def test_marks_that_count_texts_lead_to_lists_of_as_many_texts(page, public):
    """The list behind such a mark has all versions, as many articles as it says, and says how many texts they are."""
    page.goto(f"{public}explore/texts/")
    marks = [
        (whole, text)
        for _, text, whole in page.evaluate(MARKS)
        if "/articles/?" in whole and re.search(r"\d+( \(articles: \d+\))?$", text)
    ]
    said = [re.search(r"(\d+)(?: \(articles: (\d+)\))?$", text).groups() for _, text in marks]
    assert len(marks) > 100
    assert any(articles for _, articles in said)
    page.goto(f"{public}articles/")
    urls = [url for url, _ in marks]
    assert page.evaluate(TEXTS, urls) == [int(texts) for texts, _ in said]
    assert page.evaluate(LISTED, urls) == [int(articles or texts) for texts, articles in said]


@pytest.mark.browser
def test_ties_lead_to_a_search_that_finds_as_many(page, public):
    """A line between two themes opens the search for both."""
    page.goto(f"{public}explore/network/")
    ties = [(url, number) for url, number in marks_of(page) if "/search/?" in url]
    for url, number in (ties[0], ties[len(ties) // 2], ties[-1]):
        page.goto(url)
        page.locator(".dw-search__status", has_text=re.compile(rf"^{number} articles? found")).wait_for()


@pytest.mark.browser
@pytest.mark.parametrize(
    "path", ["explore/", "ar/explore/", "themes/islamic-nato/", "ar/themes/islamic-nato/"]
)
def test_pictures_scroll_in_their_frame_and_not_the_page(visit, public, path):
    """On a small phone the page is as wide as the screen."""
    page = visit(width=PHONE)
    page.goto(f"{public}{path}")
    page.evaluate("document.fonts.ready")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
