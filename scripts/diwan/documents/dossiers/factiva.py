"""Factiva: how it marks the articles of a file.

Each article ends with its accession number behind a word: `Document LBA0000020230303ej331wjn4`. It opens, in the form for
display, with section, title, byline, the number of words, day, hour, outlet and its code, edition, page, language and a note of
rights, a line each; or, in the form with codes, with a row for each of these: `HD`, `BY`, `WC`, `PD`, `SN`, `SC`, `LA`, `CY`,
then `LP` and `TD` for the text and more rows behind it. Words are those of the language of whoever searched.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from diwan.documents.dossiers.lines import (
    Told,
    as_text,
    day_in,
    halves,
    is_rights,
    language_in,
    marked,
    names_in,
)
from diwan.documents.language import detect_language
from diwan.documents.phrases.cues import IS_BYLINE
from diwan.documents.pieces import Piece
from diwan.documents.shapes import key_of
from diwan.model.block import BlockKind

#: An accession number: eight signs of the source, the day on which it came in, nine signs.
_END = re.compile(
    r"(?:AN\s+)?(?:[^\W\d_]{1,12}\s?)?[A-Z0-9]{8}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[a-z0-9]{9}"
)
#: `1,024 words`, `512 Wörter`, `512 字`: how long the article is.
_LENGTH = re.compile(r"\d[\d.,'’ \u202f]*\s?[^\W\d_]{1,12}")
_HOUR = re.compile(r"\d{1,2}:\d{2}(?:\s?[AP]M)?(?:\s?[A-Z]{2,4})?", re.IGNORECASE)
#: What parts the cells of a row, in tables of office programs and of pages.
_CELLS = re.compile(r"\t| \| ")
_PAGE_NUMBER = re.compile(r"[\s.…]*\d+$")
_LIST_NUMBER = re.compile(r"^\d+[.)]\s+")
#: Codes of the rows above the text, of the text, and below it.
_HEAD = frozenset(
    ("SE", "CLM", "HD", "BY", "CR", "WC", "PD", "ET", "SN", "SC", "ED", "PG", "VOL", "LA", "CY", "CX", "DLN")
)
_TEXT = frozenset(("LP", "TD"))
_BELOW = frozenset(("ART", "CT", "RF", "CO", "IN", "NS", "RE", "DE", "IPC", "IPD", "PUB", "RST", "FDS", "AN"))
_CODES = _HEAD | _TEXT | _BELOW
#: Codes whose rows hold classes, each as `code : name`.
_CLASSES = frozenset(("CO", "IN", "NS", "RE"))
#: What the words of a row are; those of others are the archive's.
_KINDS = {
    "HD": BlockKind.TITLE, "BY": BlockKind.BYLINE, "PD": BlockKind.DATELINE, "CY": BlockKind.DISCLAIMER, "ART": BlockKind.CAPTION,
}  # fmt: skip
#: Lines above the number of words that may be of the article: section, title, byline; below it as far as the language.
_MOST_ABOVE, _MOST_BELOW = 3, 10


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of the form with codes: the code, and the words of the row."""

    code: str
    label: Piece | None
    words: list[Piece]


def rows_of(piece: Piece) -> list[Piece]:
    """Return a table of codes as codes and words, each a piece; any other piece as it is."""
    # A page's reader takes a table for what stands around an article, where several follow each other.
    is_table = piece.kind is BlockKind.TABLE or "\n" in piece.text
    lines = [_CELLS.split(line, maxsplit=1) for line in piece.text.split("\n")] if is_table else []
    if not lines or any(cells[0] not in _CODES for cells in lines):
        return [piece]
    texts = (text.replace("\t", " ").strip() for cells in lines for text in cells)
    return [replace(piece, text=text, kind=None, level=None) for text in texts if text]


def closes(lines: Sequence[str]) -> set[int]:
    """Return the lines that close an article: accession numbers."""
    return {at for at, line in enumerate(lines) if _END.fullmatch(line)}


def begins(stretch: Sequence[Piece]) -> int | None:
    """Return where the article of *stretch* begins: at its first code, or at its section or title."""
    coded = _first_code(stretch)
    if coded is not None:
        return coded
    length = _length(stretch)
    return None if length is None else _opening(stretch, length)


def _first_code(pieces: Sequence[Piece]) -> int | None:
    """Return the first row of the form with codes: outlet and day have one in every article."""
    codes = [_code(piece) for piece in pieces]
    if not {"SN", "PD"} <= set(codes):
        return None
    return next(at for at, code in enumerate(codes) if code in _HEAD)


def _code(piece: Piece) -> str:
    """Return the code with which a line begins, if it does."""
    code = piece.text.split(maxsplit=1)[0] if piece.text else ""
    return code if code in _CODES else ""


def _length(pieces: Sequence[Piece]) -> int | None:
    """Return the line that says how long the article is: the day stands right below it."""
    for at, (piece, below) in enumerate(pairwise(pieces)):
        if _LENGTH.fullmatch(piece.text) and day_in(below.text):
            return at
    return None


def _opening(pieces: Sequence[Piece], length: int) -> int:
    """Return the first line of an article; in front of it a list of contents may stand, which names its title."""
    if length <= _MOST_ABOVE:
        return 0
    listed = [_entry(piece.text) for piece in pieces]
    near = range(length - _MOST_ABOVE, length)
    signed = length - 1 - _is_byline(pieces[length - 1])
    return next((at for at in near if pieces[at].text in listed[:at]), signed)


def _is_byline(piece: Piece) -> bool:
    return IS_BYLINE.match(key_of(piece.text)) is not None


def _entry(text: str) -> str:
    """Return an entry of a list of contents without its number and that of its page."""
    return _PAGE_NUMBER.sub("", _LIST_NUMBER.sub("", text))


def tell(pieces: Sequence[Piece]) -> Told:
    """Return what the archive says of each piece of an article, and of the article."""
    return _coded(pieces) if _first_code(pieces) is not None else _displayed(pieces)


def _coded(pieces: Sequence[Piece]) -> Told:
    rows = [*_rows(pieces)]
    words = {row.code: " ".join(piece.text for piece in row.words) for row in reversed(rows)}
    text = " ".join(words.get(code, "") for code in ("LP", "TD"))
    told = [
        piece
        for row in rows
        for piece in (
            *([marked(row.label, BlockKind.NOTICE)] if row.label else []),
            *map(_kind_of(row.code), row.words),
        )
    ]
    return Told(tuple(told), _facts(words, text))


def _kind_of(code: str) -> Callable[[Piece], Piece]:
    return as_text if code in _TEXT else lambda piece: marked(piece, _KINDS.get(code, BlockKind.NOTICE))


def _facts(words: Mapping[str, str], text: str) -> dict[str, str]:
    """Return the facts in the *words* of rows, by their codes."""
    tag = language_in(words.get("LA", ""))
    spoken = tag or detect_language(text) or ""
    stated = {
        "title": words.get("HD", ""),
        "authors": names_in(words["BY"], spoken) if words.get("BY") else "",
        "date": day_in(words.get("PD", ""), [spoken] if spoken else ()),
        "outlet": words.get("SN", ""),
    }
    return stated | ({"language": tag} if tag else {})


def _rows(pieces: Sequence[Piece]) -> Iterator[_Row]:
    """Yield the rows of an article, those of its text too."""
    # The words stand behind their codes in one line, or none of them do.
    in_line = any(_code(piece) == "SN" != piece.text for piece in pieces)
    led = _led(pieces) if in_line else []
    row, part = _Row("", None, []), _HEAD
    for at, piece in enumerate(pieces):
        code = _code(piece)
        if not code or not (_opens(code, part, led=led[at]) if in_line else piece.text == code):
            row.words.append(piece)
            continue
        yield row
        part = next(part for part in (_HEAD, _TEXT, _BELOW) if code in part)
        label, words = halves(piece, len(code))
        row = _Row(code, label, [words] if words.text else [])
    yield row


def _opens(code: str, part: frozenset[str], *, led: bool) -> bool:
    """Tell whether the code with which a line begins opens a row: a line of the text may begin with such letters too."""
    if part is _HEAD:
        return code in _HEAD | _TEXT
    if part is _BELOW:
        return code in _BELOW
    return code in _TEXT or (code in _BELOW and led)


def _led(pieces: Sequence[Piece]) -> list[bool]:
    """Return for each line whether it is a row below the text: one of classes, the last, or one over such a row."""
    led = [False]
    for piece in reversed(pieces):
        code = _code(piece)
        told = (code in _CLASSES and " : " in piece.text) or _END.fullmatch(piece.text) is not None
        led.append(bool(told or (code in _BELOW and led[-1])))
    return led[:0:-1]


def _title(pieces: Sequence[Piece], length: int) -> int:
    """Return the title among the lines above the number of words; -1 where there is none.

    It is the longest of those above the byline: a section may stand above it, and who wrote is not always called so.
    """
    signed = next((at for at in range(length) if _is_byline(pieces[at])), length)
    return max(range(signed), key=lambda at: len(pieces[at].text), default=-1)


def _displayed(pieces: Sequence[Piece]) -> Told:
    length = _length(pieces)
    if length is None:  # a form of which a later version knows less
        return Told(tuple(map(as_text, pieces)))
    title = _title(pieces, length)
    byline = " ".join(piece.text for piece in pieces[title + 1 : length])
    day = length + 1
    named = next(
        (at for at in range(day + 1, min(length + _MOST_BELOW, len(pieces))) if language_in(pieces[at].text)),
        day,
    )
    text = named + 1
    while text < len(pieces) and is_rights(pieces[text].text):
        text += 1
    outlet = next((piece.text for piece in pieces[day + 1 : named] if not _HOUR.fullmatch(piece.text)), "")
    kinds = {title: BlockKind.TITLE, day: BlockKind.DATELINE} | dict.fromkeys(
        range(title + 1, length), BlockKind.BYLINE
    )
    kinds |= dict.fromkeys(range(named + 1, text), BlockKind.DISCLAIMER)
    end = len(pieces) - bool(_END.fullmatch(pieces[-1].text))
    told = [
        as_text(piece) if text <= at < end else marked(piece, kinds.get(at, BlockKind.NOTICE))
        for at, piece in enumerate(pieces)
    ]
    words = " ".join(piece.text for piece in pieces[text:end])
    rows = {
        "HD": pieces[title].text if title >= 0 else "",
        "BY": byline,
        "PD": pieces[day].text,
        "SN": outlet,
        "LA": pieces[named].text if named > day else "",
    }
    return Told(tuple(told), _facts(rows, words))
