"""Facts that somebody noted at the head of a text: title and outlet stand behind their labels, in whichever language."""

import pytest

from diwan.documents.convert import document_of_bytes
from test_mails import ARABIC, GERMAN, TEXT

HEADS = {
    "english": (
        ("Title: Small ports plan a patrol", "Source: The Quay Courier", "Author: Nadia Ferrant", "Date: 14/05/2024", "URL: https://quaycourier.example/patrol"),
        TEXT,
        ("Small ports plan a patrol", "The Quay Courier", ("Nadia Ferrant",), "2024-05-14", "https://quaycourier.example/patrol"),
    ),
    "german": (
        ("Titel: Kleine Häfen: eine Streife", "Zeitung: Hafenbote", "Datum: 14. Mai 2024"),
        GERMAN,
        ("Kleine Häfen: eine Streife", "Hafenbote", (), "2024-05-14", None),
    ),
    "arabic": (
        ("العنوان: موانئ صغيرة تخطط لدورية مشتركة", "المصدر: صحيفة المرفأ", "الكاتب: سلمى العجمي", "التاريخ: 14/05/2024", "الرابط: https://almarfaa.example/1"),
        ARABIC,
        ("موانئ صغيرة تخطط لدورية مشتركة", "صحيفة المرفأ", ("سلمى العجمي",), "2024-05-14", "https://almarfaa.example/1"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", HEADS)
def test_a_head_that_somebody_wrote_states_the_facts(case):
    """Without the labels; each line stays with all its words, and none of the text is taken for one."""
    head, text, facts = HEADS[case]
    document = document_of_bytes("\n".join((*head, "", "\n\n".join(text))).encode(), "noted.txt").value
    assert (document.title, document.outlet, document.authors, document.date, document.url) == facts
    assert [block.text for block in document.blocks] == [*head, *text]
    assert [block.text for block in document.blocks if block.kind == "paragraph"] == list(text)


@pytest.mark.parametrize(
    "head",
    [
        ("Journal: a harbour in winter", "Nadia Ferrant", "14 May 2024"),
        ("Title: the long fight for a boxing ring in Lindhaven", "By Nadia Ferrant"),
    ],
)
def test_a_word_and_a_colon_in_a_headline_are_no_head(head):
    """One or two labels tell nothing."""
    document = document_of_bytes("\n".join((*head, "", "\n\n".join(TEXT))).encode(), "text.txt").value
    assert (document.title, document.outlet) == (head[0], None)
