"""Archives: the press archives whose marks are known, in one table.

Adding an archive is a module with a few functions, a row here, and a golden case. Only what the archive itself prints is a
mark: where nothing of it stands, a file is one source, as it was saved.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from diwan.documents.dossiers import calibre, factiva, nexis, proquest
from diwan.documents.dossiers.lines import Told
from diwan.documents.pieces import Piece


@dataclass(frozen=True, slots=True)
class Archive:
    """A press archive, and how it marks the articles of a file."""

    name: str
    #: The lines of a file that open an article, and those that close one.
    opens: Callable[[Sequence[str]], set[int]]
    closes: Callable[[Sequence[str]], set[int]]
    #: The piece with which the article begins in a stretch between two cuts; None where there is none.
    begins: Callable[[Sequence[Piece]], int | None]
    #: What the archive says of each piece of an article, and of the article.
    tell: Callable[[Sequence[Piece]], Told]
    #: What stands in a piece, as pieces: a reader may deliver a whole table of fields as one.
    parted: Callable[[Piece], Sequence[Piece]] | None = None


ARCHIVES = {
    archive.name: archive
    for archive in (
        Archive("Nexis", nexis.opens, nexis.closes, nexis.begins, nexis.tell),
        Archive("Factiva", lambda _: set(), factiva.closes, factiva.begins, factiva.tell, factiva.rows_of),
        Archive("ProQuest", lambda _: set(), proquest.closes, proquest.begins, proquest.tell),
        Archive("Calibre", lambda _: set(), calibre.closes, calibre.begins, calibre.tell),
    )
}
