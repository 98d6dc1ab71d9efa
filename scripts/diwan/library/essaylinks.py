"""Links in essays and notes: `[words](article:id#en2)`, `[words](theme:id)` and so on for every vocabulary."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from diwan.corpus.corpus import Corpus
from diwan.library.pointers import Book
from diwan.problems import Location, Problem, nearest, unknown

_LINK = re.compile(
    r"\]\((?P<kind>article|theme|entity|outlet|event|claim):(?P<id>[^)#\s]*)(?:#(?P<passage>[^)\s]*))?\)"
)
_LINKED = re.compile(r"\[(?P<words>[^\[\]]*)" + _LINK.pattern)


@dataclass(frozen=True, slots=True)
class EssayLink:
    """One link of an essay to something in the corpus."""

    kind: str
    id: str
    passage: str


def essay_links(text: str) -> Iterator[tuple[re.Match[str], EssayLink]]:
    """Yield the links of *text* to the corpus, each with the match that found it."""
    for found in _LINK.finditer(text):
        yield found, _link_of(found)


def replace_links(text: str, addresses: Mapping[EssayLink, str]) -> str:
    """Return *text* with every link to the corpus replaced by its address in *addresses*."""
    return _LINK.sub(lambda found: f"]({addresses[_link_of(found)]})", text)


def pieces_of(text: str) -> Iterator[tuple[str, EssayLink | None]]:
    """Yield a line of ours in pieces: words, and the link of the corpus that they carry if they carry one."""
    end = 0
    for found in _LINKED.finditer(text):
        yield text[end : found.start()], None
        yield found["words"], _link_of(found)
        end = found.end()
    yield text[end:], None


def _link_of(found: re.Match[str]) -> EssayLink:
    return EssayLink(found["kind"], found["id"], found["passage"] or "")


def plain(text: str) -> str:
    """Return a line of ours as it is read, without the addresses of its links."""
    return "".join(words for words, _ in pieces_of(text))


def check_essays(corpus: Corpus, book: Book, unseen: Mapping[str, str]) -> tuple[Problem, ...]:
    """Return a problem for every link of an essay or of a note on an article that leads nowhere."""
    homes: dict[str, Mapping[str, object]] = {
        "article": corpus.articles,
        "theme": corpus.themes,
        "entity": corpus.entities,
        "outlet": corpus.outlets,
        "event": corpus.events,
        "claim": corpus.claims,
    }
    found = (
        _problem_of(wanted, where, homes[wanted.kind], book, unseen) for wanted, where in links_of(corpus)
    )
    return tuple(filter(None, found))


def links_of(corpus: Corpus) -> Iterator[tuple[EssayLink, Location]]:
    """Yield every link with its place: essays are read as they stand, notes line by line of the record."""
    for theme in corpus.themes.values():
        for text in theme.texts.values():
            for found, wanted in essay_links(text.text):
                line = text.first_line + text.text.count("\n", 0, found.start())
                yield wanted, Location(path=text.path, line=line)
    for file in corpus.articles.values():
        for number, note in enumerate(file.record.notes):
            for _, wanted in essay_links(note):
                yield wanted, file.place.at("notes", number)


def _problem_of(
    wanted: EssayLink,
    where: Location,
    home: Mapping[str, object],
    book: Book,
    unseen: Mapping[str, str],
) -> Problem | None:
    if wanted.id not in home:
        mend = nearest(wanted.id, home, "write the id of an entry of the corpus")
        return unknown(f"{wanted.kind}-unknown", wanted.kind, wanted.id, where, mend)
    if not wanted.passage or f"{wanted.id}#{wanted.passage}" in unseen:
        return None
    known = book.get(wanted.id, {})
    if wanted.passage not in known:
        passages = ", ".join(known) or "none at hand"
        message = f"article '{wanted.id}' has no passage '{wanted.passage}'"
        return Problem("pointer-broken", where, message, f"its passages: {passages}")
    return None
