"""The ways through the site: from the home page to a passage, as different readers go."""

import re

import pytest
from playwright.sync_api import expect

from browser.conftest import PHONE


def follow(page, public, *, root=""):
    """Go from the home page by a theme to an article and to one of its passages; return its id."""
    page.goto(public + root)
    page.locator(".dw-theme a").first.click()
    expect(page).to_have_url(re.compile(r"/themes/[a-z0-9-]+/$"))
    page.locator(".dw-card__title a").first.click()
    expect(page).to_have_url(re.compile(r"/articles/[a-z0-9-]+/$"))
    return page.locator(".dw-reading p[id]").first.get_attribute("id")


@pytest.mark.parametrize("root", ["", "ar/"])
def test_from_home_to_a_passage(root, page, public):
    """Home, theme, article, and the link to a passage, which marks it: in English and in Arabic."""
    passage = follow(page, public, root=root)
    page.locator(f"#{passage}").hover()
    page.locator(f"#{passage} .dw-permalink").click()
    expect(page).to_have_url(re.compile(f"#{passage}$"))
    expect(page.locator(f"#{passage}")).not_to_have_css("background-color", "rgba(0, 0, 0, 0)")


def test_the_same_way_without_javascript(visit, public):
    """Nothing on the way needs a script; a passage is still marked when its address is opened."""
    page = visit(java_script_enabled=False)
    passage = follow(page, public)
    page.goto(f"{page.evaluate('location.href')}#{passage}")
    expect(page.locator(f"#{passage}:target")).to_have_count(1)


def test_the_same_way_on_a_phone(visit, public):
    """On the narrowest phone nothing has to be scrolled sideways, and the menu opens."""
    page = visit(width=PHONE, dark=True)
    follow(page, public)
    page.locator(".dw-menu summary").click()
    page.locator(".dw-menu nav a", has_text="Chronology").click()
    expect(page).to_have_url(f"{public}events/")
