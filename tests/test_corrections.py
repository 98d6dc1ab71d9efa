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


def names_of(document):
    """Return the blocks of *document* by the names that `diwan show` prints."""
    return {block_name(block.line, block.text): block.text for block in document.blocks}


def made(document, *corrections):
    """Return the outcome of *corrections*, each the name of a block and what is to be done to it."""
    named_so = [
        Correction(block=name, reason=f"Reason {at}.", **order)
        for at, (name, order) in enumerate(corrections, 1)
    ]
    return correct(document, [Placed(one, lambda *_: Location(path="x")) for one in named_so])


@pytest.mark.parametrize("turned", [False, True])
def test_a_block_that_a_correction_made_can_be_corrected_by_the_name_it_has_then(turned, document):
    """A heading that runs into its paragraph is split off it and then said to be one, in whatever order that stands."""
    whole = named(document, "Since the")
    ledger = released(document)
    split = (block_name(whole.line, whole.text), {"split": [len("Since the boats went out ")]})
    heading = named(made(document, split).value, "Since the")
    steps = [split, (block_name(heading.line, heading.text), {"kind": "heading", "level": 3})]
    outcome = made(document, *(reversed(steps) if turned else steps))
    assert outcome.problems == ()
    block = named(outcome.value, "Since the")
    assert (block.text, block.kind.value, block.level) == ("Since the boats went out", "heading", 3)
    assert sorted(block.reason.split()) == ["1.", "2.", "Reason", "Reason"]
    assert words(outcome.value) == words(document)
    assert ids(outcome.value, ledger) == [("p1", "The"), ("p2", "on"), ("p3", "The")]


def test_a_block_joined_by_a_correction_can_be_joined_and_dropped_again(document):
    """The name of the joined block is the one to use, and it remembers all it was made of."""
    first = named(document, "Since the")
    joining = (block_name(first.line, first.text), {"join": "next"})
    joined = named(made(document, joining).value, "Since the")
    name = block_name(joined.line, joined.text)
    again = named(made(document, joining, (name, {"join": "next"})).value, "Since the")
    assert (again.text.endswith("lamps"), len(again.made_of)) == (True, 3)
    dropped = made(document, joining, (name, {"drop": "yes"}))
    assert dropped.problems == ()
    assert not named(dropped.value, "Since the").kept


@pytest.mark.parametrize("order", [{"drop": "yes"}, {"kind": "heading"}, {"split": [12]}])
def test_what_is_said_of_a_block_that_another_correction_joins_is_a_problem(order, document):
    """It is not passed over in silence: the block is there no more."""
    first, second = named(document, "Since the"), named(document, "The council")
    joining = (block_name(first.line, first.text), {"join": "next"})
    outcome = made(document, joining, (block_name(second.line, second.text), order))
    assert ["joins this block" in problem.message for problem in outcome.problems] == [True]
    assert outcome.value == made(document, joining).value


def test_a_cut_within_a_word_is_told_where_the_word_begins_and_ends(document):
    """Nobody has to count: the next try is right."""
    block = named(document, "Read also")
    problem = made(document, (block_name(block.line, block.text), {"split": [7]})).problems[0]
    assert problem.mend == "write 5, where that word begins, or 9, where it ends"


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


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (
            "- block: 12\n  drop: yes\n  reason: x\n",
            "as `diwan show` prints it, such as 12@3f9a1c20b7d4e5f6 (found '12')",
        ),
        ("block: 12@0123456789abcdef\ndrop: yes\n", "begin every entry with `- block: …`"),
    ],
)
def test_a_form_that_is_wrong_is_told_in_words(written, said, project, diwan):
    """Somebody who writes the line alone, or no list, learns what to write."""
    path = project / "corpus/corrections/harbour-2021-patrol.yml"
    path.parent.mkdir()
    path.write_text(written, encoding="utf-8")
    assert said in diwan("check")[1]


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
