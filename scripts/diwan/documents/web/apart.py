"""Apart: words that a page shows with a gap between them, though no space stands there in its markup.

In: the markup of a page. Out: the same with a space where one element of a line ends and the next one begins, and the letters on
both sides say that a word ends there: a small letter or a digit before a capital (`<span>Rim Example</span><span>Northport</span>`),
a word before a number; or where the next one is set apart by its own style. Style sheets set the others apart, and are not read.
"""

import re

_TAGS = "span|a|time|b|strong|em|i|small|label|abbr|cite|font|u|bdi"
#: Elements that end or begin at one place, and characters of a style before its display: more are no page but an attack.
_MOST, _LONGEST = 8, 300
# React writes a comment between two texts. The pattern begins with letters and no choice: it is found ten times as fast.
_EDGE = re.compile(
    rf"</(?:{_TAGS})><(?:(?:/(?:{_TAGS})|!--[\s-]*--|img\b[^<>]*)><){{0,{_MOST}}}(?:{_TAGS})\b[^<>]*>(?:<(?:{_TAGS})\b[^<>]*>){{0,{_MOST}}}"
)
_SET_APART = re.compile(
    rf"style\s*=\s*[\"']?[^\"'<>]{{0,{_LONGEST}}}\bdisplay\s*:\s*(?:inline-)?(?:block|flex|grid|table)",
    re.IGNORECASE,
)


def with_gaps(markup: str) -> str:
    """Return *markup* with a space at each edge between two words."""
    return _EDGE.sub(_gap, markup)


def _gap(edge: re.Match[str]) -> str:
    text = edge.string
    before, after = text[max(edge.start() - 2, 0) : edge.start()], text[edge.end() : edge.end() + 2]
    return f" {edge[0]}" if _parts(before, after) or _SET_APART.search(edge[0]) else edge[0]


def _parts(before: str, after: str) -> bool:
    """Tell whether a word ends between two letters *before* an edge and two *after* it.

    A capital alone may belong to what stands before it (`5G`, `H1`), and a letter alone to a number behind it.
    """
    is_word = after[:1].isupper() and (
        before[-1:].islower() or (before[-1:].isdigit() and after[1:].islower())
    )
    return is_word or (len(before) > 1 and before.islower() and before.isalpha() and after[:1].isdigit())
