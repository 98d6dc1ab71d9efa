"""Syllables: whether a word of Korean was broken at the end of a line.

In: the lines of a document. Out: whether a word goes on from one line to the next. Korean has spaces, but browsers and word
processors end a line behind any syllable, without a sign. Which syllables end words and which begin them the lines themselves tell:
particles and endings are few and frequent. Where nearly all line ends look as ends of words do, no word was broken.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import exp, log

_SYLLABLE = re.compile("[\uac00-\ud7a3]")
_SYLLABLES = re.compile("[\uac00-\ud7a3]+")
#: Share of the syllables of a Korean text that end a word.
_ENDING = 0.31
#: What is added to the count of each syllable, and so many such to that of all: a thousand are in use, a few hundred often.
_UNSEEN, _ALL = 0.5, 400
#: Characters of the shortest line that is no entry of a menu, and line ends that tell whether words were broken.
_SHORTEST, _FEWEST = 12, 5


@dataclass(frozen=True, slots=True)
class Syllables:
    """What the lines of a document tell of its words: how much more likely, as a logarithm, a syllable ends or begins one."""

    last: defaultdict[str, float]
    first: defaultdict[str, float]
    #: Whether lines end within words.
    are_broken: bool = False

    def go_on(self, above: str, below: str) -> bool:
        """Tell whether the last word of the line *above* goes on in the line *below*."""
        return self.are_broken and _is_korean(above, below) and self.weight(above, below) < 0

    def weight(self, above: str, below: str) -> float:
        """Return how much more likely a space is between two lines than none, as a logarithm."""
        return log(_ENDING / (1 - _ENDING)) + self.last[above[-1]] + self.first[below[0]]


def syllables_of(lines: Sequence[str]) -> Syllables:
    """Return what the *lines* of a document tell of the words in them."""
    words = [*_words(lines)]
    last = _weights(Counter(word[-1] for word in words), Counter("".join(word[:-1] for word in words)))
    first = _weights(Counter(word[0] for word in words), Counter("".join(word[1:] for word in words)))
    found = Syllables(last, first)
    weights = [
        found.weight(above, below)
        for above, below in pairwise(lines)
        if len(above) >= _SHORTEST and _is_korean(above, below)
    ]
    # How much better the ends of lines are explained if all end words than if any syllable may stand there.
    whole = sum(-log(1 + exp(-weight)) - log(_ENDING) for weight in weights)
    return replace(found, are_broken=len(weights) >= _FEWEST and whole < 0)


def _weights(at: Counter[str], off: Counter[str]) -> defaultdict[str, float]:
    """Return how much more likely each syllable is *at* a place than *off* it, as a logarithm."""
    whole = [counts.total() + _UNSEEN * _ALL for counts in (at, off)]
    unseen = log(whole[1] / whole[0])
    weights = defaultdict(lambda: unseen)
    for syllable in at.keys() | off.keys():
        weights[syllable] = log((at[syllable] + _UNSEEN) / (off[syllable] + _UNSEEN)) + unseen
    return weights


def _words(lines: Iterable[str]) -> Iterable[str]:
    """Yield the runs of syllables in *lines*, but for their first and last words, which may be parts."""
    for line in lines:
        if _SYLLABLE.search(line):
            yield from _SYLLABLES.findall(" ".join(line.split()[1:-1]))


def _is_korean(above: str, below: str) -> bool:
    return bool(above and below and _SYLLABLE.match(above[-1]) and _SYLLABLE.match(below[0]))


#: What is told where nothing is known.
NONE = Syllables(defaultdict(float), defaultdict(float))
