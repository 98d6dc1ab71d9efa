"""The build: read everything, judge everything, then write. Its functions read like tables of contents.

`convert` turns the corpus into Markdown pages below `docs/`; `build` goes on to a finished site. Nothing is
written until the corpus has been judged as a whole, and the former site stays whole until the new one is ready.
"""

import errno
import re
from collections.abc import Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from diwan.alone import alone
from diwan.edition import Edition, open_edition
from diwan.garbage import uncollected
from diwan.imprint import imprint_of
from diwan.library.families import check_families
from diwan.library.library import make_library
from diwan.library.quotations import check_quotations
from diwan.library.releasing import check_addresses
from diwan.library.survey import survey
from diwan.memory import Memory
from diwan.pages.generate import page_makers
from diwan.pages.page import Maker, address
from diwan.parts import note_parts
from diwan.problems import Location, Outcome, Problem, Report
from diwan.project import EditionKind, Project
from diwan.publish import Proof, Start, prove, show, write_pages
from diwan.shards import beside
from diwan.standing import Ground, looked_at, note_standing
from diwan.trees import Files, restore_tree
from diwan.workplace import Workplace

#: Lists by year, language and the like, and of words, come and go with what the corpus holds; nobody cites them.
_PASSING = re.compile(r"(?:[a-z]{2}/)?(?:lists|words)/")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What somebody asks of a build."""

    edition: EditionKind = EditionKind.PUBLIC
    sources: Sequence[Path] = ()
    #: Who does the work: the processors of this machine, or any other `concurrent.futures` executor.
    executor: Executor | None = None
    #: What was worked out before; None stands for what the project has on disk.
    memory: Memory | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """An edition and its pages, judged and ready to be written."""

    edition: Edition
    makers: tuple[Maker, ...]
    memory: Memory

    @property
    def addresses(self) -> list[str]:
        """The addresses of all pages that stay, below the root of the site, which is `./`."""
        return sorted(address(maker.path) or "./" for maker in self.makers if not _PASSING.match(maker.path))


def draft(project: Project, wish: Wish) -> Outcome[Draft | None]:
    """Return the edition wished for with all its pages, or None if something must be mended first."""
    report = Report()
    memory = wish.memory or Memory(project.memory, lasting=False)
    edition = report.keep(judge(project, wish, memory))
    makers = report.keep(draw_up(edition, memory)) if edition else None
    if edition is None or makers is None:
        return Outcome(None, tuple(report))
    return Outcome(Draft(edition, makers, memory), tuple(report))


def draw_up(edition: Edition, memory: Memory) -> Outcome[tuple[Maker, ...] | None]:
    """Return the makers of all pages of *edition*, or None if one that was released has gone without a sign."""
    report, makers = Report(), tuple(page_makers(edition, memory))
    drawn = Draft(edition, makers, memory)
    report.add(check_addresses(edition.library.corpus.ledger, drawn.addresses, "corpus/ledger"))
    return Outcome(None if report.has_errors else makers, tuple(report))


def judge(project: Project, wish: Wish, memory: Memory) -> Outcome[Edition | None]:
    """Read and judge the corpus; return the edition wished for, or None if something must be mended first."""
    report = Report()
    folders = project.folders_of_sources(wish.sources)
    found = report.keep(survey(project.corpus, folders, memory, wish.executor))
    if report.has_errors:
        return Outcome(None, tuple(report))
    library = make_library(found.corpus, found.articles, memory, wish.executor)
    report.add(check_families(library.articles, library.families))
    if wish.edition is EditionKind.PUBLIC:
        report.add(check_quotations(library.corpus, library.articles, memory))
    if report.has_errors:
        return Outcome(None, tuple(report))
    edition = open_edition(library, wish.edition, imprint_of(project.root), memory)
    return Outcome(edition, tuple(report))


def convert(project: Project, wish: Wish) -> Outcome[int]:
    """Write the pages of the edition wished for; return how many files changed."""
    report = Report()
    drafted = report.keep(draft(project, wish))
    if drafted is None:
        return Outcome(0, tuple(report))
    with alone(project) as busy:
        if busy:
            return Outcome(0, (busy,))
        drafted.memory.keep()
        try:
            changed = write_pages(Workplace(project, wish.edition), drafted.makers, wish.executor)
        except OSError as error:
            return Outcome(0, (*report, _disk_full(error)))
    return Outcome(changed, tuple(report))


def build(project: Project, wish: Wish) -> Outcome[Path | None]:
    """Build the site of the edition wished for; return its folder, or None if something must be mended first."""
    workplace = Workplace(project, wish.edition)
    ground, stands = looked_at(workplace, project.folders_of_sources(wish.sources))
    return stands or build_on(ground, project, wish)


def build_on(ground: Ground, project: Project, wish: Wish) -> Outcome[Path | None]:
    """Build the site on a *ground* on which none stands."""
    # All that is read stays until the end; what leaves garbage is done in shares.
    with uncollected():
        return _build_on(ground, project, wish)


def _build_on(ground: Ground, project: Project, wish: Wish) -> Outcome[Path | None]:
    workplace, report = Workplace(project, wish.edition), Report()
    memory = wish.memory or Memory(project.memory, lasting=False, seen=ground.files)
    with alone(project) as busy:
        if busy:
            return Outcome(None, (busy,))
        try:
            restore_tree(workplace.site)
            # One process reads and judges; meanwhile another makes ready where the next site is made.
            with beside(workplace.trees.level) as level:
                edition = report.keep(judge(project, wish, memory))
            shown = (
                report.keep(_make(workplace, Start(ground, level[0]), edition, memory)) if edition else None
            )
            if shown:
                proof, files = shown
                note_parts(workplace.parts, proof.parts.all, files)
                note_standing(workplace, proof.left, report, files)
                memory.keep()
        except OSError as error:
            return Outcome(None, (*report, _disk_full(error)))
    return Outcome(workplace.site if shown else None, tuple(report))


def _disk_full(error: OSError) -> Problem:
    """Return the problem of a disk that takes no more; any other *error* is raised again."""
    if error.errno not in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        raise error
    message = f"the disk takes no more: {error.strerror}"
    mend = "make room, or raise your quota; the site is as it was"
    return Problem("disk-full", Location(path=str(error.filename or ".diwan")), message, mend)


def _make(
    workplace: Workplace, start: Start, edition: Edition, memory: Memory
) -> Outcome[tuple[Proof, Files] | None]:
    """Build the site; return what readers see, and its files, or None if something must be mended first."""
    memory.keep()
    report = Report()
    proof = report.keep(prove(workplace, start, edition, memory, partial(draw_up, edition, memory)))
    if proof is None or report.has_errors:
        return Outcome(None, tuple(report))
    return Outcome((proof, show(workplace, proof)), tuple(report))
