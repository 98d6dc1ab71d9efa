"""Matter: what the index is made of, article by article, worked out anew only where an article or a name in it changed.

In: an edition. Out: the words of all articles and what is shown of them, in batches. A batch holds the articles whose ids
have one checksum, so that an article that comes, goes or changes bears on its own batch alone. Batches are remembered by
their content; within a process, what is known of an article is taken over even where its batch changed.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from typing import Any
from zlib import crc32

from diwan.edition import Edition, Published
from diwan.library.renaming import Renaming, Vocabulary
from diwan.memory import Memory, checksum_of
from diwan.search.batches import Cutter, Words, mixed
from diwan.search.fragments import Namer, One, Shown, fragment_of, shown_of
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
    """What this process knew last: with which concepts and mentions, and by batch the keys of articles and what was made."""

    vocabulary: Vocabulary = field(default_factory=lambda: Vocabulary(()))
    mentions: Mapping[str, object] = field(default_factory=dict)
    words: list[tuple[Batch, Words]] = field(default_factory=list)
    shown: list[tuple[Batch, Shown]] = field(default_factory=list)


class Matter:
    """The articles of an edition in batches."""

    def __init__(self, edition: Edition, articles: Sequence[Published], memory: Memory) -> None:
        self._edition, self._articles, self._memory = edition, articles, memory
        #: For each article the checksum of everything of its own that goes into the index.
        self.keys = [_key(edition, published) for published in articles]
        self.batches = _batches(articles, self.keys)
        self._last = memory.of_inputs("search-last", edition.kind, (), _Last)
        concepts = tuple(edition.library.concepts.values())
        known = self._last.vocabulary
        self._vocabulary = known if known.concepts == concepts else Vocabulary(concepts)
        #: What is shown of articles whose words were found here: a text is unpacked once for both.
        self._new: dict[int, One] = {}

    def seats(self) -> list[Seat]:
        """Return where each article is."""
        found = {
            place: Seat(number, seat)
            for number, batch in enumerate(self.batches)
            for seat, place in enumerate(batch.places)
        }
        return [found[place] for place in range(len(self._articles))]

    def words(self) -> list[Words]:
        """Return the words of each batch."""
        last = self._last

        def make(missing: list[int]) -> list[Words]:
            taken = [_taken(self.batches[number], last.words, number) for number in missing]
            new = [
                [at for at, place in zip(self.batches[number].places, places, strict=True) if place < 0]
                for number, places in zip(missing, taken, strict=True)
            ]
            given = [[self._articles[at] for at in group] for group in new]
            work = partial(_new_share, self._edition, self._namer())
            made: list[Words] = []
            for group, (words, ones) in zip(
                new, joined_shards(work, given, worthwhile=_WORTHWHILE), strict=True
            ):
                made.append(words)
                self._new |= dict(zip(group, ones, strict=True))
            return [
                mixed(last.words[number][1], places, words) if max(places, default=-1) >= 0 else words
                for number, places, words in zip(missing, taken, made, strict=True)
            ]

        found = self._memory.of_contents("search-words", [batch.key for batch in self.batches], make)
        last.words = list(zip(self.batches, found, strict=True))
        return found

    def words_of(self, keys: Sequence[str]) -> list[Words] | None:
        """Return the words of batches by their *keys*; None once those of any are forgotten."""
        known = {batch.key: words for batch, words in self._last.words}
        known |= self._memory.recall("search-words", [key for key in keys if key not in known])
        found = [known[key] for key in keys if key in known]
        return found if len(found) == len(keys) else None

    def let_go(self) -> None:
        """Hold nothing that is remembered on disk: what is shown is read again when somebody asks for it."""
        if self._new:
            self.shown()
        self._memory.keep()
        self._new, self._last.words, self._last.shown = {}, [], []

    def shown(self) -> list[Shown]:
        """Return what is shown of each batch."""
        library, last, vocabulary = self._edition.library, self._last, self._vocabulary
        # Concepts are known by their numbers.
        numbered = [concept.key for concept in last.vocabulary.concepts] == list(library.concepts)

        def make(missing: list[int]) -> list[Shown]:
            renaming = Renaming(last.vocabulary if last.shown else vocabulary, vocabulary)
            before = self._new | {
                at: one for number in missing if numbered for at, one in self._shown_before(number)
            }
            given = [
                [(self._articles[at], before.get(at), at in self._new) for at in self.batches[number].places]
                for number in missing
            ]
            work = partial(_shown_share, self._edition, self._namer(), renaming, last.mentions)
            shown = joined_shards(work, given, worthwhile=_WORTHWHILE)
            return [
                shown_of(
                    [one or before[at] for at, one in zip(self.batches[number].places, ones, strict=True)]
                )
                for number, ones in zip(missing, shown, strict=True)
            ]

        keys = [vocabulary.checksum + batch.key for batch in self.batches]
        found = self._memory.of_contents("search-shown", keys, make)
        last.vocabulary, last.mentions = vocabulary, library.mentions
        last.shown = list(zip(self.batches, found, strict=True))
        return found

    def _namer(self) -> Namer:
        known = self._vocabulary
        return self._memory.of_inputs("namer", "", (known,), partial(Namer, known))

    def _shown_before(self, number: int) -> Iterator[tuple[int, One]]:
        """Yield what was shown last of the articles of a batch that are what they were, with their places now."""
        seats = _taken(self.batches[number], self._last.shown, number)
        if max(seats, default=-1) >= 0:
            ones = self._last.shown[number][1].ones()
            for at, seat in zip(self.batches[number].places, seats, strict=True):
                if seat >= 0:
                    yield at, ones[seat]


def _key(edition: Edition, published: Published) -> str:
    """Return the checksum of everything of an article that is in the index, but for its mentions.

    What an edition lets out of it hangs on the article and the edition's kind; mentions on its texts and the concepts.
    """
    return checksum_of(edition.kind, published.article.checksum, repr(_outlet(edition, published)))


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


def _taken(batch: Batch, last: Sequence[tuple[Batch, object]], number: int) -> list[int]:
    """Return for each article of a *batch* its seat in the *last* batch of this *number*; -1 if it is not what it was."""
    former = {key: seat for seat, key in enumerate(last[number][0].keys)} if number < len(last) else {}
    return [former.get(key, -1) for key in batch.keys]


def _new_share(
    edition: Edition, namer: Namer, share: Sequence[Sequence[Published]]
) -> list[tuple[Words, list[One]]]:
    """Return the words of articles, group by group, and what is shown of each."""
    cutter, made = Cutter(), []
    for group in share:
        parts = [parts_of_article(edition, published) for published in group]
        ones = [fragment_of(_head(one), own, namer) for one, own in zip(group, parts, strict=True)]
        made.append((cutter.words(map(least_edited_first, parts)), ones))
    return made


def least_edited_first(parts: Iterable[Part]) -> list[Part]:
    """Return *parts* of an article as their words stand in the index: first what is hardly ever edited.

    What comes behind a word that is added is moved by it, and has other places.
    """
    return sorted(parts, key=lambda part: _RANK[part.field])


#: Text and digests stay as they stand; names and titles come last.
_RANK = {"passage": 0, "heading": 0, "note": 1, "summary": 2, "outlet": 3, "author": 4, "title": 5}


def _shown_share(
    edition: Edition,
    namer: Namer,
    renaming: Renaming,
    mentions: Mapping[str, object],
    share: Sequence[Sequence[tuple[Published, One | None, bool]]],
) -> list[list[One | None]]:
    """Return what is shown of articles; None for those of which it is what it was before, with other *mentions*.

    They are given with what it was before, and whether that was found with the mentions there are now.
    """
    touches = cache(renaming.may_touch)

    def bears(published: Published, before: One) -> bool:
        ident = published.article.id
        if edition.library.mentions[ident] is not mentions.get(ident):
            return True
        names = (line.partition("\t")[2] for line in before.named)
        return renaming.may_touch(before.searched) or any(map(touches, names))

    return [
        [
            None
            if before and (fresh or not bears(published, before))
            else fragment_of(_head(published), parts_of_article(edition, published), namer)
            for published, before, fresh in group
        ]
        for group in share
    ]


def parts_of_article(edition: Edition, published: Published) -> list[Part]:
    """Return the parts of an article; they hang on the article and the vocabularies alone."""
    mentions = edition.library.mentions[published.article.id]
    return list(parts_of(published, mentions, _outlet(edition, published)))


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
