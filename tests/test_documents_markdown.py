"""Markdown: notes as people keep them and as programs clip them from pages."""

import pytest

from diwan.documents.convert import document_of_bytes

TEXT = "\n\nThe two harbour towns agreed in spring that a joint patrol would sail through the whole winter.\n"


def document(front, text=TEXT):
    """Return the document of a note with some front matter."""
    return document_of_bytes(f"---\n{front}\n---\n{text}".encode(), "note.md").value


@pytest.mark.parametrize(
    ("written", "authors"),
    [
        ("author: Rim Example", ("Rim Example",)),
        ("author: [Rim Example, Lina Aziz]", ("Rim Example", "Lina Aziz")),
        ('authors: ["Example, Rim", Lina Aziz]', ("Example, Rim", "Lina Aziz")),
        ('author:\n  - "[[Rim Example]]"\n  - "[[people/Lina|Lina Aziz]]"', ("Rim Example", "Lina Aziz")),
        ("author:\n- Rim Example\n- 'Lina Aziz'\ntags:\n- boats", ("Rim Example", "Lina Aziz")),
        ("author: [[Rim Example]]", ("Rim Example",)),
        ("author: &a !!python/name:os.system", ()),
        ("author: {name: Rim}", ()),
        ("author:", ()),
    ],
)
def test_authors_of_a_note_are_named_in_a_line_in_a_list_or_as_notes(written, authors):
    """However somebody or a program writes them they are names; what is no plain word states nothing."""
    assert document(written).authors == authors


@pytest.mark.parametrize(
    ("written", "fact", "value"),
    [
        ("source: https://quay.example/a\npublished: 2023-02-07\ncreated: 2024-01-01", "date", "2023-02-07"),
        ("date: 2024-01-01\npublished: 2023-02-07T10:00:00+02:00", "date", "2023-02-07"),
        ("created: 2024-01-01", "date", None),
        ("source: https://quay.example/a", "url", "https://quay.example/a"),
        ("source: https://quay.example/a", "outlet", None),
        ("source: Harbour Post\nurl: https://quay.example/a", "outlet", "Harbour Post"),
        ("source: Harbour Post\nurl: https://quay.example/a", "url", "https://quay.example/a"),
        ('title: "Lamps: who lights them"', "title", "Lamps: who lights them"),
    ],
)
def test_a_clipped_page_says_when_it_was_published_and_where(written, fact, value):
    """The day of clipping is not that of the page; a source is an address or a name."""
    assert getattr(document(written), fact) == value


def test_front_matter_that_never_ends_takes_time_by_its_length():
    """Brackets and quotes without end are read once."""
    for line in ("[" * 50_000, "[" + "[[a]]" * 20_000, '"' * 50_000, "- " * 50_000):
        assert document(f"author: {line}\ntitle: One").title == "One"


def test_pictures_and_marks_of_notes_are_no_words_of_the_text():
    """A picture is set aside with what stands for it; a note at the foot has the number that the text has."""
    text = f"{TEXT}\n![A boat](https://quay.example/b.jpg)\n\nIt is dark[^1] there, say the pilots.\n\n[^1]: Darker than before.\n"
    blocks = document("title: One", text).blocks
    assert [(block.kept, block.text) for block in blocks][1:] == [
        (False, "![A boat](https://quay.example/b.jpg)"),
        (True, "It is dark[1] there, say the pilots."),
        (True, "[1] Darker than before."),
    ]
