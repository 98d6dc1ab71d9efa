"""Write the checksum of its passage behind every pointer that has none yet.

With --renew also where the passage has changed since: look at it first.
"""

import argparse
import re
from collections import defaultdict

from diwan.cli.say import counted, say
from diwan.cli.wishing import add_source_arguments
from diwan.files import read_text, write_if_changed
from diwan.library.pointers import Pointing, pointings_of
from diwan.library.survey import survey
from diwan.memory import Memory
from diwan.project import Project


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of the verb."""
    add_source_arguments(parser)
    parser.add_argument("--renew", action="store_true", help="also pointers whose passage has changed")


def run(project: Project, chosen: argparse.Namespace) -> int:
    """Pin the pointers of the corpus."""
    found = survey(project.corpus, project.folders_of_sources(chosen.sources), Memory(project.memory)).value
    book = found.book
    due: dict[str, list[tuple[Pointing, str]]] = defaultdict(list)
    for pointing in pointings_of(found.corpus):
        pointer = pointing.pointer
        passage = book.get(pointer.article, {}).get(pointer.passage)
        checksum = passage.checksum if passage else found.unseen.get(f"{pointer.article}#{pointer.passage}")
        if checksum and pointer.checksum != checksum and (chosen.renew or not pointer.checksum):
            due[pointing.where.path].append((pointing, checksum))
    for path, pointings in due.items():
        file = project.root / path
        write_if_changed(file, _pinned(read_text(file), pointings))
    say(f"{counted(sum(map(len, due.values())), 'pointer')} pinned in {counted(len(due), 'file')}")
    return 0


def _pinned(text: str, pointings: list[tuple[Pointing, str]]) -> str:
    """Return *text* with the checksums of *pointings* written in, on the lines where they stand."""
    lines = text.split("\n")
    for pointing, checksum in pointings:
        number = pointing.where.line - 1
        passage = re.escape(pointing.pointer.passage)
        article = re.escape(pointing.pointer.article)
        pattern = rf"(?<![\w#-])((?:{article}#)?{passage})(?:@[0-9a-f]*)?(?![\w@])"
        lines[number] = re.sub(pattern, rf"\g<1>@{checksum}", lines[number])
    return "\n".join(lines)
