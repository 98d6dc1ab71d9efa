"""The bundle: everything the browser searches, written below `search/` of a site.

Files stand in a folder named after their content, so that a page of an older edition never reads half of a newer one:
it finds nothing, says so, and offers to load itself again. Only `search/index.json` has a fixed name; it names the folder.
"""

import hashlib
import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from diwan.edition import Edition, Published
from diwan.files import write_page
from diwan.garbage import uncollected
from diwan.library.renaming import Renaming, of_named
from diwan.memory import Memory, checksum_of
from diwan.model.record import Record
from diwan.project import EditionKind
from diwan.search.analysis import Analysed, Namer, analyse, parts_of
from diwan.search.chunks import Deflater, deltas, pack
from diwan.search.citations import citation_chunks
from diwan.search.clitics import HABITS
from diwan.search.columns import columns_data, columns_of, in_order, versions_of
from diwan.search.entries import entry_chunks
from diwan.search.names import ConceptNamer
from diwan.search.postings import make_postings, pack_places
from diwan.search.streams import Lines, streams_of
from diwan.search.vocabulary import VocabularyMaker
from diwan.shards import in_shards

#: Raised when the files change their form: pages made for another form do not read them.
FORM = 2


def write_search(edition: Edition, site: Path, memory: Memory | None = None) -> int:
    """Write the index of *edition* below *site*; return how many articles can be found."""
    return Indexer(memory or Memory()).write(edition, site)


@dataclass(frozen=True, slots=True)
class _Files:
    """Files not yet deflated, by name, and what the table of contents says of them."""

    raw: dict[str, bytes]
    contents: dict[str, Any]


class Indexer:
    """Writes the index again and again, each time at the cost of what changed; the bytes are those of a first time."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._lines, self._vocabularies, self._deflater = Lines(), VocabularyMaker(), Deflater()
        self._namer = ConceptNamer()
        #: The files written last, by their content.
        self._written: dict[bytes, str] = {}

    def write(self, edition: Edition, site: Path, standing: Path | None = None) -> int:
        """Write the index of *edition* below *site*; return how many articles can be found.

        What this wrote before may meanwhile stand in *standing*: files that did not change are linked, not written.
        """
        with uncollected():
            return self._write_all(edition, site, standing)

    def _write_all(self, edition: Edition, site: Path, standing: Path | None) -> int:
        codebook = edition.library.corpus.codebook
        articles = in_order(edition)
        if codebook is None or not articles:
            return 0
        keys = _keys_of_matter(edition, articles, self._memory)
        analysed = _analyse(edition, articles, keys, self._memory)
        files = self._words(articles, analysed)
        contents = files.contents | {"articles": len(articles)}
        named = self._namer.concepts(
            edition,
            [published.article.id for published in articles],
            [found.named for found in analysed],
            self._memory,
        )
        records = [entry.record() for entry in named]
        concepts, firsts = pack(records, [0] * len(records))
        contents["shelves"]["concepts"] = {"firsts": list(deltas(firsts))}
        columns = columns_of(edition, articles, codebook.value)
        contents["columns"] = [column.spec() for column in columns]
        contents["versions"] = versions_of(edition, articles)
        raw = files.raw | _numbered("concepts", concepts)
        raw |= _numbered("cite", citation_chunks(edition, articles, keys, self._memory))
        raw["columns.bin"] = columns_data(columns, articles)
        raw["names.bin"] = _json([entry.summary() for entry in named])
        raw["contents.bin"] = _json(contents)
        finished = dict(zip(raw, self._deflater.deflate(list(raw.values())), strict=True))
        finished |= _numbered("article", [found.fragment for found in analysed])
        self._write(site / "search", finished, standing and standing / "search")
        return len(articles)

    def _words(self, articles: Sequence[Published], analysed: Sequence[Analysed]) -> _Files:
        """Return what is made of the words of all articles."""
        languages = [published.article.record.language for published in articles]
        names = (published.article.id for published in articles)
        forms, streams = streams_of(analysed, names, languages, self._lines, self._memory)
        vocabulary = self._vocabularies.make(forms)
        words, first_strings = entry_chunks(vocabulary.entries)
        postings = make_postings(streams, vocabulary)
        marks = [word_class.mark for word_class in vocabulary.classes]
        lists, firsts = pack(postings.lists, marks)
        places, segments = pack_places(postings.places, marks)
        contents = {
            "languages": vocabulary.languages,
            "words": first_strings,
            "shelves": {"lists": {"firsts": list(deltas(firsts))}, "places": segments},
            "endings": vocabulary.endings,
            "prefixes": _prefixes(),
            "sizes": {tag: languages.count(tag) for tag in sorted(set(languages))},
        }
        raw = _numbered("words", words) | _numbered("lists", lists) | _numbered("places", places)
        return _Files(raw, contents)

    def _write(self, folder: Path, files: Mapping[str, bytes], standing: Path | None) -> None:
        digest = hashlib.sha256()
        for name in sorted(files):
            digest.update(f"{name} {len(files[name])}\n".encode() + files[name])
        edition = digest.hexdigest()[:12]
        for parent in {name.rpartition("/")[0] for name in files}:
            (folder / edition / parent).mkdir(parents=True, exist_ok=True)
        former, target = f"{standing}/", f"{folder}/{edition}/"
        new = [
            (name, data)
            for name, data in files.items()
            if not (standing and data in self._written)
            or not _link(former + self._written[data], target + name)
        ]
        in_shards(partial(_write_share, folder / edition), new)
        self._written = {data: f"{edition}/{name}" for name, data in files.items()}
        write_page(folder / "index.json", json.dumps({"form": FORM, "folder": edition}) + "\n")


def _link(former: str, path: str) -> bool:
    """Let *path* be the same file as *former*; False where that cannot be."""
    try:
        os.link(former, path)
    except OSError:
        return False
    return True


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


def _write_share(folder: Path, files: Sequence[tuple[str, bytes]]) -> None:
    for name, data in files:
        (folder / name).write_bytes(data)


def _keys_of_matter(edition: Edition, articles: Sequence[Published], memory: Memory) -> list[str]:
    """Return for each article a checksum of everything of its own that goes into the index."""
    keys = []
    for published in articles:
        record = published.article.record
        outlet = edition.library.corpus.outlets[record.outlet].value
        made = partial(_checksum_of_matter, published, edition.kind, outlet.name)
        keys.append(memory.of_inputs(f"search-{edition.kind}", record.id, (published, outlet), made))
    return keys


def _analyse(
    edition: Edition, articles: Sequence[Published], keys: Sequence[str], memory: Memory
) -> list[Analysed]:
    """Return what the index needs of each article, worked out anew where the article or a vocabulary changed."""
    # Concepts are known by their numbers.
    numbering = checksum_of(repr(tuple(edition.library.concepts)))
    matter = [numbering + key for key in keys]

    def analyse_some(places: list[int], former: Mapping[str, Analysed], renaming: Renaming) -> list[Analysed]:
        known = [former.get(matter[place]) for place in places]
        given = [(articles[place], before) for place, before in zip(places, known, strict=True)]
        namer = memory.of_inputs("namer", "", (renaming.after,), partial(Namer, renaming.after.concepts))
        shares = in_shards(partial(_analyse_share, edition, renaming, namer), given)
        made = (found for share in shares for found in share)
        return [_renamed(before, found) for before, found in zip(known, made, strict=True)]

    concepts = tuple(edition.library.concepts.values())
    return of_named(memory, "search", concepts, matter, analyse_some)


def _checksum_of_matter(published: Published, kind: EditionKind, outlet: Mapping[str, str]) -> str:
    """Return the checksum of everything of an article that its analysis is made of.

    Its mentions are not: they follow from its texts and the vocabularies.
    """
    return checksum_of(published.article.checksum, kind.value, repr(outlet))


def _analyse_share(
    edition: Edition, renaming: Renaming, namer: Namer, share: Sequence[tuple[Published, Analysed | None]]
) -> list[Analysed | None]:
    """Return what the index needs of some articles; None for those of which it is what it was *before*."""
    return [
        analyse_article(edition, published, namer, before)
        if before is None or renaming.may_touch("\n".join(part.text for part in parts_of(published, {}, {})))
        else None
        for published, before in share
    ]


def _renamed(before: Analysed | None, found: Analysed | None) -> Analysed:
    """Return what was *found*; words that were known *before* stay the very same."""
    if found is None or before is None:
        whole = found or before
        assert whole  # noqa: S101  # what was not known was looked for
        return whole
    return replace(before, fragment=found.fragment, named=found.named)


def analyse_article(
    edition: Edition, published: Published, namer: Namer, before: Analysed | None = None
) -> Analysed:
    """Return what the index needs of one article; it depends on the article and the vocabularies alone."""
    record = published.article.record
    outlet = edition.library.corpus.outlets[record.outlet].value
    mentions = edition.library.mentions[record.id]
    return analyse(_head(published, record), parts_of(published, mentions, outlet.name), namer, before)


def _head(published: Published, record: Record) -> dict[str, Any]:
    return {
        "id": record.id,
        "date": record.date,
        "withheld": published.withheld,
        "opening": record.read == "opening",
    }
