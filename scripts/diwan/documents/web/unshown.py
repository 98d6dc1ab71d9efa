"""Unshown text: the article of a page that shows none, because a script of the page would have put it there.

In: the headers of a page and its root. Out: the paragraphs of its text as the page gives it for machines: the
`articleBody` of its linked data (https://schema.org/articleBody), or else the longest text in the state that programs for
pages leave in a script of type `application/json`. Asked only of pages that show hardly a sentence: where there is text to
be seen, that is the article.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

from diwan.documents.web.headers import Headers
from diwan.documents.web.linked import text_of
from diwan.documents.web.stretches import stretches_of
from diwan.documents.web.tree import parse
from diwan.text.words import count_words

#: Words shown from which a page has text of its own, and of the shortest text that is taken for an article: a sentence
#: or two, and a short report.
FEWEST_SHOWN, _SHORTEST = 30, 60
#: Characters of the longest script that is read, and levels of what it holds: states of large pages have some megabytes.
_LONGEST, _DEEPEST = 20_000_000, 40
#: What programs for sites call the text of an article.
_NAMES = re.compile(r"body|content|text|html|article|story|block|paragraph|markdown", re.IGNORECASE)
_MARKUP = re.compile(r"<(?:p|div|br|h[1-6]|li)\b", re.IGNORECASE)
_BREAK = re.compile(r"\s*\n\s*")
#: Marks of programs for sites, in brackets instead of angles, and how they close: `{p}`, `{/p}`, `[caption id=1]`, `[/caption]`.
_MARK = re.compile(r"[{\[]/?(?P<name>[a-z][\w-]{0,30})(?:\s[^{}\[\]]*)?[}\]]")
_CLOSED = re.compile(r"[{\[]/([a-z][\w-]{0,30})[}\]]")


def unshown_text(headers: Headers) -> list[str]:
    """Return the paragraphs of the text that a page has for machines alone; none where it has no such text."""
    body = headers.article.get("articleBody")
    texts = [body] if isinstance(body, str) else []
    for text in (*texts, max(_states(headers), key=len, default="")):
        if count_words(text_of(text)) >= _SHORTEST:
            return [paragraph for paragraph in _paragraphs(text) if paragraph]
    return []


def _paragraphs(text: str) -> list[str]:
    text = _without_marks(text)
    if not _MARKUP.search(text):
        return [text_of(line) for line in _BREAK.split(text)]
    root, _ = parse(f"<html><body>{text}</body></html>")
    body = None if root is None else root.find("body")
    return [] if body is None else [stretch.text for stretch in stretches_of(body)]


def _without_marks(text: str) -> str:
    """Return *text* without the marks of a program in it, which it would have turned into elements: each that one closes."""
    closed = set(_CLOSED.findall(text))
    return _MARK.sub(lambda mark: " " if mark["name"] in closed else mark[0], text) if closed else text


def _states(headers: Headers) -> Iterator[str]:
    """Yield the texts in the states that scripts begin with."""
    for script in headers.root.iter("script"):
        if (
            (script.get("type") or "").lower() == "application/json"
            and script.text
            and len(script.text) <= _LONGEST
        ):
            try:
                state = json.loads(script.text, strict=False)
            except (ValueError, RecursionError):
                continue
            yield from _texts(state, 0)


def _texts(value: Any, depth: int, name: str = "") -> Iterator[str]:
    """Yield the texts in a state that their *name* says to be one: others are messages and terms of use."""
    told = _NAMES.search(name)
    if isinstance(value, str) and told:
        yield value
    elif isinstance(value, list) and depth < _DEEPEST:
        if told:
            yield "\n".join(_parts(value))
        for inner in value:
            yield from _texts(inner, depth + 1, name)
    elif isinstance(value, dict) and depth < _DEEPEST:
        for own, inner in value.items():
            yield from _texts(inner, depth + 1, own)


def _parts(blocks: list[Any]) -> Iterator[str]:
    """Yield the texts of blocks side by side, each the longest that a block has itself, with spaces as sentences have."""
    for block in blocks:
        own = [text for text in block.values() if isinstance(text, str)] if isinstance(block, dict) else []
        if " " in (longest := max(own, key=len, default="").strip()):
            yield longest
