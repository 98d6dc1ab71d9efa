"""Word files: what their letters say where no style does."""

import io
import zipfile

import pytest

from diwan.documents.convert import document_of_bytes
from diwan.documents.counted import written

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
LONG = (
    "The keeper of the harbour light climbs two hundred steps every evening, and in {} years she has never once been late,"
    " not even in the winter of the great storm, when the stairs were under ice."
)
BOLD, BOLD_RTL, BOLD_STYLE = "<w:b/>", "<w:bCs/><w:rtl/>", '<w:rStyle w:val="Strong"/>'
STYLES = f'<w:styles {_W}><w:style w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style></w:styles>'


def paragraph(text, bold="", style=""):
    """Return a paragraph of one run, with what is said of its letters and the style it names."""
    own = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{own}<w:r><w:rPr>{bold}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def kept(*paragraphs, styles=STYLES, numbering=""):
    """Return the kinds and words of the kept blocks of a Word file."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        body = "".join(paragraphs)
        archive.writestr("word/document.xml", f"<w:document {_W}><w:body>{body}</w:body></w:document>")
        archive.writestr("word/styles.xml", styles)
        archive.writestr("word/numbering.xml", f"<w:numbering {_W}>{numbering}</w:numbering>")
    return [
        (block.kind.value, block.text) for block in document_of_bytes(buffer.getvalue(), "a.docx").value.kept
    ]


def kept_of_opendocument(body, styles):
    """Return the words of the kept blocks of an OpenDocument text."""
    urn = "urn:oasis:names:tc:opendocument:xmlns"
    spaces = " ".join(f'xmlns:{name}="{urn}:{name}:1.0"' for name in ("office", "text", "style"))
    content = (
        f"<office:document-content {spaces}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content)
    return [block.text for block in document_of_bytes(buffer.getvalue(), "a.odt").value.kept]


def text(number):
    """Return a paragraph of running text."""
    return paragraph(LONG.format(number))


@pytest.mark.parametrize("bold", [BOLD, BOLD_RTL, BOLD_STYLE])
@pytest.mark.parametrize("words", ["The winter of the storm", "زمستان توفان", "What happens next?"])
def test_a_short_bold_paragraph_over_text_is_a_heading(bold, words):
    """By the letters themselves, those of scripts that run from the right, or a style of letters."""
    found = kept(paragraph("A light in the harbour", BOLD), text(2), paragraph(words, bold), text(3), text(4))
    assert found[:3] == [
        ("title", "A light in the harbour"),
        ("paragraph", LONG.format(2)),
        ("heading", words),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "This is said in full.",
        "The keeper said:",
        "By Rim Example",
        "4 May 2021",
        "one that goes on from above",
        LONG.format(9),
    ],
)
def test_a_bold_paragraph_of_another_kind_is_none(words):
    """A sentence, an opening of what follows, a byline, a day, a line that goes on and a long paragraph are no headings."""
    assert ("heading", words) not in kept(
        paragraph("A light", BOLD), text(2), paragraph(words, BOLD), text(3)
    )


def test_a_paragraph_in_which_only_some_letters_are_bold_is_text():
    """Names are often bold within a line."""
    mixed = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Rim Example</w:t></w:r><w:r><w:t> keeps the light</w:t></w:r></w:p>"
    assert ("paragraph", "Rim Example keeps the light") in kept(paragraph("A light"), text(2), mixed, text(3))
    off = paragraph("The winter", '<w:b w:val="0"/>')
    assert ("paragraph", "The winter") in kept(paragraph("A light"), text(2), off, text(3))


def test_the_questions_of_an_interview_stay_text():
    """They are cited as the answers are; a speaker's name over each answer is no heading either."""
    asked = [
        f"How did you come to keep the light in the year of the storm, and who kept it before {number}?"
        for number in range(3)
    ]
    talk = [
        part
        for question in asked
        for part in (paragraph(question, BOLD), paragraph("Rim", BOLD), text(len(question)))
    ]
    found = kept(paragraph("A talk about light"), text(1), *talk)
    assert [kind for kind, _ in found].count("heading") == 0
    assert {("paragraph", question) for question in asked} < set(found)


def test_bold_letters_say_nothing_where_headings_are_marked():
    """A document with styles for headings has them for all of them."""
    styles = STYLES.replace(
        "</w:styles>", '<w:style w:styleId="h2"><w:name w:val="heading 2"/></w:style></w:styles>'
    )
    marked = paragraph("The stairs", style="h2")
    found = kept(
        paragraph("A light"), text(1), marked, text(2), paragraph("The winter", BOLD), text(3), styles=styles
    )
    assert ("heading", "The stairs") in found
    assert ("paragraph", "The winter") in found


def test_a_style_that_is_named_and_not_described_is_the_built_in_one():
    """Programs that make Word files leave the descriptions out."""
    marked = paragraph("The stairs", style="Heading1")
    assert ("heading", "The stairs") in kept(paragraph("A light"), text(1), marked, text(2))


def test_a_bold_lead_over_the_text_is_no_heading():
    """Title, lead and byline are bold in many files; they are told as in any other text."""
    lead = "The keeper of the harbour light has never been late, and nobody knows how she does it."
    found = kept(
        paragraph("A light in the harbour", BOLD),
        paragraph(lead, BOLD),
        paragraph("By Rim Example", BOLD),
        text(1),
        text(2),
    )
    assert found[0] == ("title", "A light in the harbour")
    assert ("heading", lead) not in found


@pytest.mark.parametrize("name", ["Quote", "Intense Quote", "Quotations"])
def test_a_quotation_is_told_by_the_name_that_each_program_gives_its_style(name):
    """LibreOffice calls *Quotations* what Word calls *Quote*."""
    styles = f'<w:styles {_W}><w:style w:styleId="Q"><w:name w:val="{name}"/></w:style></w:styles>'
    said = paragraph("Fog has no flag.", style="Q")
    assert ("quotation", "Fog has no flag.") in kept(paragraph("A light"), text(2), said, styles=styles)


def test_letters_that_word_hides_are_no_text():
    """What Word does not show is not what the author published."""
    hidden = (
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden words</w:t></w:r><w:r><w:t>Shown.</w:t></w:r></w:p>"
    )
    assert ("paragraph", "Shown.") in kept(paragraph("A light"), text(2), hidden)
    off = paragraph("Shown again.", '<w:vanish w:val="0"/>')
    assert ("paragraph", "Shown again.") in kept(paragraph("A light"), text(2), off)


def test_figures_that_word_sets_high_make_no_other_figure():
    """Ten to the sixth is not 106; letters set high stay as they are."""
    high = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>{}</w:t></w:r>'
    runs = (
        f"<w:r><w:t>10</w:t></w:r>{high.format(6)}<w:r><w:t> lights on the 2</w:t></w:r>{high.format('nd')}"
    )
    low = '<w:r><w:t>, CO</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="subscript"/></w:rPr><w:t>2</w:t></w:r>'
    shown = kept(paragraph("A light"), text(2), f"<w:p>{runs}{low}</w:p>")
    assert ("paragraph", "10⁶ lights on the 2nd, CO2") in shown


BREAK = "<w:r><w:br/></w:r>"


def run(words, said=""):
    """Return letters of a line, with what is said of them."""
    return f"<w:r><w:rPr>{said}</w:rPr><w:t>{words}</w:t></w:r>"


def test_a_large_first_letter_in_a_frame_belongs_to_the_paragraph_below_it():
    """Word makes a paragraph of its own of a drop cap."""
    frame = f'<w:p><w:pPr><w:framePr w:dropCap="drop" w:lines="3"/></w:pPr>{run("T")}</w:p>'
    found = kept(paragraph("A light", BOLD), frame, paragraph(LONG.format(2)[1:]), text(3))
    assert found == [("title", "A light"), ("paragraph", LONG.format(2)), ("paragraph", LONG.format(3))]


def test_breaks_within_a_paragraph_part_paragraphs_and_items():
    """Shift and Enter, twice; or once between several lines that begin as items do. One before a dash goes on."""
    two = f"<w:p>{run(LONG.format(3))}{BREAK}{BREAK}{run(LONG.format(4))}</w:p>"
    items = f"<w:p>{run('They agreed on this:')}{BREAK}{run('– oil;')}{BREAK}{run('– salt.')}</w:p>"
    one = f"<w:p>{run('She climbs')}{BREAK}{run('– and nobody asks.')}</w:p>"
    found = [words for _, words in kept(paragraph("A light", BOLD), text(2), two, items, one)]
    assert found[2:4] == [LONG.format(3), LONG.format(4)]
    assert found[4:] == ["They agreed on this:", "– oil;", "– salt.", "She climbs – and nobody asks."]


def test_what_is_struck_out_makes_no_other_figure_with_what_is_put_in_its_place():
    """Nor do digits of Arabic that are set high, or words between which a tab of the margin stands."""
    high = '<w:vertAlign w:val="superscript"/>'
    price = f"<w:p>{run('From ')}{run('5', '<w:strike/>')}{run('0', '<w:strike/>')}{run('55')}<w:r><w:ptab/></w:r>{run('coins')}</w:p>"
    year = f"<w:p>{run('في عام ٢٠٢١')}{run('٣', high)}</w:p>"
    found = [words for _, words in kept(paragraph("A light", BOLD), text(2), price, year)]
    assert found[2:] == ["From 50 55 coins", "في عام ٢٠٢١³"]


def test_figures_set_high_breaks_and_lists_of_opendocument_are_read_like_those_of_word():
    """The place of letters stands in a style, by a word or by how much they are raised."""
    styles = "".join(
        f'<style:style style:name="T{number}" style:family="text"><style:text-properties style:text-position="{place}"/></style:style>'
        for number, place in enumerate(("super 58%", "33% 58%", "sub 58%", "0% 100%"))
    )
    spans = "".join(f'1<text:span text:style-name="T{number}">6</text:span>, ' for number in range(4))
    styles += '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1"/></text:list-style>'
    items = (
        f"<text:list-item{own}><text:p>{words}</text:p></text:list-item>"
        for own, words in ((' text:start-value="4"', "oil"), ("", "salt"))
    )
    listed = f'<text:list text:style-name="L1">{"".join(items)}</text:list>'
    ruby = (
        "<text:ruby><text:ruby-base>漢字</text:ruby-base><text:ruby-text>かんじ</text:ruby-text></text:ruby>"
    )
    body = f"<text:p>{LONG}</text:p>{listed}<text:p>{ruby}, {spans}<text:line-break/>one<text:line-break/><text:line-break/>{LONG}</text:p>"
    assert kept_of_opendocument(body, styles) == [
        LONG,
        "4. oil",
        "5. salt",
        "漢字(かんじ), 1⁶, 1⁶, 16, 16, one",
        LONG,
    ]


def test_a_list_counts_from_where_it_says():
    """By its kind, or by itself where it was restarted."""
    level = '<w:lvl w:ilvl="0"><w:start w:val="4"/><w:numFmt w:val="decimal"/></w:lvl>'
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="9"/></w:lvlOverride>'
    numbering = f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>' + "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="0"/>{own}</w:num>'
        for number, own in ((1, ""), (2, again))
    )
    items = [
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr></w:pPr>{run(words)}</w:p>'
        for number, words in ((1, "oil"), (1, "salt"), (2, "rope"))
    ]
    found = kept(paragraph("A light", BOLD), text(2), *items, numbering=numbering)
    assert [words for _, words in found[2:]] == ["4. oil", "5. salt", "9. rope"]


def test_how_a_word_is_read_stands_behind_it_in_brackets():
    """Furigana stand above the word, and before it in the file."""
    ruby = f"<w:r><w:ruby><w:rt>{run('かんじ')}</w:rt><w:rubyBase>{run('漢字')}</w:rubyBase></w:ruby></w:r>"
    found = kept(paragraph("A light", BOLD), text(2), f"<w:p>{run('灯台の')}{ruby}{run('を読む。')}</w:p>")
    assert found[2] == ("paragraph", "灯台の漢字(かんじ)を読む。")


def level(depth, how, label, style="", more=""):
    """Return a level of a list."""
    linked = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{how}"/>{linked}{more}<w:lvlText w:val="{label}"/></w:lvl>'


def lists(*kinds):
    """Return lists, each of a kind of its own, by numbers from one."""
    return "".join(
        f'<w:abstractNum w:abstractNumId="{at}">{kind}</w:abstractNum>' for at, kind in enumerate(kinds, 1)
    ) + "".join(
        f'<w:num w:numId="{at}"><w:abstractNumId w:val="{at}"/></w:num>' for at in range(1, len(kinds) + 1)
    )


def item(words, number=1, depth=0):
    """Return an item of a list."""
    return f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr></w:pPr>{run(words)}</w:p>'


@pytest.mark.parametrize(
    ("how", "label", "shown"),
    [
        ("decimal", "%1)", "1) oil|2) salt|3) rope"),
        ("decimal", "%1", "1. oil|2. salt|3. rope"),
        ("lowerLetter", "%1)", "a) oil|b) salt|c) rope"),
        ("upperRoman", "%1.", "I. oil|II. salt|III. rope"),
        ("lowerRoman", "(%1)", "(i) oil|(ii) salt|(iii) rope"),
        ("decimalZero", "No. %1:", "No. 01: oil|No. 02: salt|No. 03: rope"),
        ("arabicAbjad", "%1.", "أ. oil|ب. salt|ج. rope"),
        ("chineseCountingThousand", "%1、", "一、 oil|二、 salt|三、 rope"),
        ("bullet", "•", "oil|salt|rope"),
        ("none", "", "oil|salt|rope"),
    ],
)
def test_items_have_the_number_that_word_shows_before_them(how, label, shown):
    """In the form of their list; of a sign or nothing there is none."""
    items = [item(words) for words in ("oil", "salt", "rope")]
    found = kept(paragraph("A light", BOLD), text(2), *items, numbering=lists(level(0, how, label)))
    assert [words for _, words in found[2:]] == shown.split("|")


def test_numbered_headings_have_their_numbers_and_count_with_those_above_them():
    """The text refers to them; a style may belong to a level of a list without saying so itself."""
    styles = "".join(
        f'<w:style w:styleId="H{depth}"><w:name w:val="heading {depth}"/><w:pPr><w:numPr>{own}<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        for depth, own in ((1, ""), (2, ""))
    )
    numbering = lists(level(0, "upperRoman", "%1.", "H1") + level(1, "decimal", "%1.%2", "H2", "<w:isLgl/>"))
    heads = [("The bay", "H1"), ("Lamps", "H2"), ("Bells", "H2"), ("The towns", "H1"), ("Northport", "H2")]
    body = [part for words, style in heads for part in (paragraph(words, "", style), text(2))]
    found = kept(
        paragraph("A light", BOLD),
        text(1),
        *body,
        styles=f"<w:styles {_W}>{styles}</w:styles>",
        numbering=numbering,
    )
    assert [words for kind, words in found if kind == "heading"] == [
        "I. The bay",
        "1.1 Lamps",
        "1.2 Bells",
        "II. The towns",
        "2.1 Northport",
    ]


def test_lists_of_one_kind_count_on_and_deeper_ones_begin_anew():
    """As Word counts them: a list in a list begins anew below each item, and two lists of one kind are one."""
    numbering = (
        lists(level(0, "decimal", "%1.") + level(1, "lowerLetter", "%2)"))
        + '<w:num w:numId="9"><w:abstractNumId w:val="1"/></w:num>'
    )
    items = [
        item("oil"),
        item("old", 1, 1),
        item("new", 1, 1),
        item("salt"),
        item("rough", 1, 1),
        item("rope", 9),
    ]
    found = kept(paragraph("A light", BOLD), text(2), *items, numbering=numbering)
    assert [words for _, words in found[2:]] == [
        "1. oil",
        "a) old",
        "b) new",
        "2. salt",
        "a) rough",
        "3. rope",
    ]


@pytest.mark.parametrize(
    ("count", "how", "shown"),
    [
        (10, "japaneseCounting", "十"), (19, "chineseCounting", "十九"), (20, "chineseCounting", "二十"),
        (99, "chineseCounting", "九十九"), (100, "chineseCounting", "100"), (27, "upperLetter", "AA"), (1994, "upperRoman", "1994"),
        (944, "lowerRoman", "cmxliv"), (29, "russianLower", "аа"), (3, "ordinalText", "3"), (0, "upperRoman", "0"),
    ],
)  # fmt: skip
def test_numbers_are_written_as_lists_write_them(count, how, shown):
    """In digits where nobody counts so far, or in ways that have words of a language."""
    assert written(count, how) == shown


def test_a_number_beyond_all_lists_is_written_in_digits():
    """Roman numbers and letters grow with the number that a file says to begin with."""
    numbering = lists(level(0, "upperRoman", "%1.").replace('w:start w:val="1"', 'w:start w:val="99999"'))
    found = kept(paragraph("A light", BOLD), text(2), item("oil"), numbering=numbering)
    assert found[2][1] == "99999. oil"


def test_lines_with_chinese_numbers_that_breaks_part_are_items():
    """As on web pages: who writes without styles breaks a line and counts on."""
    found = kept(
        paragraph("A light", BOLD), text(2), f"<w:p>{run('一、油')}<w:r><w:br/></w:r>{run('二、盐')}</w:p>"
    )
    assert [words for _, words in found[2:]] == ["一、油", "二、盐"]


def test_lists_and_headings_of_opendocument_have_their_numbers():
    """With what stands around them, those of the levels above, and of headings where the outline is counted."""
    levels = (
        ("list", 1, 'style:num-format="i" style:num-prefix="(" style:num-suffix=")"'),
        ("list", 2, 'style:num-format="A" style:num-suffix="." text:display-levels="2"'),
        ("outline", 1, 'style:num-format="1" style:num-suffix="."'),
        ("outline", 2, 'style:num-format="1" text:display-levels="2" text:start-value="5"'),
        ("outline", 3, 'style:num-format=""'),
    )  # fmt: skip
    names = {"list": "list-level-style-number", "outline": "outline-level-style"}
    styles = {
        whole: "".join(
            f'<text:{names[of]} text:level="{depth}" {said}/>' for of, depth, said in levels if of == whole
        )
        for whole in names
    }
    listed = f'<text:list-style style:name="L1">{styles["list"]}</text:list-style><text:outline-style>{styles["outline"]}</text:outline-style>'
    within = "<text:list><text:list-item><text:p>old</text:p></text:list-item><text:list-item><text:p>new</text:p></text:list-item></text:list>"
    items = f"<text:list-item><text:p>oil</text:p>{within}</text:list-item><text:list-item><text:p>salt</text:p></text:list-item>"
    heads = [(1, "The bay"), (2, "Lamps"), (2, "Bells"), (3, "At night"), (1, "The towns")]
    body = "".join(
        f'<text:h text:outline-level="{depth}">{words}</text:h><text:p>{LONG.format(2)}</text:p>'
        for depth, words in heads
    )
    found = kept_of_opendocument(f'{body}<text:list text:style-name="L1">{items}</text:list>', listed)
    assert [words for words in found if words != LONG.format(2)] == [
        "1. The bay", "1.5 Lamps", "1.6 Bells", "At night", "2. The towns", "(i) oil", "i.A. old", "i.B. new", "(ii) salt",
    ]  # fmt: skip
