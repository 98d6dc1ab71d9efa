"""The build: read everything, judge everything, then write. Its functions read like tables of contents.

`convert` turns the corpus into Markdown pages below `docs/`; `build` goes on to a finished site. Nothing is
written until the corpus has been judged as a whole, and the former site stays whole until the new one is ready.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from diwan.corpus.check import check_references
from diwan.corpus.corpus import load_corpus
from diwan.documents.convert import read_document
from diwan.documents.matching import match_sources
from diwan.edition import Edition, EditionKind, open_edition
from diwan.files import replace_tree
from diwan.library.articles import join, sources_wanted
from diwan.library.essaylinks import check_essays
from diwan.library.library import make_library
from diwan.library.pointers import check_pointers
from diwan.model.block import Document
from diwan.pages.generate import generate_pages
from diwan.problems import Outcome, Report
from diwan.project import Project
from diwan.publish import Workplace, render_site, write_pages


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What somebody asks of a build."""

    edition: EditionKind = EditionKind.PUBLIC
    sources: Sequence[Path] = ()


def gather(project: Project, wish: Wish) -> Outcome[Edition | None]:
    """Read and judge the corpus; return the edition wished for, or None if something must be mended first."""
    report = Report()
    corpus = report.keep(load_corpus(project.corpus))
    report.add(check_references(corpus))
    sources = report.keep(match_sources(sources_wanted(corpus), _folders(project, wish), project.root))
    documents = report.keep(read_documents(sources))
    articles = join(corpus, documents)
    book = {ident: article.passages() for ident, article in articles.items()}
    report.add(check_pointers(corpus, book, {}))
    report.add(check_essays(corpus, book, {}))
    if report.has_errors:
        return Outcome(None, tuple(report))
    return Outcome(open_edition(make_library(corpus, articles), wish.edition), tuple(report))


def _folders(project: Project, wish: Wish) -> list[Path]:
    """Return the folders of sources: those wished for, or the corpus's own where there is one."""
    return [*wish.sources] or [folder for folder in [project.sources] if folder.is_dir()]


def read_documents(sources: Mapping[str, Path]) -> Outcome[dict[str, Document]]:
    """Return the documents recovered from *sources*, by article id."""
    report = Report()
    documents = {ident: report.keep(read_document(path)) for ident, path in sources.items()}
    return Outcome({ident: document for ident, document in documents.items() if document}, tuple(report.problems))


def convert(project: Project, wish: Wish) -> Outcome[int]:
    """Write the pages of the edition wished for; return how many files changed."""
    report = Report()
    edition = report.keep(gather(project, wish))
    changed = write_pages(Workplace(project, wish.edition), generate_pages(edition)) if edition else 0
    return Outcome(changed, tuple(report))


def build(project: Project, wish: Wish) -> Outcome[Path | None]:
    """Build the site of the edition wished for; return its folder, or None if something must be mended first."""
    report = Report()
    edition = report.keep(gather(project, wish))
    if edition is None:
        return Outcome(None, tuple(report))
    workplace = Workplace(project, wish.edition)
    write_pages(workplace, generate_pages(edition))
    staged = report.keep(render_site(workplace))
    if report.has_errors:
        return Outcome(None, tuple(report))
    replace_tree(staged, workplace.site)
    return Outcome(workplace.site, tuple(report))
