"""The network of concepts: every pair leads to exactly its articles, by pointer and by keys, and the address keeps it."""

import csv
import re
from collections import Counter, defaultdict
from itertools import combinations

import pytest
from playwright.sync_api import expect

from test_plots import families_of

#: Each row of the table: concepts, the number, where it leads, and how many articles are listed once one goes there.
PAIRS = """() => [...document.querySelectorAll(".dw-net__table tbody tr")].map((row) => {
  const [one, other] = [...row.children].map((cell) => cell.textContent);
  const link = row.querySelector("[data-number] a");
  return [one, other, Number(link.textContent), link.getAttribute("href")];
})"""
LISTED = """(urls) => urls.map((url) => {
  history.pushState(null, "", url);
  dispatchEvent(new PopStateEvent("popstate"));
  return document.querySelectorAll(".dw-net__pair li").length;
})"""

#: The same with what the head of each list says: texts, articles if they differ, and rows.
TOLD = """(urls) => urls.map((url) => {
  history.pushState(null, "", url);
  dispatchEvent(new PopStateEvent("popstate"));
  const [texts, articles = texts] = document.querySelector(".dw-net__pair .dw-count").textContent.match(/\\d+/g).map(Number);
  return [texts, articles, document.querySelectorAll(".dw-net__pair li").length];
})"""


def shared_in(site_public, once) -> Counter:
    """Return how many articles, or what *once* makes one of, name each two concepts, from the open data of the site."""
    names, labels = defaultdict(set), {}
    with (site_public / "data/mentions.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["kind"] in ("theme", "entity"):
                names[row["article"]].add((row["kind"], row["concept"]))
    with (site_public / "data/articles.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            names[row["id"]].update(("theme", theme) for theme in row["themes"].split(";") if theme)
    for kind, table in (("theme", "themes"), ("entity", "entities")):
        with (site_public / f"data/{table}.csv").open(encoding="utf-8", newline="") as file:
            labels |= {(kind, row["id"]): row["label_en"] for row in csv.DictReader(file)}
    found = {
        (frozenset((labels[one], labels[other])), once(article))
        for article, named in names.items()
        for one, other in combinations(named, 2)
    }
    return Counter(pair for pair, _ in found)


@pytest.fixture(scope="module")
def shared(site_public) -> Counter:
    """How many articles each two concepts share."""
    return shared_in(site_public, lambda article: article)


def test_every_pair_is_counted_and_listed_exactly(page, public, shared):
    """Each number of the table is that of the open data, and the list it leads to has as many articles."""
    page.goto(f"{public}explore/network/?least=3")
    pairs = page.evaluate(PAIRS)
    assert len(pairs) == 120
    assert [number for *_, number, _ in pairs] == [shared[frozenset((a, b))] for a, b, *_ in pairs]
    most = sorted(shared.values(), reverse=True)[: len(pairs)]
    assert [number for *_, number, _ in pairs] == most
    assert page.evaluate(LISTED, [url for *_, url in pairs]) == [number for *_, number, _ in pairs]


def test_texts_are_counted_once_for_each_pair(page, public, site_public, records):
    """On the sister page versions of one text count once; the list says how many articles they are."""
    family = families_of(records)
    shared = shared_in(site_public, lambda article: family[article])
    page.goto(f"{public}explore/texts/network/?least=3")
    pairs = page.evaluate(PAIRS)
    assert [number for *_, number, _ in pairs] == sorted(shared.values(), reverse=True)[: len(pairs)]
    assert [number for *_, number, _ in pairs] == [shared[frozenset((a, b))] for a, b, *_ in pairs]
    told = page.evaluate(TOLD, [url for *_, url in pairs])
    assert [texts for texts, _, _ in told] == [number for *_, number, _ in pairs]
    assert all(articles == listed for _, articles, listed in told)
    assert any(texts < articles for texts, articles, _ in told)


def test_lines_lead_where_the_table_does(page, public):
    """A line between two concepts says its number and opens the list of as many articles."""
    page.goto(f"{public}explore/network/?focus=entity:iran")
    lines = page.evaluate(
        """() => [...document.querySelectorAll(".dw-net__tie")].map((a) => [a.getAttribute("href"), Number(a.textContent.match(/\\d+$/)[0])])"""
    )
    assert len(lines) > 20
    assert page.evaluate(LISTED, [url for url, _ in lines]) == [number for _, number in lines]


def test_one_goes_round_by_keys(page, public):
    """Arrow keys go from concept to concept, Enter puts one in the middle; the address says which, and Back undoes it."""
    page.goto(f"{public}explore/network/")
    page.locator(".dw-net__dot[tabindex='0']").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    third = page.locator(".dw-net__dot").nth(2)
    expect(third).to_be_focused()
    name = third.get_attribute("aria-label")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("focus="))
    expect(page.locator(".dw-net__dot:focus")).to_have_attribute("aria-label", name)
    assert page.locator("select[name=focus] option:checked").inner_text().split(" (")[0] in name
    page.go_back()
    expect(page).not_to_have_url(re.compile("focus="))
    expect(page.locator("select[name=focus]")).to_have_value("")


def test_kinds_and_numbers_narrow_the_picture(page, public):
    """Without themes no theme is drawn or listed; a higher least number leaves fewer pairs; the address brings it back."""
    page.goto(f"{public}explore/network/?least=5")
    before = page.locator(".dw-net__tie").count()
    page.get_by_label("Themes", exact=True).uncheck()
    expect(page).to_have_url(re.compile("kind="))
    expect(page.locator(".dw-net__dot.dw-net--theme")).to_have_count(0)
    page.locator("input[name=least]").fill("8")
    page.locator("input[name=least]").press("Tab")
    expect(page).to_have_url(re.compile("least=8"))
    after = page.locator(".dw-net__tie").count()
    assert 0 < after < before
    page.reload()
    expect(page.locator(".dw-net__tie")).to_have_count(after)
    expect(page.get_by_label("Themes", exact=True)).not_to_be_checked()


def test_without_scripts_the_lists_are_there(visit, public):
    """Concepts with their numbers, and all articles, are part of the page; the form is not offered."""
    page = visit(java_script_enabled=False)
    page.goto(f"{public}explore/network/")
    assert page.locator("[data-node]").count() > 150
    assert page.locator("[data-names]").count() > 100
    expect(page.locator(".dw-net__form")).to_be_hidden()
