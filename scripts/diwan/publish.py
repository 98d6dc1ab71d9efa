"""From pages to a site: the Markdown tree of an edition, and MkDocs run over it into a folder beside the old one."""

import json
import logging
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import yaml
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, ConfigurationError

from diwan.edition import EditionKind
from diwan.files import write_if_changed
from diwan.finish import finish_site
from diwan.links import check_links
from diwan.pages.page import Page
from diwan.problems import Location, Outcome, Problem
from diwan.project import Project


@dataclass(frozen=True, slots=True)
class Workplace:
    """Where an edition is made.

    The public edition's pages stand in `docs/`, beside the hand-written ones, so that any generator can build
    them. The private edition's stand in Diwan's own folder: no other command can publish them by mistake.
    """

    project: Project
    edition: EditionKind

    @property
    def docs(self) -> Path:
        """The folder of Markdown pages."""
        return self.project.docs if self.edition is EditionKind.PUBLIC else self.own / "docs"

    @property
    def own(self) -> Path:
        """What Diwan keeps about this edition."""
        return self.project.work / self.edition.value

    @property
    def site(self) -> Path:
        """The finished site."""
        return self.project.root / ("site" if self.edition is EditionKind.PUBLIC else "site-private")

    @property
    def manifest(self) -> Path:
        """The list of generated pages, by which those no longer generated are found and removed."""
        return self.own / "pages.json"


def write_pages(workplace: Workplace, pages: Iterable[Page]) -> int:
    """Write *pages*, remove those of the former run that are no longer among them; return how many changed."""
    written: list[str] = []
    changed = 0
    if workplace.edition is EditionKind.PRIVATE:
        written.extend(_copy_hand_written(workplace))
    for page in pages:
        changed += write_if_changed(workplace.docs / page.path, str(page))
        written.append(page.path)
    former = json.loads(workplace.manifest.read_text()) if workplace.manifest.exists() else []
    for path in set(former) - set(written):
        (workplace.docs / path).unlink(missing_ok=True)
        changed += 1
    write_if_changed(workplace.manifest, json.dumps(sorted(written), indent=0))
    return changed


def _copy_hand_written(workplace: Workplace) -> list[str]:
    """Copy the hand-written pages, which are those of `docs/` that the public edition did not generate."""
    public = Workplace(workplace.project, EditionKind.PUBLIC).manifest
    generated = set(json.loads(public.read_text())) if public.exists() else set()
    copied = []
    for file in sorted(workplace.project.docs.rglob("*")):
        name = file.relative_to(workplace.project.docs).as_posix()
        if file.is_file() and name not in generated:
            write_if_changed(workplace.docs / name, file.read_bytes())
            copied.append(name)
    return copied


def render_site(workplace: Workplace) -> Outcome[Path]:
    """Run MkDocs over the pages; return the folder of the new site, which is not yet the site."""
    staged = workplace.own / "site"
    shutil.rmtree(staged, ignore_errors=True)
    log = _Warnings()
    logging.getLogger("mkdocs").addHandler(log)
    try:
        mkdocs_build(load_config(str(_config_file(workplace)), site_dir=str(staged)))
    except (Abort, ConfigurationError) as error:
        problem = Problem(
            "mkdocs-failed", Location(path="mkdocs.yml"), f"MkDocs stopped: {error}", "see its message above"
        )
        return Outcome(staged, (problem,))
    finally:
        logging.getLogger("mkdocs").removeHandler(log)
    finish_site(staged)
    return Outcome(staged, (*log.problems, *check_links(staged).problems))


def _config_file(workplace: Workplace) -> Path:
    """Return the configuration of MkDocs for this edition; the private one inherits from `mkdocs.yml`."""
    config = workplace.project.root / "mkdocs.yml"
    if workplace.edition is EditionKind.PUBLIC:
        return config
    own = workplace.own / "mkdocs.yml"
    inherited = {
        "INHERIT": str(config),
        "docs_dir": str(workplace.docs),
        "theme": {"custom_dir": str(files("diwan") / "theme")},
        "extra": {"edition": "private"},
    }
    write_if_changed(own, yaml.safe_dump(inherited))
    return own


class _Warnings(logging.Handler):
    """Makes problems of what MkDocs warns about: a broken link on a page is something to mend."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.problems: list[Problem] = []

    def emit(self, record: logging.LogRecord) -> None:
        where = Location(path="docs")
        self.problems.append(Problem("mkdocs-warning", where, record.getMessage(), "mend the page it names"))
