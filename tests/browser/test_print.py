"""Pages on paper: A4, with what one needs to find and cite them, without what only a screen can do."""

import pypdfium2
import pytest

#: Points; a sheet of A4.
A4 = (595, 842)


def printed(page):
    """Return the text of a page as printed, and the sizes of its sheets in whole points."""
    document = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    texts = [sheet.get_textpage().get_text_bounded() for sheet in document]
    sizes = {tuple(round(side) for side in sheet.get_size()) for sheet in document}
    document.close()
    return " ".join(" ".join(texts).replace("\ufffe", "").split()), sizes


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("articles/rostami-2025-iran-islamic-nato/", "Rostami, Samyar"),
        ("themes/islamic-nato/", "An old label, filled anew"),
        ("lists/language/fa/", "From Riyadh to Islamabad"),
    ],
)
def test_a_page_prints_with_address_edition_and_citation(path, words, page, public):
    """An article, a theme and a list print on A4 and name the corpus, their address, their edition and what they hold."""
    page.goto(public + path)
    text, sizes = printed(page)
    assert {(abs(w - A4[0]) < 2, abs(h - A4[1]) < 2) for w, h in sizes} == {(True, True)}
    together = text.replace(" ", "").replace("-", "")
    assert f"https://corpus.example/gulf/{path}".replace("-", "") in together
    assert "2026.11" in text
    assert words.replace(" ", "").replace("-", "") in together
    assert "Skip to content" not in text
    assert "Sort by" not in text


def test_reasons_and_passages_are_on_the_paper(page, public):
    """What is folded on the screen, the reason for each verdict, is printed; passages keep their numbers."""
    page.goto(f"{public}articles/alaraby-2026-gulf-military-integration/")
    reason = page.locator(".dw-verdict--supportive p[lang=en]").first.text_content().split(",")[0]
    text, _ = printed(page)
    assert reason in text
    assert "en1" in text
    assert "en2" in text


def test_folded_cards_are_on_the_paper(page, public):
    """The list of a theme's articles is printed whole."""
    page.goto(f"{public}themes/islamic-nato/")
    last = page.locator(".dw-further .dw-card[id] .dw-card__meta bdi").last.text_content()
    text, _ = printed(page)
    assert text.count("opening only") >= page.locator(".dw-card .dw-opening").count()
    assert last.replace(" ", "") in text.replace(" ", "")
    assert "Show more" not in text


def test_a_row_of_a_list_tells_outlet_and_date_apart(page, public):
    """What stands below each other on the screen stands in a line on paper, with a point between."""
    page.goto(f"{public}lists/language/fa/")
    text, _ = printed(page)
    assert "Iranian Labour News Agency (ILNA) · 20 September 2025" in text
