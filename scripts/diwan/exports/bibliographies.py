"""Bibliographies: CSL-JSON, RIS and BibTeX of the whole corpus, of every theme and article; of themes also formatted."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, partial
from pathlib import Path

from diwan.citations.formats import bibtex, csl_json, ris
from diwan.citations.item import Cataloguer
from diwan.citations.styles import STYLES, cite, plain
from diwan.edition import Edition, Published
from diwan.exports.portions import Entry, Portion
from diwan.files import compact_json, write_page
from diwan.memory import checksum_of
from diwan.parts import Parts
from diwan.text.languages import INTERFACE_LANGUAGES

SUFFIXES = ("json", "ris", "bib")
#: Returns entries, which are unpacked once one of the greater files is to be written.
_Entries = Callable[[], Sequence[Entry]]


def entry_of(catalogue: Cataloguer, published: Published) -> Entry:
    """Return an article as an entry."""
    item, crosswalk = catalogue.item(published), catalogue.crosswalk
    return Entry(
        item.id,
        compact_json(csl_json(item, crosswalk)),
        ris(item, crosswalk),
        bibtex(item, crosswalk),
        {tag: {style: plain(cite(item, style, tag)) for style in STYLES} for tag in INTERFACE_LANGUAGES},
    )


def write_bibliographies(edition: Edition, portions: Sequence[Portion], parts: Parts, folder: Path) -> None:
    """Write the bibliographies of *edition* below the *folder* of the data."""
    for name in ("articles", "themes"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    for portion in portions:
        if portion.cited:
            files = [file for ident in portion.cited for file in _set(f"articles/{ident}")]
            write = partial(_write_each, folder, portion.entries.unpack)
            parts.make(files[0], checksum_of(*portion.cited.values()), files, write)
    cited = {ident: key for portion in portions for ident, key in portion.cited.items()}
    entries = cache(lambda: [entry for portion in portions for entry in portion.entries.unpack()])
    parts.make(
        "bibliography",
        checksum_of(*cited.values()),
        _set("bibliography"),
        lambda: _write_set(folder / "bibliography", entries()),
    )
    filed_under: dict[str, dict[str, str]] = {theme: {} for theme in edition.library.corpus.themes}
    for ident, key in cited.items():
        for theme in edition.articles[ident].article.record.themes:
            filed_under[theme][ident] = key
    for theme, filed in filed_under.items():
        stem = f"themes/{theme}"
        write = partial(_write_theme, folder / stem, entries, filed)
        parts.make(stem, checksum_of(*filed.values()), [*_set(stem), *_lists(stem)], write)


def _set(stem: str) -> list[str]:
    """Return the files of some articles in the three formats."""
    return [f"data/{stem}.{suffix}" for suffix in SUFFIXES]


def _lists(stem: str) -> list[str]:
    """Return the files of some articles as a formatted bibliography."""
    return [f"data/{stem}.{style}.{tag}.txt" for tag in INTERFACE_LANGUAGES for style in STYLES]


def _write_each(folder: Path, entries: _Entries) -> None:
    for entry in entries():
        _write_set(folder / "articles" / entry.id, [entry])


def _write_theme(stem: Path, entries: _Entries, filed: Mapping[str, str]) -> None:
    own = [entry for entry in entries() if entry.id in filed]
    _write_set(stem, own)
    _write_lists(stem, own)


def _write_set(stem: Path, entries: Sequence[Entry]) -> None:
    """Write some articles in the three formats, as `<stem>.json`, `.ris`, `.bib`.

    These files are many, and nobody sees their folder before it is whole: they are written plainly.
    """
    for suffix, text in zip(
        SUFFIXES,
        (
            _array(entry.csl for entry in entries),
            "".join(entry.ris for entry in entries),
            "\n".join(entry.bibtex for entry in entries),
        ),
        strict=True,
    ):
        with open(f"{stem}.{suffix}", "wb") as stream:  # noqa: PTH123  # a path object costs as much as the file
            stream.write(text.encode())


def _array(items: Iterable[str]) -> str:
    return "[" + ",\n".join(items) + "]\n"


def _write_lists(stem: Path, entries: Sequence[Entry]) -> None:
    """Write some articles as a formatted bibliography in each style and language, in the order of the alphabet."""
    for language in INTERFACE_LANGUAGES:
        for style in STYLES:
            lines = sorted((entry.cited[language][style] for entry in entries), key=_sorted_by)
            write_page(
                stem.with_name(f"{stem.name}.{style}.{language}.txt"), "".join(f"{line}\n" for line in lines)
            )


def _sorted_by(line: str) -> tuple[str, str]:
    """Marks at the beginning of a citation do not count for its place in the alphabet."""
    return line.lstrip("“«[‘\"'").casefold(), line
