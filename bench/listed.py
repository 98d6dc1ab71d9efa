"""Texts with a list made into them, for `train_lines.py` to learn that short lines can be an article's own.

Few saved pages have an article that is a table of results, a calendar or a list of places, and a model that saw none
takes every such line for a menu. So each page is learned from once more with a list in its text: some of its
paragraphs cut into short lines, or rows made of words of this page or another, with days and numbers drawn by lot; and
lines of the page right below, as teasers stand there, so that it learns where a list ends too.
"""

import random
import re
from collections.abc import Callable, Iterator, Sequence

from diwan.text.words import UNSPACED

BODY, OTHER = "b", "x"
#: Paragraphs of the shortest text that is changed, and rows of the shortest and longest list.
_FEWEST, _SHORTEST, _LONGEST = 3, 4, 40
#: Words of the pieces of a paragraph cut up; characters where words are not spaced, and words of a cell.
_PIECES, _PIECES_UNSPACED, _CELL = ((1, 4), (2, 8), (4, 12)), (4, 22), (1, 4)
#: Shares of changed texts: with paragraphs cut up, with empty lines between rows, with a colon before the list; and of
#: made lists behind the text, where teasers stand right below.
_CUT, _GAPS, _INTRODUCED, _BEHIND = 0.33, 0.4, 0.4, 0.5
#: Share of lists with lines of the page right below, and how many those are.
_FOLLOWED, _TEASERS = 0.5, (2, 8)
_MARKS = ("* ", "- ", "● ", "#", "", "", "", "")
_BETWEEN = (" – ", " - ", ": ", ", ", "  ", " | ", " @ ")
_MONTHS = ("Jan", "Feb", "March", "April", "mai", "juin", "Juli", "agosto", "septiembre", "Oct", "Nov", "Dez")
_WIDE = re.compile(f"[{UNSPACED}]")
_STOP = re.compile(r"[.!?。]\s*$")
_SIGNS = '.,;:!?()"“”«»、。，'
Row = Callable[[int], str]


def with_list(
    lines: Sequence[str], letters: Sequence[str], others: Sequence[str], chance: random.Random
) -> tuple[list[str], list[str]] | None:
    """Return a text and the letters of its lines with a list in or behind it; None where it is too short.

    *others* are lines of another page, whose words a made list takes as often as those of the text itself.
    """
    body = [index for index, letter in enumerate(letters) if letter == BODY]
    if len(body) < _FEWEST:
        return None
    pairs = list(zip(lines, letters, strict=True))
    text = " ".join(lines[index] for index in body)
    mark = chance.choice(_MARKS)
    if chance.random() < _CUT:
        count = chance.randint(1, min(8, len(body) - 2))
        start = chance.randrange(len(body) - count + 1)
        place, end = body[start], body[start + count - 1] + 1
        rows = [
            piece for index in body[start : start + count] for piece in _cut(lines[index].strip(), chance)
        ]
    else:
        place = end = (body[-1] if chance.random() < _BEHIND else chance.choice(body[1:])) + 1
        if chance.random() < _INTRODUCED:
            pairs[place - 1] = (_STOP.sub("", lines[place - 1]) + ":", BODY)
        row, marked = _row(_words(chance.choice((text, " ".join(others))) or text), chance)
        mark = mark if marked else ""
        rows = [row(number) for number in range(1, chance.randint(_SHORTEST, _LONGEST) + 1)]
    indent = "  " if sum(line.startswith("  ") for line in lines) * 2 > len(lines) else ""
    gaps = chance.random() < _GAPS
    made = [pair for number, row in enumerate(rows, 1) for pair in _set(row, number, indent, mark, gaps=gaps)]
    changed = [*pairs[:place], *made, *_teasers(pairs, chance), *pairs[end:]]
    return [line for line, _ in changed], [letter for _, letter in changed]


def _teasers(pairs: Sequence[tuple[str, str]], chance: random.Random) -> list[tuple[str, str]]:
    """Return some lines of the page in a row, with or without empty lines, or none."""
    around = [line for line, letter in pairs if letter == OTHER]
    if not around or chance.random() >= _FOLLOWED:
        return []
    start, above, gaps = chance.randrange(len(around)), chance.random() < 0.5, chance.random() < _GAPS  # noqa: PLR2004 half with an empty line above
    run = around[start : start + chance.randint(*_TEASERS)]
    spaced = [pair for line in run for pair in ((line, OTHER), *([("", "")] if gaps else []))]
    return [*([("", "")] if above else []), *spaced]


def _set(row: str, number: int, indent: str, mark: str, *, gaps: bool) -> Iterator[tuple[str, str]]:
    """Yield a row as a line of the text, and the empty line below it."""
    yield indent + (f"{number}. " if mark == "#" else mark) + row, BODY
    if gaps and not mark:
        yield "", ""


def _is_unspaced(text: str) -> bool:
    return len(_WIDE.findall(text)) * 3 > len(text)


def _words(text: str) -> list[str]:
    """Return the words of a text without signs; of scripts without spaces, runs of three characters."""
    parts = (text[at : at + 3] for at in range(0, len(text), 3)) if _is_unspaced(text) else text.split()
    return [word for part in parts if (word := part.strip(_SIGNS))] or ["-"]


def _cut(text: str, chance: random.Random) -> Iterator[str]:
    """Yield the pieces of a paragraph cut up."""
    unspaced = _is_unspaced(text)
    units = list(text) if unspaced else text.split()
    shortest, longest = _PIECES_UNSPACED if unspaced else chance.choice(_PIECES)
    while units:
        size = chance.randint(shortest, longest)
        piece = ("" if unspaced else " ").join(units[:size]).strip(" ,;")
        units = units[size:]
        if piece:
            yield piece[0].upper() + piece[1:]


def _row(words: list[str], chance: random.Random) -> tuple[Row, bool]:
    """Return what makes the rows of one list, and whether a mark may stand before them."""
    between, columns, last = chance.choice(_BETWEEN), chance.randint(1, 5), chance.random() < 0.3  # noqa: PLR2004

    def cell() -> str:
        return " ".join(
            word[0].upper() + word[1:] for word in chance.choices(words, k=chance.randint(*_CELL))
        )

    def calendar(_: int) -> str:
        return between.join((cell(), _day(chance)) if last else (_day(chance), cell()))

    def table(number: int) -> str:
        return "  ".join(
            [*([] if last else [str(number)]), cell(), *(_number(chance) for _ in range(columns))]
        )

    def labels(_: int) -> str:
        return f"{cell()}: {', '.join(cell() for _ in range(chance.randint(1, 6)))}"

    def names(_: int) -> str:
        return cell()

    return chance.choice(((calendar, False), (table, False), (labels, True), (names, True)))


def _day(chance: random.Random) -> str:
    day, month, year = chance.randint(1, 28), chance.randint(1, 12), chance.randint(2010, 2025)
    forms = (f"{day}.{month}.", f"{month}/{day}", f"{day}.{month}.{year}", f"{chance.choice(_MONTHS)} {day}",
             f"{month}月{day}日", f"{day} {chance.choice(_MONTHS)}", f"{day}:{month + 10}")  # fmt: skip
    return chance.choice(forms)


def _number(chance: random.Random) -> str:
    return str(
        chance.choice((chance.randint(1, 99), chance.randint(100, 9999), round(chance.random() * 100, 1)))
    )
