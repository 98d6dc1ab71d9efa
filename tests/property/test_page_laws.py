"""Laws of reading web pages, on generated markup.

`DIWAN_EXAMPLES=20000 pytest tests/property` is the long run; the default is short enough for every change.
"""

import os
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diwan.documents.convert import document_of
from diwan.documents.lines.rules import RULES_BY_NAME
from diwan.documents.readers.html import read
from diwan.documents.web.stretches import UNSEEN, is_inline, stretches_of
from diwan.documents.web.tree import parse
from diwan.model.block import KEPT_KINDS
from diwan.text.words import words_of

LAW = settings(
    max_examples=int(os.environ.get("DIWAN_EXAMPLES", "150")),
    deadline=None,  # the first example loads language models
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)

_POOL = "the harbour of Nadia paid 12 boats, a radio: Share © | «الميناء الصغير بقلم اقرأ أيضا ١٤ مارس порт Автор 四座小港口 ท่าเรือ &amp; &lt;b&gt; 2024-03-14 By \u200c \u00a0 \x85 ."
_TEXT = st.one_of(
    st.lists(st.sampled_from(_POOL.split(" ")), max_size=30).map(" ".join),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=40),
)
_TAGS = st.sampled_from(
    [
        "p",
        "div",
        "span",
        "a",
        "b",
        "strong",
        "em",
        "h1",
        "h2",
        "h3",
        "ul",
        "ol",
        "li",
        "table",
        "tr",
        "td",
        "th",
        "caption",
        "blockquote",
        "article",
        "section",
        "nav",
        "footer",
        "br",
        "br",
        "br",
        "figure",
        "figcaption",
        "script",
        "style",
        "title",
        "template",
        "svg",
        "noscript",
        "form",
        "button",
        "select",
        "option",
        "center",
        "font",
        "time",
        "pre",
        "x-card",
        "tbody",
    ]
)
_CLASSES = st.sampled_from(
    ["", ' class="article-body"', ' class="comments"', ' id="nav"', ' itemprop="author"', " hidden"]
)


def _element(children):
    return st.tuples(_TAGS, _CLASSES, st.lists(children, max_size=5), st.booleans()).map(
        lambda made: f"<{made[0]}{made[1]}>{''.join(made[2])}{f'</{made[0]}>' if made[3] else ''}"
    )


MARKUP = st.recursive(_TEXT, _element, max_leaves=40)
PAGE = st.tuples(
    st.sampled_from(["", "<!doctype html><html><head><title>Harbour</title></head><body>"]), MARKUP
).map("".join)


def _shown(element, parts):
    """Gather the text that an element shows, with a space wherever a block begins or ends."""
    if element.tag not in UNSEEN:
        edge = "" if is_inline(element.tag) and element.tag != "br" else " "
        parts += [edge, element.text or ""]
        for child in element:
            _shown(child, parts)
        parts.append(edge)
    parts.append(element.tail or "")
    return parts


@LAW
@given(PAGE)
def test_every_word_that_a_page_shows_is_in_one_stretch_in_order(page):
    """Cutting a page into stretches loses, adds, joins and moves no word."""
    root, _ = parse(page)
    body = root.find("body") if root is not None else None
    if body is None:
        return
    body.tail = None
    stretches = stretches_of(body)
    assert words_of("".join(_shown(body, []))) == [word for one in stretches for word in words_of(one.text)]
    assert all(one.text.strip() for one in stretches)
    assert all(after.index == before.index + 1 for before, after in pairwise(stretches))


@LAW
@given(PAGE)
def test_a_page_becomes_blocks_with_all_its_words_each_with_a_rule_that_says_why(page):
    """Every word of the pieces is in the blocks, in order; kept and set aside is told by the kind."""
    reading = read(page.encode("utf-8"), "page.html").value
    if reading is None:
        return
    blocks = document_of(reading).blocks
    told = [word for piece in reading.pieces for word in words_of(piece.text)]
    assert told == [word for block in blocks for word in words_of(block.text)]
    assert all(block.rule in RULES_BY_NAME and block.kept == (block.kind in KEPT_KINDS) for block in blocks)
