"""Build the whole site: check, convert, render, index. The public edition goes into site/."""

import argparse
from pathlib import Path

from diwan.cli.say import note, say, tell
from diwan.cli.wishing import add_wish_arguments, wish_of
from diwan.problems import Outcome
from diwan.project import EditionKind, Project
from diwan.standing import Ground, ground_of, standing
from diwan.workplace import Workplace


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of the verb."""
    add_wish_arguments(parser)


def run(project: Project, chosen: argparse.Namespace) -> int:
    """Build the site; 0 if nothing must be mended."""
    workplace = Workplace(project, EditionKind(chosen.edition))
    ground = ground_of(workplace, project.folders_of_sources(chosen.sources))
    outcome = standing(workplace, ground) or _build(ground, project, chosen)
    code = tell(outcome.problems, strict=chosen.strict)
    if outcome.value:
        say(f"the site is ready in {outcome.value.relative_to(project.root)}/")
    return code if outcome.value else 1


def _build(ground: Ground, project: Project, chosen: argparse.Namespace) -> Outcome[Path | None]:
    note(f"making the {chosen.edition} edition …")
    # Loading what makes sites takes longer than to see that one stands.
    from diwan.build import build_on

    return build_on(ground, project, wish_of(chosen))
