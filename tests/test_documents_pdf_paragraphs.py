"""PDF: where a paragraph, a note, an item of a list and an entry of the contents begin and end."""

import pytest

from diwan.documents.readers.pdf import read
from diwan.model.block import BlockKind
from pdfmaker import paragraph, pdf_of

TEXT = [
    "The council of the northern town voted for the patrol after a long",
    "evening in which pilots and fishermen asked about oil and about the",
    "lamps on the quay, which are lit by hand.",
]


def pieces(*lines):
    """Return the pieces of a PDF of one page of *lines*."""
    return read(pdf_of([lines]), "file.pdf").value.pieces


def test_a_paragraph_that_is_set_in_begins_behind_one_of_a_single_line():
    """Both are set in alike; the line below tells which is the first of a paragraph."""
    page = [
        *paragraph(60, 760, 10, *TEXT),
        (72, 722.5, 10, "They said that nobody had asked them, and that nobody ever does now."),
        (72, 710, 10, "The crews of two boats were sent out before dawn, and they said that"),
        (60, 697.5, 10, "the sea was calm."),
    ]
    assert [len(piece.text.split()) for piece in pieces(*page)] == [34, 13, 18]


def test_a_dash_within_a_sentence_at_the_start_of_a_line_is_no_mark_of_a_list():
    """The line above it was full, and its sentence goes on; behind a colon it is a mark."""
    page = [
        (60, 760, 10, "The council of the northern town voted for the patrol, and all pilots"),
        (60, 747.5, 10, "- there are six of them - were glad, as nobody had asked since"),
        (60, 735, 10, "the year in which they were paid by the town: who was for it:"),
        (60, 710, 10, "- the harbour of the north"),
        (60, 697.5, 10, "- the harbour of the south"),
    ]
    text, *items = pieces(*page)
    assert text.kind is None
    assert " - there are six of them - were glad" in text.text
    assert [item.kind for item in items] == [BlockKind.LIST_ITEM] * 2


def test_a_note_whose_number_is_raised_is_whole():
    """Its first line stands where its words stand, and not where its number does."""
    notes = [(60, 92 - 20 * number + 2.5, 5, str(number)) for number in (1, 2)] + [
        line
        for number in (1, 2)
        for line in (
            (
                64,
                92 - 20 * number,
                8,
                f"See the report of the council for the year 189{number}, where all this",
            ),
            (60, 82 - 20 * number, 8, "is told at length."),
        )
    ]
    page = [*paragraph(60, 760, 10, *TEXT), *paragraph(60, 722.5, 10, *TEXT), *notes]
    assert [piece.text for piece in pieces(*page) if piece.rule == "footnote"] == [
        f"[{number}] See the report of the council for the year 189{number}, where all this is told at length."
        for number in (1, 2)
    ]


def test_entries_of_the_contents_and_their_heading_are_set_aside():
    """They stand at the distance of lines and end no sentence, and were one paragraph of the text."""
    entries = [
        f"{name} {'. ' * 40}{page}"
        for name, page in [("Oil", 3), ("What is left of the lamps", 7), ("Fog", 12)]
    ]
    page = [(60, 790, 12, "Contents"), *paragraph(60, 760, 10, *entries), *paragraph(60, 680, 10, *TEXT)]
    *contents, text = pieces(*page)
    assert [piece.rule for piece in contents] == ["table-of-contents"] * 4
    assert text.text == " ".join(TEXT)


def test_a_full_line_in_the_middle_of_a_sentence_goes_on_beside_a_picture_and_in_bold_letters():
    """Lines beside a picture are set in deep; a bold phrase goes on over the end of a line."""
    beside = [
        (60, 760, 10, TEXT[0]),
        (160, 747.5, 10, "evening in which the pilots asked about"),
        (160, 735, 10, "the lamps on the quay, which are lit by hand."),
    ]
    assert [piece.text for piece in pieces(*beside)] == [" ".join(line[3] for line in beside)]
    bold = [(60, 760, 10, TEXT[0]), (60, 747.5, 10, f"*{TEXT[1]}"), (60, 735, 10, TEXT[2])]
    assert len(pieces(*bold)) == 3
    phrase = [
        (60, 760, 10, "The council of the northern town voted"),
        (237, 760, 10, "*for the patrol after a long"),
        (60, 747.5, 10, "*evening in which the pilots asked about the price of oil and lamps"),
        (60, 735, 10, TEXT[2]),
    ]
    assert len(pieces(*phrase)) == 2


def test_a_line_that_ends_a_sentence_and_had_no_room_for_a_long_word_ends_no_paragraph():
    """Languages that write long words leave room that is none."""
    page = [
        (60, 760, 10, "The council of the northern town voted for the patrol, all but two,"),
        (60, 747.5, 10, "and nobody asked what the oil for it is to cost. Well."),
        (60, 735, 10, "Lamplightersguildhouses are to be built on the quay."),
    ]
    assert len(pieces(*page)) == 1
    short = [*page[:2], (60, 735, 10, "He said so.")]
    assert len(pieces(*short)) == 2


def test_notes_whose_lines_stand_evenly_begin_with_their_numbers():
    """Two short notes were one; a number that is not the next is one of the text."""
    notes = ["1 See the report of the council, and page", "7 of the other.", "2 It is lost.", "3 So is that."]
    page = [*paragraph(60, 760, 10, *TEXT), *paragraph(60, 722.5, 10, *TEXT), *paragraph(60, 90, 8, *notes)]
    assert [piece.text for piece in pieces(*page) if piece.rule == "footnote"] == [
        "1 See the report of the council, and page 7 of the other.",
        "2 It is lost.",
        "3 So is that.",
    ]


def test_who_and_when_on_a_cover_are_lines_of_their_own():
    """They stand as near to each other as lines of a text, and white parts them from all that tells how wide one is."""
    page = [
        (60, 700, 24, "Boats at night in the strait off the northern town"),
        (60, 480, 12, "Rim Example"),
        (60, 460, 11, "June 2031"),
        *paragraph(60, 300, 10, *TEXT),
    ]
    assert [piece.text for piece in pieces(*page)][1:3] == ["Rim Example", "June 2031"]


@pytest.mark.parametrize("at", [(70, 510), (120, 70)])
def test_a_table_of_contents_without_leaders_is_set_aside(at):
    """Its entries are headings of the text, and the numbers of their pages stand behind or before them."""
    headings = ["Who pays", "The price of a patrol", "Lamps", "What others do", "Conclusion"]
    contents = [(70, 780, 18, "Contents")]
    pages = []
    for number, heading in enumerate(headings):
        contents += [
            (at[0], 740 - 18 * number, 10, heading),
            (at[1], 740 - 18 * number, 10, str(number + 2)),
        ]
        pages.append([(70, 780, 14, heading), *paragraph(70, 740, 10, *TEXT)])
    cover = [(70, 600, 24, "Small navies of the bay")]
    _, *found = read(pdf_of([cover, contents, *pages]), "file.pdf").value.pieces
    assert [piece.rule for piece in found[:2]] == ["table-of-contents"] * 2
    assert [piece.text for piece in found[2:]][::2] == headings


def test_a_table_of_things_that_the_text_does_not_name_is_none_of_contents():
    """Figures may be as small as numbers of pages."""
    rows = [
        cell
        for number, name in enumerate(("North", "South", "West"))
        for cell in ((70, 640 - 18 * number, 10, name), (310, 640 - 18 * number, 10, str(number + 3)))
    ]
    found = pieces(*paragraph(70, 740, 10, *TEXT), *rows)
    assert [piece.kind for piece in found] == [None, BlockKind.TABLE]
