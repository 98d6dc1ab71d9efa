"""Books: what their parts say of title, names and notes, as several programs write them."""

import io
import zipfile

import pytest

from diwan.documents.convert import document_of_bytes
from test_adding import added, record_of

CONTAINER = '<container><rootfiles><rootfile full-path="book.opf"/></rootfiles></container>'
TITLE, AUTHOR, DAY = "A light that two towns share", "Rim Example", "2021-05-04"
TEXT = (
    "<p>The keeper of the harbour light climbs two hundred steps every evening, and has never been late.</p>"
)


def blocks(*parts):
    """Return the kinds, rules and words of the blocks of a book of *parts*."""
    return [(block.kind.value, block.rule, block.text) for block in book(*parts).blocks]


def book(*parts, more=f"<dc:date>{DAY}</dc:date>", author=AUTHOR):
    """Return the document of a book of *parts*, whose package states *more* than title and author."""
    return document_of_bytes(packed(*parts, more=more, author=author), "book.epub").value


def packed(*parts, more="", author=AUTHOR, title=TITLE, table="", style=""):
    """Return the bytes of a book with a *table* of contents, of EPUB 3 or 2, and a *style* sheet."""
    names = [f"part{number}.xhtml" for number in range(len(parts))]
    items = "".join(f'<item id="{name}" href="{name}" media-type="application/xhtml+xml"/>' for name in names)
    spine = "".join(f'<itemref idref="{name}"/>' for name in names)
    mark = 'media-type="application/x-dtbncx+xml"' if "<ncx" in table else 'properties="nav"'
    items += f'<item id="toc" href="text/toc.xml" {mark}/>' * bool(table)
    facts = f"<dc:title>{title}</dc:title><dc:creator>{author}</dc:creator>{more}"
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:opf="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<metadata>{facts}</metadata><manifest>{items}</manifest><spine>{spine}</spine></package>"
    )
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("META-INF/container.xml", CONTAINER)
        archive.writestr("book.opf", package)
        archive.writestr("text/toc.xml", table)
        archive.writestr("styles/sheet.css", style)
        for name, part in zip(names, parts, strict=True):
            archive.writestr(name, f"<html><body>{part}</body></html>")
    return data.getvalue()


def _nav(contents):
    links = "".join(
        f'<li><a href="../part{number}.xhtml">{label}</a></li>' for number, label in enumerate(contents)
    )
    return f"<!DOCTYPE html><html><body><nav><ol>{links}</ol></nav></body></html>"


def _ncx(contents):
    point = '<navPoint id="n{0}"><navLabel><text>{1}</text></navLabel><content src="../part{0}.xhtml#top"/></navPoint>'
    points = "".join(point.format(number, label) for number, label in enumerate(contents))
    return (
        '<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE ncx PUBLIC "-//NISO//DTD ncx 2005-1//EN" "http://www.daisy.org/z3986/2005/ncx-2005-1.dtd">'
        f'<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap>{points}</navMap></ncx>'
    )


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


#: What LibreOffice makes of headings: paragraphs, whose letters stand in a style sheet.
STYLE = ".para0 {\n  margin: 0.1in 0px;\n}\n\n.span0, .span2 {\n  font-size: 18.0000pt;\n  font-weight: bold;\n}\n\n.span1 {\n}\n"
STYLED = '<p class="para0"><span class="span{}">{}</span></p>'


def styled(*lines):
    """Return lines as a part has them: a pair of the number of its class and its words."""
    return "".join(STYLED.format(number, words) for number, words in lines)


def test_headings_that_are_paragraphs_in_bold_letters_of_a_style_sheet_are_headings():
    """They stand over longer text; a bold paragraph that is longer than what follows is none."""
    words = TEXT.removeprefix("<p>").removesuffix("</p>")
    part = styled((0, TITLE), (1, words), (0, "Who pays"), (1, words), (2, "What the keeper says"), (1, words), (1, "The oil"), (1, words))  # fmt: skip
    document = document_of_bytes(packed(part, style=STYLE), "book.epub").value
    heads = [block.text for block in document.blocks if block.kind.value == "heading"]
    assert (heads, document.blocks[0].kind.value) == (["Who pays", "What the keeper says"], "title")


@pytest.mark.parametrize("table_of", [_nav, _ncx])
def test_what_the_table_of_contents_calls_the_beginning_of_a_part_is_its_heading(table_of):
    """Where it begins with these words; of a book without a title the first is that."""
    by = [(1, f"By {AUTHOR}"), (1, TEXT.removeprefix("<p>").removesuffix("</p>"))]
    parts = [styled((1, name), *by) for name in ("One light", "A bell for the fog", "Letters")]
    data = packed(
        *parts, title="Unknown Title", table=table_of(["One light", "A bell for the fog", "Part three"])
    )
    document = document_of_bytes(data, "book.epub").value
    kinds = [block.kind.value for block in document.blocks if len(block.text) < len(TITLE)]
    assert document.title == "One light"
    assert kinds == ["title", "byline", "heading", "byline", "paragraph", "paragraph"]


@pytest.mark.parametrize("nobody", ["Unknown Author", "Unknown", "unbekannt", "غير معروف"])
def test_what_programs_write_for_a_name_that_nobody_gave_is_none(nobody):
    """The byline of the text says who wrote; without one nobody is named."""
    by = f"<h1>{TITLE}</h1><p>By {AUTHOR}</p><p>4 May 2021</p>{TEXT}"
    assert book(by, author=nobody).authors == (AUTHOR,)
    assert book(f"<h1>{TITLE}</h1>{TEXT}", author=nobody).authors == ()


ARABIC = "<p>اتفقت المدينتان في الربيع على أن تبحر دورية مشتركة طوال الشتاء، ولم يعترض أحد على ذلك في المجلسين.</p>"


@pytest.mark.parametrize(
    ("stated", "text", "language", "where"),
    [
        ("und", TEXT, "en", "text"),
        ("C", TEXT, "en", "text"),
        ("", TEXT, "en", "text"),
        ("POSIX", TEXT, "en", "text"),
        ("x-none", TEXT, "en", "text"),
        ("mul", ARABIC, "ar", "text"),
        ("en", ARABIC, "ar", "text"),
        ("en-US", TEXT, "en", "format"),
        ("eng", TEXT, "en", "format"),
        ("AR_qa", ARABIC, "ar", "format"),
        ("fa", ARABIC, "ar", "text"),
        ("de", TEXT, "en", "text"),
        ("de", "<p>Boats, lamps, NATO.</p>", "de", "format"),
    ],
)
def test_a_language_that_is_none_or_not_that_of_the_text_is_told_by_the_text(stated, text, language, where):
    """Programs write one where nobody gave any; what is stated counts without its country, as in records."""
    document = book(text, more=f"<dc:language>{stated}</dc:language>")
    assert (document.language, document.found["language"]) == (language, where)


OF_TEXT = f"<h1>{TITLE}</h1><p>By {AUTHOR}</p><p>4 May 2021</p>{TEXT}"


@pytest.mark.parametrize(
    ("dates", "text", "date", "where"),
    [
        ("<dc:date>2024-11-02</dc:date>", OF_TEXT, DAY, "when"),
        ("<dc:date>2024-11-02T10:11:12Z</dc:date>", TEXT, "2024-11-02", "of-the-file"),
        (f"<dc:date>{DAY}</dc:date>", OF_TEXT, DAY, "format"),
        ("<dc:date>0101-01-01T00:00:00+00:00</dc:date>", TEXT, None, None),
        ('<dc:date opf:event="creation">2024-11-02</dc:date>', TEXT, None, None),
        (
            '<dc:date>2024-11-02</dc:date><dc:date opf:event="publication">2021-05-03</dc:date>',
            TEXT,
            "2021-05-03",
            "of-the-file",
        ),
    ],
)
def test_the_day_of_a_book_gives_way_to_the_day_that_its_text_states(dates, text, date, where):
    """The package may say when the file was made; where the text bears it out it is stated."""
    document = book(text, more=dates)
    assert (document.date, document.found.get("date")) == (date, where)


def test_a_day_that_may_be_that_of_the_file_is_for_somebody_to_decide(tmp_path, project, diwan):
    """The record says so in its basis; with a day of the text nothing is left to decide of it."""
    for name, text in (("bare", TEXT), ("dated", OF_TEXT)):
        path = tmp_path / f"{name}.epub"
        path.write_bytes(packed(text, more="<dc:language>und</dc:language><dc:date>2024-11-02</dc:date>"))
        _, output = diwan("add", str(path))
        record = record_of(project, added(output)[0])
        assert ("date" in record["undecided"]) == (name == "bare")
        assert record["basis"]["date"].startswith("inferred: from the data of the file") == (name == "bare")
        assert record["language"] == "en"
    assert "near      " in output


def test_a_page_saved_as_a_book_says_who_when_and_where():
    """Programs that save pages write the byline as a paragraph, and the address as source or name of the book."""
    page = (
        f"<h1>{TITLE}</h1><p>By Lina Aziz</p><p>4 May 2021</p>{TEXT * 3}<p>By Rim Example, says the log.</p>"
    )
    where = "<dc:identifier>urn:uuid:1</dc:identifier><dc:source>https://quay.example/light</dc:source>"
    found = book(page, more=where, author="Unknown")
    assert (found.authors, found.date, found.url) == (("Lina Aziz",), DAY, "https://quay.example/light")
    assert [block.kind.value for block in found.blocks][:3] == ["title", "byline", "dateline"]
    assert found.blocks[-1].kept


def test_marks_of_notes_and_of_the_pages_of_a_print_are_no_words_of_the_text():
    """A mark that only a style sets high makes no other figure, nor does a number of the print within a sentence."""
    part = (
        "<h1>The light</h1><p>Since 2021<a epub:type='noteref' href='#n1'>1</a> it burns<span epub:type='pagebreak' id='p13'>13</span> "
        "all night.</p><div role='doc-pagebreak'>14</div><p>It is seen from afar.</p>"
        "<aside epub:type='footnote' id='n1'><p>1. By law. <a role='doc-backlink' href='#r1'>back</a></p></aside>"
    )
    texts = [text for _, _, text in blocks(part)]
    assert texts[1:] == ["Since 2021¹ it burns all night.", "It is seen from afar.", "1. By law."]


def test_items_keep_their_paragraphs_and_who_printed_a_book_is_no_text_of_it():
    """The second paragraph of an item is no item; the page of the imprint says so."""
    part = (
        f"<h1>Rules</h1>{TEXT}<ol><li><p>Lights first.</p><p>All of them.</p></li><li>Radios</li></ol>"
        "<section epub:type='copyright-page'><p>© 2021 Quay Press</p></section>"
    )
    assert blocks(part)[2:] == [
        ("list_item", "format", "1. Lights first."), ("paragraph", "format", "All of them."), ("list_item", "format", "2. Radios"),
        ("notice", "about-the-page", "© 2021 Quay Press"),
    ]  # fmt: skip
