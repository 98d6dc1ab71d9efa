"""Accessibility: the rules of axe on every kind of page, and what no rule can see, by script."""

import json

import pytest
from axe_playwright_python.sync_playwright import Axe

from browser.conftest import DESK, PHONE
from browser.kinds import PAGES

#: WCAG 2.2 A and AA, and what axe calls best practice (landmarks, one h1, order of headings).
EVERYTHING = {"resultTypes": ["violations"]}
#: Light or dark changes colours and nothing else.
COLOURS = {"resultTypes": ["violations"], "runOnly": ["color-contrast", "link-in-text-block"]}


def violations(page, options):
    """Return what axe finds wrong: rule, place, and why."""
    found = json.loads(
        page.evaluate("o => axe.run(document, o).then(r => JSON.stringify(r.violations))", options)
    )
    return [
        f"{rule['id']}: {node['target']} {node['failureSummary']}" for rule in found for node in rule["nodes"]
    ]


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing(path, visit, public):
    """Every kind of page, in both directions, light and dark, on a desk and on the narrowest phone."""
    page = visit(bypass_csp=True)
    page.goto(public + path)
    page.evaluate(Axe().axe_script)
    for width, dark in ((DESK, False), (DESK, True), (PHONE, True), (PHONE, False)):
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme="dark" if dark else "light")
        options = COLOURS if dark else EVERYTHING
        assert violations(page, options) == [], f"{path} at {width} px, {'dark' if dark else 'light'}"


@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_scrolled_sideways(path, visit, public):
    """At 320 px (the same as 400 % zoom at a desk), and with the text spacing of WCAG 1.4.12, pages fit their width."""
    page = visit(width=PHONE, bypass_csp=True)
    page.goto(public + path)
    wide = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(wide) == 0
    page.add_style_tag(
        content="* { line-height: 1.5 !important; letter-spacing: 0.12em !important;"
        " word-spacing: 0.16em !important } p { margin-block-end: 2em !important }"
    )
    assert page.evaluate(wide) == 0
