"""The bundle: everything the browser searches, written below `search/` of a site.

In: an edition of the library. Out: the files that `docs/project/search.md` describes (`editions` writes them).
"""

import operator
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

import numpy as np

from diwan.edition import Edition, Published
from diwan.files import compact_json
from diwan.garbage import give_back, uncollected
from diwan.memory import Memory
from diwan.search.batches import Words
from diwan.search.chunks import Deflater, deflate, deltas, pack
from diwan.search.citations import citation_chunks
from diwan.search.clitics import HABITS
from diwan.search.columns import in_order
from diwan.search.editions import Editions, Shelf, clear
from diwan.search.entries import entry_chunks
from diwan.search.kept import Kept
from diwan.search.lexicon import Lexicon, LineNumbers
from diwan.search.matter import Matter
from diwan.search.postings import pack_places
from diwan.search.renewal import Keys, Renewer
from diwan.search.shown import Presenter
from diwan.search.streams import Texts, counted_forms, lengths_of
from diwan.search.tables import Tabler
from diwan.search.vocabulary import VocabularyMaker

T = TypeVar("T")


def write_search(
    edition: Edition,
    site: Path,
    memory: Memory | None = None,
    kept: Path | None = None,
    standing: Path | None = None,
) -> list[str]:
    """Write the index of *edition* below *site*; return the paths of its files there.

    In the folder *kept* is what another process put away of an index, the one that stands in *standing* among others.
    """
    return Indexer(memory or Memory(), kept).write(edition, site, standing)


#: Articles that may differ from those of what is put away before it is put away again: each costs the next process some
#: milliseconds, and to put all away takes as long as a few dozen.
FEW = 16
#: How many times as many lines as there are in the texts the lexicon may have: those that went are never taken out.
OVERGROWN = 2


@dataclass(frozen=True, slots=True)
class _Files:
    """Deflated files by name, what the table of contents says of them, and what they were made of."""

    files: dict[str, bytes]
    contents: dict[str, Any]
    keys: Keys


class Indexer:
    """Writes the index again and again, each time at the cost of what changed; the bytes are those of a first time."""

    def __init__(self, memory: Memory, kept: Path | None = None) -> None:
        """Take the memory, and a folder in which to put away what the next process needs."""
        self._memory = memory
        self._kept = Kept(kept and kept / "index")
        self._lexicon = Lexicon()
        self._vocabularies, self._files = VocabularyMaker(self._lexicon), _Files({}, {}, ((), ()))
        self._deflater, self._postings = Deflater(), Renewer()
        self._presenter, self._tabler = Presenter(memory), Tabler(memory)
        #: The lines of each batch as numbers, by the key of the batch.
        self._lines: dict[str, LineNumbers] = {}
        self._editions = Editions(Kept(kept and kept / "editions"))

    def write(self, edition: Edition, site: Path, standing: Path | None = None) -> list[str]:
        """Write the index of *edition* below *site*; return the paths of its files there, none where there is nothing to find.

        What this wrote before may meanwhile stand in *standing*, and what it wrote before that may lie in *site*: files that
        did not change are linked or left, not written.
        """
        with uncollected():
            names = self._write_all(edition, site / "search", standing and standing / "search")
        give_back()
        return [f"search/{name}" for name in names]

    def _write_all(self, edition: Edition, folder: Path, standing: Path | None) -> list[str]:
        codebook = edition.library.corpus.codebook
        articles = in_order(edition)
        if codebook is None or not articles:
            clear(folder)
            return []
        matter = Matter(edition, articles, self._memory)
        order = [published.article.id for published in articles]
        # What was put away are fields of an indexer.
        vars(self).update(self._kept.take())
        if self._files.keys[0] == order:
            matter.recall(self._files.keys[1])
        if self._files.keys != (order, matter.keys):
            vars(self).update(self._kept.take())
            self._files = self._words(articles, matter, (order, matter.keys))
        shown = self._presenter.shown(edition, matter)
        tables = self._tabler.tables(edition, codebook.value, matter, shown)
        contents = self._files.contents | {"articles": len(articles)} | tables.contents
        contents["shelves"] = self._files.contents["shelves"] | tables.shelves
        finished = self._files.files | tables.files
        finished["contents.bin"] = deflate(compact_json(contents).encode())
        finished |= _numbered("cite", citation_chunks(edition, articles, matter.keys, self._memory))
        shelves = [Shelf.of(finished), self._presenter.shelf(edition, matter, shown)]
        return self._editions.write(folder, shelves, standing)

    def _words(self, articles: Sequence[Published], matter: Matter, keys: Keys) -> _Files:
        """Return what is made of the words of all articles."""
        languages = [published.article.record.language for published in articles]
        batches, seats = matter.words(), matter.seats()
        self._postings.recall(matter)
        former = self._postings.vocabulary
        renewed = former is not None
        if not self._memory.lasting and not renewed:
            matter.let_go()
        texts = Texts(batches, self._lines_of(matter, batches), seats, lengths_of(batches, seats, languages))
        give_back()
        counts = texts.counts(self._lexicon)
        vocabulary = self._vocabularies.make(counted_forms(counts, self._lexicon))
        give_back()
        words, first_strings = entry_chunks(vocabulary.entries, former.entries if former else None)
        streams = None if renewed else texts.streams(np.arange(len(articles)))
        if not self._memory.lasting and not renewed:
            # The streams say all that postings are made of; who renews them finds the words on disk.
            del batches
            texts = replace(texts, batches=())
            give_back()
        postings = self._postings.make(keys, texts, streams, vocabulary, matter.batches)
        del streams, texts
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
        made = self._deflater.files({name: chunk for name, chunk in raw.items() if chunk is not None})
        files = _Files({name: made.get(name) or self._files.files[name] for name in raw}, contents, keys)
        if len(self._lexicon) > OVERGROWN * np.count_nonzero(counts):
            self._kept.put_away()
        elif not renewed or self._differs(keys):
            self._put_away(files)
        if not self._memory.lasting:
            self._postings, self._lines, self._lexicon = Renewer(), {}, Lexicon()
            self._vocabularies = VocabularyMaker(self._lexicon)
            give_back()
        return files

    def _lines_of(self, matter: Matter, batches: Sequence[Words]) -> list[LineNumbers]:
        """Return the lines of each batch as numbers."""
        lines = {
            batch.key: self._lexicon.lines_of(words.table)
            if (known := self._lines.get(batch.key)) is None
            else known
            for batch, words in zip(matter.batches, batches, strict=True)
        }
        self._lines = lines
        return [lines[batch.key] for batch in matter.batches]

    def _differs(self, keys: Keys) -> bool:
        """Whether more than a few articles differ from those of what was put away."""
        former = self._files.keys
        return former[0] != keys[0] or sum(map(operator.ne, former[1], keys[1])) > FEW

    def _put_away(self, files: _Files) -> None:
        self._kept.put_away(
            {"_files": files, "_deflater": self._deflater},
            {
                "_lexicon": self._lexicon,
                "_vocabularies": self._vocabularies,
                "_postings": self._postings.without_words(),
                "_lines": self._lines,
            },
        )


def _numbered(shelf: str, chunks: Sequence[T]) -> dict[str, T]:
    return {f"{shelf}/{number}.bin": chunk for number, chunk in enumerate(chunks)}


def _prefixes() -> dict[str, dict[str, object]]:
    """Return what the browser may take off a word it does not find, or put before it, by language."""
    return {
        language: {"prefixes": habits.prefixes, "article": habits.article}
        for language, habits in HABITS.items()
        if habits.prefixes
    }
