"""The list of articles: complete on paper, and a tool in the hand."""

import re

from playwright.sync_api import expect

from browser.conftest import PHONE

ROWS = ".dw-row"
#: Whether the address has a choice: the list is then shown by it.
CHOSEN = "([name, value]) => new URLSearchParams(location.search).get(name) === value"


def shown(page):
    """Return how many articles the list shows."""
    return page.locator(ROWS).count()


def test_filters_stand_in_the_address(page, public):
    """A choice narrows the list, stands in the address, comes back with Back, and holds when the address is opened."""
    page.goto(f"{public}articles/")
    everything = shown(page)
    page.locator("select[name=language]").select_option("ar")
    expect(page).to_have_url(f"{public}articles/?language=ar")
    arabic = shown(page)
    assert 0 < arabic < everything
    page.locator("select[name=stance]").select_option("islamic-nato:critical")
    expect(page).to_have_url(re.compile("stance="))
    address, few = page.evaluate("location.href"), shown(page)
    assert 0 < few < arabic
    expect(page.locator("[data-dw=count]")).to_contain_text(f"{few} of {everything}")
    page.go_back()
    expect(page.locator(ROWS)).to_have_count(arabic)
    page.goto(address)
    expect(page.locator(ROWS)).to_have_count(few)
    page.locator("button[type=reset]").click()
    expect(page.locator(ROWS)).to_have_count(everything)
    expect(page).to_have_url(f"{public}articles/")


def test_a_filter_shows_as_many_as_its_menu_says(page, public):
    """Every count beside a choice is the number of articles one sees after choosing it."""
    page.goto(f"{public}articles/")
    for name in ("theme", "language", "year", "kind", "country", "outlet", "stance"):
        menu = page.locator(f"select[name={name}]")
        for option in menu.locator("option").all()[1:6]:
            value = option.get_attribute("value")
            menu.select_option(value)
            page.wait_for_function(CHOSEN, arg=[name, value])
            assert f"({shown(page)})" in option.text_content(), (name, option.text_content())
        menu.select_option("")


def test_articles_can_be_put_in_order_and_in_groups(page, public):
    """Groups are named and counted; the order is that of titles."""
    page.goto(f"{public}articles/?group=language&sort=title")
    groups = page.locator(".dw-group h2").all_inner_texts()
    assert any(re.fullmatch(r"Arabic \d+", name) for name in groups)
    assert sum(int(name.split()[-1]) for name in groups) == shown(page)
    german = page.locator(".dw-group", has=page.locator("h2", has_text="German"))
    titles = german.locator("h3").all_inner_texts()
    assert len(titles) > 2
    assert titles == sorted(titles, key=str.casefold)


def test_several_values_of_one_choice_can_be_asked_for(page, public):
    """An address may name two years; the list then says which conditions no menu shows."""
    page.goto(f"{public}articles/?year=2024&year=2025")
    years = {row.get_attribute("data-year") for row in page.locator(ROWS).all()}
    assert years == {"2024", "2025"}
    assert "2024, 2025" in page.locator("[data-dw=count]").inner_text()


def test_lists_lead_everywhere_without_javascript(visit, public):
    """Without scripts there are lists by theme, language, year and kind, each as long as its link says."""
    page = visit(java_script_enabled=False)
    page.goto(f"{public}articles/")
    expect(page.locator("select").first).to_be_hidden()
    page.locator(".dw-ways summary").click()
    link = page.locator(".dw-ways li", has_text="Turkish").first
    count = int(link.locator(".dw-count").inner_text())
    link.locator("a").click()
    expect(page).to_have_url(f"{public}lists/language/tr/")
    page.wait_for_load_state()
    assert shown(page) == count


def test_the_switch_of_languages_stays_where_one_is(page, public):
    """The same article, the same passage; the same list, the same choices."""
    page.goto(f"{public}articles/rostami-2025-iran-islamic-nato/#en3")
    page.locator("[data-dw=language-switch]").click()
    expect(page).to_have_url(f"{public}ar/articles/rostami-2025-iran-islamic-nato/#en3")
    page.goto(f"{public}ar/articles/?language=fa")
    page.locator("[data-dw=language-switch]").click()
    expect(page).to_have_url(f"{public}articles/?language=fa")


def test_on_a_phone_choices_are_folded_until_one_is_made(visit, public):
    """The list begins on the first screen; a tap opens the choices, and an address that chooses shows them at once."""
    page = visit(width=PHONE)
    page.goto(f"{public}articles/")
    menu, fold = page.locator("select[name=language]"), page.locator(".dw-choose > summary")
    expect(menu).to_be_hidden()
    assert page.locator(".dw-row").first.bounding_box()["y"] < page.viewport_size["height"]
    fold.click()
    menu.select_option("fa")
    expect(page).to_have_url(re.compile("language=fa"))
    page.reload()
    expect(menu).to_be_visible()
    desk = visit()
    desk.goto(f"{public}articles/")
    expect(desk.locator("select[name=language]")).to_be_visible()
    expect(desk.locator(".dw-choose > summary")).to_be_hidden()


#: Whether a piece of code ends to the right of where it begins, by its first and last letters; those on several lines are left out.
FORWARD = """all => all.filter((code) => code.getClientRects().length == 1 && code.firstChild.nodeType == 3).map((code) => {
  const at = (from) => { const range = document.createRange(); range.setStart(code.firstChild, from);
    range.setEnd(code.firstChild, from + 1); return range.getBoundingClientRect().x; };
  return [code.textContent, at(0) < at(code.firstChild.length - 1)];
})"""


def test_paths_and_commands_run_from_left_to_right_on_arabic_pages(page, public):
    """`corpus/` is no `/corpus`, and `--dry-run` begins with its hyphens."""
    page.goto(f"{public}ar/contribute/")
    found = page.locator(".md-typeset code").evaluate_all(FORWARD)
    assert {"corpus/", "--dry-run"} <= {text for text, _ in found}
    assert [text for text, forward in found if not forward] == []
