"""Verdicts: which stretches of a page are text of its article, each with the sign that weighed most.

In: the stretches of a page, and what the page says elsewhere. Out: for each whether it is text, how sure that is, and
the rule that names the family of signs that moved the answer most. Two looks: the first at each stretch where it
stands, the second with what the first made of its surroundings (stacked generalisation, Wolpert 1992). How sure a
stretch must be depends on the page: on one where even the surest are doubtful, less is asked.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from diwan.documents.models import forest
from diwan.documents.shapes import key_of
from diwan.documents.web import (
    alike,
    asked,
    cards,
    copies,
    ends,
    footnotes,
    foreign,
    further,
    leads,
    lists,
    quoted,
    scant,
    second,
    sights,
    turned,
)
from diwan.documents.web.places import Places
from diwan.documents.web.reach import reach_of
from diwan.documents.web.stretches import SUBHEADINGS, Stretch

#: What a page whose text is plain gives to its surest half, and the least asked of any; from cross-validation on the
#: pages that the models learned from, where 0.8 to 1 and 0.05 to 0.2 hardly differ.
_PLAIN, _LEAST = 0.9, 0.1
_HALF = 0.5
#: What is asked on a page whose text is plain: a little less than half, because losing text costs more than keeping a
#: label; on three divisions of the sites 0.45 gives F1 0.001 to 0.0015 more than 0.5 each time, and 0.35 to 0.4 hardly differ.
_PLAIN_BOUND = 0.45
#: Share of a stretch's chance that is the mean of those laid out alike, weighed by columns; from cross-validation too,
#: where 0.2 to 0.5 hardly differ.
_TOGETHER = 0.4

#: Letters and signs of what is running text beside a paragraph that was set aside; from 0 to 90 the same 15 of five
#: pages are told, all of them text, none less likely than 0.14; most are lines that head parts of it.
_RUNNING = 60
#: Letters and signs from which a stretch that the page has twice is text once: a short one may be said twice.
_TWICE = 60
_SAID_AGAIN = "said-again"
#: The rule of what heads a part of the text.
HEADING = "heading"
_AMONG_TEXT = "among-text"
_LIKE_TEXT = "laid-out-like-text"
_IN_LIST, _BELOW_TITLE = "list-in-text", "below-the-title"
#: The rule of a footnote.
LED_TO = "led-to-from-the-text"
#: The rule of a lead, by which it is told that it is one.
LEAD = "between-title-and-text"
#: What a paragraph between two others may be named and is no text then.
_NO_TEXT = ("advert", "appeal", "comment", "notice", "related", "hiding")
_FURTHER = "another-article"
_WHERE_TEXT_IS = "where-the-text-is"
_AWAY, _BESIDE_TEXT = "away-from-the-text", "among-surroundings"
_LINKS, _NAMED_OTHERWISE, _TURNED = "links", "named-as-surroundings", "words-of-surroundings"
#: Words of the longest label of other articles.
_LONGEST_LABEL = 6
#: Words of the shortest bold link that leads away: shorter ones name a source or a site.
_FEWEST_WORDS = 4
#: Titles of a page that it states, before those that it only shows.
_STATED = 3

#: Families of signs: the rule of what each speaks for, that of what it speaks against, and the names of its columns.
_FAMILIES = (
    ("few-links", "links", r".*linked.*"),
    ("words-of-text", "words-of-surroundings", r"cue\..*"),
    ("named-as-text", "named-as-surroundings", r"in\..*|hidden"),
    ("among-text", "among-surroundings", r"[+-]\d\..*|first.+"),
    ("where-the-text-is", "away-from-the-text", r"(?:main|up\d|running-|since-|until-|page\.|title\.|h1-|articles-).*|at|depth|paragraphs"),
    ("laid-out-like-text", "laid-out-like-surroundings", r"alike\..*"),
    ("found-by-another-reader", "left-by-another-reader", r"heard.*"),
    ("said-for-machines", "said-again", r"again.*|is-(?:title|description)|in-.*|has-body"),
    ("running-text", "label-shape", r"(?!first$).*"),
    ("", "", r"first"),
)  # fmt: skip


#: Which stretches a rule tells of, whether they are text, and its name.
_Rule: TypeAlias = tuple[Sequence[bool] | NDArray[np.bool_], bool, str]


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a stretch is text of the article, how likely that is (0 to 1), and the rule that decided."""

    kept: bool
    chance: float
    rule: str


@dataclass(frozen=True, slots=True)
class _Thought:
    """What the models think of the stretches of a page."""

    seen: sights.Matrix
    widths: NDArray[np.float64]
    #: How likely each is text, and how much each family of signs moved that.
    chances: NDArray[np.float64]
    credit: NDArray[np.floating]

    @property
    def running(self) -> NDArray[np.float64]:
        """The columns of running text of each stretch."""
        return np.asarray(self.widths * self.seen[:, sights.NAMES.index("running")])


def judge(stretches: Sequence[Stretch], page: sights.Page, known: Places) -> list[Verdict]:
    """Return the verdict on each stretch."""
    if not stretches:
        return []
    verdicts = _judge(stretches, page, known)
    notes = footnotes.footnotes_in(stretches, [verdict.kept for verdict in verdicts], known)
    return [
        replace(verdict, kept=True, rule=LED_TO) if index in notes else verdict
        for index, verdict in enumerate(verdicts)
    ]


def _judge(stretches: Sequence[Stretch], page: sights.Page, known: Places) -> list[Verdict]:
    thought = _think(stretches, page, known)
    chances, running = thought.chances, thought.running
    title_keys = [key_of(one) for one in page.titles]
    key = title_keys[0] if title_keys else ""
    title = sights.title_at(stretches, page)
    # Where each stretch stands is known by now, and so is every element above it.
    others = foreign.foreign_in(stretches, known.known)
    said = turned.to_reader([one.shape for one in stretches])
    none = others | said
    kept, rules = _ruled(
        stretches, thought, (chances >= bound_of(chances, thought.widths)) & ~none, key, known
    )
    lead = leads.lead_of(stretches, kept, title, (title_keys, key_of(page.description)), known)
    first = (
        (others, False, _NAMED_OTHERWISE),
        (said, False, _TURNED),
        (_other_titles(stretches, title_keys[:_STATED]), False, _SAID_AGAIN),
    )
    rules = (*first, *rules, (lead, True, LEAD))
    further_at = further.begins(stretches, kept, running, title)
    begins, comments_at = reach_of(stretches, kept, running, title, key)
    # What weighed most, where no rule decides.
    best = np.where(kept[:, None], thought.credit, -thought.credit).argmax(axis=1)
    verdicts = []
    for index, family in enumerate(best):
        told = next(((keep, rule) for mask, keep, rule in rules if mask[index]), None)
        keep, rule = told or (bool(kept[index]), _FAMILIES[family][0 if kept[index] else 1])
        if keep and index >= further_at:
            keep, rule = False, _FURTHER
        elif keep and not begins <= index < comments_at:
            keep, rule = False, _AWAY if index < begins else _BESIDE_TEXT
        verdicts.append(Verdict(keep, float(chances[index]), rule))
    taken = np.array([verdict.kept for verdict in verdicts])
    closing = ends.closing_lines(stretches, taken) | ends.labels_of_nothing(stretches, taken)
    for index, rule in closing.items():
        taken[index], verdicts[index] = False, replace(verdicts[index], kept=False, rule=rule)
    instead = scant.instead_of(stretches, chances, taken, running, known)
    instead |= scant.alike_instead(stretches, taken, running, known)
    if instead.any():
        return [
            replace(verdict, kept=bool(text), rule=_WHERE_TEXT_IS if text else _AWAY)
            for verdict, text in zip(verdicts, instead, strict=True)
        ]
    below = scant.below_title(stretches, taken, title, key, known) & ~none
    return [
        replace(verdict, kept=True, rule=_BELOW_TITLE) if more else verdict
        for verdict, more in zip(verdicts, below, strict=True)
    ]


def _think(stretches: Sequence[Stretch], page: sights.Page, known: Places) -> _Thought:
    """Ask the models, each stretch by itself and again with what was thought of its surroundings."""
    seen = sights.see(stretches, page, known)
    widths = np.expm1(seen[:, sights.NAMES.index("width")]).astype(np.float64)
    first, credit_before = forest.load("first").ask(seen, _families()[: seen.shape[1]])
    groups = second.groups_of(stretches, known)
    again = np.concatenate([seen, second.look_again(groups, first, widths)], axis=1)
    then, credit = forest.load("second").ask(again, _families())
    # On sites left out, the mean of both looks is right more often than either. What the first look made of a stretch
    # itself is explained by what moved that.
    chances = settled((first + then) / 2, widths, groups[second.ALIKE])
    return _Thought(seen, widths, chances, credit[:, :-1] + credit_before)


def _ruled(
    stretches: Sequence[Stretch],
    thought: _Thought,
    kept: NDArray[np.bool_],
    key: str,
    known: Places,
) -> tuple[NDArray[np.bool_], tuple[_Rule, ...]]:
    """Return which stretches are text by what is around them, of those that the models *kept*, and the rules that say so.

    A rule is which stretches it tells of, whether they are text, and its name; the first that tells decides. *key* is that
    of the title.
    """
    seen, chances, running = thought.seen, thought.chances, thought.running
    like_text = np.array(alike.like_text(stretches, kept, running, known))
    kept = kept | like_text
    in_lists = lists.in_text(stretches, kept, running, known)
    kept |= in_lists
    in_quotations = quoted.in_quotations(stretches, kept)
    in_cards = kept & cards.teasers(stretches, key)
    kept &= ~in_cards
    listed = _below_label(stretches, seen)
    away = lists.leading_away(stretches, kept, known) | listed | [_leads_away(one) for one in stretches]
    heads = np.array(_over_text(stretches, seen, kept)) | alike.heads_alike(stretches, kept)
    heads |= asked.over_answers(stretches, kept)
    return kept, (
        (heads, True, HEADING),
        (_said_again(stretches, seen, kept, chances), False, _SAID_AGAIN),
        (like_text, True, _LIKE_TEXT),
        (in_lists, True, _IN_LIST),
        (in_quotations, True, _AMONG_TEXT),
        (_within_text(stretches, seen, kept, chances), True, _AMONG_TEXT),
        (in_cards | (kept & away), False, _LINKS),
    )


def _other_titles(stretches: Sequence[Stretch], titles: Sequence[str]) -> NDArray[np.bool_]:
    """Tell which headings say one of the *titles*, or half of it: a page that states two shows one of them, or both."""
    heads = (
        one for one in stretches if one.element.tag in ("h1", "h2") and len(one.key.split()) >= _FEWEST_WORDS
    )
    found = np.zeros(len(stretches), dtype=np.bool_)
    for one in heads:
        found[one.index] = any(one.key in title and len(one.key) >= _HALF * len(title) for title in titles)
    return found


def _over_text(stretches: Sequence[Stretch], seen: sights.Matrix, kept: NDArray[np.bool_]) -> list[bool]:
    """Tell which stretches are headings that were set aside though the text they stand over was kept."""
    linked, read_also = (seen[:, sights.NAMES.index(name)] for name in ("linked", "cue.read-also"))
    named = _named_no_text(seen)
    found = [False] * len(stretches)
    # What a page says over several of its parts is the label of something that it puts between them.
    said = Counter(one.key for one in stretches if one.element.tag in SUBHEADINGS)
    for here, below in pairwise([one for one in stretches if not foreign.is_to_edit(one.element)]):
        heading = (
            here.element.tag in SUBHEADINGS and said[here.key] == 1 and below.element.tag not in SUBHEADINGS
        )
        if heading and kept[below.index] and not kept[here.index]:
            levels = _box(stretches, here, below, kept)
            label = read_also[here.index] or linked[here.index] >= _HALF
            found[here.index] = levels > 0 and not label and named[here.index] >= levels
    return found


def _named_no_text(seen: sights.Matrix) -> NDArray[np.floating]:
    """Return how many levels up of each stretch is the nearest name that says that it is no text."""
    return np.asarray(seen[:, [sights.NAMES.index(f"in.{name}") for name in _NO_TEXT]].min(axis=1))


def _box(stretches: Sequence[Stretch], here: Stretch, below: Stretch, kept: NDArray[np.bool_]) -> int:
    """Return the levels of the box that a heading has beside what is *below* it: 1 is itself; 0 where it has none.

    Programs with which sites are put together from parts set each heading into a box, and each text: one so set stands
    between two texts.
    """
    if here.element.getparent() is below.element.getparent():
        return 1
    at, home = next((at, one) for at, one in enumerate(here.chain) if one in below.chain)
    before = stretches[: here.index]
    alone = at > 0 and not (before and here.chain[at - 1] in before[-1].chain)
    return at if alone and any(kept[one.index] and home in one.chain for one in before) else 0


def _within_text(
    stretches: Sequence[Stretch], seen: sights.Matrix, kept: NDArray[np.bool_], chances: NDArray[np.float64]
) -> list[bool]:
    """Tell which paragraphs were set aside between two of running text in one element: lines that head parts of it."""
    linked, read_also = (seen[:, sights.NAMES.index(name)] for name in ("linked", "cue.read-also"))
    named = _named_no_text(seen) == 0
    found = [False] * len(stretches)
    for above, here, below in zip(stretches, stretches[1:], stretches[2:], strict=False):
        between = kept[above.index] and not kept[here.index] and kept[below.index]
        running = min(above.size, below.size) >= _RUNNING and here.element.tag == "p"
        if between and running and chances[here.index] >= _LEAST and _holds_both(here, above, below):
            promo = read_also[here.index] or named[here.index]
            found[here.index] = linked[here.index] < _HALF and not promo
    return found


def _below_label(stretches: Sequence[Stretch], seen: sights.Matrix) -> list[bool]:
    """Tell which stretches are a label of other articles (*Read also*) over links, and the lines below it that are all link."""
    read_also = seen[:, sights.NAMES.index("cue.read-also")]
    found = [False] * len(stretches)
    label: int | None = None
    for stretch in stretches:
        if stretch.size and stretch.linked == stretch.size and label is not None:
            found[label] = found[stretch.index] = True
        else:
            short = stretch.shape.length <= _LONGEST_LABEL
            label = stretch.index if short and not stretch.linked and read_also[stretch.index] else None
    return found


def _leads_away(stretch: Stretch) -> bool:
    """Tell whether a paragraph is one bold link of some words, as papers set other articles and appeals into a text.

    Of those kept on 246 pages 16 of five sites were no text, and of four that were three are an address.
    """
    if stretch.element.tag not in ("p", "div") or not stretch.linked == stretch.bold == stretch.size:
        return False
    words = len(stretch.text.split()) if stretch.shape.is_spaced else stretch.shape.length
    return words >= _FEWEST_WORDS


def _holds_both(here: Stretch, above: Stretch, below: Stretch) -> bool:
    """Tell whether the element in which *here* stands by itself holds what is above and below it."""
    home = here.element.getparent()
    return all(home in one.chain[1:] for one in (above, below))


def _said_again(
    stretches: Sequence[Stretch], seen: sights.Matrix, kept: NDArray[np.bool_], chances: NDArray[np.float64]
) -> list[bool]:
    """Tell which long stretches that were kept stand twice: all but the likeliest, or the first of those.

    One that is cut otherwise the second time is told by its beginning, middle and end.
    """
    best: dict[str, int] = {}
    some = [stretch for stretch, keep in zip(stretches, kept, strict=True) if keep]
    for stretch in some:
        if stretch.size >= _TWICE:
            known = best.setdefault(stretch.text, stretch.index)
            if chances[stretch.index] > chances[known]:
                best[stretch.text] = stretch.index
    less_likely = [best.get(stretch.text, stretch.index) != stretch.index for stretch in some]
    # What stands before among all stretches is looked for among those that were kept: on most pages nothing does.
    before = seen[:, sights.NAMES.index("again.earlier")]
    some_before = any(before[stretch.index] == 1 for stretch in some)
    again = copies.said_before(some, less_likely) if some_before else [False] * len(some)
    found = [False] * len(stretches)
    for stretch, less, said in zip(some, less_likely, again, strict=True):
        found[stretch.index] = less or said
    # A copy is whole: in a paragraph of which other lines stand nowhere else, what comes again is the refrain of a song.
    sung = {one.element for one in some if one.element.tag == "p" and not found[one.index]}
    return [again and one.element not in sung for again, one in zip(found, stretches, strict=True)]


def settled(
    chances: NDArray[np.float64], widths: NDArray[np.float64], alike: second.Group
) -> NDArray[np.float64]:
    """Return *chances* drawn towards the mean of what the page lays out *alike*: text is seldom half of it."""
    size = widths + 1
    mean = np.bincount(alike, weights=chances * size) / np.bincount(alike, weights=size)
    return np.asarray((1 - _TOGETHER) * chances + _TOGETHER * mean[alike])


def bound_of(chances: NDArray[np.float64], widths: NDArray[np.float64]) -> float:
    """Return the probability from which a stretch of this page is text."""
    order = np.argsort(-chances, kind="stable")
    mass = (chances * widths)[order]
    top = int(np.searchsorted(np.cumsum(mass), mass.sum() * _HALF)) + 1
    surest = float((chances[order][:top] * mass[:top]).sum() / max(float(mass[:top].sum()), 1e-9))
    return float(np.clip(_PLAIN_BOUND * surest / _PLAIN, _LEAST, _PLAIN_BOUND))


@cache
def _families() -> NDArray[np.int32]:
    """Return the number of the family of each column."""
    names = (*sights.NAMES, *second.NAMES)
    numbers = [
        next(i for i, family in enumerate(_FAMILIES) if re.fullmatch(family[2], name)) for name in names
    ]
    return np.array(numbers, dtype=np.int32)
