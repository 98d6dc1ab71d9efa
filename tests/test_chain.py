"""The chain of lines: what it makes of each, given that text stands together."""

import itertools
import math

import numpy as np
import pytest

from diwan.documents.lines.chain import among
from diwan.documents.lines.revision import keeps, kept_among
from diwan.documents.lines.rules import rules_of
from diwan.documents.lines.structure import see
from diwan.documents.splitting import normalise, split

BEFORE, TEXT, BETWEEN, BEHIND = range(4)
#: What a way counts for each step; a step that is not here is none.
STEPS = {
    (BEFORE, BEFORE): 1, (BEFORE, TEXT): 1, (TEXT, TEXT): 1, (TEXT, BEHIND): 1, (BEHIND, BEHIND): 1,
    (TEXT, BETWEEN): 0.9, (BETWEEN, TEXT): 0.9, (BETWEEN, BETWEEN): 0.8,
}  # fmt: skip


def _among(*chances):
    return among(np.array(chances), np.zeros(len(chances), dtype=bool))


def _by_hand(chances):
    """Return the share of all ways in which each line is text, each way tried."""
    text, whole = np.zeros(len(chances)), 0.0
    for way in itertools.product(range(4), repeat=len(chances)):
        if way[0] not in (BEFORE, TEXT) or way[-1] not in (TEXT, BEHIND):
            continue
        steps = math.prod(STEPS.get(step, 0) for step in itertools.pairwise(way))
        counts = steps * math.prod(
            own if state == TEXT else 1 - own for state, own in zip(way, chances, strict=True)
        )
        whole += counts
        text += counts * (np.array(way) == TEXT)
    return text / whole


@pytest.mark.parametrize(
    "chances", [(0.3, 0.9, 0.4, 0.2, 0.8, 0.1), (0.6,), (0.1, 0.1, 0.2), (0.9, 0.1, 0.9, 0.9)]
)
def test_each_line_is_as_likely_as_the_ways_in_which_it_is_text(chances):
    """Forward and backward give what trying every way gives."""
    assert _among(*chances) == pytest.approx(_by_hand(chances), abs=1e-9)


def test_text_stands_together():
    """A doubtful line is more likely between lines of the text than among those of the page, and more so beside the text."""
    within = _among(0.9, 0.9, 0.5, 0.9, 0.9)[2]
    beside = _among(0.9, 0.9, 0.5, 0.1, 0.1)[2]
    apart = _among(0.9, 0.9, 0.1, 0.1, 0.1, 0.5, 0.1)[5]
    assert within > 0.55 > beside > 0.5
    assert apart < 0.45


def test_the_longer_an_interruption_the_less_likely_is_what_stands_behind_it():
    """Few lines of the page within a text are common; many are the end of it."""
    behind = [_among(0.95, 0.95, *[0.1] * lines, 0.5, 0.5)[-1] for lines in (1, 3, 9, 27)]
    assert behind == sorted(behind, reverse=True)


def test_beginning_and_ending_cost_nothing():
    """One paragraph among lines of the page is not given up for standing alone: a source has its text somewhere."""
    assert _among(0.02, 0.02, 0.6, 0.02, 0.02)[2] > 0.9


def test_a_source_turned_round_is_judged_alike():
    """Nothing tells above from below but the lines themselves."""
    chances = np.linspace(0.05, 0.95, 12) ** 2
    assert _among(*chances[::-1])[::-1] == pytest.approx(_among(*chances))


def test_a_silent_line_says_nothing():
    """What the models think of a line that the rules know does not move its neighbours."""
    silent = np.array([False, True, False])
    low, high = (among(np.array([0.7, own, 0.3]), silent) for own in (0.01, 0.99))
    assert low.tolist() == high.tolist()


def test_every_answer_is_a_probability_however_long_and_sure_a_source_is():
    """Ten thousand sure lines in a row multiply to more than a number can hold."""
    for own in (0.0, 1.0, 0.5):
        found = _among(*[own] * 10_000)
        assert np.isfinite(found).all()
        assert ((found >= 0) & (found <= 1)).all()
    assert len(_among()) == 0


def test_a_line_alone_among_the_page_is_set_aside_though_by_itself_it_would_be_kept():
    """The same probability keeps a line beside text and gives it up far from any."""
    scene = see(split(normalise("\n\n".join([*["A label of the page"] * 12, "A word of the text"]))[0]))
    rules, sure = rules_of(scene), np.zeros(13, dtype=bool)
    chances = np.array([0.95, 0.95, 0.95, 0.95, *[0.02] * 8, 0.2])
    assert keeps(scene, rules, sure, chances)[-1]
    assert kept_among(scene, rules, sure, chances).tolist() == [True] * 4 + [False] * 9
