"""Signatures: names of who wrote, where a language marks them by a form of its own.

In: a line. Out: the names that it signs, in order, and the line without them. Chinese, Japanese and Korean have neither
capitals nor spaces around names, but a word for who wrote stands before or behind them: `记者`, `文｜`, `기자`. What
only names a role, such as *staff writer*, is no name of anybody.
"""

import re
from functools import cache

from diwan.documents.shapes import squeezed

_HAN = r"[\u3400-\u9fff々]"
#: A Chinese name has two to four signs; one of another language has its parts joined by a point in the middle.
_CHINESE = rf"{_HAN}{{2,4}}(?:·{_HAN}{{1,6}})?"
_JAPANESE = r"[\u3400-\u9fff々ぁ-んァ-ヶー]{2,5}(?:[\s　][\u3400-\u9fff々ぁ-んァ-ヶー]{1,4})?"
_KOREAN = r"[가-힣]{2,4}"
#: What stands between names of one signature.
_NEXT = r"\s*[、，,/·\s]\s*"
_FORMS = (
    rf"(?:(?:本报|本報|本刊|特约|特約|实习|實習)?[记記]者|作者|撰文|采写|採訪|通[讯訊][员員]|(?<!{_HAN})文(?=\s*[:：|｜/丨／]))\s*[:：|｜/丨／]?\s*(?P<names>{_CHINESE}(?:{_NEXT}{_CHINESE})*)(?!{_HAN})",
    rf"(?:文|取材・文|著者|執筆|筆者|記者)\s*[=＝・:：/／]\s*(?P<names>{_JAPANESE}(?:[、,]\s*{_JAPANESE})*)(?![\u3040-\u9fff])",
    r"^[【（(](?P<names>[\u3400-\u9fff]{2,4}[\s　]?[\u3400-\u9fffぁ-んァ-ヶ]{1,4})[】）)]$",
    rf"(?<!{_HAN})(?P<names>{_JAPANESE})[記记]者(?![\u3040-\u9fff])",
    rf"(?P<names>{_KOREAN}(?:\s*[,·]\s*{_KOREAN})*)\s?(?:선임|인턴|전문|수습)?(?:기자|특파원|논설위원|칼럼니스트)(?![가-힣])",
    rf"^글\s?[·=:]?\s?(?:사진\s)?(?P<names>{_KOREAN})$",
)
#: What every form has some of; one search for it spares most lines all of those above.
_EAST_ASIAN = re.compile(r"[々\u3040-\u9fff가-힣]")
_PART = re.compile(r"\s*[、，,/·]\s*")
_SPACES = re.compile(r"[\s　]+")
#: Characters of the longest line that is a signature.
_LONGEST = 60
#: Letters from which a word of a role is none that names have too, such as *a* and *by*.
_LONGER = 4
#: What a name is not: words for roles, desks and houses. A name of which all words are such names nobody.
ROLES = """
our the a of and for by from in senior staff chief deputy associate assistant foreign political diplomatic business
sports special contributing freelance guest correspondent correspondents reporter reporters writer writers editor
editors columnist journalist contributor contributors analyst fellow professor director bureau news desk team newsroom
author admin administrator agencies agency wires editorial board web online
redaktion redakteur redakteurin korrespondent korrespondentin agentur agenturen rédaction journaliste correspondant
correspondante avec agences redacción redactor redactora corresponsal agencias enviado enviada especial redazione
inviato redação redacao repórter agências muhabir muhabiri editör editörü haber merkezi ajansı servisi редакция
корреспондент обозреватель журналист penulis redaksi
مراسل مراسلنا مراسلتنا محرر المحرر التحرير هيئة فريق وكالات متابعات خاص الموقع
خبرنگار تحریریه سرویس گروه نامہ نگار ویب نیوز ڈیسک نمائندہ خصوصی
编辑 編輯 责任编辑 責任編輯 责编 コラム ブログ 编译 綜合報導 编辑部 編集部 편집부 온라인뉴스팀 टीम डेस्क ब्यूरो न्यूज
"""


def signed_in(text: str) -> tuple[tuple[str, ...], str]:
    """Return the names that a line signs by a form of its own, and what is left of it."""
    if len(text) > _LONGEST or text.isascii() or not _EAST_ASIAN.search(text):
        return (), text
    for form in _forms():
        if found := form.search(text):
            return tuple(_names(found)), f"{text[: found.start()]} | {text[found.end() :]}"
    return (), text


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    # Compiled where the first such line is met: it takes as long as to load ten rooms.
    return tuple(map(re.compile, _FORMS))


def _names(found: re.Match[str]) -> list[str]:
    names = []
    for part in _PART.split(found["names"]):
        # A family name and a given name may stand apart; names of two signs and more each are different people.
        words = _SPACES.split(part.strip())
        names += words if "者" in found.group()[:4] and all(map(_is_whole, words)) else [part.strip()]
    return [name for name in names if name]


def _is_whole(word: str) -> bool:
    return len(word) > 1


def is_role(name: str) -> bool:
    """Tell whether all words of *name* say what somebody does, and none who it is."""
    words = [word for part in name.split() if (word := squeezed(part))]
    return bool(words) and all(word in _ROLES for word in words)


def has_role(name: str) -> bool:
    """Tell whether a longer word of *name* says what somebody does."""
    return any(len(word) >= _LONGER and word in _ROLES for word in map(squeezed, name.split()))


_ROLES = frozenset(map(squeezed, ROLES.split()))
