"""A floor under what the trained models read: on pages made here, and on saved pages with known text where they are.

The saved pages are those the models learned from: a floor below them tells that a model, its numbers and its code fit
together, not how well pages are read that it never saw. That is what `bench/` measures.
"""

import json
import random
import sys
from pathlib import Path

import numpy as np
import pytest

from diwan.documents.convert import document_of_bytes
from diwan.documents.lines import headings
from diwan.documents.lines.signs import is_contact
from diwan.documents.lines.structure import see
from diwan.documents.pieces import Piece
from diwan.documents.shapes import measure
from diwan.documents.splitting import split

ROOT = Path(__file__).resolve().parent.parent
SAVED = ROOT.parent / "shared" / "pages"
SUBJECTS = ("ferry", "lighthouse", "harbour", "market", "orchard", "glacier", "archive", "tunnel")
VERBS = ("waits for", "remembers", "pays for", "outlives", "repairs", "counts", "renames", "visits")
ELSEWHERE = ("Comet", "Violin", "Bakery", "Senate", "Desert", "Trainee")
MENU = ("Home", "World", "Culture", "Subscribe", "Log in", "Search", "Newsletters", "Weather")


def _sentence(chance):
    subject, other, third = chance.sample(SUBJECTS, 3)
    return (
        f"The {subject} {chance.choice(VERBS)} the {other} every year, said the keeper of the {third}, and nobody in the "
        f"valley has asked for {chance.randint(2, 900)} more of them."
    )


def _page(seed):
    """Return the lines of an article with a heading and those of the page around it."""
    chance = random.Random(seed)
    text = [" ".join(_sentence(chance) for _ in range(chance.randint(1, 3))) for _ in range(8)]
    text.insert(4, f"What the {chance.choice(SUBJECTS)} costs")
    teasers = [f"{chance.choice(ELSEWHERE)} Opens After {chance.randint(2, 90)} Decades" for _ in range(6)]
    return text, list(MENU), teasers


def _read(text, suffix):
    blocks = document_of_bytes(text.encode(), "page" + suffix).value.blocks
    return {block.text for block in blocks if block.kept}, {
        block.text for block in blocks if block.kind == "heading"
    }


@pytest.mark.parametrize("suffix", [".txt", ".html"])
def test_made_pages_keep_their_text_and_little_else(suffix):
    """Of twenty pages every paragraph is kept, nearly every heading is one, and nearly no line around them stays."""
    lost = headings = stayed = 0
    for seed in range(20):
        text, menu, teasers = _page(seed)
        if suffix == ".txt":
            page = (
                "\n".join(menu)
                + "\n\nA Year In The Valley\n\n"
                + "\n\n".join(text)
                + "\n\n"
                + "\n".join(teasers)
            )
        else:
            links = "".join(f"<li><a href='/{name}'>{name}</a></li>" for name in menu)
            body = "".join(
                f"<h2>{line}</h2>" if line.startswith("What") else f"<p>{line}</p>" for line in text
            )
            more = "".join(f"<li><a href='/{n}'>{line}</a></li>" for n, line in enumerate(teasers))
            page = f"<html><head><title>A Year</title></head><body><ul>{links}</ul><div><h1>A Year In The Valley</h1>{body}</div><ul>{more}</ul></body></html>"
        kept, heads = _read(page, suffix)
        lost += len(set(text) - kept)
        headings += text[4] in heads
        stayed += len(kept & {*menu, *teasers})
    assert lost == 0
    assert headings >= 18
    assert stayed <= 4


def test_a_table_of_results_is_text_of_its_article():
    """Rows of names and numbers below a paragraph stay; most of the links right below them go."""
    chance = random.Random(1)
    rows = [f"{place}  {chance.choice(SUBJECTS).title()} {chance.choice(SUBJECTS).title()}  {5100 - 37 * place}  {place % 4}  {place % 7}  {place + 9}  {30 - place}"
            for place in range(1, 19)]  # fmt: skip
    text, menu, teasers = _page(3)
    page = "\n".join(
        [
            *menu,
            "",
            "The Race Of The Valley",
            "",
            *text[:3],
            "",
            "The standings after the last race:",
            "",
            *rows,
            "",
            *teasers,
        ]
    )
    kept, _ = _read(page, ".txt")
    assert {" ".join(row.split()) for row in rows} <= {
        " ".join(line.split()) for line in "\n".join(kept).split("\n")
    }
    assert len(set(teasers) & kept) <= 2


def test_numbers_in_a_table_and_days_are_no_telephone_number():
    """Only a number in groups of two or more digits is a way to reach somebody."""
    scene = see(
        split(
            "\n".join(
                [
                    *_page(3)[0],
                    "1  Orchard Lighthouse  5063  1  12  10  29",
                    "2023-09-26 17:22",
                    "(202) 555-0143",
                ]
            )
        )
    )
    assert [is_contact(shape, scene) for shape in scene.shapes[-3:]] == [False, False, True]


@pytest.mark.parametrize(
    ("line", "is_sentence"),
    [
        ("港口新闻 天气预报 体育比赛 市场行情 灯塔故事 " * 8, False),
        ("看守灯塔的人每天晚上都要爬两百级台阶，多年以来从未迟到，谷里的人都知道她的名字，也知道她的灯" * 2, True),
        ("<li> <a href='/lamp'>The lamp</a> </li> " * 6, False),
        ("The keeper of the light climbs two hundred steps each evening and in all these years has never once been late for it " * 2, True),
    ],
)  # fmt: skip
def test_a_wide_line_without_a_stop_is_running_text_only_by_its_signs(line, is_sentence):
    """A menu on one line and code shown by mistake are as wide as a paragraph."""
    assert measure(0, Piece(line.strip(), 1)).is_sentence == is_sentence


@pytest.mark.parametrize(
    "line", ["ประภาคารริมอ่าวเปิดไฟทุกคืน", "ແສງໄຟແຄມທະເລເປີດທຸກຄືນ", "ပင်လယ်ကမ်းမီးပြတိုက်ညတိုင်းဖွင့်", "ភ្លើងហ្វារបើករៀងរាល់យប់"]
)
def test_thai_and_its_like_take_a_column_a_character(line):
    """Thai, Lao, Burmese and Khmer are as narrow as Latin: a headline of six words is no paragraph, and has about six."""
    shape = measure(0, Piece(line, 1))
    assert shape.width == len(line)
    assert 4 <= shape.length <= 9
    assert headings.has_form(shape)
    assert measure(0, Piece("灯台は毎晩明かりを灯す", 1)).width == 22


def test_the_title_is_the_line_that_speaks_of_the_text():
    """Of two lines before the text the one with its words is the title, though the other is nearer and as long."""
    text, menu, _ = _page(5)
    title = "Keeper of the valley counts every ferry"
    page = "\n".join([*menu, title, "", "Our anniversary issue is in the kiosks", "", *text])
    assert document_of_bytes(page.encode(), "page.txt").value.title == title


@pytest.fixture(name="bench")
def modules_of_bench(monkeypatch):
    """The scripts of `bench/`, which are no package."""
    if not SAVED.exists():
        pytest.skip("the saved pages with known text are not beside the project")
    monkeypatch.syspath_prepend(str(ROOT / "bench"))
    for name in ("pages", "pagesfolder", "extractors"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    import pages

    return pages


def test_saved_pages_are_read_no_worse_than_when_the_models_were_made(bench):
    """All of them learned from: F1 of headings, and of every sixth page, that of text, and the facts.

    A sixth has 67 headings, so that one alone decides, and a lead that its page marks as a heading is none.
    """
    scores = [bench.score(bench.convert, page) for page in bench.load(SAVED)]
    headings = [score["headings"] for score in scores if "headings" in score]
    assert bench.f1([sum(parts) for parts in zip(*headings, strict=True)]) >= 0.95
    scores = scores[::6]
    assert np.mean([bench.f1(score["text"]) for score in scores]) >= 0.98
    for fact, least in (("title", 0.9), ("date", 0.99), ("author", 0.8), ("outlet", 0.92)):
        assert np.mean([score[fact] for score in scores if fact in score]) >= least


def test_pages_saved_as_text_are_read_no_worse_than_when_the_model_was_made(bench):
    """All labelled texts, learned from: the words of the text that are lost, and those kept that are none of it."""
    lost, junk = [], []
    for path in sorted((SAVED / "text").glob("*.near.txt")):
        lines = path.read_text(encoding="utf-8").split("\n")[:-1]
        letters = json.loads((SAVED / "labels" / f"{path.stem}.json").read_text(encoding="utf-8"))
        kept, _ = _read("\n".join(lines), ".txt")
        whole = bench.key_of(" ".join(kept))
        size = dict.fromkeys(("text", "lost", "junk"), 0)
        for line, letter in zip(lines, letters, strict=True):
            key = bench.key_of(line)
            if letter in ("b", "h"):
                size["text"] += len(key)
                size["lost"] += len(key) * (key not in whole)
            elif letter == "x":
                size["junk"] += len(key) * (len(key) > 20 and key in whole)
        lost.append(size["lost"] / size["text"])
        junk.append(size["junk"] / size["text"])
    assert np.mean(lost) <= 0.02
    assert max(lost) <= 0.2
    assert np.mean(junk) <= 0.08
