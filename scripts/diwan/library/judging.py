"""Judging the corpus as a whole, before anything is written."""

from pathlib import Path

from diwan.corpus.check import check_references
from diwan.corpus.corpus import Corpus, load_corpus
from diwan.documents.passages import Passage, number_passages
from diwan.documents.readers.markdown import blocks_of_markdown
from diwan.library.pointers import check_pointers
from diwan.problems import Report


def judge(folder: Path) -> Report:
    """Return everything that is wrong with the corpus in *folder*."""
    report = Report()
    corpus = report.keep(load_corpus(folder))
    report.add(check_references(corpus))
    report.add(check_pointers(corpus, book_of_digests(corpus), {}))
    return report


def book_of_digests(corpus: Corpus) -> dict[str, dict[str, Passage]]:
    """Return the passages of all digests, by article id and passage id."""
    book: dict[str, dict[str, Passage]] = {}
    for ident, article in corpus.articles.items():
        book[ident] = {}
        for language, digest in article.digests.items():
            blocks = blocks_of_markdown(digest.text, first_line=digest.first_line, language=language)
            book[ident].update({passage.id: passage for passage in number_passages(blocks, language)})
    return book
