"""What a text ends with about those who wrote it is no text of the article."""

import pytest

from diwan.documents.convert import document_of_bytes

BODY = [
    f"The keepers of {word} harbours counted the boats that came in before the storm, and wrote down which of them had no lamp."
    for word in ("six", "seven", "eight", "nine")
]


def blocks_of(*closing, byline="By Mara Lind\n12 March 2024"):
    """Return the blocks of an article that ends with *closing*, by the lines they consist of."""
    text = "\n\n".join(["Six Harbours Without a Lamp", byline, *BODY, *closing])
    document = document_of_bytes(text.encode(), "note.txt").value
    return {block.text: block for block in document.blocks}


@pytest.mark.parametrize(
    "note",
    [
        "Mara Lind has written about harbours and those who keep them for as long as she can remember, and lives beside one of them.",
        "Mara Lind reported from the oldest harbour.",
    ],
)
@pytest.mark.parametrize("byline", ["By Mara Lind\n12 March 2024", "Mara Lind · 12 March 2024"])
def test_a_text_that_ends_with_its_author_ends_before(note, byline):
    """However the author was found, and however long the note is; the text itself stays whole."""
    blocks = blocks_of(note, byline=byline)
    assert (blocks[note].kept, blocks[note].rule) == (False, "about-the-author")
    assert all(blocks[line].kept for line in BODY)


@pytest.mark.parametrize("label", ["About Mara Lind", "Sobre Mara Lind", "Über Mara Lind"])
def test_a_note_below_a_label_with_the_name_need_not_begin_with_it(label):
    """Whatever the word before the name, in any language."""
    note = "Daughter of a pilot and for years a keeper herself, Mara Lind has written about harbours for as long as she can remember."
    blocks = blocks_of(label, note)
    assert [blocks[line].kept for line in (*BODY, label, note)] == [True] * 4 + [False] * 2


@pytest.mark.parametrize(
    "line",
    [
        "Mara Lind: And what did the keepers of the harbours say when they saw that none of the boats had come in with a lamp?",
        "When the storm was over, Mara Lind went down to the harbours and counted with the keepers which of the boats were missing.",
    ],
)
def test_the_author_may_speak_and_be_spoken_of_at_the_end(line):
    """An interview ends with who asked, and an article may name its author without being a note."""
    assert blocks_of(line)[line].kept


@pytest.mark.parametrize(
    "line",
    [
        "Reporting by Tomas Arden in the oldest harbour and Lea Brandt in the youngest of them; editing by Ruth Falk",
        "(تغطية صحفية سامر النجار من الميناء القديم - إعداد ليلى حداد للنشرة العربية - تحرير كريم منصور)",
        "Con información de Tomás Arden desde el puerto más viejo y de Lea Brandt desde el más joven de todos ellos.",
    ],
)
def test_who_else_reported_and_edited_is_no_text(line):
    """Agencies say it on the last line, right below the text; they name no author by it."""
    blocks = blocks_of(line)
    assert (blocks[line].kept, blocks[line].rule) == (False, "about-the-author")


def test_what_the_page_adds_may_stand_below_who_else_reported():
    """As long as it is no more than a few sentences; in the middle of a text the same words begin one of its own."""
    line, added = (
        "With reports from the Harbour Post",
        "The Harbour Post is read in all of the twelve harbours, and in none of them before the boats have come in.",
    )
    more = [sentence.replace("boats", ship) for ship in ("ships", "sails") for sentence in BODY]
    blocks = blocks_of(*more, line, added)
    assert (blocks[line].kept, blocks[line].rule) == (False, "about-the-author")
    within = (
        f"{line} the keepers counted the boats that were still out when the storm began, and wrote it down."
    )
    assert blocks_of(within, *more)[within].kept
