"""Revision: a small trained model looks again at what the rules said of each line of a plain text.

In: the scene and the rule that decided each line. Out: the rules, and where the model is sure that a line belongs to
the article and not to the page, or the other way round, the sort of sign that moved it most. The model sees all lines
at once (`features`), the rules' own verdicts among them, so that it corrects them and does not replace them. What the
rules tell by more than form and place stays: the title, who and when, captions, marked quotations.

How sure is sure depends on the text. Keeping a line is worth it from half the F1 score that the source can reach at
best (Lipton, Elkan, Narayanaswamy 2014, "Optimal thresholding of classifiers to maximize F1 measure"), which is high
on a page whose text stands out and low where nothing does.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from diwan.documents import features
from diwan.documents.headings import has_form
from diwan.documents.rules import BY_MODEL, RULES_BY_NAME, Rule
from diwan.documents.scene import Scene
from diwan.documents.shapes import Shape
from diwan.documents.web import forest
from diwan.model.block import BlockKind

Chances = NDArray[np.float64]
Verdicts = NDArray[np.bool_]

#: Rules that the model does not overrule: they know more than form and place.
_SURE = frozenset(
    {"no-words", "format", "title", "title-again", "who", "when", "caption", "quoted-by-mark", "said-elsewhere",
     "about-the-page", "rights-or-responsibility", "way-to-reach", "readers-comments", "about-the-author",
     "link-or-appeal", "below-link-label"}
)  # fmt: skip
#: The least and the most that is asked of a line, as a probability, and the share of it that is asked of lines that
#: the rules keep: by cross-validation a lost line costs readers more than one too many, and 0.6 to 1 hardly differ.
_LEAST, _MOST, _SHARE_IF_KEPT = 0.1, 0.5, 0.8
#: The same share for lines that the rules call a heading: in short articles few words of a heading recur.
_SHARE_IF_HEADING = 0.6
#: Probability from which a kept line is a heading: one that the rules call a heading, and any other. The rules know
#: what stands over what; the model knows what headings of this source look like.
_STILL_HEADING, _HEADING = 0.1, 0.6
#: Words of a source; in less, words recur by chance only, and the model learned from nothing so short.
_WORDS_MIN = 150
_SORTS = ("form", "words", "neighbours", "place")


def revise(scene: Scene, rules: Sequence[Rule]) -> list[Rule]:
    """Return the rule that decides each line of *scene*, the model heard."""
    sure = sure_lines(scene, rules)
    if left_to_rules(scene, rules, sure):
        return list(rules)
    kept = np.array([rule.keeps for rule in rules], dtype=bool)
    seen = features.features_of(scene, rules)
    keep = whole_lists(rules, keeps(rules, sure, forest.load("lines").ask(seen)[0]))
    heading = kept & False
    asked = [
        index
        for index in np.flatnonzero(keep & ~sure).tolist()
        if rules[index].kind is BlockKind.HEADING or has_form(scene.shapes[index])
    ]
    if asked:
        heading[asked] = headed(
            [rules[index] for index in asked], forest.load("headings").ask(seen[asked])[0]
        )
    reasons = _reasons(seen, keep, np.flatnonzero(keep != kept))
    revised = list(rules)
    for index in np.flatnonzero(~sure).tolist():
        shape, rule, reason = scene.shapes[index], rules[index], reasons.get(index, "")
        revised[index] = (
            _kept(shape, rule, reason, heading=bool(heading[index]))
            if keep[index]
            else _set_aside(shape, rule, reason, scene.body[0])
        )
    return revised


def left_to_rules(scene: Scene, rules: Sequence[Rule], sure: Verdicts) -> bool:
    """Tell whether the rules have the last word: on a short text, or where all that they set aside they know *sure*ly."""
    short = sum(shape.words for shape in scene.shapes) < _WORDS_MIN
    return short or all(rule.keeps or known for rule, known in zip(rules, sure, strict=True))


def sure_lines(scene: Scene, rules: Sequence[Rule]) -> Verdicts:
    """Return which lines the model does not overrule: by their rule, or because a line with a colon introduces them."""
    return np.array(
        [
            rule.name in _SURE or (index in scene.introduced and rule.keeps)
            for index, rule in enumerate(rules)
        ],
        dtype=bool,
    )


def keeps(rules: Sequence[Rule], sure: Verdicts, chances: Chances) -> Verdicts:
    """Return which lines are kept, from what the model gives each and what the *rules* said, *sure* or not."""
    kept = np.array([rule.keeps for rule in rules], dtype=bool)
    ruled = np.array([rule.kind is BlockKind.HEADING for rule in rules], dtype=bool)
    shares = np.where(ruled, _SHARE_IF_HEADING, np.where(kept, _SHARE_IF_KEPT, 1.0))
    return np.where(sure, kept, chances >= bound_of(chances) * shares)


def whole_lists(rules: Sequence[Rule], keep: Verdicts) -> Verdicts:
    """Return *keep* with lists whole: where one item of a list that the rules keep is kept, all are."""
    whole, start = keep.copy(), 0
    for is_list, items in groupby(rule.kind is BlockKind.LIST_ITEM and rule.keeps for rule in rules):
        end = start + len(list(items))
        if is_list and keep[start:end].any():
            whole[start:end] = True
        start = end
    return whole


def headed(rules: Sequence[Rule], chances: Chances) -> Verdicts:
    """Return which lines are headings, from what the model gives each and the *rules* said."""
    ruled = np.array([rule.kind is BlockKind.HEADING for rule in rules], dtype=bool)
    return chances >= np.where(ruled, _STILL_HEADING, _HEADING)


def bound_of(chances: Chances) -> float:
    """Return the probability from which a line is kept: half the best F1 score that can be expected of the source."""
    surest = np.sort(chances)[::-1]
    counts = np.arange(1, len(surest) + 1)
    best = (2 * np.cumsum(surest) / (counts + surest.sum())).max()
    return float(np.clip(best / 2, _LEAST, _MOST))


def _reasons(seen: forest.Matrix, keep: Verdicts, lines: NDArray[np.int64]) -> dict[int, str]:
    """Return, for each of *lines*, the sort of feature that moved the model most."""
    if not len(lines):
        return {}
    _, credit = forest.load("lines").ask(seen[lines], _families())
    weights = np.where(keep[lines][:, None], credit, -credit)[:, : len(_SORTS)]
    return {int(line): _SORTS[best] for line, best in zip(lines, weights.argmax(axis=1), strict=True)}


@cache
def _families() -> NDArray[np.int32]:
    """Return the number of the sort of each feature."""
    return np.array([(*_SORTS, "").index(sort) for sort in features.SORTS], dtype=np.int32)


def _kept(shape: Shape, rule: Rule, reason: str, *, heading: bool) -> Rule:
    """Return the rule of a line that is kept: the one it had, or the model's."""
    if heading != (rule.kind is BlockKind.HEADING) and (not heading or has_form(shape)):
        rule = RULES_BY_NAME["model:heading" if heading else "model:no-heading"]
    elif reason:
        rule = BY_MODEL[True, reason]
    else:
        return rule
    return replace(rule, kind=BlockKind.LIST_ITEM) if shape.marker and not heading else rule


def _set_aside(shape: Shape, rule: Rule, reason: str, start: int) -> Rule:
    """Return the rule of a line that is set aside; *start* is the first line of the text."""
    kind = BlockKind.NAVIGATION if shape.index < start else BlockKind.PROMO
    return replace(BY_MODEL[False, reason], kind=kind) if reason else rule
