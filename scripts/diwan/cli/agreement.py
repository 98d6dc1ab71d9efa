"""Tell how far coders agree: Krippendorff's alpha by question and language, and every disagreement.

Only readings count, each of which judged the article alone. Intervals are of 95 %.
"""

import argparse

from diwan.cli.say import say, tell
from diwan.cli.wishing import add_source_arguments
from diwan.library.agreement import Agreement, agreements
from diwan.library.survey import survey
from diwan.project import Project


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of the verb."""
    add_source_arguments(parser)


def run(project: Project, chosen: argparse.Namespace) -> int:
    """Print the table and the disagreements; 1 if the corpus must be mended first."""
    found = survey(project.corpus, project.folders_of_sources(chosen.sources))
    codebook = found.value.corpus.codebook
    if codebook is None:
        return tell(found.problems)
    table = agreements(found.value.articles, codebook.value)
    width = max(8, *(len(_which(row)) for row in table)) + 2
    say(f"{'question':24}{'articles':{width}}{'coded':>6}  {'all readers agree':24}{'alpha':>7}  interval")
    for row in table:
        say(_row(row, width))
    for row in table:
        for unit in row.units if row.overall else ():
            if not unit.agreed:
                say(f"\n{unit.article}, {row.question}")
                for coder, answer in unit.answers.items():
                    say(f"  {coder}: {answer.value} ({answer.confidence}). {answer.reason or ''}")
    return 0


def _which(row: Agreement) -> str:
    return row.language or ", ".join(row.coders) or "all"


def _row(row: Agreement, width: int) -> str:
    agree = "-"
    if row.share_interval:
        low, high = (round(100 * end) for end in row.share_interval)
        agree = f"{row.agreed} of {row.double} ({low}–{high} %)"
    alpha = "-" if row.alpha is None else f"{row.alpha:.3f}"
    interval = "{:.3f} to {:.3f}".format(*row.interval) if row.interval else "-"
    return f"{row.question:24}{_which(row):{width}}{row.coded:6}  {agree:24}{alpha:>7}  {interval}"
