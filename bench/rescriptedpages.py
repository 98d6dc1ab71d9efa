"""Rescripted pages: saved pages written in the letters of another script, of which no page is at hand.

In: a page with its known text. Out: both with every line in letters of the script (`rescripted`), by a key of the page's own; what
the page says for machines, and what elements say of themselves, is rewritten too where it is said to readers. Models that learned
in other scripts must still tell the text from what surrounds it.
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from zlib import crc32

from lxml import html

from diwan.documents.web.tree import decode_page
from pagesfolder import Known
from rescripted import NOT_FROM, SCRIPTS, Script, in_script

#: The languages of the scripts that pages can be written in.
LANGUAGES = dict(zip(("th", "lo", "km", "my", "zh", "ar", "hi"), SCRIPTS, strict=True))
_SAID = ("title", "description", "headline", "site_name", "author", "keywords")
_SHOWN = ("alt", "title")


def rescripted_into(folder: Path, pages: list[Known], language: str) -> Iterator[Known]:
    """Yield those of *pages* that can be rewritten, in the script of *language*, at the paths in *folder* at which they are written."""
    for page in pages:
        if page.language not in NOT_FROM:
            path, key = folder / f"{page.name}.html", crc32(page.name.encode())
            path.write_text(_rewritten(page, LANGUAGES[language], key, language), encoding="utf-8")
            gold = _known(page.gold, LANGUAGES[language], key)
            yield replace(page, language=language, gold=gold, path=path)


def _rewritten(page: Known, script: Script, key: int, language: str) -> str:
    text = decode_page(page.path.read_bytes()).text
    root = html.document_fromstring(text.encode(), parser=html.HTMLParser(encoding="utf-8"))
    for element in root.iter():
        is_said = isinstance(element.tag, str) and element.tag not in ("script", "style", "noscript")
        if is_said and element.text:
            element.text = in_script(element.text, script, key)
        if element.tail:
            element.tail = in_script(element.tail, script, key)
        if is_said:
            _attributes(element, script, key, language)
    return f'<!doctype html><meta charset="utf-8">{html.tostring(root, encoding="unicode")}'.replace("\0", "")


def _attributes(element: html.HtmlElement, script: Script, key: int, language: str) -> None:
    named = (element.get("property") or element.get("name") or "").split(":")[-1]
    names = (*_SHOWN, "content") if element.tag == "meta" and named in _SAID else _SHOWN
    for name in names:
        if said := element.get(name):
            element.set(name, in_script(said, script, key))
    if element.tag == "html" and element.get("lang"):
        element.set("lang", language)


def _known(gold: dict[str, Any], script: Script, key: int) -> dict[str, Any]:
    """Return what is known of a page: its text alone, since the names of people and houses stand in much that is not rewritten."""
    body = [[kind, in_script(line, script, key)] for kind, line in gold["body"]]
    title = gold.get("title") and in_script(gold["title"], script, key)
    shown = {"title": title, "body": body, "first_is_title": gold.get("first_is_title", False)}
    return {**shown, "heading_gold": gold.get("heading_gold", False), "date": gold.get("date")}
