"""Passages: kept blocks that stand on their own, each with an id that people cite and evidence points at.

Ids are given once. Passages that were released keep theirs: those whose text is the same by checksum, those that
were corrected by likeness between their unchanged neighbours. A new passage between `p12` and `p13` becomes `p12a`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from string import ascii_lowercase

from diwan.model.block import PASSAGE_KINDS, Block
from diwan.model.ledger import LIVE, ReleasedPassage
from diwan.model.pointer import CHECKSUM_LENGTH, sha256_of_text
from diwan.text.sketch import distance, sketch_of

#: Ids of passages of the article's own text begin with `p`; those of a digest with its language.
TEXT_PREFIX = "p"
#: Bits of 64 by which the sketches of a passage and its corrected form may differ. Measured on the 130 passages of
#: the five core articles: with a tenth of the words changed, 95 of 100 stay within 18; of unrelated passages, fewer
#: than 1 in 100 come within 22, and only those between the same unchanged neighbours are compared.
LIKENESS_BITS = 18


@dataclass(frozen=True, slots=True)
class Passage:
    """A block with its permanent id and the SHA-256 of its text, white space folded."""

    id: str
    sha256: str
    block: Block

    @property
    def checksum(self) -> str:
        """The checksum as pointers write it."""
        return self.sha256[:CHECKSUM_LENGTH]


def number_passages(
    blocks: Iterable[Block], prefix: str, released: Sequence[ReleasedPassage] = ()
) -> tuple[Passage, ...]:
    """Return the passages of *blocks* in order; ids begin with *prefix*, released ones are given again."""
    kept = passages_among(blocks)
    hashes = [sha256_of_text(block.text) for block in kept]
    ids = _known_ids(kept, hashes, released) if released else [""] * len(kept)
    _name_the_rest(ids, prefix, {passage.id for passage in released})
    return tuple(
        Passage(ident, sha256, block) for ident, sha256, block in zip(ids, hashes, kept, strict=True)
    )


def passages_among(blocks: Iterable[Block]) -> list[Block]:
    """Return those of *blocks* that are passages."""
    return [block for block in blocks if block.kept and block.kind in PASSAGE_KINDS]


def _known_ids(
    kept: Sequence[Block],
    hashes: Sequence[str],
    released: Sequence[ReleasedPassage],
) -> list[str]:
    ids = [""] * len(kept)
    live = [passage for passage in released if passage.state == LIVE]
    hashes = _released_hashes(kept, hashes, {passage.sha256 for passage in live})
    matcher = SequenceMatcher(None, [passage.sha256 for passage in live], hashes, autojunk=False)
    for tag, old_start, old_end, new_start, new_end in matcher.get_opcodes():
        if tag == "equal":
            ids[new_start:new_end] = [passage.id for passage in live[old_start:old_end]]
        elif tag == "replace":
            _match_corrected(ids, kept, live[old_start:old_end], range(new_start, new_end))
    _match_moved(ids, hashes, live)
    return ids


def _released_hashes(kept: Sequence[Block], hashes: Sequence[str], released: set[str]) -> list[str]:
    """Return *hashes* with that of a released block for what was joined from it or split off it, once each."""
    known: list[str] = []
    for block, own in zip(kept, hashes, strict=True):
        free = (made for made in block.made_of if made in released and made not in known)
        known.append(own if own in released else next(free, own))
    return known


def _match_corrected(
    ids: list[str],
    kept: Sequence[Block],
    old: Sequence[ReleasedPassage],
    new: range,
) -> None:
    """Give the ids of *old* to those of the blocks *new* that are most like them, in order."""
    following = 0
    for number in new:
        made = sketch_of(kept[number].text)
        distances = [distance(made, passage.sketch) for passage in old[following:]]
        best = min(distances, default=LIKENESS_BITS + 1)
        if best <= LIKENESS_BITS:
            chosen = following + distances.index(best)
            ids[number] = old[chosen].id
            following = chosen + 1


def _match_moved(ids: list[str], hashes: Sequence[str], live: Sequence[ReleasedPassage]) -> None:
    """Give passages that moved elsewhere unchanged their ids."""
    taken = set(ids)
    free = {passage.sha256: passage.id for passage in live if passage.id not in taken}
    for number, sha256 in enumerate(hashes):
        if not ids[number] and sha256 in free:
            ids[number] = free.pop(sha256)


def _name_the_rest(ids: list[str], prefix: str, taken: set[str]) -> None:
    """Name new passages after the one before them (`p12a`), or on from the last number at the end."""
    last = max(
        (int("".join(filter(str.isdecimal, ident.removeprefix(prefix)))) for ident in taken), default=0
    )
    tail_from = max((number for number, ident in enumerate(ids) if ident), default=-1)
    for number, ident in enumerate(ids):
        if ident:
            continue
        before = ids[number - 1].rstrip(ascii_lowercase) if 0 < number <= tail_from else ""
        names = (f"{before}{letter}" for letter in ascii_lowercase) if before else ()
        ids[number] = next((name for name in names if name not in taken), "")
        if not ids[number]:
            last += 1
            ids[number] = f"{prefix}{last}"
        taken.add(ids[number])
