"""Makes the search index of a project by itself and says what it took: `python bench/index_alone.py PROJECT`."""

import resource
import sys
import tempfile
import time
from pathlib import Path

from diwan.edition import EditionKind, open_edition
from diwan.imprint import Imprint
from diwan.library.library import make_library
from diwan.library.survey import survey
from diwan.memory import Memory
from diwan.project import Project
from diwan.search.bundle import write_search


def main(folder: Path) -> None:
    """Index, and print CPU seconds, seconds and the most memory of one process."""
    project = Project(folder)
    memory = Memory(project.memory)
    found = survey(project.corpus, project.folders_of_sources([]), memory).value
    edition = open_edition(make_library(found.corpus, found.articles, memory), EditionKind.PUBLIC, Imprint())
    before, start = _spent(), time.perf_counter()
    with tempfile.TemporaryDirectory() as site:
        count = write_search(edition, Path(site))
    spent, took = _spent() - before, time.perf_counter() - start
    most = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    print(
        f"{count} articles: {spent:.1f} CPU s, {took:.1f} s, {spent / count * 1e3:.2f} CPU ms an article, {most / 1024:.0f} MB"
    )


def _spent() -> float:
    return sum(
        usage.ru_utime + usage.ru_stime
        for usage in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
