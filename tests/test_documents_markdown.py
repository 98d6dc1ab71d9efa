"""Markdown: notes as people keep them and as programs clip them from pages."""

import pytest

from diwan.documents.convert import document_of_bytes
from diwan.documents.formats import format_of

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


TABLE = "Town | Boats\nNorth quay | 3\nSouth | 14 | 15"


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


def blocks(text):
    """Return the kinds, levels and words of all blocks of a note that begins with a running paragraph."""
    found = document_of_bytes(f"{TEXT.strip()}\n\n{text}\n".encode(), "note.md").value.blocks
    return [(block.kind.value, block.level, block.text) for block in found[1:]]


MARKUP = {
    "a link by name": ('See [the log][log] and [minutes].\n\n[log]: https://quay.example/log "Log"\n[minutes]: <https://quay.example/m>', ["See the log and minutes."]),
    "an address": ("At <https://quay.example/a_b_c> or https://quay.example/x_y_z stands more.", ["At https://quay.example/a_b_c or https://quay.example/x_y_z stands more."]),
    "entities": ("Bread &amp; salt &copy; 2021, 3 < 4 and 5 > 2.", ["Bread & salt © 2021, 3 < 4 and 5 > 2."]),
    "a comment": ("Before. <!-- gone --> After.\n\n<!-- all\ngone -->", ["Before. After."]),
    "words between angles": ("She said <inaudible> and left.\n\n<Applause in the hall>", ["She said <inaudible> and left.", "<Applause in the hall>"]),
    "elements": ("One <b>bold</b> word, H<sub>2</sub>O.\n\n<div>\nIn a box.\n</div>", ["One bold word, H2O.", "In a box."]),
    "what is struck out": ("Of ~~fifty~~ sixty boats.", ["Of fifty sixty boats."]),
    "raised letters": ("Some 10^6^ lamps.", ["Some 10⁶ lamps."]),
    "notes of Obsidian": ("See [[log/May|the log]] and [[Lamps]], ==both==.", ["See the log and Lamps, both."]),
    "spans and headings of Pandoc": ("[Lamps]{.smallcaps} burn.", ["Lamps burn."]),
    "escapes": (r"A \*star\* and 5 \# 3.", ["A *star* and 5 # 3."]),
    "a label that is no link": ("[Update]: 12:30", ["[Update]: 12:30"]),
    "typed text": ("    The keeper of the lamps writes every evening what he saw.", ["The keeper of the lamps writes every evening what he saw."]),
    "a picture in a line": ("The ![a boat](b.png) boat.", ["The boat."]),
    "a linked picture": ("[![A boat](b.png)](https://quay.example)", ["[![A boat](b.png)](https://quay.example)"]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "words"), MARKUP.values(), ids=MARKUP)
def test_marks_within_lines_are_taken_off_as_programs_show_them(text, words):
    """Those of CommonMark and GitHub, and what Obsidian and Pandoc add; what is no mark stays."""
    assert [found for _, _, found in blocks(text)] == words


def test_items_quotations_and_terms_are_told_apart_by_their_depth():
    """A list in a list, a paragraph in an item, a quotation in a quotation with a list, tasks, terms, numbers from three."""
    text = """
- a lamp
    - its oil

      How much of it.
- [x] a radio

> The bay is ours.
>
> > And ours.
>
> - said twice

3. a third
4. a fourth

Beacon
: A fire on a hill."""
    assert blocks(text) == [
        ("list_item", 1, "a lamp"), ("list_item", 2, "its oil"), ("paragraph", None, "How much of it."), ("list_item", 1, "a radio"),
        ("quotation", None, "The bay is ours."), ("quotation", None, "And ours."), ("list_item", 1, "said twice"),
        ("list_item", 1, "3. a third"), ("list_item", 1, "4. a fourth"), ("list_item", 1, "Beacon"), ("list_item", 1, "A fire on a hill."),
    ]  # fmt: skip


def test_a_heading_of_pandoc_and_a_callout_keep_their_words_only():
    """Not their names and kinds."""
    assert blocks("## The winter {#winter .unnumbered}\n\n> [!NOTE] Of lamps\n> They burn.") == [
        ("heading", 2, "The winter"), ("quotation", None, "Of lamps They burn."),
    ]  # fmt: skip


def test_each_block_says_in_which_line_of_the_file_it_begins():
    """Below front matter, below lines set apart by themselves, and of markup."""
    text = f"---\ntitle: One\n---\nBy Rim Example\n4 May 2021\n{TEXT}\n- a lamp\n- a radio\n\n<p>In markup.</p>\n"
    found = document_of_bytes(text.encode(), "note.md").value.blocks
    lines = text.split("\n")
    assert [block.line for block in found] == [4, 5, 8, 10, 11, 13]
    assert all(block.text in lines[block.line - 1] for block in found)


@pytest.mark.parametrize(
    "mark",
    ["[", "*", "_a*", "![", "<", "`", "> ", "- ", "|a", "[a](", "[^a", "==", "[[", "&", "\\", "~~", "^a"],
)
def test_a_note_of_ten_thousand_marks_is_read_within_the_limits(mark):
    """A parser may try each with each of the others; notes are read under the limits of time that other formats are."""
    assert format_of(b"# One", ".md").confined
    assert document_of_bytes(f"# One\n{TEXT}\n{mark * 10_000}\n".encode(), "note.md").value is not None
