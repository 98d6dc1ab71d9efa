"""Tables as CSV and JSON Lines, and the Data Package that describes them (https://datapackage.org, version 2.0).

CSV: UTF-8, a header, `;` between the members of a list, nothing for what is not known. JSON Lines: the same rows with
lists as lists and null for what is not known.
"""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from diwan.edition import Edition
from diwan.exports.portions import Portion
from diwan.exports.rows import BY_ARTICLE, ROWS, Row
from diwan.files import compact_json, write_page
from diwan.memory import checksum_of
from diwan.model.crosswalk import Column, Crosswalk, Format, Table
from diwan.packed import Packed, pack
from diwan.parts import Parts, Sum

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
SEPARATOR = ";"


def write_tables(
    edition: Edition, crosswalk: Crosswalk, portions: Sequence[Portion], parts: Parts, folder: Path
) -> None:
    """Write every table of the crosswalk into the *folder* of the data, and the description of all."""
    folder.mkdir(parents=True, exist_ok=True)
    resources = []
    for table in crosswalk.tables:
        for suffix in table.formats:
            name = f"{table.id}.{suffix}"
            rows = (
                [portion.rows[name] for portion in portions]
                if table.id in BY_ARTICLE
                else [pack(LINES[suffix](table, ROWS[table.id](edition)))]
            )
            head = _lines([[column.name for column in table.columns]]) if suffix == "csv" else ""
            key = checksum_of(head, *(some.data for some in rows))
            parts.make(name, key, [f"data/{name}"], partial(_write, folder / name, head, rows))
            resources.append(_resource(table, suffix, parts.sum_of(name, f"data/{name}"), crosswalk))
    package = _package(edition, crosswalk, resources)
    write_page(folder / "datapackage.json", json.dumps(package, ensure_ascii=False, indent=1) + "\n")


def rows_by_article(edition: Edition, crosswalk: Crosswalk) -> dict[str, Packed[str]]:
    """Return the rows of all tables that have rows of one article each, as they stand in the file of this name."""
    found: dict[str, Packed[str]] = {}
    for table in crosswalk.tables:
        if table.id in BY_ARTICLE:
            rows = list(ROWS[table.id](edition))
            found |= {f"{table.id}.{suffix}": pack(LINES[suffix](table, rows)) for suffix in table.formats}
    return found


def _write(path: Path, head: str, rows: Iterable[Packed[str]]) -> None:
    with path.open("wb") as stream:
        stream.write(head.encode())
        # One portion after the other: some tables are too long to be held at once.
        stream.writelines(some.unpack().encode() for some in rows)


def _csv(table: Table, rows: Iterable[Row]) -> str:
    names = [column.name for column in table.columns]
    plain = not any(column.type in ("list", "boolean") for column in table.columns)
    cells = ([row.get(name) for name in names] for row in rows)
    return _lines(cells if plain else ([_cell(value) for value in line] for line in cells))


def _lines(rows: Iterable[Iterable[object]]) -> str:
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\n").writerows(rows)
    return stream.getvalue()


def _cell(value: object) -> object:
    """Return a value as CSV has it; the writer makes nothing of None and digits of numbers by itself."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return SEPARATOR.join(value) if isinstance(value, list) else value


def _jsonl(table: Table, rows: Iterable[Row]) -> str:
    names = [column.name for column in table.columns]
    return "".join(f"{compact_json({name: row.get(name) for name in names})}\n" for row in rows)


#: What makes lines of rows, by the format.
LINES: Mapping[Format, Callable[[Table, Iterable[Row]], str]] = {"csv": _csv, "jsonl": _jsonl}


def _resource(table: Table, suffix: str, found: Sum, crosswalk: Crosswalk) -> dict[str, Any]:
    size, sha256 = found
    lines = suffix == "jsonl"
    return {
        "name": f"{table.id}-{suffix}".replace("_", "-"),
        "type": "table",
        "path": f"{table.id}.{suffix}",
        "format": suffix,
        "mediatype": "application/jsonl" if lines else "text/csv",
        "encoding": "utf-8",
        "title": table.id,
        "description": table.about["en"],
        "bytes": size,
        "hash": f"sha256:{sha256}",
        "schema": {
            "fields": [_field(column, lists=lines) for column in table.columns],
            "primaryKey": list(table.key),
            "missingValues": [""],
            "foreignKeys": list(_foreign_keys(table, suffix, crosswalk)),
        },
    }


def _field(column: Column, *, lists: bool) -> dict[str, Any]:
    """Return a column as a field; a list is an array in JSON Lines, in CSV a text with its separator told."""
    about, kind = column.about["en"], column.type
    if kind == "list":
        kind_named = "array" if lists else "string"
        about = about if lists else f"{about} Several are separated by `{SEPARATOR}`."
    else:
        kind_named = kind
    constraints = {"constraints": {"required": True}} if column.required else {}
    return {"name": column.name, "type": kind_named, "description": about, **constraints}


def _foreign_keys(table: Table, suffix: str, crosswalk: Crosswalk) -> Iterator[dict[str, Any]]:
    known = {other.id for other in crosswalk.tables}
    for column in table.columns:
        other, _, field = (column.refers_to or "").partition(".")
        if other in known:
            resource = "" if other == table.id else f"{other}-{suffix}".replace("_", "-")
            yield {"fields": [column.name], "reference": {"resource": resource, "fields": [field]}}


def _package(edition: Edition, crosswalk: Crosswalk, resources: list[dict[str, Any]]) -> dict[str, Any]:
    about, imprint = crosswalk.corpus, edition.imprint
    dated = {"created": f"{imprint.date}T00:00:00Z", "version": imprint.name} if imprint.date else {}
    return {
        "$schema": PROFILE,
        "name": "-".join(about.name["en"].lower().split()),
        "title": about.name["en"],
        "description": about.description["en"],
        "homepage": imprint.address,
        **dated,
        "keywords": list(about.keywords),
        "licenses": [{"name": about.licence, "path": about.licence_url}],
        "contributors": [{"title": about.author["en"], "roles": ["creator"]}],
        "resources": resources,
    }
