"""From text to pieces: one line or one paragraph each, with nothing lost.

In: decoded text. Out: pieces and what was mended. Steps: make every line end one newline; take out the characters
that are no text (controls, byte order marks, direction overrides, tags), noting which; join lines that an editor or
mailer broke at a fixed width (`joining`); join the rows of a table. No letter, mark or digit is changed, and none moves.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from diwan.documents.joining import joined
from diwan.documents.pieces import Piece
from diwan.model.block import BlockKind, Flag
from diwan.text.characters import Sought
from diwan.text.directions import DIRECTIONS, unpaired

_LINE_ENDS = re.compile("[\u0085\u2028\v]")
_PARAGRAPH_ENDS = re.compile("[\f\u2029]")
#: C0 and C1 controls, less tab and newline: they end a word where they stand, so a space takes their place.
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
#: Invisible characters that only steer: byte order mark, interlinear marks, object replacement, tags, and the
#: overrides that show letters in another order than they are written. Joiners and LRM, RLM, ALM are spelling; of other
#: characters of direction those stay that stand in pairs (`text.directions`).
_STEERING = re.compile("[\ufeff\ufff9-\ufffc\U000e0000-\U000e007f\u202d\u202e]")
#: Any of these: most texts have none, and one search for all is quicker than four.
_TO_MEND = Sought(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffc\U000e0000-\U000e007f]"
)
_RUN_OF_SPACES = re.compile(r"[^\S\n]{2,}")
#: Columns of a tab stop.
_TAB = 4
_CELLS = re.compile(r"\t+|\|")
#: Cells in a row of a table; with two, a line with one tab or bar in it would be a table.
_FEWEST_CELLS = 3


def normalise(text: str) -> tuple[str, tuple[Flag, ...]]:
    """Return *text* with plain line ends and without characters that are no text, and what was taken out."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not _is_to_mend(text):
        return text, ()
    text = _PARAGRAPH_ENDS.sub("\n\n", _LINE_ENDS.sub("\n", text))
    flags = [*_flags(text, _CONTROLS, "control-character")]
    lines = [_steadied(line) for line in _CONTROLS.sub(" ", text).split("\n")]
    flags += [
        Flag(kind="steering-character", line=number, detail=_named(out))
        for number, (_, out) in enumerate(lines, 1)
        if out
    ]
    return "\n".join(line for line, _ in lines), tuple(flags)


def _steadied(line: str) -> tuple[str, list[str]]:
    """Return *line* without characters that only steer, and without those of direction that do so beyond their stretch."""
    if not _is_to_mend(line):
        return line, []
    gone = unpaired(line) if DIRECTIONS.search(line) else frozenset()
    out = [*_STEERING.findall(line), *(line[place] for place in gone)]
    if gone:
        line = "".join(character for place, character in enumerate(line) if place not in gone)
    return _STEERING.sub("", line), out


def _is_to_mend(text: str) -> bool:
    """Tell whether *text* has any of `_TO_MEND`.

    Of what Unicode calls printable, as most lines are, only the object replacement character is one.
    """
    return "\ufffc" in text if text.isprintable() else _TO_MEND.are_in(text)


def _flags(text: str, pattern: re.Pattern[str], kind: str) -> Iterator[Flag]:
    """Yield one flag for each line of *text* in which *pattern* occurs, naming the code points."""
    if not pattern.search(text):
        return
    for number, line in enumerate(text.split("\n"), start=1):
        if found := pattern.findall(line):
            yield Flag(kind=kind, line=number, detail=_named(found))


def _named(characters: Iterable[str]) -> str:
    return " ".join(sorted({f"U+{ord(character):04X}" for character in characters}))


def split(text: str, *, by_browser: bool = False) -> tuple[Piece, ...]:
    """Return the pieces of normalised *text*; *by_browser* says that a text browser broke its lines."""
    runs = _runs(text)
    tidied = _as_it_is if _is_tidy(text) else _tidied
    pieces: list[Piece] = []
    for run in joined(runs, by_browser=by_browser):
        if len(run) == 1:
            pieces.append(tidied(run[0]))
        else:
            pieces.extend(_rows(run))
    return tuple(pieces)


def _runs(text: str) -> list[list[Piece]]:
    """Return the lines of *text* that stand together, without empty ones between."""
    runs: list[list[Piece]] = []
    last = 0
    for number, raw in enumerate(text.split("\n"), start=1):
        if line := raw.strip():
            gap = number - last - 1
            if gap or not runs:
                runs.append([])
            runs[-1].append(Piece(line, number, gap, 0 if line == raw else _indent(raw)))
            last = number
    return runs


def _indent(raw: str) -> int:
    expanded = raw.expandtabs(_TAB)
    return len(expanded) - len(expanded.lstrip())


def _rows(run: list[Piece]) -> Iterator[Piece]:
    """Yield each line of *run* as a piece, the rows of a table together."""
    for cells, group in groupby(run, key=lambda line: _cells(line.text)):
        rows = list(group)
        if cells >= _FEWEST_CELLS and len(rows) > 1:
            text = "\n".join(row.text for row in rows)
            yield Piece(text, rows[0].line, rows[0].gap, rows[0].indent, BlockKind.TABLE)
            continue
        yield from map(_tidied, rows)


def _cells(text: str) -> int:
    return len(_CELLS.split(text)) if "\t" in text or "|" in text else 1


def _tidied(row: Piece) -> Piece:
    text = _tidy(row.text)
    return row if text is row.text else Piece(text, row.line, row.gap, row.indent)


def _as_it_is(row: Piece) -> Piece:
    return row


def _tidy(text: str) -> str:
    """Return a line with each run of spaces made one."""
    return text if _is_tidy(text) else _RUN_OF_SPACES.sub(" ", text)


def _is_tidy(text: str) -> bool:
    """Tell whether *text* has no run of spaces, as most have; the common ones are cheaper to look for than the pattern."""
    return "  " not in text and "\t" not in text and "\u00a0" not in text and "\u3000" not in text
