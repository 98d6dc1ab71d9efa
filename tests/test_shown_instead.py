"""Pages that sites show in the place of an article: who adds hundreds at a time is told."""

import pytest

from diwan.documents.convert import document_of_bytes
from test_adding import added

TEXT = "The keeper of the harbour light climbs two hundred steps every evening, and in forty years she has never been late for the dark. "
SHOWN = [
    "Sorry, the page you are looking for does not exist or has been moved.",
    "Die angeforderte Seite wurde nicht gefunden.",
    "الصفحة التي تبحث عنها غير موجودة",
    "お探しのページが見つかりません。",
    "Access denied. You do not have permission to open this page on this server.",
    "Please enable JavaScript and cookies to continue",
    "We and our 842 partners store and access information on a device, such as cookies.",
    "قبول جميع ملفات تعريف الارتباط",
    "Forgot your password? Write to us.",
    "忘记密码？",
]


def flags(*paragraphs, title="Quay Courier"):
    """Return the details of the flags of a page that seems to be no article."""
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    page = f"<!doctype html><html><head><title>{title}</title></head><body><div><h1>{title}</h1>{body}</div></body></html>"
    document = document_of_bytes(page.encode(), "page.html").value
    return [flag.detail for flag in document.flags if flag.kind == "instead"]


@pytest.mark.parametrize("said", SHOWN)
def test_a_page_of_few_words_that_is_shown_instead_is_flagged_with_what_it_says(said):
    """It asks for consent, for who one is, whether one is a program, or says that it is not there."""
    assert flags(said) == [f"“{said[:80]}”"]


@pytest.mark.parametrize("said", SHOWN)
def test_an_article_that_says_the_same_is_one(said):
    """It has more words than such a page."""
    text = [f"{TEXT}That is light number {number} of nine on this coast." for number in range(8)]
    assert flags(*text[:4], said, *text[4:]) == []


def test_a_title_may_say_it_alone():
    """Below it such a page says what one can do."""
    assert flags("Go back to the first page, or look for what you need.", title="404 Not Found - Quay") == [
        "“404 Not Found - Quay”"
    ]


def test_whoever_adds_it_is_told(tmp_path, diwan):
    """The record is written all the same: somebody looks and removes it."""
    path = tmp_path / "page.html"
    path.write_text(
        f"<!doctype html><html><body><div><h1>Quay</h1><p>{SHOWN[0]}</p></div></body></html>",
        encoding="utf-8",
    )
    code, output = diwan("add", str(path))
    assert code == 0
    assert len(added(output)) == 1
    assert f"note      This seems to be no article: a page shown in its place (“{SHOWN[0]}”)" in output
