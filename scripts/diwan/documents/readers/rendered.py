"""Rendered: Markdown as the page that programs make of it.

In: the lines of a note. Out: a page, on which each block says in what line of the note it stands. CommonMark with what GitHub adds
to it (https://github.github.com/gfm/), lists of terms and raised letters; of what Obsidian and Pandoc add, the words. What a
page hides stays: what stands in place of a picture that is a paragraph by itself, and words between angles that are no element.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from html import escape

from lxml.html import defs
from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.superscript import superscript_plugin
from mdit_py_plugins.tasklists import tasklists_plugin

from diwan.documents.web.stretches import INLINE, UNSEEN

#: The attributes in which a block says its line, and that it is a picture.
LINE, PICTURE = "data-line", "data-picture"
#: Marks of other programs, each with what stays. None runs over a line, so that each takes time by its length alone.
_MARKS = (
    (re.compile(r"\[\^(?P<words>[\w-]{1,40})\]:?"), r"\[\g<words>\]"),
    (re.compile(r"(?<!\!)\[\[(?:[^\[\]|\n]*\|)?(?P<words>[^\[\]|\n]+)\]\]"), r"\g<words>"),
    (re.compile(r"(?<!=)==(?P<words>[^\s=](?:[^=\n]*[^\s=])?)==(?!=)"), r"\g<words>"),
    (re.compile(r"(?m)^(?P<words>[ \t]*>[ \t]*)\[![\w-]{1,20}\][-+]?"), r"\g<words>"),
    (re.compile(r"\[(?P<words>[^\[\]\n]*)\]\{[.#][^{}\n]{0,200}\}"), r"\g<words>"),
    # A word in brackets before a colon is no address of a link where none stands behind it.
    (
        re.compile(
            r"(?m)^(?P<words>[ ]{0,3})(?=\[[^\[\]\n]{1,200}\]:[ \t]+(?!<?(?:[a-z][a-z+.-]*:|[/#.])|\S+\.\S))"
        ),
        r"\g<words>\\",
    ),
    (re.compile(r"(?m)^(?P<words>#{1,6}[ \t][^\n{}]*?)[ \t]*\{[.#][^{}\n]{0,200}\}[ \t]*$"), r"\g<words>"),
)
#: The names of elements, lxml's with some that are newer, and how one begins or ends.
_ELEMENTS = defs.tags | INLINE | UNSEEN | {"main", "dialog", "search", "frame"}
_NAME = re.compile(r"</?([A-Za-z][\w-]*)")
#: The line below the head of a table.
_RULE = re.compile(r"\s*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?\s*")


def page_of(lines: Sequence[str], first_line: int, alone: Collection[int]) -> str:
    """Return the page of a note; the lines *alone* are a block each, also where no empty line parts them."""
    apart = [*_apart(lines, first_line, alone)]
    text, numbers = "\n".join(line for line, _ in apart), [number for _, number in apart]
    for marks, words in _MARKS:
        text = marks.sub(words, text)
    return str(_renderer().render(text, {LINE: numbers}))


def _apart(lines: Sequence[str], first_line: int, alone: Collection[int]) -> Iterator[tuple[str, int]]:
    """Yield *lines* with their numbers, an empty one around those *alone* and below the last row of a table."""
    in_table = False
    for number, line in enumerate(lines, start=first_line):
        is_row = "|" in line and (in_table or _RULE.fullmatch(line) is not None)
        if number in alone and not line.lstrip().startswith("|"):
            yield from (("", number), (line.rstrip(" \\"), number), ("", number))
        else:
            # GitHub takes a line without bars for one more row; people mean the text below.
            yield from ([("", number)] if in_table and not is_row else [])
            yield line, number
        in_table = is_row


@cache
def _renderer() -> MarkdownIt:
    made = MarkdownIt("gfm-like", {"html": True, "linkify": False})
    made.use(deflist_plugin).use(superscript_plugin).use(tasklists_plugin)
    for rule in (_keep_angles, _keep_pictures, _say_lines):
        made.core.ruler.push(rule.__name__, rule)
    return made


def _say_lines(state: StateCore) -> None:
    for token in state.tokens:
        number = str(state.env[LINE][token.map[0]]) if token.map else ""
        if token.type == "html_block":
            token.content = _NAME.sub(rf'\g<0> {LINE}="{number}"', token.content, count=1)
        elif number and token.nesting >= 0:
            token.attrSet(LINE, number)


def _keep_pictures(state: StateCore) -> None:
    above = None
    for token in state.tokens:
        if above and token.type == "inline" and _is_picture(token):
            above.attrSet(PICTURE, "")
            token.children = [Token("text", "", 0, content=token.content)]
        above = token if token.type == "paragraph_open" else None


def _is_picture(inline: Token) -> bool:
    """Tell whether there is nothing but pictures in a paragraph, perhaps linked."""
    parts = inline.children or []
    pictures = [
        part.type == "image"
        for part in parts
        if not part.type.startswith(("link_", "softbreak", "hardbreak"))
    ]
    return bool(pictures) and all(pictures)


def _keep_angles(state: StateCore) -> None:
    """Make words of what stands between angles and is no element of pages: `<inaudible>`."""
    for token in state.tokens:
        if token.type == "html_block" and not _has_elements(token.content):
            token.content = f"<p>{escape(token.content)}</p>"
        for part in token.children or []:
            if part.type == "html_inline" and not _has_elements(part.content):
                part.type = "text"


def _has_elements(markup: str) -> bool:
    return markup.lstrip().startswith(("<!", "<?")) or any(
        name.lower() in _ELEMENTS for name in _NAME.findall(markup)
    )
