"""Frames: what stands around and between the blocks of a page, made once for all pages of a kind in one folder.

Jinja begins every page with the templates it is built of: they import macros, ask Material for its words, and write what
is the same on each page. Of pages of which there are thousands this is done for the first, and kept: the text between
the blocks, and what the templates set and import outside of them. For another page only the blocks are rendered.

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

#: Kinds of pages of which there are thousands.
_MANY = frozenset({"article.html"})
#: The blocks that `main.html` fills, wherever they stand in Material's frame.
_BLOCKS = ("site_meta", "htmltitle", "styles", "header", "container", "footer", "scripts")
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
        self.page.__dict__ = page["page"].__dict__
        context = template.new_context(dict(page))
        context.vars.update(self.names, v=self.page.meta.get("view"))
        context.blocks = dict(self.blocks)

        def block(found: re.Match[str]) -> str:
            return "".join(self.blocks[found[1]][0](context))

        texts = (
            tidy(_PLACE.sub(block, text)) if number % 2 else text for number, text in enumerate(self.pieces)
        )
        return "".join(texts)


class Frames:
    """The frames of one site, made as they are asked for."""

    def __init__(self) -> None:
        #: By template, language and folder; None where the whole template gives something else.
        self.made: dict[tuple[str, str, str], Frame | None] = {}

    def render(self, template: Template, page: Page) -> str | None:
        """Return the HTML of a page by the frame of its kind; None where it has none."""
        made = page["page"]
        if template.name not in _MANY or "<pre" in made.content:
            return None
        key = (template.name, made.meta.get("ui", ""), made.url[: made.url.rfind("/", 0, -1) + 1])
        if key not in self.made:
            frame = _frame_of(template, page)
            whole = finish_page(template.render(page))
            self.made[key] = frame if frame.fill(template, page) == whole else None
        frame_known = self.made[key]
        return frame_known.fill(template, page) if frame_known else None


def is_own(theme: str) -> bool:
    """Whether the folder *theme* is that of Diwan's own templates."""
    return Path(theme).resolve() == Path(str(files("diwan"))).resolve() / "theme"


def _frame_of(template: Template, page: Page) -> Frame:
    standing = copy(page["page"])
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


def _mark(name: str) -> Block:
    def place(_: Context) -> Iterator[str]:
        yield f"\0{name}\0"

    return place
