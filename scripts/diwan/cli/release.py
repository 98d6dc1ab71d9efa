"""Release what is here: from now on every passage and every address of it must stay, or leave a sign.

Writes ids and checksums into corpus/ledger/, never text. Run it when an edition is published.
"""

import argparse

from diwan.build import Wish, draft
from diwan.cli.say import counted, say, tell
from diwan.cli.wishing import add_source_arguments
from diwan.files import write_if_changed
from diwan.library.releasing import ledger_files
from diwan.project import Project


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of the verb."""
    add_source_arguments(parser)


def run(project: Project, chosen: argparse.Namespace) -> int:
    """Write the ledger; 1 if something must be mended first."""
    outcome = draft(project, Wish(sources=tuple(chosen.sources)))
    code = tell(outcome.problems, strict=chosen.strict)
    if code or outcome.value is None:
        return code or 1
    library = outcome.value.edition.library
    folder = project.corpus / "ledger"
    files = ledger_files(library.corpus, library.articles, outcome.value.addresses)
    changed = sum(write_if_changed(folder / name, text) for name, text in files)
    say(f"{counted(changed, 'file')} of the ledger changed; commit them with the edition")
    return 0
