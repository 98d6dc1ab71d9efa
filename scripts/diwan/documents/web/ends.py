"""Ends: lines with which a page closes a text, and which are none of it.

In: the stretches of a page, and which of them seem to be text. Out: the last of these that say who else reported, where the text is
from, who may print it again, or that it is over. Nothing in the markup parts them from the text; elsewhere such a line may be text.
"""

import re
from collections.abc import Sequence
from itertools import takewhile

import numpy as np
from numpy.typing import NDArray

from diwan.documents.lines.body import LONGEST_NOTICE, SHORT_LINE
from diwan.documents.names.owners import owner_in
from diwan.documents.names.signatures import is_agency, signed_in
from diwan.documents.phrases.asides import by_word, has_any, is_on_rights
from diwan.documents.phrases.cues import (
    IS_AUTHOR_NOTE,
    IS_DATE_LABEL,
    IS_ENDING,
    IS_READ_ALSO,
    IS_SIGN_OFF,
    anywhere,
    opening,
)
from diwan.documents.shapes import Shape
from diwan.documents.web.stretches import Stretch

#: What stands before the name of an agency or a paper, with a colon.
IS_SOURCE = opening(
    "source | sources | quelle | quellen | fuente | fuentes | fonte | fontes | fonti | bron | bronnen | källa | källor | kilde | kilder"
    " | lähde | lähteet | źródło | źródła | zdroj | zdroje | forrás | sursa | surse | источник | источники | джерело | джерела | източник"
    " | πηγή | πηγές | kaynak | kaynaklar | المصدر | المصادر | منبع | منابع | ماخذ | מקור | מקורות | स्रोत | sumber | nguồn | ที่มา"
    " | 来源 | 來源 | 文章来源 | 资料来源 | 資料來源 | 出典 | 出处 | 出處 | 출처"
)
_COLON = re.compile(r"^[^:：]{2,20}[:：]\s*[\"“”„«»‘’「]?\w")
#: Words of the longest line that says behind a label when a text was published or changed.
_DATED = 12
#: Whose the views are: of who wrote, and not the house's.
_ON_VIEWS = by_word(
    "not necessarily reflect | not necessarily those of | are those of the author | are those of the authors | are the author s own"
    " | are the authors own | are solely those of | geben nicht notwendigerweise | gibt nicht notwendigerweise | nicht unbedingt die meinung"
    " | nicht die meinung der redaktion | gibt ausschließlich die meinung | n engagent que | n engage que son auteur"
    " | responsabilidad exclusiva de | responsabilidad de su autor | no reflejan necesariamente | no refleja necesariamente"
    " | no representan necesariamente | non riflettono necessariamente | non riflette necessariamente | não refletem necessariamente"
    " | não reflete necessariamente | não representam necessariamente | niet noodzakelijk de mening | niet noodzakelijkerwijs"
    " | niekoniecznie odzwierciedlają | nie muszą odzwierciedlać | может не совпадать с | могут не совпадать с | может не отражать"
    " | може не збігатися з | можуть не збігатися з | yansıtmayabilir | görüşlerini yansıtmaz | politikasını yansıtmaz"
    " | لا تعبر بالضرورة | لا يعبر بالضرورة | ليس بالضرورة عن رأي | لا تعكس بالضرورة | لا يعكس بالضرورة | تعبر عن رأي كاتبها"
    " | يعبر عن رأي كاتبه | تعبر عن رأي صاحبها | تعبر عن آراء كتابها | لزوما بیانگر | لزوما دیدگاه | الزاما بیانگر | لزوما به معنای"
    " | کا متفق ہونا ضروری نہیں | tidak mencerminkan pandangan | 仅代表作者 | 僅代表作者 | 仅代表个人 | 不代表本 | 並不代表本 | 并不代表本"
)
#: Where else a text appeared, and when.
_ON_ORIGIN = anywhere(
    "this article appears in | this article appeared in | a version of this article | this article was originally | this article was first"
    " | this article first appeared | this article originally appeared | this story appears in | this story was originally"
    " | this story was first | this story originally appeared | this piece was originally | this piece was first | this piece first appeared"
    " | this essay was originally | this essay was first | this essay first appeared | this post originally appeared"
    " | this text first appeared | dieser artikel erschien | dieser artikel ist zuerst | dieser beitrag erschien | dieser text erschien"
    " | cet article est paru | cet article a été publié | ce texte est paru | este artículo fue publicado | este artículo se publicó"
    " | questo articolo è stato pubblicato | questo articolo è apparso | este artigo foi publicado | dit artikel verscheen"
    " | статья была впервые опубликована | впервые статья была опубликована | نشر هذا المقال | نشرت هذه المقالة | این مقاله نخستین بار"
    " | 本文首发于 | 本文首發於 | 本文原载 | 本文原載"
)
#: Who made a text ready, in Chinese: a sign or a space and a name or two behind it, perhaps more of them.
_ROLES = "责任编辑|責任編輯|责编|責編|编辑|編輯|校对|校對|编审|審核|审核|监制|監製|值班编委|值班主任|二审|三审|初审|终审|审校|排版|供稿"
_READIED = re.compile(
    rf"^\W?(?:{_ROLES})(?:\s?[:：丨︱｜|/]\s?\w[^。，,!?！？]{{0,24}}|(?:\s+\w{{2,4}}\s+(?:{_ROLES}))*\s+\w{{2,4}})\W?$"
)
#: Of what a Chinese text was put together; and what its title was elsewhere, which sites that take it over say, and characters
#: of the longest such line.
_ON_MAKING = re.compile(r"^[（(【](?:本文)?(?:综合|綜合)(?:整理)?自?[^（）()。]{2,40}[）)】]$")
_OTHER_TITLE = re.compile(r"\W?(?:本文)?原(?:标题|標題|题|題)(?:(?:为|為|是)\s?[《“「]|\s?[:：]).{2,}")
_LONGEST_TITLE = 100
#: How statements on rights and responsibility are labelled in Chinese, and what platforms say of texts that their users sent in.
_LABELLED = re.compile(
    r"[【\[（(]?(?:免责|免責|版权|版權|特别|特別|郑重|鄭重)(?:声明|聲明)\s?[】\]）):：]"
    r"|[声聲]明[:：][^。]{4,60}(?:仅供参考|僅供參考|不构成|不構成)"
)
_OF_PLATFORM = re.compile(
    r"^\W?(?:本文|以上|文章|本篇|此文|该文|文中|内容|图文|声明|特别|作者|注)[^。]{0,80}(?:仅代表|僅代表|不代表)[^。]{0,24}(?:观点|觀點|立场|立場|意见|意見)"
    r"|(?:如有|若有|涉及|如|若)侵[权權][^。]{0,8}(?:联系|聯繫|告知|通知|删|刪)|侵[删刪]|仅提供信息(?:存储|发布)|is uploaded and posted by (?:a|the) user"
)
#: The paper of who signs a text, before the word for a reporter.
_PAPER = re.compile(r"\W*(?:(?:采写|採訪|撰文|撰稿)[:：]\s?)?[\u3400-\u9fff]{2,10}\W*")
#: Short signs of who wrote and of agencies, parted by other signs: *zew, PAP*, *dpa/epd*; and signs of people in brackets, *(rli/fjr)*.
_SIGNS = re.compile(r"\W*[^\W\d_]{2,7}(?:\s?[,/|&+;-]\s?[^\W\d_]{2,7}){0,4}\W*")
_IN_BRACKETS = re.compile(r"\([a-z]{2,4}(?:/[a-z]{2,4}){1,3}\)")
_PARTS = re.compile(r"[^\W\d_]+")
#: With what a line begins that names who holds the rights.
_OWNED = re.compile(r"[©ⓒ]|\(c\)|copyright\b", re.IGNORECASE)
_MAIL = re.compile(r"\S+@\S+")
#: How a link ends that leads to more of the same site.
_LEADING_ON = ("»", ">>", "›", "→")
#: Lines below who else reported, and below the label of a note on who wrote: what the house says of itself, a link to it, an address.
_BEHIND, _NOTED = 3, 5
#: The rule of a note on who wrote.
NOTE = "about-the-author"
CLOSING = "words-of-surroundings"


def closing_lines(stretches: Sequence[Stretch], kept: NDArray[np.bool_]) -> dict[int, str]:
    """Return which stretches close the text, each with the rule that says so.

    Of the last lines kept on 246 pages five say who else reported, two where the text is from, and three have no word: none is text.
    """
    last = [stretches[index] for index in reversed(np.flatnonzero(kept).tolist())]
    reported = next((place for place, one in enumerate(last[: _BEHIND + 1]) if _says_who_else(one)), -1)
    found = {one.index: CLOSING for one in last[: reported + 1]}
    found |= {one.index: CLOSING for one in takewhile(_closes, last[reported + 1 :])}
    rest = last[len(found) :]
    noted = next((place for place, one in enumerate(rest[:_NOTED]) if IS_AUTHOR_NOTE.fullmatch(one.key)), -1)
    return found | {one.index: NOTE for one in rest[: noted + 1]}


def labels_of_nothing(stretches: Sequence[Stretch], kept: NDArray[np.bool_]) -> dict[int, str]:
    """Return which kept stretches are the label of other articles, *Read also* and no more, of which none is kept behind it."""
    return {
        one.index: CLOSING
        for one, behind in zip(stretches, [*kept[1:], False], strict=True)
        if kept[one.index] and not behind and IS_READ_ALSO.fullmatch(one.key)
    }


def _closes(stretch: Stretch) -> bool:
    key, words = stretch.key, stretch.shape.length
    if stretch.is_table:
        return False
    if not any(map(str.isalpha, stretch.text)) or IS_ENDING.fullmatch(key) or _is_on_making(stretch):
        return True
    if _SIGNS.fullmatch(stretch.text) and any(map(is_agency, _PARTS.findall(stretch.text))):
        return True
    if IS_READ_ALSO.fullmatch(key) or disclaims(stretch) or _is_signature(stretch.text):
        return True
    more = stretch.linked == stretch.size and stretch.text.endswith(_LEADING_ON)
    if words > SHORT_LINE:
        said = has_any(stretch.shape, _ON_VIEWS) or _ON_ORIGIN.search(key)
        return words <= LONGEST_NOTICE and bool(said or more)
    labelled = IS_SOURCE.match(key) or (words <= _DATED and IS_DATE_LABEL.match(key))
    signed = _says_who_else(stretch) or has_any(stretch.shape, _ON_VIEWS) or _ON_ORIGIN.search(key)
    return bool(more or signed or (labelled and _COLON.match(stretch.text)))


def _is_on_making(stretch: Stretch) -> bool:
    """Tell whether a line says who made a Chinese text ready, of what it was put together, or how it was called elsewhere."""
    made = _READIED.match(stretch.text) or _ON_MAKING.match(stretch.text)
    return bool(made) or says_other_title(stretch)


def says_other_title(stretch: Stretch) -> bool:
    """Tell whether a line only says what the title of a Chinese text was where it was taken from."""
    return len(stretch.text) <= _LONGEST_TITLE and bool(_OTHER_TITLE.fullmatch(stretch.text))


def disclaims(stretch: Stretch) -> bool:
    """Tell whether a line is a statement on rights and responsibility under its label, or says who holds the rights, or who may print it."""
    if _LABELLED.match(stretch.text) or _OF_PLATFORM.search(stretch.text):
        return True
    owned = _OWNED.match(stretch.text) and owner_in(stretch.text)
    return bool(owned) or (stretch.shape.length <= LONGEST_NOTICE and is_on_rights(stretch.shape))


def _is_signature(text: str) -> bool:
    """Tell whether a line is only signs of people, or a name as texts are signed, perhaps with a paper or an address of mail."""
    names, rest = signed_in(_MAIL.sub(" ", text))
    named = bool(names) and (not any(map(str.isalpha, rest)) or bool(_PAPER.fullmatch(rest)))
    return named or bool(_IN_BRACKETS.fullmatch(text))


def on_views(shape: Shape) -> bool:
    """Tell whether a line, by its words, says whose the views are."""
    return shape.length <= LONGEST_NOTICE and has_any(shape, _ON_VIEWS)


def _says_who_else(stretch: Stretch) -> bool:
    short = stretch.shape.length <= SHORT_LINE and not stretch.is_table
    return short and bool(IS_SIGN_OFF.match(stretch.key))
