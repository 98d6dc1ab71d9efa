"""Owners: who holds the rights, as the line at the foot of a page says: its outlet, mostly.

In: a line. Out: the name alone, without signs, years, words about rights and forms of companies. It stands behind the sign
or the words (`© 2024 X. All rights reserved`), else before the words (`X版权所有`). A line that only speaks of rights names nobody.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from diwan.documents.phrases.cues import HAS_OUTLET_WORD
from diwan.documents.shapes import UNSPACED_BY_CLAUSE, key_of
from diwan.text.fold import fold, fold_with_offsets

#: Words about rights, folded as texts are; `~` stands for words between.
_RIGHTS = """
all rights reserved | all right reserved | some rights reserved | rights reserved | alle rechte vorbehalten
tous droits réservés | droits réservés | todos los derechos reservados | derechos reservados
tutti i diritti riservati | diritti riservati | riproduzione riservata | todos os direitos reservados | direitos reservados
alle rechten voorbehouden | wszelkie prawa zastrzeżone | prawa zastrzeżone | všechna práva vyhrazena | toate drepturile rezervate
minden jog fenntartva | kaikki oikeudet pidätetään | med ensamrätt | alla rättigheter förbehållna | alle rettigheter forbeholdt
все права защищены | все права сохранены | все права принадлежат | усі права захищено | всі права захищені | всички права запазени
με επιφύλαξη παντός δικαιώματος | tüm hakları saklıdır | her hakkı saklıdır | hak cipta dilindungi
جميع الحقوق محفوظة | كافة الحقوق محفوظة | كل الحقوق محفوظة | جميع حقوق النشر محفوظة | حقوق النشر محفوظة | الحقوق محفوظة
تمام حقوق ~ برای | تمامی حقوق ~ برای | کلیه حقوق ~ برای | تمام حقوق ~ متعلق به | تمامی حقوق ~ متعلق به | کلیه حقوق ~ متعلق به
تمامی حقوق محفوظ است | کلیه حقوق محفوظ است | محفوظ است | محفوظ می باشد | جملہ حقوق بحق | جملہ حقوق محفوظ ہیں | محفوظ ہیں
כל הזכויות שמורות | הזכויות שמורות | 版权所有 | 版權所有 | 保留所有权利
저작권자 | সর্বস্বত্ব সংরক্ষিত | সর্বস্বত্ব স্বত্বাধিকার সংরক্ষিত | सर्वाधिकार सुरक्षित | அனைத்து உரிமைகளும் பாதுகாக்கப்பட்டவை | สงวนลิขสิทธิ์ | ສະຫງວນລິຂະສິດ
မူပိုင်ခွင့် | រក្សាសិទ្ធិគ្រប់យ៉ាង | រក្សាសិទ្ធិ | ټول حقونه خوندي دي | هەموو مافەکان پارێزراون | hemû maf parastî ne | bütün hüquqlar qorunur
barcha huquqlar himoyalangan | барлық құқықтар қорғалған | haki zote zimehifadhiwa | መብቱ በሕግ የተጠበቀ ነው | ყველა უფლება დაცულია
բոլոր իրավունքները պաշտպանված են
"""
#: Words that forbid or only speak of rights: no name stands behind them.
_BANS = """
rights management | reproduction interdite | hak cipta | حقوق النشر | 著作权 | 著作權 | 翻印必究 | 复制必究 | 不得转载 | 未经许可 | 未經許可 | 未经授权 | 未經授權 | 著作権 | 禁無断転載
無断転載 | 無断複製 | 무단전재 | 무단 전재 | 무단복제 | 재배포 금지
"""


def _any_of(table: str) -> str:
    """Return a pattern of the phrases of *table*, the longest first."""
    phrases = {fold(part).strip() for part in table.replace("\n", "|").split("|")} - {""}
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    spaced = (re.escape(phrase).replace(r"\ ", r"\s+") for phrase in ordered)
    return "|".join(phrase.replace(r"\s+\~", r"(?:\s+\w+){0,6}?") for phrase in spaced)


#: Years of the Buddhist calendar, as in Thailand, too.
_YEAR = r"(?:19|20|25)\d\d"
#: How Japanese papers say it behind their name: *what stands in X is not to be reprinted*.
_PRINTED_IN = r"に掲載(?:の|された|している)[^。\n]{0,30}?無断(?:転載|複製).*"
#: What says who holds the rights: the sign, words about rights, years. A letter in brackets between numbers is a part of a law:
#: *a 501(c)(3) charity*.
_SAID = re.compile(
    rf"(?P<mark>©|(?<!\d)\(c\)(?!\s?\(?\d\d?(?!\d))|(?<![\w-])copyrights?(?:\s*@)?(?![\w-]))|(?P<rights>{_any_of(_RIGHTS)}|{fold(_PRINTED_IN)})|(?P<ban>{_any_of(_BANS)})"
    rf"|(?P<year>(?<!\d){_YEAR}(?:\s?[-–—]\s?(?:{_YEAR}|\d\d|present|today|heute))?(?!\w))"
)
#: What parts a line: that, and where something else begins.
_PARTS = re.compile(
    rf"{_SAID.pattern}"
    r"|(?P<cut>[|•·\n;،，。۔।။።®™]|,(?!(?:\s\w+){1,3}\s&\sco\b)|\.(?=\s|$)|\s[-–—]+\s|\s(?:or|and|and/or)\s(?=its\s|their\s)"
    r"|\b(?:powered|managed|designed|developed|hosted|built|published|provided)\s(?:by|with)\b"
    r"|\s(?:مي\s?باشد|است|هين)(?!\w))"
)
#: Forms of companies, behind the name or before it.
_COMPANY = re.compile(
    r"(?:[\s,&]+(?:(?i:llc|l\.l\.c|ltd|limited|inc|incorporated|corp|corporation|company|co|plc|gmbh|mbh|srl)|AG|KG|SE|e\.\s?V|"
    r"S\.?p\.?A|S\.?r\.?l|S\.?A\.?S|S\.?L\.?U?|S\.?A|N\.?V|B\.?V|A/S|ASA|AS|AB|Oyj?|A\.?Ş|[Ss]p\. z o\.o|[sa]\.\s?r\.\s?o|a\.\s?s|"
    r"A\.?E|Α\.?Ε|ООО|ОАО|ЗАО|ПАО|АО|ТОВ|ООД|АД|Tbk|Pty|בע\"מ)\.?|(?:股份|传媒)?有限公司|公司|株式会社|주식회사|㈜|\(주\))$"
)
_COMPANY_FIRST = re.compile(
    r"^(?:(?:ООО|ОАО|ЗАО|ПАО|АО|АНО|ТОВ|ИП|PT\.?)\s+|株式会社|주식회사\s*|㈜\s*|\(주\)\s*)"
)
#: Forms behind which no name goes on, and quotes, but those within a word of Hebrew.
_ENDED = re.compile(r"(?<=\w)\W+(?:GmbH|LLC|Ltd|Inc|Limited)(?!\w)")
_QUOTES = re.compile(r"[«»„“”]|(?<!\w)\"|\"(?!\w)")
#: The day before the year, as press archives write it: *Copyright Quay Press Oct 9, 2024*.
_DAY = re.compile(
    r"\s(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\s\d{1,2}$", re.IGNORECASE
)
#: What Chinese pages write behind the name, each behind a label and a colon: the address, the number of a licence.
_LABELLED = re.compile(r"(?<=\S)\s+[\u4e00-\u9fff]{2,8}[:：].*", re.DOTALL)
#: Words between the sign and the name, and the prepositions that Arabic and Hebrew write as part of it.
_FOR = re.compile(r"^(?:(?:by|to|von|par|por|of|bei)\s+|[\u4e00-\u9fff]{0,8}[:：=]\s*)", re.IGNORECASE)
_ARABIC_FOR, _HEBREW_FOR = re.compile(r"^ل(?:ـ+\s*|\s+|(?=\w))"), re.compile(r"^ל(?:[-־]\s*|(?=\w))")
_ENDS = " \t.:：-–—_*/()[]<>\"'«»„“”‘’「」《》\u200e\u200f"
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,5}")
_LETTERS = re.compile(r"[^\W\d_]")
#: Words and characters of the longest name: *Die Neue Südtiroler Tageszeitung* has four words, slogans have more than six.
_MOST_WORDS, _LONGEST = 6, 60
#: Characters between two marks in which a name is looked for: a name with the forms of its company has fewer than 100.
_MOST_LETTERS = 200
#: What houses of several papers are called: none of them is the outlet. Of the owners named on 246 saved pages ten of eleven
#: with such a word were another paper's.
_GROUP = re.compile(
    r"(?<!\w)(?:group|groupe|grupo|gruppo|grupa?|holdings?|группа|холдинг|مجموعة|گروه)(?!\w)|gruppe(?!\w)",
    re.IGNORECASE,
)
#: Signs of the longest name in a script without spaces; a sentence has more.
_LONGEST_UNSPACED = 16
#: Words of which one may have no capital: of more, half have one in languages that write *El País* and *Le Monde des livres* so.
_FEW = 2


@dataclass(frozen=True, slots=True)
class Owner:
    """The name of who holds the rights, and whether the line says so by a year or in words, not by the sign alone."""

    name: str
    sure: bool


def owner_in(line: str) -> Owner | None:
    """Return who holds the rights by *line*, if it says so and names somebody."""
    parts = [*_parts(line.replace("Ⓒ", "©").replace("ⓒ", "©"))]
    kinds = {kind for kind, _ in parts}
    sure = bool(kinds & {"year", "rights", "ban"})
    # *Copyright Notice* is the name of a page: the word alone, without a sign, says nothing.
    if not sure and not any(kind == "mark" and words[0] in "©(" for kind, words in parts):
        return None
    name = _behind(parts) or _before(parts)
    return Owner(name, sure) if name else None


def is_house(name: str) -> bool:
    """Tell whether *name* is a company's, by its form, or the address of a site: no person's."""
    return bool(_COMPANY.search(name) or _COMPANY_FIRST.search(name) or _HOST.fullmatch(name))


def is_group(name: str) -> bool:
    """Tell whether *name* is that of a house of several papers."""
    return bool(_GROUP.search(name))


def _parts(line: str) -> Iterator[tuple[str, str]]:
    """Yield the parts of a line that says something of it in order, each with its kind: words between the others are `text`."""
    # Most lines say nothing of it; to fold them takes a third of what the way back to the line does.
    if not _SAID.search(fold(line)):
        return
    folded = fold_with_offsets(line)
    end = 0
    for found in _PARTS.finditer(folded.text):
        start, stop = folded.original_span(found.start(), found.end())
        if line[end:start].strip():
            yield "text", line[end:start]
        yield found.lastgroup or "", line[start:stop]
        end = stop
    if line[end:].strip():
        yield "text", line[end:]


def _behind(parts: list[tuple[str, str]]) -> str:
    """Return the first words behind the sign or the words about rights, if they are a name."""
    said = ""
    for kind, words in parts:
        if kind in ("mark", "rights"):
            said = words if kind == "rights" else said or words
        elif kind == "ban":
            said = ""
        elif kind == "text" and said and _LETTERS.search(words):
            return _name(words, said)
    return ""


def _before(parts: list[tuple[str, str]]) -> str:
    """Return the words with which the line begins, if only words about rights follow and they are a name."""
    for index, (kind, words) in enumerate(parts):
        if kind == "text":
            rest = {other for other, _ in parts[index + 1 :] if other not in ("cut", "year")}
            return _name(words, "") if "rights" in rest and rest <= {"mark", "rights", "ban"} else ""
        if kind not in ("cut", "year"):
            return ""
    return ""


def _name(words: str, said: str) -> str:
    """Return *words* as a name; nothing where they are none. What was *said* before them tells which preposition they have."""
    words = _LABELLED.sub("", words)
    if len(words) > _MOST_LETTERS:
        return ""
    name = _FOR.sub("", _DAY.sub("", words.strip(_ENDS))).strip(_ENDS)
    if re.search("[ء-ي]", said):
        name = re.sub("^لل(?=\\w)", "ال", name) if name.startswith("لل") else _ARABIC_FOR.sub("", name)
    elif re.search("[א-ת]", said):
        name = _HEBREW_FOR.sub("", name)
    name, former = _QUOTES.sub("", _ENDED.split(name)[0].strip(_ENDS) or name), ""
    while name != former:
        former = name
        name = _COMPANY_FIRST.sub("", _COMPANY.sub("", name)).strip(_ENDS)
    name = (name or words.strip(_ENDS)).removeprefix("www.")
    return name if _is_name(name) else ""


def _is_name(name: str) -> bool:
    words = name.split()
    if not 0 < len(words) <= _MOST_WORDS or len(name) > _LONGEST or len(_LETTERS.findall(name)) < _FEW:
        return False
    if is_group(name) or (UNSPACED_BY_CLAUSE.search(name) and len(name) > _LONGEST_UNSPACED):
        return False
    if _HOST.fullmatch(name):
        return True
    # In scripts without capitals all words may be of a name.
    capitals = [not word[0].islower() for word in words]
    return (capitals[0] or sum(capitals) * 2 > len(words)) and (
        len(words) <= _FEW or sum(capitals) * 2 >= len(words) or bool(HAS_OUTLET_WORD.search(key_of(name)))
    )
