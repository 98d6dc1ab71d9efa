"""References: lists that Zotero and its like export, as CSL-JSON, RIS or BibTeX.

In: the text of a list. Out: for each reference its facts by name: `title`, `authors` (joined by `; `), `outlet`,
`date` (EDTF), `language`, `kind`, `url`, and `files`, the paths of attachments (joined by tabs). Abstracts are left
where they are: they are the words of others. Of a reference that cannot be read, `unread` says why and `line` where.
"""

import json
import logging
import re
from collections.abc import Iterable, Iterator
from typing import Any

from diwan.text.languages import tag_of

#: Kinds of records by the type of a reference, in CSL, RIS and BibTeX; anything else is left for a person to say.
_KINDS = {
    "report": "study", "article-journal": "study", "thesis": "study", "interview": "interview", "speech": "official",
    "legislation": "official", "RPRT": "study", "JOUR": "study", "techreport": "study",
}  # fmt: skip
_DATE = re.compile(r"(?P<year>\d{4})(?:[-/](?P<month>\d{1,2})(?:[-/](?P<day>\d{1,2}))?)?(?![\d])")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LANGUAGE = re.compile(r"(?P<language>[a-z]{2,3})(?:-[a-z0-9]{2,8})*")
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
    for entry in entries:
        yield {
            "title": _MARKED_UP.sub("", _text(entry, "title")),
            "authors": "; ".join(filter(None, map(_csl_name, _list(entry, "author")))),
            "outlet": _text(entry, "container-title") or _text(entry, "publisher"),
            "date": _csl_date(entry.get("issued")),
            "language": _language(_text(entry, "language")),
            "kind": _KINDS.get(_text(entry, "type"), ""),
            "url": _text(entry, "URL"),
        }


def ris(text: str) -> Iterator[dict[str, str]]:
    """Yield the references of an RIS list."""
    import rispy

    entries = rispy.loads(text)
    if not entries:
        raise ValueError("there is no reference in it")
    for entry in entries:
        files = [str(value) for name, value in entry.items() if name.startswith("file_attachments")]
        yield {
            "title": _text(entry, "title") or _text(entry, "primary_title"),
            "authors": "; ".join(map(_in_order, [*_list(entry, "authors"), *_list(entry, "first_authors")])),
            "outlet": next(
                filter(None, (_text(entry, name) for name in ("secondary_title", "journal_name", "publisher"))), ""
            ),
            "date": _date(_text(entry, "date") or _text(entry, "publication_year") or _text(entry, "year")),
            "language": _language(_text(entry, "language")),
            "kind": _KINDS.get(_text(entry, "type_of_reference"), ""),
            "url": next(iter(map(str, _list(entry, "urls"))), _text(entry, "url")),
            "files": "\t".join(name.removeprefix("internal-pdf://") for name in files),
        }  # fmt: skip


def bibtex(text: str) -> Iterator[dict[str, str]]:
    """Yield the references of a BibTeX or BibLaTeX list."""
    from bibtexparser.entrypoint import parse_string
    from bibtexparser.middlewares import LatexDecodingMiddleware

    library = parse_string(text, append_middleware=[LatexDecodingMiddleware()])
    if not library.entries:
        raise ValueError("there is no reference in it")
    for entry in library.entries:
        fields = {name.lower(): str(found.value) for name, found in entry.fields_dict.items()}
        month = fields.get("month", "")[:3].lower()
        year = fields.get("year", "")
        written = f"{year}-{_MONTHS.index(month) + 1:02}" if year and month in _MONTHS else year
        yield {
            "title": fields.get("title", ""),
            "authors": "; ".join(map(_in_order, filter(None, re.split(r"\s+and\s+", fields.get("author", ""))))),
            "outlet": next(
                filter(None, map(fields.get, ("journaltitle", "journal", "institution", "publisher", "organization"))), ""
            ),
            "date": _date(fields.get("date", "") or written),
            "language": _language(fields.get("language", "") or fields.get("langid", "")),
            "kind": _KINDS.get(entry.entry_type, ""),
            "url": fields.get("url", ""),
            "files": "\t".join(_attached(fields.get("file", ""))),
        }  # fmt: skip
    for block in library.failed_blocks:
        # The parser counts lines from nought, and says behind the first sentence what programs may do about it.
        reason = getattr(block.error, "abort_reason", "") or str(block.error)
        yield {"unread": reason.partition(". ")[0].strip(" ."), "line": str((block.start_line or 0) + 1)}


def _text(entry: dict[str, Any], name: str) -> str:
    value = entry.get(name)
    return value if isinstance(value, str) else ""


def _list(entry: dict[str, Any], name: str) -> list[Any]:
    value = entry.get(name)
    return value if isinstance(value, list) else []


def _csl_name(name: Any) -> str:
    if not isinstance(name, dict):
        return ""
    parts = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix")
    return _text(name, "literal") or " ".join(filter(None, (_text(name, part) for part in parts)))


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
    tag = text.strip().lower().replace("_", "-")
    found = _LANGUAGE.fullmatch(tag)
    return found["language"] if found else _OF_BIBLATEX.get(tag) or tag_of(text)


def _in_order(name: Any) -> str:
    """Return `Family, Given` as `Given Family`."""
    family, _, given = str(name).strip().strip("{}").partition(",")
    return f"{given.strip()} {family.strip()}".strip()


def _attached(text: str) -> Iterable[str]:
    """Yield the paths in a `file` field (`Title:path:type`, several parted by `;`)."""
    for part in text.split(";"):
        pieces = part.rsplit(":", 2)
        yield pieces[-2] if len(pieces) > 1 else part
