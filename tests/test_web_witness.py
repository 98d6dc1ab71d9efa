"""What another reader heard, what is hidden, what stands twice, what others posted: signs that the models see."""

import numpy as np
import pytest
from lxml import etree

from diwan.documents.lines.rules import RULES_BY_NAME
from diwan.documents.readers.html import read
from diwan.documents.shapes import squeezed
from diwan.documents.web import copies, hints, sights, witness
from diwan.documents.web.places import Places
from diwan.documents.web.stretches import stretches_of
from diwan.documents.web.tree import parse
from diwan.documents.web.witness import hear

LINES = [
    "In one year the keeper of the harbour light climbed two hundred steps every evening, and she was never late.",
    "Whoever pays for the oil has been asked in each town hall of the coast, and none of them has found the bill.",
    "Fishermen say that the lamp can be seen from the far sandbank, where no buoy has been laid for a third year.",
    "A second lens was ordered from the glassworks up the river, which closed before anybody could collect it.",
    "Her daughter counts ships instead of sheep, and writes the number of masts on the wall beside her bed, by year.",
    "Nobody expects the council to decide before winter, when the ferry stops and a quiet year begins on the quay.",
]
TEXT = "".join(f"<p>{line}</p>" for line in LINES)
OTHERS = [f"Elsewhere: {line}" for line in LINES]
OTHER_TEXT = "".join(f"<p>{line}</p>" for line in OTHERS)


def _root(body):
    return parse(f"<html><head><title>One light</title></head><body>{body}</body></html>")[0]


def _column(name, body, title="One light"):
    stretches = stretches_of(_root(body).find("body"))
    seen = sights.see(stretches, sights.Page((title,)), Places())
    return dict(zip([one.text for one in stretches], seen[:, sights.NAMES.index(name)].tolist(), strict=True))


def test_the_witness_names_the_text_and_leaves_the_page_as_it_is():
    """It copies what it is shown, and what it heard is looked up by letters and digits."""
    root = _root(f"<nav><a href='/'>Weather and tides</a></nav><article><h1>One light</h1>{TEXT}</article>")
    before = etree.tostring(root)
    heard = hear(root)
    assert etree.tostring(root) == before
    assert all(heard.holds([squeezed(line) for line in LINES]))
    assert heard.holds([squeezed("Weather and tides"), squeezed("light")]) == [False, False]


@pytest.mark.parametrize("body", ["<div>" * 400 + "deep", "<i>x</i>" * 70_000])
def test_pages_too_deep_or_vast_for_the_witness_are_read_without_it(body, monkeypatch):
    """Its recursions would not bear them."""
    monkeypatch.setattr("trafilatura.bare_extraction", lambda *_, **__: pytest.fail("it was shown the page"))
    assert hear(_root(body)) == witness.Testimony()


def test_a_witness_that_breaks_down_says_nothing(monkeypatch):
    """Whatever goes wrong in it, the page is read."""
    monkeypatch.setattr(witness, "_is_vast", lambda _: False)
    monkeypatch.setattr("trafilatura.bare_extraction", lambda *_, **__: 1 / 0)
    assert hear(_root(TEXT)) == witness.Testimony()


def test_hidden_text_is_none_of_the_running_text_unless_it_holds_the_title():
    """What a page hides beside its article weighs nothing; an article that a script unhides keeps its weight."""
    shown = f"<div><h1>One light</h1>{TEXT}</div>"
    hidden = f"<div style='display:none'>{OTHER_TEXT}</div>"
    marks = _column("hidden", shown + hidden)
    assert not any(marks[line] for line in LINES)
    assert all(marks[line] for line in OTHERS)
    assert _column("running-before", shown + hidden)[OTHERS[-1]] == 1.0
    assert not any(_column("hidden", f"<div hidden>{shown}</div>").values())


def test_text_that_stands_twice_is_found_however_it_is_cut():
    """One long copy for machines and the paragraphs: each is marked as said before or behind."""
    body = f"{TEXT}<div>{' '.join(LINES)}</div>"
    stretches = stretches_of(_root(body).find("body"))
    seen = copies.see(stretches)
    assert np.allclose(seen[:-1], [0.0, 1.0])
    assert np.allclose(seen[-1], [1.0, 0.0])
    kept = [piece.text for piece in read(f"<html><body><h1>One light</h1>{body}</body></html>".encode(), "a.html").value.pieces
            if RULES_BY_NAME[piece.rule].keeps]  # fmt: skip
    assert sum(LINES[3] in text for text in kept) == 1


def test_the_title_of_another_article_begins_something_else():
    """What stands behind a second heading laid out like the title is told from what stands behind the first."""
    body = f"<h1 class='t'>One light</h1>{TEXT}<h1 class='t'>Two ferries</h1>{OTHER_TEXT}"
    marks = _column("title.alike-before", body)
    assert marks[LINES[-1]] == 0
    assert marks[OTHERS[-1]] == 1


@pytest.mark.parametrize(
    ("names", "subject", "against"),
    [
        ("twitter-tweet", "cited", "share"),
        ("article-body--paywall", "paid", "appeal"),
        ("onetrust-consent-sdk", "notice", "body"),
    ],
)
def test_names_in_markup_speak_of_one_thing(names, subject, against):
    """A post that an article shows is no button to share it, text that is paid for no appeal to pay."""
    found = {name for bit, name in enumerate(hints.NAMES) if hints.subjects_of(names) >> bit & 1}
    assert subject in found
    assert against not in found
