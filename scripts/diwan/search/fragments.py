"""Fragments: what results are shown from, and by which names each article mentions which concepts.

In: the parts of articles, with the mentions that the library found. Out: for some articles together `Shown`, which hangs on
the articles and on the names of concepts. Where names alone changed, what they do not bear on is taken over.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from diwan.library.concepts import ConceptKey
from diwan.library.renaming import Vocabulary
from diwan.search.chunks import deflate
from diwan.search.lexicon import Table, table_of
from diwan.search.parts import SEARCHED, Part


class One(NamedTuple):
    """What is shown of one article."""

    #: Compressed JSON.
    fragment: bytes
    #: Lines of a concept's number and the words that name it, parted by a tab.
    named: Sequence[str]
    #: The texts of the parts in which mentions were looked for here.
    searched: str


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """What is shown of some articles, and whom they mention."""

    #: For each what `One` has: fragments; lines of names, one article after the other; how many each has; and the texts
    #: searched, each as UTF-8.
    fragments: tuple[bytes, ...]
    named: Table
    counts: NDArray[np.uint32]
    searched: tuple[bytes, ...]

    def ones(self) -> list[One]:
        """Return what is shown of each article."""
        lines, rows = self.named.lines(), self.named.rows.tolist()
        ends = np.cumsum(self.counts, dtype=np.int64).tolist()
        return [
            One(fragment, [lines[row] for row in rows[start:end]], searched.decode(errors="surrogatepass"))
            for fragment, start, end, searched in zip(
                self.fragments, [0, *ends[:-1]], ends, self.searched, strict=True
            )
        ]


def shown_of(articles: Sequence[One]) -> Shown:
    """Return what is shown of *articles* together."""
    lines: dict[str, int] = {}
    rows = np.array([lines.setdefault(line, len(lines)) for one in articles for line in one.named], np.int64)
    return Shown(
        fragments=tuple(one.fragment for one in articles),
        named=table_of(lines, rows),
        counts=np.array([len(one.named) for one in articles], np.uint32),
        searched=tuple(one.searched.encode(errors="surrogatepass") for one in articles),
    )


def fragment_of(head: Mapping[str, Any], parts: Iterable[Part], namer: "Namer") -> One:
    """Return what is shown of an article: the facts *head* and its *parts*; and whom it mentions."""
    named: set[str] = set()
    shown, searched = [], []
    for part in parts:
        spans = namer.spans(part)
        text = part.text.replace("\n", " ")
        named.update([f"{concept}\t{text[start:end]}" for start, end, concept in spans])
        shown.append(_shown(part, spans))
        if part.field in SEARCHED:
            searched.append(text)
    fragment = json.dumps({**head, "parts": shown}, ensure_ascii=False, separators=(",", ":"))
    return One(deflate(fragment.encode()), sorted(named), "\n".join(searched))


def _shown(part: Part, mentions: Sequence[tuple[int, int, int]]) -> list[object]:
    """Return a part for the browser; mentions count in UTF-16 code units, as its strings do."""
    row: list[object] = [part.field[0], part.anchor, part.language, part.text]
    if mentions:
        wide = _units(part.text) > len(part.text)
        spans: list[int] = []
        for start, end, concept in mentions:
            if wide:
                spans += (_units(part.text[:start]), _units(part.text[start:end]), concept)
            else:
                spans += (start, end - start, concept)
        row.append(spans)
    return row


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


#: A concept that a name stands for, its number, and the concepts that longer names hold: start, end, number.
_Known = tuple[ConceptKey, int, tuple[tuple[int, int, int], ...]]


class Namer:
    """Knows all mentions of parts: those in titles and the like, and names that are part of longer ones.

    A text about the "Islamic NATO" links to that theme alone, but who searches for NATO by all its names expects it.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Take the concepts of *vocabulary*, which count from 0."""
        self._finder = vocabulary.finder
        self._numbers = {concept.key: number for number, concept in enumerate(vocabulary.concepts)}
        self._known: dict[tuple[str, str], _Known] = {}

    def spans(self, part: Part) -> list[tuple[int, int, int]]:
        """Return all mentions in *part*: start, end, and the number of the concept."""
        found = part.mentions
        if part.field in SEARCHED:
            found = self._finder.find(part.text, part.language)
        text, language, spans = part.text, part.language, []
        for start, end, concept in found:
            name = text[start:end]
            known = self._known.get((name, language))
            if known is None or known[0] != concept:
                known = self._known[name, language] = self._look_up(name, language, concept)
            spans.append((start, end, known[1]))
            for inner_start, inner_end, inner in known[2]:
                spans.append((start + inner_start, start + inner_end, inner))
        return spans

    def _look_up(self, name: str, language: str, concept: ConceptKey) -> _Known:
        nested = [
            (start, end, self._numbers[key]) for start, end, key in self._finder.find_nested(name, language)
        ]
        return concept, self._numbers[concept], tuple(nested)
