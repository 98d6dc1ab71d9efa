"""Tables: what the browser loads whole: columns, versions, and concepts with the articles that are found by each.

In: the articles of an edition in order, and whom they mention. Out: files, and what the table of contents says of them. Most
edits change the words of an article and nothing else; while all that tables are made of is the same, they are remembered.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from diwan.edition import Edition
from diwan.files import compact_json
from diwan.memory import Memory, checksum_of, digest_of
from diwan.model.coding import Codebook
from diwan.search.chunks import Deflater, Records, deltas, pack
from diwan.search.columns import columns_data, columns_of, facts_of, versions_of
from diwan.search.matter import Matter
from diwan.search.names import ConceptNamer
from diwan.search.shown import Shown


@dataclass(frozen=True, slots=True)
class Tables:
    """Deflated files by name, and what the table of contents says of them."""

    files: dict[str, bytes]
    contents: dict[str, Any]
    #: The same of their shelves.
    shelves: dict[str, Any]


class Tabler:
    """Makes tables again and again."""

    def __init__(self, memory: Memory) -> None:
        self._memory, self._namer, self._deflater = memory, ConceptNamer(), Deflater()

    def tables(self, edition: Edition, codebook: Codebook, matter: Matter, shown: Sequence[Shown]) -> Tables:
        """Return the tables of *edition*, whose articles are *matter* and mention what is *shown*."""
        articles, family = matter.articles, edition.library.families.of
        questions = checksum_of(repr(codebook))
        facts = self._memory.of_neighbours(
            f"facts-{edition.kind}",
            [published.article.id for published in articles],
            [questions + key for key in matter.keys],
            lambda places: [digest_of(repr(facts_of(articles[place], codebook))) for place in places],
        )
        families = [family[published.article.id] for published in articles]
        key = checksum_of(_shared(edition, codebook), *families, *facts, *(one.naming for one in shown))
        found: list[Tables] = self._memory.of_contents(
            "search-tables", [key], lambda _: [self._made(edition, codebook, matter, shown)]
        )
        return found[0]

    def _made(self, edition: Edition, codebook: Codebook, matter: Matter, shown: Sequence[Shown]) -> Tables:
        articles = matter.articles
        order = [published.article.id for published in articles]
        named = self._namer.concepts(edition, order, matter.batches, shown, self._memory)
        concepts, firsts = pack(
            Records.of([entry.record() for entry in named]), np.zeros(len(named), np.int64)
        )
        columns = columns_of(edition, articles, codebook, self._memory)
        raw = {f"concepts/{number}.bin": chunk for number, chunk in enumerate(concepts)}
        raw["columns.bin"] = columns_data(columns, articles)
        raw["names.bin"] = compact_json([entry.summary() for entry in named]).encode()
        contents = {
            "columns": [column.spec() for column in columns],
            "versions": versions_of(edition, articles),
        }
        return Tables(self._deflater.files(raw), contents, {"concepts": {"firsts": list(deltas(firsts))}})


def _shared(edition: Edition, codebook: Codebook) -> str:
    """Return the checksum of what tables are made of beside the facts of articles and whom these mention."""
    corpus = edition.library.corpus
    values = (
        codebook,
        [(ident, entry.value) for ident, entry in corpus.outlets.items()],
        [(ident, entry.value.type) for ident, entry in corpus.entities.items()],
        [
            (ident, [source.article for source in entry.value.sources])
            for ident, entry in corpus.events.items()
        ],
    )
    return checksum_of(edition.library.vocabulary.checksum, repr(values))
