"""MkDocs as a library: its configuration, theme and templates, used page by page.

A page whose HTML is known beforehand goes straight into its template; any other is converted by MkDocs as in
`mkdocs build`. Both ways give the same bytes as that command and the last touch (`finish`) after it, which tests
compare.
"""

import json
import logging
import os
import shutil
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from markdown.extensions.toc import nest_toc_tokens
from mkdocs.commands.build import _build_template, _populate_page, get_context
from mkdocs.config import load_config
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import get_toc

from diwan.finish import finish_page
from diwan.frames import Frames, is_own
from diwan.memory import checksum_of
from diwan.pages.html import Heading
from diwan.pages.page import Page
from diwan.problems import Location, Problem
from diwan.rest import rest_of
from diwan.sealed import program
from diwan.templates import environment_of
from diwan.text.languages import INTERFACE_LANGUAGES

#: What Material brings along and no page of this site asks for: scripts, styles, pictures; 2.5 MB.
MATERIALS_OWN = ("assets/images", "assets/javascripts", "assets/stylesheets", "partials")
#: What pages ask for only in another form: modules that were joined.
_JOINED = ("assets/search",)


class Renderer:
    """Renders the pages of one site."""

    def __init__(self, config_file: Path, site: Path, edition: str, compiled: Path) -> None:
        """Take the settings, where the *site* is made, the name of the edition, and where *compiled* templates are kept."""
        self.site = site
        self.config = load_config(str(config_file), site_dir=str(site))
        self.config = self.config.plugins.on_config(self.config)
        # Without a name of its own the edition has what `mkdocs.yml` takes from DIWAN_EDITION.
        self.config.extra["edition_name"] = edition or self.config.extra.get("edition_name", "")
        self._environments = {
            language: environment_of(self.config, language, compiled) for language in INTERFACE_LANGUAGES
        }
        self.environment = self._environments[INTERFACE_LANGUAGES[0]]
        self.frames = Frames() if is_own(self.config.theme.dirs[0]) else None
        self._contexts: dict[str, Mapping[str, Any]] = {}
        # The navigation of the site is in its masthead; MkDocs' own holds the home page only.
        self.navigation: Navigation = get_navigation(Files([self.file("index.md")]), self.config)

    def file(self, path: str) -> File:
        """Return MkDocs' view of the page at *path* below `docs/`."""
        return File(
            path,
            self.config.docs_dir,
            str(self.site),
            use_directory_urls=True,
            inclusion=InclusionLevel.INCLUDED,
        )

    def fingerprint(self) -> str:
        """Return a checksum of everything but the page itself that bears on its HTML: theme, settings, program."""
        settings = json.dumps(dict(self.config), default=lambda value: type(value).__name__, sort_keys=True)
        # Where the site is made says nothing about what it says.
        for folder in (self.site, Path(self.config.docs_dir), Path(self.config.config_file_path).parent):
            settings = settings.replace(json.dumps(str(folder))[1:-1], "")
        # Material's templates go with its version, which is part of the program; ours may be edited at any time.
        own = sorted(path for path in Path(self.config.theme.dirs[0]).rglob("*") if path.is_file())
        templates = [path.read_bytes().hex() for path in own if path.suffix in (".html", ".svg")]
        return checksum_of(program(), settings, os.environ.get("SOURCE_DATE_EPOCH", ""), *templates)

    def rest(self, done: AbstractSet[str]) -> Files:
        """Return what stands in `docs/` and in the theme, without the pages whose HTML is *done*."""
        return rest_of(self.config, done)

    def prepare(self) -> None:
        """Compile the templates, for processes that are forked hereafter; otherwise each does it when it needs one."""
        own = Path(self.config.theme.dirs[0])
        for name in ("base.html", *sorted(path.relative_to(own).as_posix() for path in own.rglob("*.html"))):
            for environment in self._environments.values():
                environment.get_template(name)

    def ready(self, page: Page) -> str:
        """Return the HTML of a page whose body is known."""
        ready = MkDocsPage(None, self.file(page.path), self.config)
        ready.markdown, ready.meta = page.body, page.fields()
        ready.content = page.html.html if page.html else ""
        ready.toc = get_toc(
            nest_toc_tokens([_token(heading) for heading in page.html.headings] if page.html else [])
        )
        return self._in_template(ready)

    def converted(self, file: File, files: Files) -> str:
        """Return the HTML of a page that stands in Markdown; its links lead to others of *files*."""
        page = MkDocsPage(None, file, self.config)
        _populate_page(page, self.config, files)
        return self._in_template(page)

    def _in_template(self, page: MkDocsPage) -> str:
        environment = self._environments.get(page.meta.get("ui", INTERFACE_LANGUAGES[0]), self.environment)
        template = environment.get_template(page.meta.get("template", "main.html"))
        context = self._context(page)
        framed = self.frames.render(template, context) if self.frames else None
        return finish_page(template.render(context)) if framed is None else framed

    def _context(self, page: MkDocsPage) -> Mapping[str, Any]:
        """Return what a template is rendered with; but for the page itself it is the same for all of a folder."""
        folder = page.url[: page.url.rfind("/", 0, -1) + 1]
        if not folder:
            return get_context(self.navigation, (), self.config, page)
        if folder not in self._contexts:
            self._contexts[folder] = get_context(self.navigation, (), self.config, page)
        return {**self._contexts[folder], "page": page}

    def furnish(self, files: Files) -> None:
        """Write what is no page: pictures and the like, the theme's own files, the page for what is not there."""
        files.copy_static_files()
        for unused in (*MATERIALS_OWN, *_JOINED):
            shutil.rmtree(self.site / unused, ignore_errors=True)
        (self.site / "404.html").write_bytes(self.missing())

    def missing(self) -> bytes:
        """Return the page for what is not there."""
        template = self.environment.get_template("404.html")
        page = _build_template("404.html", template, Files([]), self.config, self.navigation)
        return finish_page(page).encode()


def _token(heading: Heading) -> Any:
    return {"level": heading.level, "id": heading.id, "name": heading.name}


def empty(folder: Path) -> Path:
    """Return *folder*, made anew."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


@contextmanager
def warnings_of_mkdocs() -> Iterator[list[Problem]]:
    """Give a list that fills with what MkDocs warns about meanwhile."""
    log = _Warnings()
    logging.getLogger("mkdocs").addHandler(log)
    try:
        yield log.problems
    finally:
        logging.getLogger("mkdocs").removeHandler(log)


class _Warnings(logging.Handler):
    """Makes problems of what MkDocs warns about: a broken link on a page is something to mend."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.problems: list[Problem] = []

    def emit(self, record: logging.LogRecord) -> None:
        where = Location(path="docs")
        self.problems.append(Problem("mkdocs-warning", where, record.getMessage(), "mend the page it names"))
