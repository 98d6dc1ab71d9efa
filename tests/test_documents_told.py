"""Tagged PDFs that are no pages of the web: the file tells paragraphs, headings, lists, notes and tables, or nothing is believed."""

import pytest

from diwan.documents.readers import pdf
from diwan.documents.readers.pdf import read
from diwan.text.words import words_of
from pdfmaker import pdf_of
from tagmaker import SENTENCES, tagged_of

RUNNING = " ".join(SENTENCES[:3])


def lines(*texts, first=0, top=760, size=10):
    """Return *texts* below one another, each with a mark of its own."""
    return [(first + number, (60, top - 14 * number, size, text)) for number, text in enumerate(texts)]


def told(pages, *parts):
    """Return kind, level, rule and text of each piece of a document with these *parts*."""
    reading = read(tagged_of(pages, ("Document", list(parts))), "study.pdf").value
    return [(str(piece.kind), piece.level, piece.rule, piece.text) for piece in reading.pieces]


def paragraphs(*marks, page=0):
    """Return a paragraph for each of *marks*."""
    return [("P", [(page, mark)]) for mark in marks]


def test_the_only_first_heading_is_the_title_and_levels_are_those_told():
    """All letters are of one size: only the file says what is a heading."""
    page = lines(
        "A study of the bay", *SENTENCES[:3], "Who pays", SENTENCES[3], "Who doubts it", SENTENCES[4]
    )
    found = told([page], ("H1", [(0, 0)]), *paragraphs(1, 2, 3), ("H2", [(0, 4)]), ("P", [(0, 5)]), ("H4", [(0, 6)]), ("P", [(0, 7)]))  # fmt: skip
    assert [piece[:2] for piece in found if piece[0] in ("title", "heading")] == [
        ("title", 1), ("heading", 2), ("heading", 4)]  # fmt: skip


def test_several_first_headings_are_headings_of_the_second_level():
    """The title is then what has the largest letters, whatever the file calls it."""
    page = [(0, (60, 790, 20, "A study of the bay")), *lines(SENTENCES[0], "Who pays", SENTENCES[1], "Who doubts", *SENTENCES[2:], first=1)]  # fmt: skip
    found = told(
        [page], *paragraphs(0, 1), ("H1", [(0, 2)]), *paragraphs(3), ("H1", [(0, 4)]), *paragraphs(5, 6, 7, 8)
    )
    assert [piece[:2] for piece in found if piece[0] in ("title", "heading")] == [
        ("title", 1), ("heading", 2), ("heading", 2)]  # fmt: skip


def test_a_note_within_a_paragraph_stands_behind_the_text_and_does_not_part_it():
    """The paragraph goes on after its note, and on the next page."""
    first = lines(RUNNING, SENTENCES[3], "1", "Three meetings in March.")
    second = lines(SENTENCES[4], SENTENCES[5])
    tree = ("P", [(0, 1), ("Note", [("Lbl", [(0, 2)]), (0, 3)]), (1, 0)])
    found = told([first, second], *paragraphs(0), tree, *paragraphs(1, page=1))
    assert found == [
        ("paragraph", None, "format", RUNNING),
        ("paragraph", None, "format", f"{SENTENCES[3]} {SENTENCES[4]}"),
        ("paragraph", None, "format", SENTENCES[5]),
        ("paragraph", None, "footnote", "1 Three meetings in March.")]  # fmt: skip


def test_lists_tables_captions_quotations_and_contents_are_told():
    """An item has its mark and the depth of its list; cells are parted by tabs; the list of the parts is no text."""
    page = lines("Who pays 4", RUNNING, "1.", SENTENCES[0], "a rope", "Town", "Boats", "North", "4", "Boats of a town",
                 SENTENCES[3], SENTENCES[4])  # fmt: skip
    inner = ("L", [("LI", [("LBody", [(0, 4)])])])
    items = ("L", [("LI", [("Lbl", [(0, 2)]), ("LBody", [("P", [(0, 3)]), inner])])])
    rows = [
        ("TR", [("TH", [(0, 5)]), ("TH", [(0, 6)])]),
        ("TR", [("TD", [("P", [(0, 7)])]), ("TD", [(0, 8)])]),
    ]
    found = told([page], ("TOC", [("TOCI", [("Reference", [(0, 0)])])]), *paragraphs(1), items,
                 ("Table", [("Caption", [(0, 9)]), *rows]), ("BlockQuote", [("P", [(0, 10)])]), *paragraphs(11))  # fmt: skip
    assert found == [
        ("navigation", None, "table-of-contents", "Who pays 4"),
        ("paragraph", None, "format", RUNNING),
        ("list_item", 1, "format", f"1. {SENTENCES[0]}"),
        ("list_item", 2, "format", "a rope"),
        ("caption", None, "format", "Boats of a town"),
        ("table", None, "format", "Town\tBoats\nNorth\t4"),
        ("quotation", None, "format", SENTENCES[3]),
        ("paragraph", None, "format", SENTENCES[4])]  # fmt: skip


def test_a_frame_of_long_cells_is_no_table_of_data():
    """Columns that a program set as a table are paragraphs."""
    page = lines(RUNNING, " ".join(SENTENCES[3:]), SENTENCES[0])
    found = told(
        [page], ("Table", [("TR", [("TD", [("P", [(0, 0)])]), ("TD", [("P", [(0, 1)])])])]), *paragraphs(2)
    )
    assert [piece[0] for piece in found] == ["paragraph", "paragraph", "paragraph"]


def trees():
    """Yield trees that tell nothing, or nonsense, of eight lines of which the first is large."""
    yield "all headings", [("H1", [(0, mark)]) for mark in range(8)]
    yield "no paragraphs", [("Div", [(0, mark)]) for mark in range(8)]
    yield "one element", [("Sect", [(0, mark) for mark in range(8)])]
    yield "half of the text", paragraphs(0, 1, 2, 3)
    yield "a circle", [("Div", ["^", *paragraphs(0)])]


@pytest.mark.parametrize("parts", [pytest.param(parts, id=name) for name, parts in trees()])
def test_a_tree_that_tells_nothing_changes_nothing(parts):
    """The pieces are those of the same file without tags."""
    page = [(0, (60, 790, 20, "A study of the bay")), *lines(*SENTENCES, "Nobody came.", first=1)]
    plain = read(pdf_of([[line for _, line in page]]), "study.pdf").value
    expected = [(str(piece.kind), piece.level, piece.rule, piece.text) for piece in plain.pieces]
    assert told([page], *parts) == expected


def test_a_tree_that_turns_back_to_earlier_pages_is_not_followed():
    """Order counts: a file that lists its stories from the last to the first is read by places."""
    pages = [lines(*SENTENCES[:2]), lines(*SENTENCES[2:4]), lines(*SENTENCES[4:])]
    parts = [("P", [(page, mark)]) for page in (2, 1, 0) for mark in (0, 1)]
    assert words_of(" ".join(piece[3] for piece in told(pages, *parts))) == words_of(" ".join(SENTENCES))


def test_one_endless_paragraph_is_not_believed():
    """A program that puts all text into one element knows no paragraphs."""
    page = [
        (number, (60, 810 - 6 * number - 10 * (number // 10), 5, f"{SENTENCES[number % 6]} {number}"))
        for number in range(90)
    ]
    assert len(told([page], ("P", [(0, mark) for mark in range(90)]))) > 1


def test_lines_that_are_paragraphs_each_are_not_believed():
    """A program that knows no paragraphs and tags every line as one says so by the letters with which they begin."""
    texts = ["the council of the northern town voted", "for the patrol after a long evening in", "which pilots and fishermen asked about",
             "oil and about lamps, and nobody had an", "answer that anybody wished to remember."]  # fmt: skip
    found = told([lines(*texts)], *paragraphs(0, 1, 2, 3, 4))
    assert [piece[3] for piece in found] == [" ".join(texts)]


def test_the_tags_of_a_book_are_not_read(monkeypatch):
    """Beyond so many pages all time is needed for the places."""
    pages = [lines("Who pays", *SENTENCES[:3]), lines(*SENTENCES[3:])]
    parts = [("H2", [(0, 0)]), *paragraphs(1, 2, 3), *paragraphs(0, 1, 2, page=1)]
    assert ("heading", 2, "format", "Who pays") in told(pages, *parts)
    monkeypatch.setattr(pdf, "_MOST_TAGGED", 1)
    assert "heading" not in [piece[0] for piece in told(pages, *parts)]
