"""What one would use instead of Diwan to read a saved page: each a function from its path to facts and blocks.

They are imported only when they run, and what is not installed fails: `pip install readability-lxml resiliparse
newspaper4k justext` beside what Diwan needs anyway.
"""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

Answer = dict[str, Any]
_MARK = re.compile(r"(?P<heading>#{1,6}\s+)?(?P<text>.*)")


def _text(path: str) -> str:
    return Path(path).read_bytes().decode("utf-8", errors="replace")


def _lines(text: str | None) -> list[Answer]:
    return [{"kind": "paragraph", "text": line} for line in (text or "").splitlines() if line.strip()]


def _markdown(text: str | None) -> list[Answer]:
    """Return the blocks of Markdown, its marks taken off."""
    found = []
    for line in filter(None, map(str.strip, (text or "").splitlines())):
        parts = _MARK.fullmatch(line)
        words = re.sub(r"!?\[([^\]]*)\]\([^)]*\)|[*_`\\|]", r"\1", parts["text"]) if parts else line
        found.append({"kind": "heading" if parts and parts["heading"] else "paragraph", "text": words})
    return found


def trafilatura(path: str) -> Answer:
    """Run trafilatura with its usual settings."""
    from trafilatura import bare_extraction, extract

    page = _text(path)
    blocks = _markdown(
        extract(page, output_format="markdown", include_formatting=True, include_comments=False)
    )
    found = bare_extraction(page, with_metadata=True, include_comments=False)
    known = found.as_dict() if found else {}
    return {"title": known.get("title"), "date": known.get("date"), "author": (known.get("author") or "").split("; "),
            "outlet": known.get("sitename"), "blocks": blocks}  # fmt: skip


def readability(path: str) -> Answer:
    """Run the Python port of Arc90's Readability."""
    from lxml.html import fromstring
    from readability import Document

    page = Document(_text(path))
    blocks = []
    for element in fromstring(page.summary()).iter("p", "h1", "h2", "h3", "h4", "li", "pre", "td"):
        if not any(child.tag in ("p", "li", "td") for child in element.iterdescendants()):
            kind = "heading" if element.tag.startswith("h") else "paragraph"
            blocks.append({"kind": kind, "text": " ".join(element.text_content().split())})
    return {"title": page.short_title(), "blocks": blocks}


def resiliparse(path: str) -> Answer:
    """Run Resiliparse's extraction of main content."""
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.html import HTMLTree

    tree = HTMLTree.parse(_text(path))
    return {
        "title": tree.title,
        "blocks": _lines(extract_plain_text(tree, main_content=True, alt_texts=False)),
    }


def newspaper(path: str) -> Answer:
    """Run newspaper4k."""
    from newspaper import Article

    article = Article("http://localhost/", fetch_images=False)
    article.download(input_html=_text(path))
    article.parse()
    day = article.publish_date.strftime("%Y-%m-%d") if article.publish_date else None
    return {"title": article.title, "date": day, "author": article.authors, "outlet": article.meta_site_name,
            "blocks": _lines(article.text)}  # fmt: skip


def justext(path: str) -> Answer:
    """Run jusText without a list of words."""
    import justext as library

    found = library.justext(_text(path), frozenset(), length_low=40, stopwords_low=0, stopwords_high=0)
    return {
        "blocks": [
            {"kind": "heading" if one.is_heading else "paragraph", "text": one.text}
            for one in found
            if not one.is_boilerplate
        ]
    }


EXTRACTORS: dict[str, Callable[[str], Answer]] = {
    "trafilatura": trafilatura, "readability": readability, "resiliparse": resiliparse, "newspaper": newspaper, "justext": justext,
}  # fmt: skip
