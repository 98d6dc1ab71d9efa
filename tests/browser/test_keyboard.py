"""The site in the hands of somebody without a mouse."""

import re

import pytest
from playwright.sync_api import expect

from browser.conftest import PHONE
from browser.kinds import KINDS

#: Presses of Tab after which a place on the way should have been reached: more is no way.
REACH = 60


def tab_to(page, wanted):
    """Press Tab until the focus is on what matches *wanted*; return how many presses it took."""
    for presses in range(1, REACH):
        page.keyboard.press("Tab")
        if page.evaluate("wanted => document.activeElement.matches(wanted)", wanted):
            return presses
    return pytest.fail(
        f"{wanted} was not reached in {REACH} presses of Tab at {page.evaluate('location.href')}"
    )


def test_from_home_to_a_passage_by_keys_alone(page, public):
    """Skip the masthead, choose a theme, an article, a passage; open a verdict and follow its evidence."""
    page.goto(public)
    assert tab_to(page, ".dw-skip") == 1
    page.keyboard.press("Enter")
    expect(page.locator("#content")).to_be_focused()
    tab_to(page, ".dw-theme a")
    page.keyboard.press("Enter")
    page.wait_for_url("**/themes/*/")
    page.goto(f"{public}articles/alaraby-2026-gulf-military-integration/")
    tab_to(page, ".dw-verdict--supportive summary")
    page.keyboard.press("Enter")
    tab_to(page, ".dw-evidence a")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#en"))
    expect(page.locator(":target")).to_have_count(1)


def test_j_and_k_go_from_passage_to_passage(page, public):
    """The address follows, so that it can be copied; in a field the letters are letters."""
    page.goto(f"{public}articles/rostami-2025-iran-islamic-nato/")
    page.keyboard.press("j")
    page.keyboard.press("j")
    expect(page).to_have_url(re.compile("#en2$"))
    page.keyboard.press("k")
    expect(page).to_have_url(re.compile("#en1$"))
    expect(page.locator("#en1 .dw-permalink")).to_be_focused()
    page.locator(".dw-searchbox input").fill("j")
    page.locator(".dw-searchbox input").press("j")
    expect(page.locator(".dw-searchbox input")).to_have_value("jj")
    # The letter has come, and the page's own word for where it is needs no event to reach us.
    assert page.evaluate("location.hash") == "#en1"


def test_a_card_shows_on_focus_and_goes_with_escape(page, public):
    """The concept under the focus is explained in a card that describes the link."""
    page.goto(f"{public}articles/rostami-2025-iran-islamic-nato/")
    link = page.locator(".dw-reading a[href*='themes/']").first
    link.focus()
    card = page.locator(".dw-peek")
    expect(card).to_be_visible()
    expect(link).to_have_attribute("aria-describedby", card.get_attribute("id"))
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()


@pytest.mark.parametrize("path", [KINDS["home"], KINDS["article with a digest"], f"ar/{KINDS['articles']}"])
def test_the_focus_is_always_seen(path, page, public):
    """Wherever Tab leads, something of the focused thing is in the window, and an outline is drawn around it."""
    page.goto(public + path)
    for _ in range(25):
        page.keyboard.press("Tab")
        seen = page.evaluate("""() => {
          const thing = document.activeElement, box = thing.getBoundingClientRect(), style = getComputedStyle(thing);
          const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
          return { inside, outline: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2, what: thing.outerHTML.slice(0, 80) };
        }""")
        assert seen["inside"], seen
        assert seen["outline"], seen


def test_light_and_dark_are_remembered(page, public):
    """The reader's choice holds on the next page, against the system's wish."""
    page.goto(public)
    page.locator(".dw-palette").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.goto(f"{public}themes/")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == dark


@pytest.mark.parametrize("edition", ["public", "private"])
def test_the_way_past_the_head_shows_itself_only_to_keys(visit, root):
    """The link to the content covers nothing until the first Tab, on a phone either, below the private edition's warning too."""
    page = visit(width=PHONE)
    page.goto(f"{root}articles/")
    seen = """() => { const link = document.querySelector(".dw-skip"), { x, y, width, height } = link.getBoundingClientRect();
      return [[0.1, 0.1], [0.5, 0.5], [0.9, 0.9]].some(([a, b]) => document.elementFromPoint(x + a * width, y + b * height) === link); }"""
    assert not page.evaluate(seen)
    page.keyboard.press("Tab")
    page.wait_for_function(seen)
