"""Paywalls: how pages say that the rest of an article is for those who pay or log in, in the languages of the corpus.

Two sorts of notice. One says how much is missing, by a share or a number of letters, and means what it says. The other
only asks to pay or says for whom the article is: pages have it over whole texts too, so that it needs more to be believed
(`truncated`). Either is a short line that speaks to its reader; what an article says about subscriptions opens otherwise or
goes on.
"""

import re
from collections.abc import Sequence
from functools import cache
from string import digits

from diwan.documents.phrases.cues import phrases
from diwan.documents.shapes import Shape, key_of
from diwan.text.words import UNSPACED

#: Words of the longest notice: *This article is reserved for …* with an offer behind it has 35.
_LONGEST = 45
#: Words before the phrase with which a sentence of a notice opens: *Or*, *To*, *Please*. With three, *Readers must subscribe to
#: continue reading* would be one.
_BEFORE = 1
#: Words between the rest and what it takes to have it: *your article with a* and the name of a paper.
_BETWEEN = 8
#: Characters before a label where words are not spaced: *本文为* and the name of what one subscribes to.
_FEW = 10

#: What is left to read.
_LEFT = """
remain | remains | remaining | left | left to read | still to read | reste | il vous reste | restent | noch
verbleiben | verbleibt | queda | quedan | queda por leer | le queda por leer | te queda por leer | restano
resta da leggere | restam | resta | resta ler | nog | nog te lezen | återstår | kvar | gjenstår | mangler | jäljellä
pozostało | pozostało do przeczytania | zbývá | осталось | осталось прочитать | залишилось | απομένει | απομένουν
kaldı | kalan | tersisa | còn lại | يتبقى | تبقى | متبق | المتبقي | باقي | باقی مانده | باقی مانده است | باقی است
נותרו | נותר | שנותרו | 남은 | 남았습니다 | 남아 | बाकी | बाकी है | شेष
"""
#: What it is left of.
_OF = """
article | this article | story | text | post | artikel | artikels | beitrag | beitrags | textes | artículo | noticia
articolo | artigo | matéria | texto | artikeln | artikkelista | artykułu | tekstu | článku | статьи | текста
материала | статті | τεκστ | άρθρου | makalenin | yazının | haberin | makale | haber | berita | bài viết | المقال
المقالة | النص | الخبر | مقاله | مطلب | متن | خبر | הכתבה | המאמר | a lire | à découvrir | zu lesen | to read
da leggere | por leer | para ler | te lezen | att läsa | 기사 | 기사의 | 글자 | ख़बर | खबर | लेख | مضمون
"""
#: The units of an amount, in words; a sign of percent is read as the first.
_UNITS = """
percent | per cent | prozent | pour cent | por ciento | per cento | por cento | procent | процент | процента
процентов | yüzde | درصد | بالمئة | بالمائة | في المئة | words | characters | wörter | zeichen | mots | palabras
слов | знаков | كلمة | کلمه | 자
"""
_UNIT_WORDS = frozenset(unit.split()[0] for unit in phrases(_UNITS))
_PERCENT = re.compile(r"(?P<before>\d)\s?[%٪％]|[%٪％]\s?(?P<behind>\d[\d.,٫]*)")
_DIGIT = re.compile(r"\d")
#: The same where words are not spaced, in a line that speaks of an article or of members, or says nothing else.
_LEFT_UNSPACED = re.compile(
    r"(?:残り|のこり|剩余|剩餘|还剩|還剩|余下)[^。\d]{0,8}[\d,，.]+\s?(?:%|％|文字|字)|(?<![\d,，.])[\d,，.]+\s?(?:%|％|文字|字)(?:未读|未讀|尚未阅读)"
)
_ABOUT_UNSPACED = re.compile(
    r"記事|会員|有料|全文|続き|文章|订阅|訂閱|付费|付費|登录|登入|会员|會員|未读|未讀|^\W*(?:残り|剩余|还剩)"
)

#: What readers are asked to do. A star stands for any end of the word.
_CALLS = """
subscribe | subscribe now | log in | login | sign in | sign up | register | create an account
create a free account | free account | become a member | become a subscriber | start your free trial
with a subscription | buy a subscription | your subscription | abonnieren sie | jetzt abonnieren | melden sie sich
anmelden | registrieren | einloggen | inloggen | abo | digitalabo | testen | probeabo | abonnez vous
identifiez vous | connectez vous | inscrivez vous | je m abonne | créez un compte | créez votre compte | suscríbete
suscríbase | suscribirse | regístrate | regístrese | inicia sesión | inicie sesión | identifícate | hazte socio
hazte premium | abbonati | accedi | registrati | iscriviti | assine | faça login | entre na sua conta | cadastre se
inicie sessão | abonneer | abonneer je | word abonnee | maak een account | registreer | logga in | bli prenumerant
prenumerera | logg inn | bli abonnent | kjøp abonnement | log ind | bliv abonnent | få adgang | tilaa | kirjaudu
zaloguj się | wykup | kup dostęp | zarejestruj się | subskrybuj | přihlaste se | předplaťte si | подпишитесь
оформите подписку | оформить подписку | войдите | купите подписку | зарегистрируйтесь | передплатіть | увійдіть
оформіть передплату | εγγραφείτε | συνδεθείτε | γίνετε συνδρομητής | abone ol* | giriş yap* | üye ol* | berlangganan
masuk | daftar | đăng nhập | đăng ký | اشترك | اشتركوا | سجل | سجلوا | سجل الدخول | تسجيل الدخول | مشترک شوید
اشتراک تهیه کنید | اشتراک بخرید | وارد شوید | ثبت نام کنید | عضو شوید | הירשמו | התחברו | רכשו מינוי | سبسکرائب
لاگ ان | सब्सक्राइब | लॉगिन | लॉग इन | 登录 | 登入 | 订阅 | 訂閱 | 注册 | 註冊 | 购买 | 購買 | 付费 | 付費 | 成为会员 | 加入會員 | ログイン | 会員登録
購読 | 有料会員に | 로그인* | 구독* | 회원가입* | 결제*
"""
#: What they get for it: the rest.
_REST = """
continue reading | keep reading | finish reading | read the full | read the rest | read the whole | read the entire
read this article | read this story | read this post | rest of this article | rest of the article
rest of this story | full article | full story | unlock this article | unlock this story | access this article
weiterlesen | weiter lesen | weiterzulesen | ganzen artikel | vollständigen artikel | gesamten artikel
artikel freischalten | lire la suite | poursuivre la lecture | poursuivre votre lecture | continuer la lecture
continuer à lire | continuer votre lecture | lire cet article | lire l article | totalité de l article
intégralité de l article | seguir leyendo | continuar leyendo | continúe leyendo | sigue leyendo | artículo completo
noticia completa | continuare a leggere | continua a leggere | leggere l articolo | continuar lendo | continue lendo
continuar a ler | artigo completo | matéria completa | verder lezen | lees verder | verder te lezen
dit artikel lezen | dit artikel te lezen | läsa vidare | läs vidare | hela artikeln | fortsätta läsa | lese videre
les videre | hele saken | læse videre | læs videre | hele artiklen | koko artikkeli | jatka lukemista | czytaj dalej
czytać dalej | cały artykuł | całość artykułu | pokračovat ve čtení | celý článek | продолжить чтение
читать дальше | читать далее | прочитать полностью | дочитать | полный текст | полную версию | статью полностью
продовжити читання | читати далі | συνεχίσετε την ανάγνωση | ολόκληρο το άρθρο | okumaya devam* | devamını oku*
yazının devamı* | haberin devamı* | tamamını oku* | melanjutkan membaca | lanjutkan membaca | artikel lengkap
đọc tiếp | toàn bộ bài | لمتابعة القراءة | لقراءة المقال | لمواصلة القراءة | للاستمرار في القراءة | لإكمال القراءة | المقال كاملا
المقال كامل | بقية المقال | لاستكمال القراءة | النص الكامل | ادامه مطلب | ادامه مقاله | ادامه خبر | متن کامل
خواندن ادامه | להמשך קריאה | להמשך הקריאה | הכתבה המלאה | پڑھنا جاری | مکمل مضمون | पढ़ना जारी | पूरी खबर | पूरा लेख
阅读全文 | 閱讀全文 | 继续阅读 | 繼續閱讀 | 查看全文 | 解锁全文 | 完整内容 | 完整內容 | 续读 | 続きを読む | 続きをお読み | 全文を読む | 全文をお読み | 記事全文 | 전체 기사*
기사 전문* | 계속 읽* | 이어서 읽* | 나머지 기사* | 전문을 보*
czytaj ten tekst
"""
#: Who gets it, or what it takes: in a sentence that opens with the rest.
_PAYERS = """
subscription | subscriber | subscribers | free trial | abonnement | suscripción | suscriptores | abbonamento | assinatura
prenumeration | prenumeracie | prenumerata | подписка | подписке | подписку | подписчикам | подписчиков | abonelik
aboneler* | الاشتراك | اشتراك | للمشتركين | اشتراک | مشترکان | מינוי | למנויים | 会员 | 會員 | 会員 | 구독자* | 회원*
"""
#: For whom the rest is, or with what one reads on: whole openings of a sentence that says so.
_FOR_WHOM = """
this article is for subscribers | this article is for members | this article is only available to
this article is available only to | this article is available exclusively | this article is exclusively
this article is exclusive to | this article is reserved for | this article is locked | this story is for subscribers
this story is available exclusively | this story is only available to | this story is exclusive to
this content is for subscribers | this content is for members | this content is only available to
this content is exclusive to | this content is reserved for | this post is for paid | this post is for paying
this post is for subscribers | the rest of this article is for | the rest of this article is available
the full article is available to | the full text is available to subscribers | weiterlesen mit
diesen artikel weiterlesen mit | lesen sie weiter mit | mit einem abo weiterlesen | dieser artikel ist nur für
dieser artikel ist exklusiv | dieser inhalt ist nur für | dieser inhalt ist exklusiv
der vollständige artikel ist nur | la suite est réservée | la suite de cet article est réservée
article réservé aux abonnés | article réservé à nos abonnés | cet article est réservé | contenu réservé aux abonnés
ce contenu est réservé | contenido exclusivo para suscriptores | noticia exclusiva para suscriptores
artículo exclusivo para suscriptores | este contenido es exclusivo | este artículo es exclusivo
contenuto riservato agli abbonati | articolo riservato agli abbonati | questo articolo è riservato
questo contenuto è riservato | conteúdo exclusivo para assinantes | este conteúdo é exclusivo
artigo exclusivo para | dit artikel is alleen voor | dit artikel is exclusief | artikeln är endast för
dalsza część artykułu dostępna | доступен только подписчикам | полный текст доступен подписчикам
материал доступен только | статья доступна только | продолжение доступно только | bu içerik abonelere
bu haber abonelere | artikel ini khusus | هذا المحتوى للمشتركين | هذا المقال للمشتركين | هذا المقال متاح للمشتركين
بقية المقال للمشتركين | הכתבה למנויים | 本文为付费 | 此文为付费 | 此篇文章为付费 | 仅限订阅 | 僅限訂閱 | 限會員閱讀 | この記事は有料記事 | この記事は有料会員限定
この記事は会員限定 | 有料会員限定の記事です | 有料会員限定記事です | 会員限定記事です | 有料会員限定です | ここから先は有料 | ここから先は会員 | この先は有料 | この先は会員 | このあとは有料 | 続きは有料
유료회원 전용* | 유료 회원 전용* | 구독자 전용* | 프리미엄 회원 전용* | 유료기사입니다 | 이 기사는 유료*
continue reading this article for free | mit einem abo lesen | diesen artikel lesen sie exklusiv | este artículo es solo para
este artículo es sólo para | contenido solo para suscriptores | この記事は読者会員限定
"""
#: The same as labels: they are the whole of a sentence, or an article may speak of any subscribers.
_LABELS = """
for subscribers only | subscribers only | nur für abonnenten | exklusiv für abonnenten | réservé aux abonnés
exclusivo para suscriptores | solo para suscriptores | exclusivo para assinantes | alleen voor abonnees
exclusief voor abonnees | endast för prenumeranter | kun for abonnenter | forbeholdt abonnenter | vain tilaajille
tylko dla subskrybentów | tylko dla prenumeratorów | pouze pro předplatitele | только для подписчиков
только подписчикам | тільки для передплатників | лише для передплатників | μόνο για συνδρομητές | sadece abonelere
yalnızca abonelere | abonelere özel | abonelerimize özel | khusus pelanggan | للمشتركين فقط | حصري للمشتركين
حصريا للمشتركين | ويژه مشتركان | ویژه مشترکان | ویژه مشترکین | فقط برای مشترکان | فقط برای مشترکین | למנויים בלבד
会员专享 | 會員專享 | 訂戶專享
"""
_SENTENCE = re.compile(r"(?<=[.!?…。！？؟۔।])(?!\d)\s*")
#: Characters of a sentence within which the amount begins.
_EARLY = 60
_QUOTED = re.compile(r"\W*[\"“”„«»‹›「『‘]")


def _any(table: str) -> str:
    """Return a pattern of the phrases of *table*, a space before and behind each, or any letters where it has a star."""
    marked = phrases(table.replace("*", " starred "))
    return "|".join(re.escape(phrase).replace(r"\ starred", r"\S*") for phrase in marked)


def _within(first: str, second: str, words: int) -> str:
    return f"(?:{first})(?: \\S+){{0,{words}}} (?:{second})"


@cache
def _how_much() -> re.Pattern[str]:
    """How much, of what, and that it is left, in any order in which languages say so.

    The amount and what it is of have up to three words between them (*57 % of this article*), what is left up to one: more, and
    it is said of something else. So are numbers behind what it is of: *40 % of Article 5*.
    """
    share, left, of = rf"\d+(?: \d+)? (?:{_any(_UNITS)})", _any(_LEFT), _any(_OF)
    share_of = rf"{_within(share, of, 3)}(?! \d)"
    orders = (
        _within(left, share_of, 1),
        _within(share_of, left, 1),
        _within(_within(of, share, 3), left, 1),
        _within(left, _within(of, share, 3), 1),
    )
    return re.compile(f" (?:{'|'.join(orders)}) ")


@cache
def _opens_with(table: str) -> re.Pattern[str]:
    return re.compile(f" (?:\\S+ ){{0,{_BEFORE}}}(?:{_any(table)}) ")


@cache
def _has(table: str) -> re.Pattern[str]:
    return re.compile(f" (?:{_any(table)}) ")


@cache
def _rest_for_payers() -> re.Pattern[str]:
    return re.compile(f" (?:\\S+ ){{0,{_BEFORE}}}{_within(_any(_REST), _any(_PAYERS), _BETWEEN)} ")


@cache
def _is_label() -> re.Pattern[str]:
    return re.compile(f" (?:(?:[{UNSPACED}] ){{0,{_FEW}}}|(?:\\S+ )?)(?:{_any(_LABELS)}) (?:\\S+ )?")


def says_how_much(shape: Shape) -> bool:
    """Tell whether a line says how much of the article is left to read."""
    # Folding makes digits of all scripts those of ASCII, which are found in a line many times faster than any digit.
    if shape.length > _LONGEST or not any(map(shape.key.__contains__, digits)):
        return False
    if not _DIGIT.search(shape.text) or not _may_be_notice(shape):
        return False
    if _LEFT_UNSPACED.search(shape.text):
        return bool(_ABOUT_UNSPACED.search(shape.text))
    text = _PERCENT.sub(lambda found: f"{found['before'] or found['behind']} percent ", shape.text)
    if text == shape.text and _UNIT_WORDS.isdisjoint(shape.parts):
        return False
    return any(_how_much().search(key, 0, _EARLY) for key in _keys(text))


def asks_to_pay(shape: Shape) -> bool:
    """Tell whether a line asks to pay or log in for the rest of the article, or says that it is for those who do."""
    return _may_be_notice(shape) and _may_ask(shape.parts) and any(map(_asks_to_pay, _keys(shape.text)))


def _may_ask(words: Sequence[str]) -> bool:
    """Whether any of *words* begins a phrase of those that `_asks_to_pay` looks for: most lines have none."""
    whole, starred = _first_words()
    return not whole.isdisjoint(words) or any(word.startswith(starred) for word in words)


@cache
def _first_words() -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the first words of these phrases, and those of which the end may be any."""
    marked = [
        phrase.split()
        for table in (_FOR_WHOM, _LABELS, _CALLS, _REST)
        for phrase in phrases(table.replace("*", " starred "))
    ]
    starred = {words[0] for words in marked if words[1:2] == ["starred"]}
    return frozenset(words[0] for words in marked), tuple(sorted(starred))


def _asks_to_pay(key: str) -> bool:
    if _opens_with(_FOR_WHOM).match(key) or _is_label().fullmatch(key):
        return True
    if _opens_with(_CALLS).match(key):
        return bool(_has(_REST).search(key))
    return bool(_opens_with(_REST).match(key) and (_has(_CALLS).search(key) or _rest_for_payers().match(key)))


def _may_be_notice(shape: Shape) -> bool:
    return shape.length <= _LONGEST and not _QUOTED.match(shape.text)


def _keys(text: str) -> list[str]:
    return [key_of(sentence) for sentence in _SENTENCE.split(text) if sentence.strip()]
