"""Turn records and sources into Markdown pages with front matter, below docs/."""

import argparse

from diwan.build import convert
from diwan.cli.say import say, tell
from diwan.cli.wishing import add_wish_arguments, wish_of
from diwan.project import Project


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of the verb."""
    add_wish_arguments(parser)


def run(project: Project, chosen: argparse.Namespace) -> int:
    """Write the pages; 0 if nothing must be mended."""
    outcome = convert(project, wish_of(chosen))
    code = tell(outcome.problems, strict=chosen.strict)
    if not code:
        say(f"{outcome.value} pages changed")
    return code
