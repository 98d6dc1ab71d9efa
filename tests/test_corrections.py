"""Corrections: what a person says of a block counts, every word stays, and passages keep their ids."""

import pytest
import yaml

from conftest import edit
from diwan.documents.convert import document_of_bytes
from diwan.documents.correcting import Placed, correct
from diwan.documents.passages import number_passages
from diwan.model.correction import Correction, block_name
from diwan.model.ledger import ReleasedPassage
from diwan.problems import Location
from diwan.text.sketch import sketch_of
from diwan.text.words import words_of

TEXT = """A patrol for the bay

By Rim Example, 4 May 2021

The towns of Northport and Southport have agreed to send out a patrol together, after a year in which nobody slept.

What the pilots say

Since the boats went out on the first of May there has been not a single theft, the harbour masters say, and they count.

The council will look at the costs in the autumn and then decide whether the patrol goes on, as most people expect it to.

Read also: The price of lamps
"""


@pytest.fixture
def document():
    """The document of a short article."""
    return document_of_bytes(TEXT.encode(), "patrol.txt").value


def named(document, start):
    """Return the block of *document* that starts so."""
    return next(block for block in document.blocks if block.text.startswith(start))


def corrected(document, start, **order):
    """Return *document* with the block that starts so corrected as *order* says."""
    block = named(document, start)
    correction = Correction(block=block_name(block.line, block.text), reason="It is plain to see.", **order)
    outcome = correct(document, [Placed(correction, lambda *_: Location(path="x"))])
    assert outcome.problems == ()
    return outcome.value


def words(document):
    """Return all words of a document in order."""
    return [word for block in document.blocks for word in words_of(block.text)]


@pytest.mark.parametrize(
    ("start", "order", "expected"),
    [
        ("What the", {"kind": "paragraph"}, ("paragraph", None, True)),
        ("What the", {"kind": "heading", "level": 4}, ("heading", 4, True)),
        ("What the", {"level": 3}, ("heading", 3, True)),
        ("Read also", {"keep": "yes"}, ("paragraph", None, True)),
        ("The council", {"drop": "yes"}, ("paragraph", None, False)),
        ("The council", {"kind": "notice"}, ("notice", None, False)),
    ],
)
def test_a_block_is_what_a_person_says_it_is(start, order, expected, document):
    """Kind, level, kept or not; the reason stands with it, and no word is lost."""
    changed = corrected(document, start, **order)
    block = named(changed, start)
    assert (block.kind.value, block.level, block.kept) == expected
    assert (block.rule, block.reason) == ("corrected", "It is plain to see.")
    assert words(changed) == words(document)


def test_the_title_follows_its_block(document):
    """A title that is none is taken back; a block that is one gives it."""
    assert corrected(document, "A patrol", kind="navigation").title is None
    changed = corrected(document, "What the", kind="title")
    assert named(changed, "What the").level == 1
    assert (changed.title, changed.found["title"]) == ("A patrol for the bay", "corrected")


def released(document):
    """Return the passages of *document* as the ledger holds them once they are released."""
    passages = number_passages(document.kept, "p")
    return [ReleasedPassage(p.id, p.sha256, sketch_of(p.block.text)) for p in passages]


def ids(document, ledger):
    """Return the passage ids of *document* under *ledger*, with the first word of each."""
    return [(p.id, p.block.text.split()[0]) for p in number_passages(document.kept, "p", ledger)]


def test_passages_keep_their_ids_when_blocks_are_joined_or_split(document):
    """Of joined blocks the first id stays; of a split one the first part keeps it and the next gets a letter."""
    ledger = released(document)
    assert ids(document, ledger) == [("p1", "The"), ("p2", "Since"), ("p3", "The")]
    joined = corrected(document, "Since the", join="next")
    assert ids(joined, ledger) == [("p1", "The"), ("p2", "Since")]
    cut = named(document, "Since the").text.index("the harbour masters")
    split = corrected(document, "Since the", split=[cut])
    assert ids(split, ledger) == [("p1", "The"), ("p2", "Since"), ("p2a", "the"), ("p3", "The")]
    for changed in (joined, split):
        assert words(changed) == words(document)
        # Once the corrected text is released, nothing changes any more.
        assert ids(changed, released_again(changed, ledger)) == ids(changed, ledger)


def released_again(document, ledger):
    """Return the ledger after *document* is released too."""
    passages = number_passages(document.kept, "p", ledger)
    return [ReleasedPassage(p.id, p.sha256, sketch_of(p.block.text)) for p in passages]


@pytest.mark.parametrize(
    "order",
    [
        {},
        {"keep": "yes", "drop": "yes"},
        {"kind": "paragraph", "drop": "yes"},
        {"split": [0]},
        {"join": "last"},
        {"level": 9},
    ],
)
def test_a_correction_says_one_thing(order):
    """Nothing, two things, or what is not among them is refused."""
    with pytest.raises(ValueError, match=r"correction|Input|greater|less"):
        Correction(block="1@0123456789abcdef", reason="x", **order)


@pytest.mark.parametrize(
    ("start", "order", "said"),
    [
        ("Read also", {"join": "next"}, "none after it"),
        ("Read also", {"split": [500]}, "cannot be split"),
        ("Read also", {"split": [2]}, "cut a word: …Re|ad also"),
        ("Read also", {"level": 3}, "only headings have a level"),
    ],
)
def test_what_cannot_be_done_is_a_problem(start, order, said, document):
    """The document stays as it is."""
    block = named(document, start)
    correction = Correction(block=block_name(block.line, block.text), reason="x", **order)
    outcome = correct(document, [Placed(correction, lambda *_: Location(path="x"))])
    assert [problem.code for problem in outcome.problems] == ["correction-broken"]
    assert said in outcome.problems[0].message
    assert outcome.value == document


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ({"drop": "yes"}, {"keep": "yes"}, "keeps or drops"),
        ({"kind": "heading"}, {"kind": "notice"}, "of this sort already"),
        ({"split": [4]}, {"split": [12]}, "of this sort already"),
    ],
)
def test_of_two_corrections_that_contradict_each_other_the_second_is_a_problem(first, second, said, document):
    """The first is made, and which of them is meant is asked."""
    block = named(document, "The council")
    both = [
        Correction(block=block_name(block.line, block.text), reason="It is plain to see.", **order)
        for order in (first, second)
    ]
    outcome = correct(document, [Placed(one, lambda *_: Location(path="x")) for one in both])
    assert [problem.code for problem in outcome.problems] == ["correction-broken"]
    assert said in outcome.problems[0].message
    assert outcome.value == corrected(document, "The council", **first)


def test_a_level_may_stand_beside_the_kind_that_another_correction_gives(document):
    """Kind and level may be said apart."""
    block = named(document, "The council")
    both = [
        Correction(block=block_name(block.line, block.text), reason="x", **order)
        for order in ({"kind": "heading"}, {"level": 4})
    ]
    outcome = correct(document, [Placed(one, lambda *_: Location(path="x")) for one in both])
    assert outcome.problems == ()
    assert named(outcome.value, "The council").level == 4


def test_a_corrected_article_is_shown_corrected_and_its_report_says_why(project, diwan):
    """What `diwan show` prints can be pasted; the page follows, and the check is content."""
    _, output = diwan("show", "harbour-2021-patrol")
    name = next(line.split()[0] for line in output.splitlines() if "Follow us" in line)
    corrections = [{"block": name, "keep": "yes", "reason": "The article ends with it."}]
    path = project / "corpus/corrections/harbour-2021-patrol.yml"
    path.parent.mkdir()
    path.write_text(yaml.safe_dump(corrections), encoding="utf-8")
    _, output = diwan("show", "harbour-2021-patrol")
    assert "corrected" in next(line for line in output.splitlines() if "Follow us" in line)
    assert diwan("check", "--strict")[0] == 0
    assert diwan("convert")[0] == 0
    page = (project / "docs/articles/harbour-2021-patrol.md").read_text(encoding="utf-8")
    assert "Follow us on every channel" in page.split("---\n")[2]


def test_what_a_correction_says_too_much_is_told_in_words(project, diwan):
    """With its line, and not as a program holds it."""
    path = project / "corpus/corrections/harbour-2021-patrol.yml"
    path.parent.mkdir()
    path.write_text("- block: 1@0123456789abcdef\n  keep: yes\n  drop: yes\n  reason: x\n", encoding="utf-8")
    _, output = diwan("check")
    said = "harbour-2021-patrol.yml:1: error: a correction says one of kind, level, join, split, keep, drop"
    assert said in output
    assert "this one says keep and drop" in output
    assert "{'" not in output


def test_corrections_of_no_article_are_a_problem(project, diwan):
    """A file named after nothing is said to be so."""
    path = project / "corpus/corrections/harbour-2021-patrols.yml"
    path.parent.mkdir()
    path.write_text("[]\n", encoding="utf-8")
    code, output = diwan("check")
    assert (code, "did you mean 'harbour-2021-patrol'?" in output) == (1, True)
    edit(path, "[]", "")


def test_corrections_in_a_file_with_another_ending_are_not_passed_over_in_silence(project, diwan):
    """Somebody who writes `.yaml` learns why the page does not change; what editors hide beside it is nobody's concern."""
    folder = project / "corpus/corrections"
    folder.mkdir()
    (folder / ".harbour-2021-patrol.yml.swp").write_text("", encoding="utf-8")
    assert diwan("check")[0] == 0
    (folder / "harbour-2021-patrol.yaml").write_text("[]\n", encoding="utf-8")
    code, output = diwan("check")
    assert (code, "name it harbour-2021-patrol.yml" in output) == (1, True)
