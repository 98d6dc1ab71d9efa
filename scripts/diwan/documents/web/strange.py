"""Strange: elements that HTML does not know and that stand in a line, as browsers show them.

In: the markup of a page and its tree. Out: the tree, with a `span` for each of them. Programs mark places and firms for themselves
(`st1:place` of Word, `private-company`), and sites build parts of their own (`my-card`), which begin something new: what
has text beside it in its paragraph, and nothing but a line in it, is one of the former.
"""

import re
from itertools import islice

from lxml import etree

from diwan.documents.web.stretches import INLINE, UNSEEN, Element

_NAME = re.compile(r"<([a-zA-Z][\w:.-]*)")
#: The other elements of HTML (Living Standard, with those of older pages): each begins something new.
_BLOCKS = frozenset(
    [
        "html", "body", "noscript", "section", "nav", "article", "aside", "h1", "h2", "h3", "h4", "h5", "h6", "hgroup",
        "header", "footer", "address", "main", "search", "p", "hr", "pre", "blockquote", "ol", "ul", "menu", "li", "dl",
        "dt", "dd", "figure", "figcaption", "div", "table", "caption", "colgroup", "col", "tbody", "thead", "tfoot", "tr",
        "td", "th", "form", "fieldset", "legend", "button", "select", "optgroup", "option", "output", "progress", "meter",
        "details", "summary", "dialog", "slot", "center", "dir", "frame", "frameset", "listing", "plaintext", "xmp",
        "marquee", "applet",
    ]
)  # fmt: skip
_KNOWN = INLINE | UNSEEN | _BLOCKS | {"br"}
#: Names of such elements, and elements of a line in which they stand: more are no page but an attack. The most names that 461
#: pages have is 201, nearly all of them in scripts.
_MOST_NAMES, _MOST_ELEMENTS = 500, 50


def in_lines(root: Element, markup: str) -> None:
    """Make a `span` of each element below *root* that HTML does not know and that stands in a line of text."""
    names = {name.lower() for name in set(_NAME.findall(markup))} - _KNOWN
    if not names or len(names) > _MOST_NAMES:
        return
    for element in root.iter(*names):
        within = [one.tag for one in islice(element.iter(etree.Element), _MOST_ELEMENTS)]
        if (
            len(within) < _MOST_ELEMENTS
            and all(tag in INLINE or tag in names for tag in within)
            and _has_text_beside(element)
        ):
            for one in element.iter(*names):
                one.tag = "span"


def _has_text_beside(element: Element) -> bool:
    """Tell whether a line goes on before or behind *element*."""
    above, parent = element.getprevious(), element.getparent()
    before = above.tail if above is not None else "" if parent is None else parent.text
    return bool((before or "").strip() or (element.tail or "").strip())
