"""Chats: an article that somebody passed on in messages is read without the marks of these."""

import pytest

from diwan.documents.convert import document_of_bytes
from diwan.text.words import words_of

TITLE = "Small navies look for shelter"
TEXT = (
    "The keeper of the harbour light climbs two hundred steps every evening, and in forty years she has never been late for the dark.",
    "Nobody in the three towns has asked her who pays for the oil, and the town halls have agreed not to ask each other.",
    "In winter she sleeps beside the lamp, because the ice on the steps is worse than the wind, and because the lamp is warm.",
)
ARTICLE = "\n\n".join([f"{TITLE}\nBy Nadia Ferrant\n14 March 2024", *TEXT])


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("[03/05/2031, 09:12:33] Omar Bayly:", "[03/05/2031, 09:15:01] Sara:"),
        ("[9:12 AM, 5/3/2031] +00 50 123:", "[9:15 AM, 5/3/2031] Sara:"),
        ("03.05.31, 09:12 - Omar Bayly:", "03.05.31, 09:15 - Sara:"),
    ],
)
def test_marks_of_messages_are_no_text_and_say_nothing_of_the_article(first, last):
    """In brackets, or as Android exports a whole chat."""
    text = f"{first} {ARTICLE}\n{last} Thanks, who wrote this?\n"
    document = document_of_bytes(text.encode(), "chat.txt").value
    assert (document.title, document.authors, document.date) == (TITLE, ("Nadia Ferrant",), "2024-03-14")
    assert [block.text for block in document.kept] == [TITLE, *TEXT]
    assert [block.text for block in document.blocks if block.rule == "mark-of-a-message"] == [first, last]
    assert words_of(" ".join(block.text for block in document.blocks)) == words_of(text)


def test_marks_in_arabic_are_told_too():
    """With digits and commas of their own."""
    title = "أساطيل صغيرة تبحث عن ملجأ"
    text = "تصعد حارسة المنارة مئتي درجة كل مساء، ولم تتأخر عن الظلام مرة في أربعين عامًا، ولم يسألها أحد عمّن يدفع ثمن الزيت."
    told = f"[٩:١٢ ص، ٣/٥/٢٠٣١] عمر: {title}\n\n{text}\n\nوفي الشتاء تنام بجانب المصباح لأنه دافئ.\n"
    document = document_of_bytes(told.encode(), "chat.txt").value
    assert (document.title, document.date) == (title, None)
    assert document.blocks[0].text == "[٩:١٢ ص، ٣/٥/٢٠٣١] عمر:"


@pytest.mark.parametrize(
    "line",
    [
        "12/3/2031, 10:15 - The council of the town says: no boats go out tonight, and none came in before the storm.",
        "[00:12:33] The keeper: the lamp is warm, and I have slept beside it in every winter of these forty years.",
    ],
)
def test_other_times_before_a_colon_are_text(line):
    """Minutes of a day, and of a talk."""
    document = document_of_bytes("\n\n".join([ARTICLE, line, *TEXT]).encode(), "page.txt").value
    assert line in [block.text for block in document.blocks]
