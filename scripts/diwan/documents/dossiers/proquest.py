"""ProQuest: how it marks the articles of a file.

Below a row of strokes and `Document 3 of 120` each article has its title, then fields that begin a line with their name: `Author: `,
`Abstract: `, `Full text: ` with the text, which goes on over many lines, and more fields, of which `Database: ` is the last.
"""

import re
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise

from diwan.documents.dossiers.lines import Told, as_text, day_in, field_of, language_in, marked
from diwan.documents.language import detect_language
from diwan.documents.pieces import Piece
from diwan.model.block import BlockKind

_COUNT = re.compile(r"Document \d+ of \d+")
_STROKES = re.compile(r"_{20,}")
#: Fields above the text, that of the text, and fields below it.
_ABOVE = ("Author", "Authors", "Publication info", "ProQuest document link", "Abstract", "Abstract (summary)", "Links", "Supplement",
          "Correspondence author")  # fmt: skip
_TEXT = ("Full text", "Full Text")
_BELOW = (
    "Subject", "Location", "People", "Company / organization", "Business indexing term", "Identifier / keyword", "Classification",
    "Title", "Alternate title", "Publication title", "First page", "Pages", "Volume", "Issue", "Number of pages", "Publication year",
    "Publication date", "Year", "Dateline", "Section", "Column", "Publisher", "Place of publication", "Country of publication",
    "Publication subject", "ISSN", "e-ISSN", "Source type", "Language of publication", "Document type", "Document feature",
    "ProQuest document ID", "Document URL", "URL", "Copyright", "Last updated", "Database", "Word count", "Credit", "DOI",
    "Accession number", "CODEN",
)  # fmt: skip
_FIELD = re.compile(
    f"({'|'.join(map(re.escape, sorted({*_ABOVE, *_TEXT, *_BELOW}, key=len, reverse=True)))}):(?:\\s|$)"
)
_LAST = "Database"
#: What the words of a field are; those of others are the archive's. A title stands above the fields, too, and counts once.
_KINDS = {
    "Title": BlockKind.TITLE, "Author": BlockKind.BYLINE, "Publication date": BlockKind.DATELINE, "Copyright": BlockKind.DISCLAIMER,
}  # fmt: skip


def closes(lines: Sequence[str]) -> set[int]:
    """Return the lines that close an article: each is its last field, and another stands above it."""
    return {
        at + 1
        for at, (above, last) in enumerate(pairwise(lines))
        if last.startswith(_LAST) and _name_in(last) == _LAST and _name_in(above) in _BELOW
    }


def begins(stretch: Sequence[Piece]) -> int | None:
    """Return where the article of *stretch* begins: at the strokes or the count above its title."""
    fields = {_name(piece) for piece in stretch}
    if not {"Title", "Publication title"} <= fields:
        return None
    first = next(at for at, piece in enumerate(stretch) if _name(piece))
    marks = [
        at
        for at in range(first)
        if _COUNT.fullmatch(stretch[at].text) or _STROKES.fullmatch(stretch[at].text)
    ]
    if not marks:
        return 0
    above = marks[-1] - 1
    return above if above in marks else marks[-1]


def _name(piece: Piece) -> str:
    """Return the name of the field with which a line begins, if it does."""
    return _name_in(piece.text)


def _name_in(line: str) -> str:
    found = _FIELD.match(line)
    return found[1] if found else ""


def tell(pieces: Sequence[Piece]) -> Told:
    """Return what the archive says of each piece of an article, and of the article."""
    text = next((at for at, piece in enumerate(pieces) if _name(piece) in _TEXT), len(pieces))
    below = len(pieces)
    while below > text + 1 and _name(pieces[below - 1]) in _BELOW:
        below -= 1
    said = {
        _name(piece): piece.text.partition(":")[2].strip()
        for piece in reversed([*pieces[:text], *pieces[below:]])
    }
    told = [*_told(pieces, text, below, said.get("Title", ""))]
    words = " ".join(piece.text for piece in told if piece.kind is BlockKind.PARAGRAPH)
    return Told(tuple(told), _facts(said, words))


def _told(pieces: Sequence[Piece], text: int, below: int, title: str) -> Iterator[Piece]:
    is_titled = False
    for at, piece in enumerate(pieces):
        name = _name(piece)
        if at == text:
            yield from field_of(piece, as_text)
        elif text < at < below:
            yield as_text(piece)
        elif title and not is_titled and piece.text == title:
            is_titled = True
            yield marked(piece, BlockKind.TITLE)
        elif kind := _KINDS.get(name if name != "Title" or not is_titled else ""):
            yield from field_of(piece, partial(marked, kind=kind))
        else:
            yield marked(piece, BlockKind.NOTICE)


def _facts(said: dict[str, str], words: str) -> dict[str, str]:
    tag = language_in(said.get("Language of publication", ""))
    spoken = tag or detect_language(words) or ""
    stated = {
        "title": said.get("Title", ""),
        "authors": "; ".join(map(_turned, filter(None, said.get("Author", "").rstrip(". ").split(";")))),
        "date": day_in(said.get("Publication date", ""), [spoken] if spoken else ()),
        # Edition and place stand behind the name.
        "outlet": re.split(r"[,;]", said.get("Publication title", ""), maxsplit=1)[0].strip(),
    }
    return stated | ({"language": tag} if tag else {})


def _turned(name: str) -> str:
    """Return a name that begins with the family name as people are called: `Example, Rim` is Rim Example."""
    family, _, given = name.partition(",")
    return f"{given.strip()} {family.strip()}".strip()
