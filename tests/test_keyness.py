"""Keyness: words that set two sides apart are found text by text, said with their doubt, and lead to their passages."""

import math
import random
from collections import Counter

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from diwan.library.keyness import COUNT_MIN, SPREAD_MIN, TEXTS_MIN, contrast
from diwan.text.runs import folded_words
from letters import write_letters

H = "{http://www.w3.org/1999/xhtml}"
#: Student's t, 97.5th percentile, for 2 degrees of freedom, as tables have it.
T2 = 4.30265


def side_of(word: str, counts: list[int], length: int = 500) -> list[Counter]:
    """Texts of *length* words that have *word* as often as *counts* says; the rest is one other word."""
    return [Counter({word: count, "rest": length - count} if count else {"rest": length}) for count in counts]


def by_hand(one: list[tuple[int, int]], other: list[tuple[int, int]], t: float) -> tuple[float, float, float]:
    """The log ratio and its interval from (occurrences, words) of each text, written out anew from the formulas."""
    variance, logs = 0.0, []
    for side in (one, other):
        f, n, k = sum(c for c, _ in side), sum(w for _, w in side), len(side)
        p = f / n
        between = k / (k - 1) * sum((c - p * w) ** 2 for c, w in side) / n**2
        effect = max(1.0, between / (p * (1 - p) / n))
        variance += effect * (1 / (f + 0.5) - 1 / (n + 0.5))
        logs.append(math.log((f + 0.5) / (n + 0.5)))
    ratio, half = (logs[0] - logs[1]) / math.log(2), t * math.sqrt(variance) / math.log(2)
    return ratio, ratio - half, ratio + half


def test_the_interval_is_that_of_the_formula():
    """Ratio and interval of a word equal those worked out from the published formulas on the same counts."""
    one, other = [(30, 400), (25, 500), (41, 650)], [(2, 300), (1, 480), (4, 900)]
    sides = [[Counter({"boat": c, "rest": w - c}) for c, w in side] for side in (one, other)]
    found = {key.word: key for key in contrast(*sides).keywords}["boat"]
    ratio, low, high = by_hand(one, other, T2)
    assert found.ratio == pytest.approx(ratio)
    assert found.interval == pytest.approx((low, high), rel=1e-3)
    assert found.counts == (96, 7)
    assert found.texts == (3, 3)


def test_without_clumps_it_is_hardies_log_ratio():
    """Texts with like shares of a word: the ratio is log2 of the two relative frequencies, but for half a count."""
    found = contrast(side_of("boat", [80] * 4), side_of("boat", [10] * 4)).keywords
    assert found[0].word == "boat"
    assert found[0].ratio == pytest.approx(math.log2(320.5 / 40.5))


def test_what_one_text_alone_says_marks_no_side():
    """A word that fills one text is not shown, however often it stands there."""
    found = contrast(side_of("storm", [400, 0, 0, 0]), side_of("storm", [0, 0, 0, 0]))
    assert "storm" not in {key.word for key in found.keywords}


def test_rare_words_are_not_compared():
    """Below the floor of occurrences nothing is said, even if only one side has the word."""
    rare = side_of("keel", [1] * (COUNT_MIN - 1))
    assert "keel" not in {key.word for key in contrast(rare, side_of("keel", [0] * 4)).keywords}
    assert contrast(rare, side_of("keel", [0] * 4)).compared == 1


def test_two_texts_are_no_side():
    """Of fewer than three texts on a side nothing is said, and empty texts are none."""
    few = side_of("boat", [50] * (TEXTS_MIN - 1))
    assert contrast(few, side_of("boat", [1] * 9)) is None
    assert contrast([*few, Counter()], side_of("boat", [1] * 9)) is None


TEXTS = st.lists(
    st.dictionaries(st.sampled_from("abcdefgh"), st.integers(1, 60), min_size=1), min_size=3, max_size=6
)


@given(TEXTS, TEXTS)
def test_swapping_the_sides_turns_the_sign_and_nothing_else(one, other):
    """The sides have no order: swapped, every ratio and interval is its mirror image."""
    there, back = (
        {key.word: key for key in contrast(*sides).keywords} for sides in ((one, other), (other, one))
    )
    assert there.keys() == back.keys()
    for word, key in there.items():
        low, high = back[word].interval
        assert (key.ratio, *key.interval) == pytest.approx((-back[word].ratio, -high, -low))
        assert key.counts == back[word].counts[::-1]


@given(TEXTS, TEXTS)
def test_what_is_shown_is_frequent_spread_and_sure(one, other):
    """Every word shown meets both floors on its side, leaves out "equally often", and the surest come first."""
    found = contrast(one, other).keywords
    for key in found:
        side = 0 if key.ratio > 0 else 1
        assert key.counts[side] == sum(text.get(key.word, 0) for text in (one, other)[side]) >= COUNT_MIN
        assert key.texts[side] == sum(key.word in text for text in (one, other)[side]) >= SPREAD_MIN
        low, high = key.interval
        assert low < key.ratio < high
        assert low > 0 or high < 0
    assert [k.surely for k in found] == sorted((k.surely for k in found), reverse=True)


@pytest.mark.parametrize("texts", [3, 10])
def test_sides_dealt_at_random_hardly_ever_differ(texts):
    """Where both sides come from one pot, with words in clumps, one word in twenty or fewer looks different."""
    pot = random.Random(7)
    shown = compared = 0
    for _ in range(15):
        sides = [[clumped_text(pot) for _ in range(texts)] for _ in range(2)]
        found = contrast(*sides)
        shown, compared = shown + len(found.keywords), compared + found.compared
    assert compared > 400
    assert shown / compared < 0.08


def clumped_text(pot: random.Random) -> Counter:
    """A text in which each of 150 words is more or less at home, as words are in real texts."""
    weights = [pot.gammavariate(0.5, 2) / (rank + 1) for rank in range(150)]
    return Counter(pot.choices([f"w{rank}" for rank in range(150)], weights, k=pot.randint(300, 1200)))


# --- on the page


def test_the_page_of_a_theme_shows_the_words_and_where_they_stand(project, diwan):
    """Words of either side stand in picture and table; their page lists exactly the passages counted, in both languages."""
    texts = write_letters(project)
    assert diwan("pin")[0] == 0
    code, said = diwan("build")
    assert code == 0, said
    for prefix in ("", "ar/"):
        theme = html5lib.parse((project / f"site/{prefix}themes/joint-patrol/index.html").read_text("utf-8"))
        figure = next(f for f in theme.iter(f"{H}figure") if f.get("id") == "words-joint-patrol-en")
        rows = [["".join(cell.itertext()) for cell in row] for row in figure.find(f".//{H}tbody")]
        assert {"lanterns", "fuel"} <= {row[0] for row in rows}
        words = html5lib.parse((project / f"site/{prefix}words/joint-patrol/index.html").read_text("utf-8"))
        sections = [s for s in words.iter(f"{H}section") if s.get("class") == "dw-word"]
        assert len(sections) == len(rows)
        for section in sections:
            word = "".join(section.find(f"{H}h3/{H}bdi").itertext())
            counted = sum(folded_words(text).count(word.lower()) for text in texts.values())
            assert listed(section) == counted >= COUNT_MIN, word


def listed(section) -> int:
    """How many occurrences a word's section lists: its links to passages, those with a factor several times."""
    links = sum("#p" in a.get("href") for a in section.iter(f"{H}a"))
    more = sum(int("".join(s.itertext()).lstrip("×")) - 1 for s in section.iter(f"{H}small"))
    return links + more


def test_texts_that_may_not_be_shown_are_not_counted(project, diwan):
    """In the public edition letters open as records only give no word, but a sentence that says why."""
    write_letters(project, access="record")
    assert diwan("pin")[0] == 0
    assert diwan("build")[0] == 0
    page = (project / "site/themes/joint-patrol/index.html").read_text("utf-8")
    assert "this edition shows at most 0 (supportive) and 0 (critical)" in page
    assert not (project / "site/words").exists()
    assert "lanterns" not in page
