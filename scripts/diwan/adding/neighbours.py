"""Neighbours: articles of the corpus that are the same as a new one, or nearly.

In: the passages, address and titles of the new article, and those of the corpus. Out: the articles near it, with the
reason. Passages are compared by checksum and by sketch (`text.sketch`), which the ledger holds even where the source
is not at hand; where neither has a text, by address and by the words of titles.
"""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from diwan.adding.addresses import page_key
from diwan.model.ledger import LIVE, ReleasedPassage
from diwan.model.record import UNKNOWN, Record
from diwan.text.fold import fold
from diwan.text.sketch import sketch_of
from diwan.text.words import words_of

#: Words of the shortest passage that is compared: shorter ones recur by chance.
FEWEST_WORDS = 12
#: Bits of 64 by which the sketches of two versions of one passage differ at most. Those of unrelated passages differ
#: in 32 ± 4, so that one in a hundred million pairs comes as near by chance.
_NEAR_BITS = 10
#: Share of a text's passages from which another text is named as near it: a quotation is one passage.
_NEAR_SHARE = 0.2
#: Share of the words of two titles that are common to both, and the words of a title that tells anything.
_NEAR_TITLE, _FEWEST_TITLE_WORDS = 0.8, 4


@dataclass(frozen=True, slots=True)
class Print:
    """What is left of a passage for comparison: the start of its checksum and its sketch."""

    sha256: str
    sketch: int


@dataclass
class Prints:
    """The prints of many articles, to be compared with those of another all at once."""

    counts: dict[str, int] = field(default_factory=dict)
    _names: list[str] = field(default_factory=list)
    _by_checksum: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    #: The sketches of all passages, and the number of the article of each.
    _sketches: "array[int]" = field(default_factory=lambda: array("Q"))
    _owners: "array[int]" = field(default_factory=lambda: array("q"))

    def put(self, ident: str, prints: Sequence[Print]) -> None:
        """Note the *prints* of an article that has none here yet."""
        number = len(self._names)
        self._names.append(ident)
        self.counts[ident] = len(prints)
        for one in prints:
            self._by_checksum[one.sha256].add(number)
        self._sketches.extend(one.sketch for one in prints)
        self._owners.extend([number] * len(prints))

    def near(self, prints: Iterable[Print]) -> Counter[str]:
        """Return for each article with passages that are the same as some of *prints*, or nearly, of how many."""
        sketches, owners = np.array(self._sketches, dtype=np.uint64), np.array(self._owners)
        found: Counter[str] = Counter()
        for one in prints:
            apart = np.bitwise_count(sketches ^ np.uint64(one.sketch))
            same = self._by_checksum.get(one.sha256, set())
            found.update(self._names[number] for number in same.union(owners[apart <= _NEAR_BITS].tolist()))
        return found


@dataclass
class Register:
    """The addresses and titles of many articles, to be looked up."""

    _by_address: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    #: Titles as sets of words, each with its article, and for each word the numbers of the titles that have it.
    _titles: list[tuple[str, frozenset[str]]] = field(default_factory=list)
    _by_word: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    def put(self, ident: str, record: Record) -> None:
        """Note the addresses and titles of an article."""
        for key in _keys(record):
            self._by_address[key].add(ident)
        for words in map(_words_of_title, record.title.values()):
            if len(words) >= _FEWEST_TITLE_WORDS:
                for word in words:
                    self._by_word[word].append(len(self._titles))
                self._titles.append((ident, words))

    def at(self, url: str) -> set[str]:
        """Return the articles at an address."""
        return self._by_address.get(page_key(url), set()) if url != UNKNOWN else set()

    def titled(self, title: str) -> set[str]:
        """Return the articles with nearly the same title."""
        words = _words_of_title(title)
        if len(words) < _FEWEST_TITLE_WORDS:
            return set()
        common = Counter(number for word in words for number in self._by_word.get(word, ()))
        found = ((*self._titles[number], count) for number, count in common.items())
        return {
            ident for ident, other, count in found if count >= (len(words) + len(other) - count) * _NEAR_TITLE
        }


@dataclass(frozen=True, slots=True)
class Neighbour:
    """An article near another one, and why."""

    article: str
    why: str


def prints_of(texts: Iterable[str], checksum_of: Mapping[str, str] | None = None) -> tuple[Print, ...]:
    """Return the prints of passages long enough to compare."""
    from diwan.model.pointer import sha256_of_text

    known = checksum_of or {}
    return tuple(
        Print(known.get(text) or sha256_of_text(text), sketch_of(text))
        for text in texts
        if len(words_of(text)) >= FEWEST_WORDS
    )


def prints_of_released(passages: Iterable[ReleasedPassage]) -> tuple[Print, ...]:
    """Return the prints of passages that the ledger holds."""
    return tuple(Print(passage.sha256, passage.sketch) for passage in passages if passage.state == LIVE)


def neighbours_of(
    prints: Sequence[Print],
    url: str,
    titles: Iterable[str],
    register: Register,
    corpus_prints: Prints,
) -> list[Neighbour]:
    """Return the articles near the one with *prints*, *url* and *titles*, the nearest first."""
    found: dict[str, tuple[float, str]] = {}
    for ident, share in _shared(prints, corpus_prints):
        found[ident] = (share, f"{share:.0%} of its passages are the same or nearly")
    for ident in register.at(url):
        share, why = found.get(ident, (0.0, ""))
        found[ident] = (2.0 + share, f"the same address; {why}" if why else "the same address")
    for title in titles:
        for ident in register.titled(title):
            found.setdefault(ident, (0.0, "nearly the same title"))
    ordered = sorted(found, key=lambda ident: (-found[ident][0], ident))
    return [Neighbour(ident, found[ident][1]) for ident in ordered]


def _shared(prints: Sequence[Print], corpus: Prints) -> Iterable[tuple[str, float]]:
    """Yield the articles that share passages with *prints*, each with the share of the shorter text."""
    for ident, count in corpus.near(prints).items():
        share = min(count / min(len(prints), corpus.counts[ident]), 1.0)
        if share >= _NEAR_SHARE:
            yield ident, share


def _keys(record: Record) -> set[str]:
    urls = [record.url, record.archived, *(repost.url for repost in record.reposts)]
    if record.origin:
        urls.append(record.origin.url)
    return {page_key(url) for url in urls if url != UNKNOWN}


def _words_of_title(title: str) -> frozenset[str]:
    return frozenset(words_of(fold(title)))
