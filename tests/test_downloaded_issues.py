"""Issues that Calibre downloaded: a book of many articles is taken apart, and none is by Calibre."""

import pytest

from diwan.documents.convert import document_of_bytes, read_apart
from diwan.documents.dossiers.cutting import bytes_of
from diwan.documents.dossiers.dossier import dossier_of
from presspapers import Paper
from test_adding import added, record_of
from test_documents_epub import packed
from test_dossiers import reading_of

PAPERS = [Paper(number) for number in (1, 2, 3)]
ENDS = {
    "en": "This article was downloaded by <strong>calibre</strong> from {}",
    "de": "Dieser Artikel wurde von <strong>calibre</strong> heruntergeladen von {}",
    "tr": "Bu makale <strong>calibre</strong> ile {} adresinden indirildi",
    "zh": "本文由 <strong>calibre</strong> 下载自 {}",
}


def address(paper):
    """Return where an article was downloaded from."""
    return f"https://post.example/light-{paper.number}"


def page(paper, end=ENDS["en"], above=""):
    """Return an article as a part of the book, between two rows of links."""
    links = '| <a href="a.html">Section menu</a> | <a href="b.html">Main menu</a> |'
    link = f'<a href="{address(paper)}" rel="calibre-downloaded-from">{address(paper)}</a>'
    text = "".join(f"<p>{line}</p>" for line in paper.paragraphs)
    return (
        f'<div class="calibre_navbar">| <a href="n.html">Next</a> {links} <hr/></div><div>{above}<h1>{paper.headline}</h1>'
        f'<div>{paper.byline}</div><time>3 March 2023</time>{text}</div><div class="calibre_navbar"><hr/>'
        f"<p>{end.format(link)}</p><br/> {links}</div>"
    )


def issue(*pages):
    """Return an issue of one section as a book; Calibre states itself and the day of the download."""
    front = "<p>[Tue, 07 Mar 2023]</p><ul><li>News</li></ul>"
    listed = "".join(f"<li>{paper.headline}</li>" for paper in PAPERS)
    section = f"<h2>News</h2><ul>{listed}</ul>| Main menu |"
    more = "<dc:publisher>calibre</dc:publisher><dc:date>2023-03-07</dc:date><dc:language>en</dc:language>"
    return packed(
        front,
        section,
        *pages,
        author="calibre",
        title="The Harbour Post [Tue, 07 Mar 2023]",
        more=more,
    )


@pytest.mark.parametrize("end", ENDS.values(), ids=ENDS)
def test_each_article_has_its_own_title_names_day_and_address(end, tmp_path):
    """Whatever language Calibre spoke to whoever downloaded; pages of lists and rows of links stand in none."""
    path = tmp_path / "post.epub"
    path.write_bytes(issue(*(page(paper, end) for paper in PAPERS)))
    dossier = read_apart(path).value
    documents = [document_of_bytes(bytes_of(cutting), "a.cutting").value for cutting in dossier.cuttings]
    assert len(documents) == 3
    for document, paper in zip(documents, PAPERS, strict=True):
        assert (document.title, document.date) == (paper.headline, "2023-03-03")
        assert document.authors == ("Rim Example", "Omar Sample")
        assert (document.url, document.outlet) == (address(paper), None)
        assert [block.text for block in document.kept] == [paper.headline, *paper.paragraphs]
    aside = [piece.text for piece in dossier.aside]
    assert [line for line in aside if "|" not in line] == [
        "[Tue, 07 Mar 2023]",
        "News",
        "News",
        *(paper.headline for paper in PAPERS),
    ]


def test_what_stands_above_a_title_is_judged_as_above_any(tmp_path):
    """A menu that the page kept is none of the text."""
    path = tmp_path / "post.epub"
    path.write_bytes(issue(page(PAPERS[0], above="<div>Home World Sport</div>")))
    (cutting,) = read_apart(path).value.cuttings
    document = document_of_bytes(bytes_of(cutting), "a.cutting").value
    assert document.title == PAPERS[0].headline
    assert "Home World Sport" in [block.text for block in document.set_aside]


def test_a_text_that_quotes_the_line_stays_whole():
    """It parts an article from the next only below a row of links."""
    line = f"This article was downloaded by calibre from {address(PAPERS[0])}"
    assert (
        dossier_of(reading_of([PAPERS[0].headline, *PAPERS[0].paragraphs, line, "It stands below each."]))
        is None
    )


def test_a_book_that_calibre_made_is_not_by_calibre():
    """What it writes for author and publisher where nobody told it is nobody."""
    text = "".join(f"<p>{line}</p>" for line in PAPERS[0].paragraphs)
    data = packed(text, author="calibre", more="<dc:publisher>calibre</dc:publisher>")
    document = document_of_bytes(data, "book.epub").value
    assert (document.authors, document.outlet) == ((), None)


def test_an_issue_becomes_as_many_records(tmp_path, project, diwan):
    """Each with the address that its article was downloaded from."""
    path = tmp_path / "post.epub"
    path.write_bytes(issue(*map(page, PAPERS)))
    code, output = diwan("add", str(path))
    assert code == 0, output
    records = [record_of(project, name) for name in added(output)]
    assert [record["url"] for record in records] == [address(paper) for paper in PAPERS]
