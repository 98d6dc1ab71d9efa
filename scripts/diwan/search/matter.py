"""Matter: what the index is made of, article by article, worked out anew only where an article or a name in it changed.

In: an edition. Out: the words of all articles and what is shown of them, in batches. A batch holds the articles whose ids
have one checksum, so that an article that comes, goes or changes bears on its own batch alone. Batches are remembered by
their content; within a process, what is known of an article is taken over even where its batch changed.
"""

from collections.abc import Mapping, Sequence
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
from diwan.shards import in_shards

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
                [
                    published
                    for published, place in zip(self._published(number), places, strict=True)
                    if place < 0
                ]
                for number, places in zip(missing, taken, strict=True)
            ]
            shares = in_shards(partial(_words_share, self._edition), new, worthwhile=_WORTHWHILE)
            made = (words for share in shares for words in share)
            return [
                mixed(last.words[number][1], places, words) if max(places, default=-1) >= 0 else words
                for number, places, words in zip(missing, taken, made, strict=True)
            ]

        found = self._memory.of_contents("search-words", [batch.key for batch in self.batches], make)
        last.words = list(zip(self.batches, found, strict=True))
        return found

    def shown(self) -> list[Shown]:
        """Return what is shown of each batch."""
        library, last = self._edition.library, self._last
        concepts = tuple(library.concepts.values())
        vocabulary = last.vocabulary if last.vocabulary.concepts == concepts else Vocabulary(concepts)
        # Concepts are known by their numbers.
        numbered = [concept.key for concept in last.vocabulary.concepts] == list(library.concepts)

        def make(missing: list[int]) -> list[Shown]:
            renaming = Renaming(last.vocabulary if last.shown else vocabulary, vocabulary)
            namer = self._memory.of_inputs("namer", "", (vocabulary,), partial(Namer, vocabulary))
            before = [self._shown_before(number) if numbered else {} for number in missing]
            given = [
                [(published, known.get(seat)) for seat, published in enumerate(self._published(number))]
                for number, known in zip(missing, before, strict=True)
            ]
            work = partial(_shown_share, self._edition, namer, renaming, last.mentions)
            shares = in_shards(work, given, worthwhile=_WORTHWHILE)
            made = (ones for share in shares for ones in share)
            return [
                shown_of([one or known[seat] for seat, one in enumerate(ones)])
                for known, ones in zip(before, made, strict=True)
            ]

        keys = [vocabulary.checksum + batch.key for batch in self.batches]
        found = self._memory.of_contents("search-shown", keys, make)
        last.vocabulary, last.mentions = vocabulary, library.mentions
        last.shown = list(zip(self.batches, found, strict=True))
        return found

    def _published(self, number: int) -> list[Published]:
        return [self._articles[place] for place in self.batches[number].places]

    def _shown_before(self, number: int) -> dict[int, One]:
        """Return what was shown last of the articles of a batch that are what they were, by their seats."""
        places = _taken(self.batches[number], self._last.shown, number)
        if max(places, default=-1) < 0:
            return {}
        ones = self._last.shown[number][1].ones()
        return {seat: ones[place] for seat, place in enumerate(places) if place >= 0}


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


def _words_share(edition: Edition, share: Sequence[Sequence[Published]]) -> list[Words]:
    cutter = Cutter()
    return [cutter.words(parts_to_cut(edition, published) for published in group) for group in share]


def parts_to_cut(edition: Edition, published: Published) -> list[Part]:
    """Return the parts of an article without their mentions, first what is hardly ever edited.

    What comes behind a word that is added is moved by it, and has other places in the index.
    """
    parts = parts_of(published, {}, _outlet(edition, published))
    return sorted(parts, key=lambda part: _RANK[part.field])


#: Text and digests stay as they stand; names and titles come last.
_RANK = {"passage": 0, "heading": 0, "note": 1, "summary": 2, "outlet": 3, "author": 4, "title": 5}


def _shown_share(
    edition: Edition,
    namer: Namer,
    renaming: Renaming,
    mentions: Mapping[str, object],
    share: Sequence[Sequence[tuple[Published, One | None]]],
) -> list[list[One | None]]:
    """Return what is shown of articles; None for those of which it is what it was before, with other *mentions*."""
    touches = cache(renaming.may_touch)

    def bears(published: Published, before: One) -> bool:
        ident = published.article.id
        if edition.library.mentions[ident] is not mentions.get(ident):
            return True
        names = (line.partition("\t")[2] for line in before.named)
        return renaming.may_touch(before.searched) or any(map(touches, names))

    return [
        [
            shown_of_article(edition, published, namer)
            if before is None or bears(published, before)
            else None
            for published, before in group
        ]
        for group in share
    ]


def shown_of_article(edition: Edition, published: Published, namer: Namer) -> One:
    """Return what is shown of one article; it hangs on the article and the vocabularies alone."""
    mentions = edition.library.mentions[published.article.id]
    return fragment_of(_head(published), parts_of(published, mentions, _outlet(edition, published)), namer)


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
