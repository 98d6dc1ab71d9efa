"""Source text goes through Markdown and comes back as it was."""

import html
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown import Markdown

from diwan.pages import markdown
from diwan.pages.markdown import EXTENSIONS, escape, link_pieces

MARKS = [
    *"abc *_`[](){}<>#+-.!|:~^\\&'\"=0123\u00a0",
    "&amp;",
    "{: #x }",
    "أ",
    "](",
    " - ",
    "1. ",
    "&#42;",
    "http://x.y/",
]
PIECES = st.one_of(st.sampled_from(MARKS), st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]))
LINES = (
    st.lists(PIECES, min_size=1, max_size=14)
    .map(lambda parts: re.sub(" +", " ", "".join(parts)).strip())
    .filter(lambda line: line and line == line.strip())
)


def page_of(markdown):
    """Return the HTML of a passage as pages write it."""
    return Markdown(extensions=list(EXTENSIONS)).convert(markdown)


def linked(text, links):
    """Return a line as pages write it, with links over parts of it."""
    return "".join(f"[{words}]({to})" if to else words for words, to in link_pieces(text, links))


def seen(page):
    """Return the text that a reader sees of some HTML."""
    return html.unescape(re.sub(r"<[^>]*>", "", page))


@given(LINES)
@example("# no heading")
@example("1. no list")
@example("<script>alert(1)</script>")
@example("[a](javascript:alert(1))")
@example("![a](b) *c* _d_ `e` {: onclick=x }")
def test_any_line_comes_back_exactly(line):
    """No text becomes markup, and no letter of it is lost."""
    page = page_of(f"{escape(line)}\n{{: #p1 }}")
    assert seen(page) == line
    assert page.startswith('<p id="p1">')
    assert page.count("<") == 2


@given(LINES, LINES, LINES)
def test_a_link_over_part_of_a_line_changes_no_letter(before, words, after):
    """What stands before, in and after a link comes back, in paragraphs and in list items."""
    line = before + words + after
    markdown = linked(line, [(len(before), len(before) + len(words), "../themes/x.md")])
    for page in (page_of(f"{markdown}\n{{: #p1 }}"), page_of(f"- {markdown}\n    {{: #p1 }}")):
        assert seen(page).strip() == line.strip()
        assert page.count("<a ") == 1
        assert 'id="p1"' in page


@pytest.mark.parametrize(
    "line",
    ["The pact, he said (in 2025), is “new”.", "وقال إن الحلف، كما يبدو، قديم؛", "A 12-day war: 7–8 July"],
)
def test_ordinary_prose_stays_as_it_is(line):
    """Markdown of ordinary text is the text: people read it."""
    assert escape(line) == line


def test_a_line_of_nothing_but_marks_is_escaped_without_being_rendered(monkeypatch):
    """Rendering a hundred thousand marks, to prove that they come back, would take minutes."""
    monkeypatch.setattr(markdown, "rendered", lambda _: pytest.fail("it was rendered"))
    escaped = escape("&" * 100_000)
    assert html.unescape(escaped) == "&" * 100_000
