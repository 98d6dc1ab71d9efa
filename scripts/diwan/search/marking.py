"""Marking: the marks of all articles again and again, each time at the cost of what changed.

In: batches of articles with their fragments. Out: the `Marks` of each batch. They hang on the articles and on every name
of every concept; where names alone changed, batches that these do not bear on keep what they had.
"""

from collections.abc import Mapping, Sequence
from functools import partial
from itertools import islice, repeat
from operator import is_
from typing import NamedTuple

from diwan.edition import Edition
from diwan.library.mentioned import Mentions
from diwan.library.named import Named
from diwan.library.renaming import Renaming, Vocabulary, find_again, of_named
from diwan.memory import Memory
from diwan.search.fragments import Fragment, searched_in
from diwan.search.marks import Marks, Mentioning, Namer, marks_of
from diwan.search.matter import Matter
from diwan.shards import joined_shards

#: What is shown of the articles of a batch.
_Fragments = tuple[Fragment, ...]
#: Batches from which on several processes are worth beginning.
_WORTHWHILE = 8


class _Inputs(NamedTuple):
    """What the marks of a batch are made of: the mentions in its articles, and what is known of all that is written there."""

    mentions: tuple[Mentions, ...]
    known: tuple[object, ...]

    @classmethod
    def of(cls, batch: Sequence[Mentioning], namer: Namer) -> "_Inputs":
        mentions = tuple([found for _, *both in batch for found in both])
        written = dict.fromkeys([one for found in mentions for one in found.written])
        return cls(mentions, tuple(map(namer.known, written)))

    def is_same(self, other: "_Inputs") -> bool:
        """Whether *other* are the very same mentions, of which the same is known."""
        return all(map(is_, self.mentions, other.mentions)) and self.known == other.known


class Marker:
    """Makes the marks of all articles; what it knows of batches holds as long as they are the same."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._last: dict[str, tuple[_Inputs, Marks]] = {}

    def marks(self, edition: Edition, matter: Matter, fragments: Sequence[_Fragments]) -> list[Marks]:
        """Return the marks of each batch of *matter*, whose articles have these *fragments*."""
        vocabulary, own = edition.library.vocabulary, [batch.key for batch in matter.batches]
        namer = self._memory.of_inputs("namer", "", (vocabulary,), partial(Namer, vocabulary))
        again = matter.again("search-searched", vocabulary.checksum)
        searched = self._searched(vocabulary, own, fragments, again)
        mentions = edition.library.mentions

        def make(missing: list[int]) -> list[Marks]:
            given = [
                [
                    (fragment.places, mentions[matter.articles[at].article.id], named.mentions)
                    for at, fragment, named in zip(
                        matter.batches[number].places, fragments[number], searched[number], strict=True
                    )
                ]
                for number in missing
            ]
            return self._made([own[number] for number in missing], given, namer)

        found = self._memory.of_contents("search-marks", [vocabulary.checksum + key for key in own], make)
        for kind in ("search-searched", "search-marks"):
            self._memory.hold(kind, matter.count)
        self._last = {key: self._last[key] for key in own if key in self._last}
        return found

    def _made(
        self, keys: Sequence[str], batches: Sequence[Sequence[Mentioning]], namer: Namer
    ) -> list[Marks]:
        """Return the marks of *batches*, which have these *keys*: of the very same mentions the marks are the same."""
        inputs = [_Inputs.of(batch, namer) for batch in batches]
        stale = [
            place
            for place, key in enumerate(keys)
            if key not in self._last or not self._last[key][0].is_same(inputs[place])
        ]
        work = partial(_marks_share, namer)
        made = joined_shards(work, [batches[place] for place in stale], worthwhile=_WORTHWHILE)
        self._last |= {keys[place]: (inputs[place], marks) for place, marks in zip(stale, made, strict=True)}
        return [self._last[key][1] for key in keys]

    def _searched(
        self,
        vocabulary: Vocabulary,
        keys: Sequence[str],
        fragments: Sequence[_Fragments],
        again: Mapping[str, Sequence[Named | None]],
    ) -> list[tuple[Named, ...]]:
        """Return, batch by batch, the mentions in parts that are no passages, by the place of the part."""

        def find(
            places: list[int], former: Mapping[str, tuple[Named, ...]], renaming: Renaming
        ) -> list[tuple[Named, ...]]:
            given: list[tuple[Fragment, Named | None]] = []
            for place in places:
                before = former.get(keys[place]) or again.get(keys[place]) or repeat(None)
                given += zip(fragments[place], before, strict=False)
            found = iter(find_again(given, searched_in, renaming))
            return [tuple(islice(found, len(fragments[place]))) for place in places]

        return of_named(self._memory, "search-searched", vocabulary, keys, find)


def _marks_share(namer: Namer, share: Sequence[Sequence[Mentioning]]) -> list[Marks]:
    return [marks_of(batch, namer) for batch in share]
