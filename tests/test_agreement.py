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


def words_on(project, page):
    """Return the text of a page, its marks taken away."""
    text = html.unescape((project / f"site/{page}/index.html").read_text(encoding="utf-8"))
    return " ".join(re.sub(r"<[^>]*>", " ", text).split())


def test_what_nobody_has_settled_shows_both_answers_and_both_reasons(unsettled):
    """The badge has both answers before it is opened; opened, both reasons stand beside each other."""
    assert "supportive or critical readers differ" in words_on(unsettled, "articles/harbour-2021-patrol")
    assert "مؤيد أو ناقد القرّاء مختلفون" in words_on(unsettled, "ar/articles/harbour-2021-patrol")
    page = (unsettled / "site/articles/harbour-2021-patrol/index.html").read_text(encoding="utf-8")
    beside = page[page.index('class="dw-both"') : page.index("method/#", page.index('class="dw-both"'))]
    assert "The report credits the patrol with calmer nights." in beside
    assert "The councils are said to count the cost." in beside


def test_what_nobody_has_settled_is_marked_wherever_it_is_counted(unsettled):
    """Lists, tallies, plots and tables count the answer first by precedence and say that readers differ."""
    assert "supportive or critical" in words_on(unsettled, "articles")
    assert "readers differ (1)" in words_on(unsettled, "articles")
    assert "readers differ: 1 of 2" in words_on(unsettled, "themes/joint-patrol")
    assert "one reader: 1 of 2" in words_on(unsettled, "themes/joint-patrol")
    assert "On 1 of 3 answers readers differ" in words_on(unsettled, "explore")
    rows = (unsettled / "site/data/codings.csv").read_text(encoding="utf-8").splitlines()
    here = [row for row in rows if row.startswith("harbour-2021-patrol,")]
    assert ["true,readers-differ" in row for row in here] == [True, False]


def test_all_codings_stand_on_a_page_of_their_own(twice, diwan):
    """Where several coded an article, its page shows what stands and leads to every answer; others have no such page."""
    assert diwan("pin")[0] == 0
    assert diwan("build")[0] == 0
    for prefix in ("", "ar/"):
        folder = twice / f"site/{prefix}articles"
        article = (folder / "harbour-2021-patrol/index.html").read_text(encoding="utf-8")
        codings = (folder / "harbour-2021-patrol/codings/index.html").read_text(encoding="utf-8")
        assert 'href="codings/#patrol"' in article
        assert "Nights are calmer" in article
        assert article.count("dw-evidence") == 1
        for coder in ("reader", "other", "settled"):
            assert f'id="patrol-{coder}"' in codings
        assert codings.count("dw-evidence") == 3
        assert 'href="../#en3"' in codings
        assert not (folder / "marsa-2022-dawriya/codings").exists()
        assert "codings/" not in (folder / "marsa-2022-dawriya/index.html").read_text(encoding="utf-8")
        assert f"{prefix}articles/harbour-2021-patrol/codings/" in (twice / "site/sitemap.xml").read_text()


def test_every_coding_of_the_corpus_has_an_address(site_public, records):
    """Of each article with several codings, every answer of every coder stands under its own anchor, with its reason."""
    several = [record for record in records if len(record.get("codings", [])) > 1]
    assert several
    for record in several:
        page = site_public / f"articles/{record['id']}/codings/index.html"
        text = " ".join(html.unescape(page.read_text(encoding="utf-8")).split())
        for coding in record["codings"]:
            for question, answer in coding["answers"].items():
                assert f'id="{question}-{coding["coder"]}"' in text
                assert " ".join(answer.get("reason", "").split()) in text


def test_a_settled_difference_is_no_longer_open(twice, diwan):
    """Once a reconciliation stands, its answer is the badge, and lists have no mark."""
    assert diwan("pin")[0] == 0
    assert diwan("build")[0] == 0
    assert "or critical" not in words_on(twice, "articles/harbour-2021-patrol")
    assert "readers differ" not in words_on(twice, "articles")
    assert ",reconciled," in (twice / "site/data/codings.csv").read_text(encoding="utf-8")


def test_a_question_that_the_first_coder_left_out_is_answered_by_the_next():
    """Precedence holds question by question: nobody's answer is hidden behind somebody who gave none."""
    from diwan.model.coding import Answer, Codebook, Coding, Support

    names = {"en": "x", "ar": "س"}
    book = Codebook.model_validate({
        "introduction": names, "changes": [{"version": "1.0", "date": "2026-01-01", "note": names}],
        "coders": [{"id": ident, "name": names, "method": names} for ident in ("first", "next")],
        "precedence": ["first", "next"], "questions": [],
    })  # fmt: skip
    given = Answer(value="mixed", confidence="low")
    one = Coding(coder="first", codebook="1.0", date="2026-01-01", answers={"a": given})
    two = Coding(coder="next", codebook="1.0", date="2026-01-01", answers={"a": given, "b": given})
    assert book.standing([two, one], "a") is one
    assert book.standing([two, one], "b") is two
    assert [book.support([two, one], question) for question in "abc"] == [
        Support.AGREED,
        Support.ONE,
        Support.NONE,
    ]


def test_different_sets_of_readers_are_measured_apart(twice, diwan):
    """Where not the same people read every article, each set of readers has figures of its own beside the whole."""
    codebook = twice / "corpus/codebook.yml"
    more = """- id: third
  name: {en: Third reader, ar: قارئ ثالث}
  method: {en: From the digest., ar: من الملخص.}
precedence: [settled, reader, other, third]"""
    edit(codebook, "precedence: [settled, reader, other]", more)
    record = twice / "corpus/articles/marsa-2022-dawriya.md"
    third = """- coder: third
  codebook: "1.1"
  date: 2026-01-03
  answers:
    patrol: {value: critical, confidence: low, reason: It doubts., evidence: [en1]}
---
The columnist"""
    edit(record, "---\nThe columnist", third)
    assert diwan("pin")[0] == 0
    _, output = diwan("agreement")
    assert re.search(r"patrol +all +2 +1 of 2", output), output
    assert re.search(r"patrol +reader, other +1 +0 of 1", output), output
    assert re.search(r"patrol +reader, third +1 +1 of 1", output), output


def test_what_to_bear_in_mind_about_the_codings_is_what_the_codebook_says(twice, diwan):
    """How they came about differs from corpus to corpus: a codebook without a caution has none on its page."""
    assert diwan("pin")[0] == 0
    assert diwan("build")[0] == 0
    assert "sworn to silence" not in words_on(twice, "agreement")
    caution = "caution: {en: The readers were sworn to silence., ar: أقسم القرّاء على الصمت.}\nchanges:"
    edit(twice / "corpus/codebook.yml", "changes:", caution)
    assert diwan("build")[0] == 0
    assert "The readers were sworn to silence." in words_on(twice, "agreement")


def test_few_articles_have_no_interval_of_alpha():
    """Samples from five articles are so alike that their interval would look certain."""
    from diwan.library.agreement import FEW, Agreement, Unit, measure
    from diwan.model.coding import Answer

    def unit(number: int) -> Unit:
        answer = Answer(value="ab"[number % 2], confidence="low")
        return Unit(str(number), "en", {"one": answer, "two": answer})

    few = measure([unit(n) for n in range(FEW - 1)], "ab", Agreement(question="q"))
    enough = measure([unit(n) for n in range(FEW)], "ab", Agreement(question="q"))
    assert (few.alpha, few.interval) == (1.0, None)
    assert enough.interval == (1.0, 1.0)
