"""The bundle: everything the browser searches, written below `search/` of a site.

Files stand in a folder named after their content, so that a page of an older edition never reads half of a newer one:
it finds nothing, says so, and offers to load itself again. Only `search/index.json` has a fixed name; it names the folder.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from diwan.edition import Edition, Published
from diwan.files import write_page
from diwan.library.concepts import ConceptKey
from diwan.library.mentions import Mention, MentionFinder
from diwan.memory import Memory, checksum_of
from diwan.model.record import Record
from diwan.search.analysis import Analysed, analyse, parts_of, with_mentions
from diwan.search.chunks import deflate, pack
from diwan.search.citations import citation_chunks
from diwan.search.clitics import HABITS
from diwan.search.columns import columns_file, columns_of, in_order
from diwan.search.names import name_concepts
from diwan.search.postings import Streams, make_postings, positions_of
from diwan.search.vocabulary import FormKey, make_vocabulary, merge_words
from diwan.shards import in_shards

#: Raised when the files change their form: pages made for another form do not read them.
FORM = 1


def write_search(edition: Edition, site: Path, memory: Memory | None = None) -> int:
    """Write the index of *edition* below *site*; return how many articles can be found."""
    codebook = edition.library.corpus.codebook
    articles = in_order(edition)
    if codebook is None or not articles:
        return 0
    numbers = {key: number for number, key in enumerate(edition.library.concepts)}
    gathered = [_gather(_analyse(edition, numbers, articles, memory or Memory()))]
    words = merge_words((share.words for share in gathered), (share.counts for share in gathered))
    vocabulary = make_vocabulary(words)
    languages = [published.article.record.language for published in articles]
    streams = _streams(gathered, list(words), languages)
    postings = make_postings(streams, vocabulary, list(words))
    named = name_concepts(
        edition,
        (published.article.id for published in articles),
        (found for share in gathered for found in share.named),
    )
    columns = columns_of(edition, articles, codebook.value)
    shelves = {"lists": pack(postings.lists), "places": pack(postings.places)}
    shelves["concepts"] = pack(entry.record() for entry in named)
    vocabulary_chunks, first_forms = vocabulary.chunks()
    files = {
        **{
            f"{name}/{number}.bin": data
            for name, (chunks, _) in shelves.items()
            for number, data in enumerate(chunks)
        },
        **{f"words/{number}.bin": data for number, data in enumerate(vocabulary_chunks)},
        **{f"cite/{number}.bin": data for number, data in enumerate(citation_chunks(edition, articles))},
        **{
            f"article/{number}.bin": data
            for number, data in enumerate(f for share in gathered for f in share.fragments)
        },
        "columns.bin": columns_file(columns, articles),
        "names.bin": _json([entry.summary() for entry in named]),
    }
    files["contents.bin"] = _json(
        {
            "articles": len(articles),
            "languages": vocabulary.languages,
            "words": first_forms,
            "shelves": {name: firsts for name, (_, firsts) in shelves.items()},
            "columns": [column.spec() for column in columns],
            "endings": vocabulary.endings,
            "prefixes": _prefixes(),
            "sizes": {tag: languages.count(tag) for tag in sorted(set(languages))},
        }
    )
    _write(site / "search", files)
    return len(articles)


def _json(value: object) -> bytes:
    return deflate(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode())


def _prefixes() -> dict[str, dict[str, object]]:
    """Return what the browser may take off a word it does not find, or put before it, by language."""
    return {
        language: {"prefixes": habits.prefixes, "article": habits.article}
        for language, habits in HABITS.items()
        if habits.prefixes
    }


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    digest = hashlib.sha256()
    for name in sorted(files):
        digest.update(f"{name} {len(files[name])}\n".encode() + files[name])
    edition = digest.hexdigest()[:12]
    in_shards(partial(_write_share, folder / edition), list(files.items()))
    write_page(folder / "index.json", json.dumps({"form": FORM, "folder": edition}) + "\n")


def _write_share(folder: Path, files: Sequence[tuple[str, bytes]]) -> None:
    for name, data in files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


@dataclass(frozen=True, slots=True)
class _Gathered:
    """What a share of the articles gives: one vocabulary, one stream, and the rest by article."""

    words: list[tuple[str, str, str]]
    counts: list[int]
    stream: NDArray[np.uint32]
    parts: NDArray[np.uint32]
    weights: NDArray[np.uint8]
    parts_of_article: NDArray[np.uint32]
    fragments: list[bytes]
    named: list[Mapping[tuple[ConceptKey, str], int]]


def _analyse(
    edition: Edition, numbers: Mapping[ConceptKey, int], articles: Sequence[Published], memory: Memory
) -> list[Analysed]:
    """Return what the index needs of each article, worked out anew where the article or a vocabulary changed."""
    corpus = edition.library.corpus
    outlets = {ident: entry.value.name for ident, entry in corpus.outlets.items()}
    vocabulary = checksum_of(repr((tuple(edition.library.concepts.values()), outlets)))
    keys = []
    for published in articles:
        article, mentions = published.article, edition.library.mentions[published.article.id]
        made = partial(_checksum_of_matter, published, mentions)
        of_article = memory.of_inputs(f"search-{edition.kind}", article.id, (article, mentions), made)
        keys.append(vocabulary + of_article)

    def analyse_some(places: list[int]) -> list[Analysed]:
        work = partial(_analyse_share, edition, numbers)
        return [made for share in in_shards(work, [articles[place] for place in places]) for made in share]

    return memory.of_contents("search", keys, analyse_some)


def _checksum_of_matter(published: Published, mentions: Mapping[str, tuple[Mention, ...]]) -> str:
    """Return the checksum of everything of an article that its analysis is made of."""
    record = published.article.record
    return checksum_of(repr((_head(published, record), record, published.readings, mentions)))


def _analyse_share(
    edition: Edition, numbers: Mapping[ConceptKey, int], share: Sequence[Published]
) -> list[Analysed]:
    finder = MentionFinder(edition.library.concepts.values())
    return [analyse_article(edition, published, numbers, finder) for published in share]


def analyse_article(
    edition: Edition, published: Published, numbers: Mapping[ConceptKey, int], finder: MentionFinder
) -> Analysed:
    """Return what the index needs of one article; it depends on the article and the vocabularies alone."""
    record = published.article.record
    outlet = edition.library.corpus.outlets[record.outlet].value
    mentions = edition.library.mentions[record.id]
    return analyse(
        _head(published, record), with_mentions(parts_of(published, mentions, outlet.name), finder), numbers
    )


def _head(published: Published, record: Record) -> dict[str, Any]:
    return {
        "id": record.id,
        "date": record.date,
        "withheld": published.withheld,
        "opening": record.read == "opening",
    }


def _gather(analysed: Iterable[Analysed]) -> _Gathered:
    words: dict[tuple[str, str, str], int] = {}
    streams, parts, weights, parts_of_article, fragments, named = [], [], [], [], [], []
    for article in analysed:
        table = np.array([words.setdefault(word, len(words)) for word in article.words], np.uint32)
        streams.append(table[np.asarray(article.numbers())])
        parts += [length for length, _ in article.parts]
        weights += [weight for _, weight in article.parts]
        parts_of_article.append(len(article.parts))
        fragments.append(article.fragment)
        named.append(article.named)
    stream = np.concatenate(streams)
    return _Gathered(
        words=list(words),
        counts=np.bincount(stream, minlength=len(words)).tolist(),
        stream=stream,
        parts=np.array(parts, np.uint32),
        weights=np.array(weights, np.uint8),
        parts_of_article=np.array(parts_of_article, np.uint32),
        fragments=fragments,
        named=named,
    )


def _streams(gathered: Sequence[_Gathered], forms: Sequence[FormKey], languages: Sequence[str]) -> Streams:
    numbers = {form: number for number, form in enumerate(forms)}
    form = np.concatenate(
        [
            np.array([numbers[language, form] for language, form, _ in share.words], np.uint32)[share.stream]
            for share in gathered
        ]
    )
    parts = np.concatenate([share.parts for share in gathered]).astype(np.int64)
    parts_of_article = np.concatenate([share.parts_of_article for share in gathered]).astype(np.int64)
    lengths = np.add.reduceat(parts, np.cumsum(parts_of_article) - parts_of_article)
    return Streams(
        form=form,
        article=np.repeat(np.arange(len(lengths), dtype=np.uint32), lengths),
        position=positions_of(parts, parts_of_article).astype(np.uint32),
        weight=np.repeat(np.concatenate([share.weights for share in gathered]), parts),
        length=_relative(lengths, languages),
    )


def _relative(lengths: NDArray[np.int64], languages: Sequence[str]) -> NDArray[np.float32]:
    """Return the length of each article as a share of the average of its language."""
    relative = np.ones(len(lengths), np.float32)
    tags = np.array(languages)
    for tag in sorted(set(languages)):
        relative[tags == tag] = lengths[tags == tag] / lengths[tags == tag].mean()
    return relative
