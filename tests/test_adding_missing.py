"""What the source of an article may lack is told when it is added, to whoever can still save it in another form."""

import pytest

from pdfmaker import paragraph, pdf_of
from test_adding_folders import page

#: A page that asks who one is, and one that is not there.
NO_ARTICLES = {
    "login": "<title>Log in</title><h1>Log in</h1><p>Forgot your password?</p><button>Log in</button>",
    "gone": "<title>Not found</title><h1>404</h1><p>Sorry, the page you are looking for is not here any more.</p>",
}
COLUMN = (
    "The mayors of four small ports signed a paper on Thursday that",
    "had been rewritten nineteen times. It promises a joint patrol,",
    "but says little of who is to lead it and who pays in the end.",
)


@pytest.mark.parametrize("case", NO_ARTICLES)
def test_a_page_with_hardly_any_text_is_asked_about(case, tmp_path, diwan):
    """Such pages are saved in the place of an article; an article is not asked about."""
    path = tmp_path / "page.html"
    path.write_text(f"<html><head>{NO_ARTICLES[case]}</html>", encoding="utf-8")
    _, output = diwan("add", "--dry-run", str(path))
    assert "see whether this is the article, whole" in output
    path.write_text(page(), encoding="utf-8")
    _, output = diwan("add", "--dry-run", str(path))
    assert "see whether this is the article" not in output


@pytest.mark.parametrize(
    ("address", "asked"),
    [
        ("https://quay.example/", True),
        ("https://quay.example", True),
        ("https://quay.example/index.html", True),
        ("https://quay.example/ar/", True),
        ("https://quay.example/?p=12", False),
        ("https://quay.example/lamps", False),
        ("https://[^1]/", False),
    ],
)
def test_the_front_page_of_a_site_is_asked_about(address, asked, tmp_path, diwan):
    """It is saved by mistake, and has text enough; a number behind the address is that of an article."""
    path = tmp_path / "page.html"
    path.write_text(page(url=address), encoding="utf-8")
    _, output = diwan("add", "--dry-run", str(path))
    assert ("is that of a whole site: see whether this is an article" in output) is asked


def test_what_a_print_does_not_have_is_told_with_its_pages_and_stands_below_the_record(
    tmp_path, project, diwan
):
    """Whoever saved it can have its text recognised before the digest is written."""
    path = tmp_path / "print.pdf"
    path.write_bytes(pdf_of([paragraph(60, 700, 10, *COLUMN), []]))
    _, output = diwan("add", str(path), "--id", "harbour-2021-print")
    said = "Pages have no text; what pictures on them say is not here (pages 2)"
    assert said in output
    assert f"# {said}" in (project / "corpus/articles/harbour-2021-print.md").read_text(encoding="utf-8")


def test_letters_that_are_lost_are_told(tmp_path, diwan):
    """Of many lines the first."""
    path = tmp_path / "page.txt"
    path.write_text("\n\n".join(f"{line} \ufffd" for line in COLUMN * 2), encoding="utf-8")
    _, output = diwan("add", "--dry-run", str(path))
    assert "Characters were already lost when the source was saved (line 1, line 3, line 5, …)" in output


def test_a_print_that_is_locked_is_opened_by_whoever_has_its_password(tmp_path, diwan):
    """It is not called dangerous."""
    path = tmp_path / "print.pdf"
    trailer = (
        "/Encrypt << /Filter /Standard /V 1 /R 2 /O <"
        + "00" * 32
        + "> /U <"
        + "00" * 32
        + "> /P -4 >> /ID [<00> <00>]"
    )
    path.write_bytes(pdf_of([paragraph(60, 700, 10, *COLUMN)], trailer=trailer))
    code, output = diwan("add", str(path))
    assert (code, "open it with its password" in output) == (1, True), output
