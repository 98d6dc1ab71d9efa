"""Search a finished site for words of the sources that their records do not permit to show.

Everything below SITE is decoded: pages with their attributes and comments, data in all formats, archives, the
search index. A run of nine words in a row counts, spelled in any way that search takes for the same.
"""

import argparse
from pathlib import Path

from diwan.cli.say import counted, note, tell
from diwan.cli.wishing import add_source_arguments
from diwan.documents.convert import read_document
from diwan.documents.matching import strays_among
from diwan.leaks.find import guard, leaks_of, problem_of
from diwan.library.survey import survey
from diwan.project import Project


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of the verb."""
    parser.add_argument("site", type=Path, nargs="?", help="the folder of the site (default: site)")
    add_source_arguments(parser)


def run(project: Project, chosen: argparse.Namespace) -> int:
    """Search the site; 1 if something leaked, or if there was nothing to compare with."""
    site = chosen.site or project.root / "site"
    folders = project.folders_of_sources(chosen.sources)
    articles = survey(project.corpus, folders).value.articles
    wanted = {article.record.source.sha256 for article in articles.values() if article.record.source}
    read = {path.name: read_document(path).value for path in strays_among(wanted, folders)}
    strays = {name: document for name, document in read.items() if document}
    known = sum(article.source is not None for article in articles.values())
    if not site.is_dir():
        note(f"there is no site in {site}: `diwan build` makes one")
        return 1
    if not known + len(strays):
        note("no sources are at hand to compare with: name their folder with --sources")
        return 1
    leaks = leaks_of(site, guard(articles.values(), strays))
    note(f"{counted(known + len(strays), 'source')} compared with {site}")
    return tell(problem_of(leak, site.name) for leak in leaks)
