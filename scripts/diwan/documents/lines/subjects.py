"""Subjects: the keywords that a page names below a text, behind a label or below one.

In: all shapes. Out: which are such a label, or the keywords. They stand in a row with commas, as wide as a sentence, or one a line.
"""

import re
from collections.abc import Iterable, Sequence

from diwan.documents.phrases.cues import TAGS, opening
from diwan.documents.shapes import Shape, key_of

#: More labels than those that any line may open with: these are no label of subjects but alone, or before a colon.
LABELS = """
keywords | keyword | key words | in this article | in this story | related topics | explore more on these topics | read more about
schlagworte | stichwörter | stichworte | mehr zu den themen | themen des artikels | themen in diesem artikel
schlagwörter zu diesem artikel | schlagworte zu diesem artikel | dans cet article | mots clefs | sur les mêmes sujets | palabras clave
en este artículo | parole chiave | in questo articolo | palavras chave | neste artigo | trefwoorden | in dit artikel | onderwerpen
nyckelord | ämnen | i denna artikel | nøgleord | emner | emneord | stikkord | avainsanat | aiheet | słowa kluczowe | tematy
klíčová slova | štítky | témata | címkék | kulcsszavak | cuvinte cheie | etichete | ключевые слова | тэги | в этой статье
ключові слова | у цій статті | ключови думи | етикети | λέξεις κλειδιά | ετικέτες | σε αυτό το άρθρο | anahtar kelimeler | konular
bu haberde | الوسوم | الكلمات الدلالية | كلمات دلالية | في هذا المقال | کلیدواژه ها | کلمات کلیدی | ٹیگز | ٹیگ | מילות מפתח | תגים
नवीनतम टैग | टैग | टैग्स | kata kunci | topik terkait | từ khóa | 標籤 | 關鍵詞 | 關鍵字 | 相关话题 | 相關話題 | キーワード | 키워드
관련 키워드 | แท็ก | คำสำคัญ
"""
_IS_LABEL = opening(f"{TAGS.rstrip()}{LABELS}")
#: Words of the longest label, *Keywords of this article*; of a keyword alone on its line; and of one on average in a row.
_LABEL, _ALONE, _EACH = 5, 4, 4
#: Keywords of the shortest row, words of the longest, and lines below a label that are looked at.
_FEWEST, _LONGEST, _BELOW = 3, 60, 25
_COMMAS = re.compile(r"[,،、，;؛|•·#]+")
#: Characters in which a label before a row ends with its colon.
_LABEL_WIDTH = 40


def subjects_among(shapes: Sequence[Shape]) -> frozenset[int]:
    """Return the indices of labels of subjects and of the subjects below and beside them.

    Of 42 such labels of saved pages, 11 rows and 440 subjects on lines of their own none is text.
    """
    found: set[int] = set()
    runs = False
    for shape in shapes:
        runs = runs or shape.is_sentence
        if not _IS_LABEL.match(shape.key):
            continue
        if _is_labelled_row(shape):
            found.add(shape.index)
        elif _is_label(shape):
            below = set(_below(shapes[shape.index + 1 : shape.index + 1 + _BELOW], alone=runs))
            found |= below
            if runs or below:
                found.add(shape.index)
    return frozenset(found)


def _is_label(shape: Shape) -> bool:
    return shape.length <= _LABEL and not shape.ends_sentence and bool(_IS_LABEL.fullmatch(shape.key))


def _is_labelled_row(shape: Shape) -> bool:
    label, colon, behind = shape.text[:_LABEL_WIDTH].replace("：", ":").partition(":")
    if not colon or not _IS_LABEL.fullmatch(key_of(label)):
        return False
    return _is_row(shape, behind + shape.text[_LABEL_WIDTH:])


def _below(shapes: Iterable[Shape], *, alone: bool) -> Iterable[int]:
    """Yield the indices of the first of *shapes* that are subjects: a row, or where they may as many as stand *alone* on lines.

    Before any sentence they may not: a menu above a title has such labels too, and below its last stands the title.
    """
    for shape in shapes:
        if _is_row(shape, shape.text):
            yield shape.index
            return
        if not alone or shape.ends_sentence or shape.is_label or shape.length > _ALONE:
            return
        yield shape.index


def _is_row(shape: Shape, text: str) -> bool:
    """Whether *text*, that of the line or the end of it, is a row of keywords."""
    if shape.ends_sentence or shape.length > _LONGEST:
        return False
    words = [entry for entry in _COMMAS.split(text) if entry.strip()]
    return len(words) >= _FEWEST and shape.length <= _EACH * len(words)
