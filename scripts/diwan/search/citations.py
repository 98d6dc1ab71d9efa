"""Citations of the articles found, in every format that one downloads: CSL-JSON, RIS, BibTeX, and formatted.

They are the same texts as in `data/`, in the order of the index and a hundred to a chunk, so that a set of any size is
put together from few files. They stand apart from the fragments because only those who download need them.
"""

import json
from collections.abc import Sequence
from functools import partial

from diwan.citations.formats import bibtex, csl_json, ris
from diwan.citations.item import Cataloguer
from diwan.citations.styles import STYLES, cite, plain
from diwan.citations.wording import WORDINGS
from diwan.edition import Edition, Published
from diwan.search.chunks import deflate
from diwan.shards import in_shards

#: Articles whose citations stand in one chunk: about 35 kB.
CITED_TOGETHER = 100


def citation_chunks(edition: Edition, articles: Sequence[Published]) -> list[bytes]:
    """Return the citations of *articles*, in their order, in chunks."""
    chunks = [articles[start : start + CITED_TOGETHER] for start in range(0, len(articles), CITED_TOGETHER)]
    return [
        chunk for share in in_shards(partial(_chunk_share, Cataloguer(edition)), chunks) for chunk in share
    ]


def _chunk_share(catalogue: Cataloguer, chunks: Sequence[Sequence[Published]]) -> list[bytes]:
    return [_chunk(catalogue, chunk) for chunk in chunks]


def _chunk(catalogue: Cataloguer, articles: Sequence[Published]) -> bytes:
    crosswalk, items = catalogue.crosswalk, map(catalogue.item, articles)
    rows = [
        {
            "csl": csl_json(item, crosswalk),
            "ris": ris(item, crosswalk),
            "bibtex": bibtex(item, crosswalk),
            **{tag: {style: plain(cite(item, style, tag)) for style in STYLES} for tag in WORDINGS},
        }
        for item in items
    ]
    return deflate(json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode())
