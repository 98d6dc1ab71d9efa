"""Judge the whole corpus and list everything that should be mended; write nothing."""

import argparse

from diwan.cli.say import tell
from diwan.library.judging import judge
from diwan.project import Project


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of the verb."""
    parser.add_argument("--strict", action="store_true", help="warnings count as errors")


def run(project: Project, chosen: argparse.Namespace) -> int:
    """Check the corpus; 0 if nothing must be mended."""
    return tell(judge(project.corpus), strict=chosen.strict)
