"""What one would use instead of Diwan to tell the lines of an article in a page saved as text.

Each is a function from the lines of a source, none of them empty, to whether each is kept. jusText and trafilatura read
web pages: they get every line as a paragraph of one. The others are what one writes first, by the length of lines alone.
`pip install justext` beside what Diwan needs anyway.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from html import escape
from unicodedata import east_asian_width

import numpy as np

from diwan.text.words import words_of
from measuredtexts import Score, Text, score
from pagesfolder import key_of

Picker = Callable[[list[str]], list[bool]]
#: Columns from which a line is a paragraph, those of a terminal; and from which it is a sentence, if it ends as one does.
_PARAGRAPH, _SENTENCE = 80, 60
#: Lines before and after a paragraph that belong to it, as short blocks near good ones do in jusText.
_NEAR = 1
#: Columns at which a paragraph counts no more, and what a line that is no sentence costs a run of them.
_MOST, _COST = 400, 60
#: The commonest words of a text, which jusText counts: stop words in most languages.
_COMMON = 40
_STOP = re.compile(r"[.!?…:»”\"’'。！？」』)؟۔।]\s*$")


def width(line: str) -> int:
    """Return the columns that *line* takes on a terminal."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in line.strip())


def paragraphs(lines: list[str]) -> list[bool]:
    """Keep paragraphs, and what stands right beside them."""
    wide = [width(line) >= _PARAGRAPH for line in lines]
    return [any(wide[max(at - _NEAR, 0) : at + _NEAR + 1]) for at in range(len(lines))]


def between(lines: list[str]) -> list[bool]:
    """Keep all from the first paragraph to the last."""
    wide = [at for at, line in enumerate(lines) if width(line) >= _PARAGRAPH]
    return [bool(wide) and wide[0] <= at <= wide[-1] for at in range(len(lines))]


def densest(lines: list[str]) -> list[bool]:
    """Keep the run of lines that has most sentences: they count by their length, and other lines cost."""
    gains = [
        min(width(line), _MOST) if width(line) >= _SENTENCE and _STOP.search(line) else -_COST
        for line in lines
    ]
    best = total = start = 0
    run = range(0)
    for at, gain in enumerate(gains):
        total += gain
        if total <= 0:
            total, start = 0, at + 1
        elif total > best:
            best, run = total, range(start, at + 1)
    return [at in run for at in range(len(lines))]


def justext(lines: list[str]) -> list[bool]:
    """Run jusText, with the commonest words of the text as its stop words."""
    import justext as library

    common = Counter(words_of(" ".join(lines).casefold())).most_common(_COMMON)
    found = library.justext(_page(lines), frozenset(word for word, _ in common))
    return _kept(lines, (one.text for one in found if not one.is_boilerplate))


def trafilatura(lines: list[str]) -> list[bool]:
    """Run trafilatura, told to rather keep too much."""
    from trafilatura import extract

    found = extract(_page(lines), include_comments=False, favor_recall=True) or ""
    return _kept(lines, found.splitlines())


def _page(lines: list[str]) -> str:
    return (
        f"<html><body><article>{''.join(f'<p>{escape(line)}</p>' for line in lines)}</article></body></html>"
    )


def _kept(lines: list[str], found: Iterable[str]) -> list[bool]:
    left = Counter(map(key_of, found))
    kept = []
    for line in lines:
        key = key_of(line)
        kept.append(left[key] > 0)
        left[key] -= kept[-1]
    return kept


PICKERS: dict[str, Picker] = {
    "between": between, "densest": densest, "paragraphs": paragraphs, "justext": justext, "trafilatura": trafilatura,
}  # fmt: skip


def picked(name: str, text: Text) -> Score:
    """Return how right the rival of that *name* is about a text: it keeps nothing of one on which it fails."""
    lines = [shape.text for shape in text.scene.shapes]
    try:
        kept = PICKERS[name](lines)
    except Exception:  # noqa: BLE001 a rival may fail in any way, and that is its answer
        kept = [False] * len(lines)
    heading = [keep and _is_heading(lines, at) for at, keep in enumerate(kept)]
    return score(text, np.array(kept), np.array(heading))


def _is_heading(lines: list[str], at: int) -> bool:
    """Whether a short line without a stop stands above a paragraph, as nobody of them says what a heading is."""
    below = lines[at + 1] if at + 1 < len(lines) else ""
    return width(lines[at]) < _PARAGRAPH <= width(below) and not _STOP.search(lines[at])
