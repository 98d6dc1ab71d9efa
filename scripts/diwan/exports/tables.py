"""Tables as CSV and JSON Lines, and the Data Package that describes them (https://datapackage.org, version 2.0).

CSV: UTF-8, a header, `;` between the members of a list, nothing for what is not known. JSON Lines: the same rows with
lists as lists and null for what is not known.
"""

import csv
import hashlib
import io
import json
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, Self

from diwan.edition import Edition
from diwan.exports.rows import ROWS, Row
from diwan.files import write_page
from diwan.model.crosswalk import Column, Crosswalk, Table

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
SEPARATOR = ";"
#: Rows held at once: a thousand articles of a thousand words have 75,000 rows of mentions.
_TOGETHER = 5_000


def write_tables(edition: Edition, crosswalk: Crosswalk, folder: Path) -> None:
    """Write every table of the crosswalk, and the description of all."""
    folder.mkdir(parents=True, exist_ok=True)
    resources = []
    for table in crosswalk.tables:
        with _File(folder / f"{table.id}.csv") as lines, _File(folder / f"{table.id}.jsonl") as objects:
            lines.add(_lines([[column.name for column in table.columns]]))
            rows = ROWS[table.id](edition)
            while some := list(islice(rows, _TOGETHER)):
                lines.add(_csv(table, some))
                objects.add(_jsonl(table, some))
        resources += [_resource(table, file, crosswalk) for file in (lines, objects)]
    package = _package(edition, crosswalk, resources)
    write_page(folder / "datapackage.json", json.dumps(package, ensure_ascii=False, indent=1) + "\n")


class _File:
    """A file that is written in parts, since some tables are too long to be held at once: its size and SHA-256."""

    def __init__(self, path: Path) -> None:
        self.path, self.size = path, 0
        self.sha256 = hashlib.sha256()
        self._stream = path.open("wb")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stream.close()

    def add(self, text: str) -> None:
        """Write *text* at the end."""
        data = text.encode()
        self._stream.write(data)
        self.sha256.update(data)
        self.size += len(data)


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
    encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
    return "".join(f"{encode({name: row.get(name) for name in names})}\n" for row in rows)


def _resource(table: Table, file: _File, crosswalk: Crosswalk) -> dict[str, Any]:
    suffix = file.path.suffix[1:]
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
        "bytes": file.size,
        "hash": f"sha256:{file.sha256.hexdigest()}",
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
