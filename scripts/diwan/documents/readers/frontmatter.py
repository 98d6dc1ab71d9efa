"""Front matter: the facts above a note in Markdown, as people and programs that clip pages write them.

In: the lines between the dashes. Out: facts. They are YAML, of which a clipped page has a small part: words with or without
quotes, and lists in one line or in several. It is read line by line, in time by its length alone, whatever else is there;
names of notes in double brackets are the names alone. Where two fields say the same fact the surer one counts.
"""

import re
from collections.abc import Iterable, Iterator

_FIELD = re.compile(r"(?P<name>[A-Za-z][\w -]{0,30}):(?:[ \t]+(?P<value>\S.*))?[ \t]*")
_ITEM = re.compile(r"[ \t]*-[ \t]+(?P<value>\S.*)")
_IN_LINE = re.compile(r"\[(?P<items>[^\[\]]*|[^\[\]]*(?:\[\[[^\[\]]*\]\][^\[\]]*)+)\]")
_PART = re.compile(r"\"[^\"]*\"|'[^']*'|[^,]+")
_NOTE = re.compile(r"\[\[(?:[^\[\]|]*\|)?(?P<name>[^\[\]|]*)\]\]")
#: What begins a value that is no plain word: blocks, maps, anchors and tags of YAML.
_OTHER = ("{", "|", ">", "&", "*", "!", "[")
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{2}:.*")
#: The fields that state each fact, the surest first. What says when a page was clipped says nothing of the page.
_FIELDS = {
    "title": ("title",),
    "date": ("published", "date published", "publication date", "date"),
    "authors": ("authors", "author", "creator", "byline"),
    "outlet": ("outlet", "publication", "publisher", "site", "website", "source"),
    "language": ("language", "lang"),
    "url": ("url", "link", "source"),
}


def facts_in(lines: Iterable[str]) -> dict[str, str]:
    """Return the facts that front matter states; several authors are joined by `; `."""
    fields = {name: values for name, values in _fields(lines) if values}
    stated: dict[str, str] = {}
    for fact, names in _FIELDS.items():
        for name in names:
            values = [
                value for value in fields.get(name, ()) if bool(_ADDRESS.fullmatch(value)) == (fact == "url")
            ]
            if values and fact not in stated:
                stated[fact] = "; ".join(values) if fact == "authors" else _DAY.sub(r"\1", values[0])
    return stated


def _fields(lines: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    """Yield each field with its values, of which a list has several."""
    name, values = "", list[str]()
    for line in lines:
        if found := _FIELD.fullmatch(line):
            yield name, values
            name = re.sub(r"[_-]", " ", found["name"].strip().lower())
            values = [*_values(found["value"] or "")]
        elif (found := _ITEM.fullmatch(line)) and name:
            values.extend(_values(found["value"]))
    yield name, values


def _values(text: str) -> Iterator[str]:
    """Yield the words of a value, or those of each item of a list in one line."""
    text = text.strip()
    alone = _NOTE.fullmatch(text)
    listed = None if alone else _IN_LINE.fullmatch(text)
    for part in _PART.findall(listed["items"]) if listed else [text]:
        value = part.strip()
        bare = _NOTE.sub(r"\g<name>", value.strip("\"'")).strip()
        if bare and (alone or not value.startswith(_OTHER) or _NOTE.match(value)):
            yield bare
