"""The folder of the data as a research object: RO-Crate 1.1 (https://www.researchobject.org/ro-crate/1.1/)."""

import json
from pathlib import Path
from typing import Any

from diwan.edition import Edition
from diwan.files import sha256_of, write_page
from diwan.model.crosswalk import Crosswalk

CONTEXT = "https://w3id.org/ro/crate/1.1/context"
#: Folders of files of a kind: named as folders, since one line a file would be longer than the files.
FOLDERS = ("articles", "themes", "annotations")
DESCRIPTOR = "ro-crate-metadata.json"


def write_crate(edition: Edition, crosswalk: Crosswalk, folder: Path) -> None:
    """Describe every file that lies directly in *folder*, and its folders; page and descriptor excepted."""
    told = _told(crosswalk)
    files = [
        path
        for path in sorted(folder.iterdir())
        if path.is_file() and path.name not in ("index.html", DESCRIPTOR)
    ]
    parts = [_file(path, *told.get(path.name, ("", ""))) for path in files]
    parts += [
        {"@id": f"{name}/", "@type": "Dataset", "name": name} for name in FOLDERS if (folder / name).is_dir()
    ]
    graph = [_descriptor(), _root(edition, crosswalk, parts), *parts, *_context_entities(crosswalk)]
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


def _file(path: Path, about: str, media: str) -> dict[str, Any]:
    facts = {"description": about, "encodingFormat": media}
    return {
        "@id": path.name,
        "@type": "File",
        "name": path.name,
        **{key: value for key, value in facts.items() if value},
        "contentSize": str(path.stat().st_size),
        "sha256": sha256_of(path),
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
