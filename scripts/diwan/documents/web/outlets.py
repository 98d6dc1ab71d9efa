"""Outlets of pages: who publishes the site, as the page says.

In: the headers. Out: the name and where it was found. The journal in which an article stands comes first, for its site is
often that of a publisher of many; then the name that the site gives itself, then the publisher that the article names, then
the outlet that is known at the host, what the title of the page ends with, the host itself. A site that shows articles of
others is not the outlet: there it is whoever the page says provided the article (`web.provided`), and else nobody.
"""

import re
from collections.abc import Iterator

from diwan.documents.names.dates import find_dates
from diwan.documents.names.mastheads import masthead_of
from diwan.documents.names.owners import owner_in
from diwan.documents.names.platforms import is_platform
from diwan.documents.shapes import UNSPACED_BY_CLAUSE, key_of
from diwan.documents.web.headers import Headers
from diwan.documents.web.linked import text_of, types_of
from diwan.documents.web.provided import platform_of, providers
from diwan.documents.web.stretches import words_in
from diwan.documents.web.titles import leads_home

_SITE_TYPES = frozenset({"NewsMediaOrganization", "WebSite", "Organization", "Newspaper", "Corporation"})
_LAST_PART = re.compile(r"[|｜]\s*([^|｜]{2,40})$|\s[–—·•-]\s+([^|–—·•-]{2,40})$")
#: Signs by which a name is joined to a title without spaces.
_JOINED = re.compile(r"\s*[-_|｜：–—＿－]+\s*")
#: How what a site added to a title begins, and signs of the shortest name behind a hyphen: two name a section.
_AT_EDGE, _SHORTEST = re.compile(r"\s|[-_|｜：–—＿－]"), 3
#: With what WordPress sets between both by itself.
_FIRST_PART = re.compile(r"^\s*(\S.{0,60}?)(?:\s+»\s+Blog Archive)?\s*[:|｜»–—·•-]+\s*$")
#: `meta` elements that name the journal: those that Google Scholar reads, of Highwire Press and bepress
#: (https://scholar.google.com/intl/en/scholar/inclusion.html#indexing), and of PRISM, in either way of writing its prefix
#: (https://www.w3.org/submissions/prism/).
_JOURNALS = (
    "citation_journal_title",
    "bepress_citation_journal_title",
    "prism.publicationname",
    "prism:publicationname",
)
#: Characters of the longest name: longer ones are slogans.
_LONGEST = 60
#: Characters of the longest name of a journal, which no slogan stands in for: the name of a society, a part and its subject
#: come to 120 or so, and what is longer is none.
_LONGEST_JOURNAL = 200
#: What programs for sites call a site that nobody has named.
_NO_NAMES = frozenset(
    [
        "home", "website", "blog", "news", "site", "homepage", "index", "none", "null", "undefined",
        "startseite", "nachrichten", "aktuelles", "accueil", "actualités", "inicio", "noticias", "início", "notícias", "notizie",
        "nieuws", "nyheter", "ana sayfa", "haberler", "berita", "главная", "новости", "الرئيسية", "الأخبار", "أخبار", "خبر", "اخبار",
        "首页", "首頁", "新闻", "新聞", "ホーム", "ニュース", "뉴스",
    ]
)  # fmt: skip
#: Sites on which everybody publishes: a publication there that the article names is its outlet, and not the site.
_OF_EVERYBODY = frozenset(["medium", "substack", "wordpress", "blogger", "tumblr", "ghost", "issuu", "scribd", "linkedin", "telegram"])  # fmt: skip
#: A site of this sort, on which the account that publishes has a name in a place of its own.
_WECHAT = "微信公众平台"


def outlet_of(headers: Headers, title: str = "") -> tuple[str, str]:
    """Return the outlet and where it was found; *title* is that of the article."""
    if 0 < len(journal := headers.first(*_JOURNALS)) <= _LONGEST_JOURNAL:
        return journal, "meta"
    if platform_of(headers) and (provided := next(filter(_is_name, providers(headers)), "")):
        return provided, "provider"
    for where, stated in _stated(headers, title):
        name = re.sub(r"^https?://|^www\.", "", stated.strip()).rstrip("/")
        if _is_name(name) and not is_platform(name):
            return name, where
    return "", ""


def _is_name(name: str) -> bool:
    return 0 < len(name) <= _LONGEST and name.casefold() not in _NO_NAMES and not name.startswith("@")


def _stated(headers: Headers, title: str) -> Iterator[tuple[str, str]]:
    site, publisher = headers.first("og:site_name"), text_of(headers.article.get("publisher"))
    if publisher and site.casefold() in _OF_EVERYBODY:
        yield "json-ld", publisher
    if site == _WECHAT and (account := next(headers.root.iterfind(".//*[@id='js_name']"), None)) is not None:
        yield "provider", " ".join(words_in(account))
    yield "og:site_name", site
    yield "json-ld", publisher
    for one in headers.objects:
        if _SITE_TYPES.intersection(types_of(one)) and (name := text_of(one.get("name"))):
            yield "json-ld", name
            break
    yield "microdata", _publisher(headers)
    yield "meta", headers.first("application-name", "apple-mobile-web-app-title", "dc.publisher", "publisher")
    # What is given as the copyright is mostly a whole line about it, and sometimes the name alone.
    if owner := owner_in(f"© {headers.first('copyright')}"):
        yield "meta", owner.name
    if known := masthead_of(headers.host, ""):
        yield "address", known.name
    yield from _seen(headers, title)


def _seen(headers: Headers, title: str) -> Iterator[tuple[str, str]]:
    """Yield the names in what the window shows around the *title*, in the heading of the site, and in its address."""
    if name := _behind(headers.title, title):
        yield "title", name
    # Old sites have their name before the title of an article, which then ends that of the page.
    if (found := _LAST_PART.search(headers.title)) and not _is_of_article(found[1] or found[2], title):
        yield "title", found[1] or found[2]
    yield "twitter:site", headers.first("twitter:site", "twitter:creator").lstrip("@")
    # Blogs set their name before the title of each entry; where no address is known, the rights below the text say more.
    if (
        headers.host
        and title
        and headers.title.endswith(title)
        and (found := _FIRST_PART.match(headers.title[: -len(title)]))
    ):
        yield "title", found[1]
    if (heading := next(headers.root.iter("h1"), None)) is not None and leads_home(heading):
        yield "h1", " ".join(words_in(heading))
    yield "address", headers.host


def _behind(window: str, title: str) -> str:
    """Return the last of what stands behind the *title* in that of the *window*, where scripts without spaces join it by a sign."""
    rest = window.removeprefix(title) if title else window
    name = _JOINED.split(rest)[-1].strip()
    joined = (
        rest != window and _AT_EDGE.match(rest) and (len(name) >= _SHORTEST or not rest.endswith(f"-{name}"))
    )
    return name if joined and UNSPACED_BY_CLAUSE.search(name) else ""


def _is_of_article(part: str, title: str) -> bool:
    """Tell whether the last part of the title of a page is one of that of its article, a sentence or a day, and no name."""
    return (
        key_of(part) in key_of(title)
        or part.endswith(("?", "!", "“", "”", "»"))
        or bool(find_dates(part, None))
    )


def _publisher(headers: Headers) -> str:
    """Return the publisher that the markup of a page marks (https://html.spec.whatwg.org/multipage/microdata.html)."""
    for element in headers.root.iter("div", "span", "p", "footer", "meta", "a"):
        if "publisher" in (element.get("itemprop") or "").split():
            named = (
                one
                for one in element.iter("meta", "span", "div", "a", "strong")
                if one.get("itemprop") == "name"
            )
            inner = next(named, element)
            return " ".join((inner.get("content") or " ".join(words_in(inner))).split())
    return ""
