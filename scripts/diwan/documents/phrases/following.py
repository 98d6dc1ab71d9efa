"""Following: lines in which a page asks to be followed or shown to others on a network, in the languages of the corpus.

In: a line. Out: whether it is one: it begins with such a word and names a network behind it, or names networks and what else one can do
with a page, and nothing more. That somebody follows somebody is said in articles, too; in a short line that begins so it is said to the reader.
"""

from collections.abc import Sequence

from diwan.documents.phrases.cues import anywhere, opening, phrases
from diwan.documents.shapes import Shape

OPENINGS = """
follow | subscribe | join | like us | find us | watch us | folgen sie | folge uns | folgt uns | abonnieren sie | abonniere | suivez
abonnez vous | rejoignez | síguenos | sigue a | suscríbete | únete | seguici | segui | iscriviti | siga | inscreva se | volg | följ | følg
seuraa | śledź | obserwuj | dołącz | sledujte | kövessen | urmărește | подписывайтесь | подпишитесь | читайте нас | следите за
присоединяйтесь | підписуйтесь | підпишіться | последвайте | ακολουθήστε | takip edin | abone olun | تابعنا | تابعونا | تابعوا | اشترك | اشتركوا
انضم | انضموا | ما را در | به کانال | ہمیں فالو | עקבו | הצטרפו | ikuti | cek berita | theo dõi | 关注 | 關注 | 扫码关注 | フォロー
"""
NETWORKS = """
youtube | facebook | twitter | instagram | telegram | whatsapp | linkedin | tiktok | bluesky | mastodon | google news | apple news | viber
вконтакте | телеграм | телеграме | телеграмм | ютуб | фейсбук | фейсбуке | дзен | дзене | ватсап | вайбер | фейсбуці | телеграмі
يوتيوب | فيسبوك | تويتر | انستغرام | إنستغرام | تليغرام | تيليجرام | تلغرام | واتساب | واتس آب | أخبار جوجل | غوغل نيوز | اینستاگرام | تلگرام
روبیکا | واتس ایپ | טלגרם | פייסבוק | וואטסאפ | אינסטגרם | 微信公众号 | 公众号 | 公眾號 | 微博 | 抖音
"""
#: What stands beside networks in rows of buttons.
_BUTTONS = """
pinterest | reddit | messenger | threads | xing | vk | tumblr | flipboard | weibo | wechat | skype | line | x | mail | email | e mail | sms | print
share | copy | link | url | teilen | drucken | partager | imprimer | compartir | imprimir | enviar | condividi | stampa | paylaş | yazdır | bagikan
поделиться | печать | مشاركة | شارك | طباعة | بريد | نسخ الرابط | اشتراک | اشتراک گذاری | چاپ | شیئر | شیئر کریں | שתפו | הדפסה | מייל | 分享 | シェア
"""
#: Networks in the shortest such row, and its words: two alone may head a part of a text.
_FEWEST, _SHORTEST = 2, 3
#: Words of the longest such line: three networks and what one is called on each.
_LONGEST = 25
_IS_OPENING, _HAS_NETWORK = opening(OPENINGS), anywhere(NETWORKS)
_OF_NETWORKS = frozenset(phrase for phrase in phrases(NETWORKS) if " " not in phrase)
_OF_ROWS = _OF_NETWORKS | {word for phrase in phrases(_BUTTONS) for word in phrase.split()}


def asks_to_follow(shape: Shape) -> bool:
    """Tell whether a short line asks its reader to follow somebody on a network that it names, or is a row of networks."""
    if shape.length > _LONGEST:
        return False
    words = frozenset(shape.parts)
    is_row = len(words) >= _SHORTEST and words <= _OF_ROWS and len(words & _OF_NETWORKS) >= _FEWEST
    return is_row or bool(_IS_OPENING.match(shape.key) and _HAS_NETWORK.search(shape.key))


def are_networks(items: Sequence[Shape]) -> bool:
    """Tell whether the *items* of a list are networks, two at least, and what else one can do with a page, and nothing more."""
    words = frozenset[str]().union(*(shape.parts for shape in items))
    return words <= _OF_ROWS and len(words & _OF_NETWORKS) >= _FEWEST


def is_button(shape: Shape) -> bool:
    """Tell whether a line is nothing but networks and what one can do with a page."""
    return frozenset(shape.parts) <= _OF_ROWS
