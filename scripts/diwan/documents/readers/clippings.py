"""Clippings: what the first lines of a note say of the page that it was clipped from, where it has no front matter.

In: the lines of a note. Out: those that are fields (`**Author:** Rim Example`, `- URL:: <https://…>`, `| Date | 4 May 2021 |`),
as front matter writes them, by their number. Programs that clip and cite write them so; they stand above the text.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from diwan.documents.names.bylines import credit_of
from diwan.documents.pieces import Piece
from diwan.documents.shapes import measure
from diwan.text.fold import fold

#: Lines in which fields stand, up to the first that runs on for so many characters: Zotero's notes have fifteen.
_MOST, _RUNNING = 40, 160
_FIELD = re.compile(
    r"[ \t]*(?:[-*+>|][ \t]*)?[*_]{0,3}(?P<name>[^\W\d_](?:[^\W\d_]|[ _-]){1,24}?)[*_]{0,3}[ \t]*(?:::?|\|)[*_]{0,3}[ \t]+(?P<value>\S.*)"
)
_LINK = re.compile(r"\[(?P<words>[^\[\]\n]*)\]\((?P<address>[^()\s]+)[^()\n]*\)")
_AROUND = re.compile(r"[ \t]*(?:\\|\|)?[ \t]*$|^<(?=https?:)|>$")
#: How languages call where a text stood; who wrote and when is known by the words of bylines and datelines.
SOURCES = """
source | quelle | fuente | fonte | bron | källa | kilde | źródło | zdroj | forrás | sursă | источник | джерело | източник | πηγή | kaynak
sumber | nguồn | المصدر | مصدر | منبع | ماخذ | מקור | स्रोत | แหล่งที่มา | 来源 | 來源 | 出典 | 출처
"""
#: What fields say, in the words of front matter; other fields of such notes say nothing of the page.
_NAMES = {
    "title": "title", "full title": "title", "author": "author", "authors": "author", "byline": "byline", "creator": "author",
    "published": "published", "date published": "published", "publication date": "published", "published on": "published",
    "published date": "published", "date": "date", "publication": "publication", "publication title": "publication",
    "newspaper": "publication", "outlet": "publication", "publisher": "publication", "site": "site", "website": "site",
    "site name": "site", "source url": "url", "url": "url", "link": "link", "original": "url",
    "original url": "url", "language": "language",
}  # fmt: skip
_NAMES |= {
    fold(word): "source" for word in SOURCES.replace("\n", "|").split("|") for word in [word.strip()] if word
}
_OTHERS = frozenset(
    {"tags", "tag", "topics", "category", "item type", "date added", "date modified", "date saved", "created", "saved", "saved on",
     "clipped", "clipped on", "access date", "accessed", "cite key", "citekey", "abstract", "doi", "pages", "section", "place",
     "word count", "reading time", "document type", "type", "status", "library catalog", "zotero link", "pdf attachments"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Top:
    """What stands above the text of a note, by the number of the line: fields, and who and when."""

    #: As front matter writes them, one or two lines of it; empty where a field says nothing of the page.
    fields: Mapping[int, str]
    #: The lines that form a block each: fields, and those that only say who wrote or when.
    alone: frozenset[int]


def top_of(
    lines: Sequence[str], first_line: int, unmarked: Callable[[str], str], language: str | None
) -> Top:
    """Return what the *lines* of a note say above its text; *unmarked* takes the marks off a line."""
    fields: dict[int, str] = {}
    credits_: set[int] = set()
    for number, line in enumerate(lines[:_MOST], start=first_line):
        field = _FIELD.fullmatch(line)
        name = re.sub(r"[_-]", " ", fold(field["name"].strip())) if field else ""
        if field and (name in _NAMES or name in _OTHERS):
            fields[number] = _as_front_matter(_NAMES[name], field["value"]) if name in _NAMES else ""
        elif len(line) > _RUNNING:
            break
        elif not line.lstrip().startswith("#"):
            credit = credit_of(measure(0, Piece(unmarked(line.strip(" \\")), 1)), language)
            credits_ |= {number} if credit and (credit.is_byline or credit.is_dateline) else set()
    return Top(fields, frozenset((*fields, *credits_)))


def _as_front_matter(name: str, value: str) -> str:
    """Return a field as lines of front matter; a link is an address and words, of which a source has both."""
    bare = _AROUND.sub("", _AROUND.sub("", value)).strip()
    asked = {"url": ("address",), "link": ("address",), "source": ("words", "address")}.get(name, ("words",))
    lines = []
    for part in asked:
        words = _LINK.sub(rf"\g<{part}>", bare)
        listed = re.findall(r"\[\[[^\[\]]*\]\]", words)
        field = "url" if part == "address" else name
        lines.append(f"{field}: [{', '.join(listed)}]" if len(listed) > 1 else f"{field}: {words}")
    return "\n".join(lines)
