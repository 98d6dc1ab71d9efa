"""Runs: stretches of words that one text shares with another, spelled in any way that folding takes for the same."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from diwan.text.fold import fold
from diwan.text.words import words_of

#: As many words in a row as a run needs, each by its number.
Gram = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Runs:
    """The runs to look for: how many words make one, words by number, and whose each run is."""

    length: int
    numbers: Mapping[str, int]
    owners: Mapping[Gram, str]


@dataclass(frozen=True, slots=True)
class Shared:
    """Words in a row that a text shares with *owner*: the words as folded, and where they begin among its words."""

    owner: str
    start: int
    words: tuple[str, ...]


def folded_words(text: str) -> list[str]:
    """Return the words of *text* as they are compared."""
    return words_of(fold(text))


def grams(words: Sequence[str], length: int, numbers: dict[str, int]) -> Iterator[Gram]:
    """Yield every *length* words in a row of *words*, numbering those not met before."""
    coded = [numbers.setdefault(word, len(numbers)) for word in words]
    return (tuple(coded[start : start + length]) for start in range(len(coded) - length + 1))


def shared_runs(text: str, runs: Runs) -> Iterator[Shared]:
    """Yield each stretch of *text* that is made of *runs*, as long as it is; linear in the words of *text*."""
    words = folded_words(text)
    numbers = [runs.numbers.get(word, -1) for word in words]
    start = end = -1
    owner, known = "", 0
    for place, number in enumerate(numbers):
        known = known + 1 if number >= 0 else 0
        if known < runs.length:
            continue
        found = runs.owners.get(tuple(numbers[place - runs.length + 1 : place + 1]))
        if found is None:
            continue
        if start >= 0 and place > end + 1:
            yield Shared(owner, start, tuple(words[start : end + 1]))
            start = -1
        if start < 0:
            start, owner = place - runs.length + 1, found
        end = place
    if start >= 0:
        yield Shared(owner, start, tuple(words[start : end + 1]))
