"""Months without a day: when reports and magazines say that they came out."""

from time import process_time

import pytest

from diwan.documents.convert import document_of_bytes
from diwan.documents.names.months import month_in

TEXT = (
    "The keeper of the harbour light climbs two hundred steps every evening, and in forty years she has never once been late.",
    "Nobody in the three towns has asked her who pays for the oil, and the town halls have agreed not to ask each other.",
    "In winter she sleeps beside the lamp, because the ice on the steps is worse than the wind, and because the lamp is warm.",
)
TITLE = "One light for three towns on the coast"


@pytest.mark.parametrize(
    ("line", "language", "month"),
    [
        ("June 2022", "en", "2022-06"),
        ("Policy Brief 14 | April 2023", "en", "2023-04"),
        ("Vol. 3, No. 2 (May 2021)", "en", "2021-05"),
        ("Juin 2022, pages 4 et 5", "fr", "2022-06"),
        ("junio de 2023", "es", "2023-06"),
        ("июнь 2024", "ru", "2024-06"),
        ("حزيران/يونيو 2024", "ar", "2024-06"),
        ("2022年6月号", "ja", "2022-06"),
        ("2022년 6월", "ko", "2022-06"),
        ("In June 2022 the light was repaired", "en", None),
        ("Chapter 2022", "en", None),
        ("June 3022", "en", None),
        ("2022年16月", "zh", None),
        ("a" * 1_000_000, "en", None),
    ],
    ids=lambda value: str(value)[:30],
)
def test_a_month_is_a_part_of_a_line_that_is_nothing_else(line, language, month):
    """Signs set it off from the number of an issue and its pages; within a sentence it is what the text speaks of."""
    assert month_in(line, language) == month


@pytest.mark.parametrize(
    ("head", "text", "date"),
    [
        ((TITLE, "Nadia Ferrant", "June 2022"), TEXT, "2022-06"),
        ((TITLE, "Nadia Ferrant", "14 June 2022", "May 2022"), TEXT, "2022-06-14"),
        (("May 2022", "June 2022", TITLE), TEXT, None),
        ((TITLE,), (*TEXT, "June 2022", *TEXT[::-1]), None),
    ],
)
def test_the_only_month_above_the_text_dates_an_article_without_a_day(head, text, date):
    """A day says more; of several months none is sure, and one within the text heads a part of it."""
    assert document_of_bytes("\n\n".join((*head, *text)).encode(), "paper.txt").value.date == date


@pytest.mark.parametrize("label", ["About the authors", "Other lights"])
def test_who_stands_second_in_the_note_on_the_authors_wrote_too(label):
    """Elsewhere whom a sentence names behind its beginning is spoken of."""
    note = "Nadia Ferrant keeps bees. Omar Bayly keeps the books of three towns and of the light."
    lines = (TITLE, "Nadia Ferrant and Omar Bayly", "14 June 2022", *TEXT, label, note)
    authors = document_of_bytes("\n\n".join(lines).encode(), "paper.txt").value.authors
    assert ("Omar Bayly" in authors) == (label == "About the authors")


@pytest.mark.parametrize(
    "line", ["a" * 100_000, f"x{' ' * 100_000}x", "a / " * 50_000], ids=["letters", "spaces", "parts"]
)
def test_a_line_without_end_is_passed_over_at_once(line):
    """A line may be as long as a file; tried in all ways of parting it, it would take days."""
    start = process_time()
    assert month_in(line, "en") is None
    assert process_time() - start < 1
