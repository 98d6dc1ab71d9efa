"""Rich Text files: every word that is shown, in whatever code page, and what each paragraph is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diwan.documents.convert import document_of_bytes
from diwan.documents.readers.rtf import read
from diwan.text.words import words_of

LONG = (
    "The keeper of the harbour light climbs two hundred steps every evening, and in {} years she has never once been late,"
    " not even in the winter of the great storm, when the stairs were under ice."
)


def rtf(body, head=r"\ansi\ansicpg1252\uc1"):
    """Return an RTF file with the text *body*, signs beyond ASCII as programs of today write them."""
    return (r"{\rtf1" + head + " " + body + "}").encode("ascii")


def in_hex(text, page):
    """Return *text* in the bytes of a code page, written out."""
    return "".join(rf"\'{byte:02x}" for byte in text.encode(page))


def in_utf16(text, instead=r"\'3f"):
    """Return *text* as numbers of UTF-16 with a sign, each with what replaces it."""
    units = text.encode("utf-16-be")
    numbers = [int.from_bytes(units[at : at + 2], "big", signed=True) for at in range(0, len(units), 2)]
    return "".join(rf"\u{number}{instead}" for number in numbers)


def texts(data):
    """Return the texts that the reader makes of a file."""
    outcome = read(data, "a.rtf")
    assert outcome.problems == ()
    return [piece.text for piece in outcome.value.pieces]


@pytest.mark.parametrize(
    ("charset", "page", "words"),
    [
        (178, "cp1256", "عاد القارب الثاني في المساء"),
        (204, "cp1251", "Лодка вернулась вечером"),
        (161, "cp1253", "Η βάρκα γύρισε το βράδυ"),
        (177, "cp1255", "הסירה חזרה בערב"),
        (162, "cp1254", "Kayık akşam geri döndü, ışık yandı"),
        (238, "cp1250", "Łódź wróciła wieczorem"),
        (222, "cp874", "เรือกลับมาในตอนเย็น"),
        (128, "cp932", "夕方に舟が戻った。表示"),
        (129, "cp949", "저녁에 배가 돌아왔다"),
        (134, "gbk", "傍晚船回来了"),
        (136, "cp950", "傍晚船回來了，功許蓋"),
    ],
)
def test_text_is_in_the_code_page_of_its_font(charset, page, words):
    """Also where half of a sign is a letter, a backslash or a brace in ASCII."""
    fonts = rf"{{\fonttbl{{\f0\fcharset0 A;}}{{\f1\fnil\fcharset{charset} B;}}}}"
    assert texts(rtf(rf"{fonts}\f1 {in_hex(words, page)}\f0  caf\'e9\par")) == [f"{words} café"]


def test_text_is_in_the_code_page_of_the_file_where_its_font_names_none():
    """As programs write that know one alphabet alone."""
    words = "Лодка вернулась"
    assert texts(rtf(in_hex(words, "cp1251"), head=r"\ansi\ansicpg1251")) == [words]
    assert texts(rtf("caf" + in_hex("é", "mac_roman"), head=r"\mac")) == ["café"]


@pytest.mark.parametrize("instead", [r"\'3f", "?", r"\emdash ", r"\}"])
def test_what_replaces_a_sign_for_old_programs_is_no_text(instead):
    """It counts as one sign, however it is written; two where the file says so, none where it says that."""
    words = "قارب 🛶 舟"
    assert texts(rtf(in_utf16(words, instead))) == [words]
    assert texts(rtf(r"{\uc2 " + in_utf16(words, r"\'83A") + "}and ?")) == [words + "and ?"]
    assert texts(rtf(r"\uc0 " + in_utf16(words, " ") + "and ?")) == [words + "and ?"]


@given(
    st.lists(
        st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Co", "Cn"]), min_size=1),
        min_size=1,
    )
)
def test_every_word_written_is_read_in_its_order(paragraphs):
    """Whatever the script."""
    body = r"\par ".join(in_utf16(text) for text in paragraphs)
    outcome = read(rtf(body), "a.rtf")
    pieces = outcome.value.pieces if outcome.value else ()
    shown = [word for text in paragraphs for word in words_of(text)]
    assert [word for piece in pieces for word in words_of(piece.text)] == shown


@given(st.lists(st.sampled_from(["{", "}", r"\par ", r"\u8212", r"\'", r"\'e9", r"\*", r"\cell ", r"\row ", r"\footnote ", r"\intbl ",
                                 r"\shptxt ", r"\bin3 ", r"\fonttbl ", r"\f9999999999", "\\", "words ", r"\pict ", r"\s4 ", r"\ud "])))  # fmt: skip
def test_no_file_stops_the_reader(parts):
    """It gives its text, or says what is wrong with it."""
    outcome = read(b"{\\rtf1 " + "".join(parts).encode() + b"}", "a.rtf")
    assert bool(outcome.value) != bool(outcome.problems)


@pytest.mark.parametrize(
    "hidden",
    [
        r"{\v not shown }",
        r"{\deleted not shown }",
        r"{\*\annotation not shown }",
        r"{\*\unknown not shown {\b at all }}",
        r"{\xe\v not shown}",
        r"{\info{\title not shown}}",
        r"{\field{\*\fldinst HYPERLINK not shown}{\fldrslt }}",
        r"{\pict\bin9 not}shown }",
        r"{\object{\*\objdata 00ff}{\result }}",
        r"\v not shown \plain ",
    ],
)
def test_what_a_word_processor_does_not_show_is_no_text(hidden):
    """Deleted and hidden text, comments, instructions, pictures and whatever may be left out by who does not know it."""
    assert texts(rtf(rf"The boat {hidden}left.\par")) == ["The boat left."]


def test_notes_boxes_and_edges_stand_in_their_places():
    """Notes after the text where it refers to them, boxes after their paragraph, each wording of an edge once."""
    body = (
        r"{\header Review\par}{\headerf Review\par}A title\par A first boat{\footnote\ftnalt{\chftn} One lamp.} left"
        r"{\shp{\*\shpinst{\sp{\sn no}{\sv no}}{\shptxt In a box.\par}}{\shprslt no}}.\par Then a second.\par"
    )
    read_pieces = read(rtf(body), "a.rtf").value.pieces
    assert [piece.text for piece in read_pieces] == [
        "A title", "A first boat[1] left.", "In a box.", "Then a second.", "[1] One lamp.", "Review"
    ]  # fmt: skip
    assert [piece.rule for piece in read_pieces[-2:]] == ["footnote", "running-head"]


def kinds(body):
    """Return the kinds, levels and words of the kept blocks of a file."""
    styles = r"{\stylesheet{\s0 Normal;}{\s3 heading 2;}{\s4 Quotations;}{\s5 contents 1;}{\s6\outlinelevel2 Own;}}"
    kept = document_of_bytes(rtf(styles + body), "a.rtf").value.kept
    return [(block.kind.value, block.level, block.text) for block in kept]


def test_paragraphs_are_what_their_styles_and_lists_say():
    """Items with the signs that their program wrote as text too, counted ones with their numbers."""
    text = rf"\pard {LONG.format(2)}\par"
    found = kinds(
        rf"The light\par{text}\pard\s3 The stairs\par{text}\pard\s4 Ice is ice.\par\pard\outlinelevel2 The lamp\par{text}"
        r"\pard\ls1\ilvl1{\listtext a)\tab}first\par\pard\bullet\tab second\par\pard 3.\tx360\tab third\par"
    )
    assert ("heading", 3, "The stairs") in found
    assert ("quotation", None, "Ice is ice.") in found
    assert ("heading", 4, "The lamp") in found
    assert [row for row in found if row[0] == "list_item"] == [
        ("list_item", 2, "a) first"), ("list_item", 1, "second"), ("list_item", 1, "3. third")
    ]  # fmt: skip


def test_a_short_bold_paragraph_over_text_is_a_heading_and_a_bold_name_is_not():
    """Where no style marks any, as in Word files."""
    text = rf"\pard {LONG.format(2)}\par"
    found = kinds(
        rf"The light\par{text}{{\b The winter of the storm}}\par{text}{{\b Rim}} keeps it\par{text}"
    )
    assert ("heading", 2, "The winter of the storm") in found
    assert not any(kind == "heading" and "Rim" in words for kind, _, words in found)


def test_cells_are_a_table_whether_or_not_they_say_so():
    """A paragraph outside ends it; cells of running text only arrange the page."""
    rows = (
        r"\trowd\pard\intbl Boat\cell Crates\cell\row\trowd First\cell 12\par more\cell\row\pard After.\par"
    )
    assert texts(rtf(rows)) == ["Boat\tCrates\nFirst\t12 more", "After."]
    page = rf"\trowd\pard\intbl {LONG.format(2) * 3}\cell Menu\cell\row\pard"
    assert texts(rtf(page))[1] == "Menu"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"{\\rtf1 A boat {left", "source-damaged"),
        (b"{\\rtf1 " + b"{" * 2000 + b"}" * 2000 + b"}", "source-unsafe"),
        (b"{\\rtf1 {\\pict 00ff}\\par}", "source-no-text"),
    ],
)
def test_a_file_that_is_not_whole_or_has_no_text_is_refused(data, code):
    """With what to do about it."""
    (problem,) = read(data, "a.rtf").problems
    assert problem.code == code
    assert problem.mend


def test_rich_text_is_told_by_how_it_begins():
    """Archives of the press call it .doc."""
    assert (
        document_of_bytes(rtf(rf"The light\par {LONG.format(2)}\par"), "a.doc").value.provenance.media_type
        == "application/rtf"
    )


def test_figures_that_are_set_high_make_no_other_figure_and_breaks_part_paragraphs():
    """Ten to the sixth is not 106; two breaks end a paragraph, one does not."""
    assert texts(rtf(r"10{\super 6} lights, CO{\sub 2}\super 3\nosupersub 4\par")) == ["10⁶ lights, CO2³4"]
    assert texts(rtf(r"One light\line on the rock.\line\line Two.\par")) == ["One light on the rock.", "Two."]
