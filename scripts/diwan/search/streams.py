"""Streams: the words of all articles one after the other, as columns of numbers, and the forms they are of.

In: what was analysed of each article, every one with a small vocabulary of its own. Out: spelling and count of every
form, and the columns from which postings are made.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from diwan.memory import Memory
from diwan.search.analysis import GAP, Analysed
from diwan.search.strings import Numbers
from diwan.search.vocabulary import FormKey


@dataclass(frozen=True, slots=True)
class Streams:
    """The words of all articles, one after the other: parallel columns, a row a word."""

    #: The form, by its place among all.
    form: NDArray[np.uint32]
    article: NDArray[np.uint32]
    position: NDArray[np.uint32]
    weight: NDArray[np.uint8]
    #: For each article: its length as a share of what is usual in its language.
    length: NDArray[np.float32]


class Lines(dict[str, int]):
    """The words met in any article, by number: lines of language, form and spelling as in `Analysed`."""

    def __init__(self) -> None:
        super().__init__()
        self._forms: dict[FormKey, int] = {}
        #: For each line its form, by number, and how it is spelled.
        self._form: list[int] = []
        self._spelled: list[str] = []

    def __missing__(self, line: str) -> int:
        language, form, *spelled = line.split("\t")
        self[line] = number = len(self)
        self._form.append(self._forms.setdefault((language, form), len(self._forms)))
        self._spelled.append(spelled[0] if spelled else form)
        return number

    def stream(self, analysed: Analysed) -> NDArray[np.uint32]:
        """Return the words of an article in order, as numbers of lines."""
        words = analysed.words.split("\n")
        table = np.fromiter(map(self.__getitem__, words), np.uint32, len(words))
        stream: NDArray[np.uint32] = table[analysed.numbers()]
        return stream

    def forms(self, stream: NDArray[np.uint32]) -> tuple[dict[FormKey, tuple[str, int]], NDArray[np.uint32]]:
        """Return spelling and count of each form in *stream*, and for each line the place of its form among them.

        Of several spellings of a form the last in order has most accents, and tells a stemmer most.
        """
        counts = np.bincount(stream, minlength=len(self))
        form = np.array(self._form, np.int64)
        present = np.flatnonzero(counts)
        of_form = np.bincount(form[present], weights=counts[present], minlength=len(self._forms))
        spelled: dict[int, str] = {}
        for number, line in zip(form[present].tolist(), present.tolist(), strict=True):
            here, known = self._spelled[line], spelled.get(number)
            if known is None or known < here:
                spelled[number] = here
        keys = list(self._forms)
        place = np.zeros(len(keys), np.uint32)
        place[list(spelled)] = np.arange(len(spelled))
        return {keys[n]: (text, int(of_form[n])) for n, text in spelled.items()}, place[form]


def streams_of(
    analysed: Sequence[Analysed], names: Iterable[str], languages: Sequence[str], lines: Lines, memory: Memory
) -> tuple[dict[FormKey, tuple[str, int]], Streams]:
    """Return the forms of all articles with spelling and count, and their words; *names* are the articles' ids."""
    found = [
        memory.of_inputs(
            "stream", name, (article.words, article.stream, lines), partial(lines.stream, article)
        )
        for name, article in zip(names, analysed, strict=True)
    ]
    stream = np.concatenate(found)
    forms, form_of_line = lines.forms(stream)
    lengths, weights = np.array([part for article in analysed for part in article.parts], np.int64).T
    parts = np.array([len(article.parts) for article in analysed], np.int64)
    words_of_article = np.add.reduceat(lengths, np.cumsum(parts) - parts)
    return forms, Streams(
        form=form_of_line[stream],
        article=np.repeat(np.arange(len(analysed), dtype=np.uint32), words_of_article),
        position=positions_of(lengths, parts).astype(np.uint32),
        weight=np.repeat(weights.astype(np.uint8), lengths),
        length=_relative(words_of_article, languages),
    )


def positions_of(parts: Numbers, parts_of_article: Numbers) -> Numbers:
    """Return the position of every word within its article, from the lengths of parts and how many each article has."""
    first_part = np.cumsum(parts_of_article) - parts_of_article
    before = np.cumsum(parts) - parts
    within = before - np.repeat(before[first_part], parts_of_article)
    gaps = (np.arange(len(parts)) - np.repeat(first_part, parts_of_article)) * GAP
    positions: Numbers = np.arange(int(parts.sum())) + np.repeat(within + gaps - before, parts)
    return positions


def _relative(lengths: Numbers, languages: Sequence[str]) -> NDArray[np.float32]:
    """Return the length of each article as a share of the average of its language.

    The average counts in steps of an eighth of a doubling, so that one article more hardly ever moves all others.
    """
    relative = np.ones(len(lengths), np.float32)
    tags = np.array(languages)
    for tag in sorted(set(languages)):
        own = lengths[tags == tag]
        relative[tags == tag] = own / 2 ** (np.rint(np.log2(own.mean()) * 8) / 8)
    return relative
