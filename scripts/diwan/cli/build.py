"""Build the whole site: check, convert, render, index. The public edition goes into site/."""

import argparse

from diwan.build import build
from diwan.cli.say import say, tell
from diwan.cli.wishing import add_wish_arguments, wish_of
from diwan.project import Project


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of the verb."""
    add_wish_arguments(parser)


def run(project: Project, chosen: argparse.Namespace) -> int:
    """Build the site; 0 if nothing must be mended."""
    outcome = build(project, wish_of(chosen))
    code = tell(outcome.problems, strict=chosen.strict)
    if outcome.value:
        say(f"the site is ready in {outcome.value.relative_to(project.root)}/")
    return code if outcome.value else 1
