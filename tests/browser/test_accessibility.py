"""Accessibility: the rules of axe on every kind of page, and what no rule can see, by script."""

import json
import re
from itertools import pairwise

import pytest
from axe_playwright_python.sync_playwright import Axe

from browser.conftest import DESK, PHONE
from browser.kinds import EVERYWHERE

#: WCAG 2.2 A and AA, and what axe calls best practice (landmarks, one h1, order of headings).
EVERYTHING = {"resultTypes": ["violations"]}
#: Light or dark changes colours and nothing else.
COLOURS = {"resultTypes": ["violations"], "runOnly": ["color-contrast", "link-in-text-block"]}


#: Of a long list, axe sees the first entries and every later one that is built differently: the rest would say the same.
SHORTEN = """() => {
  for (const list of document.querySelectorAll("[data-dw=findable], [data-dw=rows], .dw-rows, .dw-cards, .dw-columns, tbody, .dw-inline, select")) {
    const seen = new Set();
    [...list.children].forEach((child, number) => {
      const made = [child, ...child.querySelectorAll("*")].map((e) => e.className + e.tagName + e.lang + e.dir);
      const built = [...new Set(made)].sort().join();
      if (number > 9 || number > 3 && (list.tagName === "SELECT" || seen.has(built))) child.remove();
      seen.add(built);
    });
  }
}"""


#: Whether the window is as large as was wished: the browser tells the page of it after it has told us that it would.
SIZED = "([width, scale]) => innerWidth === width && devicePixelRatio === scale"


def violations(page, options):
    """Return what axe finds wrong: rule, place, and why."""
    found = json.loads(
        page.evaluate("o => axe.run(document, o).then(r => JSON.stringify(r.violations))", options)
    )
    return [
        f"{rule['id']}: {node['target']} {node['failureSummary']}" for rule in found for node in rule["nodes"]
    ]


@pytest.mark.parametrize(("edition", "path"), EVERYWHERE)
def test_axe_finds_nothing(path, visit, root):
    """Every kind of page, in both directions, light and dark, on a desk and on the narrowest phone."""
    page = visit(bypass_csp=True)
    page.goto(root + path)
    page.evaluate(SHORTEN)
    page.evaluate(Axe().axe_script)
    for width, dark in ((DESK, False), (DESK, True), (PHONE, True), (PHONE, False)):
        page.set_viewport_size({"width": width, "height": 800})
        page.wait_for_function(SIZED, arg=[width, 1])
        page.emulate_media(color_scheme="dark" if dark else "light")
        options = COLOURS if dark else EVERYTHING
        assert violations(page, options) == [], f"{path} at {width} px, {'dark' if dark else 'light'}"


#: How far a page is wider than its window, in CSS pixels.
WIDER = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
#: What of a page is cut off: boxes that hide what does not fit them, with words that do not fit. What is meant for
#: readers of screens alone is a pixel wide.
CUT_OFF = """() => [...document.body.querySelectorAll("*")].filter((e) => {
  const style = getComputedStyle(e);
  const hides = [style.overflowX, style.overflowY].some((how) => how === "hidden" || how === "clip");
  return hides && e.clientWidth > 2 && e.innerText?.trim() && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1);
}).map((e) => `${e.tagName}.${e.className}: ${e.innerText.trim().slice(0, 40)}`)"""


@pytest.mark.parametrize(("edition", "path"), EVERYWHERE)
def test_nothing_is_lost_however_large_one_reads(path, visit, root):
    """At 320 px (400 % zoom at a desk), with the text spacing of WCAG 1.4.12 and at 200 % pages fit and show all words."""
    page = visit(width=PHONE, bypass_csp=True)
    page.goto(root + path)
    assert page.evaluate(WIDER) == 0
    spaced = page.add_style_tag(
        content="* { line-height: 1.5 !important; letter-spacing: 0.12em !important;"
        " word-spacing: 0.16em !important } p { margin-block-end: 2em !important }"
    )
    assert page.evaluate(WIDER) == 0
    spaced.evaluate("style => style.remove()")
    devtools = page.context.new_cdp_session(page)
    # What a browser does when it zooms: half as many CSS pixels, each twice as large.
    zoomed = {"width": DESK // 2, "height": 400, "deviceScaleFactor": 2, "mobile": False}
    devtools.send("Emulation.setDeviceMetricsOverride", zoomed)
    page.wait_for_function(SIZED, arg=[DESK // 2, 2])
    assert (page.evaluate(WIDER), page.evaluate(CUT_OFF)) == (0, [])
    devtools.send("Emulation.setDeviceMetricsOverride", zoomed | {"width": DESK, "deviceScaleFactor": 1})
    page.wait_for_function(SIZED, arg=[DESK, 1])
    page.add_style_tag(content="html { font-size: 200% !important }")
    assert (page.evaluate(WIDER), page.evaluate(CUT_OFF)) == (0, [])


@pytest.mark.parametrize("path", ["agreement/", "ar/agreement/"])
def test_a_phone_shows_the_measures_of_agreement_without_scrolling_aside(path, visit, public):
    """Each number stands behind the name of its column, nothing of the table beyond the edge."""
    page = visit(width=PHONE)
    page.goto(public + path)
    region = page.locator(".dw-scroll").first
    assert region.evaluate("e => e.scrollWidth - e.clientWidth") == 0
    row = region.locator("tbody tr").first
    labels = row.locator("td").evaluate_all("all => all.map((e) => getComputedStyle(e, '::before').content)")
    assert labels == [
        f'"{one}"' for one in row.locator("td").evaluate_all("all => all.map((e) => e.dataset.label)")
    ]


#: The words of tables, and the names in their first columns, of which a part stands on another line; hyphens may end one.
BROKEN = """() => {
  const words = [];
  for (const cell of document.querySelectorAll(".md-typeset table :is(th, td)")) {
    const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      if (text.parentElement.closest("code") && cell.previousElementSibling) continue;
      for (const found of text.data.matchAll(/[\\p{L}\\p{M}\\p{N}.,]+/gu)) {
        const range = new Range();
        range.setStart(text, found.index);
        range.setEnd(text, found.index + found[0].length);
        if (new Set([...range.getClientRects()].map((box) => box.top)).size > 1) words.push(found[0]);
      }
    }
  }
  return words;
}"""


@pytest.mark.parametrize("path", ["contribute/", "ar/contribute/", "project/performance/"])
def test_on_a_phone_no_word_or_number_of_a_table_is_broken(path, visit, public):
    """A table that is then wider than the page is moved within itself, from the keyboard too."""
    page = visit(width=390)
    page.goto(public + path)
    assert (page.evaluate(BROKEN), page.evaluate(WIDER)) == ([], 0)
    for table in page.locator(".md-typeset > table").all():
        assert (table.get_attribute("tabindex") == "0") == table.evaluate(
            "e => e.scrollWidth > e.clientWidth"
        )


#: Code in a line that stands on several though one would hold it, and how often code is looked at.
BROKEN_CODE = """() => {
  const all = [...document.querySelectorAll(".md-typeset :not(pre, td, th) > code")].filter((one) => one.getClientRects().length);
  const broken = all.filter((one) => {
    const block = one.closest("p, li, dd, h2, h3"), room = block.clientWidth;
    const lines = () => { const range = new Range(); range.selectNodeContents(one); return new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size; };
    const before = lines();
    one.style.cssText = "display: inline-block; max-inline-size: none; white-space: nowrap";
    const fits = one.offsetWidth <= room;
    one.style.cssText = "";
    return before > 1 && fits;
  });
  return [all.length > 20, broken.map((one) => one.textContent)];
}"""


@pytest.mark.parametrize("path", ["contribute/", "ar/contribute/", "project/problems/"])
def test_on_a_phone_code_that_fits_on_a_line_stands_on_one(path, visit, public):
    """An option is not parted from its hyphens; longer code goes on, and nothing leaves the page."""
    page = visit(width=390)
    page.goto(public + path)
    assert (page.evaluate(BROKEN_CODE), page.evaluate(WIDER)) == ([True, []], 0)


def test_a_wide_table_is_moved_with_the_arrows(visit, public):
    """Once it has the focus, as whatever scrolls; on a desk it fits, and is no stop on the way."""
    page = visit(width=390)
    page.goto(public + "project/performance/")
    table = page.locator(".md-typeset > table[tabindex]").first
    table.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("() => document.activeElement.scrollLeft > 0")
    page.set_viewport_size({"width": DESK, "height": 800})
    page.wait_for_function("() => !document.querySelector('.md-typeset > table[tabindex]')")


def test_headings_make_an_outline(site_public):
    """Every page of the site has one heading of the first level, and none skips a level on the way down."""
    faults = []
    for path in site_public.rglob("*.html"):
        levels = [int(level) for level in re.findall(r"<h([1-6])[ >]", path.read_text(encoding="utf-8"))]
        skips = [f"h{a}, h{b}" for a, b in pairwise(levels) if b > a + 1]
        if levels.count(1) != 1 or skips:
            faults.append(f"{path.relative_to(site_public)}: {levels.count(1)} of level 1; {skips}")
    assert faults == []


def test_meaning_survives_forced_colours(visit, public):
    """Where the reader's system chooses all colours, the marks of stances are still drawn."""
    page = visit(forced_colors="active")
    page.goto(f"{public}articles/rostami-2025-iran-islamic-nato/")
    drawn = "e => { const s = getComputedStyle(e, '::before'); return s.backgroundColor + s.borderTopWidth; }"
    colours = {stance.evaluate(drawn) for stance in page.locator(".dw-verdict .dw-stance").all()}
    assert len(colours) >= 3


def test_nothing_moves_for_those_who_asked_for_rest(visit, public):
    """With reduced motion there is neither smooth scrolling nor a transition."""
    page = visit(reduced_motion="reduce")
    page.goto(f"{public}articles/rostami-2025-iran-islamic-nato/")
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    moving = page.evaluate(
        "[...document.querySelectorAll('*')].filter(e => parseFloat(getComputedStyle(e).transitionDuration) || parseFloat(getComputedStyle(e).animationDuration)).length"
    )
    assert moving == 0


@pytest.mark.parametrize(("path", "most"), [("articles/rostami-2025-iran-islamic-nato/", 75), ("about/", 75)])
def test_lines_are_of_a_length_that_reads_well(path, most, page, public):
    """A full line of running text holds 60 to 75 characters."""
    page.goto(public + path)
    longest = page.evaluate("""() => {
      const lengths = [];
      for (const p of document.querySelectorAll(".md-typeset p")) {
        const walk = document.createTreeWalker(p, NodeFilter.SHOW_TEXT), range = document.createRange();
        let top = null, count = 0;
        for (let node = walk.nextNode(); node; node = walk.nextNode()) {
          if (node.parentElement.closest(".dw-permalink")) continue;
          for (let i = 0; i < node.length; i++) {
            range.setStart(node, i); range.setEnd(node, i + 1);
            const box = range.getBoundingClientRect();
            if (!box.width) continue;
            if (top !== null && Math.abs(box.top - top) > 8) { lengths.push(count); count = 0; }
            top = box.top; count++;
          }
        }
      }
      return lengths.sort((a, b) => a - b)[Math.floor(lengths.length / 2)];
    }""")
    assert 60 <= longest <= most
