"""Articles: a record joined with what was recovered of its text and with its digests.

Of many articles only an outline is held at once, with their words packed: `Article.text` and the like open them.
"""

from collections.abc import Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import cache, lru_cache, partial

from diwan.corpus.articlefiles import ArticleFile
from diwan.corpus.corpus import Corpus
from diwan.corpus.yamlfile import Place
from diwan.documents.markdownblocks import blocks_of_markdown
from diwan.documents.matching import Wanted
from diwan.documents.passages import TEXT_PREFIX, Passage, number_passages, passages_among
from diwan.documents.report import report_of
from diwan.documents.shortened import opening_of
from diwan.memory import Memory, checksum_of
from diwan.model.block import Block, Document
from diwan.model.ledger import Ledger, ReleasedPassage
from diwan.model.record import Access, Record
from diwan.model.report import ConversionReport
from diwan.packed import Packed, pack
from diwan.shards import joined_shards
from diwan.text.fold import fold
from diwan.text.minhash import minhash_of


@dataclass(frozen=True, slots=True)
class Reading:
    """Something to read: the article's text or a digest, as kept blocks; those with an id are passages."""

    language: str
    blocks: tuple[Block, ...]
    passages: tuple[Passage, ...]

    @property
    def parts(self) -> tuple[tuple[Block, str], ...]:
        """The blocks in order, each with its passage id, or with nothing if it is a heading."""
        ids = {id(passage.block): passage.id for passage in self.passages}
        return tuple((block, ids.get(id(block), "")) for block in self.blocks)


@dataclass(frozen=True, slots=True)
class Contents:
    """All words there are of an article: the document recovered from its source and what there is to read."""

    document: Document | None
    text: Reading | None
    digests: Mapping[str, Reading]


#: What is packed beside a document: id and SHA-256 of each passage of the text, and the digests.
_Rest = tuple[tuple[tuple[str, str], ...], dict[str, Reading]]


@dataclass(frozen=True, slots=True)
class Outline:
    """The passages of an article by their ids, without words; `rest` is what is packed beside its document."""

    text: frozenset[str]
    digests: frozenset[str]
    rest: Packed[_Rest]
    #: By which texts that are much the same find each other; empty where there is no text.
    minhash: bytes = b""
    #: The line of the source at which a paywall cuts its text short; 0 where none does.
    cut_at: int = 0

    @property
    def passages(self) -> frozenset[str]:
        """The passages of all readings."""
        return _shared(self.text | self.digests)

    def __reduce__(self) -> tuple[object, ...]:
        """Let articles share what many have alike, such as the passages `p1` to `p12`."""
        return _outline, (self.text, self.digests, self.rest, self.minhash, self.cut_at)


def _outline(
    text: frozenset[str], digests: frozenset[str], rest: Packed[_Rest], minhash: bytes, cut_at: int
) -> Outline:
    return Outline(_shared(text), _shared(digests), rest, minhash, cut_at)


@cache
def _shared(ids: frozenset[str]) -> frozenset[str]:
    return ids


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article: what is known of it, what was recovered of it, and our account of it."""

    record: Record
    place: Place
    outline: Outline
    #: The document recovered from its source, if that is at hand.
    source: Packed[Document] | None = None
    #: How the source was read, in figures, as it was released.
    released: ConversionReport | None = None
    #: The checksum of everything that it was joined from.
    checksum: str = ""

    @property
    def id(self) -> str:
        """The id of the record."""
        return self.record.id

    @property
    def contents(self) -> Contents:
        """All its words. They are unpacked when asked for: ask for one article after the other."""
        return _unpacked(self.source, self.outline.rest, self.record.language)

    @property
    def document(self) -> Document | None:
        """What was recovered from its source."""
        return self.contents.document

    @property
    def text(self) -> Reading | None:
        """The article's own words."""
        return self.contents.text

    @property
    def digests(self) -> Mapping[str, Reading]:
        """Our account of it, by language."""
        return self.contents.digests

    @property
    def readings(self) -> tuple[Reading, ...]:
        """Its text, if at hand, and all digests."""
        contents = self.contents
        return (*([contents.text] if contents.text else []), *contents.digests.values())

    @property
    def report(self) -> ConversionReport | None:
        """How the source was read, in figures: as it was released, or as it was read now if it was not."""
        document = None if self.released else self.document
        return report_of(document) if document else self.released

    @property
    def texts(self) -> list[tuple[str, str, str]]:
        """The id, the language and the text of every passage at hand, told in a third of the time that opening all takes."""
        ids, digests = self.outline.rest.front()
        own = self.source.front() if self.source else ()
        named = zip(ids, own, strict=True)
        return [
            *((ident, language or self.record.language, text) for ident, (language, text) in named),
            *digests,
        ]

    def passages(self) -> dict[str, Passage]:
        """Return every passage at hand, of the text and of all digests, by id."""
        return {passage.id: passage for reading in self.readings for passage in reading.passages}


def pack_document(document: Document) -> Packed[Document]:
    """Return a *document* packed, in front of it language and text of its passages."""
    return pack(document, [(block.language, block.text) for block in passages_among(document.kept)])


# What is asked for is asked for several times: the two pages of an article, two texts compared.
@lru_cache(maxsize=8)
def _unpacked(source: Packed[Document] | None, rest: Packed[_Rest], language: str) -> Contents:
    numbers, digests = rest.unpack()
    if source is None:
        return Contents(None, None, digests)
    document = source.unpack()
    passages = [
        Passage(ident, sha256, block)
        for (ident, sha256), block in zip(numbers, passages_among(document.kept), strict=True)
    ]
    return Contents(document, Reading(language, document.kept, tuple(passages)), digests)


def sources_wanted(corpus: Corpus) -> dict[str, Wanted]:
    """Return the sources that records name, by SHA-256; a page that shows text needs its source."""
    return {
        file.record.source.sha256: Wanted(
            article=ident,
            where=partial(file.place.at, "source", "sha256"),
            needed=file.record.access in (Access.FULL, Access.EXCERPT),
        )
        for ident, file in corpus.articles.items()
        if file.record.source
    }


def join(
    corpus: Corpus,
    documents: Mapping[str, Packed[Document]],
    memory: Memory,
    executor: Executor | None = None,
) -> dict[str, Article]:
    """Return the articles of *corpus* by id, with the *documents* recovered for some of them."""
    ledger = corpus.ledger
    joints = [
        _Joint(file, documents.get(ident), ledger.passages.get(ident, ()), ledger.reports.get(ident))
        for ident, file in corpus.articles.items()
    ]
    keys = [memory.of_inputs("joint", joint.file.record.id, joint.inputs, joint.checksum) for joint in joints]

    def outline(places: list[int]) -> list[Outline]:
        return joined_shards(_outline_share, [joints[place] for place in places], executor)

    outlines = memory.of_neighbours("outline", tuple(corpus.articles), keys, outline)
    return {
        ident: memory.of_inputs(
            "article", ident, (*joint.inputs, outline), partial(joint.article, key, outline)
        )
        for ident, joint, key, outline in zip(corpus.articles, joints, keys, outlines, strict=True)
    }


@dataclass(frozen=True, slots=True)
class _Joint:
    """What one article is joined from."""

    file: ArticleFile
    source: Packed[Document] | None
    passages: tuple[ReleasedPassage, ...]
    report: ConversionReport | None

    @property
    def inputs(self) -> tuple[object, ...]:
        """All of it: while these are the very same, so is the article."""
        return self.file, self.source, self.passages, self.report

    def checksum(self) -> str:
        """Return the checksum of all of it."""
        released = repr((self.passages, self.report))
        return checksum_of(self.file.checksum, self.source.data if self.source else "", released)

    def outline(self) -> Outline:
        """Return the article's passages, numbered."""
        ident, ledger = self.file.record.id, Ledger({self.file.record.id: self.passages})
        digests = {}
        for language, digest in self.file.digests.items():
            blocks = blocks_of_markdown(digest.text, first_line=digest.first_line, language=language)
            numbered = number_passages(blocks, language, ledger.of(ident, language))
            digests[language] = Reading(language, blocks, numbered)
        document = self.source.unpack() if self.source else None
        kept = document.kept if document else ()
        cut = opening_of(document) if document else None
        passages = number_passages(kept, TEXT_PREFIX, ledger.of(ident, TEXT_PREFIX))
        numbers = tuple((passage.id, passage.sha256) for passage in passages)
        texts = [
            (passage.id, passage.block.language or reading.language, passage.block.text)
            for reading in digests.values()
            for passage in reading.passages
        ]
        return _outline(
            frozenset(name for name, _ in numbers),
            frozenset(passage.id for reading in digests.values() for passage in reading.passages),
            pack((numbers, digests), ([ident for ident, _ in numbers], texts)),
            minhash_of([fold(passage.block.text) for passage in passages]) if self.source else b"",
            cut.line if cut else 0,
        )

    def article(self, checksum: str, outline: Outline) -> Article:
        """Return the article, its passages as in *outline*."""
        record, report = self.file.record, self.report
        # What was released of the record's source, so that a clone without the sources says the same.
        holds = report and record.source and report.sha256 == record.source.sha256
        return Article(
            record=record,
            place=self.file.place,
            outline=outline,
            source=self.source,
            released=report if holds else None,
            checksum=checksum,
        )


def _outline_share(joints: Sequence[_Joint]) -> list[Outline]:
    return [joint.outline() for joint in joints]
