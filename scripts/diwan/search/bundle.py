"""The bundle: everything the browser searches, written below `search/` of a site.

Files stand in a folder named after their content, so that a page of an older edition never reads half of a newer one:
it finds nothing, says so, and offers to load itself again. Only `search/index.json` has a fixed name; it names the folder.
"""

import gc
import hashlib
import json
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from diwan.edition import Edition, Published
from diwan.files import write_page
from diwan.library.concepts import ConceptKey
from diwan.library.mentions import Mention
from diwan.memory import Memory, checksum_of
from diwan.model.record import Record
from diwan.search.analysis import Analysed, Namer, analyse, parts_of
from diwan.search.chunks import deflate, pack
from diwan.search.citations import citation_chunks
from diwan.search.clitics import HABITS
from diwan.search.columns import columns_file, columns_of, in_order
from diwan.search.names import name_concepts
from diwan.search.postings import Streams, make_postings, positions_of
from diwan.search.vocabulary import FormKey, make_vocabulary, merge_spellings
from diwan.shards import in_shards

#: Raised when the files change their form: pages made for another form do not read them.
FORM = 1


def write_search(edition: Edition, site: Path, memory: Memory | None = None) -> int:
    """Write the index of *edition* below *site*; return how many articles can be found."""
    # What was read so far stays for the whole run: the collector of garbage need not look through it again and again.
    gc.freeze()
    try:
        return _write_search(edition, site, memory or Memory())
    finally:
        gc.unfreeze()


def _write_search(edition: Edition, site: Path, memory: Memory) -> int:
    codebook = edition.library.corpus.codebook
    articles = in_order(edition)
    if codebook is None or not articles:
        return 0
    numbers = {key: number for number, key in enumerate(edition.library.concepts)}
    analysed = _analyse(edition, numbers, articles, memory)
    languages = [published.article.record.language for published in articles]
    forms, streams = _streams(analysed, languages)
    vocabulary = make_vocabulary(forms)
    postings = make_postings(streams, vocabulary, list(forms))
    named = name_concepts(
        edition, (published.article.id for published in articles), (found.named for found in analysed)
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
        **{f"article/{number}.bin": data for number, data in enumerate(found.fragment for found in analysed)},
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
    namer = Namer(edition.library.concepts.values())
    return [analyse_article(edition, published, numbers, namer) for published in share]


def analyse_article(
    edition: Edition, published: Published, numbers: Mapping[ConceptKey, int], namer: Namer
) -> Analysed:
    """Return what the index needs of one article; it depends on the article and the vocabularies alone."""
    record = published.article.record
    outlet = edition.library.corpus.outlets[record.outlet].value
    mentions = edition.library.mentions[record.id]
    return analyse(
        _head(published, record), namer.complete(parts_of(published, mentions, outlet.name)), numbers
    )


def _head(published: Published, record: Record) -> dict[str, Any]:
    return {
        "id": record.id,
        "date": record.date,
        "withheld": published.withheld,
        "opening": record.read == "opening",
    }


def _streams(
    analysed: Sequence[Analysed], languages: Sequence[str]
) -> tuple[dict[FormKey, tuple[str, int]], Streams]:
    """Return the forms of all articles with spelling and count, and their words one after the other."""
    words: dict[str, int] = {}
    streams = []
    for article in analysed:
        table = np.array(
            [words.setdefault(word, len(words)) for word in article.words.split("\n")], np.uint32
        )
        streams.append(table[article.numbers()])
    stream = np.concatenate(streams)
    forms, form_of_word = merge_spellings(list(words), np.bincount(stream, minlength=len(words)).tolist())
    lengths, weights = np.array([part for article in analysed for part in article.parts], np.int64).T
    parts = np.array([len(article.parts) for article in analysed], np.int64)
    words_of_article = np.add.reduceat(lengths, np.cumsum(parts) - parts)
    return forms, Streams(
        form=np.array(form_of_word, np.uint32)[stream],
        article=np.repeat(np.arange(len(analysed), dtype=np.uint32), words_of_article),
        position=positions_of(lengths, parts).astype(np.uint32),
        weight=np.repeat(weights.astype(np.uint8), lengths),
        length=_relative(words_of_article, languages),
    )


def _relative(lengths: NDArray[np.int64], languages: Sequence[str]) -> NDArray[np.float32]:
    """Return the length of each article as a share of the average of its language."""
    relative = np.ones(len(lengths), np.float32)
    tags = np.array(languages)
    for tag in sorted(set(languages)):
        relative[tags == tag] = lengths[tags == tag] / lengths[tags == tag].mean()
    return relative
