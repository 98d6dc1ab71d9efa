"""A page: where it stands below `docs/`, its front matter, its Markdown.

Addresses are written in two ways. In Markdown, links lead from file to file (`../themes/x.md`), so that the
Markdown can be read and moved without the site; in front matter, for templates, they start at the site's root
(`themes/x/`).
"""

import posixpath
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import frontmatter
from frontmatter.default_handlers import YAMLHandler

from diwan.files import compact_json
from diwan.pages.interface import Interface
from diwan.pages.markdown import escape_attribute
from diwan.pages.sections import Body

#: Fields that Material prints as they are; they are escaped when the page is written.
_PRINTED_RAW = ("title", "description", "author")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page of the site, in one language of the interface."""

    path: str
    title: str
    description: str
    template: str
    interface: Interface
    meta: Mapping[str, Any] = field(default_factory=dict)
    body: str = ""
    #: What Python-Markdown makes of the body, where that is known beforehand.
    html: Body | None = None

    def fields(self) -> dict[str, Any]:
        """Return the front matter: facts for people, and `view` for the template."""
        meta = {
            "title": self.title,
            "description": self.description,
            "template": self.template,
            "ui": self.interface.language,
            **self.meta,
        }
        for name in _PRINTED_RAW:
            if name in meta:
                meta[name] = escape_attribute(" ".join(str(meta[name]).split()))
        return meta

    def __str__(self) -> str:
        """Return the page as a Markdown file with front matter."""
        return frontmatter.dumps(frontmatter.Post(self.body, **self.fields()), handler=_Handler()) + "\n"


@dataclass(frozen=True, slots=True)
class Maker:
    """A page that can be made: where it will stand, and how."""

    path: str
    make: Callable[[], Page]
    #: The checksum of everything that the page is made from, for pages that know it without being made; else nothing.
    checksum: Callable[[], str] | None = None
    #: Another one, known sooner: while it is the same, so is the checksum.
    glance: Callable[[], str] | None = None
    #: What many pages lean on, worked out once and not by every process that makes some of them.
    ready: Callable[[], None] | None = None

    @staticmethod
    def of(made: "Page | Maker") -> "Maker":
        """Return the maker of a page; one that is made already has itself."""
        return made if isinstance(made, Maker) else Maker(made.path, lambda: made)


def make_ready(makers: Iterable[Maker]) -> None:
    """Work out what *makers* lean on, once, for processes that are forked hereafter."""
    for ready in dict.fromkeys(maker.ready for maker in makers if maker.ready):
        ready()


class _Handler(YAMLHandler):
    """Front matter with a field on a line, its value as JSON, which is YAML as well and far faster to write."""

    def export(self, metadata: dict[str, object], **_: object) -> str:
        return "\n".join(f"{name}: {_yaml(value)}" for name, value in metadata.items())


def _yaml(value: object) -> str:
    text = compact_json(value)
    if text.isprintable():
        return text
    return _UNPRINTABLE.sub(lambda found: f"{chr(92)}u{ord(found.group()):04x}", text)


#: Characters that YAML does not allow as they are, or takes for the end of a line, though JSON does.
_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")


def address(path: str) -> str:
    """Return the address below the site's root of the page at *path* (`themes/x.md` is `themes/x/`)."""
    stem = path.removesuffix(".md")
    return "" if stem == "index" else f"{stem.removesuffix('/index').removesuffix('index')}".rstrip("/") + "/"


def link(source: str, target: str, fragment: str = "") -> str:
    """Return the link from the Markdown file *source* to the Markdown file *target*."""
    relative = posixpath.relpath(target, posixpath.dirname(source) or ".")
    return f"{relative}#{fragment}" if fragment else relative


def relative_address(page: str, target: str) -> str:
    """Return the link from the page at address *page* to *target*, both below the site's root."""
    path, mark, fragment = target.partition("#")
    relative = posixpath.relpath(path or ".", page or ".")
    return f"{relative}/{mark}{fragment}" if relative != "." else f"./{mark}{fragment}"
