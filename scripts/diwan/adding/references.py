"""References: lists that Zotero and its like export, as CSL-JSON, RIS or BibTeX.

In: the text of a list. Out: for each reference its facts by name: `title`, `authors` (joined by `; `), `outlet`,
`date` (EDTF), `language`, `kind`, `url`, and `files`, the paths of attachments (with `BETWEEN` between them). `keywords` (joined by
`; `) and `abstract` say which themes may be named; they are the words of others, and nothing of them is written anywhere. Of a reference that cannot be read, `unread` says why and `line` where.
"""

import json
import logging
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from diwan.adding import names
from diwan.adding.attachments import paths_in
from diwan.text.languages import known_tag, tag_of

if TYPE_CHECKING:
    from bibtexparser.model import Entry

#: Kinds of records by the type of a reference, in CSL, RIS and BibTeX; anything else is left for a person to say.
_KINDS = {
    "report": "study", "article-journal": "study", "thesis": "study", "interview": "interview", "speech": "official",
    "legislation": "official", "RPRT": "study", "JOUR": "study", "techreport": "study",
}  # fmt: skip
#: Stands between the paths of attachments: what no path holds.
BETWEEN = "\0"
_DATE = re.compile(r"(?P<year>\d{4})(?:[-/](?P<month>\d{1,2})(?:[-/](?P<day>\d{1,2}))?)?(?![\d])")
#: Where RIS has files, and what its parser calls them: Zotero puts PDF into the first, pages into the second, the rest into L4.
_FILES_OF_RIS = {"L1": "file_attachments1", "L2": "file_attachments2", "L4": "figure"}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
#: Letters of another kind within a title, as CSL-JSON marks them.
_MARKED_UP = re.compile(r"</?(?:i|b|sup|sub|span(?:\s[^<>]*)?)>")
#: Names that BibLaTeX has for languages beside the English ones, which `text.languages` knows.
_OF_BIBLATEX = {"ngerman": "de", "naustrian": "de", "nswissgerman": "de", "austrian": "de", "american": "en", "british": "en",
                "usenglish": "en", "ukenglish": "en", "brazilian": "pt", "farsi": "fa"}  # fmt: skip
# What it cannot read its parser hands back, and need not write to the terminal as well.
logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)


def csl_json(text: str) -> Iterator[dict[str, str]]:
    """Yield the references of a CSL-JSON list (https://docs.citationstyles.org/en/stable/specification.html)."""
    entries = json.loads(text)
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise ValueError("CSL-JSON is a list of objects")
    if not entries:
        raise ValueError("there is no reference in it")
    for entry in entries:
        yield {
            "title": _MARKED_UP.sub("", _text(entry, "title")),
            "authors": "; ".join(filter(None, map(names.of_csl, _list(entry, "author")))),
            "outlet": _text(entry, "container-title") or _text(entry, "publisher"),
            "date": _csl_date(entry.get("issued")),
            "language": _language(_text(entry, "language")),
            "kind": _KINDS.get(_text(entry, "type"), ""),
            "url": _text(entry, "URL"),
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
    entries = rispy.loads(text, list_tags=lists, delimiter_tags_mapping={})
    if not entries:
        raise ValueError("there is no reference in it")
    for entry in entries:
        urls = [url for field in _list(entry, "urls") for url in re.split(r";\s*(?=https?:)", str(field))]
        yield {
            "title": _text(entry, "title") or _text(entry, "primary_title"),
            "authors": "; ".join(map(names.of_ris, [*_list(entry, "authors"), *_list(entry, "first_authors")])),
            "outlet": next(
                filter(None, (_text(entry, name) for name in ("secondary_title", "journal_name", "publisher"))), ""
            ),
            "date": _date(_text(entry, "date") or _text(entry, "publication_year") or _text(entry, "year")),
            "language": _language(_text(entry, "language")),
            "kind": _KINDS.get(_text(entry, "type_of_reference"), ""),
            "url": next(iter(urls), ""),
            "keywords": "; ".join(map(str, _list(entry, "keywords"))),
            "abstract": _text(entry, "abstract") or _text(entry, "notes_abstract"),
            "files": BETWEEN.join(name for tag in _FILES_OF_RIS.values() for name in map(str, _list(entry, tag))),
        }  # fmt: skip


def bibtex(text: str) -> Iterator[dict[str, str]]:
    """Yield the references of a BibTeX or BibLaTeX list."""
    from bibtexparser.entrypoint import parse_string
    from bibtexparser.middlewares import LatexDecodingMiddleware

    library = parse_string(text)
    exact = {entry.start_line: _taken_apart(entry) for entry in library.entries}
    library = LatexDecodingMiddleware().transform(library)
    if not library.entries:
        raise ValueError("there is no reference in it")
    for entry in library.entries:
        url, files = exact[entry.start_line]
        fields = {name.lower(): str(found.value) for name, found in entry.fields_dict.items()}
        month = fields.get("month", "")[:3].lower()
        year = fields.get("year", "")
        written = f"{year}-{_MONTHS.index(month) + 1:02}" if year and month in _MONTHS else year
        yield {
            "title": fields.get("title", ""),
            "authors": fields.get("author", ""),
            "outlet": next(
                filter(None, map(fields.get, ("journaltitle", "journal", "institution", "publisher", "organization"))), ""
            ),
            "date": _date(fields.get("date", "") or written),
            "language": _language(fields.get("language", "") or fields.get("langid", "")),
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


def _taken_apart(entry: "Entry") -> tuple[str, list[str]]:
    """Return address and paths of *entry*, in which `%` and strokes are no signs of LaTeX, and put its names in order."""
    said = {field.key.lower(): field for field in entry.fields}
    if "author" in said:
        said["author"].value = "; ".join(names.of_bibtex(str(said["author"].value)))
    url, file = (str(said[name].value) if name in said else "" for name in ("url", "file"))
    entry.fields = [field for name, field in said.items() if name not in ("url", "file")]
    return re.sub(r"\\([_&%#~$])", r"\1", url), paths_in(file)


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


def _csl_date(issued: Any) -> str:
    if not isinstance(issued, dict):
        return ""
    parts = _list(issued, "date-parts")
    if parts and isinstance(parts[0], list):
        return _date("-".join(map(str, parts[0])))
    return _date(_text(issued, "raw") or _text(issued, "literal"))


def _date(text: str) -> str:
    """Return a date as EDTF, or nothing where there is none."""
    found = _DATE.match(text.strip())
    if not found:
        return ""
    return "-".join(part.zfill(2) for part in found.groups() if part and part.strip("0"))


def _language(text: str) -> str:
    """Return the tag of a language without its country, as texts have theirs; nothing where the text names none."""
    return known_tag(text) or _OF_BIBLATEX.get(text.strip().lower()) or tag_of(text)
