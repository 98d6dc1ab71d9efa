"""Hydrating: finding the sources that records name, or could name, in folders and at addresses.

In: a project, folders, files, addresses and lists of references with their files. Out: what was found for which record, and problems. A file whose checksum
a record has is its source, whatever its name; a file of a press archive is taken apart for such sources. Else a page belongs to the record of its address, if that has no source
yet and the page says the record's headline: addresses outlive their pages. The record then gets the checksum, and
what it does not know and the source states (`filling`).
"""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from diwan.adding.addresses import is_address, page_key
from diwan.adding.candidates import Candidate, candidate_at, places_of
from diwan.adding.fetching import Fetcher
from diwan.adding.filling import Filled, filled_by, with_filled
from diwan.adding.themes import propose_themes, theme_finder
from diwan.adding.words import words_key
from diwan.alone import alone
from diwan.corpus.corpus import Corpus, load_corpus
from diwan.documents.convert import document_of_bytes, dossier_in
from diwan.documents.dossiers.cutting import MEDIA_TYPE, bytes_of
from diwan.documents.matching import match_sources
from diwan.files import read_text, write_if_changed, write_new
from diwan.library.articles import sources_wanted
from diwan.library.mentions import MentionFinder
from diwan.memory import Memory
from diwan.model.block import Document
from diwan.model.record import UNKNOWN, Record
from diwan.model.title import is_supplied
from diwan.problems import Location, Outcome, Problem, Report, Severity
from diwan.project import Project
from diwan.text.fold import fold
from diwan.text.words import words_of

K = TypeVar("K")
#: Share of the words of a headline that its page says: pages shorten headlines and change their quotes.
_SAID = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class HydratingWish:
    """What somebody asks of `diwan hydrate`."""

    #: Files, folders, addresses.
    arguments: Sequence[str] = ()
    #: Whether the addresses of all records that lack a source are asked.
    fetch: bool = False
    dry_run: bool = False
    fetcher: Fetcher = field(default_factory=Fetcher)
    progress: Callable[[int, int], None] = lambda _done, _all: None


@dataclass(frozen=True, slots=True)
class Found:
    """A source found for an article: where it was, and how it was told."""

    article: str
    where: str
    how: str
    #: What the source fills in the record, and what it states otherwise, in lines.
    told: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Hydrated:
    """The sources that were found, among how many files and pages, and how many records lack one still."""

    found: Sequence[Found] = ()
    looked_at: int = 0
    lacking: int = 0


@dataclass
class _Wants:
    """The records that lack a source: how many, by the checksum they name, and those that name none by address and title."""

    count: int
    by_checksum: dict[str, Record]
    by_page: dict[str, Record]
    by_title: dict[tuple[str, ...], Record]
    #: Those that name a checksum, by address: another file from there is not their source.
    named_by_page: dict[str, Record]

    def without(self, ident: str) -> "_Wants":
        """Return what is wanted once an article has its source."""
        return _Wants(
            self.count, _but(ident, self.by_checksum), _but(ident, self.by_page), _but(ident, self.by_title),
            _but(ident, self.named_by_page),
        )  # fmt: skip


def _but(ident: str, wanted: Mapping[K, Record]) -> dict[K, Record]:
    return {key: record for key, record in wanted.items() if record.id != ident}


def hydrate(project: Project, wish: HydratingWish) -> Outcome[Hydrated]:
    """Find sources for the records of *project* that have none at hand."""
    report = Report()
    loaded = load_corpus(project.corpus)
    if missing := [problem for problem in loaded.problems if problem.code == "corpus-missing"]:
        return Outcome(Hydrated(), tuple(missing))
    wants = _wants(project, loaded.value)
    with alone(project) as busy:
        if busy:
            return Outcome(Hydrated(lacking=wants.count), (busy,))
        desk = _Desk(project, loaded.value)
        places = _places(wants, wish, report)
        kept = [_keep(desk, one, wish, report) for one in _each(places, wants, wish, report)]
    found = [one for one in kept if one]
    return Outcome(Hydrated(found, len(places), wants.count - len(found)), tuple(report.problems))


def _wants(project: Project, corpus: Corpus) -> _Wants:
    folders = project.folders_of_sources([])
    at_hand = match_sources(sources_wanted(corpus), folders, project.root, Memory()).value
    lacking = [file.record for ident, file in corpus.articles.items() if ident not in at_hand]
    named = [record for record in lacking if record.source]
    unnamed = [record for record in lacking if not record.source]
    titles = [(key, record) for record in unnamed for key in set(map(words_key, record.title.values()))]
    # A title that several have tells none of them.
    times = Counter(key for key, _ in titles)
    by_title = {key: record for key, record in titles if times[key] == 1}
    by_checksum = {record.source.sha256: record for record in named if record.source}
    return _Wants(len(lacking), by_checksum, _by_page(unnamed), by_title, _by_page(named))


def _by_page(records: Iterable[Record]) -> dict[str, Record]:
    pages: dict[str, Record] = {}
    for record in records:
        for url in (record.url, record.archived):
            if url != UNKNOWN:
                pages.setdefault(page_key(url), record)
    return pages


@dataclass
class _Desk:
    """What is asked of the corpus to fill a record."""

    project: Project
    corpus: Corpus

    @cached_property
    def _finder(self) -> MentionFinder:
        return theme_finder(self.corpus)

    def filled(self, ident: str, document: Document) -> Filled:
        """Return what *document* fills in the record of an article; a record that names its source is left as it is."""
        record = self.corpus.articles[ident].record
        if record.source:
            return Filled()
        outlet = self.corpus.outlets.get(record.outlet)
        title = next(iter(record.title.values()))
        language = document.language or record.language
        themes = propose_themes(self._finder, title, document, language) if record.undecided else ()
        return filled_by(
            self.corpus.articles[ident], document, [*outlet.value.name.values()] if outlet else [], themes
        )

    def write(self, ident: str, filled: Filled) -> Sequence[str]:
        """Write what is filled into a record, at least its source where the rest does not fit; return what is to be told."""
        if not filled.fields:
            return filled.told
        path = self.project.corpus / "articles" / f"{ident}.md"
        for fill in (filled, Filled({"source": filled.fields["source"]})):
            if text := with_filled(read_text(path), self.corpus.articles[ident], fill):
                write_if_changed(path, text)
                break
        return filled.told if fill is filled else [f"not written, by hand: {told}" for told in filled.told]


_Place = tuple[str, str, str]
_Kept = tuple[Found, Candidate, Document]


def _places(wants: _Wants, wish: HydratingWish, report: Report) -> list[_Place]:
    """Return the files and addresses to be looked at, each with address and title as far as a list gives them."""
    arguments = [*wish.arguments]
    if wish.fetch:
        arguments += sorted({record.url for record in wants.by_page.values() if record.url != UNKNOWN})
    return [place for argument in arguments for place in report.keep(places_of(argument))]


def _each(places: Sequence[_Place], wants: _Wants, wish: HydratingWish, report: Report) -> Iterator[_Kept]:
    """Yield what is found, candidate by candidate; a record that has found its source wants no more."""
    for number, (place, url, title) in enumerate(places, start=1):
        candidate = report.keep(candidate_at(place, wish.fetcher))
        candidate = replace(candidate, url=candidate.url or url, title=title) if candidate else None
        for one in [candidate, *_cuttings(candidate, wants)] if candidate else []:
            found = report.keep(_match(one, wants))
            if found is None:
                continue
            wants = wants.without(found[0].article)
            yield found
        wish.progress(number, len(places))


def _cuttings(candidate: Candidate, wants: _Wants) -> Iterator[Candidate]:
    """Yield the cuttings of a file of a press archive that records want."""
    wanted = {record.source.media_type for record in wants.by_checksum.values() if record.source}
    dossier = dossier_in(candidate.data, candidate.name) if MEDIA_TYPE in wanted else None
    for cutting in dossier.cuttings if dossier else ():
        data = bytes_of(cutting)
        if hashlib.sha256(data).hexdigest() in wants.by_checksum:
            yield Candidate(f"{candidate.name}#{cutting.number}", data)


def _match(candidate: Candidate, wants: _Wants) -> Outcome[_Kept | None]:
    """Return the record whose source a candidate is, if there is one."""
    read = document_of_bytes(candidate.data, candidate.name)
    document = read.value
    if document is None:
        return Outcome(None, tuple(_as_warning(problem) for problem in read.problems))
    if record := wants.by_checksum.get(document.provenance.sha256):
        return Outcome((Found(record.id, candidate.name, "its checksum"), candidate, document))
    addresses = [url for url in (candidate.url, candidate.name, document.url or "") if is_address(url)]
    record = next((wants.by_page[page_key(url)] for url in addresses if page_key(url) in wants.by_page), None)
    record = record or (wants.by_title.get(words_key(candidate.title)) if candidate.title else None)
    if record is None:
        return Outcome(None, tuple(_other_versions(candidate, document, addresses, wants)))
    if not says_headline(document, record):
        what = "the page at the address" if addresses else "the file attached to the reference"
        message = f"{what} of '{record.id}' does not say its headline"
        mend = "look at it: if it is the article, save it and add its checksum to the record by hand"
        where = Location(path=candidate.name)
        return Outcome(None, (Problem("page-differs", where, message, mend, Severity.WARNING),))
    return Outcome((Found(record.id, candidate.name, "its address and headline"), candidate, document))


def _other_versions(
    candidate: Candidate, document: Document, addresses: Sequence[str], wants: _Wants
) -> Iterator[Problem]:
    """Yield the problem of a page whose record names another file, which is not at hand."""
    pages = dict.fromkeys(map(page_key, addresses))
    record = next((wants.named_by_page[page] for page in pages if page in wants.named_by_page), None)
    if record and says_headline(document, record):
        message = f"this is the page of '{record.id}', but not the file that its record names by checksum"
        mend = "look for that file; or take `source:` out of the record, and `diwan hydrate` takes this one"
        yield Problem("page-differs", Location(path=candidate.name), message, mend, Severity.WARNING)


def _as_warning(problem: Problem) -> Problem:
    return Problem(problem.code, problem.where, problem.message, problem.mend, Severity.WARNING)


def says_headline(document: Document, record: Record) -> bool:
    """Whether *document* says a headline that *record* gives as the article's own, if it gives one."""
    said = set(words_of(fold(" ".join([document.title or "", *(block.text for block in document.blocks)]))))
    titles = [title for title in record.title.values() if not is_supplied(title)]
    words = [set(words_of(fold(title))) for title in titles]
    return not titles or any(len(title & said) >= len(title) * _SAID for title in words)


def _keep(desk: _Desk, kept: _Kept, wish: HydratingWish, report: Report) -> Found | None:
    """Write a source, and what it fills into its record; return what was found if that could be done."""
    found, candidate, document = kept
    filled = desk.filled(found.article, document)
    if wish.dry_run:
        return replace(found, told=filled.told)
    target = desk.project.sources / f"{found.article}{candidate.suffix}"
    try:
        write_new(target, candidate.data)
    except FileExistsError:
        report.add([in_the_way(desk.project, target, found.where)])
        return None
    return replace(found, told=desk.write(found.article, filled))


def in_the_way(project: Project, target: Path, where: str) -> Problem:
    """Return the problem of a file that stands where the source from *where* would be written."""
    message = f"{target.relative_to(project.root)} is there already, and is another file"
    mend = "look at that file: rename or remove it, then try again"
    return Problem("file-in-the-way", Location(path=where), message, mend)
