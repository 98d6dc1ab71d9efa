"""The desk: the corpus as adding needs it, kept up to date while many articles are added."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from diwan.adding.known import Known
from diwan.adding.neighbours import Prints, Register, prints_of, prints_of_released
from diwan.adding.outlets import OutletFinder, outlet_finder
from diwan.adding.record import Proposal, fields_of
from diwan.adding.themes import theme_finder
from diwan.corpus.corpus import Corpus, load_corpus
from diwan.corpus.validation import validate
from diwan.corpus.yamlfile import Place
from diwan.documents.matching import match_sources
from diwan.documents.passages import TEXT_PREFIX
from diwan.library.articles import sources_wanted
from diwan.library.mentions import MentionFinder
from diwan.library.survey import read_documents
from diwan.memory import Memory
from diwan.model.record import Record
from diwan.problems import Location, Outcome, Problem, Severity
from diwan.project import Project

#: The list of the corpus to which adding writes.
OUTLETS = "outlets.yml"


@dataclass
class Desk:
    """What is known of the corpus, and of what was added since it was read."""

    project: Project
    corpus: Corpus
    finder: MentionFinder
    outlets: OutletFinder
    records: dict[str, Record]
    taken: set[str]
    known: Known
    register: Register = field(default_factory=Register)
    _prints: dict[str, Prints] = field(default_factory=lambda: defaultdict(Prints))
    _read: set[str] = field(default_factory=set)

    def prints(self, language: str) -> Prints:
        """Return the prints of the texts in *language*: those released, and those of sources at hand."""
        if language not in self._read:
            self._read.add(language)
            self._read_prints(language)
        return self._prints[language]

    def has_at_hand(self, ident: str) -> bool:
        """Whether the source of an article lies in the project: in a copy of it nobody has them at first."""
        return ident not in self.corpus.articles or ident in self._at_hand

    @cached_property
    def _at_hand(self) -> frozenset[str]:
        memory = Memory(self.project.memory)
        folders = self.project.folders_of_sources([])
        found = match_sources(sources_wanted(self.corpus), folders, self.project.root, memory).value
        return frozenset(found)

    def _read_prints(self, language: str) -> None:
        missing = set()
        for ident, record in self.records.items():
            if record.language == language:
                released = self.corpus.ledger.of(ident, TEXT_PREFIX)
                if released:
                    self._prints[language].put(ident, prints_of_released(released))
                else:
                    missing.add(ident)
        wanted = {sha: want for sha, want in sources_wanted(self.corpus).items() if want.article in missing}
        folders = self.project.folders_of_sources([])
        # What is wrong with sources of other articles is for `diwan check` to say.
        memory = Memory(self.project.memory)
        paths = match_sources(wanted, folders, self.project.root, memory).value if wanted else {}
        documents = read_documents(paths, self.project.root, memory).value
        memory.keep()
        for ident, document in documents.items():
            self._prints[language].put(ident, prints_of(block.text for block in document.unpack().kept))

    def keep(self, proposal: Proposal) -> None:
        """Note an article that was added, so that the next one is compared with it and does not take its name."""
        self.taken.add(proposal.id)
        language = proposal.facts.language.value
        self.prints(language).put(proposal.id, proposal.prints)
        record = validate(Record, fields_of(proposal), Place(proposal.id, {})).value
        if record:
            self.records[proposal.id] = record
            self.register.put(proposal.id, record)
            self.known.put(record)
        if proposal.outlet.entry:
            self.outlets = self.outlets.with_outlet(
                proposal.outlet, proposal.facts.outlet.value, proposal.facts.url
            )


def open_desk(project: Project) -> Outcome[Desk | None]:
    """Return the desk of *project*; None, with the problems, where there is no corpus, or its outlets cannot be read.

    A list that is broken knows none of them: each would be added to it a second time.
    """
    # What stands as it was in the last build is not read again.
    memory = Memory(project.memory, lasting=False)
    loaded = load_corpus(project.corpus, memory)
    memory.keep()
    problems = tuple(
        problem
        for problem in loaded.problems
        if problem.code == "corpus-missing"
        or (problem.severity is Severity.ERROR and problem.where.path == f"corpus/{OUTLETS}")
    )
    if problems:
        return Outcome(None, problems)
    corpus = loaded.value
    records = {ident: file.record for ident, file in corpus.articles.items()}
    files = _named_in(project, "articles")
    unread = (
        *_unread("articles", files - set(records), "what is added is not compared with"),
        *_unread("themes", _named_in(project, "themes") - set(corpus.themes), "nothing is proposed for"),
    )
    register, known = Register(), Known()
    for ident, record in records.items():
        register.put(ident, record)
        known.put(record)
    return Outcome(
        Desk(
            project=project,
            corpus=corpus,
            finder=theme_finder(corpus),
            outlets=outlet_finder(corpus),
            records=records,
            taken=files | set(corpus.ledger.passages),
            register=register,
            known=known,
        ),
        unread,
    )


def _named_in(project: Project, folder: str) -> set[str]:
    """Return the ids that files in a *folder* of the corpus are named by, whether or not they can be read."""
    return {path.stem.partition(".")[0] for path in (project.corpus / folder).glob("*.md")}


def _unread(folder: str, idents: set[str], what: str) -> Iterator[Problem]:
    """Yield what to bear in mind while files of a *folder* cannot be read."""
    if idents:
        first, *others = sorted(idents)
        message = (
            f"this file cannot be read{f', nor can {len(others)} others here' if others else ''}: {what} it"
        )
        where = Location(path=f"corpus/{folder}/{first}.md")
        mend = "run `diwan check`, which says what is wrong, and mend that first"
        yield Problem("corpus-unread", where, message, mend, Severity.WARNING)
