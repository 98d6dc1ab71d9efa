"""Footnotes of web pages: what a number in the text leads to belongs to the article."""

import pytest

from diwan.documents.convert import document_of
from diwan.documents.readers.html import read

TEXT = [
    "The keeper of the harbour light climbs two hundred steps every evening, and in forty years she has never been late for the dark.",
    "Nobody in the three towns has asked her who pays for the oil, and the town halls have agreed not to ask each other.",
    "In winter she sleeps beside the lamp, because the ice on the steps is worse than the wind, and because the lamp is warm.",
]
NOTE = "Log of the tower, 12 September 2023."
MENU = '<div class="foot"><ul><li><a href="/a">Harbours</a></li><li><a href="/b">Lights</a></li></ul></div>'


def _document(mark, below):
    first, *others = TEXT
    body = f"<p>{first}{mark}</p>" + "".join(f"<p>{text}</p>" for text in others)
    page = f"<!doctype html><html><head><title>One light</title></head><body><main><h1>One light</h1>{body}</main>{below}{MENU}</body></html>"
    return document_of(read(page.encode(), "page.html").value)


def _kept(document):
    return [block.text for block in document.blocks if block.kept and block.kind != "title"]


@pytest.mark.parametrize(
    ("mark", "below"),
    [
        ('<sup><a href="#n1">1</a></sup>', f'<div class="notes"><p id="n1">{NOTE}</p></div>'),
        ('<a href="https://quay.example/light#n1">[1]</a>', f'<div class="notes"><p><a name="n1"></a>{NOTE}</p></div>'),
        ('<a href="#n1">*</a>', f'<h3>Notes</h3><ol class="footer"><li id="n1"><p>{NOTE}</p></li></ol>'),
    ],
)  # fmt: skip
def test_a_note_is_text_wherever_it_stands(mark, below):
    """Short, with a day in it, below the text: only the number in the text tells it from what the page adds."""
    kept = _kept(_document(mark, below))
    assert NOTE in kept
    assert ("Notes" in kept) == ("Notes" in below)
    assert "Harbours" not in kept


@pytest.mark.parametrize(
    ("mark", "below"),
    [
        (' <a href="#n1">our notes</a>', f'<div class="notes"><p id="n1">{NOTE}</p></div>'),
        (' <a href="#n1">3</a>', f'<div id="n1" class="comments"><h4>3 comments</h4><p>{NOTE}</p></div>'),
        (' <a href="#n1">3</a>', f'<div id="n1">{"".join(f"<p>{word}</p>" for word in "abcdef")}<p>{NOTE}</p></div>'),
    ],
)  # fmt: skip
def test_what_a_link_in_words_leads_to_and_comments_are_no_notes(mark, below):
    """Readers' comments have a number that leads to them too, and parts of the page hold more than a note does."""
    assert NOTE not in _kept(_document(mark, below))


def test_bold_lines_are_headings_though_a_lead_and_notes_are_marked_as_such():
    """Neither heads a part of the text; a heading that does shows that the bold lines are something else."""
    lead = "<h2>Nobody has asked who pays for the oil until the winter came and the barrels were empty in all three towns.</h2>"
    parts = "".join(
        f"<p><b>{name}</b></p><p>{text}</p>" for name, text in zip(("Oil", "Ice"), TEXT[1:], strict=True)
    )
    below = f'<h2>Notes</h2><ol><li id="n1">{NOTE}</li></ol>'
    for more, expected in (("", ["Oil", "Ice", "Notes"]), ("<h2>The steps</h2>", ["The steps", "Notes"])):
        page = f'<!doctype html><html><head><title>One light</title></head><body><h1>One light</h1>{lead}{more}<p>{TEXT[0]}<a href="#n1">1</a></p>{parts}{below}</body></html>'
        blocks = document_of(read(page.encode(), "page.html").value).blocks
        assert [block.text for block in blocks if block.kind == "heading"] == expected
