"""PDF: what stands at places on pages becomes paragraphs in the order in which people read them."""

import pytest

from diwan.documents.convert import document_of_bytes
from diwan.documents.readers.pdf import read
from diwan.text.words import words_of
from pdfmaker import paragraph, pdf_of

LEFT, RIGHT = 60, 310
COLUMN = [
    "the council of the northern town voted",
    "for the patrol after a long evening in",
    "which pilots and fishermen asked about",
    "oil and about lamps, and nobody had an",
    "answer that anybody wished to remember",
]


def texts(pages, kinds=("title", "heading", "paragraph", "list_item", "table")):
    """Return the text of the pieces that a PDF of *pages* gives, without those set aside."""
    reading = read(pdf_of(pages), "file.pdf").value
    return [piece.text for piece in reading.pieces if (piece.kind or "paragraph") in kinds]


def test_columns_are_read_one_after_the_other_under_the_title_that_crosses_them():
    """Left before right, the title first, and a sentence goes on from one column to the next."""
    page = [
        (LEFT, 760, 20, "A title that crosses both columns of the page"),
        *paragraph(LEFT, 700, 10, *COLUMN),
        *paragraph(RIGHT, 700, 10, *[f"then {line[:34]}" for line in COLUMN[:-1]], "and so it ended."),
    ]
    title, text = texts([page])
    assert title == "A title that crosses both columns of the page"
    right = " ".join(f"then {line[:34]}" for line in COLUMN[:-1])
    assert text == f"{' '.join(COLUMN)} {right} and so it ended."


def test_words_broken_at_line_ends_are_joined_and_compounds_keep_their_hyphen():
    """`co-` and `operation` are one word; a compound that the text writes elsewhere stays one."""
    page = paragraph(LEFT, 700, 10, "Towns that share a bay live by their co-", "operation, and the long-",
                     "standing habit of lamps is a long-standing one, says", "every pilot.")  # fmt: skip
    (text,) = texts([page])
    assert text == (
        "Towns that share a bay live by their cooperation, and the long-standing habit of lamps is a"
        " long-standing one, says every pilot."
    )


def test_running_heads_and_page_numbers_are_set_aside_once_and_nothing_else():
    """What stands at the edge of several pages is no text; a first line that stands there once is."""
    pages = [
        [(LEFT, 800, 8, "Harbour Institute"), *paragraph(LEFT, 760, 10, *COLUMN, f"Page {number} ended."),
         (LEFT, 40, 8, f"- {number} -")]
        for number in range(1, 5)
    ]  # fmt: skip
    reading = read(pdf_of(pages), "file.pdf").value
    aside = [piece.text for piece in reading.pieces if piece.rule == "running-head"]
    assert aside == ["Harbour Institute", "- 1 -", "- 2 -", "- 3 -", "- 4 -"]
    kept = " ".join(piece.text for piece in reading.pieces if piece.rule != "running-head")
    assert words_of(kept) == words_of(" ".join(f"{' '.join(COLUMN)} Page {n} ended." for n in range(1, 5)))


def test_headings_notes_lists_and_tables_are_told_by_how_they_look():
    """Larger or bold lines are headings, small rows with a number at the foot are notes, rows of cells are tables."""
    page = [
        (LEFT, 780, 18, "A study of the bay"),
        *paragraph(LEFT, 740, 10, *COLUMN),
        (LEFT, 670, 10, "*What it costs"),
        *paragraph(LEFT, 655, 10, *COLUMN),
        *[(x, 580 - y * 14, 10, cell) for y, row in enumerate(("Town Boats Crew", "North 4 31", "South 3 22"))
          for x, cell in zip((60, 200, 330), row.split(), strict=True)],
        *paragraph(LEFT, 500, 10, "1. the lights come first", "2. the radios come second"),
        *paragraph(LEFT, 80, 7, "1 Three meetings in March."),
    ]  # fmt: skip
    reading = read(pdf_of([page]), "file.pdf").value
    found = [(piece.kind, piece.rule, piece.text) for piece in reading.pieces]
    assert found[0][0] == "title"
    assert ("heading", "format", "What it costs") in found
    assert ("table", "format", "Town\tBoats\tCrew\nNorth\t4\t31\nSouth\t3\t22") in found
    assert ("list_item", "format", "2. the radios come second") in found
    assert found[-1] == ("paragraph", "footnote", "1 Three meetings in March.")


def test_a_pdf_of_pictures_is_said_to_have_no_text():
    """Without any text it is refused; with text on some pages, the others are named."""
    (problem,) = document_of_bytes(pdf_of([[], []]), "scan.pdf").problems
    assert problem.code == "source-no-text"
    assert "2 pages are pictures" in problem.message
    assert "OCR" in problem.mend
    document = document_of_bytes(pdf_of([paragraph(LEFT, 700, 10, *COLUMN), []]), "half.pdf").value
    assert [(flag.kind, flag.detail) for flag in document.flags if flag.kind == "missing-text-layer"] == [
        ("missing-text-layer", "2")
    ]


@pytest.mark.parametrize("keep", [0.1, 0.5, 0.9])
def test_a_pdf_that_breaks_off_is_a_problem_or_gives_what_is_left(keep):
    """No cut makes anything else happen."""
    data = pdf_of([paragraph(LEFT, 700, 10, *COLUMN)])
    outcome = document_of_bytes(data[: int(len(data) * keep)], "cut.pdf")
    assert outcome.value or [problem.code for problem in outcome.problems]


def test_every_word_of_a_pdf_is_delivered():
    """However lines lie, no word of the text layer is lost."""
    pages = [
        [(40 + 37 * (n * p % 11), 800 - 17 * n, 8 + (n * p) % 7, f"word{p}x{n} and more") for n in range(44)]
        for p in range(1, 6)
    ]
    reading = read(pdf_of(pages), "file.pdf").value
    given = sorted(word for page in pages for *_, text in page for word in words_of(text))
    assert given == sorted(word for piece in reading.pieces for word in words_of(piece.text))
