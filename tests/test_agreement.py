"""Agreement of coders: published values come out to three decimals, intervals are honest, disagreements are shown."""

import html
import re

import krippendorff
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import edit
from diwan.library.agreement import alpha_of, interval_of, wilson

#: Published examples: rows are observers, columns units, a space a missing answer. The first three stand in
#: Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), sections A to C; the last in the article on the
#: coefficient in Wikipedia, worked out there step by step.
PUBLISHED = {
    "two observers, two values": (["0100000010", "1110010000"], 0.095),
    "two observers, five values": (["aabbdcccedda", "babbbccceddd"], 0.692),
    "four observers, answers missing": (["123321412   ", "1233224125 3", " 3332342251 ", "12332441251 "], 0.743),
    "three observers, most answers missing": (["     34121133 3", "1 213343       ", "  21344 21133 4"], 0.691),
}  # fmt: skip


def counts(rows: list[str]) -> np.ndarray:
    """Return how many observers gave each value (columns) about each unit (rows)."""
    values = sorted(set("".join(rows)) - {" "})
    return np.array(
        [[sum(row[unit] == value for row in rows) for value in values] for unit in range(len(rows[0]))]
    )


@pytest.mark.parametrize("name", PUBLISHED)
def test_alpha_equals_the_published_examples(name):
    """The coefficient comes out as its author worked it out, to three decimals."""
    rows, published = PUBLISHED[name]
    assert published == round(alpha_of(counts(rows)), 3)


def test_alpha_is_not_defined_where_everybody_gave_one_answer():
    """Without variety there is nothing that chance could have got wrong; the program does not call that agreement."""
    assert alpha_of(counts(["aaaa", "aaaa"])) is None
    assert alpha_of(counts(["ab  ", "  ab"])) is None


answers = st.lists(st.text("abc ", min_size=6, max_size=6), min_size=2, max_size=4)


@given(answers, st.randoms())
def test_the_names_of_coders_make_no_difference(rows, random):
    """Observers in another order give the same alpha and the same interval."""
    if not "".join(rows).strip():
        return
    shuffled = random.sample(rows, len(rows))
    assert alpha_of(counts(rows)) == alpha_of(counts(shuffled))


@given(answers)
def test_the_bootstrap_resamples_what_the_library_computes(rows):
    """Our vectors and the library agree: the interval of one single sample is the alpha of that sample."""
    table = counts(rows) if "".join(rows).strip() else np.zeros((0, 0))
    units = table[table.sum(axis=1) > 1] if table.size else table
    if len(units) == 0 or alpha_of(units) is None:
        return
    drawn = np.random.default_rng(7).integers(0, len(units), len(units))
    expected = alpha_of(units[drawn])
    found = interval_of(units, samples=1, seed=7)
    assert (expected is None) == (found is None)
    if expected is not None:
        assert found == pytest.approx((expected, expected))
        reference = krippendorff.alpha(value_counts=units[drawn], level_of_measurement="nominal")
        assert expected == pytest.approx(reference)


def test_five_articles_prove_little_even_where_all_agree():
    """The interval of a share has width where nobody disagreed: 5 of 5 may stand for 57 of 100."""
    assert [round(end, 3) for end in wilson(5, 5)] == [0.566, 1.0]
    assert [round(end, 3) for end in wilson(81, 263)] == [
        0.255,
        0.366,
    ]  # an example of Newcombe (1998), table I


@pytest.fixture
def twice(project):
    """The small project with a second reader who disagrees, and a reconciliation."""
    codebook = project / "corpus/codebook.yml"
    more = """- id: other
  name: {en: Other reader, ar: قارئ آخر}
  method: {en: Another reading., ar: قراءة أخرى.}
- id: settled
  role: reconciliation
  name: {en: Settled, ar: الموفَّق}
  method: {en: Both read again., ar: بعد مراجعة القراءتين.}
precedence: [settled, reader, other]"""
    edit(codebook, "precedence: [reader]", more)
    record = project / "corpus/articles/harbour-2021-patrol.md"
    first = "      evidence: [en2@1b3ab1c0ee91ac43]\n"
    answer = """- coder: {coder}
  codebook: "1.1"
  date: 2026-01-03
  answers:
    patrol:
      value: {value}
      confidence: low
      reason: {reason}
      evidence: [en3]
"""
    other = answer.format(coder="other", value="critical", reason="The councils are said to count the cost.")
    settled = answer.format(
        coder="settled", value="supportive", reason="Nights are calmer; cost is a question."
    )
    edit(record, first, first + other + settled)
    return project


def test_a_disagreement_is_shown_with_both_reasons(twice, diwan):
    """The page of agreement and the page of the article name both answers, both reasons, and who gave them."""
    assert diwan("pin")[0] == 0
    code, output = diwan("build")
    assert code == 0, output
    for page in (
        "agreement",
        "ar/agreement",
        "articles/harbour-2021-patrol",
        "ar/articles/harbour-2021-patrol",
    ):
        text = html.unescape((twice / f"site/{page}/index.html").read_text(encoding="utf-8"))
        text = re.sub(r"<[^>]*>", " ", text)
        assert "The report credits the patrol with calmer nights." in text, page
        assert "The councils are said to count the cost." in text, page


@pytest.mark.usefixtures("twice")
def test_a_reconciliation_says_nothing_about_agreement(diwan):
    """It has seen both readings, so it is not counted as a third."""
    assert diwan("pin")[0] == 0
    code, output = diwan("agreement")
    assert code == 0
    assert re.search(r"patrol +all +2 +0 of 1 \(0–79 %\)", output), output
    assert "reader: supportive" in output
    assert "other: critical" in output


def test_an_article_with_one_reader_says_so_where_it_is_counted(project, diwan):
    """Lists, themes, the home page and the article itself mark single coding; a second reading takes the mark away."""
    assert diwan("build")[0] == 0
    for page in (
        "index",
        "articles/index",
        "themes/index",
        "themes/joint-patrol/index",
        "articles/harbour-2021-patrol/index",
    ):
        assert "one reader" in (project / f"site/{page}.html").read_text(encoding="utf-8"), page
