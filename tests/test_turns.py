"""Turns of those who talk in a transcript are text: short questions among them are no headings, and none is lost at its ends."""

import pytest

from diwan.documents.convert import document_of_bytes
from diwan.model.block import BlockKind

BRIEFING = (
    "Q: Why now?",
    "HARBOUR MASTER: Because two boats met in the fog last winter, and neither of the crews had been told of the other.",
    "Q: Who pays?",
    "HARBOUR MASTER: The towns do, each by the length of its quay, and the smallest of them pays nothing for three years.",
    "Q: And the fishermen, who have asked for a harbour of their own since spring?",
    "HARBOUR MASTER: They were heard.",
    "Q: Is that all?",
    "HARBOUR MASTER: It is.",
    "Q: Thank you?",
)
HEBREW = (
    "ש: למה עכשיו?",
    "ת: כי שתי סירות נפגשו בערפל בחורף שעבר, ואיש מהצוותים לא ידע על השני דבר עד שהיה מאוחר מדי.",
    "ש: מי משלם?",
    "ת: הערים משלמות, כל אחת לפי אורך הרציף שלה, והקטנה שבהן אינה משלמת דבר במשך שלוש שנים.",
    "ש: זה הכול?",
)
CHINESE = (
    "记者：为什么是现在？",
    "港务长：因为去年冬天两条船在雾里相遇，双方的船员事先都没有得到任何消息。",
    "记者：谁来付钱？",
    "港务长：由各镇支付，按码头的长度计算，最小的镇三年之内不用付一分钱。",
    "记者：就这些？",
)


@pytest.mark.parametrize("turns", [BRIEFING, HEBREW, CHINESE], ids=["english", "hebrew", "chinese"])
def test_every_turn_of_a_conversation_is_a_paragraph_of_the_text(turns):
    """The first and the last too, however short."""
    document = document_of_bytes("\n\n".join(turns).encode(), "talk.txt").value
    kept = {block.text: block.kind for block in document.blocks if block.kept}
    assert kept == dict.fromkeys(turns, BlockKind.PARAGRAPH)


def test_question_and_answer_may_end_with_a_stop():
    """Papers in Spanish write so, the first time in full; an answer of one word with which the talk ends is text too."""
    talk = (
        "Pregunta. ¿Cuándo pensó en esto por primera vez?",
        "Respuesta. Una noche de invierno, cuando un carguero dejó de contestar y nadie supo hasta el alba si dormía o se hundía.",
        "P. ¿Y qué ha cambiado?",
        "R. Que todos tienen radar y nadie escucha.",
        "P. ¿Y el dinero?",
        "R. Aparece siempre que se trata de pintura. Para palabras no hay partida, y de palabras va este acuerdo de tres ciudades.",
        "P. ¿Habrá flota?",
        "R. No.",
    )
    head = ("Tres ciudades, un faro y una larga lista de palabras", "Irene Calatrava", "14 de mayo de 2024")
    document = document_of_bytes("\n\n".join((*head, BRIEFING[1], *talk)).encode(), "talk.txt").value
    kinds = {block.text: block.kind for block in document.blocks}
    assert [kinds[line] for line in talk] == [BlockKind.PARAGRAPH] * len(talk)


def test_what_forms_say_of_one_thing_after_another_is_no_conversation():
    """Labels that come again before values that end in no stop open no turns: such a list below a text stays none of it."""
    text = (BRIEFING[1], BRIEFING[3], *("Price: 12 crowns", "Berth: north quay", "Flag: Lindhaven") * 3)
    document = document_of_bytes("\n\n".join(text).encode(), "list.txt").value
    assert [block.text for block in document.blocks if block.kept] == list(text[:2])


@pytest.mark.parametrize(
    ("title", "byline", "author"),
    [
        ("حوار مع قائد خفر السواحل", "أجرت الحوار: سلمى العجمي", "سلمى العجمي"),
        ("گفت‌وگو با رئیس بندر", "نوشته مریم سلیمی", "مریم سلیمی"),
    ],
)
def test_with_whom_a_talk_was_is_its_title_and_not_its_author(title, byline, author):
    """*Interview* stands before who asked, but before *with* it opens the headline."""
    text = "صعدت حارسة المنارة مئتي درجة كل مساء طوال أربعين سنة ولم تتأخر عن الظلام يومًا واحدًا، ولم يسألها أحد عمن يدفع."
    lines = (title, byline, "14 مايو 2024", text, f"وفي الشتاء تنام قرب المصباح. {text}")
    document = document_of_bytes("\n\n".join(lines).encode(), "talk.txt").value
    assert (document.title, document.authors) == (title, (author,))
