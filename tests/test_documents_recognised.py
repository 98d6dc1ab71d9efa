"""PDF: text that a program read off pictures of its pages, whose measures are guesses."""

import math

import pytest

from diwan.documents.convert import document_of_bytes
from diwan.documents.pdf.glyphs import Glyph
from diwan.documents.pdf.recognised import part_words, settle_measures
from diwan.documents.pdf.rows import Row
from pdfmaker import HEIGHT, WIDTH, pdf_of

UNSEEN = ("3 Tr", (0, 0, WIDTH, HEIGHT))
FIRST = [
    "The council of the northern town voted for the patrol after a",
    "long evening in which pilots and fishermen asked about oil, and",
    "about lamps, and about the name on the bill, and nobody answered",
    "them.",
]
SECOND = [
    "By dawn two boats had left without a word to anybody, and those",
    "on the quay could not say who had given the order, nor whether",
    "there had been one at all.",
]
#: What was measured of the letters of each line: 9 points, and of lines without tall letters 8.
MEASURED = [8, 9, 9, 8, 9, 8, 9]


def lines(top=700, step=11.0):
    """Return both paragraphs as lines of one column, the first of each set in, as they were measured."""
    text = [*FIRST, *SECOND]
    firsts = {FIRST[0], SECOND[0]}
    return [
        (68.8 if line not in firsts else 77.4, top - number * step, size, line)
        for number, (line, size) in enumerate(zip(text, MEASURED, strict=True))
    ]


def blocks(pages, **options):
    """Return kind and text of each block of a document of *pages*."""
    document = document_of_bytes(pdf_of(pages, **options), "scan.pdf").value
    return document, [(str(block.kind), block.text) for block in document.blocks]


def test_lines_that_were_measured_differently_are_of_one_paragraph():
    """Sizes rounded to whole points parted a paragraph at every other line; the report tells who read the text."""
    title = [(68.8, 780, 24, "A patrol that meets"), (68.8, 753, 21, "nobody, ever since")]
    document, found = blocks([[*title, *lines()]], laid=UNSEEN)
    assert document.title == "A patrol that meets nobody, ever since"
    assert found[1:] == [("paragraph", " ".join(FIRST)), ("paragraph", " ".join(SECOND))]
    assert [flag.kind for flag in document.flags if flag.kind != "undated"] == ["recognised-text"]


def test_text_that_is_seen_is_measured_by_its_file():
    """There a size is what somebody chose, and nobody guessed."""
    document, found = blocks([lines()])
    assert len(found) > 2
    assert "recognised-text" not in [flag.kind for flag in document.flags]


def test_a_larger_line_apart_from_the_text_heads_it():
    """What is measured near the size of the text is text; what is larger by more is none."""
    heading = (68.8, 660, 11, "The cost of oil")
    _, found = blocks([[*lines(top=780), heading, *lines(top=630)]], laid=UNSEEN)
    assert ("heading", "The cost of oil") in found
    assert [kind for kind, _ in found].count("paragraph") == 4


def test_lines_that_were_found_too_high_are_of_one_paragraph():
    """In Arabic where a line stands is measured by its letters, of which few reach below it."""
    places = [700, 680.9, 667.2, 650]
    page = [
        (68.8, 780, 30, "Lamps"),
        *((68.8, place, 12, line) for place, line in zip(places, FIRST, strict=True)),
    ]
    _, found = blocks([page], laid=UNSEEN)
    assert found[1:] == [("paragraph", " ".join(FIRST))]


@pytest.mark.parametrize("degrees", [-1.5, 0.7])
def test_a_page_that_lay_aslant_on_the_glass_is_straightened(degrees):
    """Its lines rise or fall by more than the height of a letter, and its columns lean over each other."""
    title = (68.8, 780, 24, "A patrol that meets nobody")
    page = [title, *lines(), *((left + 290, base, size, line) for left, base, size, line in lines())]
    turn = math.radians(degrees)
    turned = f"{math.cos(turn):.5f} {math.sin(turn):.5f} {-math.sin(turn):.5f} {math.cos(turn):.5f} 0 0 cm"
    _, straight = blocks([page], laid=UNSEEN)
    _, found = blocks([page], laid=(f"3 Tr {turned}", UNSEEN[1]))
    assert found == straight
    assert len(found) == 5


@pytest.mark.parametrize(
    ("read", "said"),
    [
        ("港 口 的 灯 亮 了", "港口的灯亮了"),
        ("灯 亮 了 ,船 来 了 。", "灯亮了,船来了。"),
        ("港 の 灯 り は NATO の もの", "港の灯りは NATO のもの"),
        ("the harbour light", "the harbour light"),
    ],
)
def test_spaces_between_characters_are_the_programs(read, said):
    """It ends a word in Chinese and Japanese wherever it believes that one ends."""
    row = Row(read, 0, 100, 700, 12, 0)
    settle_measures([row])
    assert row.text == said


def test_a_word_whose_box_reaches_over_the_next_ends_before_it():
    """Else the letters of both are read in turn."""
    glyphs = [
        Glyph(letter, left, left + 40, 700, 12, 0, gap, index, left)
        for index, (letter, left, gap) in enumerate([("灯", 100, ""), ("塔", 140, ""), ("亮", 130, " "), ("了", 170, "")])
    ]  # fmt: skip
    part_words(glyphs)
    assert [(glyph.text, glyph.left, glyph.right) for glyph in glyphs[:3]] == [
        ("灯", 100, 115),
        ("塔", 115, 130),
        ("亮", 130, 170),
    ]
