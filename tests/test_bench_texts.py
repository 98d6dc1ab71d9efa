"""The texts that the models of lines learn from: how a saved page is turned into one, labelled and cut."""

import dataclasses
import json
import random
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PARAGRAPH = "The keeper of the harbour light climbs two hundred steps every evening, and in {} years she has never once been late."
LINES = [PARAGRAPH.format(word) for word in ("ten", "twenty", "thirty", "forty")]


@pytest.fixture(name="linetexts")
def linetexts_script(bench_script):
    """The script that makes the texts."""
    return bench_script("linetexts", "breaking", "listed", "pagesfolder")


@pytest.fixture(name="texts")
def texts_script(bench_script):
    """The script that measures how texts are read."""
    return bench_script("texts", "pickers", "measuredtexts", "linetexts", "breaking", "pagesfolder")


@pytest.fixture(name="page")
def page_in_a_folder(linetexts, tmp_path):
    """A page whose text is known, between a menu and teasers, in the form to learn from."""
    menu = "".join(f"<li><a href='/{number}'>Section {number}</a></li>" for number in range(30))
    teasers = "".join(f"<p><a href='/{number}'>Teaser number {number}</a></p>" for number in range(40))
    article = f"<h1>One light</h1><p>By Nadia Ferrant</p><p>{LINES[0]}</p><p>{LINES[1]}</p><h2>Her steps</h2><p>{LINES[2]}</p><p>{LINES[3]}</p>"
    gold = {
        "title": "One Light", "date": "2024-03-15", "authors": ["Nadia Ferrant"], "outlet": None, "language": "en",
        "heading_gold": True, "first_is_title": False,
        "body": [["p", LINES[0]], ["p", LINES[1]], ["h", "Her steps"], ["p", LINES[2]], ["p", LINES[3]]],
    }  # fmt: skip
    row = {"id": "one", "source": "made", "site": "one.example", "lang": "en", "tasks": ["A"]}
    for name, text in (
        ("html/one.html", f"<html><body><noscript>Turn it on</noscript><svg><title>Logo</title></svg><ul>{menu}</ul><article>{article}</article>{teasers}</body></html>"),
        ("gold/one.json", json.dumps(gold)),
        ("index.jsonl", json.dumps(row)),
    ):  # fmt: skip
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    (one,) = linetexts.pages(tmp_path)
    return one


def test_a_page_is_labelled_line_by_line_by_its_known_text(page):
    """Text, headings and title by the known text; who wrote it is neither text nor none of it; the rest is the page's."""
    letters = {line.strip(): letter for line, letter in zip(page.lines, page.letters, strict=True)}
    assert [letters[line] for line in (*LINES, "Her steps", "One light")] == ["b"] * 4 + ["h", "t"]
    assert letters["By Nadia Ferrant"] == "n"
    assert {letter for line, letter in letters.items() if "Section" in line or "Teaser" in line} == {"x"}
    assert "Logo" not in letters
    assert "Turn it on" not in letters


def test_no_line_is_set_in_by_more_than_two_columns(page):
    """How deep a program indents says nothing that texts saved otherwise say too."""
    assert max(len(line) - len(line.lstrip()) for line in page.lines) <= 2


def test_a_page_cut_to_its_article_keeps_it_whole_and_some_lines_on_either_side(linetexts, page):
    """At most nine lines with words stand above the title, and two to fifteen below the text."""
    for lot in range(20):
        part = linetexts.cut(page, random.Random(lot))
        filled = [letter for letter in part.letters if letter]
        assert "".join(filled).strip("x") == "tnbbhbb"
        assert filled.index("t") <= 9
        assert 2 <= len(filled) - 1 - max(index for index, letter in enumerate(filled) if letter == "b") <= 15


def test_a_page_of_which_much_of_the_text_is_missing_is_not_learned_from(linetexts, page):
    """What is missing would count as none of the article."""
    assert linetexts.label(page.lines[: len(page.lines) // 3], page.page, "") == []


@pytest.mark.parametrize("lot", range(12))
def test_a_text_in_another_script_says_the_same_line_by_line(bench_script, lot):
    """Same words are written alike, others not; addresses stay; no letter of the old script is left."""
    script = bench_script("rescripted")
    lines = ["Harbour, light and harbour.", "", "  * Ropes", "see https://one.example/a", "Harbour"]
    first, empty, entry, address, last = script.rescripted(lines, random.Random(lot))
    assert first.count(last) == 2
    assert first != last * 2
    assert entry.startswith("  * ")
    assert (empty, address) == ("", lines[3])
    assert not any("a" <= letter <= "z" for letter in (first + entry + last).lower())


def test_what_is_kept_of_a_text_is_counted_line_by_line(texts, page):
    """All right is one; a lost heading is a line lost and its words; titles and credits count neither way."""
    text = texts.text_of(page)
    right = texts.score(text, text.is_text, text.is_heading)
    assert (right.lines, right.words, right.lost, right.headings.tolist()) == (1, 1, 0, [1, 0, 0])
    short = texts.score(text, text.is_text & ~text.is_heading, text.is_heading)
    assert short.lines == pytest.approx(8 / 9)
    assert short.lost == pytest.approx(2 / (2 + sum(text.words[text.labels == "b"])))
    assert short.headings.tolist() == [0, 0, 1]
    assert texts.score(text, text.is_text | (text.labels == "t"), text.is_heading).lines == 1
    everything = texts.score(text, text.labels != "", text.is_heading)
    assert everything.lost == 0
    assert everything.lines == pytest.approx(10 / (10 + (text.labels == "x").sum()))


def test_diwan_and_rivals_keep_the_article_of_a_page_and_one_that_fails_keeps_nothing(
    texts, page, monkeypatch
):
    """The models that are measured are those that read sources; whatever goes wrong in a rival, the others are measured."""
    menu = [(line, "x") for line in ("Home", "Ships", "Weather", "Shop", "Log in")]
    story = [(PARAGRAPH.format(word), "b") for word in ("six", "seven", "eight", "nine", "eleven", "a dozen")]
    below = [(line, "x") for line in ("Share", "All about ships", "Contact", "Privacy")]
    pairs = [*menu, ("One light", "t"), *story[:3], ("Her steps", "h"), *story[3:], *below]
    lines, letters = map(list, zip(*pairs, strict=True))
    text = texts.text_of(dataclasses.replace(page, form="full", lines=lines, letters=letters))
    own = texts.read(text)
    assert (own.lines, own.headings.tolist(), own.titles.tolist()) == (1, [1, 0, 0], [1, 0])
    # What stands right beside a paragraph is kept with it: here *Share*, the title counts neither way.
    for name, lines_right in (("between", 1), ("densest", 1), ("paragraphs", 14 / 15)):
        assert (texts.picked(name, text).lines, texts.picked(name, text).lost) == (lines_right, 0)
    monkeypatch.setitem(texts.PICKERS, "between", lambda _: 1 / 0)
    assert (texts.picked("between", text).lines, texts.picked("between", text).lost) == (0, 1)


def test_a_page_with_broken_lines_has_the_letters_of_its_lines_and_is_read_as_the_page_is(
    texts, linetexts, page
):
    """What is measured of it is what is measured of a line a paragraph."""
    broken = linetexts.wrapped(page)
    assert max(map(len, broken.lines)) <= 72
    assert len(broken.lines) == len(broken.letters) > len(page.lines)
    assert texts.text_of(broken).labels.tolist() == texts.text_of(page).labels.tolist()


def test_known_texts_are_written_in_all_ways_and_come_back_paragraph_by_paragraph(bench_script, page):
    """Each way, width and length is measured; nothing is right that did not come back whole."""
    wrapping = bench_script("wrapping", "breaking", "measuredtexts", "linetexts", "pagesfolder")
    forms = list(wrapping.forms_of(page.page))
    assert {(form.name, form.width) for form in forms} == {("lines", 0)} | {
        (name, width)
        for name in ("empty", "indents", "set in", "quoted", "close")
        for width in wrapping.WIDTHS
    }
    for form in forms:
        found = wrapping.figures(form)
        assert found.right == found.paragraphs or form.name == "close", form
