"""Rights are closed by default, and what our own texts quote is counted."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import MINIMAL, edit, front_matter
from diwan.edition import publish
from diwan.library.survey import survey
from diwan.memory import Memory
from diwan.model.record import Access, Record, Rights
from diwan.project import EditionKind
from diwan.text.words import count_words

RECORD = "corpus/articles/harbour-2021-patrol.md"
#: Words in a row of the source: two runs, of 20 and of 16 words.
LONG = "The towns of Northport and Southport have agreed to send out a patrol together, after a year in which nets"
OTHER = "The council will look at the costs in the autumn and then decide whether the patrol"


@pytest.fixture(scope="module")
def open_article():
    """The article of the small project whose source is at hand."""
    return survey(MINIMAL / "corpus", [MINIMAL / "corpus/sources"], Memory()).value.articles[
        "harbour-2021-patrol"
    ]


records = st.fixed_dictionaries(
    {},
    optional={
        "access": st.sampled_from([access.value for access in Access]),
        "rights": st.sampled_from([rights.value for rights in Rights]),
        "excerpt_words": st.integers(1, 300),
        "read": st.sampled_from(["full", "opening"]),
    },
)


@given(records)
def test_only_a_record_that_opens_the_text_opens_it(open_article, fields):
    """Of a text, the public sees what `access` grants in so many words; what is missing grants nothing."""
    plain = {
        key: value for key, value in front_matter(MINIMAL / RECORD).items() if key not in ("access", "rights")
    }
    record = Record.model_validate(plain | {"date": "2021-05-04", "codings": []} | fields)
    published = publish(replace(open_article, record=record), EditionKind.PUBLIC)
    shown = sum(count_words(block.text) for block in published.text.blocks) if published.text else 0
    of_text = {passage.id for passage in open_article.text.passages} & published.shown
    access = fields.get("access", "record")
    if access == "full":
        assert published.text == open_article.text
        return
    assert published.document is None
    assert published.withheld
    allowed = fields.get("excerpt_words", 0) if access == "excerpt" else 0
    assert shown <= allowed
    assert bool(of_text) <= (access == "excerpt")
    if access == "withdrawn":
        assert (published.readings, published.shown) == ((), frozenset())


@pytest.mark.parametrize("line", ["", "access: opne\n", "access: \n"])
def test_missing_or_misspelled_access_lets_nothing_out(line, project, diwan):
    """Left out, the text is closed; misspelled, nothing is built."""
    edit(project / RECORD, "access: full\n", line)
    code, output = diwan("build")
    if line:
        assert (code, (project / "site").exists()) == (1, False), output
    else:
        assert code == 0
        assert diwan("leaks")[0] == 0


def test_our_texts_together_may_not_quote_more_than_the_budget(project, diwan):
    """Each text alone may be within the budget; what counts is their sum, and the longest run is named."""
    edit(project / RECORD, "access: full", "access: excerpt\nexcerpt_words: 60")
    assert diwan("check")[0] == 0
    edit(project / RECORD, "## Key facts", f"{OTHER}\n\n## Key facts")
    assert diwan("check")[0] == 0
    edit(
        project / RECORD,
        "codings:",
        "notes:\n- Since the boats went out on the first of May there has been peace.\ncodings:",
    )
    code, output = diwan("check")
    assert code == 1
    assert f"{RECORD}:15: error: our texts quote 29 words" in output
    assert "[quotation-budget]" in output
    assert "the council will look at the costs in the autumn" in output


def test_a_public_edition_over_the_budget_is_not_built(project, diwan):
    """The gate refuses: no site, and no release; on one's own machine the private edition is still to be had."""
    edit(project / RECORD, "access: full\n", "")
    assert diwan("build")[0] == 0
    former = (project / "site/index.html").read_bytes()
    edit(project / RECORD, "## Key facts", f"{LONG}\n\n## Key facts")
    for verb in ("build", "convert", "release"):
        code, output = diwan(verb)
        assert (code, "[quotation-budget]" in output) == (1, True), verb
    assert (project / "site/index.html").read_bytes() == former
    assert diwan("build", "--edition", "private")[0] == 0
    edit(project / RECORD, f"{LONG}\n\n## Key facts", "## Key facts")
    assert diwan("build")[0] == 0


def test_a_closed_article_may_be_quoted_only_as_a_review_would(project, diwan):
    """Five in a hundred of its words; what its excerpt shows is not counted twice, its headline not at all."""
    edit(project / RECORD, "access: full\n", "")
    edit(project / RECORD, "## Key facts", "It is headed: A patrol for the bay.\n\n## Key facts")
    assert diwan("check")[0] == 0
    edit(project / RECORD, "## Key facts", f"{LONG}\n\n## Key facts")
    assert "[quotation-budget]" in diwan("check")[1]
    edit(project / RECORD, "rights: InC-NC\n", "rights: InC-NC\naccess: excerpt\nexcerpt_words: 40\n")
    assert diwan("check")[0] == 0
