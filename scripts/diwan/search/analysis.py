"""One article into what the index needs of it: a stream of words, and a fragment to show results from.

In: an article as the gate let it out, with what is known around it. Out: an `Analysed`, which depends on nothing
else, so that it can be kept as long as the article stays the same. The stream holds every word of the article's
parts (titles, names, summaries, headings, passages, notes) in order, as numbers of its own small vocabulary; the
fragment holds the same parts as text, so that what is found and what is shown can never differ.
"""

import json
from array import array
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from diwan.edition import Published
from diwan.library.articles import Reading
from diwan.library.concepts import ConceptKey
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

    #: Language, form and spelling of each word of the article, by number.
    words: tuple[tuple[str, str, str], ...]
    #: The numbers of its words in order, as unsigned 16-bit integers, or 32-bit if `wide`.
    stream: bytes
    wide: bool
    #: For each part with words: how many, and the weight of each.
    parts: tuple[tuple[int, int], ...]
    #: What results are shown from: compressed JSON.
    fragment: bytes
    #: The names under which concepts are mentioned, with how often.
    named: Mapping[tuple[ConceptKey, str], int]

    def numbers(self) -> "array[int]":
        """Return the numbers of the words in order."""
        numbers = array("I" if self.wide else "H")
        numbers.frombytes(self.stream)
        return numbers


def analyse(
    head: Mapping[str, object], parts: Iterable[Part], concepts: Mapping[ConceptKey, int]
) -> Analysed:
    """Return *parts* as words, and with the facts *head* as a fragment; *concepts* numbers the concepts."""
    numbers: dict[tuple[str, str, str], int] = {}
    known: dict[tuple[str, str], tuple[int, ...]] = {}
    stream: list[int] = []
    lengths: list[tuple[int, int]] = []
    named: dict[tuple[ConceptKey, str], int] = {}
    shown = []
    for part in parts:
        before = len(stream)
        for word in words_in(part.text):
            found = known.get((part.language, word))
            if found is None:
                found = known[part.language, word] = tuple(_number(word, part.language, numbers))
            stream += found
        if len(stream) > before:
            lengths.append((len(stream) - before, WEIGHTS[part.field]))
        for mention in part.mentions:
            name = (mention.concept, part.text[mention.start : mention.end])
            named[name] = named.get(name, 0) + 1
        shown.append(_shown(part, concepts))
    wide = len(numbers) > _NARROW_MAX
    return Analysed(
        words=tuple(numbers),
        stream=array("I" if wide else "H", stream).tobytes(),
        wide=wide,
        parts=tuple(lengths),
        fragment=deflate(
            json.dumps({**head, "parts": shown}, ensure_ascii=False, separators=(",", ":")).encode()
        ),
        named=named,
    )


def _number(word: str, language: str, numbers: dict[tuple[str, str, str], int]) -> Iterator[int]:
    for form in forms_of(word, language):
        own = language_of_form(form, language)
        key = (own, form, lowered(word, own) if own else form)
        yield numbers.setdefault(key, len(numbers))


def _shown(part: Part, concepts: Mapping[ConceptKey, int]) -> list[object]:
    """Return a part for the browser; mentions count in UTF-16 code units, as its strings do."""
    row: list[object] = [part.field[0], part.anchor, part.language, part.text]
    if part.mentions:
        wide = any(character > "\uffff" for character in part.text)
        spans: list[int] = []
        for mention in part.mentions:
            start, end = mention.start, mention.end
            if wide:
                start, end = _units(part.text[:start]), _units(part.text[:end])
            spans += (start, end - start, concepts[mention.concept])
        row.append(spans)
    return row


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def with_mentions(parts: Iterable[Part], finder: MentionFinder) -> Iterator[Part]:
    """Yield *parts*; those that the library did not look at, such as titles, with their mentions."""
    for part in parts:
        unread = part.field in ("title", "summary", "heading", "note")
        yield replace(part, mentions=finder.find(part.text, part.language)) if unread else part


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
        yield Part("note", "notes", "en", " ".join(note.split()))


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
