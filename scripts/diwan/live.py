"""The site while it is being written: each page is made when somebody asks for it, from what the corpus says just then.

In: a project and a wish. After every change the corpus is read and judged again, which costs only what changed; pages
follow when a browser asks, so that one edit among thousands of articles shows at once. What cannot be made page by page,
the search index and the open data, is made beside, and takes its place when it is ready.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

from mkdocs.structure.files import File, Files

from diwan.beside import Beside
from diwan.build import Wish, judge
from diwan.edition import Edition
from diwan.files import read_text
from diwan.garbage import uncollected
from diwan.memory import Memory
from diwan.pages.generate import Shelf, shelves
from diwan.pages.page import Page, address
from diwan.problems import Outcome, Report
from diwan.project import Project
from diwan.publish import config_file, hand_written_pages, templates_of
from diwan.rendering import Renderer
from diwan.trees import files_of
from diwan.workplace import Workplace

_LANGUAGE_PREFIX = re.compile(r"[a-z]{2}/")


@dataclass(slots=True)
class _State:
    """What the pages of one moment are made from."""

    edition: Edition
    shelves: Mapping[str, Shelf]
    hand_written: frozenset[str]
    made: dict[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Answer:
    """A file: its name, by which browsers know its kind, and its bytes; or, where the name ends so, a move to `x/`."""

    name: str
    content: bytes


class Live:
    """The site of a project as it is now."""

    def __init__(self, project: Project, wish: Wish) -> None:
        self._project, self._wish = project, wish
        self._workplace = Workplace(project, wish.edition)
        self._memory = Memory(project.memory)
        self._renderer: tuple[object, Renderer] | None = None
        self._state: _State | None = None
        self._lock = Lock()
        self.beside = Beside(self._workplace.own / "beside", self._memory)

    @property
    def theme(self) -> list[Path]:
        """The folders of templates and styles that somebody may edit."""
        with self._lock:
            return [_own_theme(self._press())]

    def refresh(self) -> Outcome[bool]:
        """Read the corpus again; False, and everything stays as it was, where something must be mended first."""
        report = Report()
        with uncollected():
            edition = report.keep(judge(self._project, self._wish, self._memory))
            if edition is None:
                return Outcome(value=False, problems=tuple(report))
            hand_written = hand_written_pages(self._workplace)
            with self._lock:
                self._state = _State(edition, shelves(edition, self._memory), hand_written)
            return Outcome(value=True, problems=tuple(report))

    def make_beside(self) -> None:
        """Begin to make search and data."""
        if self._state is not None:
            self.beside.make(self._state.edition)

    def answer(self, path: str) -> Answer | None:
        """Return what stands at the address *path* below the site's root."""
        with self._lock, uncollected():
            if self._state is None:
                return None
            if not path or path.endswith("/"):
                html = self._page(path, self._state)
                return Answer("index.html", html) if html is not None else None
            if file := self._file(path):
                return Answer(file.name, file.read_bytes())
            return Answer(f"{path}/", b"") if self._page(f"{path}/", self._state) is not None else None

    def missing(self) -> bytes:
        """Return the page for what is not there."""
        with self._lock:
            return self._press().missing()

    def _press(self) -> Renderer:
        """Return the renderer, made anew once the theme, the settings or the edition's name have changed."""
        name = self._state.edition.imprint.name if self._state else ""
        if self._renderer is None or self._mark(self._renderer[1], name) != self._renderer[0]:
            place = self._workplace
            renderer = Renderer(config_file(place), place.own / "beside", name, templates_of(place))
            self._renderer = (self._mark(renderer, name), renderer)
            if self._state:
                self._state.made.clear()
        return self._renderer[1]

    def _mark(self, renderer: Renderer, name: str) -> object:
        settings = self._project.root / "mkdocs.yml"
        return (name, settings.stat().st_mtime_ns, files_of(_own_theme(renderer)))

    def _page(self, wanted: str, state: _State) -> bytes | None:
        renderer = self._press()
        if wanted not in state.made:
            stem = wanted.removesuffix("/")
            for path in (f"{stem}.md", f"{stem}/index.md".lstrip("/")):
                html = self._html(path, state, renderer) if address(path) == wanted else None
                if html is not None:
                    state.made[wanted] = html.encode()
                    break
            else:
                return None
        return state.made[wanted]

    def _html(self, path: str, state: _State, renderer: Renderer) -> str | None:
        page = self._generated(path, state)
        if page and (page.html or not page.body):
            return renderer.ready(page)
        if page is None and path not in state.hand_written:
            return None
        file = renderer.file(path)
        file.content_string = str(page) if page else read_text(self._workplace.docs / path)
        return renderer.converted(file, _Everything(renderer, self._workplace.docs))

    def _generated(self, path: str, state: _State) -> Page | None:
        found = _LANGUAGE_PREFIX.match(path)
        prefix = found.group() if found and found.group() in state.shelves else ""
        return state.shelves[prefix].page(path) if prefix in state.shelves else None

    def _file(self, path: str) -> Path | None:
        """Return the file at *path* that is no page: of the theme, of `docs/`, of search and data."""
        parts = Path(path).parts
        if ".." in parts or any(part.startswith(".") for part in parts):
            return None
        for folder in self.beside.folders:
            if (folder / path).is_file():
                return folder / path
        folders = (*map(str, self._press().config.theme.dirs), str(self._workplace.docs))
        files = (Path(folder, path) for folder in folders)
        return next((file for file in files if file.is_file() and file.suffix not in (".md", ".html")), None)


def _own_theme(renderer: Renderer) -> Path:
    """Return the folder of templates and styles that goes before that of Material."""
    folder: str = renderer.config.theme.dirs[0]
    return Path(folder)


class _Everything(Files):
    """Lets a link lead to any page; whether it leads somewhere is judged when the site is built."""

    def __init__(self, renderer: Renderer, docs: Path) -> None:
        super().__init__([])
        self._renderer, self._docs = renderer, docs

    def get_file_from_path(self, path: str) -> File | None:
        return self._renderer.file(path) if path.endswith(".md") or (self._docs / path).is_file() else None
