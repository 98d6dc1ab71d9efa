"""Truncated: whether a text is only the opening that a paywall lets everybody see, and what speaks for it.

In: the blocks of a source, their shapes, and the flags that its reader raised. Out: the blocks, with the notices of a
paywall set aside, and the flag `truncated` or `paywalled` with what spoke for it. That a page has to be paid for says
nothing about what was saved of it: of fifteen pages that say so, fourteen were saved whole. A text is truncated

- if a line says how much of it is left to read;
- if it is short and ends at a line that asks to pay or log in for the rest;
- if the page says that it is not free, and its text breaks off within a sentence.

Below a line that says how much is left nothing is text: what stands there speaks of the page or of the paywall.
Where less speaks for it, the flag `paywalled` only asks to look. Either stands once, at the notice or where the text ends: a
person who looked there says so by a correction of that block (`correcting`).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from diwan.documents.lines.rules import BELOW_PAYWALL, PAYWALL, Rule
from diwan.documents.phrases.paywalls import asks_to_pay, says_how_much
from diwan.documents.shapes import SENTENCE_WIDTH, Shape
from diwan.documents.shortened import KINDS, PAYWALLED, TRUNCATED
from diwan.model.block import Block, BlockKind, Flag

#: Words of a text that may be an opening. What is shown for nothing are one to four paragraphs, 50 to 250 words; whole
#: texts on saved pages that ask to pay for them had 750 and 960.
_OPENING = 300
#: Blocks below the last sentence of the text in which a line that only asks to pay speaks of that text: it stands at the
#: first to the third; what stands at the ninth was over a whole text.
_BELOW = 6
#: Characters that a flag quotes of a notice, and of the end of a text.
_QUOTED, _END = 120, 40
_RUNNING = frozenset({BlockKind.PARAGRAPH, BlockKind.LEAD, BlockKind.QUOTATION})
#: Ends of a text within a sentence, beside letters and digits.
_GOES_ON = ",،、，;؛-–—"
_ELLIPSES = ("…", "...", "[…]", "[...]")


@dataclass(frozen=True, slots=True)
class Look:
    """What was found of a paywall: the blocks, and the flags of all the document."""

    blocks: tuple[Block, ...]
    flags: tuple[Flag, ...]


def look(blocks: Sequence[Block], shapes: Sequence[Shape], raised: Sequence[Flag]) -> Look:
    """Return *blocks*, notices of a paywall set aside, and the flags *raised* with what the text itself says of one."""
    sure = [shape.index for shape in shapes if says_how_much(shape)]
    asking = [index for index in _at_end(blocks, shapes, sure) if asks_to_pay(shapes[index])]
    notices = {*sure, *asking}
    why = dict.fromkeys(_below(blocks, shapes, sure), BELOW_PAYWALL) | dict.fromkeys(notices, PAYWALL)
    left = tuple(_aside(block, why[index]) if index in why else block for index, block in enumerate(blocks))
    stated = [flag for flag in raised if flag.kind in KINDS]
    others = tuple(flag for flag in raised if flag.kind not in KINDS)
    if not notices and not stated:
        return Look(left, others)
    words = sum(shape.length for shape, block in zip(shapes, left, strict=True) if block.kept)
    broken = _broken_end(left, shapes) if stated else None
    notice = min(sure or asking, default=None)
    known = any(flag.kind == TRUNCATED for flag in stated)
    proven = bool(sure) or known or broken is not None or (notice is not None and words < _OPENING)
    said = [] if notice is None else [f"“{blocks[notice].text[:_QUOTED]}”"]
    said += [flag.detail for flag in stated] + ([f"it ends “{_end_of(broken.text)}”"] if broken else [])
    kept = [block.line for block in left if block.kept]
    line = blocks[notice].line if notice is not None else max(kept, default=0)
    return Look(
        left, (*others, Flag(kind=TRUNCATED if proven else PAYWALLED, line=line, detail="; ".join(said)))
    )


def _at_end(blocks: Sequence[Block], shapes: Sequence[Shape], sure: Iterable[int]) -> range:
    """Return the places at which a text may end: the few below its last sentence that is no notice itself."""
    passed = frozenset(sure)
    kept = [index for index, block in enumerate(blocks) if block.kept and index not in passed]
    running = [index for index in kept if shapes[index].is_sentence] or kept
    last = next((index for index in reversed(running) if not asks_to_pay(shapes[index])), len(blocks))
    return range(last + 1, min(last + 1 + _BELOW, len(blocks)))


def _below(blocks: Sequence[Block], shapes: Sequence[Shape], sure: Sequence[int]) -> list[int]:
    """Return the places of what is kept below the line that says how much is left: a text that breaks off does not go on.

    Where as many words are kept below it as above, or more, it stands over a text, and none of them are meant.
    """
    if not sure:
        return []
    kept = [index for index, block in enumerate(blocks) if block.kept]
    below = [index for index in kept if index > sure[0]]
    words = sum(shapes[index].length for index in below)
    return below if words * 2 < sum(shapes[index].length for index in kept) else []


def _aside(block: Block, rule: Rule) -> Block:
    return replace(block, kind=rule.kind, kept=False, rule=rule.name, level=None, ordered=False, marker="")


def _broken_end(blocks: Sequence[Block], shapes: Sequence[Shape]) -> Block | None:
    """Return the last paragraph, if it is as wide as a sentence and ends within one, or with an ellipsis.

    One that ends with a bracket may name its agency there; in scripts without stops nobody can tell.
    """
    running = [(b, s) for b, s in zip(blocks, shapes, strict=True) if b.kept and b.kind in _RUNNING]
    if not running:
        return None
    block, shape = running[-1]
    if shape.width < SENTENCE_WIDTH or shape.is_narrow:
        return None
    within = block.text[-1].isalnum() or block.text[-1] in _GOES_ON
    return block if within or block.text.endswith(_ELLIPSES) else None


def _end_of(text: str) -> str:
    """Return the last words of *text*."""
    cut = text[-_END:]
    return text if len(text) <= _END else f"… {cut.partition(' ')[2] or cut}"
