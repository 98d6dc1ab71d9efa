"""At what width the lines of a text were broken, told from all of them at once.

In: the lines of a text that stand together. Out: the width at which an editor, mailer or converter broke them, or None. The
sign of it is that lines end just below one width, in the middle of a sentence, and that the word with which the next line
begins had no room there. No list of headlines, poem or address does that more than now and then.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from unicodedata import category, east_asian_width

from diwan.documents.pieces import Piece
from diwan.documents.shapes import NARROW
from diwan.text.characters import Kinds, codes_of
from diwan.text.words import UNSPACED

#: What a line had no room for: a word, or one character where words are not spaced, with the signs that stay with it.
_FIRST = re.compile(
    rf"[「『（《“‘(\[]*[{UNSPACED}][\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]*[，。、；：？！」』）》”’…・ー]*"
    rf"|[^\s{UNSPACED}]+|\S+"
)
_UNSPACED = re.compile(f"[{UNSPACED}]")
#: What a line ends with where a word is broken.
_BROKEN = re.compile(r"\w[-\u00ad\u2010]$")
_WORD = re.compile(r"\w")
#: What ends a sentence, with what may stand behind it.
_STOP = re.compile(r"[.!?…:;。！？；：؟؛۔।॥։][\"'”’»)\]」』）]*$")
#: What an item of a list begins with, as programs print it by its depth: above it a line ends however much room there is.
_ITEM = re.compile(r"(?:[*+o#@=•●▪◦·]|\(?\d{1,3}[.)])\s")
#: What stands between the cells of a row.
ROW = re.compile(r"\S\s{3,}\S|\t|\|")
#: What may stand before the first letter of a line.
_OPENING = "\"'“‘«„([-–—"
#: Columns of a text broken at a fixed width: mail and typewriter lines have 60 to 80, old terminals up to 132.
_NARROWEST, _WIDEST = 45, 132
#: Share of the width from which a full line counts: what had no room is then a word of the usual length and no address.
_FULL = 4 / 3
#: Lines that are full in the middle of a sentence, from which a width is told; those behind a stop count half, as ends of
#: one-line paragraphs do. Of 2,177 pages saved as text, whole, cut, changed and in other scripts, where nobody broke lines,
#: none has so many.
_FEWEST = 3
#: Full lines of a run that is broken throughout, most before a small letter, and in a script without these.
_RUN, _UNCASED_RUN = 2, 4
#: Columns of the screen that text browsers write for by themselves (`lynx -dump`, `w3m -dump`, `links -dump`), and those that the widest
#: line of a page may leave free: margins and the longest words.
_SCREEN, _MARGIN = 80, 14
#: What is never broken: an address.
_WIDER = re.compile(r"https?://\S{40,}")
#: How many full lines there must be for one that broke off earlier or is longer, those before a small letter counted twice;
#: and of how many that many may stand before a capital: entries of a menu all do.
_TO_ONE, _CAPITALS = 3, (2, 3)


@dataclass(frozen=True, slots=True)
class Pair:
    """A line and the one below it: how wide the first is, and how wide it were with the first word of the other."""

    width: int
    needed: int
    stops: bool
    #: Whether the other begins with a small letter; with a capital, a digit or a mark; else the letter has no such forms.
    small: bool
    capital: bool
    #: Whether the line is one word, which nothing can break.
    alone: bool


@dataclass(frozen=True, slots=True)
class Width:
    """At how many columns lines are broken, or letters where *wide* is false: programs count either.

    *at_spaces*: Thai, Lao, Burmese and Khmer are broken where a space stands, or else in the middle of a word, as text browsers do.
    """

    most: int
    wide: bool
    at_spaces: bool = False

    def of(self, text: str) -> int:
        """Return how much of it *text* takes."""
        return columns(text) if self.wide else len(text)

    def fills(self, pair: Pair) -> bool:
        """Tell whether the line ends where it does because the next word had no room."""
        return pair.needed > self.most and (pair.width <= self.most or pair.alone)


def columns(text: str) -> int:
    """Return the columns that *text* takes in a terminal."""
    return len(text) if text.isascii() else int(_COLUMNS.of(codes_of(text)).sum()) - len(text)


def has_words(text: str) -> bool:
    """Tell whether a line has words, as no line drawn below a heading has."""
    return bool(_WORD.search(text))


def pair_of(line: Piece, after: Piece, *, wide: bool, at_spaces: bool = False) -> Pair | None:
    """Return what two lines say of a width; None where one has no words. See `Width` for *wide* and *at_spaces*."""
    if not has_words(line.text) or not has_words(after.text):
        return None
    of = columns if wide else len
    width = of(line.text) + line.indent
    first = after.text.split(maxsplit=1)[0]
    if not (at_spaces and NARROW.search(first)):
        first = _FIRST.match(after.text)[0]  # type: ignore[index]
    space = 0 if _BROKEN.search(line.text) or _UNSPACED.match(first) else 1
    letter = after.text.lstrip(_OPENING)[:1]
    return Pair(
        width, width + space + of(first), bool(_STOP.search(line.text)),
        letter.islower(), letter.isupper() or not letter.isalpha(), " " not in line.text,
    )  # fmt: skip


def width_of(runs: Sequence[Sequence[Piece]]) -> Width | None:
    """Return the width at which the lines of *runs* are broken: the one with which most of them agree."""
    plain = all(line.text.isascii() for run in runs for line in run)
    told = [
        (wide, [_pairs(run, wide=wide) for run in runs]) for wide in ((False,) if plain else (False, True))
    ]
    found = [_best([pair for pairs in own for pair in pairs], wide=wide) for wide, own in told]
    if width := max(found, key=lambda one: one[0])[1]:
        return width
    return max((_agreed(own, wide=wide) for wide, own in told), key=lambda one: one[0])[1]


def screen_of(runs: Sequence[Sequence[Piece]]) -> Width | None:
    """Return the width of the screen for which a text browser broke all lines of *runs*, by the widest; None where none is as wide.

    Lynx takes a character for a column, marks above it too, but for those that it knows to be wide.
    """
    lines = [line for run in runs for line in run if not _WIDER.search(line.text)]
    for wide, of in ((False, len), (True, columns)):
        most = max((of(line.text) + line.indent for line in lines), default=0)
        if _SCREEN - _MARGIN <= most <= _SCREEN:
            return Width(most, wide, at_spaces=True)
    return None


def _pairs(run: Sequence[Piece], *, wide: bool) -> list[Pair]:
    """Return the lines of a run that can say something: those of half the narrowest width, letters being wide or not."""
    least = _NARROWEST // (4 if wide else 2)
    return [
        pair
        for line, after in pairwise(run)
        if len(line.text) + line.indent >= least
        and not (_ITEM.match(after.text) or ROW.search(line.text))
        and (pair := pair_of(line, after, wide=wide))
    ]


def _best(pairs: list[Pair], *, wide: bool) -> tuple[int, Width | None]:
    """Return the width for which most speaks, and how much."""
    # Changes of each count from one width to the next.
    full, stops, capitals, small, against = ([0] * (_WIDEST + 2) for _ in range(5))
    for pair in pairs:
        filled = (pair.width, min(pair.needed - 1, int(pair.width * _FULL)))
        if pair.stops:
            _add(stops, filled)
            continue
        _add(full, filled)
        if pair.capital or pair.small:
            _add(small if pair.small else capitals, filled)
        _add(against, (0, pair.width - 1))
        _add(against, (pair.needed, 2 * pair.width))
    best: tuple[int, Width | None] = (0, None)
    counted = zip(*map(accumulate, (full, stops, capitals, small, against)), strict=True)
    for most, (filled_, stopped, capital, goes_on, others) in enumerate(counted):
        says = 2 * (filled_ - others) + stopped
        enough = 2 * filled_ - capital + stopped >= 2 * _FEWEST and filled_ > 1
        if (
            says > best[0]
            and enough
            and others * _TO_ONE <= filled_ + goes_on
            and capital * _CAPITALS[1] <= filled_ * _CAPITALS[0]
        ):
            best = says, Width(most, wide)
    return best


def _agreed(runs: Iterable[Sequence[Pair]], *, wide: bool) -> tuple[int, Width | None]:
    """Return the width at which most runs are broken throughout, and how many: whatever menus and tables stand between them."""
    whole = [0] * (_WIDEST + 2)
    for pairs in runs:
        goes_on = sum(pair.small for pair in pairs) * 2 > len(pairs)
        uncased = not any(pair.small or pair.capital for pair in pairs)
        if len(pairs) >= (_UNCASED_RUN if uncased else _RUN) and (goes_on or uncased):
            ends = [min(pair.needed - 1, int(pair.width * _FULL)) for pair in pairs]
            _add(whole, (max(pair.width for pair in pairs), min(ends)))
    counts = list(accumulate(whole))
    most = max(range(len(counts)), key=counts.__getitem__)
    return (counts[most], Width(most, wide)) if counts[most] >= _FEWEST else (0, None)


def _add(changes: list[int], widths: tuple[int, int]) -> None:
    """Add one to all *widths* from the first to the last."""
    first, last = max(widths[0], _NARROWEST), min(widths[1], _WIDEST)
    if first <= last:
        changes[first] += 1
        changes[last + 1] -= 1


def _kind_of(sign: str) -> int:
    """Return the columns of a character, and one: signs over and under letters and what is not seen take none."""
    return 1 if category(sign) in ("Mn", "Me", "Cf") else 2 + (east_asian_width(sign) in "WF")


_COLUMNS = Kinds(_kind_of)
