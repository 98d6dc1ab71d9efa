"""Books: what their parts say of title, names and notes, as several programs write them."""

import io
import zipfile

import pytest

from diwan.documents.convert import document_of_bytes

CONTAINER = '<container><rootfiles><rootfile full-path="book.opf"/></rootfiles></container>'
TITLE, AUTHOR, DAY = "A light that two towns share", "Rim Example", "2021-05-04"
TEXT = (
    "<p>The keeper of the harbour light climbs two hundred steps every evening, and has never been late.</p>"
)


def blocks(*parts):
    """Return the kinds, rules and words of the blocks of a book of *parts*."""
    names = [f"part{number}.xhtml" for number in range(len(parts))]
    items = "".join(f'<item id="{name}" href="{name}" media-type="application/xhtml+xml"/>' for name in names)
    spine = "".join(f'<itemref idref="{name}"/>' for name in names)
    facts = f"<dc:title>{TITLE}</dc:title><dc:creator>{AUTHOR}</dc:creator><dc:date>{DAY}</dc:date>"
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<metadata>{facts}</metadata><manifest>{items}</manifest><spine>{spine}</spine></package>"
    )
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("META-INF/container.xml", CONTAINER)
        archive.writestr("book.opf", package)
        for name, part in zip(names, parts, strict=True):
            archive.writestr(name, f"<html><body>{part}</body></html>")
    document = document_of_bytes(data.getvalue(), "book.epub").value
    return [(block.kind.value, block.rule, block.text) for block in document.blocks]


def test_the_page_that_names_a_book_is_its_title_and_who_and_when():
    """Pandoc puts a page before the text with what the package states; the heading of a part is one all the same."""
    first = f'<h1 class="title">{TITLE}</h1><p class="author">{AUTHOR}</p><p class="date">{DAY}</p>'
    found = blocks(first, f"<h1>The first winter</h1>{TEXT}")
    assert [kind for kind, _, _ in found] == ["title", "byline", "dateline", "heading", "paragraph"]


def test_who_is_named_within_a_text_stays_text():
    """Only before the text is the name of the author a byline."""
    found = blocks(f"<h1>{TITLE}</h1>{TEXT}<p>{AUTHOR}</p>{TEXT}")
    assert found[2][0] == "paragraph"


@pytest.mark.parametrize(
    "around",
    [
        '<aside epub:type="footnote">{}</aside>',
        '<section epub:type="rearnotes">{}</section>',
        '<div role="doc-endnotes">{}</div>',
        '<div class="footnotes footnotes-end-of-document"><ol><li>{}</li></ol></div>',
    ],
)
def test_notes_of_a_book_are_told_by_any_of_the_marks_in_use(around):
    """By the vocabulary of EPUB 3, by the role, and by the class that programs give them in EPUB 2."""
    found = blocks(TEXT + around.format("<p>The drafts are kept in box 7.</p>"))
    assert found[-1][:2] == ("paragraph", "footnote")
