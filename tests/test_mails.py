"""Titles of what is passed on as text: the subject of a mail without the label before it, a post without its signs."""

import pytest

from diwan.documents.convert import document_of_bytes

TEXT = (
    "The mayors of four small ports signed a paper on Thursday that had been rewritten nineteen times before.",
    "It promises a joint patrol, but says little of who is to lead it and who pays for the fuel in the end.",
    "Each town lends two boats and the wages of six sailors, and may call the others at night when most accidents happen.",
)
GERMAN = (
    "Die Bürgermeister von vier kleinen Häfen haben am Donnerstag ein Papier unterschrieben, das lange umstritten war.",
    "Es verspricht eine gemeinsame Streife, sagt aber wenig darüber, wer sie führen soll und wer den Treibstoff bezahlt.",
    "Jede Stadt leiht zwei Boote und den Lohn von sechs Matrosen und darf nachts die anderen Städte zu Hilfe rufen.",
)
ARABIC = (
    "وقّع رؤساء بلديات أربعة موانئ صغيرة يوم الخميس وثيقة أعيدت صياغتها تسع عشرة مرة، تعد بدورية مشتركة.",
    "ولا تذكر الوثيقة من يقود الدورية ولا من يدفع ثمن الوقود في نهاية الأمر، وهو ما اعترض عليه الصيادون.",
    "وتعير كل مدينة زورقين وأجور ستة بحارة، ولها أن تستدعي المدن الأخرى ليلًا حين تقع معظم الحوادث.",
)
MAILS = {
    "english, passed on": (
        (
            "From: Desk <desk@quay.example>\nTo: reader@quay.example\nSubject: Fwd: Small ports plan a joint patrol\n\n"
            "---------- Forwarded message ---------\nFrom: Nadia Ferrant <nadia@quay.example>\n"
            "Date: Mon, 13 May 2024 at 18:02\nSubject: Small ports plan a joint patrol\nTo: <desk@quay.example>"
        ),
        TEXT,
        "Small ports plan a joint patrol",
    ),
    "german reply": (
        "Von: Nadia Ferrant\nGesendet: Montag, 13. Mai 2024 18:02\nAn: Redaktion\nBetreff: AW: WG: Kleine Häfen planen eine Streife",
        GERMAN,
        "Kleine Häfen planen eine Streife",
    ),
    "arabic": (
        "من: سلمى العجمي\nالتاريخ: 13 مايو 2024\nإلى: هيئة التحرير\nالموضوع: موانئ صغيرة تخطط لدورية مشتركة",
        ARABIC,
        "موانئ صغيرة تخطط لدورية مشتركة",
    ),
    "a headline with such a word": (
        "Thema: Wasser in kleinen Häfen",
        GERMAN,
        "Thema: Wasser in kleinen Häfen",
    ),
}


@pytest.mark.parametrize("case", MAILS)
def test_the_title_of_a_mail_is_its_subject(case):
    """Without its label and the marks of replies; a word before a colon in a headline stays."""
    head, text, title = MAILS[case]
    document = document_of_bytes("\n\n".join((head, *text)).encode(), "mail.txt").value
    assert document.title == title
    assert [block.text for block in document.blocks if block.kind == "paragraph"] == list(text)


def test_a_subject_that_says_nothing_stands_over_a_title():
    """Who passes an article on may write anything there; a newsletter says below its text why one has it."""
    head = "From: Desk <desk@quay.example>\nTo: reader@quay.example\nSubject: {}\nDate: Mon, 13 May 2024 18:02:11 +0000"
    called = "The Quay Letter: words before boats"
    foot = "You are receiving this email because you signed up at quay.example."
    lines = (head.format(called), "Good morning, and read on.", *TEXT, foot, "Unsubscribe")
    document = document_of_bytes("\n\n".join(lines).encode(), "mail.txt").value
    assert document.title == called
    assert foot not in [block.text for block in document.blocks if block.kept]
    title = "Small ports plan a joint patrol of the coast"
    lines = (head.format("FYI"), title, *TEXT)
    assert document_of_bytes("\n\n".join(lines).encode(), "mail.txt").value.title == title


def test_signs_before_a_headline_are_none_of_its_title():
    """Channels of news set one off with them; within it, and where there is nothing else, they stay."""
    document = document_of_bytes(
        "\n\n".join(("🔴 ▶️ Small ports plan a patrol ⚓", *TEXT)).encode(), "post.txt"
    ).value
    assert document.title == "Small ports plan a patrol ⚓"
    assert document.blocks[0].text == "🔴 ▶️ Small ports plan a patrol ⚓"


def test_what_somebody_is_called_on_a_network_is_no_title():
    """A thread is called by the post with which it begins, and that stays in the text."""
    head = (
        "Nadia Ferrant",
        "@nadia_ferrant",
        "·",
        "May 14, 2024",
        "Small ports plan a patrol. A thread. 1/4",
    )
    document = document_of_bytes("\n".join((*head, "", "\n\n".join(TEXT))).encode(), "thread.txt").value
    assert document.title == head[-1]
    assert [block.text for block in document.blocks if block.kept] == [head[-1], *TEXT]


def test_who_posts_stands_over_what_they_are_called():
    """Above a handle is the name of who wrote, with signs or flags beside it; within a text somebody else is shown."""
    post = "Three small ports plan a patrol, and nobody has said who commands it, or who pays for the fuel that it will burn."
    head = ("Nadia Ferrant ⚓", "@nadia_ferrant", "", post, "7:12 AM · May 14, 2024 · 48.2K Views", "")
    document = document_of_bytes("\n".join((*head, "\n\n".join(TEXT))).encode(), "thread.txt").value
    assert (document.authors, document.date) == (("Nadia Ferrant",), "2024-05-14")
    assert [block.text for block in document.blocks if block.kept] == [post, *TEXT]
    shown = (
        "A light for three ports",
        "",
        *TEXT,
        *GERMAN,
        "",
        "Nadia Ferrant",
        "@nadia_ferrant",
        post,
        "",
        *TEXT,
    )
    assert document_of_bytes("\n".join(shown).encode(), "page.txt").value.authors == ()
