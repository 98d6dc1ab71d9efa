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

import numpy as np
from numpy.typing import NDArray

from diwan.edition import Published
from diwan.library.articles import Reading
from diwan.library.concepts import Concept, ConceptKey
from diwan.library.essaylinks import plain
from diwan.library.mentions import Mention, MentionFinder
from diwan.model.block import BlockKind
from diwan.search.chunks import deflate
from diwan.search.stems import lowered
from diwan.search.words import forms_of, language_of_form, words_in
from diwan.text.words import words_of

#: How much a word counts by where it stands. A title says what an article is about in ten words, so each weighs
#: about as much as six in the text; names and summaries half of that. The order was chosen, the figures hardly
#: matter: halving or doubling any of them moves no first result of the gold queries.
WEIGHTS = {"title": 6, "author": 4, "outlet": 3, "summary": 3, "heading": 3, "passage": 1, "note": 1}
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
    fragment: bytes
    #: The concepts mentioned, by number, each with the words that name it.
    named: frozenset[tuple[int, str]]

    def numbers(self) -> NDArray[np.unsignedinteger]:
        """Return the numbers of the words in order."""
        return np.frombuffer(self.stream, np.uint32 if self.wide else np.uint16)


def analyse(
    head: Mapping[str, object], parts: Iterable[Part], concepts: Mapping[ConceptKey, int]
) -> Analysed:
    """Return *parts* as words, and with the facts *head* as a fragment; *concepts* numbers the concepts."""
    stream: list[int] = []
    lengths: list[tuple[int, int]] = []
    named: set[tuple[int, str]] = set()
    shown = []
    for part in parts:
        found = _words_of(part.text, part.language)
        if found:
            stream += found
            lengths.append((len(found), WEIGHTS[part.field]))
        spans = [(mention.start, mention.end, concepts[mention.concept]) for mention in part.mentions]
        named.update([(concept, part.text[start:end]) for start, end, concept in spans])
        shown.append(_shown(part, spans))
    words, numbers = _numbered(stream)
    wide = len(words) > _NARROW_MAX
    fragment = json.dumps({**head, "parts": shown}, ensure_ascii=False, separators=(",", ":"))
    return Analysed(
        words="\n".join(words),
        stream=numbers.astype(np.uint32 if wide else np.uint16).tobytes(),
        wide=wide,
        parts=tuple(lengths),
        fragment=deflate(fragment.encode()),
        named=frozenset(named),
    )


class _Known(dict[str, int]):
    """Every word of a language that this process has met, by the number of its line in `_LINES`."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language

    def __missing__(self, word: str) -> int:
        lines = _lines_of(word, self._language)
        self[word] = number = _line_number(lines[0]) if len(lines) == 1 else _SEVERAL
        return number


#: Stands for a word that has not exactly one form.
_SEVERAL = -1
#: The lines of all words met so far, and their numbers: looking up a word anew costs twenty times as much.
_LINES: list[str] = []
_NUMBERS: dict[str, int] = {}
_known = cache(_Known)


def _words_of(text: str, language: str) -> list[int]:
    """Return the words of *text* in order, as numbers of lines."""
    written = words_in(text)
    found = list(map(_known(language).__getitem__, written))
    if _SEVERAL in found:
        # Runs without spaces have several forms, and what is made of joiners alone has none.
        return [_line_number(line) for word in written for line in _lines_of(word, language)]
    return found


def _line_number(line: str) -> int:
    number = _NUMBERS.get(line)
    if number is None:
        number = _NUMBERS[line] = len(_LINES)
        _LINES.append(line)
    return number


def _numbered(stream: Sequence[int]) -> tuple[list[str], NDArray[np.intp]]:
    """Return the lines of *stream* in the order in which they first stand there, and the stream in their numbers."""
    known, firsts, places = np.unique(np.array(stream, np.int64), return_index=True, return_inverse=True)
    order = np.argsort(firsts)
    number = np.empty(len(order), np.intp)
    number[order] = np.arange(len(order))
    return [_LINES[line] for line in known[order].tolist()], number[places]


def _lines_of(word: str, language: str) -> tuple[str, ...]:
    return tuple(_line(form, word, language) for form in forms_of(word, language))


def _line(form: str, word: str, language: str) -> str:
    own = language_of_form(form, language)
    spelled = lowered(word, own) if own else form
    return f"{own}\t{form}" if spelled == form else f"{own}\t{form}\t{spelled}"


def _shown(part: Part, mentions: Sequence[tuple[int, int, int]]) -> list[object]:
    """Return a part for the browser; mentions count in UTF-16 code units, as its strings do."""
    row: list[object] = [part.field[0], part.anchor, part.language, part.text]
    if mentions:
        wide = max(part.text) > "\uffff"
        spans: list[int] = []
        for start, end, concept in mentions:
            if wide:
                spans += (_units(part.text[:start]), _units(part.text[start:end]), concept)
            else:
                spans += (start, end - start, concept)
        row.append(spans)
    return row


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


class Namer:
    """Completes the mentions of parts: those in titles and the like, and names that are part of longer ones.

    A text about the "Islamic NATO" links to that theme alone, but who searches for NATO by all its names expects it.
    """

    def __init__(self, concepts: Iterable[Concept]) -> None:
        self._finder = MentionFinder(concepts)
        self._nested: dict[tuple[str, str], tuple[Mention, ...]] = {}

    def complete(self, parts: Iterable[Part]) -> Iterator[Part]:
        """Yield *parts* with all their mentions."""
        for part in parts:
            found = part.mentions
            if part.field in ("title", "summary", "heading", "note"):
                found = self._finder.find(part.text, part.language)
            yield replace(part, mentions=tuple(self._with_nested(part, found))) if found else part

    def _with_nested(self, part: Part, mentions: Iterable[Mention]) -> Iterator[Mention]:
        for mention in mentions:
            yield mention
            key = (part.text[mention.start : mention.end], part.language)
            if key not in self._nested:
                self._nested[key] = self._finder.find_nested(*key)
            for inner in self._nested[key]:
                yield Mention(mention.start + inner.start, mention.start + inner.end, inner.concept)


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
            named = tuple(
                Mention(mention.start - taken, mention.end - taken, mention.concept)
                for mention in mentions.get(passage, ())
                if mention.start >= taken
            )
            yield Part("passage", passage, language, text, named)
        else:
            following = next((ident for _, ident in parts[number:] if ident), "")
            yield Part("heading", f"s-{following}" if following else "", language, text)
