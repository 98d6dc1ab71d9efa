"""PDF: lines that do not run from left to right as the file has them: lying pages, and Chinese and Japanese from top to bottom."""

import pytest

from diwan.documents.convert import document_of_bytes
from diwan.documents.pieces import Piece
from diwan.documents.readers.delivery import opened
from diwan.documents.readers.pdf import read
from diwan.model.block import BlockKind
from pdfmaker import HEIGHT, WIDTH, japanese_of, paragraph, pdf_of

TEXT = [
    "The council of the northern town voted for the patrol after a long evening.",
    "Pilots and fishermen asked about oil and about lamps, and nobody answered.",
]


@pytest.mark.parametrize(
    ("placed", "shape"),
    [
        (f"0 1 -1 0 {HEIGHT} 0 cm", (0, 0, HEIGHT, WIDTH)),
        (f"0 -1 1 0 0 {WIDTH} cm", (0, 0, HEIGHT, WIDTH)),
        (f"-1 0 0 -1 {WIDTH} {HEIGHT} cm", (0, 0, WIDTH, HEIGHT)),
        ("1 0 0 1 -300 -200 cm", (-300, -200, WIDTH - 300, HEIGHT - 200)),
    ],
)
def test_a_lying_page_and_one_that_does_not_begin_at_nought_are_read_as_they_are_seen(placed, shape):
    """Such pages were said to be pictures, and their running heads were taken for text."""
    pages = [
        [(60, 810, 8, "The Northern Gazette"), (60, 760, 20, "Lamps"), *paragraph(60, 700, 10, *TEXT)],
        [(60, 810, 8, "The Northern Gazette"), *paragraph(60, 700, 10, *TEXT)],
    ]
    reading = read(pdf_of(pages, laid=(placed, shape)), "file.pdf").value
    assert [(piece.text, piece.rule) for piece in reading.pieces] == [
        ("Lamps", "format"),
        (" ".join(TEXT), "format"),
        (" ".join(TEXT), "format"),
        ("The Northern Gazette", "running-head"),
    ]


FIRST = "　港の議会は長い夜のあと、北の灯台に新しい灯りを置くことを決めた。漁師たちは油と"
REST = "無線について尋ねたが、答えた者はいなかった。"
SECOND = "　明け方、二隻の船が出た。"


def test_lines_that_run_down_are_read_from_the_right():
    """Tier by tier, the sentence over the end of a line; the sign of a line that runs down is the one that was written."""
    tiers = [
        [(500, top, 10, FIRST[:20]), (482, top, 10, FIRST[20:]), (464, top, 10, REST), (446, top, 10, SECOND)]
        for top in (680, 400)
    ]
    page = [(540, 780, 24, "灯台に、新しい灯り"), *tiers[0], *tiers[1], (290, 30, 8, "_３３")]
    document = document_of_bytes(japanese_of([page]), "file.pdf").value
    texts = [(str(block.kind), block.text) for block in document.blocks]
    text = [("paragraph", f"{FIRST}{REST}".strip("　")), ("paragraph", SECOND.strip("　"))]
    assert texts == [("title", "灯台に、新しい灯り"), *text, *text, ("navigation", "３３")]


def test_a_flat_title_stands_over_lines_that_run_down():
    """Newspapers set some titles so."""
    page = [
        (60, 780, 24, "_灯台に新しい灯り"),
        *((500 - 18 * number, 700, 10, FIRST[:20]) for number in range(8)),
    ]
    reading = read(japanese_of([page]), "file.pdf").value
    assert reading.pieces[0].text == "灯台に新しい灯り"


def test_letters_below_one_another_in_a_table_are_no_line_that_runs_down():
    """Most letters go to the right."""
    page = [
        (60, 700 - 18 * number, 10, f"_{letter}　{FIRST[1:20]}")
        for number, letter in enumerate("甲乙丙丁戊己庚辛壬癸")
    ]
    reading = read(japanese_of([page]), "file.pdf").value
    assert FIRST[1:20] in reading.pieces[0].text


def test_a_paragraph_of_japanese_that_is_half_as_long_ends_the_opening():
    """It says as much as one of twice as many Latin letters; what stands below was judged like lines of a head, and set aside."""
    long, short = f"{FIRST}{REST}" * 2, "北の町、西の町"
    below = [kind for kind, _ in opened_kinds([long, short])]
    assert below == [BlockKind.PARAGRAPH] * 2
    assert [kind for kind, _ in opened_kinds(["a town " * 15, "a town"])] == [None] * 2


def opened_kinds(texts):
    """Return the kind and the text of each of *texts* behind the opening."""
    return [(piece.kind, piece.text) for piece in opened([Piece(text, 0) for text in texts], 10, 200)]
