"""Plots in the browser: a mark leads to exactly the articles it counts, and nothing is wider than its place."""

import re

import pytest
from playwright.sync_api import expect

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
@pytest.mark.parametrize("path", ["", "themes/", "ar/themes/istanbul-cooperation-initiative/"])
def test_parts_of_bars_lead_to_exactly_what_they_count(page, public, path):
    """Behind each part is the list of its articles, which says how many texts they are."""
    page.goto(public + path)
    parts = page.evaluate(
        """() => [...document.querySelectorAll(".dw-tally__part a")].map((a) => [a.href, ["articles", "texts"].map((unit) => Number((a.querySelector(`[data-unit=${unit}]`) ?? a.querySelector("bdi")).textContent))])"""
    )
    assert len(parts) >= 4
    page.goto(f"{public}{'ar/' if path.startswith('ar/') else ''}articles/")
    assert page.evaluate(LISTED, [url for url, _ in parts]) == [articles for _, (articles, _) in parts]
    assert page.evaluate(TEXTS, [url for url, _ in parts]) == [texts for _, (_, texts) in parts]


@pytest.mark.browser
@pytest.mark.parametrize("scripts", [True, False])
def test_the_switch_shows_one_number_at_a_time(visit, public, scripts):
    """Articles first; a click or the arrow key shows texts, with and without scripts; the address keeps it."""
    page = visit(java_script_enabled=scripts)
    page.goto(public)
    first, title = page.locator(".dw-theme__count").first, page.locator(".dw-home__coverage h2")
    expect(first).to_have_text(re.compile(r"^\s*\d+ articles\s*$"), use_inner_text=True)
    page.locator(".dw-switch input[value=articles]").focus()
    page.keyboard.press("ArrowRight")
    expect(first).to_have_text(re.compile(r"^\s*\d+ independent texts\s*$"), use_inner_text=True)
    expect(title).to_have_text("Independent texts by year", use_inner_text=True)
    expect(page.locator(".dw-home__coverage svg:visible")).to_have_count(1)
    if scripts:
        expect(page).to_have_url(f"{public}?count=texts")
        page.reload()
        expect(title).to_have_text("Independent texts by year", use_inner_text=True)


@pytest.mark.browser
def test_a_list_counts_by_the_switch(page, public):
    """Numbers in menus and of groups are those of the unit chosen."""
    page.goto(f"{public}articles/")
    count = "[...document.querySelectorAll('.dw-group .dw-count')].map((e) => +e.textContent)"
    menu = page.locator("select[name=language] option", has_text="English")
    articles, before = page.evaluate(count), menu.text_content()
    page.locator(".dw-switch label", has_text="Independent texts").click()
    expect(page).to_have_url(re.compile("count=texts"))
    rows = page.evaluate(
        "[...document.querySelectorAll('.dw-group')].map((g) => new Set([...g.querySelectorAll('.dw-row')].map((r) => r.dataset.family)).size)"
    )
    assert page.evaluate(count) == rows
    assert sum(rows) < sum(articles)
    assert menu.text_content() != before
    page.locator("select[name=language]").select_option("en")
    expect(page).to_have_url(re.compile("count=texts.*language=en"))


@pytest.mark.browser
def test_ties_lead_to_a_search_that_finds_as_many(page, public):
    """A line between two themes opens the search for both."""
    page.goto(f"{public}explore/network/")
    ties = [(url, number) for url, number in marks_of(page) if "/search/?" in url]
    for url, number in (ties[0], ties[len(ties) // 2], ties[-1]):
        page.goto(url)
        page.locator(".dw-search__status", has_text=re.compile(rf"^{number} articles? found")).wait_for()
    page.goto(f"{public}explore/texts/network/")
    said = [re.search(r"(\d+) \(articles: (\d+)\)$", text) for _, text, _ in page.evaluate(MARKS)]
    assert any(said)
    assert all(int(one.group(1)) < int(one.group(2)) for one in said if one)


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


@pytest.mark.browser
@pytest.mark.parametrize(
    "path", ["explore/", "ar/explore/", "themes/islamic-nato/", "ar/themes/islamic-nato/"]
)
def test_a_phone_shows_the_newest_end_of_time_first(page, public, path):
    """What is too wide for a phone begins where most articles are: the last year named is in sight, in both directions."""
    page.set_viewport_size({"width": PHONE, "height": 800})
    page.goto(public + path)
    picture = page.locator(".dw-plot--timed .dw-plot__picture").first
    assert picture.evaluate("it => it.scrollWidth > it.clientWidth")
    named = picture.locator("text").evaluate_all(
        "all => all.map(t => [t.textContent, t.getBoundingClientRect()]).map(([text, at]) => [text, at.left, at.right])"
    )
    years = [(int(text), left, right) for text, left, right in named if re.fullmatch(r"\d{4}", text)]
    _, left, right = max(years)
    assert 0 <= left < right <= PHONE
