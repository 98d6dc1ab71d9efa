"""From pages to a site: the Markdown tree of an edition, and the site made of it beside the old one.

The site is made whole beside the present one and judged, its links included, before readers see any of it.
"""

import json
import shutil
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import partial
from importlib.resources import files
from pathlib import Path

import yaml
from mkdocs.exceptions import Abort, ConfigurationError
from mkdocs.utils.yaml import yaml_load

from diwan.edition import Edition
from diwan.exports.generate import write_exports
from diwan.exports.sitemap import write_sitemap
from diwan.files import remove_unfinished, write_if_changed, write_page
from diwan.frames import is_own
from diwan.installed import beside_packages
from diwan.joining import write_scripts
from diwan.links import Ends, check_links, ends_of
from diwan.memory import Memory
from diwan.pages.opensearch import descriptions
from diwan.pages.page import Maker, make_ready
from diwan.parts import Parts, standing_parts
from diwan.press import Press, Printed, note_pages, standing_pages
from diwan.problems import Location, Outcome, Problem
from diwan.project import EditionKind
from diwan.rendering import Renderer, empty, warnings_of_mkdocs
from diwan.shards import beside, in_shards
from diwan.standing import Ground, Left, left_by
from diwan.trees import Files, Level, Trees, files_of
from diwan.typefaces import write_typefaces
from diwan.workplace import Workplace

#: The part of a site that is the index of its search.
INDEX = "index"


@dataclass(frozen=True, slots=True)
class Start:
    """What a build begins with: what it reads, and the site that readers see, which a spare tree is level with."""

    ground: Ground
    level: Level


@dataclass(frozen=True, slots=True)
class Proof:
    """A site that was made and judged, and that nobody has seen yet: its pages by path, and what stands beside them."""

    pages: Mapping[str, Printed]
    parts: Parts
    #: The trees as they were before.
    level: Level
    #: What it was made of, as that was once all had been read.
    left: Left


def write_pages(workplace: Workplace, makers: Sequence[Maker], executor: Executor | None = None) -> int:
    """Write the pages of *makers*, remove those of the former run that are no longer among them; count the changed."""
    brought = bring(workplace)
    _announce(workplace, makers)
    make_ready(makers)
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
    remove_unfinished(workplace.docs)
    write_if_changed(workplace.manifest, json.dumps(sorted(written), indent=0))
    return len(gone)


def hand_written_pages(workplace: Workplace) -> frozenset[str]:
    """Return the paths of the pages in `docs/` that people wrote, once they are where the edition is made."""
    brought = bring(workplace)
    if workplace.edition is EditionKind.PRIVATE:
        return frozenset(brought)
    found = (path for path in files_of(workplace.docs) if path.endswith(".md"))
    return frozenset(found) - frozenset(_former(workplace))


def bring(workplace: Workplace) -> list[str]:
    """Put beside the pages what is not made of the corpus; return the paths."""
    return [
        *_bring_hand_written(workplace),
        *write_typefaces(workplace.docs),
        *write_scripts(_theme(workplace), workplace.docs, templates_of(workplace)),
    ]


def _theme(workplace: Workplace) -> Path:
    """Return the folder of templates, styles and scripts that `mkdocs.yml` names, or else Diwan's own."""
    return _named_theme(workplace) or Path(str(files("diwan"))) / "theme"


def _named_theme(workplace: Workplace) -> Path | None:
    try:
        theme = yaml_load((workplace.project.root / "mkdocs.yml").read_text(encoding="utf-8"))["theme"]
        return workplace.project.root / str(theme["custom_dir"])
    except (ConfigurationError, OSError, KeyError, TypeError):
        # What is wrong with the settings is said where MkDocs reads them.
        return None


def templates_of(workplace: Workplace) -> Path:
    """Return where compiled templates are kept: those of Diwan's own theme with the installation, for all its projects.

    The others with the edition, so that what an installation keeps does not grow with every theme that somebody tries.
    """
    own = is_own(str(_theme(workplace)))
    return (beside_packages("templates") if own else None) or workplace.templates


def _bring_hand_written(workplace: Workplace) -> list[str]:
    """Copy hand-written pages to where a private edition is made; return their paths. The public one has them."""
    workplace.docs.mkdir(parents=True, exist_ok=True)
    if workplace.edition is EditionKind.PUBLIC:
        return []
    public = Workplace(workplace.project, EditionKind.PUBLIC).manifest
    generated = set(json.loads(public.read_text())) if public.exists() else set()
    copied = []
    for name in sorted(files_of(workplace.project.docs).keys() - generated):
        file = workplace.project.docs / name
        if file.is_file():
            write_if_changed(workplace.docs / name, file.read_bytes())
            copied.append(name)
    return copied


def prove(
    workplace: Workplace,
    start: Start,
    edition: Edition,
    memory: Memory,
    draw_up: Callable[[], Outcome[tuple[Maker, ...] | None]],
) -> Outcome[Proof | None]:
    """Write the pages that are *drawn up* and make of them what is to become the site; the present one stays as it is."""
    fresh, present = empty(workplace.trees.fresh), start.level.present
    brought = bring(workplace)
    try:
        renderer = Renderer(config_file(workplace), fresh, edition.imprint.name, templates_of(workplace))
        parts = Parts(fresh, standing_parts(workplace.parts, present))
        # Search and data are made of the edition alone: search is begun before it is known which pages there are. The data
        # go with what takes less time: with the making of an index, or with the few pages that changed since there is one.
        renews = bool(parts.former(INDEX))
        with beside(partial(_write_beside, workplace, edition, memory, parts)) as done:
            former = standing_pages(workplace.notes, present)
            press = Press(workplace.docs, renderer, workplace.trees, former, start.ground.files)
            drawn = draw_up()
            if (makers := drawn.value) is None:
                return Outcome(None, drawn.problems)
            _announce(workplace, makers)
            pages = press.print(makers)
            _settle(workplace, [*brought, *(maker.path for maker in makers)])
            if renews:
                # Before what is copied of `docs/`: the data tell of all that lies beside them.
                write_data(edition, fresh, parts, memory)
            with warnings_of_mkdocs() as problems:
                pages |= press.convert_rest(pages)
            left = left_by(workplace, start.ground, press.marks(makers, pages))
            write_sitemap(edition, fresh, pages, parts)
            # Some tenths of a second, while the index is made.
            made = workplace.trees.written(name for name, page in pages.items() if not page.standing)
            note_pages(workplace.notes, pages, {**start.level.spare, **made}, former)
    except (Abort, ConfigurationError) as error:
        problem = Problem(
            "mkdocs-failed", Location(path="mkdocs.yml"), f"MkDocs stopped: {error}", "see its message above"
        )
        return Outcome(None, (problem,))
    parts.take(*done)
    proof = Proof(pages, parts, start.level, left)
    return Outcome(proof, (*drawn.problems, *problems, *_broken_links(workplace.trees, proof, former)))


def _write_beside(workplace: Workplace, edition: Edition, memory: Memory, parts: Parts) -> Parts:
    renews = bool(parts.former(INDEX))
    parts.add(INDEX, _write_index(workplace, edition, memory, taken_up=renews))
    memory.keep()
    if not renews:
        # After the index: each takes more memory than all pages.
        write_data(edition, workplace.trees.fresh, parts, memory)
        memory.keep()
    return parts


def _write_index(workplace: Workplace, edition: Edition, memory: Memory, *, taken_up: bool) -> list[str]:
    """Let the spare tree have the index of *edition*; the one that is there is taken up or cleared. Return its files."""
    # Loaded by the process that makes the index: what makes pages is not to wait for it.
    from diwan.search.bundle import write_search
    from diwan.search.editions import clear

    spare = workplace.trees.spare
    if not taken_up:
        clear(spare / "search")
    return write_search(edition, spare, memory, workplace.own, workplace.site if taken_up else None)


def write_data(edition: Edition, site: Path, parts: Parts, memory: Memory) -> None:
    """Write into *site* the open data, but for *parts* that stand, and descriptions of its search for browsers."""
    write_exports(edition, site, parts, memory)
    for path, text in descriptions(edition).items():
        write_page(site / path, text)


def _broken_links(trees: Trees, proof: Proof, former: Mapping[str, Printed]) -> list[Problem]:
    pages = proof.pages
    others = (
        files_of(trees.fresh).keys() - pages.keys() | proof.parts.standing | {*proof.parts.all[INDEX].files}
    )
    foreign = {name: _ends_in(trees.fresh, name) for name in others if name.endswith(".html")}
    ends = foreign | {name: page.ends for name, page in pages.items()}
    before = {name: page.ends for name, page in former.items()}
    before |= {name: _ends_in(trees.present, name) for name in foreign if name in proof.level.present}
    return list(check_links(ends, others, _doubtful(ends, others, proof, before)))


def _ends_in(site: Path, name: str) -> Ends:
    return ends_of((site / name).read_text(encoding="utf-8"))


def _doubtful(
    ends: Mapping[str, Ends], others: AbstractSet[str], proof: Proof, before: Mapping[str, Ends]
) -> AbstractSet[str]:
    """Return the pages whose links may lead nowhere: those that were made, or all if anything is gone that links lead to.

    What stands was judged when it was made; no site is shown of which a link leads nowhere.
    """
    made = {name for name in ends if name not in proof.pages or not proof.pages[name].standing}
    # Nothing links to the files of an index, which have other names in each.
    gone = proof.level.present.keys() - ends.keys() - others - set(proof.parts.former(INDEX))
    kept = not gone and all(
        name not in proof.level.present or (name in before and set(before[name].ids) <= set(ends[name].ids))
        for name in made
    )
    return made if kept else ends.keys()


def show(workplace: Workplace, proof: Proof) -> Files:
    """Let readers see the site of *proof*; return its files."""
    trees = workplace.trees
    unchanged = {name for name, page in proof.pages.items() if page.standing}
    written = {*proof.parts.all[INDEX].files, *(proof.pages.keys() - unchanged)}
    files = trees.assemble(proof.level, written, unchanged | proof.parts.standing)
    if files is not proof.level.present:
        trees.swap()
    shutil.rmtree(trees.fresh, ignore_errors=True)
    return files


def config_file(workplace: Workplace) -> Path:
    """Return the configuration of MkDocs for this edition: `mkdocs.yml`, or one that inherits from it."""
    config = workplace.project.root / "mkdocs.yml"
    if workplace.edition is EditionKind.PUBLIC and _named_theme(workplace):
        return config
    own = workplace.own / "mkdocs.yml"
    inherited = {
        "INHERIT": str(config),
        "docs_dir": str(workplace.docs),
        "theme": {"custom_dir": str(_theme(workplace))},
        "extra": {"edition": workplace.edition.value},
    }
    write_if_changed(own, yaml.safe_dump(inherited))
    return own
