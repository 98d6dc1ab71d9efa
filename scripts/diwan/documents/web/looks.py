"""Looks: what can be seen of a stretch by itself, without knowing its language.

In: a stretch. Out: numbers, a column for each of `NAMES`: its length, stops, links, signs, cues and element.
"""

import math
import re
from functools import cache

from diwan.documents import cues
from diwan.documents.web.phrases import Phrases
from diwan.documents.web.stretches import Stretch
from diwan.text.words import UNSPACED

_WIDE = re.compile(f"[{UNSPACED}\uac00-\ud7af]")
_STOP = re.compile(r"[.!?…。！？؟۔।።։]")
_STOPPED = re.compile(r"[.!?…。！？؟۔।።։][\s\"'”’»“„‟」』）)\]*]*$")
_COMMA = re.compile("[,;،؛、，；]")
_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"(?<!\d)(?:19|20|13|14|٢٠|۱۴|۱۳)[\d٠-٩۰-۹]{2}(?!\d)|[年년]")
_TIME = re.compile(r"(?<!\d)\d{1,2}[:h]\d{2}(?!\d)")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.\w|\[email")
_CREDIT = re.compile(r"[©Ⓒ®]|\([cC]\)")
_LETTERS = re.compile(r"[^\W\d_]+")
_QUOTES = '"“”«»„‘「『'
_CUES = {"read-also": cues.READ_ALSO, "appeal": cues.APPEALS, "notice": cues.NOTICES, "disclaimer": cues.DISCLAIMERS,
         "byline": cues.BYLINES, "day-label": cues.DATE_LABELS, "comments": cues.COMMENTS, "caption": cues.CAPTIONS,
         "author-note": cues.AUTHOR_NOTES, "tags": cues.TAGS}  # fmt: skip
_TAGS = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "td", "div", "figcaption", "blockquote", "pre", "dt", "dd",
         "section", "button", "label")  # fmt: skip
_IS_TAG = {tag: tuple(tag == other for other in _TAGS) for tag in _TAGS}
_IS_NO_TAG = (False,) * len(_TAGS)
#: Characters at the start of a stretch that are looked at for its letters and signs, and at its end for a stop.
_SHOWN, _TAIL = 200, 30
#: Columns from which a stretch with a stop and few links counts as running text.
_RUNNING = 60
_RUNNING_LINKED = 0.35
#: Beyond these, more is not more: columns of a word, stops, commas, lines of one block.
_LONG_WORD, _MANY_STOPS, _MANY_COMMAS, _MANY_PARTS = 30, 12, 12, 20

NAMES = ("width", "words", "word-length", "stops", "stopped", "commas", "linked", "bold", "digits", "capitals", "small-start",
         "colon", "asks", "year", "time", "email", "address", "credit", "quoted", "is-table", "part", "running", "columns",
         *(f"cue.{name}" for name in _CUES), *(f"<{tag}>" for tag in _TAGS))  # fmt: skip


def look(stretch: Stretch, key: str) -> list[float]:
    """Return what is seen of a stretch, whose words folded are *key*."""
    text, shown = stretch.text, stretch.text[:_SHOWN]
    size = stretch.size or 1
    wide = 0 if text.isascii() else len(_WIDE.findall(text))
    width, words = len(text) + wide, text.count(" ") + 1 + wide / 2
    letters = "".join(_LETTERS.findall(shown))
    linked = stretch.linked / size
    stopped = bool(_STOPPED.search(text[-_TAIL:]))
    digits = len(_DIGIT.findall(shown))
    stops = len(_STOP.findall(text))
    row = [
        math.log1p(width), math.log1p(words), min(width / words, _LONG_WORD), min(stops, _MANY_STOPS),
        stopped, min(len(_COMMA.findall(text)), _MANY_COMMAS), linked, stretch.bold / size, digits / len(shown),
        sum(map(str.isupper, letters)) / len(letters) if letters else 0.5, letters[:1].islower(), text[-1] in ":：",
        text[-1] in "?!؟？！", digits > 0 and bool(_YEAR.search(shown)), digits > 0 and bool(_TIME.search(shown)),
        ("@" in text or "[email" in text) and bool(_EMAIL.search(text)), "http" in text or "www." in text,
        bool(_CREDIT.search(text)), text[0] in _QUOTES, stretch.is_table, min(stretch.part, _MANY_PARTS),
        width >= _RUNNING and (stopped or stops > 1) and linked < _RUNNING_LINKED, width,
    ]  # fmt: skip
    return [*row, *_said(_phrases().tables_in(key)), *_IS_TAG.get(stretch.element.tag, _IS_NO_TAG)]


@cache
def _said(cues_: int) -> tuple[int, ...]:
    return tuple(cues_ >> bit & 1 for bit in range(len(_CUES)))


@cache
def _phrases() -> Phrases:
    """Return the cues, to be looked for in a key."""
    return Phrases([f" {phrase} " for phrase in cues.phrases(table)] for table in _CUES.values())
