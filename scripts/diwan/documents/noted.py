"""Noted: title and outlet that somebody wrote at the head of a text they saved, each behind its label: *Title: …*, *المصدر: …*.

In: the pieces of a text. Out: the facts. Who keeps articles as text writes such heads in their own language. Author, day and address
are read as elsewhere, by what stands behind their labels; here they tell that it is a head. A headline may have a colon too,
and one label alone is none.
"""

import re
from collections.abc import Iterable
from itertools import islice

from diwan.documents.phrases.cues import IS_BYLINE, IS_DATE_LABEL, opening
from diwan.documents.pieces import Piece
from diwan.documents.shapes import key_of

IS_TITLE = opening(
    "title | headline | titel | überschrift | titre | título | titolo | başlık | заголовок | название | العنوان | عنوان | عنوان خبر | تیتر | سرخی"
    " | כותרת | शीर्षक | judul | 标题 | 標題 | タイトル | 見出し | 제목"
)
IS_OUTLET = opening(
    "source | outlet | publication | newspaper | publisher | quelle | zeitung | journal | fuente | medio | fonte | testata | kaynak | gazete"
    " | источник | издание | المصدر | مصدر | الصحيفة | صحيفة | الناشر | منبع | روزنامه | خبرگزاری | ماخذ | اخبار | מקור | עיתון | स्रोत"
    " | sumber | media | 来源 | 來源 | 媒体 | 出典 | 新聞 | 출처 | 신문"
)
IS_ADDRESS = opening(
    "url | link | address | web | adresse | lien | enlace | dirección | bağlantı | ссылка | адрес | الرابط | رابط | لینک | نشانی | ربط | קישור"
    " | लिंक | tautan | 链接 | 網址 | 网址 | リンク | 링크"
)
IS_LANGUAGE = opening(
    "language | sprache | langue | idioma | lingua | dil | язык | اللغة | زبان | שפה | भाषा | bahasa | 语言 | 語言 | 言語 | 언어"
)
_IS_OTHER = opening("section | page | الصفحة")
_LINE = re.compile(r"(?P<label>[^\s:：][^:：]{0,24}?)\s?[:：](?!//)\s*(?P<value>\S.*)")
#: Lines in which a head stands, and those of them with a known label from which it is one.
_LONGEST, _FEWEST = 12, 3
#: Characters of the longest title: what is longer is text behind a word and a colon.
_MOST = 250


def facts_noted(pieces: Iterable[Piece]) -> dict[str, str]:
    """Return the title and the outlet that the head of a text states; nothing where it has no such head, or states no title."""
    found: dict[str, str] = {}
    known = 0
    for piece in islice(pieces, _LONGEST):
        line = _LINE.fullmatch(piece.text)
        if line is None or len(piece.text) > _MOST:
            break
        label = key_of(line["label"])
        known += any(
            names.fullmatch(label)
            for names in (IS_TITLE, IS_OUTLET, IS_ADDRESS, IS_LANGUAGE, _IS_OTHER, IS_BYLINE, IS_DATE_LABEL)
        )
        for fact, names in (("title", IS_TITLE), ("outlet", IS_OUTLET)):
            if names.fullmatch(label) and "://" not in line["value"]:
                found.setdefault(fact, line["value"].strip())
    return found if known >= _FEWEST and "title" in found else {}
