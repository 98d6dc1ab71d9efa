"""Nexis: how Nexis Uni, Lexis Advance and the older LexisNexis mark the articles of a file.

The newer form closes each article with a line `End of Document`. It opens with title, outlet, day and a note of rights, then
fields (`Length: 512 words`, `Byline: …`) and the line `Body`; below the text stand `Graphic`, `Classification`, `Load-Date: …`.
The older one opens each article with `3 of 120 DOCUMENTS`, then outlet, day, title and fields in capitals (`LENGTH: …`); below
the text stand more of these, and the note of rights. Fields are called in the language of whoever searched.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from diwan.documents.dossiers.lines import (
    Told,
    as_text,
    day_in,
    field_of,
    is_rights,
    language_in,
    marked,
    names_in,
)
from diwan.documents.language import detect_language
from diwan.documents.pieces import Piece
from diwan.model.block import BlockKind

#: How the newer form closes an article. That in English is known from files, the others are its translations.
_END = re.compile(
    r"end of document|ende des dokuments|fin du document|fin del documento|einde van (?:het )?document|fine del documento"
    r"|fim do documento",
    re.IGNORECASE,
)
#: How the older form opens one, in English, German and French.
_COUNT = re.compile(
    r"(?:FOCUS - )?\d+ (?:of|von|de|sur|van) \d+ DO[CK]UMENT\w{0,3}|DO[CK]UMENT \d+ (?:von|de|sur|van) \d+",
    re.IGNORECASE,
)
#: The line above the list of a cover: `Documents (120)`.
_COVER = re.compile(r"(?:document|dokument|documento)\w{0,2} \(\d+\)", re.IGNORECASE)
#: What fields are called (English, French, German, Dutch), by what is done with them.
_USED = {
    "byline": "byline", "author": "byline", "auteur": "byline", "autor": "byline",
    "language": "language", "langue": "language", "sprache": "language", "taal": "language",
    "highlight": "highlight", "graphic": "graphic", "grafik": "graphic",
}  # fmt: skip
#: Those that stand above the text, and below it.
_AT_HEAD = frozenset(_USED) | {
    "section", "rubrique", "rubrik", "length", "longueur", "länge", "lengte", "dateline", "series", "column", "insert", "encart",
    "distribution", "correction", "name", "type", "url",
}  # fmt: skip
_BELOW = frozenset(_USED) | {
    "load-date", "date-chargement", "update", "publication-type", "pub-type", "type-publication", "journal code", "journal-code",
    "subject", "sujet", "geographic", "geo-localization", "localisation-geo", "company", "societe", "organization", "organisation",
    "ticker", "stock-symbol", "symbole-boursier", "industry", "activity-sector", "secteur-activite", "document-type", "acc-no",
    "correction-date", "person", "dateline",
}  # fmt: skip
_LENGTHS = frozenset({"length", "longueur", "länge", "lengte"})
_FIELD = re.compile(r"(?P<name>[^\W\d_]+(?:[ -][^\W\d_]+)?)\s?:(?:\s+|$)")
#: The lines that open parts of an article, in the newer form.
_BODY, _GRAPHICS, _CLASSIFICATION = ("body", "text"), ("graphic", "grafik"), "classification"
_EDITION = re.compile(r".{0,30}\b(?:edition|ausgabe|édition|editie)\b.{0,30}", re.IGNORECASE)
#: What stands in the place of a title where the article has none.
_NO_TITLE = re.compile(r"no headline in original|kein titel im original", re.IGNORECASE)
#: Lines above the day of an article at most: a count, a note of rights, outlet, title and subtitles. More are a cover.
_LONGEST_HEAD = 12


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where the parts of an article stand: each the place of its first line."""

    is_old: bool
    begin: int
    day: int
    #: The first field, what follows the fields, and what stands below the text.
    fields: int
    text: int
    below: int


def closes(lines: Sequence[str]) -> set[int]:
    """Return the lines that close an article of the newer form."""
    return {at for at, line in enumerate(lines) if _END.fullmatch(line)}


def opens(lines: Sequence[str]) -> set[int]:
    """Return the lines that open an article of the older form."""
    return {at for at, line in enumerate(lines) if _COUNT.fullmatch(line)}


def begins(stretch: Sequence[Piece]) -> int | None:
    """Return where the article of *stretch* begins: at its count, at its title, or below the cover of the file."""
    layout = _layout(stretch)
    return layout.begin if layout else None


def _layout(pieces: Sequence[Piece]) -> _Layout | None:
    """Return where the parts of the article in *pieces* stand; None where its head is not that of one."""
    is_old = bool(pieces) and _COUNT.fullmatch(pieces[0].text) is not None
    if not is_old and not (pieces and _END.fullmatch(pieces[-1].text)):
        return None
    body = next((at for at, piece in enumerate(pieces) if piece.text.casefold() in _BODY), None)
    cover = max((at for at, piece in enumerate(pieces[:body]) if _COVER.fullmatch(piece.text)), default=-1)
    head = range(max(cover + 1, 1), _head_end(pieces, cover) if body is None else body)
    days = [at for at in head if not _is_field(pieces[at]) and day_in(pieces[at].text)]
    if not days:
        return None
    # In the newer form the title, which may name a day too, stands above the day; in the older one below it.
    day = days[0] if is_old else days[-1]
    near = range(day + 1, min(body or len(pieces), day + 1 + _LONGEST_HEAD))
    fields = next((at for at in near if _is_field(pieces[at])), body)
    if fields is None or not (is_old or body or _is_length(pieces, fields)):
        return None
    text = body + 1 if body is not None else _run(pieces, fields)
    # Below a cover the title is the second line above the day: the outlet stands between.
    begin = max(day - 2, 0) if cover >= 0 or (not is_old and day > _LONGEST_HEAD) else 0
    return _Layout(is_old, begin, day, fields, text, _below(pieces, text))


def _head_end(pieces: Sequence[Piece], cover: int) -> int:
    """Return where the head of an article that has no line above its text ends: at its first field."""
    fields = (at for at in range(cover + 2, len(pieces)) if _is_field(pieces[at]))
    return next(fields, min(len(pieces), _LONGEST_HEAD))


def _is_length(pieces: Sequence[Piece], fields: int) -> bool:
    """Tell whether one of the fields that begin here says how long the article is: every article has that."""
    return any(_name(piece).casefold() in _LENGTHS for piece in pieces[fields : _run(pieces, fields)])


def _name(piece: Piece) -> str:
    found = _FIELD.match(piece.text)
    return found["name"] if found else ""


def _is_field(piece: Piece) -> bool:
    """Tell whether a line is a field of a head; the names begin with a capital in both forms."""
    name = _name(piece)
    return name[:1].isupper() and name.casefold() in _AT_HEAD


def _run(pieces: Sequence[Piece], start: int) -> int:
    """Return where the fields that begin at *start* end, lines on which they go on included."""
    spaced = any(piece.gap for piece in pieces)
    at = start
    while at < len(pieces) and (_is_field(pieces[at]) or (spaced and not pieces[at].gap and at > start)):
        at += 1
    return at


def _below(pieces: Sequence[Piece], text: int) -> int:
    """Return where what stands below the text begins: fields, notes of rights and the mark of the end."""
    spaced = any(piece.gap for piece in pieces)
    below = at = len(pieces)
    while at > text:
        at -= 1
        if _is_below(pieces[at], is_last=at == len(pieces) - 2):
            below = at
        elif not (spaced and not pieces[at].gap):  # a line on which a field may go on
            break
    classes = [at for at in range(text, len(pieces)) if pieces[at].text.casefold() == _CLASSIFICATION]
    if classes and all(_name(piece) or _is_below(piece) for piece in pieces[classes[-1] + 1 :]):
        return min(below, classes[-1])
    return below


def _is_below(piece: Piece, *, is_last: bool = False) -> bool:
    """Tell whether a line stands below texts: also a field of any name, if it is the *last* before the end and says a day."""
    if _END.fullmatch(piece.text) or is_rights(piece.text) or piece.text.casefold() == _CLASSIFICATION:
        return True
    name = _name(piece)
    dated = is_last and bool(day_in(piece.text.partition(":")[2].strip()))
    return name[:1].isupper() and (name.casefold() in _BELOW or dated)


def tell(pieces: Sequence[Piece]) -> Told:
    """Return what the archive says of each piece of an article, and of the article."""
    layout = _layout(pieces)
    if layout is None:  # a form of which a later version knows less
        return Told(tuple(map(as_text, pieces)))
    used = _used([*pieces[layout.fields : layout.text], *pieces[layout.below :]])
    language = language_in(used.get("language", ""))
    spoken = (
        language
        or detect_language(" ".join(piece.text for piece in pieces[layout.text : layout.below]))
        or ""
    )
    titles, outlet = _title(pieces, layout)
    title = " ".join(pieces[at].text for at in titles if at == titles[0] or _goes_on(pieces, at, layout))
    stated = {
        "title": "" if _NO_TITLE.fullmatch(title) else title,
        "outlet": pieces[outlet].text if outlet is not None else "",
        "date": day_in(pieces[layout.day].text, [spoken] if spoken else ()),
        "authors": names_in(used.get("byline", ""), spoken),
    }
    if language:
        stated["language"] = language
    return Told(tuple(_told(pieces, layout, titles)), stated)


def _title(pieces: Sequence[Piece], layout: _Layout) -> tuple[list[int], int | None]:
    """Return the lines of the title, and that of the outlet, which stands right above the day."""
    above = [
        at
        for at in range(layout.begin, layout.day)
        if not (is_rights(pieces[at].text) or _COUNT.fullmatch(pieces[at].text))
    ]
    outlet = above[-1] if above else None
    if not layout.is_old:
        return above[:-1], outlet
    # An edition follows the day without an empty line.
    spaced = any(piece.gap for piece in pieces)
    below = [at for at in range(layout.day + 1, layout.fields) if not is_rights(pieces[at].text)]
    while below and (
        (spaced and not pieces[below[0]].gap) or (below[1:] and _EDITION.fullmatch(pieces[below[0]].text))
    ):
        del below[0]
    return below, outlet


def _goes_on(pieces: Sequence[Piece], at: int, layout: _Layout) -> bool:
    """Tell whether a line of a title goes on from the one above, as in the older form, where lines are broken."""
    return layout.is_old and not pieces[at].gap and any(piece.gap for piece in pieces)


def _used(pieces: Sequence[Piece]) -> dict[str, str]:
    """Return what the fields among *pieces* say that are used; of several of one name the first counts."""
    found: dict[str, str] = {}
    for piece in pieces:
        if role := _USED.get(_name(piece).casefold()):
            found.setdefault(role, piece.text.partition(":")[2].strip())
    return found


def _told(pieces: Sequence[Piece], layout: _Layout, titles: Sequence[int]) -> Iterator[Piece]:
    graphic = next(
        (
            at
            for at in range(layout.below - 1, layout.text - 1, -1)
            if pieces[at].text.casefold() in _GRAPHICS
        ),
        layout.below,
    )
    for at, piece in enumerate(pieces):
        if layout.text <= at < layout.below:
            yield (
                as_text(piece)
                if at < graphic
                else marked(piece, BlockKind.CAPTION if at > graphic else BlockKind.NOTICE)
            )
        elif at in titles:
            is_title = at == titles[0] or _goes_on(pieces, at, layout)
            yield marked(piece, BlockKind.TITLE if is_title else BlockKind.LEAD)
        elif is_rights(piece.text):
            yield marked(piece, BlockKind.DISCLAIMER)
        elif at == layout.day:
            yield marked(piece, BlockKind.DATELINE)
        else:
            yield from _of_field(piece)


def _of_field(piece: Piece) -> Iterator[Piece]:
    """Yield a field: its name and its words apart, where these are the outlet's."""
    role = _USED.get(_name(piece).casefold())
    kind = {"highlight": BlockKind.LEAD, "graphic": BlockKind.CAPTION}.get(role or "")
    if kind:
        yield from field_of(piece, partial(marked, kind=kind))
    else:
        yield marked(piece, BlockKind.BYLINE if role == "byline" else BlockKind.NOTICE)
