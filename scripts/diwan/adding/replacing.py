"""Replacing: a fuller text takes the place of a source that a paywall cut short.

In: a project, an article, and the file or address of its whole text. Out: the new source beside the former, which stays, and
the record that names it; or every reason why not, and nothing is written. What is cited has to be there unchanged.
"""

from dataclasses import dataclass

from diwan.adding.candidates import Candidate, candidate_at
from diwan.adding.fetching import Fetcher
from diwan.adding.hydrate import in_the_way, says_headline
from diwan.adding.rewriting import read_of, with_source
from diwan.alone import alone
from diwan.documents.convert import document_of_bytes
from diwan.documents.correcting import Placed, correct
from diwan.documents.matching import match_sources
from diwan.documents.report import report_of
from diwan.documents.shortened import opening_of, paywall_of
from diwan.files import read_text, seen_from, write_if_changed, write_new
from diwan.library.articles import sources_wanted
from diwan.library.cited import lost_passages
from diwan.library.survey import Survey, survey
from diwan.memory import Memory
from diwan.model.block import Document
from diwan.problems import Location, Outcome, Problem, Severity, nearest
from diwan.project import Project

_WHOLE = "give the whole text of this article, saved as it is shown to those who may read it"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplacingWish:
    """What somebody asks of `diwan hydrate --replace`."""

    article: str
    #: The file or address of the whole text.
    where: str
    dry_run: bool
    fetcher: Fetcher


@dataclass(frozen=True, slots=True)
class Replaced:
    """What came of it: the file of the former source, the new one, the words of each, and what the record says was read."""

    former: str
    file: str
    words: tuple[int, int]
    read: str
    #: Whether the new source may be an opening, too.
    is_doubtful: bool


def replace_source(project: Project, wish: ReplacingWish) -> Outcome[Replaced | None]:
    """Put the whole text in the place of the opening that is the source of an article."""
    with alone(project) as busy:
        if busy:
            return Outcome(None, (busy,))
        surveyed = survey(project.corpus, project.folders_of_sources([]), Memory(project.memory))
        # In a file that could not be read nobody knows what is cited.
        if errors := [problem for problem in surveyed.problems if problem.severity is Severity.ERROR]:
            return Outcome(None, tuple(errors))
        found = surveyed.value
        former = _former(found, wish)
        candidate = candidate_at(wish.where, wish.fetcher) if former.value else Outcome(None)
        if former.value is None or candidate.value is None:
            return Outcome(None, (*former.problems, *candidate.problems))
        document = _document(found, former.value, candidate.value, wish)
        if document.value is None or document.problems:
            return Outcome(None, document.problems)
        return _write(project, found, candidate.value, document.value, wish)


def _former(found: Survey, wish: ReplacingWish) -> Outcome[Document | None]:
    """Return the opening that is the article's source."""
    article = found.articles.get(wish.article)
    if article is None:
        near = nearest(wish.article, found.articles, "its id is the name of its record without .md")
        return _refused(wish, f"there is no article '{wish.article}'", near)
    if article.document is None:
        mend = "leave out --replace, and the source that the record names is looked for"
        return _refused(wish, f"'{article.id}' has no source at hand that could be replaced", mend)
    if opening_of(article.document) is None:
        mend = "delete its file and the lines `source:` of its record, and leave out --replace, if you know better"
        return _refused(wish, f"the source of '{article.id}' is not known as an opening", mend)
    return Outcome(article.document)


def _document(
    found: Survey, former: Document, candidate: Candidate, wish: ReplacingWish
) -> Outcome[Document | None]:
    """Return the document of the new source, with all that stands against it."""
    read = document_of_bytes(candidate.data, candidate.name)
    if read.value is None:
        return read
    article = found.articles[wish.article]
    entries = found.corpus.corrections.get(article.id, ())
    corrected = correct(read.value, [Placed(entry.value, entry.place.at) for entry in entries])
    document = corrected.value
    if flag := opening_of(document):
        return _refused(wish, f"it is only an opening as well (line {flag.line}: {flag.detail})", _WHOLE)
    if not says_headline(document, article.record):
        return _refused(wish, f"it does not say the headline of '{article.id}'", _WHOLE)
    if _words(document) <= _words(former):
        return _refused(wish, "it has no more words than the opening", _WHOLE)
    return Outcome(document, (*corrected.problems, *lost_passages(found.corpus, article, document.kept)))


def _words(document: Document) -> int:
    return report_of(document).words_kept


def _write(
    project: Project, found: Survey, candidate: Candidate, document: Document, wish: ReplacingWish
) -> Outcome[Replaced | None]:
    """Write the new source beside the former, then its name into the record."""
    file, article = found.corpus.articles[wish.article], found.articles[wish.article]
    folders = project.folders_of_sources([])
    at_hand = match_sources(sources_wanted(found.corpus), folders, project.root, Memory(project.memory)).value
    path = project.corpus / "articles" / f"{article.id}.md"
    text = with_source(read_text(path), file, document)
    if text is None:
        mend = f"put the file into corpus/sources/, write `sha256: {document.provenance.sha256}` there, and take `read` out of `undecided`"
        return _refused(wish, f"{file.place.path} is not written as `diwan add` writes records", mend)
    target = project.sources / f"{article.id}-whole{candidate.suffix}"
    if not wish.dry_run:
        try:
            write_new(target, candidate.data)
        except FileExistsError:
            return Outcome(None, (in_the_way(project, target, wish.where),))
        write_if_changed(path, text)
    words = (_words(article.document), _words(document)) if article.document else (0, 0)
    former = seen_from(project.root, at_hand[article.id].path)
    return Outcome(
        Replaced(former, seen_from(project.root, target), words, read_of(file), bool(paywall_of(document)))
    )


def _refused(wish: ReplacingWish, message: str, mend: str) -> Outcome[None]:
    return Outcome(None, (Problem("replacement-refused", Location(path=wish.where), message, mend),))
