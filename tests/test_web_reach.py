"""Where the article of a page begins, and where its readers have the word."""

import pytest

from diwan.documents.convert import document_of
from diwan.documents.readers.html import read

TEXT = [
    "The keeper of the harbour light climbs two hundred steps every evening, and in forty years she has never been late for the dark.",
    "Nobody in the three towns has asked her who pays for the oil, and the town halls have agreed not to ask each other.",
    "In winter she sleeps beside the lamp, because the ice on the steps is worse than the wind, and because the lamp is warm.",
    "A ship that passes at night writes her name into its log, and the company has never told her that it does.",
]
ASKED = [
    "We and our 812 partners store information on your device and read it, such as identifiers in files, to learn who you are and what you like.",
    "You may choose at any time, object to what is done in the interest of others, and read on the next page what each of them wants of you.",
]
SAID = [
    "I have passed that light for thirty years and never knew her name, and now I shall wave whenever I see the lamp at night.",
    "Who is going to pay for all that oil, I ask, and why has nobody in the town halls told us how much of it there is?",
]


def _kept(body):
    page = f"<!doctype html><html><head><title>One light</title></head><body>{body}</body></html>"
    return [block.text for block in document_of(read(page.encode(), "page.html").value).blocks if block.kept]


def _in_paragraphs(texts):
    return "".join(f"<p>{text}</p>" for text in texts)


def test_what_stands_above_the_title_is_no_text():
    """A wall that asks for consent is as long as an article, and its names in the markup may say nothing."""
    page = f"<div class='a'>{_in_paragraphs(ASKED)}</div><div class='b'><h1>One light</h1>{_in_paragraphs(TEXT)}</div>"
    assert _kept(page) == ["One light", *TEXT]


def test_a_title_that_is_said_below_the_text_does_not_end_it():
    """Some pages have the title over their links to share; what is longer is the text."""
    page = f"<article>{_in_paragraphs(TEXT)}<h1>One light</h1><p>Quay Street 4</p></article>"
    assert [text for text in _kept(page) if text in TEXT] == TEXT


@pytest.mark.parametrize(
    ("label", "are_kept"),
    [
        ("<h3>Comments</h3>", False),
        ("<h3>2 Kommentare</h3>", False),
        ("<h3>Comment her light came to be</h3>", True),
        ("<h3><a>Comments</a></h3>", True),
    ],
)
def test_below_a_label_of_comments_readers_have_the_word(label, are_kept):
    """A heading that is nothing else; a link leads to them, and in French *comment* asks how."""
    page = f"<div><h1>One light</h1>{_in_paragraphs(TEXT)}{label}{_in_paragraphs(SAID)}</div>"
    assert any(text in SAID for text in _kept(page)) == are_kept


def test_a_label_of_comments_above_the_text_is_a_button():
    """It leads down the page; the text has not begun."""
    page = f"<div><h1>One light</h1><h3>Comments</h3>{_in_paragraphs(TEXT)}</div>"
    assert [text for text in _kept(page) if text in TEXT] == TEXT
