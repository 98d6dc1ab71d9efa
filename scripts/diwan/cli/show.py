"""Show how the source of an article was read: every block, kept (+) or set aside (-), by which rule, corrections included.

Corrections name blocks as they are printed here: line and checksum (see corpus/README.md). Where the source is not at
hand, the figures of the released report are shown.
"""

import argparse
import re

from diwan.cli.document import table_of
from diwan.cli.say import note, say, tell
from diwan.cli.wishing import add_source_arguments
from diwan.documents.flags import FLAGS
from diwan.documents.lines.rules import reason_of
from diwan.library.articles import Article
from diwan.library.survey import survey
from diwan.memory import Memory
from diwan.model.report import ConversionReport
from diwan.problems import nearest
from diwan.project import Project


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of the verb."""
    parser.add_argument("id", metavar="ID", help="the article: the name of its record without .md")
    add_source_arguments(parser)


def run(project: Project, chosen: argparse.Namespace) -> int:
    """Show the conversion of an article; 1 if there is no such article, or nobody has read it."""
    folders = project.folders_of_sources(chosen.sources)
    found = survey(project.corpus, folders, Memory(project.memory))
    article = found.value.articles.get(chosen.id)
    told = [problem for problem in found.problems if names_article(problem.where.path, chosen.id)]
    if article is None and (why := told or [one for one in found.problems if one.code == "corpus-missing"]):
        # A record that cannot be read is none, and is not to be looked for under another name.
        return tell(why) or 1
    if article is None:
        near = nearest(chosen.id, found.value.articles, "its id is the name of its record without .md")
        note(f"there is no article '{chosen.id}': {near}")
        return 1
    for problem in told:
        note(str(problem))
    return _show(article)


def names_article(path: str, ident: str) -> bool:
    """Whether *path* is that of a file of the article, and not of one whose id begins or ends in the same way."""
    return re.search(rf"(?<![a-z0-9-]){re.escape(ident)}(?![a-z0-9-])", path) is not None


def _show(article: Article) -> int:
    if article.document:
        say(table_of(article.document))
        return 0
    if article.report:
        say(figures_of(article.report))
        return 0
    note("its source is not at hand, and no report on it was released: `diwan hydrate` may find it")
    return 1


def figures_of(report: ConversionReport) -> str:
    """Return a report without words for a terminal."""
    share = report.share_kept or 0
    head = [
        f"source    {report.media_type}, {report.encoding}, {report.size:,} bytes, sha256 {report.sha256}",
        f"read by   {report.reader}",
        *([f"cut from  {report.cut_from}"] if report.cut_from else []),
        f"words     {report.words_kept:,} kept ({share:.1%}), {report.words_aside:,} set aside",
        *(f"flag      {FLAGS[flag.kind][0]} (× {flag.places})" for flag in report.flags),
    ]
    rows = [
        f"{block.line:5} - {block.kind:16} {block.words:5} words  {reason_of(block.rule, 'en')}"
        for block in report.set_aside
    ]
    return "\n".join([*head, "", *rows])
