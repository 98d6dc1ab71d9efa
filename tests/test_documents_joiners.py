"""Persian in PDF: the signs without width within words, which no print has, are told by the shapes of letters."""

import pytest

from diwan.documents.pdf.glyphs import Glyph
from diwan.documents.pdf.joiners import with_joiners
from diwan.documents.pdf.rows import rows_of

TEXT = [
    "یکی از پیرمردان می‌گوید که کشتی‌های بندر شمالی",
    "سال‌ها است که مثل امسال بی چراغ می‌آیند و می‌روند",
    "و کسی نمی‌پرسد که چراغ آن چگونه روشن می‌شود",
]
ENDS_ONLY = "ادذرزژوآ"


def drawn(lines, last=0.65, other=0.3):
    """Return the glyphs of *lines* from the right, the *last* shape of a letter so wide and each *other* so, without the signs."""
    glyphs = []
    for number, line in enumerate(lines):
        pen = 500.0
        for index, letter in enumerate(line):
            if letter == " ":
                pen -= 3
            if not letter.isalpha():
                continue
            goes_on = line[index + 1 : index + 2].isalpha()
            width = 10 * (other if goes_on or letter in ENDS_ONLY else last)
            gap = "" if glyphs and line[index - 1 : index] != " " else " "
            pen -= width
            glyphs.append(
                Glyph(
                    letter,
                    pen,
                    pen + width,
                    700 - 15 * number,
                    10,
                    way=0,
                    gap=gap,
                    index=len(glyphs),
                    pen=pen,
                )
            )
    return glyphs


def read_from(glyphs):
    """Return the lines that *glyphs* are read as."""
    with_joiners(glyphs)
    return [row.text for row in rows_of(glyphs)]


def test_parts_of_words_of_persian_are_parted_where_a_letter_has_its_last_shape():
    """It is as wide as at the ends of words, and wider than in the middle of them."""
    assert read_from(drawn(TEXT)) == TEXT


def test_letters_whose_shapes_are_as_wide_tell_nothing():
    """Then words stay as the print has them."""
    assert read_from(drawn(TEXT, last=0.4, other=0.4)) == [line.replace("\u200c", "") for line in TEXT]


@pytest.mark.parametrize("letters", [("ی", "ي"), ("ی", "ے")])
def test_arabic_and_urdu_have_no_such_signs(letters):
    """Their letters tell the language of a page."""
    arabic = [
        line.replace(*letters).replace("ک", "ك").replace("گ", "ك").replace("پ", "ب").replace("چ", "ج")
        for line in TEXT
    ]
    assert not any("\u200c" in line for line in read_from(drawn(arabic)))


def test_a_line_of_a_number_and_a_stop_ends_with_the_stop():
    """On a page that is read from the right it stands on the left of the number."""
    first = drawn(["יום ארוך אחד בנמל של"])
    number = [
        Glyph(
            sign,
            400 + 5 * place,
            405 + 5 * place,
            650,
            10,
            way=0,
            gap="",
            index=100 + place,
            pen=400 + 5 * place,
        )
        for place, sign in enumerate(".1898")
    ]
    assert [row.text for row in rows_of([*first, *number])][-1] == "1898."
