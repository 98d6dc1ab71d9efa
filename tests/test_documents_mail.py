"""Mails as programs save them: newsletters, and articles that somebody passed on."""

from email.message import EmailMessage

import pytest

from diwan.documents.convert import document_of_bytes

TEXT = (
    "The keeper of the harbour light climbs two hundred steps every evening, and in forty years she has never been late for the dark.",
    "Nobody in the three towns has asked her who pays for the oil, and the town halls have agreed not to ask each other.",
    "In winter she sleeps beside the lamp, because the ice on the steps is worse than the wind, and because the lamp is warm.",
)
PAGE = f"<html><body><h1>One light</h1>{''.join(f'<p>{line}</p>' for line in TEXT)}</body></html>"
LIST = {"List-Unsubscribe": "<https://m.example/u>", "List-Post": "<https://quay.example/p/light>"}
SUBJECT = "The Quay Letter: one light for three towns"


def _mail(page="", text="", **headers):
    mail = EmailMessage()
    head = {
        "Message-ID": "<1@quay.example>",
        "From": "The Quay Letter <letter@quay.example>",
        "Subject": SUBJECT,
        "Date": "Thu, 14 Mar 2024 23:30:12 -0500",
    }
    for name, value in (head | headers).items():
        mail[name] = value
    mail.set_content(text or "See the page.")
    if page:
        mail.add_alternative(page, subtype="html")
    return mail.as_bytes()


def _document(data, name="letter.eml"):
    return document_of_bytes(data, name).value


def _kept(document):
    return [block.text for block in document.blocks if block.kept and block.kind != "title"]


def test_a_newsletter_is_the_page_in_its_mail_with_what_the_head_states():
    """The subject where the page has no title of its own, the day of sending, and who sends it."""
    document = _document(_mail(PAGE, **LIST))
    assert (document.title, document.date, document.url) == (
        "One light",
        "2024-03-14",
        "https://quay.example/p/light",
    )
    assert (document.outlet, document.authors) == ("The Quay Letter", ())
    assert _kept(document) == [*TEXT]
    assert _document(_mail(PAGE.replace("h1", "div"), **LIST)).title == SUBJECT


@pytest.mark.parametrize("name", ["letter.emlx", "letter"])
def test_a_mail_of_apple_mail_is_the_mail_in_it(name):
    """It stands between its size and a list of what the program knows of it, whatever the file is named."""
    mail = _mail("", "\n\n".join(TEXT), **LIST)
    known = b'<?xml version="1.0" encoding="UTF-8"?>\n<plist version="1.0"><dict><key>flags</key></dict></plist>\n'
    document = _document(b"%-10d\n%s%s" % (len(mail), mail, known), name)
    assert (document.title, document.outlet, document.date) == (SUBJECT, "The Quay Letter", "2024-03-14")
    assert _kept(document) == [*TEXT]


def test_a_person_may_send_for_an_outlet():
    """As platforms for newsletters name a sender."""
    document = _document(_mail(PAGE, **LIST, From="Nadia Ferrant from The Quay Letter <a@quay.example>"))
    assert (document.authors, document.outlet) == (("Nadia Ferrant",), "The Quay Letter")


@pytest.mark.parametrize(
    "subject", ["Fwd: One light for three towns", "=?utf-8?q?WG=3A_One_light_for_three_towns?="]
)
def test_of_what_is_passed_on_neither_sender_nor_day_is_the_article_s(subject):
    """Both stand in the text, if anywhere; the subject is that of the article."""
    head = "---------- Forwarded message ---------\nFrom: Omar Bayly <o@quay.example>\nDate: 4 May 2021\n"
    mail = _mail(text="\n\n".join((head, *TEXT)), Subject=subject)
    document = _document(mail)
    assert (document.title, document.date, document.outlet) == (
        "One light for three towns",
        "2021-05-04",
        None,
    )
    assert _kept(document) == [*TEXT]


def test_a_mail_to_nobody_s_list_says_nothing_of_an_outlet():
    """Who sends an article to a friend did not publish it."""
    document = _document(_mail(PAGE))
    assert (document.outlet, document.authors, document.date) == (None, (), "2024-03-14")


@pytest.mark.parametrize("charset", ["windows-1256", "utf-8"])
def test_a_mail_is_read_in_the_encoding_of_its_part(charset):
    """It may be another than that of the head."""
    line = "صعدت حارسة المنارة مئتي درجة كل مساء طوال أربعين سنة ولم تتأخر عن الظلام يوما واحدا، ولم يسألها أحد عمن يدفع."
    mail = EmailMessage()
    mail["Message-ID"], mail["Subject"] = "<1@quay.example>", "منارة واحدة لثلاث بلدات"
    mail.set_content("\n\n".join((line, line[::-1])), charset=charset, cte="base64")
    document = _document(mail.as_bytes())
    assert (document.title, document.provenance.encoding) == ("منارة واحدة لثلاث بلدات", charset)
    assert line in _kept(document)


@pytest.mark.parametrize("declared", ["iso-8859-1", "iso-8859-9", "utf-8"])
@pytest.mark.parametrize("written", ["cp1252", "utf-8"])
def test_quotation_marks_of_windows_are_read_whatever_the_mail_calls_its_letters(declared, written):
    """Programs call the letters of Windows by the name of the smaller code page, and some call UTF-8 so."""
    line = f"{TEXT[0]} “It’s lit” – she said."
    head = (
        f"Message-ID: <1@quay.example>\nSubject: {SUBJECT}\nContent-Type: text/plain; charset={declared}\n\n"
    )
    assert _kept(_document(head.encode() + line.encode(written))) == [line]


@pytest.mark.parametrize(
    "kinds", [("plain", "plain"), ("html", "html"), ("plain", "html"), ("html", "plain")]
)
def test_a_text_that_a_picture_cuts_is_read_whole(kinds):
    """Apple Mail makes a part of what stands before a picture and one of what stands behind it."""
    mail = EmailMessage()
    mail["Message-ID"], mail["Subject"] = "<1@quay.example>", SUBJECT
    mail.make_mixed()
    for kind, words in zip(kinds, (TEXT[:2], TEXT[2:]), strict=True):
        page = f"<!DOCTYPE html><html><head><meta charset='utf-8'></head><body>{''.join(f'<p>{line}</p>' for line in words)}</body></html>"
        part = EmailMessage()
        part.set_content(page if kind == "html" else "\n\n".join(words), subtype=kind)
        mail.attach(part)
        picture = EmailMessage()
        picture.set_content(b"light", "image", "png", disposition="inline", filename="light.png")
        mail.attach(picture)
    assert _kept(_document(mail.as_bytes())) == [*TEXT]


def test_an_attachment_is_not_read_and_a_mail_without_text_is_told():
    """What is attached can be added by itself."""
    mail = EmailMessage()
    mail["Message-ID"], mail["Subject"] = "<1@quay.example>", SUBJECT
    mail.add_attachment(PAGE.encode(), maintype="text", subtype="html", filename="light.html")
    outcome = document_of_bytes(mail.as_bytes(), "letter.eml")
    assert [problem.code for problem in outcome.problems] == ["source-no-text"]


@pytest.mark.parametrize(
    ("lines", "media_type"),
    [
        (("From: Desk", "Subject: One light for three towns", "", *TEXT), "text/plain"),
        (("Title: One light", "Author: Nadia Ferrant", "Received: 4 May 2021", "", *TEXT), "text/plain"),
        (("Received: from a by b", "Subject: One light for three towns", "", *TEXT), "message/rfc822"),
    ],
)
def test_what_was_copied_from_a_mail_is_text(lines, media_type):
    """The head of a mail as it was sent says by which way it came; what a program shows of it does not."""
    assert _document("\n".join(lines).encode(), "note.txt").provenance.media_type == media_type
