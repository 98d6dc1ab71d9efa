"""Documents of word processors whose title is a heading: what is pasted from the web, and what converters write."""

import io
import zipfile

import pytest

from diwan.documents.convert import document_of_bytes

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_O = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)
LONG = (
    "The keeper of the harbour light climbs two hundred steps every evening, and in {} years she has never once been late,"
    " not even in the winter of the great storm, when the stairs were under ice."
)
TITLE, BY, DAY = "A light that was never late", "By Rim Example", "4 May 2021"
Line = tuple[int | str, str]


def _docx(lines: list[Line]) -> bytes:
    parts = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{_word_style(style)}"/></w:pPr><w:r><w:rPr>{"<w:b/>" if style == "bold" else ""}</w:rPr>'
        f"<w:t>{text}</w:t></w:r></w:p>"
        for style, text in lines
    )
    return _zip({"word/document.xml": f"<w:document {_W}><w:body>{parts}</w:body></w:document>"})


def _word_style(style):
    return (
        f"Heading{style}" if isinstance(style, int) and style else "Title" if style == "title" else "Normal"
    )


def _odt(lines: list[Line]) -> bytes:
    parts = "".join(
        f'<text:h text:outline-level="{style}">{text}</text:h>'
        if isinstance(style, int) and style
        else f'<text:p text:style-name="{"Title" if style == "title" else "Standard"}">{text}</text:p>'
        for style, text in lines
    )
    content = f"<office:document-content {_O}><office:body><office:text>{parts}</office:text></office:body></office:document-content>"
    return _zip({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def _zip(parts: dict[str, str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return buffer.getvalue()


def _rtf(lines: list[Line]) -> bytes:
    parts = "".join(
        rf"\pard\outlinelevel{style - 1} {text}\par " if isinstance(style, int) and style
        else rf"\pard\s9 {text}\par " if style == "title"
        else rf"\pard {{\b {text}}}\par " if style == "bold"
        else rf"\pard {text}\par "
        for style, text in lines
    )  # fmt: skip
    return (r"{\rtf1\ansi{\stylesheet{\s0 Normal;}{\s9 Title;}} " + parts + "}").encode("ascii")


WRITERS = {"docx": _docx, "odt": _odt, "rtf": _rtf}


def _read(suffix, lines):
    return document_of_bytes(WRITERS[suffix](lines), f"a.{suffix}").value


def _headings(document):
    return [(block.level, block.text) for block in document.kept if block.kind.value == "heading"]


@pytest.mark.parametrize("suffix", WRITERS)
@pytest.mark.parametrize("above", [[], [(0, "Harbour Post")]])
def test_a_lone_heading_of_the_first_level_before_the_text_is_the_title(suffix, above):
    """Headings of parts or not below it; the name of an outlet above it or not."""
    text = [
        (0, LONG.format("ten")),
        (2, "The winter"),
        (0, LONG.format("two")),
        (3, "The lamp"),
        (0, LONG.format("six")),
    ]
    document = _read(suffix, [*above, (1, TITLE), (0, BY), (0, DAY), *text])
    assert (document.title, document.authors, document.date) == (TITLE, ("Rim Example",), "2021-05-04")
    assert _headings(document) == [(2, "The winter"), (3, "The lamp")]
    alone = _read(suffix, [*above, (1, TITLE), *((0, words) for style, words in text if not style)])
    assert (alone.title, _headings(alone)) == (TITLE, [])


@pytest.mark.parametrize("suffix", WRITERS)
def test_headings_of_parts_are_no_title(suffix):
    """Several of the highest level, one behind text, one below a longer line that is the title itself."""
    parts = [(1, "The winter"), (0, LONG.format("two")), (1, "The lamp"), (0, LONG.format("six"))]
    document = _read(suffix, [(0, TITLE), (0, BY), *parts])
    assert (document.title, _headings(document)) == (TITLE, [(2, "The winter"), (2, "The lamp")])
    assert _read(suffix, [(0, TITLE), (0, BY), *parts[:2]]).title == TITLE
    assert _read(suffix, [(0, LONG.format("ten")), *parts[:2]]).title != "The winter"


@pytest.mark.parametrize("suffix", WRITERS)
def test_the_first_of_several_is_the_title_where_who_and_when_stand_below_it_alone(suffix):
    """A part has no author; of a digest of articles all have, and none is the title of all."""
    parts = [
        (0, LONG.format("ten")),
        (1, "The winter"),
        (0, LONG.format("two")),
        (1, "The lamp"),
        (0, LONG.format("six")),
    ]
    document = _read(suffix, [(1, TITLE), (0, BY), (0, DAY), *parts])
    assert (document.title, _headings(document)) == (TITLE, [(2, "The winter"), (2, "The lamp")])
    digest = [
        line
        for name in (TITLE, "The winter")
        for line in ((1, name), (0, BY), (0, DAY), (0, LONG.format(name)))
    ]
    assert _headings(_read(suffix, digest)) == [(2, TITLE), (2, "The winter")]


@pytest.mark.parametrize("suffix", WRITERS)
def test_a_title_by_its_style_stays_the_title(suffix):
    """Headings below it keep the levels that they have below a title."""
    lines = [
        ("title", TITLE),
        (1, "The winter"),
        (0, LONG.format("two")),
        (2, "The lamp"),
        (0, LONG.format("six")),
    ]
    document = _read(suffix, lines)
    assert (document.title, _headings(document)) == (TITLE, [(2, "The winter"), (3, "The lamp")])


@pytest.mark.parametrize("suffix", ["docx", "rtf"])
def test_a_bold_line_above_a_heading_may_be_the_title_and_is_asked_as_before(suffix):
    """The only heading of a text is that of a part where a line in bold letters stands above it."""
    lines = [
        ("bold", "Late light"),
        (1, "How it came to be lit at all"),
        (0, LONG.format("two")),
        (0, LONG.format("six")),
    ]
    assert _read(suffix, lines).title != "How it came to be lit at all"


@pytest.mark.parametrize("suffix", ["docx", "rtf"])
@pytest.mark.parametrize(
    "below", [[], [(0, "Rim Example"), (0, DAY)], [(0, "Nobody knows how she does it, or why.")]]
)
def test_a_bold_line_above_all_else_is_the_title(suffix, below):
    """Who writes without styles sets it so; a name or a day below it may look like a title too, and a lead is longer."""
    document = _read(suffix, [("bold", TITLE), *below, (0, LONG.format("ten")), (0, LONG.format("six"))])
    assert document.title == TITLE


@pytest.mark.parametrize(
    "lines",
    [
        [("bold", "Harbour Post"), (0, TITLE), (0, BY)],
        [("bold", BY), (0, TITLE)],
        [("bold", "OPINION"), ("bold", TITLE), (0, BY)],
    ],
)
def test_a_bold_line_over_a_wider_one_is_not_taken_for_the_title(lines):
    """An outlet, who wrote or a section may be bold as well."""
    document = _read("docx", [*lines, (0, LONG.format("ten")), (0, LONG.format("six"))])
    assert document.title == TITLE


@pytest.mark.parametrize("suffix", WRITERS)
@pytest.mark.parametrize(
    ("below", "kept"),
    [
        (["Related articles", "Three boats and a rope", "The last ferry of the year"], []),
        (["Source: https://quay.example/news/light"], []),
        (["Three boats and a rope"], ["Three boats and a rope"]),
        (["https://quay.example/1", "https://quay.example/2"], ["https://quay.example/1", "https://quay.example/2"]),
        (["Related articles", LONG.format("two")], ["Related articles", LONG.format("two")]),
    ],
)  # fmt: skip
def test_what_a_page_had_below_its_text_is_told_where_it_was_pasted_whole(suffix, below, kept):
    """By a label of other articles, or the one address, with no sentence behind it; all else in such a file is text."""
    text = [LONG.format(number) for number in ("ten", "six", "four")]
    document = _read(suffix, [(1, TITLE), (0, BY), (0, DAY), *((0, line) for line in (*text, *below))])
    assert [block.text for block in document.kept] == [TITLE, *text, *kept]


@pytest.mark.parametrize("suffix", WRITERS)
def test_a_heading_that_a_line_above_it_says_too_is_the_title(suffix):
    """Who pastes a page may have its title from the window as well, and a lead below it may look like one."""
    lines = [
        (0, TITLE),
        (0, "World"),
        (1, TITLE),
        (0, "The keeper of the harbour light climbs two hundred steps in the winter storm"),
        (0, f"{BY} {DAY}"),
    ]
    assert (
        _read(
            suffix, [*lines, (0, LONG.format("ten")), (2, "How it came to be lit"), (0, LONG.format("six"))]
        ).title
        == TITLE
    )


@pytest.mark.parametrize("suffix", WRITERS)
def test_what_comes_along_with_a_pasted_page_is_none_of_its_text(suffix):
    """Its title again, the lead below that, buttons, links to other articles and subjects are told apart though a format names them."""
    first, second = (LONG.format(number) for number in ("ten", "six"))
    lines = [
        ("title", TITLE),
        (0, "World"),
        (1, TITLE),
        (0, "Nobody knows how she does it, or why"),
        (0, f"{BY} {DAY}"),
        (3, "Share"),
        (0, first),
    ]
    lines += [
        (0, "Read also: The last ferry of the year"),
        (2, "How it came to be lit"),
        (0, second),
        (0, "Tags: harbour, light"),
    ]
    document = _read(suffix, lines)
    assert document.title == TITLE
    kept = [(block.kind.value, block.text) for block in document.kept]
    assert ("lead", "Nobody knows how she does it, or why") in kept
    assert [text for kind, text in kept if kind != "lead"] == [
        TITLE,
        "Share",
        first,
        "How it came to be lit",
        second,
    ]


def test_a_list_of_networks_with_its_label_is_none_of_the_text_of_a_book():
    """An EPUB states of each item that it is one of a list; a list of anything else stays."""
    for items, kept in (
        (("Facebook", "X", "WhatsApp"), []),
        (("Rope", "Paint", "Facebook"), ["Share", "Rope", "Paint", "Facebook"]),
    ):
        listed = "".join(f"<li>{item}</li>" for item in items)
        page = f"<html xmlns='http://www.w3.org/1999/xhtml'><body><h1>{TITLE}</h1><h3>Share</h3><ul>{listed}</ul><p>{LONG.format('ten')}</p></body></html>"
        document = document_of_bytes(_epub(page), "book.epub").value
        assert [block.text for block in document.kept] == [TITLE, *kept, LONG.format("ten")]


def _epub(page: str) -> bytes:
    container = "<container xmlns='urn:oasis:names:tc:opendocument:xmlns:container'><rootfiles><rootfile full-path='a.opf'/></rootfiles></container>"
    package = (
        "<package xmlns='http://www.idpf.org/2007/opf'><metadata/><manifest><item id='a' href='a.xhtml' media-type='application/xhtml+xml'/>"
        "</manifest><spine><itemref idref='a'/></spine></package>"
    )
    return _zip(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": container,
            "a.opf": package,
            "a.xhtml": page,
        }
    )


LEAD = "Two ports share the paint, but neither of them pays for the bulbs"
SECTIONS = ["Quay Courier", "Home", "World", "Business", "Opinion"]
FOOT = [
    "You may also like",
    "Fish market opens again on Sundays",
    "Rowers win by a head",
    "© 2024 Quay Courier. All rights reserved.",
]


@pytest.mark.parametrize(
    ("above", "title"),
    [
        (["World", "The keeper who paints the harbour light before winter", LEAD], "The keeper who paints the harbour light before winter"),
        (["World", "Winter on the coast", LEAD], LEAD),
        (["Rowers from the next bay win by half a head", LEAD], LEAD),
        (["Sailors pay more for the ferry", "Bakery to open a second shop in May", LEAD], LEAD),
    ],
    ids=["a title and its lead", "a kicker", "another subject", "a list of headlines"],
)  # fmt: skip
def test_of_two_lines_without_a_stop_above_a_copied_text_the_first_is_the_title_if_both_are_on_its_subject(
    above, title
):
    """What stands over a headline is far shorter, on something else, or one of several."""
    texts = [LONG.format(number) for number in ("ten", "twenty", "thirty", "forty")]
    texts.append(
        "Both ports bought paint for the winter, and the bulbs came by ferry, as nobody pays for them here."
    )
    lines = [*SECTIONS, *above, "Rim Example", "4 May 2021", "Share", *texts, *FOOT]
    assert document_of_bytes("\n\n".join(lines).encode(), "copied.txt").value.title == title
