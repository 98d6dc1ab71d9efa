"""Paid: what a page states about who may read its article, as paywalls state it for search engines and networks.

In: what a page says outside its text, and how many words of text were kept. Out: flags. The statement is about the article, not about
what was saved of it: subscribers save such pages as a whole. Two more things can be seen: that the element which the page
names as the part for payers is empty, and that the page counts at least twice as many words as it shows.

- schema.org `isAccessibleForFree`, on the article's own node; `hasPart` with a `cssSelector` of one class
  (https://developers.google.com/search/docs/appearance/structured-data/paywalled-content)
- Open Graph `article:content_tier`: `free`, `metered`, `locked`
"""

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from diwan.documents.shortened import PAYWALLED, TRUNCATED
from diwan.documents.web.headers import Headers
from diwan.documents.web.linked import text_of
from diwan.documents.web.stretches import Element
from diwan.model.block import Flag
from diwan.text.words import count_words

_TIERS = ("locked", "metered")
#: A selector of one class, as the guidelines ask; what others select is not looked for.
_CLASS = re.compile(r"\s*\.(?P<name>[\w-]+)\s*")
#: Words of an element that counts as empty: a heading or a call to subscribe may stand in it.
_EMPTY = 10
#: How many times as many words a page must count as were kept. On 36 saved pages that count them or give their text to machines
#: it is 1.2 times at most: captions and boxes are counted, too.
_TIMES = 2
#: Digits of a count that are looked at.
_DIGITS = 6

#: The elements that state something of it. Every page is searched, where most elements have no such attribute: to begin with
#: those takes a third of the time.
_stating = etree.XPath("descendant-or-self::*/@itemprop[.='isAccessibleForFree']/..")


def paid_flags(headers: Headers, kept: int) -> Iterator[Flag]:
    """Yield the flag that the page is not free and, if it can be seen, that the part for payers is not there."""
    stated = _statement(headers)
    if not stated:
        return
    if hollow := next(_hollow(headers), ""):
        yield Flag(kind=TRUNCATED, detail=f"{stated}; the part for payers, .{hollow}, is empty")
    elif (counted := _counted(headers.article)) > _TIMES * kept:
        yield Flag(kind=TRUNCATED, detail=f"{stated}; the page counts {counted} words, and {kept} are here")
    else:
        yield Flag(kind=PAYWALLED, detail=stated)


def _statement(headers: Headers) -> str:
    """Return the words in which a page states that its article is not free."""
    own = headers.article.get("isAccessibleForFree")
    if _is_false(own if own is not None else next(_in_markup(headers.root), None)):
        return "the page states isAccessibleForFree: false"
    tier = headers.first("article:content_tier").lower()
    return f"the page states article:content_tier: {tier}" if tier in _TIERS else ""


def _is_false(value: Any) -> bool:
    """Tell whether a value is false as JSON, as text, or as schema.org names it (`https://schema.org/False`)."""
    return value is False or (isinstance(value, str) and value.strip().lower().rpartition("/")[2] == "false")


def _in_markup(root: Element) -> Iterator[str]:
    """Yield what the markup (microdata) says of the article; what it says of a part of it is nothing about the whole."""
    for element in _stating(root):
        around = next((one for one in element.iterancestors() if one.get("itemscope") is not None), None)
        if around is None or around.get("itemprop") != "hasPart":
            yield element.get("content") or element.get("href") or element.text or ""


def _hollow(headers: Headers) -> Iterator[str]:
    """Yield the classes that the page names as parts for payers, and whose elements are there and empty."""
    parts = headers.article.get("hasPart")
    for part in parts if isinstance(parts, list) else [parts]:
        selector = (
            part.get("cssSelector")
            if isinstance(part, dict) and _is_false(part.get("isAccessibleForFree"))
            else None
        )
        found = _CLASS.fullmatch(selector) if isinstance(selector, str) else None
        named = _named(headers.root, found["name"]) if found else []
        if found and named and all(count_words(" ".join(one.itertext())) < _EMPTY for one in named):
            yield found["name"]


def _named(root: Element, name: str) -> list[Element]:
    return [
        one for one in root.iter() if isinstance(one.tag, str) and name in (one.get("class") or "").split()
    ]


def _counted(article: dict[str, Any]) -> int:
    """Return how many words the page counts, or gives to machines."""
    stated = re.sub(r"\D", "", str(article.get("wordCount") or ""))[:_DIGITS]
    return max(int(stated or 0), count_words(text_of(article.get("articleBody"))))
