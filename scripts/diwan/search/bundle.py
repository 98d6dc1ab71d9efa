"""The bundle: everything the browser searches, written below `search/` of a site.

In: an edition of the library. Out: the files that `docs/project/search.md` describes (`editions` writes them).
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from diwan.edition import Edition, Published
from diwan.garbage import give_back, uncollected
from diwan.memory import Memory
from diwan.search.chunks import Deflater, Records, deltas, pack
from diwan.search.citations import citation_chunks
from diwan.search.clitics import HABITS
from diwan.search.columns import columns_data, columns_of, in_order, versions_of
from diwan.search.editions import Editions, clear
from diwan.search.entries import entry_chunks
from diwan.search.lexicon import Lexicon
from diwan.search.matter import Matter
from diwan.search.names import ConceptNamer
from diwan.search.postings import make_postings, pack_places
from diwan.search.renewal import Keys, Renewer
from diwan.search.streams import Texts, counted_forms, lengths_of
from diwan.search.vocabulary import VocabularyMaker


def write_search(edition: Edition, site: Path, memory: Memory | None = None) -> int:
    """Write the index of *edition* below *site*; return how many articles can be found."""
    return Indexer(memory or Memory()).write(edition, site)


@dataclass(frozen=True, slots=True)
class _Files:
    """Deflated files by name, what the table of contents says of them, and what they were made of."""

    files: dict[str, bytes]
    contents: dict[str, Any]
    keys: Keys


class Indexer:
    """Writes the index again and again, each time at the cost of what changed; the bytes are those of a first time."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._lexicon = Lexicon()
        self._vocabularies, self._files = VocabularyMaker(self._lexicon), _Files({}, {}, ((), ()))
        self._deflaters = (Deflater(), Deflater())
        self._postings, self._namer = Renewer(), ConceptNamer()
        self._editions = Editions()

    def write(self, edition: Edition, site: Path, standing: Path | None = None) -> int:
        """Write the index of *edition* below *site*; return how many articles can be found.

        What this wrote before may meanwhile stand in *standing*, and what it wrote before that may lie in *site*: files that
        did not change are linked or left, not written.
        """
        with uncollected():
            found = self._write_all(edition, site, standing)
        give_back()
        return found

    def _write_all(self, edition: Edition, site: Path, standing: Path | None) -> int:
        codebook = edition.library.corpus.codebook
        articles = in_order(edition)
        if codebook is None or not articles:
            clear(site / "search")
            return 0
        matter = Matter(edition, articles, self._memory)
        order = [published.article.id for published in articles]
        if self._files.keys != (order, matter.keys):
            self._files = self._words(articles, matter, (order, matter.keys))
        shown = matter.shown()
        contents = self._files.contents | {"articles": len(articles)}
        named = self._namer.concepts(edition, order, matter.batches, shown, self._memory)
        concepts, firsts = pack(
            Records.of([entry.record() for entry in named]), np.zeros(len(named), np.int64)
        )
        contents["shelves"] |= {"concepts": {"firsts": list(deltas(firsts))}}
        columns = columns_of(edition, articles, codebook.value, self._memory)
        contents["columns"] = [column.spec() for column in columns]
        contents["versions"] = versions_of(edition, articles)
        raw = _numbered("concepts", concepts)
        raw["columns.bin"] = columns_data(columns, articles)
        raw["names.bin"] = _json([entry.summary() for entry in named])
        raw["contents.bin"] = _json(contents)
        finished = self._files.files | self._deflated(0, raw)
        finished |= _numbered("cite", citation_chunks(edition, articles, matter.keys, self._memory))
        finished |= _numbered("article", [shown[seat.batch].fragments[seat.place] for seat in matter.seats()])
        self._editions.write(site / "search", finished, standing and standing / "search")
        return len(articles)

    def _deflated(self, which: int, raw: Mapping[str, bytes]) -> dict[str, bytes]:
        return dict(zip(raw, self._deflaters[which].deflate(list(raw.values())), strict=True))

    def _words(self, articles: Sequence[Published], matter: Matter, keys: Keys) -> _Files:
        """Return what is made of the words of all articles."""
        languages = [published.article.record.language for published in articles]
        batches = matter.words()
        if not self._memory.lasting:
            matter.let_go()
        lines = [
            self._memory.of_inputs(
                "lines", str(number), (words, self._lexicon), partial(self._lexicon.lines_of, words.table)
            )
            for number, words in enumerate(batches)
        ]
        give_back()
        seats = matter.seats()
        texts = Texts(batches, lines, seats, lengths_of(batches, seats, languages))
        vocabulary = self._vocabularies.make(counted_forms(texts.counts(self._lexicon), self._lexicon))
        give_back()
        words, first_strings = entry_chunks(vocabulary.entries)
        streams = texts.streams(np.arange(len(articles)))
        if self._memory.lasting:
            postings = self._postings.make(keys, texts, streams, vocabulary)
        else:
            # Nobody will ask for postings again, and the streams say all that they are made of.
            del batches, lines, texts
            give_back()
            postings = make_postings(streams, vocabulary)
        del streams
        lists, firsts = pack(postings.lists, vocabulary.classes.marks)
        places, segments = pack_places(postings, vocabulary.classes.marks)
        contents = {
            "languages": vocabulary.languages,
            "words": first_strings,
            "shelves": {"lists": {"firsts": list(deltas(firsts))}, "places": segments},
            "endings": vocabulary.endings,
            "prefixes": _prefixes(),
            "sizes": {tag: languages.count(tag) for tag in sorted(set(languages))},
        }
        raw = _numbered("words", words) | _numbered("lists", lists) | _numbered("places", places)
        return _Files(self._deflated(1, raw), contents, keys)


def _numbered(shelf: str, chunks: Sequence[bytes]) -> dict[str, bytes]:
    return {f"{shelf}/{number}.bin": chunk for number, chunk in enumerate(chunks)}


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _prefixes() -> dict[str, dict[str, object]]:
    """Return what the browser may take off a word it does not find, or put before it, by language."""
    return {
        language: {"prefixes": habits.prefixes, "article": habits.article}
        for language, habits in HABITS.items()
        if habits.prefixes
    }
