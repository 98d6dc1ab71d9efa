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


def kinds(text):
    """Return the kinds and words of the kept blocks of a note."""
    return [
        (block.kind.value, block.text) for block in document_of_bytes(text.encode(), "note.md").value.kept
    ]


TABLE = "Town\tBoats\nNorth quay\t3\nSouth\t14 | 15"


@pytest.mark.parametrize(
    "rows",
    [
        "| Town | Boats |\n|:-----|------:|\n| North *quay* | 3 |\n| South | 14 \\| 15 |",
        "Town | Boats\n--- | ---\nNorth quay | 3\nSouth | 14 \\| 15",
    ],
)
def test_rows_between_bars_are_a_table(rows):
    """With bars at the ends or without; the line below the head is no row, and a line without bars goes on with the text."""
    found = kinds(f"{TEXT}\n{rows}\nThose who doubt it ask what becomes of a promise.\n")
    assert found[1:] == [("table", TABLE), ("paragraph", "Those who doubt it ask what becomes of a promise.")]


def test_lines_that_part_or_underline_are_no_text():
    """As other programs write headings and breaks."""
    found = kinds(f"Two towns\n=========\n{TEXT}\nThe winter\n---\n{TEXT}\n* * *\n{TEXT}")
    assert [kind for kind, _ in found] == ["title", "paragraph", "heading", "paragraph", "paragraph"]
    assert not any(mark in text for _, text in found for mark in ("==", "--", "* *"))


NOTES = {
    "emphasis": "# A patrol\n\n*By [Rim Example](https://quay.example/rim)*  \n**May 4, 2021**\n",
    "bold labels": "# A patrol\n\n**Author:** Rim Example  \n**Published:** 4 May 2021  \n**Source:** [The Harbour Post](https://quay.example/a)\n",
    "items": "# A patrol\n\n## Metadata\n- Author: [[Rim Example]]\n- Date: [[2021-05-04]]\n- Tags: #boats\n- URL: <https://quay.example/a>\n",
    "inline fields": "Author:: Rim Example\nDate:: 2021-05-04\n\n# A patrol\n",
    "table": "# A patrol\n\n| Field | Value |\n|---|---|\n| Author | Rim Example |\n| Date | 2021-05-04 |\n",
}


@pytest.mark.parametrize("top", NOTES.values(), ids=NOTES)
def test_what_stands_above_the_text_of_a_clipping_says_who_and_when(top):
    """Where it has no front matter; such lines are no text, but for a table, which may be of the article."""
    found = document_of_bytes(f"{top}{TEXT}".encode(), "note.md").value
    assert (found.title, found.authors, found.date) == ("A patrol", ("Rim Example",), "2021-05-04")
    assert not any(
        "Author" in block.text or "Rim" in block.text for block in found.kept if block.kind != "table"
    )


def test_the_outlet_and_the_address_of_a_clipping_stand_above_its_text():
    """A link names the outlet by its words and the page by its address; front matter counts more."""
    top = "Publication: [[The Harbour Post]]\nURL: [the page](https://quay.example/a)\n\n# A patrol\n"
    found = document_of_bytes(f"{top}{TEXT}".encode(), "note.md").value
    assert (found.outlet, found.url) == ("The Harbour Post", "https://quay.example/a")
    assert document("author: Lina Aziz", f"\nAuthor: Rim Example\n{TEXT}").authors == ("Lina Aziz",)


def test_a_persian_clipping_is_read_by_the_words_of_its_language():
    """Labels, digits and the calendar are those of the text."""
    text = (
        "دو شهر بندری در بهار توافق کردند که یک گشت مشترک در سراسر زمستان دریانوردی کند و هیچ‌کس مخالفتی نکرد.\n"
        * 3
    )
    found = document_of_bytes(
        f"# قایق\n\nبه قلم مریم کاوه\n۱۴ اردیبهشت ۱۴۰۰\n\n{text}".encode(), "note.md"
    ).value
    assert (found.authors, found.date) == (("مریم کاوه",), "2021-05-04")


@pytest.mark.parametrize("label", ["Source", "מקור", "منبع", "المصدر", "Источник", "来源"])
def test_a_linked_source_is_outlet_and_address(label):
    """In the words of any language; a source without words is an address alone."""
    linked = document_of_bytes(
        f"# A patrol\n\n**{label}:** [Harbour Post](https://quay.example/a)\n{TEXT}".encode(), "a.md"
    ).value
    assert (linked.outlet, linked.url) == ("Harbour Post", "https://quay.example/a")
    bare = document_of_bytes(f"# A patrol\n\n{label}: https://quay.example/a\n{TEXT}".encode(), "a.md").value
    assert (bare.outlet, bare.url) == (None, "https://quay.example/a")


def test_a_field_within_the_text_is_text():
    """What stands below the first running lines says nothing of the page."""
    text = (
        f"# A patrol\n\n{TEXT.strip()} {TEXT.strip()}\n\nAuthor: the one who began it, as the keepers say.\n"
    )
    assert kinds(text)[-1] == ("paragraph", "Author: the one who began it, as the keepers say.")
