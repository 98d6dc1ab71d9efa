"""Signatures: names of who wrote, where a language marks them by a form of its own.

In: a line. Out: the names that it signs, in order, and the line without them. Chinese, Japanese and Korean have neither
capitals nor spaces around names, but a word for who wrote stands before or behind them: `记者`, `文｜`, `기자`. What
only names a role, such as *staff writer*, is no name of anybody.
"""

import re
from functools import cache

from diwan.documents.phrases.cues import HAS_OUTLET_WORD
from diwan.documents.shapes import key_of, squeezed

_HAN = r"[\u3400-\u9fff々]"
#: A Chinese name has two to four signs; one of another language has its parts joined by a point in the middle.
_CHINESE = rf"{_HAN}{{2,4}}(?:·{_HAN}{{1,6}})?"
_JAPANESE = r"[\u3400-\u9fff々ぁ-んァ-ヶー]{2,5}(?:[\s　][\u3400-\u9fff々ぁ-んァ-ヶー]{1,4}(?![\u3040-\u9fff＝=:：]))?"
_KOREAN = r"[가-힣]{2,4}"
#: What stands between names of one signature.
_NEXT = r"\s*[、，,/·&＆\s]\s*"
#: What stands between two names of one signature where the second has a role of its own: *记者王小明 通讯员李小云*.
_WITH = r"(?:(?:[见見实實]习|實習|特[约約])?(?:[记記]者|通[讯訊][员員]|[实實][习習]生)[:：]?\s*)"
#: Who is named before it made the picture above the line, and not the text; but for reports of whom did both.
_PICTURED = re.compile(r"\s*(?:[摄攝](?!影[报報][道導])|供[图圖]|[图圖](?!文)(?:\W|$)|制图|製圖)")
_FORMS = (
    rf"(?:(?:本报|本報|本刊|特约|特約|实习|實習)?[记記]者(?!会[見见議议])|作者|撰文|采写|採訪|通[讯訊][员員]|(?<!{_HAN})(?:文|执笔)(?=\s*[:：|｜/丨／]))\s*[:：|｜/丨／]?\s*(?P<names>{_CHINESE}(?:{_NEXT}{_WITH}?{_CHINESE})*)(?:(?!{_HAN}|\d+日)|(?={_HAN}{{2,4}}\d+日))",
    rf"(?:(?<!{_HAN})文|取材・文|著者|執筆|筆者|記者)\s*[=＝・:：/／]\s*(?P<names>{_JAPANESE}(?:[、,]\s*{_JAPANESE})*)(?![\u3040-\u9fff])",
    r"^[【（(](?P<names>[\u3400-\u9fff]{2,4}[\s　]?[\u3400-\u9fffぁ-んァ-ヶ]{1,4})[】）)]$",
    rf"^【[\u3400-\u9fffァ-ヶー・]{{2,12}}[＝=](?P<names>{_JAPANESE})】",
    rf"^[\u3400-\u9fffァ-ヶー・]{{2,12}}[＝=](?P<names>{_JAPANESE}(?:[、,]\s*{_JAPANESE})*)$",
    rf"(?<!{_HAN})(?P<names>{_JAPANESE})[記记]者(?![\u3040-\u9fff])",
    rf"(?P<names>{_KOREAN}(?:\s*[,·]\s*{_KOREAN})*)\s?(?:선임|인턴|전문|수습)?(?:기자|특파원|논설위원|칼럼니스트)(?![가-힣])",
    rf"^(?:글|기자명)\s?[·=:]?\s?(?:사진\s)?(?P<names>{_KOREAN})(?:\s사진.*)?$",
)
#: Signs of a Chinese name: one or two of the family, one or two of its own.
_FEWEST_SIGNS, _MOST_SIGNS = 2, 4
#: The commoner family names of Chinese: by its first sign a name is told from that of a paper beside it.
_FAMILIES = frozenset(
    "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林罗羅高郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖蕭田董袁潘于蒋蔣蔡余杜叶葉程苏蘇魏吕呂"
    "丁任沈姚卢盧姜崔钟鍾谭譚陆陸汪范金石廖贾賈夏韦韋付方白邹鄒孟熊秦邱江尹薛闫閻段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴覃武戴莫孔汤湯"
    "温溫康施文牛樊葛邢安齐齊易乔喬伍庞龐颜顏倪庄莊聂聶章鲁魯岳翟殷詹申欧歐耿关關兰蘭焦俞左柳甘祝包宁寧尚符舒阮柯纪紀梅童凌毕畢单季裴霍涂成苗"
    "谷盛曲翁冉骆駱蓝藍路游辛靳管柴蒙鲍鮑喻祁蒲房滕屈饶饒牟艾尤阳穆农卓古吉缪简簡车項项连連麦麥褚娄窦戚岑景费費卜冷晏席卫衛米柏宗瞿桂佟应應臧闵"
)
#: What stands behind a city: *reported from Taipei*.
_REPORTED = ("報導", "报道", "報道")
#: What every form has some of; one search for it spares most lines all of those above.
_EAST_ASIAN = re.compile(r"[々\u3040-\u9fff가-힣]")
_PART = re.compile(rf"\s*[、，,/·&＆]\s*|\s*{_WITH}")
#: Names behind a label of one of these, apart from each other by a space, are people each.
_OF_REPORTERS = re.compile("[者员員]")
_SPACES = re.compile(r"[\s　]+")
#: Characters of the longest line that is a signature.
_LONGEST = 60
#: Words of what a role before a name is for: *Foreign Affairs Correspondent*; and words of the shortest name.
_BEFORE_ROLE, _FEWEST = 3, 2
#: Letters from which a word of a role is none that names have too, such as *a* and *by*.
_LONGER = 4
#: What a name is not: words for roles, desks and houses, for nobody, and of buttons beside names. A name of which all words are such names nobody.
ROLES = """
our the a of and for by from in senior staff chief deputy associate assistant foreign political diplomatic business
sports special contributing freelance guest correspondent correspondents reporter reporters writer writers editor
editors columnist journalist contributor contributors analyst fellow professor director bureau news desk team newsroom
author admin administrator agencies agency wires editorial board web online
la le redaktion redakteur redakteurin korrespondent korrespondentin agentur agenturen rédaction journaliste correspondant
correspondante avec agences redacción redactor redactora corresponsal agencias enviado enviada especial envoyé envoyée envoyés envoyées spécial spéciale spéciaux spéciales redazione
inviato redação redacao repórter agências muhabir muhabiri editör editörü haber merkezi ajansı servisi редакция
корреспондент обозреватель журналист penulis redaksi
مراسل مراسلنا مراسلتنا محرر المحرر التحرير هيئة فريق وكالات متابعات خاص الموقع
كاتب وكاتب وكاتبة باحث وباحث وباحثة صحفي صحفية صحافي صحافية إعلامي أكاديمي محلل أستاذ روزنامه‌نگار نویسنده پژوهشگر تحلیلگر
خبرنگار تحریریه سرویس گروه نامہ نگار ویب نیوز ڈیسک نمائندہ خصوصی
未知 佚名 匿名 不详 不詳 网络 网络整理 网络综合 本站 本站原创 原创 转载 整合 整理 综合 綜合 摄影 攝影 关注 關注 赞赏 打赏 订阅 訂閱 收藏 举报 分享 投稿
编辑 編輯 责任编辑 責任編輯 责编 コラム ブログ 编译 綜合報導 编辑部 編集部 편집부 온라인뉴스팀 टीम डेस्क ब्यूरो न्यूज
経済部 社会部 政治部 国際部 文化部 運動部 科学部 地方部 경제부 사회부 정치부 국제부 문화부 체육부 산업부 财经部 时政部 国际部 กองบรรณาธิการ ทีมข่าว
নিজস্ব প্রতিবেদক প্রতিনিধি ডেস্ক বিশেষ সংবাদদাতা müxbir redaksiya
"""


#: What else says of the named what they are, or where: behind a name only, since people and papers are called so too.
BESIDE = """
executive officer president minister chairman chairwoman ambassador researcher lecturer scholar strategist economist lawyer
university institute institution college school faculty centre center council foundation université universität universidad
universidade università universiteit universitet üniversitesi institut instituto istituto университет институт جامعة معهد دانشگاه
"""


#: Agencies whose sign is one word, so that it has not the form of a name.
AGENCIES = """
reuters bloomberg afp dpa ap upi pti ians ani efe ansa apa pap lusa tass interfax tanjug stt ntb tt ritzau belga anp sid kna epd
anadolu irna isna fars mehr wam spa kuna petra mena xinhua kyodo jiji yonhap antara bernama رويترز
"""


def is_agency(name: str) -> bool:
    """Tell whether *name* is the sign of an agency: who signed a text that no person signed."""
    return squeezed(name) in _SIGNS


#: Those of them that one person has, beside a name.
PERSONAL = """
senior chief deputy associate assistant political diplomatic business sports special contributing freelance guest correspondent
correspondents reporter reporters writer writers editor columnist journalist contributor analyst professor redakteur redakteurin korrespondent korrespondentin
journaliste correspondant correspondante redactor redactora corresponsal enviado enviada especial envoyé envoyée envoyés envoyées spécial spéciale spéciaux spéciales inviato repórter muhabir
muhabiri editör editörü корреспондент обозреватель журналист penulis مراسل محرر خبرنگار
"""


def is_chinese_name(text: str) -> bool:
    """Tell whether a text is a Chinese name and nothing else: two to four signs, the first of them a family name."""
    return (
        _FEWEST_SIGNS <= len(text) <= _MOST_SIGNS
        and text[0] in _FAMILIES
        and all(map(_is_han, text))
        and not is_role(text)
    )


def _is_han(sign: str) -> bool:
    return "\u4e00" <= sign <= "\u9fff"


def signed_in(text: str) -> tuple[tuple[str, ...], str]:
    """Return the names that a line signs by a form of its own, and what is left of it."""
    if len(text) > _LONGEST or text.isascii() or not _EAST_ASIAN.search(text):
        return (), text
    for form in _forms():
        if found := form.search(text):
            if _PICTURED.match(text, found.end("names")) or found["names"].endswith(("摄", "攝")):
                return (), text
            names = tuple(_names(found))
            # What stands behind a role in the place of a name is somebody in that role, and did not write.
            return names, f"{text[: found.start()]} | {text[found.end() :] if names else ''}"
    return (), text


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    # Compiled where the first such line is met: it takes as long as to load ten rooms.
    return tuple(map(re.compile, _FORMS))


def _names(found: re.Match[str]) -> list[str]:
    names = []
    # *The author's views* has no sign between, and no family name.
    if (
        found.re is _forms()[0]
        and found.string[found.start("names") - 1] == "者"
        and found["names"][0] not in _FAMILIES
    ):
        return []
    for part in _PART.split(found["names"]):
        # A family name and a given name may stand apart; names of two signs and more each are different people.
        words = _SPACES.split(part.strip())
        people = [word for word in words if word[:1] in _FAMILIES]
        if people and found.re is _forms()[0] and people[0] != words[0]:
            names += people
        else:
            label = found.group()[: found.start("names") - found.start()]
            names += words if _OF_REPORTERS.search(label) and all(map(_is_whole, words)) else [part.strip()]
    return [name for name in names if name and not is_role(name) and not name.endswith(_REPORTED)]


def _is_whole(word: str) -> bool:
    return len(word) > 1


def is_role(name: str) -> bool:
    """Tell whether all words of *name* say what somebody does, and none who it is."""
    words = filter(None, map(squeezed, name.split()))
    return next(words, "") in _ROLES and all(word in _ROLES for word in words)


def without_roles(name: str) -> str:
    """Return *name* without the words before and behind it that say what a person does, if two or more are left."""
    words = name.split()
    told = _OF_PERSONS
    while words and squeezed(words[-1]) in told:
        words.pop()
        # *Staff* is of a person with *writer* behind it; alone it is everybody of a paper.
        told = _ROLES
    for place in range(min(_BEFORE_ROLE, len(words) - _FEWEST - 1), -1, -1):
        if squeezed(words[place]) in _OF_PERSONS:
            words = words[place + 1 :]
            break
    return " ".join(words).strip(" ,") if len(words) > 1 else name


def describes(part: str) -> bool:
    """Tell whether a part behind a name says what the named is, or where: *Gulf Bureau Chief*, *Harbour Post*, *Quay University*."""
    key = key_of(part)
    return ends_with_role(part) or not _BESIDE.isdisjoint(key.split()) or bool(HAS_OUTLET_WORD.search(key))


def is_personal(word: str) -> bool:
    """Tell whether *word* says what one person does at a paper."""
    return squeezed(word) in _OF_PERSONS


def ends_with_role(part: str) -> bool:
    """Tell whether the last word of a part says what somebody does."""
    return any(map(has_role, part.split()[-1:]))


def has_role(name: str) -> bool:
    """Tell whether a longer word of *name* says what somebody does."""
    return any(len(word) >= _LONGER and word in _ROLES for word in map(squeezed, name.split()))


_ROLES = frozenset(map(squeezed, ROLES.split()))
_OF_PERSONS = frozenset(map(squeezed, PERSONAL.split()))
_BESIDE = frozenset(map(squeezed, BESIDE.split()))
_SIGNS = frozenset(map(squeezed, AGENCIES.split()))
