"""The nets that read the lines of a text: what they see, and what they say of their reasons."""

import json
from importlib.resources import files

import numpy as np
import pytest

from diwan.documents.lines import features
from diwan.documents.models import nets

TABLE = files("diwan.documents.models").joinpath("nets.json").read_text(encoding="utf-8")
#: Lines seen at random: what they say is nonsense, how they are read is not.
SEEN = np.random.default_rng(5).integers(0, 40, (50, len(features.NAMES))).astype(np.float32)


def test_the_nets_were_grown_from_the_features_as_they_are():
    """A column more, or two exchanged, would mislead them in silence."""
    assert json.loads(TABLE)["names"] == list(features.NAMES)
    assert len(nets.load().bounds) == len(features.NAMES)


def test_a_text_is_read_alike_alone_and_filled_up_among_longer_ones():
    """In training texts are filled up to one length; what fills must not be seen."""
    weights = {name: own[0] for name, own in nets.load().weights.items()}
    lines = nets.spread(nets.load().bounds, SEEN)
    here = np.ones((50, 1), np.float32)
    alone = nets.read(np, weights, lines, here)
    filled = nets.read(
        np,
        weights,
        np.vstack([lines, np.full((20, lines.shape[1]), 0.9)]),
        np.vstack([here, np.zeros((20, 1))]),
    )
    assert filled[:50] == pytest.approx(alone, abs=1e-4)


def test_a_line_of_one_word_alone_is_read_too():
    """Neighbours farther away than the text is long are none."""
    for count in (1, 2, 17):
        odds, headings = nets.load().ask(SEEN[:count])
        assert odds.shape == headings.shape == (count,)
        assert np.isfinite(odds).all()


def test_outliers_count_no_more_than_the_greatest_met():
    """A line of a million columns is long, and no more."""
    greatest = np.array([own[0][-1] for own in nets.load().bounds], np.float32)
    assert nets.load().ask(SEEN + greatest)[0] == pytest.approx(nets.load().ask(SEEN * 1e6 + greatest)[0])


def test_what_is_as_usual_moves_nothing():
    """A reason is what differs from the usual line; a family that has nothing unusual is none."""
    usual = np.array([[np.interp(0, own[1], own[0]) for own in nets.load().bounds]], np.float32)
    families = np.arange(len(features.NAMES), dtype=np.int32) % 3  # the last of the three is no reason
    assert nets.load().moved(usual, families) == pytest.approx(np.zeros((1, 2)), abs=0.05)
    unusual = usual.copy()
    unusual[:, features.NAMES.index("width")] += 200
    moved = nets.load().moved(unusual, families)[0]
    assert abs(moved[features.NAMES.index("width") % 3]) > 0.1


def test_half_way_between_two_answers_lies_between_them():
    """Odds are averaged, so that two of one mind stay so and a sure one moves an unsure one."""
    chances, odds = np.array([0.2, 0.5, 0.999999]), np.log(np.array([0.25, 3.0, 1e-9]))
    found = nets.between(chances, odds)
    assert found[0] == pytest.approx(0.2)
    assert 0.5 < found[1] < 0.75
    assert found[2] < 0.5
