"""Citing in a real browser: what is copied, what is saved, passages, and what strangers wrote in the head."""

import json
import re

import pytest
from playwright.sync_api import expect

from conftest import edit

ARTICLE = "articles/aawsat-2007-saudi-asks-nato/"


@pytest.fixture
def reader(visit):
    """A page whose reader may use the clipboard."""
    return visit(permissions=["clipboard-read", "clipboard-write"])


#: Remembers that a button has said something else: it does so for two seconds, which a busy machine may sleep through.
REMEMBER = """button => {
  button.hasSpoken = false;
  new MutationObserver(() => { button.hasSpoken = true; }).observe(button, { childList: true });
}"""


def copied(page, locator):
    """Press a copy button and return what is on the clipboard."""
    locator.evaluate(REMEMBER)
    locator.click()
    page.wait_for_function("button => button.hasSpoken", arg=locator.element_handle())
    return page.evaluate("navigator.clipboard.readText()")


def choose(page, passage):
    """Go to a passage, as a reader would by its link, and wait until the citations name it."""
    page.evaluate("passage => { location.hash = passage; }", passage)
    expect(page.locator("[data-cite=passage]").last).to_contain_text(passage)


@pytest.mark.parametrize(("prefix", "word"), [("", ", passage en2"), ("ar/", "، الفقرة en2")])
def test_a_citation_is_copied_as_it_stands_and_names_the_passage(reader, public, prefix, word):
    """Without a passage the address of the page, with one its number and address; never the button's own words."""
    reader.goto(f"{public}{prefix}{ARTICLE}")
    reader.locator("#cite").click()
    last = reader.locator(".dw-citations").last
    mla = last.locator("button").last
    assert re.search(
        r"https://corpus\.example/gulf/articles/aawsat-2007-saudi-asks-nato/\.$", copied(reader, mla)
    )
    choose(reader, "en2")
    text = copied(reader, last.locator("button").first)
    assert word in text
    assert text.endswith("/articles/aawsat-2007-saudi-asks-nato/#en2.")
    assert "2026.11" in text
    original = copied(reader, reader.locator(".dw-citations").first.locator("button").first)
    assert word not in original
    assert "en2" not in original


@pytest.mark.parametrize(("kind", "ending"), [("RIS", "ris"), ("BibTeX", "bib"), ("CSL-JSON", "json")])
def test_files_for_reference_managers_are_copied_and_saved(reader, public, site_public, kind, ending):
    """Copied they are the file; with a passage chosen, copied and saved, its address stands in the note."""
    reader.goto(public + ARTICLE)
    reader.locator("#cite").click()
    link = reader.get_by_role("link", name=kind, exact=True)
    stored = (site_public / f"data/articles/aawsat-2007-saudi-asks-nato.{ending}").read_bytes().decode()
    button = reader.locator(f"a:text-is('{kind}') + button")
    assert copied(reader, button).replace("\r\n", "\n") == stored.replace("\r\n", "\n")
    choose(reader, "en2")
    with reader.expect_download() as saving:
        link.click()
    assert saving.value.suggested_filename == f"aawsat-2007-saudi-asks-nato-en2.{ending}"
    mark = r"/\#en2" if ending == "bib" else "/#en2"
    assert saving.value.path().read_text(encoding="utf-8").count(f"aawsat-2007-saudi-asks-nato{mark}") == 1


def test_without_scripts_everything_to_cite_is_there(visit, public):
    """Six citations, three files that are there, and how to name a passage."""
    page = visit(java_script_enabled=False)
    page.goto(public + ARTICLE)
    page.locator("#cite").click()
    assert page.locator(".dw-citations dd").count() == 6
    assert page.locator(".dw-cite button").count() == 0
    assert "#en1" in page.locator(".dw-cite__how").inner_text()
    for link in page.locator(".dw-cite a[download]").all():
        assert page.request.get(f"{public}{ARTICLE}{link.get_attribute('href')}").ok


def test_words_of_strangers_in_the_head_stay_words(visit, serve, project, diwan):
    """A title that closes script and attribute runs nothing and is refused nothing by the policy; JSON-LD keeps it."""
    hostile = (
        """x</script><script>document.title='run'</script>"><img src=x onerror="document.title='run'">"""
    )
    edit(
        project / "corpus/articles/harbour-2021-patrol.md",
        "{en: A patrol for the bay}",
        "{en: " + json.dumps(hostile) + "}",
    )
    code, output = diwan("build")
    assert code == 0, output
    page = visit()
    page.goto(f"{serve(project / 'site')}articles/harbour-2021-patrol/")
    assert page.title().startswith("x</script>")
    data = page.locator("script[type='application/ld+json']")
    assert data.count() == 1
    assert json.loads(data.text_content())["headline"] == hostile
    assert page.locator("meta[name=citation_title]").get_attribute("content") == hostile
