"""Spreads: two pages on one sheet are read one after the other, and each has edges of its own."""

import re

import pytest

from diwan.documents.readers.pdf import read
from diwan.model.block import BlockKind
from pdfmaker import HEIGHT, WIDTH, paragraph, pdf_of

#: How far right the second page of a sheet lies, and the places of two columns of a page.
SECOND, COLUMNS = WIDTH, (60, 320)
#: Rows of a column: more than there can be in a heading or a table.
ROWS = 20


def page(name, left, number, *, title="", first=760):
    """Return a page of two columns at *left* with a running head, its number and perhaps a title over its columns."""
    columns = [
        line
        for column, place in enumerate(COLUMNS)
        for line in paragraph(
            left + place,
            first,
            10,
            *(f"{name}{column}x{row} and what the patrol of the town saw" for row in range(ROWS)),
        )
    ]
    heads = [
        (left + 60, 815, 8, "Harbour Review"),
        (left + 300, 815, 8, "Spring"),
        (left + 540, 25, 8, str(number)),
    ]
    return [*heads, *([(left + 60, 745, 24, title)] if title else []), *columns]


def read_spread(*lines):
    """Return the order of columns on one sheet of *lines*, and what is set aside."""
    pieces = read(pdf_of([lines], laid=("", (0, 0, 2 * WIDTH, HEIGHT))), "file.pdf").value.pieces
    order = re.findall(r"([a-z]\d)x\d+", " ".join(piece.text for piece in pieces))
    return (
        [*dict.fromkeys(order)],
        order,
        [piece.text for piece in pieces if piece.kind is BlockKind.NAVIGATION],
    )


@pytest.mark.parametrize(("first", "second", "read_first"), [(8, 9, "ab"), (9, 8, "ba")])
def test_the_page_with_the_lower_number_is_read_first(first, second, read_first):
    """Of an Arabic magazine that is the right one; a title over one page does not part the other."""
    columns, order, aside = read_spread(
        *page("a", 0, first, title="Boats at night in the strait", first=700), *page("b", SECOND, second)
    )
    assert columns == [f"{name}{column}" for name in read_first for column in (0, 1)]
    assert order == [column for column in columns for _ in range(ROWS)]
    assert aside == ["Harbour Review", "Spring", str(min(first, second)), str(max(first, second))]


@pytest.mark.parametrize(("first", "second"), [(8, 8), (8, 12)])
def test_a_sheet_without_numbers_that_follow_each_other_is_one_page(first, second):
    """Its heads are no running ones, which more than one page has."""
    *_, aside = read_spread(*page("a", 0, first), *page("b", SECOND, second))
    assert "Harbour Review" not in aside


def test_a_sheet_with_a_line_across_its_middle_is_one_page():
    """So is a spread with a title over both pages: the columns below it are read in their order."""
    columns, _, aside = read_spread(
        *page("a", 0, 8, title="Boats at night in the strait off the northern town of lamps", first=700),
        *page("b", SECOND, 9, first=700),
    )
    assert columns == ["a0", "a1", "b0", "b1"]
    assert "Harbour Review" not in aside
