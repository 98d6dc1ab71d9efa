"""Citations of the articles found, in every format that one downloads: CSL-JSON, RIS, BibTeX, and formatted.

They are the same texts as in `data/`, in the order of the index and a hundred to a chunk, so that a set of any size is
put together from few files. They stand apart from the fragments because only those who download need them.
"""

import json
from collections.abc import Sequence
from functools import partial

from diwan.citations.formats import bibtex, csl_json, ris
from diwan.citations.item import Cataloguer, Item
from diwan.citations.styles import STYLES, cite, plain
from diwan.citations.wording import WORDINGS
from diwan.edition import Edition, Published
from diwan.memory import Memory, checksum_of
from diwan.model.crosswalk import Crosswalk
from diwan.shards import in_shards

#: Articles whose citations stand in one chunk: about 35 kB.
CITED_TOGETHER = 100


def citation_chunks(
    edition: Edition, articles: Sequence[Published], keys: Sequence[str], memory: Memory
) -> list[bytes]:
    """Return the citations of *articles*, in their order, in chunks not yet deflated.

    *keys* name what each article is; what all citations draw on beside that is added here.
    """
    corpus, catalogue = edition.library.corpus, Cataloguer(edition)
    shared = checksum_of(
        repr((corpus.outlets, corpus.themes, sorted(catalogue.bodies), catalogue.crosswalk, edition.imprint))
    )

    def make(places: list[int]) -> list[str]:
        shares = in_shards(partial(_rows, catalogue), [articles[place] for place in places])
        return [row for share in shares for row in share]

    rows = memory.of_contents("citation", [shared + key for key in keys], make)
    chunks = (rows[start : start + CITED_TOGETHER] for start in range(0, len(rows), CITED_TOGETHER))
    return [f"[{','.join(chunk)}]".encode() for chunk in chunks]


def _rows(catalogue: Cataloguer, articles: Sequence[Published]) -> list[str]:
    return [_row(catalogue.item(published), catalogue.crosswalk) for published in articles]


def _row(item: Item, crosswalk: Crosswalk) -> str:
    row = {
        "csl": csl_json(item, crosswalk),
        "ris": ris(item, crosswalk),
        "bibtex": bibtex(item, crosswalk),
        **{tag: {style: plain(cite(item, style, tag)) for style in STYLES} for tag in WORDINGS},
    }
    return json.dumps(row, ensure_ascii=False, separators=(",", ":"))
