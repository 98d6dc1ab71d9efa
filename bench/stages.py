"""The stages of a build, each in one process: how much of it in a second of processor time.

Mentions also as a build of two processes finds them: how much in a second of the clock, each process over all the texts.
"""

import multiprocessing
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from diwan.documents.convert import read_document
from diwan.edition import open_edition
from diwan.garbage import uncollected
from diwan.library.concepts import concepts_of
from diwan.library.library import make_library
from diwan.library.mentions import MentionFinder, names_by_form
from diwan.library.survey import survey
from diwan.memory import Memory
from diwan.pages.generate import page_makers
from diwan.project import EditionKind
from diwan.search.batches import Cutter
from diwan.search.fragments import fragment_of
from diwan.search.matter import parts_of_article
from diwan.text.fold import fold_together

T = TypeVar("T")
#: Articles looked at: the figures are rates, and more of them say the same.
LOOKED_AT = 1_000


def timed(work: Callable[[], T]) -> tuple[T, float]:
    """Return what *work* gives, and the seconds of processor time it took."""
    start = time.process_time()
    made = work()
    return made, time.process_time() - start


def on_two_processors(work: Callable[[], object]) -> float:
    """Return in how many seconds of the clock two processes, which are there, have each done *work*."""
    context = multiprocessing.get_context("fork")
    gate = context.Barrier(3)

    def one() -> None:
        gate.wait()
        work()
        gate.wait()

    both = [context.Process(target=one) for _ in range(2)]
    for process in both:
        process.start()
    gate.wait()
    start = time.perf_counter()
    gate.wait()
    seconds = time.perf_counter() - start
    for process in both:
        process.join()
    return seconds


def measure(corpus: Path) -> dict[str, dict[str, float]]:
    """Return the rate of each stage."""
    sources = sorted((corpus / "corpus/sources").glob("*.txt"))[:LOOKED_AT]
    read_document(sources[0])
    documents, seconds = timed(lambda: [read_document(path).value for path in sources])
    found = {"conversion": {"articles_per_second": round(len(sources) / seconds)}}
    surveyed = survey(corpus / "corpus", [corpus / "corpus/sources"]).value
    names = names_by_form(concepts_of(surveyed.corpus).values())
    # The texts of an article at once, as a build looks through them.
    texts = [
        ([block.text for block in document.kept], document.language or "en")
        for document in documents
        if document
    ]
    size = sum(len(text.encode()) for article, _ in texts for text in article) / 1e6

    def find() -> None:
        finder = MentionFinder(names)
        with uncollected():
            for article, language in texts:
                finder.spans_in(fold_together(article), language)

    together = on_two_processors(find)
    _, seconds = timed(find)
    found["mentions"] = {
        "mb_per_second": round(size / seconds, 1),
        "mb_per_second_on_two_processors": round(2 * size / together, 1),
    }
    library = make_library(surveyed.corpus, surveyed.articles)
    edition = open_edition(library, EditionKind.PUBLIC)
    makers, seconds = timed(lambda: list(page_makers(edition, Memory())))
    found["desks, lists, concepts"] = {"seconds": round(seconds, 2), "pages": len(makers)}
    chosen = [maker for maker in makers if "articles/article-" in maker.path][:LOOKED_AT]
    _, seconds = timed(lambda: [str(maker.make()) for maker in chosen])
    found["pages of articles as Markdown"] = {"pages_per_second": round(len(chosen) / seconds)}
    published = list(edition.articles.values())[:LOOKED_AT]
    _, seconds = timed(lambda: Cutter().words(parts_of_article(edition, one) for one in published))
    found["words for search"] = {"articles_per_second": round(len(published) / seconds)}
    _, seconds = timed(lambda: [fragment_of({}, parts_of_article(edition, one)) for one in published])
    found["fragments for search"] = {"articles_per_second": round(len(published) / seconds)}
    return found
