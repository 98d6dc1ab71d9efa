"""Joiners: the signs without width that part letters within a word of Persian, put back where their neighbours show them.

In: the glyphs of a page in Persian. Out: the same with U+200C behind letters that have the shape of the end of a word in the middle
of one (`می‌رود`). A print does not have the sign, nor say which of its four shapes a letter has; but the last is wider than the others,
and how wide it is the ends of the words of the page show.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import attrgetter

from diwan.documents.pdf.glyphs import Glyph, is_mark

JOINER = "\u200c"
#: Letters that join the next one, as Persian has them; and letters of Persian and of Urdu alone, which has no such signs.
_JOINING = frozenset("بپتثجچحخسشصضطظعغفقکكگلمنهیيئ")
_PERSIAN, _URDU = frozenset("یکگپچ"), frozenset("ےہٹڈڑھ")
#: Share of the letters that only Persian and its neighbours have, from which a page is in one of these.
_SHARE = 0.05
#: Share of the size of letters from which room beside a letter is a space, and hundredths of it by which widths of one shape differ.
_SPACE, _SAME = 0.14, 1
#: How many times as wide as in the middle of words a letter is there that ends a part of one: in the three typefaces tried those
#: of which this shape differs at all are 1.6 to 3 times as wide, and the others, such as *he*, are left as they are. What a fourth
#: of them is at most is taken, since of some letters, as in *mi-*, most end a part.
_WIDER, _OF = 1.5, 4


def with_joiners(glyphs: Sequence[Glyph]) -> None:
    """Put the sign behind each of *glyphs* that ends a part of a word, if they are Persian."""
    letters = [glyph for glyph in glyphs if glyph.upright and glyph.size and not is_mark(glyph.text)]
    if not _is_persian("".join(glyph.text[0] for glyph in letters)):
        return
    pairs = [*_neighbours(letters)]
    ends: defaultdict[str, Counter[int]] = defaultdict(Counter)
    within: defaultdict[str, Counter[int]] = defaultdict(Counter)
    for glyph, is_end in pairs:
        (ends if is_end else within)[glyph.text[0]][_width(glyph)] += 1
    usual = {letter: sorted(widths.elements())[widths.total() // _OF] for letter, widths in within.items()}
    for glyph, is_end in pairs:
        letter, width = glyph.text[0], _width(glyph)
        if not is_end and width >= _WIDER * usual[letter] and _about(ends[letter], width):
            glyph.text += JOINER


def _is_persian(text: str) -> bool:
    counts = Counter(text)
    own, other = (sum(counts[letter] for letter in letters) for letters in (_PERSIAN, _URDU))
    return own > _SHARE * len(text) and other < _SHARE * own


def _neighbours(letters: Sequence[Glyph]) -> Iterator[tuple[Glyph, bool]]:
    """Yield each of *letters* that joins the next one of its line, and whether a word ends with it."""
    lines: defaultdict[float, list[Glyph]] = defaultdict(list)
    for glyph in letters:
        lines[round(glyph.base)].append(glyph)
    for line in lines.values():
        line.sort(key=attrgetter("right"), reverse=True)
        for glyph, following in pairwise(line):
            if _letter(glyph) not in _JOINING:
                continue
            is_roomy = glyph.left - following.right > _SPACE * glyph.size
            is_letter = following.text[0].isalpha()
            yield glyph, is_roomy or bool(glyph.spaces) or not is_letter


def _letter(glyph: Glyph) -> str:
    """Return the only letter of *glyph*, without its signs, or nothing."""
    base = [character for character in glyph.text if not is_mark(character)]
    return base[0] if len(base) == 1 else ""


def _width(glyph: Glyph) -> int:
    return round(100 * (glyph.right - glyph.left) / glyph.size)


def _about(widths: Counter[int], width: int) -> int:
    return sum(widths[near] for near in range(width - _SAME, width + _SAME + 1))
