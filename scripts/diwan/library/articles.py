"""Articles: a record joined with what was recovered of its text and with its digests."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from diwan.corpus.articlefiles import ArticleFile
from diwan.corpus.corpus import Corpus
from diwan.corpus.vocabularies import Entry
from diwan.corpus.yamlfile import Place
from diwan.documents.matching import Wanted
from diwan.documents.passages import TEXT_PREFIX, Passage, number_passages
from diwan.documents.readers.markdown import blocks_of_markdown
from diwan.documents.report import report_of
from diwan.memory import Memory, checksum_of
from diwan.model.block import Block, Document
from diwan.model.correction import Correction
from diwan.model.ledger import Ledger
from diwan.model.record import Access, Record
from diwan.model.report import ConversionReport


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article: what is known of it, what was recovered of it, and our account of it."""

    record: Record
    place: Place
    text: Reading | None
    digests: Mapping[str, Reading]
    document: Document | None
    #: How the source was read, in figures, as it was released.
    released: ConversionReport | None = None
    #: The checksum of everything that it was joined from.
    checksum: str = ""

    @property
    def id(self) -> str:
        """The id of the record."""
        return self.record.id

    @property
    def report(self) -> ConversionReport | None:
        """How the source was read, in figures: as it was released, or as it was read now if it was not."""
        return self.released or (report_of(self.document) if self.document else None)

    def passages(self) -> dict[str, Passage]:
        """Return every passage at hand, of the text and of all digests, by id."""
        readings = [*([self.text] if self.text else []), *self.digests.values()]
        return {passage.id: passage for reading in readings for passage in reading.passages}


def sources_wanted(corpus: Corpus) -> dict[str, Wanted]:
    """Return the sources that records name, by SHA-256; a page that shows text needs its source."""
    return {
        file.record.source.sha256: Wanted(
            article=ident,
            where=file.place.at("source", "sha256"),
            needed=file.record.access in (Access.FULL, Access.EXCERPT),
        )
        for ident, file in corpus.articles.items()
        if file.record.source
    }


def join(corpus: Corpus, documents: Mapping[str, Document], memory: Memory) -> dict[str, Article]:
    """Return the articles of *corpus* by id, with the *documents* recovered for some of them."""
    articles = {}
    for ident, file in corpus.articles.items():
        document = documents.get(ident)
        ledger = corpus.ledger
        inputs = (file, document, ledger.passages.get(file.record.id), ledger.reports.get(file.record.id))
        made = partial(_join, file, document, corpus.ledger, corpus.corrections.get(ident, ()))
        articles[ident] = memory.of_inputs("article", ident, inputs, made)
    return articles


def _join(
    file: ArticleFile, document: Document | None, ledger: Ledger, corrections: Sequence[Entry[Correction]]
) -> Article:
    ident, digests = file.record.id, {}
    for language, digest in file.digests.items():
        blocks = blocks_of_markdown(digest.text, first_line=digest.first_line, language=language)
        digests[language] = Reading(
            language, blocks, number_passages(blocks, language, ledger.of(ident, language))
        )
    text = None
    if document is not None:
        passages = number_passages(document.kept, TEXT_PREFIX, ledger.of(ident, TEXT_PREFIX))
        text = Reading(file.record.language, document.kept, passages)
    # A document hangs on the bytes of its source, the reader chosen for them, and what people corrected.
    read = repr((document.provenance, [entry.value for entry in corrections])) if document else ""
    released = repr((ledger.passages.get(ident), ledger.reports.get(ident)))
    return Article(
        record=file.record, place=file.place, text=text, digests=digests, document=document,
        released=_released(file.record, ledger), checksum=checksum_of(file.checksum, read, released),
    )  # fmt: skip


def _released(record: Record, ledger: Ledger) -> ConversionReport | None:
    """Return the released report of the record's source, so that a clone without the sources says the same."""
    released = ledger.reports.get(record.id)
    return released if released and record.source and released.sha256 == record.source.sha256 else None
