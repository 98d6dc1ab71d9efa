"""Mails saved as text: the title is what stands behind *Subject:*, without the marks of replies and of what is passed on.

In: the shapes of all pieces, and the line that looks most like a title. Out: what of it is the title. A headline may open with
such a word too (*Thema: Wasser*); only beside a line that says from whom the mail is it is a label.
"""

import re
from collections.abc import Sequence

from diwan.documents.shapes import Shape
from diwan.documents.wrapped import columns

#: Labels of mail programs in the languages met, each before a colon.
_SUBJECT = re.compile(
    r"(?:subject|betreff|objet|asunto|oggetto|assunto|onderwerp|ämne|emne|temat|тема|konu|subjek|perihal|الموضوع|موضوع|נושא|विषय"
    r"|主题|主題|主旨|件名|제목)\s?[:：]\s*",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"(?:from|von|de|da|van|från|fra|od|от|від|kimden|gönderen|dari|من|از|از طرف|מאת|प्रेषक|发件人|寄件者|差出人|보낸 사람)\s?[:：]",
    re.IGNORECASE,
)
#: What programs put before the subject of a reply, and of a mail that is passed on.
_MARKS = re.compile(
    r"(?:(?:re|fwd?|aw|wg|tr|rv|rif|antw|doorst|sv|vs|vb|odp|ynt|ilt|رد|إعادة توجيه|השב|הועבר|回复|答复|转发|返信|転送|회신|전달)\s?[:：]\s*)+",
    re.IGNORECASE,
)
#: Lines around the subject among which that of the sender stands: programs write four to ten.
_AROUND = 8
#: Columns that a headline has more than: names and words for the desk have up to 20, headlines from 40.
_SHORTEST = 20


def subject_at(shapes: Sequence[Shape]) -> int | None:
    """Return the line of the subject if a text begins with the head of a mail, and it may be a headline.

    Of several it is the first, which is whole; *Subject: FYI* stands over an article with a title of its own.
    """
    head = shapes[:_AROUND]
    at = next((shape.index for shape in head if _SUBJECT.match(shape.text)), None)
    if at is None or not any(_FROM.match(shape.text) for shape in head):
        return None
    return at if columns(subject_in(shapes[at].text, shapes, at)) > _SHORTEST else None


def subject_in(title: str, shapes: Sequence[Shape], at: int) -> str:
    """Return the *title*, which is the line at index *at*, without the labels of a mail before it, if it is in the head of one."""
    label = _SUBJECT.match(title)
    around = shapes[max(at - _AROUND, 0) : at + 1 + _AROUND]
    if label is None or not any(_FROM.match(shape.text) for shape in around):
        return title
    return without_marks(title[label.end() :]) or title


def without_marks(subject: str) -> str:
    """Return a *subject* without the marks of replies and of what is passed on before it."""
    marks = _MARKS.match(subject)
    return (subject[marks.end() :] if marks else subject).strip()


def is_passed_on(subject: str) -> bool:
    """Tell whether a *subject* has such a mark."""
    return _MARKS.match(subject) is not None
