"""A page: where it stands below `docs/`, its front matter, its Markdown.

Addresses are written in two ways. In Markdown, links lead from file to file (`../themes/x.md`), so that the
Markdown can be read and moved without the site; in front matter, for templates, they start at the site's root
(`themes/x/`).
"""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import frontmatter
import yaml

from diwan.pages.interface import Interface
from diwan.pages.markdown import escape_attribute

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

    def __str__(self) -> str:
        """Return the page as a Markdown file with front matter."""
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
        post = frontmatter.Post(self.body, **meta)
        text = frontmatter.dumps(post, Dumper=_Dumper, sort_keys=False, width=110)
        return f"{text}\n"


class _Dumper(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]  # C where libyaml is there
    """Plain YAML without aliases: a repeated value is written out, since readers of front matter expect that."""

    def ignore_aliases(self, _data: object) -> bool:
        return True


def address(path: str) -> str:
    """Return the address below the site's root of the page at *path* (`themes/x.md` is `themes/x/`)."""
    stem = path.removesuffix(".md")
    return "" if stem == "index" else f"{stem.removesuffix('/index').removesuffix('index')}".rstrip("/") + "/"


def link(source: str, target: str, fragment: str = "") -> str:
    """Return the link from the Markdown file *source* to the Markdown file *target*."""
    relative = posixpath.relpath(target, posixpath.dirname(source) or ".")
    return f"{relative}#{fragment}" if fragment else relative
