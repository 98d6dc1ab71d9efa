"""Captions in plain text: lines that describe or credit a picture.

In: a shape. Out: whether it is one: a figure with its number, a label and what it labels, what is shown with who made the picture
behind it, or a line with the sign of rights.
"""

import re

from diwan.documents.names.signatures import AGENCIES
from diwan.documents.phrases.cues import CAPTIONS, IS_CAPTION
from diwan.documents.shapes import Shape
from diwan.text.fold import fold

#: Words of the longest caption met on saved pages, and some room; and of its label.
_LONGEST_CAPTION, _LONGEST_LABEL = 60, 3
_CREDIT_SIGN = re.compile(r"[©Ⓒ]|\((?:c|C)\)")
#: What ends the label of a caption; Korean papers write `[사진=...]`.
_LABEL_ENDS = ":：="
_LABELS = "|".join(
    re.escape(fold(label.strip())) for label in CAPTIONS.replace("\n", "|").split("|") if label.strip()
)
_AGENCIES = "|".join(AGENCIES.split())
#: Who made a picture, behind what it shows: *A boat off the quay. Photo: N. May*, *(Foto: N. May)*.
_CREDITED = re.compile(rf"(?<!\w)(?:{_LABELS})\s?[:：]\s?[^:：.!?]{{2,40}}\W*$")
#: The agency whose picture it is, behind what it shows: *(Ansa)*, *(ANTARA FOTO)*, *Fot. PAP*.
_SIGNED = re.compile(
    rf"\S\s+(?:[(（\[]\s?(?:{_AGENCIES})(?:\s(?:photo|foto|images))?\s?[)）\]]|(?:phot|fot|ph)\.\s?[\w ./]{{2,40}})\s*$",
    re.IGNORECASE,
)
#: A figure or table with its number, alone or before what it shows, in the languages of the corpus and around it.
_FIGURE = re.compile(
    r"^\W*(?:fig(?:ure)?|abb(?:ildung)?|figura|figur|rys(?:unek)?|obr(?:ázek)?|kuva|ábra|рис(?:унок)?|мал(?:юнок)?|εικόνα|şekil"
    r"|hình|gambar|(?:ال)?شكل|شکل|איור|चित्र|ภาพที่|รูปที่|图|圖|図|그림|table|tabelle|tableau|tabla|tabella|tabela|таблица|таблиця"
    r"|πίνακας|tablo|bảng|tabel|(?:ال)?جدول|טבלה|तालिका|ตารางที่|表|표)"
    r"\W{0,2}(?:\d+|[一二三四五六七八九十百]+|[ivxlc]+\b)\s*(?:[:：.．、|—–-]|$)",
    re.IGNORECASE,
)


def is_caption(shape: Shape, _: object = None) -> bool:
    """Tell whether the line describes or credits a picture."""
    if shape.length > _LONGEST_CAPTION:
        return False
    if _FIGURE.match(shape.text):
        return True
    head = next((shape.text[: shape.text.find(sign) + 1] for sign in _LABEL_ENDS if sign in shape.text), "")
    labelled = bool(head) and len(head.split()) <= _LONGEST_LABEL and bool(IS_CAPTION.match(shape.key))
    if labelled or shape.ends_sentence:
        return labelled
    if (head and _CREDITED.search(fold(shape.text))) or _SIGNED.search(shape.text):
        return True
    return has_sign(shape.text) and bool(_CREDIT_SIGN.search(shape.text[1:]))


def has_sign(text: str) -> bool:
    """Whether a text may have the sign of rights: characters are found many times faster than a pattern."""
    return "©" in text or "(" in text or "Ⓒ" in text
