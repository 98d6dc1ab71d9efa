"""Pieces: what every reader delivers, before anything is judged.

A reader turns the bytes of one format into pieces of text in reading order, each with the little that the format
itself says about it. `documents.structure` makes each piece one block, with its text unchanged: the words of the
pieces are the words of the document, in order.
"""

from dataclasses import dataclass, field

from diwan.model.block import BlockKind, Flag, Provenance


# Made for every line: a frozen one takes four times as long to make.
@dataclass(slots=True)
class Piece:
    """A stretch of text that belongs together: a line, a paragraph, a row of a list."""

    text: str
    #: Counted from 1 in the text the reader delivered.
    line: int
    #: Empty lines before it.
    gap: int = 0
    #: Columns by which its first line is set in.
    indent: int = 0
    #: What the format itself says the piece is, where it has marks for that; None in plain text.
    kind: BlockKind | None = None
    #: Its level as a heading or item of a list. Of what has no kind: as the heading that it is, if kept, by its letters; 0
    #: where they are those of the text; None where nothing is known of letters.
    level: int | None = None
    #: Whether it is an item of a list that counts.
    ordered: bool = False
    #: The rule that says so, where it is another than that the format marks it.
    rule: str = "format"
    #: Whether all of it is a link, where its reader tells.
    linked: bool = False


#: The rule of paragraphs that a reader put together from what was said: they are text, though no stop may end them.
SPEECH = "speech"
#: The rule of marks that say when a message was sent, and by whom: it is not who wrote the article, nor its day.
MESSAGE = "mark-of-a-message"
#: Where a day stands that may be that of the article or that on which its file was made.
OF_FILE = "of-the-file"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a reader made of a source."""

    pieces: tuple[Piece, ...]
    provenance: Provenance
    flags: tuple[Flag, ...] = ()
    #: Whether it may be a page with all that surrounds its article, told apart by nothing but its lines: what somebody
    #: saved as text, or printed.
    is_page: bool = False
    #: Facts that the format itself states: `title`, `date`, `authors` (joined by `; `), `outlet`, `language`, `url`.
    #: One that is empty was looked for and is not stated.
    stated: dict[str, str] = field(default_factory=dict)
    #: Where in the source each of them stands, if the format has several places for it.
    found: dict[str, str] = field(default_factory=dict)
