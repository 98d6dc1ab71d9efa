"""Correcting: what people say of single blocks takes the place of what the converter thought.

In: a document, and corrections that name its blocks by checksum. Out: the document corrected, and a problem for each
correction whose block is not there any more. Blocks keep their words: joined, split, kept or dropped, each word of the
source is still in one of them. Passages keep their ids: a block that was joined or split remembers what it was made of.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
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
    """Return *document* corrected, and what could not be."""
    orders: dict[int, _Orders] = {}
    problems: list[Problem] = []
    for placed in corrections:
        index = _index_of(placed.correction, document.blocks)
        problem = _refused(placed, index, document.blocks, orders.get(index) if index is not None else None)
        if problem or index is None:
            problems += [problem] if problem else []
        else:
            _note(orders.setdefault(index, _Orders()), placed.correction)
    if not orders:
        return Outcome(document, tuple(problems))
    blocks = tuple(_corrected(document.blocks, orders))
    # Whoever keeps or drops the block at which a text seems to be cut short has looked whether it is.
    looked = {document.blocks[index].line for index, order in orders.items() if order.kept is not None}
    flags = tuple(flag for flag in document.flags if flag.kind not in KINDS or flag.line not in looked)
    corrected = replace(document, blocks=blocks, flags=flags)
    return Outcome(_with_title(corrected, document), tuple(problems))


def _index_of(correction: Correction, blocks: Sequence[Block]) -> int | None:
    """Return which block is meant: of those with the checksum, the one nearest to the line."""
    same = [
        number
        for number, block in enumerate(blocks)
        if sha256_of_text(block.text).startswith(correction.checksum)
    ]
    return min(same, key=lambda number: abs(blocks[number].line - correction.line), default=None)


def _refused(
    placed: Placed, index: int | None, blocks: Sequence[Block], noted: _Orders | None
) -> Problem | None:
    correction = placed.correction
    fault: _Fault | None
    if index is None:
        near = min(blocks, key=lambda block: abs(block.line - correction.line), default=None)
        what = f"the block nearest to that line is {block_name(near.line, near.text)}" if near else ""
        fault = _Fault(
            "block", f"there is no block {correction.block}", f"{what}; `diwan show` lists all blocks"
        )
    elif correction.join and index + 1 == len(blocks):
        fault = _Fault("join", "the last block has none after it", "take this correction out")
    else:
        fault = _fault_of(correction, blocks[index], noted or _Orders())
    if fault is None:
        return None
    return Problem("correction-broken", placed.where(fault.part), fault.message, fault.mend)


@dataclass(frozen=True, slots=True)
class _Fault:
    """Why a correction cannot be made: the part of it that is wrong, what is, and how to mend it."""

    part: str
    message: str
    mend: str


def _fault_of(correction: Correction, block: Block, noted: _Orders) -> _Fault | None:
    cuts, length = correction.split, len(block.text)
    if any(cut >= length for cut in cuts) or list(cuts) != sorted(set(cuts)):
        message = f"the block has {length} characters; it cannot be split at {', '.join(map(str, cuts))}"
        return _Fault("split", message, "count from its start, in ascending order")
    if inside := next((cut for cut in cuts if _cuts_a_word(block.text, cut)), None):
        around = f"{block.text[max(inside - 8, 0) : inside]}|{block.text[inside : inside + 8]}"
        return _Fault(
            "split", f"at {inside} it would cut a word: …{around}…", "count to the first letter of a word"
        )
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
        made_of: list[str] = []
        while here and here.joins and number + 1 < len(blocks):
            made_of = made_of or [sha256_of_text(block.text)]
            number += 1
            made_of.append(sha256_of_text(blocks[number].text))
            block = replace(block, text=f"{block.text} {blocks[number].text}")
            following = orders.get(number)
            here = replace(here, joins=following is not None and following.joins)
        number += 1
        if here is None:
            yield block
        else:
            yield from _parts(_set_right(block, here, tuple(made_of)), here.cuts)


def _set_right(block: Block, orders: _Orders, made_of: tuple[str, ...]) -> Block:
    kind = orders.kind or block.kind
    if orders.kept and kind not in KEPT_KINDS:
        kind = BlockKind.PARAGRAPH
    kept = orders.kept if orders.kept is not None else kind in KEPT_KINDS
    level = orders.level or (block.level if kind is block.kind else None)
    if kind is BlockKind.HEADING:
        level = level or 2
    elif kind is BlockKind.TITLE:
        level = 1
    return replace(
        block, kind=kind, kept=kept, level=level, rule=RULE, reason=" ".join(orders.reasons), made_of=made_of
    )


def _parts(block: Block, cuts: Sequence[int]) -> Iterator[Block]:
    """Yield *block* cut at *cuts*."""
    if not cuts:
        yield block
        return
    made_of = block.made_of or (sha256_of_text(block.text),)
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
