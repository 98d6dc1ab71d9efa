"""Apart: words that a page shows with a gap between them, though no space stands there in its markup.

In: the markup of a page. Out: the same with a space where one element of a line ends and the next one begins, and the letters on
both sides say that a word ends there: a small letter or a digit before a capital (`<span>Rim Example</span><span>Northport</span>`),
a word before a number, a year before one; where one is struck out and the next put in its place; or where the next one is set apart by its own style. Style sheets set the others apart, and
are not read. A place before the first word of a text stands in an element of its own, too, the text in none.
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
#: What was struck out beside what was put in its place.
_REPLACED = re.compile(r"</(?:del|ins|s|strike)>(?=<(?:del|ins|s|strike)\b)")
#: Two small letters at the end of an element, and a word with a capital behind it; the only one of 246 pages parts two words.
_BEFORE_TEXT = re.compile(r"</(?:span|time|small|label)>(?=[^\W\d_]{2})")
#: Digits of a year, or of a number of news, before a day.
_YEAR = 4


def with_gaps(markup: str) -> str:
    """Return *markup* with a space at each edge between two words."""
    return _BEFORE_TEXT.sub(_before_text, _REPLACED.sub(r"\g<0> ", _EDGE.sub(_gap, markup)))


def _before_text(edge: re.Match[str]) -> str:
    text = edge.string
    before, after = text[max(edge.start() - 2, 0) : edge.start()], text[edge.end() : edge.end() + 2]
    is_word = after[0].isupper() and after[1].islower()
    return f"{edge[0]} " if is_word and before.isalpha() and before.islower() else edge[0]


def _gap(edge: re.Match[str]) -> str:
    text = edge.string
    before, after = text[max(edge.start() - 2, 0) : edge.start()], text[edge.end() : edge.end() + 2]
    number = text[max(edge.start() - _YEAR, 0) : edge.start()]
    # Two links edge to edge are entries of a menu: in scripts without capitals no letter tells that.
    entries = edge[0].startswith("</a><a") and _is_uncased(before[-1:]) and _is_uncased(after[:1])
    dated = len(number) == _YEAR and number.isdecimal() and after[:1].isdecimal()
    parted = dated or entries or _parts(before, after) or _SET_APART.search(edge[0])
    return f" {edge[0]}" if parted else edge[0]


def _is_uncased(letter: str) -> bool:
    return letter.isalpha() and letter.lower() == letter.upper()


def _parts(before: str, after: str) -> bool:
    """Tell whether a word ends between two letters *before* an edge and two *after* it.

    A capital alone may belong to what stands before it (`5G`, `H1`), and a letter alone to a number behind it.
    """
    is_word = after[:1].isupper() and (
        before[-1:].islower() or (before[-1:].isdigit() and after[1:].islower())
    )
    return is_word or (len(before) > 1 and before.islower() and before.isalpha() and after[:1].isdigit())
