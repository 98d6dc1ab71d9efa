"""Long pages and pages of several articles: what is compared at once is told as one by one, and the first article is the text."""

import random

import numpy as np
import pytest
from lxml import etree

from diwan.documents.lines.rules import RULES_BY_NAME
from diwan.documents.readers.html import read
from diwan.documents.web import copies, further, runs, witness
from diwan.documents.web.stretches import stretches_of
from diwan.documents.web.tree import parse

CHANCE = random.Random(3)
WORDS = ["".join(CHANCE.choices("abcdefghiklmnoprstuw", k=CHANCE.randint(3, 9))) for _ in range(900)]


def _line(count=22):
    return " ".join(CHANCE.choices(WORDS, k=count)).capitalize() + "."


def _article(title, lines, names="headline"):
    return f"<h1 class='{names}'>{title}</h1><p>By Ann Quay</p>" + "".join(f"<p>{line}</p>" for line in lines)


def _stretches(lines):
    root, _ = parse(f"<html><body>{''.join(f'<p>{line}</p>' for line in lines)}</body></html>")
    return stretches_of(root.find("body"))


@pytest.mark.parametrize("length", [1, 2, 3, 16, 30, 31])
def test_runs_have_one_number_if_and_only_if_their_letters_are_the_same(length):
    """Few letters, so that runs recur; the numbers part them as the letters do."""
    text = "".join(CHANCE.choices("abç漢", k=400)) * 2
    numbers = runs.numbers_of(text, length).tolist()
    letters = [text[start : start + length] for start in range(len(text) - length + 1)]
    assert len(numbers) == len(letters)
    assert len(set(zip(numbers, letters, strict=True))) == len(set(numbers)) == len(set(letters))


def test_runs_of_a_text_shorter_than_they_are_none():
    """Neither an empty text nor a short one has any, and nothing stands in it."""
    assert len(runs.numbers_of("", 16)) == len(runs.numbers_of("short", 16)) == 0
    assert not runs.standing(runs.numbers_of("a" * 16, 16), "short", 16).any()
    assert witness.Testimony().holds([]) == []
    assert witness.Testimony().holds(["a" * 30, "b"]) == [False, False]


def test_copies_are_those_that_a_search_finds_place_by_place():
    """The numbers tell the same as looking for the beginning, the middle and the end of each stretch in the rest."""
    lines = [_line() for _ in range(12)]
    stretches = _stretches([*lines, lines[3], f"{lines[4]} {lines[5]}", "Short.", lines[0][:80]])
    texts = [stretch.letters for stretch in stretches]
    for index, (row, text) in enumerate(zip(copies.see(stretches).tolist(), texts, strict=True)):
        last = len(text) - 30
        probes = [text[at : at + 30] for at in (0, last // 2, last)] if len(text) >= 60 else []
        before, behind = "".join(texts[:index]), "".join(texts[index + 1 :])
        expected = [sum(probe in rest for probe in probes) / max(len(probes), 1) for rest in (before, behind)]
        assert np.allclose(row, expected)


def test_text_said_before_is_told_however_it_is_cut_and_what_was_left_out_does_not_count():
    """A copy of two paragraphs in one is said before; a copy of one that was itself left out is not."""
    lines = [_line() for _ in range(4)]
    stretches = _stretches([*lines, f"{lines[0]} {lines[1]}", lines[3]])
    assert copies.said_before(stretches, [False] * 6) == [False] * 4 + [True, True]
    assert copies.said_before(stretches, [False, False, False, True, False, False]) == [False] * 4 + [
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("first", "second", "kept", "begins"),
    [
        ("headline", "headline wide", False, True),
        ("head-3", "head-12", False, True),
        ("", "", False, True),
        ("headline", "section", False, False),
        ("headline", "headline", True, False),
    ],
)
def test_another_article_begins_with_a_title_like_the_first_that_is_no_heading_of_the_text(
    first, second, kept, begins
):
    """Laid out like the title, of the first level, set aside, below text: sections of a text are kept themselves."""
    body = _article("Tides", [_line() for _ in range(4)], first) + _article("Lamps", [_line()] * 4, second)
    stretches = stretches_of(parse(f"<html><body>{body}</body></html>")[0].find("body"))
    at = next(one.index for one in stretches if one.text == "Lamps")
    is_text = np.array([one.size > 60 or (kept and one.index == at) for one in stretches])
    columns = np.array([float(len(one.text)) for one in stretches])
    assert further.begins(stretches, is_text, columns, 0) == (at if begins else len(stretches))
    assert further.begins(stretches, is_text, columns / 9, 0) == len(stretches)


@pytest.mark.parametrize(
    ("page", "begins"),
    [
        ("<article><h1>Tides</h1>{text}</article><article><p>{other}</p></article>", True),
        ("<article><h1>Tides</h1>{text}</article><article>{other}</article>", True),
        ("<article><h1>Tides</h1>{text}</article><p>{other}</p>", False),
        ("<article><h1>Tides</h1>{text}<article><p>{other}</p></article></article>", False),
        ("<article><article><h1>Tides</h1>{text}</article><p>{other}</p></article>", False),
        ("<article><h1>Tides</h1></article><article>{text}<p>{other}</p></article>", False),
        ("<h1>Tides</h1><article>{text}</article><article><p>{other}</p></article>", False),
    ],
)
def test_another_article_begins_where_an_element_of_that_name_stands_behind_the_whole_first(page, begins):
    """Not within it, not where it holds only the title, and not in a running report, which has its title before all."""
    other = _line()
    body = page.format(text="".join(f"<p>{_line()}</p>" for _ in range(4)), other=other)
    stretches = stretches_of(parse(f"<html><body>{body}</body></html>")[0].find("body"))
    at = next(one.index for one in stretches if one.text == other)
    is_text = np.array([one.index > 0 for one in stretches])
    columns = np.array([float(len(one.text)) for one in stretches])
    assert further.begins(stretches, is_text, columns, 0) == (at if begins else len(stretches))


def test_what_stands_below_the_title_of_another_article_is_set_aside_and_says_so(monkeypatch):
    """Its paragraphs would be text by every other sign."""
    monkeypatch.setattr(further, "begins", lambda *_: 6)
    lines = [_line(40) for _ in range(9)]
    page = f"<html><body><article>{_article('Tides', lines)}</article></body></html>"
    rules = {piece.text: piece.rule for piece in read(page.encode(), "page.html").value.pieces}
    assert all(RULES_BY_NAME[rules[line]].keeps for line in lines[:4])
    assert {rules[line] for line in lines[4:]} == {"another-article"}


def test_a_formula_stands_in_its_line_without_what_no_browser_shows():
    """Letters of MathML are no lines of their own, and the source of a formula beside it is not shown."""
    markup = "<math><semantics><mrow><mi>x</mi><mo>=</mo><mn>2</mn></mrow><annotation>x = 2</annotation></semantics></math>"
    root, _ = parse(f"<html><body><p>Where {markup} holds.</p></body></html>")
    assert isinstance(root, etree._Element)
    assert [stretch.text for stretch in stretches_of(root.find("body"))] == ["Where x=2 holds."]
