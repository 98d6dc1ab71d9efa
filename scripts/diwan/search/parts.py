"""The parts of an article that can be found: titles, names, summaries, headings, passages, notes.

In: an article as the gate let it out. Out: its parts in the order in which they are shown. What is found
and what is shown are both made of them, so that the two can never differ.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from diwan.edition import Published
from diwan.library.articles import Reading
from diwan.library.essaylinks import plain
from diwan.model.block import BlockKind
from diwan.text.words import words_of

#: Parts whose mentions the library does not know: they are no passages.
SEARCHED = frozenset({"title", "summary", "heading", "note"})


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of an article's text: where it stands, and in which language."""

    field: str
    #: The fragment of the article's page that shows it, if there is one.
    anchor: str
    language: str
    text: str
    #: Characters of the passage that are not shown before it: the sign of a list.
    taken: int = 0


def parts_of(published: Published, outlet: Mapping[str, str]) -> Iterator[Part]:
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
        yield from _reading_parts(reading, set(map(tuple, map(words_of, record.title.values()))))
    for note in record.notes:
        yield Part("note", "notes", "en", " ".join(plain(note).split()))


def _reading_parts(reading: Reading, titles: set[tuple[str, ...]]) -> Iterator[Part]:
    parts = reading.parts
    for number, (block, passage) in enumerate(parts):
        if block.kind is BlockKind.TITLE and tuple(words_of(block.text)) in titles:
            continue
        text = block.text[len(block.marker) :].lstrip()
        language = block.language or reading.language
        if passage:
            yield Part("passage", passage, language, text, taken=len(block.text) - len(text))
        else:
            following = next((ident for _, ident in parts[number:] if ident), "")
            yield Part("heading", f"s-{following}" if following else "", language, text)
