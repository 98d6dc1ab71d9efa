"""Matter: what the index is made of, article by article, worked out anew only where an article changed.

In: an edition. Out: the words of all articles and what is shown of them, in batches. A batch holds the articles whose ids
have one checksum, so that an article that comes, goes or changes bears on its own batch alone. Batches are remembered by
their content; within a process, what is known of an article is taken over even where its batch changed.
"""

from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field
from functools import partial
from typing import Any
from zlib import crc32

from diwan.edition import Edition, Published
from diwan.memory import Memory, checksum_of
from diwan.search.batches import Cutter, Words, mixed
from diwan.search.fragments import Fragment, fragment_of
from diwan.search.parts import Part, parts_of
from diwan.search.streams import Seat
from diwan.shards import joined_shards

#: Articles of a batch, at most on average: a later run works out a whole batch where one article changed (0.1 s for 64), and
#: looks up as many words as there are in all batches, each counted once (a fifth of what they are article by article).
BATCH = 64
#: Batches from which on several processes are worth beginning.
_WORTHWHILE = 2


@dataclass(frozen=True, slots=True)
class Batch:
    """Some articles: their places in the order of all; the checksum of what each is; and that of all."""

    places: tuple[int, ...]
    keys: tuple[str, ...]
    key: str


@dataclass(slots=True)
class _Last:
    """What was known last of batches, by their number: the keys of the articles of each, and what was made of them."""

    words: dict[int, tuple[Batch, Words]] = field(default_factory=dict)
    fragments: dict[int, tuple[Batch, tuple[Fragment, ...]]] = field(default_factory=dict)


class Matter:
    """The articles of an edition in batches."""

    def __init__(self, edition: Edition, articles: Sequence[Published], memory: Memory) -> None:
        self._edition, self.articles, self._memory = edition, articles, memory
        #: For each article the checksum of everything of its own that goes into the index.
        self.keys = _keys(edition, articles)
        self.batches = _batches(articles, self.keys)
        #: The number of each batch.
        self.numbers: Sequence[int] = range(len(self.batches))
        #: How many batches there are of all articles, whether this has them or some.
        self.count = len(self.batches)
        #: Batches as they were before, by their number.
        self._former: dict[int, Batch] = {}
        self._last = memory.of_inputs("search-last", edition.kind, (), _Last)
        #: What is shown of articles whose words were found here: a text is unpacked once for both.
        self._new: dict[int, Fragment] = {}

    def only(self, numbers: Sequence[int]) -> "Matter":
        """Return this matter with those batches alone that have these *numbers*."""
        part = copy(self)
        part.batches, part.numbers = [self.batches[number] for number in numbers], numbers
        return part

    def recall(self, keys: Sequence[str]) -> None:
        """Take up what is remembered of batches that changed since articles had these *keys*: most articles of each did not."""
        if self._memory.lasting:
            # What this process made last is at hand.
            return
        for number, batch in zip(self.numbers, self.batches, strict=True):
            own = tuple([keys[place] for place in batch.places])
            if own != batch.keys and not set(own).isdisjoint(batch.keys):
                self._former[number] = Batch(batch.places, own, checksum_of(*own))
        self._last.words = self._recalled("search-words")
        self._last.fragments = self._recalled("search-fragments")

    def _recalled(self, kind: str, shared: str = "") -> dict[int, tuple[Batch, Any]]:
        names = {number: shared + batch.key for number, batch in self._former.items()}
        found = self._memory.recall(kind, list(names.values()))
        return {
            number: (self._former[number], found[name]) for number, name in names.items() if name in found
        }

    def again(self, kind: str, shared: str) -> dict[str, list[Any]]:
        """Return what is remembered of the articles of batches that changed, None of those that did, by the keys of batches.

        It is of this *kind*; its keys begin with what it *shared*.
        """
        found = self._recalled(kind, shared)
        return {
            batch.key: [
                found[number][1][seat] if seat >= 0 else None for seat in _taken(batch, found.get(number))
            ]
            for number, batch in zip(self.numbers, self.batches, strict=True)
            if number in found
        }

    def seats(self) -> list[Seat]:
        """Return where each article is."""
        found = {
            place: Seat(number, seat)
            for number, batch in enumerate(self.batches)
            for seat, place in enumerate(batch.places)
        }
        return [found[place] for place in range(len(self.articles))]

    def words(self) -> list[Words]:
        """Return the words of each batch."""
        last = self._last

        def make(missing: list[int]) -> list[Words]:
            taken = [_taken(self.batches[number], last.words.get(number)) for number in missing]
            new = [
                [at for at, place in zip(self.batches[number].places, places, strict=True) if place < 0]
                for number, places in zip(missing, taken, strict=True)
            ]
            given = [[self.articles[at] for at in group] for group in new]
            made: list[Words] = []
            for group, (words, fragments) in zip(
                new,
                joined_shards(partial(_new_share, self._edition), given, worthwhile=_WORTHWHILE),
                strict=True,
            ):
                made.append(words)
                self._new |= dict(zip(group, fragments, strict=True))
            return [
                mixed(last.words[number][1], places, words) if max(places, default=-1) >= 0 else words
                for number, places, words in zip(missing, taken, made, strict=True)
            ]

        found = self._memory.of_contents("search-words", [batch.key for batch in self.batches], make)
        last.words = dict(enumerate(zip(self.batches, found, strict=True)))
        return found

    def words_of(self, keys: Sequence[str]) -> list[Words] | None:
        """Return the words of batches by their *keys*; None once those of any are forgotten."""
        known = {batch.key: words for batch, words in self._last.words.values()}
        known |= self._memory.recall("search-words", [key for key in keys if key not in known])
        found = [known[key] for key in keys if key in known]
        return found if len(found) == len(keys) else None

    def let_go(self) -> None:
        """Hold nothing that is remembered on disk: what is shown is read again when somebody asks for it."""
        if self._new:
            self.fragments()
        self._memory.keep()
        self._new, self._last.words, self._last.fragments = {}, {}, {}

    def fragments(self) -> list[tuple[Fragment, ...]]:
        """Return what is shown of the articles of each batch."""
        last = self._last

        def make(missing: list[int]) -> list[tuple[Fragment, ...]]:
            given = []
            for number in missing:
                batch, former = self.batches[number], last.fragments.get(self.numbers[number])
                for at, seat in zip(batch.places, _taken(batch, former), strict=True):
                    if former and seat >= 0:
                        self._new.setdefault(at, former[1][seat])
                given.append([self.articles[at] for at in batch.places if at not in self._new])
            work = partial(_fragments_share, self._edition)
            made = joined_shards(work, given, worthwhile=_WORTHWHILE)
            return [
                tuple([self._new.get(at) or next(new) for at in self.batches[number].places])
                for number, new in zip(missing, map(iter, made), strict=True)
            ]

        keys = [batch.key for batch in self.batches]
        found = self._memory.of_contents("search-fragments", keys, make)
        self._memory.hold("search-fragments", self.count)
        last.fragments = dict(zip(self.numbers, zip(self.batches, found, strict=True), strict=True))
        return found


def _keys(edition: Edition, articles: Sequence[Published]) -> list[str]:
    """Return of each article the checksum of everything that is in the index, but for its mentions.

    What an edition lets out of it hangs on the article and the edition's kind; mentions on its texts and the concepts.
    """
    outlets = edition.library.corpus.outlets
    names = {ident: repr(entry.value.name) for ident, entry in outlets.items()}
    return [
        checksum_of(edition.kind, published.article.checksum, names[published.article.record.outlet])
        for published in articles
    ]


def _batches(articles: Sequence[Published], keys: Sequence[str]) -> list[Batch]:
    count = 1 << (-(-len(articles) // BATCH) - 1).bit_length()
    places: list[list[int]] = [[] for _ in range(count)]
    for place in sorted(range(len(articles)), key=lambda place: articles[place].article.id):
        places[crc32(articles[place].article.id.encode()) % count].append(place)
    return [
        Batch(tuple(own), own_keys, checksum_of(*own_keys))
        for own in places
        for own_keys in [tuple(keys[place] for place in own)]
    ]


def _taken(batch: Batch, last: tuple[Batch, object] | None) -> list[int]:
    """Return for each article of a *batch* its seat in the *last* batch of its number; -1 if it is not what it was."""
    former = {key: seat for seat, key in enumerate(last[0].keys)} if last else {}
    return [former.get(key, -1) for key in batch.keys]


def _new_share(edition: Edition, share: Sequence[Sequence[Published]]) -> list[tuple[Words, list[Fragment]]]:
    """Return the words of articles, group by group, and what is shown of each."""
    cutter, made = Cutter(), []
    for group in share:
        parts = [parts_of_article(edition, published) for published in group]
        fragments = [fragment_of(_head(one), own) for one, own in zip(group, parts, strict=True)]
        made.append((cutter.words(parts), fragments))
    return made


def _fragments_share(edition: Edition, share: Sequence[Sequence[Published]]) -> list[list[Fragment]]:
    """Return what is shown of articles, group by group."""
    return [
        [fragment_of(_head(published), parts_of_article(edition, published)) for published in group]
        for group in share
    ]


def parts_of_article(edition: Edition, published: Published) -> list[Part]:
    """Return the parts of an article; they hang on the article and its outlet alone."""
    return list(parts_of(published, _outlet(edition, published)))


def _outlet(edition: Edition, published: Published) -> Mapping[str, str]:
    """Return the name of an article's outlet by language."""
    return edition.library.corpus.outlets[published.article.record.outlet].value.name


def _head(published: Published) -> dict[str, Any]:
    record = published.article.record
    return {
        "id": record.id,
        "date": record.date,
        "withheld": published.withheld,
        "opening": record.read == "opening",
    }
