"""Passages: kept blocks that stand on their own, each with an id that people cite and evidence points at."""

from dataclasses import dataclass

from diwan.model.block import PASSAGE_KINDS, Block
from diwan.model.pointer import checksum_of

#: Ids of passages of the article's own text begin with `p`; those of a digest with its language.
TEXT_PREFIX = "p"


@dataclass(frozen=True, slots=True)
class Passage:
    """A block with its permanent id and the checksum of its text."""

    id: str
    checksum: str
    block: Block


def number_passages(blocks: tuple[Block, ...], prefix: str) -> tuple[Passage, ...]:
    """Return the passages of *blocks* in order, numbered from 1 after *prefix*."""
    kept = [block for block in blocks if block.kept and block.kind in PASSAGE_KINDS]
    return tuple(
        Passage(f"{prefix}{number}", checksum_of(block.text), block)
        for number, block in enumerate(kept, start=1)
    )
