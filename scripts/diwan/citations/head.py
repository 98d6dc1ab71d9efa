"""What the head of an article's page tells programs: Zotero, other reference managers, search engines, link cards.

Names follow the crosswalk: HighWire tags, Dublin Core, Open Graph, schema.org. The rules of Zotero's embedded-metadata
import decide what is written how: one tag an author, family name first; the name of a body with a comma behind it, so
that it stays whole; no journal title for news, which would make a journal article of it; the language always, or that
of the interface would be taken. Only facts and our own words stand here.
"""

from typing import Any

from diwan.citations.formats import iso
from diwan.citations.item import Item
from diwan.citations.names import Name
from diwan.files import compact_json
from diwan.imprint import Imprint
from diwan.model.crosswalk import Crosswalk, Property

#: What may not stand in a script element, as JSON writes it.
_SCRIPT = str.maketrans(
    {"<": r"\u003c", ">": r"\u003e", "&": r"\u0026", "\u2028": r"\u2028", "\u2029": r"\u2029"}
)


def meta_tags(item: Item, crosswalk: Crosswalk) -> list[list[str]]:
    """Return the tags of the head as (attribute, name, content): `name` for most, `property` for Open Graph."""
    tags = [["property", "og:type", "article"], ["property", "og:title", item.title]]
    for prop in crosswalk.citation:
        names = filter(None, [prop.highwire, *prop.dublin_core])
        tags += [["name", name, content] for name in names for content in _contents(item, prop, name)]
        if prop.open_graph:
            tags += [
                ["property", prop.open_graph, content]
                for content in _contents(item, prop, prop.open_graph)[:1]
            ]
    return tags


def _contents(item: Item, prop: Property, name: str) -> list[str]:
    highwire = name.startswith("citation_")
    if prop.field == "genre":
        return [item.genre.zotero]
    if prop.field == "authors":
        return [_inverted(author, highwire=highwire) for author in item.authors]
    if prop.field == "date":
        date = iso(item.date) if item.date else ""
        return [date.replace("-", "/") if highwire else date] if date else []
    value = getattr(item, prop.field)
    if isinstance(value, tuple):
        return ["; ".join(value)] if highwire and value else list(value)
    return [value] if value else []


def _inverted(name: Name, *, highwire: bool) -> str:
    if name.given:
        return f"{name.family}, {name.given}"
    return f"{name.family}," if highwire else name.family


def linked_data(item: Item, crosswalk: Crosswalk) -> str:
    """Return the article as JSON-LD of schema.org, safe within a script element."""
    data: dict[str, Any] = {"@context": "https://schema.org", "@id": f"{item.page}#article"}
    for prop in crosswalk.citation:
        if prop.schema_org and (value := _schema(item, prop)):
            data[prop.schema_org] = value
    data |= {
        "mainEntityOfPage": item.page,
        "isPartOf": {
            "@type": "Dataset",
            "@id": item.page.removesuffix(item.path) + "data/",
            "name": crosswalk.corpus.name["en"],
        },
    }
    return _within_script(data)


def dataset(crosswalk: Crosswalk, imprint: Imprint) -> str:
    """Return the open data as JSON-LD of schema.org, for search engines of data, safe within a script element."""
    about = crosswalk.corpus
    files = [(f"{table.id}.csv", "text/csv", table.about["en"]) for table in crosswalk.tables]
    files += [(f.path, f.media_type, f.about["en"]) for f in crosswalk.files if "{}" not in f.path]
    dated = {"datePublished": imprint.date, "version": imprint.name} if imprint.date else {}
    data = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "@id": imprint.url("data/"),
        "name": about.name["en"],
        "alternateName": [name for tag, name in about.name.items() if tag != "en"],
        "description": about.description["en"],
        "url": imprint.url("data/"),
        "creator": {"@type": "Organization", "name": about.author["en"]},
        "license": about.licence_url,
        "keywords": list(about.keywords),
        "isAccessibleForFree": True,
        **dated,
        "distribution": [
            {
                "@type": "DataDownload",
                "contentUrl": imprint.url(f"data/{path}"),
                "encodingFormat": media,
                "description": told,
            }
            for path, media, told in files
        ],
    }
    return _within_script(data)


def _within_script(data: dict[str, Any]) -> str:
    return compact_json(data).translate(_SCRIPT)


def _schema(item: Item, prop: Property) -> object:
    value = getattr(item, prop.field)
    if prop.field == "genre":
        return item.genre.kinds.get(item.kind, item.genre.schema_org)
    if prop.field == "authors":
        return [
            {"@type": "Person" if name.given else "Organization", "name": name.direct}
            for name in item.authors
        ]
    if prop.field == "date":
        return iso(item.date) if item.date else ""
    if prop.field == "publisher":
        return {"@type": "Organization", "name": item.outlet}
    return list(value) if isinstance(value, tuple) else value
