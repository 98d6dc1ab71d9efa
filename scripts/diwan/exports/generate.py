"""All files of the open data, written beside the pages of a site before it takes its place."""

from pathlib import Path

from diwan.citations.item import Cataloguer
from diwan.edition import Edition
from diwan.exports.annotations import write_annotations
from diwan.exports.bibliographies import write_bibliographies
from diwan.exports.concepts import write_concepts
from diwan.exports.crate import write_crate
from diwan.exports.feeds import write_feeds
from diwan.exports.guide import write_guide
from diwan.exports.tables import write_tables
from diwan.files import write_page


def write_exports(edition: Edition, site: Path) -> None:
    """Write the open data of *edition* into `data/` of the folder *site*, the guide into its root."""
    catalogue = Cataloguer(edition)
    crosswalk, folder = catalogue.crosswalk, site / "data"
    write_tables(edition, crosswalk, folder)
    write_bibliographies(catalogue, folder)
    write_concepts(edition, crosswalk.corpus, folder)
    write_annotations(edition, folder, f"{crosswalk.corpus.name['en']}: codings")
    write_feeds(catalogue, folder)
    if codebook := edition.library.corpus.codebook:
        write_page(folder / "codebook.json", codebook.value.model_dump_json(indent=1) + "\n")
    write_crate(edition, crosswalk, folder)
    write_guide(edition, crosswalk, site)
