"""One article into what the index needs of it: a stream of words, and a fragment to show results from.

In: an article as the gate let it out, with what is known around it. Out: an `Analysed`, which depends on nothing
else, so that it can be kept as long as the article stays the same. The stream holds every word of the article's
parts (titles, names, summaries, headings, passages, notes) in order, as numbers of its own small vocabulary; the
fragment holds the same parts as text, so that what is found and what is shown can never differ.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from diwan.edition import Published
from diwan.library.articles import Reading
from diwan.library.concepts import Concept, ConceptKey
from diwan.library.essaylinks import plain
from diwan.library.mentions import Mention, MentionFinder, names_by_form
from diwan.model.block import BlockKind
from diwan.search.chunks import deflate
from diwan.search.stems import lowered
from diwan.search.words import forms_of, language_of_form, words_in
from diwan.text.words import words_of

#: How much a word counts by where it stands. A title says what an article is about in ten words, so each weighs
#: about as much as six in the text; names and summaries half of that. The order was chosen, the figures hardly
#: matter: halving or doubling any of them moves no first result of the gold queries.
WEIGHTS = {"title": 6, "author": 4, "outlet": 3, "summary": 3, "heading": 3, "passage": 1, "note": 1}
#: Parts whose mentions the library does not know: they are no passages.
_SEARCHED = frozenset({"title", "summary", "heading", "note"})
#: Words that can be numbered with two bytes.
_NARROW_MAX = 2**16
#: Places left free between two parts, so that no phrase reaches from one into the next.
GAP = 1


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of an article's text: where it stands, in which language, with its mentions of concepts."""

    field: str
    #: The fragment of the article's page that shows it, if there is one.
    anchor: str
    language: str
    text: str
    #: Start and end in code points, and the concept.
    mentions: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class Analysed:
    """What the index needs of one article."""

    #: The words of the article, by number, a line each: language, form and, if it differs, spelling, parted by tabs.
    words: str
    #: The numbers of its words in order, as unsigned 16-bit integers, or 32-bit if `wide`.
    stream: bytes
    wide: bool
    #: For each part with words: how many, and the weight of each.
    parts: tuple[tuple[int, int], ...]
    #: What results are shown from: compressed JSON.
    fragment: bytes = b""
    #: The concepts mentioned, a line each: its number and the words that name it, parted by a tab. One text takes a tenth
    #: of the memory that as many pairs do, and of ten thousand articles all are there at once.
    named: str = ""

    def numbers(self) -> NDArray[np.unsignedinteger]:
        """Return the numbers of the words in order."""
        return np.frombuffer(self.stream, np.uint32 if self.wide else np.uint16)


def analyse(
    head: Mapping[str, object], parts: Iterable[Part], namer: "Namer", before: Analysed | None = None
) -> Analysed:
    """Return *parts* as words, and with the facts *head* as a fragment.

    Where names alone changed since *before*, its words are taken over.
    """
    parts = tuple(parts)
    named: set[str] = set()
    shown = []
    for part in parts:
        spans = namer.spans(part)
        text = part.text.replace("\n", " ")
        named.update([f"{concept}\t{text[start:end]}" for start, end, concept in spans])
        shown.append(_shown(part, spans))
    fragment = json.dumps({**head, "parts": shown}, ensure_ascii=False, separators=(",", ":"))
    made = before or _words(parts)
    return replace(made, fragment=deflate(fragment.encode()), named="\n".join(sorted(named)))


def _words(parts: Iterable[Part]) -> Analysed:
    """Return the words of *parts*, without fragment and names."""
    stream: list[int] = []
    lengths: list[tuple[int, int]] = []
    for part in parts:
        found = _words_of(part.text, part.language)
        if found:
            stream += found
            lengths.append((len(found), WEIGHTS[part.field]))
    words, numbers = _numbered(stream)
    wide = len(words) > _NARROW_MAX
    return Analysed(
        words="\n".join(words),
        stream=numbers.astype(np.uint32 if wide else np.uint16).tobytes(),
        wide=wide,
        parts=tuple(lengths),
    )


class _Stretches(dict[str, tuple[int, ...]]):
    """The words of every stretch between two spaces that this process has met in a language, as numbers of lines.

    No word reaches over a space, and most stretches are a word that was met before: a text is looked up, not cut.
    """

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        self._words: dict[str, tuple[int, ...]] = {}

    def __missing__(self, stretch: str) -> tuple[int, ...]:
        found = tuple(chain.from_iterable(map(self._lines_of, words_in(stretch))))
        if len(stretch) <= _STRETCH_MAX:
            self[stretch] = found
        return found

    def _lines_of(self, word: str) -> tuple[int, ...]:
        """Return the lines of a word: one, those of a run without spaces, or none of what is made of joiners alone."""
        known = self._words.get(word)
        if known is None:
            forms = forms_of(word, self._language)
            known = tuple(_line_number(_line(form, word, self._language)) for form in forms)
            if len(word) <= _STRETCH_MAX:
                self._words[word] = known
        return known


#: Characters; longer stretches are addresses, and sentences in scripts without spaces: they do not come again.
_STRETCH_MAX = 32
#: The lines of all words met so far, and their numbers: looking up a word anew costs twenty times as much.
_LINES: list[str] = []
_NUMBERS: dict[str, int] = {}
_stretches = cache(_Stretches)


def _words_of(text: str, language: str) -> list[int]:
    """Return the words of *text* in order, as numbers of lines."""
    return list(chain.from_iterable(map(_stretches(language).__getitem__, text.split())))


def _line_number(line: str) -> int:
    number = _NUMBERS.get(line)
    if number is None:
        number = _NUMBERS[line] = len(_LINES)
        _LINES.append(line)
    return number


def _numbered(stream: Sequence[int]) -> tuple[list[str], NDArray[np.int64]]:
    """Return the lines of *stream* in the order in which they first stand there, and the stream in their numbers."""
    lines = np.array(stream, np.int64)
    place, last = np.arange(len(lines)), np.empty(len(_LINES), np.int64)
    # What is written to one place several times stays as it was written last: written backwards, the first stays.
    last[lines[::-1]] = place[::-1]
    own = lines[last[lines] == place]
    last[own] = np.arange(len(own))
    return [_LINES[line] for line in own.tolist()], last[lines]


def _line(form: str, word: str, language: str) -> str:
    own = language_of_form(form, language)
    spelled = lowered(word, own) if own else form
    return f"{own}\t{form}" if spelled == form else f"{own}\t{form}\t{spelled}"


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

    def __init__(self, concepts: Iterable[Concept]) -> None:
        """Take the *concepts*, which count from 0."""
        concepts = tuple(concepts)
        self._finder = MentionFinder(names_by_form(concepts))
        self._numbers = {concept.key: number for number, concept in enumerate(concepts)}
        self._known: dict[tuple[str, str], _Known] = {}

    def spans(self, part: Part) -> list[tuple[int, int, int]]:
        """Return all mentions in *part*: start, end, and the number of the concept."""
        found: Iterable[Mention] = part.mentions
        if part.field in _SEARCHED:
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


def parts_of(
    published: Published, mentions: Mapping[str, tuple[Mention, ...]], outlet: Mapping[str, str]
) -> Iterator[Part]:
    """Yield everything of an article that can be found; *outlet* is the name of its outlet by language."""
    record = published.article.record
    for language, title in sorted(record.title.items(), key=lambda item: item[0] != record.language):
        yield Part("title", "", language, title)
    for author in record.authors:
        for name in filter(None, (author.name, author.latin)):
            yield Part("author", "", record.language, name)
    for language, name in outlet.items():
        yield Part("outlet", "", language, name)
    for language, summary in record.summary.items():
        yield Part("summary", "", language, " ".join(summary.split()))
    for reading in published.readings:
        yield from _reading_parts(reading, mentions, set(map(tuple, map(words_of, record.title.values()))))
    for note in record.notes:
        yield Part("note", "notes", "en", " ".join(plain(note).split()))


def _reading_parts(
    reading: Reading, mentions: Mapping[str, tuple[Mention, ...]], titles: set[tuple[str, ...]]
) -> Iterator[Part]:
    parts = reading.parts
    for number, (block, passage) in enumerate(parts):
        if block.kind is BlockKind.TITLE and tuple(words_of(block.text)) in titles:
            continue
        text = block.text[len(block.marker) :].lstrip()
        taken = len(block.text) - len(text)
        language = block.language or reading.language
        if passage:
            named = mentions.get(passage, ())
            yield Part("passage", passage, language, text, _moved(named, taken) if taken else named)
        else:
            following = next((ident for _, ident in parts[number:] if ident), "")
            yield Part("heading", f"s-{following}" if following else "", language, text)


def _moved(mentions: Iterable[Mention], taken: int) -> tuple[Mention, ...]:
    """Return *mentions* in a text from whose start so many characters were taken."""
    return tuple(
        Mention(mention.start - taken, mention.end - taken, mention.concept)
        for mention in mentions
        if mention.start >= taken
    )
