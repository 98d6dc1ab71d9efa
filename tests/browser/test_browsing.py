"""The benchmark of waits runs on a site as it is: what it clicks and reads is still there."""

import base64
import itertools

import pytest
from playwright.sync_api import expect

from conftest import ROOT

#: How much ink there is on the left and on the right of a picture, its edge left out; its middle is paper.
INK = """async (png) => {
  const image = new Image();
  image.src = `data:image/png;base64,${png}`;
  await image.decode();
  const { width, height } = image, context = new OffscreenCanvas(width, height).getContext("2d");
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  const shade = (x, y) => data[4 * (y * width + x)];
  const paper = shade(width >> 1, height >> 1), ink = [0, 0];
  for (let y = 6; y < height - 6; y++)
    for (let x = 6; x < width - 6; x++) ink[x < width / 2 ? 0 : 1] += Math.abs(shade(x, y) - paper);
  return ink;
}"""


def test_every_wait_of_a_reader_can_be_measured(browser, site_public, monkeypatch):
    """Painting, lists, filters, the network and the search are each waited for, and each gives a number of milliseconds."""
    monkeypatch.syspath_prepend(str(ROOT / "bench"))
    import browsing

    page = browser.new_page()
    server = browsing.open_server(site_public, "127.0.0.1", 0)
    browsing.threading.Thread(target=server.serve_forever, daemon=True).start()
    monkeypatch.setattr(browsing, "TRIES", 1)
    waits = dict(browsing.waits_of(page, f"http://127.0.0.1:{server.server_address[1]}/"))
    server.shutdown()
    server.server_close()
    page.close()
    assert len(waits) == 8
    assert all(0 <= wait < 30_000 for found in waits.values() for wait in found)


def test_cards_beyond_a_dozen_are_folded(visit, public):
    """A theme shows a dozen of its articles; a link to another opens the fold, with and without scripts."""
    for scripts in (True, False):
        page = visit(java_script_enabled=scripts)
        page.goto(f"{public}themes/islamic-nato/")
        cards = page.locator("#articles ~ .dw-cards .dw-card, #articles ~ .dw-further .dw-card")
        idents = cards.evaluate_all("all => all.map((card) => card.id)")
        assert len(idents) > 30
        assert page.locator("#articles ~ .dw-cards .dw-card").count() == 12
        expect(page.locator(f"#{idents[-1]}")).to_be_hidden()
        page.goto(f"{public}themes/islamic-nato/#{idents[-1]}")
        expect(page.locator(f"#{idents[-1]}")).to_be_visible()


@pytest.mark.parametrize(
    "path", ["themes/islamic-nato/", "ar/themes/islamic-nato/", "method/", "editorial-policy/"]
)
def test_long_pages_list_their_contents_beside_them(path, page, public):
    """On a desk each heading listed leads to that heading, in the order of the page, and the list stays in sight."""
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(public + path)
    listed = page.locator(".dw-contents li > a").evaluate_all(
        "all => all.map(a => [a.textContent, document.querySelector(a.hash).textContent, document.querySelector(a.hash).offsetTop])"
    )
    assert len(listed) > 3
    assert all(text.strip() in heading for text, heading, _ in listed)
    assert all(above < below for (*_, above), (*_, below) in itertools.pairwise(listed))
    last = page.locator(".dw-contents li > a").last
    last.click()
    expect(page.locator(last.get_attribute("href"))).to_be_in_viewport()
    assert 0 <= page.locator(".dw-contents").bounding_box()["y"] < 450


def test_what_is_typed_stands_where_its_letters_begin(page, browser, public):
    """Arabic stands at the right of the box on an English page, English at the left on an Arabic one."""
    blank = browser.new_page()
    for path, typed, right in (
        ("", "الناتو", True),
        ("ar/", "nato", False),
        ("ar/", "", True),
        ("", "", False),
    ):
        page.goto(public + path)
        box = page.locator("header input[type=search]")
        box.fill(typed)
        page.locator("body").evaluate("body => document.activeElement.blur()")
        ink_left, ink_right = blank.evaluate(INK, base64.b64encode(box.screenshot()).decode())
        assert (ink_right > ink_left) == right, (path, typed)
    blank.close()


@pytest.mark.parametrize("path", ["themes/islamic-nato/", "ar/themes/islamic-nato/"])
def test_an_essay_keeps_its_distance_from_the_head_of_its_page(path, visit, public):
    """Also one that begins without a heading, as our own in Arabic do: at least the height of its letters."""
    page = visit(width=390)
    page.goto(public + path)
    first = page.locator(".dw-essay > :first-child")
    gap = first.evaluate(
        "e => e.getBoundingClientRect().top - e.parentElement.previousElementSibling.getBoundingClientRect().bottom"
    )
    assert gap >= first.evaluate("e => parseFloat(getComputedStyle(e).fontSize)")


def test_answers_side_by_side_are_of_one_height(visit, public):
    """On a phone two answers in a row end at the same line, however long their questions."""
    page = visit(width=390)
    page.goto(f"{public}articles/rostami-2025-iran-islamic-nato/")
    boxes = page.locator(".dw-verdict").evaluate_all(
        "all => all.map(box => box.getBoundingClientRect()).map(r => [r.top, r.height])"
    )
    heights = {top: {height for at, height in boxes if at == top} for top, _ in boxes}
    assert len(boxes) > len(heights) > 1
    assert all(len(of_row) == 1 for of_row in heights.values())


@pytest.mark.browser
def test_voices_that_assert_report_and_dispute_differ_in_colour(page, public):
    """In the register of claims each way of speaking has an ink of its own, as each stance has."""
    page.goto(f"{public}claims/")
    inks = {
        how: page.locator(f".dw-voice--{how} > .dw-voice__how").first.evaluate(
            "it => getComputedStyle(it).color"
        )
        for how in ("asserts", "reports", "disputes")
    }
    assert len(set(inks.values())) == len(inks)
