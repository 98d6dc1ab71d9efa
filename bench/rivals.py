"""What somebody would use instead of Diwan: the same articles as plain Markdown, and the command that builds them.

Every rival gets the words that Diwan gets, one page an article, with title, outlet, date and language in the front
matter. None of them makes an Arabic interface, links concepts, relates articles or writes open data; that is Diwan's
to pay for. One gets Markdown of the same length instead: all pages that Diwan writes, in both languages, which leaves it
only to render and to index what is there. Rivals that are not installed are left out.
"""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import yaml

from diwan.corpus.yamlfile import split_front_matter

BIN = Path(sys.executable).parent


@dataclass(frozen=True)
class Rival:
    """A generator: how its project is made of pages of Markdown, and how it is run."""

    name: str
    prepare: Callable[[Path], None]
    command: tuple[str, ...]
    output: str
    #: The greatest number of articles it is measured with.
    most: int = 1_000_000
    #: Whether it gets the pages that Diwan writes, not one an article.
    same: bool = False

    @property
    def installed(self) -> bool:
        """Whether its program is here."""
        return shutil.which(self.command[0]) is not None

    def set_up(self, project: Path, folder: Path) -> None:
        """Make in *folder* its project of the articles of the *project* of Diwan."""
        write = copy_pages if self.same else write_pages
        write(project, folder / "pages")
        self.prepare(folder)


def write_pages(project: Path, folder: Path) -> None:
    """Write the articles of *project* as plain pages into *folder*."""
    corpus = project / "corpus"
    folder.mkdir(parents=True)
    for record in sorted((corpus / "articles").glob("*.md")):
        meta = yaml.load(split_front_matter(record.read_text(encoding="utf-8"))[0] or "", yaml.CSafeLoader)
        title, *paragraphs = (
            (corpus / "sources" / f"{record.stem}.txt").read_text(encoding="utf-8").split("\n\n")
        )
        head = {key: meta[key] for key in ("outlet", "date", "language")} | {"title": title}
        body = "\n\n".join(p if p.rstrip().endswith(".") else f"## {p}" for p in paragraphs)
        text = f"---\n{yaml.safe_dump(head, allow_unicode=True)}---\n\n{body}\n"
        (folder / record.name).write_text(text, encoding="utf-8")
    (folder / "index.md").write_text("# Home\n", encoding="utf-8")


def copy_pages(project: Path, folder: Path) -> None:
    """Copy the Markdown that Diwan writes for *project* into *folder*, without the names of its templates."""
    subprocess.run([sys.executable, "-m", "diwan", "convert"], cwd=project, check=True, capture_output=True)
    shutil.copytree(project / "docs", folder)
    for page in folder.rglob("*.md"):
        text = page.read_text(encoding="utf-8")
        page.write_text(re.sub(r"^template: .*\n", "", text, count=1, flags=re.MULTILINE), encoding="utf-8")


def _mkdocs(folder: Path) -> None:
    _mkdocs_with(folder, nav=["index.md"], not_in_nav="*")


def _mkdocs_with_navigation(folder: Path) -> None:
    """Without a word on the navigation MkDocs puts every page into it, and the whole of it onto every page."""
    _mkdocs_with(folder)


def _mkdocs_with_same_pages(folder: Path) -> None:
    """The extensions are those that the pages are written for."""
    extensions = ["attr_list", "md_in_html", "toc"]
    _mkdocs_with(folder, nav=["index.md"], not_in_nav="*", markdown_extensions=extensions)


def _mkdocs_with(folder: Path, **settings: object) -> None:
    config = {
        "site_name": "Rival",
        "theme": {"name": "material", "font": False},
        "plugins": ["search"],
        **settings,
    }
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
    (folder / "pages").rename(folder / "docs")


def _hugo(folder: Path) -> None:
    layouts = folder / "layouts"
    (layouts / "_default").mkdir(parents=True)
    page = "<!doctype html><html><head><title>{{ .Title }}</title></head><body><h1>{{ .Title }}</h1>{{ .Content }}</body></html>"
    (layouts / "_default/single.html").write_text(page)
    (layouts / "_default/list.html").write_text(
        "<!doctype html><html><body>{{ range .Pages }}<a href='{{ .RelPermalink }}'>{{ .Title }}</a> {{ end }}</body></html>"
    )
    (layouts / "index.html").write_text("<!doctype html><html><body>{{ .Content }}</body></html>")
    (folder / "hugo.toml").write_text(
        "baseURL = 'https://rival.example/'\ndisableKinds = ['taxonomy', 'RSS']\n"
    )
    (folder / "pages/index.md").unlink()
    (folder / "content").mkdir()
    (folder / "pages").rename(folder / "content/articles")


def _eleventy(folder: Path) -> None:
    page = "<!doctype html><html><head><title>{{ title }}</title></head><body><h1>{{ title }}</h1>{{ content }}</body></html>"
    (folder / "pages/_includes").mkdir()
    (folder / "pages/_includes/page.liquid").write_text(page)
    (folder / "pages/pages.json").write_text(
        json.dumps({"layout": "page.liquid", "templateEngineOverride": "md"})
    )


RIVALS = (
    Rival("MkDocs + Material, search", _mkdocs, (str(BIN / "mkdocs"), "build", "--quiet"), "site"),
    # Its work and output grow with the square of the number of articles.
    Rival("MkDocs + Material, search, all pages in its navigation", _mkdocs_with_navigation, (str(BIN / "mkdocs"), "build", "--quiet"), "site", 1_000),
    Rival("MkDocs + Material, search, on Diwan's Markdown", _mkdocs_with_same_pages, (str(BIN / "mkdocs"), "build", "--quiet"), "site", same=True),
    Rival("Zensical, search", _mkdocs, (str(BIN / "zensical"), "build", "--clean"), "site"),
    Rival("Hugo, bare pages, no search", _hugo, ("hugo", "--quiet"), "public"),
    Rival("Eleventy, bare pages, no search", _eleventy, ("eleventy", "--input=pages", "--output=public", "--quiet"), "public"),
)  # fmt: skip
