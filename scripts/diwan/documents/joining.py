"""Paragraphs again from lines that were broken at a width (`wrapped`).

In: the lines of a text in runs, without empty ones between. Out: the same, each paragraph one piece. No word is lost: what
goes are the line ends, and within a paragraph the marks of quoted mail. A paragraph begins where the line above had room
for the next word, at an indent, at the mark of an item, and at a row of a table or a line without words.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, groupby, pairwise

from diwan.documents.pieces import Piece
from diwan.documents.shapes import NARROW
from diwan.documents.wrapped import ROW, Pair, Width, pair_of, screen_of, width_of
from diwan.text.words import UNSPACED

#: The marks of a mail before what it quotes.
_QUOTES = re.compile(r"(?:>[ ]?)*")
#: Columns of one of them, with its space.
_MARKS = 2
#: What begins an item of a list.
_MARK = re.compile(r"^(?:[-–—*+•●▪◦·]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s+")
#: Lines of a run that may be broken at a width of its own, as a text within a text is.
_FEWEST_ALONE = 4
#: Share of the width from which a line that ends before a small letter was broken by hand, and goes on.
_BY_HAND = 2 / 3
#: Lines that end early in the middle of a sentence, to one that is full, from which a run is a poem, a list or an address.
_EARLY = 2
#: A word that a hyphen breaks, or joins to another. Behind the one in *import- and export* a space was written.
_HYPHENATED = re.compile(r"[^\W_][-\u2010]$")
SUSPENDED = re.compile(
    r"(?:and|or|to|und|oder|bis|sowie|bzw|wie|als|zu|en|of|och|eller|og|ja|tai|et|ou|e|o|y|i|lub|oraz|és|vagy|ve|и|или|та|або)\b"
)
#: Chinese and Japanese, with their signs: beside one no space stands, nor beside a quotation mark next to one. Between other
#: words that are not spaced none does.
_WIDE = re.compile(
    "[\u3001-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]"
)
_UNSPACED = re.compile(f"[{UNSPACED}]")


@dataclass(slots=True)
class _Part:
    """Lines of a run that are quoted as often: as they stand, and without the marks that say so."""

    depth: int
    given: list[Piece]
    lines: list[Piece]


def joined(runs: Sequence[list[Piece]], *, by_browser: bool = False) -> Iterable[list[Piece]]:
    """Return the lines of *runs*, each paragraph that was broken at a width as one; *by_browser* says that a program broke all of them."""
    if all(len(run) == 1 for run in runs):
        return runs
    if by_browser and (screen := screen_of(runs)):
        return chain.from_iterable(_of_lines(run, run, screen) for run in runs)
    parts = [part for run in runs for part in _parts(run)]
    widths = {
        depth: width_of([part.lines for part in parts if part.depth == depth])
        for depth in {part.depth for part in parts}
    }
    if not any(widths.values()):
        return runs
    usual = next(filter(None, (widths[depth] for depth in sorted(widths))))
    return (lines for part in parts for lines in _of_part(part, _likely(part, widths[part.depth], usual)))


def _likely(part: _Part, own: Width | None, usual: Width) -> list[Width]:
    """Return the widths of lines quoted as often, the likeliest first: marks are set before lines, or lines broken with them."""
    if own:
        return [own]
    return [usual, replace(usual, most=usual.most - _MARKS * part.depth)]


def _parts(run: list[Piece]) -> Iterator[_Part]:
    for depth, group in groupby(run, key=lambda line: _QUOTES.match(line.text)[0].count(">")):  # type: ignore[index]
        lines = list(group)
        yield _Part(depth, lines, [_unquoted(line) for line in lines] if depth else lines)


def _unquoted(line: Piece) -> Piece:
    rest = line.text[_QUOTES.match(line.text).end() :]  # type: ignore[union-attr]
    return replace(line, text=rest.lstrip(), indent=len(rest) - len(rest.lstrip()))


def _of_part(part: _Part, likely: list[Width]) -> Iterator[list[Piece]]:
    """Yield the paragraphs of a part, and the lines between them.

    Of one that is no prose as a whole, such as a head with the text right below it, only what goes on with a small letter is joined.
    """
    width = _fitting(part.lines, likely)
    yield from _of_lines(part.given, part.lines, width or likely[0], mixed=width is None)


def _of_lines(
    given: list[Piece], unquoted: list[Piece], width: Width, *, mixed: bool = False
) -> Iterator[list[Piece]]:
    """Yield paragraphs one by one, and the lines between them together; the lines as *given*, and without marks of quotations."""
    between: list[Piece] = []
    gap = at = 0
    for lines in _paragraphs(unquoted, width, mixed=mixed):
        first = given[at]
        at += len(lines)
        if not lines[0].text:
            gap = 1
            continue
        whole = replace(first, text=_text_of(first, lines, width), gap=max(first.gap, gap))
        gap = 0
        if len(lines) == 1:
            between.append(whole)
            continue
        if between:
            yield between
        yield [replace(whole, indent=min(line.indent for line in lines))]
        between = []
    if between:
        yield between


def _fitting(lines: list[Piece], likely: list[Width]) -> Width | None:
    """Return the width at which these lines are broken: one that is likely, else one of their own, else None."""
    for width in likely if len(lines) > 1 else ():
        if _is_prose(lines, width):
            return width
    own = width_of([lines]) if len(lines) >= _FEWEST_ALONE else None
    return own if own and _is_prose(lines, own) else None


def _is_prose(lines: list[Piece], width: Width) -> bool:
    pairs = [pair for pair in _pairs(lines, width) if pair]
    full = sum(map(width.fills, pairs))
    return sum(not (pair.stops or width.fills(pair)) for pair in pairs) <= _EARLY * full


def _pairs(lines: list[Piece], width: Width) -> list[Pair | None]:
    return [
        pair_of(line, after, wide=width.wide, at_spaces=width.at_spaces) for line, after in pairwise(lines)
    ]


def _paragraphs(lines: list[Piece], width: Width, *, mixed: bool) -> Iterator[list[Piece]]:
    """Yield the lines by paragraphs; among *mixed* lines only a small letter begins to go on with one."""
    begins = _indents(lines, width)
    group = [lines[0]]
    for pair, after in zip(_pairs(lines, width), lines[1:], strict=True):
        if mixed:
            full = pair and width.fills(pair) and not pair.stops and (not pair.capital or len(group) > 1)
        else:
            full = pair and (width.fills(pair) or _is_by_hand(pair, width))
        is_row = _is_row(group[-1], width) or _is_row(after, width)
        if full and not is_row and not _begins(group, after, stops=pair.stops, indents=begins):  # type: ignore[union-attr]
            group.append(after)
            continue
        yield group
        group = [after]
    yield group


def _begins(group: list[Piece], after: Piece, *, stops: bool, indents: frozenset[int]) -> bool:
    """Tell whether a line begins another paragraph or item, though that of a *group* above has no room for its first word."""
    if not _MARK.match(group[0].text):
        return after.indent in indents or (stops and bool(_MARK.match(after.text)))
    # Talk begins with a dash, and a line of it that is set in as first lines are goes on below.
    left = stops and after.indent < group[0].indent
    moved = len(group) > 1 and after.indent != group[-1].indent
    return bool(_MARK.match(after.text)) or left or moved


def _indents(lines: list[Piece], width: Width) -> frozenset[int]:
    """Return the indents at which paragraphs begin, if some do: that of first lines, or of those that the rest hangs from."""
    lowest = min(line.indent for line in lines)
    further = frozenset(line.indent for line in lines) - {lowest}
    inwards = outwards = 0
    for line, after, pair in zip(lines, lines[1:], _pairs(lines, width), strict=False):
        if pair and width.fills(pair) and not _MARK.match(line.text):
            inwards += line.indent == lowest < after.indent
            outwards += line.indent > lowest == after.indent
    hanging = inwards > outwards and not any(_MARK.match(line.text) for line in lines)
    return frozenset({lowest}) if hanging else further


def _is_by_hand(pair: Pair, width: Width) -> bool:
    return pair.small and not pair.stops and width.most * _BY_HAND <= pair.width <= width.most


def _is_row(line: Piece, width: Width) -> bool:
    """Tell whether a line is a row of a table: gaps in one that is as wide as all others set it even on both sides."""
    return bool(ROW.search(_MARK.sub("", line.text))) and width.of(line.text) + line.indent != width.most


def _text_of(first: Piece, lines: list[Piece], width: Width) -> str:
    parts = [first.text]
    for line, after in pairwise(lines):
        at_space = (
            width.at_spaces and NARROW.search(after.text) and width.of(line.text) + line.indent < width.most
        )
        parts += [" " if at_space else between(line.text, after.text), after.text]
    return "".join(parts)


def between(before: str, after: str) -> str:
    """Return what stood where a line ended: a space, or nothing within a word and in scripts without spaces."""
    if before[-1] == "\u00ad" or (
        _HYPHENATED.search(before) and after[0].isalnum() and not SUSPENDED.match(after)
    ):
        return ""
    alone = _UNSPACED.match(before[-1]), _UNSPACED.match(after[0])
    if all(alone):
        return ""
    wide = _WIDE.search(before, max(len(before) - 2, 0)) or _WIDE.search(after, 0, 2)
    # Two words that are spaced elsewhere would become one.
    return "" if wide and (any(alone) or not (before[-1].isalnum() and after[0].isalnum())) else " "
