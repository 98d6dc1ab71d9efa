"""Every pointer of the corpus, and whether it still names the passage somebody pointed at."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from diwan.corpus.check import codings_of
from diwan.corpus.corpus import Corpus
from diwan.corpus.yamlfile import Place
from diwan.documents.passages import Passage
from diwan.library.articles import Article
from diwan.model.pointer import Pointer
from diwan.problems import Location, Problem, nearest, unknown


class Book(Mapping[str, Mapping[str, Passage]]):
    """The passages of every article by their ids; those of one article are looked up when somebody turns to it."""

    def __init__(self, articles: Mapping[str, Article]) -> None:
        self._articles = articles

    def __getitem__(self, ident: str) -> Mapping[str, Passage]:
        """Return the passages of an article."""
        return self._articles[ident].passages()

    def __contains__(self, ident: object) -> bool:
        """Whether there is such an article."""
        return ident in self._articles

    def __iter__(self) -> Iterator[str]:
        """Return the ids of all articles."""
        return iter(self._articles)

    def __len__(self) -> int:
        """Return how many articles there are."""
        return len(self._articles)


@dataclass(frozen=True, slots=True)
class Pointing:
    """A pointer with its article filled in, and where it is written."""

    pointer: Pointer
    place: Place
    field: tuple[str | int, ...]

    @property
    def where(self) -> Location:
        """The line and the field."""
        return self.place.at(*self.field)


def pointings_of(corpus: Corpus) -> Iterator[Pointing]:
    """Yield every pointer of codings, events and claims."""
    for article in corpus.articles.values():
        for place, answer in codings_of(article):
            for number, pointer in enumerate(answer.evidence):
                full = Pointer(pointer.article or article.record.id, pointer.passage, pointer.checksum)
                yield Pointing(full, place, ("evidence", number))
    for event in corpus.events.values():
        for number, pointer in enumerate(event.value.sources):
            yield Pointing(pointer, event.place, ("sources", number))
        for number, other in enumerate(event.value.disagreements):
            for index, pointer in enumerate(other.sources):
                yield Pointing(pointer, event.place, ("disagreements", number, "sources", index))
    for claim in corpus.claims.values():
        for number, voice in enumerate(claim.value.voices):
            yield Pointing(voice.at, claim.place, ("voices", number, "at"))


def check_pointers(corpus: Corpus, book: Book, unseen: Mapping[str, str]) -> tuple[Problem, ...]:
    """Return a problem for every pointer that leads nowhere or to a passage that has changed.

    *unseen* holds the checksums of released passages (`article#passage`) whose source is not at hand.
    """
    return tuple(
        chain.from_iterable(_problems_of(pointing, book, unseen) for pointing in pointings_of(corpus))
    )


def _problems_of(pointing: Pointing, book: Book, unseen: Mapping[str, str]) -> Iterator[Problem]:
    pointer = pointing.pointer
    if pointer.article not in book:
        mend = nearest(pointer.article, book, "write article#passage with the id of a record")
        yield unknown("article-unknown", "article", pointer.article, pointing.where, mend)
        return
    passages = book[pointer.article]
    passage = passages.get(pointer.passage)
    name = f"{pointer.article}#{pointer.passage}"
    checksum = passage.checksum if passage else unseen.get(name)
    if checksum is None:
        yield Problem(
            "pointer-broken",
            pointing.where,
            f"there is no passage {name}",
            _nearest_passage(pointer, passages),
        )
    elif not pointer.checksum:
        yield Problem("pointer-unpinned", pointing.where, f"{name} has no checksum yet", "run `diwan pin`")
    elif pointer.checksum != checksum:
        mend = f"{_nearest_passage(pointer, passages)}; if it still carries the statement, run `diwan pin --renew`"
        yield Problem(
            "pointer-changed", pointing.where, f"passage {name} has changed since it was pointed at", mend
        )


def _nearest_passage(pointer: Pointer, passages: Mapping[str, Passage]) -> str:
    """Name the passage with the pointer's checksum, else the one with the nearest number."""
    for passage in passages.values():
        if pointer.checksum and passage.checksum == pointer.checksum:
            return f"the passage with that checksum is now {passage.id}"
    prefix = pointer.passage.rstrip("0123456789")
    number = int(re.sub(r"\D", "", pointer.passage))
    same = [
        int(name.removeprefix(prefix)) for name in passages if re.fullmatch(rf"{re.escape(prefix)}\d+", name)
    ]
    if not same:
        return f"this article has {', '.join(passages) or 'no passages at hand'}"
    return f"the nearest is {prefix}{min(same, key=lambda other: abs(other - number))}"
