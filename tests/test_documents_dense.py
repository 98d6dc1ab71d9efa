"""PDF: pages of dense papers, where what stands above the text shares a line, or has no white below it."""

import pytest

from diwan.documents.convert import document_of_bytes
from pdfmaker import pdf_of

HEAD = [(40, 800, 8, "THE HARBOUR POST"), (250, 800, 8, "Friday, March 8, 2024"), (545, 800, 8, "7")]
LINES = [
    "The council of the northern",
    "town voted for the patrol",
    "after a long evening when",
    "pilots and fishermen asked",
    "about oil and lamps, about",
    "the name on the bill, and",
    "nobody answered either of",
    "them till the boats went.",
]


def column(left, top=640):
    """Return a column of text."""
    return [(left, top - number * 11, 9, line) for number, line in enumerate(LINES)]


def read(*lines):
    """Return the document of a page."""
    return document_of_bytes(pdf_of([[*lines]]), "paper.pdf").value


def columns(top=640):
    """Return three columns of text."""
    return [line for left in (40, 215, 390) for line in column(left, top)]


def test_name_day_and_number_on_one_line_are_three_things():
    """A line with a name was no line that only says when, and the article had no date."""
    text = [(40, 690 - number * 14, 11, f"{line} {line.lower()}") for number, line in enumerate(LINES)]
    document = read(*HEAD, (40, 740, 24, "A patrol that meets nobody"), *text)
    assert (document.title, document.date) == ("A patrol that meets nobody", "2024-03-08")


@pytest.mark.parametrize("who", ["By Rim Example", "By Rim Example and Omar Sample"])
def test_who_wrote_stands_in_the_first_line_of_a_column(who):
    """Right above the text, in letters of its size, it was the beginning of the first sentence."""
    document = read((40, 740, 24, "A patrol that meets nobody"), (40, 651, 9, who), *columns())
    assert document.authors == tuple(who.removeprefix("By ").split(" and "))
    assert document.kept[1].text.startswith("The council of the northern town")


def test_a_sentence_that_begins_with_by_is_no_byline():
    """Its first line names nobody, or goes on."""
    document = read(
        (40, 740, 24, "A patrol that meets nobody"), (40, 651, 9, "By the end of the evening"), *columns()
    )
    assert document.authors == ()
    assert document.kept[1].text.startswith("By the end of the evening The council")


def test_the_last_line_of_a_title_may_be_as_short_as_a_column():
    """Over several columns it was a heading of the first."""
    document = read(
        (40, 696, 24, "A patrol that meets nobody at all on"), (40, 669, 24, "the bay"), *columns(650)
    )
    assert document.title == "A patrol that meets nobody at all on the bay"
    assert [str(block.kind) for block in document.kept[1:]] == ["paragraph"] * (len(document.kept) - 1)
