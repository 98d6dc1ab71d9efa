"""The survey: everything read, everything judged, before anything is written."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from functools import partial
from importlib import import_module
from pathlib import Path

from diwan.corpus.check import check_references
from diwan.corpus.corpus import Corpus, load_corpus
from diwan.corpus.corrections import check_corrections
from diwan.corpus.vocabularies import Entry
from diwan.documents.correcting import Placed, correct
from diwan.documents.matching import Source, match_sources
from diwan.files import seen_from
from diwan.library.articles import Article, join, pack_document, sources_wanted
from diwan.library.essaylinks import check_essays
from diwan.library.history import check_history
from diwan.library.openings import check_read
from diwan.library.pointers import Book, check_pointers
from diwan.library.releasing import check_released, unseen_passages
from diwan.memory import Memory
from diwan.model.block import Document
from diwan.model.correction import Correction
from diwan.packed import Packed
from diwan.problems import Outcome, Problem, Report, Severity
from diwan.shards import joined_shards

#: A document read and packed, or none, and what is wrong with its source.
_Read = Outcome[Packed[Document] | None]


#: The lists, by what an entry of each is.
_LISTS = {"outlet": "outlets.yml", "entity": "entities.yml", "event": "events.yml", "claim": "claims.yml"}


@dataclass(frozen=True, slots=True)
class Survey:
    """The corpus, and its articles with what was recovered of their texts."""

    corpus: Corpus
    articles: Mapping[str, Article]

    @property
    def book(self) -> Book:
        """The passages of every article at hand."""
        return Book(self.articles)

    @property
    def unseen(self) -> Mapping[str, str]:
        """The checksums of released passages whose source is not at hand."""
        return unseen_passages(self.corpus.ledger, self.articles)


def survey(
    folder: Path, sources: Sequence[Path], memory: Memory | None = None, executor: Executor | None = None
) -> Outcome[Survey]:
    """Return what is in the corpus *folder* and the folders of *sources*, with everything that is wrong in it."""
    report = Report()
    memory = memory or Memory()
    loaded = load_corpus(folder, memory)
    corpus = report.keep(loaded)
    report.add(check_references(corpus, memory))
    wanted = sources_wanted(corpus)
    files = report.keep(match_sources(wanted, sources, folder.parent, memory))
    needed = {want.article for want in wanted.values() if want.needed}
    documents = report.keep(read_documents(files, folder.parent, memory, executor, needed))
    report.add(check_corrections(corpus.corrections, corpus.articles, folder.name))
    corrected = report.keep(correct_documents(documents, corpus, memory))
    found = Survey(corpus, join(corpus, corrected, memory, executor))
    report.add(check_read(found.articles))
    report.add(check_pointers(corpus, found.book, found.unseen))
    report.add(check_essays(corpus, found.book, found.unseen))
    report.add(check_released(corpus.ledger, found.articles, f"{folder.name}/ledger"))
    report.add(check_history(corpus.ledger, found.articles, f"{folder.name}/ledger"))
    unread = _unread_in(folder, loaded) if report.problems else ()
    return Outcome(found, tuple(_certain(report.problems, unread)))


def _unread_in(folder: Path, loaded: Outcome[Corpus]) -> set[str]:
    """Return what could not be read of the corpus in *folder*, as `Problem.absent` says it, and the nouns of lists with a slip."""
    faulty = {Path(problem.where.path).name for problem in loaded.problems}
    return {
        *_unread("article", folder / "articles", loaded.value.articles),
        *_unread("theme", folder / "themes", loaded.value.themes),
        *(noun for noun, name in _LISTS.items() if name in faulty),
    }


def _unread(noun: str, folder: Path, read: Collection[str]) -> Iterator[str]:
    """Yield what is in a file of *folder* that could not be read, as `Problem.absent` says it."""
    for path in folder.glob("*.md"):
        # Texts in further languages have a point before theirs (`id.ar.md`), and are no entries.
        if "." not in path.stem and path.stem not in read:
            yield f"{noun} {path.stem}"


def _certain(problems: Iterable[Problem], unread: Collection[str]) -> Iterator[Problem]:
    """Yield *problems* but those that may only come of what is *unread*, which has been told of each file of it.

    Of a list with a slip nobody knows which ids it lacks, so that nothing is said to be absent from it.
    """
    records_unread = any(name.startswith("article ") for name in unread)
    for problem in problems:
        noun, _, _ = problem.absent.partition(" ")
        # Which source a record names that cannot be read, nobody knows.
        unsure = records_unread and problem.code == "source-unmatched"
        if not (unsure or problem.absent in unread or noun in unread):
            yield problem


def correct_documents(
    documents: Mapping[str, Packed[Document]], corpus: Corpus, memory: Memory
) -> Outcome[dict[str, Packed[Document]]]:
    """Return *documents* as people corrected them."""
    corrected = dict(documents)
    problems: list[Problem] = []
    for ident, entries in corpus.corrections.items():
        if ident in documents:
            inputs = (documents[ident], entries)
            outcome = memory.of_inputs("corrected", ident, inputs, partial(_correct, *inputs))
            corrected[ident] = outcome.value
            problems += outcome.problems
    return Outcome(corrected, tuple(problems))


def _correct(document: Packed[Document], entries: Sequence[Entry[Correction]]) -> Outcome[Packed[Document]]:
    outcome = correct(document.unpack(), [Placed(entry.value, entry.place.at) for entry in entries])
    return Outcome(pack_document(outcome.value), outcome.problems)


def read_documents(
    sources: Mapping[str, Source],
    root: Path,
    memory: Memory,
    executor: Executor | None = None,
    needed: Collection[str] = (),
) -> Outcome[dict[str, Packed[Document]]]:
    """Return the documents recovered from *sources*, by article id; problems name files as seen from *root*.

    A source that cannot be read stops the build only where its article is among those *needed*.
    """
    documents: dict[str, Packed[Document]] = {}
    problems: list[Problem] = []
    paths = [source.path for source in sources.values()]
    # What a reader makes of a source hangs on its bytes and on the suffix, which helps to tell what it is.
    keys = [f"{source.sha256}{source.path.suffix}" for source in sources.values()]

    def read(places: list[int]) -> list[_Read]:
        # Loaded before processes are forked, and only where there is something to read: mostly there is not.
        import_module("diwan.documents.convert")
        return joined_shards(_read_share, [paths[place] for place in places], executor)

    found = memory.of_neighbours("document", tuple(sources), keys, read, _passing)
    for ident, outcome in zip(sources, found, strict=True):
        if outcome.problems:
            name = seen_from(root, sources[ident].path)
            severity = Severity.ERROR if ident in needed else Severity.WARNING
            problems += [
                replace(problem, where=replace(problem.where, path=name), severity=severity)
                for problem in outcome.problems
            ]
        if outcome.value:
            documents[ident] = outcome.value
    return Outcome(documents, tuple(problems))


def _passing(read: _Read) -> bool:
    return any(problem.passing for problem in read.problems)


def _read_share(paths: Sequence[Path]) -> list[_Read]:
    from diwan.documents.convert import read_document

    outcomes = map(read_document, paths)
    return [
        Outcome(pack_document(outcome.value) if outcome.value else None, outcome.problems)
        for outcome in outcomes
    ]
