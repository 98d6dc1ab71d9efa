"""Items in the formats of reference managers: CSL-JSON, RIS, BibTeX. The crosswalk says which fact goes where.

CSL-JSON: https://github.com/citation-style-language/schema (csl-data.json). RIS: tags of two letters, a line each, as
Zotero, EndNote and Mendeley read them. BibTeX: UTF-8 with the year for BibTeX and the date for BibLaTeX; braces keep capitals.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from diwan.citations.item import Item
from diwan.citations.names import Name
from diwan.model.crosswalk import Crosswalk, Property
from diwan.text.edtf import Point

#: What must not stand bare in a value of BibTeX, and what stands for it.
_BIBTEX = str.maketrans({"\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "%": r"\%", "&": r"\&", "#": r"\#", "$": r"\$", "_": r"\_"})  # fmt: skip
_ADDRESS = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C"})
_LINE_BREAKS = re.compile(r"\s+")


def iso(point: Point) -> str:
    """Return a day, month or year as ISO 8601."""
    parts = [
        f"{point.year:04d}",
        f"{point.month:02d}" if point.month else "",
        f"{point.day:02d}" if point.day else "",
    ]
    return "-".join(filter(None, parts))


def csl_json(item: Item, crosswalk: Crosswalk) -> dict[str, Any]:
    """Return *item* as CSL-JSON."""
    return {prop.csl: value for prop in crosswalk.citation if prop.csl and (value := _csl(item, prop))}


def _csl(item: Item, prop: Property) -> object:
    value = getattr(item, prop.field)
    if prop.field == "genre":
        return item.genre.csl
    if prop.field == "date":
        return _csl_date(item)
    if prop.field == "authors":
        return [
            {"family": n.family, "given": n.given} if n.given else {"literal": n.family} for n in item.authors
        ]
    return ", ".join(value) if isinstance(value, tuple) else value


def _csl_date(item: Item) -> dict[str, Any]:
    """Return the date with its precision; a span between years has both; doubt is `circa`."""
    span = item.span
    ends = [item.date] if item.date else [point for point in (span.start, span.end) if point]
    parts = [[part for part in (point.year, point.month, point.day) if part] for point in ends]
    return ({"date-parts": parts} | ({"circa": True} if span.doubtful else {})) if parts else {}


def ris(item: Item, crosswalk: Crosswalk) -> str:
    """Return *item* as a record of RIS, with its end."""
    lines = (line for prop in crosswalk.citation for tag in prop.ris for line in _ris(item, prop, tag))
    return "".join(f"{line}\r\n" for line in (*lines, "ER  - ", ""))


def _ris(item: Item, prop: Property, tag: str) -> Iterator[str]:
    for value in _texts(item, prop, genre=item.genre.ris, date=_RIS_DATES.get(tag, iso), name=_sorted_name):
        yield f"{tag}  - {_LINE_BREAKS.sub(' ', value)}"


def _ris_date(point: Point) -> str:
    """Return a date as RIS has it: year/month/day/, empty where not known."""
    return f"{point.year:04d}/{point.month or 0:02d}/{point.day or 0:02d}/".replace("/00", "/")


def _year(point: Point) -> str:
    return f"{point.year:04d}"


_RIS_DATES: dict[str, Callable[[Point], str]] = {"PY": _year, "DA": _ris_date}


def bibtex(item: Item, crosswalk: Crosswalk) -> str:
    """Return *item* as an entry of BibTeX."""
    fields = [
        f"  {item.genre.bibtex_outlet if prop.field == 'outlet' else name} = {{{value}}}"
        for prop in crosswalk.citation
        for name in prop.bibtex
        if (value := _bibtex(item, prop, name))
    ]
    return f"@{item.genre.bibtex}{{{item.id},\n" + ",\n".join(fields) + "\n}\n"


def _bibtex(item: Item, prop: Property, name: str) -> str:
    if prop.field == "url":
        return item.url.translate(_ADDRESS)
    date = _year if name == "year" else iso
    texts = list(_texts(item, prop, genre=item.genre.bibtex, date=date, name=_bibtex_name))
    if prop.field == "authors":
        return " and ".join(texts)
    text = _LINE_BREAKS.sub(" ", ", ".join(texts)).translate(_BIBTEX)
    return f"{{{text}}}" if text and prop.field == "title" else text


def _bibtex_name(name: Name) -> str:
    """Return a name in BibTeX's order; the name of a body in braces, so that it is not taken apart."""
    family, given = (_LINE_BREAKS.sub(" ", part).translate(_BIBTEX) for part in (name.family, name.given))
    return f"{family}, {given}" if given else f"{{{family}}}"


def _sorted_name(name: Name) -> str:
    return f"{name.family}, {name.given}" if name.given else name.family


def _texts(
    item: Item, prop: Property, *, genre: str, date: Callable[[Point], str], name: Callable[[Name], str]
) -> Iterable[str]:
    """Return what *item* has for a property, as texts in one format's manner."""
    value = getattr(item, prop.field)
    if prop.field == "genre":
        return [genre]
    if prop.field == "date":
        return [date(item.date)] if item.date else []
    if prop.field == "authors":
        return [name(one) for one in item.authors]
    return value if isinstance(value, tuple) else filter(None, [value])
