"""Tables: lists of references that people keep in a spreadsheet, or that Zotero and services export, as CSV or TSV.

In: the text of a table. Out: for each row the facts of a reference by name, as `references` yields them. The first row names the columns,
in one of the languages in which people label such facts (`noted`) or as programs do; columns with other names say nothing. What parts
the cells (comma, semicolon, tab, bar) is what gives most columns a name that is known.
"""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence

from diwan.adding import names
from diwan.adding.attachments import BETWEEN, paths_in
from diwan.adding.said import address_of, as_written, date_of, language_of
from diwan.documents.language import detect_language, sure_language
from diwan.documents.noted import IS_ADDRESS, IS_LANGUAGE, IS_OUTLET, IS_TITLE
from diwan.documents.phrases.cues import IS_BYLINE, IS_DATE_LABEL
from diwan.documents.shapes import key_of

_DELIMITERS = (",", ";", "\t", "|")
#: Columns of Zotero, Media Cloud, Scopus and their like, and other names that say more in the head of a table than above a text.
_NAMED = {
    "outlet": "publication title | source title | media name | outlet name | source name | website | site | medium | site web | الموقع | الوسيلة",
    "date": "publish date | publication date | date published | published date | publication day | day | data | التاريخ | تاريخ النشر | تاریخ"
            " | 日期 | 日付 | 날짜 | 発行日",
    "year": "publication year | year | jahr | année | año | السنة",
    "authors": "authors | autoren | auteurs | autores | autori | المؤلف | المؤلفون | الكتاب | نویسنده | авторы",
    "doi": "doi", "kind": "item type", "abstract": "abstract note | abstract", "files": "file attachments | file",
    "keywords": "manual tags | automatic tags | tags | keywords | author keywords",
}  # fmt: skip
_KNOWN = {key_of(name): fact for fact, listed in _NAMED.items() for name in listed.split(" | ")}
_BY_WORDS = (
    ("title", IS_TITLE), ("url", IS_ADDRESS), ("language", IS_LANGUAGE), ("outlet", IS_OUTLET), ("date", IS_DATE_LABEL), ("authors", IS_BYLINE),
)  # fmt: skip
#: Kinds of records by the types of Zotero.
_KINDS = {"report": "study", "journalArticle": "study", "thesis": "study", "interview": "interview"}
#: What Excel writes above a table to tell what parts its cells.
_SEPARATOR = re.compile(r"sep=.\r?\n")
#: Words of a name from which a comma parts two names, and not the family name from the given one.
_WHOLE_NAME = 2


def table(text: str) -> Iterator[dict[str, str]]:
    """Yield the references of a table; raise ValueError where no column says a title or an address."""
    above = _SEPARATOR.match(text)
    text = text[above.end() :] if above else text
    delimiter = max(_DELIMITERS, key=lambda one: len(_columns(_head(text, one))))
    columns = _columns(_head(text, delimiter))
    if not {"title", "url"} & {*columns.values()}:
        raise ValueError("the first row of the table names no column for titles or addresses")
    spoken = detect_language(text) or ""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        next(reader)
        # The first line of a row in the file; cells may hold several.
        skipped = 1 + bool(above)
        line = reader.line_num + skipped
        for cells in reader:
            if any(map(str.strip, cells)):
                yield _reference(cells, columns, spoken) | {"line": str(line)}
            line = reader.line_num + skipped
    except csv.Error as error:
        raise ValueError(str(error)) from error


def _head(text: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), [])
    except csv.Error:
        return []


def _columns(head: Sequence[str]) -> dict[int, str]:
    """Return by its number what each column says that is known."""
    known = {number: _fact_named(name) for number, name in enumerate(head)}
    return {number: fact for number, fact in known.items() if fact}


def _fact_named(name: str) -> str:
    key = key_of(name.replace("_", " "))
    return _KNOWN.get(key) or next((fact for fact, words in _BY_WORDS if words.fullmatch(key)), "")


def _reference(cells: Sequence[str], columns: Mapping[int, str], spoken: str) -> dict[str, str]:
    """Return what the *cells* of a row say; months without a language are named in that of the title, or that *spoken* in the table."""
    said: dict[str, list[str]] = {}
    for number, fact in columns.items():
        if number < len(cells) and cells[number].strip():
            said.setdefault(fact, []).append(cells[number].strip())

    def first(fact: str) -> str:
        return next(iter(said.get(fact, ())), "")

    language = language_of(first("language"))
    day = first("date") or first("year")
    return {
        "title": first("title"),
        "authors": "; ".join(filter(None, map(names.of_ris, _names_in(first("authors"))))),
        "outlet": first("outlet"),
        "date": date_of(day, language or sure_language(first("title")) or spoken) or as_written(day),
        "language": language,
        "kind": _KINDS.get(first("kind"), ""),
        "url": address_of(first("url"), first("doi")),
        "keywords": "; ".join(said.get("keywords", ())),
        "abstract": first("abstract"),
        "files": BETWEEN.join(path for cell in said.get("files", ()) for path in paths_in(cell)),
    }


def _names_in(cell: str) -> list[str]:
    """Return the names in a cell: programs part them by semicolons, people also by commas between whole names."""
    parts = re.split(r"\s*;\s*", cell)
    by_comma = re.split(r"\s*[,،、]\s*", cell)
    are_whole = len(by_comma) > 1 and all(len(name.split()) >= _WHOLE_NAME for name in by_comma)
    return by_comma if len(parts) == 1 and are_whole else parts
