"""Replacing an opening: the whole text takes its place if it is the same article and all that is cited stays in it."""

import json

import pytest

from conftest import edit
from diwan.adding.fetching import Fetcher
from diwan.adding.replacing import ReplacingWish, replace_source
from diwan.files import sha256_of
from diwan.project import Project
from localserver import running_server
from test_adding import ARTICLE, OPENING, added, record_of, snapshot

WHOLE = f"""{ARTICLE}
Whether it will sail for another winter is to be decided by both towns in April, once the log has been read by everybody.
"""


@pytest.fixture
def opening(tmp_path, diwan):
    """The id of an article of which a paywall showed only the opening."""
    saved = tmp_path / "opening.txt"
    saved.write_text(OPENING, encoding="utf-8")
    (name,) = added(diwan("add", str(saved))[1])
    return name


@pytest.fixture
def replace(tmp_path, diwan):
    """Ask for an article's source to be replaced by a file with some text."""
    return lambda article, text, *options: diwan(
        "hydrate", *options, "--replace", article, str(file_of(tmp_path, text))
    )


def file_of(tmp_path, text, name="whole.txt"):
    """Return the path of a saved file with *text*."""
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def test_the_whole_text_takes_the_place_of_an_opening(opening, project, tmp_path, diwan):
    """The record names it and asks no more how much was read; every other line and the former file stay as they were."""
    whole = file_of(tmp_path, WHOLE)
    path = project / f"corpus/articles/{opening}.md"
    former = path.read_text(encoding="utf-8").split("\n")
    before = snapshot(project)
    code, output = diwan("hydrate", "--replace", opening, str(whole))
    assert code == 0, output
    assert "remove that file" in output
    assert f"corpus/sources/{opening}.txt is the source of no record" in output
    after = snapshot(project)
    changed = {name for name in after if after[name] != before.get(name)}
    new = f"corpus/sources/{opening}-whole.txt"
    assert (changed, before.keys() <= after.keys()) == ({f"corpus/articles/{opening}.md", new}, True)
    assert after[new] == whole.read_bytes()
    now = path.read_text(encoding="utf-8").split("\n")
    gone = [line for line in former if line not in now]
    assert [line.split(":")[0] for line in gone] == ["read", "  sha256", "- read", "# Read"]
    assert [line for line in now if line not in former] == ["read: full", f"  sha256: {sha256_of(whole)}"]
    (project / f"corpus/sources/{opening}.txt").unlink()
    assert "[record-undecided]\n" in (said := diwan("check")[1])
    assert said.count("[") == 1
    code, output = diwan("hydrate", "--replace", opening, str(whole))
    assert (code, "is not known as an opening" in output) == (1, True)


def test_a_dry_run_of_replacing_writes_nothing(opening, project, replace):
    """It says what would be."""
    before = snapshot(project)
    code, output = replace(opening, WHOLE, "--dry-run")
    assert (code, "in the place of" in output, snapshot(project)) == (0, True, before)


def test_an_address_gives_the_whole_text_as_well(opening, project):
    """It is asked once, and what it answers is kept as a file would be."""
    local = Fetcher(is_allowed=lambda address: address.is_loopback, sleep=lambda _: None)
    with running_server() as server:
        server.answers["/whole"] = (200, {"Content-Type": "text/plain"}, WHOLE.encode())
        wish = ReplacingWish(article=opening, where=f"{server.url}/whole", dry_run=False, fetcher=local)
        done = replace_source(Project(project), wish)
    assert done.problems == ()
    assert (project / done.value.file).read_bytes() == WHOLE.encode()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (OPENING.replace("38%", "12%"), "it is only an opening as well"),
        (
            "Tulips and their price in spring\n\n" + "They cost more than last year, says the market. " * 30,
            "does not say the headline",
        ),
        (ARTICLE, "no more words than the opening"),
        ("", "the file is empty"),
    ],
)
def test_what_is_not_the_whole_article_is_refused(text, said, opening, project, replace):
    """Another opening, another article, no more than was there, no text: nothing is written."""
    before = snapshot(project)
    code, output = replace(opening, text)
    assert (code, said in output, snapshot(project)) == (1, True, before)


@pytest.mark.parametrize(
    ("article", "said"),
    [
        ("harbour-2021-patrl", "harbour-2021-patrol"),
        ("undated-note", "has no source at hand"),
        ("harbour-2021-patrol", "is not known as an opening"),
    ],
)
def test_only_an_opening_at_hand_is_replaced(article, said, project, replace):
    """An article that is not there, has no source, or a whole one: each is told apart."""
    before = snapshot(project)
    code, output = replace(article, WHOLE)
    assert (code, said in output, snapshot(project)) == (1, True, before)


@pytest.mark.parametrize(
    "words", [["--replace", "a"], ["--replace", "a", "x", "y"], ["--replace", "a", "x", "--fetch"]]
)
def test_replacing_wants_one_file_or_address(words, diwan):
    """Which of several is meant nobody could know."""
    code, output = diwan("hydrate", *words)
    assert (code, "name one file or address" in output) == (1, True)


def test_a_file_in_the_way_of_the_new_source_stays(opening, project, replace):
    """It is somebody's; the record still names the opening."""
    (project / f"corpus/sources/{opening}-whole.txt").write_text("mine", encoding="utf-8")
    before = snapshot(project)
    code, output = replace(opening, WHOLE)
    assert (code, "[file-in-the-way]" in output, snapshot(project)) == (1, True, before)


def test_of_a_page_that_is_not_free_the_record_goes_on_asking(opening, project, tmp_path, diwan):
    """Most such pages were saved whole, but only a person can tell."""
    title, *paragraphs = ARTICLE.split("\n\n")[1:]
    text = "".join(f"<p>{line}</p>" for line in [*paragraphs, WHOLE.strip().rpartition("\n")[2]])
    stated = json.dumps({"@type": "NewsArticle", "headline": title, "isAccessibleForFree": False})
    script = f'<script type="application/ld+json">{stated}</script>'
    page = file_of(
        tmp_path, f"<head>{script}</head><body><article><h1>{title}</h1>{text}</article></body>", "page.html"
    )
    code, output = diwan("hydrate", "--replace", opening, str(page))
    assert (code, "see whether its text ends where the article does" in output) == (0, True), output
    record = record_of(project, opening)
    assert (record["read"], "read" in record["undecided"]) == ("full", True)
    assert record["source"]["media_type"] == "text/html"
    text = (project / f"corpus/articles/{opening}.md").read_text(encoding="utf-8")
    assert "\n# Read: the source may be only the opening (" in text
    assert text.count("# Read:") == 1


@pytest.fixture
def coded(project):
    """The whole text of the coded article, whose source is made an opening."""
    source = project / "corpus/sources/patrol.txt"
    whole, former = source.read_text(encoding="utf-8"), sha256_of(source)
    edit(source, "Read also: The price of lamps", "38% of this article remain.")
    record = project / "corpus/articles/harbour-2021-patrol.md"
    edit(record, former, sha256_of(source))
    edit(record, "read: full", "read: opening")
    return whole


END = "through the winter.\n"
MORE = "through the winter.\n\nNo decision has been made on who will pay for a third boat, which both towns say they need.\n"


def cites(project, diwan, passage):
    """Let the coding rest on a passage of the text."""
    edit(project / "corpus/articles/harbour-2021-patrol.md", "[en2@1b3ab1c0ee91ac43]", f"[{passage}]")
    assert "1 pointer pinned" in diwan("pin")[1]


def test_what_was_coded_from_an_opening_goes_on_resting_on_it(coded, project, replace, diwan):
    """The passages are there; whether the judgement holds of the whole, a person says."""
    cites(project, diwan, "p2")
    code, output = replace("harbour-2021-patrol", coded.replace(END, MORE))
    assert (code, "look at it again, and write `read: full`" in output) == (0, True), output
    assert record_of(project, "harbour-2021-patrol")["read"] == "opening"
    (project / "corpus/sources/patrol.txt").unlink()
    assert diwan("check", "--strict")[0] == 0


@pytest.mark.parametrize("change", [
    ("not a single theft", "hardly a theft", "look whether the article was changed"),
    ("The towns of", "A year of thefts is over, both towns said.\n\nThe towns of", "`diwan release` fixes"),
])  # fmt: skip
def test_a_text_without_a_passage_that_is_cited_is_refused(change, coded, project, replace, diwan):
    """Changed, or called otherwise: the line that cites it is named, and nothing is written."""
    old, new, mend = change
    cites(project, diwan, "p2")
    before = snapshot(project)
    code, output = replace("harbour-2021-patrol", coded.replace(END, MORE).replace(old, new))
    assert (code, snapshot(project)) == (1, before)
    assert (
        "corpus/articles/harbour-2021-patrol.md:31: error: passage harbour-2021-patrol#p2 is cited here"
        in output
    )
    assert (mend in output, "1 error" in output) == (True, True)


def test_a_record_that_is_written_otherwise_is_left_to_a_person(opening, project, replace):
    """What would change more than is meant, or less, is not written."""
    path = project / f"corpus/articles/{opening}.md"
    edit(path, "- read\n", '- "read"\n')
    before = snapshot(project)
    code, output = replace(opening, WHOLE)
    assert (code, "not written as `diwan add` writes" in output, snapshot(project)) == (1, True, before)


def test_nothing_is_replaced_as_long_as_a_file_of_the_corpus_cannot_be_read(coded, project, replace):
    """What it cites nobody knows."""
    edit(project / "corpus/themes/joint-patrol.md", "id: joint-patrol", "id: [")
    before = snapshot(project)
    code, output = replace("harbour-2021-patrol", coded.replace(END, MORE))
    assert (code, "[yaml-syntax]" in output, snapshot(project)) == (1, True, before)


def test_links_of_essays_and_released_passages_hold_a_text_as_well(coded, project, replace, diwan):
    """An essay leads to a passage; what was released stays or is said to be gone."""
    edit(project / "corpus/themes/joint-patrol.md", "harbour-2021-patrol#en2", "harbour-2021-patrol#p2")
    changed = coded.replace(END, MORE).replace("not a single theft", "hardly a theft anywhere, or none,")
    code, output = replace("harbour-2021-patrol", changed)
    assert (code, "corpus/themes/joint-patrol.md:10: error" in output) == (1, True)
    assert diwan("release")[0] == 0
    without = coded.replace("  2. One of them stays out until the morning.\n", "").replace(END, MORE)
    before = snapshot(project)
    code, output = replace("harbour-2021-patrol", without)
    assert (code, snapshot(project)) == (1, before)
    assert "error: the released passage harbour-2021-patrol#p4 would not be there" in output


def test_released_passages_keep_their_names_in_the_whole_text(coded, project, replace, diwan):
    """With the ledger it is no matter where the new text has more."""
    cites(project, diwan, "p2")
    assert diwan("release")[0] == 0
    new = "A year of thefts is over in the bay, both towns said on Tuesday.\n\nThe towns of"
    code, output = replace("harbour-2021-patrol", coded.replace(END, MORE).replace("The towns of", new))
    assert code == 0, output
    (project / "corpus/sources/patrol.txt").unlink()
    assert diwan("check", "--strict")[0] == 0
