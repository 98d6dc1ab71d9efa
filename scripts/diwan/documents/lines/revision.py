"""Revision: small trained models look again at what the rules said of each line of a plain text.

In: the scene and the rule that decided each line. Out: the rules, and where the models are sure that a line belongs to
the article and not to the page, or the other way round, the sort of sign that moved them most. They see all lines at
once (`features`), the rules' own verdicts among them, and then each line with the first answers about the others
(`second`), so that they correct the rules and do not replace them. One of them chooses the title or finds none, one
tells headings among the lines kept (`keptlines`). What the rules tell by more than form and place stays: who and when,
captions, marked quotations.

How likely a line is text depends on all others, since text stands together (`chain`). How much is asked of it depends on
the text and on the line (`asked_of`): it is kept if that is expected to be worth more than to set it aside, in lines and in
words.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from diwan.documents.lines import chain, features, keptlines, second, tables
from diwan.documents.lines.captions import is_caption
from diwan.documents.lines.headings import has_form
from diwan.documents.lines.rules import BY_MODEL, RULES_BY_NAME, Rule, rules_of
from diwan.documents.lines.scene import Scene
from diwan.documents.lines.stretches import whole_stretches
from diwan.documents.lines.titles import FARTHEST, is_on_subject, is_told_by_credit, over_lead
from diwan.documents.lines.titles import has_form as is_like_title
from diwan.documents.models import forest, nets
from diwan.documents.shapes import Shape
from diwan.model.block import BlockKind

Chances = NDArray[np.float64]
Verdicts = NDArray[np.bool_]

#: Rules that the model does not overrule: they know more than form and place.
_SURE = features.CREDITS | features.OF_PAGE | {
    "path-of-sections", "row-of-headlines", "no-words", "format", "addresses-of-links", "mark-of-a-message", "speech", "times-of-speech", "links", "title", "title-again", "caption", "quoted-by-mark", "said-elsewhere",
}  # fmt: skip
#: What a lost line counts beside one too many (the square of the beta of F-beta), and what the share of words that is lost
#: counts beside that score: an article without its words is worse than one with a headline too many. With more
#: than 8.5 headlines right below a text stay; by cross-validation 11 loses 0.1 to 0.3 of a hundred fewer words.
_RECALL, _WORDS = 0.25, 8.5
#: What is asked of lines that the rules call a heading, and of those that they set aside, beside all others: few words of a
#: heading recur in a short article, and what the rules saw is no chance. By cross-validation 0.5 and 0.6 for the first hardly
#: differ; with 1.9 for the second instead of 2.4 whole pages lose 0.004 of F1, and headlines below an article stay.
_IF_HEADING, _IF_SET_ASIDE = 0.6, 2.4
#: How much of the say in what is kept the nets have. By cross-validation whole pages gain 0.004 to 0.007 over a half; with
#: 0.8 nothing more is won.
_SAY = 0.65
#: Words from which a line is simply long.
_LONG = 80
#: Probability from which a kept line is a heading: one that the rules call a heading, and any other. By
#: cross-validation F1 is 0.015 better with 0.15 than with 0.1, and 0.007 better with 0.2, which takes more true ones away.
_STILL_HEADING, _HEADING = 0.15, 0.5
#: Probability from which a line before the text is its title. Most pages cut to their article have none: below 0.1,
#: every second title chosen is wrong; above 0.2, as many right ones are lost as wrong ones.
_TITLE = 0.1
#: Words of a source; in less, words recur by chance only. Of saved pages cut down to less than 80 words the models lose
#: 3.7 % and the rules alone 7.1 %; of those of less than 50 both lose 6 to 7 %.
_WORDS_MIN = 50
#: Words of a source in which the title of the rules stays where the model finds none: of 128 pages cut down to less that
#: have one, the rules find 88 and the model 80, 12 of them others.
_WORDS_TITLE = 150
#: Lines of the longest source that the models look at. The longest saved page had 723, and each line takes them a tenth of
#: a millisecond, so that a file without end would keep a reader waiting.
_LINES_MAX = 10_000
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
    title = scene.told_title
    if title is None:
        title = title_of(scene, lambda lines: forest.load("titles").ask(wide[lines])[0])
    if scene.told_title is None:
        title = settled(scene, title)
    if title != scene.title:
        scene.retitle(title)
        rules = rules_of(scene)
        sure = sure_lines(scene, rules)
    odds, headings = nets.load().ask(seen)
    chances = together(forest.load("again").ask(wide)[0], odds)
    keep = kept_among(scene, rules, sure, chances)
    heading = np.zeros(len(rules), dtype=bool)
    if asked := may_be_headings(scene, keep & ~sure):
        again = second.look_again(scene, seen, chances)
        looks = keptlines.look_at_kept(scene, again, keep, chances, asked)
        likely = nets.between(forest.load("headings").ask(looks)[0], headings[asked])
        heading[asked] = headed([rules[index] for index in asked], likely)
        may_head = set(asked)
        for heads in scene.parts:
            own = [index for index in heads if index in may_head]
            heading[own] |= 3 * int(heading[own].sum()) >= 2 * len(heads)
    kept = np.array([rule.keeps for rule in rules], dtype=bool)
    reasons = _reasons(seen, wide, keep, np.flatnonzero(keep != kept))
    by_others = (keep != kept) & (keep != whole_lists(rules, keeps(scene, rules, sure, chances)))
    reasons |= dict.fromkeys(np.flatnonzero(by_others).tolist(), "neighbours")
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


def settled(scene: Scene, title: int | None) -> int | None:
    """Return the title of *scene*, where the model found the line *title* or none: the one over that, if that is a lead.

    Where the model finds none, that of the rules stays in a short source, and over who and when.
    """
    before = scene.shapes[: scene.body[0]]
    found = scene.title if title is None else title
    if found is None:
        return None
    over = over_lead(before, found, scene.may_be_title, scene.sentences)
    if title is not None or _words_of(scene) < _WORDS_TITLE:
        return over
    told = is_told_by_credit(before, found, scene.is_credit)
    return over if told and is_on_subject(scene.shapes[over], scene.sentences) else None


def may_be_titles(scene: Scene) -> list[int]:
    """Return the lines before the text, and its first, that could be the title by their form, and are no items of a list."""
    start = scene.body[0]
    shapes = scene.shapes[max(start - FARTHEST, 0) : start + 1]
    items = scene.listed | {shape.index for shape in shapes if shape.marker and not shape.is_numbered}
    return [
        shape.index
        for shape in shapes
        if is_like_title(shape) and shape.index not in items and not is_caption(shape)
    ]


def may_be_headings(scene: Scene, keep: Verdicts) -> list[int]:
    """Return the lines of those that *keep* keeps that could be headings by their form."""
    return [index for index in np.flatnonzero(keep).tolist() if has_form(scene.shapes[index])]


def left_to_rules(scene: Scene, rules: Sequence[Rule], sure: Verdicts) -> bool:
    """Tell whether the rules have the last word: on a short text, on one without end or sentences, and on an article alone.

    The last is one of which most lines are sentences, and where all that the rules set aside they know *sure*ly.
    """
    sentences = sum(shape.is_sentence for shape in scene.shapes)
    if not sentences or len(rules) > _LINES_MAX or _words_of(scene) < _WORDS_MIN:
        return True
    alone = all(rule.keeps or known for rule, known in zip(rules, sure, strict=True))
    return alone and sentences >= _MOSTLY * len(scene.shapes)


def _words_of(scene: Scene) -> float:
    """Return how many words a source has, about."""
    return sum(shape.length for shape in scene.shapes)


def sure_lines(scene: Scene, rules: Sequence[Rule]) -> Verdicts:
    """Return which lines the model does not overrule.

    That is by their rule, because a line with a colon introduces them, because they are set aside below the last table, or
    because they stand between title and author of an article alone.
    """
    below = tables.lines_below(scene.shapes)
    told = scene.is_alone and scene.told_title is not None
    return np.array(
        [
            rule.name in _SURE
            or (told and rule.name == "lead")
            or (index in scene.introduced if rule.keeps else index in below)
            for index, rule in enumerate(rules)
        ],
        dtype=bool,
    )


def kept_among(scene: Scene, rules: Sequence[Rule], sure: Verdicts, chances: Chances) -> Verdicts:
    """Return which lines are kept, from what the models give each by itself: among all others, and lists whole."""
    listed = whole_lists(rules, keeps(scene, rules, sure, chain.among(chances, sure)))
    return whole_stretches(scene, listed, sure, chances)


def keeps(scene: Scene, rules: Sequence[Rule], sure: Verdicts, chances: Chances) -> Verdicts:
    """Return which lines are kept, from what the model gives each and what the *rules* said, *sure* or not.

    Above the title nothing is but sentences: what is none there belongs to the page, however like the text its words are.
    So do long lists of short entries away from the text, and rows of entries that stand on lines of their own too.
    """
    kept = np.array([rule.keeps for rule in rules], dtype=bool)
    lengths = np.array([min(shape.length, _LONG) for shape in scene.shapes])
    headings = np.array([rule.kind is BlockKind.HEADING for rule in rules], dtype=bool)
    shares = np.where(headings, _IF_HEADING, np.where(kept, 1.0, _IF_SET_ASIDE))
    menus = scene.listed | scene.rows | scene.subjects
    away = [
        shape.index in menus or (shape.index < (scene.title or 0) and not shape.is_sentence)
        for shape in scene.shapes
    ]
    asked = shares * asked_of(np.where(sure, kept, chances), lengths)
    return np.where(sure, kept, ~np.array(away) & (chances >= asked))


def together(chances: Chances, odds: Chances) -> Chances:
    """Return how likely each line is text, from what the forests give it and the *odds* of the nets."""
    return nets.between(chances, odds, _SAY)


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


def asked_of(chances: Chances, lengths: Chances) -> Chances:
    """Return the probability from which each line is worth keeping, from those of all and their *lengths* in words.

    Worth is the F-beta score by lines that can be expected, and the share of the text's words that is kept. A line adds to
    the score from a share of the best that the text can reach (Lipton, Elkan, Narayanaswamy 2014, "Optimal thresholding
    of classifiers to maximize F1 measure"), which is high where the text stands out and low where nothing does; and the
    more words it has beside the usual line of the text, the less is asked of it.
    """
    surest = np.sort(chances)[::-1]
    counts, total = np.arange(1, len(surest) + 1), float(surest.sum())
    best = float(((1 + _RECALL) * np.cumsum(surest) / (counts + _RECALL * total)).max())
    usual = max(float(chances @ lengths) / max(total, 1e-9), 1.0)
    return np.asarray(best / (1 + _RECALL) / (1 + _WORDS * lengths / usual))


def _reasons(
    seen: forest.Matrix, wide: forest.Matrix, keep: Verdicts, lines: NDArray[np.int64]
) -> dict[int, str]:
    """Return, for each of *lines*, the sort of feature that moved both looks and the nets most together."""
    if not len(lines):
        return {}
    own, wider = _families(features.SORTS), _families(second.SORTS)
    credit = nets.load().moved(seen, own)[lines]
    credit += forest.load("lines").ask(seen[lines], own)[1][:, : len(_SORTS)]
    credit += forest.load("again").ask(wide[lines], wider)[1][:, : len(_SORTS)]
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
