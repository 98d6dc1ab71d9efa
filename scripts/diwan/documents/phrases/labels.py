"""Labels: what stands before links to other articles and where something is shown for money; and appeals behind a question.

In: a line. Out: whether it is one. The labels by which web pages are known too are those of `cues`.
"""

import re

from diwan.documents.phrases.cues import (
    APPEALS,
    ENDINGS,
    IS_APPEAL,
    IS_ENDING,
    IS_READ_ALSO,
    READ_ALSO,
    opening,
    phrases,
)
from diwan.documents.shapes import Shape, key_of

#: Labels before links, beside those that web pages are known by (`cues.READ_ALSO`).
LINKS = """
more on this story | related links | related coverage | related content | in other news | from our partners | around the web
editor s picks | editors picks | what to read next | up next | recommended for you | recommended stories | you might like
people who liked this | explore further | more stories | top stories | latest news | must read | mehr dazu | passend dazu
verwandte artikel | verwandte themen | das könnte sie interessieren | das könnte dich interessieren | das könnte dich auch
weitere meldungen | weitere nachrichten | meistgelesen | meist gelesen | à découvrir aussi | pour aller plus loin | articles similaires
à lire également | lire également | les plus lus | sur le même thème | más sobre este tema | también te puede interesar
artículos relacionados | contenido relacionado | lo más leído | las más leídas | más noticias | articoli correlati | i più letti
notizie correlate | artigos relacionados | conteúdo relacionado | você também pode gostar | você pode gostar | mais lidas
as mais lidas | gerelateerde artikelen | lees verder | meest gelezen | meer over dit onderwerp | relaterade artiklar | mest läst
mer om ämnet | relaterte artikler | mest lest | relaterede artikler | mest læst | lue lisää | aiheesta lisää | luetuimmat
powiązane artykuły | przeczytaj także | przeczytaj też | zobacz więcej | najczęściej czytane | související články | nejčtenější
kapcsolódó cikkek | legolvasottabb | articole similare | pe aceeași temă | cele mai citite | ссылки по теме | материалы по теме
рекомендуем почитать | рекомендуем прочитать | смотрите также | читайте ещё | самое читаемое | новости по теме | матеріали за темою
дивіться також | читайте ще | новини за темою | най четени | σχετικά άρθρα | σχετικά θέματα | δημοφιλέστερα | önerilen haberler
ilginizi çekebilir | en çok okunan | en çok okunanlar | أخبار متعلقة | موضوعات ذات صلة | قد يهمك أيضا | قد يعجبك أيضا | شاهد أيضا
الأكثر قراءة | مطالب پیشنهادی | خبرهای مرتبط | پربازدیدترین | متعلقہ خبریں | כתבות קשורות | אולי יעניין אותך | הנקראות ביותר
संबंधित समाचार | ज़्यादा पढ़ी गई | berita terkait | artikel lainnya | berita lainnya | terpopuler | tin liên quan | bài viết liên quan
đọc nhiều nhất | 相關閱讀 | 猜你喜欢 | 猜你喜歡 | 相关链接 | 相關連結 | 热门文章 | 熱門文章 | 熱門影音 | こちらもおすすめ
アクセスランキング | よく読まれている記事 | 함께 볼만한 뉴스 | 추천 뉴스 | 많이 본 기사
"""
#: What stands alone where something was shown for money, with a number or none.
ADVERTISED = """
advertisement | advertisements | advertising | sponsored | sponsored content | sponsored links | paid content | ad | end of list | article content
placeholder image | anzeige | anzeigen | werbung | publicité | annonce | annonces | publicidad | anuncio | anuncios | pubblicità
publicidade | anúncio | anúncios | advertentie | advertenties | reclame | annons | annonser | annonsørinnhold | reklame | mainos
mainokset | reklama | reklamy | inzerce | hirdetés | publicitate | реклама | реклама на сайте | διαφήμιση | reklam | reklamlar | ilan
إعلان | إعلانات | تبلیغات | آگهی | اشتہار | اشتہارات | פרסומת | תוכן שיווקי | विज्ञापन | iklan | quảng cáo | 广告 | 廣告 | 広告 | 광고
โฆษณา
"""
#: What stands alone with a number of minutes: how long it takes to read.
MINUTES = """
min read | mins read | minute read | minutes read | min lesezeit | minuten lesezeit | min de lecture | mn de lecture
minutes de lecture | min de lectura | minutos de lectura | min di lettura | minuti di lettura | min de leitura | minutos de leitura
min leestijd | minuten leestijd | min lästid | min läsning | minuters läsning | min lesetid | min læsetid | min lukuaika | min czytania
minut czytania | minuty czytania | min čtení | perc olvasás | min de citit | мин чтения | минут чтения | минуты чтения | мин на чтение
хв читання | хв на читання | хвилин читання | λεπτά ανάγνωσης | λεπτά ανάγνωση | dk okuma | dakikalık okuma | دقائق قراءة
دقائق للقراءة | دقيقة قراءة | دقيقة للقراءة | دقیقه مطالعه | منٹ پڑھنے کا وقت | דקות קריאה | मिनट पढ़ें | menit baca | menit membaca
phút đọc | 分钟阅读 | 分鐘閱讀 | 分で読めます | 분 분량 | 분 읽기
"""
_IS_LINKS = opening(f"{READ_ALSO.rstrip()}{LINKS}")
#: Subjects as networks write them, perhaps behind a label.
_HASHTAGS = re.compile(r"(?:[^#:]{3,40}:\s*)?#[^\W\d_]\w*(?:[\s,،]+#\w+)*")
_IS_ALONE = opening(f"{ADVERTISED.rstrip()}{MINUTES}")
#: With what lines begin that stand alone, where they do not begin with a number.
_ALONE = frozenset(phrase.split()[0] for table in (ADVERTISED, MINUTES, ENDINGS) for phrase in phrases(table))
#: Words of the label of a list of links.
SHORT_LABEL = 6
#: Words of the longest line that only says whose something is; its sign; and a picture with its number and that of all.
_OWNED = 8
#: Letters of the signs of those who wrote and edited, behind the words with which a report ends, and the most of these.
_INITIALS, _MOST_INITIALS = 2, 4
_SIGN = re.compile(r"[^\w©Ⓒⓒ]*[©Ⓒⓒ]")
_OF_SOME = re.compile(r"\W*\d{1,3}\s?(?:/|of|von|de|di|sur|van|av|af|z|из|з|από)\s?\d{1,3}\W*")
#: Where a sentence ends and another begins.
_NEXT = re.compile(r"(?<=[.!?…؟۔।])\s+|(?<=[。！？])\s*")
_ASKS = ("?", "؟", "？")
_APPEALING = frozenset(phrase.split()[0] for phrase in phrases(APPEALS))
#: Characters of the longest label of a link to another article, and its colon.
_LABEL = 40


def ends_in_appeal(shape: Shape) -> bool:
    """Tell whether a sentence of the line but the first is an appeal; in a line like running text, if a question leads to it.

    Of 19 lines of saved pages up to 25 words 18 are none of the text, and one is labelled so.
    """
    if _APPEALING.isdisjoint(shape.parts):
        return False
    first, *others = _NEXT.split(shape.text)
    runs = shape.is_sentence and shape.ends_sentence
    before = first
    for sentence in others:
        if (not runs or before.endswith(_ASKS)) and IS_APPEAL.match(key_of(sentence)):
            return True
        before = sentence
    return False


def is_labelled_link(shape: Shape) -> bool:
    """Tell whether the line is a link to another article behind its label and a colon: *Read also: …*."""
    label, colon, _ = shape.text[:_LABEL].partition(":")
    return bool(colon and IS_READ_ALSO.match(shape.key) and IS_READ_ALSO.fullmatch(key_of(label)))


def is_link_label(shape: Shape) -> bool:
    """Tell whether a short line opens as the label of a list of links does."""
    return shape.length <= SHORT_LABEL and not shape.ends_sentence and bool(_IS_LINKS.match(shape.key))


def stands_alone(shape: Shape) -> bool:
    """Tell whether the line only says that something is shown for money, how long it takes to read, or which of some pictures it is.

    Or whose it is: a line that begins with the sign of rights. Of 95, nine, 19 and 88 such lines of saved pages none is text. Or
    that a report ends, as agencies do.
    """
    if shape.length > _OWNED:
        return False
    if _SIGN.match(shape.text) or _OF_SOME.fullmatch(shape.text) or _HASHTAGS.fullmatch(shape.text):
        return True
    first = shape.parts[0] if shape.parts else ""
    if first not in _ALONE and not first.isdecimal():
        return False
    if IS_ENDING.fullmatch(_without_initials(shape)):
        return True
    words = shape.parts[:-1] if len(shape.parts) > 1 and shape.parts[-1].isdigit() else shape.parts
    return bool(_IS_ALONE.fullmatch(f" {' '.join(words)} "))


def _without_initials(shape: Shape) -> str:
    """Return the key of a line without the initials and numbers behind its words."""
    words = list(shape.parts)
    for _ in range(_MOST_INITIALS):
        if len(words) > 1 and (len(words[-1]) <= _INITIALS or words[-1].isdigit()):
            words.pop()
    return f" {' '.join(words)} "
