"""Judge the whole corpus and list everything that should be mended; write nothing."""

import argparse

from diwan.budget import check_budget
from diwan.cli.say import tell
from diwan.cli.wishing import add_source_arguments
from diwan.library.families import check_families, families_of
from diwan.library.quotations import check_quotations
from diwan.library.survey import survey
from diwan.memory import Memory
from diwan.problems import Report
from diwan.project import Project


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of the verb."""
    add_source_arguments(parser)


def run(project: Project, chosen: argparse.Namespace) -> int:
    """Check the corpus; 0 if nothing must be mended."""
    memory = Memory(project.memory)
    found = survey(project.corpus, project.folders_of_sources(chosen.sources), memory)
    quoted = check_quotations(found.value.corpus, found.value.articles, memory)
    versions = check_families(found.value.articles, families_of(found.value.articles, memory))
    problems = [*found.problems, *quoted, *versions, *check_budget(project.root / "site")]
    return tell(Report(problems), strict=chosen.strict)
