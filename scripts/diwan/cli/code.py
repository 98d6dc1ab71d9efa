"""Take codings made elsewhere into the records: a YAML file with one coder's answers about many articles.

By article, by question: value, confidence, reason, evidence (ids of passages), as in a record. The coder must stand in
corpus/codebook.yml. Then `diwan pin` writes the checksums of the passages, and `diwan check` judges the answers.
"""

import argparse
from pathlib import Path

from diwan.adding.codings import add_codings
from diwan.cli.say import counted, say, tell
from diwan.project import Project


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of the verb."""
    parser.add_argument("file", type=Path, metavar="FILE", help="the answers (YAML)")
    parser.add_argument("--coder", required=True, help="who gave them, by id of the codebook")
    parser.add_argument("--date", required=True, help="the day they were given (2026-11-28)")


def run(project: Project, chosen: argparse.Namespace) -> int:
    """Write the codings; 1 if something must be mended first."""
    outcome = add_codings(project, chosen.file, chosen.coder, chosen.date)
    code = tell(outcome.problems)
    say(f"{counted(outcome.value, 'article')} coded by {chosen.coder}")
    return code
