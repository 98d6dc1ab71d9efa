"""The rest: what MkDocs is to convert or to copy, files of `docs/` and of the theme without the pages that are known beforehand.

MkDocs makes an object of every file in `docs/`, and asks of each of Material's 14,000 icons whether it is to be copied. Of a
page that is known beforehand it needs no more than that links may lead there.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from collections.abc import Set as AbstractSet
from pathlib import PurePath

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, get_files, set_exclusions

from diwan.pages.page import address


class Rest(Files):
    """Some files, and the paths of pages to which their links may lead."""

    def __init__(self, files: Iterable[File], known: AbstractSet[str], config: MkDocsConfig) -> None:
        super().__init__(files)
        self._known, self._config = known, config

    def get_file_from_path(self, path: str) -> File | None:
        """Return the file at *path*; that of a page that is known is made when it is asked for."""
        path = PurePath(path).as_posix()
        found = super().get_file_from_path(path)
        return _files([path], self._config)[0] if found is None and path in self._known else found


def rest_of(config: MkDocsConfig, done: AbstractSet[str]) -> Files:
    """Return what stands in `docs/` and in the theme, without the pages whose HTML, by its path in the site, is *done*."""
    files = _rest_of_docs(config, done)
    files.add_files_from_theme(_Theme(config.theme.dirs), config)  # type: ignore[arg-type]  # all that is asked of it
    set_exclusions(files, config)
    return files


def _rest_of_docs(config: MkDocsConfig, done: AbstractSet[str]) -> Files:
    known, others = set(), []
    for path in _below(config.docs_dir):
        if path.endswith(".md") and f"{address(path)}index.html" in done:
            known.add(path)
        else:
            others.append(path)
    files = _files(sorted(others), config)
    targets = {file.dest_uri for file in files}
    if len(targets) < len(files) or not targets.isdisjoint(done):
        # `README.md` beside `index.md`, say: which of them becomes the page is for MkDocs to decide, with a warning.
        return get_files(config)
    return Rest(files, known, config)


def _files(paths: Iterable[str], config: MkDocsConfig) -> list[File]:
    files = [File(path, config.docs_dir, config.site_dir, config.use_directory_urls) for path in paths]
    set_exclusions(files, config)
    return files


class _Theme:
    """Lists the files of a theme as Jinja does, but does not look into folders that are hidden, of which no file is copied."""

    def __init__(self, folders: Iterable[str]) -> None:
        self._folders = folders

    def list_templates(self, filter_func: Callable[[str], bool]) -> list[str]:
        """Return the paths for which *filter_func* holds."""
        found = {
            path for folder in self._folders for path in _below(folder, hidden=False, through_links=False)
        }
        return sorted(filter(filter_func, found))


def _below(root: str, *, hidden: bool = True, through_links: bool = True) -> Iterator[str]:
    """Yield the path, below *root*, of every file there."""
    for folder, below, names in os.walk(root, followlinks=through_links):
        if not hidden:
            below[:] = [name for name in below if not name.startswith(".")]
        prefix = folder[len(root) :].replace(os.sep, "/").strip("/")
        yield from (f"{prefix}/{name}" if prefix else name for name in names)
