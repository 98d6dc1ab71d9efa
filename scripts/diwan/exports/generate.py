"""All files of the open data, written beside the pages of a site before it takes its place."""

from pathlib import Path

from diwan.citations.item import Cataloguer
from diwan.edition import Edition
from diwan.exports.annotations import annotations_as_json, write_annotations
from diwan.exports.bibliographies import entry_of, write_bibliographies
from diwan.exports.concepts import write_concepts
from diwan.exports.crate import write_crate
from diwan.exports.feeds import write_feeds
from diwan.exports.guide import write_guide
from diwan.exports.portions import Portion, editions_of_groups, keys_of
from diwan.exports.tables import rows_by_article, write_tables
from diwan.files import write_page
from diwan.memory import Memory, checksum_of
from diwan.packed import pack
from diwan.parts import Parts
from diwan.shards import joined_shards


def write_exports(
    edition: Edition, site: Path, parts: Parts | None = None, memory: Memory | None = None
) -> None:
    """Write the open data of *edition* into `data/` of the folder *site*, the guide into its root.

    What *parts* knows to stand is not written, and what *memory* has of articles is not worked out.
    """
    parts, memory = parts or Parts(site), memory or Memory()
    catalogue = Cataloguer(edition)
    crosswalk, folder = catalogue.crosswalk, site / "data"
    portions = _portions(catalogue, memory)
    write_tables(edition, crosswalk, portions, parts, folder)
    write_bibliographies(edition, portions, parts, folder)
    write_concepts(edition, crosswalk.corpus, parts, folder)
    write_annotations(edition, portions, parts, folder, f"{crosswalk.corpus.name['en']}: codings")
    write_feeds(catalogue, folder)
    if codebook := edition.library.corpus.codebook:
        write_page(folder / "codebook.json", codebook.value.model_dump_json(indent=1) + "\n")
    write_crate(edition, crosswalk, parts, folder)
    write_guide(edition, crosswalk, site)


def _portions(catalogue: Cataloguer, memory: Memory) -> list[Portion]:
    """Return what the open data say of articles, portion by portion."""
    groups = editions_of_groups(catalogue.edition)

    def make(missing: list[int]) -> list[Portion]:
        given = [groups[number] for number in missing]
        return joined_shards(
            lambda share: [_portion(catalogue, group) for group in share], given, worthwhile=2
        )

    return memory.of_contents("portion", keys_of(groups), make)


def _portion(catalogue: Cataloguer, group: Edition) -> Portion:
    entries = tuple(
        entry_of(catalogue, published) for published in group.articles.values() if not published.withdrawn
    )
    annotations = annotations_as_json(group)
    return Portion(
        rows=rows_by_article(group, catalogue.crosswalk),
        entries=pack(entries),
        cited={entry.id: checksum_of(repr(entry)) for entry in entries},
        annotations=pack(annotations),
        annotated=len(annotations),
    )
