"""Finding leaks: runs of nine of a source's words, folded as for search, that its record does not permit.

In: the files of a site, the sources, the records. Out: every run, with the file it stands in and the article it
comes from. What is permitted is worked out here from the records alone and not asked of the gate: a check that
asked the gate would believe its mistakes.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path

from diwan.leaks.decode import decoded
from diwan.library.articles import Article
from diwan.model.block import Document
from diwan.model.record import Access, Record
from diwan.problems import Location, Problem
from diwan.shards import joined_shards
from diwan.text.runs import Gram, Runs, folded_words, grams, shared_runs
from diwan.text.words import NARROW_LETTERS, NARROW_TO_A_WORD

#: Words of a run that counts as a leak. Headlines, names of institutions and set phrases are shorter; of two people
#: who describe the same event, fewer than one in a thousand sentences share so many words in a row.
RUN = 9
_LETTER = re.compile(f"[{NARROW_LETTERS}]")


@dataclass(frozen=True, slots=True)
class Leak:
    """Words of an article in a file of the site: the file, the article, and the words as folded."""

    file: str
    article: str
    words: tuple[str, ...]


def guard(articles: Iterable[Article], strays: Mapping[str, Document]) -> Runs:
    """Return what is guarded: all runs of words of sources, except those that a record permits.

    *strays* are documents that no record names, by file name; nothing permits a word of them.
    """
    numbers: dict[str, int] = {}
    runs: dict[Gram, str] = {}
    permitted: set[Gram] = set()
    for article in articles:
        if article.document:
            titles = article.record.title.values()
            runs.update((run, article.id) for run in _runs_of(article.document, titles, numbers))
            for words in permitted_words(article.record, article.document):
                permitted.update(grams(words, RUN, numbers))
    for name, document in strays.items():
        runs.update((run, name) for run in _runs_of(document, [], numbers))
    return Runs(RUN, numbers, {run: ident for run, ident in runs.items() if run not in permitted})


def permitted_words(record: Record, document: Document) -> Iterator[list[str]]:
    """Yield the words of *document* that *record* permits to show: its headline always, else by its access."""
    yield from (folded_words(title) for title in record.title.values())
    kept = [word for block in document.kept for word in folded_words(block.text)]
    if record.access is Access.FULL:
        yield kept
        yield from (folded_words(block.text) for block in document.set_aside)
    elif record.access is Access.EXCERPT:
        yield kept[: record.excerpt_words or 0]


def leaks_of(site: Path, guarded: Runs) -> list[Leak]:
    """Return every leak in the files below *site*, each once a file."""
    files = sorted(path for path in site.rglob("*") if path.is_file())
    return joined_shards(partial(_leaks_of_share, site, guarded), files)


def _leaks_of_share(site: Path, guarded: Runs, files: Sequence[Path]) -> list[Leak]:
    found = []
    for file in files:
        name = file.relative_to(site).as_posix()
        texts = chain([name], decoded(file.read_bytes()))
        shared = chain.from_iterable(shared_runs(text, guarded) for text in texts)
        runs = dict.fromkeys((run.owner, run.words) for run in shared if _is_long(run.words))
        found += [Leak(name, article, words) for article, words in runs]
    return found


def _is_long(words: Sequence[str]) -> bool:
    """Tell whether a run has as many words as count, where letters of Thai, Lao, Burmese and Khmer are each found by themselves."""
    letters = sum(1 for word in words if _LETTER.fullmatch(word))
    return len(words) - letters + letters / NARROW_TO_A_WORD >= RUN


def problem_of(leak: Leak, site: str) -> Problem:
    """Return *leak* as a problem that says where and how much."""
    shown = " ".join(leak.words[:RUN])
    message = f"{len(leak.words)} words of '{leak.article}' in a row: “{shown}”"
    mend = "say it in our own words; or, if the record is wrong about its rights, correct `access`"
    return Problem("text-leaked", Location(path=f"{site}/{leak.file}"), message, mend)


def _runs_of(document: Document, titles: Iterable[str], numbers: dict[str, int]) -> Iterator[Gram]:
    """Yield the runs of a document. A headline parts them: what follows it in a citation is not what follows it here."""
    headlines = [folded_words(title) for title in titles]
    words: list[str] = []
    for block in document.blocks:
        folded = folded_words(block.text)
        if folded in headlines:
            yield from grams(words, RUN, numbers)
            words = []
        else:
            words += folded
    yield from grams(words, RUN, numbers)
