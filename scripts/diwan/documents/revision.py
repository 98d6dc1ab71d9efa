"""Revision: small trained models look again at what the rules said of each line of a plain text.

In: the scene and the rule that decided each line. Out: the rules, and where the models are sure that a line belongs to
the article and not to the page, or the other way round, the sort of sign that moved them most. They see all lines at
once (`features`), the rules' own verdicts among them, and then each line with the first answers about the others
(`second`), so that they correct the rules and do not replace them. One of them chooses the title or finds none, one tells
headings among the lines kept (`keptlines`). What the rules tell by more than form and place stays: who and when,
captions, marked quotations.

How sure is sure depends on the text. Keeping a line is worth it from half the F1 score that the source can reach at
best (Lipton, Elkan, Narayanaswamy 2014, "Optimal thresholding of classifiers to maximize F1 measure"), which is high
on a page whose text stands out and low where nothing does.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from diwan.documents import features, keptlines, second
from diwan.documents.headings import has_form
from diwan.documents.rules import BY_MODEL, RULES_BY_NAME, Rule, rules_of
from diwan.documents.scene import Scene
from diwan.documents.shapes import Shape
from diwan.documents.titles import FARTHEST
from diwan.documents.titles import has_form as is_like_title
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
#: Share of the text, in words, that may be lost by what can be expected; probability that is asked even so, and that of
#: a line by which the place of the text is told; lines around that place. On sites held out a sixth less is lost, and
#: F1 falls by 0.003 on whole pages; a share of 0.06 saves half of that, bounds of 0.1 and 0.2 hardly differ.
_MOST_LOST, _LEAST_FOR_LOSS, _LIKELY, _AROUND = 0.04, 0.15, 0.6, 5
#: Words from which a line is simply long.
_LONG = 80
#: The same share for lines that the rules call a heading: in short articles few words of a heading recur.
_SHARE_IF_HEADING = 0.6
#: Probability from which a kept line is a heading: one that the rules call a heading, and any other. By
#: cross-validation F1 has its best with 0.3 and 0.5 and falls below 0.2; between, fewer true headings are taken away.
_STILL_HEADING, _HEADING = 0.25, 0.5
#: Probability from which a line before the text is its title. Most pages cut to their article have none: below 0.1,
#: every second title chosen is wrong; above 0.2, as many right ones are lost as wrong ones.
_TITLE = 0.12
#: Words of a source; in less, words recur by chance only, and the model learned from nothing so short.
_WORDS_MIN = 150
#: Share of sentences among the lines of an article alone. Of saved articles a third has so many and nothing around
#: them; with 0.5 menus are left to the rules that they keep, and above 0.6 nothing is won.
_MOSTLY = 0.6
_SORTS = ("form", "words", "neighbours", "place")


def revise(scene: Scene, rules: Sequence[Rule]) -> list[Rule]:
    """Return the rule that decides each line of *scene*, the models heard; *scene* gets the title they choose."""
    sure = sure_lines(scene, rules)
    if left_to_rules(scene, rules, sure):
        return list(rules)
    seen = features.features_of(scene, rules)
    wide = second.look_again(scene, seen, forest.load("lines").ask(seen)[0])
    title = title_of(scene, lambda lines: forest.load("titles").ask(wide[lines])[0])
    if title != scene.title:
        scene.retitle(title)
        rules = rules_of(scene)
        sure = sure_lines(scene, rules)
    chances = forest.load("again").ask(wide)[0]
    keep = whole_lists(rules, keeps(scene, rules, sure, chances))
    heading = np.zeros(len(rules), dtype=bool)
    if asked := may_be_headings(scene, keep & ~sure):
        again = second.look_again(scene, seen, chances)
        looks = keptlines.look_at_kept(scene, again, keep, chances, asked)
        heading[asked] = headed([rules[index] for index in asked], forest.load("headings").ask(looks)[0])
    kept = np.array([rule.keeps for rule in rules], dtype=bool)
    reasons = _reasons(seen, wide, keep, np.flatnonzero(keep != kept))
    revised = list(rules)
    for index in np.flatnonzero(~sure).tolist():
        shape, rule, reason = scene.shapes[index], rules[index], reasons.get(index, "")
        revised[index] = (
            _kept(shape, rule, reason, heading=bool(heading[index]))
            if keep[index]
            else _set_aside(shape, rule, reason, scene.body[0])
        )
    return revised


def title_of(scene: Scene, ask: Callable[[list[int]], Chances]) -> int | None:
    """Return the title that the model chooses, *ask* giving what it thinks of lines; None where it believes in none."""
    asked = may_be_titles(scene)
    if not asked:
        return None
    chances = ask(asked)
    best = int(chances.argmax())
    return asked[best] if chances[best] >= _TITLE else None


def may_be_titles(scene: Scene) -> list[int]:
    """Return the lines before the text, and its first, that could be the title by their form."""
    start = scene.body[0]
    shapes = scene.shapes[max(start - FARTHEST, 0) : start + 1]
    return [shape.index for shape in shapes if is_like_title(shape)]


def may_be_headings(scene: Scene, keep: Verdicts) -> list[int]:
    """Return the lines of those that *keep* keeps that could be headings by their form."""
    return [index for index in np.flatnonzero(keep).tolist() if has_form(scene.shapes[index])]


def left_to_rules(scene: Scene, rules: Sequence[Rule], sure: Verdicts) -> bool:
    """Tell whether the rules have the last word: on a short text, and on an article alone.

    That is one of which most lines are sentences, and where all that the rules set aside they know *sure*ly.
    """
    if sum(shape.length for shape in scene.shapes) < _WORDS_MIN:
        return True
    alone = all(rule.keeps or known for rule, known in zip(rules, sure, strict=True))
    return alone and sum(shape.is_sentence for shape in scene.shapes) >= _MOSTLY * len(scene.shapes)


def sure_lines(scene: Scene, rules: Sequence[Rule]) -> Verdicts:
    """Return which lines the model does not overrule: by their rule, or because a line with a colon introduces them."""
    return np.array(
        [
            rule.name in _SURE or (index in scene.introduced and rule.keeps)
            for index, rule in enumerate(rules)
        ],
        dtype=bool,
    )


def keeps(scene: Scene, rules: Sequence[Rule], sure: Verdicts, chances: Chances) -> Verdicts:
    """Return which lines are kept, from what the model gives each and what the *rules* said, *sure* or not."""
    kept = np.array([rule.keeps for rule in rules], dtype=bool)
    ruled = np.array([rule.kind is BlockKind.HEADING for rule in rules], dtype=bool)
    shares = np.where(ruled, _SHARE_IF_HEADING, np.where(kept, _SHARE_IF_KEPT, 1.0))
    lengths = np.array([min(shape.length, _LONG) for shape in scene.shapes])
    bound = min(bound_of(chances), max(bound_of_loss(chances, lengths), _LEAST_FOR_LOSS))
    return np.where(sure, kept, chances >= bound * shares)


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


def bound_of_loss(chances: Chances, lengths: Chances) -> float:
    """Return the probability below which the text that can be expected to lie is a small share of the whole.

    What counts are the lines between the first and last that are likely text, and a few around them: many unlikely
    lines far away add up to much.
    """
    likely = np.flatnonzero(chances >= _LIKELY)
    first, last = (likely[0], likely[-1]) if len(likely) else (0, len(chances) - 1)
    near = slice(max(first - _AROUND, 0), last + _AROUND + 1)
    order = np.argsort(chances[near], kind="stable")
    lost = np.cumsum((chances[near] * lengths[near])[order])
    place = min(int(np.searchsorted(lost, _MOST_LOST * lost[-1])), len(lost) - 1)
    return float(chances[near][order][place])


def _reasons(
    seen: forest.Matrix, wide: forest.Matrix, keep: Verdicts, lines: NDArray[np.int64]
) -> dict[int, str]:
    """Return, for each of *lines*, the sort of feature that moved both looks most."""
    if not len(lines):
        return {}
    credit = forest.load("lines").ask(seen[lines], _families(features.SORTS))[1][:, : len(_SORTS)]
    credit = credit + forest.load("again").ask(wide[lines], _families(second.SORTS))[1][:, : len(_SORTS)]
    weights = np.where(keep[lines][:, None], credit, -credit)
    return {int(line): _SORTS[best] for line, best in zip(lines, weights.argmax(axis=1), strict=True)}


@cache
def _families(sorts: tuple[str, ...]) -> NDArray[np.int32]:
    """Return the number of the sort of each feature."""
    return np.array([(*_SORTS, "").index(sort) for sort in sorts], dtype=np.int32)


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
