"""The page about the open data: every file and every field, as the crosswalk describes them."""

from typing import Any

from diwan.citations.head import dataset
from diwan.model.crosswalk import DataFile, Property, Table
from diwan.pages.cards import Desk
from diwan.pages.page import Page


def data_page(desk: Desk) -> Page:
    """Return the page about the data."""
    site, crosswalk = desk.site, desk.catalogue.crosswalk
    say, text = site.interface.say, site.interface.text
    return Page(
        path=f"{site.interface.prefix}data.md",
        title=say("data.title"),
        description=say("data.lead"),
        template="data.html",
        interface=site.interface,
        meta={
            "view": {
                "head": {"tags": [], "linked_data": dataset(crosswalk, desk.catalogue.edition.imprint)},
                "licence": crosswalk.corpus.licence,
                "licence_url": crosswalk.corpus.licence_url,
                "tables": [_table(desk, table) for table in crosswalk.tables],
                "files": [_file(desk, file) for file in crosswalk.files],
                "facts": [{**_terms(prop), "about": text(prop.about)} for prop in crosswalk.citation],
                "genres": [
                    {
                        "outlets": [say(f"outlet.{outlet}") for outlet in genre.outlets],
                        **genre.model_dump(exclude={"outlets", "kinds", "bibtex_outlet"}),
                        "kinds": [f"{say(f'kind.{kind}')}: {term}" for kind, term in genre.kinds.items()],
                    }
                    for genre in crosswalk.genres
                ],
            }
        },
    )


def _table(desk: Desk, table: Table) -> dict[str, Any]:
    text, say = desk.site.interface.text, desk.site.interface.say
    return {
        "id": table.id,
        "about": text(table.about),
        "key": list(table.key),
        "formats": list(table.formats),
        "columns": [
            {
                "name": column.name,
                "type": say(f"data.type.{column.type}"),
                "required": column.required,
                "refers_to": column.refers_to or "",
                "about": text(column.about),
            }
            for column in table.columns
        ],
    }


def _file(desk: Desk, file: DataFile) -> dict[str, str]:
    """Return a file with its address; one that stands for many has none."""
    return {
        "path": file.path.replace("{}", "‹id›"),
        "url": "" if "{}" in file.path else f"data/{file.path}",
        "media_type": file.media_type,
        "about": desk.site.interface.text(file.about),
    }


def _terms(prop: Property) -> dict[str, str]:
    return {
        "field": prop.field,
        "csl": prop.csl or "",
        "ris": ", ".join(prop.ris),
        "bibtex": ", ".join(prop.bibtex),
        "head": ", ".join(filter(None, [prop.highwire, *prop.dublin_core, prop.open_graph])),
        "schema_org": prop.schema_org or "",
    }
