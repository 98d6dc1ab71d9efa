"""PDF: what stands at places on pages becomes paragraphs in the order in which people read them."""

import re
from itertools import groupby
from pathlib import Path

import pytest

from diwan.documents.convert import document_of_bytes
from diwan.documents.pdf.columns import columns_of_pages
from diwan.documents.pdf.directions import sides_of
from diwan.documents.pdf.glyphs import Glyph, turn_letters
from diwan.documents.pdf.hyphens import Hyphens
from diwan.documents.pdf.paragraphs import pieces_of
from diwan.documents.pdf.printed import unmarked
from diwan.documents.pdf.rows import Row, rows_of
from diwan.documents.pdf.shapes import shapes_of
from diwan.documents.pieces import Piece
from diwan.documents.readers.pdf import read
from diwan.model.block import BlockKind
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


def test_a_hyphen_at_a_line_end_stays_where_the_program_breaks_no_words():
    """One in a hundred lines was written; so was a plain one where words are broken with a sign of their own."""
    lines = paragraph(LEFT, 800, 5, *(f"{line}." for line in COLUMN * 20), "the long-", "standing habit")
    assert texts([lines])[-1].endswith("the long-standing habit")
    rows = [Row(text, 60, 300, 700 - number * 12, 10, 0) for number, text in enumerate(
        ["Towns that share a bay live by their co\u2010", "operation, and by the long-", "standing habit of lamps."])]  # fmt: skip
    (piece,) = pieces_of([rows])
    assert (
        piece.text
        == "Towns that share a bay live by their cooperation, and by the long-standing habit of lamps."
    )


@pytest.mark.parametrize(
    ("above", "below", "written"),
    [
        ("talks that were led from Far-", "Apart, a town", "from Far-Apart, a town"),
        ("a study of lamps and the 3-", "Month rule", "the 3-Month rule"),
        ("a fever that was called QUAY-", "19 by those", "called QUAY-19 by those"),
        ("he came in -", "The others stayed", "came in - The others stayed"),
    ],
)
def test_no_word_is_broken_before_a_capital_or_a_digit(above, below, written):
    """The hyphen was written, and no space stands behind it."""
    rows = [Row(text, 60, 300, 700 - number * 12, 10, 0) for number, text in enumerate((above, below))]
    (piece,) = pieces_of([rows])
    assert piece.text.endswith(written)


def test_a_written_hyphen_for_the_rest_of_a_word_has_its_space():
    """*Two- or threefold* is no compound of *two* and *or*, whether its hyphen ends a line or not."""
    written, broken = Hyphens(frozenset(), are_written=True), Hyphens(frozenset(), are_written=False)
    assert written.join("two-", "or threefold") is None
    assert broken.join("in 5-", "and 6-fold") is None
    assert broken.join("terr-", "or of the sea") == "terror of the sea"


def test_letters_drawn_one_by_one_are_words_where_they_touch():
    """Where PDFium takes the lines of a page for upright ones, it ends a line behind each letter."""
    step = 0.556  # the width of these letters
    lines = [
        (left + number * 10 * step, 780 - line * 10, 10, letter)
        for line in range(40)
        for left, text in ((60, "no one had a hound"), (400, "an ebb"))
        for number, letter in enumerate(text)
        if letter != " "
    ]
    assert {line for text in texts([lines]) for line in re.split(r"[\n\t]", text)} == {
        "no one had a hound",
        "an ebb",
    }


BROWSER = "Mozilla/5.0 Chrome/130.0.0.0"
NOTICE = ["Lamps on this quay keep count of ships.", "Say yes to the lamps, or to the ships."]


def test_a_notice_over_the_text_of_every_page_is_set_aside_once_and_the_text_is_whole():
    """Browsers print what keeps its place on the screen on each page; on two pages it may be a refrain, and office programs have no screen."""
    pages = [
        [
            *paragraph(LEFT, 700, 10, *(f"{line} {name}" for line in COLUMN)),
            *paragraph(LEFT + 3, 687.5, 10, *NOTICE[: 2 if number < 3 else 1]),
        ]
        for number, name in enumerate(("one", "two", "three", "four", "five"))
    ]
    reading = read(pdf_of(pages, creator=BROWSER), "file.pdf").value
    aside = [piece.text for piece in reading.pieces if piece.rule == "running-head"]
    assert sorted(aside) == sorted(NOTICE)
    text = " ".join(piece.text for piece in reading.pieces if piece.rule != "running-head")
    assert sorted(text.split()) == sorted(" ".join(
        f"{line} {name}" for line in COLUMN for name in ("one", "two", "three", "four", "five")).split())  # fmt: skip
    for few, creator in ((pages[1:3], BROWSER), (pages, "")):
        pieces = read(pdf_of(few, creator=creator), "file.pdf").value.pieces
        assert not any(piece.rule == "running-head" for piece in pieces)


def test_lines_over_one_another_are_lines_and_a_shadow_is_none():
    """The letters of two lines on one baseline were read in turn."""
    page = [
        (60, 700, 10, COLUMN[0]),
        (64, 700, 10, "Fog over the bay until the evening"),
        (61, 700, 10, COLUMN[0]),
    ]
    assert sorted(" ".join(texts([page])).split()) == sorted(
        f"{COLUMN[0]} Fog over the bay until the evening".split()
    )


def test_a_shadow_that_is_drawn_letter_by_letter_is_left_out():
    """Browsers draw a letter and its shadow in turn; letters that are written twice stay."""
    word, line, pen = "Millennium", [], 60.0
    for letter in word:
        line += [(pen + off, 700 - off, 10, letter) for off in (0, 0.75)]
        pen += {"M": 8.33, "i": 2.22, "l": 2.22, "m": 8.33}.get(letter, 5.56)
    assert texts([[*line, *paragraph(60, 660, 10, *COLUMN)]])[0] == word


def test_both_letters_of_a_ligature_stay():
    """PDFium gives both the place of the ligature."""
    word = [
        Glyph(letter, left, left + 6, 700, 10, way=0, gap="", index=number, pen=left)
        for number, (letter, left) in enumerate([("o", 60), ("f", 66), ("f", 66), ("e", 72), ("r", 78)])
    ]
    assert [row.text for row in rows_of(word)] == ["offer"]


def test_a_line_that_begins_with_a_quote_is_parted_from_one_that_ends_with_it():
    """Lines are joined without a space in scripts that have none, and nowhere else."""
    lines = [
        "nobody had asked what the pilots call “the Heron”",
        "“because they sleep at noon”, as was said later.",
    ]
    found = texts([[(LEFT, 740, 18, "Lamps"), *paragraph(LEFT, 700, 10, *lines)]])
    assert " ".join(lines) in found


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


def test_a_pdf_of_page_numbers_alone_is_read_and_all_of_it_set_aside():
    """A file may hold nothing but what stands at edges."""
    document = document_of_bytes(pdf_of([[(LEFT, 40, 8, "12")]]), "file.pdf").value
    assert [(block.text, block.rule) for block in document.blocks] == [("12", "running-head")]


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


#: The lines of a column, and the points from one to the next.
STEP, LINES = 12.5, len(COLUMN)


def stacks(*lefts, size=10):
    """Return a column of two paragraphs at each place, the first row of each a little higher than that of the one before."""
    return [
        row
        for number, left in enumerate(lefts)
        for part in range(2)
        for row in paragraph(left, 660 + number * 5 - part * (LINES + 1) * STEP, size, *COLUMN[:-1], f"an end {number}{part}.")
    ]  # fmt: skip


def test_who_and_when_over_columns_are_lines_of_their_own():
    """A short line over the text ends no sentence, and yet the first line of a column does not go on from it."""
    page = [
        (LEFT, 780, 20, "A title that crosses both columns"),
        (LEFT, 740, 10, "By Anna Weber"),
        (LEFT, 710, 10, "3 March 2019"),
        *stacks(LEFT, RIGHT),
    ]
    found = texts([page], kinds=("title", "paragraph"))
    body = [f"{' '.join(COLUMN[:-1])} an end {end}." for end in ("00", "01", "10", "11")]
    assert found == ["A title that crosses both columns", "By Anna Weber", "3 March 2019", *body]


def test_who_and_when_in_the_middle_over_three_columns_stand_before_all_of_them():
    """They stand within the second column, and were read behind the first."""
    columns = [line for left in (40, 220, 400) for line in paragraph(left, 721, 8, *COLUMN, *COLUMN)]
    page = [
        (60, 770, 20, "A title that crosses all columns of the page"),
        (270, 745, 8, "By Mara Quill"),
        (267, 733, 8, "14 March 2024"),
        *columns,
    ]
    assert [text[:13] for text in texts([page])][1:4] == ["By Mara Quill", "14 March 2024", "the council o"]


def test_short_paragraphs_are_parted_where_most_lines_stand_as_far_apart_as_they():
    """As papers write and browsers print: who and when end no sentence, and neither do all of one line or two."""
    pairs = [(f"The council of town {number} voted for the patrol after a long evening", "in which pilots asked") for number in range(4)]  # fmt: skip
    lines, base = [(LEFT, 780, 10, "By Anna Weber"), (LEFT, 756, 10, "3 March 2019")], 732
    for pair in pairs:
        lines += [(LEFT, base - number * 13, 10, line) for number, line in enumerate(pair)]
        base -= 37
    assert texts([lines]) == ["By Anna Weber", "3 March 2019", *map(" ".join, pairs)]


def test_a_paragraph_that_begins_with_a_bold_name_is_whole_and_no_heading():
    """Interviews set who speaks in bold, and studies the name of a part: the rest of the line tells what it is."""
    first, *others = COLUMN
    lines = paragraph(LEFT, 700, 10, first, *others)
    speaker = [(LEFT - 50, 700, 10, "*Captain:"), *lines[:1], *[(LEFT - 50, *line[1:]) for line in lines[1:]]]
    assert texts([speaker], kinds=("paragraph",)) == [" ".join(["Captain:", *COLUMN])]


@pytest.mark.parametrize(("address", "kind"), [("https://quay.example/a", None), ("", BlockKind.HEADING)])
def test_what_is_linked_says_nothing_of_the_size_of_the_text(address, kind):
    """Menus in small letters outweigh a short article, whose paragraphs are then no headings."""
    menu = [Row(f"{line} {number}", LEFT, 300, 800 - 9 * number, 7, 0, link=address)
            for number, line in enumerate(COLUMN * 3)]  # fmt: skip
    text = [Row(line, LEFT, 300, 600 - 14 * number, 10, 0) for number, line in enumerate(COLUMN[:2])]
    assert [piece.kind for piece in pieces_of([menu, [Row("A title", LEFT, 300, 640, 20, 0)], text])][
        -1
    ] is kind


def test_lines_as_short_as_names_are_parted_where_every_paragraph_is_set_in():
    """No gap and no stop tells them from the text, and they begin where its first line does; a broken word goes on all the same."""
    text = [f"  {COLUMN[0]} {COLUMN[1]}", f"{COLUMN[2]} {COLUMN[3]}", COLUMN[4]]
    lines = ["  By Anna Weber", "  3 March 2019", *text * 4, "  oil and lighthouse-", "keepers"]
    page = [(LEFT + 20 * line.startswith(" "), 780 - place * 13, 10, line.strip()) for place, line in enumerate(lines)]  # fmt: skip
    assert texts([page]) == ["By Anna Weber", "3 March 2019", *[" ".join(COLUMN)] * 4, "oil and lighthousekeepers"]  # fmt: skip


def test_a_title_within_the_first_column_stays_in_it():
    """Its letters are large beside the gap, and few rows stand beside it: they belong to the columns the page has."""
    page = [
        (LEFT, 780, 20, "A title that fills the"),
        (LEFT, 755, 20, "width of one column"),
        *stacks(LEFT),
        *paragraph(RIGHT, 780, 10, *COLUMN, *COLUMN[:-1], "so it ended."),
        *paragraph(RIGHT, 640, 10, *COLUMN[:-1], "so it ended again."),
    ]
    title, *text = texts([page], kinds=("title", "heading", "paragraph"))
    assert title == "A title that fills the width of one column"
    assert [one.split()[-1] for one in text] == ["00.", "01.", "ended.", "again."]


def test_a_title_is_whole_where_a_font_sets_its_lines_far_apart():
    """Its lines are as far apart as those of the text beside it, measured by the size of the letters of each."""
    page = [
        (LEFT, 780, 20, "A title that fills the"),
        (LEFT, 746, 20, "width of one column"),
        *[(LEFT, 700 - number * 17, 10, line) for number, line in enumerate(COLUMN * 3)],
        *[(RIGHT, 780 - number * 17, 10, line) for number, line in enumerate(COLUMN * 4)],
    ]
    title, *_ = texts([page])
    assert title == "A title that fills the width of one column"


def test_a_title_in_letters_of_the_text_is_the_heading_over_who_and_when():
    """Not every program sets it larger; headings of parts look the same, and nobody signs below them."""
    part = [(LEFT, 700 - number * 13, 10, line) for number, line in enumerate([*COLUMN[:-1], "answer."])]
    lines = [
        (LEFT, 780, 10, "*A light for three towns"),
        (LEFT, 754, 10, "By Anna Weber"),
        (LEFT, 728, 10, "3 March 2019"),
    ]
    below = [(left, base - 120, size, line) for left, base, size, line in part]
    page = [*lines, *part, (LEFT, 610, 10, "*Who pays"), *below]
    document = document_of_bytes(pdf_of([page]), "file.pdf").value
    assert (document.title, document.authors, document.date) == (
        "A light for three towns",
        ("Anna Weber",),
        "2019-03-03",
    )
    assert [block.text for block in document.blocks if block.kind is BlockKind.HEADING] == ["Who pays"]


def test_a_title_that_is_centred_is_whole():
    """Its second line is no new paragraph that is set in: it begins under the middle of the first, which had no room left."""
    rows = [Row("A title that fills the whole width", 100, 500, 780, 20, 0),
            Row("of its column", 223, 377, 756, 20, 40),
            *[Row(line, 60, 540, 700 - number * 12, 10, 60) for number, line in enumerate(COLUMN)]]  # fmt: skip
    title, *_ = pieces_of([rows[:2], rows[2:]])
    assert (title.kind, title.text) == (BlockKind.TITLE, "A title that fills the whole width of its column")


def test_columns_go_on_through_rows_too_few_to_be_columns():
    """White on both sides of a gap at one height parts no columns: the left one is read to its end first."""
    stretches = [
        line
        for left, shift in ((LEFT, 0), (RIGHT, 4))
        for top in (760, 600)
        for line in paragraph(left, top - shift, 10, *COLUMN)
    ]
    between = [(LEFT, 670, 10, "the lamps that can be seen from there"),
               *paragraph(RIGHT, 672, 10, "Town", "Lamp", "Radios")]  # fmt: skip
    found = " ".join(texts([[*stretches, *between]]))
    assert found.index("the lamps") < found.index("Radios")
    assert found.count("the council", 0, found.index("Radios")) == 3


def test_a_first_column_that_is_longer_than_the_second_is_read_to_its_end():
    """White within it, below the end of the other, ends it not; a single short line below both is read after them."""
    columns = [*paragraph(LEFT, 760, 10, *COLUMN), *paragraph(RIGHT, 760, 10, *COLUMN[:-1], "so it ended.")]
    found = " ".join(texts([[*columns, *paragraph(LEFT, 640, 10, *COLUMN[:-1], "the longer one.")]]))
    assert found.endswith("so it ended.")
    assert " ".join(texts([[*columns, (LEFT, 640, 10, "An afterword.")]])).endswith("An afterword.")


@pytest.mark.parametrize(
    ("size", "gap", "parted"), [(6.6, 6.3, True), (10, 6.3, False), (10, 7.2, True), (6.6, 4, False)]
)
def test_columns_of_small_print_stand_nearer_to_each_other(size, gap, parted):
    """A browser shrinks a wide page with the gap between its columns; in larger letters a gap of that width is none."""
    rows = [
        Row(f"{side} {number}", left, left + 240, 700 - number * 9 - shift, size, number)
        for number in range(8)
        for side, left, shift in (("left", 50, 0), ("right", 290 + gap, 4))
    ]
    found = [row.text for column in columns_of_pages([rows]) for row in column]
    assert (found == sorted(found)) == parted


@pytest.mark.parametrize(
    ("listed", "written"), [("ىل", "لى"), ("لى", "لى"), ("ةم", "مة"), ("لم", "لم"), ("يا", "يا")]
)
def test_no_shape_of_several_letters_begins_with_one_that_only_ends_words(listed, written):
    """Of letters in one place the list tells the order, but backwards where it could be no Arabic."""
    shape = [
        Glyph(letter, 360, 372, 700, 12, way=0, gap="", index=number, pen=360)
        for number, letter in enumerate(listed)
    ]
    assert [glyph.text for glyph in shapes_of(shape)] == [written]


def test_letters_of_ligatures_that_ghostscript_turned_are_letters_again():
    """Two Chinese letters in one place are none; the same letters beside each other stay."""

    def glyphs(text, step):
        return [Glyph(one, 0, 9, 0, 9, way=0, gap="", index=n, pen=n * step) for n, one in enumerate(text)]

    (turned, written) = (glyphs("昀椀", 0), glyphs("昀椀", 9))
    turn_letters(turned)
    turn_letters(written)
    assert ("".join(one.text for one in turned), "".join(one.text for one in written)) == ("fi", "昀椀")


def test_the_few_last_rows_of_three_columns_are_read_down_each_column():
    """On its last page a text has two rows in each column: they are parted where the page before has its gaps."""
    lefts = (40, 230, 420)
    last = [row for number, left in enumerate(lefts) for row in
            paragraph(left, 780, 8, f"The last words of {number} are said here in", f"a line or two of column {number}.")]  # fmt: skip
    found = texts([stacks(*lefts, size=8), last])
    assert found[-3:] == [
        f"The last words of {number} are said here in a line or two of column {number}."
        for number in range(3)
    ]


@pytest.mark.parametrize("size", [7, 10])
def test_raised_letters_stay_in_their_word(size):
    """`Mme` and `1er` with small raised letters are words of their line; a short line of its own stays one."""
    page = [
        (60, 700, 12, "and then M"), (120.5, 704, size, "me"), (142, 700, 12, "Aziz spoke of the boats and of the 1"),
        (333.2, 704, size, "er"), (350, 700, 12, "of May"),
        (60, 650, 12, "when nobody else had anything to say of them"), (60, 600, 7, "me"),
    ]  # fmt: skip
    first, *others = texts([page])
    assert first.startswith("and then Mme Aziz spoke of the boats and of the 1er of May"), first
    assert others[-1] == "me"


def printed(number, count, *text, when="11/29/26, 11:08 AM", address="https://quay.example/2021/05/patrol"):
    """Return a page as browsers print it: a line above the text and one below it, close to it and smaller."""
    return [
        (24, 825, 8, when),
        (250, 825, 8, "A patrol that meets nobody"),
        *text,
        (24, 17, 8, address),
        (560, 17, 8, f"{number}/{count}"),
    ]


@pytest.mark.parametrize(
    "when", ["11/29/26, 11:08 AM", "29.11.26, 11:08", "2026/11/29 23:08", "29/11/2026 11:08"]
)
@pytest.mark.parametrize("count", [1, 3])
def test_what_browsers_print_at_the_edges_is_no_text_and_gives_the_address(when, count):
    """Time, title, address and page are set aside, however close the text comes; on one page as on several."""
    lines = [
        [(34, 808 - 15 * line, 12, f"{word} {' '.join(COLUMN[line].split()[1:])}") for line in range(5)]
        for word in ("one", "two", "six")
    ]
    pages = [printed(number, count, *lines[number - 1], when=when) for number in range(1, count + 1)]
    reading = read(pdf_of(pages), "file.pdf").value
    kept = " ".join(texts(pages))
    assert reading.stated["url"] == "https://quay.example/2021/05/patrol"
    assert not any(sign in kept for sign in (when, "quay.example", "meets nobody", f"/{count}")), kept
    assert all(word in kept for word in ("one", "two", "six")[:count])


@pytest.mark.parametrize(
    ("size", "first", "last"),
    [
        (12, "29.11.26, 11:08", "https://quay.example/a"),  # as large as the text: lines of it
        (8, "as they said on 29.11.26", "see https://quay.example/a for the rest"),  # no line of its own
    ],
)
def test_lines_that_only_begin_or_end_a_page_stay_in_the_text(size, first, last):
    """A day of issue and an address that the author wrote are text."""
    text = [(34, 808 - 15 * line, 12, words) for line, words in enumerate(COLUMN)]
    page = [(24, 825, size, first), *text, (24, 30, size, last)]
    kept = " ".join(texts([page]))
    assert first in kept
    assert last in kept


def test_an_address_that_the_browser_cut_short_is_not_taken_for_whole():
    """What ends in dots leads nowhere."""
    text = [(34, 808 - 15 * line, 12, words) for line, words in enumerate(COLUMN)]
    page = printed(1, 1, *text, address="https://quay.example/2021/05/patrol-that-me...")
    assert "url" not in read(pdf_of([page]), "file.pdf").value.stated


MENU = ["Home", "Harbours", "Boats and lamps", "Subscribe now", "Sign in"]
TEASERS = [
    "Ten lamps for the long winter",
    "Why pilots sleep badly",
    "The best oil of the year",
    "More from the harbour",
]
SENTENCES = [
    "The two harbour towns agreed in spring that a joint patrol would sail through the whole winter of that year,",
    "and the captains were asked to keep a log of every light that they saw and of every signal that was answered.",
    "Nobody on the council objected, although several of the fishermen had said that they would rather have oil.",
]


def web_page_on_paper(*, edges):
    """Return a page with a menu above its article and teasers below it, as a browser prints it, or without its edges."""
    menu = [(40, 800 - 16 * number, 10, line) for number, line in enumerate(MENU)]
    text = [
        (40, 680 - 60 * part - 14 * number, 9, f"{sentence[:-1]} {part}.")
        for part in range(5)
        for number, sentence in enumerate(SENTENCES)
    ]
    teasers = [(40, 360 - 30 * number, 16, line) for number, line in enumerate(TEASERS)]
    page = [*menu, (40, 705, 18, "A patrol that meets nobody"), *text, *teasers]
    return printed(1, 1, *page) if edges else page


def test_the_article_of_a_printed_page_is_told_from_what_surrounds_it():
    """What a browser printed is judged line by line as a page saved as text; any other PDF is text throughout."""
    kept, whole = (
        [block.text for block in document_of_bytes(pdf_of([page]), "page.pdf").value.kept]
        for page in (web_page_on_paper(edges=True), web_page_on_paper(edges=False))
    )
    assert sum(line.startswith("The two harbour towns") for line in kept) == 5
    assert not [line for line in (*MENU, *TEASERS) if line in " ".join(kept)]
    assert all(line in " ".join(whole) for line in TEASERS)


FOOT = ["About us", "Write to us", "All rights reserved", "Follow us"]
CHROMIUM = "Mozilla/5.0 \\(X11; Linux\\) HeadlessChrome/140.0"


def kept_of_print(linked, creator):
    """Return what is kept of a page that the program *creator* printed without edges, the lines *linked* as links."""
    foot = [(40 + 130 * number, 60, 7, line) for number, line in enumerate(FOOT)]
    data = pdf_of([[*web_page_on_paper(edges=False), *foot]], linked=linked, creator=creator)
    return " ".join(block.text for block in document_of_bytes(data, "page.pdf").value.kept)


@pytest.mark.parametrize("creator", [CHROMIUM, "Safari", "Mozilla Firefox 145.0", "wkhtmltopdf 0.12.6"])
def test_a_page_that_a_browser_printed_without_its_edges_is_told_by_its_links(creator):
    """The file names the browser, and menus and teasers are links."""
    kept = kept_of_print({*MENU, *TEASERS, *FOOT}, creator)
    assert kept.count("The two harbour towns") == 5
    assert not [line for line in (*MENU, *FOOT) if line in kept]


def test_few_links_tell_a_page_and_a_source_in_ten_lines_does_not():
    """Five lines of twenty-nine are a menu; what is no link around the article is then told by its form."""
    menu, sources = (kept_of_print(set(lines), CHROMIUM) for lines in (MENU, TEASERS[:3]))
    assert [line for line in FOOT if line in menu] == []
    assert [line for line in FOOT if line in sources] == FOOT


@pytest.mark.parametrize(
    ("linked", "creator"),
    [
        ({*MENU, *TEASERS, *FOOT}, "Microsoft Word"),
        ({*MENU, *TEASERS, *FOOT}, ""),
        (set(TEASERS[:3]), CHROMIUM),
        (set(), CHROMIUM),
    ],
)
def test_without_a_browser_or_links_a_print_is_text_throughout(linked, creator):
    """A study with a list of linked sources loses no line, whoever printed it, nor does a letter that a browser printed."""
    kept = kept_of_print(linked, creator)
    assert all(line in kept for line in (*TEASERS, *FOOT))


LONG_TEASERS = [
    "The northern town counts its lamps and finds that two of them have gone missing since the spring.",
    "A captain who has sailed for forty years tells us why he has never once seen the lights go out.",
]


def test_what_is_linked_as_a_whole_is_no_text_of_a_page_that_leads_elsewhere_with_many_lines():
    """Teasers are sentences too, and models that see no links take them for text. Sources that a text lists are its own."""
    sources = ["1. The log of the harbour, kept by its captains", "www.quay.example/log"]
    lines = [(40, 330 - 40 * number, 9, line) for number, line in enumerate([*LONG_TEASERS, *sources])]
    page = [line for line in web_page_on_paper(edges=False) if line[3] not in TEASERS]
    linked = {*MENU, *LONG_TEASERS, *sources}
    document = document_of_bytes(pdf_of([[*page, *lines]], linked=linked, creator=CHROMIUM), "a.pdf").value
    rules = {block.text: (block.kept, block.rule) for block in document.blocks}
    assert [rules[line] for line in LONG_TEASERS] == [(False, "links")] * 2
    assert not any(rules[line][1] == "links" for line in sources)


def test_a_link_ends_where_another_begins():
    """Teasers below one another stand as near as the lines of one, and each is a line of its own."""
    first = [
        "Ten lamps that the harbour has bought for the long",
        "winter and for those that come after it, of which",
    ]
    other = ["nobody knows yet how long and dark they are to be"]
    addresses = dict.fromkeys(first, "https://quay.example/a") | dict.fromkeys(
        other, "https://quay.example/b"
    )
    data = pdf_of([paragraph(LEFT, 700, 10, *first, *other)], linked=addresses)
    assert [piece.text for piece in read(data, "a.pdf").value.pieces] == [" ".join(first), *other]


@pytest.mark.parametrize(
    ("window", "title"),
    [
        ("A patrol that meets nobody - Harbour Post", "A patrol that meets nobody"),
        ("Harbour Post: A patrol that meets nobody", "A patrol that meets nobody"),
        ("A patrol that met nobody at all | Harbour Post", "A patrol that meets nobody"),
        ("Harbour: a patrol that met nobody", "A patrol that meets nobody"),
        ("Quay Post", None),
        ("", None),
    ],
)
def test_the_title_of_a_printed_page_is_the_line_that_its_window_names(window, title):
    """It is the longest, or the one most like it; the name of the site, which the window has too, is shorter."""
    lines = ["Harbour", "A patrol that meets nobody", "Why pilots sleep badly"]
    pieces = unmarked([Piece(line, 0, kind=BlockKind.HEADING, level=2) for line in lines], window)
    assert [piece.text for piece in pieces if piece.kind is BlockKind.TITLE] == ([title] if title else [])
    assert {piece.level for piece in pieces if piece.kind is None} == {2}


@pytest.mark.parametrize(
    "case",
    [
        "arabic-filled-lines",
        "arabic-office-pdf",
        "arabic-printed-signs",
        "hindi-office-pdf",
        "hindi-printed",
        "thai-office-pdf",
        "thai-printed",
        "urdu-printed-nastaliq",
    ],
)
def test_letters_signs_and_brackets_of_a_print_stand_where_the_author_put_them(case):
    """Also where a program draws a letter and its sign apart, in Nastaliq, and around Latin words at the end of a line."""
    folder = Path(__file__).parent / "golden" / "documents" / case
    pieces = read((folder / "source.pdf").read_bytes(), "source.pdf").value.pieces
    assert [piece.text for piece in pieces] == (folder / "words.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize(
    ("seen", "read_as"),
    [
        ("2021-2020 نيب", "بين 2020-2021"),
        ("12/9/2021 يف", "في 12/9/2021"),
        ("١٢–١٠ نم", "من ١٠–١٢"),
        ("٢٠٠٤ )ICI(", "(ICI) ٢٠٠٤"),
        ("ICI 2004 قافتا", "اتفاق ICI 2004"),
        (")NATO( 2004 يف", "في 2004 (NATO)"),
        ("45.5% אוה", "הוא 45.5%"),
        ("2020-2021 ןיב", "בין 2020-2021"),
        ("2021–2020 ןיב", "בין 2020–2021"),
        ("5678 11 966+ רפסמ", "מספר +966 11 5678"),
    ],
)
def test_numbers_in_a_line_that_is_read_from_the_right_keep_their_order(seen, read_as):
    """Two years with a hyphen stand the other way round in Arabic, and do not in Hebrew; numbers apart are read one by one."""
    sides = sides_of([*seen], "R")
    runs = [
        (side, [text for text, _ in run])
        for side, run in groupby(zip(seen, sides, strict=True), key=lambda pair: pair[1])
    ]
    assert "".join("".join(texts[::-1] if side == "R" else texts) for side, texts in runs[::-1]) == read_as


def test_the_mark_of_a_list_item_that_stands_apart_makes_no_table():
    """Office programs set the bullet far from its text; two columns of words are a table as before."""
    marked = [
        line for top in (700, 680) for line in ((60, top, 10, "-"), (100, top, 10, f"Signals at {top}."))
    ]
    assert texts([marked], kinds=("list_item",)) == ["- Signals at 700.", "- Signals at 680."]
    cells = [line for top in (700, 680) for line in ((60, top, 10, "Town"), (160, top, 10, f"{top}"))]
    assert texts([cells], kinds=("table",)) == ["Town\t700\nTown\t680"]


def test_who_wrote_is_no_heading_on_a_cover_that_sets_names_large():
    """The name is larger than the text, and the day below it tells who it is."""
    cover = [
        (LEFT, 600, 28, "Who guards the bay"),
        (LEFT, 480, 14, "Rim Example"),
        (LEFT, 450, 10, "Senior Fellow, Kanmur House"),
        (LEFT, 420, 10, "12 May 2021"),
    ]
    document = document_of_bytes(pdf_of([cover, paragraph(LEFT, 700, 10, *COLUMN)]), "file.pdf").value
    assert document.authors == ("Rim Example",)
    assert [(block.kind, block.kept) for block in document.blocks if block.text == "Rim Example"] == [
        (BlockKind.BYLINE, False)
    ]
