"""From pages to a site: the Markdown tree of an edition, and the site made of it in a folder beside the old one."""

import json
from collections.abc import Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import partial
from importlib.resources import files
from pathlib import Path

import yaml
from mkdocs.exceptions import Abort, ConfigurationError

from diwan.edition import Edition, EditionKind
from diwan.exports.generate import write_exports
from diwan.files import write_if_changed, write_page
from diwan.links import check_links
from diwan.pages.opensearch import descriptions
from diwan.pages.page import Maker
from diwan.problems import Location, Outcome, Problem
from diwan.project import Project
from diwan.rendering import Renderer, empty
from diwan.search.bundle import write_search
from diwan.shards import in_shards
from diwan.typefaces import write_typefaces


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


def write_pages(workplace: Workplace, makers: Sequence[Maker], executor: Executor | None = None) -> int:
    """Write the pages of *makers*, remove those of the former run that are no longer among them; count the changed."""
    brought = _bring(workplace)
    _announce(workplace, makers)
    if executor is None:
        changed = sum(in_shards(partial(_write_share, workplace.docs), makers))
    else:
        # Makers hold the whole library; what travels to other machines are the finished texts.
        texts = [(maker.path, str(maker.make())) for maker in makers]
        changed = sum(in_shards(partial(_write_texts, workplace.docs), texts, executor))
    return changed + _settle(workplace, [*brought, *(maker.path for maker in makers)])


def _write_share(docs: Path, makers: Sequence[Maker]) -> int:
    return sum(write_page(docs / maker.path, str(maker.make())) for maker in makers)


def _write_texts(docs: Path, texts: Sequence[tuple[str, str]]) -> int:
    return sum(write_page(docs / path, text) for path, text in texts)


def _announce(workplace: Workplace, makers: Sequence[Maker]) -> None:
    """Note the pages that are about to be written, so that a run that is cut off leaves none that nobody removes."""
    planned = {maker.path for maker in makers}
    write_if_changed(workplace.manifest, json.dumps(sorted(planned.union(_former(workplace))), indent=0))


def _former(workplace: Workplace) -> list[str]:
    found: list[str] = json.loads(workplace.manifest.read_text()) if workplace.manifest.exists() else []
    return found


def _settle(workplace: Workplace, written: list[str]) -> int:
    """Remove pages that are no longer generated and remember those that are; return how many went."""
    gone = set(_former(workplace)) - set(written)
    for path in gone:
        (workplace.docs / path).unlink(missing_ok=True)
    # A run that was killed may have left pages half written, beside their places.
    for unfinished in workplace.docs.rglob(".*.md.*"):
        unfinished.unlink()
    write_if_changed(workplace.manifest, json.dumps(sorted(written), indent=0))
    return len(gone)


def _bring(workplace: Workplace) -> list[str]:
    """Put beside the pages what is not made of the corpus; return the paths."""
    return [*_bring_hand_written(workplace), *write_typefaces(workplace.docs)]


def _bring_hand_written(workplace: Workplace) -> list[str]:
    """Copy hand-written pages to where a private edition is made; return their paths. The public one has them."""
    workplace.docs.mkdir(parents=True, exist_ok=True)
    if workplace.edition is EditionKind.PUBLIC:
        return []
    public = Workplace(workplace.project, EditionKind.PUBLIC).manifest
    generated = set(json.loads(public.read_text())) if public.exists() else set()
    copied = []
    for file in sorted(workplace.project.docs.rglob("*")):
        name = file.relative_to(workplace.project.docs).as_posix()
        if file.is_file() and name not in generated:
            write_if_changed(workplace.docs / name, file.read_bytes())
            copied.append(name)
    return copied


def publish(workplace: Workplace, makers: Sequence[Maker], edition: Edition) -> Outcome[Path]:
    """Write the pages of *makers*, the site made of them, its data, its search; return its folder, which is not yet the site."""
    staged = empty(workplace.own / "site")
    brought = _bring(workplace)
    _announce(workplace, makers)
    try:
        renderer = Renderer(_config_file(workplace), staged, edition.imprint.name)
        ready = {
            path
            for share in in_shards(partial(_publish_share, workplace.docs, renderer), makers)
            for path in share
        }
        _settle(workplace, [*brought, *(maker.path for maker in makers)])
        problems = renderer.render_rest(ready)
        write_exports(edition, staged)
        write_search(edition, staged)
        for path, text in descriptions(edition.imprint).items():
            write_page(staged / path, text)
    except (Abort, ConfigurationError) as error:
        problem = Problem(
            "mkdocs-failed", Location(path="mkdocs.yml"), f"MkDocs stopped: {error}", "see its message above"
        )
        return Outcome(staged, (problem,))
    return Outcome(staged, (*problems, *check_links(staged).problems))


def _publish_share(docs: Path, renderer: Renderer, makers: Sequence[Maker]) -> list[str]:
    """Write pages and, where their HTML is known, render them at once; return the paths of those rendered."""
    ready = []
    for maker in makers:
        page = maker.make()
        write_page(docs / page.path, str(page))
        if page.html or not page.body:
            renderer.render_ready(page)
            ready.append(page.path)
    return ready


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
