"""What was released stays, or says what became of it: answers, passages, addresses, withdrawn articles."""

import re
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import ROOT, edit
from diwan.corpus.corpus import load_corpus
from diwan.library.history import check_history, history_with, standing_answers, steps_of_article
from diwan.model.coding import Answer, Coding
from diwan.model.ledger import Ledger, replay

RECORD = "corpus/articles/harbour-2021-patrol.md"


def plain(path) -> str:
    """Return the text of a page without its tags."""
    return " ".join(re.sub(r"<[^>]*>", " ", path.read_text(encoding="utf-8")).split())


def coded(answers: dict[tuple[str, str], tuple[str, str]]):
    """Return something with a record that holds *answers*: value and reason for a change, by coder and question."""
    codings = {}
    for (coder, question), (value, why) in answers.items():
        codings.setdefault(coder, {})[question] = Answer(value=value, confidence="high", changed=why or None)
    made = tuple(
        Coding(coder=coder, codebook="1.0", date="2026-01-01", answers=given)
        for coder, given in codings.items()
    )
    return SimpleNamespace(record=SimpleNamespace(codings=made, access="record"))


def test_the_ledger_of_the_corpus_replays_to_exactly_its_codings():
    """From an empty page, line by line, the ledger gives every answer that stands, and no other."""
    corpus = load_corpus(ROOT / "corpus").value
    assert corpus.articles.keys() == corpus.ledger.codings.keys()
    for ident, article in corpus.articles.items():
        standing = {
            key: (*answer.judgement, answer.codebook) for key, answer in standing_answers(article).items()
        }
        replayed = {
            key: (*answer.judgement, answer.codebook)
            for key, answer in replay(corpus.ledger.codings[ident]).items()
        }
        assert replayed == standing, ident


_KEYS = st.tuples(st.sampled_from(["a", "b"]), st.sampled_from(["x", "y"]))
_ANSWERS = st.dictionaries(_KEYS, st.tuples(st.sampled_from(["pro", "contra", "mixed"]), st.just("because")))


@given(st.lists(_ANSWERS, max_size=6))
def test_any_history_replays_to_what_stands(versions):
    """Whatever was added and changed between releases, reading the ledger in order gives the last version."""
    released, latest = (), {}
    for version in versions:
        latest = latest | version  # answers come and change; one that goes is a problem of its own
        released = history_with(coded(latest), released)
    assert {key: answer.value for key, answer in replay(released).items()} == {
        key: value for key, (value, _) in latest.items()
    }


@given(_ANSWERS, _ANSWERS)
def test_every_change_needs_a_reason_of_its_own(before, after):
    """A problem for each released answer that changed or went without a new reason, and for nothing else."""
    told = {key: (value, "first") for key, (value, _) in before.items()}
    ledger = Ledger({}, (), {"x": history_with(coded(told), ())})
    now = {key: (value, "first") for key, (value, _) in after.items()}
    article = coded(now)
    article.place = SimpleNamespace(at=lambda *_: None)
    found = [problem.code for problem in check_history(ledger, {"x": article}, "ledger")]
    changed = [key for key in before if key in after and before[key] != after[key]]
    assert found.count("coding-changed") == len(changed)
    assert found.count("coding-vanished") == len(before.keys() - after.keys())
    explained = coded({key: (value, "second") for key, (value, _) in after.items()})
    explained.place = article.place
    assert "coding-changed" not in [p.code for p in check_history(ledger, {"x": explained}, "ledger")]
    steps = steps_of_article(Ledger({}, (), {"x": history_with(explained, ledger.codings["x"])}), "x")
    assert sorted(step.after.key for step in steps) == sorted(changed)


@pytest.fixture
def released(project, diwan):
    """The small project with everything in it released."""
    assert diwan("release")[0] == 0
    return project


def test_a_change_with_its_reason_is_in_the_log_and_on_the_page(released, diwan):
    """From, to, who, when and why stand on the page of changes and on that of the article's codings, in both languages."""
    edit(
        released / RECORD,
        "value: supportive",
        "value: critical\n      changed: Calm nights are not the point.",
    )
    edit(released / RECORD, "date: 2026-01-02", "date: 2026-02-03")
    assert diwan("release")[0] == 0
    assert diwan("build")[0] == 0
    for page in ("changes", "articles/harbour-2021-patrol/codings"):
        text = plain(released / f"site/{page}/index.html")
        assert re.search(
            r"3 February 2026 , Reader: supportive .* became critical .* Calm nights are not", text
        ), page
        assert "Calm nights are not the point." in plain(released / f"site/ar/{page}/index.html")
    edit(released / RECORD, "value: critical", "value: supportive")
    code, output = diwan("check")
    assert code == 1
    assert "[coding-changed]" in output


def test_a_released_address_leads_on_or_says_that_it_is_gone(released, diwan):
    """A page that moved redirects without scripts; one that is gone has a tombstone; both are in the log."""
    addresses = released / "corpus/ledger/addresses.tsv"
    lines = "articles/old/\tmoved articles/undated-note/\nar/articles/older/\tgone\n"
    addresses.write_text(addresses.read_text(encoding="utf-8") + lines, encoding="utf-8")
    code, output = diwan("build", "--strict")
    assert code == 0, output
    moved = (released / "site/articles/old/index.html").read_text(encoding="utf-8")
    assert '<meta http-equiv="refresh" content="0; url=../undated-note/">' in moved
    assert 'href="../undated-note/"' in moved
    gone = plain(released / "site/ar/articles/older/index.html")
    assert "أُزيلت هذه الصفحة" in gone
    log = plain(released / "site/changes/index.html")
    assert "articles/old/ : moved to articles/undated-note/" in log
    assert "ar/articles/older/ : gone" in log
    edit(addresses, "moved articles/undated-note/", "moved articles/nowhere/")
    assert "[address-vanished]" in diwan("build")[1]


def test_a_passage_taken_out_on_purpose_leaves_a_sign_at_its_place(released, diwan):
    """A link to it still leads to its number, which says that it is gone."""
    ledger = released / "corpus/ledger/passages/undated-note.tsv"
    checksum = "0" * 64
    ledger.write_text(
        f"{ledger.read_text(encoding='utf-8')}en9\t{checksum}\t{'0' * 16}\tgone\n", encoding="utf-8"
    )
    assert diwan("build")[0] == 0
    page = (released / "site/articles/undated-note/index.html").read_text(encoding="utf-8")
    assert re.search(r'id="en9">passage 9 of our digest: taken out on purpose', page)


def test_a_withdrawn_article_leaves_a_tombstone_and_a_line_in_the_log(released, diwan):
    """Its address says when and why; digest, verdicts and codings are nowhere; the record may be emptied."""
    record = released / RECORD
    edit(
        record,
        "access: full",
        "access: withdrawn\nwithdrawn: {date: 2026-03-04, why: {en: The owner asked., ar: طلب المالك.}}",
    )
    text = record.read_text(encoding="utf-8")
    record.write_text(text[: text.index("summary:")] + "---\n", encoding="utf-8")
    code, output = diwan("build", "--strict")
    assert code == 0, output
    page = plain(released / "site/articles/harbour-2021-patrol/index.html")
    assert "4 March 2026 : The owner asked." in page
    assert "A patrol for the bay" in plain(released / "site/changes/index.html")
    assert "طلب المالك." in plain(released / "site/ar/changes/index.html")
    for path in sorted((released / "site").rglob("*.html")):
        assert "credits the patrol with calmer nights" not in path.read_text(encoding="utf-8"), path


#: What must never pass: the file, what is there, what somebody makes of it, and what the check says.
SLIPS = {
    "a character of a cited passage": (
        RECORD, "calmer nights in the bay", "calmer nights in the bey",
        RECORD, 31, "pointer-changed", "the nearest is en2",
    ),
    "a coder": (
        "corpus/codebook.yml", "- id: reader\n", "- id: somebody\n",
        RECORD, 23, "coder-unknown", "add it to corpus/codebook.yml",
    ),
    "a letter of a value": (
        RECORD, "value: supportive", "value: suportive",
        RECORD, 28, "answer-unknown", "did you mean 'supportive'?",
    ),
    "a released passage": (
        RECORD, "\n- The agreement names two towns.\n- Patrols began on 1 May 2021.", "\n- The agreement names two towns.",
        "corpus/ledger/passages/harbour-2021-patrol.tsv", None, "passage-vanished", "bring it back",
    ),
    "a reading": (
        RECORD, "- coder: reader", "- coder: other",
        "corpus/ledger/codings/harbour-2021-patrol.tsv", 1, "coding-vanished", "bring it back",
    ),
}  # fmt: skip


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_fails_the_check_with_file_line_and_mend(slip, released, diwan):
    """Each slip is an error that names its place and the way out."""
    file, old, new, where, line, code, mend = SLIPS[slip]
    assert diwan("check", "--strict")[0] == 0
    edit(released / file, old, new)
    status, output = diwan("check")
    assert status == 1
    place = rf"{re.escape(where)}:{line or '[0-9]+'}"
    assert re.search(
        rf"^{place}: error: .*\[{code}\]\n    mend: .*{re.escape(mend)}", output, re.MULTILINE
    ), output
