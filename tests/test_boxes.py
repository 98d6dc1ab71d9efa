"""A box about who wrote, below a text, is no text of the article, though it is set as its last part is."""

import pytest

from diwan.documents.convert import document_of_bytes
from diwan.documents.lines.structure import see
from diwan.documents.pieces import Piece

BODY = [
    f"The keepers of {word} harbours counted the boats that came in before the storm, and wrote down which of them had no lamp."
    for word in ("six", "seven", "eight", "nine", "ten", "eleven")
]
NOTE = "Daughter of a pilot and for years a keeper herself, Mara Lind has written about harbours for as long as she can remember."
#: A line that names who wrote, but as no byline is written.
STRANGE = "Mara Lind 23/08/2018 2 lamps Storms , Harbours"


def boxes_of(*closing, byline=STRANGE):
    """Return the lines of boxes in an article that ends with *closing*."""
    lines = ["Six Harbours Without a Lamp", byline, *BODY, *closing]
    scene = see([Piece(line, number) for number, line in enumerate(lines, start=1)])
    return [lines[index] for index in sorted(scene.boxes)]


@pytest.mark.parametrize(
    "label",
    ["About Mara Lind", "Sobre Mara Lind", "Über Mara Lind:", "À propos de Mara Lind", "Chi è Mara Lind", "Over Mara Lind",
     "Om Mara Lind", "Mara Lind hakkında", "Mara Lind kimdir"],
)  # fmt: skip
def test_a_label_with_a_name_and_the_paragraph_about_it_are_a_box(label):
    """However the byline is written, as long as it has the name."""
    assert boxes_of(label, NOTE) == [label, NOTE]


@pytest.mark.parametrize(
    "note",
    [
        "Mara Lind is a reporter for the Harbour Post.",
        "Mara Lind ist freie Journalistin und lebt neben dem ältesten der zwölf Häfen.",
        "Mara Lind est journaliste au Courrier du port.",
        "Mara Lind es periodista y vive junto al puerto más viejo.",
        "Mara Lind è una giornalista del Corriere del porto.",
        "Mara Lind jest dziennikarką i autorką książki o latarniach.",
    ],
)
def test_a_last_paragraph_that_says_what_the_author_is_is_a_box(note):
    """With no label, if the byline has the name; or below the name alone, that of a byline elsewhere or not."""
    assert boxes_of(note) == [note]
    assert boxes_of("Mara Lind", note, byline="23/08/2018 2 lamps Storms , Harbours") == ["Mara Lind", note]


def test_a_bare_name_above_a_paragraph_that_begins_with_it_is_a_label():
    """Whatever the paragraph says, if the byline has the name."""
    note = (
        "Mara Lind came to the oldest harbour by way of the youngest, and has never left it since the storm."
    )
    assert boxes_of("Mara Lind", note) == ["Mara Lind", note]
    assert boxes_of("Mara Lind", note, byline="23/08/2018 2 lamps") == []


@pytest.mark.parametrize(
    ("closing", "byline"),
    [
        (["About Mara Lind", NOTE], "23/08/2018 2 lamps Storms , Harbours"),
        (["About Harbours", "Harbours are where keepers live, and where boats come in before a storm, one after the other."], STRANGE),
        (["About Mara Lind", "The keepers did not want to speak of her, and went back to their lamps before the storm was over."], STRANGE),
        (["Mara Lind is silent when she is asked how many of the boats had a lamp, and goes back to the oldest harbour."], STRANGE),
        (["Mara Lind asked the editor of the Harbour Post how many of the boats had a lamp, and went back to the harbour."], STRANGE),
        (["Tomas Arden is a reporter who was on the last of the boats, and none of the keepers has seen him since the storm."], STRANGE),
    ],
)  # fmt: skip
def test_a_text_that_ends_with_somebody_else_has_no_box(closing, byline):
    """Nor one whose last part has a heading that begins as a label does; nor where somebody does something."""
    assert boxes_of(*closing, byline=byline) == []


def test_what_says_who_somebody_is_within_the_text_is_no_box():
    """Boxes stand below the text, or are its last part."""
    lines = ["About Mara Lind", NOTE, "Mara Lind is a reporter for the Harbour Post."]
    assert boxes_of(*lines, *(line.replace("boats", "ships") for line in BODY)) == []


def test_a_box_is_set_aside_as_a_note_on_the_author():
    """Its label too; the text above stays whole."""
    text = "\n\n".join(["Six Harbours Without a Lamp", STRANGE, *BODY, "Sobre Mara Lind", NOTE])
    blocks = {block.text: block for block in document_of_bytes(text.encode(), "box.txt").value.blocks}
    assert [(blocks[line].kept, blocks[line].rule) for line in ("Sobre Mara Lind", NOTE)] == [
        (False, "about-the-author")
    ] * 2
    assert all(blocks[line].kept for line in BODY)
