"""Texts as models learn them and as readers of lines are measured by, and how right it is what one keeps of them.

A text is one form of a page (`linetexts`): the shape of each line, its features, its label, and what the rules say. What is
measured are the lines that are known to be text of the article or none; titles, credits and captions count neither way.
"""

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from diwan.documents.lines.features import features_of
from diwan.documents.lines.rules import RULES_BY_NAME, Rule, rules_of
from diwan.documents.lines.scene import Scene
from diwan.documents.lines.structure import see
from diwan.documents.splitting import normalise, split
from linetexts import BODY, FEWEST, HEADING, OTHER, RESCRIPTED, Labelled
from pagesfolder import key_of

Matrix = np.ndarray
#: The forms of pages, in the order of reports.
FORMS = ("near", "full", "cut", "whole", "clipboard", "bare", "wrapped", RESCRIPTED)
#: Languages of which pages are also told apart: most are written without spaces, and words of Korean have few letters.
UNSPACED = {"zh", "ja", "ko", "th", "lo", "km", "my"}
#: Share of a text's words of which no more may be lost.
FIFTH = 0.2
#: Lines from the text beyond which a line is far; of those, one in so many is learned from.
FAR, SPARSE = 20, 4
#: Letters and share from which a line that begins as the known title does is the title.
LONG_TITLE, MOSTLY = 20, 0.6


@dataclass
class Text:
    """One form of a page: its features, labels, and what the rules say."""

    site: str
    #: The site of another page of which it has lines.
    beside: str
    form: str
    language: str
    scene: Scene
    ruled: list[str]
    seen: Matrix
    labels: Matrix
    title: Matrix | None
    has_headings: bool
    changed: bool
    weight: float
    wide: Matrix = field(default_factory=lambda: np.zeros(0))
    chances: Matrix = field(default_factory=lambda: np.zeros(0))

    @property
    def rules(self) -> list[Rule]:
        """The rule of each line."""
        return [RULES_BY_NAME[name] for name in self.ruled]

    @property
    def is_text(self) -> Matrix:
        """Which lines are text of the article."""
        return np.isin(self.labels, (BODY, HEADING))

    @property
    def is_heading(self) -> Matrix:
        """Which lines are headings of the article."""
        return self.labels == HEADING

    @property
    def known(self) -> Matrix:
        """Which lines are known to be text or none."""
        return self.is_text | (self.labels == OTHER)

    @property
    def words(self) -> Matrix:
        """The words of each line."""
        return np.array([shape.words for shape in self.scene.shapes])

    @cached_property
    def weights(self) -> Matrix:
        """What each line weighs in training; nothing where its label is neutral. A page weighs by its text."""
        at, text = np.arange(len(self.labels)), np.flatnonzero(self.is_text)
        far = np.abs(at[:, None] - text[None, :]).min(axis=1) > FAR
        sparse = np.where(far, np.where(at % SPARSE == 0, SPARSE, 0), 1)
        return self.known * sparse * self.weight / max(len(text), FEWEST)


def text_of(one: Labelled) -> Text:
    """Return one form of a page, measured."""
    pieces = split(normalise("\n".join(one.lines))[0])
    ends = [piece.line - 1 for piece in pieces[1:]] + [len(one.lines)]
    scene = see(pieces)
    rules = rules_of(scene)
    own = [
        Counter(filter(None, one.letters[piece.line - 1 : end]))
        for piece, end in zip(pieces, ends, strict=True)
    ]
    # The title is known in the letters of the page only.
    title = "" if one.form == RESCRIPTED else one.page.title_key
    return Text(
        site=one.page.site, beside=one.beside, form=one.form, language=one.page.language, scene=scene, ruled=[rule.name for rule in rules], seen=features_of(scene, rules),
        labels=np.array([counts.most_common(1)[0][0] if counts else "" for counts in own]),
        title=np.array([_is_title(key_of(shape.text), title) for shape in scene.shapes]) if title else None,
        has_headings=bool(one.page.gold.get("heading_gold")), changed=one.changed, weight=one.weight,
    )  # fmt: skip


def _is_title(key: str, title: str) -> bool:
    if key == title:
        return True
    short, long = sorted((key, title), key=len)
    return len(short) > LONG_TITLE and long.startswith(short) and len(short) > MOSTLY * len(long)


@dataclass(frozen=True)
class Score:
    """How right it is what one keeps of a text."""

    form: str
    unspaced: bool
    #: F1 by lines and by words, and the share of the text's words that is lost.
    lines: float
    words: float
    lost: float
    #: Headings found, wrong and missed, where they are known; titles right and wrong.
    headings: Matrix
    titles: Matrix


def score(text: Text, kept: Matrix, heading: Matrix, title: int | None = None) -> Score:
    """Return how right the lines *kept* of a *text* are, those taken for a *heading*, and the *title* among them."""
    good, bad, words = text.is_text, text.labels == OTHER, np.maximum(text.words, 1)
    wanted, known = text.is_heading, heading & text.known & kept
    headings = np.array([(known & wanted).sum(), (known & ~wanted).sum(), (wanted & ~known).sum()])
    given = text.title is not None and title is not None
    right = given and bool(text.title[title])
    return Score(
        text.form, text.language in UNSPACED and text.form != RESCRIPTED,
        _f1(kept, good, bad, np.ones(len(kept))), _f1(kept, good, bad, words),
        (words * (good & ~kept)).sum() / max((words * good).sum(), 1),
        headings * text.has_headings, np.array([right, given and not right]),
    )  # fmt: skip


def _f1(kept: Matrix, good: Matrix, bad: Matrix, weights: Matrix) -> float:
    hits, junk, lost = (float(weights[which].sum()) for which in (kept & good, kept & bad, good & ~kept))
    return 2 * hits / (2 * hits + junk + lost) if hits else 0.0


def report(name: str, scores: list[Score]) -> dict[str, float]:
    """Print the figures of one system by form, a row each, and return its F1 by lines for each."""
    found = {}
    for form in FORMS:
        own = [one for one in scores if one.form == form]
        if not own:
            continue
        hits, wrong, missed = sum(one.headings for one in own)
        right, other = sum(one.titles for one in own)
        unspaced = [one.words for one in own if one.unspaced]
        found[form] = _mean([one.lines for one in own])
        print(f"{name:12}{form:10}{len(own):6}{found[form]:10.3f}{2 * hits / max(2 * hits + wrong + missed, 1):10.3f}"
              f"{_mean([one.lost for one in own]):10.3f}{sum(one.lost > FIFTH for one in own):10}"
              f"{_mean(unspaced):10.3f}{f'{right}, {other}':>12}", flush=True)  # fmt: skip
    return found


def header() -> str:
    """Return the heads of the columns of `report`."""
    names = ("lines F1", "headings", "lost", "a fifth", "unspaced")
    return f"{'':12}{'form':10}{'texts':>6}" + "".join(f"{name:>10}" for name in names) + f"{'titles':>12}"


def _mean(values: list[float]) -> float:
    return float(np.mean(values)) if values else float("nan")
