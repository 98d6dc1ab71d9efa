"""The search page as people use it: box, results, facets, concordance, downloads, keys, and what may go wrong."""

import csv
import io
import json
import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from browser.test_accessibility import violations

WIDE = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


def search(page, site, query, *, root="") -> None:
    """Open the search page with a query and wait until it has been answered."""
    page.goto(f"{site}{root}search/?{query}")
    ready(page)


def ready(page) -> None:
    """Wait until the search page shows what it found."""
    page.locator("#diwan-search[aria-busy=false]").wait_for()


def total(page) -> int:
    """Return how many articles the page says it found."""
    return int(page.locator(".dw-search__status").get_attribute("data-total") or 0)


def test_from_any_page_to_a_passage(page, public):
    """`/` goes to the box, Enter searches, a passage opens with the words marked in it."""
    page.goto(f"{public}about/")
    page.keyboard.press("/")
    page.keyboard.type('"islamic nato"')
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=*")
    ready(page)
    assert total(page) > 10
    link = page.locator(".dw-hit__passage a[href*='mark=']").first
    words = link.locator("mark").first.inner_text()
    passage = link.get_attribute("href").partition("#")[2]
    link.click()
    page.wait_for_url(f"**#{passage}")
    marks = page.locator(f"#{passage} mark")
    expect(marks.first).to_be_visible()
    assert words in [mark.lower() if words.islower() else mark for mark in marks.all_inner_texts()]
    expect(page.locator(f"#{passage}")).not_to_have_css("background-color", "rgba(0, 0, 0, 0)")


@pytest.mark.parametrize("root", ["", "ar/"])
def test_every_example_of_the_help_finds_articles(root, page, public):
    """Examples are in names of this corpus, and each is a link to what it finds."""
    page.goto(f"{public}{root}search/")
    ready(page)
    examples = page.locator(".dw-search__help dt a")
    asked = examples.all_inner_texts()
    assert len(asked) > 10
    for query in asked:
        page.goto(f"{public}{root}search/")
        page.locator(".dw-search__help dt a").get_by_text(query, exact=True).click()
        page.locator(".dw-search__status[data-total]").wait_for()
        assert total(page) > 0, query
        expect(page.locator(".dw-searchbox input")).to_have_value(query)


def test_results_stand_in_their_own_language_and_direction(page, public):
    """Titles and passages carry language and direction; both scripts come from one box."""
    search(page, public, "q=nato OR ناتو")
    languages = page.locator(".dw-hit__title a").evaluate_all("all => all.map(a => `${a.lang} ${a.dir}`)")
    assert {"en ltr", "ar rtl"} & set(languages)
    assert all((way == "rtl") == (tag in ("ar", "fa", "ur", "he")) for tag, way in map(str.split, languages))


@pytest.mark.parametrize(("root", "ui"), [("", "en"), ("ar/", "ar")])
def test_titles_are_glossed_for_who_reads_another_language(root, ui, page, public):
    """Below a title in the reader's language stands no other but one that was found; below any other the reader's."""
    search(page, public, "q=nato", root=root)
    rows = page.locator(".dw-hit").evaluate_all(
        """all => all.map((hit) => {
          const [title, gloss] = [hit.querySelector(".dw-hit__title a"), hit.querySelector(".dw-gloss")];
          return [title.lang, gloss?.lang ?? "", Boolean(gloss?.querySelector("mark")), title.innerText];
        })"""
    )
    assert len({title == ui for title, *_ in rows}) == 2
    for title, gloss, marked, text in rows:
        assert gloss == ("" if title == ui else ui) or (title == ui and marked), text
        assert title == ui or not text.startswith("[")


def test_facets_narrow_and_go_back(page, public):
    """Several values of a facet, chips that take them away, an address that says it all, and Back."""
    search(page, public, "q=nato")
    before = total(page)
    expected = 0
    for language in ("ar", "tr"):
        box = page.locator(f"input[name=language][value={language}]")
        expected += int(box.locator("xpath=..").locator("[data-count]").get_attribute("data-count"))
        box.check()
        page.wait_for_function(
            f"() => document.querySelector('.dw-search__status').dataset.total == {expected}"
        )
        ready(page)
    expect(page).to_have_url(re.compile("language=ar&language=tr"))
    assert 0 < expected < before
    page.get_by_role("button", name="Remove Language: Turkish").click()
    page.wait_for_function(f"() => document.querySelector('.dw-search__status').dataset.total != {expected}")
    ready(page)
    page.go_back()
    page.wait_for_function(f"() => document.querySelector('.dw-search__status').dataset.total == {expected}")
    expect(page.locator("input[name=language][value=tr]")).to_be_checked()


def test_what_was_read_whole_can_be_asked_for(page, public):
    """Cards say where only the opening was read; with the rest chosen none does, and what is chosen stands apart from below."""
    search(page, public, "q=nato&read=full")
    chosen = page.locator(".dw-search__chips")
    assert "What we read: the whole article" in chosen.inner_text()
    assert 0 < page.locator(".dw-hit").count() == total(page)
    assert page.locator(".dw-hit .dw-opening").count() == 0
    below = page.locator(".dw-search__chips + *")
    assert below.bounding_box()["y"] - chosen.bounding_box()["y"] - chosen.bounding_box()["height"] > 8
    search(page, public, "q=nato read:opening")
    assert page.locator(".dw-hit .dw-opening").count() == page.locator(".dw-hit").count() > 0


def test_years_are_chosen_by_dragging(page, public):
    """Dragging over the bars narrows to those years; the two lists say the same."""
    search(page, public, "q=nato")
    bars = page.locator(".dw-years__bars")
    bars.scroll_into_view_if_needed()
    box, count = bars.bounding_box(), bars.locator("rect").count()
    step = box["width"] / count
    page.mouse.move(box["x"] + box["width"] - 2.5 * step, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] - 0.5 * step, box["y"] + 20, steps=3)
    page.mouse.up()
    page.wait_for_url("**year=*")
    ready(page)
    years = [int(y) for y in bars.locator("rect").evaluate_all("all => all.map(r => r.dataset.year)")][-3:]
    expect(page).to_have_url(re.compile(re.escape(f"year={years[0]}..{years[-1]}")))
    expect(page.locator(".dw-years select").first).to_have_value(str(years[0]))
    inside = bars.locator("rect:not(.dw-years__bar--out)").evaluate_all(
        "all => all.map(r => +r.dataset.count)"
    )
    assert sum(inside) >= total(page)


def test_a_concept_is_offered_and_its_names_can_be_switched_off(page, public):
    """A name in any spelling leads to all names; each says how many articles it finds; off means off."""
    search(page, public, "q=لاریجانی")
    literal = total(page)
    offer = page.locator("[data-concept='entity:ali-larijani']")
    assert re.fullmatch(r"Search all its names: \d+ articles?", offer.get_by_role("button").inner_text())
    offer.get_by_role("button").click()
    page.wait_for_url("**concept*")
    page.locator(".dw-offer--on").wait_for()
    ready(page)
    everything = total(page)
    assert everything >= literal
    names = page.locator(".dw-offer--on li:has(input)")
    assert names.count() > 2
    kept = names.first
    expected = int(kept.locator("[data-count]").get_attribute("data-count"))
    for place in range(1, names.count()):
        names.nth(place).locator("input").uncheck()
        page.wait_for_function(f"() => new URLSearchParams(location.search).getAll('off').length === {place}")
        ready(page)
        page.locator(".dw-offer--on").wait_for()
    assert total(page) == expected


def test_typing_errors_are_mended_on_request(page, public):
    """A word that nothing has is answered by the nearest that something has."""
    search(page, public, "q=gulf secruity")
    assert total(page) == 0
    page.locator(".dw-search__correction a").click()
    page.wait_for_url("**security*")
    page.wait_for_function("() => document.querySelector('.dw-search__status').dataset.total > 10")


def test_the_concordance_aligns_and_sorts(page, public):
    """Every hit has a line; the words after it can be brought into order; Arabic lines run from right to left."""
    search(page, public, "q=الناتو&view=lines&lines=right", root="ar/")
    lines = page.locator(".dw-line")
    assert lines.count() > 20
    keys = page.locator(".dw-line__key").evaluate_all(
        "all => all.map(k => { const b = k.getBoundingClientRect(); return b.x + b.width / 2; })"
    )
    assert max(keys) - min(keys) < 40
    first = page.locator(".dw-line__text[lang=ar]").first
    left, key = first.locator(".dw-line__left").bounding_box(), first.locator(".dw-line__key").bounding_box()
    assert left["x"] > key["x"]
    after = [
        text.strip() for text in page.locator(".dw-line__text[lang=ar] .dw-line__right").all_inner_texts()
    ]
    arabic = [text for text in after if re.match("[ء-ي]", text)]
    in_order = page.evaluate(
        "texts => [...texts].sort(new Intl.Collator(undefined, { ignorePunctuation: true, sensitivity: 'base' }).compare)",
        arabic,
    )
    assert arabic == in_order


@pytest.mark.parametrize("kind", ["articles", "lines", "bibtex", "ris", "csl", "chicago", "apa", "mla"])
def test_what_was_found_can_be_downloaded(kind, page, public):
    """Tables have a row for each article or hit; citations are one for each article found."""
    search(page, public, 'q="islamic nato" lang:ar')
    page.locator(".dw-download summary").click()
    with page.expect_download() as download:
        page.locator(f"[data-download={kind}]").click()
    text = download.value.path().read_text(encoding="utf-8")
    if kind == "csl":
        assert len(json.loads(text)) == total(page)
    elif kind in ("chicago", "apa", "mla"):
        assert len(text.splitlines()) == total(page)
    elif kind in ("bibtex", "ris"):
        assert len(re.findall(r"(?m)^@\w+\{|^TY  - ", text)) == total(page)
    else:
        rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
        assert len({row["id" if kind == "articles" else "article"] for row in rows}) == total(page)
        assert all(
            re.search("islamic|إسلامي|الإسلامي", row["hit"], re.IGNORECASE) for row in rows if kind == "lines"
        )


def test_the_box_is_a_combobox(page, public):
    """Arrows move through suggestions, the box says which is active, Escape closes and then empties, Enter chooses."""
    page.goto(f"{public}about/")
    box = page.locator("input[role=combobox]")
    box.press_sequentially("istanb")
    options = page.get_by_role("option")
    # Who types slowly is offered something on the way: the first says for which letters.
    expect(options.first).to_contain_text("istanb")
    options.nth(1).wait_for()
    expect(box).to_have_attribute("aria-expanded", "true")
    box.press("ArrowDown")
    box.press("ArrowDown")
    expect(box).to_have_attribute("aria-activedescendant", options.nth(1).get_attribute("id"))
    expect(options.nth(1)).to_have_attribute("aria-selected", "true")
    box.press("Escape")
    expect(box).to_have_attribute("aria-expanded", "false")
    expect(box).to_have_value("istanb")
    box.press("ArrowUp")
    options.nth(1).wait_for()
    box.press("ArrowDown")
    box.press("ArrowDown")
    box.press("Enter")
    page.wait_for_url("**/search/?q=concept*")
    ready(page)
    assert total(page) > 0
    box.press("Escape")
    expect(box).to_have_value("")


@pytest.mark.parametrize("root", ["", "ar/"])
def test_axe_finds_nothing_open_or_closed(root, visit, public):
    """No fault of accessibility with help, results, suggestions, concordance; light and dark, in both directions."""
    page = visit(bypass_csp=True)
    search(page, public, "q=nato&language=ar", root=root)
    page.evaluate(Axe().axe_script)
    found = []
    for state in ("results", "suggestions", "lines", "nothing"):
        if state == "suggestions":
            page.locator("input[role=combobox]").fill("iran")
            page.get_by_role("option").nth(1).wait_for()
        elif state == "lines":
            page.locator("input[role=combobox]").press("Escape")
            page.locator(".dw-search__views button").nth(1).click()
            page.locator(".dw-line").first.wait_for()
            ready(page)
        elif state == "nothing":
            page.locator("input[role=combobox]").fill("natoo xyzzyq")
            page.locator("input[role=combobox]").press("Enter")
            page.locator(".dw-search__nothing").wait_for()
            ready(page)
        for dark in (False, True):
            page.emulate_media(color_scheme="dark" if dark else "light")
            found += [
                f"{state} {dark}: {fault}" for fault in violations(page, {"resultTypes": ["violations"]})
            ]
    assert found == []


@pytest.mark.parametrize(
    ("width", "query"), [(390, "q=nato"), (320, "q=الناتو&view=lines"), (320, "q=concept:entity:nato")]
)
def test_it_fits_a_phone(width, query, visit, public):
    """On a phone nothing has to be scrolled sideways; facets wait behind a line of their own."""
    page = visit(width=width)
    search(page, public, query)
    assert page.evaluate(WIDE) == 0
    facets = page.locator(".dw-search__facets")
    assert facets.get_attribute("open") is None
    facets.locator("> summary").click()
    expect(facets).to_have_attribute("open", "")
    assert page.evaluate(WIDE) == 0


def test_a_new_edition_behind_an_old_page_is_said(page, public):
    """Where a part of the index is gone the page says why and offers to load itself again."""
    page.route("**/search/*/lists/*", lambda route: route.fulfill(status=404))
    page.goto(f"{public}search/?q=nato")
    failure = page.get_by_role("alert")
    failure.wait_for()
    assert "published anew" in failure.inner_text()
    page.unroute("**/search/*/lists/*")
    failure.get_by_role("link").click()
    page.locator(".dw-hit").first.wait_for()


def test_without_javascript_the_lists_are_offered(visit, public):
    """The page says what it needs and leads to every article without it."""
    page = visit(java_script_enabled=False)
    page.goto(f"{public}search/?q=nato")
    assert "needs JavaScript" in page.locator("noscript p").inner_text()
    page.locator(".dw-searchpage__browse a").first.click()
    expect(page).to_have_url(f"{public}articles/")


def test_browsers_can_offer_the_search_themselves(page, public):
    """Each page names an OpenSearch description, whose address searches."""
    page.goto(f"{public}ar/about/")
    description = page.locator("link[rel=search]").get_attribute("href")
    answer = page.request.get(page.evaluate("href => new URL(href, location.href).href", description))
    assert "https://corpus.example/gulf/ar/search/?q={searchTerms}" in answer.text()
