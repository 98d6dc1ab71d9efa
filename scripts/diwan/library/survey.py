"""The survey: everything read, everything judged, before anything is written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from diwan.corpus.check import check_references
from diwan.corpus.corpus import Corpus, load_corpus
from diwan.documents.convert import read_document
from diwan.documents.matching import match_sources
from diwan.library.articles import Article, join, sources_wanted
from diwan.library.essaylinks import check_essays
from diwan.library.pointers import PassageBook, check_pointers
from diwan.library.releasing import check_released, unseen_passages
from diwan.model.block import Document
from diwan.problems import Outcome, Report


@dataclass(frozen=True, slots=True)
class Survey:
    """The corpus, and its articles with what was recovered of their texts."""

    corpus: Corpus
    articles: Mapping[str, Article]

    @property
    def book(self) -> PassageBook:
        """The passages of every article at hand."""
        return {ident: article.passages() for ident, article in self.articles.items()}

    @property
    def unseen(self) -> Mapping[str, str]:
        """The checksums of released passages whose source is not at hand."""
        return unseen_passages(self.corpus.ledger, self.articles)


def survey(folder: Path, sources: Sequence[Path]) -> Outcome[Survey]:
    """Return what is in the corpus *folder* and the folders of *sources*, with everything that is wrong in it."""
    report = Report()
    corpus = report.keep(load_corpus(folder))
    report.add(check_references(corpus))
    files = report.keep(match_sources(sources_wanted(corpus), sources, folder.parent))
    found = Survey(corpus, join(corpus, report.keep(read_documents(files))))
    report.add(check_pointers(corpus, found.book, found.unseen))
    report.add(check_essays(corpus, found.book, found.unseen))
    report.add(check_released(corpus.ledger, found.articles, f"{folder.name}/ledger"))
    return Outcome(found, tuple(report.problems))


def read_documents(sources: Mapping[str, Path]) -> Outcome[dict[str, Document]]:
    """Return the documents recovered from *sources*, by article id."""
    report = Report()
    documents = {ident: report.keep(read_document(path)) for ident, path in sources.items()}
    return Outcome(
        {ident: document for ident, document in documents.items() if document}, tuple(report.problems)
    )
