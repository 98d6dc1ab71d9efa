"""Platforms: sites and programs that show articles of others, by host and by name: none of them is the outlet.

In: a host, or a name as a page or a line of it gives it. Out: whether it is a platform's. What such a page shows was published by a
paper that it names, if it does; portals that write themselves as well count as platforms where they name another.
"""

from functools import cache

from diwan.documents.shapes import squeezed
from diwan.model.hosts import upwards

#: By kind: libraries of papers, portals and readers of news, archives of pages; hosts before the stroke, names behind it.
_PLATFORMS = """
pressreader.com pressdisplay.com | PressReader | PressReader.com | PressDisplay
newspapers.com newspaperarchive.com genealogybank.com | Newspapers.com | NewspaperArchive | GenealogyBank
magzter.com zinio.com readly.com cafeyn.co blendle.com readwhere.com joomag.com | Magzter | Zinio | Readly | Cafeyn | Blendle | Readwhere
europresse.com factiva.com proquest.com nexis.com nexisuni.com ebsco.com ebscohost.com gale.com newsbank.com genios.de | Europresse
factiva.com | Factiva | ProQuest | Nexis | Nexis Uni | LexisNexis | EBSCOhost | NewsBank | GENIOS
yahoo.com yahoo.co.jp | Yahoo | Yahoo News | Yahoo! News | Yahoo Finance | Yahoo!ニュース | Yahoo Nachrichten | Yahoo Actualités | Yahoo Noticias | Yahoo Notizie | ياهو
msn.com msn.cn | MSN | MSN News | Microsoft Start | Microsoft News | MSN.com
news.google.com | Google News | Google Nachrichten | Google Actualités | Google Noticias | Google Haberler | Google Новости | أخبار Google | Google ニュース | Google 新聞 | Google 新闻
apple.news flipboard.com smartnews.com newsbreak.com upday.com squidapp.co ground.news newsnow.co.uk | Apple News | Flipboard | SmartNews | NewsBreak | upday | Ground News | NewsNow
feedly.com getpocket.com instapaper.com readwise.io inoreader.com | Feedly | Instapaper | Readwise | Inoreader
news.naver.com n.news.naver.com v.daum.net news.daum.net news.line.me today.line.me | 네이버 뉴스 | 네이버뉴스 | NAVER | 네이버 | Daum | 다음뉴스 | LINE TODAY | LINE NEWS
dzen.ru zen.yandex.ru news.rambler.ru smi2.ru | Дзен | Яндекс Дзен | Яндекс.Новости | Рамблер
nabd.com news.dailyhunt.in m.dailyhunt.in inshorts.com | نبض | نبض نيوز | Nabd | Dailyhunt | Inshorts
toutiao.com baijiahao.baidu.com | 今日头条 | 百家号
archive.today archive.ph archive.is archive.li archive.vn archive.fo archive.md web.archive.org | archive.today | Internet Archive | Wayback Machine | Internet Archive Wayback Machine
translate.google.com translate.goog translate.googleusercontent.com | Google Translate
"""


@cache
def _known() -> tuple[frozenset[str], frozenset[str]]:
    """Return hosts, and names without spaces and signs."""
    rows = [row.split("|") for row in _PLATFORMS.strip().splitlines()]
    hosts = {host for row in rows for host in row[0].split()}
    return frozenset(hosts), frozenset(squeezed(name) for row in rows for name in (*row[1:], *row[0].split()))


def is_platform(name: str) -> bool:
    """Tell whether *name* is that of a platform, or its host."""
    return squeezed(name.removeprefix("www.")) in _known()[1]


def is_platform_at(host: str) -> bool:
    """Tell whether pages at *host* are a platform's."""
    return not _known()[0].isdisjoint(upwards(host))
