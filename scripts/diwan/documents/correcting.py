"""Correcting: what people say of single blocks takes the place of what the converter thought.

In: a document, and corrections that name its blocks by checksum. Out: the document corrected, and a problem for each
correction whose block is not there any more. Blocks keep their words: joined, split, kept or dropped, each word of the
source is still in one of them. Passages keep their ids: a block that was joined or split remembers what it was made of.
"""

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from diwan.documents.shortened import KINDS
from diwan.model.block import KEPT_KINDS, Block, BlockKind, Document
from diwan.model.correction import Correction, block_name
from diwan.model.pointer import sha256_of_text
from diwan.problems import Location, Outcome, Problem
from diwan.text.words import words_of

#: The rule of blocks that a person corrected.
RULE = "corrected"


@dataclass(frozen=True, slots=True)
class Placed:
    """A correction, and where a part of it is written."""

    correction: Correction
    where: Callable[..., Location]


@dataclass
class _Orders:
    """What is to be done to one block."""

    kind: BlockKind | None = None
    level: int | None = None
    kept: bool | None = None
    joins: bool = False
    cuts: tuple[int, ...] = ()
    reasons: list[str] = field(default_factory=list)


def correct(document: Document, corrections: Iterable[Placed]) -> Outcome[Document]:
    """Return *document* corrected, and what could not be.

    A correction may name a block that others made of those read: what is not there is looked for again once they are done.
    """
    corrected, left = document, [*corrections]
    problems: list[Problem] = []
    while True:
        found = [(placed, _index_of(placed.correction, corrected.blocks)) for placed in left]
        there = [(placed, index) for placed, index in found if index is not None]
        if not there:
            break
        done = _corrected_once(corrected, there)
        corrected, left = done.value, [placed for placed, index in found if index is None]
        problems += done.problems
    problems += [_problem(placed, _not_there(placed.correction, corrected.blocks)) for placed in left]
    return Outcome(_with_title(corrected, document), tuple(problems))


def _corrected_once(document: Document, there: Sequence[tuple[Placed, int]]) -> Outcome[Document]:
    """Return *document* with the corrections of blocks that are *there*, each with the number of its block."""
    orders: dict[int, _Orders] = {}
    problems: list[Problem] = []
    joined = {index + 1 for placed, index in there if placed.correction.join}
    for placed, index in there:
        fault = _fault_of(placed.correction, index, document.blocks, joined)
        if fault := fault or _contradiction(placed.correction, document.blocks[index], orders.get(index)):
            problems.append(_problem(placed, fault))
        else:
            _note(orders.setdefault(index, _Orders()), placed.correction)
    if not orders:
        return Outcome(document, tuple(problems))
    blocks = tuple(_corrected(document.blocks, orders))
    # Whoever keeps or drops the block at which a text seems to be cut short has looked whether it is.
    looked = {document.blocks[index].line for index, order in orders.items() if order.kept is not None}
    flags = tuple(flag for flag in document.flags if flag.kind not in KINDS or flag.line not in looked)
    return Outcome(replace(document, blocks=blocks, flags=flags), tuple(problems))


def _index_of(correction: Correction, blocks: Sequence[Block]) -> int | None:
    """Return which block is meant: of those with the checksum, the one nearest to the line."""
    same = [
        number
        for number, block in enumerate(blocks)
        if sha256_of_text(block.text).startswith(correction.checksum)
    ]
    return min(same, key=lambda number: abs(blocks[number].line - correction.line), default=None)


@dataclass(frozen=True, slots=True)
class _Fault:
    """Why a correction cannot be made: the part of it that is wrong, what is, and how to mend it."""

    part: str
    message: str
    mend: str


def _problem(placed: Placed, fault: _Fault) -> Problem:
    return Problem("correction-broken", placed.where(fault.part), fault.message, fault.mend)


def _not_there(correction: Correction, blocks: Sequence[Block]) -> _Fault:
    near = min(blocks, key=lambda block: abs(block.line - correction.line), default=None)
    what = f"the block nearest to that line is {block_name(near.line, near.text)}; " if near else ""
    return _Fault("block", f"there is no block {correction.block}", f"{what}`diwan show` lists all blocks")


def _fault_of(
    correction: Correction, index: int, blocks: Sequence[Block], joined: Container[int]
) -> _Fault | None:
    """Return why one of *blocks* cannot be corrected so, when others are *joined* to those before them."""
    if correction.join:
        last = index + 1 == len(blocks)
        return (
            _Fault("join", "the last block has none after it", "take this correction out") if last else None
        )
    if index in joined:
        mend = "correct the block that they become, by the name that `diwan show` prints for it"
        return _Fault("block", "another correction joins this block to the one before it", mend)
    return _fault_of_split(correction.split, blocks[index].text)


def _fault_of_split(cuts: Sequence[int], text: str) -> _Fault | None:
    if any(cut >= len(text) for cut in cuts) or list(cuts) != sorted(set(cuts)):
        message = f"the block has {len(text)} characters; it cannot be split at {', '.join(map(str, cuts))}"
        return _Fault("split", message, "count from its start, in ascending order")
    if inside := next((cut for cut in cuts if _cuts_a_word(text, cut)), None):
        around = f"{text[max(inside - 8, 0) : inside]}|{text[inside : inside + 8]}"
        start = next(cut for cut in range(inside, -1, -1) if not _cuts_a_word(text, cut))
        end = next(cut for cut in range(inside, len(text) + 1) if not _cuts_a_word(text, cut))
        mend = f"write {start}, where that word begins, or {end}, where it ends"
        return _Fault("split", f"at {inside} it would cut a word: …{around}…", mend)
    return None


def _contradiction(correction: Correction, block: Block, noted: _Orders | None) -> _Fault | None:
    """Return why a correction does not go with those *noted* for the block."""
    noted = noted or _Orders()
    if correction.level and BlockKind.HEADING not in (correction.kind, noted.kind or block.kind):
        message = f"only headings have a level, and the block is a {block.kind.value}"
        return _Fault("level", message, "say `kind: heading` too, or take the level out")
    for part, before in (("kind", noted.kind), ("level", noted.level), ("split", noted.cuts)):
        if before and getattr(correction, part):
            return _Fault(part, "the block has a correction of this sort already", "leave one of the two")
    kept = correction.keep is not None if correction.keep or correction.drop else None
    if None not in (kept, noted.kept):
        return _Fault(
            "keep" if kept else "drop", "another correction keeps or drops the block", "leave one of the two"
        )
    return None


def _cuts_a_word(text: str, cut: int) -> bool:
    """Whether the words of the parts are others than those of *text*: no word of a source may change."""
    return [*words_of(text[:cut]), *words_of(text[cut:])] != words_of(text)


def _note(orders: _Orders, correction: Correction) -> None:
    orders.kind = correction.kind or orders.kind
    orders.level = correction.level or orders.level
    orders.joins = orders.joins or correction.join is not None
    orders.cuts = correction.split or orders.cuts
    if correction.keep or correction.drop:
        orders.kept = correction.keep is not None
    orders.reasons.append(" ".join(correction.reason.split()))


def _corrected(blocks: Sequence[Block], orders: dict[int, _Orders]) -> Iterator[Block]:
    number = 0
    while number < len(blocks):
        here, block = orders.get(number), blocks[number]
        while here and here.joins and number + 1 < len(blocks):
            number += 1
            made_of = (*_made_of(block), *_made_of(blocks[number]))
            block = replace(block, text=f"{block.text} {blocks[number].text}", made_of=made_of)
            following = orders.get(number)
            here = replace(here, joins=following is not None and following.joins)
        number += 1
        if here is None:
            yield block
        else:
            yield from _parts(_set_right(block, here), here.cuts)


def _made_of(block: Block) -> tuple[str, ...]:
    return block.made_of or (sha256_of_text(block.text),)


def _set_right(block: Block, orders: _Orders) -> Block:
    kind = orders.kind or block.kind
    if orders.kept and kind not in KEPT_KINDS:
        kind = BlockKind.PARAGRAPH
    kept = orders.kept if orders.kept is not None else kind in KEPT_KINDS
    level = orders.level or (block.level if kind is block.kind else None)
    if kind is BlockKind.HEADING:
        level = level or 2
    elif kind is BlockKind.TITLE:
        level = 1
    reasons = [block.reason or "", *orders.reasons] if block.rule == RULE else orders.reasons
    return replace(
        block, kind=kind, kept=kept, level=level, rule=RULE, reason=" ".join(filter(None, reasons))
    )


def _parts(block: Block, cuts: Sequence[int]) -> Iterator[Block]:
    """Yield *block* cut at *cuts*."""
    if not cuts:
        yield block
        return
    made_of = _made_of(block)
    for start, end in zip((0, *cuts), (*cuts, len(block.text)), strict=True):
        text = block.text[start:end].strip()
        if text:
            yield replace(block, text=text, made_of=made_of, marker=block.marker if start == 0 else "")


def _with_title(corrected: Document, former: Document) -> Document:
    """Return *corrected* with the title that its blocks now say, if a correction bears on it."""
    titles = [
        [
            (block.text, block.rule)
            for block in document.blocks
            if block.kind is BlockKind.TITLE and block.kept
        ]
        for document in (former, corrected)
    ]
    if titles[0] == titles[1]:
        return corrected
    title = titles[1][0][0] if titles[1] else None
    found = {fact: rule for fact, rule in corrected.found.items() if fact != "title"}
    return replace(corrected, title=title, found=found | ({"title": RULE} if title else {}))
