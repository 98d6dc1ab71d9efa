"""Citations of the articles found, as CSL-JSON: what the browser turns into BibTeX and RIS for a whole set.

They stand apart from the fragments, a hundred to a chunk, because only those who download need them. CSL-JSON is
that of the Citation Style Language 1.0.2 (https://docs.citationstyles.org).
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from diwan.corpus.check import is_supplied
from diwan.edition import Edition, Published
from diwan.model.concept import Outlet
from diwan.model.record import UNKNOWN, Record
from diwan.search.chunks import deflate
from diwan.text.edtf import Point, parse_edtf

#: Articles whose citations stand in one chunk: about 6 kB.
CITED_TOGETHER = 100
_TYPES = {
    "newspaper": "article-newspaper", "news-agency": "article-newspaper", "magazine": "article-magazine",
    "journal": "article-journal", "think-tank": "report", "official": "report", "broadcaster": "webpage",
    "website": "webpage", "blog": "post-weblog",
}  # fmt: skip


def citation_chunks(edition: Edition, articles: Sequence[Published]) -> list[bytes]:
    """Return the citations of *articles*, in their order, in chunks."""
    outlets = {ident: entry.value for ident, entry in edition.library.corpus.outlets.items()}
    items = [citation(published.article.record, outlets) for published in articles]
    return [
        deflate(
            json.dumps(
                items[start : start + CITED_TOGETHER], ensure_ascii=False, separators=(",", ":")
            ).encode()
        )
        for start in range(0, len(items), CITED_TOGETHER)
    ]


def citation(record: Record, outlets: Mapping[str, Outlet]) -> dict[str, Any]:
    """Return the citation of an article at its outlet; what is not known is left out."""
    outlet = outlets[record.outlet]
    own = record.title.get(record.language) or record.title.get("en") or next(iter(record.title.values()))
    item: dict[str, Any] = {
        "id": record.id,
        "type": _TYPES[outlet.kind],
        "title": own,
        "container-title": outlet.name.get(record.language)
        or outlet.name.get("en")
        or next(iter(outlet.name.values())),
        "language": record.language,
    }
    if record.authors:
        item["author"] = [{"literal": author.name} for author in record.authors]
    if issued := _issued(record.date):
        item["issued"] = issued
    if record.url != UNKNOWN:
        item["URL"] = record.url
    if is_supplied(own):
        item["note"] = "Title supplied"
    return item


def _issued(date: str) -> dict[str, Any] | None:
    span = parse_edtf(date)
    ends = [_parts(point) for point in (span.start, span.end) if point]
    if not ends:
        return None
    issued: dict[str, Any] = {"date-parts": ends[:1] if span.start == span.end else ends}
    return {**issued, "circa": True} if span.doubtful else issued


def _parts(point: Point) -> list[int]:
    return [part for part in (point.year, point.month, point.day) if part]
