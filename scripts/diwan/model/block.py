"""Blocks and documents: what the converter recovers from a source."""

from dataclasses import dataclass, field, fields
from enum import StrEnum
from operator import attrgetter


class BlockKind(StrEnum):
    """What a block of a source is. The first group is kept; the second is set aside."""

    TITLE = "title"
    LEAD = "lead"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    QUOTATION = "quotation"
    CAPTION = "caption"
    TABLE = "table"

    PULL_QUOTE = "pull_quote"
    BYLINE = "byline"
    DATELINE = "dateline"
    AUTHOR_NOTE = "author_note"
    NOTICE = "notice"
    NAVIGATION = "navigation"
    PROMO = "promo"
    REPEATED_TITLE = "repeated_title"
    DISCLAIMER = "disclaimer"
    CONTACT = "contact"
    COMMENT = "comment"
    PICTURE = "picture"


#: Blocks that are text of the article. A pull quote or a repeated title says again what stands elsewhere, and
#: everything else speaks about the article or the site: set aside, and read for the facts it holds.
KEPT_KINDS = frozenset(
    {
        BlockKind.TITLE,
        BlockKind.LEAD,
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
        BlockKind.LIST_ITEM,
        BlockKind.QUOTATION,
        BlockKind.CAPTION,
        BlockKind.TABLE,
    }
)

#: Blocks that stand on their own as text and get a permanent id, if they are kept.
PASSAGE_KINDS = frozenset(
    {
        BlockKind.LEAD,
        BlockKind.PARAGRAPH,
        BlockKind.LIST_ITEM,
        BlockKind.QUOTATION,
        BlockKind.PULL_QUOTE,
        BlockKind.CAPTION,
        BlockKind.TABLE,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch of a source, kept as text of the article or set aside, with the rule that decided.

    `line` counts from 1 in the text the reader delivered; `level` is that of a heading (2 to 6; the title
    has 1) or the depth of a list item; `ordered` tells numbered lists from others. `text` is whole: `marker` is
    the start of it that only marks a list item (`1.`, `•`), for pages that draw marks of their own.
    `language` is set where the block is in another language than the document.
    """

    kind: BlockKind
    text: str
    line: int
    kept: bool
    rule: str
    level: int | None = None
    ordered: bool = False
    marker: str = ""
    language: str | None = None
    #: Why a person corrected it, in our words, if one did.
    reason: str = ""
    #: The SHA-256 of the blocks it was joined from or split off, so that passages keep their ids.
    made_of: tuple[str, ...] = ()

    def __reduce__(self) -> tuple[object, ...]:
        """Let blocks be packed and unpacked twice as fast as frozen dataclasses are, whose fields are looked up each time."""
        return _block, _values_of(self)


_FIELDS = tuple(field.name for field in fields(Block))
_values_of = attrgetter(*_FIELDS)
_setters = tuple(getattr(Block, name).__set__ for name in _FIELDS)


def _block(*values: object) -> Block:
    block = object.__new__(Block)
    for set_field, value in zip(_setters, values, strict=True):
        set_field(block, value)
    return block


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """How a source was read: enough to do it again and to see what was done."""

    sha256: str
    media_type: str
    encoding: str
    #: Between 0 and 1; 1 where a byte order mark, a declaration or strict UTF-8 left no doubt.
    encoding_confidence: float
    #: Name and version of the reader, and of the library it used if any.
    reader: str
    #: Bytes of the source.
    size: int = 0
    #: Of an article that was cut out of a file of a press archive: which article of which file.
    cut_from: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """Something in a source that readers and keepers should know: `kind` names an entry of the table of flags."""

    kind: str
    line: int = 0
    #: The characters or words that raised it, as they can safely be shown.
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What the converter recovered from a source: every word of it, in blocks, in order."""

    title: str | None
    date: str | None
    authors: tuple[str, ...]
    outlet: str | None
    language: str | None
    blocks: tuple[Block, ...]
    provenance: Provenance
    #: The address of the page, where the source says it.
    url: str | None = None
    #: Where each fact above was found (`title`, `date`, …): the rule or the element of the page.
    found: dict[str, str] = field(default_factory=dict)
    flags: tuple[Flag, ...] = ()

    @property
    def kept(self) -> tuple[Block, ...]:
        """The blocks that are text of the article."""
        return tuple(block for block in self.blocks if block.kept)

    @property
    def set_aside(self) -> tuple[Block, ...]:
        """The blocks that are not, each with the rule that says why."""
        return tuple(block for block in self.blocks if not block.kept)
