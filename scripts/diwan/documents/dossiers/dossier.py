"""Dossiers: the reading of a file is taken apart where a press archive marks the end of an article.

In: what a reader made of a file. Out: its articles as cuttings, and what stands in none of them: covers, lists of contents,
edges of pages. Each piece of the reading is in exactly one of these. Steps: cut where any archive's mark opens or closes an
article; of each stretch see where its article begins, by the head that each archive gives to one. A stretch with a mark and
without such a head goes to the article before it, which quotes the mark.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from diwan.documents.dossiers.archives import ARCHIVES
from diwan.documents.dossiers.cutting import Cutting
from diwan.documents.pieces import Piece, Reading
from diwan.model.block import BlockKind

#: Rules of pieces that a reader put behind the text, from wherever on the pages they stand.
_EDGES = frozenset({"running-head"})
#: The form in which the end of an article cannot be told from the foot of a page.
_PDF = "application/pdf"


@dataclass(frozen=True, slots=True)
class Dossier:
    """A file of a press archive, taken apart."""

    cuttings: tuple[Cutting, ...]
    #: What stands in no article.
    aside: tuple[Piece, ...]
    #: What ends like an article and does not begin like one, and stands with the article before it, or aside.
    headless: tuple[Piece, ...]


def seems_one(reading: Reading) -> bool:
    """Tell whether a file that was not taken apart holds marks of an archive within its lines or at the edges of its pages.

    In a PDF lines run together, and what stands last on several pages is taken for their foot.
    """
    if reading.provenance.cut_from:
        return False
    ends = [
        " ".join(piece.text.rsplit(maxsplit=words)[-words:]) for piece in reading.pieces for words in (2, 3)
    ]
    return any(archive.closes(ends) for archive in ARCHIVES.values())


@dataclass(slots=True)
class _Apart:
    articles: list[tuple[str, list[Piece]]] = field(default_factory=list)
    aside: list[Piece] = field(default_factory=list)
    headless: list[Piece] = field(default_factory=list)


def dossier_of(reading: Reading) -> Dossier | None:
    """Return *reading* taken apart; None where it has no article that an archive marks."""
    if reading.provenance.cut_from:
        return None  # a cutting is no dossier
    if reading.provenance.media_type == _PDF:
        return (
            None  # what stands last on its pages is taken for their foot, and so may be the end of an article
        )
    whole = list(reading.pieces)
    for parted in filter(None, (archive.parted for archive in ARCHIVES.values())):
        whole = [part for piece in whole for part in parted(piece)]
    pieces = [piece for piece in whole if not _is_edge(piece)]
    lines = [piece.text for piece in pieces]
    opened = set().union(*(archive.opens(lines) for archive in ARCHIVES.values()))
    closed = {at + 1 for archive in ARCHIVES.values() for at in archive.closes(lines)}
    if not opened | closed:
        return None
    apart = _Apart()
    for start, end in pairwise(sorted({0, *opened, *closed, len(pieces)})):
        _take(pieces[start:end], apart, is_marked=start in opened or end in closed)
    if not apart.articles:
        return None
    apart.aside += filter(_is_edge, whole)
    return Dossier(tuple(_cuttings(apart.articles, reading)), tuple(apart.aside), tuple(apart.headless))


def _is_edge(piece: Piece) -> bool:
    return piece.kind is BlockKind.NAVIGATION and piece.rule in _EDGES


def _take(stretch: Sequence[Piece], apart: _Apart, *, is_marked: bool) -> None:
    """Take in what stands between two cuts; *is_marked* tells whether a mark of an article is at one of its ends."""
    for name, archive in ARCHIVES.items():
        begin = archive.begins(stretch)
        if begin is not None:
            apart.aside += stretch[:begin]
            apart.articles.append((name, [*stretch[begin:]]))
            return
    if not is_marked:
        apart.aside += stretch
        return
    apart.headless += stretch
    into = apart.articles[-1][1] if apart.articles else apart.aside
    into += stretch


def _cuttings(articles: Sequence[tuple[str, list[Piece]]], reading: Reading) -> Iterable[Cutting]:
    provenance = reading.provenance
    for number, (name, pieces) in enumerate(articles, start=1):
        lines = {piece.line for piece in pieces} | {0}
        yield Cutting(
            archive=name, dossier=provenance.sha256, number=number, count=len(articles),
            media_type=provenance.media_type, encoding=provenance.encoding,
            encoding_confidence=provenance.encoding_confidence,
            flags=tuple(flag for flag in reading.flags if flag.line in lines), pieces=tuple(pieces),
        )  # fmt: skip
