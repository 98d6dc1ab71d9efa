"""Bibliographies: CSL-JSON, RIS and BibTeX of the whole corpus, of every theme and article; of themes also formatted."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from diwan.citations.formats import bibtex, csl_json, ris
from diwan.citations.item import Cataloguer
from diwan.citations.styles import STYLES, cite, plain
from diwan.edition import Published
from diwan.files import write_page
from diwan.shards import joined_shards

LANGUAGES = ("en", "ar")


@dataclass(frozen=True, slots=True)
class Entry:
    """An article in every format, as text."""

    id: str
    themes: tuple[str, ...]
    csl: str
    ris: str
    bibtex: str
    #: Formatted citations by language and style.
    cited: Mapping[str, Mapping[str, str]]


def write_bibliographies(catalogue: Cataloguer, folder: Path) -> None:
    """Write the bibliographies of an edition below *folder*."""
    shown = [p for _, p in sorted(catalogue.edition.articles.items()) if not p.withdrawn]
    for name in ("articles", "themes"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    entries = joined_shards(partial(_write_share, catalogue, folder / "articles"), shown)
    _write_set(folder / "bibliography", entries)
    for theme in catalogue.corpus.themes:
        filed = [entry for entry in entries if theme in entry.themes]
        _write_set(folder / "themes" / theme, filed)
        _write_lists(folder / "themes" / theme, filed)


def _write_share(catalogue: Cataloguer, folder: Path, shown: Sequence[Published]) -> list[Entry]:
    """Write the files of some articles; return them for the greater files."""
    entries = [_entry(catalogue, published) for published in shown]
    for entry in entries:
        _write_set(folder / entry.id, [entry])
    return entries


def _entry(catalogue: Cataloguer, published: Published) -> Entry:
    item, crosswalk = catalogue.item(published), catalogue.crosswalk
    return Entry(
        item.id,
        published.article.record.themes,
        _json(csl_json(item, crosswalk)),
        ris(item, crosswalk),
        bibtex(item, crosswalk),
        {tag: {style: plain(cite(item, style, tag)) for style in STYLES} for tag in LANGUAGES},
    )


def _json(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _write_set(stem: Path, entries: Sequence[Entry]) -> None:
    """Write some articles in the three formats, as `<stem>.json`, `.ris`, `.bib`.

    These files are many, and nobody sees their folder before it is whole: they are written plainly.
    """
    for suffix, text in (
        ("json", _array(entry.csl for entry in entries)),
        ("ris", "".join(entry.ris for entry in entries)),
        ("bib", "\n".join(entry.bibtex for entry in entries)),
    ):
        with open(f"{stem}.{suffix}", "wb") as stream:  # noqa: PTH123  # a path object costs as much as the file
            stream.write(text.encode())


def _array(items: Iterable[str]) -> str:
    return "[" + ",\n".join(items) + "]\n"


def _write_lists(stem: Path, entries: Sequence[Entry]) -> None:
    """Write some articles as a formatted bibliography in each style and language, in the order of the alphabet."""
    for language in LANGUAGES:
        for style in STYLES:
            lines = sorted((entry.cited[language][style] for entry in entries), key=_sorted_by)
            write_page(
                stem.with_name(f"{stem.name}.{style}.{language}.txt"), "".join(f"{line}\n" for line in lines)
            )


def _sorted_by(line: str) -> tuple[str, str]:
    """Marks at the beginning of a citation do not count for its place in the alphabet."""
    return line.lstrip("“«[‘\"'").casefold(), line
