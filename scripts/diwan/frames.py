"""Frames: what stands around and between the blocks of a page, made once for all pages of a kind in one folder.

Jinja begins every page with the templates it is built of: they import macros, ask Material for its words, and write what
is the same on each page. Of kinds of pages of which there are many this is done for the first, and kept: the text between
the blocks, and what the templates set and import outside of them. For another page only the blocks are rendered; of head
and foot, in which a page has nothing of its own but title and address, only those are put in.

That gives the same bytes where nothing outside the blocks depends on more of the page than its folder and language,
which holds for the templates of Diwan's own theme (a macro beside the blocks is given what it shows); the first page
is compared with what the whole template gives, and `tests/test_rendering.py` compares every page with MkDocs'.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from copy import copy
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Template
from jinja2.runtime import Context
from mkdocs.structure.pages import Page as MkDocsPage

from diwan.finish import finish_page, tidy, without_leftovers

#: Kinds of pages of which there are hundreds or thousands.
_MANY = frozenset({"article.html", "entity.html", "outlet.html"})
#: The blocks that are rendered for each page, of those that `main.html` fills.
_BLOCKS = ("site_meta", "htmltitle", "container")
#: What stands in a frame for what is a page's own outside of these: the last part of its address, and its title.
_ADDRESS, _TITLE = "dw-own-address", "dw-own-title"
#: The place of a page's body while what is around it is tidied.
_BODY = "<\0body>"
#: The place of a block in a frame, or of several with nothing but spaces between them; with the spaces around, and the
#: mark of a tag behind them, since what is tidied is spaces before a tag.
_PLACES = re.compile(r"((?:\s*\0\w+\0)+\s*<?)")
_PLACE = re.compile(r"\0(\w+)\0")

Page = Mapping[str, Any]
Block = Callable[[Context], Iterator[str]]


@dataclass(frozen=True, slots=True)
class Frame:
    """Text and places of blocks in turn, beginning and ending with a text; what the templates set, and their blocks."""

    pieces: tuple[str, ...]
    names: Mapping[str, Any]
    blocks: Mapping[str, list[Block]]
    #: What macros that were imported once take for their page.
    page: MkDocsPage

    def fill(self, template: Template, page: Page) -> str:
        """Return the HTML of another page of the same kind; *page* is what its template is rendered with."""
        made: MkDocsPage = page["page"]
        self.page.__dict__ = made.__dict__
        context = template.new_context(dict(page))
        context.vars.update(self.names, v=made.meta.get("view"))
        context.blocks = dict(self.blocks)
        body = made.content or ""
        if is_tidy := _is_tidy(body):
            made.content = _BODY

        def block(found: re.Match[str]) -> str:
            return "".join(self.blocks[found[1]][0](context))

        own, title = _own_address(made), str(made.meta.get("title"))
        whole = "".join(
            tidy(_PLACE.sub(block, piece))
            if number % 2
            else piece.replace(_ADDRESS, own).replace(_TITLE, title)
            for number, piece in enumerate(self.pieces)
        )
        made.content = body
        return whole.replace(_BODY, body) if is_tidy else whole


class Frames:
    """The frames of one site, made as they are asked for."""

    def __init__(self) -> None:
        #: By template, language, folder and whether the page is cited; None where the whole template gives something else.
        self.made: dict[tuple[str, str, str, bool], Frame | None] = {}

    def render(self, template: Template, page: Page) -> str | None:
        """Return the HTML of a page by the frame of its kind; None where it has none."""
        made = page["page"]
        if template.name not in _MANY or "<pre" in made.content:
            return None
        is_cited = bool((made.meta.get("view") or {}).get("cite"))
        key = (template.name, made.meta.get("ui", ""), _folder(made), is_cited)
        if key not in self.made:
            frame = _frame_of(template, page)
            whole = finish_page(template.render(page))
            self.made[key] = frame if frame.fill(template, page) == whole else None
        frame_known = self.made[key]
        return frame_known.fill(template, page) if frame_known else None


def is_own(theme: str) -> bool:
    """Whether the folder *theme* is that of Diwan's own templates."""
    return Path(theme).resolve() == Path(str(files("diwan"))).resolve() / "theme"


def _folder(page: MkDocsPage) -> str:
    return page.url[: page.url.rfind("/", 0, -1) + 1]


def _own_address(page: MkDocsPage) -> str:
    return page.url[page.url.rfind("/", 0, -1) + 1 : -1]


def _is_tidy(body: str) -> bool:
    """Whether nothing in a *body* would be tidied."""
    return all(line and not line[0].isspace() for line in body.split("\n"))


def _frame_of(template: Template, page: Page) -> Frame:
    standing = _without_own(page["page"])
    context = template.new_context({**page, "page": standing})
    for name in _BLOCKS:
        context.blocks[name] = [_mark(name), *context.blocks.get(name, [])]
    text = without_leftovers("".join(template.root_render_func(context)))
    pieces = _PLACES.split(text)
    # Each template that this one extends has added its blocks to the lists.
    blocks = {
        name: functions[1:] if name in _BLOCKS else functions for name, functions in context.blocks.items()
    }
    return Frame(
        tuple(piece if number % 2 else tidy(piece) for number, piece in enumerate(pieces)),
        dict(context.vars),
        blocks,
        standing,
    )


def _without_own(page: MkDocsPage) -> MkDocsPage:
    """Return a copy of *page* with marks for its title and the last part of its address."""
    standing, own = copy(page), len(_own_address(page)) + 1
    standing.file = copy(page.file)
    standing.file.url = f"{page.url[:-own]}{_ADDRESS}/"
    if page.canonical_url:
        standing.canonical_url = f"{page.canonical_url[:-own]}{_ADDRESS}/"
    standing.meta = {**page.meta, "title": _TITLE}
    return standing


def _mark(name: str) -> Block:
    def place(_: Context) -> Iterator[str]:
        yield f"\0{name}\0"

    return place
