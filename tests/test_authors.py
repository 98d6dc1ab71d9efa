"""Who wrote a plain text: names with and without a word such as *by*, and what only has the form of a name."""

import pytest

from diwan.adding.facts import facts_of
from diwan.documents.convert import document_of_bytes
from diwan.documents.moments import without_moments

TITLE = "One light for three towns on the coast, and why it has burned for forty years in all weathers"
PARAGRAPH = "The keeper of the harbour light climbs two hundred steps every evening, and in {} years she has never once been late."
TEXT = tuple(PARAGRAPH.format(number) for number in ("ten", "twenty", "thirty", "forty", "fifty"))
DAY = "14 March 2024"
#: A line after a text with which the page goes on.
REST = ("Read more", "Three boats and a rope", "Small ports")


def _read(*lines):
    return document_of_bytes("\n".join(lines).encode(), "page.txt").value


def _opening(*lines):
    return _read(TITLE, *lines, "", *TEXT)


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (("Nadia Ferrant", "Follow", DAY), ("Nadia Ferrant",)),
        (("Nadia Ferrant , Omar Bayly (Special correspondent)", "Quay of Lindhaven", DAY), ("Nadia Ferrant", "Omar Bayly")),
        (("Nadia Ferrant • 8h",), ("Nadia Ferrant",)),
        (("Nadia Ferrant 3 days ago", "Share"), ("Nadia Ferrant",)),
        (("Nadia Ferrant", "18 hr ago"), ("Nadia Ferrant",)),
        (("Coast — Nadia Ferrant, yesterday, 18:06 910 0",), ("Nadia Ferrant",)),
        (("Nadia Ferrant", "5 min read"), ("Nadia Ferrant",)),
    ],
)  # fmt: skip
def test_a_name_beside_a_day_or_a_time_from_now_is_who_wrote(lines, names):
    """A button, a place or a role may stand between; a time told from now stands beside names as a day does."""
    assert _opening(*lines).authors == names


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (("By", "Nadia Ferrant", "3 Comments"), ("Nadia Ferrant",)),
        (("Opinion by", "Nadia Ferrant"), ("Nadia Ferrant",)),
        (("Author of the article:", "Nadia Ferrant"), ("Nadia Ferrant",)),
        (("By", "* Nadia Ferrant0,", "* Omar Bayly &", "* …", "* Tomas Velkey", "Show all"), ("Nadia Ferrant", "Omar Bayly", "Tomas Velkey")),
        (("By Nadia Ferrant @nadia_f 14 March 2024: 12:41",), ("Nadia Ferrant",)),
        (("By Nadia Ferrant (with Omar Bayly and Tomas Velkey)", DAY), ("Nadia Ferrant", "Omar Bayly", "Tomas Velkey")),
        (("Quay Courier | 14 March 2024 | By Nadia Ferrant",), ("Nadia Ferrant",)),
        (("By Nadia Ferrant - Harbour Union - Thursday, 14 March 2024",), ("Nadia Ferrant",)),
        (("By Nadia Ferrant", DAY, "Teilen Discussion"), ("Nadia Ferrant",)),
    ],
)  # fmt: skip
def test_a_line_that_says_by_names_who_wrote_on_it_or_below(lines, names):
    """Papers before it, agencies behind a bar, handles and buttons beside it are nobody who wrote."""
    assert _opening(*lines).authors == names


@pytest.mark.parametrize(
    "line",
    ["Latest News", "Lindhaven Light Harbour", "New Zealand", "Buenos Aires", "Quay Times", "#Coast #Light", "SHARE THIS", "Three Towns", "Evening Steps",
     "LHBC Radio Quay", "Senior Editor", "Photo Nadia", "Lindhaven.info Ferrant"],
)  # fmt: skip
def test_menus_places_papers_and_words_of_the_text_are_no_names(line):
    """Beside a day stands much that has capitals: what the text says in small letters or the title has is nobody's name."""
    filler = "The Lindhaven light, harbour and coast are seen from far when latest news of a share in the quay comes in the evening."
    document = _read(TITLE, line, DAY, "", *TEXT, filler)
    assert (document.authors, document.date) == ((), "2024-03-14")


def test_a_name_alone_between_title_and_text_may_be_who_wrote():
    """Without a day beside it the name counts if it is the only one, and the record says that it stood alone."""
    document = _opening("Nadia Ferrant")
    assert (document.authors, document.found["authors"]) == (("Nadia Ferrant",), "name-alone")
    assert (
        facts_of(document, "", {}, "page.txt").authors_basis
        == "inferred: from a name alone between title and text"
    )
    assert _opening("Nadia Ferrant", "Omar Bayly").authors == ()


def test_whom_the_text_is_about_did_not_write_it():
    """A name that the text speaks of, or that the title has, is no author's unless a line says so."""
    about = "On Monday the mayors asked Nadia Ferrant, who has kept the light for years, whether she would go on keeping it."
    assert _read(TITLE, "Nadia Ferrant", "", *TEXT, about).authors == ()
    assert _read(TITLE, "Nadia Ferrant", DAY, "", *TEXT, about).authors == ()
    assert _read(TITLE, "By Nadia Ferrant", DAY, "", *TEXT, about).authors == ("Nadia Ferrant",)
    assert _read("Nadia Ferrant keeps one light for three towns", "Nadia Ferrant", "", *TEXT).authors == ()


def test_a_name_below_the_text_is_who_wrote_where_nothing_above_says_so():
    """The first line below the text, a name over a note that begins with it, or the line below *Written by*."""
    last = _read(TITLE, "", *TEXT, "", "Nadia Ferrant", *REST)
    assert (last.authors, last.found["authors"]) == (("Nadia Ferrant",), "below-the-text")
    assert facts_of(last, "", {}, "page.txt").authors_basis == "inferred: from a name alone below the text"
    note = _read(
        TITLE, "", *TEXT, "", "Small ports", "About the author", "Nadia Ferrant", "Keeps bees.", *REST
    )
    assert (note.authors, note.found["authors"]) == (("Nadia Ferrant",), "over-a-note")
    written = _read(TITLE, "", *TEXT, "", "Written on Mar 17 by", "Nadia Ferrant", *REST)
    assert (written.authors, written.found["authors"]) == (("Nadia Ferrant",), "who")
    above = _read(TITLE, "By Omar Bayly", "", *TEXT, "", "Nadia Ferrant", *REST)
    assert above.authors == ("Omar Bayly",)


def test_a_person_named_again_below_the_text_is_no_outlet():
    """An author's name stands again over a note and below headlines; a paper's stands within lines of the page."""
    box = ("Nadia Ferrant", "Writes about ports", "Follow on: @nadia_ferrant")
    person = _read(TITLE, "Nadia Ferrant", DAY, "", *TEXT, "", *box)
    assert (person.authors, person.outlet) == (("Nadia Ferrant",), None)
    paper = _read(
        TITLE, "By Quay Courier", DAY, "", *TEXT, "", "Become a member of Quay Courier", "Small ports"
    )
    assert (paper.authors, paper.outlet) == ((), "Quay Courier")


def test_where_the_outlet_signs_no_name_alone_is_the_author():
    """A page that says its outlet wrote names nobody else by a line between buttons."""
    document = _read(
        TITLE, "By Quay Courier", DAY, "Omar Bayly", "", *TEXT, "", "About Quay Courier", "Small ports"
    )
    assert document.authors == ()


@pytest.mark.parametrize(
    ("text", "language", "left"),
    [("Nadia Ferrant 1 day ago", "en", "Nadia Ferrant  | "), ("vor 3 Stunden", "de", " | "), ("il y a 2 heures", "fr", " | "), ("قبل 3 ساعات", "ar", " | "),
     ("3小时前", "zh", " | "), ("5 часов назад", "ru", " | "), ("Quay, hoy", "es", "Quay, | "), ("Quay Today", "en", None), ("Quay 7", "en", None)],
)  # fmt: skip
def test_times_from_now_are_told_in_each_language(text, language, left):
    """Numbers of hours and days with the words of the language, and its word for today where a part of the line begins."""
    assert without_moments(text, language) == left
