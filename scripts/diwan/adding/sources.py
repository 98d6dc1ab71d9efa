"""Sources: what is read of each item that somebody named: a page or a file, or the articles of a dossier.

In: items. Out: for each a batch of sources, as they are made. A file of a press archive is read once and taken apart; each of
its cuttings is then read from the very bytes that will be kept, as any source is.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, groupby
from pathlib import Path

from diwan.adding.choosing import best_of
from diwan.adding.items import Item
from diwan.adding.neighbours import Print, prints_of
from diwan.adding.words import line_of
from diwan.documents.convert import document_of_bytes, read_apart
from diwan.documents.dossiers.cutting import Cutting, bytes_of
from diwan.documents.dossiers.dossier import Dossier
from diwan.documents.formats import likely_format
from diwan.documents.pieces import Piece
from diwan.model.block import Document
from diwan.problems import Location, Outcome, Problem, Severity
from diwan.shards import as_made

#: Files that a process reads before it hands them on: the work of a second.
_TOGETHER = 10
#: Places in a file that are named; of more the others are counted.
_MOST_RUNS = 5
#: Characters of a line that are shown of what stands in no article.
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Source:
    """A source that was read, or was not: its bytes if it is no file yet, its document, its address, its prints."""

    data: bytes | None = None
    document: Document | None = None
    url: str = ""
    prints: tuple[Print, ...] = ()


@dataclass(frozen=True, slots=True)
class Batch:
    """What one item holds: a source, or those of a dossier, with what was found wrong with the item as a whole."""

    count: int
    sources: Iterable[tuple[Item, Outcome[Source | None]]]
    problems: tuple[Problem, ...] = ()


def source_of(document: Document | None, data: bytes | None = None, url: str = "") -> Source | None:
    """Return the source with *document*, to be compared with others; none where there is none."""
    return Source(data, document, url, prints_of(block.text for block in document.kept)) if document else None


def read_sources(items: Sequence[Item], fetched: Callable[[Item], Outcome[Source | None]]) -> Iterator[Batch]:
    """Yield the sources of each of *items*; what has no file is *fetched*."""
    paths = [_files(item) for item in items if item.path]
    read = chain.from_iterable(as_made(_read_share, paths, _TOGETHER))
    for named in items:
        path, outcome = next(read) if named.path else (None, fetched(named))
        item = replace(named, path=path, others=tuple(other for other in _files(named) if other != path))
        if isinstance(outcome.value, Dossier):
            yield _taken_apart(item, outcome.value, outcome.problems)
        else:
            yield Batch(1, [(item, Outcome(outcome.value, outcome.problems))])


def _files(item: Item) -> tuple[Path, ...]:
    return (item.path, *item.others) if item.path else ()


def _read_share(paths: Sequence[tuple[Path, ...]]) -> list[tuple[Path, Outcome[Source | Dossier | None]]]:
    """Return for each article the file that is its source, and what was read of that."""
    return [_best([(path, _read(path)) for path in files]) for files in paths]


def _best(
    read: Sequence[tuple[Path, Outcome[Source | Dossier | None]]],
) -> tuple[Path, Outcome[Source | Dossier | None]]:
    """Return the best of the files of one article; what is wrong with others stops nothing where one could be read."""
    if len(read) == 1:
        return read[0]
    chosen = best_of([one.value.document if isinstance(one.value, Source) else None for _, one in read])
    path, outcome = next(((path, one) for path, one in (read[chosen], *read) if one.value), read[0])
    if outcome.value is None:
        return path, Outcome(None, tuple(problem for _, one in read for problem in one.problems))
    # A picture beside a page is no article, and nobody has to be told that it is none.
    others = (
        problem
        for other, one in read
        if other != path and likely_format(other.suffix)
        for problem in one.problems
    )
    return path, Outcome(
        outcome.value,
        (*outcome.problems, *(replace(problem, severity=Severity.WARNING) for problem in others)),
    )


def _read(path: Path) -> Outcome[Source | Dossier | None]:
    value, problems = read_apart(path)
    # The prints are made here, by every processor, and not where the records are made, one after the other.
    return Outcome(value if isinstance(value, Dossier) else source_of(value), problems)


def _taken_apart(item: Item, dossier: Dossier, problems: tuple[Problem, ...]) -> Batch:
    """Return the batch of a dossier; what a list says of the file is said of its article, if it has only one."""
    count = len(dossier.cuttings)
    listed = item.listed if count == 1 else {}
    names = [f"{item.name}#{number}" for number in range(1, count + 1)]
    cuttings = [(name, bytes_of(cutting)) for name, cutting in zip(names, dossier.cuttings, strict=True)]
    read = chain.from_iterable(as_made(_read_cuttings, cuttings, _TOGETHER))
    doubts = (_doubt(cutting, dossier) for cutting in dossier.cuttings)
    sources = (
        (replace(item, name=name, listed=listed, doubt=doubt), outcome)
        for name, doubt, outcome in zip(names, doubts, read, strict=True)
    )
    return Batch(count, sources, (*problems, *_left(item, dossier)))


def _doubt(cutting: Cutting, dossier: Dossier) -> str:
    """Return what is to be looked at in a cutting: what may be another article, whose beginning nobody knows."""
    headless = [piece for piece in cutting.pieces if piece in dossier.headless]
    return (
        f"Its {_lines(headless)} end like an article of their own: see whether they are of this one"
        if headless
        else ""
    )


def _read_cuttings(cuttings: Sequence[tuple[str, bytes]]) -> list[Outcome[Source | None]]:
    outcomes = [(data, document_of_bytes(data, name)) for name, data in cuttings]
    return [Outcome(source_of(outcome.value, data), outcome.problems) for data, outcome in outcomes]


def _left(item: Item, dossier: Dossier) -> Iterator[Problem]:
    """Yield what is to be told of a dossier: what stands in no article, and what ends like one and does not begin so."""
    where = Location(path=item.name)
    articles = "article" if len(dossier.cuttings) == 1 else "articles"
    if dossier.aside:
        message = f"{_lines(dossier.aside)} stand in none of its {len(dossier.cuttings)} {articles}"
        mend = "nothing is to be done if that is a cover, a list or the edges of pages; else add what it is by itself"
        yield Problem("dossier-rest", where, message, mend, Severity.WARNING)
    if dossier.headless:
        message = f"{_lines(dossier.headless)} end like an article and do not begin like one"
        mend = "they stand with the article before them: look at it, and drop them in corpus/corrections/ if they are none of it"
        yield Problem("dossier-headless", where, message, mend, Severity.WARNING)


def _lines(pieces: Sequence[Piece]) -> str:
    """Return which lines *pieces* are, and how they begin."""
    runs = [
        [piece.line for _, piece in run]
        for _, run in groupby(enumerate(pieces), key=lambda one: one[1].line - one[0])
    ]
    shown_runs = [str(run[0]) if len(run) == 1 else f"{run[0]} to {run[-1]}" for run in runs[:_MOST_RUNS]]
    lines = ", ".join(shown_runs) + (
        f" and {len(runs) - _MOST_RUNS} more places" if len(runs) > _MOST_RUNS else ""
    )
    shown = line_of(pieces[0].text)
    return f"lines {lines} (“{shown[:_SHOWN]}{'…' if len(shown) > _SHOWN else ''}”)"
