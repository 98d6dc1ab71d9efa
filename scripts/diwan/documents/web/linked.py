"""Linked data: what a page says of itself for machines, as JSON-LD.

In: the tree of a page. Out: the objects in its scripts of type `application/ld+json`, and the one that is the article
(https://schema.org/Article). Values are as the page has them; a script that is no JSON after simple mending is left.
"""

import html
import json
import re
from collections.abc import Iterator
from typing import Any

from diwan.documents.web.stretches import Element

#: Objects looked at: pages with long lists of teasers have hundreds, and none of them is the article.
_MOST = 2000
#: Types of schema.org that are articles; *ReportageNewsArticle*, *BlogPosting* and the like end so.
_ARTICLE = re.compile(r"article$|posting$|^(?:report|review|interview|story)$", re.IGNORECASE)
#: What pages put around the object for programs of other times, as comments or not.
_AROUND, _WRAPS = " \t\r\n/*;", (("<!--", "-->"), ("<![CDATA[", "]]>"))
_CONTROL = re.compile("[\x00-\x1f]+")
_TRAILING = re.compile(r",(?=\s*[}\]])")


def objects_of(root: Element) -> list[dict[str, Any]]:
    """Return every JSON-LD object of the page, outer before inner, in order."""
    found: list[dict[str, Any]] = []
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text:
            for one in _objects(_parsed(script.text), 0):
                found.append(one)
                if len(found) >= _MOST:
                    return found
    return found


def _parsed(text: str) -> Any:
    text = text.strip(_AROUND)
    for before, behind in _WRAPS:
        text = text.removeprefix(before).removesuffix(behind).strip(_AROUND)
    for attempt in (text, _CONTROL.sub(" ", text), _TRAILING.sub("", _CONTROL.sub(" ", text))):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _objects(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > 8:  # noqa: PLR2004 no page nests deeper, a hostile one might
        return
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            if isinstance(inner, dict | list):
                yield from _objects(inner, depth + 1)
    elif isinstance(value, list):
        for inner in value:
            yield from _objects(inner, depth + 1)


def types_of(one: dict[str, Any]) -> tuple[str, ...]:
    """Return the types of an object, without the address of their vocabulary."""
    kinds = one.get("@type")
    return tuple(
        str(kind).rsplit("/", 1)[-1] for kind in (kinds if isinstance(kinds, list) else [kinds]) if kind
    )


def article_of(objects: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the object that is the article: of those with a headline, the one that says most; {} if none."""
    articles = [one for one in objects if any(_ARTICLE.search(kind) for kind in types_of(one))]
    return max(articles, key=_weight, default={})


def _weight(one: dict[str, Any]) -> int:
    weights = (
        ("headline", 3),
        ("datePublished", 3),
        ("author", 2),
        ("articleBody", 2),
        ("publisher", 1),
        ("name", 1),
    )
    return sum(points for name, points in weights if one.get(name))


def text_of(value: Any) -> str:
    """Return a value as text: of an object its name, of a list the first; entities and markup undone."""
    if isinstance(value, list):
        return next((text for text in map(text_of, value) if text), "")
    if isinstance(value, dict):
        return text_of(value.get("name") or value.get("@value") or "")
    return (
        " ".join(re.sub(r"<[^<>]{0,200}>", " ", html.unescape(html.unescape(value))).split())
        if isinstance(value, str)
        else ""
    )
