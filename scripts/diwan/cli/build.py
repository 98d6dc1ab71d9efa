"""Build the whole site: check, convert, render, index. The public edition goes into site/."""

import argparse
from collections.abc import Sequence
from functools import partial
from importlib import import_module
from pathlib import Path

from diwan.cli.say import note, say, tell
from diwan.cli.wishing import add_wish_arguments, wish_of
from diwan.garbage import uncollected
from diwan.problems import Outcome
from diwan.project import EditionKind, Project
from diwan.shards import beside
from diwan.standing import Ground, looked_at
from diwan.workplace import Workplace

#: Bytes of the notes of a site that it takes as long to look at as to load what makes sites (.7 s; some 8,000 articles, of which
#: the notes take 2.8 kB each): then one is done while a process of its own does the other.
_LARGE = 20_000_000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of the verb."""
    add_wish_arguments(parser)


def run(project: Project, chosen: argparse.Namespace) -> int:
    """Build the site; 0 if nothing must be mended."""
    workplace = Workplace(project, EditionKind(chosen.edition))
    ground, stands = _look(workplace, project.folders_of_sources(chosen.sources))
    outcome = stands or _build(ground, project, chosen)
    code = tell(outcome.problems, strict=chosen.strict)
    if outcome.value:
        say(f"the site is ready in {outcome.value.relative_to(project.root)}/")
    return code if outcome.value else 1


def _look(workplace: Workplace, sources: Sequence[Path]) -> tuple[Ground, Outcome[Path | None] | None]:
    """Return what a build reads, and what it would return if the site stands on that."""
    look = partial(looked_at, workplace, sources)
    if not workplace.notes.exists() or workplace.notes.stat().st_size < _LARGE:
        return look()
    with uncollected(), beside(look) as found:
        import_module("diwan.build")
    return found[0]


def _build(ground: Ground, project: Project, chosen: argparse.Namespace) -> Outcome[Path | None]:
    note(f"making the {chosen.edition} edition …")
    # Loading what makes sites takes longer than to see that a small one stands.
    from diwan.build import build_on

    return build_on(ground, project, wish_of(chosen))
