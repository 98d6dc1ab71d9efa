"""Sights: what can be seen of each stretch of a page, as numbers for the model.

In: the stretches of a page. Out: a matrix with a row for each and a column for each of `NAMES`: its own shape, where
it stands, its neighbours, the containers it shares with others, and what the page says elsewhere. Nothing in it knows
a site or a sentence: only lengths, shares, counts, distances and the cues of `documents.cues`.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from diwan.documents import cues
from diwan.documents.shapes import key_of
from diwan.documents.web import places
from diwan.documents.web.places import Places
from diwan.documents.web.stretches import Element, Stretch
from diwan.text.words import UNSPACED

Matrix = NDArray[np.float32]

_WIDE = re.compile(f"[{UNSPACED}\uac00-\ud7af]")
_STOP = re.compile(r"[.!?…。！？؟۔।።։]")
_STOPPED = re.compile(r"[.!?…。！？؟۔।።։][\s\"'”’»“„‟」』）)\]*]*$")
_COMMA = re.compile("[,;،؛、，；]")
_YEAR = re.compile(r"(?<!\d)(?:19|20|13|14|٢٠|۱۴|۱۳)[\d٠-٩۰-۹]{2}(?!\d)|[年년]")
_TIME = re.compile(r"(?<!\d)\d{1,2}[:h]\d{2}(?!\d)")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.\w|\[email")
_ADDRESS = re.compile(r"https?://|www\.")
_CREDIT = re.compile(r"[©Ⓒ®]|\([cC]\)")
_QUOTED = re.compile('^["“”«»„‘「『]')
_CUES = (cues.IS_READ_ALSO, cues.IS_APPEAL, cues.IS_NOTICE, cues.IS_DISCLAIMER, cues.IS_BYLINE, cues.IS_DATE_LABEL,
         cues.IS_COMMENTS, cues.IS_CAPTION, cues.IS_AUTHOR_NOTE, cues.IS_TAGS)  # fmt: skip
_CUE_NAMES = ("read-also", "appeal", "notice", "disclaimer", "byline", "day-label", "comments", "caption",
              "author-note", "tags")  # fmt: skip
#: Characters at the start of a stretch in which cues are looked for.
_CUE_LENGTH = 160
_TAGS = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "td", "div", "figcaption", "blockquote", "pre", "dt", "dd",
         "section", "button", "label")  # fmt: skip
#: Columns from which a stretch with a stop and few links counts as running text.
_RUNNING = 60
_RUNNING_LINKED = 0.35
#: Shares of a page's running text that the main container must hold, for three answers from narrow to wide.
_MAIN_SHARES = (0.5, 0.75, 0.95)
_BESIDE = (-3, -2, -1, 1, 2, 3)
_UP = (1, 2, 3, 4)

OWN = ("width", "words", "word-length", "stops", "stopped", "commas", "linked", "bold", "digits", "capitals", "small-start",
        "colon", "asks", "year", "time", "email", "address", "credit", "quoted", "is-table", "part", "running", "size",
        *(f"cue.{name}" for name in _CUE_NAMES), *(f"<{tag}>" for tag in _TAGS))  # fmt: skip


@dataclass
class Page:
    """What is known of a page beside its stretches: its title, description, and text given for machines."""

    titles: Sequence[str] = ()
    description: str = ""
    body: str = ""
    keys: dict[str, str] = field(default_factory=dict)


def _own(stretch: Stretch) -> list[float]:
    text = stretch.text
    size = stretch.size or 1
    width = len(text) if text.isascii() else len(text) + len(_WIDE.findall(text))
    words = text.count(" ") + 1 if text.isascii() else text.count(" ") + 1 + len(_WIDE.findall(text)) / 2
    key = key_of(text[:_CUE_LENGTH])
    linked = stretch.linked / size
    stopped = bool(_STOPPED.search(text[-30:]))
    letters = [character for character in text[:200] if character.isalpha()]
    row = [
        math.log1p(width), math.log1p(words), min(width / words, 30), min(len(_STOP.findall(text)), 12), stopped,
        min(len(_COMMA.findall(text)), 12), linked, stretch.bold / size,
        sum(character.isdecimal() for character in text[:200]) / min(len(text), 200),
        sum(character.isupper() for character in letters) / len(letters) if letters else 0.5,
        bool(letters) and letters[0].islower(), text[-1] in ":：", text[-1] in "?!؟？！", bool(_YEAR.search(text[:200])),
        bool(_TIME.search(text[:200])), bool(_EMAIL.search(text)), bool(_ADDRESS.search(text)),
        bool(_CREDIT.search(text)), bool(_QUOTED.search(text)), stretch.is_table, min(stretch.part, 20),
        width >= _RUNNING and stopped and linked < _RUNNING_LINKED, width,
    ]  # fmt: skip
    row += [bool(pattern.search(key)) for pattern in _CUES]
    row += [stretch.element.tag == tag for tag in _TAGS]
    return [float(value) for value in row]


class _Containers:
    """Sums over all stretches below each element."""

    def __init__(self, stretches: Sequence[Stretch], running: NDArray[np.float32]) -> None:
        self.size: dict[Element, float] = defaultdict(float)
        self.linked: dict[Element, float] = defaultdict(float)
        self.running: dict[Element, float] = defaultdict(float)
        self.count: dict[Element, int] = defaultdict(int)
        self.above: list[list[Element]] = []
        chains: dict[Element, list[Element]] = {}
        for stretch, mass in zip(stretches, running.tolist(), strict=True):
            chain = chains.get(stretch.element)
            if chain is None:
                chain = chains[stretch.element] = [stretch.element, *stretch.element.iterancestors()]
            self.above.append(chain)
            for element in chain:
                self.size[element] += stretch.size
                self.linked[element] += stretch.linked
                self.running[element] += mass
                self.count[element] += 1

    def main(self, share: float) -> Element | None:
        """Return the deepest element that holds *share* of the running text."""
        if not self.above:
            return None
        root = self.above[0][-1]
        total = self.running[root]
        best, depth = root, 0
        for element, mass in self.running.items():
            if mass >= total * share and (levels := sum(1 for _ in element.iterancestors())) > depth:
                best, depth = element, levels
        return best


def see(stretches: Sequence[Stretch], page: Page) -> Matrix:
    """Return what can be seen of the *stretches* of *page*: one row each, columns as `NAMES`."""
    own = np.array([_own(stretch) for stretch in stretches], dtype=np.float32)
    known = Places()
    spots = [known.of(stretch.element) for stretch in stretches]
    place = np.array([[*spot.levels, spot.depth] for spot in spots], dtype=np.float32)
    width, linked, is_running = own[:, 22], own[:, 6], own[:, 21]
    running = np.minimum(width, 600) * is_running
    signatures = [spot.signature for spot in spots]
    parts = (
        own,
        place,
        _beside(own, signatures, [stretch.element.getparent() for stretch in stretches]),
        _order(stretches, running),
        _shared(stretches, running),
        _alike(signatures, width, linked, is_running),
        _elsewhere(stretches, page),
        _whole(own, running),
    )
    return np.concatenate(parts, axis=1, dtype=np.float32)


_BESIDE_COLUMNS = ("width", "linked", "stopped", "running", "<p>", "<li>", "<h2>", "<h3>", "bold")


def _beside(own: Matrix, signatures: list[str], parents: list[Element | None]) -> Matrix:
    count = len(own)
    columns = [OWN.index(name) for name in _BESIDE_COLUMNS]
    found = []
    for step in _BESIDE:
        rows = np.arange(count) + step
        inside = (rows >= 0) & (rows < count)
        rows = np.clip(rows, 0, count - 1)
        found.append(np.where(inside[:, None], own[rows][:, columns], -1))
        alike = [
            [signatures[i] == signatures[j], parents[i] is parents[j]] if ok else [-1, -1]
            for i, (j, ok) in enumerate(zip(rows.tolist(), inside.tolist(), strict=True))
        ]
        found.append(np.array(alike, dtype=np.float32))
    return np.concatenate(found, axis=1, dtype=np.float32)


_ORDER = (
    "at",
    "running-before",
    "running-after",
    "since-h1",
    "since-running",
    "until-running",
    "since-heading",
)


def _order(stretches: Sequence[Stretch], running: Matrix) -> Matrix:
    count = len(stretches)
    total = max(float(running.sum()), 1.0)
    before = (np.cumsum(running) - running) / total
    after = 1 - before - running / total
    first_h1 = next((s.index for s in stretches if s.element.tag == "h1"), None)
    since_h1 = np.clip(np.arange(count) - first_h1, -30, 60) if first_h1 is not None else np.full(count, -99)
    marks = running > 0
    heads = np.array([s.element.tag in {"h2", "h3", "h4"} for s in stretches])
    columns = (
        np.arange(count) / count,
        before,
        after,
        since_h1,
        _since(marks),
        _since(marks[::-1])[::-1],
        _since(heads),
    )
    return np.stack([np.asarray(column, dtype=np.float32) for column in columns], axis=1)


def _since(marks: NDArray[np.bool_]) -> NDArray[np.float32]:
    """Return for each row how many rows ago the last mark was, 30 at most."""
    found, last = [], -99
    for index, mark in enumerate(marks.tolist()):
        found.append(min(index - last, 30))
        if mark:
            last = index
    return np.array(found, dtype=np.float32)


_SHARED = (*(f"up{level}.{name}" for level in _UP for name in ("size", "linked", "running", "count")),
           *(f"main{share}.{name}" for share in _MAIN_SHARES for name in ("inside", "off", "nest")), "paragraphs")  # fmt: skip


def _shared(stretches: Sequence[Stretch], running: Matrix) -> Matrix:
    sums = _Containers(stretches, running)
    root = sums.above[0][-1]
    total, mass = max(sums.size[root], 1), max(sums.running[root], 1)
    mains = [sums.main(share) for share in _MAIN_SHARES]
    trunks = [set() if main is None else {main, *main.iterancestors()} for main in mains]
    depths = [0 if main is None else sum(1 for _ in main.iterancestors()) for main in mains]
    most = _paragraph_parent(stretches, running)
    made: dict[Element, list[float]] = {}
    for stretch, chain in zip(stretches, sums.above, strict=True):
        if stretch.element in made:
            continue
        row: list[float] = []
        for level in _UP:
            one = chain[min(level, len(chain) - 1)]
            size = sums.size[one] or 1
            row += [
                size / total,
                sums.linked[one] / size,
                sums.running[one] / mass,
                math.log1p(sums.count[one]),
            ]
        for main, trunk, depth in zip(mains, trunks, depths, strict=True):
            off = next((levels for levels, one in enumerate(chain) if one in trunk), len(chain))
            row += [main in chain, min(off, 15), min(depth - (len(chain) - 1 - off), 15)]
        row.append(float(stretch.element.getparent() is most or stretch.element is most))
        made[stretch.element] = [float(value) for value in row]
    return np.array([made[stretch.element] for stretch in stretches], dtype=np.float32)


def _paragraph_parent(stretches: Sequence[Stretch], running: Matrix) -> Element | None:
    """Return the element whose own children hold most running text."""
    sums: dict[Element | None, float] = defaultdict(float)
    for stretch, mass in zip(stretches, running.tolist(), strict=True):
        sums[stretch.element if stretch.part else stretch.element.getparent()] += mass
    return max(sums, key=lambda element: sums[element])


_ALIKE = ("alike.count", "alike.width", "alike.linked", "alike.running", "alike.share")


def _alike(signatures: list[str], width: Matrix, linked: Matrix, is_running: Matrix) -> Matrix:
    """Return means over the stretches that are laid out alike, by their signature."""
    groups: dict[str, list[int]] = defaultdict(list)
    for index, signature in enumerate(signatures):
        groups[signature].append(index)
    found = np.zeros((len(signatures), len(_ALIKE)), dtype=np.float32)
    mass = max(float((width * is_running).sum()), 1.0)
    for rows in groups.values():
        wide = width[rows]
        found[rows] = (math.log1p(len(rows)), math.log1p(wide.mean()), linked[rows].mean(), is_running[rows].mean(),
                       (wide * is_running[rows]).sum() / mass)  # fmt: skip
    return found


_ELSEWHERE = ("again", "again-before", "is-title", "in-title", "is-description", "in-body", "has-body")
#: Letters and spaces of a key: the shortest that is looked for inside a title, inside the text given for machines,
#: and inside a description, and how many of its first are looked for.
_IN_TITLE, _IN_BODY, _IN_DESCRIPTION, _LOOKED_FOR = 4, 12, 30, 80


def _elsewhere(stretches: Sequence[Stretch], page: Page) -> Matrix:
    keys = [key_of(stretch.text[:400]) for stretch in stretches]
    counts = Counter(keys)
    seen: set[str] = set()
    titles = [key_of(title) for title in page.titles if title]
    description = key_of(page.description[:400])[:60]
    body = key_of(page.body) if page.body else ""
    rows = []
    for key in keys:
        in_body = len(key) > _IN_BODY and key[: min(len(key) - 2, _LOOKED_FOR)] in body
        in_title = len(key) > _IN_TITLE and any(key in title for title in titles)
        described = len(key) > _IN_DESCRIPTION < len(description) and description in key
        rows.append(
            (min(counts[key], 5), key in seen, key in titles, in_title, described, in_body, bool(body))
        )
        seen.add(key)
    return np.array(rows, dtype=np.float32)


_WHOLE = ("page.count", "page.running", "page.linked", "page.mean-width")


def _whole(own: Matrix, running: Matrix) -> Matrix:
    row = (
        math.log1p(len(own)),
        math.log1p(float(running.sum())),
        float(own[:, 6].mean()),
        float(own[:, 0].mean()),
    )
    return np.tile(np.array(row, dtype=np.float32), (len(own), 1))


NAMES = (*OWN, *places.NAMES, "depth", *(f"{step:+d}.{name}" for step in _BESIDE for name in (*_BESIDE_COLUMNS, "alike", "siblings")),
         *_ORDER, *_SHARED, *_ALIKE, *_ELSEWHERE, *_WHOLE)  # fmt: skip
