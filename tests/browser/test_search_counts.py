"""What numbers of the search page count, and the facet of what readers differ on."""

import re
from collections import Counter

import pytest
from playwright.sync_api import expect

from browser.test_search_page import ready
from test_plots import families_of

STATUS = ".dw-search__status"
#: The numbers of a facet by value.
FACET = """name => Object.fromEntries([...document.querySelectorAll(`[data-facet="${name}"] li`)].map((li) => [li.querySelector("input").value, +li.querySelector("[data-count]").dataset.count]))"""


def test_facets_count_articles_or_texts(page, public, records):
    """The switch changes every number of the facets to texts, each once for each value; the address keeps it."""
    family = families_of(records)
    english = [record for record in records if record["language"] == "en"]
    texts = len({family[record["id"]] for record in english})
    page.goto(f"{public}search/?language=en")
    page.locator(STATUS, has_text=f"{len(english)} articles found · independent texts: {texts}").wait_for()
    ready(page)
    assert page.evaluate(FACET, "kind") == Counter(record["kind"] for record in english)
    page.locator(".dw-search__units button", has_text="Independent texts").click()
    page.locator(".dw-search__units [aria-pressed=true]", has_text="Independent texts").wait_for()
    expect(page).to_have_url(re.compile("count=texts"))
    ready(page)
    kinds = Counter(kind for kind, _ in {(record["kind"], family[record["id"]]) for record in english})
    assert page.evaluate(FACET, "kind") == kinds
    assert kinds.total() < len(english)
    chart = page.locator(".dw-years__bars").get_attribute("aria-label")
    assert chart.startswith("Independent texts by year")
    numbers = {year: int(count) for year, count in re.findall(r"(\d{4}) \((\d+)\)", chart)}
    years = {
        (str(r["date"])[:4], family[r["id"]])
        for r in english
        if re.match(r"\d{4}(-\d\d)*~?$", str(r["date"]))
    }
    assert all(numbers[year] >= count for year, count in Counter(year for year, _ in years).items())
    page.reload()
    page.locator(".dw-search__units [aria-pressed=true]", has_text="Independent texts").wait_for()


def test_the_line_that_leads_to_lists_is_seen_at_once(page, public):
    """On the blank page the way to browse stands above the fold."""
    page.goto(f"{public}search/")
    place = page.locator(".dw-searchpage__browse").bounding_box()
    assert place["y"] + place["height"] < page.viewport_size["height"] / 2


@pytest.mark.parametrize(("prefix", "differ"), [("", "readers differ"), ("ar/", "القرّاء مختلفون")])
def test_what_readers_differ_on_is_a_facet(page, serve, unsettled, prefix, differ):
    """The facet narrows to the articles on which readers differ; each result says so; the query language knows it."""
    site = serve(unsettled / "site")
    page.goto(f"{site}{prefix}search/?language=en")
    ready(page)
    page.locator("[data-facet=differ] summary").click()
    assert page.evaluate(FACET, "differ") == {"patrol": 1}
    page.locator("[data-facet=differ] input").check()
    expect(page).to_have_url(re.compile("differ=patrol"))
    page.locator(f"{STATUS}[data-total='1']").wait_for()
    ready(page)
    assert page.locator(".dw-hit .dw-differ").inner_text().strip() == differ
    page.goto(f"{site}{prefix}search/?q=differ:patrol")
    page.locator(f"{STATUS}[data-total='1']").wait_for()
