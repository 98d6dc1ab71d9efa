"""Bylines as papers of many countries set them: in words of their own, with roles, places, papers and other people beside the name."""

import pytest

from diwan.documents.convert import document_of_bytes
from diwan.documents.names.cities import is_place
from diwan.documents.names.dates import find_dates
from diwan.documents.names.given import people_joined, with_plain_titles
from diwan.documents.names.signatures import signed_in

LATIN = ("Why the lamp over the strait is lit an hour before dusk in every month of the year",
         "Each keeper of the lamp writes down the wind and the sails of the day, and {} books of it lie in the tower by now.", "12 April 2023")  # fmt: skip
ARABIC = ("لماذا يضاء القنديل فوق المضيق قبل الغروب بساعة في كل شهر من السنة",
          "يكتب حارس القنديل كل مساء ما رآه من الريح والأشرعة، وقد صارت في البرج {} دفترا من هذه الدفاتر القديمة.", "12 أبريل 2023")  # fmt: skip


def _written(form, of, words):
    """Return who wrote a text, or a page, with a line between title and text; a day stands below it."""
    title, sentence, day = of
    lines, body = [*words.split("\n"), day], [sentence.format(number) for number in range(21, 27)]
    if form == "txt":
        source = "\n\n".join([title, "\n".join(lines), *body])
    else:
        named = "".join(f'<div class="byline">{line}</div>' for line in lines)
        source = f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1>{named}{''.join(f'<p>{text}</p>' for text in body)}</article></body></html>"
    document = document_of_bytes(source.encode(), f"page.{form}").value
    assert document.date == "2023-04-12"
    return document.authors


@pytest.mark.parametrize("form", ["txt", "html"])
@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Interview by Mira Tolland", ("Mira Tolland",)),
        ("A column by Mira Tolland", ("Mira Tolland",)),
        ("Ein Essay von Mira Tolland", ("Mira Tolland",)),
        ("Das Gespräch führte Mira Tolland", ("Mira Tolland",)),
        ("Un article de Mira Tolland", ("Mira Tolland",)),
        ("Una columna de Mira Tolland", ("Mira Tolland",)),
        ("Door onze verslaggever Mira Tolland", ("Mira Tolland",)),
        ("Беседовала Mira Tolland", ("Mira Tolland",)),
        ("Text: Mira Tolland, Photo: Pelle Arnsby", ("Mira Tolland",)),
        ("Reporter: Mira Tolland", ("Mira Tolland",)),
        ("Mira Tolland, Lisbon", ("Mira Tolland",)),
        ("Mira Tolland, Doha", ("Mira Tolland",)),
        ("Mira Tolland, LHBC Sound", ("Mira Tolland",)),
        ("By Mira Tolland, The Breakwater", ("Mira Tolland",)),
        ("By Mira Tolland with AFP", ("Mira Tolland",)),
        ("By AFP", ("AFP",)),
        ("Mira Tolland Diplomatic editor", ("Mira Tolland",)),
        ("By Tide writers Mira Tolland and Pelle Arnsby", ("Mira Tolland", "Pelle Arnsby")),
        ("Jean-Luc d'Arnsby", ("Jean-Luc d'Arnsby",)),
        ("Par Anne-Lise de l'Arnsby", ("Anne-Lise de l'Arnsby",)),
        ("Editor: Mira Tolland", ()),
        ("PTI | New Delhi", ()),
        ("New Delhi", ()),
    ],
)
def test_who_wrote_is_read_off_the_bylines_of_many_papers(form, line, names):
    """Words for interviews, columns and texts name who wrote; a place, a paper or who saw to the text does not."""
    assert _written(form, LATIN, line) == names


@pytest.mark.parametrize("form", ["txt", "html"])
@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("الدوحة - سامي حداد", ("سامي حداد",)),
        ("الدوحة ـ سامي حداد", ("سامي حداد",)),
        ("سامي حداد ومنى خالد", ("سامي حداد", "منى خالد")),
        ("بقلم السفير/ سامي حداد", ("السفير سامي حداد",)),
        ("د/ سامي حداد", ("د. سامي حداد",)),
        ("سامي حداد *", ("سامي حداد",)),
        ("أجرت الحوار: منى خالد", ("منى خالد",)),
        ("مقال بقلم سامي حداد", ("سامي حداد",)),
        ("تحقيق: سامي حداد", ("سامي حداد",)),
    ],
)
def test_arabic_bylines_have_places_titles_and_an_and_that_is_part_of_a_word(form, line, names):
    """A place stands before the name with a dash, a stroke parts titles from it, and *and* is written with the next name."""
    assert _written(form, ARABIC, line) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Opinion | Mira Tolland", ("Mira Tolland",)),
        ("Mira Tolland | Harbour Post", ("Mira Tolland",)),
        ("Mira Tolland / DOHA", ("Mira Tolland",)),
        ("Mira Tolland in Lisbon and Pelle Arnsby in Doha", ("Mira Tolland", "Pelle Arnsby")),
        ("Mira TOLLAND", ("Mira TOLLAND",)),
        ("By Mira Tolland,\nPelle Arnsby\nand Ines Corr", ("Mira Tolland", "Pelle Arnsby", "Ines Corr")),
        ("LHBC Mira", ()),
        ("Home | Harbour Affairs | Mira Tolland", ()),
    ],
)
def test_beside_a_day_a_line_may_say_more_than_the_name(line, names):
    """A section of opinions before the name, a paper or a place behind it; a path of sections names nobody."""
    assert _written("txt", LATIN, line) == names


@pytest.mark.parametrize(
    "line",
    [
        "Resize Text",
        "Web Stories",
        "Let's Connect",
        "Emotionales Interview",
        "The Breakwater",
        "Tide Insider",
    ],
)
def test_buttons_and_houses_are_nobody_s_name(line):
    """What no name has, such as an article, a genitive or a word of buttons, tells what stands where names stand."""
    title, sentence, day = LATIN
    body = [sentence.format(number) for number in range(21, 27)]
    for head in ([line], [line, day]):
        document = document_of_bytes("\n\n".join([title, "\n".join(head), *body]).encode(), "page.txt").value
        assert document.authors == ()


def test_a_partner_is_nobody_who_wrote():
    """A line that ends with a name alone, away from the day, may have words before it that make it another's."""
    title, sentence, _ = LATIN
    body = [sentence.format(number) for number in range(21, 27)]
    source = "\n\n".join([title, "En partenariat avec The Breakwater Commission", *body])
    assert document_of_bytes(source.encode(), "page.txt").value.authors == ()


def test_a_speaker_before_a_colon_is_no_place_and_wrote_nothing():
    """Only a place may stand with a colon before a name: in a headline it is who speaks."""
    assert _written("txt", ARABIC, "الدوحة: سامي حداد") == ("سامي حداد",)
    assert _written("txt", ARABIC, "الوزير: سامي حداد") == ()


def test_cities_are_told_in_their_language_and_in_english():
    """Countries and the cities of zones of time, and others under which news is dated."""
    assert is_place(" new delhi ", "en")
    assert is_place(" doha ", "de")
    assert is_place(" lisbon ", None)
    assert not is_place(" mira tolland ", "en")
    assert not is_place(" ", "en")


def test_a_letter_that_begins_a_name_is_no_and():
    """Words that begin with the letter of *and* are parts of names where what is left is no given name."""
    assert people_joined("سامي خالد وهبي") == ("سامي خالد وهبي",)
    assert with_plain_titles("3/4") == "3/4"


@pytest.mark.parametrize(
    ("line", "names"),
    [("【ドーハ＝山川花子】", ("山川花子",)), ("文＝山川花子 写真＝海野太郎", ("山川花子",)), ("기자명 김하나", ("김하나",)), ("글 김하나 사진 박두리", ("김하나",))],
)  # fmt: skip
def test_japanese_and_korean_lines_sign_behind_a_place_and_before_a_photograph(line, names):
    """A place and a sign in brackets stand before who wrote; who took the pictures did not write."""
    assert signed_in(line)[0] == names


@pytest.mark.parametrize(
    "line",
    ["Mira Tolland\nSenior Correspondent", "Mira Tolland, Foreign Editor", "Prof. Mira Tolland", "By Our Correspondent", "The Editorial Board", "Mira Tolland, Quay University"],
)  # fmt: skip
def test_what_marks_a_line_as_a_name_or_a_role_keeps_it_from_being_the_title(line):
    """Right above the day stands who wrote; below a short headline, too, which is hardly wider than a name with its role."""
    title, (_, sentence, day) = "The lamp over the strait", LATIN
    body = [sentence.format(number) for number in range(21, 27)]
    document = document_of_bytes("\n\n".join([title, f"{line}\n{day}", *body]).encode(), "page.txt").value
    assert document.title == title


def test_an_arabic_name_with_its_titles_is_no_headline():
    """Ranks and degrees make a name as long as a short headline."""
    title, (_, sentence, day) = "قنديل فوق المضيق", ARABIC
    body = [sentence.format(number) for number in range(21, 27)]
    source = "\n\n".join([title, f"اللواء الدكتور سامي حداد\n{day}", *body])
    document = document_of_bytes(source.encode(), "page.txt").value
    assert (document.title, document.authors) == (title, ("اللواء الدكتور سامي حداد",))


@pytest.mark.parametrize("form", ["txt", "html"])
def test_in_capitals_a_name_ends_where_its_house_begins(form):
    """*FOR* and *IN* in capitals part a name from its house as small ones do."""
    assert _written(form, LATIN, "By MIRA TOLLAND FOR BREAKWATER ONLINE") == ("MIRA TOLLAND",)
    assert _written(form, LATIN, "Software Engineer") == ()


@pytest.mark.parametrize(
    ("text", "day"),
    [("Fri, 05/03/2024 - 14:05", "2024-05-03"), ("Tuesday 05/03/2024", "2024-03-05"), ("Mon 05/03/2024", "2024-03-05?"), ("05/03/2024", "2024-03-05?"), ("Fri 05/05/2024", "2024-05-05")],
)  # fmt: skip
def test_a_weekday_tells_which_number_is_the_month(text, day):
    """Of day and month in numbers only one reading falls on the day of the week that stands before them; if none does, doubt stays."""
    assert [found.edtf for found in find_dates(text, "en")] == [day]
