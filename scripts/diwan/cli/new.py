"""Begin a corpus of your own in a new folder.

It gets settings, a codebook with one question as an example, empty lists, and pages to write; the crosswalk and the
data dictionary are those of the project at hand, or the program's own where there is none.
"""

import argparse
from pathlib import Path

from diwan.beginning import begin
from diwan.cli.say import say, tell
from diwan.project import Project


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the verb."""
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="where it will stand: new or empty")
    parser.add_argument("--name", help="what it is called (default: the folder's name)")
    parser.add_argument("--arabic-name", help="what it is called in Arabic (default: the same)")


def run(project: Project, chosen: argparse.Namespace) -> int:
    """Make the folder a project; 1 if that was not possible."""
    folder = chosen.folder.resolve()
    name = chosen.name or folder.name.replace("-", " ").replace("_", " ").title()
    if problems := begin(project, folder, {"en": name, "ar": chosen.arabic_name or name}):
        return tell(problems)
    say(f"{chosen.folder}: {name}, with nothing in it yet. What to do next, in that folder:")
    say("  diwan add FILE_OR_ADDRESS…    take in articles: saved pages, PDF, Word, EPUB, lists from Zotero")
    say("  diwan serve                   see the site, which follows what you change")
    say("  corpus/codebook.yml           put your questions in the place of the example")
    say("  corpus/fields.yml, docs/      say what the corpus is, and who keeps it")
    return 0
