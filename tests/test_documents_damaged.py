"""Damaged PDF files: pages that can be read are, and the report names the others; without any, the file is refused."""

import re
import zlib

import pytest

from diwan.documents.convert import document_of_bytes
from pdfmaker import paragraph, pdf_of, rebuilt

PAGES = [
    paragraph(60, 780, 10, *(f"page {page} line {line} of the patrol off Kanmur" for line in range(40)))
    for page in (1, 2, 3)
]
#: The objects of the tree of pages, of the second page and of what it draws.
TREE, PAGE, CONTENT = 2, 7, 8


def pack(body):
    """Return an object with its words packed, as nearly all programs write them."""
    words = re.fullmatch(rb".*?stream\n(.*)\nendstream", body, re.DOTALL)
    if not words:
        return body
    data = zlib.compress(words[1])
    return b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(data), data)


def spoil(body):
    """Return an object with some bytes in the middle turned over."""
    middle = len(body) // 2
    return body[:middle] + bytes(255 - byte for byte in body[middle : middle + 30]) + body[middle + 30 :]


def halve(body):
    """Return a stream without its second half, though it says to be as long as it is."""
    return body[: len(body) // 2] + b"\nendstream"


def without_sum(body):
    """Return a stream without the sum by which it can be checked, as some programs write it."""
    return re.sub(rb"(?s)....\nendstream", b"\nendstream", body)


def damaged(changes):
    """Return a file of three pages in which each object of *changes* is as its function gives it back."""
    return rebuilt(pdf_of(PAGES), lambda number, body: changes.get(number, bytes)(pack(body)))


def told(data):
    """Return of which pages there are words, and the pages that are flagged."""
    document = document_of_bytes(data, "file.pdf").value
    pages = {page for block in document.kept for page in re.findall(r"page (\d)", block.text)}
    return pages, [(flag.kind, flag.detail) for flag in document.flags if flag.kind != "undated"]


@pytest.mark.parametrize("instead", [b"null", b"<< /Type /Font >>"])
def test_a_page_that_is_not_there_is_named_and_the_others_are_read(instead):
    """A reader still has the rest."""
    assert told(damaged({PAGE: lambda _: instead})) == ({"1", "3"}, [("damaged-page", "2")])


@pytest.mark.parametrize("harm", [spoil, halve])
def test_a_page_that_can_be_read_in_part_is_named(harm):
    """PDFium gives the part without a word."""
    assert told(damaged({CONTENT: harm})) == ({"1", "2", "3"}, [("damaged-page", "2")])


def test_pages_that_are_counted_and_not_there_are_named():
    """The count is all that is left of them."""
    more = damaged({TREE: lambda body: body.replace(b"/Count 3", b"/Count 4")})
    assert told(more) == ({"1", "2", "3"}, [("damaged-page", "4")])


@pytest.mark.parametrize("changes", [{}, {CONTENT: without_sum}])
def test_a_whole_file_has_no_damaged_page(changes):
    """What all programs read is whole."""
    assert told(damaged(changes)) == ({"1", "2", "3"}, [])


def test_a_table_of_objects_that_lies_is_made_anew():
    """Every object stands seven bytes before the place that the table says."""
    lying = re.sub(rb"(\d{10}) 00000 n", lambda place: b"%010d 00000 n" % (int(place[1]) + 7), damaged({}))
    assert told(lying) == ({"1", "2", "3"}, [])


@pytest.mark.parametrize("harm", [lambda _: b"null", lambda _: b"<< /Type /Font >>"])
def test_a_file_of_damaged_pages_alone_is_refused(harm):
    """There is nothing to read."""
    (problem,) = document_of_bytes(damaged({PAGE - 2: harm, PAGE: harm, PAGE + 2: harm}), "file.pdf").problems
    assert problem.code == "source-damaged"
    assert "3 of 3" in problem.message
