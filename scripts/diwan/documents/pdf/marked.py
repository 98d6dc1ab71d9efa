"""Marked: a tagged print of a page of the web, as markup again.

In: the tree of its tags. Out: HTML with the same elements and words in the same order, to be read as any saved page is. Of a
page browsers keep nearly all elements in a print, but not their names and classes, nor what the page says for machines.
"""

import re
from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby
from operator import itemgetter

from diwan.documents.pdf.breaks import parted
from diwan.documents.pdf.hyphens import Hyphens, hyphens_of
from diwan.documents.pdf.paragraphs import joined
from diwan.documents.pdf.printed import SAID, is_named, share_of
from diwan.documents.pdf.tags import Lines, Tag
from diwan.documents.shapes import key_of

_HEADINGS = {f"H{level}": f"h{level}" for level in range(1, 7)}
#: The elements of HTML that browsers tag so; any other is a block without meaning.
_ELEMENTS = {
    "Art": "article", "Aside": "aside", "BlockQuote": "blockquote", "Caption": "figcaption", "Figure": "figure", "L": "ul",
    "LI": "li", "Link": "a", "P": "p", "TBody": "tbody", "TD": "td", "TFoot": "tfoot", "TH": "th", "THead": "thead",
    "TR": "tr", "Table": "table", **_HEADINGS,
}  # fmt: skip
#: Share of the title of the window that a text is which it holds, and which is no heading: it keeps names of sections and sites
#: away.
_HELD = 0.5

#: What browsers call the window of a page without a title; its words may still name a heading.
_ADDRESS = re.compile(r"(?:https?://)?[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:[/?#]\S*)?", re.ASCII)


def markup_of(root: Tag, window: str, address: str) -> str:
    """Return the page of which *root* is the tree; the title of its *window*, and its *address* if there is one."""
    hyphens = hyphens_of(row.text for _, lines in _lines(root) for row in lines.rows)
    title = _title([(kind, joined(lines.rows, hyphens)) for kind, lines in _lines(root)], window)
    head = [] if _ADDRESS.fullmatch(window) else [f"<title>{escape(window)}</title>"]
    head += [f'<meta property="og:title" content="{escape(title)}">'] if title else []
    head += [f'<link rel="canonical" href="{escape(address)}">'] if address else []
    return f"<html><head>{''.join(head)}</head><body>{''.join(_markup(root, hyphens))}</body></html>"


def _lines(tag: Tag) -> Iterator[tuple[str, Lines]]:
    """Yield the lines of *tag* and of all in it, each with the kind of the element that they stand in."""
    for part in tag.ordered():
        if isinstance(part, Lines):
            yield from ((tag.kind, lines) for _, lines in parted(part))
        else:
            yield from _lines(part)


def _title(texts: Sequence[tuple[str, str]], window: str) -> str:
    """Return the longest text that the title of the *window* holds, or the heading that says most of its words."""
    said = key_of(window)
    headings = {text for kind, text in texts if kind in _HEADINGS}
    named = [
        text
        for _, text in texts
        if is_named(key := key_of(text), said) and (text in headings or len(key) > _HELD * len(said))
    ]
    if named:
        return max(named, key=len)
    words = frozenset(said.split())
    best = max(sorted(headings), key=lambda text: share_of(key_of(text), words), default="")
    return best if share_of(key_of(best), words) >= SAID else ""


def _markup(tag: Tag, hyphens: Hyphens) -> Iterator[str]:
    for part in tag.ordered():
        if isinstance(part, Lines):
            for parting, lines in parted(part):
                yield parting
                yield _text(lines, hyphens)
            continue
        name = _ELEMENTS.get(part.kind, "div")
        yield f'<a href="{escape(part.address or "#")}">' if name == "a" else f"<{name}>"
        yield from _markup(part, hyphens)
        yield f"</{name}>"


def _text(lines: Lines, hyphens: Hyphens) -> str:
    """Return the text of *lines* with its links, or else as many of its words strong as are: which of them tells nothing."""
    text = joined(lines.rows, hyphens)
    words = escape(text).split(" ")
    if lines.links:
        led = groupby(zip(words, _addresses(text.split(" "), lines), strict=True), itemgetter(1))
        return " ".join(_linked(" ".join(word for word, _ in run), address) for address, run in led)
    count = round(lines.strong / lines.letters * len(words))
    return " ".join([f"<strong>{' '.join(words[:count])}</strong>", *words[count:]] if count else words)


def _addresses(words: Sequence[str], lines: Lines) -> Iterator[str | None]:
    """Yield the address to which each of the *words* of *lines* leads, nothing where it is not known, and none for words that do not."""
    size = lines.letters / sum(map(len, words))
    end = 0.0
    for word in words:
        middle, end = end + len(word) * size / 2, end + len(word) * size
        yield next((address for first, last, address in lines.links if first <= middle < last), None)


def _linked(text: str, address: str | None) -> str:
    return text if address is None else f'<a href="{escape(address or "#")}">{text}</a>'
