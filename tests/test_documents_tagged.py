"""Tagged PDFs: what a file says of its own text decides what a printed page of the web is read as."""

import pytest

from diwan.documents.convert import document_of_bytes
from diwan.documents.pdf import elements
from diwan.documents.pdf.marked import markup_of
from diwan.documents.pdf.rows import Row
from diwan.documents.pdf.tags import Lines, Tag
from diwan.documents.readers.pdf import read
from diwan.text.words import words_of
from pdfmaker import pdf_of
from tagmaker import SENTENCES, tagged_of

EDGES = [(None, (40, 825, 7, "14/03/2024, 08:30")), (None, (40, 12, 7, "https://quay.example/lamps"))]
TITLE = "Towns vote for a patrol of the bay"


def printed(pages, tree, **options):
    """Return the reading of a print of *pages*, at whose edges stand what browsers put there."""
    return read(tagged_of([[*EDGES, *page] for page in pages], tree, **options), "print.pdf").value


def lines(*texts, first=0, top=700, size=10):
    """Return *texts* below one another, each with a mark of its own."""
    return [(first + number, (60, top - 14 * number, size, text)) for number, text in enumerate(texts)]


def kinds(reading):
    """Return the kind and the text of each piece."""
    return [(str(piece.kind), piece.text) for piece in reading.pieces]


def article(*parts):
    """Return a tree with *parts* below its title."""
    return ("Document", [("Art", [("H1", [(0, 0)]), *parts])])


def test_a_paragraph_is_what_the_file_says_it_is_wherever_its_lines_stand():
    """Lines set far apart, in other sizes and on the next page are one paragraph, if one element holds them."""
    first = [*lines(TITLE, *SENTENCES[:2]), (3, (300, 300, 14, SENTENCES[2]))]
    second = [
        (0, (60, 700, 10, SENTENCES[3])),
        (1, (60, 400, 10, SENTENCES[4])),
        (2, (60, 380, 10, SENTENCES[5])),
    ]
    tree = article(("P", [(0, 1)]), ("P", [(0, 2), (0, 3), (1, 0)]), ("P", [(1, 1), (1, 2)]))
    texts = [text for _, text in kinds(printed([first, second], tree))]
    assert texts[:4] == [TITLE, SENTENCES[0], " ".join(SENTENCES[1:4]), " ".join(SENTENCES[4:])]


#: Three paragraphs in one element, as pages part them by breaks: the gap in front of each line.
BROKEN = [
    (0, "The council of the northern town voted for the patrol after a long"),
    (14, "evening in which pilots and fishermen asked about oil and about the"),
    (14, "lamps."),
    (None, "Two boats were sent out before dawn, and the crews said that the sea"),
    (14, "was calm and that there was a book of every ship in the house of the"),
    (14, "pilot."),
    (None, "Nobody has asked to read the book, though two members of the council"),
    (14, "praised the whitewash of the tower in a long speech about the lamps."),
]


@pytest.mark.parametrize("gap", [14, 28])
def test_paragraphs_that_a_page_parts_by_breaks_are_parted(gap):
    """A blank line stands between, or a line that ends a sentence had room for the next word; old pages part all text so."""
    page, top = lines(TITLE), 660
    for number, (step, text) in enumerate(BROKEN, start=1):
        top -= gap if step is None else step
        page.append((number, (60, top, 10, text)))
    tree = article(("Div", [(0, number) for number in range(1, len(page))]))
    texts = [text for _, text in kinds(printed([page], tree))][1:4]
    assert [len(text.split()) for text in texts] == [26, 31, 26]


def test_lines_beside_a_picture_and_in_a_justified_paragraph_are_no_paragraphs():
    """A line that is narrower than those farther down, and ends a sentence, had no room beside the picture."""
    narrow = ["The council voted.", "Pilots asked about", "oil and lamps for it", "was late by then."]
    wide = [text for _, text in BROKEN[:2]]
    page = lines(TITLE, *narrow, *wide)
    (text,) = [text for _, text in kinds(printed([page], article(("P", [(0, n) for n in range(1, 7)]))))][1:2]
    assert text == " ".join([*narrow, *wide])


def test_a_line_at_the_top_of_a_narrower_column_is_not_broken():
    """How far it may reach is told by lines of its own column."""
    above = [text for _, text in BROKEN[:2]]
    below = ["in the bay of the", "northern town."]
    page = [
        *lines(TITLE, *above),
        *((number, (400, 742 - 14 * number, 10, text)) for number, text in enumerate(below, start=3)),
    ]
    (text,) = [text for _, text in kinds(printed([page], article(("P", [(0, n) for n in range(1, 5)]))))][1:2]
    assert text == " ".join([*above, *below])


def test_headings_lists_and_quotations_are_what_the_file_says():
    """Levels come from the tree, not from the size of letters; names of its own count as what the file maps them to."""
    page = lines(
        TITLE, SENTENCES[0], "What it costs", SENTENCES[1], "1.", SENTENCES[2], SENTENCES[3], SENTENCES[4]
    )
    tree = ("Document", [("Art", [
        ("Headline", [(0, 0)]), ("P", [(0, 1)]), ("H3", [(0, 2)]), ("P", [(0, 3)]),
        ("L", [("LI", [("Lbl", [(0, 4)]), ("LBody", [("P", [(0, 5)])])])]),
        ("BlockQuote", [("P", [(0, 6)])]), ("P", [(0, 7)])])])  # fmt: skip
    reading = printed([page], tree)
    assert kinds(reading)[:6] == [
        ("title", TITLE), ("paragraph", SENTENCES[0]), ("heading", "What it costs"), ("paragraph", SENTENCES[1]),
        ("list_item", f"1. {SENTENCES[2]}"), ("quotation", SENTENCES[3])]  # fmt: skip
    assert reading.pieces[2].level == 3


def test_what_no_element_holds_is_set_aside_with_its_reason():
    """What stands for a picture that is not there is no text of the page; what a browser set at the edges is told apart."""
    page = [*lines(TITLE, *SENTENCES), (None, (300, 100, 10, "The quay at dawn"))]
    tree = article(*(("P", [(0, number)]) for number in range(1, 7)))
    reading = printed([page], tree)
    rules = {piece.text: piece.rule for piece in reading.pieces}
    assert rules["The quay at dawn"] == "outside-the-tags"
    assert rules["https://quay.example/lamps"] == "running-head"
    assert reading.stated["url"] == "https://quay.example/lamps"


def test_a_print_without_tags_for_most_of_its_text_is_read_by_its_places():
    """Tags for a title alone, none at all, or a file that says that it is not tagged: the same pieces as without."""
    page = lines(TITLE, *SENTENCES)
    alone = pdf_of([[line for _, line in [*EDGES, *page]]])
    expected = kinds(read(alone, "print.pdf").value)
    assert kinds(printed([page], ("Document", [("H1", [(0, 0)])]))) == expected
    assert kinds(printed([page], ("Document", []))) == expected
    assert kinds(printed([page], article(("P", [(0, 1), (0, 2), (0, 3)])), marked=False)) == expected


def hostile_trees():
    """Yield trees that no program writes: in a circle, deep, wide, and with marks that are not there or are held twice."""
    deep = ("P", [(0, 0)])
    for _ in range(400):
        deep = ("Div", [deep])
    many = ("P", [(0, 0), (0, 1)])
    for _ in range(20):
        many = ("Div", [many, "=", "=", "="])
    yield "many times", ("Document", [many])
    yield "circle", article(("Div", ["^", ("P", [(0, 1), (0, 2)]), "^"]))
    yield "deep", ("Document", [deep])
    yield "wide", ("Document", [("L", ["^"] * 5000), *(("P", [(0, number)]) for number in range(7))])
    yield "no such mark", article(("P", [(0, 1), (0, 900)]), ("P", [(0, 2)]))
    yield "held twice", article(("P", [(0, 1), (0, 2)]), ("P", [(0, 1), (0, 2), (0, 1)]))
    yield "no kind", ("", [("#00#D8", [(0, number)]) for number in range(7)])
    yield "long kind", ("P" * 5000, [("P" * 5000, [(0, number)]) for number in range(7)])


@pytest.mark.parametrize("tree", [pytest.param(tree, id=name) for name, tree in hostile_trees()])
def test_no_tree_costs_a_word(tree):
    """Whatever a tree says, each word of the page is in one piece."""
    page = lines(TITLE, *SENTENCES)
    outcome = document_of_bytes(tagged_of([[*EDGES, *page]], tree), "print.pdf")
    assert outcome.value, outcome.problems
    found = sorted(word for block in outcome.value.blocks for word in words_of(block.text))
    assert found == sorted(word for _, line in [*EDGES, *page] for word in words_of(line[3]))


def test_a_flood_of_elements_is_read_by_places(monkeypatch):
    """Beyond so many elements the file is read as if it had no tags."""
    page = lines(TITLE, *SENTENCES)
    tree = article(*(("P", [(0, number)]) for number in range(1, 7)))
    told = kinds(printed([page], tree))
    monkeypatch.setattr(elements, "MOST", 5)
    assert kinds(printed([page], tree)) != told
    assert kinds(printed([page], tree)) == kinds(printed([page], ("Document", [])))


def test_the_title_is_the_text_that_the_window_names_or_the_heading_most_like_it():
    """A longer text that the window holds goes before the name of the site; one that says other words is no title."""

    def tag(kind, text):
        return Tag(kind, {0: Lines([Row(text, 0, 9, 0, 9, 0)], len(text))})

    def markup(window, *parts):
        return markup_of(Tag("Document", inner=dict(enumerate(parts))), window, "")

    site, title = tag("H1", "Quay Courier"), tag("H2", "Two boats, one bay")
    meta = '<meta property="og:title" content="Two boats, one bay">'
    assert meta in markup("Two boats, one bay - Quay Courier", site, title)
    assert meta in markup("One bay and two boats", site, title)
    assert "og:title" not in markup("The price of lamps", site, title)


def test_an_address_is_no_title_of_a_window_but_may_name_a_heading():
    """Browsers put the address there where a page has no title."""
    heading = Tag("H1", {0: Lines([Row("Two boats, one bay", 0, 9, 0, 9, 0)], 18)})
    page = markup_of(Tag("Document", inner={0: heading}), "quay.example/2021/two-boats-one-bay", "")
    assert "<title>" not in page
    assert '<meta property="og:title" content="Two boats, one bay">' in page
    assert "<title>Quay.example: boats</title>" in markup_of(
        Tag("Document", inner={0: heading}), "Quay.example: boats", ""
    )


def test_what_is_printed_at_the_same_place_of_each_page_is_said_once():
    """One element holds a notice that keeps its place on the screen, with its words on every page; a text goes on lower or higher."""
    notice, first, second = "We count ships", lines(TITLE, *SENTENCES[:3]), lines(*SENTENCES[3:])
    pages = [[*page, (9, (300, 60, 10, notice))] for page in (first, second)]
    tree = article(
        ("P", [(0, 1)]), ("P", [(0, 2), (0, 3), (1, 0)]), ("P", [(1, 1), (1, 2)]), ("Div", [(0, 9), (1, 9)])
    )
    texts = [text for _, text in kinds(printed(pages, tree))]
    assert notice in texts
    assert " ".join(SENTENCES[1:4]) in texts


@pytest.mark.parametrize(
    ("address", "author"),
    [
        ("https://quay.example/author/rina-quist", "Rina Quist"),
        ("https://quay.example/harbour", ""),
    ],
)
@pytest.mark.parametrize("part", [("P", [("Link", [(0, 1)])]), ("Link", [(0, 1)])])
def test_a_name_that_leads_to_the_page_of_an_author_is_that_of_who_wrote(part, address, author):
    """The address is that of the link that lies over the letters, wherever the element of the link stands."""
    page = lines(TITLE, "Rina Quist", *SENTENCES)
    tree = article(part, *(("P", [(0, number)]) for number in range(2, 8)))
    assert printed([page], tree, linked={"Rina Quist": address}).stated["authors"] == author


def test_words_are_linked_where_their_links_are():
    """A link within a line leads from its own words, and one without an address leads nowhere."""
    line = Lines(
        [Row("By Rina Quist and Ada & Co today", 0, 9, 0, 9, 0)], 25, [(2, 11, "/author/rina"), (14, 20, "")]
    )
    page = markup_of(Tag("Document", inner={0: Tag("P", {0: line})}), "", "")
    assert '<p>By <a href="/author/rina">Rina Quist</a> and <a href="#">Ada &amp; Co</a> today</p>' in page


def test_words_of_the_tree_are_text_and_never_markup():
    """A line that looks like an element comes out as its letters."""
    page = lines(TITLE, *SENTENCES[:5], "<script>alert(1)</script> & <b>co</b>")
    tree = article(*(("P", [(0, number)]) for number in range(1, 7)))
    assert page[-1][1][3] in [text for _, text in kinds(printed([page], tree))]
