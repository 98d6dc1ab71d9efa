"""Citations of the articles found, in every format that one downloads: CSL-JSON, RIS, BibTeX, and formatted.

They are the same texts as in `data/`, in the order of the index and a hundred to a chunk, so that a set of any size is
put together from few files. They stand apart from the fragments because only those who download need them.
"""

from collections.abc import Sequence
from functools import partial

from diwan.citations.formats import bibtex, csl_json, ris
from diwan.citations.item import Cataloguer, Item
from diwan.citations.styles import STYLES, cite, plain
from diwan.citations.wording import WORDINGS
from diwan.edition import Edition, Published
from diwan.files import compact_json
from diwan.memory import Memory, checksum_of
from diwan.model.crosswalk import Crosswalk
from diwan.search.chunks import deflate
from diwan.shards import joined_shards

#: Articles whose citations stand in one chunk: about 35 kB.
CITED_TOGETHER = 100


def citation_chunks(
    edition: Edition, articles: Sequence[Published], keys: Sequence[str], memory: Memory
) -> list[bytes]:
    """Return the citations of *articles*, in their order, in deflated chunks.

    *keys* name what each article is; what all citations draw on beside that is added here.
    """
    corpus, catalogue = edition.library.corpus, Cataloguer(edition)
    # Of the names of bodies those alone count that somebody signs with.
    authors = [author for published in articles for author in published.article.record.authors]
    signed = catalogue.bodies & {
        name for author in authors for name in (author.name, author.latin, author.entity)
    }
    values = [[entry.value for entry in entries.values()] for entries in (corpus.outlets, corpus.themes)]
    shared = checksum_of(repr((values, sorted(signed), catalogue.crosswalk, edition.imprint)))
    places = range(0, len(articles), CITED_TOGETHER)

    def make(missing: list[int]) -> list[bytes]:
        given = [articles[places[chunk] : places[chunk] + CITED_TOGETHER] for chunk in missing]
        return joined_shards(partial(_chunks, catalogue), given, worthwhile=2)

    return memory.of_contents(
        "citations", [checksum_of(shared, *keys[place : place + CITED_TOGETHER]) for place in places], make
    )


def _chunks(catalogue: Cataloguer, share: Sequence[Sequence[Published]]) -> list[bytes]:
    return [
        deflate(f"[{','.join(_row(catalogue.item(one), catalogue.crosswalk) for one in articles)}]".encode())
        for articles in share
    ]


def _row(item: Item, crosswalk: Crosswalk) -> str:
    row = {
        "csl": csl_json(item, crosswalk),
        "ris": ris(item, crosswalk),
        "bibtex": bibtex(item, crosswalk),
        **{tag: {style: plain(cite(item, style, tag)) for style in STYLES} for tag in WORDINGS},
    }
    return compact_json(row)
