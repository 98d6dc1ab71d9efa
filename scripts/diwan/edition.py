"""The gate: what of the library may leave, for whom. Pages, exports and search see only what it lets out.

The public edition obeys each record's access; the private one, for one's own machine, shows all that is there.
Missing or unclear rights mean `record`: our own account and the facts, none of the article's words.
"""

import hashlib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum
from functools import cached_property, partial

from diwan.documents.report import report_of
from diwan.imprint import Imprint
from diwan.library.articles import Article, Reading
from diwan.library.concepts import ConceptKey
from diwan.library.library import Library
from diwan.memory import Memory, checksum_of
from diwan.model.block import Block, Document
from diwan.model.record import Access
from diwan.model.report import ConversionReport
from diwan.project import EditionKind
from diwan.text.words import count_words

#: Concepts; to look one up takes 90 ms at 10,000 articles, 5 ms if it is the one looked up before; to gather all of them
#: takes 0.8 seconds, as much as eight or nine looks.
_LOOKED_UP = 8


class Words(Enum):
    """How many of an article's own words may be shown."""

    NONE = "record"
    EXCERPT = "excerpt"
    ALL = "full"


@dataclass(frozen=True, kw_only=True)
class Published:
    """An article as an edition may show it."""

    article: Article
    #: How many of the article's own words may be shown, as far as they are at hand.
    words: Words
    #: Whether words of the article are at hand or known to exist, but not shown.
    withheld: bool
    #: How the source was read, as it was released; on one's own machine the report is of what is read now.
    released: ConversionReport | None = None
    #: The ids of all passages that may be shown.
    shown: frozenset[str]

    @property
    def text(self) -> Reading | None:
        """The article's own words, as far as they may be shown."""
        if self.words is Words.NONE or (text := self.article.text) is None:
            return None
        return text if self.words is Words.ALL else _excerpt(text, self.article.record.excerpt_words or 0)

    @property
    def whole(self) -> bool:
        """Whether the whole text is there to read."""
        return self.words is Words.ALL and self.article.source is not None

    @property
    def document(self) -> Document | None:
        """How the source was read; its set-aside blocks are the source's words too, so only with the whole text."""
        return self.article.document if self.words is Words.ALL else None

    @property
    def readings(self) -> tuple[Reading, ...]:
        """What there is to read: the text if it is open, and our digests; nothing once withdrawn."""
        if self.withdrawn:
            return ()
        text = self.text
        return (*([text] if text else []), *self.article.digests.values())

    @cached_property
    def report(self) -> ConversionReport | None:
        """How the source was read, in figures: numbers and rules may leave where words may not."""
        if self.released or self.withdrawn:
            return self.released
        document = self.article.document
        return report_of(document) if document else None

    @property
    def withdrawn(self) -> bool:
        """Whether nothing may be shown but that the article was here."""
        return self.article.record.access is Access.WITHDRAWN


class Naming:
    """The passages of *articles* that name each concept and may be shown, by article.

    Those of the first few concepts are looked up, as for a page that somebody asks for; then those of all are gathered.
    """

    def __init__(self, library: Library, articles: Mapping[str, Published]) -> None:
        self._library, self._articles = library, articles
        self._asked = 0

    def __getitem__(self, concept: ConceptKey) -> dict[str, tuple[str, ...]]:
        """Return the passages that name *concept*, by article; made anew at each look, since there are millions."""
        self._asked += 1
        if self._asked > _LOOKED_UP:
            return dict(zip(*self._columns.get(concept, ((), ())), strict=True))
        return {
            ident: visible
            for ident, mentions in self._library.mentions.items()
            if (visible := self._visible(ident, mentions.passages_naming(concept)))
        }

    def gather(self) -> None:
        """Gather the passages of all concepts, for processes that are forked hereafter."""
        self._asked = _LOOKED_UP
        _ = self._columns

    @cached_property
    def _columns(self) -> Mapping[ConceptKey, tuple[list[str], list[tuple[str, ...]]]]:
        """The articles that name each concept, and in the same order the passages: a third of what a dict would take."""
        found: dict[ConceptKey, tuple[list[str], list[tuple[str, ...]]]] = defaultdict(lambda: ([], []))
        for ident, mentions in self._library.mentions.items():
            for concept, passages in mentions.places():
                if visible := self._visible(ident, passages):
                    idents, places = found[concept]
                    idents.append(ident)
                    places.append(visible)
        return found

    @cached_property
    def checksum(self) -> str:
        """The checksum of all that is told here, known without gathering it: which passages name what, and may be shown."""
        told: list[str] = []
        for ident, mentions in self._library.mentions.items():
            told += (ident, mentions.sums.places.hex(), *self._visible(ident, mentions.passages))
        return checksum_of(*told)

    def _visible(self, ident: str, passages: tuple[str, ...]) -> tuple[str, ...]:
        shown = self._articles[ident].shown
        return passages if shown.issuperset(passages) else tuple(filter(shown.__contains__, passages))


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """The library as one audience may see it."""

    kind: EditionKind
    library: Library
    articles: Mapping[str, Published]
    naming: Naming
    imprint: Imprint


def open_edition(
    library: Library,
    kind: EditionKind,
    imprint: Imprint = Imprint(),  # noqa: B008  # a frozen value
    memory: Memory | None = None,
) -> Edition:
    """Return *library* as far as readers of *kind* may see it."""
    memory = memory or Memory()
    articles = {
        ident: memory.of_inputs(f"published-{kind}", ident, (article,), partial(publish, article, kind))
        for ident, article in library.articles.items()
    }
    return Edition(
        kind=kind, library=library, articles=articles, naming=Naming(library, articles), imprint=imprint
    )


def publish(article: Article, kind: EditionKind) -> Published:
    """Return *article* as an edition of *kind* may show it: the one gate for every word of a source."""
    access, has_text = article.record.access, article.source is not None
    if access is Access.WITHDRAWN:
        return Published(article=article, words=Words.NONE, withheld=True, shown=frozenset())
    if kind is EditionKind.PRIVATE:
        shown = _published(article, Words.ALL, withheld=False)
        return replace(shown, released=None) if has_text else shown
    if access is Access.FULL:
        return _published(article, Words.ALL, withheld=False)
    if access is Access.EXCERPT and has_text and article.record.excerpt_words:
        return _published(article, Words.EXCERPT, withheld=True)
    return _published(article, Words.NONE, withheld=True)


def _published(article: Article, words: Words, *, withheld: bool) -> Published:
    passages = article.outline.digests if words is Words.NONE else article.outline.passages
    published = Published(
        article=article, words=words, withheld=withheld, released=article.released, shown=passages
    )
    if words is not Words.EXCERPT:
        return published
    return replace(published, shown=frozenset(p.id for one in published.readings for p in one.passages))


def _excerpt(reading: Reading, words: int) -> Reading:
    """Return the first whole passages of *reading* that together have at most *words* words."""
    blocks: list[Block] = []
    left = words
    for block in reading.blocks:
        left -= count_words(block.text)
        if left < 0:
            break
        blocks.append(block)
    shown = {id(block) for block in blocks}
    passages = tuple(passage for passage in reading.passages if id(passage.block) in shown)
    return replace(reading, blocks=tuple(blocks), passages=passages)


@dataclass(frozen=True, slots=True)
class PassagePlace:
    """Where a passage stands in its reading, and checksums: numbers about words may leave where words may not.

    The reading is the text of its passages, white space folded, joined by line feeds; *start* and *end* count its code
    points from 0, the end exclusive. Checksums are SHA-256, of the passage and of the whole reading.
    """

    start: int
    end: int
    sha256: str
    reading_sha256: str


def places_of_passages(article: Article) -> dict[str, PassagePlace]:
    """Return the place of every passage of *article* that is at hand, shown or not, by its id."""
    places: dict[str, PassagePlace] = {}
    for reading in article.readings:
        texts = [" ".join(passage.block.text.split()) for passage in reading.passages]
        whole, start = hashlib.sha256("\n".join(texts).encode()).hexdigest(), 0
        for passage, text in zip(reading.passages, texts, strict=True):
            places[passage.id] = PassagePlace(start, start + len(text), passage.sha256, whole)
            start += len(text) + 1
    return places
