"""MkDocs as a library: its configuration, theme and templates, used page by page.

A page whose HTML is known beforehand goes straight into its template; any other is read and converted by MkDocs
as in `mkdocs build`. Both ways give the same bytes as that command and the last touch (`finish`) after it, which
tests compare.
"""

import logging
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from markdown.extensions.toc import nest_toc_tokens
from mkdocs.commands.build import _build_page, _build_theme_template, _populate_page, get_context
from mkdocs.config import load_config
from mkdocs.structure.files import File, Files, InclusionLevel, get_files, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import get_toc

from diwan.finish import finish_page
from diwan.pages.html import Heading
from diwan.pages.page import Page
from diwan.problems import Location, Problem


class Renderer:
    """Renders the pages of one site."""

    def __init__(self, config_file: Path, site: Path, edition: str) -> None:
        self.site = site
        self.config = load_config(str(config_file), site_dir=str(site))
        self.config = self.config.plugins.on_config(self.config)
        # Without a name of its own the edition has what `mkdocs.yml` takes from DIWAN_EDITION.
        self.config.extra["edition_name"] = edition or self.config.extra.get("edition_name", "")
        self.environment = self.config.theme.get_env()
        # The navigation of the site is in its masthead; MkDocs' own holds the home page only.
        self.navigation: Navigation = get_navigation(Files([self._file("index.md")]), self.config)

    def _file(self, path: str) -> File:
        return File(
            path,
            self.config.docs_dir,
            str(self.site),
            use_directory_urls=True,
            inclusion=InclusionLevel.INCLUDED,
        )

    def render_ready(self, page: Page) -> None:
        """Write the HTML of a page whose body is known."""
        file = self._file(page.path)
        ready = MkDocsPage(None, file, self.config)
        ready.markdown, ready.meta = page.body, page.fields()
        ready.content = page.html.html if page.html else ""
        ready.toc = get_toc(
            nest_toc_tokens([_token(heading) for heading in page.html.headings] if page.html else [])
        )
        template = self.environment.get_template(page.template)
        html = template.render(get_context(self.navigation, (), self.config, ready))
        target = Path(file.abs_dest_path)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(finish_page(html), encoding="utf-8")

    def render_rest(self, ready: Iterable[str]) -> list[Problem]:
        """Render every page of `docs/` that is not among *ready*, copy what is no page, write the theme's own files."""
        log = _Warnings()
        logging.getLogger("mkdocs").addHandler(log)
        try:
            self._render_rest(frozenset(ready))
        finally:
            logging.getLogger("mkdocs").removeHandler(log)
        return log.problems

    def _render_rest(self, ready: frozenset[str]) -> None:
        files = get_files(self.config)
        files.add_files_from_theme(self.environment, self.config)
        set_exclusions(files, self.config)
        rest = [file for file in files.documentation_pages() if file.src_uri not in ready]
        for file in rest:
            _populate_page(MkDocsPage(None, file, self.config), self.config, files)
        files.copy_static_files()
        for template in self.config.theme.static_templates:
            _build_theme_template(template, self.environment, files, self.config, self.navigation)
        for file in rest:
            if file.page is not None:
                _build_page(file.page, self.config, rest, self.navigation, self.environment)
        for path in [self.site / "404.html", *(Path(file.abs_dest_path) for file in rest)]:
            path.write_text(finish_page(path.read_text(encoding="utf-8")), encoding="utf-8")


def _token(heading: Heading) -> Any:
    return {"level": heading.level, "id": heading.id, "name": heading.name}


def empty(folder: Path) -> Path:
    """Return *folder*, made anew."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


class _Warnings(logging.Handler):
    """Makes problems of what MkDocs warns about: a broken link on a page is something to mend."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.problems: list[Problem] = []

    def emit(self, record: logging.LogRecord) -> None:
        where = Location(path="docs")
        self.problems.append(Problem("mkdocs-warning", where, record.getMessage(), "mend the page it names"))
