"""References: lists that Zotero and its like export, as CSL-JSON, RIS or BibTeX.

In: the text of a list. Out: for each reference its facts by name: `title`, `authors` (joined by `; `), `outlet`,
`date` (EDTF), `language`, `kind`, `url`, `archived` (a copy of the page), and `files`, the paths of attachments (with `BETWEEN` between them). `keywords` (joined by
`; `) and `abstract` (in RIS with the notes) say which themes may be named; they are the words of others, and nothing of them is written anywhere. Of a reference that cannot be read, `unread` says why and `line` where.
"""

import json
import logging
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from diwan.adding import names
from diwan.adding.attachments import BETWEEN, paths_in
from diwan.adding.forms import references_in
from diwan.adding.said import address_of, as_written, date_of, language_of
from diwan.model.copies import page_of_copy

if TYPE_CHECKING:
    from bibtexparser.library import Library
    from bibtexparser.model import Entry

#: Kinds of records by the type of a reference, in CSL, RIS and BibTeX; anything else is left for a person to say.
_KINDS = {
    "report": "study", "article-journal": "study", "thesis": "study", "interview": "interview", "speech": "official",
    "legislation": "official", "RPRT": "study", "JOUR": "study", "techreport": "study",
}  # fmt: skip
#: Where RIS has files, and what its parser calls them: Zotero puts PDF into the first, pages into the second, the rest into L4.
_FILES_OF_RIS = {"L1": "file_attachments1", "L2": "file_attachments2", "L4": "figure"}
#: Fields of RIS that name where an article stands, the fullest first, by the names that its parser gives them: T2, JF (the
#: journal in full), JO, JA and J2 (abbreviated), PB (https://en.wikipedia.org/wiki/RIS_(file_format)).
_OUTLETS_OF_RIS = (
    "secondary_title", "alternate_title3", "journal_name", "alternate_title2", "alternate_title1", "publisher",
)  # fmt: skip
#: What a report and a book have in T2 is the series, and whoever publishes them stands elsewhere.
_IN_SERIES, _PUBLISHER = ("RPRT", "BOOK"), "publisher"
#: Fields of BibTeX and BibLaTeX that name an outlet. `titleaddon` adds to a title, but of what stands on the web Zotero writes the site there.
_OUTLETS_OF_BIBTEX = (
    "journaltitle", "journal", "booktitle", "institution", "school", "publisher", "organization",
)  # fmt: skip
_ON_THE_WEB, _SITE = ("online", "electronic", "www", "misc", "audio"), "titleaddon"
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
#: Letters of another kind within a title, as CSL-JSON marks them.
_MARKED_UP = re.compile(r"</?(?:i|b|sup|sub|span(?:\s[^<>]*)?)>")
#: A line of RIS with its tag, as the form has it and as some write it: `TY  - NEWS`, `TY - NEWS`.
_TAGGED, _LOOSELY_TAGGED = (
    re.compile(r"(?P<tag>[A-Z][A-Z\d])  -(?P<rest>.*)"),
    re.compile(r"\s*(?P<tag>[A-Z][A-Z\d])\s*-(?P<rest>.*)"),
)
#: The tag that begins a reference of RIS, and the one that ends it.
_BEGINS, _ENDS = "TY", "ER"
# What it cannot read its parser hands back, and need not write to the terminal as well.
logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)


def csl_json(text: str) -> Iterator[dict[str, str]]:
    """Yield the references of a CSL-JSON list (https://docs.citationstyles.org/en/stable/specification.html)."""
    entries = references_in(json.loads(text))
    if entries is None or not all(isinstance(entry, dict) for entry in entries):
        raise ValueError("CSL-JSON is a list of objects")
    if any("itemType" in entry for entry in entries):
        raise ValueError("it is in Zotero's own form, and not in CSL JSON")
    if not entries:
        raise ValueError("there is no reference in it")
    for entry in entries:
        yield {
            "title": _MARKED_UP.sub("", _text(entry, "title")),
            "authors": "; ".join(filter(None, map(names.of_csl, _list(entry, "author")))),
            "outlet": _text(entry, "container-title") or _text(entry, "publisher"),
            "date": _csl_date(entry.get("issued"), language := language_of(_text(entry, "language"))),
            "language": language,
            "kind": _KINDS.get(_text(entry, "type"), ""),
            "url": address_of(_text(entry, "URL"), _text(entry, "DOI")),
            "keywords": _text(entry, "keyword"),
            "abstract": _text(entry, "abstract"),
            "files": BETWEEN.join([*_csl_files(entry), *paths_in(_text(entry, "file"))]),
        }


def ris(text: str) -> Iterator[dict[str, str]]:
    """Yield the references of an RIS list."""
    import rispy
    from rispy.config import LIST_TYPE_TAGS

    # Several of each may stand in a reference, and an address may hold what parts others.
    lists = [*LIST_TYPE_TAGS, *_FILES_OF_RIS]
    entries = rispy.loads(_regular(text), list_tags=lists, delimiter_tags_mapping={})
    if not entries:
        raise ValueError("there is no reference in it")
    for entry in entries:
        urls = [url for field in _list(entry, "urls") for url in re.split(r";\s*(?=https?:)", str(field))]
        pages = [url for url in urls if not page_of_copy(url)]
        yield {
            "title": _text(entry, "title") or _text(entry, "primary_title"),
            "authors": "; ".join(map(names.of_ris, [*_list(entry, "authors"), *_list(entry, "first_authors")])),
            "outlet": next(filter(None, (_text(entry, name) for name in _outlets_of_ris(entry))), ""),
            "date": date_of(
                said := _text(entry, "date") or _text(entry, "publication_year") or _text(entry, "year"),
                language := language_of(_text(entry, "language")),
            )
            or as_written(said),
            "language": language,
            "kind": _KINDS.get(_text(entry, "type_of_reference"), ""),
            "url": address_of(next(iter(pages or urls), ""), _text(entry, "doi")),
            "archived": next((url for url in urls if pages and url not in pages), ""),
            "keywords": "; ".join(map(str, _list(entry, "keywords"))),
            "abstract": "\n".join(
                filter(None, (_text(entry, "abstract"), _text(entry, "notes_abstract"), *map(str, _list(entry, "notes"))))
            ),
            "files": BETWEEN.join(name for tag in _FILES_OF_RIS.values() for name in map(str, _list(entry, tag))),
        }  # fmt: skip


def _outlets_of_ris(entry: dict[str, Any]) -> tuple[str, ...]:
    return (
        (_PUBLISHER, *_OUTLETS_OF_RIS) if _text(entry, "type_of_reference") in _IN_SERIES else _OUTLETS_OF_RIS
    )


def _regular(text: str) -> str:
    """Return RIS in which every line has its tag as the form asks, and every reference ends before the next one begins."""
    lines = re.split(r"\r\n?|\n", text)
    # Of lists that keep to the form no line of an abstract is taken for a tag: `UN - the council met`.
    is_regular = any((found := _TAGGED.match(line)) and found["tag"] == _BEGINS for line in lines)
    pattern = _TAGGED if is_regular else _LOOSELY_TAGGED
    regular: list[str] = []
    is_open = False
    for line in lines:
        found = pattern.match(line)
        tag = found["tag"] if found else ""
        if tag == _BEGINS and is_open:
            regular.append(f"{_ENDS}  - ")
        is_open = tag == _BEGINS or (is_open and tag != _ENDS)
        regular.append(f"{tag}  - {found['rest'].strip()}" if found else line)
    return "\n".join([*regular, f"{_ENDS}  - "] if is_open else regular)


def bibtex(text: str) -> Iterator[dict[str, str]]:
    """Yield the references of a BibTeX or BibLaTeX list."""
    from bibtexparser.middlewares import LatexDecodingMiddleware

    library = _library_of(text)
    exact = {entry.start_line: _taken_apart(entry) for entry in library.entries}
    library = LatexDecodingMiddleware().transform(library)
    if not library.entries:
        raise ValueError("there is no reference in it")
    for entry in library.entries:
        url, files = exact[entry.start_line]
        fields = {name.lower(): str(found.value) for name, found in entry.fields_dict.items()}
        language = language_of(fields.get("language", "") or fields.get("langid", ""))
        yield {
            "title": fields.get("title", ""),
            "authors": fields.get("author", ""),
            "outlet": next(filter(None, map(fields.get, _outlets_of_bibtex(entry.entry_type))), ""),
            "date": date_of(fields.get("date", ""), language)
            or _bibtex_date(fields, language)
            or as_written(fields.get("date", "") or fields.get("year", "")),
            "language": language,
            "kind": _KINDS.get(entry.entry_type, ""),
            "url": url,
            "keywords": fields.get("keywords", ""),
            "abstract": fields.get("abstract", ""),
            "files": BETWEEN.join(files),
            "line": str((entry.start_line or 0) + 1),
        }  # fmt: skip
    for block in library.failed_blocks:
        # The parser counts lines from nought, and says behind the first sentence what programs may do about it.
        reason = getattr(block.error, "abort_reason", "") or str(block.error)
        yield {"unread": reason.partition(". ")[0].strip(" ."), "line": str((block.start_line or 0) + 1)}


def _outlets_of_bibtex(kind: str) -> tuple[str, ...]:
    return (*_OUTLETS_OF_BIBTEX, _SITE) if kind in _ON_THE_WEB else _OUTLETS_OF_BIBTEX


def _library_of(text: str) -> "Library":
    """Return the blocks of a list, those as well that have a name or a field twice, which tells nothing of their articles."""
    from bibtexparser.entrypoint import parse_string
    from bibtexparser.library import Library
    from bibtexparser.middlewares.parsestack import default_parse_stack
    from bibtexparser.model import Entry

    from diwan.adding.bibtexparts import put_together

    blocks = [
        getattr(block, "ignore_error_block", None) or block
        for block in parse_string(text, parse_stack=[]).blocks
    ]
    put_together(blocks)
    for number, block in enumerate(blocks):
        if isinstance(block, Entry):
            block.key = str(number)
    library = Library(blocks, fail_on_duplicate_key=False)
    for step in default_parse_stack():
        library = step.transform(library)
    return library


def _bibtex_date(fields: dict[str, str], language: str) -> str:
    """Return the date in the fields of BibTeX; the day has a field of its own, or stands behind the month."""
    year, month, day = (fields.get(name, "").strip() for name in ("year", "month", "day"))
    if not (named := re.search(r"[^\W\d_]+", month)):
        return date_of("-".join(filter(None, (year, month, day))))
    day = day or "".join(re.findall(r"\d{1,2}", month)[:1])
    short = named.group()[:3].lower()
    if short in _MONTHS:
        return date_of("-".join(filter(None, (year, str(_MONTHS.index(short) + 1), day))))
    return date_of(f"{day} {named.group()} {year}", language) or date_of(year)


def _taken_apart(entry: "Entry") -> tuple[str, list[str]]:
    """Return address and paths of *entry*, in which `%` and strokes are no signs of LaTeX, and put its names in order."""
    said = {field.key.lower(): field for field in entry.fields}
    if "author" in said:
        said["author"].value = "; ".join(names.of_bibtex(str(said["author"].value)))
    url, doi, published, note = (
        re.sub(r"\\([_&%#~$])", r"\1", str(said[name].value)) if name in said else ""
        for name in ("url", "doi", "howpublished", "note")
    )
    file = str(said["file"].value) if "file" in said else ""
    entry.fields = [field for name, field in said.items() if name not in ("url", "file")]
    # A note may hold any address; one set as such is that of the article.
    return address_of(url, doi, f"{published} {note}" if r"\url" in note else published), paths_in(file)


def _text(entry: dict[str, Any], name: str) -> str:
    value = entry.get(name)
    return value if isinstance(value, str) else ""


def _list(entry: dict[str, Any], name: str) -> list[Any]:
    value = entry.get(name)
    return value if isinstance(value, list) else []


def _csl_files(entry: dict[str, Any]) -> Iterator[str]:
    """Yield the paths of attachments, which CSL knows nothing of and programs add in a way of their own."""
    for attached in _list(entry, "attachments"):
        if isinstance(attached, dict):
            yield _text(attached, "localPath") or _text(attached, "path")
        elif isinstance(attached, str):
            yield attached


def _csl_date(issued: Any, language: str) -> str:
    if not isinstance(issued, dict):
        return ""
    parts = _list(issued, "date-parts")
    if parts and isinstance(parts[0], list):
        return date_of("-".join(map(str, parts[0])))
    said = _text(issued, "raw") or _text(issued, "literal")
    return date_of(said, language) or as_written(said)
