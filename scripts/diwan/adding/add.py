"""Adding articles: from what somebody saved, named or listed to records that pass the check.

In: a project and arguments. Out: what was added or would be, and problems. Steps for each article: get its source and
read it; gather facts; find its outlet, its themes and the articles near it; name it; write source, outlet and record,
in this order, each as a new file or at the end of its list. Nothing that stands is ever written over.
"""

import re
import shlex
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from diwan.adding.addresses import host_of
from diwan.adding.beside import BESIDE_THE_TITLE, outlet_beside
from diwan.adding.desk import OUTLETS, Desk, open_desk
from diwan.adding.facts import Facts, date_left_out, facts_of, without_house
from diwan.adding.fetching import Fetcher
from diwan.adding.given import Given, for_one, misfits
from diwan.adding.hydrate import says_headline
from diwan.adding.items import Item, items_of
from diwan.adding.missing import missing_from
from diwan.adding.namesakes import namesakes_of
from diwan.adding.neighbours import neighbours_of
from diwan.adding.otherwise import said_otherwise
from diwan.adding.outlets import UNKNOWN_OUTLET, ProposedOutlet
from diwan.adding.record import Proposal, name_of, text_of
from diwan.adding.sources import Batch, Source, read_sources, source_of
from diwan.adding.themes import propose_themes
from diwan.adding.words import line_of
from diwan.alone import alone
from diwan.corpus.validation import validate
from diwan.corpus.yamlfile import parse_yaml, split_front_matter
from diwan.documents.convert import document_of_bytes
from diwan.documents.formats import suffix_of
from diwan.documents.language import get_ready
from diwan.files import read_text, write_if_changed, write_new
from diwan.garbage import uncollected
from diwan.model.block import BlockKind, Document
from diwan.model.record import UNKNOWN, Record
from diwan.problems import Location, Outcome, Problem, Report, Severity
from diwan.project import Project

#: Seconds after which a source that is still being read is long: then there is time to load what tells languages apart,
#: which takes .3, and a long text needs it. A page of the press is read in a tenth.
_LONG = 0.5
_EMPTY_LIST = re.compile(r"^\[\]\s*$", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class AddingWish:
    """What somebody asks of `diwan add`."""

    arguments: Sequence[str]
    #: Whether pages of a list of references are fetched as well.
    fetch_listed: bool = False
    given: Given = field(default_factory=Given)
    dry_run: bool = False
    fetcher: Fetcher = field(default_factory=Fetcher)
    #: Told how many of how many articles are done.
    progress: Callable[[int, int], None] = lambda _done, _all: None


def add(project: Project, wish: AddingWish) -> Outcome[list[Proposal]]:
    """Add the articles wished for; return what was, or on a dry run would be, added."""
    report = Report()
    items = report.keep(items_of(wish.arguments))
    with uncollected():
        # A single source is read while the desk is opened; many are read by several processes, once it is. Who stops the program
        # does not wait for a page.
        begun = ThreadPoolExecutor(1).submit(lambda: [*_read(items, wish)]) if len(items) == 1 else None
        desk = report.keep(open_desk(project))
        if begun and wait([begun], _LONG).not_done:
            get_ready()
    if desk is None:
        return Outcome([], tuple(report.problems))
    report.add(problems := [*misfits(wish.given, desk.corpus, desk.taken, len(items))])
    if problems:
        return Outcome([], tuple(report.problems))
    if not begun:
        items = report.keep(_new(items, desk))
    read = begun.result() if begun else _read(items, wish)
    if wish.dry_run:
        return Outcome(list(_added(len(items), read, desk, wish, report)), tuple(report.problems))
    with alone(project) as busy:
        if busy:
            return Outcome([], (*report.problems, busy))
        added = list(_added(len(items), read, desk, wish, report))
    return Outcome(added, tuple(report.problems))


def _added(
    count: int, read: Iterable[Batch], desk: Desk, wish: AddingWish, report: Report
) -> Iterator[Proposal]:
    """Yield what is added of each of *count* items; a dossier shows only when it is read how many articles it has."""
    done = 0
    for batch in read:
        report.add(batch.problems)
        if wish.given.id and batch.count > 1:
            report.add([for_one(wish.given)])
            continue
        count += batch.count - 1
        for item, outcome in batch.sources:
            done += 1
            proposal = report.keep(_add_one(item, report.keep(outcome), desk, wish))
            wish.progress(done, count)
            if proposal:
                yield proposal


def _read(items: Sequence[Item], wish: AddingWish) -> Iterator[Batch]:
    return read_sources(items, lambda item: _fetched(item, wish))


def _fetched(item: Item, wish: AddingWish) -> Outcome[Source | None]:
    """Return the page at an item's address; of a list, only its facts unless pages were asked for."""
    if item.is_listed and not (wish.fetch_listed and item.url):
        return Outcome(Source(url=item.url))
    fetched = wish.fetcher.fetch(item.url)
    if fetched.value is None:
        return Outcome(None, fetched.problems)
    page = fetched.value
    outcome = document_of_bytes(page.data, PurePath(page.url.split("?")[0]).name or "page.html")
    return Outcome(source_of(outcome.value, page.data, page.url), outcome.problems)


def _add_one(item: Item, source: Source | None, desk: Desk, wish: AddingWish) -> Outcome[Proposal | None]:
    if source is None:
        return Outcome(None)
    sha256 = source.document.provenance.sha256 if source.document else ""
    if known := desk.known.by_checksum.get(sha256):
        mend = (
            "nothing is to be done"
            if desk.has_at_hand(known)
            else f"{_hydrating(item)} puts it into corpus/sources/"
        )
        return Outcome(None, (_known(item, f"this file is already the source of {known}", mend),))
    if not item.path and (known := desk.known.at(source.url)):
        return Outcome(None, (_recorded(item, known, desk),))
    proposal = propose(item, source, desk, wish.given)
    if known := _of_reference(item, source, proposal, desk):
        return Outcome(None, (_recorded(item, known, desk),))
    problems = () if wish.dry_run else _write(proposal, item, source, desk)
    if not problems:
        desk.keep(proposal)
    told = date_left_out(proposal.facts, item.listed, item.name)
    return Outcome(None if problems else proposal, (*problems, *told))


def _new(items: Sequence[Item], desk: Desk) -> Outcome[list[Item]]:
    """Return those of *items* that are not at the address of a record, so that nobody is asked for a page in vain."""
    known = {item.name: ident for item in items if not item.path and (ident := desk.known.at(item.url))}
    return Outcome(
        [item for item in items if item.name not in known],
        tuple(_recorded(item, known[item.name], desk) for item in items if item.name in known),
    )


def _of_reference(item: Item, source: Source, proposal: Proposal, desk: Desk) -> str | None:
    """Return the record of a reference that was listed before: as it is, or without the file that it has now."""
    if not source.document:
        return desk.known.of(proposal.facts, proposal.outlet.id)
    if item.is_listed:
        listed = facts_of(None, item.url, item.listed, item.name)
        known = desk.known.at(item.url) or desk.known.of(listed, proposal.outlet.id)
    else:
        known = desk.known.at(proposal.facts.url)
        # Another text at the address, or an article out of an archive's file, is nothing that `hydrate` would take.
        cut = source.document.provenance.cut_from
        if known and (cut or not says_headline(source.document, desk.records[known])):
            return None
    return known if known and not _has_source(known, desk) else None


def _has_source(ident: str, desk: Desk) -> bool:
    return ident in desk.records and desk.records[ident].source is not None


def _recorded(item: Item, ident: str, desk: Desk) -> Problem:
    """Return the problem of an article that has a record and comes without a file."""
    if _has_source(ident, desk):
        mend = "nothing is to be done; another version of the page is added as a file"
    elif item.path or item.url:
        mend = f"{_hydrating(item)} gives it {'the file that it has now' if item.path else 'the page'}"
    else:
        mend = "nothing is to be done; `diwan hydrate` finds its text, in a folder or, with --fetch, at its address"
    title = item.listed.get("title", "")
    what = f"“{line_of(title)}”" if title else "this page"
    return _known(item, f"{what} is recorded already: {ident}", mend)


def _hydrating(item: Item) -> str:
    """Return the command that takes what is the source of *item*, a list with its files as a whole."""
    what = item.name.rpartition("#")[0] if item.is_listed and item.path else str(item.path or item.url)
    return f"`diwan hydrate {shlex.quote(what)}`"


def _known(item: Item, message: str, mend: str) -> Problem:
    return Problem("source-known", Location(path=item.name), message, mend, Severity.WARNING)


def propose(item: Item, source: Source, desk: Desk, given: Given) -> Proposal:
    """Return the record proposed for the article in *source*, of which something is *given*."""
    document = source.document
    # Of a reference that names only a page, the page says more than its number in the list.
    name = item.url if item.is_listed and item.url else item.name
    facts = facts_of(document, source.url or item.url, item.listed, name)
    language = facts.language.value
    outlet = desk.outlets.find(facts.url, facts.outlet.value, facts.outlet.basis, language)
    if outlet.entry and document and (beside := outlet_beside(document, desk.outlets.by_name)):
        outlet = desk.outlets.find(facts.url, beside, BESIDE_THE_TITLE, language)
    outlet = given.outlet_or(outlet)
    facts = without_house(facts, desk.outlets.names_of(outlet.id))
    said = [item.listed[name] for name in ("keywords", "abstract") if name in item.listed]
    themes = given.themes_and(propose_themes(desk.finder, facts.title.value, document, language, said))
    checksum = document.provenance.sha256 if document else ""
    prints = source.prints
    otherwise = said_otherwise(item.listed if document or facts.date.value == UNKNOWN else {}, facts)
    near = neighbours_of(prints, facts.url, [facts.title.value], desk.register, desk.prints(language))
    return Proposal(
        id=given.id or name_of(facts, outlet.id, themes, checksum, desk.taken), facts=facts, outlet=outlet, themes=themes,
        neighbours=near, document=document, suffix=suffix_of(document.provenance.media_type) if document else "",
        prints=prints,
        notes=(*_namesakes(outlet, facts, desk), *_notes(item, document), *otherwise),
    )  # fmt: skip


def _namesakes(outlet: ProposedOutlet, facts: Facts, desk: Desk) -> Iterator[str]:
    """Yield the outlets that a new one may be."""
    if outlet.entry and outlet.id != UNKNOWN_OUTLET:
        known = desk.outlets
        for ident, why in namesakes_of(facts.outlet.value, host_of(facts.url), known.by_name, known.by_host):
            yield f"Outlet may be {ident}: {why}"


def _notes(item: Item, document: Document | None) -> tuple[str, ...]:
    """Return what is noted of where an article comes from: out of which file it was cut, which of several files it is."""
    name = item.path.name if item.path else item.name
    notes = []
    if item.others:
        others = ", ".join(path.name for path in item.others)
        is_one = "is" if len(item.others) == 1 else "are"
        notes.append(f"Source: {name}; {others} {is_one} attached to the reference as well")
    if document and document.provenance.cut_from:
        rights = [block.text for block in document.set_aside if block.kind is BlockKind.DISCLAIMER]
        notes.append(f"Cut out of {name}: article {document.provenance.cut_from}")
        notes += [f"Rights, as the archive states them: {text}" for text in rights]
    notes += [item.doubt] if item.doubt else []
    notes += missing_from(document) if document else []
    return tuple(map(line_of, notes))


def _write(proposal: Proposal, item: Item, source: Source, desk: Desk) -> tuple[Problem, ...]:
    """Write source, outlet and record; return the problems that kept them from being written."""
    text = text_of(proposal)
    name = f"corpus/articles/{proposal.id}.md"
    parsed = parse_yaml(split_front_matter(text)[0] or "", name, first_line=2)
    problems = (*parsed.problems, *validate(Record, parsed.value.data, parsed.value.place).problems)
    if problems:
        return problems
    project = desk.project
    try:
        if proposal.document and (source.data is not None or not _is_kept(item, project)):
            data = source.data if source.data is not None else (item.path or Path()).read_bytes()
            write_new(project.sources / f"{proposal.id}{proposal.suffix}", data)
        if proposal.outlet.entry:
            _append(project.corpus / OUTLETS, proposal.outlet.entry)
        write_new(project.root / name, text.encode())
    except FileExistsError as error:
        there = Path(str(error.filename2 or error.filename)).relative_to(project.root)
        message = f"it is there already, where a file of {item.name} would be written"
        mend = "look at that file: it may be this article; rename or remove it, then add again"
        return (Problem("file-in-the-way", Location(path=str(there)), message, mend),)
    return ()


def _is_kept(item: Item, project: Project) -> bool:
    """Whether the file already lies among the project's sources."""
    return item.path is not None and item.path.resolve().is_relative_to(project.sources.resolve())


def _append(path: Path, entry: str) -> None:
    former = read_text(path) if path.exists() else ""
    # An empty list is written as `[]` by whoever emptied it; nothing may follow that.
    former = _EMPTY_LIST.sub("", former)
    write_if_changed(path, f"{former.rstrip()}\n\n{entry}".lstrip("\n"))
