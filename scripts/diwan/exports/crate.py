"""The folder of the data as a research object: RO-Crate 1.1 (https://www.researchobject.org/ro-crate/1.1/)."""

import json
from pathlib import Path
from typing import Any

from diwan.edition import Edition
from diwan.files import write_page
from diwan.model.crosswalk import Crosswalk
from diwan.parts import Parts, Sum

CONTEXT = "https://w3id.org/ro/crate/1.1/context"
#: Folders of files of a kind: named as folders, since one line a file would be longer than the files.
FOLDERS = ("articles", "themes", "annotations")
DESCRIPTOR = "ro-crate-metadata.json"


def write_crate(edition: Edition, crosswalk: Crosswalk, parts: Parts, folder: Path) -> None:
    """Describe every file that lies directly in the *folder* of the data, and its folders; page and descriptor excepted."""
    told = _told(crosswalk)
    held = [
        _file(name, found, *told.get(name, ("", "")))
        for name, found in parts.sums_in("data").items()
        if name not in ("index.html", DESCRIPTOR)
    ]
    held += [
        {"@id": f"{name}/", "@type": "Dataset", "name": name} for name in FOLDERS if parts.has(f"data/{name}")
    ]
    graph = [_descriptor(), _root(edition, crosswalk, held), *held, *_context_entities(crosswalk)]
    crate = {"@context": CONTEXT, "@graph": graph}
    write_page(folder / DESCRIPTOR, json.dumps(crate, ensure_ascii=False, indent=1) + "\n")


def _told(crosswalk: Crosswalk) -> dict[str, tuple[str, str]]:
    """Return description and media type by the name of a file."""
    tables = {
        f"{table.id}.{suffix}": (table.about["en"], media)
        for table in crosswalk.tables
        for suffix, media in (("csv", "text/csv"), ("jsonl", "application/jsonl"))
    }
    return tables | {file.path: (file.about["en"], file.media_type) for file in crosswalk.files}


def _file(name: str, found: Sum, about: str, media: str) -> dict[str, Any]:
    size, sha256 = found
    facts = {"description": about, "encodingFormat": media}
    return {
        "@id": name,
        "@type": "File",
        "name": name,
        **{key: value for key, value in facts.items() if value},
        "contentSize": str(size),
        "sha256": sha256,
    }


def _descriptor() -> dict[str, Any]:
    return {
        "@id": DESCRIPTOR,
        "@type": "CreativeWork",
        "conformsTo": {"@id": "https://w3id.org/ro/crate/1.1"},
        "about": {"@id": "./"},
    }


def _root(edition: Edition, crosswalk: Crosswalk, parts: list[dict[str, Any]]) -> dict[str, Any]:
    about, imprint = crosswalk.corpus, edition.imprint
    dated = {"datePublished": imprint.date, "version": imprint.name} if imprint.date else {}
    return {
        "@id": "./",
        "@type": "Dataset",
        "name": about.name["en"],
        "description": about.description["en"],
        "url": imprint.address,
        **dated,
        "license": {"@id": about.licence_url},
        "creator": {"@id": "#author"},
        "keywords": ", ".join(about.keywords),
        "hasPart": [{"@id": part["@id"]} for part in parts],
    }


def _context_entities(crosswalk: Crosswalk) -> list[dict[str, Any]]:
    about = crosswalk.corpus
    return [
        {"@id": "#author", "@type": "Organization", "name": about.author["en"]},
        {"@id": about.licence_url, "@type": "CreativeWork", "name": about.licence},
    ]
