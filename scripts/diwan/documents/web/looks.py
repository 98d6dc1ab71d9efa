"""Looks: what can be seen of a stretch by itself, without knowing its language.

In: the stretches of a page. Out: numbers for each, a column for each of `NAMES`: its length, stops, links, signs, cues and element.
"""

import math
import re
import string
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from diwan.documents.phrases import cues
from diwan.documents.shapes import NARROW, WIDE, WIDE_TO_A_WORD
from diwan.documents.web.phrases import Phrases
from diwan.documents.web.stretches import Stretch

Matrix = NDArray[np.float32]

_STOPS = frozenset(".!?…。！？؟۔।॥။។།።։")
_STOP = re.compile(f"[{''.join(sorted(_STOPS))}]")
#: What may stand behind a stop that ends a stretch.
_CLOSING = " \n\"'”’»“„‟」』）)]*"
_COMMA = re.compile("[,;،؛、，；၊፣]")
_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"(?<!\d)(?:19|20|13|14|٢٠|۱۴|۱۳)[\d٠-٩۰-۹]{2}(?!\d)|[年년]")
_TIME = re.compile(r"(?<!\d)\d{1,2}[:h]\d{2}(?!\d)")
_EMAIL = re.compile(r"[\w.+-]@[\w-]+\.\w|\[email")
_CREDIT = re.compile(r"[©Ⓒ®]|\([cC]\)")
_LETTERS = re.compile(r"[^\W\d_]+")
#: The same in ASCII: what is no letter, digits, and what is no capital among letters.
_NO_LETTERS = bytes(set(range(128)) - set(string.ascii_letters.encode()))
_DIGITS, _SMALL = string.digits.encode(), string.ascii_lowercase.encode()
_QUOTES = '"“”«»„‘「『'
_CUES = {"read-also": cues.READ_ALSO, "appeal": cues.APPEALS, "notice": cues.NOTICES, "disclaimer": cues.DISCLAIMERS,
         "byline": cues.BYLINES, "day-label": cues.DATE_LABELS, "comments": cues.COMMENTS, "caption": cues.CAPTIONS,
         "author-note": cues.AUTHOR_NOTES, "tags": cues.TAGS}  # fmt: skip
_TAGS = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "td", "div", "figcaption", "blockquote", "pre", "dt", "dd",
         "section", "button", "label")  # fmt: skip
_TAG_AT = {tag: place for place, tag in enumerate(_TAGS)}
#: Letters and marks of a word in narrow scripts without spaces: Thai, Lao, Burmese, Khmer.
_NARROW_TO_A_WORD = 5
#: Characters at the start of a stretch that are looked at for its letters and signs, and at its end for a stop.
_SHOWN, _TAIL = 200, 30
#: Columns from which a stretch with a stop and few links counts as running text.
_RUNNING = 60
_RUNNING_LINKED = 0.35
#: Columns from which a text without stops is taken to end with one, in a script that has none. With 227 pages rewritten
#: in the letters of Thai and of Lao, 60 to 100 hardly differ; in Thai itself headlines have up to 80.
_UNSTOPPED = 80
#: Beyond these, more is not more: columns of a word, stops, commas, lines of one block.
_LONG_WORD, _MANY_STOPS, _MANY_COMMAS, _MANY_PARTS = 30, 12, 12, 20

NAMES = ("width", "words", "word-length", "stops", "stopped", "commas", "linked", "bold", "digits", "capitals", "small-start",
         "colon", "asks", "year", "time", "email", "address", "credit", "quoted", "is-table", "part", "running", "columns",
         *(f"cue.{name}" for name in _CUES), *(f"<{tag}>" for tag in _TAGS))  # fmt: skip


def look(stretches: Sequence[Stretch], keys: Sequence[str]) -> Matrix:
    """Return what is seen of each stretch, a row for each; *keys* are their words folded."""
    own = np.array([*map(_look, stretches)], dtype=np.float32)
    cues_ = np.array([*map(_phrases().tables_in, keys)])
    said = cues_[:, None] >> np.arange(len(_CUES)) & 1
    tags = np.array([_TAG_AT.get(stretch.element.tag, -1) for stretch in stretches])
    return np.concatenate([own, said, tags[:, None] == np.arange(len(_TAGS))], axis=1, dtype=np.float32)


def _look(stretch: Stretch) -> tuple[float, ...]:
    text, shown = stretch.text, stretch.text[:_SHOWN]
    size = stretch.size or 1
    signs = _signs_in_ascii(text, shown) if text.isascii() else _signs_in(text, shown)
    width = len(text) + signs.wide
    words = text.count(" ") + 1 + signs.wide / WIDE_TO_A_WORD + signs.narrow / _NARROW_TO_A_WORD
    linked = stretch.linked / size
    stopped = text[-_TAIL:].rstrip(_CLOSING)[-1:] in _STOPS or _runs_on(text, signs)
    digits = signs.digits
    return (
        math.log1p(width), math.log1p(words), min(width / words, _LONG_WORD), min(signs.stops, _MANY_STOPS),
        stopped, min(signs.commas, _MANY_COMMAS), linked, stretch.bold / size, digits / len(shown),
        signs.capitals / signs.letters if signs.letters else 0.5, signs.small_start, text[-1] in ":：",
        text[-1] in "?!؟？！", digits > 0 and bool(_YEAR.search(shown)), digits > 0 and bool(_TIME.search(shown)),
        ("@" in text or "[email" in text) and bool(_EMAIL.search(text)), "http" in text or "www." in text,
        signs.credited, text[0] in _QUOTES, stretch.is_table, min(stretch.part, _MANY_PARTS),
        width >= _RUNNING and (stopped or signs.stops > 1) and linked < _RUNNING_LINKED, width,
    )  # fmt: skip


def _runs_on(text: str, signs: "_Signs") -> bool:
    """Tell whether a text of a script without stops is as long as running text: Thai and Lao end sentences with a space."""
    return len(text) >= _UNSTOPPED and signs.narrow * 2 > len(text) and not signs.stops


class _Signs(NamedTuple):
    """How many signs of each sort a text has; letters and digits are counted in its beginning alone."""

    wide: int
    narrow: int
    stops: int
    commas: int
    digits: int
    letters: int
    capitals: int
    small_start: bool
    credited: bool


def _signs_in(text: str, shown: str) -> _Signs:
    letters = "".join(_LETTERS.findall(shown))
    return _Signs(
        wide=len(WIDE.findall(text)),
        narrow=len(NARROW.findall(text)),
        stops=len(_STOP.findall(text)),
        commas=len(_COMMA.findall(text)),
        digits=len(_DIGIT.findall(shown)),
        letters=len(letters),
        capitals=sum(map(str.isupper, letters)),
        small_start=letters[:1].islower(),
        credited=bool(_CREDIT.search(text)),
    )


def _signs_in_ascii(text: str, shown: str) -> _Signs:
    """Return the same of a text of ASCII alone, which most are, in a fifth of the time."""
    codes = shown.encode()
    letters = codes.translate(None, _NO_LETTERS)
    return _Signs(
        wide=0,
        narrow=0,
        stops=text.count(".") + text.count("!") + text.count("?"),
        commas=text.count(",") + text.count(";"),
        digits=len(codes) - len(codes.translate(None, _DIGITS)),
        letters=len(letters),
        capitals=len(letters.translate(None, _SMALL)),
        small_start=letters[:1].islower(),
        credited="(c)" in text or "(C)" in text,
    )


@cache
def _phrases() -> Phrases:
    """Return the cues, to be looked for in a key."""
    return Phrases([f" {phrase} " for phrase in cues.phrases(table)] for table in _CUES.values())
